/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/assumption-row.h"

/* Lays the numbers of a column of a spreadsheet, one on a line, into the number of a row and those below it; of a row of it, or a column that begins in a ramp-up,
 * into the years from `cell` on. One step; nothing changes where one of them is not right, and the sentence says which. An empty line leaves its number alone. */
gboolean outlay_assumption_paste (OutlayDocument *document, GListModel *rows, guint position, guint cell, const char *text, GError **error);
