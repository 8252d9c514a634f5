/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/page.h"

#include "ui/page-slot.h"

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

void
outlay_page_reveal (GtkWidget *widget)
{
  GtkWidget *slot = gtk_widget_get_ancestor (widget, OUTLAY_TYPE_PAGE_SLOT);
  GtkWidget *stack = gtk_widget_get_ancestor (slot, ADW_TYPE_VIEW_STACK);

  if (!gtk_widget_get_mapped (widget))
    gtk_widget_activate_action (widget, "win.page", "s", adw_view_stack_page_get_name (adw_view_stack_get_page (ADW_VIEW_STACK (stack), slot)));
}
