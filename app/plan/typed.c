/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/typed.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "plan/amount-private.h"
#include "plan/counts.h"
#include "plan/ending.h"
#include "plan/member.h"
#include "plan/unit.h"

/* Numbers from here on are shorter with the word for millions than with all their digits. */
#define LARGE 1e7

static const OutlayAmountUnit one = { 1, "" }, percent = { 0.01, "%" };

/* --- writing --- */

/* "3,000,000": the digits before the point in groups of three, which are read as they are written. */
static char *
group_digits (const char *text)
{
  const char *point = text + strspn (text, "0123456789");
  GString *grouped = g_string_new (NULL);

  for (const char *at = text; at < point; at++)
    {
      if (at > text && (point - at) % 3 == 0)
        g_string_append_c (grouped, ',');
      g_string_append_c (grouped, *at);
    }
  return g_string_free (g_string_append (grouped, point), FALSE);
}

/* As few digits as give the same double again, without its sign. */
static char *
write_digits (double number, OutlayAmountUnit unit)
{
  char digits[18];
  int exponent;

  if (number == 0)
    return g_strdup ("0");
  outlay_decimal_digits (fabs (number), digits, &exponent);
  return outlay_decimal_text (digits, exponent - (int) lround (log10 (unit.size)));
}

static char *
write_number (double number, OutlayUnit counts, OutlayAmountUnit unit)
{
  g_autofree char *text = write_digits (number, unit), *grouped = NULL;

  /* Where the locale sets a comma before decimals, a number in groups would be another one. */
  grouped = counts == OUTLAY_UNIT_CALENDAR_YEAR || strchr (text, ',') != NULL || strchr (text, 'e') != NULL ? g_strdup (text) : group_digits (text);
  return g_strconcat (number < 0 ? "−" : "", grouped, NULL);
}

/* --- limits --- */

static char *
format_limit (const OutlayMember *member, double limit)
{
  const double shown = limit == DBL_MIN ? 0 : outlay_unit_is_share (member->unit) ? limit * 100 : limit;
  g_autofree char *number = NULL;

  if (member->kind == OUTLAY_MEMBER_MONTH)
    return outlay_month_format (limit);
  if (member->unit == OUTLAY_UNIT_CALENDAR_YEAR)
    return g_strdup_printf ("%.0f", limit);
  number = outlay_amount_format_in (shown, one, outlay_amount_fewest_digits (shown));
  return outlay_unit_is_share (member->unit) ? g_strdup_printf (C_ ("quantity", "%s %%"), number) : g_steal_pointer (&number);
}

static gboolean
refuse (GError **error, OutlayPlanError code, char *message)
{
  g_set_error_literal (error, OUTLAY_PLAN_ERROR, (int) code, message);
  g_free (message);
  return FALSE;
}

static gboolean
is_within (const OutlayParameter *parameter, double number, const char *text, GError **error)
{
  const OutlayMember *member = parameter->member;
  g_autofree char *limits = NULL;

  if (number >= member->minimum && number <= member->maximum)
    return TRUE;
  limits = outlay_parameter_limits (parameter);
  /* Translators: what was typed, and what is possible: “130 %” does not go here: from 0 % to 100 %. */
  return refuse (error, OUTLAY_PLAN_ERROR_OUT_OF_RANGE, g_strdup_printf (_("“%s” does not go here: %s."), text, limits != NULL ? limits : ""));
}

/* --- reading --- */

static gboolean
begins_with_sign (const char *text)
{
  return *text == '-' || *text == '+';
}

/* What a person may write behind a number of that kind, and which says nothing more. (transfer full) */
static char *
strip_land (const char *text, OutlayUnit kind)
{
  static const char *const endings[] = { "/mu", "/ mu", "per mu", "/亩", "每亩" };
  char *stripped = g_strstrip (g_strdup (text));

  for (guint i = 0; kind == OUTLAY_UNIT_MONEY_PER_MU && i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (stripped, endings[i]))
      stripped[strlen (stripped) - strlen (endings[i])] = '\0';
  return g_strchomp (stripped);
}

