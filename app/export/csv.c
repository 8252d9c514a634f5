/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/csv.h"

#include <math.h>
#include <string.h>

#include "plan/value.h"

void
outlay_csv_append_string (GString *csv, const char *field, char after)
{
  if (field != NULL && strpbrk (field, ",\"\r\n") == NULL)
    g_string_append (csv, field);
  else if (field != NULL)
    {
      g_string_append_c (csv, '"');
      for (const char *c = field; *c != '\0'; c++)
        g_string_append_len (csv, *c == '"' ? "\"\"" : c, *c == '"' ? 2 : 1);
      g_string_append_c (csv, '"');
    }
  g_string_append_c (csv, after);
}

void
outlay_csv_append_number (GString *csv, double number, char after)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (isfinite (number))
    g_string_append (csv, outlay_number_format (number, buffer));
  g_string_append_c (csv, after);
}
