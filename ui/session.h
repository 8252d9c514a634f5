/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * OutlaySession:
 *
 * The windows of one run of the program: those that were open at the end of the last one, however it ended, come back with all that was done in them.
 */
typedef struct _OutlaySession OutlaySession;

/* Does not own the application, which owns it. */
OutlaySession *outlay_session_new (GtkApplication *application);
void outlay_session_free (OutlaySession *session);

/* Brings the windows back beside the frame and opens files. With files, of the windows only those that have something unsaved or show one of them. Without
 * either, opens what was last open. */
void outlay_session_restore (OutlaySession *session, GFile *const *files, guint n_files);
/* The same with the sample in place of files. */
void outlay_session_restore_and_open_sample (OutlaySession *session);
