/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "plan/history.h"
#include "plan/resolve.h"
#include "store/reader.h"
#include "store/writer.h"

/* Numbers of a plan by their paths, and the plan as its file. */

static inline OutlayParameter
find_parameter (OutlayPlan *plan, const char *path)
{
  OutlayParameter parameter;

  g_assert_true (outlay_parameter_find (plan, path, &parameter, NULL));
  return parameter;
}

static inline gboolean
set (OutlayHistory *history, OutlayPlan *plan, OutlayScenario *scenario, const char *path, double number, GError **error)
{
  const OutlayParameter parameter = find_parameter (plan, path);
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  outlay_value_set_number (&value, number);
  return outlay_history_set (history, scenario, &parameter, &value, error);
}

static inline double
get (OutlayPlan *plan, OutlayScenario *scenario, const char *path)
{
  const OutlayParameter parameter = find_parameter (plan, path);
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  outlay_plan_resolve (plan, scenario, &parameter, &value);
  return value.number;
}

static inline char *
write_text (OutlayPlan *plan)
{
  return g_string_free_and_steal (outlay_plan_write (plan));
}

static inline void
assert_written (OutlayPlan *plan, const char *expected)
{
  g_autofree char *text = write_text (plan);

  g_assert_cmpstr (text, ==, expected);
}

/* What stands there can be read from a file, and all of it. */
static inline void
assert_whole (OutlayPlan *plan)
{
  g_autofree char *text = write_text (plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayPlan) again = outlay_plan_read (text, strlen (text), NULL, &error);

  g_assert_no_error (error);
  assert_written (again, text);
}
