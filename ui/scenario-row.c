/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "ui/document-scenarios.h"
#include "ui/scenario-form.h"
#include "ui/scenario-row-private.h"
#include "ui/spoken.h"
#include "ui/window.h"

enum
{
  PROP_COMPACT = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (OutlayScenarioRow, outlay_scenario_row, GTK_TYPE_LIST_BOX_ROW)

/* --- what is shown --- */

static char *
describe_origin (OutlayScenarioRow *self)
{
  OutlayScenario *from = outlay_scenario_get_from (self->scenario);
  const guint n = outlay_scenario_get_n_changes (self->scenario);
  g_autofree char *name = from != NULL ? outlay_document_get_scenario_name (self->document, from) : NULL;
  g_autofree char *changes = n == 0 ? g_strdup (_("no changes")) : g_strdup_printf (ngettext ("%u change", "%u changes", n), n);

  if (name != NULL)
    /* Translators: the scenario that one comes from, and how much it changes: “From “Storage first” · 3 changes” */
    return g_strdup_printf (_("From “%s” · %s"), name, changes);
  /* Translators: how much a scenario changes: “From the plan · 3 changes” */
  return g_strdup_printf (_("From the plan · %s"), changes);
}

static void
update (OutlayScenarioRow *self)
{
  OutlayNode *node = OUTLAY_NODE (self->scenario);
  const char *description = outlay_node_get_string (node, outlay_node_find_member (node, "description"));
  g_autofree char *name = outlay_document_get_scenario_name (self->document, self->scenario);
  g_autofree char *origin = describe_origin (self);
  const gboolean active = outlay_document_get_scenario (self->document) == self->scenario;

  gtk_label_set_text (self->name_label, name);
  gtk_label_set_text (self->origin_label, origin);
  gtk_label_set_text (self->description_label, description);
  gtk_widget_set_visible (GTK_WIDGET (self->description_label), description[0] != '\0');
  gtk_widget_set_visible (self->active_image, active);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, origin, -1);
  for (GtkWidget *button = gtk_widget_get_first_child (self->buttons); button != NULL; button = gtk_widget_get_next_sibling (button))
    outlay_spoken_describe (button, name);
  outlay_spoken_describe (self->menu_button, name);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED, active ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

/* --- renaming in place --- */

static void
show_entry (OutlayScenarioRow *self, gboolean shown)
{
  self->renaming = shown;
  gtk_widget_set_visible (GTK_WIDGET (self->name_box), !shown);
  gtk_widget_set_visible (GTK_WIDGET (self->name_entry), shown);
  if (!shown)
    gtk_widget_set_visible (self->taken, FALSE);
}

static gboolean
is_taken (OutlayScenarioRow *self)
{
  return outlay_document_is_name_taken (self->document, self->scenario, gtk_editable_get_text (GTK_EDITABLE (self->name_entry)));
}

static void
typed_cb (OutlayScenarioRow *self)
{
  const gboolean taken = self->renaming && is_taken (self);

  outlay_scenario_name_mark (GTK_WIDGET (self->name_entry), taken);
  gtk_widget_set_visible (self->taken, taken);
}

static void
rename_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OutlayScenarioRow *self = OUTLAY_SCENARIO_ROW (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->name_entry), gtk_label_get_text (self->name_label));
  show_entry (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
}

/* Whoever goes elsewhere means what he typed; an empty name is none, nor is another's, and the old one stays. */
static void
left_cb (OutlayScenarioRow *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_entry)));
  const gboolean taken = is_taken (self);

  if (!self->renaming)
    return;
  outlay_scenario_row_cancel_renaming (self);
  if (!taken)
    outlay_document_rename_scenario (self->document, self->scenario, name, NULL, NULL);
}

static void
entered_cb (OutlayScenarioRow *self)
{
  if (!is_taken (self))
    left_cb (self);
}

static gboolean
settle_cb (OutlayScenarioRow *self)
{
  left_cb (self);
  return FALSE;
}

static gboolean
entry_key_cb (OutlayScenarioRow *self, guint key)
{
  if (key != GDK_KEY_Escape)
    return FALSE;
  outlay_scenario_row_cancel_renaming (self);
  return TRUE;
}

/* --- actions --- */

/* Refusals are rare: a scenario can always be copied, moved and taken away. What they say is not passed over. */
static void
tell (GtkWidget *widget, GError *error)
{
  if (error != NULL)
    outlay_window_complain (OUTLAY_WINDOW (gtk_widget_get_root (widget)), _("The Scenarios Were Not Changed"), error->message);
}

static void
show_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OutlayScenarioRow *self = OUTLAY_SCENARIO_ROW (widget);

  outlay_document_set_scenario (self->document, self->scenario);
}

static void
new_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OutlayScenarioRow *self = OUTLAY_SCENARIO_ROW (widget);

  outlay_scenario_form_present_new (self->document, self->scenario, widget);
}

