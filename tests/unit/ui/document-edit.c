/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A number under a hand shows at once what it does; the end is one step, and what is taken back was never there. */

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
  return g_test_run ();
}
