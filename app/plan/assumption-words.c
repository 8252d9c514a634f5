/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/assumptions.h"

#include <glib/gi18n.h>

static const struct
{
  const char *member;
  const char *keywords;
} words[] = {
  /* Translators: what planners of your language may also call a number and look for it by: other words than its name, as many as you like, in any order */
  { "price", NC_ ("keywords", "tariff, rate, unit price, charge") },
  { "price-growth", NC_ ("keywords", "tariff, inflation, escalation") },
  { "own-use-value", NC_ ("keywords", "self-consumption, tariff, savings") },
  { "market-limit", NC_ ("keywords", "demand, market size, ceiling") },
  { "sell-through", NC_ ("keywords", "sales rate, demand") },
  { "capacity", NC_ ("keywords", "output, production, volume, quantity") },
  { "degradation", NC_ ("keywords", "ageing, fading, loss") },
  { "ramp-up", NC_ ("keywords", "utilisation, load, output") },
  { "material-cost", NC_ ("keywords", "input, purchase, raw materials") },
  { "energy-cost", NC_ ("keywords", "electricity, power, fuel") },
  { "repair-rate", NC_ ("keywords", "maintenance, upkeep") },
  { "research-rate", NC_ ("keywords", "R&D, development") },
  { "staff", NC_ ("keywords", "employees, jobs, people, headcount") },
  { "wage", NC_ ("keywords", "salary, pay, labour") },
  { "wage-growth", NC_ ("keywords", "salary, pay, labour") },
  { "investment", NC_ ("keywords", "capex, capital expenditure, budget") },
  { "design-investment", NC_ ("keywords", "capex, capital expenditure, budget") },
  { "discount-rate", NC_ ("keywords", "cost of capital, WACC, hurdle") },
  { "debt-share", NC_ ("keywords", "leverage, gearing, loan") },
  { "interest-rate", NC_ ("keywords", "loan, borrowing, credit") },
  { "payout", NC_ ("keywords", "dividend, distribution") },
  { "subsidy", NC_ ("keywords", "support, aid") },
  { "repayment-years", NC_ ("keywords", "loan term, maturity, tenor") },
  { "income-tax-rate", NC_ ("keywords", "corporate tax, profit tax") },
  { "vat-rate", NC_ ("keywords", "value added tax, sales tax") },
  { "receivable-days", NC_ ("keywords", "working capital, debtors, credit") },
  { "inventory-days", NC_ ("keywords", "working capital, stock") },
  { "payable-days", NC_ ("keywords", "working capital, creditors, suppliers") },
  { "residual", NC_ ("keywords", "salvage, scrap value") },
  { "site-area", NC_ ("keywords", "land, plot") },
  { "floor-area", NC_ ("keywords", "building, space") },
  { "build-months", NC_ ("keywords", "construction, duration") },
  { "delay-months", NC_ ("keywords", "slip, late, postponement") },
};

/**
 * outlay_assumption_keywords:
 * @member: a member of an object
 * @translated: in the reader's language, or else in English
 *
 * Returns: (nullable) (transfer none): other words that people look for it by; %NULL for none
 */
const char *
outlay_assumption_keywords (const OutlayMember *member, gboolean translated)
{
  for (guint n = 0; n < G_N_ELEMENTS (words); n++)
    if (g_str_equal (member->name, words[n].member))
      return translated ? g_dpgettext2 (NULL, "keywords", words[n].keywords) : words[n].keywords;
  return NULL;
}
