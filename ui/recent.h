/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* The plans that were opened or saved last, as the desktop keeps them for all programs: GTK keeps none where it is told so. */

/* Lists them in a menu (as "win.open-recent" with their URI), and keeps it up to date. Reads the list when the window is idle. */
void outlay_recent_fill (GMenu *menu);
/* Remembers a plan. */
void outlay_recent_add (GFile *file);
/* The last of them that is still there, on this machine. (transfer full) (nullable) */
GFile *outlay_recent_last (void);
/* Writes what was remembered in the last moments, before the program ends. */
void outlay_recent_flush (void);
