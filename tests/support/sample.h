/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/plan.h"

/* The Jinchuang plan, of a test program whose G_TEST_SRCDIR is tests. (transfer full) */
OutlayPlan *sample_plan_load (void);
