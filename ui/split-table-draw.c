/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/split-table-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "chart/palette.h"
#include "chart/theme.h"

#define PADDING 10
#define LOCK_SIZE 16

typedef enum
{
  PLAIN,
  SMALL,
  STRONG,
  N_SETS,
} Set;

/* What one drawing needs again and again. */
typedef struct
{
  OutlaySplitTable *table;
  GtkSnapshot *snapshot;
  PangoLayout *layouts[N_SETS];
  GdkRGBA ink;
  GdkRGBA faint; /* second thoughts: dates, shares */
  GdkRGBA line;
  GdkRGBA accent;
  gboolean dark;
} Pen;

static PangoLayout *
make_layout (GtkWidget *widget, Set set)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, NULL);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (set == STRONG)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (set == SMALL)
    pango_attr_list_insert (attributes, pango_attr_scale_new (0.83));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static GdkRGBA
with_alpha (const GdkRGBA *colour, double alpha)
{
  return (GdkRGBA) { colour->red, colour->green, colour->blue, colour->alpha * (float) alpha };
}

static void
pen_init (Pen *pen, OutlaySplitTable *table, GtkSnapshot *snapshot)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (table)));
  const gboolean high_contrast = adw_style_manager_get_high_contrast (style);
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);

  pen->table = table;
  pen->snapshot = snapshot;
  pen->dark = adw_style_manager_get_dark (style);
  pen->accent = *accent;
  gtk_widget_get_color (GTK_WIDGET (table), &pen->ink);
  pen->faint = with_alpha (&pen->ink, high_contrast ? 0.9 : 0.62);
  pen->line = with_alpha (&pen->ink, high_contrast ? 0.5 : 0.13);
  for (int set = 0; set < N_SETS; set++)
    pen->layouts[set] = make_layout (GTK_WIDGET (table), set);
}

static void
pen_clear (Pen *pen)
{
  for (int set = 0; set < N_SETS; set++)
    g_clear_object (&pen->layouts[set]);
}

static graphene_rect_t
graphene (const OutlayRectangle *r)
{
  return GRAPHENE_RECT_INIT ((float) r->x, (float) r->y, (float) r->width, (float) r->height);
}

static OutlayRectangle
inset (const OutlayRectangle *r, double x, double y)
{
  return (OutlayRectangle) { r->x + x, r->y + y, MAX (0, r->width - 2 * x), MAX (0, r->height - 2 * y) };
}

static void
fill (Pen *pen, const OutlayRectangle *r, const GdkRGBA *colour)
{
  graphene_rect_t rectangle = graphene (r);

  gtk_snapshot_append_color (pen->snapshot, colour, &rectangle);
}

static void
fill_rounded (Pen *pen, const OutlayRectangle *r, double radius, const GdkRGBA *colour)
{
  graphene_rect_t rectangle = graphene (r);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &rectangle, (float) radius);
  gtk_snapshot_push_rounded_clip (pen->snapshot, &outline);
  gtk_snapshot_append_color (pen->snapshot, colour, &rectangle);
  gtk_snapshot_pop (pen->snapshot);
}

static void
outline (Pen *pen, const OutlayRectangle *r, double radius, float width, const GdkRGBA *colour)
{
  graphene_rect_t rectangle = graphene (r);
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &rectangle, (float) radius);
  gtk_snapshot_append_border (pen->snapshot, &rounded, (float[]) { width, width, width, width },
                              (GdkRGBA[]) { *colour, *colour, *colour, *colour });
}

/* Text in a rectangle, at its left, or its right where xalign is 1; centred in its height. Returns its width. */
static double
write_text (Pen *pen, Set set, const char *text, const OutlayRectangle *r, double xalign, const GdkRGBA *colour)
{
  PangoLayout *layout = pen->layouts[set];
  int width, height;

  pango_layout_set_width (layout, (int) MAX (0, r->width) * PANGO_SCALE);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT ((float) round (r->x + (r->width - width) * xalign),
                                                               (float) round (r->y + (r->height - height) / 2)));
  gtk_snapshot_append_layout (pen->snapshot, layout, colour);
  gtk_snapshot_restore (pen->snapshot);
  return width;
}

