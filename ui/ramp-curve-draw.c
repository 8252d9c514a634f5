/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ramp-curve-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/palette.h"
#include "plan/amount.h"
#include "ui/theme.h"

#define POINT 11.0
#define LINE_WIDTH 2.0
#define FILL 0.2
#define AFTER 0.1

static OutlayRampCurve *
curve_of (OutlayPen *pen)
{
  return OUTLAY_RAMP_CURVE (pen->widget);
}

static GdkRGBA
initiative_colour (OutlayPen *pen)
{
  OutlayDocument *document = curve_of (pen)->document;
  const OutlayInk ink = { OUTLAY_INK_COLOUR, outlay_palette_initiative (outlay_document_get_plan (document), outlay_document_get_scenario (document),
                                                                        curve_of (pen)->initiative) };
  const OutlayColour colour = outlay_ink_line (ink, outlay_widget_theme (pen->widget));

  return (GdkRGBA) { (float) colour.red, (float) colour.green, (float) colour.blue, (float) colour.alpha };
}

/* Full output is a line that counts more. */
static void
draw_grid (OutlayPen *pen, const OutlayRampLayout *layout)
{
  for (double share = 0; share <= layout->upper + 1e-9; share += 0.5)
    {
      const double y = round (layout->plot.y + layout->plot.height * (1 - share / layout->upper));
      const OutlayRectangle line = { layout->plot.x, y, layout->plot.width, 1 };
      const OutlayRectangle label = { 0, y - 9 * layout->scale, layout->plot.x - 8, 18 * layout->scale };
      g_autofree char *text = outlay_ramp_curve_format (share);
      const GdkRGBA full = outlay_with_alpha (&pen->faint, 0.55);

      outlay_pen_fill (pen, &line, share == 1 ? &full : &pen->line);
      outlay_pen_write (pen, OUTLAY_PEN_SMALL, text, &label, 1, &pen->faint);
    }
}

static void
draw_band (OutlayPen *pen, const OutlayRampLayout *layout, guint year, const GdkRGBA *colour)
{
  const gboolean after = year == layout->n;
  const double bottom = layout->plot.y + layout->plot.height, from = round (layout->plot.x + year * layout->band);
  const double to = round (layout->plot.x + (year + 1) * layout->band), gap = after ? 0 : 2;
  const GdkRGBA tint = outlay_with_alpha (colour, after ? AFTER : FILL);
  const GdkRGBA faint = outlay_with_alpha (colour, 0.5);
  double x, y;

  outlay_ramp_curve_point (curve_of (pen), layout, MIN (year, layout->n - 1), &x, &y);
  outlay_pen_fill (pen, &(OutlayRectangle) { from, y, to - from - gap, bottom - y }, &tint);
  outlay_pen_fill (pen, &(OutlayRectangle) { from, y - LINE_WIDTH / 2, to - from - gap, LINE_WIDTH }, after ? &faint : colour);
}

/* "Year 1", where there is room; else its number; behind the last what holds then. */
static void
write_year (OutlayPen *pen, const OutlayRampLayout *layout, guint year)
{
  const OutlayRectangle place = { layout->plot.x + year * layout->band, layout->plot.y + layout->plot.height + 3, layout->band - 2, 16 * layout->scale };
  /* Translators: below a year of a ramp-up, counted from completion; and what comes after its last year */
  g_autofree char *words = year == layout->n ? g_strdup (C_ ("ramp-up", "after")) : g_strdup_printf (C_ ("ramp-up", "year %u"), year + 1);
  g_autofree char *number = g_strdup_printf ("%u", year + 1);

  if (outlay_pen_fits (pen, OUTLAY_PEN_SMALL, words, place.width))
    outlay_pen_write (pen, OUTLAY_PEN_SMALL, words, &place, 0.5, &pen->faint);
  else if (year < layout->n && outlay_pen_fits (pen, OUTLAY_PEN_SMALL, number, place.width))
    outlay_pen_write (pen, OUTLAY_PEN_SMALL, number, &place, 0.5, &pen->faint);
}

static void
draw_point (OutlayPen *pen, const OutlayRampLayout *layout, guint year, const GdkRGBA *colour)
{
  OutlayRampCurve *self = curve_of (pen);
  const gboolean active = self->drag != NULL ? self->dragged == year : self->hovered == (int) year;
  const double size = round (POINT * layout->scale) + (active ? 3 : 0);
  const GdkRGBA ground = pen->dark ? (GdkRGBA) { 0.14f, 0.14f, 0.15f, 1 } : (GdkRGBA) { 1, 1, 1, 1 };
  g_autofree char *text = outlay_ramp_curve_format (outlay_ramp_curve_get (self, year));
  OutlayRectangle disc, rim, hole, around, label;
  double x, y;

  outlay_ramp_curve_point (self, layout, year, &x, &y);
  disc = (OutlayRectangle) { x - size / 2, y - size / 2, size, size };
  rim = (OutlayRectangle) { disc.x - 2, disc.y - 2, size + 4, size + 4 };
  hole = outlay_rectangle_inset (&disc, 3, 3);
  outlay_pen_fill_rounded (pen, &rim, rim.width / 2, &ground);
  outlay_pen_fill_rounded (pen, &disc, size / 2, colour);
  outlay_pen_fill_rounded (pen, &hole, hole.width / 2, &ground);
  if (self->chosen == year && outlay_split_focus_is_visible (&self->focus))
    {
      around = (OutlayRectangle) { disc.x - 4, disc.y - 4, size + 8, size + 8 };
      outlay_pen_outline (pen, &around, around.width / 2, 2, &pen->accent);
    }
  label = (OutlayRectangle) { x - layout->band / 2, y - size / 2 - 20 * layout->scale, layout->band - 2, 17 * layout->scale };
  if (outlay_pen_fits (pen, OUTLAY_PEN_SMALL, text, label.width))
    outlay_pen_write (pen, OUTLAY_PEN_SMALL, text, &label, 0.5, &pen->ink);
}

static void
draw_dot (OutlayPen *pen, const OutlayRampLayout *layout, guint year)
{
  OutlayRampCurve *self = curve_of (pen);
  OutlayRectangle dot = outlay_ramp_curve_dot (self, layout, year);

  if (!outlay_ramp_curve_is_overridden (self, year))
    return;
  if (self->over_dot && self->hovered == (int) year)
    dot = (OutlayRectangle) { dot.x - 2, dot.y - 2, dot.width + 4, dot.height + 4 };
  outlay_pen_fill_rounded (pen, &dot, dot.width / 2, &pen->accent);
}

void
outlay_ramp_curve_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OutlayRampCurve *self = OUTLAY_RAMP_CURVE (widget);
  OutlayRampLayout layout;
  OutlayPen pen;
  GdkRGBA colour;

  if (outlay_ramp_curve_count (self) == 0)
    return;
  outlay_ramp_curve_lay (self, &layout);
  outlay_pen_init (&pen, widget, snapshot, &self->texts);
  colour = initiative_colour (&pen);
  draw_grid (&pen, &layout);
  for (guint g = 0; g <= layout.n; g++)
    {
      draw_band (&pen, &layout, g, &colour);
      write_year (&pen, &layout, g);
    }
  for (guint g = 0; g < layout.n; g++)
    {
      draw_point (&pen, &layout, g, &colour);
      draw_dot (&pen, &layout, g);
    }
  if (gtk_widget_get_visible (GTK_WIDGET (self->bubble)))
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->bubble), snapshot);
}
