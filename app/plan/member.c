/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/member.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "engine/series.h"
#include "plan/nearest.h"
#include "plan/node-private.h"
#include "plan/plan.h"

#define LONGEST_ID 64
/* A found text is quoted up to here, so that a message stays a sentence. */
#define LONGEST_QUOTE 60

/* --- words of sentences --- */

/* An end of a range. The smallest double above 0 and those next to ±1 stand for an end that is itself excluded. */
static char *
format_bound (const OutlayMember *member, double bound, gboolean *excluded)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gboolean next_to_one = fabs (bound) == 1 - DBL_EPSILON / 2;

  *excluded = bound == DBL_MIN || next_to_one;
  if (member->kind == OUTLAY_MEMBER_MONTH)
    return outlay_month_format (bound);
  outlay_number_format (*excluded ? (next_to_one ? copysign (1, bound) : 0) : bound, buffer);
  return buffer[0] == '-' ? g_strconcat ("−", buffer + 1, NULL) : g_strdup (buffer);
}

static char *
quote_words (const OutlayMember *member)
{
  g_autofree char *inner = g_strjoinv (_("”, “"), (char **) member->words);

  if (member->words[1] == NULL)
    return g_strdup_printf (_("“%s”"), inner);
  /* Translators: a list of words, already joined by ”, “ */
  return g_strdup_printf (_("one of “%s”"), inner);
}

static char *
number_expectation (const OutlayMember *member)
{
  gboolean above, below;
  g_autofree char *minimum = format_bound (member, member->minimum, &above);
  g_autofree char *maximum = format_bound (member, member->maximum, &below);

  if (member->kind == OUTLAY_MEMBER_MONTH)
    return g_strdup_printf (_("a month from %s to %s"), minimum, maximum);
  if (member->kind == OUTLAY_MEMBER_INTEGER)
    return member->minimum == member->maximum ? g_strdup (minimum)
                                              : g_strdup_printf (_("a whole number from %s to %s"), minimum, maximum);
  if (member->minimum <= -OUTLAY_UNLIMITED)
    return g_strdup (_("a number"));
  if (member->maximum >= OUTLAY_UNLIMITED)
    return g_strdup_printf (above ? _("a number above %s") : _("a number of at least %s"), minimum);
  return g_strdup_printf (above && below ? _("a number between %s and %s, not one of them") : _("a number from %s to %s"), minimum,
                          maximum);
}

static char *
kind_expectation (const OutlayMember *member)
{
  switch (member->kind)
    {
    case OUTLAY_MEMBER_CHOICE:
      return quote_words (member);
    case OUTLAY_MEMBER_BOOLEAN:
      return g_strdup (_("true or false"));
    case OUTLAY_MEMBER_STRING:
      return g_strdup (_("a text"));
    case OUTLAY_MEMBER_ID:
      return g_strdup (_("an id: 1–64 small letters, digits and hyphens, a letter first"));
    case OUTLAY_MEMBER_REFERENCE:
      return g_strdup (_("an id"));
    case OUTLAY_MEMBER_CURRENCY:
      return g_strdup (_("a currency’s code of three capital letters, like “CNY”"));
    case OUTLAY_MEMBER_COLOUR:
      return g_strdup (_("a colour like “#2f6eb5”"));
    case OUTLAY_MEMBER_PATH:
      return g_strdup (_("the path of a number"));
    case OUTLAY_MEMBER_PAIR:
      return g_strdup (_("an array of two paths"));
    case OUTLAY_MEMBER_SERIES:
      return g_strdup (_("the name of a yearly series"));
    case OUTLAY_MEMBER_INDICATOR:
      return g_strdup (_("the name of an indicator"));
    case OUTLAY_MEMBER_CHANGES:
    case OUTLAY_MEMBER_SOURCES:
    case OUTLAY_MEMBER_NODE:
      return g_strdup (_("an object"));
    case OUTLAY_MEMBER_NODES:
      return g_strdup (_("an array"));
    default:
      return number_expectation (member);
    }
}

static char *
describe_found (const OutlayValue *value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  switch (value->type)
    {
    case OUTLAY_VALUE_NUMBER:
      if (!isfinite (value->number))
        return g_strdup (_("a number that is too large"));
      return g_strdup (outlay_number_format (value->number, buffer));
    case OUTLAY_VALUE_STRING:
      if (g_utf8_strlen (value->string, -1) > LONGEST_QUOTE)
        {
          g_autofree char *start = g_utf8_substring (value->string, 0, LONGEST_QUOTE);

          return g_strdup_printf (_("“%s…”"), start);
        }
      return g_strdup_printf (_("“%s”"), value->string);
    case OUTLAY_VALUE_NULL:
      return g_strdup ("null");
    default:
      return g_strdup (_("nothing"));
    }
}

