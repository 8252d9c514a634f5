/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/figure-form.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/goal-edit.h"
#include "plan/source-edit.h"
#include "plan/typed.h"
#include "study/figure-words.h"
#include "ui/document-goals.h"
#include "ui/fault-row.h"
#include "ui/goal-fields.h"

struct _OutlayFigureForm
{
  AdwDialog parent_instance;

  GtkWidget *apply_button;
  AdwEntryRow *name_row;
  OutlayFaultRow *name_fault;
  AdwEntryRow *value_row;
  GtkLabel *understood;
  OutlayFaultRow *value_fault;
  AdwEntryRow *unit_row;
  AdwEntryRow *year_row;
  OutlayFaultRow *year_fault;
  AdwEntryRow *source_row;
  AdwEntryRow *link_row;
  OutlayFaultRow *link_fault;
  AdwComboRow *what_row;
  AdwComboRow *measure_row;
  AdwComboRow *initiative_row;

  OutlayDocument *document;
  OutlayFigure *figure; /* that is edited; NULL for a new one */
  OutlayGoalFields fields;
};

G_DEFINE_FINAL_TYPE (OutlayFigureForm, outlay_figure_form, ADW_TYPE_DIALOG)

static const char *
text_of (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static const OutlayMember *
member (gpointer figure, const char *name)
{
  return outlay_node_find_member (figure, name);
}

/* Units are free texts; of a share numbers are typed in per cent. */
static OutlayUnit
kind_of_unit (OutlayFigureForm *self)
{
  g_autofree char *currency = outlay_document_get_currency (self->document);

  return outlay_figure_unit (text_of (self->unit_row), currency);
}

static gboolean
read_value (OutlayFigureForm *self, double *value, GError **error)
{
  return outlay_quantity_read (text_of (self->value_row), kind_of_unit (self), NAN, value, error);
}

/* The number as it will be told, while it is typed. */
static void
show_understood (OutlayFigureForm *self)
{
  g_autofree char *currency = outlay_document_get_currency (self->document), *text = NULL;
  double value;

  if (read_value (self, &value, NULL))
    text = outlay_figure_format (value, text_of (self->unit_row), currency);
  gtk_label_set_text (self->understood, text != NULL ? text : "");
}

/* What was wrong may be right now; it is looked at again when it is applied. */
static void
typed_cb (OutlayFigureForm *self, GtkWidget *row)
{
  OutlayFaultRow *const faults[] = { self->name_fault, self->value_fault, self->year_fault, self->link_fault };
  AdwEntryRow *const rows[] = { self->name_row, self->value_row, self->year_row, self->link_row };

  if (self->document == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (GTK_WIDGET (rows[i]) == row)
      outlay_fault_row_tell (faults[i], row, NULL);
  show_understood (self);
}

static void
chosen_cb (OutlayFigureForm *self)
{
  if (self->fields.choices != NULL)
    outlay_goal_fields_update (&self->fields);
}

static void
cancel_cb (OutlayFigureForm *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* Says what is wrong at its field, and goes there. */
static gboolean
refuse (OutlayFaultRow *fault, AdwEntryRow *field, const char *message)
{
  outlay_fault_row_tell (fault, GTK_WIDGET (field), message);
  gtk_widget_grab_focus (GTK_WIDGET (field));
  return FALSE;
}

/* NaN for none. */
static gboolean
read_year (OutlayFigureForm *self, double *year)
{
  g_autofree char *text = g_strstrip (g_strdup (text_of (self->year_row)));
  guint64 number;

  *year = NAN;
  if (text[0] == '\0')
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 1, 9999, &number, NULL))
    return FALSE;
  *year = (double) number;
  return TRUE;
}

static gboolean
fill_draft (OutlayFigureForm *self, OutlayNode *draft)
{
  const OutlayGoalChoice choice = outlay_goal_fields_get_choice (&self->fields);
  g_autofree char *name = g_strstrip (g_strdup (text_of (self->name_row)));
  g_autoptr (GError) error = NULL;
  double value, year;

  if (name[0] == '\0')
    return refuse (self->name_fault, self->name_row, _("A figure needs a name by which it is told from the others."));
  if (!read_value (self, &value, &error))
    return refuse (self->value_fault, self->value_row, error->message);
  if (!read_year (self, &year))
    return refuse (self->year_fault, self->year_row, _("This is no year. Type one like 2021, or leave it empty."));
  if (!outlay_source_check_link (text_of (self->link_row), &error))
    return refuse (self->link_fault, self->link_row, error->message);
  outlay_node_set_string (draft, member (draft, "name"), name);
  outlay_node_set_number (draft, member (draft, "value"), value);
  outlay_node_set_string (draft, member (draft, "unit"), text_of (self->unit_row));
  outlay_node_set_number (draft, member (draft, "year"), year);
  outlay_node_set_string (draft, member (draft, "source"), text_of (self->source_row));
  outlay_figure_set_against (OUTLAY_FIGURE (draft), choice.series >= 0 ? outlay_series_name ((OutlaySeries) choice.series) : NULL,
                             outlay_goal_fields_get_measure (&self->fields), outlay_goal_fields_get_initiative (&self->fields));
  return TRUE;
}

static void
apply_cb (OutlayFigureForm *self)
{
  g_autoptr (OutlayFigure) draft = g_object_new (OUTLAY_TYPE_FIGURE, NULL);
  g_autofree char *link = g_strstrip (g_strdup (text_of (self->link_row)));
  g_autoptr (GError) error = NULL;

  if (!fill_draft (self, OUTLAY_NODE (draft)))
    return;
  if (outlay_document_save_figure (self->document, self->figure, draft, link, &error) || error == NULL)
    adw_dialog_close (ADW_DIALOG (self));
  else
    refuse (self->value_fault, self->value_row, error->message);
}

static void
outlay_figure_form_dispose (GObject *object)
{
  OutlayFigureForm *self = OUTLAY_FIGURE_FORM (object);

  outlay_goal_fields_clear (&self->fields);
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_FIGURE_FORM);
  g_clear_object (&self->figure);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (outlay_figure_form_parent_class)->dispose (object);
}

