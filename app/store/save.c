/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "store/text-index.h"
#include "store/writer.h"

#define ANY_MODE 0666

/* What went wrong and what can be done about it, in a planner's words. */
static const char *
find_reason (GIOErrorEnum code)
{
  switch (code)
    {
    case G_IO_ERROR_NOT_FOUND:
    case G_IO_ERROR_NOT_DIRECTORY:
      return _("Its folder does not exist. Make the folder or choose another one.");
    case G_IO_ERROR_PERMISSION_DENIED:
      return _("You may not write there. Choose another folder or ask for the right to write.");
    case G_IO_ERROR_READ_ONLY:
      return _("The disk can only be read. Choose a folder on another disk.");
    case G_IO_ERROR_NO_SPACE:
      return _("The disk is full. Make room or choose a folder on another disk.");
    case G_IO_ERROR_IS_DIRECTORY:
      return _("There is a folder of that name. Choose another name.");
    case G_IO_ERROR_FILENAME_TOO_LONG:
    case G_IO_ERROR_INVALID_FILENAME:
      return _("The name cannot be that of a file. Choose another, shorter one.");
    default:
      return NULL;
    }
}

/* Takes over the reason. */
static void
set_error (GError **error, GFile *file, GError *reason)
{
  g_autofree char *name = g_file_get_parse_name (file);
  const char *sentence = reason->domain == G_IO_ERROR ? find_reason (reason->code) : NULL;

  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, reason);
  else
    {
      /* Translators: the file, then why, then what can be done. */
      g_set_error (error, reason->domain, reason->code, _("“%s” could not be saved; what was there before is unchanged. %s"), name,
                   sentence != NULL ? sentence : reason->message);
      g_error_free (reason);
    }
}

/* The file behind a link, so that the link stays one. */
static char *
resolve_links (const char *path)
{
  char *resolved = realpath (path, NULL);
  char *copy = g_strdup (resolved != NULL ? resolved : path);

  free (resolved);
  return copy;
}

/* A new file beside the old one takes its place when it is whole and on disk. GIO's own replacing writes into the old file where there are several links
 * to it or where it belongs to somebody else. */
static gboolean
replace_local (const char *path, GString *text, GError **error)
{
  g_autofree char *target = resolve_links (path);
  g_autoptr (GError) reason = NULL;
  GStatBuf status;
  gboolean exists = g_stat (target, &status) == 0;

  if (exists && S_ISDIR (status.st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, g_strerror (EISDIR));
      return FALSE;
    }
  if (!g_file_set_contents_full (target, text->str, (gssize) text->len, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 exists ? (int) (status.st_mode & 0777) : ANY_MODE, &reason))
    {
      int code = g_io_error_from_file_error (reason->code);

      g_set_error_literal (error, G_IO_ERROR, code, reason->message);
      return FALSE;
    }
  return TRUE;
}

/**
 * outlay_plan_replace:
 * @file: where to
 * @text: what outlay_plan_write() gave
 * @cancellable: (nullable): to stop before the file is replaced
 * @error: return location for an error of the %G_IO_ERROR domain
 *
 * Replaces the file in one step: whoever reads it finds the old plan or the new one, and a failure leaves the old one. Knows no plan, so that a
 * thread may write what another one goes on to edit.
 *
 * Returns: whether the text is in the file now
 */
gboolean
outlay_plan_replace (GFile *file, GString *text, GCancellable *cancellable, GError **error)
{
  const char *path = g_file_peek_path (file);
  GError *reason = NULL;
  gboolean saved;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (text->len > OUTLAY_LARGEST_TEXT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                           _("The plan takes more than 64 MiB, which no plan file may have; nothing was saved. Divide it into several plans."));
      return FALSE;
    }
  saved = path != NULL ? replace_local (path, text, &reason)
                       : g_file_replace_contents (file, text->str, text->len, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, &reason);
  if (!saved)
    set_error (error, file, reason);
  return saved;
}

/**
 * outlay_plan_save:
 * @plan: a plan
 * @file: where to
 * @cancellable: (nullable): to stop before the file is replaced
 * @error: return location for an error of the %G_IO_ERROR domain
 *
 * outlay_plan_write() and outlay_plan_replace().
 *
 * Returns: whether the plan is in the file now
 */
gboolean
outlay_plan_save (OutlayPlan *plan, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) text = outlay_plan_write (plan);

  return outlay_plan_replace (file, text, cancellable, error);
}
