/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/assumption-row.h"

#include <glib/gi18n.h>

#include "plan/label.h"
#include "plan/resolve.h"
#include "ui/document-parameters.h"
#include "ui/influence-bar.h"

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OutlayAssumptionRow, outlay_assumption_row, G_TYPE_OBJECT)

static void
cell_free (gpointer data)
{
  OutlayAssumptionCell *cell = data;

  g_free (cell->path);
  g_free (cell->text);
  g_free (cell->typed);
  g_free (cell->fault);
  g_free (cell);
}

static void
add_cell (OutlayAssumptionRow *self, const OutlayParameter *parameter)
{
  OutlayAssumptionCell *cell = g_new0 (OutlayAssumptionCell, 1);

  cell->parameter = *parameter;
  cell->path = outlay_parameter_path (parameter);
  g_ptr_array_add (self->cells, cell);
}

static guint
count_years (OutlayAssumptionRow *self)
{
  return outlay_initiative_get_ramp_up_years (OUTLAY_INITIATIVE (self->node));
}

/* A ramp-up may have got or lost years. */
static void
follow_years (OutlayAssumptionRow *self)
{
  OutlayParameter parameter = outlay_assumption_row_nth (self, 0)->parameter;
  const guint n = count_years (self);

  if (self->cells->len > n)
    g_ptr_array_set_size (self->cells, (int) n);
  for (parameter.index = (int) self->cells->len; parameter.index < (int) n; parameter.index++)
    add_cell (self, &parameter);
}

static OutlayAssumptionKind
kind_of (const OutlayParameter *parameter)
{
  switch (parameter->member->kind)
    {
    case OUTLAY_MEMBER_CHOICE: return OUTLAY_ASSUMPTION_KIND_CHOICE;
    case OUTLAY_MEMBER_COLOUR: return OUTLAY_ASSUMPTION_KIND_COLOUR;
    case OUTLAY_MEMBER_SHARES: return OUTLAY_ASSUMPTION_KIND_RAMP;
    case OUTLAY_MEMBER_STRING:
    case OUTLAY_MEMBER_CURRENCY: return OUTLAY_ASSUMPTION_KIND_TEXT;
    default: return OUTLAY_ASSUMPTION_KIND_FIELD;
    }
}

/* --- what the plan holds --- */

static void
refresh_cell (OutlayAssumptionCell *cell, OutlayDocument *document)
{
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
  g_autofree char *text = NULL;

  outlay_document_get_value (document, &cell->parameter, &value);
  cell->unit = outlay_parameter_unit (&cell->parameter);
  text = outlay_parameter_write (&cell->parameter, &value, cell->unit);
  g_set_str (&cell->text, text);
  cell->changed = outlay_document_is_changed (document, cell->path);
}

static char *
describe_founder (OutlayNode *source)
{
  static const char *const members[] = { "text", "date" };
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *text = outlay_node_get_string (source, outlay_node_find_member (source, members[i]));

      if (text != NULL && *text != '\0')
        g_string_append_printf (words, words->len > 0 ? "\n%s" : "%s", text);
    }
  return words->len > 0 ? g_string_free_and_steal (g_steal_pointer (&words)) : NULL;
}

static void
refresh_source (OutlayAssumptionRow *self, OutlayDocument *document)
{
  OutlayPlan *plan = outlay_document_get_plan (document);
  const OutlayAssumptionCell *cell = outlay_assumption_row_nth (self, 0);
  g_autofree char *founder = NULL;
  OutlaySource *source;

  if (self->kind == OUTLAY_ASSUMPTION_KIND_TEXT || self->kind == OUTLAY_ASSUMPTION_KIND_COLOUR)
    return;
  source = outlay_plan_find_source_around (plan, cell->path);
  self->sourced = source != NULL;
  self->status = source != NULL ? (OutlayStatus) outlay_node_get_number (OUTLAY_NODE (source), outlay_node_find_member (OUTLAY_NODE (source), "status"))
                                : OUTLAY_STATUS_ASSUMED;
  g_set_str (&self->source, outlay_status_name (self->status));
  founder = source != NULL ? describe_founder (OUTLAY_NODE (source)) : NULL;
  g_set_str (&self->founder, founder);
}

static char *
describe_place (OutlayAssumptionRow *self, OutlayDocument *document)
{
  g_autofree char *object = outlay_object_label (outlay_document_get_plan (document), outlay_document_get_scenario (document), self->node);

  if (g_str_equal (object, outlay_assumption_group_name (self->group)))
    return g_steal_pointer (&object);
  /* Translators: where a number stands: an object and a group of its numbers, as in “Energy storage, Household · Market and price” */
  return g_strdup_printf (C_ ("place of a number", "%s · %s"), object, outlay_assumption_group_name (self->group));
}

