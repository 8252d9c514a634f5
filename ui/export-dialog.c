/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "chart/sizes.h"
#include "config.h"
#include "ui/chart-print.h"
#include "ui/compare-session.h"
#include "ui/export-dialog.h"
#include "ui/save-name.h"
#include "ui/window.h"
#include "ui/word-row.h"

struct _OutlayExportDialog
{
  AdwDialog parent_instance;

  GtkAspectFrame *frame;
  GtkDrawingArea *preview;
  AdwComboRow *chart_row;
  OutlayWordRow *title_row;
  OutlayWordRow *subtitle_row;
  OutlayWordRow *note_row;
  OutlayWordRow *source_row;
  AdwComboRow *size_row;
  AdwSpinRow *width_row;
  AdwSpinRow *height_row;
  AdwComboRow *theme_row;
  AdwToggleGroup *format_group;
  GtkWidget *text_row;
  GtkWidget *copy_button;
  GtkWidget *save_button;

  OutlayDocument *document;
  OutlayWindow *window;
  GSettings *settings;
  OutlayChartPrint *print;
  GPtrArray *charts; /* OutlayChart: those that can be drawn now */
  gboolean filling;
  gboolean speechless; /* the chart is on its way, and its words with it */
};

static const char *const endings[] = { [OUTLAY_CHART_PNG] = ".png", [OUTLAY_CHART_SVG] = ".svg", [OUTLAY_CHART_PDF] = ".pdf" };

G_DEFINE_FINAL_TYPE (OutlayExportDialog, outlay_export_dialog, ADW_TYPE_DIALOG)

static const OutlayChart *
get_chart (OutlayExportDialog *self)
{
  return g_ptr_array_index (self->charts, adw_combo_row_get_selected (self->chart_row));
}

/* The words of the chart itself: a bridge says what it is between, a chart of several scenarios what they are. */
static void
fill_words (OutlayExportDialog *self, const OutlayChart *chart)
{
  OutlayChartPrint *own = outlay_chart_print_new (self->document, chart, NULL, self->settings);
  const gboolean filling = self->filling;

  self->filling = TRUE;
  self->speechless = own == NULL;
  outlay_word_row_set_automatic (self->title_row, own != NULL ? outlay_scene_get_title (own->scene) : outlay_chart_title (chart));
  outlay_word_row_set_automatic (self->subtitle_row, own != NULL ? outlay_scene_get_subtitle (own->scene) : "");
  outlay_word_row_set_automatic (self->note_row, own != NULL ? outlay_scene_get_note (own->scene) : "");
  outlay_word_row_set_automatic (self->source_row, own != NULL ? outlay_scene_get_source (own->scene) : "");
  self->filling = filling;
  g_clear_pointer (&own, outlay_chart_print_unref);
}

static void
update (OutlayExportDialog *self)
{
  const OutlayChartOptions options = { .title = outlay_word_row_get_own (self->title_row),
                                       .subtitle = outlay_word_row_get_own (self->subtitle_row),
                                       .note = outlay_word_row_get_own (self->note_row),
                                       .source = outlay_word_row_get_own (self->source_row) };
  OutlayChartPrint *print;

  if (self->filling)
    return;
  print = outlay_chart_print_new (self->document, get_chart (self), &options, self->settings);
  gtk_widget_set_sensitive (self->copy_button, print != NULL);
  gtk_widget_set_sensitive (self->save_button, print != NULL);
  g_clear_pointer (&self->print, outlay_chart_print_unref);
  self->print = print;
  gtk_widget_queue_draw (GTK_WIDGET (self->preview));
  if (print == NULL)
    return;
  gtk_aspect_frame_set_ratio (self->frame, (float) (self->print->width / self->print->height));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->preview), GTK_ACCESSIBLE_PROPERTY_LABEL, outlay_scene_get_title (self->print->scene),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, outlay_scene_get_summary (self->print->scene), -1);
}

