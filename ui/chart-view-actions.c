/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart-data-dialog.h"
#include "ui/chart-view-private.h"

static void
data_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (data);
  g_autofree char *currency = outlay_document_get_currency (self->document);

  outlay_chart_data_dialog_present (outlay_chart_view_get_scene (self), currency, GTK_WIDGET (self));
}

static void
reset_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  outlay_chart_lens_reset (OUTLAY_CHART_VIEW (data)->lens);
}

static void
enable (OutlayChartView *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

void
outlay_chart_view_add_actions (OutlayChartView *self)
{
  static const GActionEntry entries[] = { { "data", data_cb }, { "reset", reset_cb } };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

void
outlay_chart_view_update_actions (OutlayChartView *self)
{
  OutlayScene *scene = outlay_chart_view_get_scene (self);

  enable (self, "data", scene != NULL && outlay_scene_get_table (scene) != NULL);
  enable (self, "reset", self->lens != NULL && outlay_chart_lens_is_set (self->lens));
}

void
outlay_chart_view_lend_actions (OutlayChartView *self, GtkWidget *around)
{
  gtk_widget_insert_action_group (around, "chart", G_ACTION_GROUP (self->actions));
}
