/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "export/workbook-private.h"
#include "plan/resolve.h"

enum
{
  NAME,
  UNIT,
  TOTAL,
  FIRST_YEAR,
};

/* What is told of each initiative and of each phase, in blocks. */
static const OutlaySeries by_initiative[] = {
  OUTLAY_SERIES_INVESTMENT,     OUTLAY_SERIES_OUTPUT_VALUE, OUTLAY_SERIES_REVENUE,
  OUTLAY_SERIES_OPERATING_COST, OUTLAY_SERIES_TAX,          OUTLAY_SERIES_NET_PROFIT, OUTLAY_SERIES_CASH_FLOW_AFTER_TAX,
};
static const OutlaySeries by_phase[] = {
  OUTLAY_SERIES_INVESTMENT, OUTLAY_SERIES_OUTPUT_VALUE, OUTLAY_SERIES_REVENUE, OUTLAY_SERIES_TAX,
};

/* The parts of the plan that stand below each other. */
typedef struct
{
  const OutlayBookSource *source;
  OutlaySheet *sheet;
  guint n;
  char **names;
  OutlayScope (*scope) (guint part);
} Parts;

static OutlayScope
initiative_scope (guint part)
{
  return OUTLAY_SCOPE_INITIATIVE (part);
}

static OutlayScope
phase_scope (guint part)
{
  return OUTLAY_SCOPE_PHASE (part);
}

static const double *
part_values (const Parts *parts, OutlaySeries series, guint part)
{
  return outlay_projection_series (parts->source->projection, series, parts->scope (part));
}

/* --- which parts a chart shows --- */

typedef struct
{
  guint part;
  double weight;
} Ranked;

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  const Ranked *first = a, *second = b;

  if (first->weight != second->weight)
    return first->weight < second->weight ? 1 : -1;
  return (first->part > second->part) - (first->part < second->part);
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const guint *first = a, *second = b;

  return (*first > *second) - (*first < *second);
}

/* The largest ones, in the order of the plan; NULL where all of them fit. */
static GArray *
pick_shown (const Parts *parts, OutlaySeries series)
{
  GArray *shown = NULL;
  g_autofree Ranked *ranked = NULL;

  if (parts->n <= OUTLAY_MOST_SHOWN)
    return NULL;
  ranked = g_new0 (Ranked, parts->n);
  for (guint i = 0; i < parts->n; i++)
    {
      const double *values = part_values (parts, series, i);

      ranked[i].part = i;
      for (guint t = 0; t < parts->source->n_years; t++)
        ranked[i].weight += fabs (values[t]);
    }
  qsort (ranked, parts->n, sizeof *ranked, compare_weights);
  shown = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < OUTLAY_MOST_SHOWN - 1; i++)
    g_array_append_val (shown, ranked[i].part);
  g_array_sort (shown, compare_parts);
  return shown;
}

/* --- blocks --- */

static void
put_names (const Parts *parts, guint row, OutlayRowLook look, const char *name, OutlaySeries series)
{
  outlay_sheet_put_text (parts->sheet, row, NAME, OUTLAY_CELL_TEXT, look, name);
  outlay_sheet_put_text (parts->sheet, row, UNIT, OUTLAY_CELL_FAINT, look, outlay_book_unit (parts->source, outlay_series_unit (series)));
}

static void
add_total (const Parts *parts, const OutlaySheetBlock *block, OutlaySeries series)
{
  const OutlayCellForm form = outlay_book_form (outlay_series_unit (series));
  const double *values = outlay_projection_series (parts->source->projection, series, OUTLAY_SCOPE_PLAN);
  const guint row = block->first_row + parts->n;

  put_names (parts, row, OUTLAY_ROW_LOOK_TOTAL, C_ ("table", "Total"), series);
  outlay_book_put_total (parts->source, parts->sheet, row, TOTAL, form, OUTLAY_ROW_LOOK_TOTAL, values);
  for (guint t = 0; t < parts->source->n_years; t++)
    outlay_sheet_take_formula (parts->sheet, row, FIRST_YEAR + t, form, OUTLAY_ROW_LOOK_TOTAL,
                               outlay_formula_sum (block->first_row, FIRST_YEAR + t, row - 1, FIRST_YEAR + t), values[t]);
}

