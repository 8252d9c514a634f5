/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/value.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* Digits that every double has, and digits that always suffice to read the same double back. */
#define SURE_DIGITS 15
#define ENOUGH_DIGITS 17

/* Beyond these a number is written with an exponent. */
#define LARGEST_PLAIN 1e21
#define SMALLEST_PLAIN_EXPONENT -6

/* Splits "-1.25e-07" into its digits "125" and its exponent; the sign is left to the caller. */
static void
split_digits (const char *text, char *digits, int *exponent)
{
  guint n = 0;

  for (; *text != 'e'; text++)
    if (g_ascii_isdigit (*text))
      digits[n++] = *text;
  while (n > 1 && digits[n - 1] == '0')
    n--;
  digits[n] = '\0';
  *exponent = (int) g_ascii_strtoll (text + 1, NULL, 10);
}

static char *
append_exponent (char *end, const char *digits, int exponent)
{
  *end++ = digits[0];
  if (digits[1] != '\0')
    {
      *end++ = '.';
      end = stpcpy (end, digits + 1);
    }
  return end + g_snprintf (end, 6, "e%d", exponent);
}

static char *
append_plain (char *end, const char *digits, int exponent)
{
  if (exponent < 0)
    {
      end = stpcpy (end, "0.");
      for (int i = -1; i > exponent; i--)
        *end++ = '0';
      return stpcpy (end, digits);
    }
  for (int i = 0; *digits != '\0' || i <= exponent; i++)
    {
      if (i == exponent + 1)
        *end++ = '.';
      *end++ = *digits != '\0' ? *digits++ : '0';
    }
  *end = '\0';
  return end;
}

/**
 * outlay_value_set_number:
 * @value: an initialised value
 * @number: any finite number
 *
 * Makes the value a number.
 */
void
outlay_value_set_number (OutlayValue *value, double number)
{
  outlay_value_clear (value);
  value->type = OUTLAY_VALUE_NUMBER;
  value->number = number;
}

/**
 * outlay_value_set_string:
 * @value: an initialised value
 * @string: UTF-8 text
 *
 * Makes the value a copy of the text.
 */
void
outlay_value_set_string (OutlayValue *value, const char *string)
{
  char *copy = g_strdup (string);

  outlay_value_clear (value);
  value->type = OUTLAY_VALUE_STRING;
  value->string = copy;
}

/**
 * outlay_value_set_null:
 * @value: an initialised value
 *
 * Makes the value null, which the plan file writes as such.
 */
void
outlay_value_set_null (OutlayValue *value)
{
  outlay_value_clear (value);
  value->type = OUTLAY_VALUE_NULL;
}

/**
 * outlay_value_copy:
 * @value: an initialised value
 * @from: the value to copy; may be @value itself
 *
 * Makes the value equal to another one.
 */
void
outlay_value_copy (OutlayValue *value, const OutlayValue *from)
{
  OutlayValue copy = { from->type, from->number, g_strdup (from->string) };

  outlay_value_clear (value);
  *value = copy;
}

/**
 * outlay_value_clear:
 * @value: an initialised value
 *
 * Frees what the value holds and makes it absent.
 */
void
outlay_value_clear (OutlayValue *value)
{
  g_free (value->string);
  *value = OUTLAY_VALUE_INIT;
}

/**
 * outlay_value_equal:
 * @a: a value
 * @b: a value
 *
 * Returns: whether both are of one type and hold the same number or text
 */
gboolean
outlay_value_equal (const OutlayValue *a, const OutlayValue *b)
{
  return a->type == b->type && (a->type != OUTLAY_VALUE_NUMBER || a->number == b->number) &&
         (a->type != OUTLAY_VALUE_STRING || g_str_equal (a->string, b->string));
}

/**
 * outlay_month_parse:
 * @text: text like "2021-08"
 * @month: (out): 12 · year + month − 1; left alone where @text is anything else
 *
 * Reads a month as the plan file writes it: four digits, a hyphen and two digits from 01 to 12.
 *
 * Returns: whether @text is a month
 */
gboolean
outlay_month_parse (const char *text, double *month)
{
  int year, number;

  for (guint i = 0; i < 7; i++)
    if (i == 4 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;
  year = (int) g_ascii_strtoll (text, NULL, 10);
  number = (text[5] - '0') * 10 + text[6] - '0';
  if (text[7] != '\0' || number < 1 || number > 12)
    return FALSE;
  *month = 12 * year + number - 1;
  return TRUE;
}

/**
 * outlay_month_format:
 * @month: 12 · year + month − 1; a part of a month is cut off
 *
 * Returns: (transfer full): the month as the plan file writes it, "2021-08"
 */
char *
outlay_month_format (double month)
{
  int whole = (int) floor (month);

  return g_strdup_printf ("%04d-%02d", whole / 12, whole % 12 + 1);
}

/**
 * outlay_number_format:
 * @number: a finite number
 * @buffer: G_ASCII_DTOSTR_BUF_SIZE bytes
 *
 * Writes the shortest decimal text that reads back as the same double. Integers below 1e21 have no point and no exponent, and neither zero has
 * a sign. The point is a point in every locale.
 *
 * Returns: @buffer
 */
char *
outlay_number_format (double number, char *buffer)
{
  char scientific[32], digits[ENOUGH_DIGITS + 1], format[] = "%.00e", *end = buffer;
  int exponent;

  if (number == 0)
    return strcpy (buffer, "0");
  if (fabs (number) < LARGEST_PLAIN && number == trunc (number))
    return g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.0f", number);

  /* Below the smallest normal double there are fewer digits to be sure of. */
  for (guint n = fabs (number) < DBL_MIN ? 1 : SURE_DIGITS; n <= ENOUGH_DIGITS; n++)
    {
      format[2] = (char) ('0' + (n - 1) / 10);
      format[3] = (char) ('0' + (n - 1) % 10);
      g_ascii_formatd (scientific, sizeof scientific, format, number);
      if (g_ascii_strtod (scientific, NULL) == number)
        break;
    }
  split_digits (scientific, digits, &exponent);
  if (number < 0)
    *end++ = '-';
  if (exponent < SMALLEST_PLAIN_EXPONENT || fabs (number) >= LARGEST_PLAIN)
    append_exponent (end, digits, exponent);
  else
    append_plain (end, digits, exponent);
  return buffer;
}
