/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/amount-private.h"

#include <glib/gi18n.h>

/* Codes that a language may have a word for. Translators: the word behind amounts of this money, as in "1.80 bn USD"; Chinese says “亿美元”. Keep
 * the code where a text would rather have it. */
static const char *const codes[] = {
  NC_ ("currency", "AED"), NC_ ("currency", "AUD"), NC_ ("currency", "BRL"), NC_ ("currency", "CAD"), NC_ ("currency", "CHF"),
  NC_ ("currency", "DKK"), NC_ ("currency", "EUR"), NC_ ("currency", "GBP"), NC_ ("currency", "HKD"), NC_ ("currency", "IDR"),
  NC_ ("currency", "INR"), NC_ ("currency", "JPY"), NC_ ("currency", "KRW"), NC_ ("currency", "KZT"), NC_ ("currency", "MOP"),
  NC_ ("currency", "MXN"), NC_ ("currency", "MYR"), NC_ ("currency", "NOK"), NC_ ("currency", "PHP"), NC_ ("currency", "RUB"),
  NC_ ("currency", "SAR"), NC_ ("currency", "SEK"), NC_ ("currency", "SGD"), NC_ ("currency", "THB"), NC_ ("currency", "TRY"),
  NC_ ("currency", "TWD"), NC_ ("currency", "USD"), NC_ ("currency", "UZS"), NC_ ("currency", "VND"), NC_ ("currency", "ZAR"),
};

const char *
outlay_currency_nth_word (guint n)
{
  return n < G_N_ELEMENTS (codes) ? g_dpgettext2 (NULL, "currency", codes[n]) : NULL;
}

/**
 * outlay_currency_word:
 * @currency: (nullable): an ISO 4217 code
 *
 * Returns: (nullable) (transfer none): the word behind amounts of this currency, "yuan" or "元" for "CNY"; @currency itself where there is none
 */
const char *
outlay_currency_word (const char *currency)
{
  if (currency == NULL)
    return NULL;
  /* Translators: the word for Chinese money behind an amount, as in "1.80 bn yuan" */
  if (g_str_equal (currency, "CNY"))
    return C_ ("currency", "yuan");
  for (guint n = 0; n < G_N_ELEMENTS (codes); n++)
    if (g_str_equal (currency, codes[n]))
      return outlay_currency_nth_word (n);
  return currency;
}
