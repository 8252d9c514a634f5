/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline-page.h"

#include "ui/chart-card.h"
#include "ui/page.h"
#include "ui/phase-bars.h"
#include "ui/ramp-card.h"
#include "ui/scenario-pill.h"
#include "ui/theme.h"

/* At the usual size of text: so much of the phases is seen at once, and so high are the charts in line with them. */
#define PHASES_HEIGHT 470
#define CHART_HEIGHT 190

enum
{
  PROP_DOCUMENT = 1,
};

struct _OutlayTimelinePage
{
  AdwBin parent_instance;

  GtkBox *top;
  GtkLabel *scenario;
  GtkScrolledWindow *scroller;
  OutlayPhaseBars *bars;
  OutlayChartCard *spending;
  OutlayChartCard *use;

  OutlayDocument *document;
};

static void implement_page (OutlayPageInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlayTimelinePage, outlay_timeline_page, ADW_TYPE_BIN, G_IMPLEMENT_INTERFACE (OUTLAY_TYPE_PAGE, implement_page))

/* Years stand below each other in the bars and the charts. */
static void
align_cb (OutlayTimelinePage *self)
{
  double left, right;

  g_object_get (self->bars, "plot-left", &left, "plot-right", &right, NULL);
  outlay_chart_view_align (outlay_chart_card_get_view (self->spending), left, right);
  outlay_chart_view_align (outlay_chart_card_get_view (self->use), left, right);
}

static void
set_heights (OutlayTimelinePage *self)
{
  const double scale = outlay_widget_text_scale (GTK_WIDGET (self));

  gtk_scrolled_window_set_max_content_height (self->scroller, (int) (PHASES_HEIGHT * scale));
  gtk_widget_set_size_request (GTK_WIDGET (outlay_chart_card_get_view (self->spending)), -1, (int) (CHART_HEIGHT * scale));
  gtk_widget_set_size_request (GTK_WIDGET (outlay_chart_card_get_view (self->use)), -1, (int) (CHART_HEIGHT * scale));
}

static GtkBox *
outlay_timeline_page_get_top (OutlayPage *page)
{
  return OUTLAY_TIMELINE_PAGE (page)->top;
}

static void
implement_page (OutlayPageInterface *interface)
{
  interface->get_top = outlay_timeline_page_get_top;
}

static void
outlay_timeline_page_dispose (GObject *object)
{
  OutlayTimelinePage *self = OUTLAY_TIMELINE_PAGE (object);

  if (self->scenario != NULL)
    outlay_scenario_pill_follow (self->scenario, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_TIMELINE_PAGE);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (outlay_timeline_page_parent_class)->dispose (object);
}

static void
outlay_timeline_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, OUTLAY_TIMELINE_PAGE (object)->document);
}

static void
outlay_timeline_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OutlayTimelinePage *self = OUTLAY_TIMELINE_PAGE (object);

  g_set_object (&self->document, g_value_get_object (value));
  outlay_scenario_pill_follow (self->scenario, self->document);
}

static void
outlay_timeline_page_class_init (OutlayTimelinePageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = outlay_timeline_page_dispose;
  object_class->get_property = outlay_timeline_page_get_property;
  object_class->set_property = outlay_timeline_page_set_property;
  g_object_class_install_property (object_class, PROP_DOCUMENT,
                                   g_param_spec_object ("document", NULL, NULL, OUTLAY_TYPE_DOCUMENT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));

  g_type_ensure (OUTLAY_TYPE_CHART_CARD);
  g_type_ensure (OUTLAY_TYPE_PHASE_BARS);
  g_type_ensure (OUTLAY_TYPE_RAMP_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/timeline-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayTimelinePage, top);
  gtk_widget_class_bind_template_child (widget_class, OutlayTimelinePage, scenario);
  gtk_widget_class_bind_template_child (widget_class, OutlayTimelinePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, OutlayTimelinePage, bars);
  gtk_widget_class_bind_template_child (widget_class, OutlayTimelinePage, spending);
  gtk_widget_class_bind_template_child (widget_class, OutlayTimelinePage, use);
  gtk_widget_class_bind_template_callback (widget_class, align_cb);
}

static void
outlay_timeline_page_init (OutlayTimelinePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_heights (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi", G_CALLBACK (set_heights), self, G_CONNECT_SWAPPED);
  /* What is spent has the colours of the phases above it. */
  gtk_widget_activate_action (GTK_WIDGET (self->spending), "card.chart", "s", "investment-by-phase");
}
