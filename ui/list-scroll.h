/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* As far as needed to have a row in sight, where there is such a row. */
void outlay_list_scroll_to (GtkListView *view, guint position);
/* The same when the view has been laid out, with the focus in sight that is going to one of its rows: only then is it known what else is. The head
 * above the row is in sight too, where both have room. */
void outlay_list_scroll_to_later (GtkListView *view, guint position, guint head);
