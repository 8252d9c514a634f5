/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "chart/kinds/kinds-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/palette.h"
#include "plan/amount.h"
#include "study/schedule.h"

/* Of a row. */
#define WORKS_START 0.28
#define WORKS_END 0.72
#define OUTPUT_START 0.16
#define OUTPUT_END 0.84
#define CORNER 3.0
#define POINT_RADIUS 3.4
#define DELAY_OPACITY 0.45
#define RISING_OPACITY 0.6
#define FULL_OPACITY 0.24
/* With more rows the initiatives of a phase are one. */
#define MOST_ROWS 16
#define INDENT "\u2003"

typedef struct
{
  const OutlayChartSource *source;
  OutlayScene *scene;
  OutlaySchedule schedule;
  GPtrArray *names; /* char: of the rows, for the table */
} Timeline;

/* --- words --- */

static char *
month (double months)
{
  return outlay_quantity_format (months, OUTLAY_UNIT_MONTH, NULL);
}

static char *
percent (double share)
{
  return outlay_quantity_format (share, OUTLAY_UNIT_SHARE, NULL);
}

static char *
rise_name (const Timeline *timeline, const OutlayRise *rise)
{
  g_autofree char *first = outlay_chart_initiative_name (timeline->source, rise->first), *second = NULL;

  if (rise->n == 1)
    return g_steal_pointer (&first);
  if (rise->n > 2)
    /* Translators: several initiatives, as in "Energy storage and 3 others" */
    return g_strdup_printf (ngettext ("%s and %u other", "%s and %u others", rise->n - 1), first, rise->n - 1);
  second = outlay_chart_initiative_name (timeline->source, rise->second);
  /* Translators: two initiatives, as in "Energy storage, Zero-carbon park" */
  return g_strdup_printf (C_ ("initiatives", "%s, %s"), first, second);
}

/* "Phase one: works Aug 2021 – Aug 2023, 3.12 bn yuan" */
static char *
works_words (const Timeline *timeline, guint phase, const char *name)
{
  const OutlayWorks *works = &timeline->schedule.works[phase];
  g_autofree char *start = month (works->start), *end = month (works->completion);
  g_autofree char *money = outlay_quantity_format (works->money, OUTLAY_UNIT_MONEY, NULL);
  g_autofree char *delay = outlay_quantity_format (works->completion - works->planned, OUTLAY_UNIT_MONTHS, NULL);

  if (works->completion > works->planned)
    /* Translators: a phase, when its works begin and end, by how much they are delayed, and what they cost */
    return g_strdup_printf (_("%s: works %s – %s, delayed by %s, %s"), name, start, end, delay, money);
  /* Translators: a phase, when its works begin and end, and what they cost */
  return g_strdup_printf (_("%s: works %s – %s, %s"), name, start, end, money);
}

/* "Energy storage: full output from Aug 2025, after 55 %, 85 %" */
static char *
rise_words (const Timeline *timeline, const OutlayRise *rise, const char *name)
{
  g_autofree char *full = month (outlay_schedule_full (&timeline->schedule, rise));
  g_autoptr (GString) shares = g_string_new (NULL);

  for (guint g = 0; g + 1 < rise->n_years; g++)
    {
      g_autofree char *share = percent (rise->shares[g]);

      g_string_append_printf (shares, "%s%s", g > 0 ? ", " : "", share);
    }
  if (shares->len == 0)
    /* Translators: a phase or initiative and a month */
    return g_strdup_printf (_("%s: full output from %s"), name, full);
  /* Translators: a phase or initiative, a month, and the shares of the output in the twelve months each before it, as in "55 %, 85 %" */
  return g_strdup_printf (_("%s: full output from %s, before that %s of it"), name, full, shares->str);
}

/* --- marks --- */

static double
position (const Timeline *timeline, double months)
{
  return months / 12 - timeline->schedule.first_year;
}

static OutlayMark *
add_bars (Timeline *timeline, OutlayInk ink, guint row, guint n, double opacity)
{
  OutlayMark *bar = outlay_scene_add_mark (timeline->scene, OUTLAY_MARK_BAR, ink, (int) timeline->scene->series->len - 1, n);

  bar->opacity = opacity;
  bar->width = 0;
  for (guint i = 0; i < n; i++)
    {
      bar->y0[i] = row + WORKS_START;
      bar->y1[i] = row + WORKS_END;
    }
  return bar;
}

