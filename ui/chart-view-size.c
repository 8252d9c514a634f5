/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How large a chart wants to be. */

#include "ui/chart-view-private.h"

#define LEAST_WIDTH 240
#define USUAL_WIDTH 480
#define LEAST_HEIGHT 130
#define USUAL_HEIGHT 170

/* Rows are not squeezed: the page scrolls. A presentation has the height that it has. */
static void
measure_rows (OutlayChartView *self, int width, int *minimum, int *natural)
{
  const gboolean seen = self->scene != NULL || self->given != NULL || gtk_widget_get_mapped (GTK_WIDGET (self));
  OutlayScene *scene = seen && !self->framed ? outlay_chart_view_get_scene (self) : NULL;
  OutlayStyle style;
  double height;

  if (scene == NULL)
    return;
  outlay_chart_view_get_style (self, &style);
  height = outlay_scene_least_height (scene, width, &style);
  self->has_rows = height > 0;
  *minimum = MAX (*minimum, (int) height);
  *natural = self->has_rows ? *minimum : *natural;
}

static GtkSizeRequestMode
outlay_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
outlay_chart_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? USUAL_WIDTH : USUAL_HEIGHT;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    measure_rows (OUTLAY_CHART_VIEW (widget), for_size < 0 ? USUAL_WIDTH : for_size, minimum, natural);
}

static void
outlay_chart_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (g_type_class_peek_parent (G_OBJECT_GET_CLASS (widget)))->map (widget);
  gtk_widget_queue_resize (widget);
}

void
outlay_chart_view_add_size (GtkWidgetClass *class)
{
  class->get_request_mode = outlay_chart_view_get_request_mode;
  class->measure = outlay_chart_view_measure;
  class->map = outlay_chart_view_map;
}

void
outlay_chart_view_measure_anew (OutlayChartView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_queue_resize (GTK_WIDGET (self));
}
