/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A number under a hand shows at once what it does; the end is one step, and what is taken back was never there. */

#include <math.h>

#include "support/small-plan.h"
#include "ui/document.h"

static const OutlayRequest request = { .plan_indicators = 1ull << OUTLAY_INDICATOR_NPV_AFTER_TAX };

typedef struct
{
  OutlayPlan *plan;
  OutlayDocument *document;
  OutlayParameter delay; /* of the phase "late" */
  OutlayParameter start; /* of the phase "last" */
  guint projected;
} Fixture;

static void
projected_cb (Fixture *fixture)
{
  fixture->projected++;
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->plan = make_plan ();
  fixture->document = outlay_document_new (fixture->plan, NULL, NULL);
  outlay_document_want (fixture->document, &request);
  g_assert_true (outlay_parameter_find (fixture->plan, "phases.late.delay-months", &fixture->delay, NULL));
  g_assert_true (outlay_parameter_find (fixture->plan, "phases.last.start", &fixture->start, NULL));
  g_signal_connect_swapped (fixture->document, "projected", G_CALLBACK (projected_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->document, fixture);
  g_object_unref (fixture->document);
  g_object_unref (fixture->plan);
}

static double
npv (OutlayDocument *document)
{
  return outlay_projection_indicator (outlay_document_get_projection (document), OUTLAY_INDICATOR_NPV_AFTER_TAX, -1);
}

static double
fresh_npv (Fixture *fixture)
{
  g_autoptr (OutlayModel) model = outlay_model_new (fixture->plan, outlay_document_get_scenario (fixture->document));
  g_autoptr (OutlayProjection) fresh = outlay_projection_new (model, &request);

  return outlay_projection_indicator (fresh, OUTLAY_INDICATOR_NPV_AFTER_TAX, -1);
}

static guint
n_steps (Fixture *fixture)
{
  return outlay_history_get_n_steps (outlay_document_get_history (fixture->document));
}

static void
test_one_step (Fixture *fixture, gconstpointer data)
{
  OutlayDocument *document = fixture->document;
  const double before = npv (document);
  guint told;

  g_assert_true (outlay_document_begin_edit (document));
  g_assert_true (outlay_document_is_editing (document));
  told = fixture->projected;
  for (double months = 1; months <= 12; months++)
    {
      g_assert_true (outlay_document_edit_number (document, &fixture->delay, months, NULL));
      g_assert_cmpuint (fixture->projected, ==, ++told);
      g_assert_cmpfloat (npv (document), ==, fresh_npv (fixture));
    }
  g_assert_cmpfloat (npv (document), !=, before);
  g_assert_true (outlay_document_edit_number (document, &fixture->start, 12 * 2028 + 2, NULL));
  outlay_document_commit_edit (document, "Later");
  g_assert_false (outlay_document_is_editing (document));
  g_assert_cmpuint (n_steps (fixture), ==, 1);
  g_assert_cmpstr (outlay_history_get_undo_description (outlay_document_get_history (document)), ==, "Later");
  g_assert_cmpfloat (outlay_document_get_number (document, &fixture->start), ==, 12 * 2028 + 2);
  outlay_document_undo (document);
  g_assert_cmpfloat (npv (document), ==, before);
}

static void
test_taken_back (Fixture *fixture, gconstpointer data)
{
  OutlayDocument *document = fixture->document;
  const double before = npv (document);
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_document_begin_edit (document));
  g_assert_true (outlay_document_edit_number (document, &fixture->delay, 7.5, NULL));
  /* Undo is for what is under the hand, which then has nothing left to hold. */
  outlay_document_undo (document);
  g_assert_cmpfloat (npv (document), ==, before);
  g_assert_false (outlay_document_edit_number (document, &fixture->delay, 9, &error));
  g_assert_no_error (error);
  outlay_document_commit_edit (document, "Nothing");
  outlay_document_rollback_edit (document);
  g_assert_cmpuint (n_steps (fixture), ==, 0);
  g_assert_cmpfloat (outlay_document_get_number (document, &fixture->delay), ==, 0);

  /* So it is where another scenario is shown, or money is moved. */
  g_assert_true (outlay_document_begin_edit (document));
  g_assert_true (outlay_document_edit_number (document, &fixture->delay, 7.5, NULL));
  outlay_document_set_scenario (document, outlay_plan_find_scenario (fixture->plan, "slow"));
  g_assert_cmpfloat (outlay_document_get_number (document, &fixture->delay), ==, 0);
  g_assert_true (outlay_document_begin_edit (document));
  g_assert_true (outlay_document_edit_number (document, &fixture->delay, 7.5, NULL));
  outlay_document_begin_split (document);
  g_assert_cmpfloat (outlay_document_get_number (document, &fixture->delay), ==, 0);
  outlay_document_rollback_split (document);
  g_assert_cmpuint (n_steps (fixture), ==, 0);
}

