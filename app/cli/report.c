/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/report.h"

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
