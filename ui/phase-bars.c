/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/phase-bars-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/theme.h"

enum
{
  PROP_DOCUMENT = 1,
  PROP_ADJUSTMENT,
  PROP_PLOT_LEFT,
  PROP_PLOT_RIGHT,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (OutlayPhaseBars, outlay_phase_bars, GTK_TYPE_WIDGET)

static void
forget_schedule (OutlayPhaseBars *self)
{
  if (self->scheduled)
    outlay_schedule_clear (&self->schedule);
  self->scheduled = FALSE;
}

static void
moved_cb (OutlayPhaseBars *self)
{
  forget_schedule (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
name_focus (OutlayPhaseBars *self)
{
  if (self->document != NULL && self->drag == NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    outlay_phase_bars_name_focus (self);
}

static void
projected_cb (OutlayPhaseBars *self)
{
  self->design_known = FALSE;
  moved_cb (self);
  name_focus (self);
}

static void
restructured_cb (OutlayPhaseBars *self)
{
  outlay_phase_bars_cancel_drag (self);
  self->hovered = (OutlayPhasePlace) { -1, OUTLAY_PHASE_NOTHING, FALSE };
  self->chosen = MIN (self->chosen, MAX (outlay_phase_bars_count (self), 1) - 1);
  projected_cb (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
set_document (OutlayPhaseBars *self, OutlayDocument *document)
{
  const OutlayRequest request = { .plan_indicators = G_GUINT64_CONSTANT (1) << OUTLAY_INDICATOR_DESIGN_YEAR };

  if (self->document == document)
    return;
  if (self->document != NULL)
    {
      outlay_phase_bars_cancel_drag (self);
      g_signal_handlers_disconnect_by_data (self->document, self);
      g_signal_handlers_disconnect_by_data (self->lens, self);
    }
  forget_schedule (self);
  g_set_object (&self->document, document);
  self->lens = document != NULL ? outlay_chart_lens_get (document) : NULL;
  if (document == NULL)
    return;
  outlay_document_want (document, &request);
  g_signal_connect_object (document, "projected", G_CALLBACK (projected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "restructured", G_CALLBACK (restructured_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lens, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  restructured_cb (self);
}

static void
set_adjustment (OutlayPhaseBars *self, GtkAdjustment *adjustment)
{
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/* --- widget --- */

static void
outlay_phase_bars_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  OutlayPhaseBars *self = OUTLAY_PHASE_BARS (widget);
  OutlayPhaseLayout layout;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = 600;
      return;
    }
  outlay_phase_bars_lay_at (self, for_size >= 0 ? for_size : gtk_widget_get_width (widget), &layout);
  *minimum = *natural = (int) (layout.head + outlay_phase_bars_count (self) * layout.row + 1);
}

static void
allocate_bubble (OutlayPhaseBars *self, const OutlayPhaseLayout *layout)
{
  const guint phase = self->drag != NULL ? (guint) self->dragged.phase : self->chosen;
  OutlayRectangle bar;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->bubble)) || self->document == NULL || phase >= outlay_phase_bars_count (self))
    return;
  bar = outlay_phase_layout_bar (layout, &outlay_phase_bars_schedule (self)->works[phase], phase, OUTLAY_PHASE_BUILDING);
  outlay_bubble_allocate (self->bubble, CLAMP (bar.x + bar.width / 2, layout->left, layout->right), bar.y - 8, bar.y + bar.height + 8,
                          outlay_phase_bars_scrolled (self));
}

static GtkSizeRequestMode
outlay_phase_bars_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* What scrolls does not ask how high it is at a width. */
static void
resize_cb (gpointer data)
{
  OutlayPhaseBars *self = data;

  self->resizing = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Charts that stand in line with the calendar learn where it is. */
static void
tell_plot (OutlayPhaseBars *self, double left, double right)
{
  if (left == self->plot_left && right == self->plot_right)
    return;
  self->plot_left = left;
  self->plot_right = right;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLOT_LEFT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLOT_RIGHT]);
}

static void
outlay_phase_bars_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OutlayPhaseBars *self = OUTLAY_PHASE_BARS (widget);
  OutlayPhaseLayout layout;

  outlay_phase_bars_lay (self, &layout);
  outlay_split_focus_allocate (&self->focus, &(GtkAllocation) { 0, (int) (layout.head + self->chosen * layout.row), width, (int) layout.row });
  allocate_bubble (self, &layout);
  if (GTK_IS_POPOVER (self->popover))
    gtk_popover_present (GTK_POPOVER (self->popover));
  tell_plot (self, layout.left, width - layout.right);
  if (layout.slim != self->slim && self->resizing == 0)
    self->resizing = g_idle_add_once (resize_cb, self);
  self->slim = layout.slim;
}

/* Tab goes from phase to phase before it leaves. */
static gboolean
outlay_phase_bars_focus (GtkWidget *widget, GtkDirectionType direction)
{
  OutlayPhaseBars *self = OUTLAY_PHASE_BARS (widget);
  const int next = outlay_split_focus_next (&self->focus, direction, self->chosen, outlay_phase_bars_count (self));

  if (self->popover != NULL && gtk_widget_get_mapped (self->popover))
    return gtk_widget_child_focus (self->popover, direction);
  if (next < 0)
    return FALSE;
  outlay_phase_bars_choose (self, (guint) next);
  return outlay_split_focus_grab (&self->focus);
}

static gboolean
outlay_phase_bars_grab_focus (GtkWidget *widget)
{
  return outlay_split_focus_grab (&OUTLAY_PHASE_BARS (widget)->focus);
}

static void
outlay_phase_bars_dispose (GObject *object)
{
  OutlayPhaseBars *self = OUTLAY_PHASE_BARS (object);

  g_clear_handle_id (&self->resizing, g_source_remove);
  set_document (self, NULL);
  set_adjustment (self, NULL);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (self->focus.cells[0] != NULL)
    outlay_split_focus_clear (&self->focus);
  if (self->bubble != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->bubble)));
  G_OBJECT_CLASS (outlay_phase_bars_parent_class)->dispose (object);
}

static void
outlay_phase_bars_finalize (GObject *object)
{
  outlay_pen_texts_clear (&OUTLAY_PHASE_BARS (object)->texts);
  G_OBJECT_CLASS (outlay_phase_bars_parent_class)->finalize (object);
}

static void
outlay_phase_bars_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OutlayPhaseBars *self = OUTLAY_PHASE_BARS (object);

