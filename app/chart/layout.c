/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/layout.h"

#include <math.h>

/* Sizes in pixels at text scale 1: a body text of 10.5 pt at 96 dpi is 14. */
#define TITLE_SIZE 16.0
#define NAME_SIZE 12.5
#define SMALL_SIZE 11.5
#define FRAME_MARGIN 22.0
#define TICK_GAP 8.0
#define SIDE_GAP 12.0
#define WIDEST_BAR 56.0
#define LINES_PER_TICK 2.0
#define MOST_TICKS 9
#define LEAST_PLOT 260.0
/* Between parts that have outlines, beside these. */
#define OUTLINED_GAP 2.0

static double
text_size (OutlayTextRole role)
{
  return role == OUTLAY_TEXT_TITLE ? TITLE_SIZE : role == OUTLAY_TEXT_NAME ? NAME_SIZE : SMALL_SIZE;
}

static double
line_height (OutlayLayout *layout, OutlayTextRole role)
{
  return outlay_layout_set (layout, "0", role, FALSE, -1)->height;
}

/* Boxes hold the line's whole height, and baselines are moved to whole pixels: sharing less than a pixel is no overlap. */
static gboolean
overlap (const cairo_rectangle_t *a, const cairo_rectangle_t *b)
{
  const double slack = 1;

  return a->x + slack < b->x + b->width && b->x + slack < a->x + a->width && a->y + slack < b->y + b->height &&
         b->y + slack < a->y + a->height;
}

static gboolean
is_free (const OutlayLayout *layout, const cairo_rectangle_t *box)
{
  const double slack = 0.5;

  if (box->x < -slack || box->y < -slack || box->x + box->width > layout->width + slack || box->y + box->height > layout->height + slack)
    return FALSE;
  for (guint i = 0; i < layout->texts->len; i++)
    if (overlap (&g_array_index (layout->texts, OutlayPlacedText, i).box, box))
      return FALSE;
  return TRUE;
}

static void
clear_text (gpointer data)
{
  g_clear_object (&((OutlayPlacedText *) data)->layout);
}

/* --- the parts from the outside in; area is what is left --- */

static void
cut_top (cairo_rectangle_t *area, double height)
{
  area->y += height;
  area->height = MAX (area->height - height, 1);
}

static void
place_title (OutlayLayout *layout, OutlayScene *scene, cairo_rectangle_t *area)
{
  const OutlayText *title = outlay_layout_set (layout, scene->title, OUTLAY_TEXT_TITLE, TRUE, area->width);
  double height = title->height, gap = 14 * layout->unit;

  outlay_layout_place (layout, title, area->x, area->y, OUTLAY_INK (TEXT));
  if (*scene->subtitle != '\0')
    {
      const OutlayText *subtitle = outlay_layout_set (layout, scene->subtitle, OUTLAY_TEXT_NAME, FALSE, area->width);

      if (title->width + gap + subtitle->width <= area->width)
        outlay_layout_place (layout, subtitle, area->x + title->width + gap, area->y + title->baseline - subtitle->baseline, OUTLAY_INK (MUTED));
      else
        {
          outlay_layout_place (layout, subtitle, area->x, area->y + height, OUTLAY_INK (MUTED));
          height += subtitle->height;
        }
    }
  cut_top (area, height + 10 * layout->unit);
}

/* The range ends on a tick or half way to it, so that little room is lost and bars keep their scale while an amount is dragged. */
static void
lay_value_axis (OutlayLayout *layout, OutlayScene *scene)
{
  double lines = layout->plot.height / (LINES_PER_TICK * line_height (layout, OUTLAY_TEXT_SMALL));
  OutlayTicks ticks = outlay_ticks_cover (scene->y.lower, scene->y.upper, (guint) CLAMP (lines + 1, 2, MOST_TICKS), scene->y.unit.size);
  double half = ticks.step / 2;

  layout->y_lower = ticks.first;
  layout->y_upper = outlay_ticks_nth (&ticks, ticks.count - 1);
  if (layout->y_upper - half >= scene->y.upper && ticks.count > 2)
    {
      layout->y_upper -= half;
      ticks.count--;
    }
  if (layout->y_lower + half <= scene->y.lower && ticks.count > 2)
    {
      layout->y_lower += half;
      ticks.first += ticks.step;
      ticks.count--;
    }
  layout->ticks = ticks;
}

static const OutlayText *
tick_text (OutlayLayout *layout, OutlayScene *scene, guint n)
{
  double value = outlay_ticks_nth (&layout->ticks, n);
  g_autofree char *number = outlay_amount_format_in (value, scene->y.unit, value == 0 ? 0 : layout->ticks.decimals);

  return outlay_layout_set (layout, number, OUTLAY_TEXT_SMALL, FALSE, -1);
}

