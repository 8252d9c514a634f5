/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/text-index.h"

#include <json-glib/json-glib.h>
#include <locale.h>

/* The faults of a text as a planner is told them, one a line: line:column: path: message. */
static char *
tell (const char *text, gsize length)
{
  g_auto (OutlayFaults) faults = { 0 };
  g_auto (OutlayTextIndex) index = { 0 };
  GString *told = g_string_new (NULL);

  outlay_faults_init (&faults, text, length);
  outlay_text_index_init (&index, text, length, &faults);
  for (guint i = 0; i < faults.list->len; i++)
    {
      OutlayFault *fault = g_ptr_array_index (faults.list, i);

      g_string_append_printf (told, "%s%u:%u: %s: %s", i > 0 ? "\n" : "", fault->line, fault->column, fault->path, fault->message);
    }
  return g_string_free (told, FALSE);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *told;
  gsize length; /* where text holds zero bytes */
} Case;

#define ZERO "found the character U+0000 (a zero byte), which no text may contain; expected text without it"
#define NOT_UTF8(byte) "found the byte 0x" byte ", which is not UTF-8; expected a file saved as UTF-8"
#define COMMENT "found a comment, which a plan file has no place for; expected remarks in a description or in sources"
#define SINGLE "found a single quote; expected the double quotes in which every name and text stands"
#define NOT_A_VALUE(word) "found “" word "”; expected a number, a text in double quotes, true, false, null, an object or an array"
#define NOT_A_NUMBER(word) "found “" word "”, which is not written as a number is; expected one such as 1800000000, 0.42 or 1.8e9"
#define NOT_FINITE(word) "found “" word "”, which is no number that can be reckoned with; expected a finite number, or null where that may stand"
#define TOO_LARGE(word) "found the number " word ", which is too large to hold; expected one below 1.8e308"
#define LONE(unit) "found the lone surrogate \\u" unit "; expected a whole character, which takes a pair such as \\ud83d\\udd0b"

