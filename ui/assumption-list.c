/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/assumption-list.h"

#include <glib/gi18n.h>

#include "ui/assumption-influence.h"
#include "ui/assumption-line.h"
#include "ui/assumption-paste.h"
#include "ui/assumption-rows.h"
#include "ui/assumption-search.h"
#include "ui/influence-bar.h"
#include "ui/list-scroll.h"
#include "ui/window.h"

/* Milliseconds after which numbers that came into sight are weighed: who scrolls on has not seen them. */
#define WEIGH_AFTER 60
/* A list view makes a line for each row there is, up to 200. At first it has as many as are in sight, and the others while they are looked at: so many at a time
 * take about a frame. */
#define FIRST_LINES 24
#define MORE_LINES 6

enum
{
  PROP_DOCUMENT = 1,
  PROP_STACKED,
  PROP_NARROW,
  N_PROPERTIES,
};

enum
{
  GO_TO,
  MENU,
  N_SIGNALS,
};

struct _OutlayAssumptionList
{
  AdwBin parent_instance;

  OutlayDocument *document;
  gboolean stacked;
  gboolean narrow;
  gboolean elsewhere;
  GtkListView *view;
  GtkNoSelection *selection;
  GtkSliceListModel *shown; /* the rows that have lines: all of them, soon after the first frame */
  guint more_source;
  GHashTable *lines; /* GtkListItem → OutlayAssumptionLine: those in use */
  OutlayAssumptionInfluence *influence;
  guint weigh_source;
  double largest[OUTLAY_N_INFLUENCES];
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OutlayAssumptionList, outlay_assumption_list, ADW_TYPE_BIN)

/* --- influence --- */

/* Bars are to one scale, that of what is in sight. */
static void
weighed_cb (OutlayAssumptionList *self)
{
  GHashTableIter iter;
  gpointer line;

  for (guint outcome = 0; outcome < OUTLAY_N_INFLUENCES; outcome++)
    self->largest[outcome] = 0;
  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, NULL, &line))
    outlay_assumption_row_measure (outlay_assumption_line_get_row (line), self->largest);
  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, NULL, &line))
    outlay_assumption_line_show_influence (line);
}

static void
weigh_cb (gpointer data)
{
  OutlayAssumptionList *self = data;
  GPtrArray *rows;
  GHashTableIter iter;
  gpointer line;

  self->weigh_source = 0;
  if (self->document == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, NULL, &line))
    if (!outlay_assumption_row_is_heading (outlay_assumption_line_get_row (line)))
      g_ptr_array_add (rows, g_object_ref (outlay_assumption_line_get_row (line)));
  outlay_assumption_influence_weigh (self->influence, rows);
}

/* What is under way is for numbers that are not in sight, or a plan that is no more. */
static void
weigh_soon (OutlayAssumptionList *self)
{
  outlay_assumption_influence_stop (self->influence);
  if (self->weigh_source == 0)
    self->weigh_source = g_timeout_add_once (WEIGH_AFTER, weigh_cb, self);
}

static gboolean
has_all (OutlayAssumptionList *self)
{
  return gtk_slice_list_model_get_size (self->shown) == G_MAXUINT;
}

static gboolean
more_cb (gpointer data)
{
  OutlayAssumptionList *self = data;
  GListModel *rows = gtk_slice_list_model_get_model (self->shown);
  const guint size = gtk_slice_list_model_get_size (self->shown);
  const gboolean rest = rows == NULL || size >= g_list_model_get_n_items (rows);

  if (!has_all (self))
    gtk_slice_list_model_set_size (self->shown, rest ? G_MAXUINT : size + MORE_LINES);
  if (!has_all (self))
    return G_SOURCE_CONTINUE;
  self->more_source = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
first_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OutlayAssumptionList *self = OUTLAY_ASSUMPTION_LIST (widget);

  if (!has_all (self) && self->more_source == 0)
    self->more_source = g_idle_add (more_cb, self);
  return G_SOURCE_REMOVE;
}

