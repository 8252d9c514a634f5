/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window.h"

/* Opens a plan beside the frame: raises its window where it has one, takes the place of an untouched copy in window (nullable), or makes a window of its own.
 * A plan with faults is not opened; its faults are shown. */
void outlay_open_file (GtkApplication *application, GFile *file, OutlayWindow *window);
/* The window that shows a file, by whatever name; (nullable). */
OutlayWindow *outlay_open_find (GtkApplication *application, GFile *file);
/* Opens an unsaved copy of the Jinchuang plan in a window of its own. */
OutlayWindow *outlay_open_sample (GtkApplication *application);
/* Opens a plan that has nothing in it yet, in a window of its own. */
void outlay_open_new (GtkApplication *application);
/* Opens the plan that was opened or saved last, or the sample where there is none or the desktop keeps no such list. */
void outlay_open_last (GtkApplication *application);

/* A file dialog that lists plans (transfer full). */
GtkFileDialog *outlay_file_dialog_new (const char *title);