/* An edit that leads back to where it began is no step, and none is told. */
static void
test_there_and_back (Fixture *fixture, gconstpointer data)
{
  OutlayDocument *document = fixture->document;
  guint told = 0;

  g_signal_connect_swapped (document, "stepped", G_CALLBACK (count_cb), &told);
  g_assert_true (outlay_document_begin_edit (document));
  g_assert_true (outlay_document_edit_number (document, &fixture->delay, 3, NULL));
  g_assert_true (outlay_document_edit_number (document, &fixture->delay, 0, NULL));
  outlay_document_commit_edit (document, "Nothing");
  outlay_document_begin_split (document);
  outlay_document_apply_split (document);
  outlay_document_commit_split (document, "Nothing");
  g_assert_cmpuint (n_steps (fixture), ==, 0);
  g_assert_cmpuint (told, ==, 0);
  g_signal_handlers_disconnect_by_data (document, &told);
}

static void
test_out_of_range (Fixture *fixture, gconstpointer data)
{
  OutlayDocument *document = fixture->document;
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_document_begin_edit (document));
  g_assert_false (outlay_document_edit_number (document, &fixture->delay, -1, &error));
  g_assert_error (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_OUT_OF_RANGE);
  g_assert_true (outlay_document_edit_number (document, &fixture->delay, 3, NULL));
  outlay_document_commit_edit (document, "Late");
  g_assert_cmpfloat (outlay_document_get_number (document, &fixture->delay), ==, 3);
}

/* "slower" delays the phase by 6 months. */
static void
test_scenario (Fixture *fixture, gconstpointer data)
{
  OutlayDocument *document = fixture->document;

  outlay_document_set_scenario (document, outlay_plan_find_scenario (fixture->plan, "slower"));
  g_assert_true (outlay_document_is_overridden (document, &fixture->delay));
  g_assert_cmpfloat (outlay_document_get_number (document, &fixture->delay), ==, 6);
  g_assert_cmpfloat (outlay_document_get_number_without (document, &fixture->delay), ==, 0);
  g_assert_false (outlay_document_is_overridden (document, &fixture->start));

  g_assert_true (outlay_document_begin_edit (document));
  g_assert_true (outlay_document_edit_number (document, &fixture->start, 12 * 2028, NULL));
  g_assert_true (outlay_document_edit_return (document, &fixture->delay, NULL));
  g_assert_cmpfloat (npv (document), ==, fresh_npv (fixture));
  outlay_document_commit_edit (document, "Other dates");
  g_assert_cmpfloat (outlay_document_get_number (document, &fixture->delay), ==, 0);
  g_assert_true (outlay_document_is_overridden (document, &fixture->start));
  g_assert_cmpfloat (outlay_node_get_number (fixture->start.node, fixture->start.member), ==, 12 * 2027 + 6);
  outlay_document_undo (document);
  g_assert_cmpfloat (outlay_document_get_number (document, &fixture->delay), ==, 6);
  g_assert_false (outlay_document_is_overridden (document, &fixture->start));
}

