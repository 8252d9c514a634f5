/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ramp-curve-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/amount.h"
#include "plan/resolve.h"
#include "ui/theme.h"

/* In pixels at the usual size of text. */
#define LEFT 50.0
#define RIGHT 12.0
#define TOP 26.0
#define BOTTOM 20.0
/* The axis reaches all that may be, or a little more than the full output where all is below. */
#define USUAL_UPPER 1.2
#define MOST_UPPER 2.0

enum
{
  PROP_DOCUMENT = 1,
  PROP_INITIATIVE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (OutlayRampCurve, outlay_ramp_curve, GTK_TYPE_WIDGET)

static void
projected_cb (OutlayRampCurve *self)
{
  const guint n = outlay_ramp_curve_count (self);

  self->chosen = MIN (self->chosen, MAX (n, 1) - 1);
  if (self->drag == NULL)
    outlay_ramp_curve_name_focus (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
restructured_cb (OutlayRampCurve *self)
{
  const guint n = outlay_plan_get_n_initiatives (outlay_document_get_plan (self->document));

  outlay_ramp_curve_cancel_drag (self);
  self->hovered = -1;
  if (self->initiative >= n)
    outlay_ramp_curve_set_initiative (self, MAX (n, 1) - 1);
  projected_cb (self);
}

static void
set_document (OutlayRampCurve *self, OutlayDocument *document)
{
  if (self->document == document)
    return;
  if (self->document != NULL)
    {
      outlay_ramp_curve_cancel_drag (self);
      g_signal_handlers_disconnect_by_data (self->document, self);
    }
  g_set_object (&self->document, document);
  if (document == NULL)
    return;
  g_signal_connect_object (document, "projected", G_CALLBACK (projected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "moved", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "restructured", G_CALLBACK (restructured_cb), self, G_CONNECT_SWAPPED);
  restructured_cb (self);
}

/* --- widget --- */

static void
outlay_ramp_curve_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  const double scale = outlay_widget_text_scale (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : (int) (150 * scale);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 480 : (int) (190 * scale);
}

static void
outlay_ramp_curve_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OutlayRampCurve *self = OUTLAY_RAMP_CURVE (widget);
  OutlayRampLayout layout;
  double x, y;

  outlay_split_focus_allocate (&self->focus, &(GtkAllocation) { 0, 0, width, height });
  if (!gtk_widget_get_visible (GTK_WIDGET (self->bubble)) || self->document == NULL)
    return;
  outlay_ramp_curve_lay (self, &layout);
  outlay_ramp_curve_point (self, &layout, self->drag != NULL ? self->dragged : self->chosen, &x, &y);
  outlay_bubble_allocate (self->bubble, x, y - 12, y + 12, 0);
}

/* Tab goes from point to point before it leaves. */
static gboolean
outlay_ramp_curve_focus (GtkWidget *widget, GtkDirectionType direction)
{
  OutlayRampCurve *self = OUTLAY_RAMP_CURVE (widget);
  const int next = outlay_split_focus_next (&self->focus, direction, self->chosen, outlay_ramp_curve_count (self));

  if (next < 0)
    return FALSE;
  outlay_ramp_curve_choose (self, (guint) next);
  return outlay_split_focus_grab (&self->focus);
}

static gboolean
outlay_ramp_curve_grab_focus (GtkWidget *widget)
{
  return outlay_split_focus_grab (&OUTLAY_RAMP_CURVE (widget)->focus);
}

static void
outlay_ramp_curve_dispose (GObject *object)
{
  OutlayRampCurve *self = OUTLAY_RAMP_CURVE (object);

  set_document (self, NULL);
  if (self->focus.cells[0] != NULL)
    outlay_split_focus_clear (&self->focus);
  if (self->bubble != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->bubble)));
  G_OBJECT_CLASS (outlay_ramp_curve_parent_class)->dispose (object);
}

static void
outlay_ramp_curve_finalize (GObject *object)
{
  outlay_pen_texts_clear (&OUTLAY_RAMP_CURVE (object)->texts);
  G_OBJECT_CLASS (outlay_ramp_curve_parent_class)->finalize (object);
}

static void
outlay_ramp_curve_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DOCUMENT)
    g_value_set_object (value, OUTLAY_RAMP_CURVE (object)->document);
  else
    g_value_set_uint (value, OUTLAY_RAMP_CURVE (object)->initiative);
}

static void
outlay_ramp_curve_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DOCUMENT)
    set_document (OUTLAY_RAMP_CURVE (object), g_value_get_object (value));
  else
    outlay_ramp_curve_set_initiative (OUTLAY_RAMP_CURVE (object), g_value_get_uint (value));
}