static void
mapped_cb (OutlayAssumptionList *self)
{
  if (!has_all (self))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), first_frame_cb, NULL, NULL);
  if (self->influence != NULL)
    weigh_soon (self);
}

/* --- rows --- */

static void
setup_cb (OutlayAssumptionList *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, outlay_assumption_line_new (self));
  gtk_list_item_set_focusable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (OutlayAssumptionList *self, GtkListItem *item)
{
  OutlayAssumptionLine *line = OUTLAY_ASSUMPTION_LINE (gtk_list_item_get_child (item));
  OutlayAssumptionRow *row = gtk_list_item_get_item (item);

  /* The plan may have changed while it was out of sight. */
  outlay_assumption_row_refresh (row, self->document, self->elsewhere);
  g_hash_table_insert (self->lines, item, line);
  outlay_assumption_line_set_row (line, row);
  gtk_list_item_set_accessible_label (item, row->title);
  weigh_soon (self);
}

static void
unbind_cb (OutlayAssumptionList *self, GtkListItem *item)
{
  g_hash_table_remove (self->lines, item);
  outlay_assumption_line_set_row (OUTLAY_ASSUMPTION_LINE (gtk_list_item_get_child (item)), NULL);
}

/* What was found is not all made at once. */
static void
scrolled_cb (OutlayAssumptionList *self, GtkAdjustment *adjustment)
{
  GListModel *rows = outlay_assumption_list_get_rows (self);
  const double left = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) - gtk_adjustment_get_page_size (adjustment);

  if (OUTLAY_IS_ASSUMPTION_SEARCH (rows) && left < gtk_adjustment_get_page_size (adjustment))
    outlay_assumption_search_want_more (OUTLAY_ASSUMPTION_SEARCH (rows));
}

static OutlayAssumptionLine *
find_line (OutlayAssumptionList *self, OutlayAssumptionRow *row, guint *position)
{
  GHashTableIter iter;
  gpointer item, line;

  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, &item, &line))
    if (outlay_assumption_line_get_row (line) == row)
      {
        if (position != NULL)
          *position = gtk_list_item_get_position (item);
        return line;
      }
  return NULL;
}

static void
lay_lines (OutlayAssumptionList *self)
{
  GHashTableIter iter;
  gpointer line;

  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, NULL, &line))
    outlay_assumption_line_lay (line);
}

/* --- Tab --- */

static OutlayAssumptionLine *
show_line (OutlayAssumptionList *self, guint position)
{
  g_autoptr (OutlayAssumptionRow) row = g_list_model_get_item (outlay_assumption_list_get_rows (self), position);

  if (position >= gtk_slice_list_model_get_size (self->shown))
    gtk_slice_list_model_set_size (self->shown, G_MAXUINT);
  outlay_list_scroll_to (self->view, position);
  return find_line (self, row, NULL);
}

static OutlayAssumptionLine *
find_focused (OutlayAssumptionList *self, guint *position)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *line = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? gtk_widget_get_ancestor (focus, OUTLAY_TYPE_ASSUMPTION_LINE) : NULL;

  return line != NULL ? find_line (self, outlay_assumption_line_get_row (OUTLAY_ASSUMPTION_LINE (line)), position) : NULL;
}

/* GTK's own list lets go of the focus at the first line in which nothing takes it (4.18), as in a heading. */
static gboolean
outlay_assumption_list_tab (GtkWidget *widget, GtkDirectionType direction)
{
  OutlayAssumptionList *self = OUTLAY_ASSUMPTION_LIST (widget);
  GListModel *rows = outlay_assumption_list_get_rows (self);
  const guint n = rows != NULL ? g_list_model_get_n_items (rows) : 0, step = direction == GTK_DIR_TAB_FORWARD ? 1 : (guint) -1;
  OutlayAssumptionLine *line;
  guint position;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (outlay_assumption_list_parent_class)->focus (widget, direction);
  line = find_focused (self, &position);
  if (line != NULL && gtk_widget_child_focus (GTK_WIDGET (line), direction))
    return TRUE;
  position = line != NULL ? position + step : direction == GTK_DIR_TAB_FORWARD ? 0 : n - 1;
  for (; position < n; position += step)
    {
      line = show_line (self, position);
      /* What comes into sight with the next frame takes no focus before. */
      if (line != NULL)
        gtk_widget_set_child_visible (gtk_widget_get_parent (GTK_WIDGET (line)), TRUE);
      if (line != NULL && gtk_widget_child_focus (GTK_WIDGET (line), direction))
        return TRUE;
    }
  return FALSE;
}

