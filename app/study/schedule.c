/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "study/schedule.h"

#include <math.h>

#define LEAST_YEARS 4

static double
cell (const OutlaySchedule *schedule, guint initiative, guint phase)
{
  return schedule->numbers[outlay_shape_cell (schedule->shape, initiative, phase)];
}

/* Years until the share that holds after is reached, that one among them. */
static guint
ramp_years (const OutlaySchedule *schedule, guint initiative)
{
  const double *shares = schedule->numbers + outlay_shape_ramp_up (schedule->shape, initiative, 0);
  guint n = schedule->shape->first_ramp_up[initiative + 1] - schedule->shape->first_ramp_up[initiative];

  while (n > 1 && shares[n - 1] == shares[n - 2])
    n--;
  return n;
}

/* After the last year of the ramp-up that year holds. */
static double
ramp_share (const OutlaySchedule *schedule, guint initiative, guint year)
{
  const guint n = ramp_years (schedule, initiative);

  return n > 0 ? schedule->numbers[outlay_shape_ramp_up (schedule->shape, initiative, MIN (year, n - 1))] : 1;
}

static void
rise_clear (gpointer data)
{
  g_free (((OutlayRise *) data)->shares);
}

static void
read_works (OutlaySchedule *schedule)
{
  for (guint p = 0; p < schedule->shape->n_phases; p++)
    {
      OutlayWorks *works = &schedule->works[p];

      works->start = schedule->numbers[outlay_shape_phase (schedule->shape, OUTLAY_PHASE_START, p)];
      works->planned = works->start + schedule->numbers[outlay_shape_phase (schedule->shape, OUTLAY_PHASE_BUILD_MONTHS, p)];
      works->completion = works->planned + schedule->numbers[outlay_shape_phase (schedule->shape, OUTLAY_PHASE_DELAY_MONTHS, p)];
      for (guint i = 0; i < schedule->shape->n_initiatives; i++)
        works->money += cell (schedule, i, p);
    }
}

static gboolean
rises_alike (const OutlaySchedule *schedule, guint one, guint other)
{
  const guint n = MAX (ramp_years (schedule, one), ramp_years (schedule, other));

  for (guint g = 0; g < n; g++)
    if (ramp_share (schedule, one, g) != ramp_share (schedule, other, g))
      return FALSE;
  return TRUE;
}

static OutlayRise *
find_rise (const OutlaySchedule *schedule, guint phase, guint initiative)
{
  for (guint r = schedule->rises->len; r-- > 0 && outlay_schedule_rise (schedule, r)->phase == phase;)
    if (schedule->joined || rises_alike (schedule, outlay_schedule_rise (schedule, r)->first, initiative))
      return outlay_schedule_rise (schedule, r);
  return NULL;
}

static void
widen_rise (OutlayRise *rise, guint n_years)
{
  if (n_years <= rise->n_years)
    return;
  rise->shares = g_renew (double, rise->shares, n_years);
  rise->n_years = n_years;
}

/* Shares of initiatives that are one count as their money does. */
static void
add_shares (const OutlaySchedule *schedule, OutlayRise *rise)
{
  for (guint g = 0; g < rise->n_years; g++)
    rise->shares[g] = schedule->joined ? 0 : ramp_share (schedule, rise->first, g);
  for (guint i = 0; i < schedule->shape->n_initiatives && schedule->joined; i++)
    for (guint g = 0; g < rise->n_years; g++)
      rise->shares[g] += ramp_share (schedule, i, g) * cell (schedule, i, rise->phase) / schedule->works[rise->phase].money;
}

