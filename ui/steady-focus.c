/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/steady-focus.h"

#define DATA_KEY "outlay-steady-focus"

typedef struct
{
  GtkWindow *window; /* owns it */
  GtkWidget *focus;  /* weak: who has the focus, or had it before it was hidden */
  gulong hidden;     /* the handler that waits until that is seen again */
  guint source;
} SteadyFocus;

static void moved_cb (SteadyFocus *self);

/* A breakpoint hides what it changes. */
static gboolean
is_changing (GtkWidget *widget)
{
  for (GtkWidget *parent; (parent = gtk_widget_get_parent (widget)) != NULL; widget = parent)
    if (!gtk_widget_get_child_visible (widget))
      return ADW_IS_BREAKPOINT_BIN (parent);
  return FALSE;
}

static void
forget (SteadyFocus *self)
{
  if (self->focus != NULL)
    g_clear_signal_handler (&self->hidden, self->focus);
  self->hidden = 0;
  g_clear_weak_pointer (&self->focus);
}

static gboolean
restore_cb (gpointer data)
{
  SteadyFocus *self = data;
  GtkWidget *focus = self->focus;

  self->source = 0;
  /* Hidden again: it will be seen again. */
  if (focus != NULL && !gtk_widget_get_mapped (focus) && is_changing (focus))
    return G_SOURCE_REMOVE;
  if (focus != NULL)
    g_clear_signal_handler (&self->hidden, focus);
  self->hidden = 0;
  if (focus != NULL && gtk_widget_get_mapped (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->window)))
    gtk_window_set_focus (self->window, focus);
  else
    moved_cb (self);
  return G_SOURCE_REMOVE;
}

/* It is not to be disturbed while it comes. */
static void
mapped_cb (SteadyFocus *self)
{
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, restore_cb, self, NULL);
}

static void
moved_cb (SteadyFocus *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  if (self->hidden != 0 && self->focus != NULL)
    return;
  if (self->focus != NULL && self->focus != focus && is_changing (self->focus))
    {
      self->hidden = g_signal_connect_swapped (self->focus, "map", G_CALLBACK (mapped_cb), self);
      return;
    }
  forget (self);
  g_set_weak_pointer (&self->focus, focus);
}

static void
steady_focus_free (gpointer data)
{
  SteadyFocus *self = data;

  forget (self);
  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self);
}

void
outlay_steady_focus_follow (GtkWindow *window)
{
  SteadyFocus *self = g_new0 (SteadyFocus, 1);

  self->window = window;
  g_object_set_data_full (G_OBJECT (window), DATA_KEY, self, steady_focus_free);
  g_signal_connect_swapped (window, "notify::focus-widget", G_CALLBACK (moved_cb), self);
}