/* --- life --- */

static void
set_document (OutlayAssumptionList *self, OutlayDocument *document)
{
  if (!g_set_object (&self->document, document))
    return;
  g_clear_object (&self->influence);
  if (document == NULL)
    return;
  self->influence = outlay_assumption_influence_new (document);
  g_signal_connect_object (self->influence, "weighed", G_CALLBACK (weighed_cb), self, G_CONNECT_SWAPPED);
}

static void
outlay_assumption_list_dispose (GObject *object)
{
  OutlayAssumptionList *self = OUTLAY_ASSUMPTION_LIST (object);

  g_clear_handle_id (&self->weigh_source, g_source_remove);
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_handle_id (&self->weigh_source, g_source_remove);
  self->view = NULL;
  g_clear_handle_id (&self->more_source, g_source_remove);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->influence);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (outlay_assumption_list_parent_class)->dispose (object);
}

static void
outlay_assumption_list_finalize (GObject *object)
{
  g_hash_table_unref (OUTLAY_ASSUMPTION_LIST (object)->lines);
  G_OBJECT_CLASS (outlay_assumption_list_parent_class)->finalize (object);
}

static void
outlay_assumption_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OutlayAssumptionList *self = OUTLAY_ASSUMPTION_LIST (object);

  if (id == PROP_DOCUMENT)
    g_value_set_object (value, self->document);
  else
    g_value_set_boolean (value, id == PROP_STACKED ? self->stacked : self->narrow);
}

static void
outlay_assumption_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OutlayAssumptionList *self = OUTLAY_ASSUMPTION_LIST (object);

  switch (id)
    {
    case PROP_DOCUMENT: set_document (self, g_value_get_object (value)); return;
    case PROP_STACKED: self->stacked = g_value_get_boolean (value); break;
    case PROP_NARROW: self->narrow = g_value_get_boolean (value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  lay_lines (self);
}

static void
outlay_assumption_list_class_init (OutlayAssumptionListClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = outlay_assumption_list_dispose;
  object_class->finalize = outlay_assumption_list_finalize;
  object_class->get_property = outlay_assumption_list_get_property;
  object_class->set_property = outlay_assumption_list_set_property;
  GTK_WIDGET_CLASS (class)->focus = outlay_assumption_list_tab;
  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, OUTLAY_TYPE_DOCUMENT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STACKED] = g_param_spec_boolean ("stacked", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[GO_TO] = g_signal_new ("go-to", OUTLAY_TYPE_ASSUMPTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, OUTLAY_TYPE_ASSUMPTION_ROW);
  signals[MENU] = g_signal_new ("menu", OUTLAY_TYPE_ASSUMPTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, OUTLAY_TYPE_ASSUMPTION_ROW,
                                GTK_TYPE_MENU_BUTTON);
}

static void
outlay_assumption_list_init (OutlayAssumptionList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->lines = g_hash_table_new (NULL, NULL);
  self->shown = gtk_slice_list_model_new (NULL, 0, FIRST_LINES);
  self->selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "assumption-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Assumptions"), -1);
  g_signal_connect_object (self, "map", G_CALLBACK (mapped_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), gtk_scrolled_window_new ());
  gtk_widget_set_focusable (adw_bin_get_child (ADW_BIN (self)), FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self))), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self)))), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self))), GTK_WIDGET (self->view));
}

