/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "chart/kinds/kinds-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/palette.h"
#include "engine/cashflow.h"

/* Rates: from here, or a little below the smallest root, to a little beyond the largest, in whole steps; roots outside the limits are told, not shown. */
#define USUAL_LOWER -0.05
#define LEAST_UPPER 0.2
#define LOWER_LIMIT -0.3
#define UPPER_LIMIT 1.0
#define STEP 0.05
#define BEYOND 1.15
/* Points of a step, so that each of them stands at a whole tenth of a percent, which its row of the table is named by; fewer where there are many steps. */
#define FINE 25
#define COARSE 5
#define MANY_STEPS 8
#define MOST_POINTS (FINE * MANY_STEPS + 1)
/* Below 0 a long plan is worth more than everything else in the chart: not shown where it is this many times the value without discounting. */
#define MOST_GROWTH 1.6
#define POINT_RADIUS 4.0
#define PLACE_RADIUS 3.0

enum
{
  AFTER_TAX,
  BEFORE_TAX,
  EQUITY,
  N_FLOWS,
};

static const struct
{
  OutlaySeries series;
  OutlayIndicator npv;
  OutlayIndicator irr;
  const char *name;
  double width;
} kinds[N_FLOWS] = {
  { OUTLAY_SERIES_CASH_FLOW_AFTER_TAX, OUTLAY_INDICATOR_NPV_AFTER_TAX, OUTLAY_INDICATOR_IRR_AFTER_TAX, NC_ ("flows", "After tax"), 2.6 },
  { OUTLAY_SERIES_CASH_FLOW_BEFORE_TAX, OUTLAY_INDICATOR_NPV_BEFORE_TAX, OUTLAY_INDICATOR_IRR_BEFORE_TAX, NC_ ("flows", "Before tax"), 1.6 },
  { OUTLAY_SERIES_EQUITY_CASH_FLOW, OUTLAY_INDICATOR_NPV_EQUITY, OUTLAY_INDICATOR_IRR_EQUITY, NC_ ("flows", "Equity"), 1.6 },
};

typedef struct
{
  const OutlayChartSource *source;
  OutlayScene *scene;
  double rate;   /* the plan's */
  double offset; /* of the first flow */
  double lower;
  double upper;
  guint n_points;
  double values[N_FLOWS][MOST_POINTS];
  OutlayAmountUnit unit;
  int decimals;
} Profile;

/* --- numbers --- */

/* −1: the plan. */
static int
initiative_of (const Profile *profile)
{
  return (int) profile->source->options.part - 1;
}

static double
value_at (const Profile *profile, guint kind, double rate)
{
  const int initiative = initiative_of (profile);
  const OutlayScope scope = initiative >= 0 ? OUTLAY_SCOPE_INITIATIVE (initiative) : OUTLAY_SCOPE_PLAN;
  OutlayProjection *projection = profile->source->projection;

  return outlay_npv (outlay_projection_series (projection, kinds[kind].series, scope), outlay_projection_years (projection), rate, profile->offset);
}

static double
nth_rate (const Profile *profile, guint n)
{
  return profile->lower + (profile->upper - profile->lower) * n / (profile->n_points - 1);
}

static const double *
roots_of (const Profile *profile, guint kind, guint *n)
{
  return outlay_projection_irr_roots (profile->source->projection, kinds[kind].irr, initiative_of (profile), n);
}

static void
set_points (Profile *profile)
{
  const guint n_steps = (guint) round ((profile->upper - profile->lower) / STEP);

  profile->n_points = MIN (n_steps * (n_steps > MANY_STEPS ? COARSE : FINE) + 1, MOST_POINTS);
}

static void
find_range (Profile *profile)
{
  double lower = 0, upper = MAX (LEAST_UPPER, profile->rate * BEYOND), smallest = MIN (profile->rate, 0);
  gboolean steep = FALSE;

  for (guint k = 0; k < N_FLOWS; k++)
    {
      guint n;
      const double *roots = roots_of (profile, k, &n);

      for (guint i = 0; i < n; i++)
        {
          if (roots[i] <= UPPER_LIMIT)
            upper = MAX (upper, roots[i] * BEYOND);
          if (roots[i] >= LOWER_LIMIT)
            smallest = MIN (smallest, roots[i] - STEP / 2);
        }
      steep |= fabs (value_at (profile, k, USUAL_LOWER)) > MOST_GROWTH * fabs (value_at (profile, k, 0));
    }
  lower = steep ? smallest : MIN (smallest, USUAL_LOWER);
  profile->lower = floor (lower / STEP + 1e-9) * STEP;
  profile->upper = ceil (upper / STEP - 1e-9) * STEP;
  set_points (profile);
}

