/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "chart/crosshair.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/layout.h"

#define PADDING 8.0
#define COLUMN_GAP 14.0
#define SWATCH 9.0
#define AWAY 10.0
#define MOST_DIGITS 5
#define LINE_OPACITY 0.55
#define BOX_OPACITY 1.0
#define BRUSH_OPACITY 0.14

typedef struct
{
  const char *name;
  char *value;
  OutlayInk ink;
  gboolean swatch;
  gboolean strong;
  double weight; /* the smallest go first where room is short */
} Line;

typedef struct
{
  OutlayLayout *layout;
  GArray *lines; /* Line; the first is the heading */
  double names;  /* width of the widest, as of the values */
  double values;
  double line_height;
} Readout;

static void
line_clear (gpointer data)
{
  g_free (((Line *) data)->value);
}

static gboolean
has_years (OutlayScene *scene)
{
  return outlay_scene_has_years (scene) && scene->table != NULL && scene->table->rows->len == (guint) scene->x.upper;
}

/* The series that a column of the table belongs to; −1 for none. */
static int
series_of (OutlayScene *scene, const OutlayChartTableColumn *column)
{
  for (guint s = 0; s < scene->series->len; s++)
    if (g_str_equal (outlay_scene_nth_series (scene, s)->name, column->name))
      return (int) s;
  return -1;
}

static gboolean
is_hidden (OutlayScene *scene, const OutlayChartTableColumn *column)
{
  const int series = series_of (scene, column);

  return series >= 0 && outlay_scene_nth_series (scene, (guint) series)->hidden;
}

/* --- what the box says --- */

/* Five digits of the largest value: a digit or two more than stand beside the chart. */
static int
choose_decimals (OutlayScene *scene)
{
  const double largest = MAX (fabs (scene->y.lower), fabs (scene->y.upper)) / scene->y.unit.size;
  const int before = largest >= 1 ? (int) floor (log10 (largest)) + 1 : 1;

  return MAX (MOST_DIGITS - before, 0);
}

static char *
write_value (OutlayScene *scene, double value)
{
  return outlay_amount_format_part (value, scene->y.unit, choose_decimals (scene));
}

static void
add_line (Readout *readout, const char *name, char *value, OutlayInk ink, gboolean swatch, gboolean strong, double weight)
{
  Line line = { name, value, ink, swatch, strong, weight };

  g_array_append_val (readout->lines, line);
}

/* The last part of a stack lies on top, so it is named first. */
static void
add_columns (Readout *readout, OutlayScene *scene, guint point, int series)
{
  const OutlayChartTable *table = scene->table;
  guint parts = 0;
  double total = 0;

  for (guint c = table->columns->len; c-- > 0;)
    {
      const OutlayChartTableColumn *column = outlay_chart_table_column (table, c);
      const double value = column->values[point];

      if (is_hidden (scene, column))
        continue;
      add_line (readout, column->name, write_value (scene, value), column->ink, TRUE, series >= 0 && series_of (scene, column) == series, fabs (value));
      if (!column->line && !isnan (value))
        {
          total += value;
          parts++;
        }
    }
  if (table->form == OUTLAY_CHART_TABLE_STACKED && parts > 1)
    add_line (readout, C_ ("chart", "Total"), write_value (scene, total), OUTLAY_INK (TEXT), FALSE, TRUE, G_MAXDOUBLE);
}

static void
measure (Readout *readout)
{
  readout->names = readout->values = 0;
  for (guint i = 0; i < readout->lines->len; i++)
    {
      const Line *line = &g_array_index (readout->lines, Line, i);
      const OutlayText *name = outlay_layout_set (readout->layout, line->name, OUTLAY_TEXT_SMALL, line->strong, -1);

      readout->names = MAX (readout->names, name->width + (line->swatch ? 1.6 * SWATCH * readout->layout->unit : 0));
      readout->line_height = MAX (readout->line_height, name->height);
      readout->values = MAX (readout->values, outlay_layout_set (readout->layout, line->value, OUTLAY_TEXT_SMALL, line->strong, -1)->width);
    }
}

