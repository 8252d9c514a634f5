/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/assumption-search.h"

#include <glib/gi18n.h>
#include <string.h>

#include "plan/resolve.h"

/* Microseconds between two looks at what else there is to do. */
#define SLICE 4000
/* How much it is is told no oftener than that while it grows. */
#define PAUSE 250000
/* Rows that a list makes at once, for each costs milliseconds; and how many it has before somebody scrolls on. */
#define STEP 4
#define PAGE 32
#define MOST_WORDS 31

enum
{
  PROP_BUSY = 1,
  N_PROPERTIES,
};

/* A number that was found. */
typedef struct
{
  OutlayParameter parameter;
  OutlayAssumptionGroup group;
} Hit;

struct _OutlayAssumptionSearch
{
  GObject parent_instance;

  OutlayDocument *document;
  GPtrArray *words;
  GHashTable *members; /* OutlayMember → the set of words in it, plus 1 */
  GHashTable *types;   /* OutlayMember[] of a class → the words that are in any of them, plus 1 */
  GArray *hits;        /* Hit */
  GHashTable *rows;    /* number of the hit → OutlayAssumptionRow, those that were asked for */
  OutlayAssumptionRow *heading;
  guint n_told;        /* of the hits, those that the list is known to have */
  guint n_wanted;      /* that it is to have, where there are so many */
  gint64 told_at;
  guint source;

  guint next;        /* the plan, its phases, its initiatives: which of these comes next */
  guint whole_words; /* that the object which is being looked at has in its name and around it */
};

static GParamSpec *properties[N_PROPERTIES];

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlayAssumptionSearch, outlay_assumption_search, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* --- words --- */

static GPtrArray *
split_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t.,:;/·", -1);

  for (guint n = 0; parts[n] != NULL && words->len < MOST_WORDS; n++)
    if (*parts[n] != '\0')
      g_ptr_array_add (words, g_strdup (parts[n]));
  return words;
}

static guint
find_words (OutlayAssumptionSearch *self, const char *text)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;
  guint found = 0;

  for (guint n = 0; folded != NULL && n < self->words->len; n++)
    if (strstr (folded, g_ptr_array_index (self->words, n)) != NULL)
      found |= 1u << n;
  return found;
}

/* A member's words are looked for once for all objects that have it. */
static guint
words_of_member (OutlayAssumptionSearch *self, const OutlayMember *member)
{
  gpointer known = g_hash_table_lookup (self->members, member);
  guint found;

  if (known != NULL)
    return GPOINTER_TO_UINT (known) - 1;
  found = find_words (self, member->name) | find_words (self, member->nick) | find_words (self, member->nick != NULL ? _(member->nick) : NULL) |
          find_words (self, outlay_assumption_keywords (member, FALSE)) | find_words (self, outlay_assumption_keywords (member, TRUE));
  g_hash_table_insert (self->members, (gpointer) member, GUINT_TO_POINTER (found + 1));
  return found;
}

static guint
words_of_name (OutlayAssumptionSearch *self, OutlayNode *node)
{
  OutlayScenario *scenario = outlay_document_get_scenario (self->document);
  const OutlayMember *member = outlay_node_find_member (node, "name");
  g_autofree char *name = NULL;

  if (member == NULL)
    return 0;
  if (scenario == NULL)
    return find_words (self, outlay_node_get_string (node, member));
  name = outlay_plan_resolve_string (outlay_document_get_plan (self->document), scenario, node, "name");
  return find_words (self, name);
}

static guint
words_of_object (OutlayAssumptionSearch *self, OutlayNode *node)
{
  const OutlayMember *place = outlay_node_get_parent_member (node);
  guint found = words_of_name (self, node);

  if (place == NULL)
    return found;
  found |= find_words (self, place->name);
  if (place->kind == OUTLAY_MEMBER_NODE)
    return found | find_words (self, place->nick) | find_words (self, _(place->nick));
  return found | find_words (self, outlay_node_get_id (node));
}

