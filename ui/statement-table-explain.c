/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/statement-table-private.h"

#include <glib/gi18n.h>

/* Letters of a line of a popover. */
#define WIDTH 46
/* Terms in a tooltip, which cannot be scrolled. */
#define MOST_TERMS 12
#define MOST_HEIGHT 340

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
follow_cb (OutlayStatementTable *self, GtkWidget *button)
{
  const guint row = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "row"));
  const int column = self->cursor.column;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (self->figures == NULL || row >= self->figures->n_rows)
    return;
  /* What it stands in is unfolded. */
  for (int parent = outlay_figures_parent (self->figures, row); parent >= 0; parent = outlay_figures_parent (self->figures, (guint) parent))
    outlay_statement_table_set_folded (self, (guint) parent, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  outlay_statement_table_go_to (self, (OutlayTablePlace) { row, column }, FALSE);
}

/* A name that leads somewhere; the sign before it belongs to the sum. */
static void
underline (GtkLabel *label, const char *name)
{
  static const char *const signs[] = { "+ ", "− ", "× ", "÷ " };
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

  for (guint n = 0; n < G_N_ELEMENTS (signs); n++)
    if (g_str_has_prefix (name, signs[n]))
      line->start_index = (guint) strlen (signs[n]);
  pango_attr_list_insert (attributes, line);
  gtk_label_set_attributes (label, attributes);
  gtk_widget_add_css_class (GTK_WIDGET (label), "statement-link");
}

static GtkWidget *
create_term (OutlayStatementTable *self, const OutlayTerm *term)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18), *name = create_label (term->name, NULL), *value = gtk_label_new (term->value), *button;
  g_autofree char *words = NULL;

  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (name), WIDTH - 14);
  gtk_widget_add_css_class (value, "numeric");
  gtk_label_set_xalign (GTK_LABEL (value), 1);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), value);
  if (term->row < 0)
    {
      gtk_widget_add_css_class (box, "statement-term");
      return box;
    }
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "statement-term");
  underline (GTK_LABEL (name), term->name);
  gtk_widget_set_tooltip_text (button, _("Go to this row"));
  words = g_strdup_printf ("%s: %s", term->name, term->value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (button), "row", GUINT_TO_POINTER (term->row));
  g_signal_connect_object (button, "clicked", G_CALLBACK (follow_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
create_terms (OutlayStatementTable *self, const OutlayReason *reason)
{
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *words = outlay_reason_to_text (reason);

  for (guint n = 0; n < reason->terms->len; n++)
    gtk_box_append (GTK_BOX (box), create_term (self, &g_array_index (reason->terms, OutlayTerm, n)));
  /* It has the focus where there is no row to go to. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  return scrolled;
}

static GtkWidget *
create_content (OutlayStatementTable *self, const OutlayReason *reason)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *value = create_label (reason->value, "title-4");

  gtk_widget_add_css_class (value, "numeric");
  gtk_box_append (GTK_BOX (box), create_label (reason->title, "heading"));
  gtk_box_append (GTK_BOX (box), value);
  if (reason->sentence != NULL)
    gtk_box_append (GTK_BOX (box), create_label (reason->sentence, NULL));
  if (reason->terms->len > 0)
    gtk_box_append (GTK_BOX (box), create_terms (self, reason));
  gtk_widget_add_css_class (box, "statement-reason");
  return box;
}

static void
closed_cb (OutlayStatementTable *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
outlay_statement_table_explain (OutlayStatementTable *self)
{
  g_autoptr (OutlayReason) reason = NULL;
  g_autofree char *words = NULL;
  OutlayRectangle cell;

  if (self->figures == NULL || self->rows->len == 0 || self->cursor.column < 0)
    return;
  reason = outlay_figures_explain (self->figures, self->cursor.row, (guint) self->cursor.column);
  if (*reason->value == '\0')
    return;
  if (self->popover == NULL)
    {
      self->popover = g_object_new (GTK_TYPE_POPOVER, "accessible-role", GTK_ACCESSIBLE_ROLE_DIALOG, NULL);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
    }
  outlay_statement_table_reveal (self, self->cursor);
  gtk_popover_set_child (GTK_POPOVER (self->popover), create_content (self, reason));
  words = outlay_reason_to_text (reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL, reason->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
  cell = outlay_statement_table_cursor_cell (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { (int) cell.x, (int) cell.y, (int) cell.width, (int) cell.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

char *
outlay_reason_to_text (const OutlayReason *reason)
{
  g_autoptr (GString) text = g_string_new (reason->title);

  g_string_append_printf (text, "\n%s", reason->value);
  if (reason->sentence != NULL)
    g_string_append_printf (text, "\n%s", reason->sentence);
  for (guint n = 0; n < MIN (reason->terms->len, MOST_TERMS); n++)
    {
      const OutlayTerm *term = &g_array_index (reason->terms, OutlayTerm, n);

      g_string_append_printf (text, "\n%s: %s", term->name, term->value);
    }
  if (reason->terms->len > MOST_TERMS)
    g_string_append (text, "\n…");
  return g_string_free_and_steal (g_steal_pointer (&text));
}
