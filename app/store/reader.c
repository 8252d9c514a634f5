/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "store/node-reader.h"
#include "store/reader.h"


/* The member of the root where a file says what it is; 0 where it does not. */
static guint
find_in_root (OutlayReader *reader, const char *name)
{
  if (outlay_text_kind (&reader->index, 0) == OUTLAY_TEXT_OBJECT && !outlay_text_entry (&reader->index, 0)->faulty)
    for (guint child = 1; child < outlay_text_end (&reader->index, 0); child = outlay_text_entry (&reader->index, child)->next)
      if (outlay_text_name_is (&reader->index, child, name))
        return child;
  return 0;
}

/* What a later version means by its members cannot be judged: that is the only fault then. */
static gboolean
is_from_future (OutlayReader *reader)
{
  double known = outlay_node_find_member (OUTLAY_NODE (reader->plan), "version")->maximum;
  guint entry = find_in_root (reader, "version");
  g_autofree char *found = NULL;

  if (entry == 0 || outlay_text_kind (&reader->index, entry) != OUTLAY_TEXT_NUMBER || outlay_text_entry (&reader->index, entry)->faulty ||
      outlay_text_number (&reader->index, entry) <= known)
    return FALSE;
  found = outlay_text_describe (&reader->index, entry);
  outlay_reader_fault_value (reader, entry,
    g_strdup_printf (_("found version %s, which a later Outlay wrote, expected %d; a newer Outlay can open this file"), found, (int) known));
  return TRUE;
}

/* Later steps look at what earlier ones have read, and have nothing to add to a hundred faults. */
static void
read_plan (OutlayReader *reader)
{
  if (is_from_future (reader))
    return;
  outlay_reader_read_node (reader, 0, OUTLAY_NODE (reader->plan));
  if (reader->faults.list->len < OUTLAY_MOST_FAULTS)
    outlay_reader_read_links (reader);
  if (reader->faults.list->len < OUTLAY_MOST_FAULTS)
    outlay_reader_validate (reader);
}

/* "plan.outlay.json:3:7: path: message" is for the command line; here the first fault is told as a sentence. */
static void
set_error (GError **error, GPtrArray *faults)
{
  const OutlayFault *first = g_ptr_array_index (faults, 0);
  g_autofree char *path = *first->path != '\0' ? g_strconcat (first->path, ": ", NULL) : g_strdup ("");

  g_set_error (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_FAULTS, _("Line %u, column %u: %s%s."), first->line, first->column, path, first->message);
}

/* Hands over the faults, of which there are some. */
static void
refuse (OutlayFaults *found, GPtrArray **faults, GError **error)
{
  set_error (error, found->list);
  if (faults != NULL)
    *faults = g_steal_pointer (&found->list);
}

void
outlay_reader_init (OutlayReader *reader, OutlayPlan *plan, const char *text, gsize length)
{
  *reader = (OutlayReader) {
    .plan = g_object_ref (plan),
    .later = g_array_new (FALSE, FALSE, sizeof (OutlayLater)),
    .doubtful = g_hash_table_new (NULL, NULL),
  };
  outlay_faults_init (&reader->faults, text, length);
}

void
outlay_reader_clear (OutlayReader *reader)
{
  outlay_text_index_clear (&reader->index);
  outlay_faults_clear (&reader->faults);
  g_clear_object (&reader->plan);
  g_array_unref (reader->later);
  g_hash_table_unref (reader->doubtful);
}

/**
 * outlay_plan_read:
 * @text: (array length=length) (nullable): the bytes of a plan file; need not end in NUL
 * @length: their number
 * @faults: (out) (optional) (nullable) (element-type OutlayFault): what is wrong, in the order of the text, up to 100; %NULL where nothing is
 * @error: return location for %OUTLAY_STORE_ERROR_FAULTS, which tells the first fault
 *
 * Reads a plan. The text is not trusted: whatever it holds, time and memory stay in proportion to its length, and there is a whole plan or none.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL where anything is wrong
 */
OutlayPlan *
outlay_plan_read (const char *text, gsize length, GPtrArray **faults, GError **error)
{
  g_autoptr (OutlayPlan) plan = outlay_plan_new ();
  OutlayReader reader;

  if (faults != NULL)
    *faults = NULL;
  outlay_plan_freeze (plan);
  outlay_reader_init (&reader, plan, text != NULL ? text : "", length);
  if (outlay_text_index_init (&reader.index, reader.faults.text, length, &reader.faults))
    read_plan (&reader);
  outlay_plan_thaw (plan);

  if (outlay_faults_any (&reader.faults))
    {
      refuse (&reader.faults, faults, error);
      g_clear_object (&plan);
    }
  outlay_reader_clear (&reader);
  return g_steal_pointer (&plan);
}
