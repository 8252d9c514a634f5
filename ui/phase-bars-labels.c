/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/phase-bars-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/palette.h"
#include "chart/scale.h"
#include "plan/amount.h"
#include "ui/theme.h"

#define GAP 8.0
/* Between the labels of years. */
#define YEAR_GAP 10.0
/* A month that is narrower has no number. */
#define MONTH_NUMBER 19.0

static OutlayPhaseBars *
bars_of (OutlayPen *pen)
{
  return OUTLAY_PHASE_BARS (pen->widget);
}

static double
text_width (OutlayPen *pen, const char *text)
{
  g_autoptr (PangoLayout) layout = outlay_pen_layout (pen->widget, OUTLAY_PEN_SMALL);

  return outlay_pen_measure (layout, text) + 1;
}

/* --- the head of the calendar --- */

static void
write_year (OutlayPen *pen, const OutlayPhaseLayout *layout, int year, double y)
{
  const double centre = outlay_phase_layout_x (layout, 12.0 * year + 6), line = layout->head / 2;
  g_autofree char *text = g_strdup_printf ("%d", year);
  const double width = text_width (pen, text);

  outlay_pen_write (pen, OUTLAY_PEN_SMALL, text, &(OutlayRectangle) { centre - width / 2, y, width + 1, line }, 0, &pen->faint);
}

static void
write_months (OutlayPen *pen, const OutlayPhaseLayout *layout, double y)
{
  for (guint m = 0; m < 12 * layout->n_years; m++)
    {
      const double x = outlay_phase_layout_x (layout, 12.0 * layout->first_year + m), width = outlay_phase_layout_month_width (layout);
      g_autofree char *text = g_strdup_printf ("%u", m % 12 + 1);

      outlay_pen_write (pen, OUTLAY_PEN_SMALL, text, &(OutlayRectangle) { x, y, width, layout->head / 2 }, 0.5, &pen->faint);
    }
}

static void
write_design_year (OutlayPen *pen, const OutlayPhaseLayout *layout, double y)
{
  OutlayPhaseBars *self = bars_of (pen);
  const double x = outlay_phase_layout_x (layout, 12 * self->design_year + 6);
  g_autofree char *text = NULL;
  double width;

  if (isnan (self->design_year) || x < layout->left || x > layout->right)
    return;
  /* Translators: the calendar year that figures of a typical year are taken from */
  text = g_strdup_printf (_("design year %d"), (int) self->design_year);
  width = text_width (pen, text);
  outlay_pen_write (pen, OUTLAY_PEN_SMALL, text,
                    &(OutlayRectangle) { CLAMP (x - width / 2, 0, MAX (gtk_widget_get_width (pen->widget) - width, 0)), y, width + 1, layout->head / 2 }, 0, &pen->ink);
}

/* It stays where the rows are scrolled below it. */
void
outlay_phase_bars_draw_head (OutlayPen *pen, const OutlayPhaseLayout *layout)
{
  const double y = outlay_phase_bars_scrolled (bars_of (pen)), half = layout->head / 2;
  const double fitting = (layout->right - layout->left) / (text_width (pen, "2030") + YEAR_GAP * layout->scale);
  const guint step = outlay_year_step (layout->n_years, (guint) MAX (fitting, 1));
  const OutlayRectangle line = { 0, y + layout->head, gtk_widget_get_width (pen->widget), 1 };
  const gboolean months = outlay_phase_layout_month_width (layout) >= MONTH_NUMBER * layout->scale;

  for (guint t = 0; t < layout->n_years; t++)
    if (outlay_year_is_labelled (layout->first_year + (int) t, layout->first_year, step))
      write_year (pen, layout, layout->first_year + (int) t, months ? y : y + half);
  if (months)
    write_months (pen, layout, y + half);
  else
    write_design_year (pen, layout, y);
  outlay_pen_fill (pen, &line, &pen->line);
}

/* --- a phase --- */

static void
write_name (OutlayPen *pen, const OutlayPhaseLayout *layout, const OutlayWorks *works, guint phase)
{
  OutlayDocument *document = bars_of (pen)->document;
  g_autofree char *name = outlay_document_get_phase_name (document, phase);
  g_autofree char *currency = outlay_document_get_currency (document), *money = outlay_quantity_format (works->money, OUTLAY_UNIT_MONEY, currency);
  const double y = layout->head + phase * layout->row;
  OutlayRectangle place = { 0, y + layout->bar_y - 4, layout->left - GAP, layout->bar + 14 * layout->scale };

  if (!layout->slim)
    {
      outlay_pen_write_two (pen, OUTLAY_PEN_PLAIN, name, money, &place, 0);
      return;
    }
  place = (OutlayRectangle) { 0, y + 6, gtk_widget_get_width (pen->widget), layout->bar_y - 9 };
  outlay_pen_write (pen, OUTLAY_PEN_PLAIN, name, &place, 0, &pen->ink);
}