/* The smallest parts go until the box is no higher than the picture. */
static void
shorten (Readout *readout)
{
  const double room = readout->layout->height - 2 * PADDING * readout->layout->unit;

  while (readout->lines->len > 2 && readout->lines->len * readout->line_height > room)
    {
      guint least = 1;

      for (guint i = 2; i < readout->lines->len; i++)
        if (g_array_index (readout->lines, Line, i).weight < g_array_index (readout->lines, Line, least).weight)
          least = i;
      g_array_remove_index (readout->lines, least);
    }
}

static void
read_out (Readout *readout, OutlayLayout *layout, OutlayScene *scene, guint point, int series)
{
  *readout = (Readout) { .layout = layout, .lines = g_array_new (FALSE, FALSE, sizeof (Line)) };
  g_array_set_clear_func (readout->lines, line_clear);
  add_line (readout, g_ptr_array_index (scene->table->rows, point), g_strdup (scene->subtitle), OUTLAY_INK (MUTED), FALSE, TRUE, G_MAXDOUBLE);
  add_columns (readout, scene, point, series);
  measure (readout);
  shorten (readout);
}

/* --- drawing --- */

static void
set_ink (cairo_t *cr, const OutlayLayout *layout, OutlayInk ink, double opacity)
{
  const OutlayColour colour = outlay_ink_fill (ink, layout->style.theme);

  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, opacity);
}

static void
show_text (const Readout *readout, cairo_t *cr, const OutlayText *text, double x, double y, OutlayInk ink)
{
  const OutlayColour colour = outlay_ink_text (ink, readout->layout->style.theme);

  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, 1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, text->layout);
}

static void
draw_line (const Readout *readout, cairo_t *cr, const Line *line, double left, double right, double y)
{
  OutlayLayout *layout = readout->layout;
  const double swatch = SWATCH * layout->unit;
  const OutlayText *value = outlay_layout_set (layout, line->value, OUTLAY_TEXT_SMALL, line->strong && line->swatch, -1);
  const OutlayText *name = outlay_layout_set (layout, line->name, OUTLAY_TEXT_SMALL, line->strong, right - left - value->width);

  if (line->swatch)
    {
      set_ink (cr, layout, line->ink, 1);
      cairo_rectangle (cr, left, round (y + (readout->line_height - swatch) / 2), swatch, swatch);
      cairo_fill (cr);
    }
  show_text (readout, cr, name, left + (line->swatch ? 1.6 * swatch : 0), y, OUTLAY_INK (TEXT));
  show_text (readout, cr, value, right - value->width, y, line->swatch ? OUTLAY_INK (TEXT) : line->ink);
}

/* Beside the line where there is room, and never beyond the picture. */
static void
draw_box (const Readout *readout, cairo_t *cr, double x)
{
  const OutlayLayout *layout = readout->layout;
  const double padding = PADDING * layout->unit, away = AWAY * layout->unit;
  const double width = MIN (readout->names + COLUMN_GAP * layout->unit + readout->values + 2 * padding, layout->width);
  const double height = readout->lines->len * readout->line_height + 2 * padding;
  const gboolean right = x + away + width <= layout->width;
  const double left = round (right ? x + away : MAX (x - away - width, 0));
  const double top = round (CLAMP (layout->plot.y, 0, MAX (layout->height - height, 0)));

  set_ink (cr, layout, OUTLAY_INK (SURFACE), BOX_OPACITY);
  cairo_rectangle (cr, left + 0.5, top + 0.5, width - 1, height - 1);
  cairo_fill_preserve (cr);
  set_ink (cr, layout, OUTLAY_INK (AXIS), 1);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  for (guint i = 0; i < readout->lines->len; i++)
    draw_line (readout, cr, &g_array_index (readout->lines, Line, i), left + padding, left + width - padding,
               top + padding + i * readout->line_height);
}

int
outlay_scene_point_at (OutlayScene *scene, double width, double height, const OutlayStyle *style, double x, double y)
{
  const OutlayLayout *layout = outlay_scene_layout (scene, width, height, style);
  const double year = outlay_scene_year_at (scene, width, height, style, x);

  if (!has_years (scene) || y < layout->plot.y || y > layout->plot.y + layout->plot.height || !(year >= 0 && year < scene->x.upper))
    return -1;
  return (int) year;
}

