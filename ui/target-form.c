/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/target-form.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/amount.h"
#include "plan/goal-edit.h"
#include "plan/typed.h"
#include "ui/document-goals.h"
#include "ui/fault-row.h"
#include "ui/goal-fields.h"

struct _OutlayTargetForm
{
  AdwDialog parent_instance;

  GtkWidget *apply_button;
  AdwEntryRow *name_row;
  OutlayFaultRow *name_fault;
  AdwComboRow *what_row;
  AdwComboRow *measure_row;
  AdwComboRow *initiative_row;
  AdwComboRow *product_row;
  OutlayFaultRow *part_fault;
  AdwComboRow *side_row;
  AdwEntryRow *bound_row;
  GtkLabel *understood;
  OutlayFaultRow *bound_fault;
  AdwEntryRow *source_row;

  OutlayDocument *document;
  OutlayTarget *target; /* that is edited; NULL for a new one */
  OutlayGoalFields fields;
};

G_DEFINE_FINAL_TYPE (OutlayTargetForm, outlay_target_form, ADW_TYPE_DIALOG)

static const char *
text_of (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static gboolean
read_bound (OutlayTargetForm *self, double *bound, GError **error)
{
  return outlay_quantity_read (text_of (self->bound_row), outlay_goal_fields_get_unit (&self->fields), NAN, bound, error);
}

/* How the value is understood, while it is typed. */
static void
show_understood (OutlayTargetForm *self)
{
  g_autofree char *currency = outlay_document_get_currency (self->document), *text = NULL;
  double bound;

  if (read_bound (self, &bound, NULL))
    text = outlay_quantity_format (bound, (int) outlay_goal_fields_get_unit (&self->fields), currency);
  gtk_label_set_text (self->understood, text != NULL ? text : "");
}

/* What was wrong may be right now; it is looked at again when it is applied. */
static void
typed_cb (OutlayTargetForm *self, GtkWidget *row)
{
  if (self->fields.choices == NULL)
    return;
  outlay_fault_row_tell (row == GTK_WIDGET (self->name_row) ? self->name_fault : self->bound_fault, row, NULL);
  show_understood (self);
}

static void
chosen_cb (OutlayTargetForm *self)
{
  if (self->fields.choices == NULL)
    return;
  outlay_goal_fields_update (&self->fields);
  outlay_fault_row_tell (self->part_fault, GTK_WIDGET (self->what_row), NULL);
  show_understood (self);
}

static void
cancel_cb (OutlayTargetForm *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
set_text (OutlayTarget *draft, const char *member, const char *text)
{
  outlay_node_set_string (OUTLAY_NODE (draft), outlay_node_find_member (OUTLAY_NODE (draft), member), text);
}

/* Says what is wrong at its field, and goes there. */
static gboolean
refuse (OutlayFaultRow *fault, GtkWidget *field, const char *message)
{
  outlay_fault_row_tell (fault, field, message);
  gtk_widget_grab_focus (field);
  return FALSE;
}

static gboolean
fill_draft (OutlayTargetForm *self, OutlayTarget *draft)
{
  const OutlayGoalChoice choice = outlay_goal_fields_get_choice (&self->fields);
  g_autofree char *name = g_strstrip (g_strdup (text_of (self->name_row)));
  g_autoptr (GError) error = NULL;
  double bound;

  if (name[0] == '\0')
    return refuse (self->name_fault, GTK_WIDGET (self->name_row), _("A target needs a name by which it is told from the others."));
  if (!read_bound (self, &bound, &error))
    return refuse (self->bound_fault, GTK_WIDGET (self->bound_row), error->message);
  set_text (draft, "name", name);
  set_text (draft, "source", text_of (self->source_row));
  if (choice.indicator >= 0)
    outlay_target_judge_indicator (draft, outlay_indicator_name ((OutlayIndicator) choice.indicator));
  else
    outlay_target_judge_series (draft, outlay_series_name ((OutlaySeries) choice.series), outlay_goal_fields_get_measure (&self->fields));
  outlay_target_judge_part (draft, outlay_goal_fields_get_initiative (&self->fields), outlay_goal_fields_get_product (&self->fields));
  outlay_target_bound (draft, adw_combo_row_get_selected (self->side_row) == 1, bound);
  return TRUE;
}

static gboolean
check_part (OutlayTargetForm *self)
{
  const OutlayGoalChoice choice = outlay_goal_fields_get_choice (&self->fields);

  if (choice.series < 0 || outlay_series_levels ((OutlaySeries) choice.series) != OUTLAY_LEVELS_PRODUCT ||
      outlay_goal_fields_get_product (&self->fields) != NULL)
    return TRUE;
  return refuse (self->part_fault, GTK_WIDGET (self->what_row), _("Only a product has a quantity. Choose an initiative and its product."));
}

static void
apply_cb (OutlayTargetForm *self)
{
  g_autoptr (OutlayTarget) draft = g_object_new (OUTLAY_TYPE_TARGET, NULL);
  g_autoptr (GError) error = NULL;

  if (!check_part (self) || !fill_draft (self, draft))
    return;
  if (outlay_document_save_target (self->document, self->target, draft, &error) || error == NULL)
    adw_dialog_close (ADW_DIALOG (self));
  else
    refuse (self->bound_fault, GTK_WIDGET (self->bound_row), error->message);
}

static void
outlay_target_form_dispose (GObject *object)
{
  OutlayTargetForm *self = OUTLAY_TARGET_FORM (object);

  outlay_goal_fields_clear (&self->fields);
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_TARGET_FORM);
  g_clear_object (&self->target);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (outlay_target_form_parent_class)->dispose (object);
}

static void
outlay_target_form_class_init (OutlayTargetFormClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = outlay_target_form_dispose;
  g_type_ensure (OUTLAY_TYPE_FAULT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/target-form.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayTargetForm, apply_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayTargetForm, name_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayTargetForm, name_fault);
  gtk_widget_class_bind_template_child (widget_class, OutlayTargetForm, what_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayTargetForm, measure_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayTargetForm, initiative_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayTargetForm, product_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayTargetForm, part_fault);
  gtk_widget_class_bind_template_child (widget_class, OutlayTargetForm, side_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayTargetForm, bound_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayTargetForm, understood);
  gtk_widget_class_bind_template_child (widget_class, OutlayTargetForm, bound_fault);
  gtk_widget_class_bind_template_child (widget_class, OutlayTargetForm, source_row);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
outlay_target_form_init (OutlayTargetForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->fields = (OutlayGoalFields) { self->what_row, self->measure_row, self->initiative_row, self->product_row };
}

static void
fill_in (OutlayTargetForm *self)
{
  OutlayNode *node = OUTLAY_NODE (self->target);
  const double least = outlay_node_get_number (node, outlay_node_find_member (node, "at-least"));
  const double most = outlay_node_get_number (node, outlay_node_find_member (node, "at-most"));
  g_autofree char *bound = outlay_quantity_write (isnan (least) ? most : least, outlay_goal_fields_get_unit (&self->fields));

  gtk_editable_set_text (GTK_EDITABLE (self->name_row), outlay_node_get_string (node, outlay_node_find_member (node, "name")));
  gtk_editable_set_text (GTK_EDITABLE (self->source_row), outlay_node_get_string (node, outlay_node_find_member (node, "source")));
  gtk_editable_set_text (GTK_EDITABLE (self->bound_row), bound);
  adw_combo_row_set_selected (self->side_row, isnan (least) ? 1 : 0);
}

AdwDialog *
outlay_target_form_present (OutlayDocument *document, OutlayTarget *target, GtkWidget *parent)
{
  OutlayTargetForm *self = g_object_new (OUTLAY_TYPE_TARGET_FORM, "title", target != NULL ? _("Edit Target") : _("New Target"), NULL);

  g_set_object (&self->document, document);
  g_set_object (&self->target, target);
  outlay_goal_fields_fill (&self->fields, document, (OutlayNode *) target);
  if (target != NULL)
    fill_in (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
  return ADW_DIALOG (self);
}
