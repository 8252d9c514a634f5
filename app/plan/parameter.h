/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/member.h"
#include "plan/plan.h"

/**
 * OutlayParameter:
 *
 * What a path names: a member of an object of the plan, or one entry of its cells (index: the phase's position) or of its
 * ramp-up (index: the year from 0). index is −1 otherwise. The node is not owned.
 */
typedef struct
{
  OutlayNode *node;
  const OutlayMember *member;
  int index;
} OutlayParameter;

/* "initiatives.mining.investment.phase-1" → what it names. The error says how far the path is known and the nearest name. */
gboolean outlay_parameter_find (OutlayPlan *plan, const char *path, OutlayParameter *parameter, GError **error);
/* The same for anything, also objects (member NULL) and whole arrays (index −1), which sources may belong to. */
gboolean outlay_plan_find_path (OutlayPlan *plan, const char *path, OutlayParameter *found, GError **error);
char *outlay_parameter_path (const OutlayParameter *parameter);

/* Whether scenarios may change it (numbers, strings, months, choices outside sources, scenarios, uncertainties and correlations; not id, format, version). */
gboolean outlay_parameter_is_changeable (const OutlayParameter *parameter);
gboolean outlay_parameter_is_number (const OutlayParameter *parameter);

/* As keys of a table. */
guint outlay_parameter_hash (gconstpointer parameter);
gboolean outlay_parameter_equal (gconstpointer a, gconstpointer b);

/* A member and a position for each object on the way from the plan, then the member and the entry: no parameter lies deeper than a product's. */
#define OUTLAY_LONGEST_WAY 10

/* Where a parameter stands in the file of its plan. */
typedef struct
{
  int steps[OUTLAY_LONGEST_WAY];
  guint n;
} OutlayPlace;

OutlayPlace outlay_parameter_place (const OutlayParameter *parameter);
/* Which of two stands first: below 0, 0 where they are the same, above 0. */
int outlay_place_compare (const OutlayPlace *a, const OutlayPlace *b);

/* The plan's own value. */
void outlay_parameter_get (const OutlayParameter *parameter, OutlayValue *value);
/* Type and range of value for this parameter; the sentence says what was found and what was expected. */
gboolean outlay_parameter_check (const OutlayParameter *parameter, const OutlayValue *value, GError **error);
/* Writes an already checked value into the plan. */
void outlay_parameter_set (const OutlayParameter *parameter, const OutlayValue *value);
/* Reads text ("0.42", "2021-08", "mid-year", "null") as the type of what the path names, as --set does. */
gboolean outlay_parameter_parse (const OutlayParameter *parameter, const char *text, OutlayValue *value, GError **error);
/* "0–1", "1900–2200", "≥ 0", or the words of a choice; for people. */
char *outlay_parameter_range (const OutlayParameter *parameter);

/* Calls func for every changeable path of the plan, in file order; of the plan alone, without scenarios. */
typedef void (*OutlayParameterFunc) (const OutlayParameter *parameter, gpointer data);
void outlay_plan_foreach_parameter (OutlayPlan *plan, OutlayParameterFunc func, gpointer data);
