/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/results-figures.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/amount.h"
#include "plan/counts.h"
#include "plan/label.h"
#include "plan/resolve.h"
#include "plan/scenario.h"
#include "study/definition.h"
#include "study/figure-words.h"
#include "study/indicator-inputs.h"
#include "study/target-words.h"

/* Columns before those of initiatives: the plan and its hurdle. */
#define N_PLAN_COLUMNS 2

/* A target on an indicator. */
typedef struct
{
  int indicator;
  int initiative; /* −1: the plan */
  gboolean met;
  char *bound; /* "≥ 12 %" */
} Hurdle;

typedef struct
{
  OutlayFigures parent;
  OutlayDocument *document;
  OutlayProjection *projection;
  int initiative; /* that alone; −1: all */
  GArray *hurdles;
} IndicatorFigures;

/* Sections, each with its indicators. */
static const struct
{
  const char *section; /* NULL: an indicator */
  OutlayIndicator indicator;
} rows[] = {
  { N_("Investment and design"), 0 },
  { NULL, OUTLAY_INDICATOR_CONSTRUCTION_INVESTMENT },
  { NULL, OUTLAY_INDICATOR_TOTAL_INVESTMENT },
  { NULL, OUTLAY_INDICATOR_DESIGN_YEAR },
  { N_("Value and return"), 0 },
  { NULL, OUTLAY_INDICATOR_NPV_BEFORE_TAX },
  { NULL, OUTLAY_INDICATOR_NPV_AFTER_TAX },
  { NULL, OUTLAY_INDICATOR_NPV_EQUITY },
  { NULL, OUTLAY_INDICATOR_IRR_BEFORE_TAX },
  { NULL, OUTLAY_INDICATOR_IRR_AFTER_TAX },
  { NULL, OUTLAY_INDICATOR_IRR_EQUITY },
  { NULL, OUTLAY_INDICATOR_MIRR },
  { NULL, OUTLAY_INDICATOR_PAYBACK_BEFORE_TAX },
  { NULL, OUTLAY_INDICATOR_PAYBACK },
  { NULL, OUTLAY_INDICATOR_PAYBACK_DISCOUNTED },
  { NULL, OUTLAY_INDICATOR_ROI },
  { NULL, OUTLAY_INDICATOR_ROE },
  { N_("Debt and safety"), 0 },
  { NULL, OUTLAY_INDICATOR_ICR_MIN },
  { NULL, OUTLAY_INDICATOR_ICR_MEAN },
  { NULL, OUTLAY_INDICATOR_DSCR_MIN },
  { NULL, OUTLAY_INDICATOR_DSCR_MEAN },
  { NULL, OUTLAY_INDICATOR_DEBT_RATIO_MAX },
  { NULL, OUTLAY_INDICATOR_BREAK_EVEN_UTILISATION },
  { N_("Cost, land, work and climate"), 0 },
  { NULL, OUTLAY_INDICATOR_LEVELISED_COST },
  { NULL, OUTLAY_INDICATOR_INVESTMENT_PER_MU },
  { NULL, OUTLAY_INDICATOR_OUTPUT_PER_MU },
  { NULL, OUTLAY_INDICATOR_TAX_PER_MU },
  { NULL, OUTLAY_INDICATOR_JOBS },
  { NULL, OUTLAY_INDICATOR_CO2_AVOIDED },
};

static int
row_of (int indicator)
{
  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    if (rows[row].section == NULL && (int) rows[row].indicator == indicator)
      return (int) row;
  return -1;
}

/* Of the column; −1: the plan, which has its hurdle beside it. */
static int
initiative_of (IndicatorFigures *self, guint column)
{
  return column < N_PLAN_COLUMNS ? -1 : self->initiative >= 0 ? self->initiative : (int) column - N_PLAN_COLUMNS;
}