static void
describe_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OutlayScenarioRow *self = OUTLAY_SCENARIO_ROW (widget);

  outlay_scenario_form_present (self->document, self->scenario, widget);
}

static void
duplicate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OutlayScenarioRow *self = OUTLAY_SCENARIO_ROW (widget);
  g_autoptr (GError) error = NULL;

  outlay_document_duplicate_scenario (self->document, self->scenario, &error);
  tell (widget, error);
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OutlayScenarioRow *self = OUTLAY_SCENARIO_ROW (widget);
  GtkWidget *list = gtk_widget_get_parent (widget);
  g_autoptr (GError) error = NULL;

  outlay_document_delete_scenario (self->document, self->scenario, &error);
  tell (list, error);
}

void
outlay_scenario_row_move (OutlayScenarioRow *self, OutlayScenario *scenario, int position)
{
  GListModel *scenarios = outlay_plan_get_scenarios (outlay_document_get_plan (self->document));
  g_autoptr (GError) error = NULL;

  /* Further than the ends it does not go. */
  position = CLAMP (position, 0, (int) g_list_model_get_n_items (scenarios) - 1);
  if (position == (int) outlay_node_get_position (OUTLAY_NODE (scenario)))
    return;
  outlay_document_move_scenario (self->document, scenario, (guint) position, &error);
  tell (GTK_WIDGET (self), error);
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OutlayScenarioRow *self = OUTLAY_SCENARIO_ROW (widget);
  const int position = (int) outlay_node_get_position (OUTLAY_NODE (self->scenario));

  outlay_scenario_row_move (self, self->scenario, position + (g_str_has_suffix (action, "-up") ? -1 : 1));
}

static void
save_as_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_cb (widget, action, parameter);
  gtk_widget_activate_action (widget, "win.save-scenario-as", NULL);
}

/* --- life --- */

static void
outlay_scenario_row_dispose (GObject *object)
{
  OutlayScenarioRow *self = OUTLAY_SCENARIO_ROW (object);

  self->renaming = FALSE;
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_SCENARIO_ROW);
  g_clear_object (&self->scenario);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (outlay_scenario_row_parent_class)->dispose (object);
}

static void
outlay_scenario_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, !gtk_widget_get_visible (OUTLAY_SCENARIO_ROW (object)->buttons));
}

static void
outlay_scenario_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  gtk_widget_set_visible (OUTLAY_SCENARIO_ROW (object)->buttons, !g_value_get_boolean (value));
}

static void
add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "scenario.show", NULL, show_cb);
  gtk_widget_class_install_action (widget_class, "scenario.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "scenario.rename", NULL, rename_cb);
  gtk_widget_class_install_action (widget_class, "scenario.describe", NULL, describe_cb);
  gtk_widget_class_install_action (widget_class, "scenario.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "scenario.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "scenario.move-up", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "scenario.move-down", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "scenario.save-as", NULL, save_as_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "scenario.rename", NULL);
  /* The last one is the one that menus tell. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "scenario.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "scenario.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "scenario.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "scenario.move-down", NULL);
}

static void
outlay_scenario_row_class_init (OutlayScenarioRowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = outlay_scenario_row_dispose;
  object_class->get_property = outlay_scenario_row_get_property;
  object_class->set_property = outlay_scenario_row_set_property;
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  add_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/scenario-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayScenarioRow, name_box);
  gtk_widget_class_bind_template_child (widget_class, OutlayScenarioRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayScenarioRow, name_entry);
  gtk_widget_class_bind_template_child (widget_class, OutlayScenarioRow, taken);
  gtk_widget_class_bind_template_child (widget_class, OutlayScenarioRow, active_image);
  gtk_widget_class_bind_template_child (widget_class, OutlayScenarioRow, description_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayScenarioRow, origin_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayScenarioRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, OutlayScenarioRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
}

static void
outlay_scenario_row_init (OutlayScenarioRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_scenario_row_add_drag (self);
}

GtkWidget *
outlay_scenario_row_new (OutlayDocument *document, OutlayScenario *scenario)
{
  OutlayScenarioRow *self = g_object_new (OUTLAY_TYPE_SCENARIO_ROW, NULL);

  g_set_object (&self->document, document);
  g_set_object (&self->scenario, scenario);
  g_signal_connect_object (document, "notify::scenario", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "settle", G_CALLBACK (settle_cb), self, G_CONNECT_SWAPPED);
  /* A name, where it comes from, how its origin is called. */
  g_signal_connect_object (outlay_document_get_plan (document), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

OutlayScenario *
outlay_scenario_row_get_scenario (OutlayScenarioRow *self)
{
  return self->scenario;
}

void
outlay_scenario_row_cancel_renaming (OutlayScenarioRow *self)
{
  const gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  show_entry (self, FALSE);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}
