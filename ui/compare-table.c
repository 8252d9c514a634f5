/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare-table.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/compare-head.h"
#include "ui/compare-inputs.h"
#include "ui/compare-line.h"
#include "ui/compare-name.h"
#include "ui/window.h"

/* A table of more rows scrolls in itself. */
#define MOST_ROWS 40
#define HEIGHT_OF_MANY 560
/* Milliseconds without movement after which columns come to rest. */
#define REST 150
/* Beyond so many a table starts anew where rows come or go. */
#define MOST_FOLLOWED 400
/* The list makes widgets for two hundred rows at once, which takes longer than a frame: of many rows it is shown some first, and more in each frame. */
#define FIRST_SHOWN 6
#define MORE_SHOWN 4
#define MOST_WIDGETS 240

struct _OutlayCompareTable
{
  AdwBin parent_instance;

  OutlayCompareSession *session; /* (nullable): not owned, the document's */
  AdwBin *head;
  GtkScrolledWindow *down;
  GtkListView *list;
  GListModel *rows; /* OutlayCompareRow: a list of the table's own, or where there are many what was given */
  GtkSliceListModel *shown; /* those that the list has got yet */
  guint growth;             /* the tick that gives it more */
  GPtrArray *names; /* of the scenarios */
  char *heading;    /* what the head says, to be made anew where that changes */
  GtkWidget *popover;
  char *label;
  OutlayCompareColumns columns;
  int wide; /* what a column needs, beside the titles and below them */
  int narrow;
  GtkWidget *scrollbar; /* of the columns */
  guint rest;           /* the source that brings them to rest at a whole one */
  GtkAdjustment *room; /* its page is as wide as the table may be */
  guint tick;
};

enum
{
  PROP_LABEL = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (OutlayCompareTable, outlay_compare_table, ADW_TYPE_BIN)

/* --- head --- */

static void
name_columns (OutlayCompareTable *self, OutlayCompareSession *session)
{
  g_autoptr (GString) columns = g_string_new (NULL);

  g_ptr_array_set_size (self->names, 0);
  for (guint n = 0; n < outlay_compare_session_get_n_chosen (session); n++)
    {
      OutlayScenario *scenario = outlay_compare_session_get_chosen (session, n);
      g_autofree char *markup = outlay_compare_name_markup (GTK_WIDGET (self), session, scenario);

      g_ptr_array_add (self->names, outlay_compare_session_name (session, scenario));
      g_string_append_printf (columns, "%s\n", markup);
    }
  if (g_set_str (&self->heading, columns->str))
    outlay_compare_head_fill (self->head, session, self->names, &self->columns);
}

/* --- rows --- */

static void
setup_cb (OutlayCompareTable *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, outlay_compare_line_new (&self->columns));
}

static void
describe (OutlayCompareTable *self, GtkListItem *item)
{
  g_autofree char *description = outlay_compare_line_describe (gtk_list_item_get_item (item), self->names);

  gtk_list_item_set_accessible_label (item, description);
  gtk_list_item_set_activatable (item, ((OutlayCompareRow *) gtk_list_item_get_item (item))->details != NULL);
}

static void
row_changed_cb (GtkListItem *item, OutlayCompareRow *row)
{
  describe (g_object_get_data (G_OBJECT (item), "table"), item);
}

static void
bind_cb (OutlayCompareTable *self, GtkListItem *item)
{
  OutlayCompareRow *row = gtk_list_item_get_item (item);

  outlay_compare_line_set_row (OUTLAY_COMPARE_LINE (gtk_list_item_get_child (item)), row);
  g_object_set_data (G_OBJECT (item), "table", self);
  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), item, G_CONNECT_SWAPPED);
  describe (self, item);
}

static void
unbind_cb (OutlayCompareTable *self, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (item), item);
  outlay_compare_line_set_row (OUTLAY_COMPARE_LINE (gtk_list_item_get_child (item)), NULL);
}

static GtkListItemFactory *
create_factory (OutlayCompareTable *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  return factory;
}

