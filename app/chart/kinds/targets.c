/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "chart/kinds/kinds-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/resolve.h"
#include "study/target-words.h"

/* Of a row. */
#define TRACK_START 0.18
#define TRACK_END 0.82
#define BAR_START 0.34
#define BAR_END 0.66
#define BOUND_START 0.1
#define BOUND_END 0.9
#define BOUND_WIDTH 2.6
#define CORNER 1.5
/* Where the bounds of all rows stand, between these: so that the value that goes furthest beyond its bound is seen whole, if it can be. */
#define LEAST_BOUND 0.5
#define MOST_BOUND 0.8
#define AIR 1.06
/* A gap near the end of a bar that is longer than it can be drawn. */
#define GAP_AT 0.04
#define GAP_WIDTH 0.012

/* Columns of the table. */
enum
{
  VALUE,
  AT_LEAST,
  AT_MOST,
};

/* Bullets: a row for each target, each on a scale of its own, on which its bound stands where those of the others stand. */
typedef struct
{
  const OutlayChartSource *source;
  OutlayScene *scene;
  OutlayProjection *projection;
  guint n;
  OutlayTargetState *states;
  double bound; /* where it stands, from 0 to 1 */
  guint n_met;
  gboolean cut; /* some bar is longer than drawn */
} Bullets;

/* A row's own scale, in x from 0 to 1. */
typedef struct
{
  double zero;
  double value; /* NaN: null */
  gboolean cut;
} Place;

static OutlayTarget *
nth_target (const Bullets *bullets, guint n)
{
  g_autoptr (OutlayTarget) target = g_list_model_get_item (outlay_plan_get_targets (bullets->source->plan), n);

  return target; /* the plan holds it */
}

/* Results of the same case that have all that the targets read. */
static OutlayProjection *
complete (const OutlayChartSource *source)
{
  OutlayModel *model = outlay_projection_model (source->projection);
  OutlayRequest request = { 0 };

  outlay_request_add_measures (&request, source->plan, outlay_model_scenario (model));
  return outlay_projection_covers (source->projection, &request) ? outlay_projection_ref (source->projection) : outlay_projection_new (model, &request);
}

static void
read_states (Bullets *bullets)
{
  double furthest = 1;

  bullets->states = g_new (OutlayTargetState, MAX (bullets->n, 1));
  for (guint n = 0; n < bullets->n; n++)
    {
      OutlayTargetState *state = &bullets->states[n];

      outlay_projection_target (bullets->projection, bullets->source->plan, nth_target (bullets, n), state);
      bullets->n_met += state->met;
      if (state->bound > 0 && state->value > state->bound)
        furthest = MAX (furthest, state->value / state->bound);
    }
  bullets->bound = CLAMP (1 / (AIR * furthest), LEAST_BOUND, MOST_BOUND);
}

/* From nothing, or from what is less, to the bound; where that is nothing or less, what is beyond it has the rest of the row. */
static double
choose_scale (const Bullets *bullets, const OutlayTargetState *state)
{
  const double left = bullets->bound, right = 1 - left, value = isnan (state->value) ? 0 : state->value;

  if (state->bound > 0)
    return left / (state->bound - MIN (value, 0));
  if (state->bound < 0)
    return right / (AIR * (MAX (value, 0) - state->bound));
  return value != 0 ? (value > 0 ? right : left) / (AIR * fabs (value)) : 0;
}

static Place
find_place (const Bullets *bullets, const OutlayTargetState *state)
{
  const double scale = choose_scale (bullets, state);
  const double value = bullets->bound + (state->value - state->bound) * scale;

  return (Place) { CLAMP (bullets->bound - state->bound * scale, 0, 1), isnan (value) ? NAN : CLAMP (value, 0, 1), value > 1 + 1e-9 || value < -1e-9 };
}

/* --- marks --- */

static OutlayMark *
add_rectangle (Bullets *bullets, OutlayMarkKind kind, OutlayInk ink, guint row, double left, double right)
{
  const gboolean track = kind == OUTLAY_MARK_BAND;
  OutlayMark *mark = outlay_scene_add_mark (bullets->scene, kind, ink, (int) row, track ? 2 : 1);

  mark->x0[0] = left;
  mark->x1[0] = right;
  if (track)
    mark->x0[1] = right;
  for (guint i = 0; i < mark->n; i++)
    {
      mark->y0[i] = row + (track ? TRACK_START : BAR_START);
      mark->y1[i] = row + (track ? TRACK_END : BAR_END);
      mark->values[i] = bullets->states[row].value;
    }
  return mark;
}