static void
set_axes (Profile *profile)
{
  OutlayScene *scene = profile->scene;
  g_autofree char *unit = NULL;
  double largest;

  for (guint k = 0; k < N_FLOWS; k++)
    for (guint n = 0; n < profile->n_points; n++)
      {
        profile->values[k][n] = value_at (profile, k, nth_rate (profile, n));
        outlay_axis_widen (&scene->y, profile->values[k][n]);
      }
  largest = MAX (scene->y.upper, -scene->y.lower);
  profile->unit = outlay_amount_unit (largest);
  profile->decimals = outlay_chart_decimals (largest, profile->unit);
  if (largest == 0)
    scene->y.upper = profile->unit.size;
  scene->y.kind = OUTLAY_AXIS_VALUE;
  scene->y.unit = profile->unit;
  scene->x = (OutlayAxis) { OUTLAY_AXIS_VALUE, profile->lower, profile->upper, { 0.01, _("%") }, 0 };
  unit = outlay_chart_unit_title (profile->source, profile->unit, FALSE);
  outlay_scene_set_subtitle (scene, unit);
}

/* --- marks --- */

static char *
write_rate (double rate)
{
  return outlay_quantity_format (rate, OUTLAY_UNIT_SHARE_A_YEAR, NULL);
}

/* "12.9 %"; several with commas; "–" for none. */
static char *
write_roots (const Profile *profile, guint kind)
{
  guint n;
  const double *roots = roots_of (profile, kind, &n);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *rate = write_rate (roots[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", rate);
    }
  return n > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : g_strdup ("–");
}

static char *
write_amount (const Profile *profile, double amount)
{
  g_autofree char *number = outlay_amount_format_in (amount, profile->unit, profile->decimals);

  return g_strdup_printf (C_ ("number and unit", "%s %s"), number, profile->scene->subtitle);
}

static void
add_series (Profile *profile, guint kind)
{
  const OutlayInk ink = { OUTLAY_INK_COLOUR, outlay_palette_colour (kind) };
  const char *name = g_dpgettext2 (NULL, "flows", kinds[kind].name);
  OutlaySceneSeries *series = outlay_scene_nth_series (profile->scene, outlay_scene_add_series (profile->scene, name, ink, -1));
  const double npv = outlay_projection_indicator (profile->source->projection, kinds[kind].npv, initiative_of (profile));
  g_autofree char *amount = write_amount (profile, npv), *rate = write_rate (profile->rate);

  series->value = write_roots (profile, kind);
  series->anchor = profile->values[kind][profile->n_points - 1];
  series->weight = N_FLOWS - kind;
  /* Translators: of flows: their rate of return, and what they are worth: "After tax: IRR 12.9 %; NPV 0.84 bn yuan at 8.0 %" */
  series->words = g_strdup_printf (_("%s: IRR %s; NPV %s at %s"), name, series->value, amount, rate);
}

static void
add_line (Profile *profile, guint kind)
{
  const OutlayInk ink = outlay_scene_nth_series (profile->scene, kind)->ink;
  OutlayMark *line = outlay_scene_add_mark (profile->scene, OUTLAY_MARK_LINE, ink, (int) kind, profile->n_points);

  line->width = kinds[kind].width;
  for (guint n = 0; n < profile->n_points; n++)
    {
      line->x0[n] = line->x1[n] = nth_rate (profile, n);
      line->y0[n] = line->values[n] = profile->values[kind][n];
    }
}

/* Where a text is clear of the line. */
static OutlayCorner
clear_corner (const Profile *profile, guint kind, double rate)
{
  const double little = 1e-3;

  return value_at (profile, kind, rate + little) <= value_at (profile, kind, rate) ? OUTLAY_CORNER_ABOVE : OUTLAY_CORNER_BELOW;
}

/* Where the line crosses 0, with the rate beside it. */
static void
mark_roots (Profile *profile, guint kind)
{
  guint n;
  const double *roots = roots_of (profile, kind, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *rate = write_rate (roots[i]);

      if (roots[i] < profile->lower || roots[i] > profile->upper)
        continue;
      outlay_scene_add_point (profile->scene, kind, POINT_RADIUS, roots[i], 0);
      outlay_scene_add_corner_text (profile->scene, kind, clear_corner (profile, kind, roots[i]), roots[i], 0, rate, NULL)->strong = kind == AFTER_TAX;
    }
}

/* An upright line, and what the plan is worth there. */
static void
mark_plan_rate (Profile *profile)
{
  OutlayScene *scene = profile->scene;
  const double npv = outlay_projection_indicator (profile->source->projection, kinds[AFTER_TAX].npv, initiative_of (profile));
  g_autofree char *rate = write_rate (profile->rate), *number = outlay_amount_format_in (npv, profile->unit, profile->decimals);
  /* Translators: beside an upright line of a chart over discount rates */
  g_autofree char *label = g_strdup_printf (C_ ("chart", "discount rate %s"), rate);

  outlay_scene_add_upright_rule (scene, profile->rate, label, OUTLAY_INK (MUTED));
  outlay_scene_add_point (scene, AFTER_TAX, PLACE_RADIUS, profile->rate, npv);
  outlay_scene_add_corner_text (scene, AFTER_TAX, clear_corner (profile, AFTER_TAX, profile->rate), profile->rate, npv, number, NULL)->strong = TRUE;
}

/* --- words --- */

static gboolean
hides_roots (const Profile *profile)
{
  gboolean hidden = FALSE;

  for (guint k = 0; k < N_FLOWS; k++)
    {
      guint n;
      const double *roots = roots_of (profile, k, &n);

      for (guint i = 0; i < n; i++)
        hidden |= roots[i] < profile->lower || roots[i] > profile->upper;
    }
  return hidden;
}

static void
set_words (Profile *profile)
{
  OutlayScene *scene = profile->scene;
  g_autofree char *source_line = outlay_chart_source_line (profile->source), *lower = write_rate (profile->lower), *upper = write_rate (profile->upper);
  g_autoptr (GString) summary = g_string_new (NULL);

  scene->heading = g_strdup (C_ ("chart", "IRR"));
  if (hides_roots (profile))
    outlay_scene_set_note (scene, _("Rates of return beyond the axis are named, not marked."));
  /* Translators: what a screen reader says of a chart over discount rates: title, unit, the rates it reaches over; the flows follow */
  g_string_printf (summary, _("%s, %s, from %s to %s."), scene->title, scene->subtitle, lower, upper);
  for (guint s = 0; s < scene->series->len; s++)
    g_string_append_printf (summary, " %s.", outlay_scene_nth_series (scene, s)->words);
  g_set_str (&scene->summary, summary->str);
  outlay_scene_set_source (scene, source_line);
}

static void
set_table (Profile *profile)
{
  OutlayChartTable *table = outlay_scene_take_table (profile->scene, outlay_chart_table_new (OUTLAY_CHART_TABLE_LINES, C_ ("table", "Discount rate")));
  const double step = (profile->upper - profile->lower) / (profile->n_points - 1);

  for (guint n = 0; n < profile->n_points; n++)
    {
      g_autofree char *rate = outlay_quantity_format_apart (nth_rate (profile, n), OUTLAY_UNIT_SHARE_A_YEAR, NULL, step);

      outlay_chart_table_add_row (table, rate);
    }
  for (guint k = 0; k < N_FLOWS; k++)
    {
      const OutlaySceneSeries *series = outlay_scene_nth_series (profile->scene, k);

      outlay_chart_table_add_column (table, series->name, OUTLAY_UNIT_MONEY, series->ink, profile->values[k]);
    }
}

static void
request (const OutlayChart *chart, OutlayRequest *request)
{
  (void) chart;
  for (guint k = 0; k < N_FLOWS; k++)
    {
      request->plan_series |= OUTLAY_BIT (kinds[k].series);
      request->plan_indicators |= OUTLAY_BIT (kinds[k].npv) | OUTLAY_BIT (kinds[k].irr);
    }
}

static void
build (OutlayScene *scene, const OutlayChartSource *source)
{
  Profile profile = { .source = source, .scene = scene };

  profile.rate = outlay_chart_discounting (source, &profile.offset);
  find_range (&profile);
  set_axes (&profile);
  for (guint k = 0; k < N_FLOWS; k++)
    add_series (&profile, k);
  for (guint k = N_FLOWS; k-- > 0;)
    add_line (&profile, k);
  for (guint k = 0; k < N_FLOWS; k++)
    mark_roots (&profile, k);
  mark_plan_rate (&profile);
  set_words (&profile);
  set_table (&profile);
}

const OutlayChartKind outlay_npv_profile_kind = { .request = request, .build = build };
