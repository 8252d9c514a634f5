/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving where there is no path: on a server, as GIO mounts it. Here a folder stands for the server and answers by GIO's calls alone. */
#include <locale.h>
#include <utime.h>

#include "saving.h"

#define NAME "plan.outlay.json"

/**
 * RemoteFile:
 *
 * A file without a path, whose calls another file answers, with its etags or without, or which cannot be reached.
 */
#define REMOTE_TYPE_FILE (remote_file_get_type ())
G_DECLARE_FINAL_TYPE (RemoteFile, remote_file, REMOTE, FILE, GObject)

struct _RemoteFile
{
  GObject parent_instance;

  GFile *real;
  gboolean no_etags;
  int failure; /* a GIOErrorEnum, or -1 */
  guint n_read;
  const char *quicker; /* (nullable): what somebody else writes just before */
};

static void remote_file_iface_init (GFileIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemoteFile, remote_file, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_FILE, remote_file_iface_init))

static gboolean
fails (RemoteFile *self, GError **error)
{
  if (self->failure < 0)
    return FALSE;
  g_set_error_literal (error, G_IO_ERROR, self->failure, "the server's own words");
  return TRUE;
}

static gboolean
remote_file_is_native (GFile *file)
{
  return FALSE;
}

static char *
remote_file_get_path (GFile *file)
{
  return NULL;
}

static char *
remote_file_get_name (GFile *file)
{
  return g_strdup ("sftp://server/" NAME);
}

static char *
remote_file_get_basename (GFile *file)
{
  return g_strdup (NAME);
}

static GFileInputStream *
remote_file_read (GFile *file, GCancellable *cancellable, GError **error)
{
  RemoteFile *self = REMOTE_FILE (file);

  self->n_read++;
  return fails (self, error) ? NULL : g_file_read (self->real, cancellable, error);
}

static GFileInfo *
remote_file_query_info (GFile *file, const char *attributes, GFileQueryInfoFlags flags, GCancellable *cancellable, GError **error)
{
  RemoteFile *self = REMOTE_FILE (file);
  GFileInfo *info = fails (self, error) ? NULL : g_file_query_info (self->real, attributes, flags, cancellable, error);

  if (info != NULL && self->no_etags)
    g_file_info_remove_attribute (info, G_FILE_ATTRIBUTE_ETAG_VALUE);
  return info;
}

static GFileOutputStream *
remote_file_replace (GFile *file, const char *etag, gboolean backup, GFileCreateFlags flags, GCancellable *cancellable, GError **error)
{
  RemoteFile *self = REMOTE_FILE (file);

  if (self->quicker != NULL)
    g_file_replace_contents (self->real, self->quicker, strlen (self->quicker), NULL, FALSE, flags, NULL, NULL, NULL);
  return fails (self, error) ? NULL : g_file_replace (self->real, etag, backup, flags, cancellable, error);
}

static void
remote_file_finalize (GObject *object)
{
  g_object_unref (REMOTE_FILE (object)->real);
  G_OBJECT_CLASS (remote_file_parent_class)->finalize (object);
}

static void
remote_file_class_init (RemoteFileClass *class)
{
  G_OBJECT_CLASS (class)->finalize = remote_file_finalize;
}

static void
remote_file_init (RemoteFile *self)
{
  self->failure = -1;
}

static void
remote_file_iface_init (GFileIface *iface)
{
  iface->is_native = remote_file_is_native;
  iface->get_path = remote_file_get_path;
  iface->get_uri = remote_file_get_name;
  iface->get_basename = remote_file_get_basename;
  iface->get_parse_name = remote_file_get_name;
  iface->read_fn = remote_file_read;
  iface->query_info = remote_file_query_info;
  iface->replace = remote_file_replace;
}

static RemoteFile *
remote_file_new (GFile *real)
{
  RemoteFile *self = g_object_new (REMOTE_TYPE_FILE, NULL);

  self->real = g_object_ref (real);
  return self;
}

static OutlayFileState *
load_state (RemoteFile *file)
{
  OutlayFileState *state = NULL;
  g_autoptr (OutlayPlan) plan = outlay_plan_load_state (G_FILE (file), &state, NULL, NULL, NULL, NULL);

  g_assert_nonnull (plan);
  return state;
}

