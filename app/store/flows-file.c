/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/flows-file.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "plan/amount.h"
#include "store/faults.h"

G_DEFINE_QUARK (outlay-flows-error-quark, outlay_flows_error)

/* What the first column counts. */
typedef enum
{
  NOTHING,
  PERIODS, /* 0, 1, 2 …, or calendar years */
  MONTHS,
  DAYS,
} Column;

typedef struct
{
  gint64 moment; /* in what the column counts */
  double flow;
} Entry;

typedef struct
{
  const char *at;
  guint line;
  guint column; /* where the field begins, in characters from 1 */
  const char *line_start;
  char separator;

  Column counts;
  gboolean seen; /* a line with a flow */
  guint blank;   /* the last line without anything behind one with a flow; 0: none */
  GArray *entries;
} Reading;

static gboolean
fail (const Reading *reading, GError **error, char *sentence)
{
  g_set_error (error, OUTLAY_FLOWS_ERROR, OUTLAY_FLOWS_ERROR_SYNTAX, "%u:%u: %s", reading->line, reading->column, sentence);
  g_free (sentence);
  return FALSE;
}

/* What parts the columns: a tab or a semicolon where the first line that tells has one, else a comma. */
static char
find_separator (const char *text)
{
  gboolean quoted = FALSE;

  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        quoted = !quoted;
      else if (!quoted && (*text == '\t' || *text == ';' || *text == ','))
        return *text;
    }
  return ',';
}

/* The next field of the line, without its quotes and the blanks around it. (transfer full) */
static char *
next_field (Reading *reading)
{
  g_autoptr (GString) field = g_string_new (NULL);
  gboolean quoted = FALSE;

  reading->column = g_utf8_pointer_to_offset (reading->line_start, reading->at) + 1;
  for (; *reading->at != '\0' && *reading->at != '\n'; reading->at++)
    {
      if (*reading->at == '"' && quoted && reading->at[1] == '"')
        g_string_append_c (field, *++reading->at);
      else if (*reading->at == '"')
        quoted = !quoted;
      else if (*reading->at == reading->separator && !quoted)
        break;
      else
        g_string_append_c (field, *reading->at);
    }
  return g_strdup (g_strstrip (field->str));
}

/* "1,234,567.8" without its commas, where they can be nothing but grouping; else as it is. (transfer full) */
static char *
without_grouping (const char *text, char separator)
{
  const char *at = text + strspn (text, "+-");
  guint n_groups = 0;
  gsize digits = strspn (at, "0123456789");
  g_autoptr (GString) plain = g_string_new (text);

  if (digits >= 1 && digits <= 3)
    for (at += digits; *at == ',' && strspn (at + 1, "0123456789") == 3; at += 4)
      n_groups++;
  /* "1,234" is a grouped number where commas part the columns: no number has one as its point there. */
  if (n_groups > 1 || (n_groups == 1 && (*at == '.' || separator == ',')))
    g_string_replace (plain, ",", "", 0);
  return g_string_free_and_steal (g_steal_pointer (&plain));
}

/* "-1" and "000", which were one number to who wrote "-1,000" without quotes. */
static gboolean
is_one_number (const Reading *reading, const char *first, const char *second)
{
  const char *at = first + strspn (first, "+-");
  const gsize digits = strspn (at, "0123456789");

  return reading->separator == ',' && digits >= 1 && digits <= 3 && at[digits] == '\0' && strspn (second, "0123456789") == 3 &&
         (second[3] == '\0' || second[3] == '.') && (at > first || *second == '0' || *reading->at == ',');
}

/* "-1亿" and "¥100" are amounts to people. */
static gboolean
fail_at_flow (const Reading *reading, const char *field, GError **error)
{
  g_autofree char *shown = outlay_quote (field, -1);
  double amount;

  if (outlay_amount_parse (field, 1, 0, &amount, NULL) && amount != 0)
    {
      char digits[G_ASCII_DTOSTR_BUF_SIZE];

      /* Translators: as found, “-1亿”, and as it is to be written: -100000000 */
      return fail (reading, error, g_strdup_printf (_("found %s; flows are plain numbers without units, write %s"), shown, outlay_number_format (amount, digits)));
    }
  return fail (reading, error, g_strdup_printf (_("found %s, expected a flow such as -1200.50"), shown));
}

