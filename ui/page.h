/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * OutlayPage:
 *
 * A page of the window that scrolls. At the top of what scrolls it has room for what else stands above it, where the window is too small for both.
 */
#define OUTLAY_TYPE_PAGE (outlay_page_get_type ())
G_DECLARE_INTERFACE (OutlayPage, outlay_page, OUTLAY, PAGE, GtkWidget)

struct _OutlayPageInterface
{
  GTypeInterface parent;

  GtkBox *(*get_top) (OutlayPage *page);
};

/* (transfer none) */
GtkBox *outlay_page_get_top (OutlayPage *page);

/* Shows the page that a widget stands on, where another one is shown: somebody must see what holds up a step that was asked for elsewhere. */
void outlay_page_reveal (GtkWidget *widget);
