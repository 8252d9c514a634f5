/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/split-table-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Rows that are to be seen where the page has to scroll. */
#define LEAST_ROWS 4
#define MOST_ROWS 8

enum
{
  PROP_DOCUMENT = 1,
};

G_DEFINE_FINAL_TYPE (OutlaySplitTable, outlay_split_table, OUTLAY_TYPE_SCROLLED_TABLE)

static double
largest_cell (OutlaySplit *split)
{
  const gsize n = (gsize) outlay_split_n_initiatives (split) * outlay_split_n_phases (split);
  const double *cells = outlay_split_cells (split);
  double largest = 0;

  for (gsize k = 0; k < n; k++)
    largest = MAX (largest, cells[k]);
  return largest;
}

/* The unit and the length of the bars stay while a bar is dragged, so that it follows the hand. */
static void
update_scale (OutlaySplitTable *self)
{
  double largest, step;

  if (self->drag != NULL)
    return;
  largest = largest_cell (outlay_document_get_split (self->document));
  if (largest <= 0)
    largest = 1e9;
  step = outlay_split_round_step (largest / 5);
  self->unit = outlay_amount_unit (largest);
  self->full = step * ceil (largest * 1.05 / step);
}

static void
update_label (OutlaySplitTable *self)
{
  g_autofree char *text = outlay_split_table_describe (self, self->cursor);

  outlay_split_focus_name (&self->focus, text);
}

static int
outlay_split_table_get_least_height (OutlayScrolledTable *table)
{
  const OutlaySplitGrid *grid = &OUTLAY_SPLIT_TABLE (table)->grid;

  return (int) (grid->head_height + CLAMP (grid->n_initiatives, 1, LEAST_ROWS) * grid->row_height + grid->sum_height);
}

static void
measure_parts (OutlaySplitTable *self)
{
  outlay_split_table_measure_parts (self);
  outlay_scrolled_table_measured (OUTLAY_SCROLLED_TABLE (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* No amount is ever cut short: a longer sum takes a wider column. */
static void
update_widths (OutlaySplitTable *self)
{
  g_autofree char *sum = outlay_amount_format_in (outlay_split_table_amount (self, (OutlaySplitPlace) { -1, -1 }), self->unit, 2);
  const gsize length = strlen (sum);

  if (length == self->sum_length)
    return;
  self->sum_length = length;
  measure_parts (self);
}

static void
projected_cb (OutlaySplitTable *self)
{
  update_scale (self);
  update_widths (self);
  update_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
restructured_cb (OutlaySplitTable *self)
{
  OutlaySplit *split = outlay_document_get_split (self->document);

  outlay_split_table_cancel_edit (self);
  outlay_split_table_cancel_drag (self);
  outlay_split_table_say (self, NULL, FALSE);
  self->hovers = FALSE;
  self->grid.n_initiatives = outlay_split_n_initiatives (split);
  self->grid.n_phases = outlay_split_n_phases (split);
  self->cursor.initiative = MIN (self->cursor.initiative, (int) self->grid.n_initiatives - 1);
  self->cursor.phase = MIN (self->cursor.phase, (int) self->grid.n_phases - 1);
  update_scale (self);
  measure_parts (self);
  projected_cb (self);
}

static void
outlay_split_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  outlay_split_table_allocate (OUTLAY_SPLIT_TABLE (widget), width, height);
}

static void
outlay_split_table_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                            int *natural_baseline)
{
  OutlaySplitTable *self = OUTLAY_SPLIT_TABLE (widget);
  const OutlaySplitGrid *grid = &self->grid;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (self->least_phase_width + self->least_sum_width);
      *natural = (int) (self->name_width + grid->n_phases * self->least_phase_width + self->full_sum_width);
      *natural = MAX (*natural, *minimum);
    }
  else
    {
      *minimum = (int) (grid->head_height + grid->row_height + grid->sum_height);
      *natural = (int) (grid->head_height + CLAMP (grid->n_initiatives, 1, MOST_ROWS) * grid->row_height + grid->sum_height);
    }
}

static void
outlay_split_table_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OutlaySplitTable *self = OUTLAY_SPLIT_TABLE (widget);

  if (self->document == NULL)
    return;
  outlay_split_table_draw (self, snapshot);
  if (self->entry != NULL)
    gtk_widget_snapshot_child (widget, self->entry, snapshot);
  if (self->message != NULL)
    gtk_widget_snapshot_child (widget, self->message, snapshot);
}

