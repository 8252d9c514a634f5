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

/* What is not on this machine is not asked for: that may take long. */
static gboolean
is_there (GtkRecentInfo *info)
{
  return !gtk_recent_info_is_local (info) || gtk_recent_info_exists (info);
}

/* Up to n of them, the last first. (transfer full) */
static GPtrArray *
list (guint n)
{
  GList *infos = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), compare_visits);
  GPtrArray *plans = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);

  for (GList *info = infos; info != NULL && plans->len < n; info = info->next)
    if (g_strcmp0 (gtk_recent_info_get_mime_type (info->data), MEDIA_TYPE) == 0 && is_there (info->data))
      g_ptr_array_add (plans, gtk_recent_info_ref (info->data));
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
  return plans;
}

static gboolean
has_a_namesake (const GPtrArray *plans, GtkRecentInfo *info)
{
  guint n = 0;

  for (guint i = 0; i < plans->len; i++)
    n += g_str_equal (gtk_recent_info_get_display_name (plans->pdata[i]), gtk_recent_info_get_display_name (info));
  return n > 1;
}

/* The name of the file, with its folder where another has the same. Underscores of a name are no mnemonics. */
static char *
label (const GPtrArray *plans, GtkRecentInfo *info)
{
  g_autoptr (GString) text = g_string_new (gtk_recent_info_get_display_name (info));
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (folder != NULL && has_a_namesake (plans, info))
    {
      g_autofree char *basename = g_file_get_basename (folder);
      g_autofree char *name = g_filename_display_name (basename);

      g_string_append_printf (text, " — %s", name);
    }
  g_string_replace (text, "_", "__", 0);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
fill (GMenu *menu)
{
  g_autoptr (GPtrArray) plans = list (LENGTH);

  g_menu_remove_all (menu);
  for (guint i = 0; i < plans->len; i++)
    {
      g_autofree char *text = label (plans, plans->pdata[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (text, NULL);

      g_menu_item_set_action_and_target (item, "win.open-recent", "s", gtk_recent_info_get_uri (plans->pdata[i]));
      g_menu_append_item (menu, item);
    }
  if (plans->len == 0)
    g_menu_append (menu, _("None Yet"), "win.no-recent");
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

GFile *
outlay_recent_last (void)
{
  g_autoptr (GPtrArray) plans = list (LENGTH);

  for (guint i = 0; i < plans->len; i++)
    if (gtk_recent_info_is_local (plans->pdata[i]))
      return g_file_new_for_uri (gtk_recent_info_get_uri (plans->pdata[i]));
  return NULL;
}

void
outlay_recent_flush (void)
{
  /* GTK writes a quarter of a second later, and at once when it says so. */
  g_signal_emit_by_name (gtk_recent_manager_get_default (), "changed");
}
