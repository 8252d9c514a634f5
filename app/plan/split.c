/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/split.h"

#include <math.h>

/* What a move does with a cell. */
typedef enum
{
  STILL,
  MOVED, /* part of the sum that is set */
  REST,  /* gives way to it */
} Role;

struct _OutlaySplit
{
  guint n_initiatives;
  guint n_phases;
  gsize n_cells;
  gboolean keep_total;
  gboolean had_money; /* before it was edited, or when the total was asked to be kept */
  double *cells;
  guint8 *locked;
  guint8 *roles; /* of the move that is being made */
};

/* A sum as the unevaluated sum of two doubles, so that its rounding can be seen. */
typedef struct
{
  double high;
  double low;
} Sum;

/* Knuth's two-sum: high + low is the exact sum. */
static void
sum_add (Sum *sum, double amount)
{
  double high = sum->high + amount;
  double part = high - sum->high;

  sum->low += (sum->high - (high - part)) + (amount - part);
  sum->high = high;
}

static double
sum_value (const Sum *sum)
{
  return sum->high + sum->low;
}

static gboolean
covers (int initiative, int phase, guint i, guint p)
{
  return (initiative < 0 || (guint) initiative == i) && (phase < 0 || (guint) phase == p);
}

/* The sum of a range, or of its locked part alone. */
static Sum
sum_of_range (OutlaySplit *split, int initiative, int phase, gboolean locked_only)
{
  guint first_i = initiative < 0 ? 0 : initiative;
  guint end_i = initiative < 0 ? split->n_initiatives : first_i + 1;
  guint first_p = phase < 0 ? 0 : phase;
  guint end_p = phase < 0 ? split->n_phases : first_p + 1;
  Sum sum = { 0, 0 };

  for (guint i = first_i; i < end_i; i++)
    for (guint p = first_p; p < end_p; p++)
      {
        gsize k = (gsize) i * split->n_phases + p;

        if (!locked_only || split->locked[k])
          sum_add (&sum, split->cells[k]);
      }
  return sum;
}

/* Sum and number of the cells of a role. */
static double
sum_of_role (OutlaySplit *split, Role role, gsize *n_cells)
{
  Sum sum = { 0, 0 };

  *n_cells = 0;
  for (gsize k = 0; k < split->n_cells; k++)
    if (split->roles[k] == role)
      {
        sum_add (&sum, split->cells[k]);
        ++*n_cells;
      }
  return sum_value (&sum);
}

/* Brings the cells of a role from one sum to another, in proportion; evenly where they hold nothing. */
static void
spread (OutlaySplit *split, Role role, double from, gsize n_cells, double to)
{
  for (gsize k = 0; k < split->n_cells; k++)
    if (split->roles[k] == role)
      split->cells[k] = from > 0 ? split->cells[k] / from * to : to / n_cells;
}

/* The largest or the smallest cell of a role that can take change without falling below 0, an empty one only where all are; or −1. */
static gssize
find_taker (OutlaySplit *split, Role role, double change, gboolean largest)
{
  gssize found = -1;

  for (gsize k = 0; k < split->n_cells; k++)
    {
      double cell = split->cells[k];

      if (split->roles[k] != role || cell + change < 0 || (found >= 0 && cell == 0))
        continue;
      if (found < 0 || split->cells[found] == 0 || (largest ? cell > split->cells[found] : cell < split->cells[found]))
        found = k;
    }
  return found;
}

/* Takes up what rounding left between the sum of a range and what it shall be, in one cell of a role: the largest, whose proportion feels it
 * least; then the smallest, whose last digit is the finest. */
static gboolean
settle (OutlaySplit *split, int initiative, int phase, double wanted, Role role)
{
  for (int attempt = 0; attempt < 4; attempt++)
    {
      Sum sum = sum_of_range (split, initiative, phase, FALSE);
      double change = (wanted - sum.high) - sum.low;
      gssize taker;

      if (sum_value (&sum) == wanted)
        return TRUE;
      taker = find_taker (split, role, change, attempt < 2);
      if (taker < 0)
        return FALSE;
      split->cells[taker] += change;
    }
  return FALSE;
}

/* Where there is no money yet there is no total, and a single cell is the total itself: neither could ever be changed. */
static gboolean
keeps_total (OutlaySplit *split, int initiative, int phase)
{
  return split->keep_total && split->had_money && split->n_cells > 1 && (initiative >= 0 || phase >= 0);
}

static void
assign_roles (OutlaySplit *split, int initiative, int phase)
{
  gboolean keep = keeps_total (split, initiative, phase);

  for (guint i = 0; i < split->n_initiatives; i++)
    for (guint p = 0; p < split->n_phases; p++)
      {
        gsize k = (gsize) i * split->n_phases + p;

        if (split->locked[k])
          split->roles[k] = STILL;
        else if (covers (initiative, phase, i, p))
          split->roles[k] = MOVED;
        else
          split->roles[k] = keep ? REST : STILL;
      }
}

/* What a move of money can draw on, once the roles are assigned. */
typedef struct
{
  double moved;
  double rest;
  double still; /* the locked part of the range */
  gsize n_moved;
  gsize n_rest;
  double least;
  double most;
} Room;

static void
measure_room (OutlaySplit *split, int initiative, int phase, gboolean keep, Room *room)
{
  Sum still = sum_of_range (split, initiative, phase, TRUE);
  double sum = outlay_split_sum (split, initiative, phase);

  room->moved = sum_of_role (split, MOVED, &room->n_moved);
  room->rest = sum_of_role (split, REST, &room->n_rest);
  room->still = sum_value (&still);
  room->least = room->most = sum;
  if (room->n_moved == 0 || (keep && room->n_rest == 0))
    return;
  room->least = room->still;
  room->most = keep ? sum + room->rest : INFINITY;
}

