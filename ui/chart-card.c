/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart-card.h"

#include <glib/gi18n.h>

#include "ui/chart-view.h"

enum
{
  PROP_DOCUMENT = 1,
  PROP_SERIES,
  PROP_BY_KIND,
};

struct _OutlayChartCard
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkMenuButton *menu;
  OutlayChartView *view;

  OutlayDocument *document;
  char *series;
  gboolean by_kind;
};

G_DEFINE_FINAL_TYPE (OutlayChartCard, outlay_chart_card, GTK_TYPE_BOX)

static void
update_words (OutlayChartCard *self)
{
  OutlayScene *scene = outlay_chart_view_get_scene (self->view);

  if (scene == NULL)
    return;
  if (g_strcmp0 (gtk_label_get_text (self->title), outlay_scene_get_title (scene)) != 0)
    gtk_label_set_text (self->title, outlay_scene_get_title (scene));
  if (g_strcmp0 (gtk_label_get_text (self->subtitle), outlay_scene_get_subtitle (scene)) != 0)
    gtk_label_set_text (self->subtitle, outlay_scene_get_subtitle (scene));
}

/* The menu speaks of the chart that is shown. */
static void
update_menu (OutlayChartCard *self)
{
  const char *id = outlay_chart_view_get_chart_id (self->view);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) division = g_menu_new ();
  g_autoptr (GMenu) view = g_menu_new ();
  g_autoptr (GMenu) ways = g_menu_new ();
  g_autofree char *initiative = g_strdup_printf ("card.chart::%s", self->series);
  g_autofree char *phase = g_strdup_printf ("card.chart::%s-by-phase", self->series);
  g_autofree char *kind = g_strdup_printf ("card.chart::%s-by-kind", self->series);
  g_autofree char *export = g_strdup_printf ("win.export-chart::%s", id);
  g_autofree char *copy = g_strdup_printf ("win.copy-chart::%s", id);

  g_menu_append (division, _("By _Initiative"), initiative);
  g_menu_append (division, _("By _Phase"), phase);
  if (self->by_kind)
    g_menu_append (division, _("By _Kind of Tax"), kind);
  g_menu_append (view, _("Show _Data…"), "chart.data");
  g_menu_append (view, _("Show _All Years and Parts"), "chart.reset");
  g_menu_append (ways, _("_Export…"), export);
  g_menu_append (ways, _("_Copy"), copy);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (division));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ways));
  gtk_menu_button_set_menu_model (self->menu, G_MENU_MODEL (menu));
}

static void
show_chart (OutlayChartCard *self, const char *id)
{
  outlay_chart_view_set_chart_id (self->view, id);
  update_menu (self);
  update_words (self);
}

static void
chart_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  g_simple_action_set_state (action, state);
  show_chart (data, g_variant_get_string (state, NULL));
}

static void
add_actions (OutlayChartCard *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful ("chart", G_VARIANT_TYPE_STRING, g_variant_new_string (self->series));

  g_signal_connect_object (action, "change-state", G_CALLBACK (chart_cb), self, G_CONNECT_DEFAULT);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "card", G_ACTION_GROUP (group));
}

static void
set_document (OutlayChartCard *self, OutlayDocument *document)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  outlay_chart_view_set_document (self->view, document);
  if (document == NULL)
    return;
  g_signal_connect_object (document, "projected", G_CALLBACK (update_words), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_words (self);
}

static void
outlay_chart_card_constructed (GObject *object)
{
  OutlayChartCard *self = OUTLAY_CHART_CARD (object);

  G_OBJECT_CLASS (outlay_chart_card_parent_class)->constructed (object);
  add_actions (self);
  outlay_chart_view_lend_actions (self->view, GTK_WIDGET (self));
  show_chart (self, self->series);
}

static void
outlay_chart_card_dispose (GObject *object)
{
  OutlayChartCard *self = OUTLAY_CHART_CARD (object);

  if (self->view != NULL)
    set_document (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_CHART_CARD);
  G_OBJECT_CLASS (outlay_chart_card_parent_class)->dispose (object);
}

static void
outlay_chart_card_finalize (GObject *object)
{
  g_free (OUTLAY_CHART_CARD (object)->series);
  G_OBJECT_CLASS (outlay_chart_card_parent_class)->finalize (object);
}

static void
outlay_chart_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OutlayChartCard *self = OUTLAY_CHART_CARD (object);

  switch (id)
    {
    case PROP_DOCUMENT: g_value_set_object (value, self->document); break;
    case PROP_SERIES: g_value_set_string (value, self->series); break;
    case PROP_BY_KIND: g_value_set_boolean (value, self->by_kind); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
outlay_chart_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OutlayChartCard *self = OUTLAY_CHART_CARD (object);

  switch (id)
    {
    case PROP_DOCUMENT: set_document (self, g_value_get_object (value)); break;
    case PROP_SERIES: self->series = g_value_dup_string (value); break;
    case PROP_BY_KIND: self->by_kind = g_value_get_boolean (value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
outlay_chart_card_class_init (OutlayChartCardClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = outlay_chart_card_constructed;
  object_class->dispose = outlay_chart_card_dispose;
  object_class->finalize = outlay_chart_card_finalize;
  object_class->get_property = outlay_chart_card_get_property;
  object_class->set_property = outlay_chart_card_set_property;
  g_object_class_install_property (object_class, PROP_DOCUMENT, g_param_spec_object ("document", NULL, NULL, OUTLAY_TYPE_DOCUMENT, flags));
  g_object_class_install_property (object_class, PROP_SERIES,
                                   g_param_spec_string ("series", NULL, NULL, "output-value", flags | G_PARAM_CONSTRUCT_ONLY));
  g_object_class_install_property (object_class, PROP_BY_KIND,
                                   g_param_spec_boolean ("by-kind", NULL, NULL, FALSE, flags | G_PARAM_CONSTRUCT_ONLY));

  g_type_ensure (OUTLAY_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayChartCard, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayChartCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, OutlayChartCard, menu);
  gtk_widget_class_bind_template_child (widget_class, OutlayChartCard, view);
}

static void
outlay_chart_card_init (OutlayChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
