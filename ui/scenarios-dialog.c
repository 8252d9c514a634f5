/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/scenarios-dialog.h"

#include "ui/object-rows.h"
#include "ui/scenario-form.h"
#include "ui/scenario-row.h"

struct _OutlayScenariosDialog
{
  AdwDialog parent_instance;

  AdwToastOverlay *toasts;
  GtkWidget *plan_row;
  GtkWidget *plan_image;
  GtkListBox *list;
  GtkWidget *empty_label;
  GtkWidget *hint;

  OutlayDocument *document;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (OutlayScenariosDialog, outlay_scenarios_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
nth_row (OutlayScenariosDialog *self, int position)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, position));
}

static void
make_compact (OutlayScenariosDialog *self)
{
  GtkWidget *row;

  for (int i = 0; (row = nth_row (self, i)) != NULL; i++)
    g_object_set (row, "compact", self->narrow, NULL);
}

static void
narrow_cb (OutlayScenariosDialog *self)
{
  self->narrow = TRUE;
  make_compact (self);
}

static void
wide_cb (OutlayScenariosDialog *self)
{
  self->narrow = FALSE;
  make_compact (self);
}

static GtkWidget *
make_row (gpointer scenario, gpointer data)
{
  return outlay_scenario_row_new (OUTLAY_SCENARIOS_DIALOG (data)->document, scenario);
}

static void
fill (OutlayScenariosDialog *self)
{
  GListModel *scenarios = outlay_plan_get_scenarios (outlay_document_get_plan (self->document));
  const gboolean empty = g_list_model_get_n_items (scenarios) == 0;
  GtkWidget *row;

  for (int i = 0; (row = nth_row (self, i)) != NULL; i++)
    outlay_scenario_row_cancel_renaming (OUTLAY_SCENARIO_ROW (row));
  if (!outlay_object_rows_fill (self->list, scenarios, make_row, self))
    gtk_widget_grab_focus (self->plan_row);
  make_compact (self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), !empty);
  gtk_widget_set_visible (self->empty_label, empty);
  gtk_widget_set_visible (self->hint, !empty);
}

static void
scenario_cb (OutlayScenariosDialog *self)
{
  gtk_widget_set_visible (self->plan_image, outlay_document_get_scenario (self->document) == NULL);
}

static void
new_cb (OutlayScenariosDialog *self)
{
  outlay_scenario_form_present_new (self->document, outlay_document_get_scenario (self->document), GTK_WIDGET (self));
}

static void
plan_chosen_cb (OutlayScenariosDialog *self)
{
  outlay_document_set_scenario (self->document, NULL);
}

static void
chosen_cb (OutlayScenariosDialog *self, OutlayScenarioRow *row)
{
  outlay_document_set_scenario (self->document, outlay_scenario_row_get_scenario (row));
}

static void
outlay_scenarios_dialog_dispose (GObject *object)
{
  OutlayScenariosDialog *self = OUTLAY_SCENARIOS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_SCENARIOS_DIALOG);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (outlay_scenarios_dialog_parent_class)->dispose (object);
}

static void
outlay_scenarios_dialog_class_init (OutlayScenariosDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = outlay_scenarios_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/scenarios-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayScenariosDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, OutlayScenariosDialog, plan_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayScenariosDialog, plan_image);
  gtk_widget_class_bind_template_child (widget_class, OutlayScenariosDialog, list);
  gtk_widget_class_bind_template_child (widget_class, OutlayScenariosDialog, empty_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayScenariosDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
outlay_scenarios_dialog_init (OutlayScenariosDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

OutlayScenariosDialog *
outlay_scenarios_dialog_new (OutlayDocument *document)
{
  OutlayScenariosDialog *self = g_object_new (OUTLAY_TYPE_SCENARIOS_DIALOG, NULL);
  GListModel *scenarios = outlay_plan_get_scenarios (outlay_document_get_plan (document));

  g_set_object (&self->document, document);
  g_signal_connect_object (scenarios, "items-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::scenario", G_CALLBACK (scenario_cb), self, G_CONNECT_SWAPPED);
  fill (self);
  scenario_cb (self);
  return self;
}

AdwToastOverlay *
outlay_scenarios_dialog_get_toasts (OutlayScenariosDialog *self)
{
  return self->toasts;
}
