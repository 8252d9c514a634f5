/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "chart/layout.h"

#define BAND_OPACITY 0.22
#define LINK_OPACITY 0.55
#define DASH 5.0
/* Of what high contrast bounds a part with, and of what parts an area from the next. */
#define OUTLINE 1.0
#define AREA_RIM 0.5

static void
set_colour (cairo_t *cr, OutlayColour colour, double opacity)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha * opacity);
}

static void
set_ink (cairo_t *cr, const OutlayLayout *layout, OutlayInk ink, double opacity)
{
  set_colour (cr, outlay_ink_fill (ink, layout->style.theme), opacity);
}

/* --- axes --- */

/* One pixel wide, on whole pixels. */
static void
add_level (cairo_t *cr, const OutlayLayout *layout, double value)
{
  double y = round (outlay_layout_y (layout, value));

  cairo_rectangle (cr, layout->plot.x, y, layout->plot.width, 1);
}

static void
draw_grid (cairo_t *cr, const OutlayLayout *layout)
{
  for (guint n = 0; n < layout->ticks.count; n++)
    if (outlay_ticks_nth (&layout->ticks, n) != 0)
      add_level (cr, layout, outlay_ticks_nth (&layout->ticks, n));
  set_ink (cr, layout, OUTLAY_INK (GRID), 1);
  cairo_fill (cr);
}

/* Where each labelled year begins. */
static void
draw_years (cairo_t *cr, const OutlayLayout *layout, const OutlayScene *scene)
{
  for (guint t = 0; t <= (guint) (scene->x.upper - scene->x.lower); t++)
    if (outlay_year_is_labelled (scene->x.first_year + (int) t, scene->x.first_year, layout->year_step))
      cairo_rectangle (cr, round (outlay_layout_x (layout, t)), layout->plot.y, 1, layout->plot.height);
  set_ink (cr, layout, OUTLAY_INK (GRID), 1);
  cairo_fill (cr);
}

static void
draw_x_ticks (cairo_t *cr, const OutlayLayout *layout)
{
  for (guint n = 0; n < layout->x_ticks.count; n++)
    cairo_rectangle (cr, round (outlay_layout_x (layout, outlay_ticks_nth (&layout->x_ticks, n))), layout->plot.y + layout->plot.height, 1,
                     round (4 * layout->unit));
  set_ink (cr, layout, OUTLAY_INK (AXIS), 1);
  cairo_fill (cr);
}

static void
draw_baseline (cairo_t *cr, const OutlayLayout *layout)
{
  add_level (cr, layout, CLAMP (0, layout->y_lower, layout->y_upper));
  set_ink (cr, layout, OUTLAY_INK (AXIS), 1);
  cairo_fill (cr);
}

/* --- marks --- */

/* Along the inside of the path, which it keeps. */
static void
draw_rim (cairo_t *cr, const OutlayLayout *layout, OutlayInk ink, double width, double opacity)
{
  cairo_save (cr);
  cairo_clip_preserve (cr);
  cairo_set_line_width (cr, 2 * width * layout->unit);
  set_ink (cr, layout, ink, opacity);
  cairo_stroke_preserve (cr);
  cairo_restore (cr);
}

/* What the path encloses, and in high contrast its outline; keeps the path. own: how much is seen through the part itself. */
static void
fill_part (cairo_t *cr, const OutlayLayout *layout, OutlayInk ink, double own, double opacity)
{
  set_ink (cr, layout, ink, own * opacity);
  cairo_fill_preserve (cr);
  if (outlay_theme_has_outlines (layout->style.theme))
    draw_rim (cr, layout, OUTLAY_INK (TEXT), OUTLINE, opacity);
}

