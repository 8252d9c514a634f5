/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plan/plan.h"
#include "store/file-state.h"

/**
 * OutlayFault:
 *
 * One thing wrong with a plan file: where, at which path, and what was found and expected. line and column count from 1; column counts characters.
 */
typedef struct
{
  guint line;
  guint column;
  char *path;
  char *message;
} OutlayFault;

void outlay_fault_free (OutlayFault *fault);

#define OUTLAY_STORE_ERROR (outlay_store_error_quark ())
GQuark outlay_store_error_quark (void);

typedef enum
{
  OUTLAY_STORE_ERROR_FAULTS,
} OutlayStoreError;

/* The largest plan file that is read, in bytes. */
#define OUTLAY_PLAN_FILE_MOST (64u << 20)

/* Reads a plan from text (need not end in NUL). On faults returns NULL, sets OUTLAY_STORE_ERROR_FAULTS with the first fault's sentence, and
 * fills faults (element-type OutlayFault; may be NULL) with up to 100, in the order of the file. */
OutlayPlan *outlay_plan_read (const char *text, gsize length, GPtrArray **faults, GError **error);
/* The same from a file; a GIO error where it cannot be read. Files over 64 MiB are refused before they are read whole. */
OutlayPlan *outlay_plan_load (GFile *file, GPtrArray **faults, GCancellable *cancellable, GError **error);
/* The same, with what the file was that the plan was read from, for a later saving over it, and its text, for a draft (each out, optional, NULL without a plan). */
OutlayPlan *outlay_plan_load_state (GFile *file, OutlayFileState **state, GBytes **text, GPtrArray **faults, GCancellable *cancellable, GError **error);
/* Bytes of any file, with the same errors; more than a plan may have are cut one byte past that. (transfer full) */
GBytes *outlay_file_load (GFile *file, GError **error);
