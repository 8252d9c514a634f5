/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/amount.h"
#include "plan/parameter.h"
#include "plan/unit.h"

/**
 * What the numbers of a plan count: most by their declaration, the bounds of a target as what it judges, a public figure by what somebody wrote beside it.
 */
OutlayUnit outlay_parameter_counts (const OutlayParameter *parameter);
/* What kind of number a free text counts: money of the plan's currency, a share, or neither (NONE). (nullable) */
OutlayUnit outlay_figure_unit (const char *unit, const char *currency);

/* What a bare number counts in, the same for all numbers of a kind whatever they are: plain money where it is paid for each of something, millions (万) of
 * other money, billions (亿) of the sums of targets and figures, 1 percent of a share, 1 of everything else. */
OutlayAmountUnit outlay_parameter_unit (const OutlayParameter *parameter);
/* What the number counts, with its unit of money, its currency and the product's own unit: "yuan a set", "% a year", "kWh a year". (transfer full) */
char *outlay_parameter_unit_words (OutlayPlan *plan, OutlayScenario *scenario, const OutlayParameter *parameter, OutlayAmountUnit unit);
/* The same behind an amount, for a sentence: "1.60 m yuan a set", "3,000 sets a year". least: the least distance that is to be told. (transfer full) */
char *outlay_parameter_quantity_format (OutlayPlan *plan, OutlayScenario *scenario, const OutlayParameter *parameter, double number, double least);
/* Any value in the reader's words: a number as above, the name of a choice, a month, "–" for none. (transfer full) */
char *outlay_parameter_value_format (OutlayPlan *plan, OutlayScenario *scenario, const OutlayParameter *parameter, const OutlayValue *value, double least);
/* What may stand behind a typed amount and says nothing more: " a set", "/set", "/年". (transfer full) */
char **outlay_parameter_endings (const OutlayParameter *parameter);
