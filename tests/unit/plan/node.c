/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <float.h>
#include <math.h>

#include "plan/member.h"
#include "plan/parameter.h"
#include "support/small-plan.h"

typedef struct
{
  const char *name;
  double minimum;
  double maximum;
  double standard;
  OutlayUnit unit;
} Declared;

#define DECLARED(SYMBOL, name, KIND, UNIT, minimum, maximum, standard, ...) { name, minimum, maximum, standard, OUTLAY_UNIT_##UNIT },

static void
count (GObject *object, GParamSpec *pspec, gpointer data)
{
  (*(guint *) data)++;
}

static void
count_changed (OutlayPlan *plan, gpointer data)
{
  (*(guint *) data)++;
}

static void
check_range (GParamSpec *pspec, const Declared *declared)
{
  if (G_IS_PARAM_SPEC_DOUBLE (pspec))
    {
      g_assert_cmpfloat (G_PARAM_SPEC_DOUBLE (pspec)->minimum, ==, declared->minimum);
      g_assert_cmpfloat (G_PARAM_SPEC_DOUBLE (pspec)->maximum, ==, declared->maximum);
      g_assert_cmpfloat (G_PARAM_SPEC_DOUBLE (pspec)->default_value, ==, declared->standard);
    }
  else if (G_IS_PARAM_SPEC_INT (pspec))
    {
      g_assert_cmpint (G_PARAM_SPEC_INT (pspec)->minimum, ==, (int) declared->minimum);
      g_assert_cmpint (G_PARAM_SPEC_INT (pspec)->maximum, ==, (int) declared->maximum);
      g_assert_cmpint (G_PARAM_SPEC_INT (pspec)->default_value, ==, (int) declared->standard);
    }
  else
    {
      g_assert_true (G_IS_PARAM_SPEC_ENUM (pspec));
      g_assert_cmpuint (G_PARAM_SPEC_ENUM (pspec)->enum_class->n_values, ==, (guint) declared->maximum + 1);
    }
}

static void
check_class (GType type, const Declared *declared, guint n)
{
  g_autoptr (GObject) object = g_object_new (type, NULL);

  for (guint i = 0; i < n; i++)
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (object), declared[i].name);
      const OutlayMember *member = outlay_node_find_member (OUTLAY_NODE (object), declared[i].name);

      g_assert_nonnull (pspec);
      g_assert_true (outlay_param_spec_get_member (pspec) == member);
      g_assert_cmpint (member->unit, ==, declared[i].unit);
      g_assert_cmpuint (member->slot, ==, i);
      if (!member->nullable)
        g_assert_cmpfloat (outlay_node_get_number (OUTLAY_NODE (object), member), ==, declared[i].standard);
      check_range (pspec, &declared[i]);
    }
}

static void
test_declarations (void)
{
  const Declared plan[] = { OUTLAY_PLAN_PARAMETERS (DECLARED) };
  const Declared taxes[] = { OUTLAY_TAXES_PARAMETERS (DECLARED) };
  const Declared finance[] = { OUTLAY_FINANCE_PARAMETERS (DECLARED) };
  const Declared assets[] = { OUTLAY_ASSETS_PARAMETERS (DECLARED) };
  const Declared phase[] = { OUTLAY_PHASE_PARAMETERS (DECLARED) };
  const Declared initiative[] = { OUTLAY_INITIATIVE_PARAMETERS (DECLARED) };
  const Declared product[] = { OUTLAY_PRODUCT_PARAMETERS (DECLARED) };

  check_class (OUTLAY_TYPE_PLAN, plan, G_N_ELEMENTS (plan));
  check_class (OUTLAY_TYPE_TAXES, taxes, G_N_ELEMENTS (taxes));
  check_class (OUTLAY_TYPE_FINANCE, finance, G_N_ELEMENTS (finance));
  check_class (OUTLAY_TYPE_ASSETS, assets, G_N_ELEMENTS (assets));
  check_class (OUTLAY_TYPE_PHASE, phase, G_N_ELEMENTS (phase));
  check_class (OUTLAY_TYPE_INITIATIVE, initiative, G_N_ELEMENTS (initiative));
  check_class (OUTLAY_TYPE_PRODUCT, product, G_N_ELEMENTS (product));
}