static void
collect_rises (OutlaySchedule *schedule)
{
  g_array_set_size (schedule->rises, 0);
  for (guint p = 0; p < schedule->shape->n_phases; p++)
    {
      schedule->n_rises[p] = 0;
      for (guint i = 0; i < schedule->shape->n_initiatives; i++)
        {
          OutlayRise *rise = cell (schedule, i, p) > 0 ? find_rise (schedule, p, i) : NULL;
          const OutlayRise new = { .phase = p, .first = i };

          if (!(cell (schedule, i, p) > 0))
            continue;
          if (rise == NULL)
            {
              g_array_append_val (schedule->rises, new);
              rise = outlay_schedule_rise (schedule, schedule->rises->len - 1);
              schedule->n_rises[p]++;
            }
          else if (rise->n == 1)
            rise->second = i;
          rise->n++;
          widen_rise (rise, MAX (ramp_years (schedule, i), 1));
        }
    }
  for (guint r = 0; r < schedule->rises->len; r++)
    add_shares (schedule, outlay_schedule_rise (schedule, r));
}

/* The initiatives of a phase in rows of their own where they rise in different ways and there is room, else one for the phase. */
static void
choose_rows (OutlaySchedule *schedule, guint most)
{
  guint n_rows = 0;

  collect_rises (schedule);
  for (guint p = 0; p < schedule->shape->n_phases; p++)
    n_rows += 1 + (schedule->n_rises[p] > 1 ? schedule->n_rises[p] : 0);
  schedule->joined = n_rows > MAX (most, schedule->shape->n_phases);
  if (schedule->joined)
    collect_rises (schedule);
}

/* From the first works to a year after all is in full use, the design year among them. */
static void
find_years (OutlaySchedule *schedule, double design)
{
  double first = 12.0 * schedule->numbers[outlay_shape_plan (schedule->shape, OUTLAY_PLAN_FIRST_YEAR)], last = first + 12 * LEAST_YEARS;

  for (guint p = 0; p < schedule->shape->n_phases; p++)
    {
      first = MIN (first, schedule->works[p].start);
      last = MAX (last, schedule->works[p].completion + 12);
    }
  for (guint r = 0; r < schedule->rises->len; r++)
    last = MAX (last, outlay_schedule_full (schedule, outlay_schedule_rise (schedule, r)) + 18);
  if (!isnan (design))
    last = MAX (last, 12 * (design + 1));
  schedule->first_year = (int) floor (first / 12);
  schedule->n_years = (guint) ceil (last / 12) - (guint) schedule->first_year;
}

double
outlay_schedule_full (const OutlaySchedule *schedule, const OutlayRise *rise)
{
  return schedule->works[rise->phase].completion + 12.0 * (rise->n_years - 1);
}

/* As the engine does it (docs/model.md §2): each twelve months by their share, the last of them for good. */
double
outlay_schedule_use (const OutlaySchedule *schedule, const OutlayRise *rise, int year)
{
  const double completion = schedule->works[rise->phase].completion;
  double use = 0;

  for (guint g = 0; g < rise->n_years; g++)
    {
      const double from = MAX (completion + 12.0 * g, 12.0 * year);
      const double to = g + 1 < rise->n_years ? MIN (completion + 12.0 * (g + 1), 12.0 * (year + 1)) : 12.0 * (year + 1);

      use += rise->shares[g] * MAX (to - from, 0) / 12;
    }
  return use;
}

void
outlay_schedule_init (OutlaySchedule *schedule, OutlayProjection *projection, guint most, double design_year)
{
  OutlayModel *model = outlay_projection_model (projection);

  *schedule = (OutlaySchedule) { .shape = outlay_model_shape (model), .numbers = outlay_model_numbers (model) };
  schedule->works = g_new0 (OutlayWorks, MAX (schedule->shape->n_phases, 1));
  schedule->n_rises = g_new0 (guint, MAX (schedule->shape->n_phases, 1));
  schedule->rises = g_array_new (FALSE, TRUE, sizeof (OutlayRise));
  g_array_set_clear_func (schedule->rises, rise_clear);
  read_works (schedule);
  choose_rows (schedule, most);
  find_years (schedule, design_year);
}

void
outlay_schedule_clear (OutlaySchedule *schedule)
{
  g_clear_pointer (&schedule->rises, g_array_unref);
  g_clear_pointer (&schedule->n_rises, g_free);
  g_clear_pointer (&schedule->works, g_free);
}
