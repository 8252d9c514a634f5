/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "export/workbook-private.h"
#include "plan/flatten.h"
#include "plan/label.h"
#include "plan/resolve.h"
#include "plan/unit.h"
#include "study/definition.h"
#include "study/measure.h"

#define FIRST_ROW (OUTLAY_HEAD_ROW + 1)
#define PLAIN OUTLAY_ROW_LOOK_PLAIN

typedef struct
{
  const char *title;
  gboolean number;
  double width;
} Column;

static void
add_columns (OutlaySheet *sheet, guint row, const Column *columns, guint n)
{
  for (guint c = 0; c < n; c++)
    {
      outlay_sheet_put_text (sheet, row, c, columns[c].number ? OUTLAY_CELL_NUMBER_HEAD : OUTLAY_CELL_HEAD, PLAIN, columns[c].title);
      if (columns[c].width > 0)
        outlay_sheet_add_width (sheet, columns[c].width);
    }
}

/* --- indicators --- */

void
outlay_book_put_indicator (const OutlayBookSource *source, OutlaySheet *sheet, guint row, guint column, OutlayIndicator indicator, int initiative)
{
  const OutlayCellForm form = outlay_book_form (outlay_indicator_unit (indicator));
  const double value = outlay_projection_indicator (source->projection, indicator, initiative);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_roots = 0;
  const double *roots = outlay_projection_irr_roots (source->projection, indicator, initiative, &n_roots);

  for (guint root = 0; n_roots > 1 && root < n_roots; root++)
    g_string_append_printf (text, "%s%.2f%%", root > 0 ? " / " : "", roots[root] * 100);
  if (n_roots > 1)
    outlay_sheet_put_text (sheet, row, column, OUTLAY_CELL_TEXT, PLAIN, text->str);
  else if (isfinite (value))
    outlay_sheet_put_number (sheet, row, column, form, PLAIN, value);
  else
    outlay_sheet_put_text (sheet, row, column, OUTLAY_CELL_FAINT, PLAIN, C_ ("indicator", "none"));
}

void
outlay_book_add_indicators (const OutlayBookSource *source)
{
  g_autofree char *note = outlay_book_money_note (source);
  OutlaySheet *sheet = outlay_book_add_sheet (source, C_ ("sheet", "Indicators"), note);
  const Column columns[] = {
    { _("Indicator"), FALSE, 30 }, { _("Value"), TRUE, 20 }, { _("Unit"), FALSE, 14 }, { _("What it is"), FALSE, 70 }, { C_ ("table", "Name in files"), FALSE, 24 },
  };

  add_columns (sheet, OUTLAY_HEAD_ROW, columns, G_N_ELEMENTS (columns));
  for (guint i = 0, row = FIRST_ROW; i < OUTLAY_N_INDICATORS; i++)
    {
      /* Only initiatives have one. */
      if (i == OUTLAY_INDICATOR_LEVELISED_COST)
        continue;
      outlay_sheet_put_text (sheet, row, 0, OUTLAY_CELL_TEXT, PLAIN, _(outlay_indicator_nick (i)));
      outlay_book_put_indicator (source, sheet, row, 1, i, -1);
      outlay_sheet_put_text (sheet, row, 2, OUTLAY_CELL_FAINT, PLAIN, outlay_book_unit (source, outlay_indicator_unit (i)));
      outlay_sheet_put_text (sheet, row, 3, OUTLAY_CELL_WRAPPED, PLAIN, outlay_indicator_definition (i));
      outlay_sheet_put_text (sheet, row, 4, OUTLAY_CELL_FAINT, PLAIN, outlay_indicator_name (i));
      row++;
    }
}

/* --- targets and public figures --- */

