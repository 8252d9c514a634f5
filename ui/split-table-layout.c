/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/split-table-private.h"

#include <glib/gi18n.h>
#include <math.h>

static void
configure_adjustment (OutlaySplitTable *self, GtkOrientation orientation, double content, double page, double step, double *scroll)
{
  GtkAdjustment *adjustment = outlay_scrolled_table_get_adjustment (OUTLAY_SCROLLED_TABLE (self), orientation);

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

/* What a column takes that shows a figure whole; beside it a lock, where there is room. */
static double
column_width (double figure, gboolean roomy)
{
  return figure + 2 * OUTLAY_SPLIT_INSET + OUTLAY_SPLIT_PADDING + (roomy ? OUTLAY_SPLIT_LOCK_SIZE + 8 : OUTLAY_SPLIT_PADDING);
}

/* Where there is not room for everything the sums' notes are shortened first, then the dates of phases are left out, last the names. */
static void
share_beside (OutlaySplitTable *self)
{
  OutlaySplitGrid *grid = &self->grid;
  const double needed = grid->n_phases * self->least_phase_width;

  self->digits = 2;
  grid->least_phase_width = self->least_phase_width;
  grid->sum_width = CLAMP (grid->width - needed - self->name_width, self->least_sum_width, self->full_sum_width);
  grid->name_width = grid->width - grid->n_phases * self->good_phase_width - grid->sum_width;
  if (grid->name_width < self->least_name_width)
    grid->name_width = MIN (grid->width - needed - grid->sum_width, self->least_name_width * 1.35);
  grid->name_width = CLAMP (grid->name_width, self->least_name_width, self->name_width);
}

/* Names stand above their amounts, which have the whole width. As many phases as can be read stand there at a time; where that would be none,
 * figures have less room around them, and then fewer decimals. */
static void
share_stacked (OutlaySplitTable *self)
{
  static const struct
  {
    int digits;
    gboolean roomy;
  } ways[] = { { 2, TRUE }, { 2, FALSE }, { 1, FALSE }, { 0, FALSE } };
  OutlaySplitGrid *grid = &self->grid;
  double phase = 1, page = 0;

  for (guint n = 0; n < G_N_ELEMENTS (ways) && page < phase; n++)
    {
      self->digits = ways[n].digits;
      phase = column_width (self->figure_widths[self->digits], ways[n].roomy);
      grid->sum_width = MAX (phase, self->least_note_width);
      page = MAX (1, grid->width - grid->sum_width);
    }
  grid->name_width = 0;
  grid->least_phase_width = floor (page / CLAMP (floor (page / phase), 1, MAX (1, grid->n_phases)));
}

/* Heights follow from whether names stand above. */
static void
set_heights (OutlaySplitTable *self)
{
  OutlaySplitGrid *grid = &self->grid;

  grid->head_height = ceil (self->line * 2.4);
  grid->title_height = self->stacked ? ceil (self->line * 1.3) : 0;
  grid->row_height = ceil (self->line * (self->stacked ? 2.2 : 2.5)) + grid->title_height;
  grid->sum_height = ceil (self->line * 2.2) + grid->title_height;
}

static gboolean
stacked_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OutlaySplitTable *self = OUTLAY_SPLIT_TABLE (widget);

  self->stacking = 0;
  set_heights (self);
  outlay_scrolled_table_measured (OUTLAY_SCROLLED_TABLE (self));
  gtk_widget_queue_resize (widget);
  return G_SOURCE_REMOVE;
}

static void
share_width (OutlaySplitTable *self)
{
  const OutlaySplitGrid *grid = &self->grid;
  const gboolean stacked = self->least_name_width + grid->n_phases * self->least_phase_width + self->least_sum_width > grid->width;

  /* Heights are asked for before the width is known. */
  if (stacked != self->stacked && self->stacking == 0)
    self->stacking = gtk_widget_add_tick_callback (GTK_WIDGET (self), stacked_cb, NULL, NULL);
  self->stacked = stacked;
  if (stacked)
    share_stacked (self);
  else
    share_beside (self);
}

/* No cell is longer than the sum of all. */
static void
measure_figures (OutlaySplitTable *table)
{
  g_autoptr (PangoLayout) layout = outlay_pen_layout (GTK_WIDGET (table), OUTLAY_PEN_STRONG);
  const double sum = outlay_split_table_amount (table, (OutlaySplitPlace) { -1, -1 });

  for (int digits = 0; digits < (int) G_N_ELEMENTS (table->figure_widths); digits++)
    {
      g_autofree char *text = outlay_amount_format_in (sum, table->unit, digits);

      table->figure_widths[digits] = ceil (outlay_pen_measure (layout, text));
    }
}