/* Two lines, the second small and faint. */
static void
write_two (Pen *pen, Set set, const char *first, const char *second, const OutlayRectangle *r, double xalign)
{
  OutlayRectangle upper = { r->x, r->y + r->height * 0.06, r->width, r->height * 0.5 };
  OutlayRectangle lower = { r->x, r->y + r->height * 0.52, r->width, r->height * 0.4 };

  write_text (pen, set, first, &upper, xalign, &pen->ink);
  write_text (pen, SMALL, second, &lower, xalign, &pen->faint);
}

static gboolean
is_marked (Pen *pen, OutlaySplitPlace place)
{
  OutlaySplitTable *table = pen->table;
  const gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (table)) != NULL;

  return (focused && outlay_split_place_equal (table->cursor, place)) ||
         (table->hovers && table->hovered_part == OUTLAY_SPLIT_PART_CELL && outlay_split_place_equal (table->hovered, place)) ||
         (table->drag != NULL && outlay_split_place_equal (table->dragged, place));
}

static void
draw_lock (Pen *pen, OutlaySplitPlace place)
{
  GtkWidget *widget = GTK_WIDGET (pen->table);
  const gboolean locked = outlay_split_table_is_locked (pen->table, place);
  g_autoptr (GtkIconPaintable) icon = NULL;
  OutlayRectangle r;

  if (!locked && !is_marked (pen, place))
    return;
  outlay_split_table_lock (pen->table, place, &r);
  icon = gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)),
                                     locked ? "changes-prevent-symbolic" : "changes-allow-symbolic", NULL, LOCK_SIZE,
                                     gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget), 0);
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT ((float) round (r.x + (r.width - LOCK_SIZE) / 2),
                                                               (float) round (r.y + (r.height - LOCK_SIZE) / 2)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), pen->snapshot, LOCK_SIZE, LOCK_SIZE,
                                            (GdkRGBA[]) { with_alpha (&pen->ink, locked ? 0.8 : 0.4) }, 1);
  gtk_snapshot_restore (pen->snapshot);
}

static void
draw_focus (Pen *pen, OutlaySplitPlace place, const OutlayRectangle *bar)
{
  OutlayRectangle ring = inset (bar, -2, -2);

  if (gtk_widget_get_focus_child (GTK_WIDGET (pen->table)) != NULL && outlay_split_place_equal (pen->table->cursor, place))
    outline (pen, &ring, 8, 2, &pen->accent);
}

/* Where it is dragged by. */
static void
draw_handle (Pen *pen, const OutlayRectangle *bar, double end, const GdkRGBA *colour)
{
  const double height = round (bar->height * 0.5);
  OutlayRectangle handle = { round (CLAMP (end - 5, bar->x + 2, bar->x + bar->width - 6)), round (bar->y + (bar->height - height) / 2), 4, height };

  fill_rounded (pen, &handle, 2, colour);
}

/* The same as in every chart. */
static GdkRGBA
initiative_colour (Pen *pen, guint initiative)
{
  OutlayDocument *document = pen->table->document;
  const OutlayInk ink = { OUTLAY_INK_COLOUR,
                          outlay_palette_initiative (outlay_document_get_plan (document), outlay_document_get_scenario (document), initiative) };
  const OutlayColour colour = outlay_ink_fill (ink, pen->dark ? OUTLAY_THEME_DARK : OUTLAY_THEME_LIGHT);

  return (GdkRGBA) { (float) colour.red, (float) colour.green, (float) colour.blue, (float) colour.alpha };
}

