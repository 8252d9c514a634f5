/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "plan/model.h"
#include "support/small-plan.h"

static double
number (OutlayModel *model, OutlayPlan *plan, const char *path)
{
  OutlayParameter parameter;
  gsize index;

  g_assert_true (outlay_parameter_find (plan, path, &parameter, NULL));
  g_assert_true (outlay_model_index (model, &parameter, &index));
  return outlay_model_numbers (model)[index];
}

typedef struct
{
  OutlayModel *model;
  GHashTable *taken;
} Check;

/* Every number of the plan stands at one place of its own and is what the plan says. */
static void
check_number (const OutlayParameter *parameter, gpointer data)
{
  Check *check = data;
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
  gsize index;
  double found;

  if (!outlay_model_index (check->model, parameter, &index))
    return;
  g_assert_cmpuint (index, <, outlay_model_shape (check->model)->n_numbers);
  g_assert_true (g_hash_table_add (check->taken, GSIZE_TO_POINTER (index)));
  outlay_parameter_get (parameter, &value);
  found = outlay_model_numbers (check->model)[index];
  if (value.type == OUTLAY_VALUE_NULL)
    g_assert_true (isinf (found) && found > 0);
  else
    g_assert_cmpfloat (found, ==, outlay_member_to_number (parameter->member, &value));
}

static void
test_every_number (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayModel) model = outlay_model_new (plan, NULL);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  Check check = { model, taken };

  outlay_plan_foreach_parameter (plan, check_number, &check);
  g_assert_cmpuint (g_hash_table_size (taken), ==, outlay_model_shape (model)->n_numbers);
  g_assert_null (outlay_model_scenario (model));
}

static void
test_places (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayModel) model = outlay_model_new (plan, NULL);
  const OutlayShape *shape = outlay_model_shape (model);
  const double *numbers = outlay_model_numbers (model);

  g_assert_cmpuint (shape->n_phases, ==, 3);
  g_assert_cmpuint (shape->n_initiatives, ==, 2);
  g_assert_cmpuint (shape->n_ramp_up, ==, 4);
  g_assert_cmpfloat (outlay_model_cell (model, 1, 1), ==, 4e8);
  g_assert_cmpfloat (outlay_model_cell (model, 1, 2), ==, 0);
  g_assert_cmpfloat (numbers[outlay_shape_ramp_up (shape, 1, 1)], ==, 0.8);
  g_assert_cmpfloat (numbers[outlay_shape_product (shape, OUTLAY_PRODUCT_PRICE, 1)], ==, 5e5);
  g_assert_cmpfloat (numbers[outlay_shape_phase (shape, OUTLAY_PHASE_START, 2)], ==, 12 * 2027 + 6);
  g_assert_true (isinf (numbers[outlay_shape_product (shape, OUTLAY_PRODUCT_MARKET_LIMIT, 0)]));
}

static void
test_scenarios (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *slower = OUTLAY_NODE (outlay_plan_find_scenario (plan, "slower"));
  g_autoptr (OutlayModel) model = NULL;

  change_number (slower, "years", 30);
  change_text (slower, "phases.last.start", "2031-02");
  change_text (slower, "discounting", "mid-year");
  change_text (slower, "initiatives.mining.name", "Mine");
  change_number (slower, "initiatives.storage.ramp-up.2", 0.9);
  change_number (slower, "initiatives.gone.staff", 5);
  model = outlay_model_new (plan, OUTLAY_SCENARIO (slower));
  g_assert_true (outlay_model_scenario (model) == OUTLAY_SCENARIO (slower));
  g_assert_cmpuint (outlay_model_shape (model)->n_years, ==, 30);
  g_assert_cmpfloat (number (model, plan, "phases.last.start"), ==, 12 * 2031 + 1);
  g_assert_cmpfloat (number (model, plan, "discounting"), ==, OUTLAY_DISCOUNTING_MID_YEAR);
  g_assert_cmpfloat (number (model, plan, "initiatives.storage.ramp-up.2"), ==, 0.9);
  /* From its parent, */
  g_assert_cmpfloat (number (model, plan, "initiatives.mining.investment.early"), ==, 5e8);
  g_assert_cmpfloat (number (model, plan, "phases.late.delay-months"), ==, 6);
  /* over which its own goes, */
  change_number (slower, "initiatives.mining.investment.early", 4e8);
  g_clear_pointer (&model, outlay_model_unref);
  model = outlay_model_new (plan, OUTLAY_SCENARIO (slower));
  g_assert_cmpfloat (outlay_model_cell (model, 0, 0), ==, 4e8);
  /* and what nobody changes follows the plan. */
  set_number (OUTLAY_NODE (outlay_plan_get_initiative (plan, 0)), "staff", 77);
  g_clear_pointer (&model, outlay_model_unref);
  model = outlay_model_new (plan, OUTLAY_SCENARIO (slower));
  g_assert_cmpfloat (number (model, plan, "initiatives.mining.staff"), ==, 77);
}

