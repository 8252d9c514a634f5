/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "study/influence.h"

#include <math.h>

#include "engine/single.h"

#define TENTH 0.1

typedef struct
{
  gsize index;
  OutlayInfluence influence;
} Number;

struct _OutlayInfluenceStudy
{
  OutlayModel *model;
  GArray *numbers; /* Number */
};

/* Where a number may be moved. */
typedef struct
{
  double least;
  double most;
} Range;

/* --- how far a number goes --- */

static double
number_at (OutlayModel *model, gsize index)
{
  return outlay_model_numbers (model)[index];
}

static double
last_start (OutlayModel *model)
{
  const OutlayShape *shape = outlay_model_shape (model);
  double last = -INFINITY;

  for (guint phase = 0; phase < shape->n_phases; phase++)
    last = MAX (last, number_at (model, outlay_shape_phase (shape, OUTLAY_PHASE_START, phase)));
  return last;
}

/* Phases start within the plan's years. */
static void
keep_years (OutlayModel *model, const OutlayParameter *parameter, Range *range)
{
  const OutlayShape *shape = outlay_model_shape (model);
  const double first = number_at (model, outlay_shape_plan (shape, OUTLAY_PLAN_FIRST_YEAR));
  const double years = number_at (model, outlay_shape_plan (shape, OUTLAY_PLAN_YEARS));

  if (OUTLAY_IS_PHASE (parameter->node) && parameter->member->slot == OUTLAY_PHASE_START)
    *range = (Range) { MAX (range->least, 12 * first), MIN (range->most, 12 * (first + years) - 1) };
  if (OUTLAY_IS_PLAN (parameter->node) && parameter->member->slot == OUTLAY_PLAN_YEARS)
    range->least = MAX (range->least, floor (last_start (model) / 12) - first + 1);
}

/* Buildings and equipment are not more than the whole. */
static void
keep_shares (OutlayModel *model, const OutlayParameter *parameter, Range *range)
{
  const guint slot = parameter->member->slot;
  double other;

  if (!OUTLAY_IS_INITIATIVE (parameter->node) || !parameter->member->engine ||
      (slot != OUTLAY_INITIATIVE_BUILDING_SHARE && slot != OUTLAY_INITIATIVE_EQUIPMENT_SHARE))
    return;
  other = number_at (model, outlay_shape_initiative (outlay_model_shape (model),
                                                     slot == OUTLAY_INITIATIVE_BUILDING_SHARE ? OUTLAY_INITIATIVE_EQUIPMENT_SHARE : OUTLAY_INITIATIVE_BUILDING_SHARE,
                                                     outlay_node_get_position (parameter->node)));
  range->most = MIN (range->most, 1 - other);
  while (range->most + other > 1)
    range->most = nextafter (range->most, 0);
}

static double
step_of (const OutlayMember *member, double from)
{
  if (member->kind == OUTLAY_MEMBER_MONTH)
    return 1;
  return member->kind == OUTLAY_MEMBER_INTEGER ? MAX (1, round (fabs (from) * TENTH)) : fabs (from) * TENTH;
}

static OutlayInfluenceWay
find_way (const OutlayMember *member, double from, double wanted, Range range)
{
  const double value = CLAMP (wanted, MIN (range.least, from), MAX (range.most, from));

  return (OutlayInfluenceWay) { .moved = value != from, .limited = value != wanted, .value = value };
}

/* A calendar year has no tenth, and another first year is another plan rather than more or less of something. */
static gboolean
is_movable (const OutlayMember *member, double from)
{
  return member->kind != OUTLAY_MEMBER_CHOICE && member->unit != OUTLAY_UNIT_CALENDAR_YEAR && isfinite (from) && from != 0;
}

static void
prepare (OutlayModel *model, const OutlayParameter *parameter, Number *number)
{
  const OutlayMember *member = parameter->member;
  OutlayInfluence *influence = &number->influence;
  Range range = { member->minimum, member->maximum };

  *number = (Number) { 0 };
  influence->from = NAN;
  if (!outlay_model_index (model, parameter, &number->index) || !is_movable (member, number_at (model, number->index)))
    return;
  influence->from = number_at (model, number->index);
  keep_years (model, parameter, &range);
  keep_shares (model, parameter, &range);
  influence->ways[OUTLAY_INFLUENCE_UP] = find_way (member, influence->from, influence->from + step_of (member, influence->from), range);
  influence->ways[OUTLAY_INFLUENCE_DOWN] = find_way (member, influence->from, influence->from - step_of (member, influence->from), range);
}

/* --- computing --- */

