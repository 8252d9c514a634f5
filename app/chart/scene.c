/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "chart/layout.h"
#include "chart/scene-data.h"

#define COLUMNS 7
#define FADED 0.25
#define HIDDEN 0.45

static void
label_clear (OutlayLabel *label)
{
  g_free (label->lead);
  g_free (label->tail);
  g_free (label->detail);
}

static void
mark_free (gpointer data)
{
  OutlayMark *mark = data;

  for (guint i = 0; mark->labels != NULL && i < mark->n; i++)
    label_clear (&mark->labels[i]);
  g_free (mark->labels);
  g_free (mark->ends);
  g_free (mark->x0);
  g_free (mark);
}

static void
series_clear (gpointer data)
{
  OutlaySceneSeries *series = data;

  g_free (series->name);
  g_free (series->value);
  g_free (series->words);
}

static void
rule_clear (gpointer data)
{
  g_free (((OutlayRule *) data)->label);
}

double
outlay_series_opacity (OutlayScene *scene, int series)
{
  const OutlaySceneSeries *of = series >= 0 ? outlay_scene_nth_series (scene, (guint) series) : NULL;

  return of == NULL ? 1 : of->hidden ? HIDDEN : of->faded ? FADED : 1;
}

void
outlay_axis_widen (OutlayAxis *axis, double value)
{
  if (!isfinite (value))
    return;
  axis->lower = MIN (axis->lower, value);
  axis->upper = MAX (axis->upper, value);
}

OutlayScene *
outlay_scene_new (const char *title)
{
  OutlayScene *scene = g_new0 (OutlayScene, 1);

  g_atomic_ref_count_init (&scene->references);
  scene->title = g_strdup (title);
  scene->subtitle = g_strdup ("");
  scene->note = g_strdup ("");
  scene->source = g_strdup ("");
  scene->summary = g_strdup (title);
  scene->series = g_array_new (FALSE, TRUE, sizeof (OutlaySceneSeries));
  g_array_set_clear_func (scene->series, series_clear);
  scene->marks = g_ptr_array_new_with_free_func (mark_free);
  scene->rows = g_ptr_array_new_with_free_func (g_free);
  scene->rules = g_array_new (FALSE, TRUE, sizeof (OutlayRule));
  g_array_set_clear_func (scene->rules, rule_clear);
  return scene;
}

OutlayScene *
outlay_scene_ref (OutlayScene *scene)
{
  g_atomic_ref_count_inc (&scene->references);
  return scene;
}

void
outlay_scene_unref (OutlayScene *scene)
{
  if (!g_atomic_ref_count_dec (&scene->references))
    return;
  g_clear_pointer (&scene->layout, outlay_layout_free);
  g_clear_pointer (&scene->table, outlay_chart_table_free);
  g_ptr_array_unref (scene->rows);
  g_array_unref (scene->rules);
  g_ptr_array_unref (scene->marks);
  g_array_unref (scene->series);
  g_free (scene->heading);
  g_free (scene->summary);
  g_free (scene->source);
  g_free (scene->note);
  g_free (scene->subtitle);
  g_free (scene->title);
  g_free (scene);
}

void
outlay_scene_set_subtitle (OutlayScene *scene, const char *subtitle)
{
  g_set_str (&scene->subtitle, subtitle);
}

void
outlay_scene_set_note (OutlayScene *scene, const char *note)
{
  g_set_str (&scene->note, note);
}

void
outlay_scene_set_source (OutlayScene *scene, const char *source)
{
  g_set_str (&scene->source, source);
}

OutlayChartTable *
outlay_scene_take_table (OutlayScene *scene, OutlayChartTable *table)
{
  g_clear_pointer (&scene->table, outlay_chart_table_free);
  scene->table = table;
  return table;
}

