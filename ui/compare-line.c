/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare-line.h"

#include <glib/gi18n.h>

#include "ui/tooltip.h"

typedef struct
{
  GtkWidget *clamp; /* as wide as its column, whatever it says */
  GtkWidget *box;
  GtkBox *line; /* of mark and value */
  GtkLabel *value;
  /* NULL until there is something to say: */
  GtkImage *mark;
  GtkLabel *note;
  GtkLabel *verdict; /* in a line of its own where columns are narrow */
} Cell;

struct _OutlayCompareLine
{
  GtkBox parent_instance;

  const OutlayCompareColumns *columns; /* the table's */
  GtkLabel *title;
  GtkLabel *badge;
  GtkBox *figures;     /* the cells, side by side */
  GtkWidget *scroller; /* of these */
  GArray *cells;   /* Cell */
  OutlayCompareRow *row;
};

G_DEFINE_FINAL_TYPE (OutlayCompareLine, outlay_compare_line, GTK_TYPE_BOX)

static GtkLabel *
add_label (GtkWidget *box, const char *const *classes)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_css_classes (label, (const char **) classes);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static Cell
create_cell (OutlayCompareLine *self)
{
  static const char *const value[] = { "numeric", NULL };
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  Cell cell = { .box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), .line = GTK_BOX (line) };

  gtk_widget_set_halign (line, GTK_ALIGN_END);
  cell.value = add_label (line, value);
  if (self->columns->compact)
    gtk_widget_add_css_class (GTK_WIDGET (cell.value), "compact");
  gtk_box_append (GTK_BOX (cell.box), line);
  cell.clamp = outlay_compare_columns_clamp (self->columns, cell.box);
  gtk_widget_set_valign (cell.clamp, GTK_ALIGN_START);
  gtk_box_append (self->figures, cell.clamp);
  return cell;
}

static void
show_mark (Cell *cell, OutlayCellMark mark)
{
  if (cell->mark == NULL && mark == OUTLAY_CELL_PLAIN)
    return;
  if (cell->mark == NULL)
    {
      cell->mark = GTK_IMAGE (gtk_image_new ());
      gtk_image_set_pixel_size (cell->mark, outlay_compare_scaled (cell->box, 12));
      gtk_box_prepend (cell->line, GTK_WIDGET (cell->mark));
    }
  gtk_widget_set_visible (GTK_WIDGET (cell->mark), mark != OUTLAY_CELL_PLAIN);
  gtk_image_set_from_icon_name (cell->mark, mark == OUTLAY_CELL_MISSED ? "outlay-missed-symbolic" : "outlay-met-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (cell->mark), (const char *[]) { mark == OUTLAY_CELL_MISSED ? "error" : "success", NULL });
}

static void
show_words (Cell *cell, GtkLabel **label, const char *words, OutlayCellTone tone)
{
  static const char *const classes[][4] = {
    [OUTLAY_CELL_NEUTRAL] = { "caption", "numeric", "dimmed", NULL },
    [OUTLAY_CELL_BETTER] = { "caption", "numeric", "success", NULL },
    [OUTLAY_CELL_WORSE] = { "caption", "numeric", "error", NULL },
  };

  if (*label == NULL && words == NULL)
    return;
  if (*label == NULL)
    *label = add_label (cell->box, classes[tone]);
  gtk_widget_set_css_classes (GTK_WIDGET (*label), (const char **) classes[tone]);
  gtk_label_set_text (*label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (*label), words != NULL);
}

static void
show_cell (OutlayCompareLine *self, Cell *cell, const OutlayCompareCell *content)
{
  g_autofree char *description = outlay_compare_cell_describe (content);
  g_autofree char *tooltip = g_strjoin ("\n", content->exact != NULL ? content->exact : content->value, description, NULL);

  gtk_label_set_text (cell->value, content->value);
  outlay_tooltip_set (cell->box, tooltip);
  show_words (cell, &cell->note, self->columns->compact ? content->note : description, content->tone);
  show_words (cell, &cell->verdict, self->columns->compact ? outlay_compare_cell_get_verdict (content) : NULL, content->tone);
  show_mark (cell, content->mark);
}

static void
show_cells (OutlayCompareLine *self)
{
  for (guint n = self->cells->len; n < self->row->cells->len; n++)
    {
      Cell cell = create_cell (self);

      g_array_append_val (self->cells, cell);
    }
  gtk_widget_set_visible (self->scroller, self->row->cells->len > 0);
  for (guint n = 0; n < self->cells->len; n++)
    {
      Cell *cell = &g_array_index (self->cells, Cell, n);

      gtk_widget_set_visible (cell->clamp, n < self->row->cells->len);
      if (n < self->row->cells->len)
        show_cell (self, cell, outlay_compare_row_nth (self->row, n));
    }
}

static void
show_row (OutlayCompareLine *self)
{
  gtk_label_set_text (self->title, self->row->title);
  gtk_label_set_text (self->badge, self->row->badge != NULL ? self->row->badge : "");
  gtk_widget_set_visible (GTK_WIDGET (self->badge), self->row->badge != NULL);
  outlay_tooltip_set (gtk_widget_get_parent (GTK_WIDGET (self->title)), self->row->details != NULL ? self->row->details : self->row->title);
  if (self->row->heading)
    gtk_widget_add_css_class (GTK_WIDGET (self), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "heading");
  show_cells (self);
}

static void
forget_row (OutlayCompareLine *self)
{
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_data (self->row, self);
  g_clear_object (&self->row);
}

static void
outlay_compare_line_dispose (GObject *object)
{
  forget_row (OUTLAY_COMPARE_LINE (object));
  G_OBJECT_CLASS (outlay_compare_line_parent_class)->dispose (object);
}

static void
outlay_compare_line_finalize (GObject *object)
{
  g_array_unref (OUTLAY_COMPARE_LINE (object)->cells);
  G_OBJECT_CLASS (outlay_compare_line_parent_class)->finalize (object);
}

static void
outlay_compare_line_class_init (OutlayCompareLineClass *class)
{
  G_OBJECT_CLASS (class)->dispose = outlay_compare_line_dispose;
  G_OBJECT_CLASS (class)->finalize = outlay_compare_line_finalize;
}

static void
outlay_compare_line_init (OutlayCompareLine *self)
{
  static const char *const plain[] = { NULL }, *const badge[] = { "caption", "source-badge", NULL };
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  gtk_box_set_spacing (GTK_BOX (self), OUTLAY_COMPARE_SPACING);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_START);
  self->title = add_label (words, plain);
  gtk_label_set_xalign (self->title, 0);
  self->badge = add_label (words, badge);
  gtk_widget_set_halign (GTK_WIDGET (self->badge), GTK_ALIGN_START);
  self->figures = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, OUTLAY_COMPARE_SPACING));
  gtk_widget_set_halign (GTK_WIDGET (self->figures), GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (self), words);
}

