/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/list-scroll.h"

typedef struct
{
  guint head;
  guint position;
  gboolean laid_out;
} Scroll;

/* Ticks come before the layout of their frame. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Scroll *scroll = data;

  if (!scroll->laid_out)
    {
      scroll->laid_out = TRUE;
      return G_SOURCE_CONTINUE;
    }
  outlay_list_scroll_to (GTK_LIST_VIEW (widget), scroll->head);
  if (scroll->head == scroll->position)
    return G_SOURCE_REMOVE;
  scroll->head = scroll->position;
  scroll->laid_out = FALSE;
  return G_SOURCE_CONTINUE;
}

void
outlay_list_scroll_to (GtkListView *view, guint position)
{
  GtkSelectionModel *rows = gtk_list_view_get_model (view);

  if (rows != NULL && position < g_list_model_get_n_items (G_LIST_MODEL (rows)))
    gtk_list_view_scroll_to (view, position, GTK_LIST_SCROLL_NONE, NULL);
}

void
outlay_list_scroll_to_later (GtkListView *view, guint position, guint head)
{
  Scroll *scroll = g_new0 (Scroll, 1);

  scroll->position = position;
  scroll->head = head;
  gtk_widget_add_tick_callback (GTK_WIDGET (view), tick_cb, scroll, g_free);
}
