/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "chart/view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/scene-data.h"

/* The years of a scene that are seen, and which of its series. */
typedef struct
{
  const OutlaySceneView *view;
  OutlayScene *scene;
  double first;
  double n_years;
  gboolean zoomed;
  gboolean hides;
} Look;

/* --- copies --- */

static OutlayMark *
copy_mark (OutlayScene *scene, const OutlayMark *mark, guint n)
{
  OutlayMark *copy = outlay_scene_add_mark (scene, mark->kind, mark->ink, mark->series, n);

  copy->boxed = mark->boxed;
  copy->outside = mark->outside;
  copy->beside = mark->beside;
  copy->corner = mark->corner;
  copy->kept = mark->kept;
  copy->strong = mark->strong;
  copy->pieces = mark->pieces;
  copy->dashed = mark->dashed;
  copy->part = mark->part;
  copy->totals = mark->totals;
  copy->decimals = mark->decimals;
  copy->opacity = mark->opacity;
  copy->width = mark->width;
  copy->radius = mark->radius;
  if (mark->ends != NULL)
    copy->ends = g_new0 (guint8, MAX (n, 1));
  return copy;
}

static void
copy_point (OutlayMark *copy, guint to, const OutlayMark *mark, guint from)
{
  copy->x0[to] = mark->x0[from];
  copy->x1[to] = mark->x1[from];
  copy->y0[to] = mark->y0[from];
  copy->y1[to] = mark->y1[from];
  copy->y2[to] = mark->y2[from];
  copy->y3[to] = mark->y3[from];
  copy->values[to] = mark->values[from];
  if (mark->ends != NULL)
    copy->ends[to] = mark->ends[from];
  if (mark->labels != NULL)
    copy->labels[to] = (OutlayLabel) { g_strdup (mark->labels[from].lead), g_strdup (mark->labels[from].tail), g_strdup (mark->labels[from].detail) };
}

static void
copy_series (OutlayScene *scene, const OutlaySceneSeries *series)
{
  OutlaySceneSeries *copy = outlay_scene_nth_series (scene, outlay_scene_add_series (scene, series->name, series->ink, series->item));

  copy->value = g_strdup (series->value);
  copy->words = g_strdup (series->words);
  copy->anchor = series->anchor;
  copy->weight = series->weight;
}

static void
copy_rules (OutlayScene *scene, const OutlayScene *from)
{
  for (guint r = 0; r < from->rules->len; r++)
    {
      OutlayRule rule = g_array_index (from->rules, OutlayRule, r);

      rule.label = g_strdup (rule.label);
      g_array_append_val (scene->rules, rule);
    }
}

static void
copy_table (OutlayScene *scene, const OutlayChartTable *from, guint first, guint n)
{
  OutlayChartTable *table = outlay_scene_take_table (scene, outlay_chart_table_new (from->form, from->heading));

  for (guint r = first; r < first + n; r++)
    outlay_chart_table_add_row (table, g_ptr_array_index (from->rows, r));
  for (guint r = first; from->units != NULL && r < first + n; r++)
    outlay_chart_table_set_unit (table, r - first, from->units[r]);
  for (guint c = 0; c < from->columns->len; c++)
    {
      const OutlayChartTableColumn *column = outlay_chart_table_column (from, c);
      OutlayChartTableColumn *copy = outlay_chart_table_add_column (table, column->name, column->unit, column->ink, column->values + first);

      copy->line = column->line;
      copy->dashed = column->dashed;
      for (guint r = first; column->words != NULL && r < first + n; r++)
        outlay_chart_table_set_words (table, copy, r - first, column->words[r]);
    }
}

/* All but marks and table. */
static OutlayScene *
copy_frame (OutlayScene *from)
{
  OutlayScene *scene = outlay_scene_new (from->title);

  outlay_scene_set_subtitle (scene, from->subtitle);
  outlay_scene_set_note (scene, from->note);
  outlay_scene_set_source (scene, from->source);
  g_set_str (&scene->summary, from->summary);
  scene->heading = g_strdup (from->heading);
  scene->x = from->x;
  scene->y = from->y;
  scene->head_lines = from->head_lines;
  for (guint s = 0; s < from->series->len; s++)
    copy_series (scene, outlay_scene_nth_series (from, s));
  copy_rules (scene, from);
  for (guint n = 0; n < from->rows->len; n++)
    outlay_scene_add_row (scene, g_ptr_array_index (from->rows, n));
  return scene;
}

/* --- some of the years --- */

static gboolean
is_hidden (const Look *look, int series)
{
  return look->hides && series >= 0 && look->view->hidden[series];
}

static gboolean
is_seen (const Look *look, const OutlayMark *mark, guint point)
{
  const double last = look->first + look->n_years;

  if (!look->zoomed)
    return TRUE;
  if (mark->kind == OUTLAY_MARK_BAR || mark->pieces)
    return mark->x1[point] > look->first && mark->x0[point] < last;
  /* A point at the end of a year belongs to that year. */
  return mark->x0[point] > look->first && mark->x0[point] <= last;
}