GtkWidget *
outlay_compare_line_new (const OutlayCompareColumns *columns)
{
  OutlayCompareLine *self = g_object_new (OUTLAY_TYPE_COMPARE_LINE, NULL);

  self->columns = columns;
  self->scroller = outlay_compare_columns_scroll (columns, GTK_WIDGET (self->figures));
  gtk_box_append (GTK_BOX (self), self->scroller);
  gtk_widget_set_size_request (gtk_widget_get_parent (GTK_WIDGET (self->title)), outlay_compare_title_width (GTK_WIDGET (self), columns), -1);
  if (columns->below)
    {
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
      gtk_box_set_spacing (GTK_BOX (self), 1);
    }
  return GTK_WIDGET (self);
}

void
outlay_compare_line_set_row (OutlayCompareLine *self, OutlayCompareRow *row)
{
  forget_row (self);
  if (row == NULL)
    return;
  self->row = g_object_ref (row);
  g_signal_connect_object (row, "changed", G_CALLBACK (show_row), self, G_CONNECT_SWAPPED);
  show_row (self);
}

char *
outlay_compare_line_describe (OutlayCompareRow *row, GPtrArray *names)
{
  g_autoptr (GString) text = g_string_new (row->title);

  for (guint n = 0; n < row->cells->len && n < names->len; n++)
    {
      const OutlayCompareCell *cell = outlay_compare_row_nth (row, n);

      g_autofree char *description = outlay_compare_cell_describe (cell);

      g_string_append_printf (text, "; %s: %s", (const char *) g_ptr_array_index (names, n), cell->value);
      if (description != NULL)
        g_string_append_printf (text, ", %s", description);
      if (cell->mark != OUTLAY_CELL_PLAIN)
        g_string_append_printf (text, ", %s", cell->mark == OUTLAY_CELL_MET ? _("target met") : _("target missed"));
    }
  if (row->badge != NULL)
    g_string_append_printf (text, "; %s", row->badge);
  return g_string_free_and_steal (g_steal_pointer (&text));
}
