/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/split-table-private.h"

#include <glib/gi18n.h>

static gboolean
has_focus (OutlaySplitTable *self)
{
  GtkRoot *root = gtk_widget_get_root (self->entry);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->entry);
}

/* The entry is about to go: whatever it did last is not to end it again. The cell takes the focus only from the entry, not from where somebody went. */
static void
close_entry (OutlaySplitTable *self)
{
  const gboolean had_focus = has_focus (self);
  GtkWidget *entry = g_steal_pointer (&self->entry);

  g_clear_handle_id (&self->leaving, g_source_remove);
  if (had_focus)
    outlay_split_focus_grab (&self->focus);
  gtk_widget_unparent (entry);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
show_fault (OutlaySplitTable *self, const char *text)
{
  gtk_widget_add_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  outlay_split_table_say (self, text, TRUE);
}

static void
finish_and_step (OutlaySplitTable *self, OutlayStep step)
{
  if (outlay_split_table_finish_edit (self) && self->message == NULL)
    outlay_split_table_go_to (self, outlay_split_grid_step (&self->grid, self->cursor, step));
}

static void
activate_cb (OutlaySplitTable *self)
{
  finish_and_step (self, OUTLAY_STEP_DOWN);
}

static void
changed_cb (OutlaySplitTable *self)
{
  gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
  outlay_split_table_say (self, NULL, FALSE);
}

static gboolean
key_pressed_cb (OutlaySplitTable *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_Escape: outlay_split_table_cancel_edit (self); return TRUE;
    case GDK_KEY_Up: finish_and_step (self, OUTLAY_STEP_UP); return TRUE;
    case GDK_KEY_Down: finish_and_step (self, OUTLAY_STEP_DOWN); return TRUE;
    case GDK_KEY_Tab: finish_and_step (self, OUTLAY_STEP_RIGHT); return TRUE;
    case GDK_KEY_ISO_Left_Tab: finish_and_step (self, OUTLAY_STEP_LEFT); return TRUE;
    default: return FALSE;
    }
}

/* Whoever goes elsewhere means what he typed; what cannot be read stays where it is. */
static gboolean
left_cb (gpointer data)
{
  OutlaySplitTable *self = OUTLAY_SPLIT_TABLE (data);

  self->leaving = 0;
  if (!has_focus (self))
    outlay_split_table_finish_edit (self);
  return G_SOURCE_REMOVE;
}

/* GTK still walks from the entry to where the focus goes: the entry stands until it has arrived, and goes before the next input. */
static void
leave_cb (OutlaySplitTable *self)
{
  if (self->entry != NULL && self->leaving == 0)
    self->leaving = g_idle_add_full (G_PRIORITY_HIGH, left_cb, self, NULL);
}

/* What holds up something that was asked for elsewhere is shown, wherever that was. */
static gboolean
settle_cb (GtkWidget *entry)
{
  OutlaySplitTable *self = OUTLAY_SPLIT_TABLE (gtk_widget_get_parent (entry));

  if (outlay_split_table_finish_edit (self))
    return FALSE;
  if (!gtk_widget_get_mapped (entry))
    gtk_widget_activate_action (entry, "win.page", "s", "split");
  gtk_widget_grab_focus (entry);
  return TRUE;
}

static GtkWidget *
make_entry (OutlaySplitTable *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *name = outlay_split_place_name (self->document, self->cursor);

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_widget_add_css_class (entry, "split-entry");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  g_signal_connect_object (self->document, "settle", G_CALLBACK (settle_cb), entry, G_CONNECT_SWAPPED);
  return entry;
}

void
outlay_split_table_edit (OutlaySplitTable *self, const char *text)
{
  g_autofree char *exact = outlay_amount_format_exact (outlay_split_table_amount (self, self->cursor));

  if (outlay_split_table_is_locked (self, self->cursor))
    {
      outlay_split_table_say (self, _("This is locked. Press L to unlock it."), TRUE);
      return;
    }
  if (self->entry != NULL)
    return;
  outlay_split_table_go_to (self, self->cursor);
  self->entry = make_entry (self);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : exact);
  gtk_widget_grab_focus (self->entry);
  if (text != NULL)
    gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  else
    gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

gboolean
outlay_split_table_finish_edit (OutlaySplitTable *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  double amount = outlay_split_table_amount (self, self->cursor);

  if (!outlay_amount_parse (text, self->unit.size, amount, &amount, &error))
    {
      show_fault (self, error->message);
      return FALSE;
    }
  if (amount < 0)
    {
      show_fault (self, _("An investment cannot be less than 0."));
      return FALSE;
    }
  close_entry (self);
  outlay_split_table_commit_amount (self, self->cursor, amount);
  return TRUE;
}

void
outlay_split_table_cancel_edit (OutlaySplitTable *self)
{
  if (self->entry == NULL)
    return;
  outlay_split_table_say (self, NULL, FALSE);
  close_entry (self);
}
