/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/declare.h"
#include "plan/plan.h"

/* What the engine computes with, besides the plan's own numbers. */

static const OutlayMember taxes_members[] = { OUTLAY_TAXES_PARAMETERS (OUTLAY_TAXES_ROW) };
static const OutlayMember finance_members[] = { OUTLAY_FINANCE_PARAMETERS (OUTLAY_FINANCE_ROW) };
static const OutlayMember assets_members[] = { OUTLAY_ASSETS_PARAMETERS (OUTLAY_ASSETS_ROW) };

static const OutlayMember phase_members[] = {
  OUTLAY_ID_ROW
  OUTLAY_NAME_ROW (REQUIRED)
  OUTLAY_PHASE_PARAMETERS (OUTLAY_PHASE_ROW)
};

static const OutlayMember initiative_members[] = {
  OUTLAY_ID_ROW
  OUTLAY_NAME_ROW (REQUIRED)
  OUTLAY_DESCRIPTION_ROW
  { .name = "colour", .kind = OUTLAY_MEMBER_COLOUR, .nullable = TRUE, .nick = N_("Colour"),
    .blurb = N_("Colour in every chart; one of the palette where there is none") },
  OUTLAY_CELL_PARAMETERS (OUTLAY_CELLS_ROW)
  OUTLAY_INITIATIVE_DESIGN_PARAMETERS (OUTLAY_INITIATIVE_ROW)
  OUTLAY_RAMP_UP_PARAMETERS (OUTLAY_SHARES_ROW)
  OUTLAY_LIST_ROW ("products", product, 1, OUTLAY_MOST_PRODUCTS, N_("Products"), N_("What the initiative makes"))
  OUTLAY_INITIATIVE_OPERATION_PARAMETERS (OUTLAY_INITIATIVE_ROW)
};

static const OutlayMember product_members[] = {
  OUTLAY_ID_ROW
  OUTLAY_NAME_ROW (REQUIRED)
  OUTLAY_TEXT_ROW ("unit", REQUIRED, N_("Unit"), N_("Unit in which the product is counted"))
  OUTLAY_PRODUCT_PARAMETERS (OUTLAY_PRODUCT_ROW)
};

OUTLAY_DEFINE_NODE (Taxes, taxes, taxes_members)
OUTLAY_DEFINE_NODE (Finance, finance, finance_members)
OUTLAY_DEFINE_NODE (Assets, assets, assets_members)
OUTLAY_DEFINE_NODE (Phase, phase, phase_members)
OUTLAY_DEFINE_NODE (Initiative, initiative, initiative_members)
OUTLAY_DEFINE_NODE (Product, product, product_members)

/* The members of an initiative that are no numbers of its own. */
static const OutlayMember *
initiative_member (OutlayInitiative *initiative, const char *name)
{
  return outlay_node_find_member (OUTLAY_NODE (initiative), name);
}

/**
 * outlay_initiative_get_products:
 * @initiative: an initiative
 *
 * Returns: (transfer none): its products in file order
 */
GListModel *
outlay_initiative_get_products (OutlayInitiative *initiative)
{
  return G_LIST_MODEL (outlay_node_get_children (OUTLAY_NODE (initiative), initiative_member (initiative, "products")));
}

/**
 * outlay_initiative_get_n_products:
 * @initiative: an initiative
 *
 * Returns: the number of its products
 */
guint
outlay_initiative_get_n_products (OutlayInitiative *initiative)
{
  return outlay_node_get_n_children (OUTLAY_NODE (initiative), initiative_member (initiative, "products"));
}

/**
 * outlay_initiative_get_product:
 * @initiative: an initiative
 * @product: from 0
 *
 * Returns: (nullable) (transfer none): one of its products, %NULL past the end
 */
OutlayProduct *
outlay_initiative_get_product (OutlayInitiative *initiative, guint product)
{
  OutlayNode *node = outlay_node_get_nth_child (OUTLAY_NODE (initiative), initiative_member (initiative, "products"), product);

  return node != NULL ? OUTLAY_PRODUCT (node) : NULL;
}

/**
 * outlay_initiative_get_investment:
 * @initiative: an initiative
 * @phase: the position of a phase in the plan
 *
 * Returns: the plan's own money of the cell
 */
double
outlay_initiative_get_investment (OutlayInitiative *initiative, guint phase)
{
  return outlay_node_get_entry (OUTLAY_NODE (initiative), initiative_member (initiative, "investment"), phase);
}

/**
 * outlay_initiative_get_ramp_up_years:
 * @initiative: an initiative
 *
 * Returns: the number of ramp-up shares, at least 1
 */
guint
outlay_initiative_get_ramp_up_years (OutlayInitiative *initiative)
{
  guint n;

  outlay_node_get_numbers (OUTLAY_NODE (initiative), initiative_member (initiative, "ramp-up"), &n);
  return n;
}

/**
 * outlay_initiative_get_ramp_up:
 * @initiative: an initiative
 * @year: the twelve months after completion, from 0
 *
 * Returns: the plan's own utilisation in that year; 0 past the last one that is given
 */
double
outlay_initiative_get_ramp_up (OutlayInitiative *initiative, guint year)
{
  return outlay_node_get_entry (OUTLAY_NODE (initiative), initiative_member (initiative, "ramp-up"), year);
}
