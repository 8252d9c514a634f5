/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/fault-row.h"

struct _OutlayFaultRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (OutlayFaultRow, outlay_fault_row, GTK_TYPE_LIST_BOX_ROW)

static void
outlay_fault_row_class_init (OutlayFaultRowClass *class)
{
}

static void
outlay_fault_row_init (OutlayFaultRow *self)
{
  self->label = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "margin-start", 12, "margin-end", 12,
                                         "margin-top", 6, "margin-bottom", 6, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->label));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
outlay_fault_row_tell (OutlayFaultRow *self, GtkWidget *field, const char *message)
{
  gtk_label_set_text (self->label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self), message != NULL);
  outlay_field_mark (field, message);
}

void
outlay_field_mark (GtkWidget *field, const char *message)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (message != NULL)
    gtk_widget_add_css_class (field, "error");
  else
    gtk_widget_remove_css_class (field, "error");
}