static const Hurdle *
find_hurdle (IndicatorFigures *self, guint row, guint column)
{
  for (guint n = 0; n < self->hurdles->len; n++)
    {
      const Hurdle *hurdle = &g_array_index (self->hurdles, Hurdle, n);

      if (rows[row].section == NULL && hurdle->indicator == (int) rows[row].indicator && hurdle->initiative == initiative_of (self, column))
        return hurdle;
    }
  return NULL;
}

static gboolean
is_hurdle (guint column)
{
  return column == 1;
}

static void
get_row (OutlayFigures *figures, guint row, OutlayFiguresRow *result)
{
  if (rows[row].section != NULL)
    *result = (OutlayFiguresRow) { "", _(rows[row].section), 0, TRUE, OUTLAY_UNIT_NONE };
  else
    *result = (OutlayFiguresRow) { "", _(outlay_indicator_nick (rows[row].indicator)), 1, FALSE, outlay_indicator_unit (rows[row].indicator) };
}

static char *
write_column (OutlayFigures *figures, guint column)
{
  IndicatorFigures *self = (IndicatorFigures *) figures;

  if (is_hurdle (column))
    return g_strdup (_("Hurdle"));
  return column == 0 ? g_strdup (_("Plan")) : outlay_document_get_initiative_name (self->document, (guint) initiative_of (self, column));
}

static double
get_value (OutlayFigures *figures, guint row, guint column)
{
  IndicatorFigures *self = (IndicatorFigures *) figures;

  if (rows[row].section != NULL || is_hurdle (column))
    return NAN;
  return outlay_projection_indicator (self->projection, rows[row].indicator, initiative_of (self, column));
}

static guint
count_roots (IndicatorFigures *self, guint row, guint column)
{
  guint n;

  outlay_projection_irr_roots (self->projection, rows[row].indicator, initiative_of (self, column), &n);
  return n;
}

static char *
write_value (IndicatorFigures *self, guint row, guint column)
{
  return outlay_projection_indicator_text (self->projection, rows[row].indicator, initiative_of (self, column), self->parent.currency);
}

static char *
write_hurdle (const Hurdle *hurdle)
{
  return g_strdup_printf ("%s %s", hurdle->bound, hurdle->met ? "✓" : "✗");
}

/* A column of an initiative has no room for several rates; the plan's has. */
static char *
write_text (OutlayFigures *figures, guint row, guint column)
{
  IndicatorFigures *self = (IndicatorFigures *) figures;
  const Hurdle *hurdle = find_hurdle (self, row, column);
  g_autofree char *value = NULL;

  if (rows[row].section != NULL || (is_hurdle (column) && hurdle == NULL))
    return g_strdup ("");
  if (is_hurdle (column))
    return write_hurdle (hurdle);
  if (column >= N_PLAN_COLUMNS && count_roots (self, row, column) > 1)
    /* Translators: of a rate of return that has several values */
    return g_strdup (_("not unique"));
  value = write_value (self, row, column);
  return column > 0 && hurdle != NULL ? g_strdup_printf ("%s %s", hurdle->met ? "✓" : "✗", value) : g_steal_pointer (&value);
}

