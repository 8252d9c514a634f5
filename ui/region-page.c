/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/region-page.h"

#include <glib/gi18n.h>

#include "plan/amount.h"
#include "plan/resolve.h"
#include "study/land.h"
#include "ui/figure-form.h"
#include "ui/goal-list.h"
#include "ui/page.h"
#include "ui/threshold-row.h"

struct _OutlayRegionPage
{
  AdwBin parent_instance;

  GtkBox *top;
  GtkLabel *area;
  OutlayThresholdRow *investment;
  OutlayThresholdRow *output;
  OutlayThresholdRow *tax;
  GtkLabel *region;
  GtkWidget *add_button;
  OutlayGoalList *figures;

  OutlayDocument *document;
  gboolean stale;
  guint tick;
};

enum
{
  PROP_DOCUMENT = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void implement_page (OutlayPageInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlayRegionPage, outlay_region_page, ADW_TYPE_BIN, G_IMPLEMENT_INTERFACE (OUTLAY_TYPE_PAGE, implement_page))

static void
show_area (OutlayRegionPage *self)
{
  OutlayPlan *plan = outlay_document_get_plan (self->document);
  OutlayScenario *scenario = outlay_document_get_scenario (self->document);
  const double site = outlay_plan_site_area (plan, scenario);
  g_autofree char *metres = outlay_quantity_format (site, OUTLAY_UNIT_SQUARE_METRES, NULL);
  g_autofree char *floors = outlay_quantity_format (outlay_plan_floor_area (plan, scenario), OUTLAY_UNIT_SQUARE_METRES, NULL);
  g_autofree char *mu = outlay_quantity_format (site / OUTLAY_SQUARE_METRES_PER_MU, OUTLAY_UNIT_NONE, NULL);
  /* Translators: the size of the site in m² and in mu, and the floors of its buildings in m² */
  g_autofree char *text = site > 0 ? g_strdup_printf (_("Site %s, that is %s mu · floors %s"), metres, mu, floors)
                                   : g_strdup_printf (_("No site area is given yet: enter it on the Assumptions page, under The plan · floors %s"), floors);

  gtk_label_set_text (self->area, text);
}

static void
show_region (OutlayRegionPage *self)
{
  OutlayPlan *plan = outlay_document_get_plan (self->document);
  OutlayNode *region = outlay_node_get_child (OUTLAY_NODE (plan), outlay_node_find_member (OUTLAY_NODE (plan), "region"));
  g_autofree char *name = outlay_plan_resolve_string (plan, outlay_document_get_scenario (self->document), region, "name");

  gtk_label_set_text (self->region, name != NULL && name[0] != '\0' ? name : _("Region"));
}

static void
update (OutlayRegionPage *self)
{
  self->stale = FALSE;
  if (self->document == NULL)
    return;
  show_area (self);
  show_region (self);
  outlay_threshold_row_update (self->investment);
  outlay_threshold_row_update (self->output);
  outlay_threshold_row_update (self->tax);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OutlayRegionPage *self = OUTLAY_REGION_PAGE (widget);

  self->tick = 0;
  if (gtk_widget_get_mapped (widget))
    update (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (OutlayRegionPage *self)
{
  self->stale = TRUE;
  if (self->tick == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
add_cb (OutlayRegionPage *self)
{
  if (outlay_document_settle (self->document))
    outlay_goal_list_follow (self->figures, outlay_figure_form_present (self->document, NULL, GTK_WIDGET (self)));
}

static void
set_document (OutlayRegionPage *self, OutlayDocument *document)
{
  if (self->document == document)
    return;
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  outlay_threshold_row_show (self->investment, document, OUTLAY_INDICATOR_INVESTMENT_PER_MU);
  outlay_threshold_row_show (self->output, document, OUTLAY_INDICATOR_OUTPUT_PER_MU);
  outlay_threshold_row_show (self->tax, document, OUTLAY_INDICATOR_TAX_PER_MU);
  outlay_goal_list_show (self->figures, document, TRUE, _("No figures yet. Add one of the district or the city, and say what of the plan is set against it."));
  if (document == NULL)
    return;
  g_signal_connect_object (document, "projected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "restructured", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

/* What happened out of sight is made up for at once: the first frame is right. */
static void
outlay_region_page_map (GtkWidget *widget)
{
  if (OUTLAY_REGION_PAGE (widget)->stale)
    update (OUTLAY_REGION_PAGE (widget));
  GTK_WIDGET_CLASS (outlay_region_page_parent_class)->map (widget);
}

static void
outlay_region_page_dispose (GObject *object)
{
  OutlayRegionPage *self = OUTLAY_REGION_PAGE (object);

  if (self->figures != NULL)
    set_document (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_REGION_PAGE);
  G_OBJECT_CLASS (outlay_region_page_parent_class)->dispose (object);
}

static void
outlay_region_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, OUTLAY_REGION_PAGE (object)->document);
}

static void
outlay_region_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  set_document (OUTLAY_REGION_PAGE (object), g_value_get_object (value));
}

static GtkBox *
outlay_region_page_get_top (OutlayPage *page)
{
  return OUTLAY_REGION_PAGE (page)->top;
}

static void
implement_page (OutlayPageInterface *interface)
{
  interface->get_top = outlay_region_page_get_top;
}

static void
outlay_region_page_class_init (OutlayRegionPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = outlay_region_page_dispose;
  object_class->get_property = outlay_region_page_get_property;
  object_class->set_property = outlay_region_page_set_property;
  widget_class->map = outlay_region_page_map;
  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, OUTLAY_TYPE_DOCUMENT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (OUTLAY_TYPE_GOAL_LIST);
  g_type_ensure (OUTLAY_TYPE_THRESHOLD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/region-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayRegionPage, top);
  gtk_widget_class_bind_template_child (widget_class, OutlayRegionPage, area);
  gtk_widget_class_bind_template_child (widget_class, OutlayRegionPage, investment);
  gtk_widget_class_bind_template_child (widget_class, OutlayRegionPage, output);
  gtk_widget_class_bind_template_child (widget_class, OutlayRegionPage, tax);
  gtk_widget_class_bind_template_child (widget_class, OutlayRegionPage, region);
  gtk_widget_class_bind_template_child (widget_class, OutlayRegionPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayRegionPage, figures);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
outlay_region_page_init (OutlayRegionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
