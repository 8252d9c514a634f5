/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare-page.h"

#include <glib/gi18n.h>

#include "plan/amount.h"
#include "ui/column.h"
#include "ui/compare-bridge.h"
#include "ui/compare-chart.h"
#include "ui/compare-choice.h"
#include "ui/compare-indicators.h"
#include "ui/compare-inputs.h"
#include "ui/compare-table.h"
#include "ui/page.h"

/* Milliseconds after which it is told that results are on their way; and how far figures then fade that are no longer true. */
#define PATIENCE 300
#define FADED 0.4
/* So many changes of scenarios take a good part of a frame to be found out. */
#define MANY_CHANGES 2000

struct _OutlayComparePage
{
  AdwBin parent_instance;

  GtkBox *top;
  GtkStack *stack;
  GtkWidget *create_button;
  OutlayCompareChoice *choice;
  GtkLabel *currency;
  OutlayCompareTable *indicators;
  GtkWidget *spinner;
  GtkToggleButton *all_button;
  OutlayCompareTable *inputs;
  GtkWidget *inputs_copy;
  GtkWidget *same_label;
  GtkLabel *inputs_count;
  OutlayCompareBridge *bridge;
  OutlayCompareChart *output;
  OutlayCompareChart *sales;
  OutlayCompareChart *tax;
  OutlayCompareChart *cash;

  OutlayDocument *document;
  OutlayCompareSession *session; /* the document's */
  gboolean stale; /* what is shown is no longer what the session says */
  guint tick;
  guint parts; /* the tick that shows one in each frame; part: the next */
  guint part;
  guint patience; /* the source that ends it */
  gboolean waiting;
};

enum
{
  PROP_DOCUMENT = 1,
  N_PROPERTIES,
};

/* What is shown, one after the other. */
enum
{
  RESULTS,
  DIFFERENCES,
  INPUTS,
  BRIDGE,
  N_PARTS,
};

static GParamSpec *properties[N_PROPERTIES];

static void implement_page (OutlayPageInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlayComparePage, outlay_compare_page, ADW_TYPE_BIN, G_IMPLEMENT_INTERFACE (OUTLAY_TYPE_PAGE, implement_page))

static void
show_indicators (OutlayComparePage *self)
{
  outlay_compare_table_show (self->indicators, self->session,
                             outlay_compare_indicators_read (self->session, gtk_toggle_button_get_active (self->all_button)));
}

static void
show_currency (OutlayComparePage *self)
{
  g_autofree char *currency = outlay_document_get_currency (self->document);
  /* Translators: the money that a table's amounts are in, as in "in yuan" or "in USD" */
  g_autofree char *text = g_strdup_printf (_("in %s"), outlay_currency_word (currency));

  gtk_label_set_text (self->currency, text);
}

static void
show_inputs (OutlayComparePage *self)
{
  const guint n = outlay_compare_session_get_differences (self->session)->len;
  g_autofree char *count = g_strdup_printf (ngettext ("%u number or text", "%u numbers and texts", n), n);

  outlay_compare_table_show (self->inputs, self->session, outlay_compare_inputs_new (self->session));
  gtk_widget_set_visible (GTK_WIDGET (self->inputs), n > 0);
  gtk_widget_set_visible (self->inputs_copy, n > 0);
  gtk_widget_set_visible (self->same_label, n == 0);
  gtk_label_set_text (self->inputs_count, n > 0 ? count : "");
}

static void
show_charts (OutlayComparePage *self)
{
  OutlayCompareChart *const charts[] = { self->output, self->sales, self->tax, self->cash };

  for (guint n = 0; n < G_N_ELEMENTS (charts); n++)
    outlay_compare_chart_show (charts[n], self->session);
}

