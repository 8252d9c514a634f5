/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/document.h"

/**
 * OutlayScopeItem:
 *
 * The plan, an initiative or a phase, to be chosen.
 *
 * Properties: name, kind (in words).
 */
#define OUTLAY_TYPE_SCOPE_ITEM (outlay_scope_item_get_type ())
G_DECLARE_FINAL_TYPE (OutlayScopeItem, outlay_scope_item, OUTLAY, SCOPE_ITEM, GObject)

OutlayScope outlay_scope_item_get_scope (OutlayScopeItem *item);

/**
 * OutlayScopeList:
 *
 * What results can be about: the plan first, its phases where there are results of them, its initiatives. Items are made when somebody looks at them: of ten
 * thousand initiatives a list shows a few.
 */
#define OUTLAY_TYPE_SCOPE_LIST (outlay_scope_list_get_type ())
G_DECLARE_FINAL_TYPE (OutlayScopeList, outlay_scope_list, OUTLAY, SCOPE_LIST, GObject)

OutlayScopeList *outlay_scope_list_new (OutlayDocument *document, gboolean phases);
/* Where a scope stands; 0 where it is not there. */
guint outlay_scope_list_find (OutlayScopeList *list, OutlayScope scope);
/* Names are as they are now, which those who show them are told. */
void outlay_scope_list_refresh (OutlayScopeList *list);
