/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart-view-private.h"

#include <glib/gi18n.h>

#include "chart/crosshair.h"
#include "chart/file.h"
#include "chart/view.h"
#include "plan/amount.h"
#include "ui/theme.h"

/* Milliseconds in which marks move to where other results want them. */
#define MOTION 220

enum
{
  PROP_DOCUMENT = 1,
  PROP_CHART_ID,
  PROP_FRAMED,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (OutlayChartView, outlay_chart_view, GTK_TYPE_WIDGET)

/* --- what is shown --- */

static void
look_anew (OutlayChartView *self)
{
  g_clear_pointer (&self->shown, outlay_scene_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What is hidden goes by name: other results may have other parts. */
static OutlayScene *
look (OutlayChartView *self, OutlayScene *scene)
{
  const guint n = outlay_scene_get_n_series (scene);
  g_autofree gboolean *hidden = g_new0 (gboolean, n + 1);
  OutlaySceneView view = { hidden, -1, 0, 0 };
  const char *isolated = outlay_chart_lens_get_isolated (self->lens);
  int first, from;
  guint n_years, seen;

  for (guint s = 0; s < n; s++)
    {
      const char *name = outlay_scene_get_series_name (scene, s);

      hidden[s] = outlay_chart_lens_is_hidden (self->lens, name);
      if (isolated != NULL && !hidden[s] && g_str_equal (name, isolated))
        view.isolated = (int) s;
    }
  outlay_chart_lens_get_range (self->lens, &from, &seen);
  if (seen > 0 && outlay_scene_get_years (scene, &first, &n_years) && from < first + (int) n_years)
    {
      view.first_year = (guint) MAX (from - first, 0);
      view.n_years = MIN (seen, n_years - view.first_year);
    }
  return outlay_scene_view (scene, &view);
}

/* (nullable): the chart's own */
static char *
write_title (OutlayChartView *self)
{
  g_autofree char *name = self->initiative >= 0 ? outlay_document_get_initiative_name (self->document, (guint) self->initiative) : NULL;

  /* Translators: a chart, and the initiative that it is about */
  return name != NULL ? g_strdup_printf (C_ ("chart", "%s: %s"), outlay_chart_title (self->chart), name) : NULL;
}

static OutlayScene *
build_scene (OutlayChartView *self)
{
  const gboolean reads = outlay_chart_reads_results (self->chart);
  g_autofree char *title = write_title (self);

  return outlay_chart_build (self->chart, outlay_document_get_plan (self->document), outlay_document_get_scenario (self->document),
                             reads ? outlay_document_get_projection (self->document) : outlay_document_get_cells (self->document),
                             reads ? outlay_document_get_compared_projection (self->document) : NULL,
                             &(const OutlayChartOptions) { .title = title, .all_years = self->plot_left > 0, .part = (guint) (self->initiative + 1) });
}

static void
motion_cb (double value, gpointer data)
{
  gtk_widget_queue_draw (GTK_WIDGET (data));
}

static void
motion_done_cb (OutlayChartView *self)
{
  g_clear_pointer (&self->before, outlay_scene_unref);
}

/* Under the hand charts follow at once; where a step is undone or another scenario is shown the eye is led. */
static void
begin_motion (OutlayChartView *self)
{
  g_clear_pointer (&self->before, outlay_scene_unref);
  if (self->shown == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) || outlay_document_is_editing (self->document) ||
      !adw_get_enable_animations (GTK_WIDGET (self)))
    return;
  self->before = g_steal_pointer (&self->shown);
  adw_animation_reset (self->motion);
  adw_animation_play (self->motion);
}

static void
projected_cb (OutlayChartView *self)
{
  if (self->has_rows)
    outlay_chart_view_measure_anew (self);
  if (self->document != NULL)
    begin_motion (self);
  g_clear_pointer (&self->scene, outlay_scene_unref);
  look_anew (self);
  outlay_chart_view_tell_words (self);
}

static void
moved_cb (OutlayChartView *self)
{
  if (self->chart != NULL && !outlay_chart_reads_results (self->chart))
    projected_cb (self);
}

static void
lens_cb (OutlayChartView *self, gboolean years)
{
  if (years)
    {
      self->series = -1;
      look_anew (self);
      outlay_chart_view_update_actions (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
want_results (OutlayChartView *self)
{
  OutlayRequest request = { 0 };

  projected_cb (self);
  outlay_chart_view_measure_anew (self);
  if (self->document == NULL || self->chart == NULL)
    return;
  (self->initiative >= 0 ? outlay_chart_request_initiatives : outlay_chart_request) (self->chart, &request);
  outlay_document_want (self->document, &request);
}

/* A year is read out in the chart itself. */
static gboolean
outlay_chart_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (widget);
  g_autofree char *text = NULL;
  OutlayHit hit;
  int first;
  guint n_years;

  if (keyboard || outlay_chart_view_all_years (self, &first, &n_years) || !outlay_chart_view_hit (self, x, y, &hit))
    return FALSE;
  text = outlay_chart_view_describe (self, &hit);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { (int) hit.x, (int) hit.y, MAX (1, (int) hit.width), MAX (1, (int) hit.height) });
  return TRUE;
}

/* --- drawing --- */

static void
draw_over (OutlayChartView *self, OutlayScene *scene, cairo_t *cr, double width, double height, const OutlayStyle *style)
{
  const int year = outlay_chart_lens_get_year (self->lens);
  OutlayHit hit;
  int first;
  guint n_years;

  if (self->brushing)
    outlay_scene_draw_brush (scene, cr, width, height, style, self->brush_from, self->brush_to);
  else if (year != 0 && outlay_scene_get_years (scene, &first, &n_years))
    outlay_scene_draw_crosshair (scene, cr, width, height, style, year - first, self->series);
  else if (self->walk >= 0 && outlay_scene_nth_hit (scene, width, height, style, (guint) self->walk, &hit))
    outlay_scene_draw_focus (scene, cr, width, height, style, &hit);
}

static void
outlay_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (widget);
  OutlayScene *scene = outlay_chart_view_get_shown (self);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  OutlayStyle style;
  cairo_t *cr;

  if (scene == NULL || width <= 0 || height <= 0)
    return;
  outlay_chart_view_get_style (self, &style);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (self->before != NULL)
    {
      g_autoptr (OutlayScene) between = outlay_scene_blend (self->before, scene, adw_animation_get_value (self->motion));

      outlay_scene_draw (between, cr, width, height, &style);
    }
  else
    {
      outlay_scene_draw (scene, cr, width, height, &style);
      draw_over (self, scene, cr, width, height, &style);
    }
  cairo_destroy (cr);
}

static void
outlay_chart_view_dispose (GObject *object)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (object);

  outlay_chart_view_set_document (self, NULL);
  g_clear_pointer (&self->given, outlay_scene_unref);
  g_clear_pointer (&self->shown, outlay_scene_unref);
  g_clear_pointer (&self->before, outlay_scene_unref);
  g_clear_object (&self->motion);
  g_clear_object (&self->actions);
  g_clear_handle_id (&self->words, g_source_remove);
  G_OBJECT_CLASS (outlay_chart_view_parent_class)->dispose (object);
}

static void
outlay_chart_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (object);

