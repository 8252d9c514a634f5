/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/save-name.h"

#include <glib/gi18n.h>

GFile *
outlay_save_name (GFile *chosen, const char *ending, GError **error)
{
  g_autofree char *name = g_file_get_basename (chosen), *small = g_utf8_strdown (name, -1), *longer = g_strconcat (name, ending, NULL);
  g_autoptr (GFile) folder = g_file_get_parent (chosen);
  g_autoptr (GFile) file = NULL;

  if (g_str_has_suffix (small, ending) || folder == NULL)
    return g_object_ref (chosen);
  file = g_file_get_child (folder, longer);
  if (!g_file_query_exists (file, NULL))
    return g_steal_pointer (&file);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("“%s” is there already. Type another name, or this one whole to replace it."), longer);
  return NULL;
}
