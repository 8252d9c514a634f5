/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/results-page.h"

#include <glib/gi18n.h>

#include "ui/chart-card.h"
#include "ui/late-menu.h"
#include "ui/page.h"
#include "ui/results-export.h"
#include "ui/results-figures.h"
#include "ui/results-print.h"
#include "ui/scope-list.h"
#include "ui/spoken.h"
#include "ui/statement-table.h"
#include "ui/window.h"

/* The first choice; the statements follow. */
#define INDICATORS 0
#define MOST_OF_LIST 600

struct _OutlayResultsPage
{
  AdwBin parent_instance;

  GtkBox *top;
  GtkDropDown *kinds;
  GtkDropDown *scopes;
  GtkMenuButton *menu_button;
  GMenuModel *menu;
  OutlayStatementTable *table;
  GtkLabel *status;
  GtkWidget *explain_button;
  OutlayChartCard *profile; /* the NPV over discount rates */

  OutlayDocument *document;
  OutlayScope scope;
  OutlayNode *about; /* the initiative or phase of the scope, which keeps it where it moves; NULL: the plan */
  gboolean choosing; /* the choices are being laid out, not chosen from */
  gboolean stale;    /* what is shown is no longer what the document says */
  guint tick;
};

enum
{
  PROP_DOCUMENT = 1,
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void implement_page (OutlayPageInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlayResultsPage, outlay_results_page, ADW_TYPE_BIN, G_IMPLEMENT_INTERFACE (OUTLAY_TYPE_PAGE, implement_page))

/* −1: the indicators. */
static int
get_kind (OutlayResultsPage *self)
{
  return (int) gtk_drop_down_get_selected (self->kinds) - 1;
}

static gboolean
has_phases (OutlayResultsPage *self)
{
  return get_kind (self) >= 0 && outlay_statement_kind_exists ((OutlayStatementKind) get_kind (self), OUTLAY_SCOPE_PHASE (0));
}

static void
set_scope (OutlayResultsPage *self, OutlayScope scope)
{
  OutlayPlan *plan = outlay_document_get_plan (self->document);
  OutlayNode *about = NULL;

  if (scope.initiative >= 0)
    about = OUTLAY_NODE (outlay_plan_get_initiative (plan, (guint) scope.initiative));
  else if (scope.phase >= 0)
    about = OUTLAY_NODE (outlay_plan_get_phase (plan, (guint) scope.phase));
  self->scope = scope;
  g_set_object (&self->about, about);
}

/* Where the initiative or phase stands now; the plan where it has left. */
static OutlayScope
find_scope (OutlayResultsPage *self)
{
  if (self->about == NULL || outlay_node_get_parent (self->about) == NULL)
    return OUTLAY_SCOPE_PLAN;
  if (OUTLAY_IS_INITIATIVE (self->about))
    return OUTLAY_SCOPE_INITIATIVE ((int) outlay_node_get_position (self->about));
  return OUTLAY_SCOPE_PHASE ((int) outlay_node_get_position (self->about));
}

/* What is about a phase is about the plan where there are no results of phases. */
static void
list_scopes (OutlayResultsPage *self)
{
  g_autoptr (OutlayScopeList) list = outlay_scope_list_new (self->document, has_phases (self));
  const guint position = outlay_scope_list_find (list, self->scope);
  g_autoptr (OutlayScopeItem) item = g_list_model_get_item (G_LIST_MODEL (list), position);

  self->choosing = TRUE;
  gtk_drop_down_set_model (self->scopes, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->scopes, position);
  set_scope (self, outlay_scope_item_get_scope (item));
  self->choosing = FALSE;
}

/* −1: it is in no such list any more. */
static int
find_id (GListModel *list, const char *id)
{
  for (guint n = 0; id != NULL && n < g_list_model_get_n_items (list); n++)
    {
      g_autoptr (OutlayNode) node = g_list_model_get_item (list, n);

      if (g_strcmp0 (outlay_node_get_id (node), id) == 0)
        return (int) n;
    }
  return -1;
}

static char *
write_id (GListModel *list, int position)
{
  g_autoptr (OutlayNode) node = position >= 0 ? g_list_model_get_item (list, (guint) position) : NULL;

  return node != NULL ? g_strdup (outlay_node_get_id (node)) : NULL;
}

static OutlayFigures *
read_figures (OutlayResultsPage *self)
{
  if (get_kind (self) < 0)
    return outlay_indicator_figures_new (self->document, self->scope);
  return outlay_statement_figures_new (self->document, (OutlayStatementKind) get_kind (self), self->scope);
}

static void
update (OutlayResultsPage *self)
{
  g_autoptr (OutlayFigures) figures = read_figures (self);

  self->stale = FALSE;
  outlay_scope_list_refresh (OUTLAY_SCOPE_LIST (gtk_drop_down_get_model (self->scopes)));
  outlay_statement_table_show (self->table, figures);
  gtk_widget_set_visible (GTK_WIDGET (self->profile), get_kind (self) < 0);
  outlay_chart_card_set_initiative (self->profile, self->scope.initiative);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OutlayResultsPage *self = OUTLAY_RESULTS_PAGE (widget);

  self->tick = 0;
  if (self->document != NULL && gtk_widget_get_mapped (widget))
    update (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (OutlayResultsPage *self)
{
  self->stale = TRUE;
  if (self->tick == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/* Figures of a plan of another shape are not drawn any more. */
static void
restructured_cb (OutlayResultsPage *self)
{
  self->scope = find_scope (self);
  list_scopes (self);
  outlay_chart_card_set_initiative (self->profile, self->scope.initiative);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  else
    {
      outlay_statement_table_show (self->table, NULL);
      self->stale = TRUE;
    }
}

/* --- choices --- */

static void
chosen_cb (OutlayResultsPage *self, GParamSpec *pspec, GtkDropDown *choice)
{
  OutlayScopeItem *item = gtk_drop_down_get_selected_item (self->scopes);

  if (self->choosing || self->document == NULL || item == NULL)
    return;
  set_scope (self, outlay_scope_item_get_scope (item));
  if (choice == self->kinds)
    list_scopes (self);
  changed_cb (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
selected_cb (OutlayResultsPage *self)
{
  g_autofree char *text = outlay_statement_table_describe_selection (self->table);

  if (g_strcmp0 (gtk_label_get_text (self->status), text) != 0)
    gtk_label_set_text (self->status, text);
}

static void
copied_cb (OutlayResultsPage *self)
{
  outlay_window_say (OUTLAY_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Table copied: paste it into a spreadsheet"), FALSE);
}

static void
copy_all_cb (OutlayResultsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->table), "table.copy-all", NULL);
}

static void
explain_cb (OutlayResultsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->table), "table.explain", NULL);
}

/* --- actions --- */

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OutlayResultsPage *self = OUTLAY_RESULTS_PAGE (widget);
  OutlayFigures *figures = outlay_statement_table_get_figures (self->table);

  if (figures != NULL)
    outlay_results_print (figures, self->document, OUTLAY_WINDOW (gtk_widget_get_root (widget)));
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OutlayResultsPage *self = OUTLAY_RESULTS_PAGE (widget);
  OutlayFigures *figures = outlay_statement_table_get_figures (self->table);

  if (figures != NULL)
    outlay_results_export (figures, get_kind (self), self->scope, OUTLAY_WINDOW (gtk_widget_get_root (widget)));
}

/* "results.fold-all" of a menu outside the table is its "table.fold-all". */
static void
table_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *action = g_strconcat ("table", name + strlen ("results"), NULL);

  gtk_widget_activate_action (GTK_WIDGET (OUTLAY_RESULTS_PAGE (widget)->table), action, NULL);
}

/* --- the page --- */

static void
set_document (OutlayResultsPage *self, OutlayDocument *document)
{
  if (self->document == document)
    return;
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  outlay_statement_table_show (self->table, NULL);
  outlay_chart_card_set_initiative (self->profile, -1);
  g_object_set (self->profile, "document", document, NULL);
  if (document == NULL)
    return;
  g_signal_connect_object (document, "projected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "restructured", G_CALLBACK (restructured_cb), self, G_CONNECT_SWAPPED);
  set_scope (self, OUTLAY_SCOPE_PLAN);
  restructured_cb (self);
}

/* What happened out of sight is made up for at once: the first frame is right. */
static void
outlay_results_page_map (GtkWidget *widget)
{
  OutlayResultsPage *self = OUTLAY_RESULTS_PAGE (widget);

  if (self->document != NULL && self->stale)
    update (self);
  GTK_WIDGET_CLASS (outlay_results_page_parent_class)->map (widget);
}

static void
outlay_results_page_dispose (GObject *object)
{
  OutlayResultsPage *self = OUTLAY_RESULTS_PAGE (object);

  if (self->table != NULL)
    set_document (self, NULL);
  g_clear_object (&self->about);
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_RESULTS_PAGE);
  G_OBJECT_CLASS (outlay_results_page_parent_class)->dispose (object);
}

static void
outlay_results_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, OUTLAY_RESULTS_PAGE (object)->document);
}

