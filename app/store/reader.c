/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "store/node-reader.h"
#include "store/reader.h"

#define CHUNK (1024 * 1024)

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

/* Reads to the end, or until there is more than a plan may have. */
static GByteArray *
read_bytes (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize n = 1;

  if (stream == NULL)
    return NULL;
  while (n > 0 && bytes->len <= OUTLAY_LARGEST_TEXT)
    {
      guint length = bytes->len;

      g_byte_array_set_size (bytes, length + CHUNK);
      n = g_input_stream_read (G_INPUT_STREAM (stream), bytes->data + length, CHUNK, cancellable, error);
      g_byte_array_set_size (bytes, length + MAX (n, 0));
    }
  return n < 0 ? NULL : g_steal_pointer (&bytes);
}

static void
explain_error (GError **error, GFile *file, GError *reason)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (!g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_prefix_error (&reason, _("“%s” could not be read: "), name);
  g_propagate_error (error, reason);
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

/**
 * outlay_plan_load:
 * @file: a plan file
 * @faults: (out) (optional) (nullable) (element-type OutlayFault): as in outlay_plan_read(); %NULL also where the file could not be read at all
 * @cancellable: (nullable): to stop
 * @error: return location for %OUTLAY_STORE_ERROR_FAULTS or an error of GIO
 *
 * Reads a plan from a file. A file of more than 64 MiB is refused before it is read whole.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL on error
 */
OutlayPlan *
outlay_plan_load (GFile *file, GPtrArray **faults, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  GError *reason = NULL;

  if (faults != NULL)
    *faults = NULL;
  bytes = read_bytes (file, cancellable, &reason);
  if (bytes != NULL)
    return outlay_plan_read ((const char *) bytes->data, bytes->len, faults, error);
  explain_error (error, file, reason);
  return NULL;
}