double
outlay_scene_year_at (OutlayScene *scene, double width, double height, const OutlayStyle *style, double x)
{
  const OutlayLayout *layout = outlay_scene_layout (scene, width, height, style);

  return layout->x_lower + (x - layout->plot.x) / layout->plot.width * (layout->x_upper - layout->x_lower);
}

int
outlay_scene_label_at (OutlayScene *scene, double width, double height, const OutlayStyle *style, double x, double y)
{
  const OutlayLayout *layout = outlay_scene_layout (scene, width, height, style);

  for (guint i = 0; i < layout->texts->len; i++)
    {
      const OutlayPlacedText *text = &g_array_index (layout->texts, OutlayPlacedText, i);
      const cairo_rectangle_t *box = &text->box;

      if (text->series >= 0 && x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height)
        return text->series;
    }
  return -1;
}

void
outlay_scene_draw_crosshair (OutlayScene *scene, cairo_t *cr, double width, double height, const OutlayStyle *style, int point, int series)
{
  OutlayLayout *layout = outlay_scene_layout (scene, width, height, style);
  Readout readout;
  double x;

  if (!has_years (scene) || point < 0 || point >= (int) scene->x.upper)
    return;
  x = round (outlay_layout_x (layout, point + 0.5)) + 0.5;
  cairo_save (cr);
  set_ink (cr, layout, OUTLAY_INK (MUTED), LINE_OPACITY);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, x, layout->plot.y);
  cairo_line_to (cr, x, layout->plot.y + layout->plot.height);
  cairo_stroke (cr);
  read_out (&readout, layout, scene, (guint) point, series);
  draw_box (&readout, cr, x);
  g_array_unref (readout.lines);
  cairo_restore (cr);
}

void
outlay_scene_draw_brush (OutlayScene *scene, cairo_t *cr, double width, double height, const OutlayStyle *style, double from, double to)
{
  const OutlayLayout *layout = outlay_scene_layout (scene, width, height, style);
  const double first = CLAMP (floor (MIN (from, to)), 0, scene->x.upper), last = CLAMP (ceil (MAX (from, to)), 0, scene->x.upper);
  const double left = outlay_layout_x (layout, first), right = outlay_layout_x (layout, last);

  if (!has_years (scene))
    return;
  cairo_save (cr);
  set_ink (cr, layout, OUTLAY_INK (COMPARED), BRUSH_OPACITY);
  cairo_rectangle (cr, left, layout->plot.y, right - left, layout->plot.height);
  cairo_fill (cr);
  cairo_restore (cr);
}

void
outlay_scene_draw_focus (OutlayScene *scene, cairo_t *cr, double width, double height, const OutlayStyle *style, const OutlayHit *hit)
{
  const OutlayLayout *layout = outlay_scene_layout (scene, width, height, style);
  const double away = 2 * layout->unit;

  cairo_save (cr);
  cairo_rectangle (cr, hit->x - away, hit->y - away, hit->width + 2 * away, hit->height + 2 * away);
  set_ink (cr, layout, OUTLAY_INK (SURFACE), 1);
  cairo_set_line_width (cr, 4 * layout->unit);
  cairo_stroke_preserve (cr);
  set_ink (cr, layout, OUTLAY_INK (TEXT), 1);
  cairo_set_line_width (cr, 2 * layout->unit);
  cairo_stroke (cr);
  cairo_restore (cr);
}

char *
outlay_scene_describe_point (OutlayScene *scene, int point, int series, const char *currency)
{
  GString *words;

  if (!has_years (scene) || point < 0 || point >= (int) scene->x.upper)
    return g_strdup ("");
  words = g_string_new (g_ptr_array_index (scene->table->rows, point));
  for (guint c = 0; c < scene->table->columns->len; c++)
    {
      const OutlayChartTableColumn *column = outlay_chart_table_column (scene->table, c);
      g_autofree char *value = outlay_quantity_format (column->values[point], column->unit, currency);

      if (is_hidden (scene, column) || (series >= 0 && series_of (scene, column) != series))
        continue;
      /* Translators: what a screen reader says of a point of a chart, behind its year: a part and its value */
      g_string_append_printf (words, C_ ("chart", ". %s: %s"), column->name, value);
    }
  return g_string_free_and_steal (words);
}