static void
add_target (const OutlayBookSource *source, OutlaySheet *sheet, guint row, OutlayTarget *target)
{
  g_autofree char *name = outlay_book_name (source, target);
  g_autofree char *text = outlay_plan_resolve_string (source->plan, source->scenario, OUTLAY_NODE (target), "source");
  OutlayTargetState state;
  OutlayCellForm form;

  outlay_projection_target (source->projection, source->plan, target, &state);
  form = outlay_book_form (state.unit);
  outlay_sheet_put_text (sheet, row, 0, OUTLAY_CELL_TEXT, PLAIN, name);
  outlay_sheet_put_number (sheet, row, 1, form, PLAIN, state.value);
  outlay_sheet_put_text (sheet, row, 2, OUTLAY_CELL_TEXT, PLAIN, state.at_least ? C_ ("target", "at least") : C_ ("target", "at most"));
  outlay_sheet_put_number (sheet, row, 3, form, PLAIN, state.bound);
  outlay_sheet_put_text (sheet, row, 4, OUTLAY_CELL_FAINT, PLAIN, outlay_book_unit (source, state.unit));
  outlay_sheet_put_text (sheet, row, 5, state.met ? OUTLAY_CELL_GOOD : OUTLAY_CELL_BAD, PLAIN, state.met ? C_ ("target", "met") : C_ ("target", "missed"));
  outlay_sheet_put_text (sheet, row, 6, OUTLAY_CELL_WRAPPED, PLAIN, text);
}

/* The share is a formula of the two numbers before it. */
static void
add_figure (const OutlayBookSource *source, OutlaySheet *sheet, guint row, OutlayFigure *figure)
{
  g_autofree char *name = outlay_book_name (source, figure);
  g_autofree char *unit = outlay_plan_resolve_string (source->plan, source->scenario, OUTLAY_NODE (figure), "unit");
  g_autoptr (GString) formula = g_string_new ("=");
  double value, share;

  if (!outlay_projection_figure (source->projection, source->plan, figure, &value, &share))
    return;
  outlay_formula_add_cell (formula, row, 1);
  g_string_append_c (formula, '/');
  outlay_formula_add_cell (formula, row, 3);
  outlay_sheet_put_text (sheet, row, 0, OUTLAY_CELL_TEXT, PLAIN, name);
  outlay_sheet_put_number (sheet, row, 1, OUTLAY_CELL_WHOLE, PLAIN, value);
  outlay_sheet_put_number (sheet, row, 3, OUTLAY_CELL_WHOLE, PLAIN, outlay_plan_resolve_number (source->plan, source->scenario, OUTLAY_NODE (figure), "value"));
  outlay_sheet_put_text (sheet, row, 4, OUTLAY_CELL_FAINT, PLAIN, unit);
  outlay_sheet_take_formula (sheet, row, 5, OUTLAY_CELL_PERCENT, PLAIN, g_string_free_and_steal (g_steal_pointer (&formula)), share);
}

static void
add_figures (const OutlayBookSource *source, OutlaySheet *sheet)
{
  const Column columns[] = {
    { _("Public figure"), FALSE }, { C_ ("table", "Of the plan"), TRUE }, { "", FALSE }, { C_ ("table", "Figure"), TRUE }, { _("Unit"), FALSE }, { C_ ("table", "Share"), TRUE },
  };

  sheet->n_rows++;
  add_columns (sheet, sheet->n_rows, columns, G_N_ELEMENTS (columns));
  for (guint n = 0; n < outlay_plan_get_n_figures (source->plan); n++)
    add_figure (source, sheet, sheet->n_rows, outlay_plan_get_figure (source->plan, n));
}

void
outlay_book_add_targets (const OutlayBookSource *source)
{
  g_autofree char *note = outlay_book_money_note (source);
  OutlaySheet *sheet = outlay_book_add_sheet (source, C_ ("sheet", "Targets"), note);
  GListModel *targets = outlay_plan_get_targets (source->plan);
  const Column columns[] = {
    { _("Target"), FALSE, 40 }, { _("Value"), TRUE, 20 }, { "", FALSE, 10 },         { _("Promised"), TRUE, 20 },
    { _("Unit"), FALSE, 14 },   { "", FALSE, 12 },        { _("Source"), FALSE, 60 },
  };

  add_columns (sheet, OUTLAY_HEAD_ROW, columns, G_N_ELEMENTS (columns));
  for (guint t = 0; t < g_list_model_get_n_items (targets); t++)
    {
      g_autoptr (OutlayTarget) target = g_list_model_get_item (targets, t);

      add_target (source, sheet, FIRST_ROW + t, target);
    }
  if (outlay_plan_get_n_figures (source->plan) > 0)
    add_figures (source, sheet);
}

