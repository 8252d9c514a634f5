/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "ui/assumption-field.h"
#include "ui/open.h"
#include "ui/theme.h"
#include "ui/window-private.h"

static GtkApplication *
application (OutlayWindow *self)
{
  return gtk_window_get_application (GTK_WINDOW (self));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlayWindow) self = OUTLAY_WINDOW (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL && application (self) != NULL)
    outlay_open_file (application (self), file, self);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayWindow *self = OUTLAY_WINDOW (data);
  g_autoptr (GtkFileDialog) dialog = outlay_file_dialog_new (_("Open a Plan"));
  GFile *file = outlay_document_get_file (self->document);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), self->cancellable, opened_cb, g_object_ref (self));
}

static void
open_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayWindow *self = OUTLAY_WINDOW (data);
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  outlay_open_file (application (self), file, self);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  outlay_window_save (OUTLAY_WINDOW (data), FALSE, NULL);
}

static void
save_as_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  outlay_window_save (OUTLAY_WINDOW (data), TRUE, NULL);
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_close (GTK_WINDOW (data));
}

/* Where somebody types, undo is about what was typed; fields of the plan without undo of their own take it back as a whole. */
static gboolean
in_text (OutlayWindow *self, const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return GTK_IS_TEXT (focus) && gtk_editable_get_enable_undo (GTK_EDITABLE (focus)) && gtk_widget_activate_action (focus, action, NULL);
}

static gboolean
in_field (OutlayWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  focus = focus != NULL ? gtk_widget_get_ancestor (focus, OUTLAY_TYPE_ASSUMPTION_FIELD) : NULL;
  return focus != NULL && outlay_assumption_field_take_back (OUTLAY_ASSUMPTION_FIELD (focus));
}

/* What was done last is to be read in a toast; that it was taken back is to be seen, but not to be heard. */
static void
step_back_or_on (OutlayWindow *self, gboolean back)
{
  OutlayHistory *history = outlay_document_get_history (self->document);
  const guint before = outlay_history_get_position (history);
  g_autofree char *step = g_strdup (back ? outlay_history_get_undo_description (history) : outlay_history_get_redo_description (history)), *words = NULL;

  if (back)
    outlay_document_undo (self->document);
  else
    outlay_document_redo (self->document);
  if (outlay_history_get_position (history) == before)
    return;
  /* Translators: what a screen reader says after undo and redo: “Undone: Set Mining machinery in Phase one to 1.80 bn” */
  words = g_strdup_printf (back ? _("Undone: %s") : _("Done again: %s"), step);
  outlay_widget_announce (GTK_WIDGET (self), words);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (!in_text (data, "text.undo") && !in_field (data))
    step_back_or_on (data, TRUE);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (!in_text (data, "text.redo"))
    step_back_or_on (data, FALSE);
}

static void
history_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_menu_button_popup (OUTLAY_WINDOW (data)->history_button);
}

static void
next_scenario_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  outlay_scenario_switcher_step (OUTLAY_WINDOW (data)->scenario_switcher, 1);
}

static void
previous_scenario_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  outlay_scenario_switcher_step (OUTLAY_WINDOW (data)->scenario_switcher, -1);
}

static void
next_compared_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  outlay_scenario_switcher_step (OUTLAY_WINDOW (data)->compare_switcher, 1);
}

static void
previous_compared_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  outlay_scenario_switcher_step (OUTLAY_WINDOW (data)->compare_switcher, -1);
}

static void
set_enabled (OutlayWindow *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), enabled);
}

void
outlay_window_add_actions (OutlayWindow *self)
{
  static const GActionEntry entries[] = {
    { "open", open_cb },
    { "open-recent", open_recent_cb, "s" },
    { "save", save_cb },
    { "save-as", save_as_cb },
    { "close", close_cb },
    { "undo", undo_cb },
    { "redo", redo_cb },
    { "history", history_cb },
    { "next-scenario", next_scenario_cb },
    { "previous-scenario", previous_scenario_cb },
    { "next-compared", next_compared_cb },
    { "previous-compared", previous_compared_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
outlay_window_update_actions (OutlayWindow *self)
{
  OutlayHistory *history = outlay_document_get_history (self->document);

  /* What is under a hand can be taken back. */
  set_enabled (self, "undo", outlay_history_can_undo (history) || outlay_document_is_editing (self->document));
  set_enabled (self, "redo", outlay_history_can_redo (history));
}