static char *
others_formula (const Parts *parts, const OutlaySheetBlock *block, guint column)
{
  GString *formula = g_string_new ("=");

  outlay_formula_add_cell (formula, block->first_row + parts->n, column);
  for (guint s = 0; s < block->shown->len; s++)
    {
      g_string_append_c (formula, '-');
      outlay_formula_add_cell (formula, block->first_row + g_array_index (block->shown, guint, s), column);
    }
  return g_string_free_and_steal (formula);
}

/* What the chart shows as one: the sum without those that it shows by name. */
static void
add_others (const Parts *parts, OutlaySheetBlock *block, OutlaySeries series)
{
  const OutlayCellForm form = outlay_book_form (outlay_series_unit (series));
  const double *sums = outlay_projection_series (parts->source->projection, series, OUTLAY_SCOPE_PLAN);
  g_autofree double *values = g_memdup2 (sums, parts->source->n_years * sizeof *sums);
  const guint n = parts->n - block->shown->len;
  g_autofree char *name = g_strdup_printf (ngettext ("%u other", "%u others", n), n);

  block->others_row = block->first_row + parts->n + 1;
  for (guint s = 0; s < block->shown->len; s++)
    for (guint t = 0; t < parts->source->n_years; t++)
      values[t] -= part_values (parts, series, g_array_index (block->shown, guint, s))[t];
  put_names (parts, block->others_row, OUTLAY_ROW_LOOK_ASIDE, name, series);
  outlay_book_put_total (parts->source, parts->sheet, block->others_row, TOTAL, form, OUTLAY_ROW_LOOK_ASIDE, values);
  for (guint t = 0; t < parts->source->n_years; t++)
    outlay_sheet_take_formula (parts->sheet, block->others_row, FIRST_YEAR + t, form, OUTLAY_ROW_LOOK_ASIDE,
                               others_formula (parts, block, FIRST_YEAR + t), values[t]);
}

static void
add_block (const Parts *parts, OutlaySheetBlock *block, OutlaySeries series)
{
  outlay_sheet_put_text (parts->sheet, parts->sheet->n_rows, NAME, OUTLAY_CELL_SECTION, OUTLAY_ROW_LOOK_PLAIN, _(outlay_series_nick (series)));
  block->first_row = parts->sheet->n_rows;
  block->shown = pick_shown (parts, series);
  for (guint i = 0; i < parts->n; i++)
    {
      put_names (parts, block->first_row + i, OUTLAY_ROW_LOOK_PLAIN, parts->names[i], series);
      outlay_book_put_row (parts->source, parts->sheet, block->first_row + i, TOTAL, outlay_book_form (outlay_series_unit (series)),
                           part_values (parts, series, i));
    }
  if (parts->n > 0)
    add_total (parts, block, series);
  if (block->shown != NULL)
    add_others (parts, block, series);
  parts->sheet->n_rows++;
}

static void
add_blocks (const Parts *parts, const char *head, const OutlaySeries *series, guint n_series, OutlaySheetPlaces *places)
{
  outlay_sheet_put_text (parts->sheet, OUTLAY_HEAD_ROW, NAME, OUTLAY_CELL_HEAD, OUTLAY_ROW_LOOK_PLAIN, head);
  outlay_sheet_put_text (parts->sheet, OUTLAY_HEAD_ROW, UNIT, OUTLAY_CELL_HEAD, OUTLAY_ROW_LOOK_PLAIN, _("Unit"));
  outlay_book_put_years (parts->source, parts->sheet, OUTLAY_HEAD_ROW, TOTAL);
  outlay_sheet_add_width (parts->sheet, 30);
  outlay_sheet_add_width (parts->sheet, 8);
  for (guint t = 0; t <= parts->source->n_years; t++)
    outlay_sheet_add_width (parts->sheet, OUTLAY_MONEY_WIDTH);
  places->sheet = parts->sheet;
  places->first_column = FIRST_YEAR;
  for (guint s = 0; s < n_series; s++)
    add_block (parts, &places->blocks[series[s]], series[s]);
}

