/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <math.h>

#include "plan/copy.h"
#include "plan/naming.h"
#include "plan/resolve.h"
#include "plan/structure-private.h"

static const OutlayStructureWords words[] = {
  { "phases", "phase", N_("Phase %u"), N_("Add phase “%s”"), N_("Duplicate phase “%s”"), N_("Remove phase “%s”"), N_("Move phase “%s” up"),
    N_("Move phase “%s” down"), N_("A plan has at most %u phases. Remove one before you add another."),
    N_("A plan needs a phase. Add another one before you remove this one.") },
  { "initiatives", "initiative", N_("Initiative %u"), N_("Add initiative “%s”"), N_("Duplicate initiative “%s”"), N_("Remove initiative “%s”"),
    N_("Move initiative “%s” up"), N_("Move initiative “%s” down"), N_("A plan has at most %u initiatives. Remove one before you add another."),
    N_("A plan needs an initiative. Add another one before you remove this one.") },
  { "products", "product", N_("Product %u"), N_("Add product “%s”"), N_("Duplicate product “%s”"), N_("Remove product “%s”"), N_("Move product “%s” up"),
    N_("Move product “%s” down"), N_("An initiative has at most %u products. Remove one before you add another."),
    N_("An initiative needs a product. Add another one before you remove this one.") },
  { "targets", "target", N_("Target %u"), N_("Add target “%s”"), N_("Duplicate target “%s”"), N_("Remove target “%s”"), N_("Move target “%s” up"),
    N_("Move target “%s” down"), NULL, NULL },
  { "figures", "figure", N_("Figure %u"), N_("Add figure “%s”"), N_("Duplicate figure “%s”"), N_("Remove figure “%s”"), N_("Move figure “%s” up"),
    N_("Move figure “%s” down"), NULL, NULL },
};

const OutlayStructureWords *
outlay_structure_words (const OutlayMember *list)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].list, list->name))
      return &words[i];
  g_return_val_if_reached (NULL);
}

char *
outlay_structure_name (OutlayHistory *history, OutlayNode *object)
{
  return outlay_plan_resolve_name (history->plan, NULL, object);
}

