/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/xml.h"

#include <string.h>

/* GLib writes control characters as "&#x1;", which XML 1.0 refuses in any form. An ampersand of a text has become "&amp;", so nothing else begins like that. */
static const char *
forbidden_end (const char *reference)
{
  char *end = NULL;
  guint64 code = g_ascii_strtoull (reference + strlen ("&#x"), &end, 16);

  return *end == ';' && code < 0x20 ? end + 1 : NULL;
}

void
outlay_xml_add (GString *xml, const char *format, ...)
{
  g_autofree char *text = NULL;
  const char *rest;
  va_list arguments;

  va_start (arguments, format);
  text = g_markup_vprintf_escaped (format, arguments);
  va_end (arguments);
  rest = text;
  for (const char *found = strstr (rest, "&#x"); found != NULL; found = strstr (found, "&#x"))
    {
      const char *end = forbidden_end (found);

      if (end == NULL)
        {
          found += strlen ("&#x");
          continue;
        }
      g_string_append_len (xml, rest, found - rest);
      rest = found = end;
    }
  g_string_append (xml, rest);
}

GString *
outlay_xml_new (void)
{
  return g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
}
