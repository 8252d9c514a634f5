/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "ui/chart-print.h"
#include "ui/chart-selection.h"
#include "ui/compare-session.h"
#include "ui/export-dialog.h"
#include "ui/plan-export-dialog.h"
#include "ui/presentation.h"
#include "ui/window-private.h"

static gboolean
is_on_compare_page (const OutlayChart *chart)
{
  return outlay_chart_compares (chart) || outlay_chart_is_bridge (chart);
}

/* The chart that a chart action is about where it names none: of the page that is shown the last one exported or copied, else its first. */
static const OutlayChart *
choose_chart (OutlayWindow *self, GVariant *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);
  g_autofree char *last = g_settings_get_string (self->settings, "export-chart");
  const OutlayChart *chart = outlay_chart_find (id[0] != '\0' ? id : last);
  const gboolean compares = g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "compare") == 0;

  if (chart == NULL || (id[0] == '\0' && is_on_compare_page (chart) != compares))
    chart = outlay_chart_find (compares ? "compare-output-value" : "output-value");
  return chart;
}

static void
export_chart_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayWindow *self = OUTLAY_WINDOW (data);

  outlay_export_dialog_present (self->document, choose_chart (self, parameter), GTK_WIDGET (self));
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlayWindow) self = OUTLAY_WINDOW (data);
  g_autoptr (GError) error = NULL;

  if (outlay_chart_print_copy_finish (result, &error))
    outlay_window_say (self, _("Chart copied"), FALSE);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    outlay_window_complain (self, _("The Chart Was Not Copied"), error->message);
}

static void
copy_chart (OutlayWindow *self, const OutlayChart *chart)
{
  g_autoptr (OutlayChartPrint) print = outlay_chart_print_new (self->document, chart, NULL, self->settings);

  if (print == NULL)
    return;
  g_settings_set_string (self->settings, "export-chart", outlay_chart_id (chart));
  outlay_chart_print_copy (print, gtk_widget_get_clipboard (GTK_WIDGET (self)), self->cancellable, copied_cb, g_object_ref (self));
}

static void
computed_cb (OutlayCompareSession *session, OutlayWindow *self)
{
  const OutlayChart *chart = g_steal_pointer (&self->chart_to_copy);

  g_signal_handlers_disconnect_by_func (session, computed_cb, self);
  if (session == outlay_compare_session_get (self->document))
    copy_chart (self, chart);
}

/* A chart of scenarios whose results are still on their way is copied when they are there. */
static void
copy_chart_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayWindow *self = OUTLAY_WINDOW (data);
  OutlayCompareSession *session = outlay_compare_session_get (self->document);
  const OutlayChart *chart = choose_chart (self, parameter);

  if (!outlay_chart_compares (chart) || outlay_compare_session_compute (session))
    {
      copy_chart (self, chart);
      return;
    }
  if (self->chart_to_copy == NULL)
    g_signal_connect_object (session, "computed", G_CALLBACK (computed_cb), self, 0);
  self->chart_to_copy = chart;
}

static void
export_plan_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayWindow *self = OUTLAY_WINDOW (data);

  if (outlay_document_settle (self->document))
    outlay_plan_export_dialog_present (self->document, GTK_WIDGET (self));
}

static void
present_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayWindow *self = OUTLAY_WINDOW (data);
  g_autoptr (GPtrArray) charts = outlay_chart_selection_get (self->settings);

  if (charts->len > 0)
    outlay_presentation_present (self->document, charts, GTK_WINDOW (self));
  else
    outlay_window_say (self, _("No chart is chosen: mark some on the page Charts"), FALSE);
}

void
outlay_window_add_chart_actions (OutlayWindow *self)
{
  static const GActionEntry entries[] = {
    { "export-chart", export_chart_cb, "s" },
    { "copy-chart", copy_chart_cb, "s" },
    { "export-plan", export_plan_cb },
    { "present", present_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
