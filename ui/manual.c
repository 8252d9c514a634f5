/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "config.h"
#include "ui/manual.h"
#include "ui/window.h"

#define MEDIA_TYPE "text/html"

/* A build that is not installed finds its own, as it does its translations. */
static GFile *
in_language (const char *language)
{
  const char *folder = g_getenv ("OUTLAY_HELP_DIR");
  g_autofree char *name = g_strconcat (language, ".html", NULL);

  return g_file_new_build_filename (folder != NULL ? folder : PKGDATADIR "/help", name, NULL);
}

static GFile *
find_manual (void)
{
  for (const char *const *language = g_get_language_names (); *language != NULL; language++)
    {
      g_autoptr (GFile) file = in_language (*language);

      if (g_file_query_exists (file, NULL))
        return g_steal_pointer (&file);
    }
  return in_language ("en");
}

/* Editors of texts stand in for a browser where there is none, and would show the source. Within a sandbox only its portal knows. */
static gboolean
is_read_here (void)
{
  g_autoptr (GAppInfo) reader = g_app_info_get_default_for_type (MEDIA_TYPE, FALSE);
  g_autoptr (GAppInfo) editor = g_app_info_get_default_for_type ("text/plain", FALSE);
  const char **types = reader != NULL ? g_app_info_get_supported_types (reader) : NULL;

  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    return TRUE;
  return reader != NULL && ((types != NULL && g_strv_contains (types, MEDIA_TYPE)) || editor == NULL || !g_app_info_equal (reader, editor));
}

static void
say_where (GtkApplication *application, GFile *file)
{
  GtkWindow *window = gtk_application_get_active_window (application);
  g_autofree char *place = g_file_get_parse_name (file);
  g_autofree char *text = g_strdup_printf (_("Nothing here opens the manual. It lies at %s"), place);

  if (OUTLAY_IS_WINDOW (window))
    outlay_window_notice (OUTLAY_WINDOW (window), text);
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkApplication) application = GTK_APPLICATION (data);
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error) && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    say_where (application, gtk_file_launcher_get_file (GTK_FILE_LAUNCHER (source)));
}

void
outlay_manual_open (GtkApplication *application)
{
  g_autoptr (GFile) file = find_manual ();
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  if (!is_read_here ())
    say_where (application, file);
  else
    gtk_file_launcher_launch (launcher, gtk_application_get_active_window (application), NULL, launched_cb, g_object_ref (application));
}