static void
set_faded (OutlayComparePage *self, gboolean faded)
{
  GtkWidget *const shown[] = { GTK_WIDGET (self->indicators), GTK_WIDGET (self->output), GTK_WIDGET (self->sales), GTK_WIDGET (self->tax),
                               GTK_WIDGET (self->cash) };

  for (guint n = 0; n < G_N_ELEMENTS (shown); n++)
    gtk_widget_set_opacity (shown[n], faded ? FADED : 1);
  gtk_widget_set_visible (self->spinner, faded);
}

static void
impatient_cb (gpointer data)
{
  OutlayComparePage *self = data;

  self->patience = 0;
  set_faded (self, TRUE);
}

/* What was shown stays until then. */
static void
wait_for_results (OutlayComparePage *self)
{
  if (!self->waiting)
    self->patience = g_timeout_add_once (PATIENCE, impatient_cb, self);
  self->waiting = TRUE;
}

static void
end_waiting (OutlayComparePage *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  if (self->waiting)
    set_faded (self, FALSE);
  self->waiting = FALSE;
}

static void
show_results (OutlayComparePage *self)
{
  end_waiting (self);
  show_indicators (self);
  show_charts (self);
}

/* Somebody may offer to create scenarios, or nobody. */
static gboolean
can_create (OutlayComparePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return G_IS_ACTION_GROUP (root) && g_action_group_has_action (G_ACTION_GROUP (root), "new-scenario");
}

/* Whether what is to be found out fills a frame. */
static gboolean
is_much (OutlayComparePage *self)
{
  guint n_changes = 0;

  for (guint n = 0; n < outlay_compare_session_get_n_chosen (self->session); n++)
    {
      g_autoptr (GPtrArray) chain = outlay_scenario_get_chain (outlay_compare_session_get_chosen (self->session, n));

      for (guint i = 0; i < chain->len; i++)
        n_changes += outlay_scenario_get_n_changes (chain->pdata[i]);
    }
  return n_changes > MANY_CHANGES;
}

static void
show_next (OutlayComparePage *self)
{
  switch (self->part++)
    {
    case RESULTS:
      if (outlay_compare_session_compute (self->session))
        show_results (self);
      else
        wait_for_results (self);
      break;
    case DIFFERENCES:
      outlay_compare_session_get_differences (self->session);
      break;
    case INPUTS:
      show_inputs (self);
      break;
    default:
      outlay_compare_bridge_show (self->bridge, self->session);
    }
}

static gboolean
part_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OutlayComparePage *self = OUTLAY_COMPARE_PAGE (widget);

  show_next (self);
  if (self->part < N_PARTS)
    return G_SOURCE_CONTINUE;
  self->parts = 0;
  return G_SOURCE_REMOVE;
}

static void
end_parts (OutlayComparePage *self)
{
  if (self->parts != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->parts);
  self->parts = 0;
}

/* All at once, or where there is much a part in each frame. */
static void
show_parts (OutlayComparePage *self)
{
  self->part = RESULTS;
  if (is_much (self))
    self->parts = gtk_widget_add_tick_callback (GTK_WIDGET (self), part_cb, NULL, NULL);
  else
    while (self->part < N_PARTS)
      show_next (self);
}

static void
update (OutlayComparePage *self)
{
  const gboolean empty = g_list_model_get_n_items (outlay_plan_get_scenarios (outlay_document_get_plan (self->document))) == 0;

  self->stale = FALSE;
  end_parts (self);
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "comparison");
  if (empty)
    {
      outlay_compare_bridge_show (self->bridge, NULL);
      return;
    }
  outlay_compare_choice_show (self->choice, self->session);
  show_currency (self);
  show_parts (self);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OutlayComparePage *self = OUTLAY_COMPARE_PAGE (widget);

  self->tick = 0;
  if (self->document != NULL && gtk_widget_get_mapped (widget))
    update (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (OutlayComparePage *self)
{
  self->stale = TRUE;
  if (self->tick == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
computed_cb (OutlayComparePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_results (self);
}

/* Results that are on their way are shown as it is chosen now. */
static void
all_cb (OutlayComparePage *self)
{
  if (self->session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)) && outlay_compare_session_compute (self->session))
    show_indicators (self);
}

static void
copy_indicators_cb (OutlayComparePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->indicators), "table.copy", NULL);
}