static void
test_resolve (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayScenario *slow = outlay_plan_find_scenario (plan, "slow"), *slower = outlay_plan_find_scenario (plan, "slower");
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
  OutlayParameter parameter;

  g_assert_true (outlay_parameter_find (plan, "initiatives.mining.investment.early", &parameter, NULL));
  outlay_plan_resolve (plan, NULL, &parameter, &value);
  g_assert_cmpfloat (value.number, ==, 6e8);
  outlay_plan_resolve (plan, slower, &parameter, &value);
  g_assert_cmpfloat (value.number, ==, 5e8);
  g_assert_null (outlay_scenario_lookup (slower, "initiatives.mining.investment.early"));
  g_assert_true (outlay_scenario_get_from (slower) == slow);
  outlay_scenario_remove_change (slow, "initiatives.mining.investment.early");
  outlay_plan_resolve (plan, slower, &parameter, &value);
  g_assert_cmpfloat (value.number, ==, 6e8);
  g_assert_null (outlay_plan_find_scenario (plan, "base"));
}

/* A plan that is being repaired may hold a cycle; nothing may hang on it. */
static void
test_cycle (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayScenario *slow = outlay_plan_find_scenario (plan, "slow");
  g_autoptr (OutlayModel) model = NULL;

  set_text (OUTLAY_NODE (slow), "from", "slower");
  model = outlay_model_new (plan, slow);
  g_assert_cmpfloat (outlay_model_cell (model, 0, 0), ==, 5e8);
  g_assert_cmpfloat (number (model, plan, "phases.late.delay-months"), ==, 6);
}

static void
test_change_order (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *slow = OUTLAY_NODE (outlay_plan_find_scenario (plan, "slow"));
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  change_number (slow, "site-area", 1);
  change_number (slow, "years", 25);
  change_number (slow, "site-area", 2);
  g_assert_cmpstr (outlay_scenario_get_change (OUTLAY_SCENARIO (slow), 1, NULL), ==, "site-area");
  outlay_scenario_remove_change (OUTLAY_SCENARIO (slow), "site-area");
  g_assert_cmpuint (outlay_scenario_get_n_changes (OUTLAY_SCENARIO (slow)), ==, 2);
  outlay_value_set_number (&value, 3);
  outlay_scenario_insert_change (OUTLAY_SCENARIO (slow), 1, "site-area", &value);
  g_assert_cmpuint (outlay_scenario_get_position (OUTLAY_SCENARIO (slow), "site-area"), ==, 1);
  g_assert_cmpuint (outlay_scenario_get_position (OUTLAY_SCENARIO (slow), "years"), ==, 2);
  g_assert_cmpuint (outlay_scenario_get_position (OUTLAY_SCENARIO (slow), "name"), ==, 3);
}

/* --- a model that follows --- */

static void
edit_number (OutlayPlan *plan, const char *path, double value)
{
  g_auto (OutlayValue) number = OUTLAY_VALUE_INIT;
  OutlayParameter parameter;

  g_assert_true (outlay_parameter_find (plan, path, &parameter, NULL));
  outlay_value_set_number (&number, value);
  outlay_parameter_set (&parameter, &number);
}

static void
edit_at_random (OutlayPlan *plan, GRand *rand)
{
  static const char *const paths[] = { "initiatives.mining.investment.early", "initiatives.storage.investment.late", "initiatives.storage.ramp-up.2",
                                       "initiatives.mining.staff", "initiatives.storage.products.goods.price", "taxes.land-tax",
                                       "finance.debt-share", "assets.building-life", "phases.late.delay-months", "site-area" };
  OutlayNode *slow = OUTLAY_NODE (outlay_plan_find_scenario (plan, "slow")), *slower = OUTLAY_NODE (outlay_plan_find_scenario (plan, "slower"));
  const char *path = paths[g_rand_int_range (rand, 0, G_N_ELEMENTS (paths))];
  OutlayNode *scenario = g_rand_boolean (rand) ? slow : slower;

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0: change_number (scenario, path, g_rand_int_range (rand, 1, 9)); break;
    case 1: outlay_scenario_remove_change (OUTLAY_SCENARIO (scenario), path); break;
    case 2: set_text (slower, "from", g_rand_boolean (rand) ? "slow" : NULL); break;
    default: edit_number (plan, path, g_rand_int_range (rand, 1, 9)); break;
    }
}