static void
add_point (Timeline *timeline, OutlayInk ink, guint row, double months)
{
  OutlayMark *point = outlay_scene_add_mark (timeline->scene, OUTLAY_MARK_POINT, ink, (int) timeline->scene->series->len - 1, 1);

  point->x0[0] = position (timeline, months);
  point->y0[0] = row + 0.5;
  point->width = POINT_RADIUS;
  point->values[0] = months;
}

/* Behind what lasts from one month to another, said in shorter and shorter ways. */
static void
add_text (Timeline *timeline, guint row, double from, double to, char *lead, char *tail, char *detail)
{
  OutlayMark *text = outlay_scene_add_mark (timeline->scene, OUTLAY_MARK_TEXT, OUTLAY_INK (TEXT), -1, 1);

  text->part = (int) timeline->scene->series->len - 1;
  text->x0[0] = position (timeline, from);
  text->x1[0] = position (timeline, to);
  text->y0[0] = row;
  text->y1[0] = row + 1;
  text->beside = TRUE;
  text->labels[0] = (OutlayLabel) { lead, tail, detail };
}

/* The works as they were planned, and lighter what they take longer. */
static void
add_works (Timeline *timeline, guint phase, guint row, OutlayInk ink)
{
  const OutlayWorks *works = &timeline->schedule.works[phase];
  OutlayMark *planned = add_bars (timeline, ink, row, 1, 0), *delay;

  planned->x0[0] = position (timeline, works->start);
  planned->x1[0] = position (timeline, works->planned);
  planned->values[0] = works->money;
  planned->radius = CORNER;
  if (works->completion > works->planned)
    {
      delay = add_bars (timeline, ink, row, 1, DELAY_OPACITY);
      delay->x0[0] = position (timeline, works->planned);
      delay->x1[0] = position (timeline, works->completion);
      delay->values[0] = works->money;
    }
}

/* A stair of the shares, each twelve months wide, and the full output to the end of the picture. */
static void
add_rise (Timeline *timeline, const OutlayRise *rise, guint row, OutlayInk ink)
{
  const double completion = timeline->schedule.works[rise->phase].completion, height = OUTPUT_END - OUTPUT_START;
  OutlayMark *steps = add_bars (timeline, ink, row, rise->n_years - 1, RISING_OPACITY), *full = add_bars (timeline, ink, row, 1, FULL_OPACITY);
  double most = 1;

  for (guint g = 0; g < rise->n_years; g++)
    most = MAX (most, rise->shares[g]);
  for (guint g = 0; g < rise->n_years; g++)
    {
      const gboolean last = g + 1 == rise->n_years;
      OutlayMark *mark = last ? full : steps;
      const guint i = last ? 0 : g;

      mark->x0[i] = position (timeline, completion + 12.0 * g);
      mark->x1[i] = last ? timeline->schedule.n_years : position (timeline, completion + 12.0 * (g + 1));
      mark->y1[i] = row + OUTPUT_END;
      mark->y0[i] = mark->y1[i] - height * rise->shares[g] / most;
      mark->values[i] = rise->shares[g];
    }
}

static guint
begin_row (Timeline *timeline, const char *row_name, const char *name, OutlayInk ink, char *words)
{
  outlay_scene_add_row (timeline->scene, row_name);
  g_ptr_array_add (timeline->names, g_strdup (name));
  outlay_scene_nth_series (timeline->scene, outlay_scene_add_series (timeline->scene, name, ink, -1))->words = words;
  return timeline->scene->rows->len - 1;
}

/* "Aug 2021 – Aug 2023" */
static char *
works_span (const Timeline *timeline, guint phase)
{
  const OutlayWorks *works = &timeline->schedule.works[phase];
  g_autofree char *start = month (works->start), *end = month (works->completion);

  /* Translators: two months, as in "Aug 2021 – Aug 2023" */
  return g_strdup_printf (C_ ("timeline", "%s – %s"), start, end);
}