static void
computed_cb (OutlayExportDialog *self)
{
  if (self->speechless)
    fill_words (self, get_chart (self));
  update (self);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  OutlayExportDialog *self = data;

  if (self->print == NULL)
    return;
  cairo_scale (cr, width / self->print->width, height / self->print->height);
  outlay_scene_draw (self->print->scene, cr, self->print->width, self->print->height, &self->print->style);
}

static void
changed_cb (OutlayExportDialog *self)
{
  update (self);
}

static void
chart_chosen_cb (OutlayExportDialog *self)
{
  if (self->filling)
    return;
  g_settings_set_string (self->settings, "export-chart", outlay_chart_id (get_chart (self)));
  fill_words (self, get_chart (self));
  update (self);
}

/* The sizes of app/chart/sizes.h, then one's own. */
static void
size_chosen_cb (OutlayExportDialog *self)
{
  const OutlayChartSize *size = outlay_chart_size_nth (adw_combo_row_get_selected (self->size_row));

  if (self->filling)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->width_row), size == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->height_row), size == NULL);
  g_settings_set_string (self->settings, "export-size", size != NULL ? size->id : OUTLAY_CUSTOM_SIZE);
}

static void
theme_chosen_cb (OutlayExportDialog *self)
{
  if (!self->filling)
    g_settings_set_enum (self->settings, "export-theme", (int) adw_combo_row_get_selected (self->theme_row));
}

/* What else a format leaves to choose. */
static void
format_chosen_cb (OutlayExportDialog *self)
{
  gtk_widget_set_visible (self->text_row, g_strcmp0 (adw_toggle_group_get_active_name (self->format_group), "svg") == 0);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlayExportDialog) self = OUTLAY_EXPORT_DIALOG (data);
  g_autoptr (GError) error = NULL;

  if (!outlay_chart_print_copy_finish (result, &error))
    {
      outlay_window_complain (self->window, _("The Chart Was Not Copied"), error->message);
      return;
    }
  outlay_window_say (self->window, _("Chart copied"), FALSE);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
copy_cb (OutlayExportDialog *self)
{
  outlay_chart_print_copy (self->print, gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, copied_cb, g_object_ref (self));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlayExportDialog) self = OUTLAY_EXPORT_DIALOG (data);
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (self->save_button, TRUE);
  if (!outlay_chart_print_write_finish (result, &error))
    {
      outlay_window_complain (self->window, _("The Chart Was Not Saved"), error->message);
      return;
    }
  outlay_window_say (self->window, _("Chart saved"), FALSE);
  adw_dialog_close (ADW_DIALOG (self));
}

/* An ending that was typed decides the format, else the format the ending. */
static void
write_to (OutlayExportDialog *self, GFile *chosen)
{
  OutlayChartFormat format = (OutlayChartFormat) g_settings_get_enum (self->settings, "export-format");
  g_autofree char *name = g_file_get_basename (chosen);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  const int typed = outlay_chart_format_from_name (name);

  if (typed >= 0)
    format = (OutlayChartFormat) typed;
  file = outlay_save_name (chosen, endings[format], &error);
  if (file == NULL)
    {
      outlay_window_complain (self->window, _("The Chart Was Not Saved"), error->message);
      return;
    }
  gtk_widget_set_sensitive (self->save_button, FALSE);
  outlay_chart_print_write (self->print, format, file, NULL, written_cb, g_object_ref (self));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlayExportDialog) self = OUTLAY_EXPORT_DIALOG (data);
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    write_to (self, file);
}

static void
save_cb (OutlayExportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  const char *ending = endings[g_settings_get_enum (self->settings, "export-format")];
  g_autofree char *name =
    g_strdup_printf ("%s - %s%s", outlay_document_get_title (self->document), gtk_editable_get_text (GTK_EDITABLE (self->title_row)), ending);

  g_strdelimit (name, "/\\", '-');
  gtk_file_dialog_set_title (dialog, _("Save the Chart"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self->window), NULL, chosen_cb, g_object_ref (self));
}

static gboolean
can_draw (OutlayExportDialog *self, const OutlayChart *chart)
{
  return !outlay_chart_is_bridge (chart) || outlay_compare_session_has_bridge (outlay_compare_session_get (self->document));
}

