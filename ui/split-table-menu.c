/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/split-table-private.h"

#include <glib/gi18n.h>

static OutlaySplitPlace
place_of_action (OutlaySplitTable *self, const char *name)
{
  if (g_str_has_suffix (name, "-row"))
    return (OutlaySplitPlace) { self->cursor.initiative, -1 };
  if (g_str_has_suffix (name, "-column"))
    return (OutlaySplitPlace) { -1, self->cursor.phase };
  return self->cursor;
}

static void
lock_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OutlaySplitTable *self = OUTLAY_SPLIT_TABLE (widget);
  const OutlaySplitPlace place = place_of_action (self, name);

  outlay_split_table_say (self, NULL, FALSE);
  outlay_split_table_set_locked (self, place, !outlay_split_table_is_locked (self, place));
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  outlay_split_table_edit (OUTLAY_SPLIT_TABLE (widget), NULL);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OutlaySplitTable *self = OUTLAY_SPLIT_TABLE (widget);
  g_autofree char *text = outlay_amount_format_exact (outlay_split_table_amount (self, self->cursor));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
pasted_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlaySplitTable) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text == NULL || self->document == NULL || self->entry != NULL || self->drag != NULL)
    return;
  outlay_split_table_edit (self, g_strstrip (text));
  if (self->entry != NULL)
    outlay_split_table_finish_edit (self);
}

static void
paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb, g_object_ref (widget));
}

static void
return_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  outlay_split_table_return (OUTLAY_SPLIT_TABLE (widget), OUTLAY_SPLIT_TABLE (widget)->cursor);
}

static void
append_lock (OutlaySplitTable *self, GMenu *menu, OutlaySplitPlace place, const char *lock, const char *unlock, const char *action)
{
  g_menu_append (menu, outlay_split_table_is_locked (self, place) ? unlock : lock, action);
}

static GMenu *
make_menu (OutlaySplitTable *self)
{
  const OutlaySplitPlace cursor = self->cursor;
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) lock = g_menu_new ();

  g_menu_append (edit, _("_Type an Amount"), "split.edit");
  g_menu_append (edit, _("_Copy"), "split.copy");
  g_menu_append (edit, _("_Paste"), "split.paste");
  if (outlay_split_table_is_changed (self, cursor))
    {
      g_autofree char *label = outlay_split_table_return_label (self, cursor);

      g_menu_append (edit, label, "split.return");
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));
  if (cursor.initiative >= 0 && cursor.phase >= 0)
    append_lock (self, lock, cursor, _("_Lock the Amount"), _("Un_lock the Amount"), "split.lock");
  if (cursor.initiative >= 0)
    append_lock (self, lock, (OutlaySplitPlace) { cursor.initiative, -1 }, _("Lock the _Row"), _("Unlock the _Row"), "split.lock-row");
  if (cursor.phase >= 0)
    append_lock (self, lock, (OutlaySplitPlace) { -1, cursor.phase }, _("Lock the _Column"), _("Unlock the _Column"), "split.lock-column");
  if (cursor.initiative < 0 && cursor.phase < 0)
    append_lock (self, lock, cursor, _("_Lock Everything"), _("Un_lock Everything"), "split.lock");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (lock));
  return menu;
}

static void
closed_cb (OutlaySplitTable *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
outlay_split_table_class_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "split.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "split.lock", NULL, lock_cb);
  gtk_widget_class_install_action (widget_class, "split.lock-row", NULL, lock_cb);
  gtk_widget_class_install_action (widget_class, "split.lock-column", NULL, lock_cb);
  gtk_widget_class_install_action (widget_class, "split.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "split.paste", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "split.return", NULL, return_cb);
}

void
outlay_split_table_show_menu (OutlaySplitTable *self, double x, double y)
{
  g_autoptr (GMenu) menu = make_menu (self);
  OutlayRectangle bar;

  outlay_split_table_bar (self, self->cursor, &bar);
  if (x < 0)
    {
      x = bar.x + bar.width / 2;
      y = bar.y + bar.height;
    }
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
