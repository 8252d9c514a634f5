/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "ui/late-menu.h"
#include "ui/scenario-choice.h"
#include "ui/scenario-switcher.h"

struct _OutlayScenarioSwitcher
{
  AdwBin parent_instance;

  GtkDropDown *drop_down;
  GtkMenuButton *menu_button;
  GMenuModel *menu;

  OutlayDocument *document;
  gboolean compares;
  gboolean following; /* the document leads: nothing is chosen by a person */
};

enum
{
  PROP_DOCUMENT = 1,
  PROP_COMPARES,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (OutlayScenarioSwitcher, outlay_scenario_switcher, ADW_TYPE_BIN)

static GListModel *
make_choices (OutlayScenarioSwitcher *self)
{
  /* Translators: stands before a scenario's name: "vs Storage first" */
  const char *caption = self->compares ? C_("compare with", "vs") : _("Scenario");
  GListModel *choices = outlay_scenario_choices_new (outlay_document_get_plan (self->document), caption);
  g_autoptr (OutlayScenarioChoice) nothing = outlay_scenario_choice_new (caption, FALSE, NULL);

  if (self->compares)
    g_list_store_insert (G_LIST_STORE (choices), 0, nothing);
  return choices;
}

/* Whoever edits a scenario and not the plan sees it without reading. */
static void
show_kind (OutlayScenarioSwitcher *self, OutlayScenario *scenario)
{
  if (scenario != NULL && !self->compares)
    gtk_widget_add_css_class (GTK_WIDGET (self), "in-scenario");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "in-scenario");
}

static void
follow_document (OutlayScenarioSwitcher *self)
{
  GListModel *choices = gtk_drop_down_get_model (self->drop_down);
  gboolean compares = TRUE;
  OutlayScenario *scenario;

  if (self->document == NULL)
    return;
  if (self->compares)
    scenario = outlay_document_get_compared (self->document, &compares);
  else
    scenario = outlay_document_get_scenario (self->document);
  show_kind (self, scenario);
  self->following = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (OutlayScenarioChoice) choice = g_list_model_get_item (choices, i);

      if (outlay_scenario_choice_is (choice, compares, scenario))
        gtk_drop_down_set_selected (self->drop_down, i);
    }
  self->following = FALSE;
}

static void
refill (OutlayScenarioSwitcher *self)
{
  g_autoptr (GListModel) choices = self->document != NULL ? make_choices (self) : NULL;

  self->following = TRUE;
  gtk_drop_down_set_model (self->drop_down, choices);
  self->following = FALSE;
  follow_document (self);
}

static void
selected_cb (OutlayScenarioSwitcher *self)
{
  OutlayScenarioChoice *choice = gtk_drop_down_get_selected_item (self->drop_down);

  if (self->following || choice == NULL || self->document == NULL)
    return;
  if (self->compares)
    outlay_document_set_compared (self->document, outlay_scenario_choice_compares (choice), outlay_scenario_choice_get_scenario (choice));
  else
    outlay_document_set_scenario (self->document, outlay_scenario_choice_get_scenario (choice));
  /* The document may have stayed where it is. */
  follow_document (self);
}

static gboolean
is_text (GtkListItem *item, const char *text)
{
  return text != NULL && text[0] != '\0';
}

static float
opacity (GtkListItem *item, gboolean selected)
{
  return selected ? 1 : 0;
}

static void
set_document (OutlayScenarioSwitcher *self, OutlayDocument *document)
{
  GListModel *scenarios;

  if (self->document == document)
    return;
  if (self->document != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->document, self);
      g_signal_handlers_disconnect_by_data (outlay_plan_get_scenarios (outlay_document_get_plan (self->document)), self);
    }
  g_set_object (&self->document, document);
  if (document != NULL)
    {
      scenarios = outlay_plan_get_scenarios (outlay_document_get_plan (document));
      g_signal_connect_object (document, "notify::scenario", G_CALLBACK (follow_document), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (document, "notify::compared", G_CALLBACK (follow_document), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (document, "notify::has-compared", G_CALLBACK (follow_document), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (scenarios, "items-changed", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
    }
  refill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

static void
outlay_scenario_switcher_constructed (GObject *object)
{
  OutlayScenarioSwitcher *self = OUTLAY_SCENARIO_SWITCHER (object);

  G_OBJECT_CLASS (outlay_scenario_switcher_parent_class)->constructed (object);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), !self->compares);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->compares ? _("Compare with") : _("Scenario"), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->drop_down), self->compares ? _("Scenario that differences are shown to")
                                                                            : _("Scenario that is shown and edited"));
}

static void
outlay_scenario_switcher_dispose (GObject *object)
{
  set_document (OUTLAY_SCENARIO_SWITCHER (object), NULL);
  G_OBJECT_CLASS (outlay_scenario_switcher_parent_class)->dispose (object);
}

static void
outlay_scenario_switcher_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OutlayScenarioSwitcher *self = OUTLAY_SCENARIO_SWITCHER (object);

  switch (id)
    {
    case PROP_DOCUMENT: g_value_set_object (value, self->document); break;
    case PROP_COMPARES: g_value_set_boolean (value, self->compares); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
outlay_scenario_switcher_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OutlayScenarioSwitcher *self = OUTLAY_SCENARIO_SWITCHER (object);

  switch (id)
    {
    case PROP_DOCUMENT: set_document (self, g_value_get_object (value)); break;
    case PROP_COMPARES: self->compares = g_value_get_boolean (value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
outlay_scenario_switcher_class_init (OutlayScenarioSwitcherClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = outlay_scenario_switcher_constructed;
  object_class->dispose = outlay_scenario_switcher_dispose;
  object_class->get_property = outlay_scenario_switcher_get_property;
  object_class->set_property = outlay_scenario_switcher_set_property;
  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, OUTLAY_TYPE_DOCUMENT, flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_COMPARES] = g_param_spec_boolean ("compares", NULL, NULL, FALSE, flags | G_PARAM_CONSTRUCT_ONLY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (OUTLAY_TYPE_SCENARIO_CHOICE);
  gtk_widget_class_set_css_name (widget_class, "scenarioswitcher");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/scenario-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayScenarioSwitcher, drop_down);
  gtk_widget_class_bind_template_child (widget_class, OutlayScenarioSwitcher, menu_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayScenarioSwitcher, menu);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_text);
  gtk_widget_class_bind_template_callback (widget_class, opacity);
}

static void
outlay_scenario_switcher_init (OutlayScenarioSwitcher *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_late_menu_set (self->menu_button, self->menu);
}

void
outlay_scenario_switcher_step (OutlayScenarioSwitcher *self, int places)
{
  GListModel *choices = gtk_drop_down_get_model (self->drop_down);
  const int n = (int) g_list_model_get_n_items (choices);
  int chosen = (int) gtk_drop_down_get_selected (self->drop_down);
  g_autoptr (OutlayScenarioChoice) choice = NULL;

  /* A scenario is not compared with itself, unless somebody asks for just that. */
  do
    {
      chosen = (chosen + places + n) % n;
      g_clear_object (&choice);
      choice = g_list_model_get_item (choices, (guint) chosen);
    }
  while (self->compares && outlay_scenario_choice_is (choice, TRUE, outlay_document_get_scenario (self->document)));
  gtk_drop_down_set_selected (self->drop_down, (guint) chosen);
}
