/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli/compare.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/nearest.h"

#define STANDARD_OUTCOME "npv-after-tax"

const OutlayOutcome outlay_contrasted[OUTLAY_N_CONTRASTED] = {
  OUTLAY_OUTCOME_DESIGN_YEAR (OUTPUT_VALUE),
  OUTLAY_OUTCOME_DESIGN_YEAR (REVENUE),
  OUTLAY_OUTCOME_DESIGN_YEAR (TAX),
};

/* --- options --- */

static gboolean
add_scenario (GPtrArray *scenarios, OutlayScenario *scenario)
{
  if (g_ptr_array_find (scenarios, scenario, NULL))
    return FALSE;
  g_ptr_array_add (scenarios, scenario);
  return TRUE;
}

static void
add_all_scenarios (OutlayPlan *plan, GPtrArray *scenarios)
{
  GListModel *list = outlay_plan_get_scenarios (plan);

  add_scenario (scenarios, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (OutlayScenario) scenario = g_list_model_get_item (list, i);

      add_scenario (scenarios, scenario);
    }
}

OutlayExit
outlay_scenarios_find (OutlayPlan *plan, char *const *ids, GPtrArray *scenarios)
{
  if (ids == NULL)
    add_all_scenarios (plan, scenarios);
  for (char *const *id = ids; id != NULL && *id != NULL; id++)
    {
      OutlayScenario *scenario;

      if (!outlay_command_find_scenario (plan, *id, &scenario))
        return OUTLAY_EXIT_FAULT;
      add_scenario (scenarios, scenario);
    }
  if (scenarios->len >= 2)
    return OUTLAY_EXIT_DONE;
  outlay_command_say ("%s", _("The plan has no scenarios to compare."));
  return OUTLAY_EXIT_FAULT;
}

/* At least two different ones. */
gboolean
outlay_scenarios_read (const char *words, char ***ids)
{
  gboolean different = FALSE;

  *ids = words != NULL ? g_strsplit (words, ",", -1) : NULL;
  if (words == NULL)
    return TRUE;
  for (char **id = *ids; *id != NULL; id++)
    different |= !g_str_equal (g_strstrip (*id), (*ids)[0]);
  if (!different)
    outlay_command_misuse ("%s", _("Name at least two scenarios with --scenarios; base is the plan itself."));
  return different;
}

gboolean
outlay_outcome_read (const char *name, OutlayOutcome *outcome)
{
  OutlayNearest nearest = OUTLAY_NEAREST_INIT (name);

  if (outlay_outcome_from_name (name, outcome))
    return TRUE;
  for (guint i = 0; i < OUTLAY_N_INDICATORS; i++)
    outlay_nearest_consider (&nearest, outlay_indicator_name (i));
  for (guint s = 0; s < OUTLAY_N_SERIES; s++)
    if (outlay_series_levels (s) != OUTLAY_LEVELS_PRODUCT)
      outlay_nearest_consider (&nearest, outlay_series_name (s));
  if (nearest.best != NULL)
    outlay_command_misuse (_("“%s” is no indicator and no series of the plan; did you mean “%s”?"), name, nearest.best);
  else
    outlay_command_misuse (_("“%s” is no indicator and no series of the plan. See the manual page for their names."), name);
  return FALSE;
}

static gboolean
read_levels (const char *words, OutlayFormat format, OutlayContrast *contrast)
{
  g_auto (GStrv) names = g_strsplit (words != NULL ? words : format == OUTLAY_FORMAT_TEXT ? "plan" : "plan,initiative", ",", -1);

  for (char **name = names; *name != NULL; name++)
    if (g_str_equal (*name, "plan"))
      contrast->by_plan = TRUE;
    else if (g_str_equal (*name, "initiative"))
      contrast->by_initiative = TRUE;
    else
      {
        outlay_command_misuse (_("“%s” is no level: plan or initiative."), *name);
        return FALSE;
      }
  return TRUE;
}

/* --- the contrast --- */

static void
contrast_init (OutlayContrast *contrast)
{
  contrast->scenarios = g_ptr_array_new ();
  contrast->bridges = g_ptr_array_new ();
}

static void
contrast_clear (OutlayContrast *contrast)
{
  for (guint i = 0; i < contrast->bridges->len; i++)
    g_clear_pointer ((OutlayBridge **) &contrast->bridges->pdata[i], outlay_bridge_free);
  g_ptr_array_unref (contrast->bridges);
  g_ptr_array_unref (contrast->scenarios);
  g_clear_pointer (&contrast->differences, g_ptr_array_unref);
  g_clear_pointer (&contrast->comparison, outlay_comparison_free);
  g_clear_object (&contrast->plan);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayContrast, contrast_clear)

OutlayReport
outlay_contrast_report (const OutlayContrast *contrast, guint scenario)
{
  return (OutlayReport) {
    .plan = contrast->plan,
    .scenario = contrast->scenarios->pdata[scenario],
    .projection = outlay_comparison_projection (contrast->comparison, scenario),
    .by_plan = contrast->by_plan,
    .by_initiative = contrast->by_initiative,
  };
}

const char *
outlay_contrast_id (const OutlayContrast *contrast, guint scenario)
{
  return outlay_scenario_name (contrast->scenarios->pdata[scenario]);
}