static void
fill_charts (OutlayExportDialog *self, const OutlayChart *chart)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < outlay_chart_count (); i++)
    {
      if (!can_draw (self, outlay_chart_nth (i)))
        continue;
      gtk_string_list_append (names, outlay_chart_title (outlay_chart_nth (i)));
      if (outlay_chart_nth (i) == chart)
        selected = self->charts->len;
      g_ptr_array_add (self->charts, (gpointer) outlay_chart_nth (i));
    }
  adw_combo_row_set_model (self->chart_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->chart_row, selected);
  fill_words (self, g_ptr_array_index (self->charts, selected));
}

static void
fill_sizes (OutlayExportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *id = g_settings_get_string (self->settings, "export-size");
  guint selected = 0;

  for (guint i = 0; i < outlay_chart_size_count (); i++)
    {
      gtk_string_list_append (names, _(outlay_chart_size_nth (i)->name));
      if (g_str_equal (outlay_chart_size_nth (i)->id, id))
        selected = i;
    }
  gtk_string_list_append (names, _("Own Size"));
  if (g_str_equal (id, OUTLAY_CUSTOM_SIZE))
    selected = outlay_chart_size_count ();
  adw_combo_row_set_model (self->size_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->size_row, selected);
}

static void
fill (OutlayExportDialog *self, const OutlayChart *chart)
{
  self->filling = TRUE;
  fill_charts (self, chart);
  fill_sizes (self);
  g_settings_bind (self->settings, "export-width", self->width_row, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "export-height", self->height_row, "value", G_SETTINGS_BIND_DEFAULT);
  adw_combo_row_set_selected (self->theme_row, (guint) g_settings_get_enum (self->settings, "export-theme"));
  g_settings_bind (self->settings, "export-format", self->format_group, "active-name", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "export-text", self->text_row, "active", G_SETTINGS_BIND_DEFAULT);
  self->filling = FALSE;
  size_chosen_cb (self);
  format_chosen_cb (self);
  update (self);
}

static void
outlay_export_dialog_dispose (GObject *object)
{
  OutlayExportDialog *self = OUTLAY_EXPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_EXPORT_DIALOG);
  g_clear_pointer (&self->print, outlay_chart_print_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->window);
  g_clear_object (&self->document);
  g_clear_pointer (&self->charts, g_ptr_array_unref);
  G_OBJECT_CLASS (outlay_export_dialog_parent_class)->dispose (object);
}

static void
outlay_export_dialog_class_init (OutlayExportDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (OUTLAY_TYPE_WORD_ROW);
  G_OBJECT_CLASS (class)->dispose = outlay_export_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayExportDialog, frame);
  gtk_widget_class_bind_template_child (widget_class, OutlayExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, OutlayExportDialog, chart_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayExportDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayExportDialog, subtitle_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayExportDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayExportDialog, source_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayExportDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayExportDialog, width_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayExportDialog, height_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayExportDialog, theme_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayExportDialog, format_group);
  gtk_widget_class_bind_template_child (widget_class, OutlayExportDialog, text_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayExportDialog, copy_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayExportDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chart_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, size_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, theme_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
outlay_export_dialog_init (OutlayExportDialog *self)
{
  self->filling = TRUE;
  self->charts = g_ptr_array_new ();
  self->settings = g_settings_new (APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->preview, draw_cb, self, NULL);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

void
outlay_export_dialog_present (OutlayDocument *document, const OutlayChart *chart, GtkWidget *parent)
{
  OutlayExportDialog *self = g_object_new (OUTLAY_TYPE_EXPORT_DIALOG, NULL);

  self->document = g_object_ref (document);
  self->window = g_object_ref (OUTLAY_WINDOW (parent));
  g_signal_connect_object (outlay_compare_session_get (document), "computed", G_CALLBACK (computed_cb), self, G_CONNECT_SWAPPED);
  fill (self, chart);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