static void
add_bar (Bullets *bullets, guint row)
{
  const Place place = find_place (bullets, &bullets->states[row]);
  const double way = place.value >= place.zero ? -1 : 1, gap = place.value + way * GAP_AT;
  OutlayMark *bar;

  if (isnan (place.value))
    return;
  bar = add_rectangle (bullets, OUTLAY_MARK_BAR, bullets->states[row].met ? OUTLAY_INK (MET) : OUTLAY_INK (MISSED), row, MIN (place.zero, place.value),
                       MAX (place.zero, place.value));
  bar->radius = CORNER;
  bar->width = 0;
  if (!place.cut)
    return;
  bullets->cut = TRUE;
  add_rectangle (bullets, OUTLAY_MARK_BAR, OUTLAY_INK (SURFACE), row, MIN (gap, gap + way * GAP_WIDTH), MAX (gap, gap + way * GAP_WIDTH))->width = 0;
}

static void
add_bound (Bullets *bullets, guint row)
{
  OutlayMark *line = outlay_scene_add_mark (bullets->scene, OUTLAY_MARK_LINE, OUTLAY_INK (TEXT), -1, 2);

  line->part = (int) row;
  line->x0[0] = line->x0[1] = bullets->bound;
  line->y0[0] = row + BOUND_START;
  line->y0[1] = row + BOUND_END;
  line->width = BOUND_WIDTH;
}

/* "10.04 bn yuan · met" and below it "at least 10 bn"; both together under the pointer. */
static void
add_words (Bullets *bullets, guint row)
{
  const OutlayChartSource *source = bullets->source;
  const OutlayTargetState *state = &bullets->states[row];
  OutlayTarget *target = nth_target (bullets, row);
  OutlayMark *text = outlay_scene_add_mark (bullets->scene, OUTLAY_MARK_TEXT, state->met ? OUTLAY_INK (MET) : OUTLAY_INK (MISSED), -1, 1);
  g_autofree char *bound = outlay_target_format_bound (source->plan, source->scenario, target, state);
  g_autofree char *value = isnan (state->value) ? g_strdup (C_ ("target", "none"))
                                                : outlay_target_format_value (source->plan, source->scenario, target, state);
  OutlaySceneSeries *series = outlay_scene_nth_series (bullets->scene, row);

  text->part = (int) row;
  text->x0[0] = text->x1[0] = 1;
  text->y0[0] = row;
  text->y1[0] = row + 1;
  text->beside = text->kept = text->strong = TRUE;
  /* Translators: what a target's value is and how it stands, as in "10.04 bn yuan · met" */
  text->labels[0].lead = g_strdup_printf (C_ ("target", "%s · %s"), value, state->met ? C_ ("target", "met") : C_ ("target", "missed"));
  text->labels[0].tail = g_strdup (value);
  text->labels[0].detail = g_strdup_printf (state->at_least ? C_ ("target", "at least %s") : C_ ("target", "at most %s"), bound);
  /* Translators: all that is said of a target: its name, value and whether it is met, bound, as in "Tax: 503 m yuan · met, at least 500 m" */
  series->words = g_strdup_printf (C_ ("target", "%s: %s, %s"), series->name, text->labels[0].lead, text->labels[0].detail);
}

static void
add_row (Bullets *bullets, guint row)
{
  const OutlayTargetState *state = &bullets->states[row];
  g_autofree char *name = outlay_plan_resolve_name (bullets->source->plan, bullets->source->scenario, OUTLAY_NODE (nth_target (bullets, row)));

  outlay_scene_add_row (bullets->scene, name);
  outlay_scene_add_series (bullets->scene, name, state->met ? OUTLAY_INK (MET) : OUTLAY_INK (MISSED), -1);
  add_rectangle (bullets, OUTLAY_MARK_BAND, state->at_least ? OUTLAY_INK (OTHERS) : OUTLAY_INK (MET), row, 0, bullets->bound);
  add_rectangle (bullets, OUTLAY_MARK_BAND, state->at_least ? OUTLAY_INK (MET) : OUTLAY_INK (OTHERS), row, bullets->bound, 1);
  add_bar (bullets, row);
  add_bound (bullets, row);
  add_words (bullets, row);
}

/* --- words --- */

