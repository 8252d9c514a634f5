/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "study/influence.h"
#include "ui/document.h"

/* What moving a number does to an outcome, in a line for each direction: "At 1.66 m yuan a unit: NPV after tax +210 m yuan". NULL where it cannot be moved.
 * (transfer full) */
char *outlay_influence_describe (OutlayDocument *document, const OutlayParameter *parameter, const OutlayInfluence *influence,
                                 OutlayInfluenceOutcome outcome);
/* (transfer none) */
const char *outlay_influence_outcome_name (OutlayInfluenceOutcome outcome);