static char *
write_whole (OutlayFigures *figures, guint row, guint column)
{
  IndicatorFigures *self = (IndicatorFigures *) figures;
  const Hurdle *hurdle = find_hurdle (self, row, column);
  g_autoptr (GString) text = NULL;

  if (rows[row].section != NULL || (is_hurdle (column) && hurdle == NULL))
    return g_strdup ("");
  text = g_string_new (NULL);
  if (!is_hurdle (column))
    {
      g_autofree char *value = write_value (self, row, column);

      g_string_append_printf (text, count_roots (self, row, column) > 1 ? _("not unique: %s") : "%s", value);
    }
  if (hurdle != NULL)
    g_string_append_printf (text, "%s%s, %s", text->len > 0 ? ", " : "", hurdle->bound, hurdle->met ? _("target met") : _("target missed"));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static OutlayFigureTone
get_tone (OutlayFigures *figures, guint row, guint column)
{
  IndicatorFigures *self = (IndicatorFigures *) figures;
  const Hurdle *hurdle = find_hurdle (self, row, column);
  const double value = get_value (figures, row, column);

  if (hurdle != NULL)
    return hurdle->met ? OUTLAY_FIGURE_MET : OUTLAY_FIGURE_MISSED;
  if (isnan (value))
    return count_roots (self, row, column) > 1 ? OUTLAY_FIGURE_PLAIN : OUTLAY_FIGURE_FAINT;
  return value < 0 ? OUTLAY_FIGURE_NEGATIVE : OUTLAY_FIGURE_PLAIN;
}

/* --- definitions --- */

static void
add_number (IndicatorFigures *self, const char *path, OutlayReason *reason)
{
  OutlayPlan *plan = outlay_document_get_plan (self->document);
  OutlayScenario *scenario = outlay_document_get_scenario (self->document);
  OutlayParameter parameter;
  OutlayValue value = { 0 };

  if (!outlay_parameter_find (plan, path, &parameter, NULL))
    return;
  outlay_plan_resolve (plan, scenario, &parameter, &value);
  outlay_reason_add (reason, outlay_parameter_short_label (plan, scenario, &parameter),
                     outlay_parameter_value_format (plan, scenario, &parameter, &value, INFINITY), -1);
  outlay_value_clear (&value);
}

static void
add_measure (IndicatorFigures *self, const OutlayIndicatorInput *input, int initiative, OutlayReason *reason)
{
  const OutlayOutcome outcome = { -1, input->series, input->measure, initiative >= 0 ? OUTLAY_SCOPE_INITIATIVE (initiative) : OUTLAY_SCOPE_PLAN };
  const double value = outlay_projection_outcome (self->projection, &outcome);

  outlay_reason_add (reason, outlay_measure_label (input->series, input->measure),
                     outlay_quantity_format (value, (int) outlay_outcome_unit (&outcome), self->parent.currency), -1);
}

static void
add_indicator (IndicatorFigures *self, OutlayIndicator indicator, int initiative, OutlayReason *reason)
{
  outlay_reason_add (reason, g_strdup (_(outlay_indicator_nick (indicator))),
                     outlay_projection_indicator_text (self->projection, indicator, initiative, self->parent.currency), row_of ((int) indicator));
}

/* What it is, and why it has no value, or several. */
static char *
write_sentence (IndicatorFigures *self, guint row, guint column)
{
  const char *definition = outlay_indicator_definition (rows[row].indicator);

  if (count_roots (self, row, column) > 1)
    return g_strdup_printf ("%s %s", definition, _("There are several such rates, because the cash flow changes between paying and earning more than once; "
                                                   "none of them alone tells the return."));
  if (!is_hurdle (column) && isnan (get_value (&self->parent, row, column)))
    return g_strdup_printf ("%s %s", definition, outlay_indicator_null_reason (rows[row].indicator));
  return g_strdup (definition);
}

static void
explain (OutlayFigures *figures, guint row, guint column, OutlayReason *reason)
{
  IndicatorFigures *self = (IndicatorFigures *) figures;
  const int initiative = initiative_of (self, column);
  const OutlayIndicatorInput *inputs;
  guint n_inputs;

  if (rows[row].section != NULL)
    return;
  inputs = outlay_indicator_inputs (rows[row].indicator, &n_inputs);
  reason->sentence = write_sentence (self, row, column);
  for (guint n = 0; n < n_inputs; n++)
    if (inputs[n].path != NULL)
      add_number (self, inputs[n].path, reason);
    else if (inputs[n].indicator >= 0)
      add_indicator (self, (OutlayIndicator) inputs[n].indicator, initiative, reason);
    else
      add_measure (self, &inputs[n], initiative, reason);
}

static void
clear (OutlayFigures *figures)
{
  IndicatorFigures *self = (IndicatorFigures *) figures;

  g_array_unref (self->hurdles);
  outlay_projection_unref (self->projection);
  g_object_unref (self->document);
}

static const OutlayFiguresClass class = { get_row, write_column, get_value, write_text, write_whole, get_tone, explain, clear };

/* --- hurdles --- */

static void
clear_hurdle (gpointer data)
{
  g_free (((Hurdle *) data)->bound);
}

static int
find_initiative (OutlayPlan *plan, const char *id)
{
  OutlayNode *node = outlay_node_find_child (OUTLAY_NODE (plan), outlay_node_find_member (OUTLAY_NODE (plan), "initiatives"), id);

  return node != NULL ? (int) outlay_node_get_position (node) : -1;
}

static void
read_hurdle (IndicatorFigures *self, OutlayTarget *target)
{
  OutlayPlan *plan = outlay_document_get_plan (self->document);
  OutlayScenario *scenario = outlay_document_get_scenario (self->document);
  g_autofree char *indicator = outlay_plan_resolve_string (plan, scenario, OUTLAY_NODE (target), "indicator");
  g_autofree char *initiative = outlay_plan_resolve_string (plan, scenario, OUTLAY_NODE (target), "initiative");
  g_autofree char *bound = NULL;
  OutlayTargetState state;
  Hurdle hurdle;

  if (indicator == NULL)
    return;
  outlay_projection_target (self->projection, plan, target, &state);
  bound = outlay_target_format_bound (plan, scenario, target, &state);
  hurdle = (Hurdle) { outlay_indicator_from_name (indicator), initiative != NULL ? find_initiative (plan, initiative) : -1, state.met,
                      g_strdup_printf (state.at_least ? "≥ %s" : "≤ %s", bound) };
  g_array_append_val (self->hurdles, hurdle);
}

static void
read_hurdles (IndicatorFigures *self)
{
  GListModel *targets = outlay_plan_get_targets (outlay_document_get_plan (self->document));

  self->hurdles = g_array_new (FALSE, FALSE, sizeof (Hurdle));
  g_array_set_clear_func (self->hurdles, clear_hurdle);
  for (guint n = 0; n < g_list_model_get_n_items (targets); n++)
    {
      g_autoptr (OutlayTarget) target = g_list_model_get_item (targets, n);

      read_hurdle (self, target);
    }
}

OutlayFigures *
outlay_indicator_figures_new (OutlayDocument *document, OutlayScope scope)
{
  IndicatorFigures *self = outlay_figures_alloc (&class, sizeof *self);
  OutlayFigures *figures = &self->parent;
  OutlayRequest request = { .plan_indicators = outlay_request_all.plan_indicators, .initiative_indicators = outlay_request_all.initiative_indicators };

  outlay_request_add_measures (&request, outlay_document_get_plan (document), outlay_document_get_scenario (document));
  outlay_request_add_indicator_inputs (&request);
  outlay_document_want (document, &request);
  self->document = g_object_ref (document);
  self->projection = outlay_projection_ref (outlay_document_get_projection (document));
  self->initiative = scope.initiative;
  figures->id = g_strdup ("indicators");
  figures->title = g_strdup (_("Indicators"));
  figures->scope = outlay_scope_name (document, scope);
  figures->scenario = outlay_scenario_title (document);
  figures->unit = g_strdup ("");
  figures->currency = outlay_document_get_currency (document);
  figures->n_rows = G_N_ELEMENTS (rows);
  figures->n_columns = N_PLAN_COLUMNS + (scope.initiative >= 0 ? 1 : outlay_plan_get_n_initiatives (outlay_document_get_plan (document)));
  figures->n_fixed = N_PLAN_COLUMNS;
  figures->head_lines = 2;
  read_hurdles (self);
  return figures;
}
