/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * Amounts as people write and read them: "1.8bn", "18亿", "350 m", "=3bn*60%". Chinese counts in 万 (10⁴) and 亿 (10⁸), other languages in k, m and
 * bn; which of them a language uses is a matter of its translation. Typed amounts are understood in both.
 */
#define OUTLAY_AMOUNT_ERROR (outlay_amount_error_quark ())
GQuark outlay_amount_error_quark (void);

typedef enum
{
  OUTLAY_AMOUNT_ERROR_SYNTAX,
  OUTLAY_AMOUNT_ERROR_NOT_FINITE,
} OutlayAmountError;

/* Numbers with units, %, + − × ÷ * / and parentheses, locale's and plain decimal points, grouping, full-width characters, the currency's sign or code.
 * A bare number counts in `unit` (the unit that the field shows; 1 for plain). "+0.2bn" or "-5%" alone changes `current`;
 * a leading "=" is allowed before any expression. On an error amount is untouched. */
gboolean outlay_amount_parse (const char *text, double unit, double current, double *amount, GError **error);

/* The unit that makes `largest` short: {1e9, "bn"}, {1e8, "亿"}; word is translated and owned by the library. */
typedef struct
{
  double size;
  const char *word; /* "" for 1 */
} OutlayAmountUnit;
OutlayAmountUnit outlay_amount_unit (double largest);

/* "1.80 bn", "18.0亿"; NaN is "–". digits: decimals after the point, −1 for three significant digits. Locale's decimal point; U+2212 for minus. */
char *outlay_amount_format (double amount, int digits);
/* The number alone, in a given unit: "1.80". */
char *outlay_amount_format_in (double amount, OutlayAmountUnit unit, int digits);
/* The same of a part of something: "<0.01" for one that would read as nothing and is not. */
char *outlay_amount_format_part (double amount, OutlayAmountUnit unit, int digits);
/* As many decimals, up to three, as a round number has: 0 of 10, 1 of 0.5. */
int outlay_amount_fewest_digits (double number);
/* What an entry shows for editing: every digit kept, in the unit, with its word: "1.8bn"; parses back to the same double. */
char *outlay_amount_format_exact (double amount);
/* The word behind amounts of a currency: "yuan", "元" for "CNY"; the code where there is none; NULL for NULL. */
const char *outlay_currency_word (const char *currency);
/* "12.9 %", "9.9 years" … by #OutlayUnit: what the indicator strip, tooltips and text output show. currency: ISO code, for the word ("yuan", "元"). */
char *outlay_quantity_format (double quantity, int unit, const char *currency);
/* The same beside quantities that are at least `least` away, with as many decimals as tell them apart. */
char *outlay_quantity_format_apart (double quantity, int unit, const char *currency, double least);
/* Quantities below each other: what they count in where the largest of them is so large ({1e9, "bn"}), and what then stands behind it: "bn yuan a year", "%". */
OutlayAmountUnit outlay_quantity_scale (int unit, double largest);
char *outlay_quantity_unit (int unit, OutlayAmountUnit scale, const char *currency);
/* The difference between two such quantities, with its sign: "+0.12 bn yuan", "−1.3 points" of a percentage, "+1 year" of calendar years; "0" for none. */
char *outlay_quantity_format_difference (double difference, int unit, const char *currency);