static void
draw_bar (Pen *pen, OutlaySplitPlace place)
{
  OutlaySplitTable *table = pen->table;
  const double amount = outlay_split_table_amount (table, place);
  const gboolean locked = outlay_split_table_is_locked (table, place);
  g_autofree char *text = outlay_amount_format_in (amount, table->unit, 2);
  OutlayRectangle bar, filled, label, dot;
  GdkRGBA colour, ground, tint;

  outlay_split_table_bar (table, place, &bar);
  colour = initiative_colour (pen, place.initiative);
  ground = with_alpha (&pen->ink, 0.05);
  tint = with_alpha (&colour, locked ? 0.14 : pen->dark ? 0.45 : 0.25);
  fill_rounded (pen, &bar, 6, &ground);
  filled = bar;
  filled.width = round (bar.width * CLAMP (amount / table->full, 0, 1));
  if (filled.width >= 1)
    fill_rounded (pen, &filled, MIN (6, filled.width / 2), &tint);
  if (is_marked (pen, place) && !locked)
    draw_handle (pen, &bar, filled.x + filled.width, &colour);

  label = inset (&bar, PADDING, 0);
  write_text (pen, STRONG, text, &label, 1, &pen->ink);
  if (outlay_split_table_is_changed (table, place))
    {
      dot = (OutlayRectangle) { bar.x + bar.width - 8, bar.y + 3, 5, 5 };
      fill_rounded (pen, &dot, 2.5, &pen->accent);
    }
  draw_lock (pen, place);
  draw_focus (pen, place, &bar);
}

/* A sum over phases or initiatives; note NULL for none. */
static void
draw_sum (Pen *pen, OutlaySplitPlace place, const char *note)
{
  g_autofree char *text = outlay_amount_format_in (outlay_split_table_amount (pen->table, place), pen->table->unit, 2);
  OutlayRectangle bar, label;

  outlay_split_table_bar (pen->table, place, &bar);
  label = inset (&bar, PADDING, 0);
  if (note != NULL)
    write_two (pen, STRONG, text, note, &label, 1);
  else
    write_text (pen, STRONG, text, &label, 1, &pen->ink);
  draw_lock (pen, place);
  draw_focus (pen, place, &bar);
}

static void
draw_name (Pen *pen, guint initiative)
{
  g_autofree char *name = outlay_document_get_initiative_name (pen->table->document, initiative);
  OutlayRectangle row, chip, label;
  GdkRGBA colour;

  outlay_split_grid_cell (&pen->table->grid, (OutlaySplitPlace) { (int) initiative, -1 }, &row);
  colour = initiative_colour (pen, initiative);
  chip = (OutlayRectangle) { 2, round (row.y + row.height / 2 - 5), 10, 10 };
  fill_rounded (pen, &chip, 3, &colour);
  label = (OutlayRectangle) { 20, row.y, pen->table->grid.name_width - 26, row.height };
  write_text (pen, PLAIN, name, &label, 0, &pen->ink);
}

static void
draw_row_sum (Pen *pen, guint initiative, double total)
{
  const OutlaySplitPlace place = { (int) initiative, -1 };
  const double percent = total > 0 ? 100 * outlay_split_table_amount (pen->table, place) / total : 0;
  g_autofree char *share = g_strdup_printf (percent < 1 ? "%.2f" : "%.1f", percent);
  /* Translators: a share of the plan's investment, as "57.7 % of the plan" */
  g_autofree char *note = g_strdup_printf (_("%s %% of the plan"), share);

  draw_sum (pen, place, note);
}

static void
draw_head (Pen *pen, guint phase)
{
  g_autofree char *name = outlay_document_get_phase_name (pen->table->document, phase);
  g_autofree char *dates = outlay_split_table_phase_dates (pen->table, phase);
  OutlayRectangle bar;

  outlay_split_table_bar (pen->table, (OutlaySplitPlace) { -1, (int) phase }, &bar);
  bar = inset (&bar, PADDING, 0);
  bar.y = 0;
  bar.height = pen->table->grid.head_height;
  write_two (pen, STRONG, name, dates, &bar, 1);
}

