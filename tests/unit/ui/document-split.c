/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is shown while a hand moves money is what the plan says once it lets go. */

#include "support/small-plan.h"
#include "ui/document.h"

static const OutlayRequest request = {
  .plan_series = 1ull << OUTLAY_SERIES_TAX,
  .plan_indicators = 1ull << OUTLAY_INDICATOR_NPV_AFTER_TAX | 1ull << OUTLAY_INDICATOR_CONSTRUCTION_INVESTMENT,
};

typedef struct
{
  OutlayPlan *plan;
  OutlayDocument *document;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->plan = make_plan ();
  fixture->document = outlay_document_new (fixture->plan, NULL, NULL);
  outlay_document_want (fixture->document, &request);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->document);
  g_object_unref (fixture->plan);
}

static double
npv (OutlayProjection *projection)
{
  return outlay_projection_indicator (projection, OUTLAY_INDICATOR_NPV_AFTER_TAX, -1);
}

static double
investment (OutlayProjection *projection)
{
  return outlay_projection_indicator (projection, OUTLAY_INDICATOR_CONSTRUCTION_INVESTMENT, -1);
}

static void
move (OutlayDocument *document, guint initiative, guint phase, double amount)
{
  outlay_split_set (outlay_document_get_split (document), (int) initiative, (int) phase, amount);
  outlay_document_apply_split (document);
}

/* The results of a document that has never seen a drag. */
static void
assert_fresh (Fixture *fixture)
{
  g_autoptr (OutlayModel) model = outlay_model_new (fixture->plan, outlay_document_get_scenario (fixture->document));
  g_autoptr (OutlayProjection) fresh = outlay_projection_new (model, &request);
  const OutlayShape *shape = outlay_model_shape (model);
  const gsize size = (gsize) shape->n_initiatives * shape->n_phases * sizeof (double);

  g_assert_cmpmem (outlay_split_cells (outlay_document_get_split (fixture->document)), size, outlay_model_numbers (model) + shape->cells, size);
  g_assert_cmpfloat (npv (outlay_document_get_projection (fixture->document)), ==, npv (fresh));
  g_assert_cmpfloat (investment (outlay_document_get_projection (fixture->document)), ==, investment (fresh));
}

static void
test_shows_what_it_does (Fixture *fixture, gconstpointer data)
{
  OutlayDocument *document = fixture->document;
  const double before = npv (outlay_document_get_projection (document));
  double moved;

  outlay_document_begin_split (document);
  move (document, 0, 0, 7e8);
  move (document, 0, 0, 8e8);
  moved = npv (outlay_document_get_projection (document));
  g_assert_cmpfloat (moved, !=, before);
  g_assert_true (outlay_document_is_moved (document, 0, 0));
  g_assert_false (outlay_document_is_moved (document, 0, 1));
  /* The plan hears of it when it is done, and then once. */
  g_assert_cmpfloat (outlay_initiative_get_investment (outlay_plan_get_initiative (fixture->plan, 0), 0), ==, 6e8);
  outlay_document_commit_split (document, "Move");
  g_assert_cmpfloat (outlay_initiative_get_investment (outlay_plan_get_initiative (fixture->plan, 0), 0), ==, 8e8);
  g_assert_cmpfloat (npv (outlay_document_get_projection (document)), ==, moved);
  assert_fresh (fixture);
  outlay_document_undo (document);
  g_assert_cmpfloat (npv (outlay_document_get_projection (document)), ==, before);
  g_assert_false (outlay_history_can_undo (outlay_document_get_history (document)));
  outlay_document_redo (document);
  g_assert_cmpfloat (npv (outlay_document_get_projection (document)), ==, moved);
}

static void
test_rollback (Fixture *fixture, gconstpointer data)
{
  OutlayDocument *document = fixture->document;
  const double before = npv (outlay_document_get_projection (document));

  outlay_document_begin_split (document);
  move (document, 1, 1, 9e8);
  g_assert_cmpfloat (npv (outlay_document_get_projection (document)), !=, before);
  outlay_document_rollback_split (document);
  g_assert_cmpfloat (npv (outlay_document_get_projection (document)), ==, before);
  g_assert_cmpfloat (outlay_split_sum (outlay_document_get_split (document), 1, 1), ==, 4e8);
  g_assert_false (outlay_history_can_undo (outlay_document_get_history (document)));
}

