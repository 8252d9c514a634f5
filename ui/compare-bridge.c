/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare-bridge.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/bridge-job.h"
#include "ui/chart-view.h"
#include "ui/compare-indicators.h"
#include "ui/late-menu.h"
#include "ui/spoken.h"

/* Milliseconds between looks at how far it is; less is not worth a bar. */
#define LOOK 100

struct _OutlayCompareBridge
{
  GtkBox parent_instance;

  GtkLabel *subtitle;
  GtkMenuButton *menu;
  GMenuModel *bridge_menu;
  GtkDropDown *outcome;
  GtkDropDown *from;
  GtkDropDown *to;
  GtkWidget *progress_box;
  GtkProgressBar *progress;
  GtkWidget *message_box;
  GtkLabel *message;
  GtkWidget *again;
  OutlayChartView *view;
  GtkLabel *note;

  OutlayCompareSession *session; /* not owned: the document's */
  char *choices; /* what the drop-downs offer, to be filled anew where that changes */
  gboolean filling;

  GTask *task; /* that runs */
  gboolean paused; /* something would be running */
  guint look;
};

G_DEFINE_FINAL_TYPE (OutlayCompareBridge, outlay_compare_bridge, GTK_TYPE_BOX)

/* --- what is shown --- */

static void
show_message (OutlayCompareBridge *self, const char *message, gboolean again)
{
  gtk_widget_set_visible (self->message_box, message != NULL);
  gtk_widget_set_visible (self->again, again);
  gtk_label_set_text (self->message, message != NULL ? message : "");
}

static void
show_scene (OutlayCompareBridge *self, OutlayScene *scene)
{
  const char *note = scene != NULL ? outlay_scene_get_note (scene) : "";

  gtk_widget_set_visible (GTK_WIDGET (self->view), scene != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->menu), scene != NULL);
  gtk_widget_set_opacity (GTK_WIDGET (self->view), 1);
  outlay_chart_view_set_document (self->view, self->session != NULL ? outlay_compare_session_get_document (self->session) : NULL);
  outlay_chart_view_set_scene (self->view, scene);
  gtk_label_set_text (self->subtitle, scene != NULL ? outlay_scene_get_subtitle (scene) : "");
  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
}

static void
end_waiting (OutlayCompareBridge *self)
{
  g_clear_handle_id (&self->look, g_source_remove);
  gtk_widget_set_visible (self->progress_box, FALSE);
}

/* --- computing --- */

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  OutlayCompareBridge *self = OUTLAY_COMPARE_BRIDGE (source);
  OutlayBridgeJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (OutlayScene) scene = NULL;
  g_autoptr (GError) error = NULL;

  /* Another one has taken its place, or nobody waits any more. */
  if (self->task != G_TASK (result))
    return;
  g_clear_object (&self->task);
  end_waiting (self);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      show_scene (self, NULL);
      show_message (self, error->message, FALSE);
      return;
    }
  outlay_compare_session_take_bridge (self->session, job->from, job->to, &job->outcome, g_steal_pointer (&job->bridge));
  scene = outlay_compare_session_build (self->session, outlay_chart_find ("bridge"), NULL);
  show_message (self, NULL, FALSE);
  show_scene (self, scene);
}

static gboolean
look_cb (gpointer data)
{
  OutlayCompareBridge *self = data;
  gtk_widget_set_visible (self->progress_box, TRUE);
  gtk_widget_set_opacity (GTK_WIDGET (self->view), 0.4);
  gtk_progress_bar_set_fraction (self->progress, outlay_bridge_job_get_fraction (self->task));
  return G_SOURCE_CONTINUE;
}

static void
stop (OutlayCompareBridge *self)
{
  end_waiting (self);
  if (self->task != NULL)
    g_cancellable_cancel (g_task_get_cancellable (self->task));
  g_clear_object (&self->task);
}

static OutlayScenario *
nth_chosen (OutlayCompareBridge *self, GtkDropDown *drop_down)
{
  return outlay_compare_session_get_chosen (self->session, gtk_drop_down_get_selected (drop_down));
}

/* Whatever was being computed is no longer asked for. */
static void
start (OutlayCompareBridge *self)
{
  g_autoptr (OutlayModel) from = NULL, to = NULL;
  OutlayOutcome outcome;

  stop (self);
  if (nth_chosen (self, self->from) == nth_chosen (self, self->to))
    {
      show_scene (self, NULL);
      show_message (self, _("Choose two different scenarios: the bridge tells what each change between them adds."), FALSE);
      return;
    }
  outcome = outlay_compare_nth_outcome (gtk_drop_down_get_selected (self->outcome));
  from = outlay_compare_session_get_model (self->session, nth_chosen (self, self->from));
  to = outlay_compare_session_get_model (self->session, nth_chosen (self, self->to));
  self->task = outlay_bridge_job_start (self, outlay_document_get_plan (outlay_compare_session_get_document (self->session)), from, to,
                                        outlay_compare_session_get_differences (self->session), &outcome, finished_cb);
  self->look = g_timeout_add (LOOK, look_cb, self);
}

/* --- choice --- */

/* The first of the figures where it is none of them. */
static guint
find_outcome (const OutlayOutcome *outcome)
{
  for (guint n = 0; n < outlay_compare_n_outcomes (TRUE); n++)
    {
      const OutlayOutcome other = outlay_compare_nth_outcome (n);

      if (other.indicator == outcome->indicator && other.series == outcome->series)
        return n;
    }
  return 0;
}

