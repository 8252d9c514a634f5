/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/split-table-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/palette.h"
#include "chart/theme.h"
#include "ui/pen.h"

static OutlaySplitTable *
table_of (OutlayPen *pen)
{
  return OUTLAY_SPLIT_TABLE (pen->widget);
}

static gboolean
is_marked (OutlayPen *pen, OutlaySplitPlace place)
{
  OutlaySplitTable *table = table_of (pen);
  const gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (table)) != NULL;

  return (focused && outlay_split_place_equal (table->cursor, place)) ||
         (table->hovers && table->hovered_part == OUTLAY_SPLIT_PART_CELL && outlay_split_place_equal (table->hovered, place)) ||
         (table->drag != NULL && outlay_split_place_equal (table->dragged, place));
}

static void
draw_lock (OutlayPen *pen, OutlaySplitPlace place)
{
  GtkWidget *widget = GTK_WIDGET (table_of (pen));
  const gboolean locked = outlay_split_table_is_locked (table_of (pen), place);
  g_autoptr (GtkIconPaintable) icon = NULL;
  OutlayRectangle r;

  if (!locked && !is_marked (pen, place))
    return;
  outlay_split_table_lock (table_of (pen), place, &r);
  icon = gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)),
                                     locked ? "changes-prevent-symbolic" : "changes-allow-symbolic", NULL, OUTLAY_SPLIT_LOCK_SIZE,
                                     gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget), 0);
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT ((float) round (r.x + (r.width - OUTLAY_SPLIT_LOCK_SIZE) / 2),
                                                               (float) round (r.y + (r.height - OUTLAY_SPLIT_LOCK_SIZE) / 2)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), pen->snapshot, OUTLAY_SPLIT_LOCK_SIZE, OUTLAY_SPLIT_LOCK_SIZE,
                                            (GdkRGBA[]) { outlay_with_alpha (&pen->ink, locked ? 0.8 : 0.4) }, 1);
  gtk_snapshot_restore (pen->snapshot);
}

static void
draw_focus (OutlayPen *pen, OutlaySplitPlace place, const OutlayRectangle *bar)
{
  OutlayRectangle ring = outlay_rectangle_inset (bar, -2, -2);

  if (gtk_widget_get_focus_child (GTK_WIDGET (table_of (pen))) != NULL && outlay_split_place_equal (table_of (pen)->cursor, place))
    outlay_pen_outline (pen, &ring, 8, 2, &pen->accent);
}

/* Where it is dragged by. */
static void
draw_handle (OutlayPen *pen, const OutlayRectangle *bar, double end, const GdkRGBA *colour)
{
  const double height = round (bar->height * 0.5);
  OutlayRectangle handle = { round (CLAMP (end - 5, bar->x + 2, bar->x + bar->width - 6)), round (bar->y + (bar->height - height) / 2), 4, height };

  outlay_pen_fill_rounded (pen, &handle, 2, colour);
}

/* The same as in every chart. */
static GdkRGBA
initiative_colour (OutlayPen *pen, guint initiative)
{
  OutlayDocument *document = table_of (pen)->document;
  const OutlayInk ink = { OUTLAY_INK_COLOUR,
                          outlay_palette_initiative (outlay_document_get_plan (document), outlay_document_get_scenario (document), initiative) };
  const OutlayColour colour = outlay_ink_fill (ink, pen->dark ? OUTLAY_THEME_DARK : OUTLAY_THEME_LIGHT);

  return (GdkRGBA) { (float) colour.red, (float) colour.green, (float) colour.blue, (float) colour.alpha };
}

/* The scenario has an amount of its own. Under the pointer the dot grows into what can be clicked. */
static void
draw_dot (OutlayPen *pen, OutlaySplitPlace place, const OutlayRectangle *bar)
{
  OutlaySplitTable *table = table_of (pen);
  const gboolean hovered = table->hovers && table->hovers_dot && outlay_split_place_equal (table->hovered, place);
  const double size = hovered ? 9 : 6;
  OutlayRectangle dot = { bar->x + bar->width - 6.5 - size / 2, bar->y + 6.5 - size / 2, size, size };

  outlay_pen_fill_rounded (pen, &dot, size / 2, &pen->accent);
}

