/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "chart/kinds/kinds-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/palette.h"

#define LEAST_YEARS 4
#define LINE_START 0.06
#define LINE_END 0.94

enum
{
  LOANS,
  INTEREST, /* during construction, which the loans grow by */
  EQUITY,
  OWN_CASH,
  OTHER_EQUITY, /* what is put in beyond the investment */
  N_SOURCES,
  USES = N_SOURCES, /* investment and the interest during construction */
  N_ROWS,
};

static const guint colours[N_SOURCES] = { 0, 6, 1, 3, 4 };

/* What pays for the investment, year by year: the loans, the equity put in, and where these do not reach what the initiatives have earned; upon these what
 * equity pays for besides. */
typedef struct
{
  const OutlayChartSource *source;
  OutlayScene *scene;
  guint n_years;
  double *values; /* N_ROWS rows of n_years */
  OutlayAmountUnit unit;
  int decimals;
} Funding;

static double *
row_of (const Funding *funding, guint row)
{
  return funding->values + row * funding->n_years;
}

/* Years up to the last in which anything is built. */
static guint
count_years (const OutlayChartSource *source)
{
  const double *investment = outlay_projection_series (source->projection, OUTLAY_SERIES_INVESTMENT, OUTLAY_SCOPE_PLAN);
  const double *interest = outlay_projection_series (source->projection, OUTLAY_SERIES_INTEREST_CAPITALISED, OUTLAY_SCOPE_PLAN);
  guint all = outlay_projection_years (source->projection), last = all;

  while (last > 0 && investment[last - 1] == 0 && interest[last - 1] == 0)
    last--;
  return MIN (all, MAX (last, LEAST_YEARS));
}

/* Every initiative has books of its own (model.md §9): what one puts in does not pay for another. */
static void
add_initiative (Funding *funding, guint initiative)
{
  OutlayProjection *projection = funding->source->projection;
  const OutlayScope scope = OUTLAY_SCOPE_INITIATIVE (initiative);
  const double *investment = outlay_projection_series (projection, OUTLAY_SERIES_INVESTMENT, scope);
  const double *loans = outlay_projection_series (projection, OUTLAY_SERIES_LOAN_DRAW, scope);
  const double *interest = outlay_projection_series (projection, OUTLAY_SERIES_INTEREST_CAPITALISED, scope);
  const double *equity = outlay_projection_series (projection, OUTLAY_SERIES_EQUITY_INJECTED, scope);

  for (guint t = 0; t < funding->n_years; t++)
    {
      const double rest = MAX (investment[t] - loans[t], 0);

      row_of (funding, LOANS)[t] += loans[t];
      row_of (funding, INTEREST)[t] += interest[t];
      row_of (funding, EQUITY)[t] += MIN (equity[t], rest);
      row_of (funding, OWN_CASH)[t] += MAX (rest - equity[t], 0);
      row_of (funding, OTHER_EQUITY)[t] += MAX (equity[t] - rest, 0);
      row_of (funding, USES)[t] += investment[t] + interest[t];
    }
}

static void
read_values (Funding *funding)
{
  const guint n = outlay_model_shape (outlay_projection_model (funding->source->projection))->n_initiatives;

  funding->n_years = count_years (funding->source);
  funding->values = g_new0 (double, N_ROWS * funding->n_years);
  for (guint i = 0; i < n; i++)
    add_initiative (funding, i);
}

static double
total_of (const Funding *funding, guint row)
{
  double sum = 0;

  for (guint t = 0; t < funding->n_years; t++)
    sum += row_of (funding, row)[t];
  return sum;
}

static double
sources_in (const Funding *funding, guint t)
{
  double sum = 0;

  for (guint r = 0; r < N_SOURCES; r++)
    sum += row_of (funding, r)[t];
  return sum;
}

static void
set_axes (Funding *funding)
{
  OutlayScene *scene = funding->scene;

  for (guint t = 0; t < funding->n_years; t++)
    {
      outlay_axis_widen (&scene->y, sources_in (funding, t));
      outlay_axis_widen (&scene->y, row_of (funding, USES)[t]);
    }
  outlay_chart_set_years (scene, funding->source, outlay_projection_first_year (funding->source->projection), funding->n_years, TRUE, &funding->unit, &funding->decimals);
}

/* --- marks --- */

static void
add_series (Funding *funding, guint row)
{
  static const char *const names[N_ROWS] = {
    NC_ ("funding", "Loans drawn"), NC_ ("funding", "Interest added"), NC_ ("funding", "Equity"),
    NC_ ("funding", "Own cash"),    NC_ ("funding", "Further equity"),  NC_ ("funding", "Investment"),
  };
  const OutlayInk ink = row == USES ? OUTLAY_INK (TEXT) : (OutlayInk) { OUTLAY_INK_COLOUR, outlay_palette_kind (colours[row]) };
  const char *name = g_dpgettext2 (NULL, "funding", names[row]);
  OutlaySceneSeries *series = outlay_scene_nth_series (funding->scene, outlay_scene_add_series (funding->scene, name, ink, -1));

  series->value = outlay_amount_format_part (total_of (funding, row), funding->unit, funding->decimals);
  series->weight = row == USES ? G_MAXDOUBLE : total_of (funding, row);
}