static void
set_words (Bullets *bullets)
{
  OutlayScene *scene = bullets->scene;
  g_autofree char *source_line = outlay_chart_source_line (bullets->source);
  g_autofree char *met = g_strdup_printf (ngettext ("%u of %u target met", "%u of %u targets met", bullets->n), bullets->n_met, bullets->n);
  g_autoptr (GString) summary = g_string_new (NULL), note = g_string_new (NULL);

  outlay_scene_set_source (scene, source_line);
  g_string_append_printf (summary, "%s: ", scene->title);
  g_string_append (summary, bullets->n > 0 ? met : _("The plan has no targets yet."));
  if (bullets->n > 0)
    {
      outlay_scene_set_subtitle (scene, met);
      /* Translators: how the bullets of targets are read */
      g_string_append (note, _("The upright line is what was promised, in each row on a scale of its own; the tinted side of it meets the promise."));
    }
  if (bullets->cut)
    g_string_append_printf (note, "\n%s", _("A bar with a gap is longer than it is drawn."));
  outlay_scene_set_note (scene, note->str);
  for (guint s = 0; s < scene->series->len; s++)
    g_string_append_printf (summary, "%s %s.", s == 0 ? "." : "", outlay_scene_nth_series (scene, s)->words);
  g_set_str (&scene->summary, summary->str);
}

static void
set_row_words (Bullets *bullets, OutlayChartTable *table, guint row)
{
  const OutlayTargetState *state = &bullets->states[row];
  OutlayChartTableColumn *columns = (OutlayChartTableColumn *) table->columns->data;
  g_autofree char *value = NULL, *bound = NULL, *unit = NULL;

  outlay_target_write_apart (bullets->source->plan, bullets->source->scenario, nth_target (bullets, row), state, &value, &bound, &unit);
  outlay_chart_table_set_words (table, &columns[VALUE], row, value);
  outlay_chart_table_set_words (table, &columns[state->at_least ? AT_LEAST : AT_MOST], row, bound);
  outlay_chart_table_set_unit (table, row, unit);
}

/* Targets count in different units, which are said of each row; the numbers are money in its plain unit, a share as a share of 1. */
static void
set_table (Bullets *bullets)
{
  OutlayChartTable *table = outlay_scene_take_table (bullets->scene, outlay_chart_table_new (OUTLAY_CHART_TABLE_OTHER, C_ ("table", "Target")));
  g_autofree double *columns = g_new (double, 4 * MAX (bullets->n, 1));
  double *values = columns, *least = values + bullets->n, *most = least + bullets->n, *shares = most + bullets->n;

  for (guint n = 0; n < bullets->n; n++)
    {
      const OutlayTargetState *state = &bullets->states[n];

      outlay_chart_table_add_row (table, g_ptr_array_index (bullets->scene->rows, n));
      values[n] = state->value;
      least[n] = state->at_least ? state->bound : NAN;
      most[n] = state->at_least ? NAN : state->bound;
      shares[n] = state->bound != 0 ? state->value / state->bound : NAN;
    }
  outlay_chart_table_add_column (table, C_ ("table", "Value"), OUTLAY_UNIT_NONE, OUTLAY_INK (MET), values);
  outlay_chart_table_add_column (table, C_ ("table", "At least"), OUTLAY_UNIT_NONE, OUTLAY_INK (TEXT), least);
  outlay_chart_table_add_column (table, C_ ("table", "At most"), OUTLAY_UNIT_NONE, OUTLAY_INK (TEXT), most);
  outlay_chart_table_add_column (table, C_ ("table", "Share of the bound"), OUTLAY_UNIT_SHARE, OUTLAY_INK (OTHERS), shares);
  for (guint n = 0; n < bullets->n; n++)
    set_row_words (bullets, table, n);
}

static void
build (OutlayScene *scene, const OutlayChartSource *source)
{
  g_autoptr (OutlayProjection) projection = complete (source);
  Bullets bullets = { .source = source, .scene = scene, .projection = projection };

  bullets.n = g_list_model_get_n_items (outlay_plan_get_targets (source->plan));
  read_states (&bullets);
  scene->x = (OutlayAxis) { OUTLAY_AXIS_NONE, 0, 1, { 1, "" }, 0 };
  scene->y = bullets.n > 0 ? (OutlayAxis) { OUTLAY_AXIS_ROWS, bullets.n, 0, { 1, "" }, 0 } : scene->x;
  for (guint row = 0; row < bullets.n; row++)
    add_row (&bullets, row);
  if (bullets.n == 0)
    outlay_chart_add_emptiness (scene, _("The plan has no targets yet."));
  set_words (&bullets);
  set_table (&bullets);
  g_free (bullets.states);
}

/* What the targets read is in the plan, not in the chart: build() sees to it. */
const OutlayChartKind outlay_targets_kind = { .build = build };