static void
copy_inputs_cb (OutlayComparePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->inputs), "table.copy", NULL);
}

static void
set_document (OutlayComparePage *self, OutlayDocument *document)
{
  if (self->document == document)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  outlay_compare_bridge_show (self->bridge, NULL);
  end_waiting (self);
  end_parts (self);
  self->session = document != NULL ? outlay_compare_session_get (document) : NULL;
  g_set_object (&self->document, document);
  if (self->session != NULL)
    {
      g_signal_connect_object (self->session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->session, "computed", G_CALLBACK (computed_cb), self, G_CONNECT_SWAPPED);
    }
  changed_cb (self);
}

/* What happened out of sight is made up for at once: the first frame is right. */
static void
outlay_compare_page_map (GtkWidget *widget)
{
  OutlayComparePage *self = OUTLAY_COMPARE_PAGE (widget);

  if (self->document != NULL && self->stale)
    update (self);
  else
    outlay_compare_bridge_resume (self->bridge);
  gtk_widget_set_visible (self->create_button, can_create (self));
  GTK_WIDGET_CLASS (outlay_compare_page_parent_class)->map (widget);
}

static void
outlay_compare_page_unmap (GtkWidget *widget)
{
  OutlayComparePage *self = OUTLAY_COMPARE_PAGE (widget);

  outlay_compare_bridge_pause (self->bridge);
  self->stale = self->stale || self->waiting || self->parts != 0;
  end_parts (self);
  end_waiting (self);
  GTK_WIDGET_CLASS (outlay_compare_page_parent_class)->unmap (widget);
}

static void
outlay_compare_page_dispose (GObject *object)
{
  OutlayComparePage *self = OUTLAY_COMPARE_PAGE (object);

  if (self->bridge != NULL)
    set_document (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_COMPARE_PAGE);
  G_OBJECT_CLASS (outlay_compare_page_parent_class)->dispose (object);
}

static void
outlay_compare_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, OUTLAY_COMPARE_PAGE (object)->document);
}

static void
outlay_compare_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  set_document (OUTLAY_COMPARE_PAGE (object), g_value_get_object (value));
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, top);
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, stack);
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, create_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, choice);
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, currency);
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, indicators);
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, spinner);
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, all_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, inputs);
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, inputs_copy);
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, same_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, inputs_count);
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, bridge);
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, output);
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, sales);
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, tax);
  gtk_widget_class_bind_template_child (widget_class, OutlayComparePage, cash);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_indicators_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_inputs_cb);
}

static GtkBox *
outlay_compare_page_get_top (OutlayPage *page)
{
  return OUTLAY_COMPARE_PAGE (page)->top;
}

static void
implement_page (OutlayPageInterface *interface)
{
  interface->get_top = outlay_compare_page_get_top;
}

static void
outlay_compare_page_class_init (OutlayComparePageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = outlay_compare_page_dispose;
  object_class->get_property = outlay_compare_page_get_property;
  object_class->set_property = outlay_compare_page_set_property;
  widget_class->map = outlay_compare_page_map;
  widget_class->unmap = outlay_compare_page_unmap;
  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, OUTLAY_TYPE_DOCUMENT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (OUTLAY_TYPE_COLUMN);
  g_type_ensure (OUTLAY_TYPE_COMPARE_BRIDGE);
  g_type_ensure (OUTLAY_TYPE_COMPARE_CHART);
  g_type_ensure (OUTLAY_TYPE_COMPARE_CHOICE);
  g_type_ensure (OUTLAY_TYPE_COMPARE_TABLE);
  bind_template (widget_class);
}

static void
outlay_compare_page_init (OutlayComparePage *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Scenarios have other colours in the dark and in high contrast. */
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}