static void
draw_bar (OutlayPen *pen, OutlaySplitPlace place)
{
  OutlaySplitTable *table = table_of (pen);
  const double amount = outlay_split_table_amount (table, place);
  const gboolean locked = outlay_split_table_is_locked (table, place);
  g_autofree char *text = outlay_amount_format_in (amount, table->unit, table->digits);
  OutlayRectangle bar, filled, label;
  GdkRGBA colour, ground, tint;

  outlay_split_table_bar (table, place, &bar);
  colour = initiative_colour (pen, place.initiative);
  ground = outlay_with_alpha (&pen->ink, 0.05);
  tint = outlay_with_alpha (&colour, locked ? 0.14 : pen->dark ? 0.45 : 0.25);
  outlay_pen_fill_rounded (pen, &bar, 6, &ground);
  filled = bar;
  filled.width = round (bar.width * CLAMP (amount / table->full, 0, 1));
  if (filled.width >= 1)
    outlay_pen_fill_rounded (pen, &filled, MIN (6, filled.width / 2), &tint);
  if (is_marked (pen, place) && !locked)
    draw_handle (pen, &bar, filled.x + filled.width, &colour);

  label = outlay_rectangle_inset (&bar, OUTLAY_SPLIT_PADDING, 0);
  outlay_pen_write (pen, OUTLAY_PEN_STRONG, text, &label, 1, &pen->ink);
  if (outlay_split_table_is_changed (table, place))
    draw_dot (pen, place, &bar);
  draw_lock (pen, place);
  draw_focus (pen, place, &bar);
}

/* A sum over phases or initiatives; note NULL for none. */
static void
draw_sum (OutlayPen *pen, OutlaySplitPlace place, const char *note)
{
  g_autofree char *text = outlay_amount_format_in (outlay_split_table_amount (table_of (pen), place), table_of (pen)->unit, table_of (pen)->digits);
  OutlayRectangle bar, label;

  outlay_split_table_bar (table_of (pen), place, &bar);
  label = outlay_rectangle_inset (&bar, OUTLAY_SPLIT_PADDING, 0);
  if (note != NULL)
    outlay_pen_write_two (pen, OUTLAY_PEN_STRONG, text, note, &label, 1);
  else
    outlay_pen_write (pen, OUTLAY_PEN_STRONG, text, &label, 1, &pen->ink);
  draw_lock (pen, place);
  draw_focus (pen, place, &bar);
}

/* Beside the amounts of a row, or above them. */
static OutlayRectangle
name_place (OutlayPen *pen, double y, double height, double start)
{
  const OutlaySplitGrid *grid = &table_of (pen)->grid;

  if (table_of (pen)->stacked)
    return (OutlayRectangle) { start, y + 3, grid->width - start - 6, grid->title_height - 3 };
  return (OutlayRectangle) { start, y, grid->name_width - start - 6, height };
}

static void
draw_name (OutlayPen *pen, guint initiative)
{
  g_autofree char *name = outlay_document_get_initiative_name (table_of (pen)->document, initiative);
  const OutlaySplitGrid *grid = &table_of (pen)->grid;
  OutlayRectangle row, chip, label;
  GdkRGBA colour;

  outlay_split_grid_cell (grid, (OutlaySplitPlace) { (int) initiative, -1 }, &row);
  label = name_place (pen, row.y - grid->title_height, grid->row_height, 20);
  colour = initiative_colour (pen, initiative);
  chip = (OutlayRectangle) { 2, round (label.y + label.height / 2 - 5), 10, 10 };
  outlay_pen_fill_rounded (pen, &chip, 3, &colour);
  outlay_pen_write_lines (pen, OUTLAY_PEN_PLAIN, name, table_of (pen)->stacked ? 1 : 2, &label, 0, &pen->ink);
}

static void
draw_row_sum (OutlayPen *pen, guint initiative, double total)
{
  const OutlaySplitPlace place = { (int) initiative, -1 };
  const double percent = total > 0 ? 100 * outlay_split_table_amount (table_of (pen), place) / total : 0;
  g_autofree char *number = g_strdup_printf (percent < 1 ? "%.2f" : "%.1f", percent);
  /* Translators: a number of percent, as "57.7 %" */
  g_autofree char *share = g_strdup_printf (C_ ("percent", "%s %%"), number);
  /* Translators: a share of the plan's investment, as "57.7 % of the plan" */
  g_autofree char *note = g_strdup_printf (_("%s %% of the plan"), number);

  draw_sum (pen, place, table_of (pen)->grid.sum_width >= table_of (pen)->full_sum_width ? note : share);
}

