/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/split-table-private.h"

#include <math.h>

#include "ui/pen.h"

static void
configure_adjustment (GtkAdjustment *adjustment, double content, double page, double step, double *scroll)
{
  if (adjustment == NULL)
    return;
  gtk_adjustment_configure (adjustment, CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (0, content - page)), 0, MAX (content, page), step,
                            MAX (step, page - step), page);
  *scroll = round (gtk_adjustment_get_value (adjustment));
}

static void
allocate (GtkWidget *child, const OutlayRectangle *rectangle)
{
  GtkAllocation allocation = { (int) rectangle->x, (int) rectangle->y, (int) rectangle->width, (int) rectangle->height };
  int width, height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  allocation.width = MAX (allocation.width, width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, allocation.width, &height, NULL, NULL, NULL);
  allocation.height = MAX (allocation.height, height);
  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
allocate_entry (OutlaySplitTable *self)
{
  OutlayRectangle bar;
  int least, natural;

  outlay_split_table_bar (self, self->cursor, &bar);
  gtk_widget_measure (self->entry, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  if (natural > bar.width)
    {
      bar.x = MAX (0, MIN (bar.x, self->grid.width - natural));
      bar.width = natural;
    }
  allocate (self->entry, &bar);
}

/* Under its cell, or above where there is no room. */
static void
allocate_message (OutlaySplitTable *self)
{
  OutlayRectangle cell, place;
  int width, height;

  outlay_split_grid_cell (&self->grid, self->cursor, &cell);
  gtk_widget_measure (self->message, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  width = MIN (width, (int) self->grid.width);
  gtk_widget_measure (self->message, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  place = (OutlayRectangle) { MAX (0, MIN (cell.x, self->grid.width - width)), cell.y + cell.height, width, height };
  if (place.y + height > self->grid.height)
    place.y = cell.y - height;
  allocate (self->message, &place);
}

/* Where there is not room for everything the sums' notes are shortened first, then the names; where the phases have to be scrolled all the same, names and
 * phases have what they need to be read. */
static void
share_width (OutlaySplitTable *self)
{
  OutlaySplitGrid *grid = &self->grid;
  const double needed = grid->n_phases * self->least_phase_width;
  const gboolean scrolls = self->least_name_width + needed + self->least_sum_width > grid->width;

  grid->least_phase_width = scrolls ? MAX (self->least_phase_width, self->least_name_width * 1.3) : self->least_phase_width;
  grid->sum_width = CLAMP (grid->width - needed - self->name_width, self->least_sum_width, self->full_sum_width);
  grid->name_width = scrolls ? MIN (self->name_width, MAX (self->least_name_width, grid->width * 0.28))
                             : CLAMP (grid->width - needed - grid->sum_width, self->least_name_width, self->name_width);
}

static double
text_width (PangoLayout *layout, const char *text)
{
  int width;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
measure_amounts (OutlaySplitTable *table)
{
  g_autoptr (PangoLayout) layout = outlay_pen_layout (GTK_WIDGET (table), OUTLAY_PEN_STRONG);
  g_autofree char *sum = outlay_amount_format_in (outlay_split_table_amount (table, (OutlaySplitPlace) { -1, -1 }), table->unit, 2);
  const double width = ceil (text_width (layout, sum)) + 2 * OUTLAY_SPLIT_PADDING + 12;

  table->least_phase_width = MAX (table->least_phase_width, width);
  table->least_sum_width = MAX (table->least_sum_width, width);
  table->full_sum_width = MAX (table->full_sum_width, width);
}

/* Names beyond these are set in the width of these. */
static void
measure_names (OutlaySplitTable *table, PangoLayout *layout, double line)
{
  for (guint i = 0; i < MIN (table->grid.n_initiatives, 100); i++)
    {
      g_autofree char *name = outlay_document_get_initiative_name (table->document, i);

      table->name_width = MAX (table->name_width, text_width (layout, name) + 32);
    }
  table->name_width = MIN (table->name_width, line * 16);
}

void
outlay_split_table_bar (OutlaySplitTable *table, OutlaySplitPlace place, OutlayRectangle *rectangle)
{
  outlay_split_grid_cell (&table->grid, place, rectangle);
  *rectangle = outlay_rectangle_inset (rectangle, 5, 4);
}

void
outlay_split_table_lock (OutlaySplitTable *table, OutlaySplitPlace place, OutlayRectangle *rectangle)
{
  outlay_split_table_bar (table, place, rectangle);
  rectangle->width = OUTLAY_SPLIT_LOCK_SIZE + 8;
}

void
outlay_split_table_allocate (OutlaySplitTable *self, int width, int height)
{
  OutlaySplitGrid *grid = &self->grid;
  OutlayRectangle cell;

  grid->width = width;
  grid->height = height;
  share_width (self);
  configure_adjustment (self->hadjustment, outlay_split_grid_content_width (grid), outlay_split_grid_page_width (grid),
                        outlay_split_grid_phase_width (grid), &grid->scroll_x);
  configure_adjustment (self->vadjustment, outlay_split_grid_content_height (grid), outlay_split_grid_page_height (grid), grid->row_height,
                        &grid->scroll_y);
  outlay_split_grid_cell (grid, self->cursor, &cell);
  outlay_split_focus_allocate (&self->focus, &(GtkAllocation) { (int) cell.x, (int) cell.y, (int) cell.width, (int) cell.height });
  if (self->entry != NULL)
    allocate_entry (self);
  if (self->message != NULL)
    allocate_message (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

void
outlay_split_table_measure_parts (OutlaySplitTable *table)
{
  OutlaySplitGrid *grid = &table->grid;
  g_autoptr (PangoLayout) layout = outlay_pen_layout (GTK_WIDGET (table), OUTLAY_PEN_PLAIN);
  int line;

  pango_layout_set_text (layout, "0", -1);
  pango_layout_get_pixel_size (layout, NULL, &line);
  grid->head_height = ceil (line * 2.4);
  grid->row_height = ceil (line * 2.5);
  grid->sum_height = ceil (line * 2.2);
  table->least_phase_width = ceil (line * 5.8);
  table->full_sum_width = ceil (line * 7.8);
  table->least_sum_width = ceil (line * 4.8);
  table->least_name_width = ceil (line * 5);
  table->name_width = ceil (line * 6);
  if (table->document == NULL)
    return;
  measure_amounts (table);
  measure_names (table, layout, line);
}