static const Case cases[] = {
  { "sound", "{\"a\": [1, -0.5e+3, true, false, null, \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\udd0b兆\"], \"b\": {}, \"c\": []}", "" },
  { "big-integer", "{\"a\": 5200000000000000000000}", "" },
  { "empty", "", "1:1: : found an empty file; expected a plan, which begins with “{”" },
  { "blank", " \n\t\r\n", "1:1: : found an empty file; expected a plan, which begins with “{”" },
  { "byte-order-mark", "\xef\xbb\xbf{}", "1:1: : found a byte order mark; expected the file to begin with “{” (saved as UTF-8 without a mark)" },
  { "utf-16", "\xff\xfe{", "1:1: : found UTF-16, which is not UTF-8; expected a file saved as UTF-8" },

  { "bytes-in-text", "{\"a\":\n  \"兆\xff\xfe\"}", "2:5: a: " NOT_UTF8 ("ff") },
  { "bytes-cut-short", "{\"a\": \"\xe5\x85\"}", "1:8: a: " NOT_UTF8 ("e5") },
  { "bytes-overlong", "{\"a\": \"\xc0\x80\"}", "1:8: a: " NOT_UTF8 ("c0") },
  { "bytes-surrogate", "{\"a\": \"\xed\xa0\x80\"}", "1:8: a: " NOT_UTF8 ("ed") },
  { "bytes-in-name", "{\"\xff\": 1, \"b\": \"\xfe\"}", "1:3: : " NOT_UTF8 ("ff") "\n1:16: b: " NOT_UTF8 ("fe") },
  { "bytes-outside", "{\"a\": 1\xff}", "1:8: a: " NOT_UTF8 ("ff") },
  { "bytes-for-a-value", "{\"a\": \xff}", "1:7: a: " NOT_UTF8 ("ff") },
  { "bytes-for-a-name", "{\xff: 1}", "1:2: : " NOT_UTF8 ("ff") },

  { "zero-byte", "{\"a\": \"b\0c\", \"d\": 1e999}", "1:9: a: " ZERO "\n1:19: d: " TOO_LARGE ("1e999"), 24 },
  { "zero-byte-outside", "{\"a\": 1,\0}", "1:9: : " ZERO, 10 },
  { "zero-byte-after", "{}\0", "1:3: : " ZERO, 3 },
  { "zero-escape", "{\"a\": \"\\u0000\"}", "1:8: a: found the character U+0000 (written \\u0000), which no text may contain; expected text without it" },
  { "high-surrogate", "{\"a\": \"x\\ud800y\"}", "1:9: a: " LONE ("d800") },
  { "low-surrogate", "{\"a\": \"\\uDC00\"}", "1:8: a: " LONE ("DC00") },
  { "two-high-surrogates", "{\"a\": \"\\ud83d\\ud83d\\udd0b\"}", "1:8: a: " LONE ("d83d") },
  { "control", "{\"a\": \"x\ty\"}", "1:9: a: found the control character U+0009 inside a text; expected it written as \\u0009" },
  { "escape", "{\"a\": \"\\x41\"}", "1:8: a: found “\\x”, which is no escape; expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX" },
  { "escape-digits", "{\"a\": \"\\u12g4\"}", "1:8: a: found \\u without four hexadecimal digits; expected an escape such as \\u00b2" },

  { "infinity", "{\"a\": 1e999}", "1:7: a: " TOO_LARGE ("1e999") },
  { "minus-infinity", "[-1e309]", "1:2: 1: " TOO_LARGE ("-1e309") },
  { "infinity-word", "{\"a\": Infinity, \"b\": -Infinity, \"c\": +inf}",
    "1:7: a: " NOT_FINITE ("Infinity") "\n1:22: b: " NOT_FINITE ("-Infinity") "\n1:38: c: " NOT_FINITE ("+inf") },
  { "nan", "{\"a\": NaN, \"b\": nan}", "1:7: a: " NOT_FINITE ("NaN") "\n1:17: b: " NOT_FINITE ("nan") },
  { "numbers", "[01, 1., .5, +1, 0x10, 1e, 1e+, -, 1.5.2]",
    "1:2: 1: " NOT_A_NUMBER ("01") "\n1:6: 2: " NOT_A_NUMBER ("1.") "\n1:10: 3: " NOT_A_NUMBER (".5") "\n1:14: 4: " NOT_A_NUMBER ("+1")
    "\n1:18: 5: " NOT_A_NUMBER ("0x10") "\n1:24: 6: " NOT_A_NUMBER ("1e") "\n1:28: 7: " NOT_A_NUMBER ("1e+") "\n1:33: 8: " NOT_A_NUMBER ("-")
    "\n1:36: 9: " NOT_A_NUMBER ("1.5.2") },
  { "word", "{\"a\": True}", "1:7: a: " NOT_A_VALUE ("True") },

  { "line-comment", "{ // why\n\"a\": 1}", "1:3: : " COMMENT },
  { "block-comment", "{\"a\": /* why\n */ 1, \"b\": 1e999}", "1:7: : " COMMENT "\n2:13: b: " TOO_LARGE ("1e999") },
  { "comment-open", "{\"a\": /* why", "1:7: : " COMMENT "\n1:13: : found the end of the file inside the object that begins at line 1, column 1; expected its “}”" },
  { "slash", "{\"a\": 1} /", "1:10: : found “/”, expected a value or a mark of JSON" },
  { "single-quotes", "{\"a\": 'b', \"c\": 1e999}", "1:7: a: " SINGLE "\n1:17: c: " TOO_LARGE ("1e999") },
  { "single-quotes-open", "{\"a\": 'b}", "1:7: a: " SINGLE },
  { "single-quoted-name", "{'a': 1}", "1:2: : " SINGLE },

  { "trailing-data", "{}\n  {}", "2:3: : found “{”, expected nothing after the end of the plan" },
  { "trailing-word", "{} x", "1:4: : found “x”, expected nothing after the end of the plan" },
  { "trailing-comma", "{\"a\": [1, 2,], }", "1:12: a: found a comma before “]”, expected nothing or another entry\n"
    "1:14: : found a comma before “}”, expected nothing or another entry" },
  { "missing-comma", "{\"a\": 1\n \"b\": 2}", "2:2: : found “\"”, expected “,” or “}”" },
  { "missing-comma-in-array", "{\"a\": [1 2]}", "1:10: a: found “2”, expected “,” or “]”" },
  { "two-commas", "[1,,2]", "1:4: 2: " NOT_A_VALUE (",") },
  { "missing-colon", "{\"a\" 1}", "1:6: : found “1”, expected “:” after the name of a member" },
  { "missing-value", "{\"a\": }", "1:7: a: " NOT_A_VALUE ("}") },
  { "bare-name", "{a: 1}", "1:2: : found “a”, expected the name of a member in double quotes" },
  { "wrong-bracket", "{\"a\": [1}", "1:9: a: found “}”, expected “,” or “]”" },
  { "open-text", "{\"a\": \"b", "1:7: a: found a text that nothing closes before the end of the file; expected “\"” at its end" },
  { "open-text-line", "{\"a\": \"b\n\"}", "1:7: a: found a text that its line does not close; expected “\"” at its end, and a line break in it written as \\n" },
  { "open-escape", "{\"a\": \"b\\", "1:7: a: found a text that nothing closes before the end of the file; expected “\"” at its end" },
  { "open-name", "{\"a", "1:2: : found a text that nothing closes before the end of the file; expected “\"” at its end" },
  { "open-object", "{\n \"a\": {\"b\": 1", "2:14: a: found the end of the file inside the object that begins at line 2, column 7; expected its “}”" },
  { "open-array", "{\"a\": [1,", "1:10: a: found the end of the file inside the array that begins at line 1, column 7; expected its “]”" },

  { "path-by-id", "{\"initiatives\": [{\"id\": \"mining\", \"products\": [{\"id\": \"a\"}, {\"price\": NaN}]}]}",
    "1:71: initiatives.mining.products.2.price: " NOT_FINITE ("NaN") },
  { "path-printable", "{\"a\\u001b[2J\": NaN}", "1:16: a\\u001b[2J: " NOT_FINITE ("NaN") },
};

