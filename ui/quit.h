/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Ends the program with all of its windows or with none: each that has something unsaved is asked first, one after the other. Goes on where it was when it is
 * called again, after a window has been asked or has been saved. */
void outlay_quit (GtkApplication *application);
/* Somebody stays: nothing is closed, and what other windows were told to discard stays too. */
void outlay_quit_cancel (GtkApplication *application);
