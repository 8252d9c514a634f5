/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "plan/amount.h"
#include "ui/theme.h"

/* Milliseconds after which a screen reader learns of a change: not at every movement of a drag. */
#define WORDS_DELAY 250
/* Of a chart of rows, in pixels at a text scale of 1. */
#define ROW_HEIGHT 35

enum
{
  PROP_DOCUMENT = 1,
  PROP_CHART_ID,
  N_PROPERTIES,
};

struct _OutlayChartView
{
  GtkWidget parent_instance;

  OutlayDocument *document;
  const OutlayChart *chart;
  OutlayScene *scene; /* NULL: to be built when it is read */
  OutlayScene *given; /* (nullable): somebody else's, which is shown instead */
  guint words;        /* the source that will tell a screen reader */
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (OutlayChartView, outlay_chart_view, GTK_TYPE_WIDGET)

/* Text as large as the desktop's; the family of the window. */
static void
get_style (OutlayChartView *self, OutlayStyle *style)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  int dpi;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  style->theme = outlay_widget_theme (widget);
  style->text_scale = dpi > 0 ? dpi / (96.0 * PANGO_SCALE) : 1;
  style->frame = FALSE;
  style->font_family = pango_font_description_get_family (font);
}

static void
update_words (gpointer data)
{
  OutlayChartView *self = data;
  OutlayScene *scene = outlay_chart_view_get_scene (self);

  self->words = 0;
  if (scene == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, outlay_scene_get_title (scene),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, outlay_scene_get_summary (scene), -1);
}

static void
projected_cb (OutlayChartView *self)
{
  g_clear_pointer (&self->scene, outlay_scene_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->words == 0 && self->document != NULL)
    self->words = g_timeout_add_once (WORDS_DELAY, update_words, self);
}

static void
want_results (OutlayChartView *self)
{
  OutlayRequest request = { 0 };

  projected_cb (self);
  if (self->document == NULL || self->chart == NULL)
    return;
  outlay_chart_request (self->chart, &request);
  outlay_document_want (self->document, &request);
}

/* "Energy storage, 2028: 5.50 bn yuan". */
static char *
describe (OutlayChartView *self, const OutlayHit *hit)
{
  OutlayScene *scene = outlay_chart_view_get_scene (self);
  const char *words = outlay_scene_get_series_words (scene, hit->series);
  const char *name = outlay_scene_get_series_name (scene, hit->series);
  const int year = outlay_scene_get_year (scene, hit->point);
  g_autofree char *currency = outlay_document_get_currency (self->document);
  g_autofree char *value = outlay_quantity_format (hit->value, OUTLAY_UNIT_MONEY, currency);
  g_autofree char *point = NULL;

  if (words != NULL)
    return g_strdup (words);
  point = year != 0 ? g_strdup_printf ("%d", year) : outlay_document_get_phase_name (self->document, (guint) hit->point);
  /* Translators: a part of a chart, a year or phase, and its value: “Energy storage, 2028: 5.50 bn yuan” */
  return g_strdup_printf (_("%s, %s: %s"), name != NULL ? name : "", point, value);
}

static gboolean
outlay_chart_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (widget);
  OutlayScene *scene = outlay_chart_view_get_scene (self);
  g_autofree char *text = NULL;
  OutlayHit hit;

  if (keyboard || scene == NULL || !outlay_chart_view_hit (self, x, y, &hit))
    return FALSE;
  text = describe (self, &hit);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { (int) hit.x, (int) hit.y, MAX (1, (int) hit.width), MAX (1, (int) hit.height) });
  return TRUE;
}

static void
outlay_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (widget);
  OutlayScene *scene = outlay_chart_view_get_scene (self);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  OutlayStyle style;
  cairo_t *cr;

  if (scene == NULL || width <= 0 || height <= 0)
    return;
  get_style (self, &style);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  outlay_scene_draw (scene, cr, width, height, &style);
  cairo_destroy (cr);
}

static void
outlay_chart_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  OutlayScene *scene = OUTLAY_CHART_VIEW (widget)->given;
  guint n_rows = scene != NULL ? outlay_scene_get_n_rows (scene) : 0;
  OutlayStyle style;

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 130;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 480 : 170;
  if (n_rows == 0 || orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  get_style (OUTLAY_CHART_VIEW (widget), &style);
  *minimum = *natural = MAX (*minimum, (int) (n_rows * ROW_HEIGHT * style.text_scale));
}

static void
outlay_chart_view_dispose (GObject *object)
{
  outlay_chart_view_set_document (OUTLAY_CHART_VIEW (object), NULL);
  g_clear_pointer (&OUTLAY_CHART_VIEW (object)->given, outlay_scene_unref);
  g_clear_handle_id (&OUTLAY_CHART_VIEW (object)->words, g_source_remove);
  G_OBJECT_CLASS (outlay_chart_view_parent_class)->dispose (object);
}

static void
outlay_chart_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (object);

  if (id == PROP_DOCUMENT)
    g_value_set_object (value, self->document);
  else
    g_value_set_string (value, outlay_chart_view_get_chart_id (self));
}

static void
outlay_chart_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (object);

  if (id == PROP_DOCUMENT)
    outlay_chart_view_set_document (self, g_value_get_object (value));
  else
    outlay_chart_view_set_chart_id (self, g_value_get_string (value));
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
  widget_class->measure = outlay_chart_view_measure;
  widget_class->snapshot = outlay_chart_view_snapshot;
  widget_class->query_tooltip = outlay_chart_view_query_tooltip;

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, OUTLAY_TYPE_DOCUMENT, flags);
  properties[PROP_CHART_ID] = g_param_spec_string ("chart-id", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
outlay_chart_view_init (OutlayChartView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

void
outlay_chart_view_set_document (OutlayChartView *self, OutlayDocument *document)
{
  if (self->document == document)
    return;
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document != NULL)
    {
      g_signal_connect_object (document, "projected", G_CALLBACK (projected_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (document, "restructured", G_CALLBACK (projected_cb), self, G_CONNECT_SWAPPED);
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
  want_results (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART_ID]);
}

void
outlay_chart_view_set_scene (OutlayChartView *self, OutlayScene *scene)
{
  const gboolean resizes = scene == NULL || self->given == NULL || outlay_scene_get_n_rows (scene) != outlay_scene_get_n_rows (self->given);

  if (scene != NULL)
    outlay_scene_ref (scene);
  g_clear_pointer (&self->given, outlay_scene_unref);
  self->given = scene;
  projected_cb (self);
  if (resizes)
    gtk_widget_queue_resize (GTK_WIDGET (self));
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
    self->scene = outlay_chart_build (self->chart, outlay_document_get_plan (document), outlay_document_get_scenario (document),
                                      outlay_document_get_projection (document), outlay_document_get_compared_projection (document), NULL);
  return self->scene;
}

gboolean
outlay_chart_view_hit (OutlayChartView *self, double x, double y, OutlayHit *hit)
{
  OutlayScene *scene = outlay_chart_view_get_scene (self);
  OutlayStyle style;

  if (scene == NULL)
    return FALSE;
  get_style (self, &style);
  return outlay_scene_hit (scene, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)), &style, x, y, hit);
}
