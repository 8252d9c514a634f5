/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/assumptions-page.h"

#include <glib/gi18n.h>

#include "plan/history.h"
#include "plan/structure.h"
#include "ui/assumption-list.h"
#include "ui/assumption-menu.h"
#include "ui/assumption-rows.h"
#include "ui/assumption-scopes.h"
#include "ui/assumption-search.h"
#include "ui/document-objects.h"
#include "ui/page.h"
#include "ui/scenario-pill.h"
#include "ui/tooltip.h"
#include "ui/window.h"

enum
{
  PROP_DOCUMENT = 1,
  N_PROPERTIES,
};

struct _OutlayAssumptionsPage
{
  AdwBin parent_instance;

  OutlayDocument *document;
  GObject *whole;                 /* what is read */
  GListStore *rows;               /* of it */
  OutlayAssumptionSearch *found;  /* (nullable): shown instead */
  guint refresh_source;
  gboolean outdated; /* while it was out of sight */
  guint position;    /* of the history */

  GtkBox *top;
  AdwOverlaySplitView *split;
  OutlayAssumptionScopes *scopes;
  GtkLabel *heading;
  GtkLabel *scenario;
  GtkWidget *add_button;
  AdwButtonContent *add_content;
  GtkEditable *search;
  OutlayAssumptionList *list;
  GtkWidget *nothing;
};

static GParamSpec *properties[N_PROPERTIES];

static void implement_page (OutlayPageInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlayAssumptionsPage, outlay_assumptions_page, ADW_TYPE_BIN, G_IMPLEMENT_INTERFACE (OUTLAY_TYPE_PAGE, implement_page))

static void
complain (OutlayAssumptionsPage *self, const GError *error)
{
  if (error != NULL)
    outlay_window_say (OUTLAY_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), error->message, FALSE);
}

/* --- what is shown --- */

/* What can come in where one is. */
static const char *
list_of (GObject *whole)
{
  return OUTLAY_IS_INITIATIVE (whole) ? "products" : OUTLAY_IS_NODE (whole) ? NULL : "phases";
}

static void
show_head (OutlayAssumptionsPage *self)
{
  const char *list = list_of (self->whole);
  g_autofree char *name = outlay_assumption_scope_name (self->document, self->whole);

  gtk_label_set_text (self->heading, self->found != NULL ? _("Found") : name);
  outlay_tooltip_set (GTK_WIDGET (self->heading), self->found != NULL ? NULL : name);
  gtk_widget_set_visible (self->add_button, list != NULL && self->found == NULL);
  adw_button_content_set_label (self->add_content, g_strcmp0 (list, "phases") == 0 ? _("Add _Phase") : _("Add P_roduct"));
}

static void
show_rows (OutlayAssumptionsPage *self)
{
  const gboolean found = self->found != NULL;

  outlay_assumption_list_set_rows (self->list, found ? G_LIST_MODEL (self->found) : G_LIST_MODEL (self->rows), found);
  show_head (self);
}

static void
show_nothing (OutlayAssumptionsPage *self)
{
  gtk_widget_set_visible (self->nothing, self->found != NULL && !outlay_assumption_search_is_busy (self->found) &&
                                           g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0);
}

static void
search (OutlayAssumptionsPage *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));

  if (self->found != NULL)
    g_signal_handlers_disconnect_by_data (self->found, self);
  g_clear_object (&self->found);
  if (*text != '\0' && self->document != NULL)
    {
      self->found = outlay_assumption_search_new (self->document, text);
      g_signal_connect_object (self->found, "notify::busy", G_CALLBACK (show_nothing), self, G_CONNECT_SWAPPED);
    }
  show_nothing (self);
  if (self->rows != NULL)
    show_rows (self);
  outlay_assumption_scopes_set_open (self->scopes, self->found == NULL);
}

static void
chosen_cb (OutlayAssumptionsPage *self)
{
  GObject *chosen = outlay_assumption_scopes_get_chosen (self->scopes);

  if (self->document == NULL || chosen == NULL || (chosen == self->whole && self->found == NULL))
    return;
  if (g_set_object (&self->whole, chosen))
    {
      g_clear_object (&self->rows);
      self->rows = outlay_assumption_rows_new (self->document, self->whole);
    }
  gtk_editable_set_text (self->search, "");
  search (self);
}

static void
refresh (OutlayAssumptionsPage *self)
{
  if (self->rows == NULL)
    return;
  outlay_assumption_rows_follow (self->rows, self->document, self->whole);
  outlay_assumption_list_refresh (self->list);
  outlay_assumption_scopes_refresh (self->scopes);
  show_head (self);
}

