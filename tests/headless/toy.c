/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

/* A small program for the harness to try its hands on; every widget says what was done to it. */

static void
clicked (GtkButton *button,
         GtkLabel  *status)
{
  static int count;
  g_autofree char *text = g_strdup_printf ("clicked %d", ++count);

  gtk_label_set_text (status, text);
}

static void
entered (GtkEditable *entry,
         GtkLabel    *status)
{
  g_autofree char *text = g_strdup_printf ("entered %s", gtk_editable_get_text (entry));

  gtk_label_set_text (status, text);
}

static void
dragged (GtkGestureDrag *gesture,
         double          x,
         double          y,
         GtkLabel       *status)
{
  g_autofree char *text = g_strdup_printf ("dragged %.0f, %.0f", x, y);

  gtk_label_set_text (status, text);
}

static void
saved (GObject      *dialog,
       GAsyncResult *result,
       gpointer      status)
{
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, NULL);
  g_autofree char *text = g_strdup_printf ("chosen %s", file != NULL ? g_file_peek_path (file) : "nothing");

  gtk_label_set_text (status, text);
}

static void
save (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       status)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (status)), NULL, saved, status);
}

static void
copy (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       status)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (status), gtk_label_get_text (status));
}

static void
greet (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       status)
{
  gtk_label_set_text (status, "greeted");
}

static void
complain (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       status)
{
  g_warning ("a complaint");
}

static GtkWidget *
area_new (GtkLabel *status)
{
  GtkWidget *area = gtk_drawing_area_new ();
  GtkGesture *gesture = gtk_gesture_drag_new ();

  gtk_widget_set_name (area, "area");
  gtk_widget_set_vexpand (area, TRUE);
  gtk_widget_add_controller (area, GTK_EVENT_CONTROLLER (gesture));
  g_signal_connect (gesture, "drag-update", G_CALLBACK (dragged), status);
  return area;
}

static GtkWidget *
header_new (void)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, "Greet", "app.greet");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, "Menu");
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), button);
  return header;
}

static GtkWidget *
content_new (GtkLabel *status)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_label ("Click");
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_set_name (entry, "entry");
  g_signal_connect (button, "clicked", G_CALLBACK (clicked), status);
  g_signal_connect (entry, "activate", G_CALLBACK (entered), status);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (status));
  gtk_box_append (GTK_BOX (box), area_new (status));
  return box;
}

static void
add_actions (GtkApplication *application,
             gpointer        status)
{
  const GActionEntry entries[] = { { "save", save }, { "copy", copy }, { "greet", greet }, { "complain", complain } };
  const char *accels[][3] = { { "app.save", "<Control>s" }, { "app.copy", "<Control>e" }, { "app.complain", "<Control>w" } };

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), status);
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i][0], &accels[i][1]);
}

static void
activate (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkLabel *status = GTK_LABEL (gtk_label_new ("nothing yet"));
  GtkWidget *view = adw_toolbar_view_new ();

  gtk_widget_set_name (GTK_WIDGET (status), "status");
  add_actions (application, status);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), content_new (status));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AdwApplication) application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
