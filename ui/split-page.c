/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/split-page.h"

#include "ui/chart-card.h"
#include "ui/page.h"
#include "ui/scenario-pill.h"
#include "ui/split-picture.h"
#include "ui/split-table.h"

enum
{
  PROP_DOCUMENT = 1,
  N_PROPERTIES,
};

struct _OutlaySplitPage
{
  AdwBin parent_instance;

  OutlayDocument *document;
  GtkBox *top;
  GtkLabel *scenario;
  GtkSwitch *keep_total;
  GBinding *keep_total_binding;
};

static GParamSpec *properties[N_PROPERTIES];

static void implement_page (OutlayPageInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlaySplitPage, outlay_split_page, ADW_TYPE_BIN, G_IMPLEMENT_INTERFACE (OUTLAY_TYPE_PAGE, implement_page))

static void
outlay_split_page_dispose (GObject *object)
{
  OutlaySplitPage *self = OUTLAY_SPLIT_PAGE (object);

  g_clear_pointer (&self->keep_total_binding, g_binding_unbind);
  if (self->scenario != NULL)
    outlay_scenario_pill_follow (self->scenario, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_SPLIT_PAGE);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (outlay_split_page_parent_class)->dispose (object);
}

static void
outlay_split_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, OUTLAY_SPLIT_PAGE (object)->document);
}

static void
outlay_split_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OutlaySplitPage *self = OUTLAY_SPLIT_PAGE (object);

  g_clear_pointer (&self->keep_total_binding, g_binding_unbind);
  g_set_object (&self->document, g_value_get_object (value));
  if (self->document != NULL)
    self->keep_total_binding = g_object_bind_property (self->document, "keep-total", self->keep_total, "active",
                                                       G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  /* Whoever edits is told where he edits what it is that he changes. */
  outlay_scenario_pill_follow (self->scenario, self->document);
}

static gboolean
is_wider (OutlaySplitPage *self, double content, double page)
{
  return content > page;
}

static GtkBox *
outlay_split_page_get_top (OutlayPage *page)
{
  return OUTLAY_SPLIT_PAGE (page)->top;
}

static void
implement_page (OutlayPageInterface *interface)
{
  interface->get_top = outlay_split_page_get_top;
}

static void
outlay_split_page_class_init (OutlaySplitPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = outlay_split_page_dispose;
  object_class->get_property = outlay_split_page_get_property;
  object_class->set_property = outlay_split_page_set_property;
  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, OUTLAY_TYPE_DOCUMENT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (OUTLAY_TYPE_CHART_CARD);
  g_type_ensure (OUTLAY_TYPE_SPLIT_PICTURE);
  g_type_ensure (OUTLAY_TYPE_SPLIT_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/split-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlaySplitPage, top);
  gtk_widget_class_bind_template_child (widget_class, OutlaySplitPage, scenario);
  gtk_widget_class_bind_template_child (widget_class, OutlaySplitPage, keep_total);
  gtk_widget_class_bind_template_callback (widget_class, is_wider);
}

static void
outlay_split_page_init (OutlaySplitPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
