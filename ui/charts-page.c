/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/charts-page.h"

#include <string.h>

#include "chart/charts.h"
#include "ui/chart-card.h"
#include "ui/page.h"
#include "ui/theme.h"

/* High enough for rows and names beside each other, at the usual size of text. */
#define CARD_HEIGHT 320

enum
{
  PROP_DOCUMENT = 1,
  N_PROPERTIES,
};

struct _OutlayChartsPage
{
  AdwBin parent_instance;

  GtkBox *top;
  GtkFlowBox *cards;

  OutlayDocument *document;
  gboolean filled;
};

static void implement_page (OutlayPageInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlayChartsPage, outlay_charts_page, ADW_TYPE_BIN, G_IMPLEMENT_INTERFACE (OUTLAY_TYPE_PAGE, implement_page))

/* How a chart is divided is chosen in its card. */
static gboolean
has_a_card (const OutlayChart *chart)
{
  return !outlay_chart_compares (chart) && !outlay_chart_is_bridge (chart) && strstr (outlay_chart_id (chart), "-by-") == NULL;
}

static void
add_card (OutlayChartsPage *self, const OutlayChart *chart)
{
  GtkWidget *card = g_object_new (OUTLAY_TYPE_CHART_CARD, "series", outlay_chart_id (chart), "selectable", TRUE, NULL);
  GtkWidget *child = g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "child", card, "focusable", FALSE, "valign", GTK_ALIGN_START, NULL);

  gtk_flow_box_append (self->cards, child);
  g_object_bind_property (self, "document", card, "document", G_BINDING_SYNC_CREATE);
}

static void
set_heights (OutlayChartsPage *self)
{
  const int height = (int) (CARD_HEIGHT * outlay_widget_text_scale (GTK_WIDGET (self)));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_size_request (gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child)), -1, height);
}

/* When the page is first shown: nobody else waits for its charts. */
static void
outlay_charts_page_map (GtkWidget *widget)
{
  OutlayChartsPage *self = OUTLAY_CHARTS_PAGE (widget);

  for (guint n = 0; !self->filled && n < outlay_chart_count (); n++)
    if (has_a_card (outlay_chart_nth (n)))
      add_card (self, outlay_chart_nth (n));
  if (!self->filled)
    {
      set_heights (self);
      g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi", G_CALLBACK (set_heights), self, G_CONNECT_SWAPPED);
    }
  self->filled = TRUE;
  GTK_WIDGET_CLASS (outlay_charts_page_parent_class)->map (widget);
}

static GtkBox *
outlay_charts_page_get_top (OutlayPage *page)
{
  return OUTLAY_CHARTS_PAGE (page)->top;
}

static void
implement_page (OutlayPageInterface *interface)
{
  interface->get_top = outlay_charts_page_get_top;
}

static void
outlay_charts_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_CHARTS_PAGE);
  g_clear_object (&OUTLAY_CHARTS_PAGE (object)->document);
  G_OBJECT_CLASS (outlay_charts_page_parent_class)->dispose (object);
}

static void
outlay_charts_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, OUTLAY_CHARTS_PAGE (object)->document);
}

static void
outlay_charts_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  g_set_object (&OUTLAY_CHARTS_PAGE (object)->document, g_value_get_object (value));
}

static void
outlay_charts_page_class_init (OutlayChartsPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = outlay_charts_page_dispose;
  object_class->get_property = outlay_charts_page_get_property;
  object_class->set_property = outlay_charts_page_set_property;
  widget_class->map = outlay_charts_page_map;
  g_object_class_install_property (object_class, PROP_DOCUMENT,
                                   g_param_spec_object ("document", NULL, NULL, OUTLAY_TYPE_DOCUMENT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/charts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayChartsPage, top);
  gtk_widget_class_bind_template_child (widget_class, OutlayChartsPage, cards);
}

static void
outlay_charts_page_init (OutlayChartsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
