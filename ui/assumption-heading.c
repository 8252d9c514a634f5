/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/assumption-heading.h"

#include <glib/gi18n.h>

#include "ui/tooltip.h"

struct _OutlayAssumptionHeading
{
  GtkBox parent_instance;

  OutlayAssumptionList *list;
  OutlayAssumptionRow *row; /* NULL: none */
  GtkLabel *label;
  GtkWidget *menu;
};

G_DEFINE_FINAL_TYPE (OutlayAssumptionHeading, outlay_assumption_heading, GTK_TYPE_BOX)

static void
menu_cb (GtkMenuButton *button, gpointer data)
{
  OutlayAssumptionHeading *self = data;

  if (self->row != NULL)
    g_signal_emit_by_name (self->list, "menu", self->row, button);
}

static gboolean
has_menu (OutlayAssumptionRow *row)
{
  return row->kind == OUTLAY_ASSUMPTION_KIND_OBJECT && (OUTLAY_IS_PHASE (row->node) || OUTLAY_IS_INITIATIVE (row->node) || OUTLAY_IS_PRODUCT (row->node));
}

static void
outlay_assumption_heading_dispose (GObject *object)
{
  g_clear_object (&OUTLAY_ASSUMPTION_HEADING (object)->row);
  G_OBJECT_CLASS (outlay_assumption_heading_parent_class)->dispose (object);
}

static void
outlay_assumption_heading_class_init (OutlayAssumptionHeadingClass *class)
{
  G_OBJECT_CLASS (class)->dispose = outlay_assumption_heading_dispose;
}

static void
outlay_assumption_heading_init (OutlayAssumptionHeading *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "view-more-symbolic");
  gtk_widget_set_css_classes (self->menu, (const char *[]) { "flat", "assumption-menu", NULL });
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu), menu_cb, self, NULL);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (self), self->menu);
}

GtkWidget *
outlay_assumption_heading_new (OutlayAssumptionList *list)
{
  OutlayAssumptionHeading *self = g_object_new (OUTLAY_TYPE_ASSUMPTION_HEADING, NULL);

  self->list = list;
  return GTK_WIDGET (self);
}

void
outlay_assumption_heading_set_row (OutlayAssumptionHeading *self, OutlayAssumptionRow *row)
{
  /* The menu is of the object that stood here. */
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->menu), NULL);
  g_set_object (&self->row, row);
}

void
outlay_assumption_heading_update (OutlayAssumptionHeading *self)
{
  const gboolean object = self->row->kind == OUTLAY_ASSUMPTION_KIND_OBJECT || self->row->kind == OUTLAY_ASSUMPTION_KIND_LIST;
  g_autofree char *tooltip = NULL;

  gtk_label_set_text (self->label, self->row->title);
  if (!gtk_widget_has_css_class (GTK_WIDGET (self->label), object ? "title-4" : "caption-heading"))
    gtk_widget_set_css_classes (GTK_WIDGET (self->label), (const char *[]) { object ? "title-4" : "caption-heading", object ? NULL : "dimmed", NULL });
  gtk_widget_set_visible (self->menu, has_menu (self->row));
  /* Translators: what a menu is about: “Edit Household” */
  tooltip = g_strdup_printf (C_ ("menu of an object", "Edit %s"), self->row->title);
  outlay_tooltip_set (self->menu, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
}
