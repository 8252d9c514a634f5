/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * The one declaration of which cost is fixed and which varies with output (docs/model.md §10, break-even): P (SYMBOL, rows), where rows are
 * those of the statement of total cost that the series stands in.
 */
#define OUTLAY_FIXED_COSTS(P)                                                                \
  P (WAGES, "wages")                                                                         \
  P (REPAIRS, "repairs")                                                                     \
  P (DEPRECIATION, "depreciation + amortisation")                                            \
  P (INTEREST, "interest")

#define OUTLAY_VARIABLE_COSTS(P)                                                             \
  P (MATERIALS, "materials")                                                                 \
  P (ENERGY, "energy")                                                                       \
  P (RESEARCH, "research")                                                                   \
  P (OTHER_COST, "other-cost")
