/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/amount-private.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#define MOST_UNITS 4
#define MOST_DECIMALS 6

/* Digits that no column has room for tell less than a power of ten does. */
#define LARGEST_IN_DIGITS 1e9

G_DEFINE_QUARK (outlay-amount-error-quark, outlay_amount_error)

/* --- decimal texts --- */

void
outlay_decimal_digits (double number, char *digits, int *exponent)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE], format[] = "%.14e";
  gsize length;

  for (guint decimals = 14; decimals <= 16; decimals++)
    {
      format[3] = (char) ('0' + decimals - 10);
      g_ascii_formatd (text, sizeof text, format, number);
      if (g_ascii_strtod (text, NULL) == number)
        break;
    }
  *exponent = (int) g_ascii_strtoll (strchr (text, 'e') + 1, NULL, 10);
  length = strcspn (text, "e");
  digits[0] = text[0];
  memcpy (digits + 1, text + 2, length - 2);
  length -= 1;
  while (length > 1 && digits[length - 1] == '0')
    length--;
  digits[length] = '\0';
}

double
outlay_decimal_shift (double number, int exponent)
{
  char digits[18];
  g_autofree char *text = NULL;
  int first;

  if (number == 0 || !isfinite (number))
    return number;
  outlay_decimal_digits (fabs (number), digits, &first);
  text = g_strdup_printf ("%se%d", digits, first + 1 - (int) strlen (digits) + exponent);
  return copysign (g_ascii_strtod (text, NULL), number);
}

char *
outlay_decimal_text (const char *digits, int exponent)
{
  int length = (int) strlen (digits);
  const char *point = nl_langinfo (RADIXCHAR);
  g_autofree char *zeros = g_strnfill (G_ASCII_DTOSTR_BUF_SIZE, '0');

  if (exponent < -6 || exponent > 20)
    return g_strdup_printf ("%c%s%se%d", digits[0], length > 1 ? point : "", digits + 1, exponent);
  if (exponent < 0)
    return g_strdup_printf ("0%s%.*s%s", point, -exponent - 1, zeros, digits);
  if (exponent + 1 >= length)
    return g_strdup_printf ("%s%.*s", digits, exponent + 1 - length, zeros);
  return g_strdup_printf ("%.*s%s%s", exponent + 1, digits, point, digits + exponent + 1);
}

/* --- units --- */

static gboolean
counts_in_myriads (void)
{
  /* Translators: "thousand" where people count in thousands, millions and billions (k, m, bn); "myriad" where they count in 万 and 亿. */
  return strcmp (C_ ("amount system", "thousand"), "myriad") == 0;
}

/* The units of the language, the smallest first; returns their number. */
static guint
list_units (OutlayAmountUnit units[MOST_UNITS])
{
  guint n = 0;

  units[n++] = (OutlayAmountUnit) { 1, "" };
  if (counts_in_myriads ())
    {
      units[n++] = (OutlayAmountUnit) { 1e4, C_ ("amount unit", "万") };
      units[n++] = (OutlayAmountUnit) { 1e8, C_ ("amount unit", "亿") };
      return n;
    }
  units[n++] = (OutlayAmountUnit) { 1e3, C_ ("amount unit", "k") };
  units[n++] = (OutlayAmountUnit) { 1e6, C_ ("amount unit", "m") };
  units[n++] = (OutlayAmountUnit) { 1e9, C_ ("amount unit", "bn") };
  return n;
}

/* How many decimals a number has; −1 asks for three significant digits, and for none where plain money is whole. */
static int
count_decimals (double number, OutlayAmountUnit unit, int digits)
{
  double magnitude = fabs (number);

  if (digits >= 0)
    return digits;
  if (magnitude == 0 || (unit.size == 1 && magnitude == floor (magnitude)))
    return 0;
  return CLAMP (2 - (int) floor (log10 (magnitude * (1 + 1e-15))), 0, MOST_DECIMALS);
}

static double
round_to (double number, int decimals)
{
  double power = pow (10, decimals);

  return fabs (number) < 1e15 / power ? round (number * power) / power : number;
}

/* What number reads as: 9.996 with three digits is 10.0, not 10.00. */
static double
as_shown (double number, OutlayAmountUnit unit, int digits, int *decimals)
{
  double shown = round_to (number, count_decimals (number, unit, digits));

  *decimals = count_decimals (shown, unit, digits);
  return shown;
}

/* "1.23e15" */
static char *
format_power (double magnitude)
{
  g_autofree char *text = g_strdup_printf ("%.2e", magnitude);
  const char *power = strchr (text, 'e') + 1;

  return g_strdup_printf ("%.*s%d", (int) (power - text), text, (int) g_ascii_strtoll (power, NULL, 10));
}

/* As the locale groups digits. That of C, which has a way for machines alone, is read in English. */
static char *
format_digits (double magnitude, int decimals)
{
  g_autofree char *text = g_strdup_printf ("%'.*f", decimals, magnitude);
  const char *locale = setlocale (LC_NUMERIC, NULL);
  const gsize whole = strspn (text, "0123456789");
  g_autoptr (GString) grouped = NULL;

  if (!g_str_equal (locale, "C") && !g_str_has_prefix (locale, "C.") && !g_str_equal (locale, "POSIX"))
    return g_steal_pointer (&text);
  grouped = g_string_new (text);
  for (gsize left = whole; left > 3; left -= 3)
    g_string_insert_c (grouped, (gssize) left - 3, ',');
  return g_string_free_and_steal (g_steal_pointer (&grouped));
}

