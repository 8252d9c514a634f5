/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window-private.h"

/* Who came by keyboard goes on by it, where the page was left or from its start. */
static void
focus_page (OutlayWindow *self)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->pages), *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
page_cb (GSimpleAction *action, GVariant *name, gpointer data)
{
  OutlayWindow *self = OUTLAY_WINDOW (data);

  adw_view_stack_set_visible_child_name (self->pages, g_variant_get_string (name, NULL));
  outlay_window_show_page (self);
  focus_page (self);
}

static void
shown_cb (OutlayWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "page");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (adw_view_stack_get_visible_child_name (self->pages)));
}

void
outlay_window_show_page (OutlayWindow *self)
{
  adw_navigation_split_view_set_show_content (self->shell, TRUE);
}

void
outlay_window_add_page_actions (OutlayWindow *self)
{
  static const GActionEntry entries[] = {
    { "page", NULL, "s", "'split'", page_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->pages, "notify::visible-child", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  shown_cb (self);
}
