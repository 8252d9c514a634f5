/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/phase-bars-private.h"

#include <math.h>

#include "ui/theme.h"

/* In pixels at the usual size of text. */
#define SLIM_BELOW 560.0
#define NAMES 164.0
#define SLIM_LEFT 44.0
#define RIGHT 14.0
#define LINE 16.0
#define BAR 22.0
#define ROW_GAP 9.0
#define DOT 6.0
/* How near an end must be to be taken hold of; and how far behind a bar without a delay one is pulled out. */
#define REACH 6.0
#define DELAY_REACH 22.0
#define DOT_REACH 8.0

static void
find_years (OutlayPhaseBars *self, OutlayPhaseLayout *layout)
{
  const OutlaySchedule *schedule = outlay_phase_bars_schedule (self);
  const int first = (int) schedule->numbers[outlay_shape_plan (schedule->shape, OUTLAY_PLAN_FIRST_YEAR)], n = (int) schedule->shape->n_years;
  int from;
  guint seen;

  outlay_chart_lens_get_range (self->lens, &from, &seen);
  if (seen == 0 || from >= first + n)
    {
      layout->first_year = first;
      layout->n_years = (guint) n;
      return;
    }
  layout->first_year = MAX (from, first);
  layout->n_years = (guint) MAX (MIN ((int) seen, first + n - layout->first_year), 1);
}

void
outlay_phase_bars_lay (OutlayPhaseBars *self, OutlayPhaseLayout *layout)
{
  outlay_phase_bars_lay_at (self, gtk_widget_get_width (GTK_WIDGET (self)), layout);
}

void
outlay_phase_bars_lay_at (OutlayPhaseBars *self, double width, OutlayPhaseLayout *layout)
{
  const double scale = outlay_widget_text_scale (GTK_WIDGET (self));

  *layout = (OutlayPhaseLayout) { .scale = scale, .slim = width < SLIM_BELOW * scale };
  layout->left = ceil (layout->slim ? SLIM_LEFT * scale : MIN (NAMES * scale, width * 0.26));
  layout->right = floor (MAX (width - RIGHT * scale, layout->left + 1));
  layout->head = ceil (2 * LINE * scale + 8);
  layout->bar = round (BAR * scale);
  layout->bar_y = ceil (ROW_GAP * scale + (layout->slim ? LINE * scale + 3 : 0));
  layout->row = ceil (layout->bar_y + layout->bar + LINE * scale + ROW_GAP * scale);
  if (self->document != NULL)
    find_years (self, layout);
}

const OutlaySchedule *
outlay_phase_bars_schedule (OutlayPhaseBars *self)
{
  if (!self->scheduled)
    outlay_schedule_init (&self->schedule, outlay_document_get_cells (self->document), 0, NAN);
  self->scheduled = TRUE;
  return &self->schedule;
}

guint
outlay_phase_bars_count (OutlayPhaseBars *self)
{
  return self->document != NULL ? g_list_model_get_n_items (outlay_plan_get_phases (outlay_document_get_plan (self->document))) : 0;
}

double
outlay_phase_layout_month_width (const OutlayPhaseLayout *layout)
{
  return (layout->right - layout->left) / (12.0 * layout->n_years);
}

double
outlay_phase_layout_x (const OutlayPhaseLayout *layout, double month)
{
  return layout->left + (month - 12.0 * layout->first_year) * outlay_phase_layout_month_width (layout);
}

OutlayRectangle
outlay_phase_layout_bar (const OutlayPhaseLayout *layout, const OutlayWorks *works, guint phase, OutlayPhasePart part)
{
  const double from = round (outlay_phase_layout_x (layout, part == OUTLAY_PHASE_DELAY ? works->planned : works->start));
  const double to = round (outlay_phase_layout_x (layout, part == OUTLAY_PHASE_DELAY ? works->completion : works->planned));

  return (OutlayRectangle) { from, layout->head + phase * layout->row + layout->bar_y, MAX (to - from, part == OUTLAY_PHASE_DELAY ? 0 : 2), layout->bar };
}