static char *
format_number (double number, int decimals, gboolean in_digits)
{
  g_autofree char *text = in_digits ? format_digits (fabs (number), decimals) : format_power (fabs (number));

  /* Nothing that reads as zero has a sign. */
  return g_strconcat (number < 0 && strpbrk (text, "123456789") != NULL ? "−" : "", text, NULL);
}

static OutlayAmountUnit
unit_of (double amount, int digits)
{
  OutlayAmountUnit units[MOST_UNITS];
  guint n = list_units (units), chosen = 0;
  int decimals;

  while (chosen + 1 < n && fabs (as_shown (amount / units[chosen].size, units[chosen], digits, &decimals)) * units[chosen].size >=
                             units[chosen + 1].size)
    chosen++;
  return units[chosen];
}

/**
 * outlay_amount_unit:
 * @largest: the largest of the amounts that are to be shown in one unit
 *
 * Returns: the largest unit of the language that is not above it
 */
OutlayAmountUnit
outlay_amount_unit (double largest)
{
  OutlayAmountUnit units[MOST_UNITS];
  guint chosen = list_units (units) - 1;

  while (chosen > 0 && !(fabs (largest) >= units[chosen].size))
    chosen--;
  return units[chosen];
}

/* --- amounts --- */

/**
 * outlay_amount_format_in:
 * @amount: in plain money
 * @unit: the unit to show it in
 * @digits: decimals, or −1 for three significant digits
 *
 * Returns: (transfer full): the number alone, "1.80"; "–" for NaN
 */
char *
outlay_amount_format_in (double amount, OutlayAmountUnit unit, int digits)
{
  int decimals;
  double shown;

  amount /= unit.size;
  if (isnan (amount))
    return g_strdup ("–");
  if (isinf (amount))
    return g_strdup (amount < 0 ? "−∞" : "∞");
  shown = as_shown (amount, unit, digits, &decimals);
  return format_number (shown, decimals, unit.size == 1 || fabs (shown) < LARGEST_IN_DIGITS);
}

/**
 * outlay_amount_format_part:
 * @amount: in plain money
 * @unit: the unit that the whole is shown in
 * @digits: decimals
 *
 * Returns: (transfer full): as outlay_amount_format_in(), "<0.01" for what is less than half of the last decimal, and "−<0.01" below zero
 */
char *
outlay_amount_format_part (double amount, OutlayAmountUnit unit, int digits)
{
  g_autofree char *number = outlay_amount_format_in (amount, unit, digits), *least = NULL;

  if (amount == 0 || strpbrk (number, "123456789") != NULL || !isfinite (amount))
    return g_steal_pointer (&number);
  least = outlay_amount_format_in (pow (10, -digits), (OutlayAmountUnit) { 1, "" }, digits);
  return g_strconcat (amount < 0 ? "−<" : "<", least, NULL);
}

/**
 * outlay_amount_format:
 * @amount: in plain money
 * @digits: decimals, or −1 for three significant digits
 *
 * Returns: (transfer full): the amount in the unit of the language that makes it short: "1.80 bn", "18.0亿"; "–" for NaN
 */
char *
outlay_amount_format (double amount, int digits)
{
  OutlayAmountUnit unit = isfinite (amount) ? unit_of (amount, digits) : (OutlayAmountUnit) { 1, "" };
  g_autofree char *number = outlay_amount_format_in (amount, unit, digits);

  if (*unit.word == '\0')
    return g_steal_pointer (&number);
  /* Translators: a number and its unit, as in "1.80 bn" */
  return g_strdup_printf (C_ ("amount", "%s %s"), number, unit.word);
}

/**
 * outlay_amount_format_exact:
 * @amount: a finite amount in plain money
 *
 * The text always names its unit and begins with "=" where it has a sign, so that outlay_amount_parse() gives the same double whatever the field counts
 * in and holds.
 *
 * Returns: (transfer full): every digit of the amount, for editing: "1.8bn"
 */
char *
outlay_amount_format_exact (double amount)
{
  OutlayAmountUnit units[MOST_UNITS];
  g_autofree char *text = NULL;
  char digits[18];
  guint n = list_units (units), chosen = 1;
  int exponent;

  if (amount == 0 || !isfinite (amount))
    return outlay_amount_format (amount, 0);
  while (chosen + 1 < n && fabs (amount) >= units[chosen + 1].size)
    chosen++;
  outlay_decimal_digits (fabs (amount), digits, &exponent);
  text = outlay_decimal_text (digits, exponent - (int) lround (log10 (units[chosen].size)));
  return g_strconcat (amount < 0 ? "=−" : "", text, units[chosen].word, NULL);
}

int
outlay_amount_fewest_digits (double number)
{
  int digits = 0;

  while (digits < 3 && fabs (number * pow (10, digits) - round (number * pow (10, digits))) > 1e-6)
    digits++;
  return digits;
}