  switch (id)
    {
    case PROP_DOCUMENT: g_value_set_object (value, self->document); break;
    case PROP_CHART_ID: g_value_set_string (value, outlay_chart_view_get_chart_id (self)); break;
    case PROP_FRAMED: g_value_set_boolean (value, self->framed); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
outlay_chart_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (object);

  switch (id)
    {
    case PROP_DOCUMENT: outlay_chart_view_set_document (self, g_value_get_object (value)); break;
    case PROP_CHART_ID: outlay_chart_view_set_chart_id (self, g_value_get_string (value)); break;
    case PROP_FRAMED: self->framed = g_value_get_boolean (value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
outlay_chart_view_class_init (OutlayChartViewClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = outlay_chart_view_dispose;
  object_class->get_property = outlay_chart_view_get_property;
  object_class->set_property = outlay_chart_view_set_property;
  widget_class->snapshot = outlay_chart_view_snapshot;
  widget_class->query_tooltip = outlay_chart_view_query_tooltip;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, OUTLAY_TYPE_DOCUMENT, flags);
  properties[PROP_CHART_ID] = g_param_spec_string ("chart-id", NULL, NULL, NULL, flags);
  properties[PROP_FRAMED] = g_param_spec_boolean ("framed", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  outlay_chart_view_add_keys (widget_class);
  outlay_chart_view_add_size (widget_class);
}

static void
outlay_chart_view_init (OutlayChartView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  outlay_chart_view_add_actions (self);
  self->series = self->walk = self->initiative = -1;
  self->motion = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, MOTION, adw_callback_animation_target_new (motion_cb, self, NULL));
  g_signal_connect_object (self->motion, "done", G_CALLBACK (motion_done_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "map", G_CALLBACK (outlay_chart_view_tell_words), NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  outlay_chart_view_add_pointer (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

OutlayScene *
outlay_chart_view_get_shown (OutlayChartView *self)
{
  OutlayScene *scene = outlay_chart_view_get_scene (self);

  if (self->shown == NULL && scene != NULL && self->lens != NULL)
    self->shown = look (self, scene);
  return self->shown;
}

void
outlay_chart_view_get_style (OutlayChartView *self, OutlayStyle *style)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));

  *style = (OutlayStyle) {
    .theme = outlay_widget_theme (widget),
    .text_scale = outlay_widget_text_scale (widget),
    .frame = self->framed,
    .font_family = pango_font_description_get_family (font),
    .plot_left = self->plot_left,
    .plot_right = self->plot_right,
  };
  if (self->framed)
    style->text_scale *= outlay_chart_text_scale (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
}

gboolean
outlay_chart_view_all_years (OutlayChartView *self, int *first_year, guint *n_years)
{
  OutlayScene *scene = outlay_chart_view_get_scene (self);

  return scene != NULL && outlay_scene_get_years (scene, first_year, n_years);
}

void
outlay_chart_view_toggle_hidden (OutlayChartView *self, int series)
{
  const char *name = series >= 0 ? outlay_scene_get_series_name (outlay_chart_view_get_shown (self), (guint) series) : NULL;
  g_autofree char *kept = g_strdup (name);

  if (kept != NULL)
    outlay_chart_lens_set_hidden (self->lens, kept, !outlay_chart_lens_is_hidden (self->lens, kept));
}

void
outlay_chart_view_toggle_isolated (OutlayChartView *self, int series)
{
  const char *name = series >= 0 ? outlay_scene_get_series_name (outlay_chart_view_get_shown (self), (guint) series) : NULL;

  outlay_chart_lens_set_isolated (self->lens, g_strcmp0 (name, outlay_chart_lens_get_isolated (self->lens)) == 0 ? NULL : name);
}

void
outlay_chart_view_set_document (OutlayChartView *self, OutlayDocument *document)
{
  if (self->document == document)
    return;
  if (self->document != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->document, self);
      g_signal_handlers_disconnect_by_data (self->lens, self);
    }
  g_set_object (&self->document, document);
  self->lens = document != NULL ? outlay_chart_lens_get (document) : NULL;
  if (document != NULL)
    {
      g_signal_connect_object (document, "projected", G_CALLBACK (projected_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (document, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (document, "restructured", G_CALLBACK (projected_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->lens, "changed", G_CALLBACK (lens_cb), self, G_CONNECT_SWAPPED);
    }
  want_results (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

void
outlay_chart_view_set_chart_id (OutlayChartView *self, const char *id)
{
  const OutlayChart *chart = id != NULL ? outlay_chart_find (id) : NULL;

  if (self->chart == chart)
    return;
  self->chart = chart;
  outlay_chart_view_forget_walk (self);
  g_clear_pointer (&self->shown, outlay_scene_unref);
  want_results (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART_ID]);
}

void
outlay_chart_view_set_initiative (OutlayChartView *self, int initiative)
{
  if (self->initiative == initiative)
    return;
  self->initiative = initiative;
  outlay_chart_view_forget_walk (self);
  want_results (self);
}

int
outlay_chart_view_get_initiative (OutlayChartView *self)
{
  return self->initiative;
}

void
outlay_chart_view_set_scene (OutlayChartView *self, OutlayScene *scene)
{
  if (scene != NULL)
    outlay_scene_ref (scene);
  g_clear_pointer (&self->given, outlay_scene_unref);
  self->given = scene;
  projected_cb (self);
  outlay_chart_view_measure_anew (self);
}

void
outlay_chart_view_align (OutlayChartView *self, double left, double right)
{
  const gboolean other_years = (left > 0) != (self->plot_left > 0);

  self->plot_left = left;
  self->plot_right = right;
  if (other_years)
    g_clear_pointer (&self->scene, outlay_scene_unref);
  look_anew (self);
}

const char *
outlay_chart_view_get_chart_id (OutlayChartView *self)
{
  return self->chart != NULL ? outlay_chart_id (self->chart) : NULL;
}

OutlayScene *
outlay_chart_view_get_scene (OutlayChartView *self)
{
  OutlayDocument *document = self->document;

  if (self->given != NULL)
    return self->given;
  if (self->scene == NULL && document != NULL && self->chart != NULL)
    self->scene = build_scene (self);
  return self->scene;
}

gboolean
outlay_chart_view_hit (OutlayChartView *self, double x, double y, OutlayHit *hit)
{
  OutlayScene *scene = outlay_chart_view_get_shown (self);
  OutlayStyle style;

  if (scene == NULL)
    return FALSE;
  outlay_chart_view_get_style (self, &style);
  return outlay_scene_hit (scene, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)), &style, x, y, hit);
}
