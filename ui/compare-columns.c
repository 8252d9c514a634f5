/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare-columns.h"

#include <adwaita.h>

#include "ui/compare-row.h"
#include "ui/theme.h"

/* In pixels at a text scale of 1. */
#define TITLE_WIDTH 120
/* Of titles that are read without being cut off, most of them. */
#define GOOD_TITLE_WIDTH 165
/* Names in the head want as much; long texts are shortened to that. */
#define LEAST_WIDTH 96
#define LEAST_COMPACT_WIDTH 76
#define MOST_WIDTH 230
/* A target's mark and what is between it and its figure. */
#define MARK_WIDTH 17

#define MOST_MEASURED 100
/* Texts so much narrower by count of letters than another are narrower than it. */
#define UNCERTAIN 4

#define SMALL 0.83

typedef struct
{
  PangoLayout *layout;
  int longest; /* in columns of a terminal */
  int width;
} Ruler;

static Ruler
ruler_new (GtkWidget *widget, double scale)
{
  Ruler ruler = { gtk_widget_create_pango_layout (widget, NULL), 0, 0 };
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (ruler.layout, attributes);
  return ruler;
}

static void
ruler_clear (Ruler *ruler)
{
  g_clear_object (&ruler->layout);
}

static int
count_columns (const char *text)
{
  int n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    n += g_unichar_iswide (g_utf8_get_char (text)) ? 2 : 1;
  return n;
}

static void
ruler_add (Ruler *ruler, const char *text, int beside)
{
  int columns, width;

  if (text == NULL)
    return;
  columns = count_columns (text);
  if (columns + UNCERTAIN < ruler->longest && beside == 0)
    return;
  ruler->longest = MAX (ruler->longest, columns);
  pango_layout_set_text (ruler->layout, text, -1);
  pango_layout_get_pixel_size (ruler->layout, &width, NULL);
  ruler->width = MAX (ruler->width, width + beside);
}

static void
measure_cell (const OutlayCompareCell *cell, gboolean compact, int mark, Ruler *values, Ruler *notes)
{
  g_autofree char *description = compact ? NULL : outlay_compare_cell_describe (cell);

  ruler_add (values, cell->value, cell->mark != OUTLAY_CELL_PLAIN ? mark : 0);
  ruler_add (notes, compact ? cell->note : description, 0);
  ruler_add (notes, compact ? outlay_compare_cell_get_verdict (cell) : NULL, 0);
}

int
outlay_compare_columns_measure (GtkWidget *widget, GListModel *rows, gboolean compact)
{
  Ruler values = ruler_new (widget, compact ? SMALL : 1), notes = ruler_new (widget, SMALL);
  const int mark = outlay_compare_scaled (widget, MARK_WIDTH);
  int width;

  for (guint i = 0; i < MIN (g_list_model_get_n_items (rows), MOST_MEASURED); i++)
    {
      g_autoptr (OutlayCompareRow) row = g_list_model_get_item (rows, i);

      for (guint n = 0; n < row->cells->len; n++)
        measure_cell (outlay_compare_row_nth (row, n), compact, mark, &values, &notes);
    }
  width = MAX (values.width, notes.width) + 2;
  ruler_clear (&values);
  ruler_clear (&notes);
  return CLAMP (width, outlay_compare_scaled (widget, compact ? LEAST_COMPACT_WIDTH : LEAST_WIDTH), outlay_compare_scaled (widget, MOST_WIDTH));
}

void
outlay_compare_columns_choose (OutlayCompareColumns *columns, GtkWidget *widget, guint n_columns, int room, int wide, int compact)
{
  const int titles = outlay_compare_scaled (widget, GOOD_TITLE_WIDTH);
  const int n_fit = MAX (1, (room + OUTLAY_COMPARE_SPACING) / (compact + OUTLAY_COMPARE_SPACING));

  columns->compact = titles + (int) n_columns * (wide + OUTLAY_COMPARE_SPACING) > room;
  columns->below = titles + (int) n_columns * (compact + OUTLAY_COMPARE_SPACING) > room;
  columns->width = columns->compact ? compact : wide;
  /* Where they scroll, as many as can be seen are seen whole. */
  if (columns->below && n_fit < (int) n_columns)
    columns->width = (room + OUTLAY_COMPARE_SPACING) / n_fit - OUTLAY_COMPARE_SPACING;
}

GtkWidget *
outlay_compare_columns_clamp (const OutlayCompareColumns *columns, GtkWidget *child)
{
  GtkWidget *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), columns->width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), columns->width);
  adw_clamp_set_unit (ADW_CLAMP (clamp), ADW_LENGTH_UNIT_PX);
  adw_clamp_set_child (ADW_CLAMP (clamp), child);
  gtk_widget_set_size_request (clamp, columns->width, -1);
  return clamp;
}

GtkWidget *
outlay_compare_columns_scroll (const OutlayCompareColumns *columns, GtkWidget *cells)
{
  GtkWidget *scroller;

  if (!columns->below)
    return cells;
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_hadjustment (GTK_SCROLLED_WINDOW (scroller), columns->across);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), cells);
  gtk_widget_set_hexpand (scroller, TRUE);
  return scroller;
}

int
outlay_compare_scaled (GtkWidget *widget, int pixels)
{
  return (int) (pixels * outlay_widget_text_scale (widget));
}

int
outlay_compare_title_width (GtkWidget *widget, const OutlayCompareColumns *columns)
{
  return columns->below ? 0 : outlay_compare_scaled (widget, TITLE_WIDTH);
}
