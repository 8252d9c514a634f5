/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plan/model.h"

/* What moving a number changes. */
typedef enum
{
  OUTLAY_INFLUENCE_NPV, /* NPV after tax, of the plan */
  OUTLAY_INFLUENCE_TAX, /* all tax of the plan over all its years, not discounted: what the projects pay as long as the projection runs */
  OUTLAY_N_INFLUENCES,
} OutlayInfluenceOutcome;

/* A tenth more, or a tenth less. */
typedef enum
{
  OUTLAY_INFLUENCE_UP,
  OUTLAY_INFLUENCE_DOWN,
  OUTLAY_N_DIRECTIONS,
} OutlayInfluenceDirection;

/**
 * OutlayInfluenceWay:
 * @moved: whether the number can be moved that way at all
 * @limited: it goes less far than a tenth, for there its range ends
 * @value: what it is moved to
 * @effect: what that adds to each outcome; NaN where the outcome is null before or after
 */
typedef struct
{
  gboolean moved;
  gboolean limited;
  double value;
  double effect[OUTLAY_N_INFLUENCES];
} OutlayInfluenceWay;

typedef struct
{
  double from;
  OutlayInfluenceWay ways[OUTLAY_N_DIRECTIONS];
} OutlayInfluence;

/**
 * OutlayInfluenceStudy:
 *
 * What moving each of some numbers by a tenth does, everything else as it is. Whole numbers and months move by at least one; a number that is 0, is null, is a
 * choice or a calendar year has no tenth and does not move. None leaves its range or breaks a rule of the plan.
 */
typedef struct _OutlayInfluenceStudy OutlayInfluenceStudy;

/* model: the plan under a scenario, that nobody changes meanwhile. Computes nothing: what follows needs the plan no more and may run in another thread. */
OutlayInfluenceStudy *outlay_influence_study_new (OutlayModel *model, const OutlayParameter *parameters, guint n);
/* FALSE where it was cancelled. */
gboolean outlay_influence_study_run (OutlayInfluenceStudy *study, GCancellable *cancellable);
void outlay_influence_study_free (OutlayInfluenceStudy *study);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayInfluenceStudy, outlay_influence_study_free)

/* After a run, in the order of the parameters. */
guint outlay_influence_study_n (OutlayInfluenceStudy *study);
const OutlayInfluence *outlay_influence_study_get (OutlayInfluenceStudy *study, guint n);
