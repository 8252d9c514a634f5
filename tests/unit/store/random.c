/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <float.h>
#include <locale.h>
#include <math.h>

#include "plan/member.h"
#include "plan/scenario.h"
#include "sample.h"
#include "store/writer.h"

#define PLANS 200

/* Numbers that are hard to write so that they read back the same. */
static const double hard[] = {
  0, -0.0, 5e-324, 2.2250738585072011e-308, DBL_MIN, DBL_MAX, -DBL_MAX, 9007199254740991, 9007199254740992, 9007199254740994, 1e21, 9.9999999999999987e20,
  1.0000000000000001e21, 1e-7, 1e-6, 9.9999999999999995e-7, 0.1, 1.0 / 3, 2.0 / 3, 123456789012345680.0, 0.30000000000000004, 1e23, 8.41e21, 4.35, 1e22,
};

static const char *const texts[] = { "", "a", "兆瓦 🔋", "\"quoted\"", "back\\slash", "line\nbreak", "\t\b\f\r\x01\x1f\x7f", "/", "é", " ", "\xe2\x80\xa8", "null" };

static double
any_double (GRand *rand)
{
  union { guint64 bits; double number; } any = { ((guint64) g_rand_int (rand) << 32) | g_rand_int (rand) };

  return isfinite (any.number) ? any.number : 1.5;
}

static double
random_number (GRand *rand, const OutlayMember *member)
{
  double low = MAX (member->minimum, -1e12), high = MIN (member->maximum, 1e12), number;

  if (member->kind != OUTLAY_MEMBER_REAL && !(member->kind >= OUTLAY_MEMBER_CELLS))
    return g_rand_int_range (rand, (gint32) member->minimum, (gint32) MIN (member->maximum, 1e6) + 1);
  number = g_rand_boolean (rand) ? hard[g_rand_int_range (rand, 0, G_N_ELEMENTS (hard))] : fabs (any_double (rand));
  if (number >= member->minimum && number <= member->maximum)
    return number;
  return CLAMP (low + (high - low) * g_rand_double (rand), member->minimum, member->maximum);
}

