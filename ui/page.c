/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/page.h"

G_DEFINE_INTERFACE (OutlayPage, outlay_page, GTK_TYPE_WIDGET)

static void
outlay_page_default_init (OutlayPageInterface *interface)
{
}

GtkBox *
outlay_page_get_top (OutlayPage *self)
{
  return OUTLAY_PAGE_GET_IFACE (self)->get_top (self);
}