/* --- checks --- */

/* The name that an unknown word, series or indicator was probably meant to be. */
static const char *
find_meant (const OutlayMember *member, const char *name)
{
  OutlayNearest nearest = OUTLAY_NEAREST_INIT (name);

  if (member->kind == OUTLAY_MEMBER_CHOICE)
    return outlay_nearest_of (name, member->words);
  if (member->kind == OUTLAY_MEMBER_SERIES)
    for (guint i = 0; i < OUTLAY_N_SERIES; i++)
      outlay_nearest_consider (&nearest, outlay_series_name (i));
  if (member->kind == OUTLAY_MEMBER_INDICATOR)
    for (guint i = 0; i < OUTLAY_N_INDICATORS; i++)
      outlay_nearest_consider (&nearest, outlay_indicator_name (i));
  return nearest.best;
}

static gboolean
is_currency (const char *text)
{
  return strlen (text) == 3 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]) && g_ascii_isupper (text[2]);
}

static gboolean
is_colour (const char *text)
{
  return text[0] == '#' && strlen (text) == 7 && strspn (text + 1, "0123456789abcdefABCDEF") == 6;
}

static gboolean
fits_string (const OutlayMember *member, const char *text)
{
  double month;

  switch (member->kind)
    {
    case OUTLAY_MEMBER_MONTH:
      return outlay_month_parse (text, &month) && month >= member->minimum && month <= member->maximum;
    case OUTLAY_MEMBER_CHOICE:
      return outlay_choice_from_word (member->words, text) >= 0;
    case OUTLAY_MEMBER_ID:
    case OUTLAY_MEMBER_REFERENCE:
      return outlay_id_is_valid (text);
    case OUTLAY_MEMBER_CURRENCY:
      return is_currency (text);
    case OUTLAY_MEMBER_COLOUR:
      return is_colour (text);
    case OUTLAY_MEMBER_SERIES:
      return outlay_series_from_name (text) >= 0;
    case OUTLAY_MEMBER_INDICATOR:
      return outlay_indicator_from_name (text) >= 0;
    default:
      return TRUE;
    }
}

static gboolean
takes_numbers (const OutlayMember *member)
{
  return member->kind == OUTLAY_MEMBER_REAL || member->kind == OUTLAY_MEMBER_INTEGER || member->kind == OUTLAY_MEMBER_BOOLEAN ||
         outlay_member_is_array (member);
}

static gboolean
takes_strings (const OutlayMember *member)
{
  return member->kind == OUTLAY_MEMBER_MONTH || member->kind == OUTLAY_MEMBER_CHOICE || outlay_member_is_string (member);
}

static gboolean
fits_number (const OutlayMember *member, double number)
{
  return isfinite (number) && number >= member->minimum && number <= member->maximum &&
         (member->kind == OUTLAY_MEMBER_REAL || outlay_member_is_array (member) || number == trunc (number));
}

/* −1 where it fits, otherwise what kind of fault it is. */
static int
find_fault (const OutlayMember *member, const OutlayValue *value)
{
  switch (value->type)
    {
    case OUTLAY_VALUE_NUMBER:
      if (!takes_numbers (member))
        return OUTLAY_PLAN_ERROR_WRONG_TYPE;
      return fits_number (member, value->number) ? -1 : OUTLAY_PLAN_ERROR_OUT_OF_RANGE;
    case OUTLAY_VALUE_STRING:
      if (!takes_strings (member))
        return OUTLAY_PLAN_ERROR_WRONG_TYPE;
      return fits_string (member, value->string) ? -1 : OUTLAY_PLAN_ERROR_OUT_OF_RANGE;
    case OUTLAY_VALUE_NULL:
      return member->nullable ? -1 : OUTLAY_PLAN_ERROR_WRONG_TYPE;
    default:
      return member->absent && !outlay_member_is_array (member) ? -1 : OUTLAY_PLAN_ERROR_WRONG_TYPE;
    }
}

