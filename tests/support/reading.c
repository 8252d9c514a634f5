/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/reading.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "store/reader.h"
#include "store/text-index.h"
#include "store/writer.h"

#define MOST_FAULTS 100

/* --- the same JSON to json-glib --- */

static guint
count (const OutlayTextIndex *index, guint entry)
{
  guint n = 0;

  for (guint child = outlay_text_first (entry); child < outlay_text_end (index, entry); child = outlay_text_entry (index, child)->next)
    n++;
  return n;
}

static void compare (const OutlayTextIndex *index, guint entry, JsonNode *node);

static void
compare_object (const OutlayTextIndex *index, guint entry, JsonObject *object)
{
  /* Of members of one name json-glib keeps the last alone. */
  if (json_object_get_size (object) < count (index, entry))
    return;
  for (guint child = outlay_text_first (entry); child < outlay_text_end (index, entry); child = outlay_text_entry (index, child)->next)
    {
      g_autofree char *name = outlay_text_name (index, child);

      g_assert_true (json_object_has_member (object, name));
      compare (index, child, json_object_get_member (object, name));
    }
}

static void
compare_array (const OutlayTextIndex *index, guint entry, JsonArray *array)
{
  guint i = 0;

  g_assert_cmpuint (json_array_get_length (array), ==, count (index, entry));
  for (guint child = outlay_text_first (entry); child < outlay_text_end (index, entry); child = outlay_text_entry (index, child)->next)
    compare (index, child, json_array_get_element (array, i++));
}

static void
compare (const OutlayTextIndex *index, guint entry, JsonNode *node)
{
  g_autofree char *string = NULL;

  switch (outlay_text_kind (index, entry))
    {
    case OUTLAY_TEXT_OBJECT:
      g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
      compare_object (index, entry, json_node_get_object (node));
      break;
    case OUTLAY_TEXT_ARRAY:
      g_assert_true (JSON_NODE_HOLDS_ARRAY (node));
      compare_array (index, entry, json_node_get_array (node));
      break;
    case OUTLAY_TEXT_STRING:
      string = outlay_text_string (index, entry);
      g_assert_cmpstr (string, ==, json_node_get_string (node));
      break;
    case OUTLAY_TEXT_BOOLEAN:
      g_assert_true (json_node_get_value_type (node) == G_TYPE_BOOLEAN);
      g_assert_true (outlay_text_boolean (index, entry) == json_node_get_boolean (node));
      break;
    case OUTLAY_TEXT_NULL:
      g_assert_true (JSON_NODE_HOLDS_NULL (node));
      break;
    case OUTLAY_TEXT_NUMBER:
      /* json-glib saturates integers that a double holds well. */
      if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
        g_assert_true (outlay_text_number (index, entry) == json_node_get_double (node));
      else
        g_assert_true (json_node_get_int (node) > 1LL << 53 || json_node_get_int (node) < -(1LL << 53) ||
                       outlay_text_number (index, entry) == json_node_get_int (node));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
compare_json (const char *text, gsize length)
{
  g_auto (OutlayFaults) faults = { 0 };
  g_auto (OutlayTextIndex) index = { 0 };
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  outlay_faults_init (&faults, text, length);
  if (!outlay_text_index_init (&index, text, length, &faults))
    g_assert_true (outlay_faults_any (&faults));
  if (outlay_faults_any (&faults))
    return;
  json_parser_set_strict (parser, TRUE);
  json_parser_load_from_data (parser, text, (gssize) length, &error);
  g_assert_no_error (error);
  compare (&index, 0, json_parser_get_root (parser));
}

/* --- a whole plan or none --- */

static void
check_faults (GPtrArray *faults)
{
  OutlayFault *before = NULL;

  g_assert_nonnull (faults);
  g_assert_cmpuint (faults->len, >, 0);
  g_assert_cmpuint (faults->len, <=, MOST_FAULTS);
  for (guint i = 0; i < faults->len; i++)
    {
      OutlayFault *fault = g_ptr_array_index (faults, i);

      g_assert_cmpuint (fault->line, >, 0);
      g_assert_cmpuint (fault->column, >, 0);
      g_assert_true (g_utf8_validate (fault->path, -1, NULL));
      g_assert_true (g_utf8_validate (fault->message, -1, NULL));
      g_assert_true (before == NULL || before->line < fault->line || (before->line == fault->line && before->column <= fault->column));
      for (const char *c = fault->message; *c != '\0'; c++)
        g_assert_true ((guchar) *c >= ' ');
      for (const char *c = fault->path; *c != '\0'; c++)
        g_assert_true ((guchar) *c >= ' ');
      before = fault;
    }
}

static void
check_round_trip (OutlayPlan *plan)
{
  g_autoptr (GString) written = outlay_plan_write (plan), again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayPlan) copy = outlay_plan_read (written->str, written->len, NULL, &error);

  g_assert_no_error (error);
  again = outlay_plan_write (copy);
  g_assert_cmpstr (again->str, ==, written->str);
}

gboolean
test_reading (const char *text, gsize length)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayPlan) plan = outlay_plan_read (text, length, &faults, &error);

  compare_json (text, length);
  if (plan != NULL)
    {
      g_assert_no_error (error);
      g_assert_null (faults);
      check_round_trip (plan);
    }
  else
    {
      g_assert_error (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_FAULTS);
      check_faults (faults);
    }
  return plan != NULL;
}
