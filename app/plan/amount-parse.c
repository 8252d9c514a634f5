/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/amount-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define MOST_PARENTHESES 64

typedef enum
{
  PLAIN,   /* a bare number: a factor in a product, an amount in the field's unit in a sum */
  MONEY,
  PERCENT, /* the number before the sign: 60 for 60 % */
} Kind;

typedef struct
{
  double number;
  Kind kind;
} Term;

typedef struct
{
  const char *at;
  double unit;
  double current;
  guint depth;
  GError **error;
} Parser;

static gboolean read_sum (Parser *parser, Term *sum);

static gboolean
refuse (Parser *parser, const char *message)
{
  g_set_error_literal (parser->error, OUTLAY_AMOUNT_ERROR, OUTLAY_AMOUNT_ERROR_SYNTAX, message);
  return FALSE;
}

static gboolean
refuse_what_stands_there (Parser *parser)
{
  g_autofree char *quote = outlay_amount_quote (parser->at), *message = NULL;

  if (*quote == '\0')
    return refuse (parser, _("Something is missing at the end."));
  if (g_unichar_isalpha (g_utf8_get_char (quote)))
    message = g_strdup_printf (_("“%s” is not a unit. Known are k, m, bn, 万 and 亿."), quote);
  else
    message = g_strdup_printf (_("“%s” was not expected there."), quote);
  return refuse (parser, message);
}

static void
skip_spaces (Parser *parser)
{
  while (*parser->at == ' ')
    parser->at++;
}

static gboolean
take (Parser *parser, char sign)
{
  skip_spaces (parser);
  if (*parser->at != sign)
    return FALSE;
  parser->at++;
  return TRUE;
}

static gboolean
read_parentheses (Parser *parser, Term *term)
{
  if (++parser->depth > MOST_PARENTHESES)
    return refuse (parser, _("There are too many parentheses inside each other."));
  if (!read_sum (parser, term))
    return FALSE;
  if (!take (parser, ')'))
    return *parser->at == '\0' ? refuse (parser, _("A parenthesis is not closed.")) : refuse_what_stands_there (parser);
  parser->depth--;
  return TRUE;
}

static gboolean
read_primary (Parser *parser, Term *term)
{
  OutlayAmountLiteral literal;

  if (take (parser, '('))
    {
      if (!read_parentheses (parser, term))
        return FALSE;
    }
  else if (outlay_amount_is_literal (parser->at))
    {
      if (!outlay_amount_read_literal (&parser->at, &literal, parser->error))
        return FALSE;
      term->number = literal.number;
      term->kind = literal.money ? MONEY : PLAIN;
    }
  else
    return refuse_what_stands_there (parser);

  while (take (parser, '%'))
    {
      if (term->kind != PLAIN)
        return refuse (parser, _("A percent sign belongs behind a plain number."));
      term->kind = PERCENT;
    }
  return TRUE;
}

static gboolean
read_signed (Parser *parser, Term *term)
{
  gboolean negative = FALSE;

  for (;;)
    if (take (parser, '-'))
      negative = !negative;
    else if (!take (parser, '+'))
      break;
  if (!read_primary (parser, term))
    return FALSE;
  if (negative)
    term->number = -term->number;
  return TRUE;
}

/* Percents are divided by 100 last, so that 5.2bn*7% is 364m to the last digit. */
static gboolean
multiply (Parser *parser, Term *left, const Term *right)
{
  if (left->kind == MONEY && right->kind == MONEY)
    return refuse (parser, _("Two amounts of money cannot be multiplied."));
  left->number *= right->number;
  if (left->kind == PERCENT || right->kind == PERCENT)
    left->number /= 100;
  if (left->kind != right->kind)
    left->kind = left->kind == MONEY || right->kind == MONEY ? MONEY : PLAIN;
  return TRUE;
}

static gboolean
divide (Parser *parser, Term *left, const Term *right)
{
  if (right->number == 0)
    {
      g_set_error_literal (parser->error, OUTLAY_AMOUNT_ERROR, OUTLAY_AMOUNT_ERROR_NOT_FINITE, _("This divides by zero."));
      return FALSE;
    }
  if (right->kind == MONEY && left->kind != MONEY)
    return refuse (parser, _("A plain number cannot be divided by an amount of money."));
  left->number = right->kind == PERCENT && left->kind != PERCENT ? left->number * 100 / right->number : left->number / right->number;
  if (left->kind == right->kind)
    left->kind = PLAIN;
  return TRUE;
}

