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

/* The first year that begins after a month in some lane, or before it in another: years from here on may be affected by it. */
static guint
year_of_first (const Workspace *w, Lanes month)
{
  return (guint) CLAMP (floor (lanes_least (month) / 12), 0, w->n_years);
}

/* The first year that begins at or after a month in every lane. */
static guint
year_after_last (const Workspace *w, Lanes month)
{
  return (guint) CLAMP (ceil (lanes_greatest (month) / 12), 0, w->n_years);
}

/* Start, completion and the shares of each year, of every phase. */
static void
timeline (Workspace *w)
{
  const Lanes new_year = 12.0 * PLAN_NUMBER (w, FIRST_YEAR), never = lanes_all (-INFINITY), ever = lanes_all (INFINITY);
  const Lanes building_life = 12.0 * ASSETS_NUMBER (w, BUILDING_LIFE), equipment_life = 12.0 * ASSETS_NUMBER (w, EQUIPMENT_LIFE);
  const Lanes intangible_life = 12.0 * ASSETS_NUMBER (w, INTANGIBLE_LIFE);

  for (guint p = 0; p < w->shape->n_phases; p++)
    {
      const Lanes s = PHASE_NUMBER (w, START, p) - new_year;
      const Lanes c = s + PHASE_NUMBER (w, BUILD_MONTHS, p) + PHASE_NUMBER (w, DELAY_MONTHS, p);
      const Lanes works = (c - s) / 12.0;

      w->phases[p].start = s;
      w->phases[p].completion = c;
      for (guint t = 0; t < w->n_years; t++)
        {
          PhaseYear *y = &w->phases[p].years[t];

          y->spending = year (s, c, t) / works;
          y->operation = year (c, ever, t);
          y->building = year (never, c, t);
          y->depreciating[0] = year (c, c + building_life, t);
          y->depreciating[1] = year (c, c + equipment_life, t);
          y->depreciating[2] = year (c, c + intangible_life, t);
        }
    }
}
