/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "ui/assumptions-page.h"
#include "ui/window-private.h"

/* NULL where it is not made yet. */
static OutlayPage *
shown_page (OutlayWindow *self)
{
  return outlay_page_slot_get_page (OUTLAY_PAGE_SLOT (adw_view_stack_get_visible_child (self->pages)));
}

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
find_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayWindow *self = OUTLAY_WINDOW (data);

  adw_view_stack_set_visible_child (self->pages, GTK_WIDGET (self->assumptions));
  outlay_window_show_page (self);
  outlay_assumptions_page_find (OUTLAY_ASSUMPTIONS_PAGE (outlay_page_slot_get_page (self->assumptions)));
}

/* To the top of a box, or behind a widget there. */
static void
place (GtkWidget *widget, GtkBox *box, GtkWidget *after)
{
  GtkBox *before = GTK_BOX (gtk_widget_get_parent (widget));

  if (before == box)
    return;
  g_object_ref (widget);
  gtk_box_remove (before, widget);
  gtk_box_insert_child_after (box, widget, after);
  g_object_unref (widget);
}

static void
place_above (OutlayWindow *self)
{
  OutlayPage *page = shown_page (self);
  GtkBox *top = page != NULL ? outlay_page_get_top (page) : self->above;
  GtkBox *place_of_figures = self->carries_figures ? top : self->above;

  place (self->heads, self->carries_heads ? top : self->above, NULL);
  place (GTK_WIDGET (self->figures), place_of_figures, gtk_widget_get_parent (self->heads) == GTK_WIDGET (place_of_figures) ? self->heads : NULL);
}

static void
set_compact (OutlayWindow *self, gboolean compact)
{
  GtkWidget *strip = GTK_WIDGET (self->strip);

  if (compact == (gtk_viewport_get_child (self->lane) == strip))
    return;
  g_object_ref (strip);
  if (compact)
    {
      gtk_box_remove (self->figures, strip);
      gtk_viewport_set_child (self->lane, strip);
    }
  else
    {
      gtk_viewport_set_child (self->lane, NULL);
      gtk_box_prepend (self->figures, strip);
    }
  g_object_unref (strip);
  gtk_widget_set_visible (self->line, compact);
  outlay_indicator_strip_set_compact (self->strip, compact);
}

/* The figures' own line moves sideways alone, and takes every turn of the wheel: what goes up or down is the page's. As far as a turn moves it elsewhere. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, OutlayWindow *self)
{
  const gboolean sideways = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)) & GDK_SHIFT_MASK;
  OutlayPage *page = shown_page (self);
  GtkWidget *scroller = page != NULL ? gtk_widget_get_ancestor (GTK_WIDGET (outlay_page_get_top (page)), GTK_TYPE_SCROLLED_WINDOW) : NULL;
  GtkAdjustment *adjustment;
  double step = 1;

  if (scroller == NULL || sideways || dy == 0)
    return GDK_EVENT_PROPAGATE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL)
    step = pow (gtk_adjustment_get_page_size (adjustment), 2.0 / 3.0);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + dy * step);
  return GDK_EVENT_STOP;
}

static void
add_wheel (OutlayWindow *self)
{
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->figures), wheel);
}

static void
shown_cb (OutlayWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "page");

  place_above (self);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (adw_view_stack_get_visible_child_name (self->pages)));
}

/* What stands above a page may scroll with it from when it is there. */
static void
follow_slots (OutlayWindow *self)
{
  for (GtkWidget *slot = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); slot != NULL; slot = gtk_widget_get_next_sibling (slot))
    g_signal_connect_object (slot, "notify::page", G_CALLBACK (place_above), self, G_CONNECT_SWAPPED);
}

void
outlay_window_show_page (OutlayWindow *self)
{
  adw_navigation_split_view_set_show_content (self->shell, TRUE);
}

void
outlay_window_carry (OutlayWindow *self, gboolean heads, gboolean figures)
{
  self->carries_heads = heads;
  self->carries_figures = figures;
  set_compact (self, figures);
  place_above (self);
}

void
outlay_window_add_page_actions (OutlayWindow *self)
{
  static const GActionEntry entries[] = {
    { "page", NULL, "s", "'split'", page_cb },
    { "find", find_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->pages, "notify::visible-child", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  follow_slots (self);
  add_wheel (self);
  shown_cb (self);
}
