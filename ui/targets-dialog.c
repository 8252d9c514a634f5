/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/targets-dialog.h"

#include <glib/gi18n.h>

#include "ui/goal-list.h"
#include "ui/target-form.h"

struct _OutlayTargetsDialog
{
  AdwDialog parent_instance;

  AdwToastOverlay *toasts;
  GtkWidget *new_button;
  OutlayGoalList *list;

  OutlayDocument *document;
};

G_DEFINE_FINAL_TYPE (OutlayTargetsDialog, outlay_targets_dialog, ADW_TYPE_DIALOG)

static void
new_cb (OutlayTargetsDialog *self)
{
  outlay_goal_list_follow (self->list, outlay_target_form_present (self->document, NULL, GTK_WIDGET (self)));
}

static void
outlay_targets_dialog_dispose (GObject *object)
{
  OutlayTargetsDialog *self = OUTLAY_TARGETS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_TARGETS_DIALOG);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (outlay_targets_dialog_parent_class)->dispose (object);
}

static void
outlay_targets_dialog_class_init (OutlayTargetsDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = outlay_targets_dialog_dispose;
  g_type_ensure (OUTLAY_TYPE_GOAL_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/targets-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayTargetsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, OutlayTargetsDialog, new_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayTargetsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, new_cb);
}

static void
outlay_targets_dialog_init (OutlayTargetsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

OutlayTargetsDialog *
outlay_targets_dialog_new (OutlayDocument *document)
{
  OutlayTargetsDialog *self = g_object_new (OUTLAY_TYPE_TARGETS_DIALOG, NULL);

  g_set_object (&self->document, document);
  outlay_goal_list_show (self->list, document, FALSE, _("No targets yet. One says what a number of the plan must reach, or may not exceed."));
  return self;
}

AdwToastOverlay *
outlay_targets_dialog_get_toasts (OutlayTargetsDialog *self)
{
  return self->toasts;
}
