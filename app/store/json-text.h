/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/value.h"

/**
 * OutlayJsonText:
 *
 * Writes JSON as people read and compare it: members on lines of their own with two-space indent, rows of numbers on one line, every
 * number as the shortest text that reads back as the same double. What plan files and the command line print goes through it.
 *
 * The caller keeps the grammar: inside an object every value follows outlay_json_text_member().
 */
typedef struct
{
  GString *text;
  guint depth;
  gboolean first;   /* nothing yet in the innermost object or array */
  gboolean row;     /* inside a one-line array */
  gboolean line;    /* everything on one line: set after init, for records that programs read */
  gboolean after_member;
} OutlayJsonText;

void outlay_json_text_init (OutlayJsonText *json, GString *text);

void outlay_json_text_member (OutlayJsonText *json, const char *name);
void outlay_json_text_begin_object (OutlayJsonText *json);
void outlay_json_text_end_object (OutlayJsonText *json);
void outlay_json_text_begin_array (OutlayJsonText *json);
void outlay_json_text_end_array (OutlayJsonText *json);
/* An array of scalars on one line. */
void outlay_json_text_begin_row (OutlayJsonText *json);
void outlay_json_text_end_row (OutlayJsonText *json);

void outlay_json_text_string (OutlayJsonText *json, const char *string);
/* JSON has no NaN and no infinity: they are written as null. */
void outlay_json_text_number (OutlayJsonText *json, double number);
void outlay_json_text_boolean (OutlayJsonText *json, gboolean boolean);
void outlay_json_text_null (OutlayJsonText *json);
/* A number, a string or null, which absent is too. */
void outlay_json_text_value (OutlayJsonText *json, const OutlayValue *value);

/* A value that is text already. */
void outlay_json_text_raw (OutlayJsonText *json, const char *text);

/* A member with its value. */
void outlay_json_text_string_member (OutlayJsonText *json, const char *name, const char *string);
void outlay_json_text_number_member (OutlayJsonText *json, const char *name, double number);
