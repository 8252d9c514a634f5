/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/assumption-paste.h"

#include <glib/gi18n.h>
#include <string.h>

#include "plan/label.h"
#include "ui/document-parameters.h"

/* What is to be laid in, and the line and column that each came from. */
typedef struct
{
  OutlayDocument *document;
  GArray *parameters; /* OutlayParameter */
  GArray *values;     /* OutlayValue */
  GArray *lines;      /* guint, from 1 */
} Pasted;

static void
clear_value (gpointer data)
{
  outlay_value_clear (data);
}

static Pasted
pasted_new (OutlayDocument *document)
{
  Pasted pasted = { document, g_array_new (FALSE, FALSE, sizeof (OutlayParameter)), g_array_new (FALSE, TRUE, sizeof (OutlayValue)),
                    g_array_new (FALSE, FALSE, sizeof (guint)) };

  g_array_set_clear_func (pasted.values, clear_value);
  return pasted;
}

static void
pasted_clear (Pasted *pasted)
{
  g_array_unref (pasted->parameters);
  g_array_unref (pasted->values);
  g_array_unref (pasted->lines);
}

static gboolean
refuse (GError **error, char *message)
{
  g_set_error_literal (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_WRONG_TYPE, message);
  g_free (message);
  return FALSE;
}

static gboolean
blame (GError **error, guint line, const OutlayAssumptionRow *row, const GError *fault)
{
  /* Translators: of numbers that were pasted: the line, the number of the plan that it was for, and what is wrong */
  return refuse (error, g_strdup_printf (_("Nothing was pasted. Line %u, for “%s”: %s"), line, row->title, fault->message));
}

static gboolean
add (Pasted *pasted, const OutlayAssumptionCell *cell, const char *text, guint line, GError **error)
{
  g_auto (OutlayValue) current = OUTLAY_VALUE_INIT;
  OutlayValue value = OUTLAY_VALUE_INIT;

  outlay_document_get_value (pasted->document, &cell->parameter, &current);
  if (!outlay_parameter_read (&cell->parameter, text, cell->unit, &current, &value, error))
    return FALSE;
  g_array_append_val (pasted->parameters, cell->parameter);
  g_array_append_val (pasted->values, value);
  g_array_append_val (pasted->lines, line);
  return TRUE;
}

/* The parts of a text into the years of a ramp-up from one on. */
static gboolean
add_years (Pasted *pasted, OutlayAssumptionRow *row, guint first, char **parts, gboolean lines, guint line, GError **error)
{
  for (guint n = 0; parts[n] != NULL; n++)
    {
      g_autoptr (GError) fault = NULL;

      if (*g_strstrip (parts[n]) == '\0')
        continue;
      if (first + n >= row->cells->len)
        return refuse (error, g_strdup_printf (_("Nothing was pasted: “%s” has %u years. Add years first."), row->title, row->cells->len));
      if (!add (pasted, outlay_assumption_row_nth (row, first + n), parts[n], line + (lines ? n : 0), &fault))
        return blame (error, line + (lines ? n : 0), row, fault);
    }
  return TRUE;
}

static gboolean
add_line (Pasted *pasted, OutlayAssumptionRow *row, guint first, const char *text, guint line, GError **error)
{
  g_auto (GStrv) columns = g_strsplit (text, "\t", -1);
  g_autoptr (GError) fault = NULL;

  if (row->kind == OUTLAY_ASSUMPTION_KIND_RAMP)
    return add_years (pasted, row, first, columns, FALSE, line, error);
  if (g_strv_length (columns) > 1)
    return refuse (error, g_strdup_printf (_("Nothing was pasted. Line %u has several columns; copy one column of the spreadsheet."), line));
  if (*text == '\0')
    return TRUE;
  return add (pasted, outlay_assumption_row_nth (row, 0), text, line, &fault) || blame (error, line, row, fault);
}

static gboolean
takes_numbers (OutlayAssumptionRow *row)
{
  return row->kind == OUTLAY_ASSUMPTION_KIND_FIELD || row->kind == OUTLAY_ASSUMPTION_KIND_RAMP;
}

/* The next row, this one or below it, that takes numbers. (transfer full) (nullable) */
static OutlayAssumptionRow *
take_row (GListModel *rows, guint *position)
{
  for (; *position < g_list_model_get_n_items (rows); ++*position)
    {
      g_autoptr (OutlayAssumptionRow) row = g_list_model_get_item (rows, *position);

      if (takes_numbers (row))
        return g_steal_pointer (&row);
    }
  return NULL;
}

static gboolean
add_column (Pasted *pasted, GListModel *rows, guint position, guint cell, char **lines, GError **error)
{
  for (guint n = 0; lines[n] != NULL; n++, position++)
    {
      g_autoptr (OutlayAssumptionRow) row = take_row (rows, &position);

      if (row != NULL)
        outlay_assumption_row_refresh (row, pasted->document, row->where != NULL);
      else
        return refuse (error, g_strdup_printf (_("Nothing was pasted: there are %u lines, and only %u numbers from here on."), g_strv_length (lines), n));
      if (!add_line (pasted, row, n == 0 ? cell : 0, g_strstrip (lines[n]), n + 1, error))
        return FALSE;
    }
  return TRUE;
}

/* Whoever pastes sees how many came in, and of how many another unit may have been meant. (transfer full) */
static char *
describe (Pasted *pasted)
{
  const guint n = pasted->values->len;
  const guint leaps = outlay_document_count_leaps (pasted->document, (const OutlayParameter *) (gpointer) pasted->parameters->data,
                                                   (const OutlayValue *) (gpointer) pasted->values->data, n);
  g_autofree char *numbers = g_strdup_printf (ngettext ("Paste %u number", "Paste %u numbers", n), n), *far = NULL;

  if (leaps == 0)
    return g_steal_pointer (&numbers);
  far = g_strdup_printf (ngettext ("%u changes by 1,000 times or more", "%u change by 1,000 times or more", leaps), leaps);
  /* Translators: “Paste 3 numbers”, “2 change by 1,000 times or more” */
  return g_strdup_printf (C_ ("paste", "%s, %s"), numbers, far);
}

static gboolean
lay (Pasted *pasted, GError **error)
{
  g_autofree char *description = describe (pasted);
  g_autoptr (GError) fault = NULL;
  guint failed = 0;

  if (outlay_document_set_parameters (pasted->document, (const OutlayParameter *) (gpointer) pasted->parameters->data,
                                      (const OutlayValue *) (gpointer) pasted->values->data, pasted->values->len, description, &failed, &fault))
    return TRUE;
  return refuse (error, g_strdup_printf (_("Nothing was pasted. Line %u: %s"), g_array_index (pasted->lines, guint, failed), fault->message));
}

gboolean
outlay_assumption_paste (OutlayDocument *document, GListModel *rows, guint position, guint cell, const char *text, GError **error)
{
  g_autofree char *plain = g_strchomp (g_strdup (text));
  g_auto (GStrv) lines = g_strsplit (g_strdelimit (plain, "\r", ' '), "\n", -1);
  g_autoptr (OutlayAssumptionRow) row = g_list_model_get_item (rows, position);
  Pasted pasted = pasted_new (document);
  gboolean done;

  if (row->kind == OUTLAY_ASSUMPTION_KIND_RAMP && strchr (plain, '\t') == NULL)
    done = add_years (&pasted, row, cell, lines, TRUE, 1, error);
  else
    done = add_column (&pasted, rows, position, cell, lines, error);
  done = done && lay (&pasted, error);
  pasted_clear (&pasted);
  return done;
}
