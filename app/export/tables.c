/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/palette.h"
#include "export/contents.h"
#include "plan/amount.h"
#include "plan/resolve.h"
#include "study/definition.h"
#include "study/measure.h"

#define SHARE_DECIMALS 1
#define BIT(n) (G_GUINT64_CONSTANT (1) << (n))

/* The columns of the yearly table, in the order of a profit and cash statement. */
static const OutlaySeries yearly[] = {
  OUTLAY_SERIES_INVESTMENT, OUTLAY_SERIES_OUTPUT_VALUE, OUTLAY_SERIES_REVENUE,     OUTLAY_SERIES_OPERATING_COST,
  OUTLAY_SERIES_TAX,        OUTLAY_SERIES_NET_PROFIT,   OUTLAY_SERIES_CASH_FLOW_AFTER_TAX,
};

static const OutlayIndicator indicators[] = {
  OUTLAY_INDICATOR_CONSTRUCTION_INVESTMENT,
  OUTLAY_INDICATOR_TOTAL_INVESTMENT,
  OUTLAY_INDICATOR_NPV_AFTER_TAX,
  OUTLAY_INDICATOR_IRR_BEFORE_TAX,
  OUTLAY_INDICATOR_IRR_AFTER_TAX,
  OUTLAY_INDICATOR_IRR_EQUITY,
  OUTLAY_INDICATOR_PAYBACK,
  OUTLAY_INDICATOR_PAYBACK_DISCOUNTED,
  OUTLAY_INDICATOR_DESIGN_YEAR,
  OUTLAY_INDICATOR_ROI,
  OUTLAY_INDICATOR_ROE,
  OUTLAY_INDICATOR_DSCR_MIN,
  OUTLAY_INDICATOR_ICR_MIN,
  OUTLAY_INDICATOR_DEBT_RATIO_MAX,
  OUTLAY_INDICATOR_BREAK_EVEN_UTILISATION,
  OUTLAY_INDICATOR_OUTPUT_PER_MU,
  OUTLAY_INDICATOR_JOBS,
  OUTLAY_INDICATOR_CO2_AVOIDED,
};

void
outlay_deck_request (const OutlayDeckSource *source, OutlayRequest *request)
{
  outlay_request_add_measures (request, source->plan, source->scenario);
  request->plan_indicators |= (BIT (OUTLAY_N_INDICATORS) - 1) & ~BIT (OUTLAY_INDICATOR_LEVELISED_COST);
  for (guint s = 0; s < G_N_ELEMENTS (yearly); s++)
    request->plan_series |= BIT (yearly[s]);
}

static char *
name_of (const OutlayDeckSource *source, gpointer node)
{
  return outlay_plan_resolve_name (source->plan, source->scenario, OUTLAY_NODE (node));
}

/* --- the split --- */

typedef struct
{
  const OutlayShape *shape;
  OutlayModel *model;
  OutlayAmountUnit unit;
  int decimals;
  double total;
} Split;

/* −1: all of them. */
static double
split_sum (const Split *split, int initiative, int phase)
{
  double sum = 0;

  for (guint i = 0; i < split->shape->n_initiatives; i++)
    for (guint p = 0; p < split->shape->n_phases; p++)
      if ((initiative < 0 || (guint) initiative == i) && (phase < 0 || (guint) phase == p))
        sum += outlay_model_cell (split->model, i, p);
  return sum;
}

static char *
share_text (double part, double whole)
{
  return outlay_amount_format_part (whole != 0 ? part / whole : NAN, (OutlayAmountUnit) { 0.01, "%" }, SHARE_DECIMALS);
}

static void
fill_split_row (const Split *split, OutlayDeckRow *row, int initiative)
{
  const guint n = split->shape->n_phases;
  const double sum = split_sum (split, initiative, -1);

  for (guint p = 0; p < n; p++)
    outlay_deck_row_take (row, 1 + p, outlay_amount_format_part (split_sum (split, initiative, (int) p), split->unit, split->decimals));
  outlay_deck_row_take (row, 1 + n, outlay_amount_format_part (sum, split->unit, split->decimals));
  outlay_deck_row_take (row, 2 + n, share_text (sum, split->total));
}