/* A rectangle with round corners at the top, the bottom, or both. */
static void
add_rounded (cairo_t *cr, const cairo_rectangle_t *box, double radius, gboolean top, gboolean bottom)
{
  double right = box->x + box->width, end = box->y + box->height;
  double above = top ? radius : 0, below = bottom ? radius : 0;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - above, box->y + above, above, -G_PI_2, 0);
  cairo_arc (cr, right - below, end - below, below, 0, G_PI_2);
  cairo_arc (cr, box->x + below, end - below, below, G_PI_2, G_PI);
  cairo_arc (cr, box->x + above, box->y + above, above, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
add_bars (cairo_t *cr, const OutlayLayout *layout, const OutlayMark *mark, double inset)
{
  for (guint i = 0; i < mark->n; i++)
    {
      cairo_rectangle_t box = outlay_layout_bar (layout, mark, i);
      double radius = MIN (mark->radius * layout->unit, MIN (box.width, box.height) / 2) - inset;
      gboolean upwards = mark->y1[i] >= mark->y0[i];

      box = (cairo_rectangle_t) { box.x + inset, box.y + inset, box.width - 2 * inset, box.height - 2 * inset };
      if (box.height <= 0 || box.width <= 0)
        continue;
      if (radius < 1 || (mark->ends != NULL && !mark->ends[i]))
        cairo_rectangle (cr, box.x, box.y, box.width, box.height);
      else
        add_rounded (cr, &box, radius, mark->ends == NULL || upwards, mark->ends == NULL || !upwards);
    }
}

/* An outline is what a smaller bar leaves of one: faster than a stroke. */
static void
draw_bars (cairo_t *cr, const OutlayLayout *layout, const OutlayMark *mark, double opacity)
{
  const gboolean outlined = outlay_theme_has_outlines (layout->style.theme) && mark->ink.role != OUTLAY_INK_SURFACE;
  const double inset = outlined ? round (MAX (OUTLINE * layout->unit, 1)) : 0;

  if (outlined)
    {
      add_bars (cr, layout, mark, 0);
      add_bars (cr, layout, mark, inset);
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
      set_ink (cr, layout, OUTLAY_INK (TEXT), opacity);
      cairo_fill (cr);
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
    }
  add_bars (cr, layout, mark, inset);
  set_ink (cr, layout, mark->ink, (mark->opacity > 0 ? mark->opacity : 1) * opacity);
  cairo_fill (cr);
}

static void
add_line (cairo_t *cr, const OutlayLayout *layout, const OutlayMark *mark)
{
  gboolean open = FALSE;

  for (guint i = 0; i < mark->n; i++)
    {
      double x = outlay_layout_x (layout, mark->x0[i]), y = outlay_layout_y (layout, mark->y0[i]);

      if (isnan (y))
        open = FALSE;
      else if (mark->pieces)
        {
          cairo_move_to (cr, x, round (y));
          cairo_line_to (cr, outlay_layout_x (layout, mark->x1[i]), round (y));
        }
      else
        {
          if (open)
            cairo_line_to (cr, x, y);
          else
            cairo_move_to (cr, x, y);
          open = TRUE;
        }
    }
}

/* In high contrast every line has its own. */
static void
set_dash (cairo_t *cr, const OutlayLayout *layout, const OutlayMark *mark)
{
  static const double dashes[][4] = { { 0 }, { 9, 3, 9, 3 }, { 2, 3, 2, 3 }, { 9, 3, 2, 3 }, { 14, 4, 14, 4 } };
  const gboolean own = !mark->dashed && mark->series > 0 && outlay_theme_has_outlines (layout->style.theme);
  const double *chosen = own ? dashes[mark->series % (int) G_N_ELEMENTS (dashes)] : (double[]) { DASH, DASH, DASH, DASH };
  double scaled[4];

  if (!mark->dashed && (!own || chosen[0] == 0))
    return;
  for (guint i = 0; i < 4; i++)
    scaled[i] = chosen[i] * layout->unit;
  cairo_set_dash (cr, scaled, 4, 0);
}

/* A thin rim of the background keeps a line apart from the bars below it. Of the rim only a pixel is seen, which need not be as smooth as the line: that takes
 * a third off the time of a chart of many lines. */
static void
draw_line (cairo_t *cr, const OutlayLayout *layout, const OutlayMark *mark, double opacity)
{
  double width = mark->width * layout->unit;

  set_dash (cr, layout, mark);
  add_line (cr, layout, mark);
  cairo_set_line_width (cr, width + 2 * layout->unit);
  set_ink (cr, layout, OUTLAY_INK (SURFACE), 0.9);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_stroke_preserve (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  /* In the window, which is drawn again and again, the line neither. */
  cairo_set_antialias (cr, layout->style.frame ? CAIRO_ANTIALIAS_DEFAULT : CAIRO_ANTIALIAS_FAST);
  cairo_set_line_width (cr, width);
  set_colour (cr, outlay_ink_line (mark->ink, layout->style.theme), opacity);
  cairo_stroke (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_area (cairo_t *cr, const OutlayLayout *layout, const OutlayMark *mark, double opacity)
{
  for (guint i = 0; i < mark->n; i++)
    cairo_line_to (cr, outlay_layout_x (layout, mark->x0[i]), outlay_layout_y (layout, mark->y1[i]));
  for (guint i = mark->n; i-- > 0;)
    cairo_line_to (cr, outlay_layout_x (layout, mark->x0[i]), outlay_layout_y (layout, mark->y0[i]));
  cairo_close_path (cr);
  /* Areas of like colours that lie upon each other are parted as bars are. */
  fill_part (cr, layout, mark->ink, mark->kind == OUTLAY_MARK_BAND ? BAND_OPACITY : 1, opacity);
  if (mark->kind == OUTLAY_MARK_AREA && !outlay_theme_has_outlines (layout->style.theme))
    draw_rim (cr, layout, OUTLAY_INK (SURFACE), AREA_RIM, 1);
  cairo_new_path (cr);
}

static void
draw_points (cairo_t *cr, const OutlayLayout *layout, const OutlayMark *mark, double opacity)
{
  double radius = mark->width * layout->unit;

  for (guint i = 0; i < mark->n; i++)
    {
      double x = outlay_layout_x (layout, mark->x0[i]), y = outlay_layout_y (layout, mark->y0[i]);

      if (isnan (y))
        continue;
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
    }
  set_ink (cr, layout, OUTLAY_INK (SURFACE), 0.9);
  cairo_set_line_width (cr, 2 * layout->unit);
  cairo_stroke_preserve (cr);
  set_colour (cr, outlay_ink_line (mark->ink, layout->style.theme), opacity);
  cairo_fill (cr);
}

/* Both edges leave and arrive level, and the bend lies in the middle. */
static void
draw_links (cairo_t *cr, const OutlayLayout *layout, const OutlayMark *mark, double opacity)
{
  for (guint i = 0; i < mark->n; i++)
    {
      double left = outlay_layout_x (layout, mark->x0[i]), right = outlay_layout_x (layout, mark->x1[i]), middle = (left + right) / 2;
      double a = outlay_layout_y (layout, mark->y0[i]), b = outlay_layout_y (layout, mark->y1[i]);
      double c = outlay_layout_y (layout, mark->y2[i]), d = outlay_layout_y (layout, mark->y3[i]);

      cairo_move_to (cr, left, a);
      cairo_curve_to (cr, middle, a, middle, c, right, c);
      cairo_line_to (cr, right, d);
      cairo_curve_to (cr, middle, d, middle, b, left, b);
      cairo_close_path (cr);
    }
  fill_part (cr, layout, mark->ink, mark->opacity > 0 ? mark->opacity : LINK_OPACITY, opacity);
  cairo_new_path (cr);
}

static void
draw_mark (cairo_t *cr, const OutlayLayout *layout, const OutlayMark *mark, double opacity)
{
  switch (mark->kind)
    {
    case OUTLAY_MARK_BAR:
      draw_bars (cr, layout, mark, opacity);
      break;
    case OUTLAY_MARK_LINE:
      draw_line (cr, layout, mark, opacity);
      break;
    case OUTLAY_MARK_AREA:
    case OUTLAY_MARK_BAND:
      draw_area (cr, layout, mark, opacity);
      break;
    case OUTLAY_MARK_POINT:
      draw_points (cr, layout, mark, opacity);
      break;
    case OUTLAY_MARK_LINK:
      draw_links (cr, layout, mark, opacity);
      break;
    case OUTLAY_MARK_TEXT: /* placed by the layout */
    default:
      break;
    }
}

/* --- promised lines --- */

/* Where a rule at a place, on its way along the plot from a start, first meets a text; the end of the plot where it meets none. *behind is where it comes out.
 * The place is in y and the way in x, of an upright one the other way round. */
static double
next_text (const OutlayLayout *layout, gboolean upright, double start, double place, double *behind)
{
  double end = upright ? layout->plot.y + layout->plot.height : layout->plot.x + layout->plot.width, meets = end, air = 3 * layout->unit;

  *behind = end;
  for (guint i = 0; i < layout->texts->len; i++)
    {
      cairo_rectangle_t box = g_array_index (layout->texts, OutlayPlacedText, i).box;
      double left;

      if (upright)
        box = (cairo_rectangle_t) { box.y, box.x - air, box.height, box.width + 2 * air };
      left = MAX (box.x - air, start);
      if (box.y < place && place < box.y + box.height && box.x + box.width + air > start && left < meets)
        {
          meets = left;
          *behind = box.x + box.width + air;
        }
    }
  return meets;
}

static void
add_rule (cairo_t *cr, const OutlayLayout *layout, const OutlayRule *rule)
{
  double x = round (outlay_layout_x (layout, rule->value)) + 0.5, y = round (outlay_layout_y (layout, rule->value)) + 0.5, behind;
  double start = rule->upright ? layout->plot.y : layout->plot.x, end = start + (rule->upright ? layout->plot.height : layout->plot.width);

  for (double at = start; at < end; at = behind)
    {
      double meets = MIN (next_text (layout, rule->upright, at, rule->upright ? x : y, &behind), end);

      cairo_move_to (cr, rule->upright ? x : at, rule->upright ? at : y);
      cairo_line_to (cr, rule->upright ? x : meets, rule->upright ? meets : y);
    }
}

/* Dashed, on a faint rim that parts it from the bars, and interrupted where a text stands. */
static void
draw_rule (cairo_t *cr, const OutlayLayout *layout, const OutlayRule *rule)
{
  const double dash[] = { DASH * layout->unit, 0.7 * DASH * layout->unit };

  cairo_set_dash (cr, dash, 2, 0);
  add_rule (cr, layout, rule);
  cairo_set_line_width (cr, 3.4 * layout->unit);
  set_ink (cr, layout, OUTLAY_INK (SURFACE), 0.45);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, 1.4 * layout->unit);
  set_ink (cr, layout, rule->ink, 1);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* --- texts --- */

/* A text can be read on it whatever the colours below it. */
static void
draw_plate (cairo_t *cr, const OutlayLayout *layout, const OutlayPlacedText *text)
{
  double air = 2 * layout->unit;

  cairo_rectangle (cr, text->box.x - air, text->box.y, text->box.width + 2 * air, text->box.height);
  set_ink (cr, layout, OUTLAY_INK (SURFACE), 1);
  cairo_fill (cr);
}

/* High contrast writes nothing on a part. */
static gboolean
has_plate (const OutlayLayout *layout, const OutlayPlacedText *text)
{
  return text->plated || (text->on_ink && outlay_theme_has_outlines (layout->style.theme));
}

static void
draw_text (cairo_t *cr, const OutlayLayout *layout, const OutlayPlacedText *text)
{
  double opacity;
  const OutlayColour colour = outlay_layout_text_colour (layout, text, &opacity);

  if (text->rimmed)
    {
      cairo_move_to (cr, text->box.x, text->box.y);
      pango_cairo_layout_path (cr, text->layout);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_line_width (cr, OUTLAY_TEXT_RIM * layout->unit);
      set_ink (cr, layout, OUTLAY_INK (SURFACE), OUTLAY_TEXT_RIM_OPACITY);
      cairo_stroke (cr);
    }
  set_colour (cr, colour, opacity);
  cairo_move_to (cr, text->box.x, text->box.y);
  pango_cairo_show_layout (cr, text->layout);
}

static void
draw_swatches (cairo_t *cr, const OutlayLayout *layout)
{
  for (guint i = 0; i < layout->swatches->len; i++)
    {
      const OutlaySwatch *swatch = &g_array_index (layout->swatches, OutlaySwatch, i);

      if (swatch->line)
        cairo_rectangle (cr, swatch->box.x, swatch->box.y + swatch->box.height / 2, swatch->box.width, 1.4 * layout->unit);
      else
        add_rounded (cr, &swatch->box, swatch->box.width / 5, TRUE, TRUE);
      fill_part (cr, layout, swatch->ink, 1, swatch->opacity);
      cairo_new_path (cr);
    }
}

OutlayColour
outlay_layout_text_colour (const OutlayLayout *layout, const OutlayPlacedText *text, double *opacity)
{
  const OutlayThemeId theme = layout->style.theme;

  *opacity = has_plate (layout, text) ? 1 : text->opacity;
  if (has_plate (layout, text))
    return outlay_ink_text (OUTLAY_INK (TEXT), theme);
  return text->on_ink ? outlay_ink_text_on (text->ink, theme) : outlay_ink_text (text->ink, theme);
}

void
outlay_layout_draw_shapes (const OutlayLayout *layout, OutlayScene *scene, cairo_t *cr)
{
  cairo_save (cr);
  cairo_new_path (cr);
  if (layout->style.frame)
    {
      set_ink (cr, layout, OUTLAY_INK (SURFACE), 1);
      cairo_rectangle (cr, 0, 0, layout->width, layout->height);
      cairo_fill (cr);
    }
  if (scene->y.kind == OUTLAY_AXIS_VALUE)
    draw_grid (cr, layout);
  if (scene->x.kind == OUTLAY_AXIS_VALUE)
    draw_x_ticks (cr, layout);
  if (scene->x.kind == OUTLAY_AXIS_YEARS && scene->y.kind == OUTLAY_AXIS_ROWS)
    draw_years (cr, layout, scene);
  for (guint m = 0; m < scene->marks->len; m++)
    {
      const OutlayMark *mark = g_ptr_array_index (scene->marks, m);

      draw_mark (cr, layout, mark, outlay_series_opacity (scene, mark->part));
    }
  if (scene->y.kind == OUTLAY_AXIS_VALUE)
    draw_baseline (cr, layout);
  for (guint r = 0; r < scene->rules->len; r++)
    draw_rule (cr, layout, &g_array_index (scene->rules, OutlayRule, r));
  draw_swatches (cr, layout);
  for (guint i = 0; i < layout->texts->len; i++)
    if (has_plate (layout, &g_array_index (layout->texts, OutlayPlacedText, i)))
      draw_plate (cr, layout, &g_array_index (layout->texts, OutlayPlacedText, i));
  cairo_restore (cr);
}

void
outlay_layout_draw (const OutlayLayout *layout, OutlayScene *scene, cairo_t *cr)
{
  outlay_layout_draw_shapes (layout, scene, cr);
  cairo_save (cr);
  for (guint i = 0; i < layout->texts->len; i++)
    draw_text (cr, layout, &g_array_index (layout->texts, OutlayPlacedText, i));
  cairo_restore (cr);
}

/**
 * outlay_scene_draw:
 * @scene: a scene
 * @cr: where to draw; its source, path and line style are as before afterwards
 * @width: in units of @cr, as @height
 * @style: theme, text scale, whether framed
 *
 * Draws the scene into 0, 0 … @width, @height. What is laid out for one size and style is kept for the next redraw and for outlay_scene_hit().
 */
void
outlay_scene_draw (OutlayScene *scene, cairo_t *cr, double width, double height, const OutlayStyle *style)
{
  outlay_layout_draw (outlay_scene_layout (scene, width, height, style), scene, cr);
}
