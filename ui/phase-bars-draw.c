/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/phase-bars-private.h"

#include <math.h>

#include "chart/palette.h"
#include "ui/theme.h"

#define CORNER 4.0
#define RISING 0.34
#define FULL 0.16
/* Of the hatching of a delay, in pixels. */
#define HATCH 7.0
/* Narrower months have no lines. */
#define MONTH_LINES 9.0
/* Of months that are narrower still not every year has a line. */
#define MORE_YEARS 1.2
#define FEW_YEARS 0.5
#define MARK 8.0

static OutlayPhaseBars *
bars_of (OutlayPen *pen)
{
  return OUTLAY_PHASE_BARS (pen->widget);
}

/* Of its bar; of what is thin or light, which must stand out by itself. */
static GdkRGBA
phase_colour (OutlayPen *pen, guint phase, gboolean thin)
{
  const OutlayInk ink = { OUTLAY_INK_COLOUR, outlay_palette_phase (phase, outlay_phase_bars_count (bars_of (pen))) };
  const OutlayThemeId theme = outlay_widget_theme (pen->widget);
  const OutlayColour colour = thin ? outlay_ink_line (ink, theme) : outlay_ink_fill (ink, theme);

  return (GdkRGBA) { (float) colour.red, (float) colour.green, (float) colour.blue, (float) colour.alpha };
}

static void
fill_mixed (OutlayPen *pen, const OutlayRectangle *r, const GdkRGBA *colour, double alpha)
{
  const GdkRGBA tint = outlay_with_alpha (colour, alpha);

  if (r->width > 0 && r->height > 0)
    outlay_pen_fill (pen, r, &tint);
}

/* --- behind the bars --- */

static void
draw_grid (OutlayPen *pen, const OutlayPhaseLayout *layout, double height)
{
  const double width = outlay_phase_layout_month_width (layout);
  const gboolean months = width >= MONTH_LINES;
  const int years = width < FEW_YEARS ? 10 : width < MORE_YEARS ? 5 : 1;

  for (guint m = 0; m <= 12 * layout->n_years; m++)
    {
      OutlayRectangle line = { round (outlay_phase_layout_x (layout, 12.0 * layout->first_year + m)), layout->head, 1, height - layout->head };

      if (m % 12 == 0 && (layout->first_year + (int) m / 12) % years == 0)
        outlay_pen_fill (pen, &line, &pen->line);
      else if (months && m % 12 != 0)
        fill_mixed (pen, &line, &pen->line, 0.45);
    }
}

static void
draw_row_lines (OutlayPen *pen, const OutlayPhaseLayout *layout, double width)
{
  for (guint p = 1; p < outlay_phase_bars_count (bars_of (pen)); p++)
    {
      const OutlayRectangle line = { 0, layout->head + p * layout->row, width, 1 };

      fill_mixed (pen, &line, &pen->line, 0.6);
    }
}

/* The design year, and the year that is read in the charts. */
static void
draw_years (OutlayPen *pen, const OutlayPhaseLayout *layout, double height)
{
  OutlayPhaseBars *self = bars_of (pen);
  const int year = outlay_chart_lens_get_year (self->lens);
  const double years[] = { self->design_year, year != 0 ? year : NAN };

  for (guint n = 0; n < G_N_ELEMENTS (years); n++)
    {
      const double top = layout->head + outlay_phase_bars_scrolled (self);
      OutlayRectangle line = { round (outlay_phase_layout_x (layout, 12 * years[n] + 6)), top, 1, height - top };

      if (isnan (years[n]) || line.x < layout->left || line.x > layout->right)
        continue;
      for (double y = line.y; n == 0 && y < height; y += 6)
        fill_mixed (pen, &(OutlayRectangle) { line.x, y, 1, 3 }, &pen->faint, 0.8);
      if (n == 1)
        fill_mixed (pen, &line, &pen->faint, 0.9);
    }
}

/* --- a phase --- */

/* A stair of the shares, each twelve months wide, and full output to the end of the calendar. */
static void
draw_rise (OutlayPen *pen, const OutlayPhaseLayout *layout, const OutlayRise *rise, const OutlayRectangle *bar, const GdkRGBA *colour)
{
  const double completion = outlay_phase_bars_schedule (bars_of (pen))->works[rise->phase].completion;
  double most = 1;

  for (guint g = 0; g < rise->n_years; g++)
    most = MAX (most, rise->shares[g]);
  for (guint g = 0; g < rise->n_years; g++)
    {
      const gboolean last = g + 1 == rise->n_years;
      const double from = round (outlay_phase_layout_x (layout, completion + 12.0 * g));
      const double to = last ? MAX (layout->right, from) : round (outlay_phase_layout_x (layout, completion + 12.0 * (g + 1)));
      const double height = round (bar->height * rise->shares[g] / most);

      fill_mixed (pen, &(OutlayRectangle) { from, bar->y + bar->height - height, to - from, height }, colour, last ? FULL : RISING);
    }
}