/* "Output value: At least"; of a figure, which is its value, the name alone. */
static char *
name_number (OutlayAssumptionRow *self, OutlayDocument *document)
{
  OutlayPlan *plan = outlay_document_get_plan (document);
  OutlayScenario *scenario = outlay_document_get_scenario (document);
  const OutlayParameter *parameter = &outlay_assumption_row_nth (self, 0)->parameter;
  g_autofree char *name = outlay_plan_resolve_name (plan, scenario, self->node), *member = NULL;

  if (OUTLAY_IS_FIGURE (self->node) && g_str_equal (parameter->member->name, "value"))
    return g_steal_pointer (&name);
  member = outlay_parameter_short_label (plan, scenario, parameter);
  /* Translators: an object and one of its numbers, as in "Energy storage: Price" */
  return g_strdup_printf (C_ ("label", "%s: %s"), name, member);
}

static char *
make_title (OutlayAssumptionRow *self, OutlayDocument *document)
{
  OutlayPlan *plan = outlay_document_get_plan (document);
  OutlayScenario *scenario = outlay_document_get_scenario (document);

  switch (self->kind)
    {
    case OUTLAY_ASSUMPTION_KIND_OBJECT: return outlay_object_label (plan, scenario, self->node);
    case OUTLAY_ASSUMPTION_KIND_LIST: return g_strdup (_(outlay_node_get_parent_member (self->node)->nick));
    case OUTLAY_ASSUMPTION_KIND_FOUND: return g_strdup_printf (ngettext ("%u number", "%u numbers", self->n_found), self->n_found);
    case OUTLAY_ASSUMPTION_KIND_GROUPING: return g_strdup (outlay_assumption_group_name (self->group));
    case OUTLAY_ASSUMPTION_KIND_RAMP: return g_strdup (_(outlay_assumption_row_nth (self, 0)->parameter.member->nick));
    default: return self->named ? name_number (self, document) : outlay_parameter_short_label (plan, scenario, &outlay_assumption_row_nth (self, 0)->parameter);
    }
}

/* Inside its initiative a product goes by its own name. */
static char *
name_object (OutlayAssumptionRow *self, OutlayDocument *document)
{
  if (OUTLAY_IS_PRODUCT (self->node))
    return outlay_plan_resolve_name (outlay_document_get_plan (document), outlay_document_get_scenario (document), self->node);
  return make_title (self, document);
}

/* --- life --- */

static void
outlay_assumption_row_finalize (GObject *object)
{
  OutlayAssumptionRow *self = OUTLAY_ASSUMPTION_ROW (object);

  g_ptr_array_unref (self->cells);
  g_clear_object (&self->node);
  g_free (self->title);
  g_free (self->place);
  g_free (self->where);
  g_free (self->units);
  g_free (self->source);
  g_free (self->founder);
  G_OBJECT_CLASS (outlay_assumption_row_parent_class)->finalize (object);
}

