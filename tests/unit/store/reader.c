/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "sample.h"

/**
 * A fault in the sample: what is replaced by what, where ¦ marks the places that must be told (and does not stand in the file), and what must be told
 * there, a fault a line: "path: message".
 */
typedef struct
{
  const char *name;
  const char *find;
  const char *with;
  const char *told;
} Case;

#define MARK "¦"

static const Case cases[] = {
#include "reader-faults.h"
};

/* Line and column of each mark before its message. */
static char *
expect (const char *marked, const char *told)
{
  GString *expected = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (told, "\n", -1), pieces = g_strsplit (marked, MARK, -1);
  guint line = 1, column = 1, n_lines = g_strv_length (lines);

  g_assert_cmpuint (g_strv_length (pieces), >=, n_lines + 1);
  for (guint i = 0; i < n_lines; i++)
    {
      for (const char *c = pieces[i]; *c != '\0'; c = g_utf8_next_char (c))
        {
          column = *c == '\n' ? 1 : column + 1;
          line += *c == '\n';
        }
      g_string_append_printf (expected, "%u:%u: %s\n", line, column, lines[i]);
    }
  return g_string_free (expected, FALSE);
}

static void
test_fault (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *sample = sample_text (NULL), *marked = sample_replace (sample, one->find, one->with);
  g_auto (GStrv) pieces = g_strsplit (marked, MARK, -1);
  g_autofree char *text = g_strjoinv ("", pieces), *expected = NULL, *told = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayPlan) plan = outlay_plan_read (text, strlen (text), &faults, &error);

  expected = one->told != NULL ? expect (marked, one->told) : g_strdup ("");
  told = sample_tell (faults);
  g_assert_cmpstr (told, ==, expected);
  g_assert_true ((plan == NULL) == (one->told != NULL));
  g_assert_true ((error == NULL) == (one->told == NULL));
}

static void
test_error (void)
{
  static const char text[] = "{\n  \"version\": 2\n}";
  g_autoptr (GError) error = NULL;

  g_assert_null (outlay_plan_read (text, strlen (text), NULL, &error));
  g_assert_error (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_FAULTS);
  g_assert_cmpstr (error->message, ==, "Line 2, column 14: version: found version 2, which a later Outlay wrote, expected 1; a newer Outlay can open this file.");
}

/* A month that could not be read is not said to lie outside the plan's years as well. */
static void
test_unread_start (void)
{
  g_autofree char *sample = sample_text (NULL), *text = NULL, *told = NULL;
  g_autofree char *few_years = sample_replace (sample, "\"years\": 20,", "\"years\": 4,");
  g_autoptr (GPtrArray) faults = NULL;

  text = sample_replace (few_years, "\"start\": \"2021-08\"", "\"start\": \"2021-13\"");
  g_assert_null (outlay_plan_read (text, strlen (text), &faults, NULL));
  told = sample_tell (faults);
  g_test_message ("%s", told);
  g_assert_cmpuint (faults->len, ==, 1);
}

/* All faults are told at once, in the order of the file, whatever their kind. */
static void
test_all (void)
{
  static const char *const edits[][2] = {
    { "\"years\": 20,", "\"yaers\": 20," },
    { "\"site-area\": 66666.7", "\"site-area\": 1e999" },
    { "\"debt-share\": 0.5", "\"debt-share\": 5" },
    { "\"wage-growth\": 0.03", "\"wage-growth\": 0.03, \"wage-growth\": 0" },
    { "\"building-share\": 0.35", "\"building-share\": 0.45" },
    { "\"initiatives.storage\"", "\"initiatives.storge\"" },
    { "\"from\": \"late\"", "\"from\": \"lte\"" },
  };
  g_autofree char *text = sample_text (NULL), *told = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  guint line = 0;

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      char *edited = sample_replace (text, edits[i][0], edits[i][1]);

      g_free (text);
      text = edited;
    }
  g_assert_null (outlay_plan_read (text, strlen (text), &faults, NULL));
  told = sample_tell (faults);
  g_test_message ("%s", told);
  g_assert_cmpuint (faults->len, ==, G_N_ELEMENTS (edits));
  for (guint i = 0; i < faults->len; i++)
    {
      OutlayFault *fault = g_ptr_array_index (faults, i);

      g_assert_cmpuint (fault->line, >, line);
      line = fault->line;
    }
}

/* The order of members is free: what is referred to may come later. */
static void
test_order (void)
{
  static const char text[] =
    "{\"scenarios\": [{\"changes\": {\"initiatives.a.investment.p\": 7}, \"id\": \"s\"}], \"sources\": {\"initiatives.a\": {\"status\": \"assumed\"}},"
    " \"initiatives\": [{\"investment\": {\"p\": 5}, \"products\": [{\"price\": 1, \"capacity\": 1, \"unit\": \"t\", \"name\": \"A\", \"id\": \"a\"}],"
    " \"design-investment\": 1, \"name\": \"A\", \"id\": \"a\"}],"
    " \"phases\": [{\"start\": \"2021-01\", \"name\": \"P\", \"id\": \"p\"}], \"first-year\": 2021, \"version\": 1, \"format\": \"outlay-plan\"}";
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayPlan) plan = outlay_plan_read (text, strlen (text), NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpfloat (outlay_initiative_get_investment (outlay_plan_get_initiative (plan, 0), 0), ==, 5);
}