static OutlayCompareRow *
nth_row (GListModel *rows, guint position)
{
  g_autoptr (OutlayCompareRow) row = g_list_model_get_item (rows, position);

  return row;
}

static gboolean
are_same (OutlayCompareRow *a, OutlayCompareRow *b)
{
  return a->heading == b->heading && g_str_equal (a->key, b->key);
}

static gboolean
grow_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OutlayCompareTable *self = OUTLAY_COMPARE_TABLE (widget);
  const guint size = gtk_slice_list_model_get_size (self->shown) + MORE_SHOWN;
  const gboolean all = size >= MIN (g_list_model_get_n_items (self->rows), MOST_WIDGETS);

  gtk_slice_list_model_set_size (self->shown, all ? G_MAXUINT : size);
  self->growth = all ? 0 : self->growth;
  return all ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/* Who has scrolled down stays there. */
static guint
count_first (OutlayCompareTable *self)
{
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->down);
  const double seen = (gtk_adjustment_get_value (down) + gtk_adjustment_get_page_size (down)) / gtk_adjustment_get_upper (down);

  return FIRST_SHOWN + (gtk_adjustment_get_value (down) > 0 ? (guint) (seen * g_list_model_get_n_items (self->rows)) : 0);
}

static void
show_first (OutlayCompareTable *self, guint n_rows)
{
  gtk_slice_list_model_set_size (self->shown, n_rows > MOST_ROWS ? count_first (self) : G_MAXUINT);
  if (n_rows > MOST_ROWS && self->growth == 0)
    self->growth = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
}

static void
use_rows (OutlayCompareTable *self, GListModel *rows)
{
  show_first (self, g_list_model_get_n_items (rows));
  g_set_object (&self->rows, rows);
  gtk_slice_list_model_set_model (self->shown, rows);
}

/* Rows about the same stay where they are, with the focus. */
static void
follow_rows (OutlayCompareTable *self, GListModel *rows)
{
  guint n_old = g_list_model_get_n_items (self->rows), n_new = g_list_model_get_n_items (rows), first = 0, last = 0;
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  while (first < MIN (n_old, n_new) && are_same (nth_row (self->rows, first), nth_row (rows, first)))
    first++;
  while (last < MIN (n_old, n_new) - first && are_same (nth_row (self->rows, n_old - 1 - last), nth_row (rows, n_new - 1 - last)))
    last++;
  for (guint n = first; n < n_new - last; n++)
    g_ptr_array_add (added, g_list_model_get_item (rows, n));
  if (n_old != first + last || added->len > 0)
    g_list_store_splice (G_LIST_STORE (self->rows), first, n_old - first - last, added->pdata, added->len);
  for (guint n = 0; n < n_new; n++)
    outlay_compare_row_take (nth_row (self->rows, n), nth_row (rows, n));
}

/* Of many rows only those are looked at that have been in sight. */
static void
show_rows (OutlayCompareTable *self, GListModel *rows)
{
  if (g_list_model_get_n_items (rows) > MOST_FOLLOWED)
    {
      if (!OUTLAY_IS_COMPARE_INPUTS (self->rows) || !outlay_compare_inputs_take (OUTLAY_COMPARE_INPUTS (self->rows), OUTLAY_COMPARE_INPUTS (rows)))
        use_rows (self, rows);
      return;
    }
  if (!G_IS_LIST_STORE (self->rows))
    {
      g_autoptr (GListStore) own = g_list_store_new (OUTLAY_TYPE_COMPARE_ROW);

      use_rows (self, G_LIST_MODEL (own));
    }
  if (g_list_model_get_n_items (self->rows) == 0)
    show_first (self, g_list_model_get_n_items (rows));
  follow_rows (self, rows);
}

/* --- more of one row --- */

static GtkWidget *
create_details (OutlayCompareRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *label = gtk_label_new (row->details);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "indicator-details");
  gtk_box_append (GTK_BOX (box), label);
  if (row->link != NULL)
    gtk_box_append (GTK_BOX (box), gtk_link_button_new (row->link));
  return box;
}

