/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/statement-table-private.h"

#include <adwaita.h>
#include <math.h>

#include "chart/theme.h"

#define INDENT 0.9

typedef struct
{
  OutlayPen pen;
  OutlayStatementTable *table;
  OutlayTableRange visible;
  OutlayTableRange selected;
  gboolean several; /* are selected, not the cursor's cell alone */
  gboolean mirrored;
  GdkRGBA negative;
  GdkRGBA met;
  GdkRGBA missed;
} Drawing;

static gboolean
is_selected (const Drawing *drawing, guint n, int column)
{
  const OutlayTableRange *range = &drawing->selected;

  return n >= range->first_row && n < range->end_row && column >= range->first_column && column < range->end_column;
}

static void
draw_ground (Drawing *drawing, guint n, int column, const OutlayRectangle *cell)
{
  OutlayStatementTable *table = drawing->table;
  const gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (table)) != NULL;

  if (is_selected (drawing, n, column) && (drawing->several || focused))
    outlay_pen_fill (&drawing->pen, cell, &(GdkRGBA) { drawing->pen.accent.red, drawing->pen.accent.green, drawing->pen.accent.blue, 0.16f });
  else if (table->hovers && table->hovered == outlay_table_nth_row (table, n))
    outlay_pen_fill (&drawing->pen, cell, &(GdkRGBA) { drawing->pen.ink.red, drawing->pen.ink.green, drawing->pen.ink.blue, 0.05f });
}

static void
draw_cursor (Drawing *drawing, guint n, int column, const OutlayRectangle *cell)
{
  OutlayStatementTable *table = drawing->table;
  const OutlayRectangle ring = outlay_rectangle_inset (cell, 1, 1);

  if (gtk_widget_get_focus_child (GTK_WIDGET (table)) != NULL && table->cursor.row == outlay_table_nth_row (table, n) && table->cursor.column == column)
    outlay_pen_outline (&drawing->pen, &ring, 4, 2, &drawing->pen.accent);
}

static const GdkRGBA *
tone_colour (const Drawing *drawing, OutlayFigureTone tone)
{
  switch (tone)
    {
    case OUTLAY_FIGURE_NEGATIVE: return &drawing->negative;
    case OUTLAY_FIGURE_FAINT: return &drawing->pen.faint;
    case OUTLAY_FIGURE_MET: return &drawing->met;
    case OUTLAY_FIGURE_MISSED: return &drawing->missed;
    case OUTLAY_FIGURE_PLAIN:
    default: return &drawing->pen.ink;
    }
}

/* Of a number that is cut off nobody knows that it is: a column shows its figures when there is room for all of them. */
static gboolean
is_whole (const Drawing *drawing, const OutlayRectangle *cell, int column)
{
  const double start = column < (int) drawing->table->layout.n_fixed ? drawing->table->layout.name_width : outlay_statement_table_fixed_end (drawing->table);

  return cell->x + OUTLAY_TABLE_PADDING >= start && cell->x + cell->width - OUTLAY_TABLE_PADDING <= drawing->table->layout.width;
}

static void
draw_figure (Drawing *drawing, guint n, int column)
{
  OutlayStatementTable *table = drawing->table;
  const guint row = outlay_table_nth_row (table, n);
  const OutlayRectangle there = outlay_statement_table_cell (table, n, column), cell = outlay_statement_table_mirror (table, there);
  const OutlayRectangle place = outlay_rectangle_inset (&cell, OUTLAY_TABLE_PADDING, 0);
  g_autofree char *text = outlay_figures_text (table->figures, row, (guint) column);

  draw_ground (drawing, n, column, &cell);
  if (*text != '\0' && is_whole (drawing, &there, column))
    outlay_pen_write (&drawing->pen, outlay_figures_row (table->figures, row).strong ? OUTLAY_PEN_STRONG : OUTLAY_PEN_FIGURE, text, &place, 1,
                      tone_colour (drawing, table->figures->class->get_tone (table->figures, row, (guint) column)));
  draw_cursor (drawing, n, column, &cell);
}