/* The members of each object, in the order in which the page on the plan file names them. */
static void
test_order (void)
{
  static const char *const orders[] = {
    "format version name description currency first-year years discount-rate discounting site-area taxes finance assets phases initiatives "
    "targets uncertainties correlations sources region scenarios",
    "id name description colour investment design-investment scale-exponent ramp-up products staff wage wage-growth repair-rate research-rate "
    "other-cost-rate input-vat-rate investment-vat-share building-share equipment-share income-tax-rate tax-exempt-years tax-half-years "
    "tax-half-rate loss-years subsidy subsidy-years receivable-days inventory-days payable-days",
    "id name unit capacity price price-growth sell-through own-use-value market-limit market-growth material-cost material-growth energy-cost "
    "energy-growth vat-rate degradation co2-avoided",
    "id name series measure indicator initiative product at-least at-most source",
    "path distribution relative low mode high mean sd values weights",
    "between rho",
    "status text link date",
    "name figures",
    "id name value unit year source series measure initiative",
    "id name description from changes",
  };
  const GType types[] = { OUTLAY_TYPE_PLAN, OUTLAY_TYPE_INITIATIVE, OUTLAY_TYPE_PRODUCT, OUTLAY_TYPE_TARGET, OUTLAY_TYPE_UNCERTAINTY,
                          OUTLAY_TYPE_CORRELATION, OUTLAY_TYPE_SOURCE, OUTLAY_TYPE_REGION, OUTLAY_TYPE_FIGURE, OUTLAY_TYPE_SCENARIO };

  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      g_autoptr (OutlayNodeClass) klass = g_type_class_ref (types[t]);
      g_autoptr (GString) order = g_string_new (NULL);

      for (guint i = 0; i < klass->n_members; i++)
        g_string_append_printf (order, i > 0 ? " %s" : "%s", klass->members[i].name);
      g_assert_cmpstr (order->str, ==, orders[t]);
    }
}

static void
test_notify (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *product = outlay_node_get_nth_child (OUTLAY_NODE (outlay_plan_get_initiative (plan, 0)),
                                                   outlay_node_find_member (OUTLAY_NODE (outlay_plan_get_initiative (plan, 0)), "products"), 0);
  guint notified = 0, changed = 0;

  g_signal_connect (product, "notify::price", G_CALLBACK (count), &notified);
  g_signal_connect (plan, "changed", G_CALLBACK (count_changed), &changed);
  set_number (product, "price", 7);
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpuint (changed, ==, 1);
  set_number (product, "price", 7);
  g_object_set (product, "price", 7.0, "unit", "t", NULL);
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpuint (changed, ==, 1);

  outlay_plan_freeze (plan);
  outlay_plan_freeze (plan);
  g_object_set (product, "price", 8.0, "unit", "kg", NULL);
  outlay_plan_thaw (plan);
  g_assert_cmpuint (changed, ==, 1);
  outlay_plan_thaw (plan);
  g_assert_cmpuint (notified, ==, 2);
  g_assert_cmpuint (changed, ==, 2);
  outlay_plan_freeze (plan);
  outlay_plan_thaw (plan);
  g_assert_cmpuint (changed, ==, 2);
}

static void
test_null_and_absent (void)
{
  g_autoptr (OutlayNode) product = g_object_new (OUTLAY_TYPE_PRODUCT, NULL);
  g_autoptr (OutlayNode) target = g_object_new (OUTLAY_TYPE_TARGET, NULL);
  g_autoptr (OutlayNode) plan = g_object_new (OUTLAY_TYPE_PLAN, NULL);
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  outlay_node_get_value (product, outlay_node_find_member (product, "market-limit"), -1, &value);
  g_assert_cmpint (value.type, ==, OUTLAY_VALUE_NULL);
  outlay_node_get_value (target, outlay_node_find_member (target, "at-most"), -1, &value);
  g_assert_cmpint (value.type, ==, OUTLAY_VALUE_ABSENT);
  outlay_node_get_value (target, outlay_node_find_member (target, "measure"), -1, &value);
  g_assert_cmpint (value.type, ==, OUTLAY_VALUE_ABSENT);
  g_assert_null (outlay_node_get_string (target, outlay_node_find_member (target, "initiative")));
  g_assert_cmpstr (outlay_node_get_string (target, outlay_node_find_member (target, "source")), ==, "");
  g_assert_cmpstr (outlay_node_get_string (plan, outlay_node_find_member (plan, "currency")), ==, "CNY");

  set_text (target, "series", "sales");
  g_assert_cmpstr (outlay_node_get_string (target, outlay_node_find_member (target, "series")), ==, "revenue");
}

static double
cell (OutlayPlan *plan, guint initiative, guint phase)
{
  return outlay_initiative_get_investment (outlay_plan_get_initiative (plan, initiative), phase);
}