  switch (id)
    {
    case PROP_DOCUMENT: g_value_set_object (value, self->document); break;
    case PROP_ADJUSTMENT: g_value_set_object (value, self->adjustment); break;
    case PROP_PLOT_LEFT: g_value_set_double (value, self->plot_left); break;
    case PROP_PLOT_RIGHT: g_value_set_double (value, self->plot_right); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
outlay_phase_bars_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OutlayPhaseBars *self = OUTLAY_PHASE_BARS (object);

  if (id == PROP_DOCUMENT)
    set_document (self, g_value_get_object (value));
  else
    set_adjustment (self, g_value_get_object (value));
}

static void
outlay_phase_bars_class_init (OutlayPhaseBarsClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS, writable = readable | G_PARAM_WRITABLE;

  object_class->dispose = outlay_phase_bars_dispose;
  object_class->finalize = outlay_phase_bars_finalize;
  object_class->get_property = outlay_phase_bars_get_property;
  object_class->set_property = outlay_phase_bars_set_property;
  widget_class->get_request_mode = outlay_phase_bars_get_request_mode;
  widget_class->measure = outlay_phase_bars_measure;
  widget_class->size_allocate = outlay_phase_bars_size_allocate;
  widget_class->snapshot = outlay_phase_bars_snapshot;
  widget_class->focus = outlay_phase_bars_focus;
  widget_class->grab_focus = outlay_phase_bars_grab_focus;
  widget_class->query_tooltip = outlay_phase_bars_query_tooltip;
  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, OUTLAY_TYPE_DOCUMENT, writable);
  properties[PROP_ADJUSTMENT] = g_param_spec_object ("adjustment", NULL, NULL, GTK_TYPE_ADJUSTMENT, writable);
  properties[PROP_PLOT_LEFT] = g_param_spec_double ("plot-left", NULL, NULL, 0, G_MAXDOUBLE, 0, readable);
  properties[PROP_PLOT_RIGHT] = g_param_spec_double ("plot-right", NULL, NULL, 0, G_MAXDOUBLE, 0, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_css_name (widget_class, "phasebars");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_phase_bars_init (OutlayPhaseBars *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->hovered = (OutlayPhasePlace) { -1, OUTLAY_PHASE_NOTHING, FALSE };
  self->design_year = NAN;
  outlay_pen_texts_init (&self->texts);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "map", G_CALLBACK (name_focus), NULL);
  outlay_split_focus_init (&self->focus, widget, GTK_ACCESSIBLE_ROLE_SLIDER);
  self->bubble = outlay_bubble_new (widget);
  gtk_label_set_wrap (self->bubble, TRUE);
  outlay_phase_bars_add_pointer (self);
  outlay_phase_bars_add_keys (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Phases"), -1);
}

void
outlay_phase_bars_name_focus (OutlayPhaseBars *self)
{
  g_autofree char *words = NULL, *span = NULL;
  OutlayParameter start;
  int first;

  if (self->document == NULL || self->chosen >= outlay_phase_bars_count (self))
    return;
  words = outlay_phase_bars_describe (self, self->chosen);
  span = outlay_phase_describe_span (self->document, self->chosen);
  outlay_phase_get_parameter (self->document, self->chosen, OUTLAY_PHASE_START_DATE, &start);
  first = (int) outlay_phase_bars_schedule (self)->numbers[outlay_shape_plan (self->schedule.shape, OUTLAY_PLAN_FIRST_YEAR)];
  outlay_split_focus_name (&self->focus, words);
  outlay_split_focus_value (&self->focus, outlay_document_get_number (self->document, &start) - 12.0 * first, 0, 12.0 * self->schedule.shape->n_years - 1, span);
}