/* "28.1", "28.1 %" and "=-28.1 %" are the double that is written 0.281, which 28.1 / 100 may not be. */
static gboolean
read_plain_share (const char *text, double *share)
{
  const char *digits = text + (g_str_has_prefix (text, "=-") ? 2 : 0);
  const gsize n = strspn (digits, "0123456789.");
  g_autofree char *hundredths = g_strdup_printf ("%.*se-2", (int) n, digits), *behind = g_strstrip (g_strdup (digits + n));
  char *end;
  const double read = g_ascii_strtod (hundredths, &end);

  if (n == 0 || *end != '\0' || (*behind != '\0' && !g_str_equal (behind, "%")))
    return FALSE;
  *share = digits > text ? -read : read;
  return TRUE;
}

/* A number without its unit of land or time; whether it had one. */
static gboolean
take_ending (OutlayUnit kind, char *text, OutlayEnding *ending)
{
  gsize length;

  if (!outlay_ending_find (kind, text, &length, ending))
    return FALSE;
  text[length] = '\0';
  g_strchomp (text);
  return TRUE;
}

/* negative: numbers can be. A sign in front goes on from what stands there, but where numbers can be negative it is part of one; and of a share “+1 %” is
 * one point more. */
static gboolean
read_plainly (char *text, OutlayUnit kind, gboolean negative, OutlayAmountUnit unit, double current, double *number, GError **error)
{
  OutlayEnding ending;
  const gboolean ended = take_ending (kind, text, &ending);
  const gboolean share = outlay_unit_is_share (kind), from_there = begins_with_sign (text) && !negative && isfinite (current);
  g_autofree char *behind = g_strconcat ("=", text, NULL);
  double read;

  if (share && read_plain_share (text, number))
    return TRUE;
  if (!share && from_there && !ended)
    return outlay_amount_parse (text, unit.size, current, number, error);
  /* Behind "=" a bare percentage is a part of the current amount: of 1. */
  if (!outlay_amount_parse (*text == '=' || *text == '\0' ? text : behind, unit.size, share ? 1 : isfinite (current) ? current : 0, &read, error))
    return FALSE;
  if (ended)
    read = outlay_ending_apply (&ending, read);
  *number = from_there ? current + read : read;
  return TRUE;
}

/* What a number is not written in is said of that number: the units of money are none of time. */
static gboolean
read_number (const char *typed, OutlayUnit kind, gboolean negative, OutlayAmountUnit unit, double current, double *number, GError **error)
{
  g_autofree char *bare = strip_land (typed, kind), *text = g_strstrip (outlay_amount_normalise (bare)), *complaint = NULL;
  g_autoptr (GError) plain = NULL;

  if (read_plainly (text, kind, negative, unit, current, number, &plain))
    return TRUE;
  complaint = outlay_ending_complain (kind, text);
  if (complaint != NULL)
    g_set_error_literal (error, OUTLAY_AMOUNT_ERROR, OUTLAY_AMOUNT_ERROR_SYNTAX, complaint);
  else
    g_propagate_error (error, g_steal_pointer (&plain));
  return FALSE;
}

static gboolean
is_none (const char *text)
{
  static const char *const words[] = { "", "-", "–", "—", "∞", "no limit", "none", "null", "无", "无上限", "不限", "无限", NULL };
  g_autofree char *folded = g_utf8_casefold (text, -1), *own = g_utf8_casefold (_("no limit"), -1);

  return g_strv_contains (words, folded) || g_str_equal (folded, own);
}

/* As the unit beside the field has it: "2 m yuan a set". Units of land and time are read with their numbers: "m²" is also the end of "km²". (transfer full) */
static char *
strip_ending (const OutlayParameter *parameter, const char *text)
{
  g_auto (GStrv) endings = outlay_parameter_endings (parameter);
  char *plain = outlay_amount_normalise (text);

  if (outlay_ending_find (outlay_parameter_counts (parameter), plain, &(gsize) { 0 }, &(OutlayEnding) { 0 }))
    return plain;
  for (guint n = 0; endings[n] != NULL; n++)
    {
      g_autofree char *ending = outlay_amount_normalise (endings[n]);
      const gsize length = strlen (ending), all = strlen (plain);

      if (length > 0 && all > length && g_ascii_strcasecmp (plain + all - length, ending) == 0)
        {
          plain[all - length] = '\0';
          break;
        }
    }
  return g_strstrip (plain);
}

