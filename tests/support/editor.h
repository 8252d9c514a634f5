/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/history.h"

/**
 * TestEditor:
 *
 * Somebody who does anything to a plan, sensible or not, through its history. Draws from g_test_rand_int().
 */
typedef struct
{
  OutlayPlan *plan;       /* of small-plan.h; not owned */
  OutlayHistory *history; /* not owned */
  GPtrArray *paths;       /* numbers few enough for edits to meet, with some that contradict each other */
  guint n_made;           /* objects; gives them ids */
} TestEditor;

void test_editor_init (TestEditor *editor, OutlayPlan *plan, OutlayHistory *history);
void test_editor_clear (TestEditor *editor);
/* Between begin and commit; may be refused. */
void test_editor_edit (TestEditor *editor);
/* A command of some edits, rarely taken back again. */
void test_editor_step (TestEditor *editor, const char *description);
/* Anywhere back or forward, or nowhere. */
void test_editor_walk (TestEditor *editor);
/* The plan as its file. */
char *test_editor_write (TestEditor *editor);