/* --- public --- */

OutlayDocument *
outlay_assumption_list_get_document (OutlayAssumptionList *self)
{
  return self->document;
}

gboolean
outlay_assumption_list_get_stacked (OutlayAssumptionList *self)
{
  return self->stacked;
}

gboolean
outlay_assumption_list_get_narrow (OutlayAssumptionList *self)
{
  return self->narrow;
}

void
outlay_assumption_list_set_rows (OutlayAssumptionList *self, GListModel *rows, gboolean elsewhere)
{
  self->elsewhere = elsewhere;
  if (rows == outlay_assumption_list_get_rows (self))
    return;
  gtk_slice_list_model_set_model (self->shown, rows);
  /* The view would stay as far down as it was. */
  outlay_list_scroll_to (self->view, 0);
}

GListModel *
outlay_assumption_list_get_rows (OutlayAssumptionList *self)
{
  return gtk_slice_list_model_get_model (self->shown);
}

void
outlay_assumption_list_refresh (OutlayAssumptionList *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer line;

  /* A row that is told of something may have its line made anew. */
  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, NULL, &line))
    g_ptr_array_add (rows, g_object_ref (outlay_assumption_line_get_row (line)));
  for (guint n = 0; n < rows->len; n++)
    outlay_assumption_row_refresh (rows->pdata[n], self->document, self->elsewhere);
  weigh_soon (self);
}

gboolean
outlay_assumption_list_focus (OutlayAssumptionList *self, guint position, guint cell)
{
  OutlayAssumptionLine *line;

  if (outlay_assumption_list_get_rows (self) == NULL || position >= g_list_model_get_n_items (outlay_assumption_list_get_rows (self)))
    return FALSE;
  line = show_line (self, position);
  outlay_list_scroll_to_later (self->view, position, outlay_assumption_rows_find_head (outlay_assumption_list_get_rows (self), position));
  return line != NULL && outlay_assumption_line_focus (line, cell);
}

void
outlay_assumption_list_step (OutlayAssumptionList *self, OutlayAssumptionRow *row, guint cell, int step)
{
  GListModel *rows = outlay_assumption_list_get_rows (self);
  guint position;

  if (find_line (self, row, &position) == NULL)
    return;
  for (position += (guint) step; position < g_list_model_get_n_items (rows); position += (guint) step)
    {
      g_autoptr (OutlayAssumptionRow) next = g_list_model_get_item (rows, position);

      if (!outlay_assumption_row_is_heading (next))
        {
          outlay_assumption_list_focus (self, position, cell);
          return;
        }
    }
}

void
outlay_assumption_list_reach (OutlayAssumptionList *self, OutlayAssumptionRow *row, guint cell)
{
  OutlayAssumptionLine *line = find_line (self, row, NULL);

  if (line != NULL)
    outlay_assumption_line_reach (line, cell);
}

void
outlay_assumption_list_paste (OutlayAssumptionList *self, OutlayAssumptionRow *row, guint cell, const char *text)
{
  g_autoptr (GError) error = NULL;
  guint position;

  if (find_line (self, row, &position) == NULL)
    return;
  outlay_assumption_row_type (row, cell, NULL);
  if (!outlay_assumption_paste (self->document, outlay_assumption_list_get_rows (self), position, cell, text, &error))
    outlay_window_say (OUTLAY_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), error->message, FALSE);
}

gboolean
outlay_assumption_list_settle (OutlayAssumptionList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *line = focus != NULL ? gtk_widget_get_ancestor (focus, OUTLAY_TYPE_ASSUMPTION_LINE) : NULL;

  return line == NULL || !gtk_widget_is_ancestor (line, GTK_WIDGET (self)) || outlay_assumption_line_settle (OUTLAY_ASSUMPTION_LINE (line));
}

double
outlay_assumption_list_get_largest (OutlayAssumptionList *self, OutlayInfluenceOutcome outcome)
{
  return self->largest[outcome];
}
