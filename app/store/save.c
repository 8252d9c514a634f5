/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "store/save-private.h"
#include "store/text-index.h"
#include "store/writer.h"

#define LONGEST_NAME 32

G_DEFINE_QUARK (outlay-save-error-quark, outlay_save_error)

/* What went wrong and what can be done about it, in a planner's words, where what was there before is unchanged. */
static const char *
find_reason (OutlaySaveError code)
{
  switch (code)
    {
    case OUTLAY_SAVE_ERROR_NO_FOLDER:
      return _("Its folder does not exist. Make the folder or choose another one.");
    case OUTLAY_SAVE_ERROR_FORBIDDEN:
      return _("You may not write there. Choose another folder or ask for the right to write.");
    case OUTLAY_SAVE_ERROR_READ_ONLY_FILE:
      return _("The file is protected against writing. Take the protection off or choose another name.");
    case OUTLAY_SAVE_ERROR_READ_ONLY_PLACE:
      return _("The disk can only be read. Choose a folder on another disk.");
    case OUTLAY_SAVE_ERROR_FULL:
      return _("The disk is full. Make room or choose a folder on another disk.");
    case OUTLAY_SAVE_ERROR_UNREACHABLE:
      return _("The disk or the server cannot be reached. Connect it and try again, or choose a folder elsewhere.");
    case OUTLAY_SAVE_ERROR_IS_FOLDER:
      return _("There is a folder of that name. Choose another name.");
    case OUTLAY_SAVE_ERROR_INVALID_NAME:
      return _("The name cannot be that of a file. Choose another, shorter one.");
    default:
      return NULL;
    }
}

/* The sentence about a file, of which there is one for every code. */
static char *
explain (OutlaySaveError code, const char *name, const char *reason)
{
  const char *sentence = find_reason (code);

  switch (code)
    {
    case OUTLAY_SAVE_ERROR_CHANGED:
      return g_strdup_printf (_("“%s” was not saved, because somebody else has changed it since it was opened. What they wrote is untouched: compare it with "
                                "yours, reload it, overwrite it, or save yours under another name."), name);
    case OUTLAY_SAVE_ERROR_DELETED:
      return g_strdup_printf (_("“%s” was not saved, because it has been deleted or moved since it was opened. Save it there again or choose another "
                                "folder."), name);
    case OUTLAY_SAVE_ERROR_UNCONFIRMED:
      return g_strdup_printf (_("“%s” has its new contents, but the disk did not confirm that it keeps them: %s. Try again or choose a folder on another "
                                "disk."), name, reason);
    case OUTLAY_SAVE_ERROR_INTERRUPTED:
      return g_strdup_printf (_("Saving “%s” broke off in the middle, and what was there before could not be put back: %s. A whole copy lies beside it. Try "
                                "again, choose a folder on another disk, or open it once more, which completes it."), name, reason);
    default:
      /* Translators: the file, then why, then what can be done. */
      return g_strdup_printf (_("“%s” could not be saved; what was there before is unchanged. %s"), name, sentence != NULL ? sentence : reason);
    }
}

/* The file's name as a sentence can hold it, wherever that must fit: a dialog breaks lines only between words. */
static char *
show_name (GFile *file)
{
  g_autofree char *basename = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (basename != NULL ? basename : "");

  if (g_utf8_strlen (name, -1) <= LONGEST_NAME)
    return g_steal_pointer (&name);
  return g_utf8_truncate_middle (name, LONGEST_NAME);
}

/* Takes over the reason. */
static void
set_error (GError **error, GFile *file, GError *reason)
{
  g_autofree char *name = show_name (file);
  g_autofree char *message = NULL;

  if (reason->domain != OUTLAY_SAVE_ERROR)
    {
      g_propagate_error (error, reason);
      return;
    }
  message = explain (reason->code, name, reason->message);
  g_set_error_literal (error, OUTLAY_SAVE_ERROR, reason->code, message);
  g_error_free (reason);
}

static OutlaySaveError
find_code (GIOErrorEnum code)
{
  switch (code)
    {
    case G_IO_ERROR_NOT_FOUND:
    case G_IO_ERROR_NOT_DIRECTORY:
      return OUTLAY_SAVE_ERROR_NO_FOLDER;
    case G_IO_ERROR_PERMISSION_DENIED:
      return OUTLAY_SAVE_ERROR_FORBIDDEN;
    case G_IO_ERROR_READ_ONLY:
      return OUTLAY_SAVE_ERROR_READ_ONLY_PLACE;
    case G_IO_ERROR_NO_SPACE:
      return OUTLAY_SAVE_ERROR_FULL;
    case G_IO_ERROR_IS_DIRECTORY:
      return OUTLAY_SAVE_ERROR_IS_FOLDER;
    case G_IO_ERROR_FILENAME_TOO_LONG:
    case G_IO_ERROR_INVALID_FILENAME:
      return OUTLAY_SAVE_ERROR_INVALID_NAME;
    case G_IO_ERROR_WRONG_ETAG:
      return OUTLAY_SAVE_ERROR_CHANGED;
    case G_IO_ERROR_NOT_MOUNTED:
    case G_IO_ERROR_HOST_NOT_FOUND:
    case G_IO_ERROR_HOST_UNREACHABLE:
    case G_IO_ERROR_NETWORK_UNREACHABLE:
    case G_IO_ERROR_CONNECTION_REFUSED:
    case G_IO_ERROR_CONNECTION_CLOSED:
    case G_IO_ERROR_NOT_CONNECTED:
    case G_IO_ERROR_TIMED_OUT:
      return OUTLAY_SAVE_ERROR_UNREACHABLE;
    default:
      return OUTLAY_SAVE_ERROR_FAILED;
    }
}