/* A text below the bar that ends at a place, or begins there; within the calendar, on a plate that lines do not run through. FALSE where it has no room. */
static gboolean
write_below (OutlayPen *pen, const OutlayPhaseLayout *layout, guint phase, const char *text, double x, gboolean ends, double least, double most)
{
  const double y = layout->head + phase * layout->row + layout->bar_y + layout->bar + 3, width = text_width (pen, text);
  const OutlayColour surface = outlay_ink_fill (OUTLAY_INK (SURFACE), outlay_widget_theme (pen->widget));
  const GdkRGBA plate = { (float) surface.red, (float) surface.green, (float) surface.blue, (float) surface.alpha };
  double begin = ends ? x - width : x;

  begin = CLAMP (begin, least, MAX (most - width, least));
  if (begin + width > most)
    return FALSE;
  outlay_pen_fill (pen, &(OutlayRectangle) { begin - 2, y, width + 4, 15 * layout->scale }, &plate);
  outlay_pen_write (pen, OUTLAY_PEN_SMALL, text, &(OutlayRectangle) { begin, y, width + 1, 15 * layout->scale }, 0, &pen->faint);
  return TRUE;
}

/* Completion is said at the left of its mark, full output at the right of its own: they are never in each other's way, but at the ends of the calendar. */
static void
write_dates (OutlayPen *pen, const OutlayPhaseLayout *layout, const OutlaySchedule *schedule, guint phase, const OutlayRise *rise)
{
  const OutlayWorks *works = &schedule->works[phase];
  const double side = 8 * layout->scale, end = gtk_widget_get_width (pen->widget), begin = layout->slim ? 0 : layout->left;
  const double completion = outlay_phase_layout_x (layout, works->completion);
  const double full = rise != NULL ? outlay_phase_layout_x (layout, outlay_schedule_full (schedule, rise)) : end;
  g_autofree char *done = outlay_phase_format (OUTLAY_PHASE_START_DATE, works->completion);
  g_autofree char *month = rise != NULL ? outlay_phase_format (OUTLAY_PHASE_START_DATE, outlay_schedule_full (schedule, rise)) : NULL;
  g_autofree char *words = NULL;

  if (completion >= layout->left && completion <= layout->right)
    write_below (pen, layout, phase, done, completion - side, TRUE, begin, full > completion ? MAX (full - side, completion + side) : end);
  if (rise == NULL || rise->n_years < 2 || full < layout->left || full > layout->right)
    return;
  /* Translators: from which month on the output is full, as in "full Aug 2025" */
  words = g_strdup_printf (C_ ("timeline", "full %s"), month);
  if (!write_below (pen, layout, phase, words, full + side, FALSE, full + side, end))
    write_below (pen, layout, phase, words, full - side, TRUE, completion + side, full - side);
}

/* Works that end behind the calendar, maybe only a sliver of their bar in it: both dates stand where it begins. */
static void
write_late_dates (OutlayPen *pen, const OutlayPhaseLayout *layout, const OutlayWorks *works, guint phase)
{
  const double end = gtk_widget_get_width (pen->widget), begin = layout->slim ? 0 : layout->left, start = outlay_phase_layout_x (layout, works->start);
  g_autofree char *starts = outlay_phase_format (OUTLAY_PHASE_START_DATE, works->start);
  g_autofree char *done = outlay_phase_format (OUTLAY_PHASE_START_DATE, works->completion);
  /* Translators: when a phase is begun and completed, as in "Dec 2040 → Aug 2042" */
  g_autofree char *both = g_strdup_printf (C_ ("timeline", "%s → %s"), starts, done);

  if (start < layout->left || start > layout->right || outlay_phase_layout_x (layout, works->completion) <= layout->right)
    return;
  if (!write_below (pen, layout, phase, both, start, TRUE, begin, end))
    write_below (pen, layout, phase, starts, start, TRUE, begin, end);
}

static void
write_in_bar (OutlayPen *pen, const OutlayPhaseLayout *layout, const OutlayRectangle *bar, const char *text, const GdkRGBA *colour)
{
  const double from = MAX (bar->x, layout->left), to = MIN (bar->x + bar->width, layout->right);
  const OutlayRectangle seen = { from + 6, bar->y, to - from - 12, bar->height };

  if (seen.width > 0 && outlay_pen_fits (pen, OUTLAY_PEN_SMALL, text, seen.width))
    outlay_pen_write (pen, OUTLAY_PEN_SMALL, text, &seen, 0.5, colour);
}

static const OutlayRise *
find_rise (const OutlaySchedule *schedule, guint phase)
{
  for (guint r = 0; r < schedule->rises->len; r++)
    if (outlay_schedule_rise (schedule, r)->phase == phase)
      return outlay_schedule_rise (schedule, r);
  return NULL;
}

void
outlay_phase_bars_draw_texts (OutlayPen *pen, const OutlayPhaseLayout *layout, const OutlaySchedule *schedule, guint phase)
{
  const OutlayWorks *works = &schedule->works[phase];
  const OutlayRectangle bar = outlay_phase_layout_bar (layout, works, phase, OUTLAY_PHASE_BUILDING);
  g_autofree char *months = outlay_phase_format (OUTLAY_PHASE_BUILDING, works->planned - works->start);
  const OutlayInk ink = { OUTLAY_INK_COLOUR, outlay_palette_phase (phase, schedule->shape->n_phases) };
  const OutlayColour on = outlay_ink_text_on (ink, outlay_widget_theme (pen->widget));
  const GdkRGBA colour = { (float) on.red, (float) on.green, (float) on.blue, (float) on.alpha };

  write_name (pen, layout, works, phase);
  write_in_bar (pen, layout, &bar, months, &colour);
  write_late_dates (pen, layout, works, phase);
  write_dates (pen, layout, schedule, phase, find_rise (schedule, phase));
}