/* Never less than three digits, so that the years of charts below each other stand in line. */
static double
widest_tick (OutlayLayout *layout, OutlayScene *scene)
{
  double widest = outlay_layout_set (layout, "000", OUTLAY_TEXT_SMALL, FALSE, -1)->width;

  for (guint n = 0; n < layout->ticks.count; n++)
    widest = MAX (widest, tick_text (layout, scene, n)->width);
  return widest;
}

static void
place_ticks (OutlayLayout *layout, OutlayScene *scene)
{
  for (guint n = 0; n < layout->ticks.count; n++)
    {
      const OutlayText *text = tick_text (layout, scene, n);
      double y = outlay_layout_y (layout, outlay_ticks_nth (&layout->ticks, n));

      outlay_layout_place (layout, text, layout->plot.x - TICK_GAP * layout->unit - text->width, y - text->height / 2, OUTLAY_INK (MUTED));
    }
}

static void
place_years (OutlayLayout *layout, OutlayScene *scene)
{
  guint years = (guint) (scene->x.upper - scene->x.lower);
  const OutlayText *sample = outlay_layout_set (layout, "2030", OUTLAY_TEXT_SMALL, FALSE, -1);
  double fitting = layout->plot.width / (sample->width + 10 * layout->unit);

  layout->year_step = outlay_year_step (years, (guint) MAX (fitting, 1));
  for (guint t = 0; t < years; t++)
    if (outlay_year_is_labelled (scene->x.first_year + (int) t, scene->x.first_year, layout->year_step))
      {
        g_autofree char *year = g_strdup_printf ("%d", scene->x.first_year + (int) t);
        const OutlayText *text = outlay_layout_set (layout, year, OUTLAY_TEXT_SMALL, FALSE, -1);

        outlay_layout_place (layout, text, outlay_layout_x (layout, t + 0.5) - text->width / 2,
                             layout->plot.y + layout->plot.height + 6 * layout->unit, OUTLAY_INK (MUTED));
      }
}

/* The unit is written behind each: nothing else tells what lies across. */
static const OutlayText *
x_tick_text (OutlayLayout *layout, OutlayScene *scene, double value)
{
  g_autofree char *number = outlay_amount_format_in (value, scene->x.unit, value == 0 ? 0 : layout->x_ticks.decimals);
  g_autofree char *tick = *scene->x.unit.word != '\0' ? g_strdup_printf ("%s %s", number, scene->x.unit.word) : g_strdup (number);

  return outlay_layout_set (layout, tick, OUTLAY_TEXT_SMALL, FALSE, -1);
}

static void
lay_x_axis (OutlayLayout *layout, OutlayScene *scene)
{
  const double lower = scene->x.lower, upper = scene->x.upper;
  const double widest = MAX (x_tick_text (layout, scene, lower)->width, x_tick_text (layout, scene, upper)->width) + 2 * TICK_GAP * layout->unit;
  OutlayTicks ticks = outlay_ticks_cover (lower, upper, (guint) CLAMP (layout->plot.width / widest, 2, MOST_TICKS), scene->x.unit.size);
  const double close = 1e-9 * ticks.step;

  for (; ticks.count > 0 && ticks.first < lower - close; ticks.count--)
    ticks.first += ticks.step;
  while (ticks.count > 0 && outlay_ticks_nth (&ticks, ticks.count - 1) > upper + close)
    ticks.count--;
  layout->x_ticks = ticks;
}

static void
place_x_ticks (OutlayLayout *layout, OutlayScene *scene)
{
  for (guint n = 0; n < layout->x_ticks.count; n++)
    {
      const double value = outlay_ticks_nth (&layout->x_ticks, n);
      const OutlayText *text = x_tick_text (layout, scene, value);
      const double x = outlay_layout_x (layout, value) - text->width / 2;

      outlay_layout_place (layout, text, CLAMP (x, 0, MAX (layout->width - text->width, 0)), layout->plot.y + layout->plot.height + 6 * layout->unit,
                           OUTLAY_INK (MUTED));
    }
}

/* Whole pixels, so that lines and bars are sharp. */
static void
snap_plot (cairo_rectangle_t *plot)
{
  double right = floor (plot->x + plot->width), bottom = floor (plot->y + plot->height);

  plot->x = ceil (plot->x);
  plot->y = ceil (plot->y);
  plot->width = MAX (right - plot->x, 1);
  plot->height = MAX (bottom - plot->y, 1);
}