/* "slow" has its own amount for the mining of the early phase, and "slower" comes from it. */
static void
check_compared (Fixture *fixture, const char *edited, const char *compared, guint initiative, gboolean follows)
{
  OutlayDocument *document = fixture->document;
  double before, moved;

  outlay_document_set_scenario (document, edited != NULL ? outlay_plan_find_scenario (fixture->plan, edited) : NULL);
  outlay_document_set_compared (document, TRUE, compared != NULL ? outlay_plan_find_scenario (fixture->plan, compared) : NULL);
  before = investment (outlay_document_get_compared_projection (document));
  outlay_document_begin_split (document);
  move (document, initiative, 0, 9e8);
  moved = investment (outlay_document_get_compared_projection (document));
  g_assert_true ((moved != before) == follows);
  outlay_document_commit_split (document, "Move");
  g_assert_cmpfloat (investment (outlay_document_get_compared_projection (document)), ==, moved);
  assert_fresh (fixture);
  outlay_document_undo (document);
  g_assert_cmpfloat (investment (outlay_document_get_compared_projection (document)), ==, before);
}

static void
test_compared_follows (Fixture *fixture, gconstpointer data)
{
  check_compared (fixture, NULL, NULL, 0, TRUE);
  check_compared (fixture, NULL, "slow", 0, FALSE);
  check_compared (fixture, NULL, "slower", 0, FALSE);
  check_compared (fixture, NULL, "slower", 1, TRUE);
  check_compared (fixture, "slow", "slower", 0, TRUE);
  check_compared (fixture, "slow", "slow", 1, TRUE);
  check_compared (fixture, "slow", NULL, 0, FALSE);
  check_compared (fixture, "slower", "slow", 0, FALSE);
}

/* A number that a scenario took over in a drag goes back to what the plan says. */
static void
test_return_to_the_plan (Fixture *fixture, gconstpointer data)
{
  OutlayDocument *document = fixture->document;
  OutlayScenario *slower = outlay_plan_find_scenario (fixture->plan, "slower");
  g_auto (OutlayValue) absent = OUTLAY_VALUE_INIT;
  OutlayParameter cell;
  double before;

  outlay_document_set_scenario (document, slower);
  before = investment (outlay_document_get_projection (document));
  outlay_document_begin_split (document);
  move (document, 1, 0, 9e8);
  g_assert_cmpfloat (investment (outlay_document_get_projection (document)), !=, before);
  outlay_document_commit_split (document, "Move");
  outlay_document_get_cell (document, 1, 0, &cell);
  g_assert_true (outlay_history_set (outlay_document_get_history (document), slower, &cell, &absent, NULL));
  g_assert_cmpfloat (investment (outlay_document_get_projection (document)), ==, before);
  assert_fresh (fixture);
}

/* Any other number, edited after results were shown. */
static void
test_other_edits (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *path;
    double number;
  } edits[] = {
    { "initiatives.storage.products.goods.price", 6e5 },
    { "initiatives.mining.repair-rate", 0.01 },
    { "phases.late.delay-months", 9 },
    { "taxes.land-tax", 5 },
    { "discount-rate", 0.2 },
    { "initiatives.storage.ramp-up.2", 0.5 },
  };
  OutlayHistory *history = outlay_document_get_history (fixture->document);
  double before = npv (outlay_document_get_projection (fixture->document));

  set_number (OUTLAY_NODE (fixture->plan), "site-area", 1e6);
  for (guint n = 0; n < G_N_ELEMENTS (edits); n++)
    {
      g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
      OutlayParameter parameter;

      g_assert_true (outlay_parameter_find (fixture->plan, edits[n].path, &parameter, NULL));
      outlay_value_set_number (&value, edits[n].number);
      g_assert_true (outlay_history_set (history, NULL, &parameter, &value, NULL));
      assert_fresh (fixture);
      g_assert_cmpfloat (npv (outlay_document_get_projection (fixture->document)), !=, before);
      before = npv (outlay_document_get_projection (fixture->document));
    }
}