static void
draw_triangle (Drawing *drawing, guint row, const OutlayRectangle *cell)
{
  GtkWidget *widget = GTK_WIDGET (drawing->table);
  const gboolean folded = outlay_statement_table_is_folded (drawing->table, row);
  g_autoptr (GtkIconPaintable) icon = NULL;
  OutlayRectangle place = { OUTLAY_TABLE_PADDING / 2, cell->y, OUTLAY_TABLE_TRIANGLE, cell->height };

  icon = gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)), folded ? "pan-end-symbolic" : "pan-down-symbolic",
                                     NULL, OUTLAY_TABLE_TRIANGLE, gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget), 0);
  place = outlay_statement_table_mirror (drawing->table, place);
  gtk_snapshot_save (drawing->pen.snapshot);
  gtk_snapshot_translate (drawing->pen.snapshot,
                          &GRAPHENE_POINT_INIT ((float) place.x, (float) round (place.y + (place.height - OUTLAY_TABLE_TRIANGLE) / 2)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), drawing->pen.snapshot, OUTLAY_TABLE_TRIANGLE, OUTLAY_TABLE_TRIANGLE,
                                            &drawing->pen.faint, 1);
  gtk_snapshot_restore (drawing->pen.snapshot);
}

static void
draw_name (Drawing *drawing, guint n)
{
  OutlayStatementTable *table = drawing->table;
  const guint row = outlay_table_nth_row (table, n);
  const OutlayFiguresRow what = outlay_figures_row (table->figures, row);
  const OutlayRectangle cell = outlay_statement_table_cell (table, n, -1), shown = outlay_statement_table_mirror (table, cell);
  const OutlayPenSet set = what.strong ? OUTLAY_PEN_STRONG : OUTLAY_PEN_PLAIN;
  OutlayRectangle number = { OUTLAY_TABLE_TRIANGLE + OUTLAY_TABLE_PADDING / 2 + 2, cell.y, table->layout.number_width, cell.height }, name = cell;

  draw_ground (drawing, n, -1, &shown);
  if (outlay_figures_is_parent (table->figures, row))
    draw_triangle (drawing, row, &cell);
  name.x = number.x + number.width + what.depth * table->layout.line * INDENT;
  name.width = MAX (0, cell.width - name.x - OUTLAY_TABLE_PADDING);
  number = outlay_statement_table_mirror (table, number);
  name = outlay_statement_table_mirror (table, name);
  if (*what.number != '\0')
    outlay_pen_write (&drawing->pen, set, what.number, &number, drawing->mirrored ? 1 : 0, &drawing->pen.faint);
  outlay_pen_write (&drawing->pen, set, what.name, &name, drawing->mirrored ? 1 : 0, &drawing->pen.ink);
  draw_cursor (drawing, n, -1, &shown);
}

static void
draw_head (Drawing *drawing, int column)
{
  OutlayStatementTable *table = drawing->table;
  g_autofree char *text = outlay_figures_column (table->figures, (guint) column);
  OutlayRectangle cell = outlay_statement_table_cell (table, 0, column);

  cell.y = 0;
  cell.height = table->layout.head_height;
  if (!is_whole (drawing, &cell, column))
    return;
  cell = outlay_statement_table_mirror (table, outlay_rectangle_inset (&cell, OUTLAY_TABLE_PADDING, 0));
  if (table->figures->head_lines > 1)
    outlay_pen_write_lines (&drawing->pen, OUTLAY_PEN_STRONG, text, (int) table->figures->head_lines, &cell, 1, &drawing->pen.ink);
  else
    outlay_pen_write (&drawing->pen, OUTLAY_PEN_STRONG, text, &cell, 1, &drawing->pen.ink);
}

static void
draw_corner (Drawing *drawing)
{
  OutlayStatementTable *table = drawing->table;
  OutlayRectangle corner = { OUTLAY_TABLE_TRIANGLE + OUTLAY_TABLE_PADDING / 2 + 2, 0, table->layout.name_width - OUTLAY_TABLE_TRIANGLE - OUTLAY_TABLE_PADDING,
                             table->layout.head_height };

  if (corner.width <= 0)
    return;
  corner = outlay_statement_table_mirror (table, corner);
  outlay_pen_write (&drawing->pen, OUTLAY_PEN_PLAIN, table->figures->unit, &corner, drawing->mirrored ? 1 : 0, &drawing->pen.faint);
}

/* A part of the table, between two points across and two down. */
static void
push_clip (Drawing *drawing, double x0, double x1, double y0, double y1)
{
  const OutlayRectangle clip = outlay_statement_table_mirror (drawing->table, (OutlayRectangle) { x0, y0, MAX (0, x1 - x0), MAX (0, y1 - y0) });

  outlay_pen_push_clip (&drawing->pen, clip.x, clip.y, clip.width, clip.height);
}

