/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare-chart.h"

#include <glib/gi18n.h>

#include "ui/chart-drag.h"
#include "ui/chart-view.h"
#include "ui/late-menu.h"
#include "ui/spoken.h"

struct _OutlayCompareChart
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *head;
  GtkMenuButton *menu;
  OutlayChartView *view;
  const OutlayChart *chart;
};

enum
{
  PROP_CHART = 1,
  N_PROPERTIES,
};

G_DEFINE_FINAL_TYPE (OutlayCompareChart, outlay_compare_chart, GTK_TYPE_BOX)

static void
fill_menu (OutlayCompareChart *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *export = g_strdup_printf ("win.export-chart::%s", outlay_chart_id (self->chart));
  g_autofree char *copy = g_strdup_printf ("win.copy-chart::%s", outlay_chart_id (self->chart));

  g_menu_append (menu, _("Show _Data…"), "chart.data");
  g_menu_append (menu, _("Show _All Years and Parts"), "chart.reset");
  g_menu_append (menu, _("_Export…"), export);
  g_menu_append (menu, _("_Copy"), copy);
  outlay_late_menu_set (self->menu, G_MENU_MODEL (menu));
}

static void
outlay_compare_chart_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_COMPARE_CHART);
  G_OBJECT_CLASS (outlay_compare_chart_parent_class)->dispose (object);
}

static void
outlay_compare_chart_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OutlayCompareChart *self = OUTLAY_COMPARE_CHART (object);

  g_value_set_string (value, self->chart != NULL ? outlay_chart_id (self->chart) : NULL);
}

static void
outlay_compare_chart_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OutlayCompareChart *self = OUTLAY_COMPARE_CHART (object);

  self->chart = outlay_chart_find (g_value_get_string (value));
  fill_menu (self);
}

static void
outlay_compare_chart_class_init (OutlayCompareChartClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = outlay_compare_chart_dispose;
  object_class->get_property = outlay_compare_chart_get_property;
  object_class->set_property = outlay_compare_chart_set_property;
  g_object_class_install_property (object_class, PROP_CHART,
                                   g_param_spec_string ("chart", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  g_type_ensure (OUTLAY_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/compare-chart.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayCompareChart, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayCompareChart, subtitle);
  gtk_widget_class_bind_template_child (widget_class, OutlayCompareChart, head);
  gtk_widget_class_bind_template_child (widget_class, OutlayCompareChart, menu);
  gtk_widget_class_bind_template_child (widget_class, OutlayCompareChart, view);
}

static void
outlay_compare_chart_init (OutlayCompareChart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_chart_view_lend_actions (self->view, GTK_WIDGET (self));
  outlay_chart_drag_add (self->head, self->view);
}

void
outlay_compare_chart_show (OutlayCompareChart *self, OutlayCompareSession *session)
{
  g_autoptr (OutlayScene) scene = outlay_compare_session_build (session, self->chart, NULL);

  gtk_label_set_text (self->title, outlay_chart_title (self->chart));
  outlay_spoken_describe (self->menu, outlay_chart_title (self->chart));
  gtk_label_set_text (self->subtitle, scene != NULL ? outlay_scene_get_subtitle (scene) : "");
  outlay_chart_view_set_document (self->view, outlay_compare_session_get_document (session));
  outlay_chart_view_set_scene (self->view, scene);
}