static void
push_clip (Pen *pen, double x, double y, double width, double height)
{
  gtk_snapshot_push_clip (pen->snapshot, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static void
draw_rows (Pen *pen, const OutlayRectangle *body)
{
  const OutlaySplitGrid *grid = &pen->table->grid;
  const double total = outlay_split_table_amount (pen->table, (OutlaySplitPlace) { -1, -1 });
  guint first, end, first_phase, end_phase;

  outlay_split_grid_visible_rows (grid, &first, &end);
  outlay_split_grid_visible_phases (grid, &first_phase, &end_phase);
  push_clip (pen, body->x - 3, body->y, body->width + 6, body->height);
  for (guint i = first; i < end; i++)
    for (guint p = first_phase; p < end_phase; p++)
      draw_bar (pen, (OutlaySplitPlace) { (int) i, (int) p });
  gtk_snapshot_pop (pen->snapshot);

  push_clip (pen, 0, body->y, grid->width, body->height);
  for (guint i = first; i < end; i++)
    {
      OutlayRectangle line = { 0, round (body->y - grid->scroll_y + i * grid->row_height), body->x + body->width + grid->sum_width, 1 };

      fill (pen, &line, &pen->line);
      draw_name (pen, i);
      draw_row_sum (pen, i, total);
    }
  gtk_snapshot_pop (pen->snapshot);
}

static void
draw_columns (Pen *pen, const OutlayRectangle *body)
{
  const OutlaySplitGrid *grid = &pen->table->grid;
  guint first, end;

  outlay_split_grid_visible_phases (grid, &first, &end);
  push_clip (pen, body->x - 3, 0, body->width + 6, grid->height);
  for (guint p = first; p < end; p++)
    {
      draw_head (pen, p);
      draw_sum (pen, (OutlaySplitPlace) { -1, (int) p }, NULL);
    }
  gtk_snapshot_pop (pen->snapshot);
}

static void
draw_corners (Pen *pen, const OutlayRectangle *body)
{
  const OutlaySplitGrid *grid = &pen->table->grid;
  g_autofree char *currency = outlay_document_get_currency (pen->table->document);
  g_autofree char *unit = g_strdup_printf (C_ ("amount and currency", "%s %s"), pen->table->unit.word, outlay_currency_word (currency));
  OutlayRectangle head = { body->x + body->width + PADDING, 0, grid->sum_width - PADDING - 4 - PADDING, grid->head_height };
  OutlayRectangle label = { 2, body->y + body->height, grid->name_width - 6, grid->sum_height };
  OutlayRectangle line = { 0, body->y + body->height, body->x + body->width + grid->sum_width, 1 };
  GdkRGBA strong = with_alpha (&pen->ink, 0.35);

  fill (pen, &line, &strong);
  write_two (pen, STRONG, _("Total"), g_strstrip (unit), &head, 1);
  write_text (pen, STRONG, _("Total"), &label, 0, &pen->ink);
  draw_sum (pen, (OutlaySplitPlace) { -1, -1 }, NULL);
}

void
outlay_split_table_draw (OutlaySplitTable *table, GtkSnapshot *snapshot)
{
  OutlayRectangle body;
  Pen pen;

  pen_init (&pen, table, snapshot);
  outlay_split_grid_body (&table->grid, &body);
  draw_rows (&pen, &body);
  draw_columns (&pen, &body);
  draw_corners (&pen, &body);
  pen_clear (&pen);
}

void
outlay_split_table_bar (OutlaySplitTable *table, OutlaySplitPlace place, OutlayRectangle *rectangle)
{
  outlay_split_grid_cell (&table->grid, place, rectangle);
  *rectangle = inset (rectangle, 5, 4);
}

void
outlay_split_table_lock (OutlaySplitTable *table, OutlaySplitPlace place, OutlayRectangle *rectangle)
{
  outlay_split_table_bar (table, place, rectangle);
  rectangle->width = LOCK_SIZE + 8;
}

void
outlay_split_table_measure_parts (OutlaySplitTable *table)
{
  OutlaySplitGrid *grid = &table->grid;
  g_autoptr (PangoLayout) layout = make_layout (GTK_WIDGET (table), PLAIN);
  int width, height;
  double line;

  pango_layout_set_text (layout, "0", -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  line = height;
  grid->head_height = ceil (line * 2.4);
  grid->row_height = ceil (line * 2.5);
  grid->sum_height = ceil (line * 2.2);
  grid->least_phase_width = ceil (line * 6.4);
  grid->sum_width = ceil (line * 7.6);
  table->name_width = line * 6;
  if (table->document == NULL)
    return;
  /* Names beyond these are set in the width of these. */
  for (guint i = 0; i < MIN (grid->n_initiatives, 100); i++)
    {
      g_autofree char *name = outlay_document_get_initiative_name (table->document, i);

      pango_layout_set_text (layout, name, -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      table->name_width = MAX (table->name_width, width + 32);
    }
  table->name_width = MIN (table->name_width, line * 16);
}