static void
outlay_ramp_curve_class_init (OutlayRampCurveClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = outlay_ramp_curve_dispose;
  object_class->finalize = outlay_ramp_curve_finalize;
  object_class->get_property = outlay_ramp_curve_get_property;
  object_class->set_property = outlay_ramp_curve_set_property;
  widget_class->measure = outlay_ramp_curve_measure;
  widget_class->size_allocate = outlay_ramp_curve_size_allocate;
  widget_class->snapshot = outlay_ramp_curve_snapshot;
  widget_class->focus = outlay_ramp_curve_focus;
  widget_class->grab_focus = outlay_ramp_curve_grab_focus;
  widget_class->query_tooltip = outlay_ramp_curve_query_tooltip;
  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, OUTLAY_TYPE_DOCUMENT, flags);
  properties[PROP_INITIATIVE] = g_param_spec_uint ("initiative", NULL, NULL, 0, G_MAXUINT, 0, flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_css_name (widget_class, "rampcurve");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_ramp_curve_init (OutlayRampCurve *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->hovered = -1;
  outlay_pen_texts_init (&self->texts);
  gtk_widget_set_has_tooltip (widget, TRUE);
  outlay_split_focus_init (&self->focus, widget, GTK_ACCESSIBLE_ROLE_SLIDER);
  self->bubble = outlay_bubble_new (widget);
  gtk_label_set_wrap (self->bubble, TRUE);
  gtk_label_set_max_width_chars (self->bubble, 40);
  outlay_ramp_curve_add_hand (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Ramp-up"), -1);
}

/* --- where things are --- */

void
outlay_ramp_curve_lay (OutlayRampCurve *self, OutlayRampLayout *layout)
{
  const double scale = outlay_widget_text_scale (GTK_WIDGET (self));
  const double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  *layout = (OutlayRampLayout) { .scale = scale, .n = outlay_ramp_curve_count (self), .upper = USUAL_UPPER };
  layout->plot.x = ceil (LEFT * scale);
  layout->plot.y = ceil (TOP * scale);
  layout->plot.width = MAX (floor (width - layout->plot.x - RIGHT * scale), 1);
  layout->plot.height = MAX (floor (height - layout->plot.y - BOTTOM * scale), 1);
  layout->band = layout->plot.width / (layout->n + 1);
  for (guint g = 0; g < layout->n; g++)
    if (outlay_ramp_curve_get (self, g) > USUAL_UPPER)
      layout->upper = MOST_UPPER;
  if (self->drag != NULL)
    layout->upper = MAX (layout->upper, self->drag_upper);
}

void
outlay_ramp_curve_get_parameter (OutlayRampCurve *self, guint year, OutlayParameter *parameter)
{
  OutlayNode *node = OUTLAY_NODE (outlay_plan_get_initiative (outlay_document_get_plan (self->document), self->initiative));

  *parameter = (OutlayParameter) { node, outlay_node_find_member (node, "ramp-up"), (int) year };
}

double
outlay_ramp_curve_get (OutlayRampCurve *self, guint year)
{
  OutlayParameter parameter;

  outlay_ramp_curve_get_parameter (self, year, &parameter);
  return outlay_document_get_number (self->document, &parameter);
}

gboolean
outlay_ramp_curve_is_overridden (OutlayRampCurve *self, guint year)
{
  OutlayParameter parameter;

  outlay_ramp_curve_get_parameter (self, year, &parameter);
  return outlay_document_is_overridden (self->document, &parameter);
}

void
outlay_ramp_curve_point (OutlayRampCurve *self, const OutlayRampLayout *layout, guint year, double *x, double *y)
{
  *x = round (layout->plot.x + (year + 0.5) * layout->band);
  *y = round (layout->plot.y + layout->plot.height * (1 - outlay_ramp_curve_get (self, year) / layout->upper));
}

OutlayRectangle
outlay_ramp_curve_dot (OutlayRampCurve *self, const OutlayRampLayout *layout, guint year)
{
  const double size = round (6 * layout->scale);
  double x, y;

  outlay_ramp_curve_point (self, layout, year, &x, &y);
  return (OutlayRectangle) { x + MIN (layout->band / 2 - size, 14), y - size - 6, size, size };
}

/* --- words --- */

char *
outlay_ramp_curve_format (double share)
{
  const OutlayAmountUnit hundredth = { 0.01, "" };
  g_autofree char *number = outlay_amount_format_in (share, hundredth, outlay_amount_fewest_digits (100 * share));

  return g_strdup_printf (C_ ("quantity", "%s %%"), number);
}

char *
outlay_ramp_curve_describe (OutlayRampCurve *self, guint year)
{
  g_autofree char *share = outlay_ramp_curve_format (outlay_ramp_curve_get (self, year)), *origin = NULL, *text = NULL;
  OutlayParameter parameter;

  if (year + 1 < outlay_ramp_curve_count (self))
    /* Translators: a year after completion, counted from 1, and the share of the full output in it: “Year 1: 55 %” */
    text = g_strdup_printf (_("Year %u: %s"), year + 1, share);
  else
    /* Translators: the last year of a ramp-up, whose share holds from then on: “From year 3 on: 100 %” */
    text = g_strdup_printf (_("From year %u on: %s"), year + 1, share);
  if (!outlay_ramp_curve_is_overridden (self, year))
    return g_steal_pointer (&text);
  outlay_ramp_curve_get_parameter (self, year, &parameter);
  origin = outlay_ramp_curve_format (outlay_document_get_number_without (self->document, &parameter));
  /* Translators: a number that a scenario changes, and what it is without it: “Year 1: 55 %; without this scenario: 60 %” */
  return g_strdup_printf (_("%s; without this scenario: %s"), text, origin);
}

void
outlay_ramp_curve_name_focus (OutlayRampCurve *self)
{
  g_autofree char *words = NULL;

  if (self->document == NULL || self->chosen >= outlay_ramp_curve_count (self))
    return;
  words = outlay_ramp_curve_describe (self, self->chosen);
  outlay_split_focus_name (&self->focus, words);
  outlay_split_focus_value (&self->focus, 100 * outlay_ramp_curve_get (self, self->chosen), 0, 100 * MOST_UPPER, words);
}

/* --- public --- */

guint
outlay_ramp_curve_count (OutlayRampCurve *self)
{
  OutlayPlan *plan = self->document != NULL ? outlay_document_get_plan (self->document) : NULL;

  if (plan == NULL || self->initiative >= outlay_plan_get_n_initiatives (plan))
    return 0;
  return outlay_initiative_get_ramp_up_years (outlay_plan_get_initiative (plan, self->initiative));
}

guint
outlay_ramp_curve_get_initiative (OutlayRampCurve *self)
{
  return self->initiative;
}

void
outlay_ramp_curve_set_initiative (OutlayRampCurve *self, guint initiative)
{
  if (self->initiative == initiative)
    return;
  outlay_ramp_curve_cancel_drag (self);
  outlay_bubble_tell (self->bubble, NULL, FALSE);
  self->initiative = initiative;
  self->chosen = 0;
  self->hovered = -1;
  outlay_ramp_curve_name_focus (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INITIATIVE]);
}

/* The years as the plan has them: a scenario's own shares stay with it. */
static void
resize (OutlayRampCurve *self, guint n)
{
  OutlayNode *node = OUTLAY_NODE (outlay_plan_get_initiative (outlay_document_get_plan (self->document), self->initiative));
  const OutlayMember *member = outlay_node_find_member (node, "ramp-up");
  g_autofree char *name = outlay_document_get_initiative_name (self->document, self->initiative), *step = NULL;
  g_autofree double *shares = g_new (double, n);
  g_autoptr (GError) error = NULL;
  guint before;

  outlay_node_get_numbers (node, member, &before);
  for (guint g = 0; g < n; g++)
    shares[g] = outlay_node_get_entry (node, member, MIN (g, before - 1));
  /* Translators: a step of the history: Let “Energy storage” ramp up in 4 years */
  step = g_strdup_printf (ngettext ("Let “%s” ramp up in %u year", "Let “%s” ramp up in %u years", n), name, n);
  if (!outlay_document_set_ramp_up (self->document, self->initiative, shares, n, step, &error) && error != NULL)
    outlay_bubble_tell (self->bubble, error->message, TRUE);
  else
    outlay_ramp_curve_choose (self, MIN (n, outlay_ramp_curve_count (self)) - 1);
}

void
outlay_ramp_curve_add_year (OutlayRampCurve *self)
{
  if (outlay_document_get_scenario (self->document) == NULL)
    resize (self, outlay_ramp_curve_count (self) + 1);
}

void
outlay_ramp_curve_remove_year (OutlayRampCurve *self)
{
  if (outlay_document_get_scenario (self->document) == NULL && outlay_ramp_curve_count (self) > 1)
    resize (self, outlay_ramp_curve_count (self) - 1);
}