/* What names may take at the side: more where much is left for the plot. */
static double
most_names (const OutlayLayout *layout, double width)
{
  const double usual = 0.3, wide = 0.36;

  return ((1 - wide) * width >= 1.5 * LEAST_PLOT * layout->unit ? wide : usual) * width;
}

/* The height first, which decides the ticks; their width and the names' then leave the plot's. */
static void
lay_plot (OutlayLayout *layout, OutlayScene *scene, cairo_rectangle_t area)
{
  double names = outlay_layout_side_width (layout, scene, most_names (layout, area.width)), left = 0, right;

  layout->side = layout->style.plot_left <= 0 && names > 0 && area.width - names > LEAST_PLOT * layout->unit;
  right = layout->side ? names + SIDE_GAP * layout->unit : 0;
  if (!layout->side)
    cut_top (&area, outlay_layout_place_legend (layout, scene, area.x, area.y, area.width));
  if (scene->y.kind == OUTLAY_AXIS_VALUE)
    cut_top (&area, line_height (layout, OUTLAY_TEXT_NAME) + 4 * layout->unit);
  cut_top (&area, scene->head_lines * (line_height (layout, OUTLAY_TEXT_NAME) + 6 * layout->unit));
  if (scene->x.kind == OUTLAY_AXIS_YEARS || scene->x.kind == OUTLAY_AXIS_VALUE)
    area.height = MAX (area.height - line_height (layout, OUTLAY_TEXT_SMALL) - 6 * layout->unit, 1);
  layout->plot = area;
  layout->y_lower = scene->y.lower;
  layout->y_upper = scene->y.upper;
  layout->x_lower = scene->x.lower;
  layout->x_upper = scene->x.upper;
  if (scene->y.kind == OUTLAY_AXIS_VALUE)
    {
      lay_value_axis (layout, scene);
      left = widest_tick (layout, scene) + TICK_GAP * layout->unit;
    }
  if (scene->y.kind == OUTLAY_AXIS_ROWS)
    outlay_layout_lay_rows (layout, scene, area.width, &left, &right);
  if (layout->style.plot_left > 0)
    {
      left = MIN (layout->style.plot_left, area.width / 2);
      right = MIN (layout->style.plot_right, area.width / 4);
    }
  layout->rows_x = area.x;
  layout->plot.x += left;
  layout->plot.width = MAX (area.width - left - right, 1);
  snap_plot (&layout->plot);
  if (scene->x.kind == OUTLAY_AXIS_VALUE)
    lay_x_axis (layout, scene);
  layout->side_x = layout->plot.x + layout->plot.width + SIDE_GAP * layout->unit;
}

/* Without ticks and years with a name, so that no grid is drawn either. */
static void
lay_bare_plot (OutlayLayout *layout, OutlayScene *scene, cairo_rectangle_t area)
{
  layout->plot = area;
  layout->x_lower = scene->x.lower;
  layout->x_upper = scene->x.upper;
  layout->y_lower = scene->y.lower;
  layout->y_upper = scene->y.upper;
  layout->year_step = G_MAXINT;
  snap_plot (&layout->plot);
}

static void
lay_all (OutlayLayout *layout, OutlayScene *scene)
{
  cairo_rectangle_t area = { 0, 0, layout->width, layout->height };
  double margin = MIN (FRAME_MARGIN * layout->unit, 0.06 * MIN (layout->width, layout->height) + 4);

  if (layout->style.frame)
    area = (cairo_rectangle_t) { margin, margin, MAX (layout->width - 2 * margin, 1), MAX (layout->height - 2 * margin, 1) };
  if (layout->style.wordless)
    {
      lay_bare_plot (layout, scene, area);
      return;
    }
  if (layout->style.frame)
    {
      place_title (layout, scene, &area);
      outlay_layout_place_note (layout, scene, &area);
    }
  lay_plot (layout, scene, area);
  if (scene->y.kind == OUTLAY_AXIS_VALUE)
    place_ticks (layout, scene);
  if (scene->x.kind == OUTLAY_AXIS_YEARS)
    place_years (layout, scene);
  if (scene->x.kind == OUTLAY_AXIS_VALUE)
    place_x_ticks (layout, scene);
  if (scene->y.kind == OUTLAY_AXIS_ROWS)
    outlay_layout_place_rows (layout, scene);
  outlay_layout_place_labels (layout, scene);
}

const OutlayText *
outlay_layout_set (OutlayLayout *layout, const char *string, OutlayTextRole role, gboolean strong, double max_width)
{
  return outlay_texts_set (layout->fonts, string, text_size (role) * layout->unit, strong, max_width);
}

