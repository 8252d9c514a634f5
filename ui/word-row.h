/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/**
 * OutlayWordRow:
 *
 * A row for words that the program finds itself and that somebody may write differently. A button brings the program's own back.
 */
#define OUTLAY_TYPE_WORD_ROW (outlay_word_row_get_type ())
G_DECLARE_FINAL_TYPE (OutlayWordRow, outlay_word_row, OUTLAY, WORD_ROW, AdwEntryRow)

/* The program's words, which are then those of the row. */
void outlay_word_row_set_automatic (OutlayWordRow *self, const char *words);
/* What somebody wrote; NULL where these are the program's words, an empty text where there shall be none. */
const char *outlay_word_row_get_own (OutlayWordRow *self);
