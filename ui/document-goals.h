/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/document.h"

/* Targets and public figures, edited from the window: each call is one step of the history and is told with a way back. They are the plan's, in every scenario.
 * On FALSE with an error nothing was changed; FALSE without one means that something typed elsewhere cannot be read, which is told there. */

/* NULL: a new one. The draft is filled in as plan/goal-edit.h says. */
gboolean outlay_document_save_target (OutlayDocument *document, OutlayTarget *target, OutlayTarget *draft, GError **error);
gboolean outlay_document_save_figure (OutlayDocument *document, OutlayFigure *figure, OutlayFigure *draft, const char *link, GError **error);
/* Of any object that plan/structure.h moves and removes. Further than the ends of its list it does not go. */
gboolean outlay_document_move_object (OutlayDocument *document, OutlayNode *object, int position, GError **error);
gboolean outlay_document_remove_object (OutlayDocument *document, OutlayNode *object, GError **error);

/* The target of the whole plan that an indicator is held against; NULL where there is none. (transfer none) (nullable) */
OutlayTarget *outlay_document_find_threshold (OutlayDocument *document, OutlayIndicator indicator);
/* Gives it another bound and keeps which side of it is good; makes one, with a smallest value, where there is none. NaN takes it away. */
gboolean outlay_document_set_threshold (OutlayDocument *document, OutlayIndicator indicator, double bound, GError **error);
