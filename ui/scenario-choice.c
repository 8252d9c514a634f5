/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "ui/scenario-choice.h"

struct _OutlayScenarioChoice
{
  GObject parent_instance;

  char *caption;
  gboolean compares;
  OutlayScenario *scenario;
};

enum
{
  PROP_NAME = 1,
  PROP_DESCRIPTION,
  PROP_CAPTION,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (OutlayScenarioChoice, outlay_scenario_choice, G_TYPE_OBJECT)

static const char *
scenario_string (OutlayScenarioChoice *self, const char *name)
{
  OutlayNode *node = OUTLAY_NODE (self->scenario);

  return outlay_node_get_string (node, outlay_node_find_member (node, name));
}

static const char *
get_name (OutlayScenarioChoice *self)
{
  const char *name;

  if (!self->compares)
    return C_("compare with", "Nothing");
  if (self->scenario == NULL)
    return C_("scenario", "Base");
  name = scenario_string (self, "name");
  return name != NULL && name[0] != '\0' ? name : outlay_node_get_id (OUTLAY_NODE (self->scenario));
}

static const char *
get_description (OutlayScenarioChoice *self)
{
  if (!self->compares)
    return _("Show the figures alone");
  if (self->scenario == NULL)
    return _("The plan itself, before any scenario’s changes");
  return scenario_string (self, "description");
}

static void
renamed_cb (OutlayScenarioChoice *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCRIPTION]);
}

static void
outlay_scenario_choice_finalize (GObject *object)
{
  OutlayScenarioChoice *self = OUTLAY_SCENARIO_CHOICE (object);

  g_clear_pointer (&self->caption, g_free);
  g_clear_object (&self->scenario);
  G_OBJECT_CLASS (outlay_scenario_choice_parent_class)->finalize (object);
}

static void
outlay_scenario_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OutlayScenarioChoice *self = OUTLAY_SCENARIO_CHOICE (object);

  switch (id)
    {
    case PROP_NAME: g_value_set_string (value, get_name (self)); break;
    case PROP_DESCRIPTION: g_value_set_string (value, get_description (self)); break;
    case PROP_CAPTION: g_value_set_string (value, self->caption); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
outlay_scenario_choice_class_init (OutlayScenarioChoiceClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = outlay_scenario_choice_finalize;
  object_class->get_property = outlay_scenario_choice_get_property;
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, readable);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, readable);
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
outlay_scenario_choice_init (OutlayScenarioChoice *self)
{
}

OutlayScenarioChoice *
outlay_scenario_choice_new (const char *caption, gboolean compares, OutlayScenario *scenario)
{
  OutlayScenarioChoice *self = g_object_new (OUTLAY_TYPE_SCENARIO_CHOICE, NULL);

  self->caption = g_strdup (caption);
  self->compares = compares;
  g_set_object (&self->scenario, scenario);
  if (scenario != NULL)
    {
      g_signal_connect_object (scenario, "notify::name", G_CALLBACK (renamed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (scenario, "notify::description", G_CALLBACK (renamed_cb), self, G_CONNECT_SWAPPED);
    }
  return self;
}

gboolean
outlay_scenario_choice_is (OutlayScenarioChoice *self, gboolean compares, OutlayScenario *scenario)
{
  return self->compares == compares && (!compares || self->scenario == scenario);
}

gboolean
outlay_scenario_choice_compares (OutlayScenarioChoice *self)
{
  return self->compares;
}

OutlayScenario *
outlay_scenario_choice_get_scenario (OutlayScenarioChoice *self)
{
  return self->scenario;
}

GListModel *
outlay_scenario_choices_new (OutlayPlan *plan, const char *caption)
{
  GListModel *scenarios = outlay_plan_get_scenarios (plan);
  GListStore *choices = g_list_store_new (OUTLAY_TYPE_SCENARIO_CHOICE);

  for (guint i = 0; i <= g_list_model_get_n_items (scenarios); i++)
    {
      g_autoptr (OutlayScenario) scenario = i > 0 ? g_list_model_get_item (scenarios, i - 1) : NULL;
      g_autoptr (OutlayScenarioChoice) choice = outlay_scenario_choice_new (caption, TRUE, scenario);

      g_list_store_append (choices, choice);
    }
  return G_LIST_MODEL (choices);
}
