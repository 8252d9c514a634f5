/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#define OUTLAY_TYPE_COLUMN (outlay_column_get_type ())
/* Holds one widget, to stand beside others in a box. Its least height is that at any width: a box asks its columns for their widths at the height
 * that it has got, and GTK complains where that is less than what the columns, asked without a width, called their least. */
G_DECLARE_FINAL_TYPE (OutlayColumn, outlay_column, OUTLAY, COLUMN, GtkWidget)
