/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "ui/chart-drag.h"
#include "ui/manual.h"
#include "ui/open.h"
#include "ui/quit.h"
#include "ui/recent.h"
#include "ui/session.h"
#include "ui/settings.h"
#include "ui/shortcut-row.h"
#include "ui/spoken.h"
#include "config.h"
#include "ui/application.h"

struct _OutlayApplication
{
  AdwApplication parent_instance;

  OutlaySession *session;
};

G_DEFINE_FINAL_TYPE (OutlayApplication, outlay_application, ADW_TYPE_APPLICATION)

typedef struct
{
  const char *action;
  const char *accels[3];
} Shortcut;

/* Told to people by shortcuts-dialog.blp. */
static const Shortcut shortcuts[] = {
  { "app.new-plan", { "<Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.close", { "<Control>w" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.history", { "<Control>h" } },
  { "win.new-scenario", { "<Control><Shift>n" } },
  { "win.duplicate-scenario", { "<Control>d" } },
  { "win.rename-scenario", { "<Control>F2" } },
  { "win.manage-scenarios", { "<Control>m" } },
  { "win.page::split", { "<Alt>1" } },
  { "win.page::assumptions", { "<Alt>2" } },
  { "win.page::timeline", { "<Alt>3" } },
  { "win.page::results", { "<Alt>4" } },
  { "win.page::charts", { "<Alt>5" } },
  { "win.page::compare", { "<Alt>6" } },
  { "win.page::region", { "<Alt>7" } },
  { "win.targets", { "<Control>t" } },
  { "win.find", { "<Control>f" } },
  { "win.next-scenario", { "<Control>Page_Down" } },
  { "win.previous-scenario", { "<Control>Page_Up" } },
  { "win.next-compared", { "<Control><Shift>Page_Down" } },
  { "win.previous-compared", { "<Control><Shift>Page_Up" } },
  { "win.export-chart::", { "<Control>e" } },
  { "win.copy-chart::", { "<Control><Shift>c" } },
  { "win.export-plan", { "<Control><Shift>e" } },
  { "win.present", { "F5" } },
  { "app.help", { "F1" } },
  { "app.shortcuts", { "<Control>question", "<Control>slash" } },
  { "app.quit", { "<Control>q" } },
};

static void
new_plan_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  outlay_open_new (GTK_APPLICATION (data));
}

static void
open_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  /* A desktop may start the program with this. */
  if (gtk_application_get_active_window (GTK_APPLICATION (data)) == NULL)
    outlay_session_restore_and_open_sample (OUTLAY_APPLICATION (data)->session);
  else
    outlay_open_sample (GTK_APPLICATION (data));
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  outlay_manual_open (GTK_APPLICATION (data));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GtkBuilder) builder = NULL;

  g_type_ensure (OUTLAY_TYPE_SHORTCUT_ROW);
  builder = gtk_builder_new_from_resource ("/io/github/outlay/Outlay/shortcuts-dialog.ui");
  adw_dialog_present (ADW_DIALOG (gtk_builder_get_object (builder, "shortcuts")), GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (data))));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AdwDialog *dialog = adw_about_dialog_new ();
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);

  adw_about_dialog_set_application_name (about, _("Outlay"));
  adw_about_dialog_set_application_icon (about, APPLICATION_ID);
  adw_about_dialog_set_version (about, VERSION);
  adw_about_dialog_set_developer_name (about, _("The Outlay project"));
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_comments (about, _("Divide an investment over phases and initiatives, and see what it does to output, sales and tax, to cash, return and "
                                          "risk."));
  adw_dialog_present (dialog, GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (data))));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  outlay_quit (GTK_APPLICATION (data));
}

static void
outlay_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "new-plan", new_plan_cb },
    { "open-sample", open_sample_cb },
    { "help", help_cb },
    { "shortcuts", shortcuts_cb },
    { "about", about_cb },
    { "quit", quit_cb },
  };

  G_APPLICATION_CLASS (outlay_application_parent_class)->startup (application);
  outlay_settings_migrate ();
  gtk_window_set_default_icon_name (APPLICATION_ID);
  outlay_spoken_init ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action, shortcuts[i].accels);
}

static void
outlay_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    outlay_session_restore (OUTLAY_APPLICATION (application)->session, NULL, 0);
}

static void
outlay_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  if (gtk_application_get_active_window (GTK_APPLICATION (application)) == NULL)
    outlay_session_restore (OUTLAY_APPLICATION (application)->session, files, (guint) n_files);
  else
    for (int i = 0; i < n_files; i++)
      outlay_open_file (GTK_APPLICATION (application), files[i], NULL);
}

static void
outlay_application_shutdown (GApplication *application)
{
  outlay_chart_drag_clean_up ();
  outlay_recent_flush ();
  G_APPLICATION_CLASS (outlay_application_parent_class)->shutdown (application);
}

static void
outlay_application_finalize (GObject *object)
{
  g_clear_pointer (&OUTLAY_APPLICATION (object)->session, outlay_session_free);
  G_OBJECT_CLASS (outlay_application_parent_class)->finalize (object);
}

static void
outlay_application_class_init (OutlayApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = outlay_application_finalize;
  application_class->startup = outlay_application_startup;
  application_class->activate = outlay_application_activate;
  application_class->open = outlay_application_open;
  application_class->shutdown = outlay_application_shutdown;
}

static void
outlay_application_init (OutlayApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  self->session = outlay_session_new (GTK_APPLICATION (self));
  g_application_set_option_context_parameter_string (application, _("[PLAN…]"));
  g_application_set_option_context_summary (application, _("Divide an investment and see its output, sales and tax."));
  g_application_set_version (application, VERSION);
}

OutlayApplication *
outlay_application_new (void)
{
  return g_object_new (OUTLAY_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags", G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/io/github/outlay/Outlay", NULL);
}