/* A movement of a hand, or several before anybody looks. */
static void
move_at_random (OutlayDocument *document, GRand *rand)
{
  OutlaySplit *split = outlay_document_get_split (document);

  for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
    {
      if (g_rand_boolean (rand))
        outlay_split_move_between_phases (split, (guint) g_rand_int_range (rand, 0, 2), g_rand_double_range (rand, -1e9, 1e9));
      else
        outlay_split_set (split, g_rand_int_range (rand, 0, (int) outlay_split_n_initiatives (split)), g_rand_int_range (rand, 0, 3),
                          g_rand_double_range (rand, 0, 1e9));
      outlay_document_apply_split (document);
    }
}

/* What is shown after movements is what a document shows that was opened with these amounts. */
static void
assert_moved (Fixture *fixture)
{
  OutlaySplit *split = outlay_document_get_split (fixture->document);
  g_autoptr (OutlayModel) model = outlay_model_new (fixture->plan, outlay_document_get_scenario (fixture->document));
  g_autoptr (OutlayProjection) fresh = NULL;
  OutlayProjection *shown = outlay_document_get_projection (fixture->document);

  outlay_model_set_cells (model, outlay_split_cells (split));
  fresh = outlay_projection_new (model, &request);
  g_assert_cmpfloat (npv (shown), ==, npv (fresh));
  g_assert_cmpfloat (investment (shown), ==, investment (fresh));
  g_assert_cmpmem (outlay_projection_series (shown, OUTLAY_SERIES_TAX, OUTLAY_SCOPE_PLAN), outlay_projection_years (shown) * sizeof (double),
                   outlay_projection_series (fresh, OUTLAY_SERIES_TAX, OUTLAY_SCOPE_PLAN), outlay_projection_years (fresh) * sizeof (double));
}

static void
drag_at_random (Fixture *fixture, GRand *rand)
{
  outlay_document_begin_split (fixture->document);
  for (int n = g_rand_int_range (rand, 1, 5); n > 0; n--)
    {
      move_at_random (fixture->document, rand);
      if (g_rand_boolean (rand))
        assert_moved (fixture);
    }
  if (g_rand_int_range (rand, 0, 4) > 0)
    outlay_document_commit_split (fixture->document, "Move");
  else
    outlay_document_rollback_split (fixture->document);
}

/* A plan so large that several threads compute it and its cells are laid into it all at once, in itself and in a scenario. */
static void
test_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  OutlayNode *taxes = outlay_node_get_child (OUTLAY_NODE (fixture->plan), outlay_node_find_member (OUTLAY_NODE (fixture->plan), "taxes"));

  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *id = g_strdup_printf ("more-%u", i);

      add_initiative (fixture->plan, id, 1e6 * g_rand_int_range (rand, 0, 100), 1e6 * g_rand_int_range (rand, 0, 100));
    }
  set_number (OUTLAY_NODE (fixture->plan), "site-area", 2e5);
  set_number (taxes, "land-tax", 4);
  for (guint n = 0; n < 30; n++)
    {
      if (n == 20)
        outlay_document_set_scenario (fixture->document, outlay_plan_find_scenario (fixture->plan, "slower"));
      g_object_set (fixture->document, "keep-total", g_rand_boolean (rand), NULL);
      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0: outlay_document_undo (fixture->document); break;
        case 1: outlay_document_redo (fixture->document); break;
        default: drag_at_random (fixture, rand);
        }
      assert_fresh (fixture);
    }
}

static void
count_cb (OutlayDocument *document, gpointer data)
{
  ++*(guint *) data;
}

static void
wait_for_results (const guint *projected)
{
  const guint before = *projected;

  while (*projected == before)
    g_main_context_iteration (NULL, TRUE);
}