static void
outlay_results_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  set_document (OUTLAY_RESULTS_PAGE (object), g_value_get_object (value));
}

static GtkBox *
outlay_results_page_get_top (OutlayPage *page)
{
  return OUTLAY_RESULTS_PAGE (page)->top;
}

static void
implement_page (OutlayPageInterface *interface)
{
  interface->get_top = outlay_results_page_get_top;
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/results-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayResultsPage, top);
  gtk_widget_class_bind_template_child (widget_class, OutlayResultsPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, OutlayResultsPage, scopes);
  gtk_widget_class_bind_template_child (widget_class, OutlayResultsPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayResultsPage, menu);
  gtk_widget_class_bind_template_child (widget_class, OutlayResultsPage, table);
  gtk_widget_class_bind_template_child (widget_class, OutlayResultsPage, status);
  gtk_widget_class_bind_template_child (widget_class, OutlayResultsPage, explain_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayResultsPage, profile);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, copied_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, explain_cb);
}

static void
outlay_results_page_class_init (OutlayResultsPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = outlay_results_page_dispose;
  object_class->get_property = outlay_results_page_get_property;
  object_class->set_property = outlay_results_page_set_property;
  widget_class->map = outlay_results_page_map;
  g_object_class_install_property (object_class, PROP_DOCUMENT,
                                   g_param_spec_object ("document", NULL, NULL, OUTLAY_TYPE_DOCUMENT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "results.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "results.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "results.copy-all", NULL, table_cb);
  gtk_widget_class_install_action (widget_class, "results.fold-all", NULL, table_cb);
  gtk_widget_class_install_action (widget_class, "results.unfold-all", NULL, table_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "results.print", NULL);

  g_type_ensure (OUTLAY_TYPE_CHART_CARD);
  g_type_ensure (OUTLAY_TYPE_SCOPE_ITEM);
  g_type_ensure (OUTLAY_TYPE_STATEMENT_TABLE);
  bind_template (widget_class);
}

/* A drop-down's own list ends after 400 pixels, which hides the last statement without a hint that there is one. */
static void
show_whole_list (GtkWidget *widget)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (widget), MOST_OF_LIST);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    show_whole_list (child);
}

