/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/report.h"

#include "study/measure.h"

static const char *
nth_id (GListModel *list, guint position)
{
  g_autoptr (OutlayNode) node = g_list_model_get_item (list, position);

  return outlay_node_get_id (node);
}

guint
outlay_report_n_initiatives (const OutlayReport *report)
{
  return g_list_model_get_n_items (outlay_plan_get_initiatives (report->plan));
}

guint
outlay_report_n_phases (const OutlayReport *report)
{
  return g_list_model_get_n_items (outlay_plan_get_phases (report->plan));
}

guint
outlay_report_n_products (const OutlayReport *report, guint initiative)
{
  return g_list_model_get_n_items (outlay_initiative_get_products (outlay_plan_get_initiative (report->plan, initiative)));
}

const char *
outlay_report_initiative_id (const OutlayReport *report, guint initiative)
{
  return nth_id (outlay_plan_get_initiatives (report->plan), initiative);
}

const char *
outlay_report_phase_id (const OutlayReport *report, guint phase)
{
  return nth_id (outlay_plan_get_phases (report->plan), phase);
}

const char *
outlay_report_product_id (const OutlayReport *report, guint initiative, guint product)
{
  return nth_id (outlay_initiative_get_products (outlay_plan_get_initiative (report->plan, initiative)), product);
}

const char *
outlay_report_currency (const OutlayReport *report)
{
  return outlay_node_get_string (OUTLAY_NODE (report->plan), outlay_node_find_member (OUTLAY_NODE (report->plan), "currency"));
}

char *
outlay_report_indicator_text (const OutlayReport *report, OutlayIndicator indicator, int initiative)
{
  return outlay_projection_indicator_text (report->projection, indicator, initiative, outlay_report_currency (report));
}

OutlayAmountUnit
outlay_report_scale (OutlayUnit unit, double largest, int *digits)
{
  const OutlayAmountUnit plain = { 1, "" };

  *digits = 2;
  switch (unit)
    {
    case OUTLAY_UNIT_MONEY:
    case OUTLAY_UNIT_MONEY_PER_MU:
      return outlay_amount_unit (largest);
    case OUTLAY_UNIT_SHARE:
    case OUTLAY_UNIT_SHARE_A_YEAR:
      return (OutlayAmountUnit) { 0.01, "%" };
    case OUTLAY_UNIT_PERSONS:
    case OUTLAY_UNIT_TONNES:
    case OUTLAY_UNIT_UNITS:
      *digits = 0;
      return plain;
    default:
      return plain;
    }
}