static void
measure_sums (OutlaySplitTable *table)
{
  g_autoptr (PangoLayout) strong = outlay_pen_layout (GTK_WIDGET (table), OUTLAY_PEN_STRONG);
  g_autoptr (PangoLayout) small = outlay_pen_layout (GTK_WIDGET (table), OUTLAY_PEN_SMALL);
  g_autofree char *unit = outlay_split_table_unit (table);
  g_autofree char *share = g_strdup_printf (C_ ("percent", "%s %%"), "88.88");
  g_autofree char *note = g_strdup_printf (_("%s %% of the plan"), "88.88");
  const double words = MAX (outlay_pen_measure (strong, _("Total")), MAX (outlay_pen_measure (small, unit), outlay_pen_measure (small, share)));
  const double margins = 2 * OUTLAY_SPLIT_INSET + 2 * OUTLAY_SPLIT_PADDING;

  table->least_note_width = ceil (words) + margins;
  table->least_sum_width = MAX (column_width (table->figure_widths[2], TRUE), table->least_note_width);
  table->full_sum_width = MAX (table->least_sum_width, ceil (outlay_pen_measure (small, note)) + margins);
}

/* Names beyond these are set in the width of these. */
static void
measure_names (OutlaySplitTable *table, PangoLayout *layout, double line)
{
  for (guint i = 0; i < MIN (table->grid.n_initiatives, 100); i++)
    {
      g_autofree char *name = outlay_document_get_initiative_name (table->document, i);

      table->name_width = MAX (table->name_width, outlay_pen_measure (layout, name) + 32);
    }
  table->name_width = MIN (table->name_width, line * 16);
}

/* Where phases are told by name and date; long names have two lines. */
static void
measure_phases (OutlaySplitTable *table)
{
  g_autoptr (PangoLayout) small = outlay_pen_layout (GTK_WIDGET (table), OUTLAY_PEN_SMALL);
  g_autoptr (PangoLayout) strong = outlay_pen_layout (GTK_WIDGET (table), OUTLAY_PEN_STRONG);

  table->good_phase_width = table->least_phase_width;
  for (guint p = 0; p < table->grid.n_phases; p++)
    {
      g_autofree char *years = outlay_split_table_phase_dates (table, p, TRUE);

      g_autofree char *name = outlay_document_get_phase_name (table->document, p);
      const double width = MAX (outlay_pen_measure (small, years), MIN (outlay_pen_measure (strong, name), table->line * 4.5));

      table->good_phase_width = MAX (table->good_phase_width, column_width (ceil (width), FALSE));
    }
}

void
outlay_split_table_bar (OutlaySplitTable *table, OutlaySplitPlace place, OutlayRectangle *rectangle)
{
  outlay_split_grid_cell (&table->grid, place, rectangle);
  *rectangle = outlay_rectangle_inset (rectangle, OUTLAY_SPLIT_INSET, 4);
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
  double phase;

  grid->width = width;
  grid->height = height;
  share_width (self);
  phase = outlay_split_grid_phase_width (grid);
  /* Whole phases: no figure is cut in the middle. */
  configure_adjustment (self, GTK_ORIENTATION_HORIZONTAL, outlay_split_grid_content_width (grid),
                        phase * MAX (1, floor (outlay_split_grid_page_width (grid) / phase)), phase, &grid->scroll_x);
  grid->scroll_x = phase * round (grid->scroll_x / phase);
  configure_adjustment (self, GTK_ORIENTATION_VERTICAL, outlay_split_grid_content_height (grid), outlay_split_grid_page_height (grid),
                        grid->row_height, &grid->scroll_y);
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
  g_autoptr (PangoLayout) layout = outlay_pen_layout (GTK_WIDGET (table), OUTLAY_PEN_PLAIN);
  int line;

  pango_layout_set_text (layout, "0", -1);
  pango_layout_get_pixel_size (layout, NULL, &line);
  table->line = line;
  set_heights (table);
  table->least_name_width = ceil (line * 6);
  table->name_width = table->least_name_width;
  if (table->document == NULL)
    return;
  measure_figures (table);
  measure_sums (table);
  table->least_phase_width = MAX (column_width (table->figure_widths[2], TRUE), ceil (line * 3.6));
  measure_names (table, layout, line);
  measure_phases (table);
}