/* Stripes, as what is not meant to be there. */
static void
draw_delay (OutlayPen *pen, const OutlayRectangle *bar, const GdkRGBA *colour)
{
  const GdkRGBA strong = outlay_with_alpha (colour, 0.85), weak = outlay_with_alpha (colour, 0.22);
  const GskColorStop stops[] = { { 0, strong }, { 0.42f, strong }, { 0.42f, weak }, { 1, weak } };
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) bar->x, (float) bar->y, (float) bar->width, (float) bar->height);
  GskRoundedRect outline;

  if (bar->width <= 0)
    return;
  gsk_rounded_rect_init (&outline, &area, &GRAPHENE_SIZE_INIT (0, 0), &GRAPHENE_SIZE_INIT (CORNER, CORNER), &GRAPHENE_SIZE_INIT (CORNER, CORNER),
                         &GRAPHENE_SIZE_INIT (0, 0));
  gtk_snapshot_push_rounded_clip (pen->snapshot, &outline);
  gtk_snapshot_append_repeating_linear_gradient (pen->snapshot, &area, &GRAPHENE_POINT_INIT (area.origin.x, area.origin.y),
                                                 &GRAPHENE_POINT_INIT (area.origin.x + (float) HATCH, area.origin.y + (float) HATCH), stops, G_N_ELEMENTS (stops));
  gtk_snapshot_pop (pen->snapshot);
}

static void
draw_works (OutlayPen *pen, const OutlayRectangle *bar, const GdkRGBA *colour, gboolean delayed)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) bar->x, (float) bar->y, (float) bar->width, (float) bar->height);
  const float right = delayed ? 0 : CORNER;
  GskRoundedRect outline;

  gsk_rounded_rect_init (&outline, &area, &GRAPHENE_SIZE_INIT (CORNER, CORNER), &GRAPHENE_SIZE_INIT (right, right), &GRAPHENE_SIZE_INIT (right, right),
                         &GRAPHENE_SIZE_INIT (CORNER, CORNER));
  gtk_snapshot_push_rounded_clip (pen->snapshot, &outline);
  gtk_snapshot_append_color (pen->snapshot, colour, &area);
  gtk_snapshot_pop (pen->snapshot);
}

/* A disc in a rim of what lies behind. */
static void
draw_mark (OutlayPen *pen, const OutlayPhaseLayout *layout, double month, const OutlayRectangle *bar, const GdkRGBA *colour, gboolean hollow)
{
  const double size = round (MARK * layout->scale), x = outlay_phase_layout_x (layout, month), y = bar->y + bar->height;
  const GdkRGBA ground = pen->dark ? (GdkRGBA) { 0.14f, 0.14f, 0.15f, 1 } : (GdkRGBA) { 1, 1, 1, 1 };
  const OutlayRectangle disc = { round (x - size / 2), round (y - size / 2), size, size };
  const OutlayRectangle rim = outlay_rectangle_inset (&disc, -2, -2), hole = outlay_rectangle_inset (&disc, 2, 2);
  const OutlayRectangle wide = { rim.x, rim.y, size + 4, size + 4 };

  outlay_pen_fill_rounded (pen, &wide, size / 2 + 2, &ground);
  outlay_pen_fill_rounded (pen, &disc, size / 2, colour);
  if (hollow)
    outlay_pen_fill_rounded (pen, &hole, size / 2 - 2, &ground);
}

/* What can be taken hold of there: a white line in a dark rim, on any colour. */
static void
draw_grip (OutlayPen *pen, double x, const OutlayRectangle *bar)
{
  const GdkRGBA dark = { 0, 0, 0, 0.55f }, light = { 1, 1, 1, 1 };
  const OutlayRectangle grip = { round (x) - 2, bar->y + 4, 4, bar->height - 8 }, rim = { grip.x - 1, grip.y - 1, 6, grip.height + 2 };

  outlay_pen_fill_rounded (pen, &rim, 3, &dark);
  outlay_pen_fill_rounded (pen, &grip, 2, &light);
}

static void
draw_grips (OutlayPen *pen, guint phase, const OutlayRectangle *works, const OutlayRectangle *delay)
{
  OutlayPhaseBars *self = bars_of (pen);
  const OutlayPhasePlace *place = self->drag != NULL ? &self->dragged : &self->hovered;
  const gboolean focused = outlay_split_focus_is_visible (&self->focus) && self->chosen == phase;

  if ((place->phase == (int) phase && !place->dot) || focused)
    {
      draw_grip (pen, works->x + works->width, works);
      draw_grip (pen, delay->x + MAX (delay->width, 14), works);
    }
  if (focused)
    {
      const OutlayRectangle around = { works->x - 3, works->y - 3, works->width + delay->width + 6, works->height + 6 };

      outlay_pen_outline (pen, &around, CORNER + 3, 2, &pen->accent);
    }
}