static void
outlay_results_page_init (OutlayResultsPage *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  self->choosing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_late_menu_set (self->menu_button, self->menu);
  gtk_string_list_append (kinds, _("Indicators"));
  for (guint kind = 0; kind < OUTLAY_N_STATEMENTS; kind++)
    gtk_string_list_append (kinds, outlay_statement_kind_title ((OutlayStatementKind) kind));
  outlay_spoken_name_drop_down (self->kinds);
  outlay_spoken_name_drop_down (self->scopes);
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (kinds));
  gtk_drop_down_set_selected (self->kinds, INDICATORS);
  show_whole_list (GTK_WIDGET (self->kinds));
  self->choosing = FALSE;
  self->scope = OUTLAY_SCOPE_PLAN;
}

void
outlay_results_page_describe (OutlayResultsPage *self, OutlayView *view)
{
  OutlayPlan *plan = self->document != NULL ? outlay_document_get_plan (self->document) : NULL;

  if (plan == NULL)
    return;
  view->statement = get_kind (self) >= 0 ? g_strdup (outlay_statement_kind_name ((OutlayStatementKind) get_kind (self))) : NULL;
  view->initiative = write_id (outlay_plan_get_initiatives (plan), self->scope.initiative);
  view->phase = write_id (outlay_plan_get_phases (plan), self->scope.phase);
}

void
outlay_results_page_restore (OutlayResultsPage *self, const OutlayView *view)
{
  OutlayPlan *plan = outlay_document_get_plan (self->document);
  const int kind = view->statement != NULL ? outlay_statement_kind_from_name (view->statement) : -1;
  const int initiative = find_id (outlay_plan_get_initiatives (plan), view->initiative);
  const int phase = initiative < 0 ? find_id (outlay_plan_get_phases (plan), view->phase) : -1;

  gtk_drop_down_set_selected (self->kinds, (guint) (kind + 1));
  self->scope = initiative >= 0 ? OUTLAY_SCOPE_INITIATIVE (initiative) : phase >= 0 ? OUTLAY_SCOPE_PHASE (phase) : OUTLAY_SCOPE_PLAN;
  list_scopes (self);
  changed_cb (self);
}
