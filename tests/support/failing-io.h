/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * A disk that fails. failing-io.c stands before the C library's calls that change a disk: creating, writing, syncing, renaming, cutting and removing files and
 * setting what they are marked with. A test program is linked with it, so that it fails calls of its own thread by their number; any other program has it
 * preloaded and is told by the environment:
 *
 *   FAILING_IO_UNDER   only files below this folder
 *   FAILING_IO_WHILE   a file; while it exists calls fail. It holds the errno ("28"), or "slow", which makes each sync take a second
 */
typedef enum
{
  FAILING_IO_ERROR, /* the call fails and has done nothing */
  FAILING_IO_SHORT, /* a write has done half; the next call fails */
  FAILING_IO_HALF,  /* a write has done half, which is no failure */
  FAILING_IO_ALL,   /* this call and all that follow fail, but files can still be removed */
  FAILING_IO_KILL,  /* the program ends there, a write in its middle */
} FailingIo;

#define FAILING_IO_KILLED 99

/* The at-th call from now on, counted from 1, fails with this errno; 0: none. */
void failing_io_arm (FailingIo how, guint at, int code);
/* How many calls there were since. */
guint failing_io_disarm (void);
/* Their names in turn: "open write fsync rename ". */
const char *failing_io_trace (void);
