/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/assumption-rows.h"

typedef struct
{
  GPtrArray *rows;
  OutlayAssumptionGroup group; /* of the last row */
  const OutlayMember *list; /* (nullable): whose objects are being laid into one card */
  guint first;              /* of that card */
  gboolean captioned;       /* a heading of the card names the influences */
} Building;

static void
add_row (Building *building, OutlayAssumptionRow *row)
{
  g_ptr_array_add (building->rows, row);
}

static OutlayAssumptionRow *
nth_built (Building *building, guint n)
{
  return g_ptr_array_index (building->rows, n);
}

static void
add_cb (OutlayAssumptionGroup group, const OutlayParameter *parameter, gpointer data)
{
  Building *building = data;

  if (group != building->group)
    {
      add_row (building, outlay_assumption_row_new_group (parameter->node, group));
      /* Names and the like have no influence. */
      nth_built (building, building->rows->len - 1)->captions = group != OUTLAY_ASSUMPTION_ABOUT && !building->captioned;
      building->captioned |= group != OUTLAY_ASSUMPTION_ABOUT;
    }
  building->group = group;
  /* The years of a ramp-up are one row. */
  if (parameter->member->kind != OUTLAY_MEMBER_SHARES || parameter->index == 0)
    add_row (building, outlay_assumption_row_new (group, parameter));
}

static void
add_named_cb (OutlayAssumptionGroup group, const OutlayParameter *parameter, gpointer data)
{
  OutlayAssumptionRow *row = outlay_assumption_row_new (group, parameter);

  row->named = TRUE;
  add_row (data, row);
}

/* Objects that are little more than a number lie in one card, as a list. */
static void
add_listed (Building *building, OutlayPlan *plan, OutlayNode *node)
{
  if (building->list != outlay_node_get_parent_member (node))
    {
      add_row (building, outlay_assumption_row_new_list (node));
      building->first = building->rows->len;
    }
  else if (building->rows->len > building->first)
    nth_built (building, building->rows->len - 1)->last = FALSE;
  building->list = outlay_node_get_parent_member (node);
  outlay_assumptions_foreach (plan, node, add_named_cb, building);
  if (building->rows->len == building->first)
    return;
  nth_built (building, building->first)->first = TRUE;
  nth_built (building, building->rows->len - 1)->last = TRUE;
}

/* The rows of another object lie in a card of their own. */
static void
add_object (Building *building, OutlayPlan *plan, OutlayNode *node)
{
  const guint first = building->rows->len + 1;

  add_row (building, outlay_assumption_row_new_heading (node));
  building->group = OUTLAY_N_ASSUMPTION_GROUPS;
  building->captioned = FALSE;
  outlay_assumptions_foreach (plan, node, add_cb, building);
  if (first >= building->rows->len)
    return;
  nth_built (building, first)->first = TRUE;
  nth_built (building, building->rows->len - 1)->last = TRUE;
}

static GPtrArray *
list_objects (OutlayPlan *plan, GObject *whole)
{
  GPtrArray *objects;

  if (OUTLAY_IS_NODE (whole))
    return outlay_assumptions_list_objects (plan, OUTLAY_NODE (whole));
  objects = g_ptr_array_new ();
  for (guint phase = 0; phase < outlay_plan_get_n_phases (plan); phase++)
    g_ptr_array_add (objects, outlay_plan_get_phase (plan, phase));
  return objects;
}

static GPtrArray *
build (OutlayDocument *document, GObject *whole)
{
  OutlayPlan *plan = outlay_document_get_plan (document);
  g_autoptr (GPtrArray) objects = list_objects (plan, whole);
  Building building = { .rows = g_ptr_array_new_with_free_func (g_object_unref) };

  for (guint i = 0; i < objects->len; i++)
    if (OUTLAY_IS_TARGET (objects->pdata[i]) || OUTLAY_IS_FIGURE (objects->pdata[i]))
      add_listed (&building, plan, objects->pdata[i]);
    else
      add_object (&building, plan, objects->pdata[i]);
  return building.rows;
}

static gboolean
are_same (OutlayAssumptionRow *a, OutlayAssumptionRow *b)
{
  const OutlayAssumptionCell *one, *other;

  if (a->kind != b->kind || a->node != b->node || a->group != b->group || a->first != b->first || a->last != b->last)
    return FALSE;
  if (a->cells->len == 0)
    return TRUE;
  one = outlay_assumption_row_nth (a, 0);
  other = outlay_assumption_row_nth (b, 0);
  return one->parameter.member == other->parameter.member && g_str_equal (one->path, other->path);
}

static OutlayAssumptionRow *
nth (GListModel *rows, guint position)
{
  g_autoptr (OutlayAssumptionRow) row = g_list_model_get_item (rows, position);

  return row;
}

GListStore *
outlay_assumption_rows_new (OutlayDocument *document, GObject *whole)
{
  GListStore *rows = g_list_store_new (OUTLAY_TYPE_ASSUMPTION_ROW);
  g_autoptr (GPtrArray) built = build (document, whole);

  g_list_store_splice (rows, 0, 0, built->pdata, built->len);
  return rows;
}

void
outlay_assumption_rows_follow (GListStore *rows, OutlayDocument *document, GObject *whole)
{
  g_autoptr (GPtrArray) built = build (document, whole);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (rows));
  guint first = 0, last = 0;

  while (first < MIN (n, built->len) && are_same (nth (G_LIST_MODEL (rows), first), built->pdata[first]))
    first++;
  while (last < MIN (n, built->len) - first && are_same (nth (G_LIST_MODEL (rows), n - 1 - last), built->pdata[built->len - 1 - last]))
    last++;
  if (first + last < MAX (n, built->len))
    g_list_store_splice (rows, first, n - first - last, built->pdata + first, built->len - first - last);
}

gboolean
outlay_assumption_rows_find (GListModel *rows, const OutlayParameter *parameter, guint *position, guint *cell)
{
  for (*position = 0; *position < g_list_model_get_n_items (rows); ++*position)
    {
      OutlayAssumptionRow *row = nth (rows, *position);

      for (*cell = 0; row->node == parameter->node && *cell < row->cells->len; ++*cell)
        if (outlay_assumption_row_nth (row, *cell)->parameter.member == parameter->member &&
            (outlay_assumption_row_nth (row, *cell)->parameter.index == parameter->index || parameter->index < 0))
          return TRUE;
    }
  return FALSE;
}

guint
outlay_assumption_rows_find_head (GListModel *rows, guint position)
{
  while (position > 0 && outlay_assumption_row_is_heading (nth (rows, position - 1)))
    position--;
  return position;
}
