/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gfiledescriptorbased.h>
#include <glib/gi18n.h>

#include "store/reader.h"
#include "store/text-index.h"

#define CHUNK (1024 * 1024)

/* Reads to the end, or until there is more than a plan may have. */
static GByteArray *
read_bytes (GFileInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize n = 1;

  while (n > 0 && bytes->len <= OUTLAY_LARGEST_TEXT)
    {
      guint length = bytes->len;

      g_byte_array_set_size (bytes, length + CHUNK);
      n = g_input_stream_read (G_INPUT_STREAM (stream), bytes->data + length, CHUNK, cancellable, error);
      g_byte_array_set_size (bytes, length + MAX (n, 0));
    }
  return n < 0 ? NULL : g_steal_pointer (&bytes);
}

/* (nullable): what people can do something about, which GIO tells with the path once more and in the words of the system. */
static const char *
plain_reason (const GError *reason)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return _("It is not there. It may have been moved, renamed or deleted.");
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return _("You may not read it. Ask whoever keeps it for the right to read.");
  return NULL;
}

static void
explain_error (GError **error, GFile *file, GError *reason)
{
  g_autofree char *name = g_file_get_parse_name (file);
  const char *plain = plain_reason (reason);

  if (plain != NULL)
    g_set_str (&reason->message, plain);
  if (!g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_prefix_error (&reason, _("“%s” could not be read: "), name);
  g_propagate_error (error, reason);
}

static gboolean
get_status (GFileInputStream *stream, struct stat *status)
{
  return G_IS_FILE_DESCRIPTOR_BASED (stream) && fstat (g_file_descriptor_based_get_fd (G_FILE_DESCRIPTOR_BASED (stream)), status) == 0;
}

/* Servers say by an etag what a local file says by its times. */
static char *
get_etag (GFileInputStream *stream)
{
  g_autoptr (GFileInfo) info =
    G_IS_FILE_DESCRIPTOR_BASED (stream) ? NULL : g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_ETAG_VALUE, NULL, NULL);

  return info != NULL ? g_strdup (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE)) : NULL;
}

/* What was written while it was read is not what the file's times speak of. */
static GByteArray *
read_with_state (GFileInputStream *stream, OutlayFileState **state, GCancellable *cancellable, GError **error)
{
  struct stat before;
  struct stat after;
  gboolean has_status = get_status (stream, &before);
  g_autofree char *etag = get_etag (stream);
  GByteArray *bytes = read_bytes (stream, cancellable, error);

  if (bytes == NULL)
    return NULL;
  has_status = has_status && get_status (stream, &after) && before.st_size == after.st_size && before.st_mtim.tv_sec == after.st_mtim.tv_sec &&
               before.st_mtim.tv_nsec == after.st_mtim.tv_nsec;
  *state = outlay_file_state_new ((const char *) bytes->data, bytes->len, has_status ? &after : NULL, etag);
  return bytes;
}

/**
 * outlay_plan_load_state:
 * @file: a plan file
 * @state: (out) (optional) (nullable): what the file is that the plan was read from; %NULL where there is no plan
 * @text: (out) (optional) (nullable): what the file held; %NULL where there is no plan
 * @faults: (out) (optional) (nullable) (element-type OutlayFault): as in outlay_plan_read(); %NULL also where the file could not be read at all
 * @cancellable: (nullable): to stop
 * @error: return location for %OUTLAY_STORE_ERROR_FAULTS or an error of GIO
 *
 * Reads a plan from a file. A file of more than 64 MiB is refused before it is read whole.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL on error
 */
OutlayPlan *
outlay_plan_load_state (GFile *file, OutlayFileState **state, GBytes **text, GPtrArray **faults, GCancellable *cancellable, GError **error)
{
  g_autoptr (OutlayFileState) read = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) bytes = NULL;
  GError *reason = NULL;
  OutlayPlan *plan;

  if (faults != NULL)
    *faults = NULL;
  if (state != NULL)
    *state = NULL;
  if (text != NULL)
    *text = NULL;
  stream = g_file_read (file, cancellable, &reason);
  if (stream != NULL)
    bytes = read_with_state (stream, &read, cancellable, &reason);
  if (bytes == NULL)
    {
      explain_error (error, file, reason);
      return NULL;
    }
  plan = outlay_plan_read ((const char *) bytes->data, bytes->len, faults, error);
  if (plan != NULL && state != NULL)
    *state = g_steal_pointer (&read);
  if (plan != NULL && text != NULL)
    *text = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return plan;
}

/**
 * outlay_plan_load:
 * @file: a plan file
 * @faults: (out) (optional) (nullable) (element-type OutlayFault): as in outlay_plan_load_state()
 * @cancellable: (nullable): to stop
 * @error: return location for %OUTLAY_STORE_ERROR_FAULTS or an error of GIO
 *
 * outlay_plan_load_state() for who will not save over the file.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL on error
 */
OutlayPlan *
outlay_plan_load (GFile *file, GPtrArray **faults, GCancellable *cancellable, GError **error)
{
  return outlay_plan_load_state (file, NULL, NULL, faults, cancellable, error);
}

/**
 * outlay_file_load:
 * @file: any file
 * @error: return location for an error of GIO
 *
 * Returns: (transfer full) (nullable): what it holds, up to one byte past %OUTLAY_LARGEST_TEXT
 */
GBytes *
outlay_file_load (GFile *file, GError **error)
{
  GError *reason = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &reason);
  GByteArray *bytes = stream != NULL ? read_bytes (stream, NULL, &reason) : NULL;

  if (bytes == NULL)
    {
      explain_error (error, file, reason);
      return NULL;
    }
  return g_byte_array_free_to_bytes (bytes);
}
