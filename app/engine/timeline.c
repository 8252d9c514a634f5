/* SPDX-License-Identifier: GPL-3.0-or-later */

/* docs/model.md §1 Time. Included by kernel.c. */

#include "engine/workspace.h"

/* Years that two intervals of months share. */
static inline Lanes
over (Lanes a, Lanes b, Lanes c, Lanes d)
{
  return lanes_positive (lanes_min (b, d) - lanes_max (a, c)) / 12.0;
}

/* Years of the interval from month a to month b that fall into year t. */
static inline Lanes
year (Lanes a, Lanes b, guint t)
{
  return over (a, b, lanes_all (12.0 * t), lanes_all (12.0 * t + 12));
}

/* The years in which a month may fall in any lane, with a year to spare at either end, inside the projection. */
static guint
year_before (const Workspace *w, Lanes month)
{
  return (guint) CLAMP (floor (lanes_least (month) / 12) - 1, 0, w->n_years);
}

static guint
year_after (const Workspace *w, Lanes month)
{
  return (guint) CLAMP (floor (lanes_greatest (month) / 12) + 2, 0, w->n_years);
}

static void
phase_calendar (Workspace *w, Phase *phase, const Lanes lives[3])
{
  const Lanes never = lanes_all (-INFINITY), ever = lanes_all (INFINITY);
  const Lanes works = (phase->completion - phase->start) / 12.0;

  for (guint t = 0; t < w->n_years; t++)
    {
      phase->spending[t] = year (phase->start, phase->completion, t) / works;
      phase->operation[t] = year (phase->completion, ever, t);
      phase->building[t] = year (never, phase->completion, t);
      for (int c = 0; c < 3; c++)
        phase->depreciating[c][t] = year (phase->completion, phase->completion + 12.0 * lives[c], t);
    }
}

/* Start, completion and the shares of each year, of every phase. */
static void
timeline (Workspace *w)
{
  const Lanes new_year = 12.0 * PLAN_NUMBER (w, FIRST_YEAR);
  const Lanes lives[3] = {
    ASSETS_NUMBER (w, BUILDING_LIFE),
    ASSETS_NUMBER (w, EQUIPMENT_LIFE),
    ASSETS_NUMBER (w, INTANGIBLE_LIFE),
  };

  for (guint p = 0; p < w->shape->n_phases; p++)
    {
      Phase *phase = &w->phases[p];

      phase->start = PHASE_NUMBER (w, START, p) - new_year;
      phase->completion = phase->start + PHASE_NUMBER (w, BUILD_MONTHS, p) + PHASE_NUMBER (w, DELAY_MONTHS, p);
      phase_calendar (w, phase, lives);
    }
}
