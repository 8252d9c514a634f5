/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart-view-private.h"

#include <math.h>

#include "chart/crosshair.h"
#include "ui/hand.h"

/* A pinch this much wider or narrower counts as a notch of the wheel. */
#define PINCH_STEP 1.2

typedef struct
{
  OutlayScene *scene;
  double width;
  double height;
  OutlayStyle style;
} Place;

/* FALSE where nothing is shown. */
static gboolean
find_place (OutlayChartView *self, Place *place)
{
  place->scene = outlay_chart_view_get_shown (self);
  place->width = gtk_widget_get_width (GTK_WIDGET (self));
  place->height = gtk_widget_get_height (GTK_WIDGET (self));
  outlay_chart_view_get_style (self, &place->style);
  return place->scene != NULL;
}

/* The calendar year at x, with its fraction. */
static double
year_at (const Place *place, double x)
{
  int first;
  guint n_years;

  outlay_scene_get_years (place->scene, &first, &n_years);
  return first + CLAMP (outlay_scene_year_at (place->scene, place->width, place->height, &place->style, x), 0, n_years);
}

static void
motion_cb (OutlayChartView *self, double x, double y)
{
  Place place;
  OutlayHit hit;
  int point, series;

  /* GTK tells of a pointer at rest too, after what is drawn below it has changed; the keyboard may have gone on from there. */
  if (x == self->pointer_x && y == self->pointer_y)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  if (self->brushing || !find_place (self, &place))
    return;
  point = outlay_scene_point_at (place.scene, place.width, place.height, &place.style, x, y);
  series = outlay_chart_view_hit (self, x, y, &hit) ? hit.series : -1;
  outlay_chart_view_forget_walk (self);
  if (series != self->series)
    {
      self->series = series;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   outlay_scene_label_at (place.scene, place.width, place.height, &place.style, x, y) >= 0 ? "pointer" : NULL);
  outlay_chart_lens_set_year (self->lens, point >= 0 ? outlay_scene_get_year (place.scene, point) : 0);
}

static void
leave_cb (OutlayChartView *self)
{
  self->series = -1;
  self->pointer_x = self->pointer_y = -1;
  if (self->lens != NULL)
    outlay_chart_lens_set_year (self->lens, 0);
}

static void
click (OutlayChartView *self, double x, double y)
{
  Place place;
  OutlayHit hit;
  int named;

  if (!find_place (self, &place))
    return;
  named = outlay_scene_label_at (place.scene, place.width, place.height, &place.style, x, y);
  if (named >= 0)
    outlay_chart_view_toggle_hidden (self, named);
  else
    outlay_chart_view_toggle_isolated (self, outlay_chart_view_hit (self, x, y, &hit) ? hit.series : -1);
}

static void
drag_update_cb (OutlayChartView *self, double dx, double dy, GtkGestureDrag *gesture)
{
  Place place;
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (!find_place (self, &place) ||
      (!self->brushing && (!gtk_drag_check_threshold (GTK_WIDGET (self), (int) x, (int) y, (int) (x + dx), (int) (y + dy)) ||
                           outlay_scene_point_at (place.scene, place.width, place.height, &place.style, x, y) < 0)))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->brushing = TRUE;
  self->brush_from = outlay_scene_year_at (place.scene, place.width, place.height, &place.style, x);
  self->brush_to = outlay_scene_year_at (place.scene, place.width, place.height, &place.style, x + dx);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The years that the brush touched. */
static void
end_brush (OutlayChartView *self)
{
  OutlayScene *scene = outlay_chart_view_get_shown (self);
  int first;
  guint n_years;
  double from, to;

  self->brushing = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (scene == NULL || !outlay_scene_get_years (scene, &first, &n_years))
    return;
  from = CLAMP (floor (MIN (self->brush_from, self->brush_to)), 0, n_years - 1);
  to = CLAMP (ceil (MAX (self->brush_from, self->brush_to)), from + 1, n_years);
  outlay_chart_lens_set_range (self->lens, first + (int) from, (guint) (to - from));
}

static void
drag_end_cb (OutlayChartView *self, double dx, double dy, GtkGestureDrag *gesture)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (self->brushing)
    end_brush (self);
  else if (!gtk_drag_check_threshold (GTK_WIDGET (self), (int) x, (int) y, (int) (x + dx), (int) (y + dy)))
    click (self, x, y);
}

static void
drag_cancel_cb (OutlayChartView *self)
{
  self->brushing = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The second press of two shows all years again. */
static void
pressed_cb (OutlayChartView *self, int n_press, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2 && self->lens != NULL)
    outlay_chart_lens_set_range (self->lens, 0, 0);
}

static gboolean
zoom (OutlayChartView *self, double x, double steps)
{
  Place place;
  int first;
  guint n_years;

  if (!find_place (self, &place) || !outlay_chart_view_all_years (self, &first, &n_years))
    return FALSE;
  outlay_chart_lens_zoom (self->lens, first, n_years, year_at (&place, x), steps);
  return TRUE;
}

/* With Ctrl, as elsewhere: without it the wheel moves the page that the chart stands on. Sideways it moves the years that are seen. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, gpointer data)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (data);
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  int first, from;
  guint n_years, seen;

  if (self->lens == NULL || !outlay_chart_view_all_years (self, &first, &n_years))
    return FALSE;
  outlay_chart_lens_get_range (self->lens, &from, &seen);
  if (dx != 0 && seen > 0)
    {
      outlay_chart_lens_pan (self->lens, first, n_years, dx > 0 ? 1 : -1);
      return TRUE;
    }
  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return FALSE;
  return zoom (self, self->pointer_x, -dy);
}

static void
pinch_begin_cb (OutlayChartView *self)
{
  self->pinched = 1;
}

static void
pinch_cb (OutlayChartView *self, double scale, GtkGesture *gesture)
{
  double x, y;

  if (self->lens == NULL)
    return;
  if (!gtk_gesture_is_active (gesture) || !gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    x = self->pointer_x;
  if (scale < self->pinched * PINCH_STEP && scale > self->pinched / PINCH_STEP)
    return;
  zoom (self, x, scale > self->pinched ? 1 : -1);
  self->pinched = scale;
}

void
outlay_chart_view_add_pointer (OutlayChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *press = gtk_gesture_click_new (), *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  outlay_hand_add_motion (widget, G_CALLBACK (motion_cb), G_CALLBACK (leave_cb));
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
  outlay_hand_add_drag (widget, NULL, G_CALLBACK (drag_update_cb), G_CALLBACK (drag_end_cb), G_CALLBACK (drag_cancel_cb));
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (widget, scroll);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}
