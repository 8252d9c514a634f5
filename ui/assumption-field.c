/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/assumption-field.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/tooltip.h"

/* In characters, where room is dear. */
#define LEAST_WIDTH 5

struct _OutlayAssumptionField
{
  AdwBin parent_instance;

  OutlayAssumptionList *list;
  GtkEntry *entry;
  OutlayAssumptionRow *row; /* NULL: none */
  guint cell;
  gboolean updating;
};

/* A cell that the hand has left. */
typedef struct
{
  OutlayAssumptionField *field;
  OutlayAssumptionRow *row;
  guint cell;
} Leaving;

/* A text that is being fetched from the clipboard. */
typedef Leaving Pasting;

G_DEFINE_FINAL_TYPE (OutlayAssumptionField, outlay_assumption_field, ADW_TYPE_BIN)

static OutlayAssumptionCell *
get_cell (OutlayAssumptionField *self)
{
  return self->cell < self->row->cells->len ? outlay_assumption_row_nth (self->row, self->cell) : NULL;
}

static Leaving *
remember (OutlayAssumptionField *self)
{
  Leaving *leaving = g_new (Leaving, 1);

  *leaving = (Leaving) { g_object_ref (self), g_object_ref (self->row), self->cell };
  return leaving;
}

static void
leaving_free (gpointer data)
{
  Leaving *leaving = data;

  g_object_unref (leaving->field);
  g_object_unref (leaving->row);
  g_free (leaving);
}

static gboolean
is_still_there (const Leaving *leaving)
{
  return leaving->field->row == leaving->row && leaving->field->cell == leaving->cell && outlay_assumption_field_has_focus (leaving->field);
}

/* --- hands --- */

static void
changed_cb (OutlayAssumptionField *self)
{
  if (self->updating || self->row == NULL || get_cell (self) == NULL)
    return;
  outlay_assumption_row_type (self->row, self->cell, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
finish_and_step (OutlayAssumptionField *self, int step)
{
  g_autoptr (OutlayAssumptionRow) row = g_object_ref (self->row);

  if (outlay_assumption_field_commit (self))
    outlay_assumption_list_step (self->list, row, self->cell, step);
}

static void
activate_cb (OutlayAssumptionField *self)
{
  if (self->row != NULL)
    finish_and_step (self, 1);
}

static gboolean
key_pressed_cb (OutlayAssumptionField *self, guint key, guint code, GdkModifierType modifiers)
{
  if (self->row == NULL || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Escape: return outlay_assumption_field_take_back (self);
    case GDK_KEY_Up: finish_and_step (self, -1); return TRUE;
    case GDK_KEY_Down: finish_and_step (self, 1); return TRUE;
    default: return FALSE;
    }
}

/* Whoever goes elsewhere means what he typed. It is taken when the focus has arrived there: to a line that is made anew meanwhile nothing happens. */
static gboolean
left_cb (gpointer data)
{
  const Leaving *leaving = data;

  if (!is_still_there (leaving) && leaving->cell < leaving->row->cells->len)
    outlay_assumption_row_commit (leaving->row, leaving->cell, outlay_assumption_list_get_document (leaving->field->list));
  return G_SOURCE_REMOVE;
}

static void
leave_cb (OutlayAssumptionField *self)
{
  OutlayAssumptionCell *cell = self->row != NULL ? get_cell (self) : NULL;

  if (cell != NULL && cell->typed != NULL && cell->fault == NULL)
    g_idle_add_full (G_PRIORITY_HIGH, left_cb, remember (self), leaving_free);
}

static void
enter_cb (OutlayAssumptionField *self)
{
  if (self->row != NULL)
    outlay_assumption_list_reach (self->list, self->row, self->cell);
}

/* --- pasting --- */

static gboolean
is_several (const char *text)
{
  return strpbrk (text, "\n\r\t") != NULL;
}

static void
insert (OutlayAssumptionField *self, const char *text)
{
  int position;

  gtk_editable_delete_selection (GTK_EDITABLE (self->entry));
  position = gtk_editable_get_position (GTK_EDITABLE (self->entry));
  gtk_editable_insert_text (GTK_EDITABLE (self->entry), text, -1, &position);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), position);
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Pasting *pasting = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  /* A cell from a spreadsheet ends with a line. */
  if (text != NULL)
    g_strchomp (text);
  if (text != NULL && is_still_there (pasting))
    {
      if (is_several (text))
        outlay_assumption_list_paste (pasting->field->list, pasting->row, pasting->cell, text);
      else
        insert (pasting->field, text);
    }
  leaving_free (pasting);
}

