/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/assumption-scopes.h"

#include <glib/gi18n.h>

#include "chart/palette.h"
#include "plan/assumptions.h"
#include "plan/resolve.h"
#include "ui/tooltip.h"

#define SWATCH 10

enum
{
  PROP_DOCUMENT = 1,
  PROP_CHOSEN,
  N_PROPERTIES,
};

enum
{
  ACTIVATED,
  MOVE,
  N_SIGNALS,
};

struct _OutlayAssumptionScopes
{
  AdwBin parent_instance;

  OutlayDocument *document;
  GtkSingleSelection *selection;
  GObject *left; /* (nullable): what was chosen before something else was shown */
  GtkListView *view;
  GPtrArray *items; /* GtkListItem: those in use */
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OutlayAssumptionScopes, outlay_assumption_scopes, ADW_TYPE_BIN)

/* --- rows --- */

static void
draw_swatch_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const OutlayColour *colour = g_object_get_data (G_OBJECT (area), "colour");

  if (colour == NULL)
    return;
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
  cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
show_item (OutlayAssumptionScopes *self, GtkListItem *item)
{
  GObject *scope = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item), *swatch = gtk_widget_get_first_child (box), *label = gtk_widget_get_last_child (box);
  g_autofree char *name = NULL;

  if (self->document == NULL || (OUTLAY_IS_INITIATIVE (scope) && outlay_node_get_parent (OUTLAY_NODE (scope)) == NULL))
    return;
  name = outlay_assumption_scope_name (self->document, scope);
  gtk_label_set_text (GTK_LABEL (label), name);
  outlay_tooltip_set (label, name);
  gtk_list_item_set_accessible_label (item, name);
  if (OUTLAY_IS_INITIATIVE (scope))
    {
      const OutlayColour colour = outlay_palette_initiative (outlay_document_get_plan (self->document), outlay_document_get_scenario (self->document),
                                                             outlay_node_get_position (OUTLAY_NODE (scope)));

      g_object_set_data_full (G_OBJECT (swatch), "colour", g_memdup2 (&colour, sizeof colour), g_free);
    }
  else
    g_object_set_data (G_OBJECT (swatch), "colour", NULL);
  gtk_widget_queue_draw (swatch);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, gpointer data)
{
  GtkListItem *item = data;
  GObject *scope = gtk_list_item_get_item (item);

  return OUTLAY_IS_INITIATIVE (scope) ? gdk_content_provider_new_typed (OUTLAY_TYPE_INITIATIVE, scope) : NULL;
}

static void
begin_cb (GtkDragSource *source, GdkDrag *drag, gpointer data)
{
  GtkWidget *label = gtk_label_new (gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (gtk_list_item_get_child (data)))));

  gtk_widget_add_css_class (label, "scenario-drag");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
  gdk_drag_set_hotspot (drag, 0, 0);
}

/* Onto another initiative: into its place. */
static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  GtkListItem *item = data;
  GObject *scope = gtk_list_item_get_item (item), *dragged = g_value_get_object (value);
  GtkWidget *self = gtk_widget_get_ancestor (gtk_list_item_get_child (item), OUTLAY_TYPE_ASSUMPTION_SCOPES);

  if (self == NULL || !OUTLAY_IS_INITIATIVE (scope) || dragged == scope ||
      outlay_node_get_parent (OUTLAY_NODE (dragged)) != outlay_node_get_parent (OUTLAY_NODE (scope)))
    return FALSE;
  g_signal_emit (self, signals[MOVE], 0, dragged, outlay_node_get_position (OUTLAY_NODE (scope)));
  return TRUE;
}

static void
add_drag (GtkWidget *box, GtkListItem *item)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (OUTLAY_TYPE_INITIATIVE, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), item);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), item);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), item);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (target));
}

