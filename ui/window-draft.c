/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "ui/compare-session.h"
#include "ui/results-page.h"
#include "ui/window-private.h"

static char *
scenario_id (OutlayScenario *scenario)
{
  return scenario != NULL ? g_strdup (outlay_node_get_id (OUTLAY_NODE (scenario))) : NULL;
}

/* Until its page is made, what was chosen of the results stays in the draft. */
static void
describe_results (OutlayWindow *self, OutlayView *view)
{
  OutlayPage *page = outlay_page_slot_get_page (self->results);
  const OutlayView *before = outlay_draft_get_view (outlay_document_get_draft (self->document));

  if (page != NULL)
    {
      outlay_results_page_describe (OUTLAY_RESULTS_PAGE (page), view);
      return;
    }
  view->statement = g_strdup (before->statement);
  view->initiative = g_strdup (before->initiative);
  view->phase = g_strdup (before->phase);
}

static void
view_changed_cb (OutlayWindow *self)
{
  g_auto (OutlayView) view = { 0 };
  gboolean compares;
  OutlayScenario *compared;

  if (self->document == NULL || outlay_document_get_draft (self->document) == NULL)
    return;
  compared = outlay_document_get_compared (self->document, &compares);
  view.scenario = scenario_id (outlay_document_get_scenario (self->document));
  view.compared = !compares ? NULL : compared != NULL ? scenario_id (compared) : g_strdup ("base");
  view.page = g_strdup (adw_view_stack_get_visible_child_name (self->pages));
  outlay_compare_session_describe (outlay_compare_session_get (self->document), &view);
  describe_results (self, &view);
  view.maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  gtk_window_get_default_size (GTK_WINDOW (self), &view.width, &view.height);
  outlay_draft_set_view (outlay_document_get_draft (self->document), &view);
}

static void
results_made_cb (OutlayWindow *self)
{
  OutlayResultsPage *page = OUTLAY_RESULTS_PAGE (outlay_page_slot_get_page (self->results));

  outlay_results_page_restore (page, outlay_draft_get_view (outlay_document_get_draft (self->document)));
  g_signal_connect_object (page, "chosen", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
}

/* As long as it lasts: what is not saved is only in memory. */
static void
draft_error_cb (OutlayWindow *self)
{
  const GError *error = outlay_draft_get_error (outlay_document_get_draft (self->document));
  g_autofree char *text = error != NULL ? g_strdup_printf (_("%s. Save the plan to keep your work."), error->message) : NULL;

  outlay_hint_say (self->trouble, text);
}

static gboolean
is_last (OutlayWindow *self)
{
  guint n = 0;

  for (GList *window = gtk_application_get_windows (gtk_window_get_application (GTK_WINDOW (self))); window != NULL; window = window->next)
    n += OUTLAY_IS_WINDOW (window->data);
  return n == 1;
}

void
outlay_window_begin_draft (OutlayWindow *self)
{
  outlay_document_begin_draft (self->document);
  g_signal_connect_object (outlay_document_get_draft (self->document), "notify::error", G_CALLBACK (draft_error_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::scenario", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::compared", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::has-compared", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (outlay_compare_session_get (self->document), "chosen", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  draft_error_cb (self);
}

/* The windows of the end are those of the next start; one that was closed before is not. */
void
outlay_window_end_draft (OutlayWindow *self)
{
  if (!self->ending && !is_last (self))
    outlay_document_end_draft (self->document);
  else if (outlay_document_get_unsaved (self->document))
    outlay_document_leave_unsaved (self->document);
  outlay_draft_settle (outlay_document_get_draft (self->document));
}

void
outlay_window_watch_view (OutlayWindow *self)
{
  static const char *const sizes[] = { "notify::default-width", "notify::default-height", "notify::maximized" };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_signal_connect (self, sizes[i], G_CALLBACK (view_changed_cb), NULL);
  g_signal_connect_object (self->results, "notify::page", G_CALLBACK (results_made_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pages, "notify::visible-child", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
}

void
outlay_window_set_view (OutlayWindow *self, const OutlayView *view)
{
  OutlayPlan *plan = outlay_document_get_plan (self->document);

  /* It was never told. */
  if (view->width == 0)
    return;
  if (view->scenario != NULL)
    outlay_document_set_scenario (self->document, outlay_plan_find_scenario (plan, view->scenario));
  outlay_document_set_compared (self->document, view->compared != NULL,
                                view->compared != NULL ? outlay_plan_find_scenario (plan, view->compared) : NULL);
  outlay_compare_session_restore (outlay_compare_session_get (self->document), view);
  if (view->page != NULL && adw_view_stack_get_child_by_name (self->pages, view->page) != NULL)
    adw_view_stack_set_visible_child_name (self->pages, view->page);
  gtk_window_set_default_size (GTK_WINDOW (self), view->width, view->height);
  if (view->maximized)
    gtk_window_maximize (GTK_WINDOW (self));
}
