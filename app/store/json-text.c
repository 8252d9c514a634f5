/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/json-text.h"

#include <math.h>

static void
append_line (OutlayJsonText *json)
{
  if (json->line)
    return;
  g_string_append_c (json->text, '\n');
  for (guint i = 0; i < json->depth; i++)
    g_string_append (json->text, "  ");
}

/* What stands between the value before and the one to come. */
static void
separate (OutlayJsonText *json)
{
  if (json->after_member)
    json->after_member = FALSE;
  else if (json->row)
    g_string_append (json->text, json->first ? "" : ", ");
  else if (json->depth > 0)
    {
      g_string_append (json->text, json->first ? "" : ",");
      append_line (json);
    }
  json->first = FALSE;
}

static void
begin (OutlayJsonText *json, char bracket)
{
  separate (json);
  g_string_append_c (json->text, bracket);
  json->depth++;
  json->first = TRUE;
}

static void
end (OutlayJsonText *json, char bracket)
{
  json->depth--;
  if (!json->first)
    append_line (json);
  g_string_append_c (json->text, bracket);
  json->first = FALSE;
}

static void
append_quoted (GString *text, const char *string)
{
  g_string_append_c (text, '"');
  for (const char *c = string; *c != '\0'; c++)
    switch (*c)
      {
      case '"':
        g_string_append (text, "\\\"");
        break;
      case '\\':
        g_string_append (text, "\\\\");
        break;
      case '\n':
        g_string_append (text, "\\n");
        break;
      case '\t':
        g_string_append (text, "\\t");
        break;
      default:
        if ((guchar) *c < 0x20)
          g_string_append_printf (text, "\\u%04x", (guint) *c);
        else
          g_string_append_c (text, *c);
      }
  g_string_append_c (text, '"');
}

void
outlay_json_text_init (OutlayJsonText *json, GString *text)
{
  *json = (OutlayJsonText) { .text = text, .first = TRUE };
}

void
outlay_json_text_member (OutlayJsonText *json, const char *name)
{
  separate (json);
  append_quoted (json->text, name);
  g_string_append (json->text, ": ");
  json->after_member = TRUE;
}

void
outlay_json_text_begin_object (OutlayJsonText *json)
{
  begin (json, '{');
}

void
outlay_json_text_end_object (OutlayJsonText *json)
{
  end (json, '}');
}

void
outlay_json_text_begin_array (OutlayJsonText *json)
{
  begin (json, '[');
}

void
outlay_json_text_end_array (OutlayJsonText *json)
{
  end (json, ']');
}

void
outlay_json_text_begin_row (OutlayJsonText *json)
{
  separate (json);
  g_string_append_c (json->text, '[');
  json->row = TRUE;
  json->first = TRUE;
}

void
outlay_json_text_end_row (OutlayJsonText *json)
{
  g_string_append_c (json->text, ']');
  json->row = FALSE;
  json->first = FALSE;
}

void
outlay_json_text_string (OutlayJsonText *json, const char *string)
{
  separate (json);
  append_quoted (json->text, string);
}

void
outlay_json_text_number (OutlayJsonText *json, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  separate (json);
  g_string_append (json->text, isfinite (number) ? outlay_number_format (number, buffer) : "null");
}

void
outlay_json_text_boolean (OutlayJsonText *json, gboolean boolean)
{
  separate (json);
  g_string_append (json->text, boolean ? "true" : "false");
}

void
outlay_json_text_null (OutlayJsonText *json)
{
  separate (json);
  g_string_append (json->text, "null");
}

void
outlay_json_text_value (OutlayJsonText *json, const OutlayValue *value)
{
  if (value->type == OUTLAY_VALUE_NUMBER)
    outlay_json_text_number (json, value->number);
  else if (value->type == OUTLAY_VALUE_STRING)
    outlay_json_text_string (json, value->string);
  else
    outlay_json_text_null (json);
}

void
outlay_json_text_raw (OutlayJsonText *json, const char *text)
{
  separate (json);
  g_string_append (json->text, text);
}

void
outlay_json_text_string_member (OutlayJsonText *json, const char *name, const char *string)
{
  outlay_json_text_member (json, name);
  outlay_json_text_string (json, string);
}

void
outlay_json_text_number_member (OutlayJsonText *json, const char *name, double number)
{
  outlay_json_text_member (json, name);
  outlay_json_text_number (json, number);
}