static void
add_split_head (const OutlayDeckSource *source, const Split *split, OutlayDeckTable *table)
{
  const guint n = split->shape->n_phases;
  OutlayDeckRow *row;

  outlay_deck_table_add_column (table, FALSE);
  for (guint c = 0; c < n + 2; c++)
    outlay_deck_table_add_column (table, TRUE);
  row = outlay_deck_table_add_row (table, OUTLAY_ROW_HEAD);
  outlay_deck_row_take (row, 0, g_strdup (_("Initiative")));
  for (guint p = 0; p < n; p++)
    outlay_deck_row_take (row, 1 + p, name_of (source, outlay_plan_get_phase (source->plan, p)));
  outlay_deck_row_take (row, 1 + n, g_strdup (C_ ("table", "Total")));
  outlay_deck_row_take (row, 2 + n, g_strdup (C_ ("table", "Share (%)")));
}

static void
add_split_shares (const Split *split, OutlayDeckTable *table)
{
  OutlayDeckRow *row = outlay_deck_table_add_row (table, OUTLAY_ROW_BODY);

  outlay_deck_row_take (row, 0, g_strdup (C_ ("table", "Share (%)")));
  for (guint p = 0; p < split->shape->n_phases; p++)
    outlay_deck_row_take (row, 1 + p, share_text (split_sum (split, -1, (int) p), split->total));
  outlay_deck_row_take (row, 1 + split->shape->n_phases, share_text (split->total, split->total));
}

OutlayDeckTable *
outlay_deck_split_table (const OutlayDeckSource *source, char **subtitle)
{
  Split split = { .model = outlay_projection_model (source->projection) };
  OutlayDeckTable *table = outlay_deck_table_new ();
  OutlayDeckRow *row;

  split.shape = outlay_model_shape (split.model);
  split.total = split_sum (&split, -1, -1);
  split.unit = outlay_amount_unit (split.total);
  split.decimals = outlay_chart_decimals (split.total, split.unit);
  *subtitle = outlay_chart_money_text (source->plan, source->scenario, split.unit);
  add_split_head (source, &split, table);
  for (guint i = 0; i < split.shape->n_initiatives; i++)
    {
      row = outlay_deck_table_add_row (table, OUTLAY_ROW_BODY);
      row->has_swatch = TRUE;
      row->swatch = (OutlayInk) { OUTLAY_INK_COLOUR, outlay_palette_initiative (source->plan, source->scenario, i) };
      outlay_deck_row_take (row, 0, name_of (source, outlay_plan_get_initiative (source->plan, i)));
      fill_split_row (&split, row, (int) i);
    }
  row = outlay_deck_table_add_row (table, OUTLAY_ROW_TOTAL);
  outlay_deck_row_take (row, 0, g_strdup (C_ ("table", "Total")));
  fill_split_row (&split, row, -1);
  add_split_shares (&split, table);
  return table;
}

/* --- targets --- */

OutlayDeckTable *
outlay_deck_targets_table (const OutlayDeckSource *source, char **subtitle)
{
  GListModel *targets = outlay_plan_get_targets (source->plan);
  const guint n = g_list_model_get_n_items (targets);
  const char *const heads[] = { _("Target"), _("Source"), _("Value"), _("Promised"), "" };
  OutlayDeckTable *table;
  OutlayDeckRow *row;
  guint n_met = 0;

  if (n == 0)
    return NULL;
  table = outlay_deck_table_new ();
  for (guint c = 0; c < G_N_ELEMENTS (heads); c++)
    outlay_deck_table_add_column (table, c == 2 || c == 3);
  row = outlay_deck_table_add_row (table, OUTLAY_ROW_HEAD);
  for (guint c = 0; c < G_N_ELEMENTS (heads); c++)
    outlay_deck_row_take (row, c, g_strdup (heads[c]));
  for (guint t = 0; t < n; t++)
    {
      g_autoptr (OutlayTarget) target = g_list_model_get_item (targets, t);
      OutlayTargetState state;

      outlay_projection_target (source->projection, source->plan, target, &state);
      g_autofree char *bound = outlay_quantity_format (state.bound, (int) state.unit, source->currency);
      row = outlay_deck_table_add_row (table, OUTLAY_ROW_BODY);
      outlay_deck_row_take (row, 0, name_of (source, target));
      outlay_deck_row_take (row, 1, outlay_plan_resolve_string (source->plan, source->scenario, OUTLAY_NODE (target), "source"));
      outlay_deck_row_take (row, 2, outlay_quantity_format (state.value, (int) state.unit, source->currency));
      outlay_deck_row_take (row, 3, g_strconcat (state.at_least ? "≥ " : "≤ ", bound, NULL));
      outlay_deck_row_take (row, 4, g_strconcat (state.met ? "✓ " : "✗ ", state.met ? C_ ("target", "met") : C_ ("target", "missed"), NULL));
      if (row->cells[1] == NULL)
        row->cells[1] = g_strdup ("");
      row->alarming = !state.met;
      n_met += state.met;
    }
  /* Translators: how many of the targets are met, of how many: "9 of 11 met" */
  *subtitle = g_strdup_printf (_("%u of %u met"), n_met, n);
  return table;
}

