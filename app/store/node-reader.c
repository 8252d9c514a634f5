/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "plan/member.h"
#include "store/node-reader.h"

/* --- arrays --- */

static guint
count_items (OutlayReader *reader, guint entry)
{
  guint end = outlay_text_end (&reader->index, entry), n = 0;

  for (guint child = outlay_text_first (entry); child < end; child = outlay_text_entry (&reader->index, child)->next)
    n++;
  return n;
}

/* The number of items that are worth reading, or the fault that there are too few or too many. */
static gboolean
expect_length (OutlayReader *reader, guint entry, const OutlayMember *member, guint *n)
{
  if (!outlay_reader_expect (reader, entry, OUTLAY_TEXT_ARRAY))
    return FALSE;
  *n = count_items (reader, entry);
  if (*n < member->least || *n > member->most)
    outlay_reader_fault_length (reader, entry, member, *n);
  *n = MIN (*n, member->most);
  return TRUE;
}

static void
read_numbers (OutlayReader *reader, guint entry, OutlayNode *node, const OutlayMember *member)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));
  guint n, child = outlay_text_first (entry);

  if (!expect_length (reader, entry, member, &n))
    return;
  for (guint i = 0; i < n && outlay_reader_goes_on (reader, child); i++)
    {
      g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

      if (outlay_reader_get_value (reader, child, member, &value))
        g_array_append_val (numbers, value.number);
      child = outlay_text_entry (&reader->index, child)->next;
    }
  if (numbers->len > 0)
    outlay_node_set_numbers (node, member, (const double *) (gpointer) numbers->data, numbers->len);
}

static void
read_pair (OutlayReader *reader, guint entry, OutlayNode *node, const OutlayMember *member)
{
  OutlayMember path = { .name = member->name, .kind = OUTLAY_MEMBER_PATH };
  g_auto (OutlayValue) first = OUTLAY_VALUE_INIT, second = OUTLAY_VALUE_INIT;
  g_autofree char *expectation = NULL;
  guint child = outlay_text_first (entry);

  if (outlay_text_kind (&reader->index, entry) != OUTLAY_TEXT_ARRAY || count_items (reader, entry) != 2)
    {
      expectation = outlay_member_expectation (member);
      outlay_reader_fault_type (reader, entry, expectation);
      return;
    }
  if (outlay_reader_get_value (reader, child, &path, &first) &
      outlay_reader_get_value (reader, outlay_text_entry (&reader->index, child)->next, &path, &second))
    outlay_node_set_pair (node, member, first.string, second.string);
}

static const OutlayMember *
find_id_member (OutlayNode *node)
{
  const OutlayMember *member = outlay_node_find_member (node, "id");

  return member != NULL && member->kind == OUTLAY_MEMBER_ID ? member : NULL;
}

/* Ids are the names of siblings in every path: each only once. */
static void
check_id (OutlayReader *reader, guint entry, OutlayNode *node, GHashTable *ids)
{
  const OutlayMember *member = find_id_member (node);
  const char *id = member != NULL ? outlay_node_get_string (node, member) : NULL;
  gpointer first;

  if (id == NULL || *id == '\0')
    return;
  if (!g_hash_table_lookup_extended (ids, id, NULL, &first))
    g_hash_table_insert (ids, g_strdup (id), GUINT_TO_POINTER (entry));
  else
    for (guint child = outlay_text_first (entry); child < outlay_text_end (&reader->index, entry); child = outlay_text_entry (&reader->index, child)->next)
      if (outlay_text_name_is (&reader->index, child, "id"))
        {
          outlay_reader_fault_id (reader, child, id, GPOINTER_TO_UINT (first));
          break;
        }
}

