/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare-head.h"

#include <glib/gi18n.h>

#include "ui/compare-name.h"

static GtkWidget *
create_name (const char *name, const char *markup, gboolean reference, const OutlayCompareColumns *columns)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *label = gtk_label_new (NULL), *note = gtk_label_new (_("reference"));

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, name);
  gtk_widget_set_css_classes (label, (const char *[]) { "caption-heading", NULL });
  gtk_label_set_xalign (GTK_LABEL (note), 1);
  gtk_widget_set_css_classes (note, (const char *[]) { "caption", "dimmed", NULL });
  gtk_widget_set_visible (note, reference);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), note);
  return outlay_compare_columns_clamp (columns, box);
}

void
outlay_compare_head_fill (AdwBin *head, OutlayCompareSession *session, GPtrArray *names, const OutlayCompareColumns *columns)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, OUTLAY_COMPARE_SPACING);

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_set_margin_start (box, outlay_compare_title_width (GTK_WIDGET (head), columns));
  for (guint n = 0; n < names->len; n++)
    {
      g_autofree char *markup = outlay_compare_name_markup (GTK_WIDGET (head), session, outlay_compare_session_get_chosen (session, n));

      gtk_box_append (GTK_BOX (box), create_name (g_ptr_array_index (names, n), markup, n == 0 && names->len > 1, columns));
    }
  adw_bin_set_child (head, outlay_compare_columns_scroll (columns, box));
}
