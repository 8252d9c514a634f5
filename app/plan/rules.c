/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <math.h>

#include "engine/series.h"
#include "plan/check.h"
#include "plan/nearest.h"

static const char *const share_members[] = { "building-share", "equipment-share", NULL };
static const char *const year_members[] = { "first-year", "years", NULL };
static const char *const start_members[] = { "start", NULL };
static const char *const target_members[] = { "series", "measure", "indicator", "initiative", "product", "at-least", "at-most", NULL };
static const char *const figure_members[] = { "series", "measure", "initiative", NULL };

/* --- shares and years --- */

static void
check_shares (OutlayCheck *check, OutlayNode *initiative)
{
  double sum = outlay_check_number (check, initiative, "building-share") + outlay_check_number (check, initiative, "equipment-share");
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (sum > 1)
    outlay_check_fault (check, initiative,
                        g_strdup_printf (_("found shares of buildings and equipment that are %s %% together, expected at most 100 %%"),
                                         outlay_number_format (round (sum * 1e9) / 1e7, buffer)),
                        "building-share", "equipment-share", NULL);
}

static void
check_start (OutlayCheck *check, OutlayNode *phase)
{
  OutlayNode *plan = OUTLAY_NODE (check->plan);
  double start = outlay_check_number (check, phase, "start");
  double first = 12 * outlay_check_number (check, plan, "first-year");
  double last = first + 12 * outlay_check_number (check, plan, "years") - 1;
  g_autofree char *found = outlay_month_format (start), *from = outlay_month_format (first), *to = outlay_month_format (last);

  if (start < first || start > last)
    outlay_check_fault (check, phase,
                        g_strdup_printf (_("found that phase “%s” starts in %s, expected a month within the plan’s years, %s to %s"),
                                         outlay_node_get_id (phase), found, from, to),
                        "start", NULL);
}

static void
check_years (OutlayCheck *check)
{
  for (guint p = 0; p < outlay_plan_get_n_phases (check->plan); p++)
    check_start (check, OUTLAY_NODE (outlay_plan_get_phase (check->plan, p)));
}

/* --- references --- */

static void
fault_reference (OutlayCheck *check, OutlayNode *node, const char *name, OutlayNode *parent, const char *list, const char *id)
{
  const OutlayMember *member = outlay_node_find_member (parent, list);
  OutlayNearest nearest = OUTLAY_NEAREST_INIT (id);

  for (guint i = 0; i < outlay_node_get_n_children (parent, member); i++)
    outlay_nearest_consider (&nearest, outlay_node_get_id (outlay_node_get_nth_child (parent, member, i)));
  outlay_check_fault (check, node,
                      nearest.best != NULL ? g_strdup_printf (_("found “%s”, which is no id in “%s”; did you mean “%s”?"), id, list, nearest.best)
                                           : g_strdup_printf (_("found “%s”, expected an id in “%s”"), id, list),
                      name, NULL);
}

/* What the member refers to; NULL where it refers to nothing or, with a fault, to what nobody defines. */
static OutlayNode *
find_reference (OutlayCheck *check, OutlayNode *node, const char *name, OutlayNode *parent, const char *list)
{
  const char *id = outlay_check_string (check, node, name);
  OutlayNode *found = id != NULL ? outlay_node_find_child (parent, outlay_node_find_member (parent, list), id) : NULL;

  if (id != NULL && found == NULL)
    fault_reference (check, node, name, parent, list, id);
  return found;
}

/* --- targets and figures --- */

static gboolean
has (OutlayCheck *check, OutlayNode *node, const char *name)
{
  OutlayMemberKind kind = outlay_node_find_member (node, name)->kind;

  return kind <= OUTLAY_MEMBER_BOOLEAN ? !isnan (outlay_check_number (check, node, name)) : outlay_check_string (check, node, name) != NULL;
}

static gboolean
is_of_products (const char *series)
{
  int number = series != NULL ? outlay_series_from_name (series) : -1;

  return number >= 0 && outlay_series_levels ((OutlaySeries) number) == OUTLAY_LEVELS_PRODUCT;
}

static void
fault_missing (OutlayCheck *check, OutlayNode *node, const char *name, const char *other)
{
  outlay_check_fault (check, node, g_strdup_printf (_("found “%s” alone, expected “%s” with it"), other, name), name, NULL);
}

static void
fault_both (OutlayCheck *check, OutlayNode *node, const char *one, const char *other)
{
  outlay_check_fault (check, node, g_strdup_printf (_("found both “%s” and “%s”, expected one of them"), one, other), one, other, NULL);
}

static void
check_what_is_judged (OutlayCheck *check, OutlayNode *target)
{
  gboolean series = has (check, target, "series"), indicator = has (check, target, "indicator"), measure = has (check, target, "measure");

  if (series && indicator)
    fault_both (check, target, "series", "indicator");
  else if (measure && indicator)
    fault_both (check, target, "measure", "indicator");
  else if (series && !measure)
    fault_missing (check, target, "measure", "series");
  else if (measure && !series)
    fault_missing (check, target, "series", "measure");
  else if (!series && !indicator)
    outlay_check_fault (check, target, g_strdup (_("found nothing that is judged, expected “series” with “measure”, or “indicator”")), "series", NULL);
}