static gboolean
refresh_cb (gpointer data)
{
  OutlayAssumptionsPage *self = data;

  self->refresh_source = 0;
  self->outdated = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->outdated)
    refresh (self);
  return G_SOURCE_REMOVE;
}

static void
projected_cb (OutlayAssumptionsPage *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

/* Rows of what has left the plan are not to be read any more. */
static void
restructured_cb (OutlayAssumptionsPage *self)
{
  if (self->rows != NULL && (!OUTLAY_IS_INITIATIVE (self->whole) || outlay_node_get_parent (OUTLAY_NODE (self->whole)) != NULL))
    outlay_assumption_rows_follow (self->rows, self->document, self->whole);
  if (self->found != NULL)
    search (self);
}

static void
mapped_cb (OutlayAssumptionsPage *self)
{
  if (self->outdated)
    refresh (self);
  self->outdated = FALSE;
}

/* --- going to a number --- */

static void
go_to (OutlayAssumptionsPage *self, const OutlayParameter *parameter)
{
  guint position, cell;

  if (outlay_node_get_parent (parameter->node) == NULL && !OUTLAY_IS_PLAN (parameter->node))
    return;
  outlay_assumption_scopes_choose (self->scopes, parameter->node);
  if (self->found == NULL || !outlay_assumption_rows_find (G_LIST_MODEL (self->rows), parameter, &position, &cell))
    restructured_cb (self);
  if (outlay_assumption_rows_find (G_LIST_MODEL (self->rows), parameter, &position, &cell))
    outlay_assumption_list_focus (self->list, position, cell);
}

static void
leave_search (OutlayAssumptionsPage *self)
{
  gtk_editable_set_text (self->search, "");
  search (self);
}

static void
go_to_cb (OutlayAssumptionsPage *self, OutlayAssumptionRow *row)
{
  const OutlayParameter parameter = outlay_assumption_row_nth (row, 0)->parameter;

  leave_search (self);
  go_to (self, &parameter);
}

/* What was taken back, or done again, is shown where it stands. */
static void
stepped_cb (OutlayAssumptionsPage *self, const char *description)
{
  OutlayHistory *history = outlay_document_get_history (self->document);
  const guint before = self->position, position = outlay_history_get_position (history);
  OutlayParameter parameter;

  self->position = position;
  if (description != NULL || position == before || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (outlay_history_get_parameter (history, position < before ? position : position - 1, &parameter) && outlay_assumption_find_group (parameter.node, parameter.member, &(OutlayAssumptionGroup) { 0 }))
    {
      leave_search (self);
      go_to (self, &parameter);
    }
}

/* What holds up something that was asked for elsewhere is shown. */
static gboolean
settle_cb (OutlayAssumptionsPage *self)
{
  if (outlay_assumption_list_settle (self->list))
    return FALSE;
  outlay_page_reveal (GTK_WIDGET (self));
  return TRUE;
}

/* --- searching --- */

static void
search_changed_cb (OutlayAssumptionsPage *self)
{
  search (self);
}

static void
stop_search_cb (OutlayAssumptionsPage *self)
{
  leave_search (self);
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
search_activated_cb (OutlayAssumptionsPage *self)
{
  search (self);
  /* Below how many they are. */
  outlay_assumption_list_focus (self->list, 1, 0);
}

/* --- what the plan is made of --- */

static void
scope_activated_cb (OutlayAssumptionsPage *self)
{
  if (adw_overlay_split_view_get_collapsed (self->split))
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
}

/* Shows a new object where its name is, to be typed over. */
static void
show_object (OutlayAssumptionsPage *self, OutlayNode *object)
{
  const OutlayParameter name = { object, outlay_node_find_member (object, "name"), -1 };

  leave_search (self);
  go_to (self, &name);
}

static void
add (OutlayAssumptionsPage *self, OutlayNode *parent, const char *list)
{
  g_autoptr (GError) error = NULL;
  OutlayNode *object = outlay_document_add_object (self->document, parent, list, &error);

  if (object != NULL)
    show_object (self, object);
  complain (self, error);
}

static void
add_initiative_cb (OutlayAssumptionsPage *self)
{
  add (self, OUTLAY_NODE (outlay_document_get_plan (self->document)), "initiatives");
}

static void
add_cb (OutlayAssumptionsPage *self)
{
  const gboolean products = OUTLAY_IS_INITIATIVE (self->whole);

  add (self, products ? OUTLAY_NODE (self->whole) : OUTLAY_NODE (outlay_document_get_plan (self->document)), products ? "products" : "phases");
}

static void
move_cb (OutlayAssumptionsPage *self, OutlayInitiative *initiative, guint position)
{
  g_autoptr (GError) error = NULL;

  if (outlay_document_move_object (self->document, OUTLAY_NODE (initiative), position, &error))
    outlay_assumption_scopes_choose (self->scopes, OUTLAY_NODE (initiative));
  complain (self, error);
}

static void
menu_done_cb (OutlayNode *object, const GError *error, gpointer data)
{
  OutlayAssumptionsPage *self = data;

  if (object != NULL)
    show_object (self, object);
  complain (self, error);
}

static void
menu_cb (OutlayAssumptionsPage *self, OutlayAssumptionRow *row, GtkMenuButton *button)
{
  outlay_assumption_menu_fill (button, self->document, row->node, menu_done_cb, self);
}

/* --- life --- */

static void
connect_document (OutlayAssumptionsPage *self)
{
  g_signal_connect_object (self->document, "projected", G_CALLBACK (projected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "restructured", G_CALLBACK (restructured_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "stepped", G_CALLBACK (stepped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "settle", G_CALLBACK (settle_cb), self, G_CONNECT_SWAPPED);
  self->position = outlay_history_get_position (outlay_document_get_history (self->document));
}

static void
outlay_assumptions_page_dispose (GObject *object)
{
  OutlayAssumptionsPage *self = OUTLAY_ASSUMPTIONS_PAGE (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_ASSUMPTIONS_PAGE);
  g_clear_object (&self->found);
  g_clear_object (&self->rows);
  g_clear_object (&self->whole);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (outlay_assumptions_page_parent_class)->dispose (object);
}

static void
outlay_assumptions_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, OUTLAY_ASSUMPTIONS_PAGE (object)->document);
}

static void
outlay_assumptions_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OutlayAssumptionsPage *self = OUTLAY_ASSUMPTIONS_PAGE (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, g_value_get_object (value));
  outlay_scenario_pill_follow (self->scenario, self->document);
  if (self->document == NULL)
    return;
  connect_document (self);
  /* With what is chosen rows are shown, of the document that the list has by then. */
  g_object_set (self->list, "document", self->document, NULL);
  g_object_set (self->scopes, "document", self->document, NULL);
}

static GtkBox *
outlay_assumptions_page_get_top (OutlayPage *page)
{
  return OUTLAY_ASSUMPTIONS_PAGE (page)->top;
}

static void
implement_page (OutlayPageInterface *interface)
{
  interface->get_top = outlay_assumptions_page_get_top;
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/assumptions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayAssumptionsPage, top);
  gtk_widget_class_bind_template_child (widget_class, OutlayAssumptionsPage, split);
  gtk_widget_class_bind_template_child (widget_class, OutlayAssumptionsPage, scopes);
  gtk_widget_class_bind_template_child (widget_class, OutlayAssumptionsPage, heading);
  gtk_widget_class_bind_template_child (widget_class, OutlayAssumptionsPage, scenario);
  gtk_widget_class_bind_template_child (widget_class, OutlayAssumptionsPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayAssumptionsPage, add_content);
  gtk_widget_class_bind_template_child (widget_class, OutlayAssumptionsPage, search);
  gtk_widget_class_bind_template_child (widget_class, OutlayAssumptionsPage, list);
  gtk_widget_class_bind_template_child (widget_class, OutlayAssumptionsPage, nothing);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_initiative_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_to_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_cb);
}

static void
outlay_assumptions_page_class_init (OutlayAssumptionsPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = outlay_assumptions_page_dispose;
  object_class->get_property = outlay_assumptions_page_get_property;
  object_class->set_property = outlay_assumptions_page_set_property;
  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, OUTLAY_TYPE_DOCUMENT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  g_type_ensure (OUTLAY_TYPE_ASSUMPTION_LIST);
  g_type_ensure (OUTLAY_TYPE_ASSUMPTION_SCOPES);
  bind_template (GTK_WIDGET_CLASS (class));
}

static void
outlay_assumptions_page_init (OutlayAssumptionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self, "map", G_CALLBACK (mapped_cb), self, G_CONNECT_SWAPPED);
}

void
outlay_assumptions_page_find (OutlayAssumptionsPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
