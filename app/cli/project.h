/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/report.h"

/* Each writes the whole report. */
void outlay_report_append_json (const OutlayReport *report, GString *text);
void outlay_report_append_csv (const OutlayReport *report, GString *text);
void outlay_report_append_text (const OutlayReport *report, GString *text);