OutlayStatus
outlay_difference_status (const OutlayDifference *difference)
{
  OutlayNode *source = (OutlayNode *) outlay_difference_find_source (difference, NULL);

  return source != NULL ? (OutlayStatus) outlay_node_get_number (source, outlay_node_find_member (source, "status")) : OUTLAY_STATUS_ASSUMED;
}

static void
compute (OutlayContrast *contrast)
{
  OutlayScenario *const *scenarios = (OutlayScenario *const *) contrast->scenarios->pdata;
  const OutlayRequest more = { .initiative_indicators = contrast->by_initiative ? OUTLAY_ALL_INDICATORS : 0 };

  contrast->differences = outlay_plan_compare (contrast->plan, scenarios, contrast->scenarios->len);
  contrast->comparison = outlay_comparison_new (contrast->plan, scenarios, contrast->scenarios->len, &more);
}

static void
show_progress (double fraction, gpointer data)
{
  guint *shown = data, percent = (guint) (100 * fraction);

  if (percent == *shown)
    return;
  *shown = percent;
  g_printerr ("\r%3u %%", percent);
}

/* What is wrong with the first scenario is wrong with every bridge. */
static void
say_once (const char *message, char **said)
{
  if (g_strcmp0 (message, *said) != 0)
    outlay_command_say ("%s", message);
  g_set_str (said, message);
}

/* A difference that cannot be explained leaves the rest of the comparison standing. */
static OutlayExit
bridge (OutlayContrast *contrast, guint64 seed)
{
  OutlayModel *from = outlay_projection_model (outlay_comparison_projection (contrast->comparison, 0));
  OutlayExit status = OUTLAY_EXIT_DONE;
  gboolean terminal = outlay_command_has_terminal ();
  g_autofree char *said = NULL;

  g_ptr_array_add (contrast->bridges, NULL);
  for (guint i = 1; i < contrast->scenarios->len; i++)
    {
      OutlayModel *to = outlay_projection_model (outlay_comparison_projection (contrast->comparison, i));
      g_autoptr (OutlayBridge) one = outlay_bridge_prepare (contrast->plan, from, to, contrast->differences, &contrast->outcome, seed);
      g_autoptr (GError) error = NULL;
      guint shown = 0;

      if (!outlay_bridge_run (one, terminal ? show_progress : NULL, &shown, NULL, &error))
        status = OUTLAY_EXIT_FAULT;
      if (shown > 0)
        g_printerr ("\r      \r");
      if (error != NULL)
        say_once (error->message, &said);
      g_ptr_array_add (contrast->bridges, error == NULL ? g_steal_pointer (&one) : NULL);
    }
  return status;
}

static OutlayExit
print (const OutlayContrast *contrast, OutlayFormat format)
{
  g_autoptr (GString) text = g_string_new (NULL);

  switch (format)
    {
    case OUTLAY_FORMAT_JSON:
      outlay_contrast_append_json (contrast, text);
      break;
    case OUTLAY_FORMAT_CSV:
      outlay_contrast_append_csv (contrast, text);
      break;
    case OUTLAY_FORMAT_TEXT:
      outlay_contrast_append_text (contrast, text);
      break;
    }
  return outlay_command_print (text);
}

static OutlayExit
compare (OutlayContrast *contrast, guint64 seed, OutlayFormat format)
{
  OutlayExit bridged, printed;

  compute (contrast);
  bridged = bridge (contrast, seed);
  printed = print (contrast, format);
  return printed != OUTLAY_EXIT_DONE ? printed : bridged;
}

OutlayExit
outlay_command_compare (const char *usage, const char *summary, int argc, char **argv)
{
  g_autofree char *format_word = NULL, *scenarios = NULL, *levels = NULL, *outcome = NULL;
  gint64 seed = 1;
  const GOptionEntry entries[] = {
    { "scenarios", 's', 0, G_OPTION_ARG_STRING, &scenarios, N_("Scenarios to compare with the first of them (base and all)"), N_("ID,…") },
    { "bridge", 'b', 0, G_OPTION_ARG_STRING, &outcome, N_("Indicator, or series in the design year, that is explained change by change (npv-after-tax)"),
      N_("NAME") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &levels, N_("plan, initiative or both (both; in text: plan)"), N_("LEVEL,…") },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_("Start of the random orders where there are many changes (1)"), N_("NUMBER") },
    OUTLAY_FORMAT_OPTION (&format_word),
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) ids = NULL;
  g_auto (OutlayContrast) contrast = { 0 };
  OutlayFormat format;
  OutlayExit status;

  contrast_init (&contrast);
  if (!outlay_command_parse (usage, summary, NULL, entries, &argc, &argv, 1, 1) || !outlay_command_format (format_word, &format) ||
      !outlay_scenarios_read (scenarios, &ids) || !outlay_outcome_read (outcome != NULL ? outcome : STANDARD_OUTCOME, &contrast.outcome) ||
      !read_levels (levels, format, &contrast))
    return OUTLAY_EXIT_USAGE;
  if ((contrast.plan = outlay_command_load (argv[1], &status)) == NULL)
    return status;
  if ((status = outlay_scenarios_find (contrast.plan, ids, contrast.scenarios)) != OUTLAY_EXIT_DONE)
    return status;
  for (guint i = 0; i < contrast.scenarios->len; i++)
    outlay_command_warn (contrast.plan, contrast.scenarios->pdata[i], argv[1]);
  return compare (&contrast, (guint64) seed, format);
}
