/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/charts.h"
#include "chart/file.h"
#include "ui/document.h"

/* What the setting export-size says beside the ids of app/chart/sizes.h: as wide and high as two other settings. */
#define OUTLAY_CUSTOM_SIZE "custom"

/**
 * OutlayChartPrint:
 *
 * A chart as it leaves the program: its scene and how it is drawn. Immutable; reference counted.
 */
typedef struct
{
  OutlayScene *scene;
  OutlayStyle style;
  double width;
  double height;
  double scale;
} OutlayChartPrint;

/* With the size and theme of settings (export-size, -width, -height, -theme, -text). options: (nullable). NULL of a bridge where none has been computed,
 * and of a chart of scenarios whose results are on their way (OutlayCompareSession::computed). */
OutlayChartPrint *outlay_chart_print_new (OutlayDocument *document, const OutlayChart *chart, const OutlayChartOptions *options, GSettings *settings);
/* Of a scene that has been built already; its words are its own. */
OutlayChartPrint *outlay_chart_print_new_for_scene (OutlayScene *scene, GSettings *settings);
OutlayChartPrint *outlay_chart_print_ref (OutlayChartPrint *print);
void outlay_chart_print_unref (OutlayChartPrint *print);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayChartPrint, outlay_chart_print_unref)

/* The bytes of a file; from any thread. */
GBytes *outlay_chart_print_encode (OutlayChartPrint *print, OutlayChartFormat format, GError **error);
/* The chart in every format at once, so that who takes it finds what it knows: PNG, SVG, PDF, and a file (nullable). png: encoded already. (transfer full) */
GdkContentProvider *outlay_chart_print_offer (OutlayChartPrint *print, GBytes *png, GFile *file);

/* Both draw beside the frame. */
void outlay_chart_print_write (OutlayChartPrint *print, OutlayChartFormat format, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer data);
gboolean outlay_chart_print_write_finish (GAsyncResult *result, GError **error);
/* In every format at once. */
void outlay_chart_print_copy (OutlayChartPrint *print, GdkClipboard *clipboard, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean outlay_chart_print_copy_finish (GAsyncResult *result, GError **error);
