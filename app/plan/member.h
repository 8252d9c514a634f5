/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/node.h"

/* What one declared member may hold, for the reader, editors and paths alike. Errors are of OUTLAY_PLAN_ERROR. */

/* Whether value has the type and lies in the range of the member (of one entry of it, for arrays of numbers). The sentence says what was found
 * and what was expected. */
gboolean outlay_member_check (const OutlayMember *member, const OutlayValue *value, GError **error);
/* "a number from 0 to 1", "a month from 1900-01 to 2199-12", "one of “end-of-year”, “mid-year”": what a sentence says was expected. */
char *outlay_member_expectation (const OutlayMember *member);
/* The same for a table: "0–1", "≥ 0", "end-of-year, mid-year". */
char *outlay_member_range (const OutlayMember *member);
/* Whether scenarios may change such a member where its object may be changed at all. */
gboolean outlay_member_is_changeable (const OutlayMember *member);
/* What it is where a file leaves it out; ABSENT where a file may not. */
void outlay_member_get_default (const OutlayMember *member, OutlayValue *value);
/* Text as --set has it, read as the member's type and checked. */
gboolean outlay_member_parse (const OutlayMember *member, const char *text, OutlayValue *value, GError **error);

/* Between a value and what a node stores. index: the entry of an array of numbers, −1 otherwise. set takes a checked value; absent and null make a
 * member what it is where the file leaves it out. */
void outlay_node_get_value (OutlayNode *node, const OutlayMember *member, int index, OutlayValue *value);
void outlay_node_set_value (OutlayNode *node, const OutlayMember *member, int index, const OutlayValue *value);
/* The number that a checked value is to a node and to the engine: NaN for null and absent, the enumerator of a choice, the months of a month. */
double outlay_member_to_number (const OutlayMember *member, const OutlayValue *value);

/* 1–64 of a–z, 0–9 and “-”, starting with a letter. */
gboolean outlay_id_is_valid (const char *id);