/* Where months are too long for a phase its years say enough; a long name takes their place. */
static void
draw_head (OutlayPen *pen, guint phase)
{
  g_autofree char *name = outlay_document_get_phase_name (table_of (pen)->document, phase);
  g_autofree char *months = outlay_split_table_phase_dates (table_of (pen), phase, FALSE);
  g_autofree char *years = outlay_split_table_phase_dates (table_of (pen), phase, TRUE);
  const char *dates;
  OutlayRectangle bar;

  outlay_split_table_bar (table_of (pen), (OutlaySplitPlace) { -1, (int) phase }, &bar);
  bar = outlay_rectangle_inset (&bar, OUTLAY_SPLIT_PADDING, 0);
  dates = outlay_pen_fits (pen, OUTLAY_PEN_SMALL, months, bar.width) ? months : outlay_pen_fits (pen, OUTLAY_PEN_SMALL, years, bar.width) ? years : "";
  bar.y = 0;
  bar.height = table_of (pen)->grid.head_height;
  if (*dates == '\0' || !outlay_pen_fits (pen, OUTLAY_PEN_STRONG, name, bar.width))
    outlay_pen_write_lines (pen, OUTLAY_PEN_STRONG, name, 2, &bar, 1, &pen->ink);
  else
    outlay_pen_write_two (pen, OUTLAY_PEN_STRONG, name, dates, &bar, 1);
}

static void
draw_rows (OutlayPen *pen, const OutlayRectangle *body)
{
  const OutlaySplitGrid *grid = &table_of (pen)->grid;
  const double total = outlay_split_table_amount (table_of (pen), (OutlaySplitPlace) { -1, -1 });
  guint first, end, first_phase, end_phase;

  outlay_split_grid_visible_rows (grid, &first, &end);
  outlay_split_grid_visible_phases (grid, &first_phase, &end_phase);
  outlay_pen_push_clip (pen, body->x - 3, body->y, body->width + 6, body->height);
  for (guint i = first; i < end; i++)
    for (guint p = first_phase; p < end_phase; p++)
      draw_bar (pen, (OutlaySplitPlace) { (int) i, (int) p });
  gtk_snapshot_pop (pen->snapshot);

  outlay_pen_push_clip (pen, 0, body->y, grid->width, body->height);
  for (guint i = first; i < end; i++)
    {
      OutlayRectangle line = { 0, round (body->y - grid->scroll_y + i * grid->row_height), body->x + body->width + grid->sum_width, 1 };

      outlay_pen_fill (pen, &line, &pen->line);
      draw_name (pen, i);
      draw_row_sum (pen, i, total);
    }
  gtk_snapshot_pop (pen->snapshot);
}

static void
draw_columns (OutlayPen *pen, const OutlayRectangle *body)
{
  const OutlaySplitGrid *grid = &table_of (pen)->grid;
  guint first, end;

  outlay_split_grid_visible_phases (grid, &first, &end);
  outlay_pen_push_clip (pen, body->x - 3, 0, body->width + 6, grid->height);
  for (guint p = first; p < end; p++)
    {
      draw_head (pen, p);
      draw_sum (pen, (OutlaySplitPlace) { -1, (int) p }, NULL);
    }
  gtk_snapshot_pop (pen->snapshot);
}

static void
draw_corners (OutlayPen *pen, const OutlayRectangle *body)
{
  const OutlaySplitGrid *grid = &table_of (pen)->grid;
  g_autofree char *unit = outlay_split_table_unit (table_of (pen));
  OutlayRectangle head = { body->x + body->width, 0, grid->sum_width - OUTLAY_SPLIT_INSET - OUTLAY_SPLIT_PADDING, grid->head_height };
  OutlayRectangle label = name_place (pen, body->y + body->height, grid->sum_height, 2);
  OutlayRectangle line = { 0, body->y + body->height, body->x + body->width + grid->sum_width, 1 };
  GdkRGBA strong = outlay_with_alpha (&pen->ink, 0.35);

  outlay_pen_fill (pen, &line, &strong);
  outlay_pen_write_two (pen, OUTLAY_PEN_STRONG, _("Total"), unit, &head, 1);
  outlay_pen_write (pen, OUTLAY_PEN_STRONG, _("Total"), &label, 0, &pen->ink);
  draw_sum (pen, (OutlaySplitPlace) { -1, -1 }, NULL);
}

void
outlay_split_table_draw (OutlaySplitTable *table, GtkSnapshot *snapshot)
{
  OutlayRectangle body;
  OutlayPen pen;

  outlay_pen_init (&pen, GTK_WIDGET (table), snapshot);
  outlay_split_grid_body (&table->grid, &body);
  draw_rows (&pen, &body);
  draw_columns (&pen, &body);
  draw_corners (&pen, &body);
  outlay_pen_clear (&pen);
}