static void
read_outcomes (OutlaySingle *single, double outcomes[OUTLAY_N_INFLUENCES])
{
  const double *tax = outlay_single_series (single, OUTLAY_SERIES_TAX, OUTLAY_SCOPE_PLAN);

  outcomes[OUTLAY_INFLUENCE_NPV] = *outlay_single_indicator (single, OUTLAY_INDICATOR_NPV_AFTER_TAX, -1);
  outcomes[OUTLAY_INFLUENCE_TAX] = 0;
  for (guint year = 0; year < outlay_single_shape (single)->n_years; year++)
    outcomes[OUTLAY_INFLUENCE_TAX] += tax[year];
}

static OutlaySingle *
create_single (const OutlayShape *shape)
{
  const OutlayRequest request = { .plan_series = 1ull << OUTLAY_SERIES_TAX, .plan_indicators = 1ull << OUTLAY_INDICATOR_NPV_AFTER_TAX };

  return outlay_single_new (shape, &request);
}

/* Another number of years is another shape, of the same numbers. */
static void
run_other_years (const OutlayShape *shape, const double *numbers, guint years, double outcomes[OUTLAY_N_INFLUENCES])
{
  OutlayShape other = { 0 };
  g_autoptr (OutlaySingle) single = NULL;

  outlay_shape_copy (&other, shape);
  other.n_years = years;
  single = create_single (&other);
  outlay_single_run (single, numbers);
  read_outcomes (single, outcomes);
  outlay_shape_clear (&other);
}

static void
run_way (OutlaySingle *single, double *numbers, const Number *number, OutlayInfluenceWay *way, const double base[OUTLAY_N_INFLUENCES])
{
  double outcomes[OUTLAY_N_INFLUENCES];

  numbers[number->index] = way->value;
  if (number->index == outlay_shape_plan (outlay_single_shape (single), OUTLAY_PLAN_YEARS))
    run_other_years (outlay_single_shape (single), numbers, (guint) way->value, outcomes);
  else
    {
      outlay_single_run (single, numbers);
      read_outcomes (single, outcomes);
    }
  numbers[number->index] = number->influence.from;
  for (guint outcome = 0; outcome < OUTLAY_N_INFLUENCES; outcome++)
    way->effect[outcome] = outcomes[outcome] - base[outcome];
}

/**
 * outlay_influence_study_new:
 * @model: a plan under a scenario
 * @parameters: (array length=n): parameters of that plan
 * @n: how many
 *
 * Finds where each number can be moved.
 *
 * Returns: (transfer full): a study that has computed nothing yet
 */
OutlayInfluenceStudy *
outlay_influence_study_new (OutlayModel *model, const OutlayParameter *parameters, guint n)
{
  OutlayInfluenceStudy *study = g_new0 (OutlayInfluenceStudy, 1);

  study->model = outlay_model_ref (model);
  study->numbers = g_array_sized_new (FALSE, FALSE, sizeof (Number), n);
  g_array_set_size (study->numbers, n);
  for (guint i = 0; i < n; i++)
    prepare (model, &parameters[i], &g_array_index (study->numbers, Number, i));
  return study;
}

void
outlay_influence_study_free (OutlayInfluenceStudy *study)
{
  outlay_model_unref (study->model);
  g_array_unref (study->numbers);
  g_free (study);
}

/**
 * outlay_influence_study_run:
 * @study: a study
 * @cancellable: (nullable): looked at between cases
 *
 * Computes two cases for each number, of which the engine computes only what the number reaches. The results are to the last bit those of projections of the
 * plan with the number at either value.
 *
 * Returns: %FALSE where it was cancelled; the study then holds nothing
 */
gboolean
outlay_influence_study_run (OutlayInfluenceStudy *study, GCancellable *cancellable)
{
  const OutlayShape *shape = outlay_model_shape (study->model);
  g_autofree double *numbers = g_memdup2 (outlay_model_numbers (study->model), shape->n_numbers * sizeof *numbers);
  g_autoptr (OutlaySingle) single = create_single (shape);
  double base[OUTLAY_N_INFLUENCES];

  outlay_single_run (single, numbers);
  read_outcomes (single, base);
  for (guint n = 0; n < study->numbers->len; n++)
    {
      Number *number = &g_array_index (study->numbers, Number, n);

      for (guint direction = 0; direction < OUTLAY_N_DIRECTIONS; direction++)
        {
          if (g_cancellable_is_cancelled (cancellable))
            return FALSE;
          if (number->influence.ways[direction].moved)
            run_way (single, numbers, number, &number->influence.ways[direction], base);
        }
    }
  return TRUE;
}

guint
outlay_influence_study_n (OutlayInfluenceStudy *study)
{
  return study->numbers->len;
}

const OutlayInfluence *
outlay_influence_study_get (OutlayInfluenceStudy *study, guint n)
{
  return &g_array_index (study->numbers, Number, n).influence;
}
