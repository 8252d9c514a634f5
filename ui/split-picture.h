/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/document.h"

/**
 * OutlaySplitPicture:
 *
 * The split as an area: phases as widths, initiatives as heights. Boundaries are dragged with the pointer, or chosen with Tab and moved with the arrow keys.
 *
 * Property: document.
 */
#define OUTLAY_TYPE_SPLIT_PICTURE (outlay_split_picture_get_type ())
G_DECLARE_FINAL_TYPE (OutlaySplitPicture, outlay_split_picture, OUTLAY, SPLIT_PICTURE, GtkWidget)

void outlay_split_picture_set_document (OutlaySplitPicture *picture, OutlayDocument *document);
