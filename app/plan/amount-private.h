/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/amount.h"

/* number × 10^exponent, as if the decimal point of its shortest decimal text were moved: 0.07 by 9 places is 70000000, which 0.07 * 1e9 is not. */
double outlay_decimal_shift (double number, int exponent);
/* The digits ("18") and the exponent of the first of them (9) of the shortest decimal text that reads back as number > 0. digits holds 18 bytes. */
void outlay_decimal_digits (double number, char *digits, int *exponent);
/* digits and exponent as text with the locale's decimal point: "1.8", "0.0005", "1e-303". */
char *outlay_decimal_text (const char *digits, int exponent);

/* What was typed, with the characters of East Asian and typographic keyboards brought to ASCII. */
char *outlay_amount_normalise (const char *text);

typedef struct
{
  double number;
  gboolean money; /* a unit or a currency stands beside it */
} OutlayAmountLiteral;

/* Reads "1.8bn", "¥ 3 000 万", "1亿2000万" or a bare number at *at, and moves *at behind it. */
gboolean outlay_amount_read_literal (const char **at, OutlayAmountLiteral *literal, GError **error);
/* Whether a number or a currency stands at text. */
gboolean outlay_amount_is_literal (const char *text);
/* The words behind amounts in other moneys than yuan, one after another; NULL behind the last. */
const char *outlay_currency_nth_word (guint n);
/* The first word, number or sign at text, to be quoted in a message. */
char *outlay_amount_quote (const char *text);
