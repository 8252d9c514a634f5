/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/grid-step.h"

#include <gdk/gdk.h>

static void
check (guint key, gboolean control, gboolean mirrored, OutlayStep expected)
{
  OutlayStep step = OUTLAY_STEP_PAGE_UP;

  g_assert_true (outlay_step_find (key, control, mirrored, &step));
  g_assert_cmpint (step, ==, expected);
}

static void
test_keys (void)
{
  OutlayStep step = OUTLAY_STEP_PAGE_UP;

  check (GDK_KEY_KP_Down, FALSE, FALSE, OUTLAY_STEP_DOWN);
  check (GDK_KEY_Up, TRUE, FALSE, OUTLAY_STEP_COLUMN_START);
  check (GDK_KEY_Home, FALSE, FALSE, OUTLAY_STEP_ROW_START);
  check (GDK_KEY_End, TRUE, FALSE, OUTLAY_STEP_LAST);
  check (GDK_KEY_Page_Down, TRUE, FALSE, OUTLAY_STEP_PAGE_DOWN);
  g_assert_false (outlay_step_find (GDK_KEY_a, FALSE, FALSE, &step));
  g_assert_cmpint (step, ==, OUTLAY_STEP_PAGE_UP);
}

/* Arrows go where they point, Home and End to where reading begins and ends. */
static void
test_mirrored (void)
{
  check (GDK_KEY_Left, FALSE, TRUE, OUTLAY_STEP_RIGHT);
  check (GDK_KEY_KP_Right, FALSE, TRUE, OUTLAY_STEP_LEFT);
  check (GDK_KEY_Left, TRUE, TRUE, OUTLAY_STEP_ROW_END);
  check (GDK_KEY_Up, FALSE, TRUE, OUTLAY_STEP_UP);
  check (GDK_KEY_Down, TRUE, TRUE, OUTLAY_STEP_COLUMN_END);
  check (GDK_KEY_Home, FALSE, TRUE, OUTLAY_STEP_ROW_START);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid-step/keys", test_keys);
  g_test_add_func ("/grid-step/mirrored", test_mirrored);
  return g_test_run ();
}