gboolean
outlay_layout_is_free (const OutlayLayout *layout, const OutlayText *text, double x, double y)
{
  const cairo_rectangle_t box = { x, round (y + text->baseline) - text->baseline, text->width, text->height };

  return is_free (layout, &box);
}

double
outlay_layout_least_width (const OutlayLayout *layout)
{
  return 3 * NAME_SIZE * layout->unit;
}

OutlayPlacedText *
outlay_layout_place (OutlayLayout *layout, const OutlayText *text, double x, double y, OutlayInk ink)
{
  OutlayPlacedText placed = { .layout = text->layout, .ink = ink, .opacity = 1, .series = -1,
                              .box = { x, round (y + text->baseline) - text->baseline, text->width, text->height } };

  if (!is_free (layout, &placed.box))
    return NULL;
  g_object_ref (placed.layout);
  g_array_append_val (layout->texts, placed);
  return &g_array_index (layout->texts, OutlayPlacedText, layout->texts->len - 1);
}

/* Whole pixels, and never none: it parts what is not told apart by its colours. */
double
outlay_layout_gap (const OutlayLayout *layout, const OutlayMark *mark)
{
  double least = outlay_theme_has_outlines (layout->style.theme) ? OUTLINED_GAP : 1;

  return MAX (round (MAX (mark->width, least) * layout->unit), 1);
}

cairo_rectangle_t
outlay_layout_bar (const OutlayLayout *layout, const OutlayMark *mark, guint point)
{
  double left = outlay_layout_x (layout, mark->x0[point]), right = outlay_layout_x (layout, mark->x1[point]);
  double one = outlay_layout_y (layout, mark->y0[point]), other = outlay_layout_y (layout, mark->y1[point]);
  double most = WIDEST_BAR * layout->unit, middle = (left + right) / 2, gap = outlay_layout_gap (layout, mark);
  double top, bottom;

  if (mark->ends != NULL && right - left > most)
    {
      left = middle - most / 2;
      right = middle + most / 2;
    }
  left = round (left);
  right = round (right);
  top = round (MIN (one, other));
  bottom = round (MAX (one, other));
  if (mark->ends == NULL)
    {
      const double across = right - left > 2 * gap ? gap : 0, down = bottom - top > 2 * gap ? gap : 0;

      return (cairo_rectangle_t) { left + across / 2, top + down / 2, MAX (right - left - across, 1), bottom - top - down };
    }
  /* In a stack only the side towards 0 gives way to the part below. */
  if (mark->y0[point] != 0 && bottom - top > 2 * gap)
    return one >= other ? (cairo_rectangle_t) { left, top, MAX (right - left, 1), bottom - top - gap }
                        : (cairo_rectangle_t) { left, top + gap, MAX (right - left, 1), bottom - top - gap };
  return (cairo_rectangle_t) { left, top, MAX (right - left, 1), bottom - top };
}

OutlayLayout *
outlay_layout_new (OutlayScene *scene, double width, double height, const OutlayStyle *style)
{
  OutlayLayout *layout = g_new0 (OutlayLayout, 1);

  layout->width = MAX (width, 1);
  layout->height = MAX (height, 1);
  layout->style = *style;
  layout->family = g_strdup (style->font_family);
  layout->style.font_family = layout->family;
  layout->unit = style->text_scale > 0 ? style->text_scale : 1;
  layout->fonts = outlay_texts_get (layout->family);
  layout->texts = g_array_new (FALSE, TRUE, sizeof (OutlayPlacedText));
  g_array_set_clear_func (layout->texts, clear_text);
  layout->swatches = g_array_new (FALSE, TRUE, sizeof (OutlaySwatch));
  outlay_texts_trim (layout->fonts);
  lay_all (layout, scene);
  return layout;
}

void
outlay_layout_free (OutlayLayout *layout)
{
  g_array_unref (layout->swatches);
  g_array_unref (layout->texts);
  g_free (layout->family);
  g_free (layout);
}

OutlayLayout *
outlay_scene_layout (OutlayScene *scene, double width, double height, const OutlayStyle *style)
{
  OutlayLayout *last = scene->layout;

  if (last == NULL || last->width != MAX (width, 1) || last->height != MAX (height, 1) || last->style.theme != style->theme ||
      last->style.text_scale != style->text_scale || !last->style.frame != !style->frame || g_strcmp0 (last->family, style->font_family) != 0 ||
      !last->style.wordless != !style->wordless || last->style.plot_left != style->plot_left || last->style.plot_right != style->plot_right)
    {
      g_clear_pointer (&scene->layout, outlay_layout_free);
      scene->layout = outlay_layout_new (scene, width, height, style);
    }
  return scene->layout;
}
