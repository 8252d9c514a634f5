/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "ui/chart-drag.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "ui/chart-print.h"

/* Of the picture under the pointer, in pixels. */
#define ICON_WIDTH 240

/* Where the file of the last drag lies: whoever takes it may read it long after the drag. */
static char *folder;

/* The name of a file for a title. */
static char *
file_name (const char *title)
{
  char *name = g_strconcat (*title != '\0' ? title : _("Chart"), ".png", NULL);

  g_strdelimit (name, "/\\", '-');
  return name;
}

static GFile *
write_file (const char *title, GBytes *png)
{
  g_autofree char *name = file_name (title), *path = NULL;

  outlay_chart_drag_clean_up ();
  folder = g_dir_make_tmp ("outlay-XXXXXX", NULL);
  if (folder == NULL)
    return NULL;
  path = g_build_filename (folder, name, NULL);
  return g_file_set_contents (path, g_bytes_get_data (png, NULL), (gssize) g_bytes_get_size (png), NULL) ? g_file_new_for_path (path) : NULL;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, gpointer data)
{
  OutlayScene *scene = outlay_chart_view_get_scene (data);
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (OutlayChartPrint) print = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = NULL;

  if (scene == NULL)
    return NULL;
  print = outlay_chart_print_new_for_scene (scene, settings);
  png = outlay_chart_print_encode (print, OUTLAY_CHART_PNG, &error);
  if (png == NULL)
    {
      g_warning ("%s", error->message);
      return NULL;
    }
  file = write_file (outlay_scene_get_title (scene), png);
  return outlay_chart_print_offer (print, png, file);
}

/* The chart itself, small, under the pointer. */
static void
begin_cb (GtkDragSource *source, GdkDrag *drag, gpointer data)
{
  g_autoptr (GdkPaintable) whole = gtk_widget_paintable_new (GTK_WIDGET (data));
  g_autoptr (GdkPaintable) still = gdk_paintable_get_current_image (whole);
  const double ratio = gdk_paintable_get_intrinsic_aspect_ratio (still);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GdkPaintable) icon = NULL;
  const double height = ratio > 0 ? ICON_WIDTH / ratio : ICON_WIDTH / 2;

  gdk_paintable_snapshot (still, snapshot, ICON_WIDTH, height);
  icon = gtk_snapshot_to_paintable (snapshot, &GRAPHENE_SIZE_INIT (ICON_WIDTH, (float) height));
  gtk_drag_source_set_icon (source, icon, ICON_WIDTH / 2, (int) (height / 2));
}

void
outlay_chart_drag_add (GtkWidget *handle, OutlayChartView *view)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), view, G_CONNECT_DEFAULT);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (begin_cb), view, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_widget_set_cursor_from_name (handle, "grab");
}

void
outlay_chart_drag_clean_up (void)
{
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  if (folder != NULL)
    g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}
