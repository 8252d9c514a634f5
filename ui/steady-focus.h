/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/* Where a window takes another shape all of it is hidden for a frame, and GTK lets go of the focus: it goes back to who had it. */
void outlay_steady_focus_follow (GtkWindow *window);
