/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "ui/recent.h"

#define MEDIA_TYPE "application/vnd.outlay.plan+json"
#define LENGTH 8

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_visited ((GtkRecentInfo *) b), gtk_recent_info_get_visited ((GtkRecentInfo *) a));
}

/* Underscores of a file's name are no mnemonics. */
static char *
escape (const char *name)
{
  g_autoptr (GString) text = g_string_new (name);

  g_string_replace (text, "_", "__", 0);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
append (GMenu *menu, GtkRecentInfo *info)
{
  g_autofree char *label = escape (gtk_recent_info_get_display_name (info));
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.open-recent", "s", gtk_recent_info_get_uri (info));
  g_menu_append_item (menu, item);
}

static void
fill (GMenu *menu)
{
  GList *infos = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), compare_visits);
  guint n = 0;

  g_menu_remove_all (menu);
  for (GList *info = infos; info != NULL && n < LENGTH; info = info->next)
    if (g_strcmp0 (gtk_recent_info_get_mime_type (info->data), MEDIA_TYPE) == 0 && gtk_recent_info_exists (info->data))
      {
        append (menu, info->data);
        n++;
      }
  if (n == 0)
    g_menu_append (menu, _("None Yet"), "win.no-recent");
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
}

static gboolean
fill_cb (gpointer data)
{
  fill (data);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill), data, G_CONNECT_SWAPPED);
  return G_SOURCE_REMOVE;
}

void
outlay_recent_fill (GMenu *menu)
{
  g_idle_add_full (G_PRIORITY_LOW, fill_cb, g_object_ref (menu), g_object_unref);
}

void
outlay_recent_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) MEDIA_TYPE,
    .app_name = (char *) g_get_application_name (),
    .app_exec = (char *) "outlay %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}
