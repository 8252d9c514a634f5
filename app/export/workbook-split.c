/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "export/workbook-private.h"

#define FIRST_ROW (OUTLAY_HEAD_ROW + 1)
#define FIRST_PHASE 1

typedef struct
{
  const OutlayBookSource *source;
  OutlaySheet *sheet;
  OutlayModel *model;
  guint n_initiatives;
  guint n_phases;
  double *phase_sums;
  double total;
} Split;

static double
initiative_sum (const Split *split, guint initiative)
{
  double sum = 0;

  for (guint p = 0; p < split->n_phases; p++)
    sum += outlay_model_cell (split->model, initiative, p);
  return sum;
}

static void
add_up (Split *split)
{
  for (guint i = 0; i < split->n_initiatives; i++)
    for (guint p = 0; p < split->n_phases; p++)
      split->phase_sums[p] += outlay_model_cell (split->model, i, p);
  for (guint p = 0; p < split->n_phases; p++)
    split->total += split->phase_sums[p];
}

static void
put_share (const Split *split, guint row, guint column, OutlayRowLook look, guint part_row, guint part_column, double part)
{
  GString *formula = g_string_new ("=");

  outlay_formula_add_cell (formula, part_row, part_column);
  g_string_append_c (formula, '/');
  outlay_formula_add_cell (formula, FIRST_ROW + split->n_initiatives, FIRST_PHASE + split->n_phases);
  outlay_sheet_take_formula (split->sheet, row, column, OUTLAY_CELL_PERCENT, look, g_string_free_and_steal (formula), part / split->total);
}

static void
add_head (const Split *split)
{
  outlay_sheet_put_text (split->sheet, OUTLAY_HEAD_ROW, 0, OUTLAY_CELL_HEAD, OUTLAY_ROW_LOOK_PLAIN, _("Initiative"));
  outlay_sheet_add_width (split->sheet, 30);
  for (guint p = 0; p < split->n_phases; p++)
    {
      g_autofree char *name = outlay_book_name (split->source, outlay_plan_get_phase (split->source->plan, p));

      outlay_sheet_put_text (split->sheet, OUTLAY_HEAD_ROW, FIRST_PHASE + p, OUTLAY_CELL_NUMBER_HEAD, OUTLAY_ROW_LOOK_PLAIN, name);
      outlay_sheet_add_width (split->sheet, OUTLAY_MONEY_WIDTH);
    }
  outlay_sheet_put_text (split->sheet, OUTLAY_HEAD_ROW, FIRST_PHASE + split->n_phases, OUTLAY_CELL_NUMBER_HEAD, OUTLAY_ROW_LOOK_PLAIN, C_ ("table", "Total"));
  outlay_sheet_put_text (split->sheet, OUTLAY_HEAD_ROW, FIRST_PHASE + split->n_phases + 1, OUTLAY_CELL_NUMBER_HEAD, OUTLAY_ROW_LOOK_PLAIN, C_ ("table", "Share"));
  outlay_sheet_add_width (split->sheet, OUTLAY_MONEY_WIDTH);
  outlay_sheet_add_width (split->sheet, 10);
}

static void
add_initiative (const Split *split, guint initiative)
{
  const guint row = FIRST_ROW + initiative, total = FIRST_PHASE + split->n_phases;
  const double sum = initiative_sum (split, initiative);
  g_autofree char *name = outlay_book_name (split->source, outlay_plan_get_initiative (split->source->plan, initiative));

  outlay_sheet_put_text (split->sheet, row, 0, OUTLAY_CELL_TEXT, OUTLAY_ROW_LOOK_PLAIN, name);
  for (guint p = 0; p < split->n_phases; p++)
    outlay_sheet_put_number (split->sheet, row, FIRST_PHASE + p, OUTLAY_CELL_WHOLE, OUTLAY_ROW_LOOK_PLAIN, outlay_model_cell (split->model, initiative, p));
  outlay_sheet_take_formula (split->sheet, row, total, OUTLAY_CELL_WHOLE, OUTLAY_ROW_LOOK_PLAIN, outlay_formula_sum (row, FIRST_PHASE, row, total - 1), sum);
  put_share (split, row, total + 1, OUTLAY_ROW_LOOK_PLAIN, row, total, sum);
}

static void
add_totals (const Split *split)
{
  const guint row = FIRST_ROW + split->n_initiatives, total = FIRST_PHASE + split->n_phases;

  outlay_sheet_put_text (split->sheet, row, 0, OUTLAY_CELL_TEXT, OUTLAY_ROW_LOOK_TOTAL, C_ ("table", "Total"));
  for (guint p = 0; p <= split->n_phases; p++)
    outlay_sheet_take_formula (split->sheet, row, FIRST_PHASE + p, OUTLAY_CELL_WHOLE, OUTLAY_ROW_LOOK_TOTAL,
                               outlay_formula_sum (FIRST_ROW, FIRST_PHASE + p, row - 1, FIRST_PHASE + p), p < split->n_phases ? split->phase_sums[p] : split->total);
  put_share (split, row, total + 1, OUTLAY_ROW_LOOK_TOTAL, row, total, split->total);
  outlay_sheet_put_text (split->sheet, row + 1, 0, OUTLAY_CELL_TEXT, OUTLAY_ROW_LOOK_PLAIN, C_ ("table", "Share"));
  for (guint p = 0; p < split->n_phases; p++)
    put_share (split, row + 1, FIRST_PHASE + p, OUTLAY_ROW_LOOK_PLAIN, row, FIRST_PHASE + p, split->phase_sums[p]);
}

void
outlay_book_add_split (const OutlayBookSource *source)
{
  g_autofree char *note = outlay_book_money_note (source);
  Split split = { .source = source, .model = outlay_projection_model (source->projection) };
  g_autofree double *phase_sums = NULL;

  split.n_initiatives = outlay_model_shape (split.model)->n_initiatives;
  split.n_phases = outlay_model_shape (split.model)->n_phases;
  split.phase_sums = phase_sums = g_new0 (double, split.n_phases + 1);
  split.sheet = outlay_book_add_sheet (source, C_ ("sheet", "Split"), note);
  add_up (&split);
  add_head (&split);
  for (guint i = 0; i < split.n_initiatives; i++)
    add_initiative (&split, i);
  if (split.n_initiatives > 0 && split.n_phases > 0)
    add_totals (&split);
}
