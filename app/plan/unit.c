/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/unit.h"

#include <glib/gi18n.h>

static const char *const names[] = {
  [OUTLAY_UNIT_NONE] = "",
  [OUTLAY_UNIT_SHARE] = N_("share"),
  [OUTLAY_UNIT_SHARE_A_YEAR] = N_("share a year"),
  [OUTLAY_UNIT_MONEY] = N_("money"),
  [OUTLAY_UNIT_MONEY_A_YEAR] = N_("money a year"),
  [OUTLAY_UNIT_MONEY_PER_UNIT] = N_("money a unit"),
  [OUTLAY_UNIT_MONEY_PER_PERSON_YEAR] = N_("money a person-year"),
  [OUTLAY_UNIT_MONEY_PER_SQUARE_METRE_YEAR] = N_("money a m² and year"),
  [OUTLAY_UNIT_MONEY_PER_MU] = N_("money a mu"),
  [OUTLAY_UNIT_UNITS_A_YEAR] = N_("units a year"),
  [OUTLAY_UNIT_SQUARE_METRES] = N_("m²"),
  [OUTLAY_UNIT_MONTH] = N_("month"),
  [OUTLAY_UNIT_MONTHS] = N_("months"),
  [OUTLAY_UNIT_CALENDAR_YEAR] = N_("calendar year"),
  [OUTLAY_UNIT_YEARS] = N_("years"),
  [OUTLAY_UNIT_DAYS] = N_("days"),
  [OUTLAY_UNIT_PERSONS] = N_("persons"),
  [OUTLAY_UNIT_TONNES] = N_("tonnes"),
  [OUTLAY_UNIT_TONNES_PER_UNIT] = N_("tonnes a unit"),
  [OUTLAY_UNIT_UNITS] = N_("units"),
};

const char *
outlay_unit_name (OutlayUnit unit)
{
  g_return_val_if_fail ((guint) unit < G_N_ELEMENTS (names), "");

  return *names[unit] != '\0' ? _(names[unit]) : "";
}