/* A list that activates at a single click also chooses what the pointer merely rests on. */
static void
clicked_cb (GtkGestureClick *click, int n_press, double x, double y, GtkListItem *item)
{
  OutlayAssumptionScopes *self = OUTLAY_ASSUMPTION_SCOPES (gtk_widget_get_ancestor (gtk_list_item_get_child (item), OUTLAY_TYPE_ASSUMPTION_SCOPES));

  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (item));
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* The row around the box, whose edges are clicked too, is there only after the setup. */
static void
placed_cb (GtkWidget *box, GParamSpec *pspec, GtkListItem *item)
{
  GtkGesture *click;

  if (gtk_widget_get_parent (box) == NULL)
    return;
  click = gtk_gesture_click_new ();
  g_signal_connect (click, "released", G_CALLBACK (clicked_cb), item);
  gtk_widget_add_controller (gtk_widget_get_parent (box), GTK_EVENT_CONTROLLER (click));
}

static void
setup_cb (OutlayAssumptionScopes *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *swatch = gtk_drawing_area_new (), *label = gtk_label_new (NULL);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (swatch), SWATCH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (swatch), SWATCH);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), draw_swatch_cb, NULL, NULL);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), label);
  g_signal_connect (box, "notify::parent", G_CALLBACK (placed_cb), item);
  gtk_list_item_set_child (item, box);
  add_drag (box, item);
}

static void
bind_cb (OutlayAssumptionScopes *self, GtkListItem *item)
{
  g_ptr_array_add (self->items, item);
  show_item (self, item);
}

static void
unbind_cb (OutlayAssumptionScopes *self, GtkListItem *item)
{
  g_ptr_array_remove_fast (self->items, item);
}

static void
chosen_cb (OutlayAssumptionScopes *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

static void
activated_cb (OutlayAssumptionScopes *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* --- moving --- */

static gboolean
move_by (OutlayAssumptionScopes *self, int step)
{
  GObject *chosen = outlay_assumption_scopes_get_chosen (self);
  const int position = OUTLAY_IS_INITIATIVE (chosen) ? (int) outlay_node_get_position (OUTLAY_NODE (chosen)) + step : -1;

  if (position < 0 || position >= (int) outlay_plan_get_n_initiatives (outlay_document_get_plan (self->document)))
    return FALSE;
  g_signal_emit (self, signals[MOVE], 0, chosen, (guint) position);
  return TRUE;
}

static gboolean
move_key_cb (GtkWidget *widget, GVariant *step, gpointer data)
{
  move_by (OUTLAY_ASSUMPTION_SCOPES (widget), g_variant_get_int32 (step));
  return TRUE;
}

/* --- life --- */

static void
set_document (OutlayAssumptionScopes *self, OutlayDocument *document)
{
  g_autoptr (GListStore) first = NULL, models = NULL;
  GtkFlattenListModel *all;

  if (!g_set_object (&self->document, document) || document == NULL)
    return;
  first = g_list_store_new (G_TYPE_OBJECT);
  models = g_list_store_new (G_TYPE_LIST_MODEL);
  g_list_store_append (first, outlay_document_get_plan (document));
  g_list_store_append (first, outlay_plan_get_phases (outlay_document_get_plan (document)));
  g_list_store_append (models, first);
  g_list_store_append (models, outlay_plan_get_initiatives (outlay_document_get_plan (document)));
  all = gtk_flatten_list_model_new (G_LIST_MODEL (g_object_ref (models)));
  gtk_single_selection_set_model (self->selection, NULL);
  gtk_single_selection_set_can_unselect (self->selection, FALSE);
  gtk_single_selection_set_autoselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (all));
  g_object_unref (all);
}

static void
outlay_assumption_scopes_dispose (GObject *object)
{
  OutlayAssumptionScopes *self = OUTLAY_ASSUMPTION_SCOPES (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  self->view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->left);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (outlay_assumption_scopes_parent_class)->dispose (object);
}

static void
outlay_assumption_scopes_finalize (GObject *object)
{
  g_ptr_array_unref (OUTLAY_ASSUMPTION_SCOPES (object)->items);
  G_OBJECT_CLASS (outlay_assumption_scopes_parent_class)->finalize (object);
}

static void
outlay_assumption_scopes_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OutlayAssumptionScopes *self = OUTLAY_ASSUMPTION_SCOPES (object);

  if (id == PROP_DOCUMENT)
    g_value_set_object (value, self->document);
  else
    g_value_set_object (value, outlay_assumption_scopes_get_chosen (self));
}