/* The words that any number of such an object has. */
static guint
words_of_type (OutlayAssumptionSearch *self, OutlayNode *node)
{
  OutlayPlan *plan = outlay_document_get_plan (self->document);
  guint n, found = 0;
  const OutlayMember *members = outlay_node_members (node, &n);
  gpointer known = g_hash_table_lookup (self->types, members);

  if (known != NULL)
    return GPOINTER_TO_UINT (known) - 1;
  for (guint i = 0; i < n; i++)
    {
      found |= words_of_member (self, &members[i]);
      for (guint phase = 0; members[i].kind == OUTLAY_MEMBER_CELLS && phase < outlay_plan_get_n_phases (plan); phase++)
        found |= words_of_object (self, OUTLAY_NODE (outlay_plan_get_phase (plan, phase)));
    }
  g_hash_table_insert (self->types, (gpointer) members, GUINT_TO_POINTER (found + 1));
  return found;
}

/* --- looking --- */

static void
look_cb (OutlayAssumptionGroup group, const OutlayParameter *parameter, gpointer data)
{
  OutlayAssumptionSearch *self = data;
  const guint all = (1u << self->words->len) - 1;
  const Hit hit = { *parameter, group };
  guint found = self->whole_words | words_of_member (self, parameter->member);

  if (parameter->member->kind == OUTLAY_MEMBER_SHARES && parameter->index > 0)
    return;
  if (found != all && parameter->member->kind == OUTLAY_MEMBER_CELLS)
    found |= words_of_object (self, OUTLAY_NODE (outlay_plan_get_phase (outlay_document_get_plan (self->document), (guint) parameter->index)));
  if (found == all)
    g_array_append_val (self->hits, hit);
}

/* The plan, then its phases, then its initiatives. */
static OutlayNode *
nth_whole (OutlayPlan *plan, guint n)
{
  const guint n_phases = outlay_plan_get_n_phases (plan);

  if (n == 0)
    return OUTLAY_NODE (plan);
  if (n <= n_phases)
    return OUTLAY_NODE (outlay_plan_get_phase (plan, n - 1));
  return n <= n_phases + outlay_plan_get_n_initiatives (plan) ? OUTLAY_NODE (outlay_plan_get_initiative (plan, n - 1 - n_phases)) : NULL;
}

static void
look_through (OutlayAssumptionSearch *self, OutlayNode *whole)
{
  OutlayPlan *plan = outlay_document_get_plan (self->document);
  g_autoptr (GPtrArray) objects = outlay_assumptions_list_objects (plan, whole);
  const guint around = OUTLAY_IS_INITIATIVE (whole) ? words_of_object (self, whole) : 0, all = (1u << self->words->len) - 1;

  for (guint i = 0; i < objects->len; i++)
    {
      self->whole_words = around | words_of_object (self, objects->pdata[i]);
      if ((self->whole_words | words_of_type (self, objects->pdata[i])) == all)
        outlay_assumptions_foreach (plan, objects->pdata[i], look_cb, self);
    }
}

/* The last closes the card. */
static void
show_end (OutlayAssumptionSearch *self, guint hit, gboolean last)
{
  OutlayAssumptionRow *row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (hit));

  if (row == NULL || row->last == last)
    return;
  row->last = last;
  outlay_assumption_row_tell (row);
}

/* Above what was found stands how much it is. */
static void
tell_number (OutlayAssumptionSearch *self)
{
  self->told_at = g_get_monotonic_time ();
  if (self->heading->n_found == self->hits->len)
    return;
  self->heading->n_found = self->hits->len;
  outlay_assumption_row_refresh (self->heading, self->document, FALSE);
}

/* A few more rows, if there are any. */
static void
tell (OutlayAssumptionSearch *self)
{
  const guint before = self->n_told;

  self->n_told = MIN (before + STEP, MIN (self->hits->len, self->n_wanted));
  if (self->n_told == before)
    return;
  if (before == 0)
    tell_number (self);
  if (before > 0)
    show_end (self, before - 1, FALSE);
  g_list_model_items_changed (G_LIST_MODEL (self), before == 0 ? 0 : before + 1, 0, self->n_told - before + (before == 0));
}

