/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* A menu that is built when it is first opened: most never are, and each costs a start time and memory. */
void outlay_late_menu_set (GtkMenuButton *button, GMenuModel *menu);
