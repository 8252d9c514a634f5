/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/figures.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <math.h>
#include <string.h>

#include "export/csv.h"
#include "plan/amount.h"
#include "plan/unit.h"
#include "plan/value.h"

/* Every digit, with a point; "" for none. */
static void
write_plain (double value, char *text)
{
  *text = '\0';
  if (isfinite (value))
    outlay_number_format (value, text);
}

/* As a spreadsheet of the reader's language reads it. */
static void
append_local (GString *to, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  const char *point;

  write_plain (value, text);
  point = strchr (text, '.');
  if (point == NULL)
    {
      g_string_append (to, text);
      return;
    }
  g_string_append_len (to, text, point - text);
  g_string_append (to, nl_langinfo (RADIXCHAR));
  g_string_append (to, point + 1);
}

/* A name can have what stands between cells. */
static void
append_name (GString *to, const char *name)
{
  for (const char *c = name; *c != '\0'; c++)
    g_string_append_c (to, *c == '\t' || *c == '\n' || *c == '\r' ? ' ' : *c);
}

/* "" where there is none, or where the name says it. */
static const char *
unit_word (OutlayFigures *figures, const OutlayFiguresRow *what)
{
  if (what->says_unit)
    return "";
  return what->unit == OUTLAY_UNIT_MONEY ? outlay_currency_word (figures->currency) : outlay_unit_name (what->unit);
}

static char *
write_row_name (OutlayFigures *figures, guint row)
{
  const OutlayFiguresRow what = outlay_figures_row (figures, row);
  const char *unit = unit_word (figures, &what);

  return *what.number != '\0' ? g_strdup_printf ("%s %s%s%s%s", what.number, what.name, *unit != '\0' ? " (" : "", unit, *unit != '\0' ? ")" : "")
                              : g_strdup_printf ("%s%s%s%s", what.name, *unit != '\0' ? " (" : "", unit, *unit != '\0' ? ")" : "");
}

static void
append_head (GString *to, const OutlayFiguresPart *part)
{
  append_name (to, part->figures->title);
  for (guint c = part->first_column; c < part->end_column; c++)
    {
      g_autofree char *head = outlay_figures_column (part->figures, c);

      g_string_append_c (to, '\t');
      append_name (to, head);
    }
  g_string_append_c (to, '\n');
}

char *
outlay_figures_to_text (const OutlayFiguresPart *part)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (part->names)
    append_head (text, part);
  for (guint n = 0; n < part->n_rows; n++)
    {
      g_autofree char *name = write_row_name (part->figures, part->rows[n]);

      if (part->names)
        append_name (text, name);
      for (guint c = part->first_column; c < part->end_column; c++)
        {
          if (part->names || c > part->first_column)
            g_string_append_c (text, '\t');
          append_local (text, outlay_figures_value (part->figures, part->rows[n], c));
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
append_cell (GString *html, const char *tag, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (html, "<%s>%s</%s>", tag, escaped, tag);
}

/* The number stands in attributes too, so that no language of a spreadsheet takes it for text: sdval is LibreOffice’s, x:num is Excel’s. */
static void
append_number (GString *html, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  write_plain (value, text);
  if (*text == '\0')
    g_string_append (html, "<td></td>");
  else
    {
      g_string_append_printf (html, "<td align=\"right\" sdval=\"%s\" sdnum=\"1033;\" x:num=\"%s\">", text, text);
      append_local (html, value);
      g_string_append (html, "</td>");
    }
}

static void
append_html_head (GString *html, const OutlayFiguresPart *part)
{
  g_string_append (html, "<tr>");
  append_cell (html, "th", part->figures->title);
  for (guint c = part->first_column; c < part->end_column; c++)
    {
      g_autofree char *head = outlay_figures_column (part->figures, c);

      append_cell (html, "th", head);
    }
  g_string_append (html, "</tr>\n");
}

char *
outlay_figures_to_html (const OutlayFiguresPart *part)
{
  g_autoptr (GString) html = g_string_new ("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=\"utf-8\"></head><body><table>\n");

  if (part->names)
    append_html_head (html, part);
  for (guint n = 0; n < part->n_rows; n++)
    {
      const gboolean strong = outlay_figures_row (part->figures, part->rows[n]).strong;
      g_autofree char *name = write_row_name (part->figures, part->rows[n]);

      g_string_append (html, strong ? "<tr style=\"font-weight:bold\">" : "<tr>");
      if (part->names)
        append_cell (html, "td", name);
      for (guint c = part->first_column; c < part->end_column; c++)
        append_number (html, outlay_figures_value (part->figures, part->rows[n], c));
      g_string_append (html, "</tr>\n");
    }
  g_string_append (html, "</table></body></html>\n");
  return g_string_free_and_steal (g_steal_pointer (&html));
}

static void
append_csv_row (GString *csv, OutlayFigures *figures, guint row)
{
  const OutlayFiguresRow what = outlay_figures_row (figures, row);

  outlay_csv_append_string (csv, what.number, ',');
  outlay_csv_append_string (csv, what.name, ',');
  outlay_csv_append_string (csv, unit_word (figures, &what), ',');
  for (guint c = 0; c < figures->n_columns; c++)
    outlay_csv_append_number (csv, outlay_figures_value (figures, row, c), c + 1 < figures->n_columns ? ',' : '\n');
}

char *
outlay_figures_to_csv (OutlayFigures *figures)
{
  g_autoptr (GString) csv = g_string_new (NULL);
  g_autofree char *title = figures->scenario != NULL ? g_strconcat (figures->title, " – ", figures->scenario, NULL) : g_strdup (figures->title);

  outlay_csv_append_string (csv, _("Number"), ',');
  outlay_csv_append_string (csv, title, ',');
  outlay_csv_append_string (csv, _("Unit"), ',');
  for (guint c = 0; c < figures->n_columns; c++)
    {
      g_autofree char *head = outlay_figures_column (figures, c);

      outlay_csv_append_string (csv, head, c + 1 < figures->n_columns ? ',' : '\n');
    }
  for (guint r = 0; r < figures->n_rows; r++)
    append_csv_row (csv, figures, r);
  return g_string_free_and_steal (g_steal_pointer (&csv));
}