static void
paste_cb (OutlayAssumptionField *self, GtkText *text)
{
  if (self->row == NULL || self->row->kind == OUTLAY_ASSUMPTION_KIND_TEXT)
    return;
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb, remember (self));
}

/* --- life --- */

static void
outlay_assumption_field_dispose (GObject *object)
{
  g_clear_object (&OUTLAY_ASSUMPTION_FIELD (object)->row);
  G_OBJECT_CLASS (outlay_assumption_field_parent_class)->dispose (object);
}

static void
outlay_assumption_field_class_init (OutlayAssumptionFieldClass *class)
{
  G_OBJECT_CLASS (class)->dispose = outlay_assumption_field_dispose;
}

static void
outlay_assumption_field_init (OutlayAssumptionField *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_alignment (GTK_EDITABLE (self->entry), 1);
  /* What is undone is what is typed, as a whole, or a step of the plan. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "assumption-field");
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "numeric");
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)), "paste-clipboard", G_CALLBACK (paste_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->entry));
}

GtkWidget *
outlay_assumption_field_new (OutlayAssumptionList *list, int width)
{
  OutlayAssumptionField *self = g_object_new (OUTLAY_TYPE_ASSUMPTION_FIELD, NULL);

  self->list = list;
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), MIN (width, LEAST_WIDTH));
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), width);
  return GTK_WIDGET (self);
}

void
outlay_assumption_field_set_cell (OutlayAssumptionField *self, OutlayAssumptionRow *row, guint cell)
{
  g_set_object (&self->row, row);
  self->cell = cell;
  if (row != NULL)
    outlay_assumption_field_update (self);
}

static void
show_fault (OutlayAssumptionField *self, const char *fault)
{
  if (fault != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
}

static void
show_name (OutlayAssumptionField *self, const OutlayAssumptionCell *cell)
{
  const gboolean ramp = self->row->kind == OUTLAY_ASSUMPTION_KIND_RAMP, text = self->row->kind == OUTLAY_ASSUMPTION_KIND_TEXT;
  g_autofree char *year = ramp ? g_strdup_printf (C_ ("label", "%s, year %d"), self->row->title, cell->parameter.index + 1) : NULL;
  g_autofree char *name = g_strjoin (", ", year != NULL ? year : self->row->title, *self->row->units != '\0' ? self->row->units : NULL, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->row->place, -1);
  outlay_tooltip_set (GTK_WIDGET (self->entry), year);
  gtk_entry_set_placeholder_text (self->entry, cell->parameter.member->nullable && !text ? _("no limit") : NULL);
  gtk_editable_set_alignment (GTK_EDITABLE (self->entry), text ? 0 : 1);
}

void
outlay_assumption_field_update (OutlayAssumptionField *self)
{
  const OutlayAssumptionCell *cell = get_cell (self);
  const char *text;

  if (cell == NULL)
    return;
  text = cell->typed != NULL ? cell->typed : cell->text;
  show_name (self, cell);
  show_fault (self, cell->fault);
  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    return;
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->updating = FALSE;
}

gboolean
outlay_assumption_field_focus (OutlayAssumptionField *self)
{
  if (!gtk_widget_grab_focus (GTK_WIDGET (self->entry)))
    return FALSE;
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  return TRUE;
}

gboolean
outlay_assumption_field_commit (OutlayAssumptionField *self)
{
  return self->row == NULL || get_cell (self) == NULL ||
         outlay_assumption_row_commit (self->row, self->cell, outlay_assumption_list_get_document (self->list));
}

gboolean
outlay_assumption_field_has_focus (OutlayAssumptionField *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->entry));
}

gboolean
outlay_assumption_field_take_back (OutlayAssumptionField *self)
{
  OutlayAssumptionCell *cell = self->row != NULL ? get_cell (self) : NULL;

  if (cell == NULL || cell->typed == NULL)
    return FALSE;
  outlay_assumption_row_type (self->row, self->cell, NULL);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  return TRUE;
}