/* What reaches beyond the years that are seen is cut there. */
static void
shift_point (const Look *look, OutlayMark *mark, guint point)
{
  mark->x0[point] -= look->first;
  mark->x1[point] -= look->first;
  if (mark->kind != OUTLAY_MARK_BAR && !mark->pieces)
    return;
  mark->x0[point] = MAX (mark->x0[point], 0);
  mark->x1[point] = MIN (mark->x1[point], look->n_years);
}

static guint
count_seen (const Look *look, const OutlayMark *mark)
{
  guint n = 0;

  for (guint i = 0; i < mark->n; i++)
    n += is_seen (look, mark, i);
  return n;
}

static void
take_mark (const Look *look, const OutlayMark *mark)
{
  OutlayMark *copy;
  guint n = 0;

  copy = copy_mark (look->scene, mark, count_seen (look, mark));
  for (guint i = 0; i < mark->n; i++)
    if (is_seen (look, mark, i))
      {
        copy_point (copy, n, mark, i);
        if (look->zoomed)
          shift_point (look, copy, n);
        n++;
      }
}

/* --- without some of the series --- */

/* A bar of a stack stands on what is below it and is seen. */
static void
restack (OutlayScene *scene)
{
  const guint n = (guint) scene->x.upper;
  g_autofree double *above = g_new0 (double, n + 1), *below = g_new0 (double, n + 1);

  for (guint m = 0; m < scene->marks->len; m++)
    {
      OutlayMark *mark = g_ptr_array_index (scene->marks, m);

      for (guint i = 0; mark->kind == OUTLAY_MARK_BAR && mark->ends != NULL && i < mark->n; i++)
        {
          double *end = mark->values[i] >= 0 ? &above[MIN ((guint) mark->x0[i], n)] : &below[MIN ((guint) mark->x0[i], n)];

          mark->y0[i] = *end;
          mark->y1[i] = *end += mark->values[i];
        }
    }
  for (guint m = 0; m < scene->marks->len; m++)
    {
      OutlayMark *mark = g_ptr_array_index (scene->marks, m);

      for (guint i = 0; mark->kind == OUTLAY_MARK_BAR && mark->ends != NULL && i < mark->n; i++)
        mark->ends[i] = mark->y1[i] != mark->y0[i] && mark->y1[i] == (mark->y1[i] > 0 ? above : below)[MIN ((guint) mark->x0[i], n)];
    }
}

/* What the seen parts of a stack are together at x. */
static double
stack_at (OutlayScene *scene, double x, double *above)
{
  double sum = 0;

  *above = 0;
  for (guint m = 0; m < scene->marks->len; m++)
    {
      const OutlayMark *mark = g_ptr_array_index (scene->marks, m);

      for (guint i = 0; mark->kind == OUTLAY_MARK_BAR && mark->ends != NULL && i < mark->n; i++)
        if (mark->x0[i] <= x && x <= mark->x1[i])
          {
            sum += mark->values[i];
            *above = MAX (*above, mark->y1[i]);
          }
    }
  return sum;
}

static void
retotal (OutlayScene *scene)
{
  for (guint m = 0; m < scene->marks->len; m++)
    {
      OutlayMark *mark = g_ptr_array_index (scene->marks, m);

      for (guint i = 0; mark->totals && i < mark->n; i++)
        {
          double above, sum = stack_at (scene, mark->x0[i], &above);

          mark->y0[i] = above;
          g_free (mark->labels[i].lead);
          mark->labels[i].lead = outlay_amount_format_in (sum, scene->y.unit, mark->decimals);
        }
    }
}

/* What is hidden is named below the others. */
static void
tell_series (const Look *look)
{
  for (guint s = 0; s < look->scene->series->len; s++)
    {
      OutlaySceneSeries *series = outlay_scene_nth_series (look->scene, s);

      series->faded = look->view->isolated >= 0 && look->view->isolated != (int) s;
      if (!is_hidden (look, (int) s))
        continue;
      series->hidden = TRUE;
      series->weight = -1;
      /* Translators: in place of the value of a part of a chart that somebody has hidden */
      g_set_str (&series->value, C_ ("chart", "hidden"));
      series->anchor = look->scene->y.lower;
    }
}

/* --- the axis of what is left --- */

static void
widen_by (OutlayAxis *axis, const OutlayMark *mark)
{
  for (guint i = 0; mark->kind != OUTLAY_MARK_TEXT && i < mark->n; i++)
    {
      outlay_axis_widen (axis, mark->y0[i]);
      if (mark->kind != OUTLAY_MARK_LINE && mark->kind != OUTLAY_MARK_POINT)
        outlay_axis_widen (axis, mark->y1[i]);
    }
}

static void
fit_axis (OutlayScene *scene)
{
  OutlayAxis *axis = &scene->y;

  axis->lower = axis->upper = 0;
  for (guint m = 0; m < scene->marks->len; m++)
    widen_by (axis, g_ptr_array_index (scene->marks, m));
  for (guint r = 0; r < scene->rules->len; r++)
    if (!g_array_index (scene->rules, OutlayRule, r).upright)
      outlay_axis_widen (axis, g_array_index (scene->rules, OutlayRule, r).value);
  if (axis->lower == axis->upper)
    axis->upper = axis->unit.size;
}