static gboolean
look_on_cb (gpointer data)
{
  OutlayAssumptionSearch *self = data;
  const gint64 end = g_get_monotonic_time () + SLICE;
  OutlayNode *whole;

  while ((whole = nth_whole (outlay_document_get_plan (self->document), self->next)) != NULL && g_get_monotonic_time () < end)
    {
      look_through (self, whole);
      self->next++;
    }
  if (whole == NULL || g_get_monotonic_time () > self->told_at + PAUSE)
    tell_number (self);
  tell (self);
  if (whole != NULL || self->n_told < MIN (self->hits->len, self->n_wanted))
    return G_SOURCE_CONTINUE;
  self->source = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  return G_SOURCE_REMOVE;
}

/* --- as a list --- */

static GType
outlay_assumption_search_get_item_type (GListModel *model)
{
  return OUTLAY_TYPE_ASSUMPTION_ROW;
}

static guint
outlay_assumption_search_get_n_items (GListModel *model)
{
  const guint n = OUTLAY_ASSUMPTION_SEARCH (model)->n_told;

  return n > 0 ? n + 1 : 0;
}

static gpointer
outlay_assumption_search_get_item (GListModel *model, guint position)
{
  OutlayAssumptionSearch *self = OUTLAY_ASSUMPTION_SEARCH (model);
  OutlayAssumptionRow *row;
  const Hit *hit;

  if (position == 0 && self->n_told > 0)
    return g_object_ref (self->heading);
  if (position == 0 || --position >= self->n_told)
    return NULL;
  row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (position));
  if (row == NULL)
    {
      hit = &g_array_index (self->hits, Hit, position);
      row = outlay_assumption_row_new (hit->group, &hit->parameter);
      row->last = position + 1 == self->n_told;
      g_hash_table_insert (self->rows, GUINT_TO_POINTER (position), row);
    }
  return g_object_ref (row);
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = outlay_assumption_search_get_item_type;
  interface->get_n_items = outlay_assumption_search_get_n_items;
  interface->get_item = outlay_assumption_search_get_item;
}

/* --- life --- */

static void
outlay_assumption_search_dispose (GObject *object)
{
  g_clear_handle_id (&OUTLAY_ASSUMPTION_SEARCH (object)->source, g_source_remove);
  G_OBJECT_CLASS (outlay_assumption_search_parent_class)->dispose (object);
}

static void
outlay_assumption_search_finalize (GObject *object)
{
  OutlayAssumptionSearch *self = OUTLAY_ASSUMPTION_SEARCH (object);

  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_hash_table_unref (self->members);
  g_hash_table_unref (self->types);
  g_hash_table_unref (self->rows);
  g_array_unref (self->hits);
  g_clear_object (&self->heading);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (outlay_assumption_search_parent_class)->finalize (object);
}

static void
outlay_assumption_search_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, outlay_assumption_search_is_busy (OUTLAY_ASSUMPTION_SEARCH (object)));
}

static void
outlay_assumption_search_class_init (OutlayAssumptionSearchClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = outlay_assumption_search_dispose;
  object_class->finalize = outlay_assumption_search_finalize;
  object_class->get_property = outlay_assumption_search_get_property;
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
outlay_assumption_search_init (OutlayAssumptionSearch *self)
{
  self->hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  self->members = g_hash_table_new (NULL, NULL);
  self->types = g_hash_table_new (NULL, NULL);
  self->rows = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

/* The first slice at once: for most plans that is all. */
OutlayAssumptionSearch *
outlay_assumption_search_new (OutlayDocument *document, const char *text)
{
  OutlayAssumptionSearch *self = g_object_new (OUTLAY_TYPE_ASSUMPTION_SEARCH, NULL);

  self->document = g_object_ref (document);
  self->heading = outlay_assumption_row_new_found (outlay_document_get_plan (document), 0);
  self->words = split_words (text);
  self->n_wanted = PAGE;
  if (self->words->len > 0 && look_on_cb (self))
    self->source = g_idle_add (look_on_cb, self);
  return self;
}

void
outlay_assumption_search_want_more (OutlayAssumptionSearch *self)
{
  if (self->n_told < self->n_wanted)
    return;
  self->n_wanted += PAGE;
  if (self->source == 0 && self->n_told < self->hits->len)
    self->source = g_idle_add (look_on_cb, self);
}

gboolean
outlay_assumption_search_is_busy (OutlayAssumptionSearch *self)
{
  return self->source != 0;
}
