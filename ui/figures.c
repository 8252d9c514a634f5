/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/figures.h"

#include <glib/gi18n.h>
#include <math.h>

static void
clear_term (gpointer data)
{
  OutlayTerm *term = data;

  g_free (term->name);
  g_free (term->value);
}

gpointer
outlay_figures_alloc (const OutlayFiguresClass *class, gsize size)
{
  OutlayFigures *figures = g_malloc0 (size);

  figures->class = class;
  figures->head_lines = 1;
  g_ref_count_init (&figures->references);
  return figures;
}

OutlayFigures *
outlay_figures_ref (OutlayFigures *figures)
{
  g_ref_count_inc (&figures->references);
  return figures;
}

void
outlay_figures_unref (OutlayFigures *figures)
{
  if (!g_ref_count_dec (&figures->references))
    return;
  figures->class->clear (figures);
  g_free (figures->id);
  g_free (figures->title);
  g_free (figures->scope);
  g_free (figures->scenario);
  g_free (figures->unit);
  g_free (figures->currency);
  g_free (figures);
}

OutlayFiguresRow
outlay_figures_row (OutlayFigures *figures, guint row)
{
  OutlayFiguresRow result = { .number = "", .name = "" };

  figures->class->get_row (figures, row, &result);
  return result;
}

gboolean
outlay_figures_is_parent (OutlayFigures *figures, guint row)
{
  return row + 1 < figures->n_rows && outlay_figures_row (figures, row + 1).depth > outlay_figures_row (figures, row).depth;
}

int
outlay_figures_parent (OutlayFigures *figures, guint row)
{
  const guint depth = outlay_figures_row (figures, row).depth;

  for (int above = (int) row - 1; above >= 0; above--)
    if (outlay_figures_row (figures, (guint) above).depth < depth)
      return above;
  return -1;
}

char *
outlay_figures_column (OutlayFigures *figures, guint column)
{
  return figures->class->write_column (figures, column);
}

double
outlay_figures_value (OutlayFigures *figures, guint row, guint column)
{
  return figures->class->get_value (figures, row, column);
}

char *
outlay_figures_text (OutlayFigures *figures, guint row, guint column)
{
  return figures->class->write_text (figures, row, column);
}

char *
outlay_figures_describe (OutlayFigures *figures, guint row, int column)
{
  const OutlayFiguresRow what = outlay_figures_row (figures, row);
  g_autofree char *head = NULL, *value = NULL;

  if (column < 0)
    return g_strdup (what.name);
  head = outlay_figures_column (figures, (guint) column);
  value = figures->class->write_whole (figures, row, (guint) column);
  if (*value == '\0')
    return g_strdup (what.name);
  /* Translators: a figure of a table: the name of its row, that of its column and its value, as in "Income tax, 2030: 12.3 m yuan" */
  return g_strdup_printf (_("%s, %s: %s"), what.name, head, value);
}

OutlayReason *
outlay_figures_explain (OutlayFigures *figures, guint row, guint column)
{
  OutlayReason *reason = g_new0 (OutlayReason, 1);
  g_autofree char *head = outlay_figures_column (figures, column);

  reason->terms = g_array_new (FALSE, FALSE, sizeof (OutlayTerm));
  g_array_set_clear_func (reason->terms, clear_term);
  /* Translators: the name of a row and of a column, as in "Income tax, 2030" */
  reason->title = g_strdup_printf (_("%s, %s"), outlay_figures_row (figures, row).name, head);
  reason->value = figures->class->write_whole (figures, row, column);
  figures->class->explain (figures, row, column, reason);
  return reason;
}

void
outlay_reason_add (OutlayReason *reason, char *name, char *value, int row)
{
  const OutlayTerm term = { name, value, row };

  g_array_append_val (reason->terms, term);
}

void
outlay_reason_free (OutlayReason *reason)
{
  g_free (reason->title);
  g_free (reason->value);
  g_free (reason->sentence);
  g_array_unref (reason->terms);
  g_free (reason);
}