static void
test_fault (gconstpointer data)
{
  const Case *one = data;
  gsize length = one->length > 0 ? one->length : strlen (one->text);
  /* A copy of its own length, so that a sanitizer sees a byte read past the end. */
  g_autofree char *text = g_memdup2 (one->text, length);
  g_autofree char *told = tell (text != NULL ? text : "", length);

  g_assert_cmpstr (told, ==, one->told);
}

static char *
nest (guint levels)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < levels; i++)
    g_string_append_c (text, '[');
  for (guint i = 0; i < levels; i++)
    g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

static void
test_levels (void)
{
  g_autofree char *deep = nest (32), *deeper = nest (33), *abyss = nest (1000000);
  g_autofree char *told = NULL, *told_deeper = NULL, *told_abyss = NULL;

  told = tell (deep, strlen (deep));
  g_assert_cmpstr (told, ==, "");
  told_deeper = tell (deeper, strlen (deeper));
  g_assert_cmpstr (told_deeper, ==, "1:33: 1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1: "
                                    "found objects and arrays within each other at level 33; expected no more than 32 levels");
  told_abyss = tell (abyss, strlen (abyss));
  g_assert_cmpstr (told_abyss, ==, told_deeper);
}

static void
test_too_large (void)
{
  gsize most = 64 * 1024 * 1024;
  g_autofree char *text = g_malloc (most + 1), *told = NULL, *told_larger = NULL;

  memset (text, ' ', most + 1);
  text[0] = '{';
  text[1] = '}';
  told = tell (text, most);
  g_assert_cmpstr (told, ==, "");
  told_larger = tell (text, most + 1);
  g_assert_cmpstr (told_larger, ==, "1:1: : found a file of more than 64 MiB; expected a plan of at most 64 MiB");
}

