/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "store/reader.h"

/* The text of tests/data/whole.outlay.json, which has every member that a plan file can have. */
static inline char *
sample_text (gsize *length)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "whole.outlay.json", NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

/* Its plan. */
static inline OutlayPlan *
sample_plan (void)
{
  gsize length;
  g_autofree char *text = sample_text (&length);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  OutlayPlan *plan = outlay_plan_read (text, length, &faults, &error);

  g_assert_no_error (error);
  g_assert_null (faults);
  return plan;
}

/* The text with one occurrence of find replaced; find must be there once, so that a test says where it acts. */
static inline char *
sample_replace (const char *text, const char *find, const char *with)
{
  const char *at = strstr (text, find);
  g_autofree char *before = NULL;

  if (at == NULL || strstr (at + 1, find) != NULL)
    g_error ("“%s” must be in the text once", find);
  before = g_strndup (text, at - text);
  return g_strconcat (before, with, at + strlen (find), NULL);
}

/* The faults as outlay-cli check tells them, one a line. */
static inline char *
sample_tell (GPtrArray *faults)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; faults != NULL && i < faults->len; i++)
    {
      OutlayFault *fault = g_ptr_array_index (faults, i);

      g_string_append_printf (told, "%u:%u: %s: %s\n", fault->line, fault->column, fault->path, fault->message);
    }
  return g_string_free (told, FALSE);
}