/* An error of GIO as one of saving, but for what was asked to stop. */
static gboolean
take_error (GError **error, GError *reason)
{
  if (reason->domain == G_IO_ERROR && reason->code != G_IO_ERROR_CANCELLED)
    {
      reason->code = find_code (reason->code);
      reason->domain = OUTLAY_SAVE_ERROR;
    }
  g_propagate_error (error, reason);
  return FALSE;
}

/* What became of the file must be that nothing did. */
static gboolean
check_unchanged (OutlayFileState *expected, GFile *file, char **etag, GCancellable *cancellable, GError **error)
{
  OutlayFileChange change;
  GError *reason = NULL;

  if (!outlay_file_state_compare (expected, file, &change, etag, cancellable, &reason))
    return take_error (error, reason);
  if (change == OUTLAY_FILE_SAME)
    return TRUE;
  g_set_error_literal (error, OUTLAY_SAVE_ERROR, change == OUTLAY_FILE_CHANGED ? OUTLAY_SAVE_ERROR_CHANGED : OUTLAY_SAVE_ERROR_DELETED, "");
  return FALSE;
}

/* The server replaces the file in its own way; the etag has it refuse where somebody was quicker. */
static gboolean
replace_remote (GFile *file, OutlayReplacing *replacing, GError **error)
{
  g_autofree char *etag = NULL;
  g_autofree char *new_etag = NULL;
  GError *reason = NULL;

  if (replacing->expected != NULL && !check_unchanged (replacing->expected, file, &etag, replacing->cancellable, error))
    return FALSE;
  if (!g_file_replace_contents (file, replacing->bytes, replacing->length, etag, FALSE, G_FILE_CREATE_NONE, &new_etag, replacing->cancellable, &reason))
    return take_error (error, reason);
  replacing->state = outlay_file_state_new (replacing->bytes, replacing->length, NULL, new_etag);
  return TRUE;
}

gboolean
outlay_replace_check (OutlayReplacing *replacing, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (replacing->target);

  if (g_cancellable_set_error_if_cancelled (replacing->cancellable, error))
    return FALSE;
  return replacing->expected == NULL || check_unchanged (replacing->expected, file, NULL, replacing->cancellable, error);
}

/**
 * outlay_file_replace:
 * @file: where to
 * @bytes: (array length=length): what the file is to hold
 * @length: their number
 * @expected: (nullable): what the file must still be; %NULL replaces whatever there is
 * @state: (out) (optional) (nullable): what the file is now; also set with %OUTLAY_SAVE_ERROR_UNCONFIRMED
 * @cancellable: (nullable): to stop before the file is replaced
 * @error: return location for an error of %OUTLAY_SAVE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Replaces a file in one step and durably: whoever reads it finds the old bytes or the new ones, also after a power cut, and a failure leaves the old ones.
 * Links of either kind, owner, permissions, access lists and extended attributes stay; a file protected against writing is not written. Where a new file
 * would lose any of that, the old one is written in place, and outlay_plan_finish_saving() completes what a power cut breaks off.
 *
 * Returns: whether the bytes are in the file now and known to stay
 */
gboolean
outlay_file_replace (GFile *file, const char *bytes, gsize length, OutlayFileState *expected, OutlayFileState **state, GCancellable *cancellable,
                     GError **error)
{
  const char *path = g_file_peek_path (file);
  OutlayReplacing replacing = { .bytes = bytes, .length = length, .expected = expected, .cancellable = cancellable };
  GError *reason = NULL;
  gboolean replaced;

  if (state != NULL)
    *state = NULL;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  replaced = path != NULL ? outlay_replace_local (path, &replacing, &reason) : replace_remote (file, &replacing, &reason);
  if (!replaced)
    set_error (error, file, reason);
  if (state != NULL)
    *state = g_steal_pointer (&replacing.state);
  g_clear_pointer (&replacing.state, outlay_file_state_unref);
  return replaced;
}

/**
 * outlay_plan_replace:
 * @file: where to
 * @text: what outlay_plan_write() gave
 * @expected: (nullable): as in outlay_file_replace()
 * @state: (out) (optional) (nullable): as in outlay_file_replace()
 * @cancellable: (nullable): to stop before the file is replaced
 * @error: return location for an error of %OUTLAY_SAVE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * outlay_file_replace() for a plan, which may be no larger than can be opened again. Knows no plan, so that a thread may write what another one goes on to
 * edit.
 *
 * Returns: whether the text is in the file now and known to stay
 */
gboolean
outlay_plan_replace (GFile *file, GString *text, OutlayFileState *expected, OutlayFileState **state, GCancellable *cancellable, GError **error)
{
  if (state != NULL)
    *state = NULL;
  if (text->len > OUTLAY_LARGEST_TEXT)
    {
      g_set_error_literal (error, OUTLAY_SAVE_ERROR, OUTLAY_SAVE_ERROR_TOO_LARGE,
                           _("The plan takes more than 64 MiB, which no plan file may have; nothing was saved. Divide it into several plans."));
      return FALSE;
    }
  return outlay_file_replace (file, text->str, text->len, expected, state, cancellable, error);
}

/**
 * outlay_plan_save:
 * @plan: a plan
 * @file: where to
 * @cancellable: (nullable): to stop before the file is replaced
 * @error: return location for an error of %OUTLAY_SAVE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * outlay_plan_write() and outlay_plan_replace(), over whatever there is.
 *
 * Returns: whether the plan is in the file now
 */
gboolean
outlay_plan_save (OutlayPlan *plan, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) text = outlay_plan_write (plan);

  return outlay_plan_replace (file, text, NULL, NULL, cancellable, error);
}