OutlayRectangle
outlay_phase_layout_dot (const OutlayPhaseLayout *layout, const OutlayWorks *works, guint phase, OutlayPhasePart part)
{
  const OutlayRectangle bar = outlay_phase_layout_bar (layout, works, phase, part);
  const double x = part == OUTLAY_PHASE_START_DATE ? bar.x : bar.x + bar.width, size = DOT * layout->scale;

  return (OutlayRectangle) { round (x - size / 2), round (bar.y - size / 2), size, size };
}

static gboolean
is_over_dot (const OutlayPhaseLayout *layout, const OutlayWorks *works, guint phase, OutlayPhasePart part, double x, double y)
{
  const OutlayRectangle dot = outlay_phase_layout_dot (layout, works, phase, part);

  return hypot (x - dot.x - dot.width / 2, y - dot.y - dot.height / 2) <= DOT_REACH;
}

/* The ends first: a bar may be shorter than what is near to them. */
static OutlayPhasePart
pick_part (const OutlayPhaseLayout *layout, const OutlayWorks *works, double x)
{
  const double start = outlay_phase_layout_x (layout, works->start), planned = outlay_phase_layout_x (layout, works->planned);
  const double completion = outlay_phase_layout_x (layout, works->completion);

  if (works->completion == works->planned)
    {
      if (x > planned + REACH && x <= planned + DELAY_REACH)
        return OUTLAY_PHASE_DELAY;
    }
  else if (x > planned + REACH && x <= completion + REACH)
    return OUTLAY_PHASE_DELAY;
  if (x >= MAX (planned - REACH, start + (planned - start) / 2) && x <= planned + REACH)
    return OUTLAY_PHASE_BUILDING;
  return x >= start - REACH && x < planned ? OUTLAY_PHASE_START_DATE : OUTLAY_PHASE_NOTHING;
}

OutlayPhasePlace
outlay_phase_bars_pick (OutlayPhaseBars *self, double x, double y)
{
  OutlayPhasePlace place = { -1, OUTLAY_PHASE_NOTHING, FALSE };
  OutlayPhaseLayout layout;
  const OutlayWorks *works;
  double below;
  guint phase;

  if (self->document == NULL)
    return place;
  outlay_phase_bars_lay (self, &layout);
  phase = (guint) MAX ((y - layout.head) / layout.row, 0);
  if (y < layout.head + outlay_phase_bars_scrolled (self) || phase >= outlay_phase_bars_count (self) || x < layout.left - DOT_REACH || x > layout.right)
    return place;
  works = &outlay_phase_bars_schedule (self)->works[phase];
  for (OutlayPhasePart part = 0; part < OUTLAY_PHASE_N_PARTS; part++)
    if (outlay_phase_bars_is_overridden (self, phase, part) && is_over_dot (&layout, works, phase, part, x, y))
      return (OutlayPhasePlace) { (int) phase, part, TRUE };
  below = y - layout.head - phase * layout.row - layout.bar_y;
  if (below < -REACH || below > layout.bar + REACH)
    return place;
  place.part = pick_part (&layout, works, x);
  place.phase = place.part != OUTLAY_PHASE_NOTHING ? (int) phase : -1;
  return place;
}

gboolean
outlay_phase_bars_is_overridden (OutlayPhaseBars *self, guint phase, OutlayPhasePart part)
{
  OutlayParameter parameter;

  outlay_phase_get_parameter (self->document, phase, part, &parameter);
  return outlay_document_is_overridden (self->document, &parameter);
}

double
outlay_phase_bars_scrolled (OutlayPhaseBars *self)
{
  return self->adjustment != NULL ? floor (gtk_adjustment_get_value (self->adjustment)) : 0;
}
