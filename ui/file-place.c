/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sys/xattr.h>

#include "ui/file-place.h"

/* Set by the document portal of xdg-desktop-portal, which lays a file into a sandbox under a number. */
#define HOST_PATH "user.document-portal.host-path"

/* The file as its owner knows it, also where a sandbox has it under another name. */
static GFile *
find_original (GFile *file)
{
  const char *path = g_file_peek_path (file);
  gssize length = path != NULL ? getxattr (path, HOST_PATH, NULL, 0) : -1;
  g_autofree char *original = length > 0 ? g_malloc0 (length + 1) : NULL;

  if (original == NULL || getxattr (path, HOST_PATH, original, length) < 0)
    return g_object_ref (file);
  return g_file_new_for_path (original);
}

static char *
describe_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autofree char *relative = folder != NULL ? g_file_get_relative_path (home, folder) : NULL;

  if (folder == NULL)
    return g_strdup ("");
  if (relative != NULL)
    return g_strdup_printf ("~/%s", relative);
  return g_file_equal (folder, home) ? g_strdup ("~") : g_file_get_parse_name (folder);
}

/**
 * outlay_file_describe_place:
 * @file: a file
 *
 * Says a file's name and folder ("plan.outlay.json — ~/Plans"), so that two plans of one name are told apart.
 *
 * Returns: (transfer full): words to show
 */
char *
outlay_file_describe_place (GFile *file)
{
  g_autoptr (GFile) original = find_original (file);
  g_autofree char *basename = g_file_get_basename (original);
  g_autofree char *name = g_filename_display_name (basename);
  g_autofree char *folder = describe_folder (original);

  return g_strdup_printf ("%s — %s", name, folder);
}