static void
read_nodes (OutlayReader *reader, guint entry, OutlayNode *node, const OutlayMember *member)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n, child = outlay_text_first (entry);

  if (!expect_length (reader, entry, member, &n))
    return;
  for (guint i = 0; i < n && outlay_reader_goes_on (reader, child); i++)
    {
      OutlayNode *one = g_object_new (member->child_type, NULL);

      g_ptr_array_add (children, one);
      outlay_reader_read_node (reader, child, one);
      check_id (reader, child, one, ids);
      child = outlay_text_entry (&reader->index, child)->next;
    }
  if (children->len > 0)
    g_list_store_splice (outlay_node_get_children (node, member), 0, 0, children->pdata, children->len);
}

/* --- members --- */

static void
read_value (OutlayReader *reader, guint entry, OutlayNode *node, const OutlayMember *member)
{
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  if (outlay_reader_get_value (reader, entry, member, &value))
    outlay_node_set_value (node, member, -1, &value);
  else if (member->kind == OUTLAY_MEMBER_ID && value.type == OUTLAY_VALUE_STRING)
    /* What refers to an id that is not well written means it all the same: one fault, not one for each. */
    outlay_node_set_string (node, member, value.string);
}

static void
read_later (OutlayReader *reader, guint entry, OutlayNode *node, const OutlayMember *member)
{
  OutlayLater later = { node, member, entry };

  g_array_append_val (reader->later, later);
}

static void
read_member (OutlayReader *reader, guint entry, OutlayNode *node, const OutlayMember *member)
{
  switch (member->kind)
    {
    case OUTLAY_MEMBER_SHARES:
    case OUTLAY_MEMBER_NUMBERS:
      read_numbers (reader, entry, node, member);
      break;
    case OUTLAY_MEMBER_PAIR:
      read_pair (reader, entry, node, member);
      break;
    case OUTLAY_MEMBER_CELLS:
    case OUTLAY_MEMBER_CHANGES:
    case OUTLAY_MEMBER_SOURCES:
      if (outlay_reader_expect (reader, entry, OUTLAY_TEXT_OBJECT))
        read_later (reader, entry, node, member);
      break;
    case OUTLAY_MEMBER_NODE:
      outlay_reader_read_node (reader, entry, outlay_node_get_child (node, member));
      break;
    case OUTLAY_MEMBER_NODES:
      read_nodes (reader, entry, node, member);
      break;
    default:
      read_value (reader, entry, node, member);
    }
}

/* Beyond the hundredth fault only the names matter: a member that is missing is told where its object begins. */
static void
read_known (OutlayReader *reader, guint entry, OutlayNode *node, const OutlayMember *member)
{
  guint n_faults = reader->faults.list->len;
  gboolean faulty = outlay_text_entry (&reader->index, entry)->faulty;

  if (!faulty && outlay_reader_goes_on (reader, entry))
    read_member (reader, entry, node, member);
  if (faulty || reader->faults.list->len > n_faults)
    outlay_reader_doubt (reader, node, member);
}

/* The member that an entry is, noted as seen; NULL for one that is unknown or given twice. */
static const OutlayMember *
identify_member (OutlayReader *reader, guint entry, OutlayNode *node, guint *seen)
{
  g_autofree char *name = outlay_text_name (&reader->index, entry);
  const OutlayMember *member = outlay_node_find_member (node, name);
  guint n_members, position;

  if (member == NULL)
    {
      if (!outlay_text_entry (&reader->index, entry)->faulty)
        outlay_reader_fault_unknown (reader, entry, node, name);
      return NULL;
    }
  position = member - outlay_node_members (node, &n_members);
  if (seen[position] != 0)
    {
      outlay_reader_fault_twice (reader, entry, seen[position]);
      return NULL;
    }
  seen[position] = entry;
  return member;
}

static void
find_missing (OutlayReader *reader, guint entry, OutlayNode *node, const guint *seen)
{
  guint n_members;
  const OutlayMember *members = outlay_node_members (node, &n_members);

  for (guint i = 0; i < n_members; i++)
    if (members[i].required && seen[i] == 0)
      {
        outlay_reader_fault_absent (reader, entry, &members[i]);
        outlay_reader_doubt (reader, node, &members[i]);
      }
}

