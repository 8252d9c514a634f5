/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "plan/scenario-edit.h"
#include "ui/document-scenarios.h"
#include "ui/scenario-choice.h"
#include "ui/scenario-form.h"

#define SHEET_FRAMES 4

struct _OutlayScenarioForm
{
  AdwDialog parent_instance;

  AdwEntryRow *name_row;
  AdwEntryRow *description_row;
  GtkWidget *from_group;
  AdwComboRow *from_row;
  GtkButton *apply_button;
  GtkLabel *fault;

  OutlayDocument *document;
  OutlayScenario *scenario; /* that is described; NULL for a new one */
  guint frames;             /* since it came up */
};

G_DEFINE_FINAL_TYPE (OutlayScenarioForm, outlay_scenario_form, ADW_TYPE_DIALOG)

static const char *
text_of (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
changed_cb (OutlayScenarioForm *self)
{
  g_autofree char *name = g_strstrip (g_strdup (text_of (self->name_row)));
  const gboolean taken = self->document != NULL && outlay_document_is_name_taken (self->document, self->scenario, name);

  gtk_widget_set_sensitive (GTK_WIDGET (self->apply_button), name[0] != '\0' && !taken);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name_row), taken ? _("Another scenario has this name") : _("Name"));
  outlay_scenario_name_mark (GTK_WIDGET (self->name_row), taken);
}

static void
cancel_cb (OutlayScenarioForm *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
apply (OutlayScenarioForm *self, GError **error)
{
  OutlayScenarioChoice *from = adw_combo_row_get_selected_item (self->from_row);

  if (self->scenario != NULL)
    return outlay_document_rename_scenario (self->document, self->scenario, text_of (self->name_row), text_of (self->description_row), error);
  return outlay_document_create_scenario (self->document, from != NULL ? outlay_scenario_choice_get_scenario (from) : NULL, text_of (self->name_row),
                                          text_of (self->description_row), error) != NULL;
}

/* What was being typed in the window and cannot be read is told there, so that the form gives way to it. */
static void
apply_cb (OutlayScenarioForm *self)
{
  g_autoptr (GError) error = NULL;

  if (apply (self, &error) || error == NULL)
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  gtk_label_set_text (self->fault, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), TRUE);
}

/* At once: a default button waits a moment to be seen pressed, and whatever is typed meanwhile would go into the name. */
static void
entered_cb (OutlayScenarioForm *self)
{
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->apply_button)))
    apply_cb (self);
}

static void
propose_from (OutlayScenarioForm *self, OutlayScenario *from)
{
  g_autoptr (GListModel) choices = outlay_scenario_choices_new (outlay_document_get_plan (self->document), NULL);

  adw_combo_row_set_model (self->from_row, choices);
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (OutlayScenarioChoice) choice = g_list_model_get_item (choices, i);

      if (outlay_scenario_choice_is (choice, TRUE, from))
        adw_combo_row_set_selected (self->from_row, i);
    }
}

static void
fill_in (OutlayScenarioForm *self, const char *name, const char *description)
{
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  gtk_editable_set_text (GTK_EDITABLE (self->description_row), description);
  changed_cb (self);
}

static void
outlay_scenario_form_dispose (GObject *object)
{
  OutlayScenarioForm *self = OUTLAY_SCENARIO_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_SCENARIO_FORM);
  g_clear_object (&self->scenario);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (outlay_scenario_form_parent_class)->dispose (object);
}

static void
outlay_scenario_form_class_init (OutlayScenarioFormClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = outlay_scenario_form_dispose;
  g_type_ensure (OUTLAY_TYPE_SCENARIO_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/scenario-form.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayScenarioForm, name_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayScenarioForm, description_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayScenarioForm, from_group);
  gtk_widget_class_bind_template_child (widget_class, OutlayScenarioForm, from_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayScenarioForm, apply_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayScenarioForm, fault);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
}

static void
outlay_scenario_form_init (OutlayScenarioForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static OutlayScenarioForm *
form_new (OutlayDocument *document, const char *title, const char *apply_label)
{
  OutlayScenarioForm *self = g_object_new (OUTLAY_TYPE_SCENARIO_FORM, "title", title, NULL);

  g_set_object (&self->document, document);
  gtk_button_set_label (self->apply_button, apply_label);
  return self;
}

/* Whoever begins to type means the name. */
static void
focus_name (OutlayScenarioForm *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  gtk_editable_select_region (GTK_EDITABLE (self->name_row), 0, -1);
}

/* A sheet at the bottom of a narrow window moves the focus on a frame or two after it came up. */
static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OutlayScenarioForm *self = OUTLAY_SCENARIO_FORM (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root == NULL)
    return G_SOURCE_REMOVE;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->name_row)))
    focus_name (self);
  return ++self->frames < SHEET_FRAMES;
}

static void
present (OutlayScenarioForm *self, GtkWidget *parent)
{
  adw_dialog_present (ADW_DIALOG (self), parent);
  focus_name (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
}

void
outlay_scenario_name_mark (GtkWidget *entry, gboolean taken)
{
  if (gtk_widget_has_css_class (entry, "error") == taken)
    return;
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, taken ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (taken)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
}

void
outlay_scenario_form_present_new (OutlayDocument *document, OutlayScenario *from, GtkWidget *parent)
{
  OutlayScenarioForm *self = form_new (document, _("New Scenario"), _("_Create"));
  /* Translators: the name that is proposed for a new scenario; a number follows where there is one of that name */
  g_autofree char *name = outlay_plan_make_scenario_name (outlay_document_get_plan (document), C_ ("proposed name", "New scenario"));

  fill_in (self, name, "");
  propose_from (self, from);
  present (self, parent);
}

void
outlay_scenario_form_present (OutlayDocument *document, OutlayScenario *scenario, GtkWidget *parent)
{
  OutlayScenarioForm *self = form_new (document, _("Name and Description"), _("_Apply"));
  g_autofree char *name = outlay_document_get_scenario_name (document, scenario);

  g_set_object (&self->scenario, scenario);
  fill_in (self, name, outlay_node_get_string (OUTLAY_NODE (scenario), outlay_node_find_member (OUTLAY_NODE (scenario), "description")));
  gtk_widget_set_visible (self->from_group, FALSE);
  present (self, parent);
}
