/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sample.h"
#include "store/save.h"
#include "store/writer.h"

/* A folder with an old plan in it, and the new text that is to be saved over it. Neither is a part of the other, and they differ in length. */
typedef struct
{
  char *folder;
  GFile *file;
  GString *old;
  GString *new;
} Folder;

static inline GString *
folder_text (const char *name)
{
  g_autoptr (OutlayPlan) plan = sample_plan ();

  g_object_set (plan, "name", name, NULL);
  return outlay_plan_write (plan);
}

static inline char *
folder_path (Folder *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static inline void
folder_put (Folder *self, const char *name, const char *text)
{
  g_autofree char *path = folder_path (self, name);
  g_autoptr (GError) error = NULL;

  g_unlink (path);
  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0644, &error);
  g_assert_no_error (error);
}

static inline char *
folder_get (Folder *self, const char *name)
{
  g_autofree char *path = folder_path (self, name);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

/* Removes everything, and says how many files nobody meant to be there. */
static inline guint
folder_empty (Folder *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = folder_path (self, name);

      n += name[0] == '.';
      g_assert_cmpint (g_remove (path), ==, 0);
    }
  return n;
}

static inline guint
folder_count_hidden (Folder *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += name[0] == '.';
  return n;
}

static inline void
folder_set_up (Folder *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("outlay-save-XXXXXX", NULL);
  self->file = g_file_new_build_filename (self->folder, "plan.outlay.json", NULL);
  self->old = folder_text ("Old");
  self->new = folder_text ("The new plan");
  folder_put (self, "plan.outlay.json", self->old->str);
}

static inline void
folder_tear_down (Folder *self, gconstpointer data)
{
  folder_empty (self);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_object_unref (self->file);
  g_string_free (self->old, TRUE);
  g_string_free (self->new, TRUE);
}

static inline gboolean
folder_holds (Folder *self, const char *name, GString *text)
{
  g_autofree char *found = folder_get (self, name);

  return g_strcmp0 (found, text->str) == 0;
}