static void
draw_dots (OutlayPen *pen, const OutlayPhaseLayout *layout, const OutlayWorks *works, guint phase)
{
  OutlayPhaseBars *self = bars_of (pen);

  for (OutlayPhasePart part = 0; part < OUTLAY_PHASE_N_PARTS; part++)
    {
      OutlayRectangle dot = outlay_phase_layout_dot (layout, works, phase, part), rim;
      const GdkRGBA ground = pen->dark ? (GdkRGBA) { 0.14f, 0.14f, 0.15f, 1 } : (GdkRGBA) { 1, 1, 1, 1 };

      if (!outlay_phase_bars_is_overridden (self, phase, part))
        continue;
      if (self->hovered.dot && self->hovered.phase == (int) phase && self->hovered.part == part)
        dot = (OutlayRectangle) { dot.x - 2, dot.y - 2, dot.width + 4, dot.height + 4 };
      rim = (OutlayRectangle) { dot.x - 1.5, dot.y - 1.5, dot.width + 3, dot.height + 3 };
      outlay_pen_fill_rounded (pen, &rim, rim.width / 2, &ground);
      outlay_pen_fill_rounded (pen, &dot, dot.width / 2, &pen->accent);
    }
}

static void
draw_phase (OutlayPen *pen, const OutlayPhaseLayout *layout, const OutlaySchedule *schedule, guint phase, const OutlayRise *rise)
{
  const OutlayWorks *works = &schedule->works[phase];
  const OutlayRectangle bar = outlay_phase_layout_bar (layout, works, phase, OUTLAY_PHASE_BUILDING);
  const OutlayRectangle delay = outlay_phase_layout_bar (layout, works, phase, OUTLAY_PHASE_DELAY);
  const GdkRGBA colour = phase_colour (pen, phase, FALSE), thin = phase_colour (pen, phase, TRUE);
  const OutlayRectangle whole = { bar.x, bar.y, bar.width + delay.width, bar.height };

  outlay_pen_push_clip (pen, layout->left, bar.y, layout->right - layout->left, bar.height);
  if (rise != NULL)
    draw_rise (pen, layout, rise, &bar, &thin);
  draw_works (pen, &bar, &colour, delay.width > 0);
  draw_delay (pen, &delay, &colour);
  if (outlay_theme_has_outlines (outlay_widget_theme (pen->widget)))
    outlay_pen_outline (pen, &whole, CORNER, 1, &pen->ink);
  gtk_snapshot_pop (pen->snapshot);
  draw_mark (pen, layout, works->completion, &bar, &thin, TRUE);
  if (rise != NULL)
    draw_mark (pen, layout, outlay_schedule_full (schedule, rise), &bar, &thin, FALSE);
  draw_grips (pen, phase, &bar, &delay);
  draw_dots (pen, layout, works, phase);
}

static void
draw_phases (OutlayPen *pen, const OutlayPhaseLayout *layout)
{
  const OutlaySchedule *schedule = outlay_phase_bars_schedule (bars_of (pen));
  const double top = outlay_phase_bars_scrolled (bars_of (pen));
  guint rise = 0;

  for (guint p = 0; p < schedule->shape->n_phases; p++)
    {
      const OutlayRise *its = schedule->n_rises[p] > 0 ? outlay_schedule_rise (schedule, rise) : NULL;
      const double y = layout->head + p * layout->row;

      rise += schedule->n_rises[p];
      if (y + layout->row < top || y > top + gtk_adjustment_get_page_size (bars_of (pen)->adjustment))
        continue;
      outlay_pen_push_clip (pen, layout->left - MARK, y, layout->right - layout->left + 2 * MARK, layout->row);
      draw_phase (pen, layout, schedule, p, its);
      gtk_snapshot_pop (pen->snapshot);
      outlay_phase_bars_draw_texts (pen, layout, schedule, p);
    }
}

void
outlay_phase_bars_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OutlayPhaseBars *self = OUTLAY_PHASE_BARS (widget);
  const double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  OutlayPhaseLayout layout;
  OutlayPen pen;

  if (self->document == NULL || self->adjustment == NULL)
    return;
  if (!self->design_known)
    self->design_year = outlay_projection_indicator (outlay_document_get_projection (self->document), OUTLAY_INDICATOR_DESIGN_YEAR, -1);
  self->design_known = TRUE;
  outlay_phase_bars_lay (self, &layout);
  outlay_pen_init (&pen, widget, snapshot, &self->texts);
  outlay_pen_push_clip (&pen, 0, layout.head + outlay_phase_bars_scrolled (self), width, height);
  draw_grid (&pen, &layout, height);
  draw_row_lines (&pen, &layout, width);
  draw_years (&pen, &layout, height);
  draw_phases (&pen, &layout);
  gtk_snapshot_pop (snapshot);
  outlay_phase_bars_draw_head (&pen, &layout);
  if (gtk_widget_get_visible (GTK_WIDGET (self->bubble)))
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->bubble), snapshot);
}
