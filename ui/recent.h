/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Lists the plans that were opened last in a menu (as "win.open-recent" with their URI), and keeps it up to date. Reads the list when the window is idle. */
void outlay_recent_fill (GMenu *menu);
/* Remembers a plan. */
void outlay_recent_add (GFile *file);