static void
activated_cb (OutlayCompareTable *self, guint position)
{
  g_autoptr (OutlayCompareRow) row = g_list_model_get_item (self->rows, position);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  graphene_rect_t bounds;

  if (row == NULL || row->details == NULL)
    return;
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_new ();
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_set_child (GTK_POPOVER (self->popover), create_details (row));
  if (focus != NULL && gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, outlay_compare_title_width (GTK_WIDGET (self), &self->columns),
                                                   (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
  /* With the focus comes a selection of everything. */
  gtk_label_select_region (GTK_LABEL (gtk_widget_get_first_child (gtk_popover_get_child (GTK_POPOVER (self->popover)))), 0, 0);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OutlayCompareTable *self = OUTLAY_COMPARE_TABLE (widget);
  g_autofree char *text = outlay_compare_table_get_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  outlay_window_say (OUTLAY_WINDOW (gtk_widget_get_root (widget)), _("Table copied: paste it into a spreadsheet"), FALSE);
}

/* --- room --- */

static OutlayCompareColumns
choose_columns (OutlayCompareTable *self)
{
  OutlayCompareColumns columns = self->columns;

  outlay_compare_columns_choose (&columns, GTK_WIDGET (self), self->names->len, (int) gtk_adjustment_get_page_size (self->room), self->wide,
                                 self->narrow);
  return columns;
}

static gboolean
stand_well (OutlayCompareTable *self)
{
  const OutlayCompareColumns columns = choose_columns (self);

  return columns.compact == self->columns.compact && columns.below == self->columns.below && columns.width == self->columns.width;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OutlayCompareTable *self = OUTLAY_COMPARE_TABLE (widget);
  g_autoptr (GtkListItemFactory) factory = NULL;

  self->tick = 0;
  if (stand_well (self))
    return G_SOURCE_REMOVE;
  self->columns = choose_columns (self);
  factory = create_factory (self);
  gtk_list_view_set_factory (self->list, factory);
  if (self->session != NULL)
    outlay_compare_head_fill (self->head, self->session, self->names, &self->columns);
  return G_SOURCE_REMOVE;
}

/* The width is known while rows are being laid out, when they cannot be made anew. */
static void
fit_columns (OutlayCompareTable *self)
{
  if (self->tick == 0 && gtk_adjustment_get_page_size (self->room) > 0 && !stand_well (self))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
rest_cb (gpointer data)
{
  OutlayCompareTable *self = data;
  const double pitch = self->columns.width + OUTLAY_COMPARE_SPACING;

  self->rest = 0;
  gtk_adjustment_set_value (self->columns.across, pitch * round (gtk_adjustment_get_value (self->columns.across) / pitch));
}

/* Figures that are cut at an edge are so only on their way. */
static void
scrolled_cb (OutlayCompareTable *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add_once (REST, rest_cb, self);
}

static void
show_scrollbar (OutlayCompareTable *self)
{
  GtkAdjustment *across = self->columns.across;

  gtk_widget_set_visible (self->scrollbar,
                          self->columns.below && gtk_adjustment_get_upper (across) > gtk_adjustment_get_page_size (across) + 1);
}

/* --- construction --- */

static void
create_list (OutlayCompareTable *self)
{
  self->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown)))), create_factory (self)));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_list_view_set_tab_behavior (self->list, GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "compare-list");
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  self->down = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->down, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (self->down, TRUE);
  gtk_scrolled_window_set_child (self->down, GTK_WIDGET (self->list));
}