static gboolean
same_structure (OutlayScene *from, OutlayScene *to)
{
  if (from->marks->len != to->marks->len || from->series->len != to->series->len || from->x.kind != to->x.kind || from->y.kind != to->y.kind ||
      from->x.upper != to->x.upper || from->x.first_year != to->x.first_year || from->y.unit.size != to->y.unit.size)
    return FALSE;
  for (guint m = 0; m < to->marks->len; m++)
    {
      const OutlayMark *one = g_ptr_array_index (from->marks, m), *other = g_ptr_array_index (to->marks, m);

      if (one->kind != other->kind || one->n != other->n || one->series != other->series)
        return FALSE;
    }
  return TRUE;
}

static inline double
between (double from, double to, double share)
{
  return isnan (from) ? to : from + share * (to - from);
}

static void
blend_mark (OutlayMark *mark, const OutlayMark *from, double share)
{
  double *const to_columns[] = { mark->x0, mark->x1, mark->y0, mark->y1, mark->y2, mark->y3 };
  double *const from_columns[] = { from->x0, from->x1, from->y0, from->y1, from->y2, from->y3 };

  for (guint c = 0; c < G_N_ELEMENTS (to_columns); c++)
    for (guint i = 0; i < mark->n; i++)
      to_columns[c][i] = between (from_columns[c][i], to_columns[c][i], share);
}

/**
 * outlay_scene_view:
 * @scene: a scene
 * @view: how it is looked at; years only of a scene whose x axis has them
 *
 * A stack stands anew without the series that are hidden, and its axis fits what is left; promised lines, which are about the whole, go then. Hidden series stay
 * among the names, so that they can be called back.
 *
 * Returns: (transfer full): what is seen
 */
OutlayScene *
outlay_scene_view (OutlayScene *scene, const OutlaySceneView *view)
{
  const guint all = outlay_scene_has_years (scene) ? (guint) scene->x.upper : 0;
  Look look = { .view = view, .first = MIN (view->first_year, all) };

  look.n_years = MIN (view->n_years, all - (guint) look.first);
  look.zoomed = look.n_years > 0 && look.n_years < all;
  for (guint s = 0; view->hidden != NULL && s < scene->series->len; s++)
    look.hides = look.hides || view->hidden[s];
  if (!look.zoomed && !look.hides && view->isolated < 0)
    return outlay_scene_ref (scene);
  look.scene = copy_frame (scene);
  for (guint m = 0; m < scene->marks->len; m++)
    if (!is_hidden (&look, ((OutlayMark *) g_ptr_array_index (scene->marks, m))->part))
      take_mark (&look, g_ptr_array_index (scene->marks, m));
  if (look.zoomed)
    {
      look.scene->x.upper = look.n_years;
      look.scene->x.first_year += (int) look.first;
    }
  if (scene->table != NULL)
    copy_table (look.scene, scene->table, look.zoomed ? (guint) look.first : 0, look.zoomed ? (guint) look.n_years : scene->table->rows->len);
  for (guint r = look.scene->rules->len; look.hides && r-- > 0;)
    if (!g_array_index (look.scene->rules, OutlayRule, r).upright)
      g_array_remove_index (look.scene->rules, r);
  if (scene->y.kind == OUTLAY_AXIS_VALUE && (look.hides || look.zoomed))
    {
      if (look.hides && scene->x.kind == OUTLAY_AXIS_YEARS && (scene->table == NULL || scene->table->form != OUTLAY_CHART_TABLE_GROUPED))
        {
          restack (look.scene);
          retotal (look.scene);
        }
      fit_axis (look.scene);
    }
  tell_series (&look);
  return look.scene;
}

/**
 * outlay_scene_blend:
 * @from: a scene
 * @to: another
 * @share: 0 to 1
 *
 * Marks stand where they are on the way; words, axes and table are those of @to.
 *
 * Returns: (transfer full): the scene in between
 */
OutlayScene *
outlay_scene_blend (OutlayScene *from, OutlayScene *to, double share)
{
  OutlayScene *scene;

  if (share >= 1 || !same_structure (from, to))
    return outlay_scene_ref (to);
  scene = copy_frame (to);
  if (to->table != NULL)
    copy_table (scene, to->table, 0, to->table->rows->len);
  for (guint m = 0; m < to->marks->len; m++)
    {
      const OutlayMark *mark = g_ptr_array_index (to->marks, m);
      OutlayMark *copy = copy_mark (scene, mark, mark->n);

      for (guint i = 0; i < mark->n; i++)
        copy_point (copy, i, mark, i);
      blend_mark (copy, g_ptr_array_index (from->marks, m), share);
    }
  outlay_axis_widen (&scene->y, between (from->y.upper, to->y.upper, share));
  outlay_axis_widen (&scene->y, between (from->y.lower, to->y.lower, share));
  return scene;
}