/* The one place that fills a translated sentence with a name. */
char *
outlay_structure_describe (const char *msgid, const char *name)
{
  g_autoptr (GString) text = g_string_new (_(msgid));

  g_string_replace (text, "%s", name, 1);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
fill_number (const char *msgid, guint number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autoptr (GString) text = g_string_new (_(msgid));

  g_string_replace (text, "%u", digits, 1);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
outlay_structure_path (OutlayNode *object)
{
  return outlay_parameter_path (&(OutlayParameter) { object, NULL, -1 });
}

gboolean
outlay_structure_check_room (OutlayNode *parent, const OutlayMember *list, GError **error)
{
  g_autofree char *sentence = NULL;

  if (outlay_node_get_n_children (parent, list) < list->most)
    return TRUE;
  sentence = fill_number (outlay_structure_words (list)->full, list->most);
  g_set_error_literal (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_OUT_OF_RANGE, sentence);
  return FALSE;
}

/* --- new ones --- */

static void
set_text (OutlayNode *node, const char *member, const char *text)
{
  outlay_node_set_string (node, outlay_node_find_member (node, member), text);
}

static void
set_number (OutlayNode *node, const char *member, double number)
{
  outlay_node_set_number (node, outlay_node_find_member (node, member), number);
}

static double
get_number (OutlayNode *node, const char *member)
{
  return outlay_node_get_number (node, outlay_node_find_member (node, member));
}

/* A new object with a name and an id that its list does not have yet; it stands nowhere. */
static OutlayNode *
make (OutlayNode *parent, const OutlayMember *list, const char *name)
{
  const OutlayStructureWords *kind = outlay_structure_words (list);
  const guint number = outlay_node_get_n_children (parent, list) + 1;
  g_autofree char *shown = name != NULL ? g_strstrip (g_strdup (name)) : fill_number (kind->number, number);
  g_autofree char *id = outlay_id_make (parent, list, shown, kind->stem, number);
  OutlayNode *object = g_object_new (list->child_type, NULL);

  set_text (object, "id", id);
  set_text (object, "name", shown);
  return object;
}

static OutlayNode *
add (OutlayHistory *history, OutlayNode *parent, const OutlayMember *list, OutlayNode *object, GError **error)
{
  g_autofree char *name = outlay_structure_name (history, object);
  g_autofree char *step = outlay_structure_describe (outlay_structure_words (list)->add, name);

  outlay_history_begin_whole (history, step);
  return outlay_history_end_whole (history, outlay_history_insert (history, parent, list, outlay_node_get_n_children (parent, list), object, error), FALSE, error)
           ? object
           : NULL;
}

/* The months in which a phase may start in the plan and in all its scenarios. */
static void
intersect_years (OutlayPlan *plan, double *first, double *last)
{
  const guint n = g_list_model_get_n_items (outlay_plan_get_scenarios (plan));

  *first = -INFINITY;
  *last = INFINITY;
  for (guint i = 0; i <= n; i++)
    {
      g_autoptr (OutlayScenario) scenario = i < n ? g_list_model_get_item (outlay_plan_get_scenarios (plan), i) : NULL;
      const double year = outlay_plan_resolve_number (plan, scenario, OUTLAY_NODE (plan), "first-year");
      const double years = outlay_plan_resolve_number (plan, scenario, OUTLAY_NODE (plan), "years");

      *first = fmax (*first, 12 * year);
      *last = fmin (*last, 12 * (year + years) - 1);
    }
}

/* When the last phase is built, as the plan has it. */
static double
start_of_next (OutlayPlan *plan)
{
  double first, last, start = -INFINITY;

  intersect_years (plan, &first, &last);
  for (guint p = 0; p < outlay_plan_get_n_phases (plan); p++)
    {
      OutlayNode *phase = OUTLAY_NODE (outlay_plan_get_phase (plan, p));

      start = fmax (start, get_number (phase, "start") + ceil (get_number (phase, "build-months") + get_number (phase, "delay-months")));
    }
  return fmax (fmin (start, last), first);
}

/* What the first initiative is designed for until somebody says: a file has to have something there, and a round sum (1亿) says nothing. */
#define FIRST_DESIGN_INVESTMENT 1e8

/* Money on the scale of the plan's other initiatives, in two digits: it is only what one begins with. */
static double
usual_design_investment (OutlayPlan *plan)
{
  const guint n = outlay_plan_get_n_initiatives (plan);
  double mean = 0, digit;

  if (n == 0)
    return FIRST_DESIGN_INVESTMENT;
  for (guint i = 0; i < n; i++)
    mean += get_number (OUTLAY_NODE (outlay_plan_get_initiative (plan, i)), "design-investment") / n;
  digit = pow (10, floor (log10 (mean)) - 1);
  return digit > 0 && isfinite (round (mean / digit) * digit) ? round (mean / digit) * digit : mean;
}

static OutlayNode *
make_product (OutlayNode *initiative, const char *name)
{
  OutlayNode *product = make (initiative, outlay_node_find_member (initiative, "products"), name);

  /* Translators: the unit of a new product: pieces */
  set_text (product, "unit", C_ ("product", "pcs"));
  return product;
}

static void
append (OutlayNode *parent, const char *list, OutlayNode *object)
{
  g_list_store_append (outlay_node_get_children (parent, outlay_node_find_member (parent, list)), object);
}

static OutlayNode *
make_initiative (OutlayPlan *plan, const char *name)
{
  OutlayNode *initiative = make (OUTLAY_NODE (plan), outlay_node_find_member (OUTLAY_NODE (plan), "initiatives"), name);
  g_autoptr (OutlayNode) product = make_product (initiative, NULL);

  set_number (initiative, "design-investment", usual_design_investment (plan));
  append (initiative, "products", product);
  return initiative;
}

/**
 * outlay_structure_new_plan:
 * @year: the calendar year in which it begins
 *
 * What somebody begins with who has nothing yet: a plan of one phase that starts in January, and one initiative of one product, with no money, no output and
 * what a plan file leaves out. It has no name of its own.
 *
 * Returns: (transfer full): the plan
 */
OutlayPlan *
outlay_structure_new_plan (int year)
{
  OutlayPlan *plan = outlay_plan_new ();
  OutlayNode *root = OUTLAY_NODE (plan);
  g_autoptr (OutlayNode) phase = make (root, outlay_node_find_member (root, "phases"), NULL), initiative = make_initiative (plan, NULL);

  set_number (root, "first-year", year);
  set_number (phase, "start", 12.0 * year);
  append (root, "phases", phase);
  append (root, "initiatives", initiative);
  return plan;
}

/**
 * outlay_structure_add_phase:
 * @history: a history without an open command
 * @name: (nullable): its name; %NULL for one by number
 * @error: OUTLAY_PLAN_ERROR_OUT_OF_RANGE where the plan has 64 already
 *
 * Adds a phase behind all others. It starts when the last of them is built, or in the last month that the years of the plan and of all scenarios have.
 *
 * Returns: (nullable) (transfer none): the phase
 */
OutlayPhase *
outlay_structure_add_phase (OutlayHistory *history, const char *name, GError **error)
{
  OutlayNode *plan = OUTLAY_NODE (history->plan);
  const OutlayMember *list = outlay_node_find_member (plan, "phases");
  g_autoptr (OutlayNode) phase = NULL;

  if (!outlay_structure_check_room (plan, list, error))
    return NULL;
  phase = make (plan, list, name);
  set_number (phase, "start", start_of_next (history->plan));
  return (OutlayPhase *) add (history, plan, list, phase, error);
}

/**
 * outlay_structure_add_initiative:
 * @history: a history without an open command
 * @name: (nullable): its name; %NULL for one by number
 * @error: OUTLAY_PLAN_ERROR_OUT_OF_RANGE where the plan has 10,000 already
 *
 * Adds an initiative behind all others, with a design investment on the scale of theirs, one product that nobody buys yet, and no money in any phase.
 *
 * Returns: (nullable) (transfer none): the initiative
 */
OutlayInitiative *
outlay_structure_add_initiative (OutlayHistory *history, const char *name, GError **error)
{
  OutlayNode *plan = OUTLAY_NODE (history->plan);
  const OutlayMember *list = outlay_node_find_member (plan, "initiatives");
  g_autoptr (OutlayNode) initiative = NULL;

  if (!outlay_structure_check_room (plan, list, error))
    return NULL;
  initiative = make_initiative (history->plan, name);
  return (OutlayInitiative *) add (history, plan, list, initiative, error);
}

/**
 * outlay_structure_add_product:
 * @history: a history without an open command
 * @initiative: an initiative of the plan
 * @name: (nullable): its name; %NULL for one by number
 * @error: OUTLAY_PLAN_ERROR_OUT_OF_RANGE where the initiative has 100 already
 *
 * Adds a product behind all others of the initiative, of which none is made yet and which costs nothing.
 *
 * Returns: (nullable) (transfer none): the product
 */
OutlayProduct *
outlay_structure_add_product (OutlayHistory *history, OutlayInitiative *initiative, const char *name, GError **error)
{
  OutlayNode *parent = OUTLAY_NODE (initiative);
  const OutlayMember *list = outlay_node_find_member (parent, "products");
  g_autoptr (OutlayNode) product = NULL;

  if (!outlay_structure_check_room (parent, list, error))
    return NULL;
  product = make_product (parent, name);
  return (OutlayProduct *) add (history, parent, list, product, error);
}

/* --- copies, places --- */

static gboolean
has_name (const char *name, gpointer data)
{
  OutlayNode *object = data, *parent = outlay_node_get_parent (object);
  const OutlayMember *list = outlay_node_get_parent_member (object);

  for (guint i = 0; i < outlay_node_get_n_children (parent, list); i++)
    {
      OutlayNode *other = outlay_node_get_nth_child (parent, list, i);

      if (g_strcmp0 (outlay_node_get_string (other, outlay_node_find_member (other, "name")), name) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * outlay_structure_duplicate:
 * @history: a history without an open command
 * @object: a phase, an initiative or a product of the plan
 * @error: OUTLAY_PLAN_ERROR_OUT_OF_RANGE where the list is full
 *
 * Lays a copy behind the object. Its money, its sources and what scenarios change of it are copied with it, so that it is in every scenario what the original
 * is there.
 *
 * Returns: (nullable) (transfer none): the copy
 */
OutlayNode *
outlay_structure_duplicate (OutlayHistory *history, OutlayNode *object, GError **error)
{
  OutlayNode *parent = outlay_node_get_parent (object);
  const OutlayMember *list = outlay_node_get_parent_member (object);
  const OutlayStructureWords *kind = outlay_structure_words (list);
  g_autofree char *name = outlay_structure_name (history, object);
  g_autofree char *copy_name = outlay_copy_name_make (name, has_name, object);
  g_autofree char *id = outlay_id_make (parent, list, copy_name, kind->stem, outlay_node_get_n_children (parent, list) + 1);
  g_autofree char *step = outlay_structure_describe (kind->duplicate, name);
  g_autoptr (OutlayNode) copy = NULL;
  gboolean done;

  if (!outlay_structure_check_room (parent, list, error))
    return NULL;
  copy = outlay_node_copy (object);
  set_text (copy, "id", id);
  set_text (copy, "name", copy_name);
  outlay_history_begin_whole (history, step);
  done = outlay_history_insert (history, parent, list, outlay_node_get_position (object) + 1, copy, error) &&
         outlay_structure_follow (history, object, copy, error);
  return outlay_history_end_whole (history, done, FALSE, error) ? copy : NULL;
}

/**
 * outlay_structure_move:
 * @history: a history without an open command
 * @object: a phase, an initiative, a product, a target or a figure of the plan
 * @position: the place that it shall have among its siblings
 * @error: OUTLAY_PLAN_ERROR_OUT_OF_RANGE
 *
 * Returns: %FALSE where there is no such place
 */
gboolean
outlay_structure_move (OutlayHistory *history, OutlayNode *object, guint position, GError **error)
{
  const OutlayStructureWords *kind = outlay_structure_words (outlay_node_get_parent_member (object));
  g_autofree char *name = outlay_structure_name (history, object);
  g_autofree char *step = outlay_structure_describe (position > outlay_node_get_position (object) ? kind->down : kind->up, name);

  outlay_history_begin_whole (history, step);
  return outlay_history_end_whole (history, outlay_history_move (history, object, position, error), FALSE, error);
}

/**
 * outlay_structure_can_add:
 * @parent: an object of the plan
 * @list: "phases", "initiatives" or "products"
 *
 * Returns: whether one more fits into the list
 */
gboolean
outlay_structure_can_add (OutlayNode *parent, const char *list)
{
  return outlay_structure_check_room (parent, outlay_node_find_member (parent, list), NULL);
}