/* As a drag does before the plan hears of it. */
static void
set_cells_at_random (OutlayModel *model, GRand *rand)
{
  double cells[6];

  g_assert_cmpuint (outlay_model_shape (model)->n_initiatives * outlay_model_shape (model)->n_phases, ==, G_N_ELEMENTS (cells));
  for (guint k = 0; k < G_N_ELEMENTS (cells); k++)
    cells[k] = g_rand_int_range (rand, 10, 99);
  outlay_model_set_cells (model, cells);
  g_assert_cmpfloat (outlay_model_cell (model, 1, 0), ==, cells[3]);
}

static void
assert_fresh (OutlayModel *model, OutlayPlan *plan)
{
  g_autoptr (OutlayModel) fresh = outlay_model_new (plan, outlay_model_scenario (model));

  g_assert_true (outlay_shape_equal (outlay_model_shape (model), outlay_model_shape (fresh)));
  g_assert_cmpmem (outlay_model_numbers (model), outlay_model_shape (model)->n_numbers * sizeof (double), outlay_model_numbers (fresh),
                   outlay_model_shape (fresh)->n_numbers * sizeof (double));
}

/* Whatever was edited, in the plan, a scenario or its parent, and how many edits passed meanwhile: what is taken over is what is flattened anew. */
static void
test_update (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  OutlayModel *models[] = { outlay_model_new (plan, NULL), outlay_model_new (plan, outlay_plan_find_scenario (plan, "slow")),
                            outlay_model_new (plan, outlay_plan_find_scenario (plan, "slower")) };

  for (guint n = 0; n < 3000; n++)
    {
      OutlayModel *model = models[g_rand_int_range (rand, 0, G_N_ELEMENTS (models))];

      edit_at_random (plan, rand);
      if (g_rand_boolean (rand))
        set_cells_at_random (models[g_rand_int_range (rand, 0, G_N_ELEMENTS (models))], rand);
      if (g_rand_boolean (rand))
        continue;
      g_assert_true (outlay_model_update (model, plan));
      assert_fresh (model, plan);
    }
  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    outlay_model_unref (models[i]);
}

static gboolean
follows (OutlayModel **model, OutlayPlan *plan)
{
  gboolean updated = outlay_model_update (*model, plan);

  if (updated)
    assert_fresh (*model, plan);
  g_clear_pointer (model, outlay_model_unref);
  *model = outlay_model_new (plan, NULL);
  return updated;
}

/* A plan of another shape is another model. */
static void
test_update_shape (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayModel) model = outlay_model_new (plan, NULL);
  OutlayNode *initiative = OUTLAY_NODE (outlay_plan_get_initiative (plan, 0));

  edit_number (plan, "years", 21);
  g_assert_false (follows (&model, plan));
  add_initiative (plan, "another", 1, 2);
  g_assert_false (follows (&model, plan));
  add_child (initiative, "products", "second");
  g_assert_false (follows (&model, plan));
  outlay_node_set_numbers (initiative, outlay_node_find_member (initiative, "ramp-up"), (double[]) { 0.1, 0.2, 0.3, 0.4, 0.5 }, 5);
  g_assert_false (follows (&model, plan));
  outlay_node_set_numbers (initiative, outlay_node_find_member (initiative, "investment"), (double[]) { 5 }, 1);
  g_assert_true (follows (&model, plan));
  outlay_node_move_child (OUTLAY_NODE (plan), outlay_node_find_member (OUTLAY_NODE (plan), "phases"), 0, 1);
  g_assert_false (follows (&model, plan));
}

/* Edits of one object and another in turn, so that none is one with the one before. */
static void
edit_often (OutlayPlan *plan, guint n_edits)
{
  OutlayNode *initiative = OUTLAY_NODE (outlay_plan_get_initiative (plan, 0));

  for (guint n = 0; n < n_edits; n++)
    set_number (n % 2 == 0 ? initiative : OUTLAY_NODE (plan), n % 2 == 0 ? "staff" : "site-area", n);
}

/* Every initiative of the largest plan may be edited, and that taken back and done again, however long it goes on. But nobody waits for who never asks. */
static void
test_update_many (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayModel) model = outlay_model_new (plan, NULL);

  for (guint round = 0; round < 8; round++)
    {
      edit_often (plan, 10000);
      g_assert_true (outlay_model_update (model, plan));
      assert_fresh (model, plan);
    }
  edit_often (plan, 40000);
  g_assert_false (outlay_model_update (model, plan));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/model/every-number", test_every_number);
  g_test_add_func ("/plan/model/places", test_places);
  g_test_add_func ("/plan/model/scenarios", test_scenarios);
  g_test_add_func ("/plan/model/resolve", test_resolve);
  g_test_add_func ("/plan/model/cycle", test_cycle);
  g_test_add_func ("/plan/model/change-order", test_change_order);
  g_test_add_func ("/plan/model/update", test_update);
  g_test_add_func ("/plan/model/update-shape", test_update_shape);
  g_test_add_func ("/plan/model/update-many", test_update_many);
  return g_test_run ();
}