static void
create_scrollbar (OutlayCompareTable *self)
{
  self->columns.across = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  self->scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL, self->columns.across);
  gtk_widget_set_visible (self->scrollbar, FALSE);
  g_signal_connect_object (self->columns.across, "changed", G_CALLBACK (show_scrollbar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns.across, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
create_content (OutlayCompareTable *self)
{
  GtkWidget *frame = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  create_scrollbar (self);
  self->head = ADW_BIN (adw_bin_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->head), "compare-head");
  create_list (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (box), self->scrollbar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->down));
  /* It only tells how much room there is, and takes no more. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (frame), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), box);
  self->room = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (frame));
  g_signal_connect_object (self->room, "notify::page-size", G_CALLBACK (fit_columns), self, G_CONNECT_SWAPPED);
  return frame;
}

static void
outlay_compare_table_dispose (GObject *object)
{
  OutlayCompareTable *self = OUTLAY_COMPARE_TABLE (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->columns.across);
  g_clear_object (&self->rows);
  g_clear_object (&self->shown);
  g_clear_weak_pointer (&self->session);
  G_OBJECT_CLASS (outlay_compare_table_parent_class)->dispose (object);
}

static void
outlay_compare_table_finalize (GObject *object)
{
  OutlayCompareTable *self = OUTLAY_COMPARE_TABLE (object);

  g_ptr_array_unref (self->names);
  g_free (self->heading);
  g_free (self->label);
  G_OBJECT_CLASS (outlay_compare_table_parent_class)->finalize (object);
}

static void
outlay_compare_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, OUTLAY_COMPARE_TABLE (object)->label);
}

static void
outlay_compare_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OutlayCompareTable *self = OUTLAY_COMPARE_TABLE (object);

  g_set_str (&self->label, g_value_get_string (value));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);
}

static void
outlay_compare_table_class_init (OutlayCompareTableClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = outlay_compare_table_dispose;
  object_class->finalize = outlay_compare_table_finalize;
  object_class->get_property = outlay_compare_table_get_property;
  object_class->set_property = outlay_compare_table_set_property;
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy", NULL);
}

static void
outlay_compare_table_init (OutlayCompareTable *self)
{
  self->rows = G_LIST_MODEL (g_list_store_new (OUTLAY_TYPE_COMPARE_ROW));
  self->shown = gtk_slice_list_model_new (g_object_ref (self->rows), 0, G_MAXUINT);
  self->names = g_ptr_array_new_with_free_func (g_free);
  adw_bin_set_child (ADW_BIN (self), create_content (self));
}

void
outlay_compare_table_show (OutlayCompareTable *self, OutlayCompareSession *session, GListModel *rows)
{
  const gboolean many = g_list_model_get_n_items (rows) > MOST_ROWS;

  gtk_scrolled_window_set_max_content_height (self->down, many ? HEIGHT_OF_MANY : -1);
  gtk_scrolled_window_set_min_content_height (self->down, many ? HEIGHT_OF_MANY : -1);
  gtk_scrolled_window_set_policy (self->down, GTK_POLICY_NEVER, many ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  g_set_weak_pointer (&self->session, session);
  self->wide = outlay_compare_columns_measure (GTK_WIDGET (self), rows, FALSE);
  self->narrow = outlay_compare_columns_measure (GTK_WIDGET (self), rows, TRUE);
  if (self->columns.width == 0)
    self->columns.width = self->wide;
  name_columns (self, session);
  fit_columns (self);
  show_rows (self, rows);
  g_object_unref (rows);
}

char *
outlay_compare_table_get_text (OutlayCompareTable *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint n = 0; n < self->names->len; n++)
    g_string_append_printf (text, "\t%s", (const char *) g_ptr_array_index (self->names, n));
  for (guint i = 0; i < g_list_model_get_n_items (self->rows); i++)
    {
      g_autoptr (OutlayCompareRow) row = g_list_model_get_item (self->rows, i);

      g_string_append_printf (text, "\n%s", row->title);
      for (guint n = 0; n < row->cells->len; n++)
        {
          const OutlayCompareCell *cell = outlay_compare_row_nth (row, n);

          g_string_append_printf (text, "\t%s", cell->exact != NULL ? cell->exact : cell->value);
        }
    }
  g_string_append_c (text, '\n');
  return g_string_free_and_steal (g_steal_pointer (&text));
}