/* The first hundred faults of the text are kept, in its order. */
static void
test_limit (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_auto (OutlayFaults) faults = { 0 };
  g_auto (OutlayTextIndex) index = { 0 };

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "NaN,\n");
  g_string_append (text, "0]");

  outlay_faults_init (&faults, text->str, text->len);
  g_assert_true (outlay_text_index_init (&index, text->str, text->len, &faults));
  g_assert_cmpuint (faults.list->len, ==, 100);
  g_assert_false (outlay_faults_wants (&faults, text->len));
  outlay_faults_add (&faults, 0, g_strdup ("root"), g_strdup ("first"));
  g_assert_cmpuint (faults.list->len, ==, 100);
  for (guint i = 0; i < 100; i++)
    g_assert_cmpuint (((OutlayFault *) g_ptr_array_index (faults.list, i))->line, ==, MAX (i, 1));
}

/* Far into a long text, and in one long line, a place is still exact. */
static void
test_places (void)
{
  g_autoptr (GString) text = g_string_new ("[\"");
  g_auto (OutlayFaults) faults = { 0 };
  guint line, column;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "兆");
  g_string_append (text, "\",\n\n NaN]");

  outlay_faults_init (&faults, text->str, text->len);
  outlay_faults_locate (&faults, 2 + 3 * 99999, &line, &column);
  g_assert_cmpuint (line, ==, 1);
  g_assert_cmpuint (column, ==, 100002);
  outlay_faults_locate (&faults, text->len - 4, &line, &column);
  g_assert_cmpuint (line, ==, 3);
  g_assert_cmpuint (column, ==, 2);
  outlay_faults_locate (&faults, text->len, &line, &column);
  g_assert_cmpuint (column, ==, 6);
}

static void
test_numbers (void)
{
  static const char text[] = "[5200000000000000000000, 9223372036854775808, 9007199254740993, 5e-324, -0, 0.1, 1e-7, 1.7976931348623157e308]";
  static const double numbers[] = { 5.2e21, 9223372036854775808.0, 9007199254740992.0, 5e-324, 0, 0.1, 1e-7, G_MAXDOUBLE };
  g_auto (OutlayFaults) faults = { 0 };
  g_auto (OutlayTextIndex) index = { 0 };

  outlay_faults_init (&faults, text, strlen (text));
  g_assert_true (outlay_text_index_init (&index, text, strlen (text), &faults));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_cmpfloat (outlay_text_number (&index, i + 1), ==, numbers[i]);
}

static void
test_strings (void)
{
  static const char text[] = "{\"pri\\u0063e\": \"a\\n\\ud83d\\udd0b\\\"兆\", \"b\": \"\"}";
  g_auto (OutlayFaults) faults = { 0 };
  g_auto (OutlayTextIndex) index = { 0 };
  g_autofree char *name = NULL, *string = NULL, *empty = NULL;

  outlay_faults_init (&faults, text, strlen (text));
  g_assert_true (outlay_text_index_init (&index, text, strlen (text), &faults));
  g_assert_true (outlay_text_name_is (&index, 1, "price"));
  name = outlay_text_name (&index, 1);
  g_assert_cmpstr (name, ==, "price");
  string = outlay_text_string (&index, 1);
  g_assert_cmpstr (string, ==, "a\n🔋\"兆");
  empty = outlay_text_string (&index, 2);
  g_assert_cmpstr (empty, ==, "");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/store/text/fault/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_fault);
    }
  g_test_add_func ("/store/text/levels", test_levels);
  g_test_add_func ("/store/text/too-large", test_too_large);
  g_test_add_func ("/store/text/limit", test_limit);
  g_test_add_func ("/store/text/places", test_places);
  g_test_add_func ("/store/text/numbers", test_numbers);
  g_test_add_func ("/store/text/strings", test_strings);
  return g_test_run ();
}
