/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/sample.h"

#include "store/reader.h"

OutlayPlan *
sample_plan_load (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "plans", "jinchuang.outlay.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  OutlayPlan *plan = outlay_plan_load (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return plan;
}
