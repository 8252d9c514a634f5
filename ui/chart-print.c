/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart-print.h"

#include "chart/sizes.h"
#include "ui/compare-session.h"
#include "store/save.h"

typedef struct
{
  OutlayChartPrint *print;
  OutlayChartFormat format;
  GFile *file;
  GdkClipboard *clipboard;
  GdkContentProvider *provider; /* of a copy */
} Job;

static Job *
job_new (OutlayChartPrint *print)
{
  Job *job = g_new0 (Job, 1);

  job->print = outlay_chart_print_ref (print);
  return job;
}

static void
job_free (Job *job)
{
  outlay_chart_print_unref (job->print);
  g_clear_object (&job->file);
  g_clear_object (&job->clipboard);
  g_clear_object (&job->provider);
  g_free (job);
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = outlay_chart_print_encode (job->print, job->format, &error);
  gsize length = 0;
  const char *contents = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  if (contents != NULL && outlay_file_replace (job->file, contents, length, NULL, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
copy_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  g_autoptr (GBytes) png = outlay_chart_print_encode (job->print, OUTLAY_CHART_PNG, &error);

  if (png == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  job->provider = outlay_chart_print_offer (job->print, png, NULL);
  g_task_return_boolean (task, TRUE);
}

/* Text of a size that somebody chose grows with the picture. */
static void
lay_custom_size (OutlayChartPrint *print, GSettings *settings)
{
  print->width = g_settings_get_int (settings, "export-width");
  print->height = g_settings_get_int (settings, "export-height");
  print->scale = 1;
  print->style.text_scale = MAX (0.7, MIN (print->width / 960, print->height / 540));
}

static void
lay_size (OutlayChartPrint *print, GSettings *settings)
{
  g_autofree char *id = g_settings_get_string (settings, "export-size");
  const OutlayChartSize *size = outlay_chart_size_find (id);

  if (g_str_equal (id, OUTLAY_CUSTOM_SIZE))
    {
      lay_custom_size (print, settings);
      return;
    }
  size = size != NULL ? size : outlay_chart_size_nth (0);
  print->width = size->width;
  print->height = size->height;
  print->scale = size->scale;
  print->style.text_scale = size->text_scale;
}

static OutlayScene *
build_scene (OutlayDocument *document, const OutlayChart *chart, const OutlayChartOptions *options)
{
  OutlayRequest request = { 0 };

  if (outlay_chart_compares (chart))
    outlay_compare_session_compute (outlay_compare_session_get (document));
  if (outlay_chart_compares (chart) || outlay_chart_is_bridge (chart))
    return outlay_compare_session_build (outlay_compare_session_get (document), chart, options);
  outlay_chart_request (chart, &request);
  outlay_document_want (document, &request);
  return outlay_chart_build (chart, outlay_document_get_plan (document), outlay_document_get_scenario (document),
                             outlay_document_get_projection (document), outlay_document_get_compared_projection (document), options);
}

/* A vector format that cannot be made is not offered: there is the picture. */
static void
add_offer (GPtrArray *offers, OutlayChartPrint *print, OutlayChartFormat format, const char *type)
{
  g_autoptr (GBytes) bytes = outlay_chart_print_encode (print, format, NULL);

  if (bytes != NULL)
    g_ptr_array_add (offers, gdk_content_provider_new_for_bytes (type, bytes));
}

static void
print_clear (gpointer data)
{
  OutlayChartPrint *print = data;

  outlay_scene_unref (print->scene);
}

OutlayChartPrint *
outlay_chart_print_new_for_scene (OutlayScene *scene, GSettings *settings)
{
  OutlayChartPrint *print = g_atomic_rc_box_new0 (OutlayChartPrint);

  print->scene = outlay_scene_ref (scene);
  print->style.theme = (OutlayThemeId) g_settings_get_enum (settings, "export-theme");
  print->style.frame = TRUE;
  print->style.live_text = g_settings_get_boolean (settings, "export-text");
  lay_size (print, settings);
  return print;
}

OutlayChartPrint *
outlay_chart_print_new (OutlayDocument *document, const OutlayChart *chart, const OutlayChartOptions *options, GSettings *settings)
{
  g_autoptr (OutlayScene) scene = build_scene (document, chart, options);

  return scene != NULL ? outlay_chart_print_new_for_scene (scene, settings) : NULL;
}

OutlayChartPrint *
outlay_chart_print_ref (OutlayChartPrint *print)
{
  return g_atomic_rc_box_acquire (print);
}

void
outlay_chart_print_unref (OutlayChartPrint *print)
{
  g_atomic_rc_box_release_full (print, print_clear);
}

GBytes *
outlay_chart_print_encode (OutlayChartPrint *print, OutlayChartFormat format, GError **error)
{
  return outlay_scene_encode (print->scene, format, print->width, print->height, print->scale, &print->style, error);
}

GdkContentProvider *
outlay_chart_print_offer (OutlayChartPrint *print, GBytes *png, GFile *file)
{
  GPtrArray *offers = g_ptr_array_new ();
  GdkContentProvider *provider;

  if (file != NULL)
    {
      GdkFileList *list = gdk_file_list_new_from_array (&file, 1);

      g_ptr_array_add (offers, gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list));
      g_boxed_free (GDK_TYPE_FILE_LIST, list);
    }
  g_ptr_array_add (offers, gdk_content_provider_new_for_bytes ("image/png", png));
  add_offer (offers, print, OUTLAY_CHART_SVG, "image/svg+xml");
  add_offer (offers, print, OUTLAY_CHART_PDF, "application/pdf");
  provider = gdk_content_provider_new_union ((GdkContentProvider **) offers->pdata, offers->len);
  g_ptr_array_unref (offers);
  return provider;
}

void
outlay_chart_print_write (OutlayChartPrint *print, OutlayChartFormat format, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = job_new (print);

  job->format = format;
  job->file = g_object_ref (file);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, write_thread);
}

gboolean
outlay_chart_print_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
outlay_chart_print_copy (OutlayChartPrint *print, GdkClipboard *clipboard, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = job_new (print);

  job->clipboard = g_object_ref (clipboard);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, copy_thread);
}

gboolean
outlay_chart_print_copy_finish (GAsyncResult *result, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  gdk_clipboard_set_content (job->clipboard, job->provider);
  return TRUE;
}
