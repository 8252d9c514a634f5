/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/draft.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/draft-disk.h"
#include "store/reader.h"

/* More than anybody does in a life of a plan. */
#define LARGEST_JOURNAL (512 * 1024 * 1024)
#define ASIDE ".unreadable"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static GBytes *
read_base (const char *folder, OutlayPlan **plan, GError **error)
{
  g_autofree char *path = g_build_filename (folder, OUTLAY_DRAFT_BASE, NULL);
  char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The draft was never begun."));
      return NULL;
    }
  *plan = outlay_plan_read (text, length, NULL, error);
  if (*plan != NULL)
    return g_bytes_new_take (text, length);
  g_free (text);
  return NULL;
}

static char *
read_journal (int fd, gsize *length, GError **error)
{
  struct stat status;
  g_autofree char *text = NULL;
  gssize n;

  if (fstat (fd, &status) != 0 || status.st_size > LARGEST_JOURNAL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The draft is larger than any may be."));
      return NULL;
    }
  text = g_malloc ((gsize) status.st_size + 1);
  for (*length = 0; *length < (gsize) status.st_size; *length += (gsize) n)
    if ((n = pread (fd, text + *length, (gsize) status.st_size - *length, (goffset) *length)) <= 0)
      break;
  return g_steal_pointer (&text);
}

/* Whatever cannot be understood is one kind of fault here. */
static void
set_invalid (GError **error, GError *reason)
{
  g_set_error_literal (error, G_IO_ERROR, reason->domain == G_IO_ERROR ? reason->code : G_IO_ERROR_INVALID_DATA, reason->message);
  g_error_free (reason);
}

void
outlay_recovery_free (OutlayRecovery *recovery)
{
  g_clear_pointer (&recovery->journal, outlay_journal_free);
  g_clear_object (&recovery->plan);
  g_clear_pointer (&recovery->base, g_bytes_unref);
  if (recovery->lock >= 0)
    close (recovery->lock);
  g_free (recovery->folder);
  g_free (recovery);
}

/**
 * outlay_drafts_list:
 * @drafts: the folder of drafts, which need not exist
 *
 * Returns: (transfer full) (element-type filename): the folders of drafts in the order in which they were begun
 */
GPtrArray *
outlay_drafts_list (const char *drafts)
{
  g_autoptr (GDir) directory = g_dir_open (drafts, 0, NULL);
  GPtrArray *folders = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    if (!g_str_has_suffix (name, ASIDE))
      g_ptr_array_add (folders, g_build_filename (drafts, name, NULL));
  g_ptr_array_sort (folders, compare_names);
  return folders;
}

/**
 * outlay_draft_recover:
 * @folder: one of outlay_drafts_list()
 * @error: return location for %G_IO_ERROR_BUSY, %G_IO_ERROR_NOT_FOUND or %G_IO_ERROR_INVALID_DATA
 *
 * Reads a draft and locks it.
 *
 * Returns: (transfer full) (nullable): what it holds
 */
OutlayRecovery *
outlay_draft_recover (const char *folder, GError **error)
{
  g_autoptr (OutlayRecovery) recovery = g_new0 (OutlayRecovery, 1);
  g_autofree char *text = NULL;
  GError *reason = NULL;
  gsize length = 0;

  recovery->folder = g_strdup (folder);
  recovery->lock = outlay_draft_disk_open (folder, 0, error);
  if (recovery->lock < 0)
    return NULL;
  recovery->base = read_base (folder, &recovery->plan, &reason);
  if (recovery->base != NULL)
    text = read_journal (recovery->lock, &length, &reason);
  if (text != NULL)
    recovery->journal = outlay_journal_read (recovery->plan, text, length, &reason);
  if (recovery->journal != NULL)
    return g_steal_pointer (&recovery);
  /* Killed before the first record was whole: nothing had been done yet. */
  if (text != NULL && memchr (text, '\n', length) == NULL)
    {
      g_clear_error (&reason);
      g_set_error_literal (&reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The draft was never begun."));
    }
  set_invalid (error, reason);
  return NULL;
}

void
outlay_draft_remove (const char *folder)
{
  static const char *const names[] = { OUTLAY_DRAFT_JOURNAL, OUTLAY_DRAFT_BASE };

  /* The journal first: without it there is no draft. */
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

char *
outlay_draft_set_aside (const char *folder)
{
  g_autofree char *place = g_strconcat (folder, ASIDE, NULL);

  return g_rename (folder, place) == 0 ? g_steal_pointer (&place) : NULL;
}