static void
test_nothing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (outlay_plan_read (NULL, 0, NULL, &error));
  g_assert_cmpstr (error->message, ==, "Line 1, column 1: found an empty file; expected a plan, which begins with “{”.");
}

/* n initiatives of m products each, in k phases. */
static char *
build_text (guint n, guint m, guint k)
{
  GString *text = g_string_new ("{\"format\": \"outlay-plan\", \"version\": 1, \"first-year\": 2021,\n\"phases\": [");

  for (guint i = 0; i < k; i++)
    g_string_append_printf (text, "%s{\"id\": \"p%u\", \"name\": \"P\", \"start\": \"2021-01\"}", i > 0 ? ", " : "", i);
  g_string_append (text, "],\n\"initiatives\": [");
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "%s{\"id\": \"i%u\", \"name\": \"I\", \"design-investment\": 1, \"products\": [", i > 0 ? ",\n" : "", i);
      for (guint j = 0; j < m; j++)
        g_string_append_printf (text, "%s{\"id\": \"j%u\", \"name\": \"J\", \"unit\": \"t\", \"capacity\": 1, \"price\": 1}", j > 0 ? ", " : "", j);
      g_string_append (text, "]}");
    }
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

static void
assert_told (char *text, const char *expected)
{
  g_autofree char *owned = text, *told = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (OutlayPlan) plan = outlay_plan_read (text, strlen (text), &faults, NULL);

  told = sample_tell (faults);
  g_assert_cmpstr (told, ==, expected);
  g_assert_true ((plan != NULL) == (*expected == '\0'));
}

static void
test_lengths (void)
{
  assert_told (build_text (10000, 1, 1), "");
  assert_told (build_text (10001, 1, 1), "3:16: initiatives: found an array of length 10001, expected a length from 1 to 10000\n");
  assert_told (build_text (0, 1, 1), "3:16: initiatives: found an array of length 0, expected a length from 1 to 10000\n");
  assert_told (build_text (1, 100, 64), "");
  assert_told (build_text (1, 101, 64), "3:79: initiatives.i0.products: found an array of length 101, expected a length from 1 to 100\n");
  assert_told (build_text (1, 0, 1), "3:79: initiatives.i0.products: found an array of length 0, expected a length from 1 to 100\n");
  assert_told (build_text (1, 1, 65), "2:11: phases: found an array of length 65, expected a length from 1 to 64\n");
  assert_told (build_text (1, 1, 0), "2:11: phases: found an array of length 0, expected a length from 1 to 64\n");
}

/* Of more faults than a hundred the first hundred of the file, and still no plan. */
static void
test_limit (void)
{
  g_autoptr (GString) text = g_string_new ("{");
  g_autoptr (GPtrArray) faults = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "\n\"unheard-of\": 1,");
  g_string_append (text, "\n\"years\": 0}");
  g_assert_null (outlay_plan_read (text->str, text->len, &faults, NULL));
  g_assert_cmpuint (faults->len, ==, 100);
  /* Five members that must be given are missing where the object begins. */
  for (guint i = 0; i < 100; i++)
    g_assert_cmpuint (((OutlayFault *) g_ptr_array_index (faults, i))->line, ==, i < 5 ? 1 : i - 3);
}

static void
test_load (void)
{
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/plan.outlay.json"), endless = g_file_new_for_path ("/dev/zero");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) not_found = NULL, too_large = NULL, cancelled = NULL;

  g_assert_null (outlay_plan_load (missing, &faults, NULL, &not_found));
  g_assert_error (not_found, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (not_found->message, ==, "“/nowhere/plan.outlay.json” could not be read: It is not there. It may have been moved, renamed or deleted.");
  g_assert_null (faults);

  g_assert_null (outlay_plan_load (endless, &faults, NULL, &too_large));
  g_assert_error (too_large, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_FAULTS);
  g_assert_cmpuint (faults->len, ==, 1);

  g_cancellable_cancel (cancellable);
  g_assert_null (outlay_plan_load (endless, NULL, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/store/reader/fault/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_fault);
    }
  g_test_add_func ("/store/reader/error", test_error);
  g_test_add_func ("/store/reader/all", test_all);
  g_test_add_func ("/store/reader/unread-start", test_unread_start);
  g_test_add_func ("/store/reader/order", test_order);
  g_test_add_func ("/store/reader/nothing", test_nothing);
  g_test_add_func ("/store/reader/lengths", test_lengths);
  g_test_add_func ("/store/reader/limit", test_limit);
  g_test_add_func ("/store/reader/load", test_load);
  return g_test_run ();
}