/* --- indicators --- */

OutlayDeckTable *
outlay_deck_indicators_table (const OutlayDeckSource *source, char **subtitle)
{
  OutlayDeckTable *table = outlay_deck_table_new ();
  OutlayDeckRow *row;

  *subtitle = g_strdup ("");
  for (guint c = 0; c < 3; c++)
    outlay_deck_table_add_column (table, c == 1);
  row = outlay_deck_table_add_row (table, OUTLAY_ROW_HEAD);
  outlay_deck_row_take (row, 0, g_strdup (_("Indicator")));
  outlay_deck_row_take (row, 1, g_strdup (_("Value")));
  outlay_deck_row_take (row, 2, g_strdup (_("What it is")));
  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    {
      row = outlay_deck_table_add_row (table, OUTLAY_ROW_BODY);
      outlay_deck_row_take (row, 0, g_strdup (_(outlay_indicator_nick (indicators[i]))));
      outlay_deck_row_take (row, 1, outlay_projection_indicator_text (source->projection, indicators[i], -1, source->currency));
      outlay_deck_row_take (row, 2, g_strdup (outlay_indicator_definition (indicators[i])));
    }
  return table;
}

/* --- years --- */

static const double *
yearly_row (const OutlayDeckSource *source, guint column)
{
  return outlay_projection_series (source->projection, yearly[column], OUTLAY_SCOPE_PLAN);
}

static double
largest_amount (const OutlayDeckSource *source, guint n_years)
{
  double largest = 0;

  for (guint s = 0; s < G_N_ELEMENTS (yearly); s++)
    for (guint t = 0; t < n_years; t++)
      largest = MAX (largest, fabs (yearly_row (source, s)[t]));
  return largest;
}

OutlayDeckTable *
outlay_deck_years_table (const OutlayDeckSource *source, char **subtitle)
{
  const guint n_years = outlay_projection_years (source->projection);
  const double largest = largest_amount (source, n_years);
  const OutlayAmountUnit unit = outlay_amount_unit (largest);
  OutlayDeckTable *table = outlay_deck_table_new ();
  OutlayDeckRow *row, *totals;

  *subtitle = outlay_chart_money_text (source->plan, source->scenario, unit);
  for (guint c = 0; c < 1 + G_N_ELEMENTS (yearly); c++)
    outlay_deck_table_add_column (table, c > 0);
  row = outlay_deck_table_add_row (table, OUTLAY_ROW_HEAD);
  outlay_deck_row_take (row, 0, g_strdup (C_ ("table", "Year")));
  for (guint s = 0; s < G_N_ELEMENTS (yearly); s++)
    outlay_deck_row_take (row, 1 + s, g_strdup (_(outlay_series_nick (yearly[s]))));
  for (guint t = 0; t < n_years; t++)
    {
      row = outlay_deck_table_add_row (table, OUTLAY_ROW_BODY);
      outlay_deck_row_take (row, 0, g_strdup_printf ("%d", outlay_projection_first_year (source->projection) + (int) t));
      for (guint s = 0; s < G_N_ELEMENTS (yearly); s++)
        outlay_deck_row_take (row, 1 + s, outlay_amount_format_part (yearly_row (source, s)[t], unit, outlay_chart_decimals (largest, unit)));
    }
  totals = outlay_deck_table_add_row (table, OUTLAY_ROW_TOTAL);
  outlay_deck_row_take (totals, 0, g_strdup (C_ ("table", "Total")));
  for (guint s = 0; s < G_N_ELEMENTS (yearly); s++)
    {
      double sum = 0;

      for (guint t = 0; t < n_years; t++)
        sum += yearly_row (source, s)[t];
      outlay_deck_row_take (totals, 1 + s, outlay_amount_format_part (sum, unit, outlay_chart_decimals (largest, unit)));
    }
  return table;
}
