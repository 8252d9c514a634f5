/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/typed-quantity.h"

#include <math.h>
#include <string.h>

#include "plan/amount.h"
#include "plan/value.h"

/* Numbers from here on are shorter with the word for millions than with all their digits. */
#define LARGE 1e7

static gboolean
is_money (OutlayUnit unit)
{
  return unit == OUTLAY_UNIT_MONEY || unit == OUTLAY_UNIT_MONEY_A_YEAR || unit == OUTLAY_UNIT_MONEY_PER_UNIT || unit == OUTLAY_UNIT_MONEY_PER_MU;
}

static gboolean
is_share (OutlayUnit unit)
{
  return unit == OUTLAY_UNIT_SHARE || unit == OUTLAY_UNIT_SHARE_A_YEAR;
}

/* What a person may write behind a number of that unit, and which says nothing more. (transfer full) */
static char *
strip_unit (const char *text, OutlayUnit unit)
{
  static const char *const land[] = { "/mu", "/ mu", "per mu", "/亩", "每亩", NULL }, *const share[] = { "%", "％", NULL }, *const none[] = { NULL };
  const char *const *endings = unit == OUTLAY_UNIT_MONEY_PER_MU ? land : is_share (unit) ? share : none;
  char *stripped = g_strstrip (g_strdup (text));

  for (; *endings != NULL; endings++)
    if (g_str_has_suffix (stripped, *endings))
      {
        stripped[strlen (stripped) - strlen (*endings)] = '\0';
        break;
      }
  return g_strchomp (stripped);
}

gboolean
outlay_typed_quantity_parse (const char *text, OutlayUnit unit, double current, double *quantity, GError **error)
{
  g_autofree char *number = strip_unit (text, unit);
  const double scale = is_share (unit) ? 100 : 1;
  double typed;

  if (!outlay_amount_parse (number, 1, isnan (current) ? 0 : current * scale, &typed, error))
    return FALSE;
  *quantity = typed / scale;
  return TRUE;
}

/* As few digits as give the same double again. */
static char *
format_share (double share)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = 1; digits <= 17; digits++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%dg", digits);

      g_ascii_formatd (buffer, sizeof buffer, format, share * 100);
      if (g_ascii_strtod (buffer, NULL) / 100 == share)
        break;
    }
  /* A sign alone would go on from what the field holds. */
  return g_strconcat (share < 0 ? "=" : "", buffer, "%", NULL);
}

char *
outlay_typed_quantity_format (double quantity, OutlayUnit unit)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (quantity))
    return g_strdup ("");
  if (is_share (unit))
    return format_share (quantity);
  if (is_money (unit) || fabs (quantity) >= LARGE || quantity < 0)
    return outlay_amount_format_exact (quantity);
  return g_strdup (outlay_number_format (quantity, buffer));
}
