/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window.h"

/* A plan's file as somebody else has left it. Both read it beside the frame, and complain in the window where that fails. */

/* Shows it in a window of its own, as a copy without a file, so that it is seen beside the window's plan. */
void outlay_versions_compare (OutlayWindow *window, GFile *file);
/* Takes it into the window. What is not saved of the window's plan goes on in a window of its own, with all its history. */
void outlay_versions_reload (OutlayWindow *window, GFile *file);
