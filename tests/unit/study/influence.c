/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "plan/assumptions.h"
#include "plan/flatten.h"
#include "plan/member.h"
#include "plan/validate.h"
#include "study/influence.h"
#include "study/projection.h"
#include "support/small-plan.h"
#include "unit/store/sample.h"

typedef struct
{
  OutlayPlan *plan;
  GArray *parameters;
} Collection;

static void
collect_cb (OutlayAssumptionGroup group, const OutlayParameter *parameter, gpointer data)
{
  g_array_append_vals (((Collection *) data)->parameters, parameter, 1);
}

static void
collect_whole (Collection *collection, OutlayNode *whole)
{
  g_autoptr (GPtrArray) objects = outlay_assumptions_list_objects (collection->plan, whole);

  for (guint i = 0; i < objects->len; i++)
    outlay_assumptions_foreach (collection->plan, objects->pdata[i], collect_cb, collection);
}

static GArray *
collect (OutlayPlan *plan)
{
  Collection collection = { plan, g_array_new (FALSE, FALSE, sizeof (OutlayParameter)) };

  collect_whole (&collection, OUTLAY_NODE (plan));
  for (guint i = 0; i < outlay_plan_get_n_phases (plan); i++)
    collect_whole (&collection, OUTLAY_NODE (outlay_plan_get_phase (plan, i)));
  for (guint i = 0; i < outlay_plan_get_n_initiatives (plan); i++)
    collect_whole (&collection, OUTLAY_NODE (outlay_plan_get_initiative (plan, i)));
  return collection.parameters;
}

static void
project (OutlayPlan *plan, double outcomes[OUTLAY_N_INFLUENCES])
{
  const OutlayRequest request = { .plan_series = 1ull << OUTLAY_SERIES_TAX, .plan_indicators = 1ull << OUTLAY_INDICATOR_NPV_AFTER_TAX };
  g_autoptr (OutlayModel) model = outlay_model_new (plan, NULL);
  g_autoptr (OutlayProjection) projection = outlay_projection_new (model, &request);
  const double *tax = outlay_projection_series (projection, OUTLAY_SERIES_TAX, OUTLAY_SCOPE_PLAN);

  outcomes[OUTLAY_INFLUENCE_NPV] = outlay_projection_indicator (projection, OUTLAY_INDICATOR_NPV_AFTER_TAX, -1);
  outcomes[OUTLAY_INFLUENCE_TAX] = 0;
  for (guint year = 0; year < outlay_projection_years (projection); year++)
    outcomes[OUTLAY_INFLUENCE_TAX] += tax[year];
}

/* The plan itself with the number at another value. */
static void
project_moved (OutlayPlan *plan, const OutlayParameter *parameter, double value, double outcomes[OUTLAY_N_INFLUENCES])
{
  g_auto (OutlayValue) before = OUTLAY_VALUE_INIT, moved = OUTLAY_VALUE_INIT;
  g_autofree char *month = NULL;
  g_autoptr (GError) error = NULL;

  outlay_parameter_get (parameter, &before);
  if (parameter->member->kind == OUTLAY_MEMBER_MONTH)
    outlay_value_set_string (&moved, month = outlay_month_format (value));
  else
    outlay_value_set_number (&moved, value);
  outlay_parameter_check (parameter, &moved, &error);
  g_assert_no_error (error);
  outlay_parameter_set (parameter, &moved);
  outlay_plan_check_edit (plan, parameter, &error);
  g_assert_no_error (error);
  project (plan, outcomes);
  outlay_parameter_set (parameter, &before);
}

static guint
assert_same (OutlayPlan *plan, const OutlayParameter *parameter, const OutlayInfluence *influence, const double base[OUTLAY_N_INFLUENCES])
{
  g_autofree char *path = outlay_parameter_path (parameter);
  guint n = 0;

  for (guint direction = 0; direction < OUTLAY_N_DIRECTIONS; direction++)
    {
      const OutlayInfluenceWay *way = &influence->ways[direction];
      double outcomes[OUTLAY_N_INFLUENCES];

      if (!way->moved)
        continue;
      n++;
      project_moved (plan, parameter, way->value, outcomes);
      for (guint outcome = 0; outcome < OUTLAY_N_INFLUENCES; outcome++)
        if (way->effect[outcome] != outcomes[outcome] - base[outcome])
          g_error ("%s at %.17g: %.17g, not %.17g", path, way->value, way->effect[outcome], outcomes[outcome] - base[outcome]);
    }
  return n;
}

/* Every number of a plan that has everything, both ways. */
static void
test_projections (void)
{
  g_autoptr (OutlayPlan) read = sample_plan ();
  g_autoptr (OutlayPlan) plan = outlay_plan_flatten (read, NULL);
  g_autoptr (OutlayModel) model = outlay_model_new (plan, NULL);
  g_autoptr (GArray) parameters = collect (plan);
  g_autoptr (OutlayInfluenceStudy) study = outlay_influence_study_new (model, (const OutlayParameter *) (gpointer) parameters->data, parameters->len);
  double base[OUTLAY_N_INFLUENCES];
  guint n = 0;

  project (plan, base);
  g_assert_true (outlay_influence_study_run (study, NULL));
  g_assert_cmpuint (outlay_influence_study_n (study), ==, parameters->len);
  for (guint i = 0; i < parameters->len; i++)
    n += assert_same (plan, &g_array_index (parameters, OutlayParameter, i), outlay_influence_study_get (study, i), base);
  g_assert_cmpuint (n, >, 100);
}