/* A phase whose output rises in one way: all in one row. */
static void
add_whole_phase (Timeline *timeline, guint phase, const OutlayRise *rise, const char *name, OutlayInk ink)
{
  g_autofree char *works = works_words (timeline, phase, name), *output = rise_words (timeline, rise, name);
  g_autofree char *span = works_span (timeline, phase), *full = month (outlay_schedule_full (&timeline->schedule, rise));
  g_autofree char *completion = month (timeline->schedule.works[phase].completion);
  const guint row = begin_row (timeline, name, name, ink, g_strdup_printf ("%s\n%s", works, output));

  add_rise (timeline, rise, row, ink);
  add_works (timeline, phase, row, ink);
  add_point (timeline, ink, row, timeline->schedule.works[phase].completion);
  add_point (timeline, ink, row, outlay_schedule_full (&timeline->schedule, rise));
  /* Translators: when a phase is built and from when on its output is full, as in "Aug 2021 – Aug 2023, full Aug 2025"; and shorter, without the start */
  add_text (timeline, row, timeline->schedule.works[phase].start, outlay_schedule_full (&timeline->schedule, rise),
            g_strdup_printf (C_ ("timeline", "%s, full %s"), span, full), g_strdup_printf (C_ ("timeline", "%s, full %s"), completion, full),
            g_strdup_printf (C_ ("timeline", "full %s"), full));
}

static void
add_phase (Timeline *timeline, guint phase, const char *name, OutlayInk ink)
{
  const guint row = begin_row (timeline, name, name, ink, works_words (timeline, phase, name));
  const OutlayWorks *works = &timeline->schedule.works[phase];

  add_works (timeline, phase, row, ink);
  add_point (timeline, ink, row, works->completion);
  add_text (timeline, row, works->start, works->completion, works_span (timeline, phase), month (works->completion), NULL);
}

static void
add_initiatives (Timeline *timeline, const OutlayRise *rise, OutlayInk phase_ink)
{
  g_autofree char *name = rise_name (timeline, rise), *indented = g_strconcat (INDENT, name, NULL), *full = month (outlay_schedule_full (&timeline->schedule, rise));
  OutlayInk ink = phase_ink;
  guint row;

  if (rise->n == 1)
    ink.colour = outlay_palette_initiative (timeline->source->plan, timeline->source->scenario, rise->first);
  row = begin_row (timeline, indented, name, ink, rise_words (timeline, rise, name));
  add_rise (timeline, rise, row, ink);
  add_point (timeline, ink, row, outlay_schedule_full (&timeline->schedule, rise));
  add_text (timeline, row, timeline->schedule.works[rise->phase].completion, outlay_schedule_full (&timeline->schedule, rise),
            g_strdup_printf (C_ ("timeline", "full %s"), full), g_strdup (full), NULL);
}

static void
add_rows (Timeline *timeline)
{
  guint next = 0;

  for (guint p = 0; p < timeline->schedule.shape->n_phases; p++)
    {
      g_autofree char *name = outlay_chart_phase_name (timeline->source, p);
      const OutlayInk ink = { OUTLAY_INK_COLOUR, outlay_palette_phase (p, timeline->schedule.shape->n_phases) };

      if (timeline->schedule.n_rises[p] == 1)
        add_whole_phase (timeline, p, outlay_schedule_rise (&timeline->schedule, next++), name, ink);
      else
        add_phase (timeline, p, name, ink);
      for (guint r = 0; r < timeline->schedule.n_rises[p] && timeline->schedule.n_rises[p] > 1; r++)
        add_initiatives (timeline, outlay_schedule_rise (&timeline->schedule, next++), ink);
    }
}

static void
add_design_year (Timeline *timeline, double design)
{
  g_autofree char *label = NULL;

  if (isnan (design))
    return;
  /* Translators: the calendar year that figures of a typical year are taken from */
  label = g_strdup_printf (_("design year %d"), (int) design);
  outlay_scene_add_upright_rule (timeline->scene, design + 0.5 - timeline->schedule.first_year, label, OUTLAY_INK (TEXT));
}