static void
test_ramp_up (Fixture *fixture, gconstpointer data)
{
  OutlayDocument *document = fixture->document;
  const double before = npv (document), same[] = { 0.5, 0.8, 1, 1 }, less[] = { 0.5, 0.8 };

  /* The last share holds for good: a year more of it changes nothing. */
  g_assert_true (outlay_document_set_ramp_up (document, 1, same, 4, "Longer", NULL));
  g_assert_cmpfloat (npv (document), ==, before);
  g_assert_true (outlay_document_set_ramp_up (document, 1, less, 2, "Shorter", NULL));
  g_assert_cmpfloat (npv (document), ==, fresh_npv (fixture));
  g_assert_cmpfloat (npv (document), <, before);
  outlay_document_undo (document);
  outlay_document_undo (document);
  g_assert_cmpfloat (npv (document), ==, before);
}

/* --- large plans --- */

static const OutlayRequest much = {
  .plan_series = 1ull << OUTLAY_SERIES_TAX,
  .phase_series = 1ull << OUTLAY_SERIES_TAX | 1ull << OUTLAY_SERIES_REVENUE,
  .initiative_series = 1ull << OUTLAY_SERIES_TAX,
  .plan_indicators = 1ull << OUTLAY_INDICATOR_NPV_AFTER_TAX,
  .initiative_indicators = 1ull << OUTLAY_INDICATOR_NPV_AFTER_TAX,
};

static void
add_many (Fixture *fixture, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("more-%u", i);

      add_initiative (fixture->plan, id, 1e6 * (i % 7), 1e6 * (i % 5));
    }
}

static void
set_to (Fixture *fixture, const char *path, double number)
{
  OutlayParameter parameter;

  g_assert_true (outlay_parameter_find (fixture->plan, path, &parameter, NULL));
  g_assert_true (outlay_document_begin_edit (fixture->document));
  g_assert_true (outlay_document_edit_number (fixture->document, &parameter, number, NULL));
  outlay_document_commit_edit (fixture->document, "Set");
}

static void
assert_same_row (OutlayProjection *one, OutlayProjection *other, OutlaySeries series, OutlayScope scope)
{
  g_assert_cmpmem (outlay_projection_series (one, series, scope), outlay_projection_years (one) * sizeof (double),
                   outlay_projection_series (other, series, scope), outlay_projection_years (other) * sizeof (double));
}

/* To the last bit what is computed from nothing. */
static void
assert_as_fresh (Fixture *fixture)
{
  g_autoptr (OutlayModel) model = outlay_model_new (fixture->plan, outlay_document_get_scenario (fixture->document));
  g_autoptr (OutlayProjection) fresh = outlay_projection_new (model, &much);
  OutlayProjection *shown = outlay_document_get_projection (fixture->document);

  assert_same_row (shown, fresh, OUTLAY_SERIES_TAX, OUTLAY_SCOPE_PLAN);
  for (guint phase = 0; phase < outlay_plan_get_n_phases (fixture->plan); phase++)
    {
      assert_same_row (shown, fresh, OUTLAY_SERIES_TAX, OUTLAY_SCOPE_PHASE (phase));
      assert_same_row (shown, fresh, OUTLAY_SERIES_REVENUE, OUTLAY_SCOPE_PHASE (phase));
    }
  for (int i = -1; i < (int) outlay_plan_get_n_initiatives (fixture->plan); i++)
    {
      const double one = outlay_projection_indicator (shown, OUTLAY_INDICATOR_NPV_AFTER_TAX, i);
      const double other = outlay_projection_indicator (fresh, OUTLAY_INDICATOR_NPV_AFTER_TAX, i);

      g_assert_cmpmem (&one, sizeof one, &other, sizeof other);
      if (i >= 0)
        assert_same_row (shown, fresh, OUTLAY_SERIES_TAX, OUTLAY_SCOPE_INITIATIVE (i));
    }
}

static void
edit_something (Fixture *fixture, GRand *rand)
{
  static const char *const ends[] = { "staff", "wage", "products.goods.price", "products.goods.capacity", "investment.early", "design-investment" };
  const double factor = g_rand_double_range (rand, 0.5, 1);
  g_autofree char *path = g_strdup_printf ("initiatives.more-%d.%s", g_rand_int_range (rand, 0, 200), ends[g_rand_int_range (rand, 0, G_N_ELEMENTS (ends))]);

  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0: set_to (fixture, "discount-rate", factor / 10); break;
    case 1: set_to (fixture, "taxes.surcharge-rate", factor / 10); break;
    case 2: set_to (fixture, "phases.late.delay-months", g_rand_int_range (rand, 0, 12)); break;
    case 3: outlay_document_undo (fixture->document); break;
    case 4: outlay_document_redo (fixture->document); break;
    default: set_to (fixture, path, floor (1e6 * factor)); break;
    }
}

