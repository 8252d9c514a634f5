/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "plan/scenario.h"
#include "sample.h"
#include "store/writer.h"

/* What a text is after it has been read and written once. */
static char *
rewrite (const char *text, gsize length)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (OutlayPlan) plan = outlay_plan_read (text, length, &faults, NULL);
  g_autofree char *told = sample_tell (faults);

  g_assert_cmpstr (told, ==, "");
  return g_string_free (outlay_plan_write (plan), FALSE);
}

static void
test_whole (void)
{
  gsize length;
  g_autofree char *text = sample_text (&length), *again = rewrite (text, length);

  g_assert_cmpstr (again, ==, text);
}

static void
test_shipped (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "plans", "jinchuang.outlay.json", NULL);
  g_autofree char *text = NULL, *again = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  again = rewrite (text, length);
  g_assert_cmpstr (again, ==, text);
}

/* Every member is written, also where the file left it out; but no empty text, array or object, and nothing absent. */
static void
test_canonical (void)
{
  static const char text[] =
    "{\"initiatives\":[{\"products\":[{\"unit\":\"t\",\"price\":1E0,\"capacity\":10.0,\"name\":\"\",\"id\":\"c\"}],\"design-investment\":0.1e1,"
    "\"id\":\"b\",\"description\":\"\",\"name\":\"\\u5146\\/\\u0041\"}],\"phases\":[{\"name\":\"\",\"start\":\"2021-01\",\"id\":\"a\"}],\"targets\":[],\"sources\":{},"
    "\"region\":{\"figures\":[],\"name\":\"\"},\"first-year\":2021,\"version\":1,\"format\":\"outlay-plan\",\"scenarios\":[{\"id\":\"s\",\"changes\":{}}]}";
  g_autofree char *written = rewrite (text, strlen (text)), *again = rewrite (written, strlen (written));

  g_assert_cmpstr (again, ==, written);
  g_assert_true (g_str_has_prefix (written, "{\n  \"format\": \"outlay-plan\",\n  \"version\": 1,\n  \"currency\": \"CNY\",\n  \"first-year\": 2021,\n  \"years\": 20,\n"));
  g_assert_nonnull (strstr (written, "      \"id\": \"b\",\n      \"name\": \"兆/A\",\n      \"colour\": null,\n      \"investment\": {\n        \"a\": 0\n      },\n"
                                     "      \"design-investment\": 1,\n      \"scale-exponent\": 1,\n      \"ramp-up\": [1],\n"));
  g_assert_nonnull (strstr (written, "          \"name\": \"\",\n          \"unit\": \"t\",\n          \"capacity\": 10,\n          \"price\": 1,\n"));
  g_assert_true (g_str_has_suffix (written, "\n      \"payable-days\": 0\n    }\n  ],\n  \"scenarios\": [\n    {\n      \"id\": \"s\"\n    }\n  ]\n}\n"));
  g_assert_null (strstr (written, "targets"));
  g_assert_null (strstr (written, "description"));
  g_assert_null (strstr (written, "region"));
}

/* The long name of a series is written. */
static void
test_series (void)
{
  g_autofree char *text = sample_text (NULL), *written = NULL;
  g_autofree char *shorter = sample_replace (text, "\"series\": \"output-value\",\n      \"measure\": \"design-year\",\n      \"at-least\"",
                                             "\"series\": \"output\",\n      \"measure\": \"design-year\",\n      \"at-least\"");

  written = rewrite (shorter, strlen (shorter));
  g_assert_cmpstr (written, ==, text);
}

/* However short the pieces, they make the same text. */
static void
test_pieces (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan ();
  g_autoptr (OutlayPlanWriter) writer = outlay_plan_writer_new (plan);
  g_autoptr (GString) whole = outlay_plan_write (plan), pieced = NULL;
  guint n_pieces = 1;

  while (!outlay_plan_writer_step (writer, 1))
    n_pieces++;
  pieced = outlay_plan_writer_steal_text (writer);
  g_assert_cmpstr (pieced->str, ==, whole->str);
  g_assert_cmpuint (n_pieces, >, 20);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();

  g_test_add_func ("/store/writer/whole", test_whole);
  g_test_add_func ("/store/writer/shipped", test_shipped);
  g_test_add_func ("/store/writer/canonical", test_canonical);
  g_test_add_func ("/store/writer/series", test_series);
  g_test_add_func ("/store/writer/pieces", test_pieces);
  return g_test_run ();
}