gboolean
outlay_reader_goes_on (OutlayReader *reader, guint entry)
{
  return entry >= reader->index.entries->len || outlay_faults_wants (&reader->faults, outlay_text_entry (&reader->index, entry)->start);
}

gboolean
outlay_reader_expect (OutlayReader *reader, guint entry, OutlayTextKind kind)
{
  if (outlay_text_kind (&reader->index, entry) == kind)
    return TRUE;
  outlay_reader_fault_type (reader, entry, kind == OUTLAY_TEXT_ARRAY ? _("an array") : _("an object"));
  return FALSE;
}

gboolean
outlay_reader_get_value (OutlayReader *reader, guint entry, const OutlayMember *member, OutlayValue *value)
{
  OutlayTextKind kind = outlay_text_kind (&reader->index, entry);
  g_autoptr (GError) error = NULL;
  g_autofree char *string = NULL, *expectation = NULL;

  if (outlay_text_entry (&reader->index, entry)->faulty)
    return FALSE;
  if (kind == OUTLAY_TEXT_STRING)
    outlay_value_set_string (value, string = outlay_text_string (&reader->index, entry));
  else if (kind == OUTLAY_TEXT_NULL)
    outlay_value_set_null (value);
  else if (kind == OUTLAY_TEXT_NUMBER && member->kind != OUTLAY_MEMBER_BOOLEAN)
    outlay_value_set_number (value, outlay_text_number (&reader->index, entry));
  else if (kind == OUTLAY_TEXT_BOOLEAN && member->kind == OUTLAY_MEMBER_BOOLEAN)
    outlay_value_set_number (value, outlay_text_boolean (&reader->index, entry));
  else
    {
      expectation = outlay_member_expectation (member);
      outlay_reader_fault_type (reader, entry, expectation);
      return FALSE;
    }
  if (outlay_member_check (member, value, &error))
    return TRUE;
  outlay_reader_fault_value (reader, entry, g_strdup (error->message));
  return FALSE;
}

gboolean
outlay_reader_expect_new (OutlayReader *reader, guint entry, GHashTable *names)
{
  g_autofree char *name = outlay_text_name (&reader->index, entry);
  gpointer first;

  if (g_hash_table_lookup_extended (names, name, NULL, &first))
    {
      outlay_reader_fault_twice (reader, entry, GPOINTER_TO_UINT (first));
      return FALSE;
    }
  g_hash_table_insert (names, g_steal_pointer (&name), GUINT_TO_POINTER (entry));
  return TRUE;
}

void
outlay_reader_doubt (OutlayReader *reader, OutlayNode *node, const OutlayMember *member)
{
  static const char *const together[] = { "building-share", "equipment-share", "first-year", "years", "start", NULL };
  GType type = G_OBJECT_TYPE (node);

  /* In what the engine computes with, members stand for themselves but for these. */
  if ((type != OUTLAY_TYPE_PLAN && type != OUTLAY_TYPE_INITIATIVE && type != OUTLAY_TYPE_PRODUCT && type != OUTLAY_TYPE_PHASE) ||
      g_strv_contains (together, member->name))
    g_hash_table_add (reader->doubtful, node);
}

void
outlay_reader_read_node (OutlayReader *reader, guint entry, OutlayNode *node)
{
  g_autofree guint *seen = NULL;
  guint n_members, end = outlay_text_end (&reader->index, entry);

  if (outlay_text_entry (&reader->index, entry)->faulty || !outlay_reader_expect (reader, entry, OUTLAY_TEXT_OBJECT))
    {
      g_hash_table_add (reader->doubtful, node);
      return;
    }
  outlay_node_members (node, &n_members);
  seen = g_new0 (guint, n_members);
  for (guint child = outlay_text_first (entry); child < end; child = outlay_text_entry (&reader->index, child)->next)
    {
      const OutlayMember *member = identify_member (reader, child, node, seen);

      if (member != NULL)
        read_known (reader, child, node, member);
    }
  find_missing (reader, entry, node, seen);
}