static gboolean
read_flow (const Reading *reading, const char *field, double *flow, GError **error)
{
  g_autofree char *shown = outlay_quote (field, -1);
  g_autoptr (GString) text = g_string_new (field);
  g_autofree char *plain = NULL;
  char *end;

  g_string_replace (text, "−", "-", 1);
  if (text->len > 2 && text->str[0] == '(' && text->str[text->len - 1] == ')')
    {
      /* As accountants write what is paid. */
      g_string_truncate (text, text->len - 1);
      text->str[0] = '-';
    }
  plain = without_grouping (text->str, reading->separator);
  if (*plain == '\0')
    return fail (reading, error, g_strdup (_("there is no flow; write 0 where nothing is paid")));
  if (strchr (plain, ',') != NULL)
    return fail (reading, error, g_strdup_printf (_("%s may be read in two ways; write it with a point and without grouping"), shown));
  *flow = g_ascii_strtod (plain, &end);
  if (plain[strspn (plain, "+-.0123456789eE")] != '\0' || *end != '\0' || !isfinite (*flow))
    return fail_at_flow (reading, field, error);
  return TRUE;
}

/* "2026-03-31", "2026-03", "2026" or "3", with - or /. */
static gboolean
read_moment (Reading *reading, const char *field, Column *counts, gint64 *moment, GError **error)
{
  g_autofree char *shown = outlay_quote (field, -1), *text = g_strdelimit (g_strdup (field), "/", '-');
  g_auto (GStrv) parts = g_strsplit (text, "-", 4);
  const guint n = g_strv_length (parts);
  guint64 number[3] = { 0, 1, 1 };
  gboolean right = n >= 1 && n <= 3;

  for (guint k = 0; right && k < n; k++)
    right = g_ascii_string_to_unsigned (parts[k], 10, 0, k == 0 ? 9999 : k == 1 ? 12 : 31, &number[k], NULL);
  *counts = n == 3 ? DAYS : n == 2 ? MONTHS : PERIODS;
  if (right && n > 1)
    right = g_date_valid_dmy (number[2], number[1], number[0]);
  if (!right)
    return fail (reading, error, g_strdup_printf (_("found %s, expected a date such as 2026-03-31, a month, a year or the number of a period"), shown));
  if (n == 3)
    {
      g_autoptr (GDate) date = g_date_new_dmy (number[2], number[1], number[0]);

      *moment = g_date_get_julian (date);
    }
  else
    *moment = n == 2 ? (gint64) number[0] * 12 + (gint64) number[1] - 1 : (gint64) number[0];
  return TRUE;
}

/* A first line that begins with a word is a heading: a number that is misspelt is not passed over. */
static gboolean
is_heading (const Reading *reading, const char *last)
{
  return !reading->seen && *last != '\0' && strchr ("0123456789+-.(", *last) == NULL && !g_str_has_prefix (last, "−");
}

/* Of a whole line that is one number in groups. */
static gboolean
fail_at_groups (Reading *reading, guint column, GError **error)
{
  g_autofree char *line = g_strndup (reading->line_start, strcspn (reading->line_start, "\r\n")), *shown = outlay_quote (g_strstrip (line), -1);

  reading->column = column;
  return fail (reading, error, g_strdup_printf (_("found %s, where commas part columns; write one number without commas, or in quotes"), shown));
}

static gboolean
read_line (Reading *reading, GError **error)
{
  g_autofree char *first = next_field (reading), *second = NULL;
  const guint first_column = reading->column;
  Column counts = NOTHING;
  Entry entry = { reading->entries->len, 0 };

  if (*reading->at == reading->separator)
    {
      reading->at++;
      second = next_field (reading);
    }
  if (*first == '\0' && (second == NULL || *second == '\0') && *reading->at != reading->separator)
    {
      reading->blank = reading->seen ? reading->line : 0;
      return TRUE;
    }
  if (is_heading (reading, second != NULL ? second : first))
    {
      reading->at += strcspn (reading->at, "\n");
      return TRUE;
    }
  if (second != NULL && is_one_number (reading, first, second))
    return fail_at_groups (reading, first_column, error);
  if (*reading->at == reading->separator)
    {
      reading->at++;
      g_free (next_field (reading));
      return fail (reading, error, g_strdup (_("there is a third column; expected flows, or dates and flows")));
    }
  if (!read_flow (reading, second != NULL ? second : first, &entry.flow, error))
    return FALSE;
  reading->column = first_column;
  if (second != NULL && !read_moment (reading, first, &counts, &entry.moment, error))
    return FALSE;
  if (reading->blank > 0 && counts == NOTHING)
    return fail (reading, error, g_strdup_printf (_("line %u above has no flow; write 0 where nothing is paid"), reading->blank));
  if (reading->seen && counts != reading->counts)
    return fail (reading, error, g_strdup (_("this line counts otherwise than those above it; expected all days, all months or all years")));
  reading->seen = TRUE;
  reading->counts = counts;
  g_array_append_val (reading->entries, entry);
  return TRUE;
}

