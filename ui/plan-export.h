/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "statement/statement.h"
#include "ui/document.h"

/**
 * OutlayPlanExportForm:
 *
 * What a plan as a whole leaves the program as.
 */
typedef enum
{
  OUTLAY_PLAN_EXPORT_PPTX,
  OUTLAY_PLAN_EXPORT_SLIDES, /* the same slides as PDF */
  OUTLAY_PLAN_EXPORT_REPORT,
  OUTLAY_PLAN_EXPORT_XLSX,
  OUTLAY_PLAN_EXPORT_CSV,
  OUTLAY_PLAN_EXPORT_STATEMENT, /* one statement as a workbook */
} OutlayPlanExportForm;

typedef struct
{
  OutlayPlanExportForm form;
  gboolean standard;  /* slides of 4:3 in place of 16:9 */
  const char *const *charts; /* ids, of slides and reports */
  OutlayStatementKind statement;
  OutlayScope scope; /* of the statement */
} OutlayPlanExport;

/* ".pptx", ".pdf" … */
const char *outlay_plan_export_ending (OutlayPlanExportForm form);

/* Writes the document's scenario as it is now into a file, beside the frame. Charts that compare show the scenarios that the Compare page shows. Where it fails the
 * file is as it was. */
void outlay_plan_export (OutlayDocument *document, const OutlayPlanExport *what, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer data);
gboolean outlay_plan_export_finish (GAsyncResult *result, GError **error);