static void
outlay_assumption_scopes_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  set_document (OUTLAY_ASSUMPTION_SCOPES (object), g_value_get_object (value));
}

static void
outlay_assumption_scopes_class_init (OutlayAssumptionScopesClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = outlay_assumption_scopes_dispose;
  object_class->finalize = outlay_assumption_scopes_finalize;
  object_class->get_property = outlay_assumption_scopes_get_property;
  object_class->set_property = outlay_assumption_scopes_set_property;
  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, OUTLAY_TYPE_DOCUMENT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHOSEN] = g_param_spec_object ("chosen", NULL, NULL, G_TYPE_OBJECT, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[ACTIVATED] = g_signal_new ("activated", OUTLAY_TYPE_ASSUMPTION_SCOPES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVE] = g_signal_new ("move", OUTLAY_TYPE_ASSUMPTION_SCOPES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, OUTLAY_TYPE_INITIATIVE,
                                G_TYPE_UINT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_key_cb, "i", 1);
}

static void
outlay_assumption_scopes_init (OutlayAssumptionScopes *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->items = g_ptr_array_new ();
  self->selection = gtk_single_selection_new (NULL);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory));
  gtk_list_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What the assumptions are of"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

GObject *
outlay_assumption_scopes_get_chosen (OutlayAssumptionScopes *self)
{
  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

void
outlay_assumption_scopes_choose (OutlayAssumptionScopes *self, OutlayNode *object)
{
  OutlayNode *whole = outlay_assumptions_find_whole (object);
  guint position = OUTLAY_IS_PLAN (whole) ? 0 : OUTLAY_IS_PHASE (whole) ? 1 : 2 + outlay_node_get_position (whole);

  if (position == gtk_single_selection_get_selected (self->selection))
    return;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_NONE, NULL);
}

static guint
find_position (GListModel *scopes, GObject *scope)
{
  for (guint n = 0; n < g_list_model_get_n_items (scopes); n++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (scopes, n);

      if (item == scope)
        return n;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* What has left the plan meanwhile gives way to the first. */
void
outlay_assumption_scopes_set_open (OutlayAssumptionScopes *self, gboolean open)
{
  GObject *chosen = outlay_assumption_scopes_get_chosen (self);

  if (open == gtk_single_selection_get_autoselect (self->selection))
    return;
  gtk_single_selection_set_can_unselect (self->selection, !open);
  if (!open)
    {
      g_set_object (&self->left, chosen);
      gtk_single_selection_set_autoselect (self->selection, FALSE);
      gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
      return;
    }
  if (chosen == NULL)
    gtk_single_selection_set_selected (self->selection, find_position (G_LIST_MODEL (self->selection), self->left));
  g_clear_object (&self->left);
  gtk_single_selection_set_autoselect (self->selection, TRUE);
}

char *
outlay_assumption_scope_name (OutlayDocument *document, GObject *scope)
{
  if (OUTLAY_IS_PLAN (scope))
    return g_strdup (_("The plan"));
  if (!OUTLAY_IS_NODE (scope))
    return g_strdup (_("Phases"));
  return outlay_plan_resolve_name (outlay_document_get_plan (document), outlay_document_get_scenario (document), OUTLAY_NODE (scope));
}

void
outlay_assumption_scopes_refresh (OutlayAssumptionScopes *self)
{
  for (guint n = 0; n < self->items->len; n++)
    show_item (self, g_ptr_array_index (self->items, n));
}