/* Where the first flow falls when nobody says: dates of days and months begin today, as in spreadsheets; periods that are numbered 0 or 1 say it; other
 * flows come at the end of their year, as a plan's do. */
static double
first_period_of (const Reading *reading, gint64 first, int first_period)
{
  if (first_period >= 0)
    return first_period;
  if (reading->counts == DAYS || reading->counts == MONTHS)
    return 0;
  return reading->counts == PERIODS && first == 0 ? 0 : 1;
}

static gboolean
lay_out (const Reading *reading, int first_period, OutlayFlows *flows, GError **error)
{
  const Entry *entries = (const Entry *) reading->entries->data;
  gint64 first = G_MAXINT64, last = G_MININT64;

  for (guint k = 0; k < reading->entries->len; k++)
    {
      first = MIN (first, entries[k].moment);
      last = MAX (last, entries[k].moment);
    }
  if (reading->entries->len == 0)
    {
      g_set_error_literal (error, OUTLAY_FLOWS_ERROR, OUTLAY_FLOWS_ERROR_RANGE,
                           _("there are no flows; expected a column of numbers, or dates and numbers"));
      return FALSE;
    }
  if (last - first >= OUTLAY_FLOWS_MOST)
    {
      g_set_error (error, OUTLAY_FLOWS_ERROR, OUTLAY_FLOWS_ERROR_RANGE, _("the flows reach over more than %d periods, which is the most"), OUTLAY_FLOWS_MOST);
      return FALSE;
    }
  *flows = (OutlayFlows) { .n = last - first + 1, .frequency = reading->counts == DAYS ? 365 : reading->counts == MONTHS ? 12 : 1,
                           .offset = first_period_of (reading, first, first_period) };
  flows->values = g_new0 (double, flows->n);
  for (guint k = 0; k < reading->entries->len; k++)
    flows->values[entries[k].moment - first] += entries[k].flow;
  return TRUE;
}

static gboolean
check (OutlayFlows *flows, GError **error)
{
  const guint changes = outlay_flows_sign_changes (flows);

  if (changes <= OUTLAY_FLOWS_MOST_CHANGES)
    return TRUE;
  g_set_error (error, OUTLAY_FLOWS_ERROR, OUTLAY_FLOWS_ERROR_RANGE, _("the sign of the flows changes %u times; at most %d can be appraised"), changes,
               OUTLAY_FLOWS_MOST_CHANGES);
  outlay_flows_clear (flows);
  return FALSE;
}

/**
 * outlay_flows_read:
 * @text: a table as spreadsheets write it: a column of flows, or dates and flows
 * @length: its length in bytes
 * @first_period: 0 where the first flow comes today, 1 where it comes a year from now; −1: as the table lets expect
 * @flows: (out caller-allocates): the flows in the order of their dates, several of one date summed up
 * @error: what is wrong, with its line and column
 *
 * Columns are parted by commas, semicolons or tabs; fields may be quoted. Dates are days, months or years (or numbers of periods), all of one kind. A first
 * line of words is a heading. Numbers have a point; commas are taken for grouping only where they can be nothing else.
 *
 * Returns: whether these are flows
 */
gboolean
outlay_flows_read (const char *text, gsize length, int first_period, OutlayFlows *flows, GError **error)
{
  g_autofree char *copy = NULL;
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  Reading reading = { .line = 1, .column = 1, .entries = entries };

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (!g_utf8_validate_len (text, length, NULL))
    return fail (&reading, error, g_strdup (_("this is no text in UTF-8; save the table as CSV in UTF-8")));
  copy = length > 0 ? g_strndup (text, length) : g_strdup ("");
  reading.separator = find_separator (copy);
  for (reading.at = copy; *reading.at != '\0'; reading.line++)
    {
      reading.line_start = reading.at;
      if (!read_line (&reading, error))
        return FALSE;
      if (*reading.at == '\n')
        reading.at++;
    }
  return lay_out (&reading, first_period, flows, error) && check (flows, error);
}
