/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "store/reader.h"
#include "ui/faults-dialog.h"

struct _OutlayFaultsDialog
{
  AdwDialog parent_instance;

  GtkLabel *summary;
  GtkLabel *kept;
  GtkListBox *list;

  GString *text; /* what is copied: "file:line:column: path: message", as outlay-cli check prints it */
};

G_DEFINE_FINAL_TYPE (OutlayFaultsDialog, outlay_faults_dialog, ADW_TYPE_DIALOG)

static void
add_label (GtkBox *box, const char *text, const char *style, gboolean wrap)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), wrap);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
}

static void
add_fault (OutlayFaultsDialog *self, const char *name, const OutlayFault *fault)
{
  const gboolean has_path = fault->path != NULL && fault->path[0] != '\0';
  g_autofree char *place = g_strdup_printf (_("Line %u, column %u"), fault->line, fault->column);
  g_autofree char *where = has_path ? g_strdup_printf ("%s · %s", place, fault->path) : g_strdup (place);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, "activatable", FALSE, NULL);

  gtk_widget_add_css_class (box, "fault");
  add_label (GTK_BOX (box), fault->message, "body", TRUE);
  add_label (GTK_BOX (box), where, "fault-place", TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, fault->message,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, where, -1);
  gtk_list_box_append (self->list, row);
  g_string_append_printf (self->text, "%s:%u:%u: %s%s%s\n", name, fault->line, fault->column, has_path ? fault->path : "",
                          has_path ? ": " : "", fault->message);
}

static void
copy_cb (OutlayFaultsDialog *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text->str);
}

static void
outlay_faults_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_FAULTS_DIALOG);
  G_OBJECT_CLASS (outlay_faults_dialog_parent_class)->dispose (object);
}

static void
outlay_faults_dialog_finalize (GObject *object)
{
  g_string_free (OUTLAY_FAULTS_DIALOG (object)->text, TRUE);
  G_OBJECT_CLASS (outlay_faults_dialog_parent_class)->finalize (object);
}

static void
outlay_faults_dialog_class_init (OutlayFaultsDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = outlay_faults_dialog_dispose;
  G_OBJECT_CLASS (class)->finalize = outlay_faults_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/faults-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayFaultsDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, OutlayFaultsDialog, kept);
  gtk_widget_class_bind_template_child (widget_class, OutlayFaultsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
outlay_faults_dialog_init (OutlayFaultsDialog *self)
{
  self->text = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
outlay_faults_dialog_present (GFile *file, GPtrArray *faults, const char *kept, GtkWidget *parent)
{
  OutlayFaultsDialog *self = g_object_new (OUTLAY_TYPE_FAULTS_DIALOG, NULL);
  g_autofree char *basename = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (basename);
  g_autofree char *summary =
    g_strdup_printf (ngettext ("“%s” has %u fault. Nothing of it was opened.", "“%s” has %u faults. Nothing of it was opened.", faults->len),
                     name, faults->len);

  gtk_label_set_text (self->summary, summary);
  gtk_label_set_text (self->kept, kept != NULL ? kept : "");
  gtk_widget_set_visible (GTK_WIDGET (self->kept), kept != NULL);
  for (guint i = 0; i < faults->len; i++)
    add_fault (self, name, g_ptr_array_index (faults, i));
  adw_dialog_present (ADW_DIALOG (self), parent);
}
