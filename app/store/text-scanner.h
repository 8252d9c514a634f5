/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/text-index.h"

/**
 * OutlayTextScanner:
 *
 * The state of the pass that makes an index: private to it.
 */
typedef struct
{
  OutlayTextIndex *index;
  OutlayFaults *faults;
  const char *text;
  const char *end;
  const char *at;
  guint32 entry;    /* what a fault is told of: the value that is read, or the innermost one that is open and indexed */
  GByteArray *open; /* a bracket for every object and array that is open */
} OutlayTextScanner;

/* Whether a fault at a place of the text would be kept: where there may be millions, the others are not worded. */
gboolean outlay_text_scanner_wants (OutlayTextScanner *scanner, const char *at);
/* Tells a fault at a place of the text; message is taken over. */
void outlay_text_scanner_fault (OutlayTextScanner *scanner, const char *at, char *message);
/* The sentence for a byte that is no character of a text, (nullable); empty where it would not be kept. */
char *outlay_text_scanner_bad_character (OutlayTextScanner *scanner);

/* These read one token that begins at scanner->at and set *faulty where a fault was told that leaves the token's extent known. FALSE: there is no
 * going on. */
gboolean outlay_text_scanner_string (OutlayTextScanner *scanner, gboolean *faulty);
gboolean outlay_text_scanner_word (OutlayTextScanner *scanner, gboolean *faulty);
