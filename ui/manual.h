/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/**
 * outlay_manual_open:
 * @application: the application, with a window
 *
 * Opens the manual in whatever shows HTML here, in the first language of the environment that it is written in. Where nothing
 * does, the window says where the manual lies.
 */
void outlay_manual_open (GtkApplication *application);