static void
check_bounds (OutlayCheck *check, OutlayNode *target)
{
  gboolean least = has (check, target, "at-least"), most = has (check, target, "at-most");

  if (least && most)
    fault_both (check, target, "at-least", "at-most");
  else if (!least && !most)
    outlay_check_fault (check, target, g_strdup (_("found no bound, expected “at-least” or “at-most”")), "at-least", NULL);
}

static void
check_product (OutlayCheck *check, OutlayNode *target, OutlayNode *initiative)
{
  gboolean product = has (check, target, "product");
  const char *series = outlay_check_string (check, target, "series");

  if (product && !has (check, target, "initiative"))
    fault_missing (check, target, "initiative", "product");
  else if (product && initiative != NULL)
    find_reference (check, target, "product", initiative, "products");
  if (is_of_products (series) && !product)
    outlay_check_fault (check, target, g_strdup_printf (_("found “%s”, which goes with “product” only"), series), "series", NULL);
  else if (product && series != NULL && !is_of_products (series))
    outlay_check_fault (check, target, g_strdup_printf (_("found a product with “%s”, expected “quantity” or “quantity-sold”"), series), "series",
                        "product", NULL);
  else if (product && series == NULL && has (check, target, "indicator"))
    outlay_check_fault (check, target, g_strdup (_("found a product with an indicator, expected the series “quantity” or “quantity-sold”")), "indicator",
                        "product", NULL);
}

static void
check_target (OutlayCheck *check, OutlayNode *target)
{
  OutlayNode *initiative = find_reference (check, target, "initiative", OUTLAY_NODE (check->plan), "initiatives");

  check_what_is_judged (check, target);
  check_product (check, target, initiative);
  check_bounds (check, target);
}

static void
check_figure (OutlayCheck *check, OutlayNode *figure)
{
  gboolean series = has (check, figure, "series"), measure = has (check, figure, "measure");
  const char *name = outlay_check_string (check, figure, "series");

  if (series && !measure)
    fault_missing (check, figure, "measure", "series");
  else if (measure && !series)
    fault_missing (check, figure, "series", "measure");
  else if (is_of_products (name))
    outlay_check_fault (check, figure, g_strdup_printf (_("found “%s”, expected a series of the plan or of an initiative"), name), "series", NULL);
  find_reference (check, figure, "initiative", OUTLAY_NODE (check->plan), "initiatives");
}

/* --- who has a part in what --- */

static const char *const *
members_with_rules (OutlayNode *node)
{
  GType type = G_OBJECT_TYPE (node);

  return type == OUTLAY_TYPE_INITIATIVE ? share_members
         : type == OUTLAY_TYPE_PHASE    ? start_members
         : type == OUTLAY_TYPE_PLAN     ? year_members
         : type == OUTLAY_TYPE_TARGET   ? target_members
         : type == OUTLAY_TYPE_FIGURE   ? figure_members
                                        : NULL;
}

static void
append_members (GArray *related, OutlayNode *node)
{
  for (const char *const *name = members_with_rules (node); *name != NULL; name++)
    {
      OutlayParameter parameter = { node, outlay_node_find_member (node, *name), -1 };

      g_array_append_val (related, parameter);
    }
}

void
outlay_check_node (OutlayCheck *check, OutlayNode *node)
{
  GType type = G_OBJECT_TYPE (node);

  if (type == OUTLAY_TYPE_INITIATIVE)
    check_shares (check, node);
  else if (type == OUTLAY_TYPE_PHASE)
    check_start (check, node);
  else if (type == OUTLAY_TYPE_PLAN)
    check_years (check);
  else if (type == OUTLAY_TYPE_TARGET)
    check_target (check, node);
  else if (type == OUTLAY_TYPE_FIGURE)
    check_figure (check, node);
}

gboolean
outlay_check_has_rule (const OutlayParameter *parameter)
{
  const char *const *names = members_with_rules (parameter->node);

  return names != NULL && g_strv_contains (names, parameter->member->name);
}

GArray *
outlay_check_related (OutlayPlan *plan, const OutlayParameter *parameter)
{
  GArray *related = g_array_new (FALSE, FALSE, sizeof (OutlayParameter));
  const char *const *names = members_with_rules (parameter->node);

  if (!outlay_check_has_rule (parameter))
    return related;
  append_members (related, parameter->node);
  if (names == start_members)
    append_members (related, OUTLAY_NODE (plan));
  if (names == year_members)
    for (guint p = 0; p < outlay_plan_get_n_phases (plan); p++)
      append_members (related, OUTLAY_NODE (outlay_plan_get_phase (plan, p)));
  return related;
}
