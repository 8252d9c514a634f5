/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/reader.h"

#define OUTLAY_MOST_FAULTS 100

/**
 * OutlayFaults:
 *
 * The faults found in one text, kept in the order of the text. Only the first hundred are kept, so that a text of nothing but faults costs no more
 * memory than any other. The text is not owned and must outlive the faults.
 */
typedef struct
{
  const char *text;
  gsize length;
  GArray *marks;   /* where every so many bytes lie, made when the first fault is placed */
  GArray *offsets; /* of the faults in list */
  GPtrArray *list; /* (element-type OutlayFault) */
} OutlayFaults;

void outlay_faults_init (OutlayFaults *faults, const char *text, gsize length);
void outlay_faults_clear (OutlayFaults *faults);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayFaults, outlay_faults_clear)

/* Line and column, both from 1, of a byte of the text or of its end. A column counts characters; a byte that is not UTF-8 counts as one. */
void outlay_faults_locate (OutlayFaults *faults, gsize offset, guint *line, guint *column);

/* Whether a fault at offset would be kept: what is costly to word need not be worded otherwise. */
gboolean outlay_faults_wants (OutlayFaults *faults, gsize offset);
/* Takes over path and message, and makes them fit to be printed. Faults at one place stay in the order in which they were found. */
void outlay_faults_add (OutlayFaults *faults, gsize offset, char *path, char *message);
gboolean outlay_faults_any (OutlayFaults *faults);

/* A piece of untrusted text as it may stand in a message: what is not printable is written out, and no more than so many characters. */
char *outlay_printable (const char *piece, gssize length, guint most);
/* The same in quotation marks and no longer than a line. */
char *outlay_quote (const char *piece, gssize length);