static void
set_words (Timeline *timeline)
{
  OutlayScene *scene = timeline->scene;
  g_autofree char *source_line = outlay_chart_source_line (timeline->source);
  g_autoptr (GString) note = g_string_new (NULL), summary = g_string_new (scene->title);
  gboolean delayed = FALSE;

  for (guint p = 0; p < timeline->schedule.shape->n_phases; p++)
    delayed |= timeline->schedule.works[p].completion > timeline->schedule.works[p].planned;
  /* Translators: how the timeline is read */
  g_string_append (note, _("Bar: works. Steps: share of the full output in each twelve months after completion."));
  if (delayed)
    g_string_append_printf (note, "\n%s", _("What the works take longer than planned is lighter."));
  if (timeline->schedule.joined)
    g_string_append_printf (note, "\n%s", _("The initiatives of a phase are shown as one, each counting as its money does."));
  outlay_scene_set_note (scene, note->str);
  outlay_scene_set_source (scene, source_line);
  g_string_append_c (summary, '.');
  for (guint s = 0; s < scene->series->len; s++)
    {
      g_auto (GStrv) lines = g_strsplit (outlay_scene_nth_series (scene, s)->words, "\n", -1);

      for (guint l = 0; lines[l] != NULL; l++)
        g_string_append_printf (summary, " %s.", lines[l]);
    }
  if (scene->rules->len > 0)
    {
      g_autofree char *design = outlay_chart_sentence (g_array_index (scene->rules, OutlayRule, 0).label);

      g_string_append_printf (summary, " %s.", design);
    }
  g_set_str (&scene->summary, summary->str);
}

/* Months since year 0, as everywhere in the engine. */
static void
set_table (Timeline *timeline)
{
  static const char *const names[] = { NC_ ("table", "Start"), NC_ ("table", "Completion as planned"), NC_ ("table", "Completion"), NC_ ("table", "Full output") };
  OutlayChartTable *table = outlay_scene_take_table (timeline->scene, outlay_chart_table_new (OUTLAY_CHART_TABLE_OTHER, C_ ("table", "Phase")));
  const guint n = timeline->names->len;
  g_autofree double *columns = g_new (double, G_N_ELEMENTS (names) * MAX (n, 1));
  guint row = 0, rise = 0;

  for (guint p = 0; p < timeline->schedule.shape->n_phases; p++)
    {
      const guint n_rises = timeline->schedule.n_rises[p], n_rows = n_rises > 1 ? n_rises + 1 : 1;
      const OutlayWorks *works = &timeline->schedule.works[p];

      for (guint r = 0; r < n_rows; r++, row++)
        {
          const gboolean has_output = n_rises == 1 || r > 0;

          columns[row] = works->start;
          columns[n + row] = works->planned;
          columns[2 * n + row] = works->completion;
          columns[3 * n + row] = has_output ? outlay_schedule_full (&timeline->schedule, outlay_schedule_rise (&timeline->schedule, rise++)) : NAN;
        }
    }
  for (guint i = 0; i < n; i++)
    outlay_chart_table_add_row (table, g_ptr_array_index (timeline->names, i));
  for (guint c = 0; c < G_N_ELEMENTS (names); c++)
    outlay_chart_table_add_column (table, g_dpgettext2 (NULL, "table", names[c]), OUTLAY_UNIT_MONTH, OUTLAY_INK (TEXT), columns + c * n);
}

static void
request (const OutlayChart *chart, OutlayRequest *request)
{
  request->plan_indicators |= OUTLAY_BIT (OUTLAY_INDICATOR_DESIGN_YEAR);
}

static void
build (OutlayScene *scene, const OutlayChartSource *source)
{
  const double design = outlay_projection_indicator (source->projection, OUTLAY_INDICATOR_DESIGN_YEAR, -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  Timeline timeline = { .source = source, .scene = scene, .names = names };

  outlay_schedule_init (&timeline.schedule, source->projection, MOST_ROWS, design);
  add_rows (&timeline);
  scene->x = (OutlayAxis) { OUTLAY_AXIS_YEARS, 0, timeline.schedule.n_years, { 1, "" }, timeline.schedule.first_year };
  scene->y = (OutlayAxis) { OUTLAY_AXIS_ROWS, MAX (scene->rows->len, 1), 0, { 1, "" }, 0 };
  scene->head_lines = isnan (design) ? 0 : 1;
  add_design_year (&timeline, design);
  set_words (&timeline);
  set_table (&timeline);
  outlay_schedule_clear (&timeline.schedule);
}

const OutlayChartKind outlay_timeline_kind = { .request = request, .build = build };