/* What is to be paid: a short line across each bar. */
static void
add_uses (Funding *funding)
{
  const double *uses = row_of (funding, USES);
  OutlayMark *line = outlay_scene_add_mark (funding->scene, OUTLAY_MARK_LINE, OUTLAY_INK (TEXT), USES, funding->n_years);

  line->pieces = TRUE;
  line->width = 2;
  for (guint t = 0; t < funding->n_years; t++)
    {
      line->x0[t] = t + LINE_START;
      line->x1[t] = t + LINE_END;
      line->values[t] = uses[t];
      line->y0[t] = uses[t] > 0 ? uses[t] : NAN;
    }
  outlay_scene_nth_series (funding->scene, USES)->anchor = uses[funding->n_years - 1];
}

static void
add_totals (Funding *funding)
{
  OutlayMark *text = outlay_scene_add_mark (funding->scene, OUTLAY_MARK_TEXT, OUTLAY_INK (TEXT), -1, funding->n_years);

  text->strong = text->totals = TRUE;
  text->decimals = funding->decimals;
  for (guint t = 0; t < funding->n_years; t++)
    {
      text->x0[t] = text->x1[t] = t + 0.5;
      text->y0[t] = sources_in (funding, t);
      text->labels[t].lead = text->y0[t] > 0 ? outlay_amount_format_part (text->y0[t], funding->unit, funding->decimals) : g_strdup ("");
    }
}

/* --- words --- */

static void
set_words (Funding *funding)
{
  OutlayScene *scene = funding->scene;
  const int first = scene->x.first_year;
  g_autofree char *source_line = outlay_chart_source_line (funding->source), *heading = NULL;
  g_autoptr (GString) note = g_string_new (_("The line is the investment with the interest during construction.")), summary = g_string_new (NULL);

  if (total_of (funding, OTHER_EQUITY) > 0)
    g_string_append_printf (note, "\n%s", _("Further equity pays for working capital, debt service and early losses."));
  outlay_scene_set_note (scene, note->str);
  outlay_scene_set_source (scene, source_line);
  scene->heading = g_strdup (C_ ("chart", "in all"));
  heading = outlay_chart_sentence (scene->heading);
  g_string_printf (summary, _("%s, %s, %d to %d. %s:"), scene->title, scene->subtitle, first, first + (int) funding->n_years - 1, heading);
  for (guint s = 0; s < scene->series->len; s++)
    g_string_append_printf (summary, " %s: %s.", outlay_scene_nth_series (scene, s)->name, outlay_scene_nth_series (scene, s)->value);
  g_string_append_printf (summary, " %s", note->str);
  g_set_str (&scene->summary, summary->str);
}

static void
set_table (Funding *funding)
{
  OutlayScene *scene = funding->scene;
  OutlayChartTable *table = outlay_scene_take_table (scene, outlay_chart_table_new (OUTLAY_CHART_TABLE_STACKED, C_ ("table", "Year")));

  outlay_chart_table_add_years (table, scene->x.first_year, funding->n_years);
  for (guint r = 0; r < N_ROWS; r++)
    {
      const OutlaySceneSeries *series = outlay_scene_nth_series (scene, r);

      outlay_chart_table_add_column (table, series->name, OUTLAY_UNIT_MONEY, series->ink, row_of (funding, r))->line = r == USES;
    }
}

static void
request (const OutlayChart *chart, OutlayRequest *request)
{
  const guint64 uses = OUTLAY_BIT (OUTLAY_SERIES_INVESTMENT) | OUTLAY_BIT (OUTLAY_SERIES_INTEREST_CAPITALISED);

  (void) chart;
  request->plan_series |= uses;
  request->initiative_series |= uses | OUTLAY_BIT (OUTLAY_SERIES_LOAN_DRAW) | OUTLAY_BIT (OUTLAY_SERIES_EQUITY_INJECTED);
}

static void
build (OutlayScene *scene, const OutlayChartSource *source)
{
  Funding funding = { .source = source, .scene = scene };

  read_values (&funding);
  set_axes (&funding);
  for (guint r = 0; r < N_ROWS; r++)
    add_series (&funding, r);
  outlay_scene_add_stack (scene, 0, N_SOURCES, funding.n_years, funding.values);
  add_uses (&funding);
  add_totals (&funding);
  set_words (&funding);
  set_table (&funding);
  g_free (funding.values);
}

const OutlayChartKind outlay_funding_kind = { .request = request, .build = build };
