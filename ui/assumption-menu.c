/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/assumption-menu.h"

#include <glib/gi18n.h>

#include "plan/structure.h"
#include "ui/document-objects.h"

typedef struct
{
  OutlayDocument *document;
  OutlayNode *object;
  OutlayAssumptionMenuDone done;
  gpointer data;
} Menu;

static void
menu_free (gpointer data)
{
  Menu *menu = data;

  g_object_unref (menu->document);
  g_object_unref (menu->object);
  g_free (menu);
}

static void
duplicate_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const Menu *menu = data;
  g_autoptr (GError) error = NULL;
  OutlayNode *copy = outlay_document_duplicate_object (menu->document, menu->object, &error);

  menu->done (copy, error, menu->data);
}

static void
move (const Menu *menu, int step)
{
  g_autoptr (GError) error = NULL;
  const gboolean done = outlay_document_move_object (menu->document, menu->object, outlay_node_get_position (menu->object) + (guint) step, &error);

  menu->done (done ? menu->object : NULL, error, menu->data);
}

static void
up_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move (data, -1);
}

static void
down_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move (data, 1);
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const Menu *menu = data;
  g_autoptr (GError) error = NULL;

  outlay_document_remove_object (menu->document, menu->object, &error);
  menu->done (NULL, error, menu->data);
}

static guint
count_siblings (OutlayNode *object)
{
  return outlay_node_get_n_children (outlay_node_get_parent (object), outlay_node_get_parent_member (object));
}

static void
enable (GActionMap *map, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, name)), enabled);
}

static GSimpleActionGroup *
create_actions (Menu *menu)
{
  static const GActionEntry entries[] = {
    { .name = "duplicate", .activate = duplicate_cb },
    { .name = "up", .activate = up_cb },
    { .name = "down", .activate = down_cb },
    { .name = "remove", .activate = remove_cb },
  };
  GSimpleActionGroup *group = g_simple_action_group_new ();
  const guint position = outlay_node_get_position (menu->object);

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), menu);
  g_object_set_data_full (G_OBJECT (group), "menu", menu, menu_free);
  enable (G_ACTION_MAP (group), "up", position > 0);
  enable (G_ACTION_MAP (group), "down", position + 1 < count_siblings (menu->object));
  enable (G_ACTION_MAP (group), "remove", outlay_structure_can_remove (menu->object));
  return group;
}

static GMenuModel *
create_model (void)
{
  g_autoptr (GMenu) edit = g_menu_new (), last = g_menu_new ();
  GMenu *all = g_menu_new ();

  g_menu_append (edit, _("_Duplicate"), "object.duplicate");
  g_menu_append (edit, _("Move _Up"), "object.up");
  g_menu_append (edit, _("Move Do_wn"), "object.down");
  g_menu_append (last, _("_Remove"), "object.remove");
  g_menu_append_section (all, NULL, G_MENU_MODEL (edit));
  g_menu_append_section (all, NULL, G_MENU_MODEL (last));
  return G_MENU_MODEL (all);
}

void
outlay_assumption_menu_fill (GtkMenuButton *button, OutlayDocument *document, OutlayNode *object, OutlayAssumptionMenuDone done, gpointer data)
{
  Menu *menu = g_new (Menu, 1);
  g_autoptr (GSimpleActionGroup) actions = NULL;
  g_autoptr (GMenuModel) model = create_model ();

  *menu = (Menu) { g_object_ref (document), g_object_ref (object), done, data };
  actions = create_actions (menu);
  gtk_widget_insert_action_group (GTK_WIDGET (button), "object", G_ACTION_GROUP (actions));
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (model));
}