static gboolean
read_whole (const OutlayParameter *parameter, const char *text, OutlayAmountUnit unit, const OutlayValue *current, OutlayValue *value, GError **error)
{
  const OutlayMember *member = parameter->member;
  g_autofree char *plain = strip_ending (parameter, text);
  double number;

  if (member->nullable && is_none (text))
    {
      outlay_value_set_null (value);
      return TRUE;
    }
  if (*text == '\0')
    return refuse (error, OUTLAY_PLAN_ERROR_WRONG_TYPE, g_strdup (_("Type a number.")));
  if (!read_number (plain, outlay_parameter_counts (parameter), member->minimum < 0, unit, current->type == OUTLAY_VALUE_NUMBER ? current->number : NAN, &number, error) ||
      !is_within (parameter, number, text, error))
    return FALSE;
  if (member->kind == OUTLAY_MEMBER_INTEGER && number != floor (number))
    return refuse (error, OUTLAY_PLAN_ERROR_WRONG_TYPE, g_strdup_printf (_("“%s” is not a whole number."), text));
  outlay_value_set_number (value, number);
  return TRUE;
}

static gboolean
read_month (const OutlayParameter *parameter, const char *text, OutlayValue *value, GError **error)
{
  g_autofree char *written = NULL;
  double month;

  if (!outlay_month_read (text, &month))
    return refuse (error, OUTLAY_PLAN_ERROR_WRONG_TYPE, g_strdup_printf (_("“%s” is not a month. Type one like 2026-08."), text));
  if (!is_within (parameter, month, text, error))
    return FALSE;
  written = outlay_month_format (month);
  outlay_value_set_string (value, written);
  return TRUE;
}

/* --- public --- */

char *
outlay_parameter_write (const OutlayParameter *parameter, const OutlayValue *value, OutlayAmountUnit unit)
{
  if (value->type == OUTLAY_VALUE_STRING)
    return g_strdup (value->string);
  return value->type == OUTLAY_VALUE_NUMBER ? write_number (value->number, outlay_parameter_counts (parameter), unit) : g_strdup ("");
}

gboolean
outlay_parameter_read (const OutlayParameter *parameter, const char *text, OutlayAmountUnit unit, const OutlayValue *current, OutlayValue *value,
                       GError **error)
{
  const OutlayMember *member = parameter->member;
  g_autofree char *bare = g_strstrip (g_strdup (text));
  g_auto (OutlayValue) string = OUTLAY_VALUE_INIT;

  if (outlay_parameter_is_number (parameter))
    return read_whole (parameter, bare, unit, current, value, error);
  if (member->kind == OUTLAY_MEMBER_MONTH)
    return read_month (parameter, bare, value, error);
  if (member->nullable && *bare == '\0')
    outlay_value_set_null (&string);
  else
    outlay_value_set_string (&string, bare);
  if (!outlay_parameter_check (parameter, &string, error))
    return FALSE;
  outlay_value_copy (value, &string);
  return TRUE;
}

char *
outlay_parameter_limits (const OutlayParameter *parameter)
{
  const OutlayMember *member = parameter->member;
  g_autofree char *least = format_limit (member, member->minimum), *most = format_limit (member, member->maximum);

  if (member->minimum <= -OUTLAY_UNLIMITED)
    return NULL;
  if (member->maximum < OUTLAY_UNLIMITED)
    return g_strdup_printf (C_ ("limits", "from %s to %s"), least, most);
  return member->minimum == DBL_MIN ? g_strdup_printf (C_ ("limits", "more than %s"), least) : g_strdup_printf (C_ ("limits", "at least %s"), least);
}

char *
outlay_quantity_write (double quantity, OutlayUnit kind)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *digits = NULL;

  if (!isfinite (quantity))
    return g_strdup ("");
  if (outlay_unit_is_share (kind))
    {
      digits = write_digits (quantity, percent);
      /* A sign alone would go on from what the field holds. */
      return g_strconcat (quantity < 0 ? "=-" : "", digits, "%", NULL);
    }
  if (outlay_unit_is_money (kind) || fabs (quantity) >= LARGE || quantity < 0)
    return outlay_amount_format_exact (quantity);
  return g_strdup (outlay_number_format (quantity, buffer));
}

gboolean
outlay_quantity_read (const char *text, OutlayUnit kind, double current, double *quantity, GError **error)
{
  return read_number (text, kind, FALSE, outlay_unit_is_share (kind) ? percent : one, current, quantity, error);
}