static gboolean
read_product (Parser *parser, Term *product)
{
  Term factor;

  if (!read_signed (parser, product))
    return FALSE;
  for (;;)
    if (take (parser, '*'))
      {
        if (!read_signed (parser, &factor) || !multiply (parser, product, &factor))
          return FALSE;
      }
    else if (take (parser, '/'))
      {
        if (!read_signed (parser, &factor) || !divide (parser, product, &factor))
          return FALSE;
      }
    else
      return TRUE;
}

/* A bare number is an amount in the field's unit; a bare percentage is a part of what the field holds. */
static double
as_money (Parser *parser, const Term *term)
{
  double exponent;

  switch (term->kind)
    {
    case PLAIN:
      exponent = round (log10 (parser->unit));
      if (pow (10, exponent) == parser->unit)
        return outlay_decimal_shift (term->number, (int) exponent);
      return term->number * parser->unit;
    case PERCENT:
      return parser->current * term->number / 100;
    case MONEY:
    default:
      return term->number;
    }
}

static void
add (Parser *parser, Term *left, const Term *right, int sign)
{
  if (right->kind == PERCENT && left->kind != PERCENT)
    left->number = left->number * (100 + sign * right->number) / 100;
  else if (left->kind == right->kind)
    left->number += sign * right->number;
  else
    {
      left->number = as_money (parser, left) + sign * as_money (parser, right);
      left->kind = MONEY;
    }
}

static gboolean
read_further_summands (Parser *parser, Term *sum)
{
  Term summand;
  int sign;

  for (;;)
    {
      if (take (parser, '+'))
        sign = 1;
      else if (take (parser, '-'))
        sign = -1;
      else
        return TRUE;
      if (!read_product (parser, &summand))
        return FALSE;
      add (parser, sum, &summand, sign);
    }
}

static gboolean
read_sum (Parser *parser, Term *sum)
{
  return read_product (parser, sum) && read_further_summands (parser, sum);
}

static gboolean
read_all (Parser *parser, Term *sum)
{
  if (*parser->at == '\0')
    return refuse (parser, _("Type an amount, such as 1.8bn or 18亿."));
  if (*parser->at == '+' || *parser->at == '-')
    {
      *sum = (Term) { parser->current, MONEY };
      if (!read_further_summands (parser, sum))
        return FALSE;
    }
  else
    {
      if (take (parser, '=') && *parser->at == '\0')
        return refuse (parser, _("Type an amount, such as 1.8bn or 18亿."));
      if (!read_sum (parser, sum))
        return FALSE;
    }
  skip_spaces (parser);
  return *parser->at == '\0' || refuse_what_stands_there (parser);
}

/**
 * outlay_amount_parse:
 * @text: what a person typed
 * @unit: > 0, what a bare number counts in: 1e9 where the field shows billions, 1 for plain money
 * @current: what the field holds, changed by "+0.2bn" and "-5%"
 * @amount: (out): the amount in plain money; untouched on an error
 * @error: a sentence for the person who typed
 *
 * Reads an amount or a small calculation. Numbers may carry units (k, m, bn, 万, 亿, their long forms and those of the language), the locale's decimal
 * point or a plain one, thousands in groups, a currency, and full-width characters. What a unit is written with is read as one decimal number:
 * "0.07bn" is exactly the double 70000000.
 *
 * A bare number is a factor in a product ("3bn*0.6", "3/2") and an amount in @unit elsewhere ("1.5bn+0.3"). A percentage behind + or − is a
 * part of what stands before it, as on a pocket calculator: "3bn+10%" is 3.3bn. A bare percentage is a part of @current. A text that
 * begins with a sign goes on from @current ("+0.2bn", "-5%"); behind "=" a sign is but a sign. Currencies are not converted.
 *
 * Returns: whether @text is an amount
 */
gboolean
outlay_amount_parse (const char *text, double unit, double current, double *amount, GError **error)
{
  g_autofree char *plain = outlay_amount_normalise (text);
  Parser parser = { plain, unit, current, 0, error };
  Term sum;
  double money;

  if (!read_all (&parser, &sum))
    return FALSE;
  money = as_money (&parser, &sum);
  if (!isfinite (money))
    {
      g_set_error_literal (error, OUTLAY_AMOUNT_ERROR, OUTLAY_AMOUNT_ERROR_NOT_FINITE, _("This is more than can be computed with."));
      return FALSE;
    }
  *amount = money + 0.0; /* no negative zero */
  return TRUE;
}
