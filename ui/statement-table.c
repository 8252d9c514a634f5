/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/statement-table-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/amount.h"

/* Rows that a table should have room for, and those beyond which it scrolls. */
#define LEAST_ROWS 6
#define MOST_ROWS 40

enum
{
  SELECTED,
  COPIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OutlayStatementTable, outlay_statement_table, OUTLAY_TYPE_SCROLLED_TABLE)

/* --- the cursor in words --- */

static char *
describe_cursor (OutlayStatementTable *self)
{
  g_autofree char *text = outlay_figures_describe (self->figures, self->cursor.row, self->cursor.column);

  if (self->cursor.column >= 0 || !outlay_figures_is_parent (self->figures, self->cursor.row))
    return g_steal_pointer (&text);
  /* Translators: a section of a table for a screen reader */
  return g_strdup_printf (outlay_statement_table_is_folded (self, self->cursor.row) ? _("%s, folded") : _("%s, unfolded"), text);
}

static void
number_cell (OutlayStatementTable *self)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->focus.cells[self->focus.turn]), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                  (int) outlay_statement_table_find_row (self, self->cursor.row) + 2, GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                  self->cursor.column + 2, -1);
}

static void
name_cell (OutlayStatementTable *self, gboolean moved)
{
  g_autofree char *text = describe_cursor (self);

  if (moved)
    outlay_split_focus_move (&self->focus, text);
  else
    outlay_split_focus_name (&self->focus, text);
  number_cell (self);
}

static void
name_table (OutlayStatementTable *self)
{
  OutlayFigures *figures = self->figures;
  g_autofree char *words = g_strdup_printf (*figures->unit != '\0' ? _("%s, %s, %s") : _("%s, %s"), figures->title, figures->scope, figures->unit);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Arrows move, Space tells how a figure was computed, Control and C copies"), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT, (int) self->rows->len + 1,
                                  GTK_ACCESSIBLE_RELATION_COL_COUNT, (int) self->figures->n_columns + 1, -1);
}

void
outlay_statement_table_refresh (OutlayStatementTable *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->figures == NULL || self->rows->len == 0)
    return;
  name_table (self);
  name_cell (self, FALSE);
  g_signal_emit (self, signals[SELECTED], 0);
}

static int
outlay_statement_table_get_least_height (OutlayScrolledTable *table)
{
  OutlayStatementTable *self = OUTLAY_STATEMENT_TABLE (table);

  return (int) (self->layout.head_height + LEAST_ROWS * self->layout.row_height);
}

static void
measure_parts (OutlayStatementTable *self, gboolean same)
{
  outlay_statement_table_measure_parts (self, same);
  outlay_scrolled_table_measured (OUTLAY_SCROLLED_TABLE (self));
}

/* --- the widget --- */

static void
outlay_statement_table_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                                int *natural_baseline)
{
  OutlayStatementTable *self = OUTLAY_STATEMENT_TABLE (widget);
  const OutlayTableLayout *layout = &self->layout;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) MAX (layout->column_width, layout->fixed_width);
      *natural = MAX (*minimum, (int) (layout->natural_name_width + layout->fixed_width + 10 * layout->column_width));
    }
  else
    {
      *minimum = outlay_statement_table_get_least_height (OUTLAY_SCROLLED_TABLE (self));
      *natural = (int) (layout->head_height + CLAMP (self->rows->len, LEAST_ROWS, MOST_ROWS) * layout->row_height);
    }
}

static void
outlay_statement_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OutlayStatementTable *self = OUTLAY_STATEMENT_TABLE (widget);

  outlay_statement_table_allocate (self, width, height);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
outlay_statement_table_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OutlayStatementTable *self = OUTLAY_STATEMENT_TABLE (widget);

  if (self->figures != NULL && self->rows->len > 0)
    outlay_statement_table_draw (self, snapshot);
}

static gboolean
outlay_statement_table_grab_focus (GtkWidget *widget)
{
  return outlay_split_focus_grab (&OUTLAY_STATEMENT_TABLE (widget)->focus);
}

static void
outlay_statement_table_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (outlay_statement_table_parent_class)->css_changed (widget, change);
  measure_parts (OUTLAY_STATEMENT_TABLE (widget), FALSE);
}

static void
outlay_statement_table_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  outlay_statement_table_tell_adjustments (OUTLAY_STATEMENT_TABLE (widget));
  gtk_widget_queue_draw (widget);
}

static void
outlay_statement_table_dispose (GObject *object)
{
  OutlayStatementTable *self = OUTLAY_STATEMENT_TABLE (object);

  g_clear_pointer (&self->figures, outlay_figures_unref);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  outlay_split_focus_clear (&self->focus);
  outlay_pen_texts_clear (&self->texts);
  G_OBJECT_CLASS (outlay_statement_table_parent_class)->dispose (object);
}

static void
outlay_statement_table_finalize (GObject *object)
{
  OutlayStatementTable *self = OUTLAY_STATEMENT_TABLE (object);

  g_array_unref (self->rows);
  g_hash_table_unref (self->folded);
  G_OBJECT_CLASS (outlay_statement_table_parent_class)->finalize (object);
}