OutlayMark *
outlay_scene_add_mark (OutlayScene *scene, OutlayMarkKind kind, OutlayInk ink, int series, guint n)
{
  OutlayMark *mark = g_new0 (OutlayMark, 1);
  double **columns[COLUMNS] = { &mark->x0, &mark->x1, &mark->y0, &mark->y1, &mark->y2, &mark->y3, &mark->values };
  double *block = g_new0 (double, MAX (n, 1) * COLUMNS);

  mark->kind = kind;
  mark->ink = ink;
  mark->series = mark->part = series;
  mark->n = n;
  mark->width = 1;
  for (guint c = 0; c < COLUMNS; c++)
    *columns[c] = block + c * n;
  if (kind == OUTLAY_MARK_TEXT)
    mark->labels = g_new0 (OutlayLabel, n);
  g_ptr_array_add (scene->marks, mark);
  return mark;
}

guint
outlay_scene_add_series (OutlayScene *scene, const char *name, OutlayInk ink, int item)
{
  OutlaySceneSeries series = { .name = g_strdup (name), .ink = ink, .item = item };

  g_array_append_val (scene->series, series);
  return scene->series->len - 1;
}

void
outlay_scene_add_point (OutlayScene *scene, guint series, double radius, double x, double y)
{
  OutlayMark *point = outlay_scene_add_mark (scene, OUTLAY_MARK_POINT, outlay_scene_nth_series (scene, series)->ink, -1, 1);

  point->part = (int) series;
  point->width = radius;
  point->x0[0] = point->x1[0] = x;
  point->y0[0] = y;
}

OutlayMark *
outlay_scene_add_corner_text (OutlayScene *scene, guint series, OutlayCorner corner, double x, double y, const char *lead, const char *tail)
{
  OutlayMark *text = outlay_scene_add_mark (scene, OUTLAY_MARK_TEXT, outlay_scene_nth_series (scene, series)->ink, -1, 1);

  text->part = (int) series;
  text->corner = corner;
  text->x0[0] = text->x1[0] = x;
  text->y0[0] = text->y1[0] = y;
  text->labels[0].lead = g_strdup (lead);
  text->labels[0].tail = g_strdup (tail);
  return text;
}

void
outlay_scene_add_rule (OutlayScene *scene, double value, const char *label)
{
  OutlayRule rule = { value, FALSE, g_strdup (label), OUTLAY_INK (TARGET) };

  g_array_append_val (scene->rules, rule);
}

void
outlay_scene_add_upright_rule (OutlayScene *scene, double value, const char *label, OutlayInk ink)
{
  OutlayRule rule = { value, TRUE, g_strdup (label), ink };

  g_array_append_val (scene->rules, rule);
}

void
outlay_scene_add_row (OutlayScene *scene, const char *name)
{
  g_ptr_array_add (scene->rows, g_strdup (name));
}

const char *
outlay_scene_get_title (OutlayScene *scene)
{
  return scene->title;
}

const char *
outlay_scene_get_subtitle (OutlayScene *scene)
{
  return scene->subtitle;
}

const char *
outlay_scene_get_note (OutlayScene *scene)
{
  return scene->note;
}

const char *
outlay_scene_get_source (OutlayScene *scene)
{
  return scene->source;
}

const OutlayChartTable *
outlay_scene_get_table (OutlayScene *scene)
{
  return scene->table;
}

const char *
outlay_scene_get_summary (OutlayScene *scene)
{
  return scene->summary;
}

guint
outlay_scene_get_n_series (OutlayScene *scene)
{
  return scene->series->len;
}

const char *
outlay_scene_get_series_name (OutlayScene *scene, guint series)
{
  return series < scene->series->len ? outlay_scene_nth_series (scene, series)->name : NULL;
}

int
outlay_scene_get_series_item (OutlayScene *scene, guint series)
{
  return series < scene->series->len ? outlay_scene_nth_series (scene, series)->item : -1;
}

const char *
outlay_scene_get_series_words (OutlayScene *scene, guint series)
{
  return series < scene->series->len ? outlay_scene_nth_series (scene, series)->words : NULL;
}

int
outlay_scene_get_year (OutlayScene *scene, int point)
{
  return outlay_scene_has_years (scene) ? scene->x.first_year + point : 0;
}

gboolean
outlay_scene_get_years (OutlayScene *scene, int *first_year, guint *n_years)
{
  *first_year = scene->x.first_year;
  *n_years = outlay_scene_has_years (scene) ? (guint) scene->x.upper : 0;
  return *n_years > 0;
}