/* --- assumptions --- */

typedef struct
{
  const OutlayBookSource *source;
  OutlayPlan *flat; /* the plan that the scenario makes */
  OutlaySheet *sheet;
} Listing;

/* Shares and choices stand as --set takes them: 0.25, "mid-year". */
static void
put_value (OutlaySheet *sheet, guint row, guint column, const OutlayValue *value)
{
  if (value->type == OUTLAY_VALUE_NUMBER)
    outlay_sheet_put_number (sheet, row, column, OUTLAY_CELL_EXACT, PLAIN, value->number);
  else if (value->type == OUTLAY_VALUE_STRING)
    outlay_sheet_put_text (sheet, row, column, OUTLAY_CELL_TEXT, PLAIN, value->string);
  else
    outlay_sheet_put_text (sheet, row, column, OUTLAY_CELL_FAINT, PLAIN, C_ ("indicator", "none"));
}

static void
add_assumption (const OutlayParameter *parameter, gpointer data)
{
  const Listing *listing = data;
  const guint row = listing->sheet->n_rows;
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
  g_autofree char *path = outlay_parameter_path (parameter), *object = NULL, *label = NULL;
  OutlayNode *source;
  double status;

  if (!parameter->member->engine && parameter->member->kind != OUTLAY_MEMBER_SHARES && parameter->member->kind != OUTLAY_MEMBER_CELLS)
    return;
  object = outlay_object_label (listing->flat, NULL, parameter->node);
  label = outlay_parameter_short_label (listing->flat, NULL, parameter);
  outlay_parameter_get (parameter, &value);
  outlay_sheet_put_text (listing->sheet, row, 0, OUTLAY_CELL_TEXT, PLAIN, object);
  outlay_sheet_put_text (listing->sheet, row, 1, OUTLAY_CELL_TEXT, PLAIN, label);
  put_value (listing->sheet, row, 2, &value);
  outlay_sheet_put_text (listing->sheet, row, 3, OUTLAY_CELL_FAINT, PLAIN, outlay_book_unit (listing->source, parameter->member->unit));
  source = OUTLAY_NODE (outlay_plan_find_source_around (listing->flat, path));
  status = source != NULL ? outlay_node_get_number (source, outlay_node_find_member (source, "status")) : NAN;
  outlay_sheet_put_text (listing->sheet, row, 4, OUTLAY_CELL_TEXT, PLAIN, isnan (status) ? NULL : outlay_status_name ((OutlayStatus) status));
  outlay_sheet_put_text (listing->sheet, row, 5, OUTLAY_CELL_FAINT, PLAIN, path);
  /* On one line: one text often speaks for many numbers. */
  if (source != NULL)
    outlay_sheet_put_text (listing->sheet, row, 6, OUTLAY_CELL_TEXT, PLAIN, outlay_node_get_string (source, outlay_node_find_member (source, "text")));
}

void
outlay_book_add_assumptions (const OutlayBookSource *source)
{
  g_autoptr (OutlayPlan) flat = outlay_plan_flatten (source->plan, source->scenario);
  g_autofree char *note = outlay_book_money_note (source);
  OutlaySheet *sheet = outlay_book_add_sheet (source, C_ ("sheet", "Assumptions"), note);
  Listing listing = { source, flat, sheet };
  const Column columns[] = {
    { C_ ("table", "Of"), FALSE, 30 }, { _("Assumption"), FALSE, 34 }, { _("Value"), TRUE, 18 },   { _("Unit"), FALSE, 20 },
    { _("Status"), FALSE, 14 },        { C_ ("table", "Path"), FALSE, 46 }, { _("Source"), FALSE, 60 },
  };

  add_columns (sheet, OUTLAY_HEAD_ROW, columns, G_N_ELEMENTS (columns));
  sheet->filtered = TRUE;
  outlay_plan_foreach_parameter (flat, add_assumption, &listing);
}