static void
fill_member (GRand *rand, OutlayNode *node, const OutlayMember *member)
{
  if (member->kind <= OUTLAY_MEMBER_BOOLEAN)
    {
      if (member->nullable && g_rand_boolean (rand))
        outlay_node_set_number (node, member, NAN);
      else if (!member->absent && member->minimum < member->maximum)
        outlay_node_set_number (node, member, random_number (rand, member));
    }
  else if (member->kind == OUTLAY_MEMBER_STRING)
    outlay_node_set_string (node, member, texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
  else if (member->kind == OUTLAY_MEMBER_COLOUR && g_rand_boolean (rand))
    outlay_node_set_string (node, member, "#09aFe1");
  else if (member->kind == OUTLAY_MEMBER_CELLS || member->kind == OUTLAY_MEMBER_SHARES)
    {
      guint n = member->kind == OUTLAY_MEMBER_CELLS ? 2 : g_rand_int_range (rand, 1, 21);

      for (guint i = 0; i < n; i++)
        outlay_node_set_entry (node, member, i, random_number (rand, member));
    }
}

static void
set (OutlayNode *node, const char *name, double number)
{
  outlay_node_set_number (node, outlay_node_find_member (node, name), number);
}

static void
fill (GRand *rand, OutlayNode *node, const char *id)
{
  guint n_members;
  const OutlayMember *members = outlay_node_members (node, &n_members);

  for (guint i = 0; i < n_members; i++)
    if (members[i].kind == OUTLAY_MEMBER_ID)
      outlay_node_set_string (node, &members[i], id);
    else
      fill_member (rand, node, &members[i]);
}

static OutlayNode *
add (GRand *rand, OutlayNode *parent, const char *list, const char *id)
{
  const OutlayMember *member = outlay_node_find_member (parent, list);
  OutlayNode *node = g_object_new (member->child_type, NULL);

  fill (rand, node, id);
  g_list_store_append (outlay_node_get_children (parent, member), node);
  g_object_unref (node);
  return node;
}

static void
add_initiative (GRand *rand, OutlayNode *plan, const char *id)
{
  OutlayNode *initiative = add (rand, plan, "initiatives", id);
  double building = g_rand_double (rand);

  set (initiative, "building-share", building);
  set (initiative, "equipment-share", nextafter (1 - building, 0));
  for (int i = g_rand_int_range (rand, 1, 4); i > 0; i--)
    {
      char product[] = { 'p', '0' + i, '\0' };

      add (rand, initiative, "products", product);
    }
}

static void
add_phases (GRand *rand, OutlayNode *plan)
{
  double first = g_rand_int_range (rand, 1900, 2201), years = g_rand_int_range (rand, 1, 101);

  set (plan, "first-year", first);
  set (plan, "years", years);
  for (int i = 0; i < 2; i++)
    set (add (rand, plan, "phases", i == 0 ? "early" : "late"), "start", 12 * first + g_rand_int_range (rand, 0, (int) (12 * years)));
}

static void
add_judgements (GRand *rand, OutlayNode *plan)
{
  OutlayNode *target = add (rand, plan, "targets", "target"), *other = add (rand, plan, "targets", "other");
  OutlayNode *region = outlay_node_get_child (plan, outlay_node_find_member (plan, "region")), *uncertainty = add (rand, plan, "uncertainties", NULL);

  g_object_set (target, "series", "quantity", "initiative", "one", "product", "p1", NULL);
  set (target, "measure", g_rand_int_range (rand, 0, 4));
  set (target, "at-most", any_double (rand));
  g_object_set (other, "indicator", "irr-after-tax", NULL);
  set (other, "at-least", any_double (rand));
  add (rand, region, "figures", "figure");
  g_object_set (uncertainty, "path", "finance.interest-rate", NULL);
  set (uncertainty, "distribution", OUTLAY_DISTRIBUTION_UNIFORM);
  set (uncertainty, "low", -fabs (any_double (rand)));
  set (uncertainty, "high", fabs (any_double (rand)));
}

typedef struct
{
  GRand *rand;
  OutlayScenario *scenario;
  GListStore *sources; /* NULL: none */
} Overlay;

/* A change of some numbers that stand for themselves, and a source for some. */
static void
overlay (const OutlayParameter *parameter, gpointer data)
{
  static const char *const together[] = { "building-share", "equipment-share", "start", "first-year", "years", "series", "measure", "indicator",
                                          "initiative", "product", "at-least", "at-most", NULL };
  Overlay *over = data;
  g_autofree char *path = outlay_parameter_path (parameter);
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  if (over->sources != NULL && g_rand_int_range (over->rand, 0, 20) == 0)
    {
      g_autoptr (OutlaySource) source = outlay_source_new (path);

      fill (over->rand, OUTLAY_NODE (source), NULL);
      g_list_store_append (over->sources, source);
    }
  if (g_strv_contains (together, parameter->member->name) || g_rand_int_range (over->rand, 0, 10) > 0)
    return;
  if (parameter->member->nullable)
    outlay_value_set_null (&value);
  else if (outlay_parameter_is_number (parameter))
    outlay_value_set_number (&value, random_number (over->rand, parameter->member) + 0.0);
  else
    outlay_parameter_get (parameter, &value);
  if (value.type != OUTLAY_VALUE_ABSENT)
    outlay_scenario_set_change (over->scenario, path, &value);
}

static OutlayPlan *
random_plan (GRand *rand)
{
  OutlayPlan *plan = outlay_plan_new ();
  OutlayNode *root = OUTLAY_NODE (plan);
  static const char *const parts[] = { "taxes", "finance", "assets" };
  Overlay over = { rand, NULL, outlay_node_get_children (root, outlay_node_find_member (root, "sources")) };

  fill (rand, root, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    fill (rand, outlay_node_get_child (root, outlay_node_find_member (root, parts[i])), NULL);
  add_phases (rand, root);
  add_initiative (rand, root, "one");
  add_initiative (rand, root, "two");
  add_judgements (rand, root);
  over.scenario = OUTLAY_SCENARIO (add (rand, root, "scenarios", "first"));
  outlay_plan_foreach_parameter (plan, overlay, &over);
  over.scenario = OUTLAY_SCENARIO (add (rand, root, "scenarios", "second"));
  g_object_set (over.scenario, "from", "first", NULL);
  over.sources = NULL;
  outlay_plan_foreach_parameter (plan, overlay, &over);
  return plan;
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < PLANS; i++)
    {
      g_autoptr (OutlayPlan) plan = random_plan (rand), copy = NULL;
      g_autoptr (GString) written = outlay_plan_write (plan), again = NULL;
      g_autoptr (GPtrArray) faults = NULL;
      g_autofree char *told = NULL;

      copy = outlay_plan_read (written->str, written->len, &faults, NULL);
      told = sample_tell (faults);
      g_assert_cmpstr (told, ==, "");
      again = outlay_plan_write (copy);
      g_assert_cmpstr (again->str, ==, written->str);
    }
}

static void
assert_number (OutlayPlan *plan, double number)
{
  OutlayNode *target = OUTLAY_NODE (g_list_model_get_item (outlay_plan_get_targets (plan), 0));
  g_autoptr (GString) written = NULL;
  g_autoptr (OutlayPlan) copy = NULL;
  g_autoptr (OutlayNode) read = NULL;
  double back;

  set (target, "at-least", number);
  written = outlay_plan_write (plan);
  copy = outlay_plan_read (written->str, written->len, NULL, NULL);
  g_assert_nonnull (copy);
  read = g_list_model_get_item (outlay_plan_get_targets (copy), 0);
  back = outlay_node_get_number (read, outlay_node_find_member (read, "at-least"));
  g_assert_true (memcmp (&back, &(double) { number + 0.0 }, sizeof back) == 0);
  g_object_unref (target);
}

/* Every double is written so that it reads back the same, bit for bit; but zero has no sign. */
static void
test_doubles (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (OutlayPlan) plan = sample_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (hard); i++)
    {
      assert_number (plan, hard[i] == 0 ? 0 : hard[i]);
      assert_number (plan, hard[i] == 0 ? 0 : -hard[i]);
    }
  for (guint i = 0; i < 2000; i++)
    assert_number (plan, any_double (rand));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/random/round-trip", test_round_trip);
  g_test_add_func ("/store/random/doubles", test_doubles);
  return g_test_run ();
}