static gboolean
outlay_split_table_grab_focus (GtkWidget *widget)
{
  OutlaySplitTable *self = OUTLAY_SPLIT_TABLE (widget);

  return self->entry != NULL ? gtk_widget_grab_focus (self->entry) : outlay_split_focus_grab (&self->focus);
}

static void
outlay_split_table_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (outlay_split_table_parent_class)->css_changed (widget, change);
  measure_parts (OUTLAY_SPLIT_TABLE (widget));
}

static void
outlay_split_table_dispose (GObject *object)
{
  OutlaySplitTable *self = OUTLAY_SPLIT_TABLE (object);

  outlay_split_table_set_document (self, NULL);
  g_clear_pointer (&self->message, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  outlay_split_focus_clear (&self->focus);
  outlay_pen_texts_clear (&self->texts);
  G_OBJECT_CLASS (outlay_split_table_parent_class)->dispose (object);
}

static void
outlay_split_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, OUTLAY_SPLIT_TABLE (object)->document);
}

static void
outlay_split_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  outlay_split_table_set_document (OUTLAY_SPLIT_TABLE (object), g_value_get_object (value));
}

static void
outlay_split_table_class_init (OutlaySplitTableClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = outlay_split_table_dispose;
  object_class->get_property = outlay_split_table_get_property;
  object_class->set_property = outlay_split_table_set_property;
  OUTLAY_SCROLLED_TABLE_CLASS (class)->get_least_height = outlay_split_table_get_least_height;
  widget_class->size_allocate = outlay_split_table_size_allocate;
  widget_class->measure = outlay_split_table_measure;
  widget_class->snapshot = outlay_split_table_snapshot;
  widget_class->grab_focus = outlay_split_table_grab_focus;
  widget_class->css_changed = outlay_split_table_css_changed;
  widget_class->query_tooltip = outlay_split_table_query_tooltip;

  g_object_class_install_property (object_class, PROP_DOCUMENT,
                                   g_param_spec_object ("document", NULL, NULL, OUTLAY_TYPE_DOCUMENT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  outlay_split_table_class_add_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "splittable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
outlay_split_table_init (OutlaySplitTable *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  outlay_pen_texts_init (&self->texts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Split of the investment"), -1);
  outlay_split_focus_init (&self->focus, widget, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  outlay_split_table_add_pointer (self);
  outlay_split_table_add_keys (self);
  outlay_split_table_measure_parts (self);
}

void
outlay_split_table_set_document (OutlaySplitTable *self, OutlayDocument *document)
{
  if (self->document == document)
    return;
  if (self->document != NULL)
    {
      outlay_split_table_cancel_edit (self);
      outlay_split_table_cancel_drag (self);
      g_signal_handlers_disconnect_by_data (self->document, self);
    }
  g_set_object (&self->document, document);
  if (document == NULL)
    return;
  g_signal_connect_object (document, "projected", G_CALLBACK (projected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "moved", G_CALLBACK (projected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "restructured", G_CALLBACK (restructured_cb), self, G_CONNECT_SWAPPED);
  /* What is still being typed then could not be settled, and was meant for the scenario that was shown. */
  g_signal_connect_object (document, "notify::scenario", G_CALLBACK (outlay_split_table_cancel_edit), self, G_CONNECT_SWAPPED);
  self->cursor = (OutlaySplitPlace) { 0, 0 };
  restructured_cb (self);
}

void
outlay_split_table_go_to (OutlaySplitTable *self, OutlaySplitPlace place)
{
  GtkAdjustment *horizontal, *vertical;
  double x, y;

  outlay_split_table_say (self, NULL, FALSE);
  if (!outlay_split_place_equal (self->cursor, place))
    {
      g_autofree char *text = outlay_split_table_describe (self, place);

      self->cursor = place;
      outlay_split_focus_move (&self->focus, text);
    }
  outlay_split_grid_reveal (&self->grid, place, &x, &y);
  horizontal = outlay_scrolled_table_get_adjustment (OUTLAY_SCROLLED_TABLE (self), GTK_ORIENTATION_HORIZONTAL);
  vertical = outlay_scrolled_table_get_adjustment (OUTLAY_SCROLLED_TABLE (self), GTK_ORIENTATION_VERTICAL);
  if (horizontal != NULL)
    gtk_adjustment_set_value (horizontal, x);
  if (vertical != NULL)
    gtk_adjustment_set_value (vertical, y);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
