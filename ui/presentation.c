/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/presentation.h"

#include <glib/gi18n.h>

#include "ui/chart-view.h"
#include "ui/compare-session.h"

/* Milliseconds that the controls stay after the last movement. */
#define LINGER 2500

struct _OutlayPresentation
{
  AdwWindow parent_instance;

  OutlayChartView *view;
  GtkRevealer *controls;
  GtkLabel *place;
  GtkWidget *previous;
  GtkWidget *next;

  OutlayDocument *document;
  GPtrArray *charts; /* OutlayChart */
  guint at;
  guint hiding;      /* the source that hides the controls */
  double x, y;       /* where the pointer was last */
};

G_DEFINE_FINAL_TYPE (OutlayPresentation, outlay_presentation, ADW_TYPE_WINDOW)

/* A chart of several scenarios is built by who knows which of them are compared. */
static void
show_scene (OutlayPresentation *self, const OutlayChart *chart)
{
  g_autoptr (OutlayScene) scene = NULL;

  if (outlay_chart_compares (chart) || outlay_chart_is_bridge (chart))
    scene = outlay_compare_session_build (outlay_compare_session_get (self->document), chart, NULL);
  outlay_chart_view_set_scene (self->view, scene);
  outlay_chart_view_set_chart_id (self->view, scene == NULL ? outlay_chart_id (chart) : NULL);
}

static void
show (OutlayPresentation *self, guint at)
{
  const OutlayChart *chart = g_ptr_array_index (self->charts, at);
  /* Translators: which of the charts of a presentation is shown, as in "3 / 9" */
  g_autofree char *place = g_strdup_printf (C_ ("presentation", "%u / %u"), at + 1, self->charts->len);

  self->at = at;
  show_scene (self, chart);
  gtk_label_set_text (self->place, place);
  gtk_widget_set_sensitive (self->previous, at > 0);
  gtk_widget_set_sensitive (self->next, at + 1 < self->charts->len);
}

static void
changed_cb (OutlayPresentation *self)
{
  const OutlayChart *chart = g_ptr_array_index (self->charts, self->at);

  if (outlay_chart_compares (chart) || outlay_chart_is_bridge (chart))
    show_scene (self, chart);
}

static void
step (OutlayPresentation *self, int way)
{
  const int to = CLAMP ((int) self->at + way, 0, (int) self->charts->len - 1);

  if (to != (int) self->at)
    show (self, (guint) to);
}

static void
previous_cb (OutlayPresentation *self)
{
  step (self, -1);
}

static void
next_cb (OutlayPresentation *self)
{
  step (self, 1);
}

static void
leave_cb (OutlayPresentation *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* --- controls that come and go --- */

static void
hide_controls (gpointer data)
{
  OutlayPresentation *self = data;

  self->hiding = 0;
  gtk_revealer_set_reveal_child (self->controls, FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
}

/* GTK tells of a pointer at rest too. */
static void
motion_cb (OutlayPresentation *self, double x, double y)
{
  if (x == self->x && y == self->y)
    return;
  self->x = x;
  self->y = y;
  gtk_revealer_set_reveal_child (self->controls, TRUE);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  g_clear_handle_id (&self->hiding, g_source_remove);
  self->hiding = g_timeout_add_once (LINGER, hide_controls, self);
}

/* The keys that close a window and the program anywhere else; what the program asks before it ends stands in the window below. */
static gboolean
leave_by_key (OutlayPresentation *self, guint key, GdkModifierType state)
{
  const gboolean quit = key == GDK_KEY_q;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != GDK_CONTROL_MASK || (!quit && key != GDK_KEY_w))
    return FALSE;
  gtk_window_close (GTK_WINDOW (self));
  if (quit)
    g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "quit", NULL);
  return TRUE;
}

/* What remote controls and other programs for slides send; before the chart, which would walk through its points. */
static gboolean
key_cb (OutlayPresentation *self, guint key, guint code, GdkModifierType state)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return leave_by_key (self, key, state);
  switch (key)
    {
    case GDK_KEY_Right: case GDK_KEY_KP_Right: step (self, mirrored ? -1 : 1); return TRUE;
    case GDK_KEY_Left: case GDK_KEY_KP_Left: step (self, mirrored ? 1 : -1); return TRUE;
    case GDK_KEY_Page_Down: case GDK_KEY_KP_Page_Down: case GDK_KEY_space: case GDK_KEY_Down: step (self, 1); return TRUE;
    case GDK_KEY_Page_Up: case GDK_KEY_KP_Page_Up: case GDK_KEY_BackSpace: case GDK_KEY_Up: step (self, -1); return TRUE;
    case GDK_KEY_Home: case GDK_KEY_KP_Home: show (self, 0); return TRUE;
    case GDK_KEY_End: case GDK_KEY_KP_End: show (self, self->charts->len - 1); return TRUE;
    case GDK_KEY_Escape: case GDK_KEY_F5: case GDK_KEY_q: gtk_window_close (GTK_WINDOW (self)); return TRUE;
    default: return FALSE;
    }
}

static void
outlay_presentation_dispose (GObject *object)
{
  OutlayPresentation *self = OUTLAY_PRESENTATION (object);

  g_clear_handle_id (&self->hiding, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_PRESENTATION);
  g_clear_object (&self->document);
  g_clear_pointer (&self->charts, g_ptr_array_unref);
  G_OBJECT_CLASS (outlay_presentation_parent_class)->dispose (object);
}

static void
outlay_presentation_class_init (OutlayPresentationClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = outlay_presentation_dispose;
  g_type_ensure (OUTLAY_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/presentation.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayPresentation, view);
  gtk_widget_class_bind_template_child (widget_class, OutlayPresentation, controls);
  gtk_widget_class_bind_template_child (widget_class, OutlayPresentation, place);
  gtk_widget_class_bind_template_child (widget_class, OutlayPresentation, previous);
  gtk_widget_class_bind_template_child (widget_class, OutlayPresentation, next);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
}

static void
outlay_presentation_init (OutlayPresentation *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new (), *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
outlay_presentation_present (OutlayDocument *document, GPtrArray *charts, GtkWindow *parent)
{
  OutlayPresentation *self;

  g_return_if_fail (charts->len > 0);
  self = g_object_new (OUTLAY_TYPE_PRESENTATION, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
  self->document = g_object_ref (document);
  self->charts = g_ptr_array_ref (charts);
  outlay_chart_view_set_document (self->view, document);
  g_signal_connect_object (outlay_compare_session_get (document), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show (self, 0);
  gtk_window_present (GTK_WINDOW (self));
}