static void
outlay_assumption_row_class_init (OutlayAssumptionRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = outlay_assumption_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", OUTLAY_TYPE_ASSUMPTION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_assumption_row_init (OutlayAssumptionRow *self)
{
  self->cells = g_ptr_array_new_with_free_func (cell_free);
}

OutlayAssumptionRow *
outlay_assumption_row_new_heading (OutlayNode *node)
{
  OutlayAssumptionRow *self = g_object_new (OUTLAY_TYPE_ASSUMPTION_ROW, NULL);

  self->kind = OUTLAY_ASSUMPTION_KIND_OBJECT;
  self->node = g_object_ref (node);
  return self;
}

OutlayAssumptionRow *
outlay_assumption_row_new_list (OutlayNode *node)
{
  OutlayAssumptionRow *self = outlay_assumption_row_new_heading (node);

  self->kind = OUTLAY_ASSUMPTION_KIND_LIST;
  return self;
}

OutlayAssumptionRow *
outlay_assumption_row_new_found (OutlayPlan *plan, guint n_found)
{
  OutlayAssumptionRow *self = outlay_assumption_row_new_heading (OUTLAY_NODE (plan));

  self->kind = OUTLAY_ASSUMPTION_KIND_FOUND;
  self->n_found = n_found;
  self->captions = TRUE;
  self->first = TRUE;
  return self;
}

OutlayAssumptionRow *
outlay_assumption_row_new_group (OutlayNode *node, OutlayAssumptionGroup group)
{
  OutlayAssumptionRow *self = outlay_assumption_row_new_heading (node);

  self->kind = OUTLAY_ASSUMPTION_KIND_GROUPING;
  self->group = group;
  return self;
}

OutlayAssumptionRow *
outlay_assumption_row_new (OutlayAssumptionGroup group, const OutlayParameter *parameter)
{
  OutlayAssumptionRow *self = outlay_assumption_row_new_group (parameter->node, group);

  self->kind = kind_of (parameter);
  add_cell (self, parameter);
  if (self->kind == OUTLAY_ASSUMPTION_KIND_RAMP)
    follow_years (self);
  return self;
}

OutlayAssumptionCell *
outlay_assumption_row_nth (OutlayAssumptionRow *self, guint n)
{
  g_return_val_if_fail (n < self->cells->len, NULL);

  return g_ptr_array_index (self->cells, n);
}

gboolean
outlay_assumption_row_is_heading (OutlayAssumptionRow *self)
{
  return self->kind <= OUTLAY_ASSUMPTION_KIND_GROUPING;
}

void
outlay_assumption_row_refresh (OutlayAssumptionRow *self, OutlayDocument *document, gboolean elsewhere)
{
  g_autofree char *title = NULL, *place = NULL, *units = NULL;

  /* It has left the plan, and will leave the list. */
  if (outlay_node_get_parent (self->node) == NULL && !OUTLAY_IS_PLAN (self->node))
    return;
  title = self->kind == OUTLAY_ASSUMPTION_KIND_OBJECT ? name_object (self, document) : make_title (self, document);
  g_set_str (&self->title, title);
  if (!outlay_assumption_row_is_heading (self))
    {
      if (self->kind == OUTLAY_ASSUMPTION_KIND_RAMP)
        follow_years (self);
      for (guint n = 0; n < self->cells->len; n++)
        refresh_cell (outlay_assumption_row_nth (self, n), document);
      units = outlay_parameter_unit_words (outlay_document_get_plan (document), outlay_document_get_scenario (document),
                                           &outlay_assumption_row_nth (self, 0)->parameter, outlay_assumption_row_nth (self, 0)->unit);
      g_set_str (&self->units, units);
      refresh_source (self, document);
      place = describe_place (self, document);
      g_set_str (&self->place, place);
      g_set_str (&self->where, elsewhere ? place : NULL);
    }
  outlay_assumption_row_tell (self);
}

void
outlay_assumption_row_tell (OutlayAssumptionRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
outlay_assumption_row_type (OutlayAssumptionRow *self, guint n, const char *text)
{
  OutlayAssumptionCell *cell = outlay_assumption_row_nth (self, n);
  const gboolean had_fault = cell->fault != NULL;

  g_set_str (&cell->typed, g_strcmp0 (text, cell->text) == 0 ? NULL : text);
  g_clear_pointer (&cell->fault, g_free);
  if (had_fault || text == NULL)
    outlay_assumption_row_tell (self);
}

gboolean
outlay_assumption_row_commit (OutlayAssumptionRow *self, guint n, OutlayDocument *document)
{
  OutlayAssumptionCell *cell = outlay_assumption_row_nth (self, n);
  g_auto (OutlayValue) current = OUTLAY_VALUE_INIT, value = OUTLAY_VALUE_INIT;
  g_autofree char *typed = NULL;
  g_autoptr (GError) error = NULL;

  if (cell->typed == NULL)
    return TRUE;
  outlay_document_get_value (document, &cell->parameter, &current);
  /* With the edit the row is refreshed, and shows what holds then. */
  typed = g_steal_pointer (&cell->typed);
  if (outlay_parameter_read (&cell->parameter, typed, cell->unit, &current, &value, &error) &&
      outlay_document_set_parameters (document, &cell->parameter, &value, 1, NULL, NULL, &error))
    {
      g_clear_pointer (&cell->fault, g_free);
      outlay_assumption_row_refresh (self, document, self->where != NULL);
      return TRUE;
    }
  cell->typed = g_steal_pointer (&typed);
  g_set_str (&cell->fault, error->message);
  outlay_assumption_row_tell (self);
  return FALSE;
}

void
outlay_assumption_row_measure (OutlayAssumptionRow *self, double largest[OUTLAY_N_INFLUENCES])
{
  for (guint n = 0; n < self->cells->len; n++)
    for (guint outcome = 0; outcome < OUTLAY_N_INFLUENCES; outcome++)
      if (outlay_assumption_row_nth (self, n)->weighed)
        largest[outcome] = MAX (largest[outcome], outlay_influence_largest (&outlay_assumption_row_nth (self, n)->influence, (OutlayInfluenceOutcome) outcome));
}
