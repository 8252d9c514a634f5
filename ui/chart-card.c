/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "ui/chart-card.h"

#include <glib/gi18n.h>

#include "ui/chart-drag.h"
#include "ui/chart-selection.h"
#include "ui/spoken.h"

enum
{
  PROP_DOCUMENT = 1,
  PROP_SERIES,
  PROP_SELECTABLE,
};

struct _OutlayChartCard
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *head;
  GtkToggleButton *selected;
  GtkMenuButton *menu;
  OutlayChartView *view;

  OutlayDocument *document;
  char *series;
  gboolean selectable;
  GSettings *settings; /* where it can be chosen for presentations */
};

G_DEFINE_FINAL_TYPE (OutlayChartCard, outlay_chart_card, GTK_TYPE_BOX)

/* A scene takes all results: who is out of sight waits until it is seen. */
static void
update_words (OutlayChartCard *self)
{
  OutlayScene *scene = gtk_widget_get_mapped (GTK_WIDGET (self)) ? outlay_chart_view_get_scene (self->view) : NULL;

  if (scene == NULL)
    return;
  if (g_strcmp0 (gtk_label_get_text (self->title), outlay_scene_get_title (scene)) != 0)
    {
      gtk_label_set_text (self->title, outlay_scene_get_title (scene));
      outlay_spoken_describe (self->menu, outlay_scene_get_title (scene));
      outlay_spoken_describe (self->selected, outlay_scene_get_title (scene));
    }
  if (g_strcmp0 (gtk_label_get_text (self->subtitle), outlay_scene_get_subtitle (scene)) != 0)
    gtk_label_set_text (self->subtitle, outlay_scene_get_subtitle (scene));
}

/* The ways in which the catalogue has the chart divided. */
static void
append_divisions (OutlayChartCard *self, GMenu *menu)
{
  static const struct { const char *end; const char *label; } divisions[] = {
    { "", N_("By _Initiative") }, { "-by-phase", N_("By _Phase") }, { "-by-product", N_("By P_roduct") }, { "-by-kind", N_("By _Kind of Tax") },
  };

  for (guint n = 0; n < G_N_ELEMENTS (divisions); n++)
    {
      g_autofree char *id = g_strconcat (self->series, divisions[n].end, NULL);
      g_autofree char *action = g_strconcat ("card.chart::", id, NULL);

      if (outlay_chart_find (id) != NULL)
        g_menu_append (menu, _(divisions[n].label), action);
    }
}

/* The menu speaks of the chart that is shown. Built when it is opened: it costs a card the time of all its other parts. */
static void
menu_cb (GtkMenuButton *button, gpointer data)
{
  OutlayChartCard *self = data;
  const char *id = outlay_chart_view_get_chart_id (self->view);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) division = g_menu_new ();
  g_autoptr (GMenu) view = g_menu_new ();
  g_autoptr (GMenu) ways = g_menu_new ();
  g_autofree char *export = g_strdup_printf ("win.export-chart::%s", id);
  g_autofree char *copy = g_strdup_printf ("win.copy-chart::%s", id);

  append_divisions (self, division);
  if (g_menu_model_get_n_items (G_MENU_MODEL (division)) > 1)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (division));
  g_menu_append (view, _("Show _Data…"), "chart.data");
  g_menu_append (view, _("Show _All Years and Parts"), "chart.reset");
  /* These are of the plan. */
  if (outlay_chart_view_get_initiative (self->view) < 0)
    {
      g_menu_append (ways, _("_Export…"), export);
      g_menu_append (ways, _("_Copy"), copy);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ways));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* --- for presentations --- */

static void
selection_cb (OutlayChartCard *self)
{
  gtk_toggle_button_set_active (self->selected, outlay_chart_selection_has (self->settings, outlay_chart_view_get_chart_id (self->view)));
}

static void
selected_cb (OutlayChartCard *self)
{
  outlay_chart_selection_set (self->settings, outlay_chart_view_get_chart_id (self->view), gtk_toggle_button_get_active (self->selected));
}

static void
follow_selection (OutlayChartCard *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  gtk_widget_set_visible (GTK_WIDGET (self->selected), TRUE);
  selection_cb (self);
  g_signal_connect_object (self->settings, "changed::presented-charts", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selected, "toggled", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

/* A chart that is chosen stays chosen when it is divided another way. */
static void
show_chart (OutlayChartCard *self, const char *id)
{
  g_autofree char *before = g_strdup (outlay_chart_view_get_chart_id (self->view));

  outlay_chart_view_set_chart_id (self->view, id);
  update_words (self);
  if (self->settings == NULL)
    return;
  if (before != NULL)
    outlay_chart_selection_replace (self->settings, before, id);
  selection_cb (self);
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
  outlay_chart_drag_add (self->head, self->view);
  show_chart (self, self->series);
  if (self->selectable)
    follow_selection (self);
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
  g_clear_object (&OUTLAY_CHART_CARD (object)->settings);
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
    case PROP_SELECTABLE: g_value_set_boolean (value, self->selectable); break;
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
    case PROP_SELECTABLE: self->selectable = g_value_get_boolean (value); break;
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
  g_object_class_install_property (object_class, PROP_SELECTABLE,
                                   g_param_spec_boolean ("selectable", NULL, NULL, FALSE, flags | G_PARAM_CONSTRUCT_ONLY));

  g_type_ensure (OUTLAY_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayChartCard, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayChartCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, OutlayChartCard, head);
  gtk_widget_class_bind_template_child (widget_class, OutlayChartCard, selected);
  gtk_widget_class_bind_template_child (widget_class, OutlayChartCard, menu);
  gtk_widget_class_bind_template_child (widget_class, OutlayChartCard, view);
}

static void
outlay_chart_card_init (OutlayChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu, menu_cb, self, NULL);
  g_signal_connect (self, "map", G_CALLBACK (update_words), NULL);
}

OutlayChartView *
outlay_chart_card_get_view (OutlayChartCard *self)
{
  return self->view;
}

void
outlay_chart_card_set_initiative (OutlayChartCard *self, int initiative)
{
  outlay_chart_view_set_initiative (self->view, initiative);
  update_words (self);
}
