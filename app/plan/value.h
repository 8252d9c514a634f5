/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * OutlayValue:
 *
 * What one member of a plan holds or a scenario changes: nothing (absent), null, a number, or a string. Months, choices and colours are strings
 * here, as in the file ("2021-08", "mid-year", "#2f6eb5").
 */
typedef enum
{
  OUTLAY_VALUE_ABSENT,
  OUTLAY_VALUE_NULL,
  OUTLAY_VALUE_NUMBER,
  OUTLAY_VALUE_STRING,
} OutlayValueType;

typedef struct
{
  OutlayValueType type;
  double number;
  char *string;
} OutlayValue;

#define OUTLAY_VALUE_INIT ((OutlayValue) { OUTLAY_VALUE_ABSENT, 0, NULL })

void outlay_value_set_number (OutlayValue *value, double number);
void outlay_value_set_string (OutlayValue *value, const char *string);
void outlay_value_set_null (OutlayValue *value);
void outlay_value_copy (OutlayValue *value, const OutlayValue *from);
void outlay_value_clear (OutlayValue *value);
gboolean outlay_value_equal (const OutlayValue *a, const OutlayValue *b);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayValue, outlay_value_clear)

/* Months: "2021-08" ↔ 12 · 2021 + 7. parse returns FALSE and leaves *month alone for anything else. */
gboolean outlay_month_parse (const char *text, double *month);
char *outlay_month_format (double month);

/* The shortest decimal text that reads back as the same double: integers below 1e21 without point and exponent, never "-0".
 * buffer holds G_ASCII_DTOSTR_BUF_SIZE bytes. Returns buffer. */
char *outlay_number_format (double number, char *buffer);