void
outlay_book_add_initiatives (const OutlayBookSource *source, OutlaySheetPlaces *places)
{
  const guint n = outlay_plan_get_n_initiatives (source->plan);
  g_auto (GStrv) names = g_new0 (char *, n + 1);
  const Parts parts = { source, outlay_book_add_sheet (source, C_ ("sheet", "By initiative"), NULL), n, names, initiative_scope };

  for (guint i = 0; i < n; i++)
    names[i] = outlay_book_name (source, outlay_plan_get_initiative (source->plan, i));
  add_blocks (&parts, _("Initiative"), by_initiative, G_N_ELEMENTS (by_initiative), places);
}

void
outlay_book_add_phases (const OutlayBookSource *source, OutlaySheetPlaces *places)
{
  const guint n = outlay_plan_get_n_phases (source->plan);
  g_auto (GStrv) names = g_new0 (char *, n + 1);
  const Parts parts = { source, outlay_book_add_sheet (source, C_ ("sheet", "By phase"), NULL), n, names, phase_scope };

  for (guint p = 0; p < n; p++)
    names[p] = outlay_book_name (source, outlay_plan_get_phase (source->plan, p));
  add_blocks (&parts, _("Phase"), by_phase, G_N_ELEMENTS (by_phase), places);
}

/* --- products --- */

/* An initiative, its product and its unit before the years: they stand one column further to the right. */
static void
add_products (const OutlayBookSource *source, OutlaySheet *sheet, OutlaySeries series)
{
  outlay_sheet_put_text (sheet, sheet->n_rows, 0, OUTLAY_CELL_SECTION, OUTLAY_ROW_LOOK_PLAIN, _(outlay_series_nick (series)));
  for (guint i = 0; i < outlay_plan_get_n_initiatives (source->plan); i++)
    {
      OutlayInitiative *initiative = outlay_plan_get_initiative (source->plan, i);
      g_autofree char *around = outlay_book_name (source, initiative);

      for (guint j = 0; j < outlay_initiative_get_n_products (initiative); j++)
        {
          OutlayProduct *product = outlay_initiative_get_product (initiative, j);
          g_autofree char *name = outlay_book_name (source, product);
          g_autofree char *unit = outlay_plan_resolve_string (source->plan, source->scenario, OUTLAY_NODE (product), "unit");
          const guint row = sheet->n_rows;

          outlay_sheet_put_text (sheet, row, 0, OUTLAY_CELL_TEXT, OUTLAY_ROW_LOOK_PLAIN, around);
          outlay_sheet_put_text (sheet, row, 1, OUTLAY_CELL_TEXT, OUTLAY_ROW_LOOK_PLAIN, name);
          outlay_sheet_put_text (sheet, row, 2, OUTLAY_CELL_FAINT, OUTLAY_ROW_LOOK_PLAIN, unit);
          outlay_book_put_row (source, sheet, row, 3, OUTLAY_CELL_WHOLE, outlay_projection_series (source->projection, series, OUTLAY_SCOPE_PRODUCT (i, j)));
        }
    }
  sheet->n_rows++;
}

void
outlay_book_add_products (const OutlayBookSource *source)
{
  OutlaySheet *sheet = outlay_book_add_sheet (source, C_ ("sheet", "Products"), NULL);

  outlay_sheet_put_text (sheet, OUTLAY_HEAD_ROW, 0, OUTLAY_CELL_HEAD, OUTLAY_ROW_LOOK_PLAIN, _("Initiative"));
  outlay_sheet_put_text (sheet, OUTLAY_HEAD_ROW, 1, OUTLAY_CELL_HEAD, OUTLAY_ROW_LOOK_PLAIN, _("Product"));
  outlay_sheet_put_text (sheet, OUTLAY_HEAD_ROW, 2, OUTLAY_CELL_HEAD, OUTLAY_ROW_LOOK_PLAIN, _("Unit"));
  outlay_book_put_years (source, sheet, OUTLAY_HEAD_ROW, 3);
  outlay_sheet_add_width (sheet, 30);
  outlay_sheet_add_width (sheet, 24);
  outlay_sheet_add_width (sheet, 10);
  for (guint t = 0; t <= source->n_years; t++)
    outlay_sheet_add_width (sheet, 13);
  add_products (source, sheet, OUTLAY_SERIES_QUANTITY);
  add_products (source, sheet, OUTLAY_SERIES_QUANTITY_SOLD);
}