static void
outlay_figure_form_class_init (OutlayFigureFormClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = outlay_figure_form_dispose;
  g_type_ensure (OUTLAY_TYPE_FAULT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/figure-form.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayFigureForm, apply_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayFigureForm, name_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayFigureForm, name_fault);
  gtk_widget_class_bind_template_child (widget_class, OutlayFigureForm, value_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayFigureForm, understood);
  gtk_widget_class_bind_template_child (widget_class, OutlayFigureForm, value_fault);
  gtk_widget_class_bind_template_child (widget_class, OutlayFigureForm, unit_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayFigureForm, year_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayFigureForm, year_fault);
  gtk_widget_class_bind_template_child (widget_class, OutlayFigureForm, source_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayFigureForm, link_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayFigureForm, link_fault);
  gtk_widget_class_bind_template_child (widget_class, OutlayFigureForm, what_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayFigureForm, measure_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayFigureForm, initiative_row);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
outlay_figure_form_init (OutlayFigureForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->fields = (OutlayGoalFields) { self->what_row, self->measure_row, self->initiative_row };
}

static void
fill_in (OutlayFigureForm *self)
{
  OutlayNode *node = OUTLAY_NODE (self->figure);
  const char *link = outlay_figure_get_link (outlay_document_get_plan (self->document), self->figure);
  const double year = outlay_node_get_number (node, member (node, "year"));
  g_autofree char *digits = isnan (year) ? g_strdup ("") : g_strdup_printf ("%.0f", year), *value = NULL;

  gtk_editable_set_text (GTK_EDITABLE (self->name_row), outlay_node_get_string (node, member (node, "name")));
  gtk_editable_set_text (GTK_EDITABLE (self->unit_row), outlay_node_get_string (node, member (node, "unit")));
  value = outlay_quantity_write (outlay_node_get_number (node, member (node, "value")), kind_of_unit (self));
  gtk_editable_set_text (GTK_EDITABLE (self->value_row), value);
  gtk_editable_set_text (GTK_EDITABLE (self->year_row), digits);
  gtk_editable_set_text (GTK_EDITABLE (self->source_row), outlay_node_get_string (node, member (node, "source")));
  gtk_editable_set_text (GTK_EDITABLE (self->link_row), link != NULL ? link : "");
}

AdwDialog *
outlay_figure_form_present (OutlayDocument *document, OutlayFigure *figure, GtkWidget *parent)
{
  OutlayFigureForm *self = g_object_new (OUTLAY_TYPE_FIGURE_FORM, "title", figure != NULL ? _("Edit Figure") : _("New Figure"), NULL);

  g_set_object (&self->document, document);
  g_set_object (&self->figure, figure);
  outlay_goal_fields_fill (&self->fields, document, (OutlayNode *) figure);
  if (figure != NULL)
    fill_in (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
  return ADW_DIALOG (self);
}