static void
draw_body (Drawing *drawing)
{
  OutlayStatementTable *table = drawing->table;
  const OutlayTableLayout *layout = &table->layout;
  const double fixed = outlay_statement_table_fixed_end (table);

  push_clip (drawing, fixed, layout->width, layout->head_height, layout->height);
  for (guint n = drawing->visible.first_row; n < drawing->visible.end_row; n++)
    for (int column = drawing->visible.first_column; column < drawing->visible.end_column; column++)
      draw_figure (drawing, n, column);
  gtk_snapshot_pop (drawing->pen.snapshot);

  push_clip (drawing, 0, layout->name_height > 0 ? layout->width : fixed, layout->head_height, layout->height);
  for (guint n = drawing->visible.first_row; n < drawing->visible.end_row; n++)
    {
      draw_name (drawing, n);
      for (int column = 0; column < (int) layout->n_fixed; column++)
        draw_figure (drawing, n, column);
    }
  gtk_snapshot_pop (drawing->pen.snapshot);
}

/* A hairline above every sum and section, and below the head; and beside what stands still, while something is behind it. */
static void
draw_lines (Drawing *drawing)
{
  OutlayStatementTable *table = drawing->table;
  const OutlayTableLayout *layout = &table->layout;
  const double bottom = MIN (layout->height, layout->head_height + table->rows->len * layout->row_height - table->scroll_y);
  const OutlayRectangle head = { 0, layout->head_height - 1, layout->width, 1 };
  const GdkRGBA strong = outlay_with_alpha (&drawing->pen.ink, 0.35);
  OutlayRectangle side = outlay_statement_table_mirror (table, (OutlayRectangle) { outlay_statement_table_fixed_end (table), 0, 1, bottom });

  push_clip (drawing, 0, layout->width, layout->head_height, layout->height);
  for (guint n = drawing->visible.first_row; n < drawing->visible.end_row; n++)
    {
      const OutlayRectangle line = { 0, outlay_statement_table_cell (table, n, -1).y, layout->width, 1 };

      if (n > 0 && outlay_figures_row (table->figures, outlay_table_nth_row (table, n)).strong)
        outlay_pen_fill (&drawing->pen, &line, &drawing->pen.line);
    }
  gtk_snapshot_pop (drawing->pen.snapshot);
  outlay_pen_fill (&drawing->pen, &head, &strong);
  outlay_pen_fill (&drawing->pen, &side, table->scroll_x > 0 ? &strong : &drawing->pen.line);
}

static void
draw_heads (Drawing *drawing)
{
  OutlayStatementTable *table = drawing->table;
  const OutlayTableLayout *layout = &table->layout;
  const double fixed = outlay_statement_table_fixed_end (table);

  push_clip (drawing, fixed, layout->width, 0, layout->head_height);
  for (int column = drawing->visible.first_column; column < drawing->visible.end_column; column++)
    draw_head (drawing, column);
  gtk_snapshot_pop (drawing->pen.snapshot);
  for (int column = 0; column < (int) layout->n_fixed; column++)
    draw_head (drawing, column);
  draw_corner (drawing);
}

static GdkRGBA
ink_colour (OutlayInk ink, OutlayThemeId theme)
{
  const OutlayColour colour = outlay_ink_text (ink, theme);

  return (GdkRGBA) { (float) colour.red, (float) colour.green, (float) colour.blue, (float) colour.alpha };
}

/* The same as in charts. */
static void
choose_colours (Drawing *drawing)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (drawing->table)));
  const OutlayThemeId theme = outlay_theme_on_screen (drawing->pen.dark, adw_style_manager_get_high_contrast (style));

  drawing->negative = ink_colour (OUTLAY_INK (FALL), theme);
  drawing->missed = ink_colour (OUTLAY_INK (MISSED), theme);
  drawing->met = ink_colour (OUTLAY_INK (MET), theme);
}

void
outlay_statement_table_draw (OutlayStatementTable *self, GtkSnapshot *snapshot)
{
  Drawing drawing = { .table = self, .selected = outlay_statement_table_range (self) };
  const OutlayTableRange *range = &drawing.selected;

  outlay_pen_init (&drawing.pen, GTK_WIDGET (self), snapshot, &self->texts);
  drawing.mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  drawing.several = range->end_row - range->first_row > 1 || range->end_column - range->first_column > 1;
  choose_colours (&drawing);
  outlay_statement_table_visible (self, &drawing.visible);
  draw_body (&drawing);
  draw_heads (&drawing);
  draw_lines (&drawing);
}
