/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#define OUTLAY_TYPE_HINT (outlay_hint_get_type ())
/**
 * OutlayHint:
 *
 * Words above a page, all of which can be read however narrow the window and however large its texts are; a banner breaks off after three lines.
 *
 * "title" stands before the others where it is not empty, "text" is what is said, "manual" whether the manual is offered beside it, "dismissible"
 * whether who has read it can say so, which emits "dismissed".
 */
G_DECLARE_FINAL_TYPE (OutlayHint, outlay_hint, OUTLAY, HINT, AdwBin)

/* Says a text, or with NULL nothing any more. */
void outlay_hint_say (OutlayHint *hint, const char *text);