/* The money stays with its phase, wherever the phase goes. */
static void
test_cells_follow_phases (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *node = OUTLAY_NODE (plan);
  const OutlayMember *phases = outlay_node_find_member (node, "phases");
  g_autoptr (OutlayNode) added = g_object_new (OUTLAY_TYPE_PHASE, NULL);

  outlay_node_move_child (node, phases, 0, 2);
  g_assert_cmpstr (outlay_node_get_id (outlay_node_get_nth_child (node, phases, 2)), ==, "early");
  g_assert_cmpfloat (cell (plan, 1, 0), ==, 4e8);
  g_assert_cmpfloat (cell (plan, 1, 1), ==, 0);
  g_assert_cmpfloat (cell (plan, 1, 2), ==, 3e8);

  g_list_store_insert (outlay_node_get_children (node, phases), 0, added);
  g_assert_cmpfloat (cell (plan, 1, 0), ==, 0);
  g_assert_cmpfloat (cell (plan, 1, 1), ==, 4e8);
  g_assert_cmpfloat (cell (plan, 1, 3), ==, 3e8);

  g_list_store_remove (outlay_node_get_children (node, phases), 1);
  g_assert_cmpfloat (cell (plan, 0, 2), ==, 6e8);
  g_assert_cmpfloat (cell (plan, 1, 1), ==, 0);
  g_assert_cmpfloat (cell (plan, 1, 2), ==, 3e8);
}

static void
test_ids (void)
{
  g_autoptr (OutlayPlan) plan = outlay_plan_new ();
  OutlayNode *node = OUTLAY_NODE (plan);
  const OutlayMember *initiatives = outlay_node_find_member (node, "initiatives");
  g_autoptr (OutlayNode) kept = NULL;

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *id = g_strdup_printf ("i%u", i);

      g_assert_null (outlay_node_find_child (node, initiatives, id));
      add_child (node, "initiatives", id);
      g_assert_cmpuint (outlay_node_get_position (outlay_node_find_child (node, initiatives, id)), ==, i);
    }
  set_text (outlay_node_find_child (node, initiatives, "i50"), "id", "fifty");
  g_assert_null (outlay_node_find_child (node, initiatives, "i50"));
  g_assert_cmpuint (outlay_node_get_position (outlay_node_find_child (node, initiatives, "fifty")), ==, 50);
  g_set_object (&kept, outlay_node_find_child (node, initiatives, "i0"));
  g_list_store_remove (outlay_node_get_children (node, initiatives), 0);
  g_assert_null (outlay_node_find_child (node, initiatives, "i0"));
  g_assert_cmpuint (outlay_node_get_position (outlay_node_find_child (node, initiatives, "fifty")), ==, 49);
}

/* What was taken out can be kept, and nothing is kept that nobody holds. */
static void
test_life (void)
{
  OutlayPlan *plan = make_plan ();
  g_autoptr (OutlayNode) kept = OUTLAY_NODE (g_object_ref (outlay_plan_get_initiative (plan, 0)));
  OutlayNode *removed = OUTLAY_NODE (g_object_ref (outlay_plan_get_initiative (plan, 1)));
  OutlayNode *region = outlay_node_get_child (OUTLAY_NODE (plan), outlay_node_find_member (OUTLAY_NODE (plan), "region"));

  g_assert_true (outlay_node_get_parent (removed) == OUTLAY_NODE (plan));
  g_list_store_remove (G_LIST_STORE (outlay_plan_get_initiatives (plan)), 1);
  g_assert_null (outlay_node_get_parent (removed));
  g_assert_finalize_object (removed);

  g_object_ref (region);
  g_assert_finalize_object (plan);
  g_assert_null (outlay_node_get_parent (kept));
  g_assert_null (outlay_node_get_parent (region));
  set_text (kept, "name", "kept");
  g_assert_finalize_object (region);
}

static void
test_properties (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (GListModel) phases = NULL;
  g_autoptr (GArray) cells = NULL;
  g_auto (GStrv) changes = NULL;
  int start;

  g_object_get (plan, "phases", &phases, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (phases), ==, 3);
  g_object_get (outlay_plan_get_phase (plan, 2), "start", &start, NULL);
  g_assert_cmpint (start, ==, 12 * 2027 + 6);
  g_object_get (outlay_plan_get_initiative (plan, 1), "investment", &cells, NULL);
  g_assert_cmpfloat (g_array_index (cells, double, 1), ==, 4e8);
  g_object_get (outlay_plan_find_scenario (plan, "slow"), "changes", &changes, NULL);
  g_assert_cmpstrv (changes, ((const char *const[]) { "initiatives.mining.investment.early", NULL }));
  g_object_set (plan, "discounting", OUTLAY_DISCOUNTING_MID_YEAR, NULL);
  g_assert_cmpfloat (outlay_node_get_number (OUTLAY_NODE (plan), outlay_node_find_member (OUTLAY_NODE (plan), "discounting")), ==,
                     OUTLAY_DISCOUNTING_MID_YEAR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/node/declarations", test_declarations);
  g_test_add_func ("/plan/node/order", test_order);
  g_test_add_func ("/plan/node/notify", test_notify);
  g_test_add_func ("/plan/node/null-and-absent", test_null_and_absent);
  g_test_add_func ("/plan/node/cells-follow-phases", test_cells_follow_phases);
  g_test_add_func ("/plan/node/ids", test_ids);
  g_test_add_func ("/plan/node/life", test_life);
  g_test_add_func ("/plan/node/properties", test_properties);
  return g_test_run ();
}