/* By the path of a number of the small plan. */
static OutlayInfluence
find_influence (OutlayPlan *plan, const char *path)
{
  OutlayParameter parameter;
  g_autoptr (OutlayModel) model = outlay_model_new (plan, NULL);
  g_autoptr (OutlayInfluenceStudy) study = NULL;

  g_assert_true (outlay_parameter_find (plan, path, &parameter, NULL));
  study = outlay_influence_study_new (model, &parameter, 1);
  g_assert_true (outlay_influence_study_run (study, NULL));
  return *outlay_influence_study_get (study, 0);
}

static void
set_value (OutlayPlan *plan, const char *path, double number)
{
  OutlayParameter parameter;
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  g_assert_true (outlay_parameter_find (plan, path, &parameter, NULL));
  outlay_value_set_number (&value, number);
  outlay_parameter_set (&parameter, &value);
}

static void
assert_way (const OutlayInfluence *influence, OutlayInfluenceDirection direction, gboolean moved, gboolean limited, double value)
{
  const OutlayInfluenceWay *way = &influence->ways[direction];

  g_assert_cmpint (way->moved, ==, moved);
  g_assert_cmpint (way->limited, ==, limited);
  if (moved)
    g_assert_cmpfloat_with_epsilon (way->value, value, 1e-12);
}

static void
test_ways (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayInfluence influence;

  set_value (plan, "initiatives.mining.building-share", 0.5);
  set_value (plan, "initiatives.mining.equipment-share", 0.48);
  influence = find_influence (plan, "initiatives.mining.building-share");
  assert_way (&influence, OUTLAY_INFLUENCE_UP, TRUE, TRUE, 0.52);
  assert_way (&influence, OUTLAY_INFLUENCE_DOWN, TRUE, FALSE, 0.45);
  /* Where the other is all the rest. */
  set_value (plan, "initiatives.mining.equipment-share", 0.5);
  influence = find_influence (plan, "initiatives.mining.building-share");
  assert_way (&influence, OUTLAY_INFLUENCE_UP, FALSE, TRUE, 0.5);
  influence = find_influence (plan, "initiatives.mining.products.goods.sell-through");
  assert_way (&influence, OUTLAY_INFLUENCE_UP, FALSE, TRUE, 1);
  assert_way (&influence, OUTLAY_INFLUENCE_DOWN, TRUE, FALSE, 0.9);
  set_value (plan, "finance.repayment-years", 4);
  influence = find_influence (plan, "finance.repayment-years");
  assert_way (&influence, OUTLAY_INFLUENCE_UP, TRUE, FALSE, 5);
  assert_way (&influence, OUTLAY_INFLUENCE_DOWN, TRUE, FALSE, 3);
  set_value (plan, "finance.repayment-years", 26);
  influence = find_influence (plan, "finance.repayment-years");
  assert_way (&influence, OUTLAY_INFLUENCE_UP, TRUE, FALSE, 29);
  set_value (plan, "initiatives.mining.products.goods.price-growth", -0.02);
  influence = find_influence (plan, "initiatives.mining.products.goods.price-growth");
  assert_way (&influence, OUTLAY_INFLUENCE_UP, TRUE, FALSE, -0.018);
  assert_way (&influence, OUTLAY_INFLUENCE_DOWN, TRUE, FALSE, -0.022);
  /* More for what is sold is better, and taxed. */
  influence = find_influence (plan, "initiatives.mining.products.goods.price");
  g_assert_cmpfloat (influence.ways[OUTLAY_INFLUENCE_UP].effect[OUTLAY_INFLUENCE_NPV], >, 0);
  g_assert_cmpfloat (influence.ways[OUTLAY_INFLUENCE_UP].effect[OUTLAY_INFLUENCE_TAX], >, 0);
  g_assert_cmpfloat (influence.ways[OUTLAY_INFLUENCE_DOWN].effect[OUTLAY_INFLUENCE_NPV], <, 0);
}

static void
test_nothing_to_move (void)
{
  static const char *const paths[] = { "discounting", "first-year", "initiatives.mining.subsidy", "initiatives.mining.products.goods.market-limit", "name" };
  g_autoptr (OutlayPlan) plan = make_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      const OutlayInfluence influence = find_influence (plan, paths[i]);

      g_assert_false (influence.ways[OUTLAY_INFLUENCE_UP].moved || influence.ways[OUTLAY_INFLUENCE_DOWN].moved);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayModel) model = outlay_model_new (plan, NULL);
  g_autoptr (GArray) parameters = collect (plan);
  g_autoptr (OutlayInfluenceStudy) study = outlay_influence_study_new (model, (const OutlayParameter *) (gpointer) parameters->data, parameters->len);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_false (outlay_influence_study_run (study, cancellable));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/influence/projections", test_projections);
  g_test_add_func ("/influence/ways", test_ways);
  g_test_add_func ("/influence/nothing-to-move", test_nothing_to_move);
  g_test_add_func ("/influence/cancelled", test_cancelled);
  return g_test_run ();
}