/* Whatever is edited, taken back and done again, in the plan and in a scenario: what is taken over and computed of it is what all of it would give. */
static void
test_any_edits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);

  add_many (fixture, 200);
  outlay_document_want (fixture->document, &much);
  for (guint n = 0; n < 120; n++)
    {
      if (n == 60)
        outlay_document_set_scenario (fixture->document, outlay_plan_find_scenario (fixture->plan, "slow"));
      edit_something (fixture, rand);
      if (g_rand_int_range (rand, 0, 3) > 0)
        assert_as_fresh (fixture);
    }
  assert_as_fresh (fixture);
}

/* Of a large plan, what is told at once and behind the painting. */
static void
check_told (Fixture *fixture, guint *moved, guint n_at_once, guint n_moved)
{
  g_assert_cmpuint (fixture->projected, ==, n_at_once);
  g_assert_true ((*moved > 0) == (n_moved > 0));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->projected, ==, 1);
  g_assert_cmpfloat (npv (fixture->document), ==, fresh_npv (fixture));
  fixture->projected = *moved = 0;
}

static void
set_at_once (Fixture *fixture, const char *path, double number)
{
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
  OutlayParameter parameter;

  g_assert_true (outlay_parameter_find (fixture->plan, path, &parameter, NULL));
  outlay_value_set_number (&value, number);
  outlay_history_begin (outlay_document_get_history (fixture->document), "Set");
  g_assert_true (outlay_history_set (outlay_document_get_history (fixture->document), NULL, &parameter, &value, NULL));
  outlay_history_commit (outlay_document_get_history (fixture->document), NULL);
}

/* What one initiative has to be computed for is there at once; for what all have to be, whoever waits sees first what was typed. */
static void
test_results_behind (Fixture *fixture, gconstpointer data)
{
  guint moved = 0;

  add_many (fixture, 7000);
  npv (fixture->document);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  fixture->projected = 0;
  g_signal_connect_swapped (fixture->document, "moved", G_CALLBACK (count_cb), &moved);
  set_at_once (fixture, "initiatives.more-7.products.goods.price", 7e5);
  check_told (fixture, &moved, 1, 0);
  set_at_once (fixture, "discount-rate", 0.05);
  check_told (fixture, &moved, 0, 1);
  outlay_document_undo (fixture->document);
  check_told (fixture, &moved, 0, 1);
  outlay_document_undo (fixture->document);
  check_told (fixture, &moved, 1, 0);
  /* Two at once are told of together. */
  set_at_once (fixture, "discount-rate", 0.06);
  set_at_once (fixture, "initiatives.more-7.staff", 5);
  check_told (fixture, &moved, 0, 1);
  set_at_once (fixture, "phases.late.delay-months", 4);
  outlay_document_take_back (fixture->document);
  check_told (fixture, &moved, 0, 1);
  g_signal_handlers_disconnect_by_data (fixture->document, &moved);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ui/document-edit/one-step", Fixture, NULL, set_up, test_one_step, tear_down);
  g_test_add ("/ui/document-edit/taken-back", Fixture, NULL, set_up, test_taken_back, tear_down);
  g_test_add ("/ui/document-edit/there-and-back", Fixture, NULL, set_up, test_there_and_back, tear_down);
  g_test_add ("/ui/document-edit/out-of-range", Fixture, NULL, set_up, test_out_of_range, tear_down);
  g_test_add ("/ui/document-edit/scenario", Fixture, NULL, set_up, test_scenario, tear_down);
  g_test_add ("/ui/document-edit/ramp-up", Fixture, NULL, set_up, test_ramp_up, tear_down);
  g_test_add ("/ui/document-edit/any-edits", Fixture, NULL, set_up, test_any_edits, tear_down);
  g_test_add ("/ui/document-edit/results-behind", Fixture, NULL, set_up, test_results_behind, tear_down);
  return g_test_run ();
}
