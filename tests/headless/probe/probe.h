/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Called once with the answer to a request. */
typedef void (*ProbeReply) (const char *answer, gpointer data);

char *probe_tree (void);
char *probe_types (void);
char *probe_actions (void);
char *probe_formats (void);
char *probe_drawn (void);
char *probe_pinch (const char *words);
void probe_settle (ProbeReply reply, gpointer data);