static void
test_save (Folder *folder, gconstpointer data)
{
  g_autoptr (RemoteFile) file = remote_file_new (folder->file);
  g_autoptr (OutlayFileState) state = load_state (file), next = NULL;
  g_autoptr (GError) error = NULL;
  guint n_read;

  g_assert_true (outlay_plan_replace (G_FILE (file), folder->new, state, &next, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (folder_holds (folder, NAME, folder->new));
  /* By its etag a file that nobody touched is known without fetching it. */
  n_read = file->n_read;
  g_assert_true (outlay_plan_replace (G_FILE (file), folder->old, next, NULL, NULL, &error));
  g_assert_cmpuint (file->n_read, ==, n_read);
  g_assert_true (folder_holds (folder, NAME, folder->old));
}

static void
assert_refuses (Folder *folder, RemoteFile *file, OutlayFileState *state, OutlaySaveError code)
{
  g_autofree char *before = folder_get (folder, NAME), *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (outlay_plan_replace (G_FILE (file), folder->new, state, NULL, NULL, &error));
  g_assert_error (error, OUTLAY_SAVE_ERROR, (int) code);
  after = folder_get (folder, NAME);
  g_assert_cmpstr (after, ==, before);
}

static void
test_changed (Folder *folder, gconstpointer data)
{
  g_autoptr (RemoteFile) file = remote_file_new (folder->file);
  g_autoptr (OutlayFileState) state = NULL;

  file->no_etags = GPOINTER_TO_INT (data);
  state = load_state (file);
  folder_put (folder, NAME, folder->new->str);
  assert_refuses (folder, file, state, OUTLAY_SAVE_ERROR_CHANGED);
  /* The same content is the same plan, whatever the server says of its times. */
  folder_put (folder, NAME, folder->old->str);
  g_assert_true (outlay_plan_replace (G_FILE (file), folder->new, state, NULL, NULL, NULL));
  g_assert_true (folder_holds (folder, NAME, folder->new));
  g_unlink (g_file_peek_path (folder->file));
  assert_refuses (folder, file, state, OUTLAY_SAVE_ERROR_DELETED);
  g_assert_true (outlay_plan_replace (G_FILE (file), folder->new, NULL, NULL, NULL, NULL));
  g_assert_true (folder_holds (folder, NAME, folder->new));
}

/* Between the look at the file and its replacing the server itself watches. */
static void
test_quicker (Folder *folder, gconstpointer data)
{
  struct utimbuf long_ago = { 1000000000, 1000000000 };
  g_autoptr (RemoteFile) file = remote_file_new (folder->file);
  g_autoptr (OutlayFileState) state = load_state (file);
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  /* This server's etags are times, and coarse. */
  g_assert_cmpint (utime (g_file_peek_path (folder->file), &long_ago), ==, 0);
  file->quicker = "{}";
  g_assert_false (outlay_plan_replace (G_FILE (file), folder->new, state, NULL, NULL, &error));
  g_assert_error (error, OUTLAY_SAVE_ERROR, OUTLAY_SAVE_ERROR_CHANGED);
  found = folder_get (folder, NAME);
  g_assert_cmpstr (found, ==, "{}");
}

static void
test_failures (Folder *folder, gconstpointer data)
{
  static const struct
  {
    GIOErrorEnum failure;
    OutlaySaveError code;
  } failures[] = {
    { G_IO_ERROR_NOT_MOUNTED, OUTLAY_SAVE_ERROR_UNREACHABLE },     { G_IO_ERROR_HOST_UNREACHABLE, OUTLAY_SAVE_ERROR_UNREACHABLE },
    { G_IO_ERROR_TIMED_OUT, OUTLAY_SAVE_ERROR_UNREACHABLE },       { G_IO_ERROR_NO_SPACE, OUTLAY_SAVE_ERROR_FULL },
    { G_IO_ERROR_PERMISSION_DENIED, OUTLAY_SAVE_ERROR_FORBIDDEN }, { G_IO_ERROR_READ_ONLY, OUTLAY_SAVE_ERROR_READ_ONLY_PLACE },
    { G_IO_ERROR_WRONG_ETAG, OUTLAY_SAVE_ERROR_CHANGED },          { G_IO_ERROR_NOT_SUPPORTED, OUTLAY_SAVE_ERROR_FAILED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autoptr (RemoteFile) file = remote_file_new (folder->file);
      g_autoptr (OutlayFileState) state = load_state (file);

      file->failure = failures[i].failure;
      assert_refuses (folder, file, NULL, failures[i].code);
      assert_refuses (folder, file, state, failures[i].code);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();

  g_test_add ("/store/remote/save", Folder, NULL, folder_set_up, test_save, folder_tear_down);
  g_test_add ("/store/remote/changed", Folder, GINT_TO_POINTER (FALSE), folder_set_up, test_changed, folder_tear_down);
  g_test_add ("/store/remote/changed-without-etags", Folder, GINT_TO_POINTER (TRUE), folder_set_up, test_changed, folder_tear_down);
  g_test_add ("/store/remote/quicker", Folder, NULL, folder_set_up, test_quicker, folder_tear_down);
  g_test_add ("/store/remote/failures", Folder, NULL, folder_set_up, test_failures, folder_tear_down);
  return g_test_run ();
}
