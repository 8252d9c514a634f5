/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/batch.h"

/* OUTLAY_SERIES_… and OUTLAY_INDICATOR_… as sets of one. */
#define OUTLAY_SERIES_BIT(SYMBOL) (G_GUINT64_CONSTANT (1) << OUTLAY_SERIES_##SYMBOL)
#define OUTLAY_INDICATOR_BIT(SYMBOL) (G_GUINT64_CONSTANT (1) << OUTLAY_INDICATOR_##SYMBOL)

/* What a batch is computed for: stages that nobody asked for are left out. */
typedef struct
{
  guint64 sums;       /* series of the plan that are sums over its initiatives */
  guint64 plan;       /* these and the plan's ratios */
  guint64 initiative; /* series of each initiative */
  gboolean adjusted_tax;
  gboolean books;
  gboolean asset_kinds;
  gboolean phases;
} OutlayNeeds;

OutlayRequest outlay_request_possible (const OutlayRequest *request);
OutlayNeeds outlay_needs (const OutlayRequest *possible);
