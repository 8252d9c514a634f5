/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/word-row.h"

#include <glib/gi18n.h>

struct _OutlayWordRow
{
  AdwEntryRow parent_instance;

  GtkWidget *button;
  char *automatic;
};

G_DEFINE_FINAL_TYPE (OutlayWordRow, outlay_word_row, ADW_TYPE_ENTRY_ROW)

static void
changed_cb (OutlayWordRow *self)
{
  gtk_widget_set_visible (self->button, outlay_word_row_get_own (self) != NULL);
}

static void
clicked_cb (OutlayWordRow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self), self->automatic);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
outlay_word_row_finalize (GObject *object)
{
  g_free (OUTLAY_WORD_ROW (object)->automatic);
  G_OBJECT_CLASS (outlay_word_row_parent_class)->finalize (object);
}

static void
outlay_word_row_class_init (OutlayWordRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = outlay_word_row_finalize;
}

static void
outlay_word_row_init (OutlayWordRow *self)
{
  self->automatic = g_strdup ("");
  self->button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  gtk_widget_set_tooltip_text (self->button, _("Back to the chart’s own words"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_visible (self->button, FALSE);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->button);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
}

/* Lines become one; where it is too long for a chart's line it is broken there again. */
void
outlay_word_row_set_automatic (OutlayWordRow *self, const char *words)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  g_free (self->automatic);
  self->automatic = g_strjoinv (" · ", lines);
  gtk_editable_set_text (GTK_EDITABLE (self), self->automatic);
  changed_cb (self);
}

const char *
outlay_word_row_get_own (OutlayWordRow *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self));

  return g_str_equal (words, self->automatic) ? NULL : words;
}
