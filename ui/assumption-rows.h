/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/assumption-row.h"

/* The rows of what is read together: of the plan, of an initiative with its products, or of all phases (whole: the list of phases). (transfer full) */
GListStore *outlay_assumption_rows_new (OutlayDocument *document, GObject *whole);
/* Makes them those of now: others may have come or gone. Rows of objects that stay are kept, with what is typed there. */
void outlay_assumption_rows_follow (GListStore *rows, OutlayDocument *document, GObject *whole);
/* The position of a parameter's row, and which cell it is there; FALSE where it has none. */
gboolean outlay_assumption_rows_find (GListModel *rows, const OutlayParameter *parameter, guint *position, guint *cell);
/* The first of the headings right above a row; the row itself where there is none. */
guint outlay_assumption_rows_find_head (GListModel *rows, guint position);