static void
outlay_statement_table_class_init (OutlayStatementTableClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = outlay_statement_table_dispose;
  object_class->finalize = outlay_statement_table_finalize;
  OUTLAY_SCROLLED_TABLE_CLASS (class)->get_least_height = outlay_statement_table_get_least_height;
  OUTLAY_SCROLLED_TABLE_CLASS (class)->scrolled = outlay_statement_table_read_adjustments;
  widget_class->measure = outlay_statement_table_measure;
  widget_class->size_allocate = outlay_statement_table_size_allocate;
  widget_class->snapshot = outlay_statement_table_snapshot;
  widget_class->grab_focus = outlay_statement_table_grab_focus;
  widget_class->css_changed = outlay_statement_table_css_changed;
  widget_class->direction_changed = outlay_statement_table_direction_changed;
  widget_class->query_tooltip = outlay_statement_table_query_tooltip;

  signals[SELECTED] = g_signal_new ("selected", OUTLAY_TYPE_STATEMENT_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COPIED] = g_signal_new ("copied", OUTLAY_TYPE_STATEMENT_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  outlay_statement_table_class_add_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "statementtable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
outlay_statement_table_init (OutlayStatementTable *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  outlay_pen_texts_init (&self->texts);
  outlay_split_focus_init (&self->focus, widget, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  outlay_statement_table_add_pointer (self);
  outlay_statement_table_add_keys (self);
  outlay_statement_table_measure_parts (self, FALSE);
}

/* --- public --- */

static gboolean
is_same (OutlayFigures *a, OutlayFigures *b)
{
  return a != NULL && b != NULL && g_str_equal (a->id, b->id) && a->n_columns == b->n_columns;
}

static void
start_anew (OutlayStatementTable *self)
{
  self->cursor = self->anchor = (OutlayTablePlace) { 0, 0 };
  self->all = FALSE;
  self->scroll_x = 0;
  self->scroll_y = 0;
}

void
outlay_statement_table_show (OutlayStatementTable *self, OutlayFigures *figures)
{
  const gboolean same = is_same (self->figures, figures);
  OutlayFigures *before = self->figures;

  self->figures = figures != NULL ? outlay_figures_ref (figures) : NULL;
  self->hovers = self->hovers && same;
  /* What it tells was of other numbers. */
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  outlay_statement_table_list_rows (self);
  if (!same)
    start_anew (self);
  if (self->rows->len > 0)
    {
      self->cursor.row = outlay_table_nth_row (self, outlay_statement_table_find_row (self, self->cursor.row));
      self->anchor.row = outlay_table_nth_row (self, outlay_statement_table_find_row (self, self->anchor.row));
    }
  measure_parts (self, same);
  if (before != NULL)
    outlay_figures_unref (before);
  outlay_statement_table_refresh (self);
}

OutlayFigures *
outlay_statement_table_get_figures (OutlayStatementTable *self)
{
  return self->figures;
}

void
outlay_statement_table_go_to (OutlayStatementTable *self, OutlayTablePlace place, gboolean extend)
{
  const gboolean moved = place.row != self->cursor.row || place.column != self->cursor.column;

  self->cursor = place;
  self->all = FALSE;
  if (!extend)
    self->anchor = place;
  outlay_statement_table_reveal (self, place);
  if (moved)
    name_cell (self, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SELECTED], 0);
}

void
outlay_statement_table_select_all (OutlayStatementTable *self)
{
  self->all = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SELECTED], 0);
}

OutlayTableRange
outlay_statement_table_range (OutlayStatementTable *self)
{
  const guint a = outlay_statement_table_find_row (self, self->anchor.row), b = outlay_statement_table_find_row (self, self->cursor.row);

  if (self->all)
    return (OutlayTableRange) { 0, self->rows->len, -1, (int) self->figures->n_columns };
  return (OutlayTableRange) { MIN (a, b), MAX (a, b) + 1, MIN (self->anchor.column, self->cursor.column), MAX (self->anchor.column, self->cursor.column) + 1 };
}

/* Of figures in one unit. */
static char *
describe_sum (OutlayStatementTable *self, const OutlayTableRange *range)
{
  const OutlayUnit unit = outlay_figures_row (self->figures, outlay_table_nth_row (self, range->first_row)).unit;
  const char *currency = self->figures->currency;
  g_autofree char *sum_text = NULL, *mean_text = NULL;
  double sum = 0;
  guint n = 0;

  for (guint r = range->first_row; r < range->end_row; r++)
    for (int c = MAX (0, range->first_column); c < range->end_column; c++)
      {
        const double value = outlay_figures_value (self->figures, outlay_table_nth_row (self, r), (guint) c);

        if (outlay_figures_row (self->figures, outlay_table_nth_row (self, r)).unit != unit)
          return NULL;
        n += isfinite (value) ? 1 : 0;
        sum += isfinite (value) ? value : 0;
      }
  if (n < 2)
    return NULL;
  sum_text = outlay_quantity_format (sum, (int) unit, currency);
  mean_text = outlay_quantity_format (sum / n, (int) unit, currency);
  /* Translators: of figures that are selected in a table, as in "6 figures, sum 12.3 m yuan, mean 2.05 m yuan" */
  return g_strdup_printf (ngettext ("%u figure, sum %s, mean %s", "%u figures, sum %s, mean %s", n), n, sum_text, mean_text);
}

char *
outlay_statement_table_describe_selection (OutlayStatementTable *self)
{
  OutlayTableRange range;
  g_autofree char *sum = NULL;

  if (self->figures == NULL || self->rows->len == 0)
    return g_strdup ("");
  range = outlay_statement_table_range (self);
  if (range.end_row - range.first_row > 1 || range.end_column - range.first_column > 1)
    sum = describe_sum (self, &range);
  return sum != NULL ? g_steal_pointer (&sum) : outlay_figures_describe (self->figures, self->cursor.row, self->cursor.column);
}
