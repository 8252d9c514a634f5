/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/statement-table-private.h"

#include <math.h>

/* Of lines: around the text of a row, of a level, the narrowest name, and the narrowest column whose head is on several lines. */
#define ROW_HEIGHT 1.55
#define NAME_HEIGHT 1.3
#define INDENT 0.9
#define LEAST_NAME 6
/* Of lines: where names beside figures had less, they stand above them. */
#define SHORTEST_NAME 3
#define LEAST_HEAD 6.5
/* That are measured whatever is in them. */
#define FEW_COLUMNS 2
/* Of the width: where names have less, first columns scroll with the others. */
#define GOOD_NAME 0.25

static double
measure_line (OutlayStatementTable *self)
{
  g_autoptr (PangoLayout) layout = outlay_pen_layout (GTK_WIDGET (self), OUTLAY_PEN_STRONG);
  int height;

  /* Letters of any script are on the same lines. */
  pango_layout_set_text (layout, "Ág亿元", -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
measure_names (OutlayStatementTable *self)
{
  g_autoptr (PangoLayout) plain = outlay_pen_layout (GTK_WIDGET (self), OUTLAY_PEN_PLAIN);
  g_autoptr (PangoLayout) strong = outlay_pen_layout (GTK_WIDGET (self), OUTLAY_PEN_STRONG);
  OutlayTableLayout *layout = &self->layout;
  double widest = 0;

  layout->number_width = 0;
  for (guint row = 0; row < self->figures->n_rows; row++)
    {
      const OutlayFiguresRow what = outlay_figures_row (self->figures, row);
      const double name = outlay_pen_measure (what.strong ? strong : plain, what.name);

      widest = MAX (widest, name + what.depth * layout->line * INDENT);
      if (*what.number != '\0')
        layout->number_width = MAX (layout->number_width, outlay_pen_measure (strong, what.number) + OUTLAY_TABLE_PADDING);
    }
  layout->natural_name_width = ceil (OUTLAY_TABLE_TRIANGLE + layout->number_width + widest + 2 * OUTLAY_TABLE_PADDING);
}

static double
measure_figure (OutlayStatementTable *self, PangoLayout *layout, guint row, guint column)
{
  g_autofree char *text = outlay_figures_text (self->figures, row, column);

  return outlay_pen_measure (layout, text);
}

/* The widest of the texts of one row in some columns. Of many those of the largest and of the smallest number tell. */
static double
measure_row (OutlayStatementTable *self, PangoLayout *layout, guint row, guint first, guint end)
{
  int largest = -1, smallest = -1;
  double most = 0, least = 0, width = 0;

  for (guint c = first; c < end; c++)
    {
      const double value = outlay_figures_value (self->figures, row, c);

      if (!isfinite (value))
        continue;
      if (largest < 0 || value > most)
        {
          largest = (int) c;
          most = value;
        }
      if (smallest < 0 || value < least)
        {
          smallest = (int) c;
          least = value;
        }
    }
  for (guint c = first; c < MIN (end, first + FEW_COLUMNS); c++)
    width = MAX (width, measure_figure (self, layout, row, c));
  if (largest >= 0)
    width = MAX (width, measure_figure (self, layout, row, (guint) largest));
  return smallest >= 0 ? MAX (width, measure_figure (self, layout, row, (guint) smallest)) : width;
}

static double
measure_columns (OutlayStatementTable *self, guint first, guint end)
{
  g_autoptr (PangoLayout) plain = outlay_pen_layout (GTK_WIDGET (self), OUTLAY_PEN_FIGURE);
  g_autoptr (PangoLayout) strong = outlay_pen_layout (GTK_WIDGET (self), OUTLAY_PEN_STRONG);
  double width = self->figures->head_lines > 1 ? self->layout.line * LEAST_HEAD : 0;

  for (guint row = 0; row < self->figures->n_rows; row++)
    width = MAX (width, measure_row (self, outlay_figures_row (self->figures, row).strong ? strong : plain, row, first, end));
  for (guint c = first; self->figures->head_lines == 1 && c < end; c++)
    {
      g_autofree char *head = outlay_figures_column (self->figures, c);

      width = MAX (width, outlay_pen_measure (strong, head));
    }
  return ceil (width + 2 * OUTLAY_TABLE_PADDING);
}

void
outlay_statement_table_measure_parts (OutlayStatementTable *self, gboolean same)
{
  OutlayTableLayout *layout = &self->layout;
  const double fixed_before = layout->fixed_width, before = layout->column_width;

  layout->line = measure_line (self);
  layout->row_height = ceil (layout->line * ROW_HEIGHT);
  layout->head_height = layout->row_height;
  layout->name_height = 0;
  if (self->figures == NULL)
    return;
  layout->head_height = ceil (layout->line * (ROW_HEIGHT - 1 + self->figures->head_lines));
  measure_names (self);
  layout->fixed_width = measure_columns (self, 0, self->figures->n_fixed);
  layout->column_width = measure_columns (self, self->figures->n_fixed, self->figures->n_columns);
  if (same)
    {
      layout->fixed_width = MAX (layout->fixed_width, fixed_before);
      layout->column_width = MAX (layout->column_width, before);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

double
outlay_statement_table_column_width (OutlayStatementTable *self, guint column)
{
  return column < self->figures->n_fixed ? self->layout.fixed_width : self->layout.column_width;
}

/* From the first column on. */
static double
column_offset (OutlayStatementTable *self, guint column)
{
  const guint n_fixed = MIN (column, self->figures->n_fixed);

  return n_fixed * self->layout.fixed_width + (column - n_fixed) * self->layout.column_width;
}

double
outlay_statement_table_fixed_end (OutlayStatementTable *self)
{
  return self->layout.name_width + column_offset (self, self->layout.n_fixed);
}

/* A name may be cut short, a number never: at least one column that scrolls is whole. */
static void
share_width (OutlayStatementTable *self)
{
  OutlayTableLayout *layout = &self->layout;
  const double scrolling = self->figures->n_columns > self->figures->n_fixed ? layout->column_width : 0;
  const double least = MIN (layout->natural_name_width, MAX (layout->line * LEAST_NAME, layout->width * GOOD_NAME));
  double needed;

  layout->n_fixed = self->figures->n_fixed;
  while (layout->n_fixed > 0 && least + layout->n_fixed * layout->fixed_width + scrolling > layout->width)
    layout->n_fixed--;
  needed = layout->n_fixed < self->figures->n_fixed ? MAX (scrolling, layout->fixed_width) : scrolling;
  layout->name_width = floor (CLAMP (layout->width - layout->n_fixed * layout->fixed_width - needed, 0, layout->natural_name_width));
  layout->name_height = layout->name_width < layout->line * SHORTEST_NAME ? ceil (layout->line * NAME_HEIGHT) : 0;
  layout->row_height = layout->name_height + ceil (layout->line * ROW_HEIGHT);
  if (layout->name_height > 0)
    layout->name_width = 0;
}

static double
most_x (OutlayStatementTable *self)
{
  const double all = column_offset (self, self->figures->n_columns) - column_offset (self, self->layout.n_fixed);

  return MAX (0, all - (self->layout.width - outlay_statement_table_fixed_end (self)));
}

static double
most_y (OutlayStatementTable *self)
{
  return MAX (0, self->rows->len * self->layout.row_height - (self->layout.height - self->layout.head_height));
}

static gboolean
is_mirrored (OutlayStatementTable *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static GtkAdjustment *
adjustment_of (OutlayStatementTable *self, GtkOrientation orientation)
{
  return outlay_scrolled_table_get_adjustment (OUTLAY_SCROLLED_TABLE (self), orientation);
}

void
outlay_statement_table_tell_adjustments (OutlayStatementTable *self)
{
  GtkAdjustment *horizontal = adjustment_of (self, GTK_ORIENTATION_HORIZONTAL), *vertical = adjustment_of (self, GTK_ORIENTATION_VERTICAL);
  const OutlayTableLayout *layout = &self->layout;
  const double x = most_x (self), y = most_y (self);
  const double page_x = MAX (1, layout->width - outlay_statement_table_fixed_end (self)), page_y = MAX (1, layout->height - layout->head_height);

  self->scroll_x = CLAMP (self->scroll_x, 0, x);
  self->scroll_y = CLAMP (self->scroll_y, 0, y);
  if (horizontal != NULL)
    gtk_adjustment_configure (horizontal, is_mirrored (self) ? x - self->scroll_x : self->scroll_x, 0, x + page_x, layout->column_width,
                              page_x * 0.9, page_x);
  if (vertical != NULL)
    gtk_adjustment_configure (vertical, self->scroll_y, 0, y + page_y, layout->row_height, page_y * 0.9, page_y);
}

void
outlay_statement_table_read_adjustments (OutlayScrolledTable *table)
{
  OutlayStatementTable *self = OUTLAY_STATEMENT_TABLE (table);
  GtkAdjustment *horizontal = adjustment_of (self, GTK_ORIENTATION_HORIZONTAL), *vertical = adjustment_of (self, GTK_ORIENTATION_VERTICAL);

  if (self->figures == NULL)
    return;
  if (horizontal != NULL)
    self->scroll_x = is_mirrored (self) ? most_x (self) - gtk_adjustment_get_value (horizontal) : gtk_adjustment_get_value (horizontal);
  if (vertical != NULL)
    self->scroll_y = gtk_adjustment_get_value (vertical);
  self->scroll_x = round (self->scroll_x);
  self->scroll_y = round (self->scroll_y);
}

OutlayRectangle
outlay_statement_table_cell (OutlayStatementTable *self, guint n, int column)
{
  const OutlayTableLayout *layout = &self->layout;
  const double y = layout->head_height + n * layout->row_height - self->scroll_y;
  double x;

  if (column < 0)
    return (OutlayRectangle) { 0, y, layout->name_height > 0 ? layout->width : layout->name_width,
                               layout->name_height > 0 ? layout->name_height : layout->row_height };
  x = layout->name_width + column_offset (self, (guint) column) - ((guint) column < layout->n_fixed ? 0 : self->scroll_x);
  return (OutlayRectangle) { x, y + layout->name_height, outlay_statement_table_column_width (self, (guint) column),
                             layout->row_height - layout->name_height };
}

OutlayRectangle
outlay_statement_table_mirror (OutlayStatementTable *self, OutlayRectangle rectangle)
{
  if (is_mirrored (self))
    rectangle.x = self->layout.width - rectangle.x - rectangle.width;
  return rectangle;
}

OutlayRectangle
outlay_statement_table_cursor_cell (OutlayStatementTable *self)
{
  const guint n = outlay_statement_table_find_row (self, self->cursor.row);

  return outlay_statement_table_mirror (self, outlay_statement_table_cell (self, n, self->cursor.column));
}

static int
column_at (OutlayStatementTable *self, double x)
{
  const OutlayTableLayout *layout = &self->layout;
  const double fixed = self->figures->n_fixed * layout->fixed_width;
  double offset = x - layout->name_width;

  if (offset < 0)
    return -1;
  if (x >= outlay_statement_table_fixed_end (self))
    offset += self->scroll_x;
  if (offset < fixed)
    return (int) (offset / layout->fixed_width);
  return (int) self->figures->n_fixed + (int) ((offset - fixed) / layout->column_width);
}

OutlayTablePart
outlay_statement_table_pick (OutlayStatementTable *self, double x, double y, OutlayTablePlace *place)
{
  const OutlayTableLayout *layout = &self->layout;
  const double down = y - layout->head_height + self->scroll_y;

  if (self->figures == NULL || self->rows->len == 0)
    return OUTLAY_TABLE_NOTHING;
  x = is_mirrored (self) ? layout->width - x : x;
  place->column = y >= layout->head_height && fmod (down, layout->row_height) < layout->name_height ? -1 : column_at (self, x);
  if (place->column >= (int) self->figures->n_columns || down >= self->rows->len * layout->row_height)
    return OUTLAY_TABLE_NOTHING;
  if (y < layout->head_height)
    return OUTLAY_TABLE_HEAD;
  place->row = outlay_table_nth_row (self, (guint) (down / layout->row_height));
  if (place->column < 0 && x < OUTLAY_TABLE_TRIANGLE + OUTLAY_TABLE_PADDING && outlay_figures_is_parent (self->figures, place->row))
    return OUTLAY_TABLE_TRIANGLE_PART;
  return OUTLAY_TABLE_CELL;
}

/* Of columns those that scroll. */
void
outlay_statement_table_visible (OutlayStatementTable *self, OutlayTableRange *range)
{
  const OutlayTableLayout *layout = &self->layout;
  const double rows = (self->scroll_y + layout->height - layout->head_height) / layout->row_height;

  range->first_row = (guint) MAX (0, self->scroll_y / layout->row_height);
  range->end_row = MIN (self->rows->len, (guint) MAX (0, ceil (rows)));
  range->first_column = MAX ((int) layout->n_fixed, column_at (self, outlay_statement_table_fixed_end (self)));
  range->end_column = MIN ((int) self->figures->n_columns, column_at (self, layout->width) + 1);
}

static double
reveal (double scroll, double start, double size, double page)
{
  return MAX (MIN (scroll, start), start + size - page);
}

void
outlay_statement_table_reveal (OutlayStatementTable *self, OutlayTablePlace place)
{
  const OutlayTableLayout *layout = &self->layout;
  const guint n = outlay_statement_table_find_row (self, place.row);

  self->scroll_y = reveal (self->scroll_y, n * layout->row_height, layout->row_height, layout->height - layout->head_height);
  if (place.column >= (int) layout->n_fixed)
    self->scroll_x = reveal (self->scroll_x, column_offset (self, (guint) place.column) - column_offset (self, layout->n_fixed),
                             outlay_statement_table_column_width (self, (guint) place.column), layout->width - outlay_statement_table_fixed_end (self));
  outlay_statement_table_tell_adjustments (self);
}

void
outlay_statement_table_allocate (OutlayStatementTable *self, int width, int height)
{
  OutlayRectangle cursor;

  self->layout.width = width;
  self->layout.height = height;
  if (self->figures == NULL)
    return;
  share_width (self);
  outlay_statement_table_tell_adjustments (self);
  cursor = outlay_statement_table_cursor_cell (self);
  outlay_split_focus_allocate (&self->focus, &(GtkAllocation) { (int) cursor.x, (int) cursor.y, (int) cursor.width, (int) cursor.height });
}