static void
fill_scenarios (OutlayCompareBridge *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GString) choices = g_string_new (NULL);
  const OutlayBridgeChoice choice = outlay_compare_session_get_bridge_choice (self->session);

  for (guint n = 0; n < outlay_compare_session_get_n_chosen (self->session); n++)
    {
      OutlayScenario *scenario = outlay_compare_session_get_chosen (self->session, n);
      g_autofree char *name = outlay_compare_session_name (self->session, scenario);

      gtk_string_list_append (names, name);
      g_string_append_printf (choices, "%p %s\n", scenario, name);
    }
  self->filling = TRUE;
  if (g_set_str (&self->choices, choices->str))
    {
      gtk_drop_down_set_model (self->from, G_LIST_MODEL (names));
      gtk_drop_down_set_model (self->to, G_LIST_MODEL (names));
    }
  gtk_drop_down_set_selected (self->from, choice.from);
  gtk_drop_down_set_selected (self->to, choice.to);
  gtk_drop_down_set_selected (self->outcome, find_outcome (&choice.outcome));
  self->filling = FALSE;
}

static void
fill_outcomes (OutlayCompareBridge *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint n = 0; n < outlay_compare_n_outcomes (TRUE); n++)
    {
      const OutlayOutcome outcome = outlay_compare_nth_outcome (n);
      g_autofree char *name = outlay_compare_outcome_name (&outcome);

      gtk_string_list_append (names, name);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->outcome, G_LIST_MODEL (names));
  self->filling = FALSE;
}

static void
chosen_cb (OutlayCompareBridge *self)
{
  const OutlayBridgeChoice choice = { gtk_drop_down_get_selected (self->from), gtk_drop_down_get_selected (self->to),
                                      outlay_compare_nth_outcome (gtk_drop_down_get_selected (self->outcome)) };

  if (self->filling || self->session == NULL)
    return;
  outlay_compare_session_choose_bridge (self->session, &choice);
  start (self);
}

static void
cancel_cb (OutlayCompareBridge *self)
{
  stop (self);
  show_scene (self, NULL);
  show_message (self, _("The bridge was not computed."), TRUE);
}

static void
again_cb (OutlayCompareBridge *self)
{
  show_message (self, NULL, FALSE);
  start (self);
}

static void
outlay_compare_bridge_dispose (GObject *object)
{
  stop (OUTLAY_COMPARE_BRIDGE (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_COMPARE_BRIDGE);
  G_OBJECT_CLASS (outlay_compare_bridge_parent_class)->dispose (object);
}

static void
outlay_compare_bridge_finalize (GObject *object)
{
  g_free (OUTLAY_COMPARE_BRIDGE (object)->choices);
  G_OBJECT_CLASS (outlay_compare_bridge_parent_class)->finalize (object);
}

static void
outlay_compare_bridge_class_init (OutlayCompareBridgeClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = outlay_compare_bridge_dispose;
  G_OBJECT_CLASS (class)->finalize = outlay_compare_bridge_finalize;
  g_type_ensure (OUTLAY_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/compare-bridge.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayCompareBridge, subtitle);
  gtk_widget_class_bind_template_child (widget_class, OutlayCompareBridge, menu);
  gtk_widget_class_bind_template_child (widget_class, OutlayCompareBridge, bridge_menu);
  gtk_widget_class_bind_template_child (widget_class, OutlayCompareBridge, outcome);
  gtk_widget_class_bind_template_child (widget_class, OutlayCompareBridge, from);
  gtk_widget_class_bind_template_child (widget_class, OutlayCompareBridge, to);
  gtk_widget_class_bind_template_child (widget_class, OutlayCompareBridge, progress_box);
  gtk_widget_class_bind_template_child (widget_class, OutlayCompareBridge, progress);
  gtk_widget_class_bind_template_child (widget_class, OutlayCompareBridge, message_box);
  gtk_widget_class_bind_template_child (widget_class, OutlayCompareBridge, message);
  gtk_widget_class_bind_template_child (widget_class, OutlayCompareBridge, again);
  gtk_widget_class_bind_template_child (widget_class, OutlayCompareBridge, view);
  gtk_widget_class_bind_template_child (widget_class, OutlayCompareBridge, note);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
}

static void
outlay_compare_bridge_init (OutlayCompareBridge *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_late_menu_set (self->menu, self->bridge_menu);
  outlay_chart_view_lend_actions (self->view, GTK_WIDGET (self));
  outlay_spoken_describe (self->menu, _("Bridge"));
  outlay_spoken_name_drop_down (self->outcome);
  outlay_spoken_name_drop_down (self->from);
  outlay_spoken_name_drop_down (self->to);
  fill_outcomes (self);
  show_scene (self, NULL);
}

void
outlay_compare_bridge_show (OutlayCompareBridge *self, OutlayCompareSession *session)
{
  self->session = session;
  if (session == NULL)
    {
      stop (self);
      return;
    }
  self->paused = FALSE;
  fill_scenarios (self);
  start (self);
}

void
outlay_compare_bridge_pause (OutlayCompareBridge *self)
{
  self->paused = self->task != NULL;
  stop (self);
}

void
outlay_compare_bridge_resume (OutlayCompareBridge *self)
{
  if (self->paused && self->session != NULL)
    start (self);
  self->paused = FALSE;
}
