/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare-row.h"

#include <glib/gi18n.h>

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OutlayCompareRow, outlay_compare_row, G_TYPE_OBJECT)

static void
cell_clear (gpointer data)
{
  OutlayCompareCell *cell = data;

  g_free (cell->value);
  g_free (cell->note);
  g_free (cell->exact);
}

static gboolean
cells_equal (const OutlayCompareCell *a, const OutlayCompareCell *b)
{
  return a->mark == b->mark && a->tone == b->tone && g_strcmp0 (a->value, b->value) == 0 && g_strcmp0 (a->note, b->note) == 0 &&
         g_strcmp0 (a->exact, b->exact) == 0;
}

static gboolean
rows_equal (OutlayCompareRow *a, OutlayCompareRow *b)
{
  if (a->cells->len != b->cells->len || g_strcmp0 (a->title, b->title) != 0 || g_strcmp0 (a->details, b->details) != 0 ||
      g_strcmp0 (a->badge, b->badge) != 0 || g_strcmp0 (a->link, b->link) != 0)
    return FALSE;
  for (guint n = 0; n < a->cells->len; n++)
    if (!cells_equal (outlay_compare_row_nth (a, n), outlay_compare_row_nth (b, n)))
      return FALSE;
  return TRUE;
}

static void
outlay_compare_row_finalize (GObject *object)
{
  OutlayCompareRow *self = OUTLAY_COMPARE_ROW (object);

  g_free (self->key);
  g_free (self->title);
  g_free (self->details);
  g_free (self->badge);
  g_free (self->link);
  g_array_unref (self->cells);
  G_OBJECT_CLASS (outlay_compare_row_parent_class)->finalize (object);
}

static void
outlay_compare_row_class_init (OutlayCompareRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = outlay_compare_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", OUTLAY_TYPE_COMPARE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_compare_row_init (OutlayCompareRow *self)
{
  self->cells = g_array_new (FALSE, TRUE, sizeof (OutlayCompareCell));
  g_array_set_clear_func (self->cells, cell_clear);
}

OutlayCompareRow *
outlay_compare_row_new (const char *key, const char *title)
{
  OutlayCompareRow *self = g_object_new (OUTLAY_TYPE_COMPARE_ROW, NULL);

  self->key = g_strdup (key);
  self->title = g_strdup (title);
  return self;
}

OutlayCompareCell *
outlay_compare_row_add (OutlayCompareRow *self)
{
  g_array_set_size (self->cells, self->cells->len + 1);
  return &g_array_index (self->cells, OutlayCompareCell, self->cells->len - 1);
}

const OutlayCompareCell *
outlay_compare_row_nth (OutlayCompareRow *self, guint n)
{
  return &g_array_index (self->cells, OutlayCompareCell, n);
}

const char *
outlay_compare_cell_get_verdict (const OutlayCompareCell *cell)
{
  switch (cell->tone)
    {
    case OUTLAY_CELL_BETTER: return C_ ("difference", "better");
    case OUTLAY_CELL_WORSE: return C_ ("difference", "worse");
    case OUTLAY_CELL_NEUTRAL:
    default: return NULL;
    }
}

char *
outlay_compare_cell_describe (const OutlayCompareCell *cell)
{
  const char *verdict = outlay_compare_cell_get_verdict (cell);

  if (cell->note == NULL || verdict == NULL)
    return g_strdup (cell->note);
  /* Translators: a difference between scenarios and whether it is for the better, as in "+0.12 bn, better" */
  return g_strdup_printf (C_ ("difference", "%s, %s"), cell->note, verdict);
}

void
outlay_compare_row_take (OutlayCompareRow *self, OutlayCompareRow *other)
{
  if (rows_equal (self, other))
    return;
  g_set_str (&self->title, other->title);
  g_set_str (&self->details, other->details);
  g_set_str (&self->badge, other->badge);
  g_set_str (&self->link, other->link);
  g_array_unref (self->cells);
  self->cells = g_array_ref (other->cells);
  g_signal_emit (self, signals[CHANGED], 0);
}