/**
 * outlay_member_check:
 * @member: a member
 * @value: what it shall hold; of an array, what one entry shall
 * @error: OUTLAY_PLAN_ERROR_WRONG_TYPE or OUTLAY_PLAN_ERROR_OUT_OF_RANGE; says what was found, what was expected, and the word that was
 *   probably meant
 *
 * Returns: whether the value has the type and lies in the range of the member
 */
gboolean
outlay_member_check (const OutlayMember *member, const OutlayValue *value, GError **error)
{
  int fault = find_fault (member, value);
  g_autofree char *found = NULL, *expected = NULL;
  const char *meant;

  if (fault < 0)
    return TRUE;
  found = describe_found (value);
  expected = outlay_member_expectation (member);
  meant = value->type == OUTLAY_VALUE_STRING ? find_meant (member, value->string) : NULL;
  if (meant != NULL)
    g_set_error (error, OUTLAY_PLAN_ERROR, fault, _("found %s, expected %s; did you mean “%s”?"), found, expected, meant);
  else
    g_set_error (error, OUTLAY_PLAN_ERROR, fault, _("found %s, expected %s"), found, expected);
  return FALSE;
}

/**
 * outlay_member_expectation:
 * @member: a member
 *
 * Returns: (transfer full): what a sentence says was expected: "a number from 0 to 1", "one of “end-of-year”, “mid-year”"; translated
 */
char *
outlay_member_expectation (const OutlayMember *member)
{
  char *expectation = kind_expectation (member);

  if (member->nullable)
    {
      g_autofree char *alone = expectation;

      return g_strdup_printf (_("%s, or null"), alone);
    }
  return expectation;
}

/**
 * outlay_member_range:
 * @member: a member
 *
 * Returns: (transfer full): what a table says: "0–1", "≥ 0", "end-of-year, mid-year"; for what is no number what kind of text it is
 */
char *
outlay_member_range (const OutlayMember *member)
{
  gboolean above, below;
  g_autofree char *minimum = format_bound (member, member->minimum, &above);
  g_autofree char *maximum = format_bound (member, member->maximum, &below);

  if (member->kind == OUTLAY_MEMBER_CHOICE)
    return g_strjoinv (", ", (char **) member->words);
  if (!takes_numbers (member) && member->kind != OUTLAY_MEMBER_MONTH)
    return kind_expectation (member);
  if (member->minimum <= -OUTLAY_UNLIMITED)
    return g_strdup (_("any number"));
  if (member->maximum >= OUTLAY_UNLIMITED)
    return g_strdup_printf (above ? "> %s" : "≥ %s", minimum);
  return g_strdup_printf (above ? "> %s, < %s" : "%s–%s", minimum, maximum);
}

/**
 * outlay_member_is_changeable:
 * @member: a member
 *
 * Returns: whether scenarios may change such a member, where its object is none of those that they leave alone
 */
gboolean
outlay_member_is_changeable (const OutlayMember *member)
{
  if (outlay_member_is_number (member))
    return member->minimum < member->maximum;
  return outlay_member_is_array (member) || (outlay_member_is_string (member) && member->kind != OUTLAY_MEMBER_ID);
}

/* --- text and storage --- */

/* A number as JSON writes it; words, hexadecimal digits and blanks are none. */
static gboolean
parse_number (const char *text, double *number)
{
  char *end;

  if (*text == '\0' || strspn (text, "+-.0123456789eE") != strlen (text))
    return FALSE;
  *number = g_ascii_strtod (text, &end);
  return *end == '\0';
}

/**
 * outlay_member_parse:
 * @member: a member that has one value, or an array of which one entry is meant
 * @text: "0.42", "2021-08", "mid-year", "true", "null"
 * @value: an initialised value; left alone on error
 * @error: as of outlay_member_check()
 *
 * Reads text as the type of the member and checks it. Numbers are written as in JSON, in every locale.
 *
 * Returns: whether the text fits
 */
gboolean
outlay_member_parse (const OutlayMember *member, const char *text, OutlayValue *value, GError **error)
{
  g_auto (OutlayValue) parsed = OUTLAY_VALUE_INIT;
  double number;

  if (member->nullable && g_str_equal (text, "null"))
    outlay_value_set_null (&parsed);
  else if (member->kind == OUTLAY_MEMBER_BOOLEAN && (g_str_equal (text, "true") || g_str_equal (text, "false")))
    outlay_value_set_number (&parsed, text[0] == 't');
  else if (member->kind != OUTLAY_MEMBER_BOOLEAN && takes_numbers (member) && parse_number (text, &number))
    outlay_value_set_number (&parsed, number);
  else
    outlay_value_set_string (&parsed, text);
  if (!outlay_member_check (member, &parsed, error))
    return FALSE;
  outlay_value_copy (value, &parsed);
  return TRUE;
}