/* What the hand holds follows a movement at once, and results behind the painting: once for all movements until then. Who asks for them meanwhile has them. */
static void
test_results_behind (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  guint moved = 0, projected = 0;
  double before;

  for (guint i = 0; i < 7000; i++)
    {
      g_autofree char *id = g_strdup_printf ("more-%u", i);

      add_initiative (fixture->plan, id, 1e6 * g_rand_int_range (rand, 0, 100), 1e6 * g_rand_int_range (rand, 0, 100));
    }
  before = npv (outlay_document_get_projection (fixture->document));
  g_signal_connect (fixture->document, "moved", G_CALLBACK (count_cb), &moved);
  g_signal_connect (fixture->document, "projected", G_CALLBACK (count_cb), &projected);
  outlay_document_begin_split (fixture->document);
  move (fixture->document, 3, 0, 9e8);
  move (fixture->document, 4, 1, 8e8);
  g_assert_cmpuint (moved, ==, 2);
  g_assert_cmpuint (projected, ==, 0);
  g_assert_cmpfloat (npv (outlay_document_get_cells (fixture->document)), ==, before);
  g_assert_cmpmem (outlay_model_numbers (outlay_projection_model (outlay_document_get_cells (fixture->document))) +
                     outlay_model_shape (outlay_projection_model (outlay_document_get_cells (fixture->document)))->cells, 10 * sizeof (double),
                   outlay_split_cells (outlay_document_get_split (fixture->document)), 10 * sizeof (double));
  wait_for_results (&projected);
  g_assert_cmpuint (projected, ==, 1);
  assert_moved (fixture);
  move (fixture->document, 5, 0, 7e8);
  assert_moved (fixture);
  move (fixture->document, 6, 0, 6e8);
  outlay_document_commit_split (fixture->document, "Move");
  assert_fresh (fixture);
  projected = 0;
  while (g_main_context_iteration (NULL, FALSE))
    ;
  /* Nothing is told late that was told by the commit. */
  g_assert_cmpuint (projected, ==, 0);
}

/* The child of what is moved follows behind it, and who says everything itself is left alone. */
static void
test_compared_behind (Fixture *fixture, gconstpointer data)
{
  OutlayDocument *document = fixture->document;
  double before, moved;
  guint projected = 0;

  for (guint i = 0; i < 7000; i++)
    {
      g_autofree char *id = g_strdup_printf ("more-%u", i);

      add_initiative (fixture->plan, id, 1e6, 1e6);
    }
  outlay_document_set_scenario (document, outlay_plan_find_scenario (fixture->plan, "slow"));
  outlay_document_set_compared (document, TRUE, outlay_plan_find_scenario (fixture->plan, "slower"));
  before = investment (outlay_document_get_compared_projection (document));
  g_signal_connect (document, "projected", G_CALLBACK (count_cb), &projected);
  outlay_document_begin_split (document);
  move (document, 3, 0, 9e8);
  wait_for_results (&projected);
  g_assert_cmpfloat (investment (outlay_document_get_projection (document)), !=, before);
  g_assert_cmpfloat (investment (outlay_document_get_compared_projection (document)), ==, before);
  wait_for_results (&projected);
  moved = investment (outlay_document_get_compared_projection (document));
  g_assert_cmpfloat (moved, !=, before);
  move (document, 3, 0, 8e8);
  outlay_document_commit_split (document, "Move");
  projected = 0;
  wait_for_results (&projected);
  g_assert_cmpfloat (investment (outlay_document_get_compared_projection (document)), ==, moved - 1e8);
  assert_fresh (fixture);
  outlay_document_undo (document);
  g_assert_cmpfloat (investment (outlay_document_get_compared_projection (document)), ==, before);

  outlay_document_set_compared (document, TRUE, NULL);
  before = investment (outlay_document_get_compared_projection (document));
  projected = 0;
  outlay_document_begin_split (document);
  move (document, 3, 0, 9e8);
  outlay_document_commit_split (document, "Move");
  g_assert_cmpfloat (investment (outlay_document_get_compared_projection (document)), ==, before);
  projected = 0;
  for (gint64 end = g_get_monotonic_time () + 100 * G_TIME_SPAN_MILLISECOND; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (projected, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/document/split/shows-what-it-does", Fixture, NULL, set_up, test_shows_what_it_does, tear_down);
  g_test_add ("/document/split/rollback", Fixture, NULL, set_up, test_rollback, tear_down);
  g_test_add ("/document/split/compared-follows", Fixture, NULL, set_up, test_compared_follows, tear_down);
  g_test_add ("/document/split/return-to-the-plan", Fixture, NULL, set_up, test_return_to_the_plan, tear_down);
  g_test_add ("/document/split/other-edits", Fixture, NULL, set_up, test_other_edits, tear_down);
  g_test_add ("/document/split/large", Fixture, NULL, set_up, test_large, tear_down);
  g_test_add ("/document/split/results-behind", Fixture, NULL, set_up, test_results_behind, tear_down);
  g_test_add ("/document/split/compared-behind", Fixture, NULL, set_up, test_compared_behind, tear_down);
  return g_test_run ();
}
