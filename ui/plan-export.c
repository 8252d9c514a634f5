/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/plan-export.h"

#include "export/deck.h"
#include "export/workbook.h"
#include "store/reader.h"
#include "store/save.h"
#include "store/writer.h"
#include "ui/compare-session.h"

/* What a frame can spare. */
#define PIECE_TIME (4 * G_TIME_SPAN_MILLISECOND)

/* The plan goes to the thread as text, piece by piece between frames: what computes there reads objects that nobody else has. */
typedef struct
{
  OutlayPlanExportForm form;
  gboolean standard;
  char **charts;
  OutlayStatementKind statement;
  OutlayScope scope;
  char *scenario;       /* id; NULL for the plan itself */
  GPtrArray *scenarios; /* char: ids of those that are compared; "" for the plan itself */
  GFile *file;
  OutlayPlanWriter *writer;
  GString *text;
} Job;

static void
job_free (Job *job)
{
  g_strfreev (job->charts);
  g_free (job->scenario);
  g_ptr_array_unref (job->scenarios);
  g_object_unref (job->file);
  g_clear_pointer (&job->writer, outlay_plan_writer_free);
  if (job->text != NULL)
    g_string_free (job->text, TRUE);
  g_free (job);
}

/* --- in the thread --- */

static OutlayScenario *
find_scenario (OutlayPlan *plan, const char *id)
{
  return id != NULL && *id != '\0' ? outlay_plan_find_scenario (plan, id) : NULL;
}

static OutlayDeck *
build_deck (const Job *job, OutlayPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) scenarios = g_ptr_array_new ();
  OutlayDeckOptions options = { .form = job->form == OUTLAY_PLAN_EXPORT_REPORT ? OUTLAY_DECK_REPORT : OUTLAY_DECK_SLIDES,
                                .charts = (const char *const *) job->charts };

  for (guint n = 0; n < job->scenarios->len; n++)
    g_ptr_array_add (scenarios, find_scenario (plan, g_ptr_array_index (job->scenarios, n)));
  options.scenarios = (OutlayScenario *const *) scenarios->pdata;
  options.n_scenarios = scenarios->len;
  return outlay_deck_new (plan, find_scenario (plan, job->scenario), &options, error);
}

static GBytes *
encode_deck (const Job *job, OutlayPlan *plan, GError **error)
{
  g_autoptr (OutlayDeck) deck = build_deck (job, plan, error);
  const OutlayDeckSize size = job->standard ? OUTLAY_DECK_STANDARD : OUTLAY_DECK_WIDE;

  if (deck == NULL)
    return NULL;
  switch (job->form)
    {
    case OUTLAY_PLAN_EXPORT_PPTX: return outlay_deck_to_pptx (deck, size, NULL, error);
    case OUTLAY_PLAN_EXPORT_SLIDES: return outlay_deck_to_pdf (deck, size, NULL, error);
    case OUTLAY_PLAN_EXPORT_REPORT:
    case OUTLAY_PLAN_EXPORT_XLSX:
    case OUTLAY_PLAN_EXPORT_CSV:
    case OUTLAY_PLAN_EXPORT_STATEMENT:
    default: return outlay_deck_to_report (deck, NULL, error);
    }
}

static GBytes *
encode (const Job *job, OutlayPlan *plan, GError **error)
{
  g_autoptr (OutlayWorkbook) workbook = NULL;

  if (job->form != OUTLAY_PLAN_EXPORT_XLSX && job->form != OUTLAY_PLAN_EXPORT_CSV && job->form != OUTLAY_PLAN_EXPORT_STATEMENT)
    return encode_deck (job, plan, error);
  workbook = job->form == OUTLAY_PLAN_EXPORT_STATEMENT
                 ? outlay_workbook_new_statements (plan, find_scenario (plan, job->scenario), job->scope, 1u << job->statement)
                 : outlay_workbook_new (plan, find_scenario (plan, job->scenario));
  return job->form == OUTLAY_PLAN_EXPORT_CSV ? outlay_workbook_to_csv (workbook) : outlay_workbook_to_xlsx (workbook, error);
}

static void
export_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (OutlayPlan) plan = outlay_plan_read (job->text->str, job->text->len, NULL, &error);
  g_autoptr (GBytes) bytes = plan != NULL ? encode (job, plan, &error) : NULL;

  if (bytes != NULL && outlay_file_replace (job->file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* --- before it --- */

/* Of a plan that was edited meanwhile the pieces would not fit together. */
static void
edited_cb (OutlayDocument *document, GTask *task)
{
  Job *job = g_task_get_task_data (task);

  g_clear_pointer (&job->writer, outlay_plan_writer_free);
}

static gboolean
write_cb (gpointer data)
{
  GTask *task = data;
  Job *job = g_task_get_task_data (task);
  OutlayDocument *document = g_task_get_source_object (task);

  if (g_task_return_error_if_cancelled (task))
    {
      g_signal_handlers_disconnect_by_func (document, edited_cb, task);
      return G_SOURCE_REMOVE;
    }
  if (job->writer == NULL)
    job->writer = outlay_plan_writer_new (outlay_document_get_plan (document));
  if (!outlay_plan_writer_step (job->writer, g_get_monotonic_time () + PIECE_TIME))
    return G_SOURCE_CONTINUE;
  job->text = outlay_plan_writer_steal_text (job->writer);
  g_signal_handlers_disconnect_by_func (document, edited_cb, task);
  g_task_run_in_thread (task, export_thread);
  return G_SOURCE_REMOVE;
}

static char *
id_of (OutlayScenario *scenario)
{
  return g_strdup (scenario != NULL ? outlay_node_get_id (OUTLAY_NODE (scenario)) : "");
}

static Job *
job_new (OutlayDocument *document, const OutlayPlanExport *what, GFile *file)
{
  OutlayCompareSession *session = outlay_compare_session_get (document);
  Job *job = g_new0 (Job, 1);

  job->form = what->form;
  job->standard = what->standard;
  job->statement = what->statement;
  job->scope = what->scope;
  job->charts = g_strdupv ((char **) what->charts);
  job->scenario = id_of (outlay_document_get_scenario (document));
  job->scenarios = g_ptr_array_new_with_free_func (g_free);
  for (guint n = 0; n < outlay_compare_session_get_n_chosen (session); n++)
    g_ptr_array_add (job->scenarios, id_of (outlay_compare_session_get_chosen (session, n)));
  job->file = g_object_ref (file);
  return job;
}

const char *
outlay_plan_export_ending (OutlayPlanExportForm form)
{
  static const char *const endings[] = { ".pptx", ".pdf", ".pdf", ".xlsx", ".csv", ".xlsx" };

  return endings[form];
}

void
outlay_plan_export (OutlayDocument *document, const OutlayPlanExport *what, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                    gpointer data)
{
  GTask *task = g_task_new (document, cancellable, callback, data);

  g_task_set_task_data (task, job_new (document, what, file), (GDestroyNotify) job_free);
  g_signal_connect_object (document, "projected", G_CALLBACK (edited_cb), task, G_CONNECT_DEFAULT);
  g_signal_connect_object (document, "restructured", G_CALLBACK (edited_cb), task, G_CONNECT_DEFAULT);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, write_cb, task, g_object_unref);
}

gboolean
outlay_plan_export_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