/* Sets the MOVED cells of a range to hold amount together with its locked ones; REST gives way where the total is kept. */
static void
lay (OutlaySplit *split, int initiative, int phase, double amount, gboolean keep)
{
  double total = outlay_split_sum (split, -1, -1);
  Room room;
  double to;

  measure_room (split, initiative, phase, keep, &room);
  amount = CLAMP (amount, room.least, room.most);
  if (room.n_moved == 0 || amount == outlay_split_sum (split, initiative, phase))
    return;

  to = MAX (0, amount - room.still);
  spread (split, MOVED, room.moved, room.n_moved, to);
  settle (split, initiative, phase, amount, MOVED);
  if (!keep)
    return;

  spread (split, REST, room.rest, room.n_rest, MAX (0, room.rest - (to - room.moved)));
  if (!settle (split, -1, -1, total, REST))
    settle (split, -1, -1, total, MOVED);
}

OutlaySplit *
outlay_split_new (guint n_initiatives, guint n_phases, const double *cells)
{
  OutlaySplit *split = g_new0 (OutlaySplit, 1);

  split->n_initiatives = n_initiatives;
  split->n_phases = n_phases;
  split->n_cells = (gsize) n_initiatives * n_phases;
  split->cells = g_memdup2 (cells, split->n_cells * sizeof *cells);
  split->locked = g_new0 (guint8, split->n_cells);
  split->roles = g_new0 (guint8, split->n_cells);
  split->had_money = outlay_split_sum (split, -1, -1) > 0;
  return split;
}

void
outlay_split_free (OutlaySplit *split)
{
  g_free (split->cells);
  g_free (split->locked);
  g_free (split->roles);
  g_free (split);
}

guint
outlay_split_n_initiatives (OutlaySplit *split)
{
  return split->n_initiatives;
}

guint
outlay_split_n_phases (OutlaySplit *split)
{
  return split->n_phases;
}

const double *
outlay_split_cells (OutlaySplit *split)
{
  return split->cells;
}

void
outlay_split_set_cells (OutlaySplit *split, const double *cells)
{
  for (gsize k = 0; k < split->n_cells; k++)
    split->cells[k] = cells[k];
}

void
outlay_split_set_keep_total (OutlaySplit *split, gboolean keep_total)
{
  split->keep_total = keep_total;
  split->had_money = outlay_split_sum (split, -1, -1) > 0;
}

gboolean
outlay_split_get_keep_total (OutlaySplit *split)
{
  return split->keep_total;
}

void
outlay_split_set_locked (OutlaySplit *split, int initiative, int phase, gboolean locked)
{
  for (guint i = 0; i < split->n_initiatives; i++)
    for (guint p = 0; p < split->n_phases; p++)
      if (covers (initiative, phase, i, p))
        split->locked[i * split->n_phases + p] = locked;
}

gboolean
outlay_split_is_locked (OutlaySplit *split, guint initiative, guint phase)
{
  return split->locked[initiative * split->n_phases + phase];
}

gboolean
outlay_split_all_locked (OutlaySplit *split, int initiative, int phase)
{
  const guint first_i = initiative < 0 ? 0 : initiative, end_i = initiative < 0 ? split->n_initiatives : first_i + 1;
  const guint first_p = phase < 0 ? 0 : phase, end_p = phase < 0 ? split->n_phases : first_p + 1;

  for (guint i = first_i; i < end_i; i++)
    for (guint p = first_p; p < end_p; p++)
      if (!outlay_split_is_locked (split, i, p))
        return FALSE;
  return TRUE;
}

double
outlay_split_sum (OutlaySplit *split, int initiative, int phase)
{
  Sum sum = sum_of_range (split, initiative, phase, FALSE);

  return sum_value (&sum);
}

double
outlay_split_set (OutlaySplit *split, int initiative, int phase, double amount)
{
  if (isfinite (amount))
    {
      assign_roles (split, initiative, phase);
      lay (split, initiative, phase, amount, keeps_total (split, initiative, phase));
    }
  return outlay_split_sum (split, initiative, phase);
}

void
outlay_split_bounds (OutlaySplit *split, int initiative, int phase, double *least, double *most)
{
  Room room;

  assign_roles (split, initiative, phase);
  measure_room (split, initiative, phase, keeps_total (split, initiative, phase), &room);
  *least = room.least;
  *most = room.most;
}

double
outlay_split_move_between_phases (OutlaySplit *split, guint phase, double amount)
{
  double before = outlay_split_sum (split, -1, phase);

  g_return_val_if_fail (phase + 1 < split->n_phases, 0);
  if (!isfinite (amount))
    return 0;

  for (gsize k = 0; k < split->n_cells; k++)
    {
      guint p = k % split->n_phases;

      split->roles[k] = split->locked[k] ? STILL : p == phase ? MOVED : p == phase + 1 ? REST : STILL;
    }
  lay (split, -1, phase, before - amount, TRUE);
  return before - outlay_split_sum (split, -1, phase);
}

double
outlay_split_move_between_initiatives (OutlaySplit *split, guint phase, guint a, guint b, double amount)
{
  gsize from = (gsize) a * split->n_phases + phase;
  gsize to = (gsize) b * split->n_phases + phase;
  double before = split->cells[from];

  g_return_val_if_fail (a != b && a < split->n_initiatives && b < split->n_initiatives && phase < split->n_phases, 0);
  if (!isfinite (amount) || split->locked[from] || split->locked[to])
    return 0;

  for (gsize k = 0; k < split->n_cells; k++)
    split->roles[k] = k == from ? MOVED : k == to ? REST : STILL;
  lay (split, a, phase, before - amount, TRUE);
  return before - split->cells[from];
}