static void
set_nothing (const OutlayMember *member, OutlayValue *value)
{
  outlay_value_clear (value);
  value->type = member->nullable ? OUTLAY_VALUE_NULL : OUTLAY_VALUE_ABSENT;
}

static void
set_stored_number (const OutlayMember *member, double number, OutlayValue *value)
{
  if (isnan (number))
    set_nothing (member, value);
  else if (member->kind == OUTLAY_MEMBER_CHOICE)
    outlay_value_set_string (value, member->words[(guint) number]);
  else if (member->kind == OUTLAY_MEMBER_MONTH)
    {
      g_autofree char *month = outlay_month_format (number);

      outlay_value_set_string (value, month);
    }
  else
    outlay_value_set_number (value, number);
}

/**
 * outlay_member_get_default:
 * @member: a member
 * @value: an initialised value
 *
 * Gives what the member is where a file leaves it out; absent where a file may not.
 */
void
outlay_member_get_default (const OutlayMember *member, OutlayValue *value)
{
  outlay_value_clear (value);
  if (member->required)
    return;
  if (member->nullable || member->absent)
    set_nothing (member, value);
  else if (outlay_member_is_number (member) || outlay_member_is_array (member))
    set_stored_number (member, member->standard, value);
  else if (member->text != NULL)
    outlay_value_set_string (value, member->text);
}

/**
 * outlay_node_get_value:
 * @node: an object of the plan
 * @member: a member of its class that has one value, or an array of numbers
 * @index: the entry of an array, from 0; −1 otherwise
 * @value: an initialised value
 *
 * Gives the plan's own value as the file has it: months and choices as texts.
 */
void
outlay_node_get_value (OutlayNode *node, const OutlayMember *member, int index, OutlayValue *value)
{
  const char *string;

  if (outlay_member_is_number (member))
    set_stored_number (member, outlay_node_get_number (node, member), value);
  else if (outlay_member_is_array (member))
    outlay_value_set_number (value, outlay_node_get_entry (node, member, (guint) index));
  else if ((string = outlay_node_get_string (node, member)) != NULL)
    outlay_value_set_string (value, string);
  else
    set_nothing (member, value);
}

/**
 * outlay_member_to_number:
 * @member: a member that is a number
 * @value: a value that outlay_member_check() accepts
 *
 * Returns: the number that it is to a node and to the engine: the enumerator of a choice, 12 · year + month − 1 of a month, NaN for null and absent
 */
double
outlay_member_to_number (const OutlayMember *member, const OutlayValue *value)
{
  double month = NAN;

  if (value->type == OUTLAY_VALUE_NUMBER)
    return value->number;
  if (value->type != OUTLAY_VALUE_STRING)
    return NAN;
  if (member->kind == OUTLAY_MEMBER_CHOICE)
    return outlay_choice_from_word (member->words, value->string);
  outlay_month_parse (value->string, &month);
  return month;
}

/**
 * outlay_node_set_value:
 * @node: an object of the plan
 * @member: a member of its class that has one value, or an array of numbers
 * @index: the entry of an array, from 0; −1 otherwise
 * @value: a value that outlay_member_check() accepts
 *
 * Writes the value. Null and absent make a member what it is where the file leaves it out.
 */
void
outlay_node_set_value (OutlayNode *node, const OutlayMember *member, int index, const OutlayValue *value)
{
  if (outlay_member_is_number (member))
    outlay_node_set_number (node, member, outlay_member_to_number (member, value));
  else if (outlay_member_is_array (member))
    outlay_node_set_entry (node, member, (guint) index, value->number);
  else
    outlay_node_set_string (node, member, value->type == OUTLAY_VALUE_STRING ? value->string : NULL);
}

/**
 * outlay_id_is_valid:
 * @id: any text
 *
 * Returns: whether it is 1–64 of a–z, 0–9 and “-”, starting with a letter
 */
gboolean
outlay_id_is_valid (const char *id)
{
  gsize length = strlen (id);

  return length >= 1 && length <= LONGEST_ID && g_ascii_islower (id[0]) &&
         strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}
