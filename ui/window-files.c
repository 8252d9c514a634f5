/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "ui/open.h"
#include "ui/quit.h"
#include "ui/recent.h"
#include "ui/save-dialog.h"
#include "ui/versions.h"
#include "ui/window-private.h"

typedef struct
{
  OutlayWindow *window;
  GFile *file; /* (nullable): where to, once that is known */
  OutlaySavedFunc callback;
} Saving;

static void save_to (Saving *saving, GFile *file, gboolean lay_over);
static void ask_for_file (Saving *saving);

/* With the program, or by itself. */
static void
go_on_closing (OutlayWindow *self)
{
  if (self->ending)
    outlay_quit (gtk_window_get_application (GTK_WINDOW (self)));
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
stay (OutlayWindow *self)
{
  if (self->ending)
    outlay_quit_cancel (gtk_window_get_application (GTK_WINDOW (self)));
}

static Saving *
saving_new (OutlayWindow *window, OutlaySavedFunc callback)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (window);
  saving->callback = callback;
  return saving;
}

static void
saving_end (Saving *saving, gboolean saved)
{
  OutlayWindow *self = saving->window;

  self->saving = FALSE;
  if (saving->callback != NULL)
    saving->callback (self, saved);
  else if (saved && self->closing_when_saved)
    go_on_closing (self);
  self->closing_when_saved = FALSE;
  g_object_unref (saving->window);
  g_clear_object (&saving->file);
  g_free (saving);
}

static void
say_saved (OutlayWindow *self)
{
  g_autofree char *name = g_file_get_basename (outlay_document_get_file (self->document));
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = g_strdup_printf (_("Saved “%s”"), shown);

  outlay_window_say (self, text, FALSE);
}

/* The save goes on, or it ends and the plan stays unsaved. */
static void
way_chosen_cb (AdwAlertDialog *dialog, const char *response, Saving *saving)
{
  if (g_str_equal (response, "save-as"))
    ask_for_file (saving);
  else if (g_str_equal (response, "try-again"))
    save_to (saving, saving->file, FALSE);
  else if (g_str_equal (response, "overwrite"))
    save_to (saving, saving->file, TRUE);
  else
    {
      if (g_str_equal (response, "reload"))
        outlay_versions_reload (saving->window, saving->file);
      else if (g_str_equal (response, "compare"))
        outlay_versions_compare (saving->window, saving->file);
      saving_end (saving, FALSE);
    }
}

static void
ask_for_way (Saving *saving, const GError *error)
{
  AdwDialog *dialog = outlay_save_dialog_new (error);

  g_signal_connect (dialog, "response", G_CALLBACK (way_chosen_cb), saving);
  adw_dialog_present (dialog, GTK_WIDGET (saving->window));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  OutlayDocument *document = OUTLAY_DOCUMENT (source);
  g_autoptr (GError) error = NULL;
  const gboolean saved = outlay_document_save_finish (document, result, &error);

  if (!saved && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      ask_for_way (saving, error);
      return;
    }
  if (saved)
    {
      outlay_recent_add (outlay_document_get_file (document));
      say_saved (saving->window);
    }
  saving_end (saving, saved);
}

static void
save_to (Saving *saving, GFile *file, gboolean lay_over)
{
  g_set_object (&saving->file, file);
  /* Not cancelled with the window: what a person asked to be kept is kept. */
  outlay_document_save (saving->window->document, file, lay_over, NULL, saved_cb, saving);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  g_autoptr (GFile) chosen = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GFile) file = chosen != NULL ? outlay_window_add_ending (chosen) : NULL;

  if (file != NULL)
    save_to (saving, file, FALSE);
  else
    saving_end (saving, FALSE);
}

static void
ask_for_file (Saving *saving)
{
  OutlayDocument *document = saving->window->document;
  g_autoptr (GtkFileDialog) dialog = outlay_file_dialog_new (_("Save the Plan As"));
  GFile *file = outlay_document_get_file (document);
  g_autofree char *name = outlay_window_suggest_name (outlay_document_get_title (document));

  if (file != NULL)
    gtk_file_dialog_set_initial_file (dialog, file);
  else
    gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (saving->window), NULL, chosen_cb, saving);
}

static void
saved_before_close (OutlayWindow *self, gboolean saved)
{
  if (saved && !outlay_document_get_unsaved (self->document))
    go_on_closing (self);
  else
    stay (self);
}

static void
answered_cb (AdwAlertDialog *dialog, const char *response, OutlayWindow *self)
{
  if (g_str_equal (response, "save"))
    outlay_window_save (self, FALSE, saved_before_close);
  else if (g_str_equal (response, "discard"))
    {
      self->closing = TRUE;
      go_on_closing (self);
    }
  else
    stay (self);
}

void
outlay_window_save (OutlayWindow *self, gboolean ask, OutlaySavedFunc callback)
{
  GFile *file = outlay_document_get_file (self->document);

  if (self->saving || !outlay_document_settle (self->document))
    return;
  self->saving = TRUE;
  if (ask || file == NULL)
    ask_for_file (saving_new (self, callback));
  else
    save_to (saving_new (self, callback), file, FALSE);
}

void
outlay_window_ask_to_close (OutlayWindow *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Save Changes?"), NULL);

  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog), _("“%s” has changes that are not saved. They are lost when the plan is closed without saving."),
                                outlay_document_get_title (self->document));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "discard", _("_Discard"), "save", _("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "save");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

GFile *
outlay_window_add_ending (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *longer = g_strconcat (name, ".outlay.json", NULL);

  if (folder == NULL || strchr (name, '.') != NULL)
    return g_object_ref (file);
  return g_file_get_child (folder, longer);
}

/* Without what separates folders. */
char *
outlay_window_suggest_name (const char *title)
{
  g_autofree char *name = g_strdelimit (g_strdup (title), "/\\", '-');

  return g_strconcat (name, ".outlay.json", NULL);
}
