/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "chart/kinds/kinds-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/kinds/parts.h"
#include "chart/palette.h"
#include "study/schedule.h"

/* As many as can be told apart and named beside each other. */
#define MOST_PARTS 9

typedef struct
{
  const OutlayChartSource *source;
  OutlayScene *scene;
  OutlaySchedule schedule;
  guint n_years;
  int first_year;
  double *values; /* of each phase and year: what is in use, as a share of what the plan builds, counted by its money */
} Use;

static const double *
row (guint phase, gpointer data)
{
  const Use *use = data;

  return use->values + phase * use->n_years;
}

static void
fill (Use *use)
{
  const guint n_phases = use->schedule.shape->n_phases;
  double money = 0;

  use->values = g_new0 (double, MAX (n_phases * use->n_years, 1));
  for (guint p = 0; p < n_phases; p++)
    money += use->schedule.works[p].money;
  for (guint r = 0; r < use->schedule.rises->len; r++)
    {
      const OutlayRise *rise = outlay_schedule_rise (&use->schedule, r);

      for (guint t = 0; t < use->n_years; t++)
        use->values[rise->phase * use->n_years + t] =
          outlay_schedule_use (&use->schedule, rise, use->first_year + (int) t) * use->schedule.works[rise->phase].money / money;
    }
}

static char *
percent (double share)
{
  return outlay_quantity_format (share, OUTLAY_UNIT_SHARE, NULL);
}

static void
set_axes (Use *use, const OutlayParts *parts)
{
  OutlayScene *scene = use->scene;

  scene->y = (OutlayAxis) { OUTLAY_AXIS_VALUE, 0, 1, { 0.01, "" }, 0 };
  scene->x = (OutlayAxis) { OUTLAY_AXIS_YEARS, 0, use->n_years, { 1, "" }, use->first_year };
  for (guint t = 0; t < use->n_years; t++)
    {
      double all = 0;

      for (guint p = 0; p < parts->n; p++)
        all += parts->values[p * use->n_years + t];
      outlay_axis_widen (&scene->y, all);
    }
  /* Translators: the unit of a chart of how much of what is built is in use; xgettext:no-c-format */
  outlay_scene_set_subtitle (scene, _("% of what the plan builds"));
}

/* Beside each name what it is in the last year. */
static void
add_parts (Use *use, const OutlayParts *parts)
{
  for (guint p = 0; p < parts->n; p++)
    {
      const double last = parts->values[(p + 1) * use->n_years - 1];
      const int phase = parts->items[p];
      g_autofree char *name = phase < 0 ? outlay_parts_others_name (parts) : outlay_chart_phase_name (use->source, (guint) phase);
      const OutlayInk ink = phase < 0 ? OUTLAY_INK (OTHERS)
                                      : (OutlayInk) { OUTLAY_INK_COLOUR, outlay_palette_phase ((guint) phase, use->schedule.shape->n_phases) };
      OutlaySceneSeries *series = outlay_scene_nth_series (use->scene, outlay_scene_add_series (use->scene, name, ink, phase));

      series->value = percent (last);
      series->weight = last;
    }
  outlay_scene_add_stack (use->scene, 0, parts->n, use->n_years, parts->values);
}

static void
set_words (Use *use)
{
  OutlayScene *scene = use->scene;
  const int last = use->first_year + (int) use->n_years - 1;
  g_autofree char *source_line = outlay_chart_source_line (use->source);
  g_autoptr (GString) summary = g_string_new (NULL);

  /* Translators: above the values of a calendar year, as in "in 2028" */
  scene->heading = g_strdup_printf (C_ ("chart", "in %d"), last);
  g_string_append_printf (summary, "%s, %s, %s:", scene->title, scene->subtitle, scene->heading);
  for (guint s = 0; s < scene->series->len; s++)
    g_string_append_printf (summary, " %s: %s.", outlay_scene_nth_series (scene, s)->name, outlay_scene_nth_series (scene, s)->value);
  g_set_str (&scene->summary, summary->str);
  outlay_scene_set_note (scene, _("The initiatives of a phase count as their money does."));
  outlay_scene_set_source (scene, source_line);
}

static void
set_table (Use *use, const OutlayParts *parts)
{
  OutlayChartTable *table = outlay_scene_take_table (use->scene, outlay_chart_table_new (OUTLAY_CHART_TABLE_STACKED, C_ ("table", "Year")));

  outlay_chart_table_add_years (table, use->first_year, use->n_years);
  for (guint p = 0; p < parts->n; p++)
    {
      const OutlaySceneSeries *series = outlay_scene_nth_series (use->scene, p);

      outlay_chart_table_add_column (table, series->name, OUTLAY_UNIT_SHARE, series->ink, parts->values + p * use->n_years);
    }
}

static void
build (OutlayScene *scene, const OutlayChartSource *source)
{
  Use use = { .source = source, .scene = scene };
  g_auto (OutlayParts) parts = { 0 };

  use.n_years = outlay_projection_years (source->projection);
  use.first_year = outlay_projection_first_year (source->projection);
  outlay_schedule_init (&use.schedule, source->projection, 0, NAN);
  fill (&use);
  outlay_parts_init (&parts, use.schedule.shape->n_phases, use.n_years, MOST_PARTS, row, &use);
  set_axes (&use, &parts);
  add_parts (&use, &parts);
  set_words (&use);
  set_table (&use, &parts);
  g_free (use.values);
  outlay_schedule_clear (&use.schedule);
}

const OutlayChartKind outlay_use_kind = { .build = build };
