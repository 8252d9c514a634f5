/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/figures.h"
#include "ui/plan-export.h"
#include "ui/window.h"

/* Asks for a file and writes a table into it: as CSV, every digit in plain money, or a statement as a workbook whose sums are formulas. The ending that is
 * typed says which. kind: an OutlayStatementKind; −1: another table, which is CSV. */
void outlay_results_export (OutlayFigures *figures, int kind, OutlayScope scope, OutlayWindow *window);
