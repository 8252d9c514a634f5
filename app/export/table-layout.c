/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/table-layout.h"

#include <math.h>

/* An office program sets the same text in another font: what fits here by a hair may not fit there. */
#define SAFETY 1.05
/* Text columns give way to this share of the width, if they are wider; the first, which says what a row is, less. */
#define LEAST_SHARE 0.16
#define LEAST_FIRST_SHARE 0.26

typedef struct
{
  const OutlayDeckTable *table;
  OutlayTexts *texts;
  double size;
  double width;
  double *natural; /* of each column, on one line */
  double *least;
} Measure;

gboolean
outlay_deck_row_is_strong (const OutlayDeckRow *row, guint column)
{
  return row->kind == OUTLAY_ROW_SECTION ? column == 0 : row->kind != OUTLAY_ROW_BODY;
}

const char *
outlay_table_page_cell (const OutlayTablePage *page, guint r, guint column)
{
  return page->continued && r == 1 && column > 0 ? "" : outlay_deck_table_row (page->table, g_array_index (page->rows, guint, r))->cells[column];
}

double
outlay_deck_row_indent (const OutlayDeckRow *row, guint column)
{
  return row->has_swatch && column == 0 ? OUTLAY_CELL_SWATCH : 0;
}

void
outlay_table_page_free (OutlayTablePage *page)
{
  g_free (page->columns);
  g_free (page->widths);
  g_array_unref (page->rows);
  g_array_unref (page->heights);
  g_free (page);
}

/* --- columns --- */

static double
text_width (const Measure *measure, const char *text, gboolean strong)
{
  g_autoptr (PangoLayout) layout = outlay_prose_new (measure->texts, text, measure->size, strong, -1);

  return outlay_prose_width (layout);
}

static gboolean
is_chinese (const char *word)
{
  return *word != '\0' && g_unichar_iswide (g_utf8_get_char (word));
}

/* Of a head that may stand on several lines: its longest word; Chinese, which breaks anywhere, on two lines. */
static double
head_width (const Measure *measure, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  double widest = 0;

  for (char **word = words; *word != NULL; word++)
    {
      const double width = text_width (measure, *word, TRUE);

      widest = MAX (widest, is_chinese (*word) ? MIN (width, width / 2 + measure->size) : width);
    }
  return widest;
}

static void
measure_column (Measure *measure, guint column)
{
  const gboolean number = outlay_deck_table_column (measure->table, column)->number;
  const double share = column == 0 ? LEAST_FIRST_SHARE : LEAST_SHARE;
  double widest = 0;

  for (guint r = 0; r < measure->table->rows->len; r++)
    {
      const OutlayDeckRow *row = outlay_deck_table_row (measure->table, r);
      const double width = number && row->kind == OUTLAY_ROW_HEAD ? head_width (measure, row->cells[column])
                                                                  : text_width (measure, row->cells[column], outlay_deck_row_is_strong (row, column));

      widest = MAX (widest, width * SAFETY + (outlay_deck_row_indent (row, column) + 2 * OUTLAY_CELL_PADDING) * measure->size);
    }
  measure->natural[column] = widest;
  measure->least[column] = number ? MIN (widest, measure->width / 2) : MIN (widest, measure->width * share);
}

/* Columns of numbers are read against each other: they are all as wide as the widest. */
static void
level_numbers (Measure *measure)
{
  double widest = 0;

  for (guint c = 0; c < outlay_deck_table_n_columns (measure->table); c++)
    if (outlay_deck_table_column (measure->table, c)->number)
      widest = MAX (widest, measure->least[c]);
  for (guint c = 0; c < outlay_deck_table_n_columns (measure->table); c++)
    if (outlay_deck_table_column (measure->table, c)->number)
      measure->natural[c] = measure->least[c] = widest;
}

static double
sum_of (const double *values, guint from, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += values[from + i];
  return sum;
}

/* How many columns from `from` on fit behind the fixed ones; at least one. */
static guint
count_fitting (const Measure *measure, guint from)
{
  const guint n = outlay_deck_table_n_columns (measure->table);
  double room = measure->width - sum_of (measure->least, 0, measure->table->n_fixed);
  guint count = 0;

  while (from + count < n && (count == 0 || sum_of (measure->least, from, count + 1) <= room))
    count++;
  return count;
}

/* All of the width is used: text columns give way as far as they must, and what is left goes to all in proportion. */
static void
set_widths (const Measure *measure, OutlayTablePage *page)
{
  double natural = 0, least = 0, share;

  for (guint c = 0; c < page->n_columns; c++)
    {
      natural += measure->natural[page->columns[c]];
      least += measure->least[page->columns[c]];
    }
  share = natural > least ? CLAMP ((measure->width - least) / (natural - least), 0, 1) : 1;
  for (guint c = 0; c < page->n_columns; c++)
    {
      const guint column = page->columns[c];

      page->widths[c] = measure->least[column] + share * (measure->natural[column] - measure->least[column]);
    }
  share = measure->width / sum_of (page->widths, 0, page->n_columns);
  for (guint c = 0; c < page->n_columns; c++)
    page->widths[c] *= share;
}

static OutlayTablePage *
page_new (const Measure *measure, guint from, guint count)
{
  const guint n_fixed = measure->table->n_fixed;
  OutlayTablePage *page = g_new0 (OutlayTablePage, 1);

  page->table = measure->table;
  page->font_size = measure->size;
  page->n_columns = n_fixed + count;
  page->columns = g_new (guint, page->n_columns);
  page->widths = g_new (double, page->n_columns);
  for (guint c = 0; c < page->n_columns; c++)
    page->columns[c] = c < n_fixed ? c : from + c - n_fixed;
  page->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  page->heights = g_array_new (FALSE, FALSE, sizeof (double));
  set_widths (measure, page);
  return page;
}

/* --- rows --- */

/* Of a row whose first n columns are written. */
static double
row_height (const Measure *measure, const OutlayTablePage *page, guint r, guint n)
{
  const OutlayDeckRow *row = outlay_deck_table_row (page->table, r);
  double highest = measure->size;

  for (guint c = 0; c < n; c++)
    {
      const guint column = page->columns[c];
      const double width = page->widths[c] / SAFETY - (2 * OUTLAY_CELL_PADDING + outlay_deck_row_indent (row, column)) * measure->size;
      g_autoptr (PangoLayout) layout = outlay_prose_new (measure->texts, row->cells[column], measure->size, outlay_deck_row_is_strong (row, column), MAX (width, 1));

      highest = MAX (highest, outlay_prose_height (layout));
    }
  return ceil (highest + 2 * OUTLAY_CELL_LEADING * measure->size);
}

static void
append_row (OutlayTablePage *page, guint row, double height)
{
  g_array_append_val (page->rows, row);
  g_array_append_val (page->heights, height);
  page->height += height;
}

/* The rows of a group of columns on pages, and the height of each row there. */
typedef struct
{
  const Measure *measure;
  guint from;
  guint count;
  double *heights;
} Breaking;

static OutlayTablePage *
begin_page (const Breaking *breaking)
{
  OutlayTablePage *page = page_new (breaking->measure, breaking->from, breaking->count);

  append_row (page, 0, breaking->heights[0]);
  return page;
}

/* A section stands with a row of its own at least; the page that goes on with it says its name again. */
static GPtrArray *
break_rows (const Breaking *breaking, double first_height, double height)
{
  const OutlayDeckTable *table = breaking->measure->table;
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_table_page_free);
  OutlayTablePage *page = begin_page (breaking);
  int section = -1;

  for (guint r = 1; r < table->rows->len; r++)
    {
      const gboolean begins = outlay_deck_table_row (table, r)->kind == OUTLAY_ROW_SECTION;
      const double needed = breaking->heights[r] + (begins && r + 1 < table->rows->len ? breaking->heights[r + 1] : 0);

      if (begins)
        section = (int) r;
      if (page->height + needed > (pages->len == 0 ? first_height : height) && page->rows->len > 1)
        {
          g_ptr_array_add (pages, page);
          page = begin_page (breaking);
          page->continued = !begins && section >= 0;
          if (page->continued)
            append_row (page, (guint) section, row_height (breaking->measure, page, (guint) section, 1));
        }
      append_row (page, r, breaking->heights[r]);
    }
  g_ptr_array_add (pages, page);
  return pages;
}

/* Pages of one height are filled alike, so that the last has more than the sums. */
static GPtrArray *
break_evenly (const Breaking *breaking, double height)
{
  const guint n_rows = breaking->measure->table->rows->len;
  GPtrArray *pages = break_rows (breaking, height, height), *even;
  double sum = 0, highest = 0, level;

  if (pages->len == 1)
    return pages;
  for (guint r = 1; r < n_rows; r++)
    {
      sum += breaking->heights[r];
      highest = MAX (highest, breaking->heights[r]);
    }
  level = MIN (breaking->heights[0] + sum / pages->len + highest, height);
  even = break_rows (breaking, level, level);
  if (even->len == pages->len)
    g_ptr_array_unref (g_steal_pointer (&pages));
  else
    g_ptr_array_unref (g_steal_pointer (&even));
  return pages != NULL ? pages : even;
}

static void
add_group (const Measure *measure, GPtrArray *pages, guint from, guint count, double first_height, double height)
{
  const guint n_rows = measure->table->rows->len;
  g_autofree double *heights = g_new (double, n_rows);
  const Breaking breaking = { measure, from, count, heights };
  g_autoptr (OutlayTablePage) columns = page_new (measure, from, count);
  GPtrArray *group;

  for (guint r = 0; r < n_rows; r++)
    heights[r] = row_height (measure, columns, r, columns->n_columns);
  if (pages->len > 0)
    first_height = height;
  group = first_height == height ? break_evenly (&breaking, height) : break_rows (&breaking, first_height, height);
  g_ptr_array_extend_and_steal (pages, group);
}

static void
measure_all (Measure *measure)
{
  for (guint c = 0; c < outlay_deck_table_n_columns (measure->table); c++)
    measure_column (measure, c);
  level_numbers (measure);
}

gboolean
outlay_deck_table_fits (const OutlayDeckTable *table, OutlayTexts *texts, double font_size, double width)
{
  const guint n = outlay_deck_table_n_columns (table);
  g_autofree double *natural = g_new0 (double, n), *least = g_new0 (double, n);
  Measure measure = { table, texts, font_size, width, natural, least };

  measure_all (&measure);
  return sum_of (natural, 0, n) <= width;
}

GPtrArray *
outlay_deck_table_paginate (const OutlayDeckTable *table, OutlayTexts *texts, double font_size, double width, double first_height, double height)
{
  const guint n = outlay_deck_table_n_columns (table);
  g_autofree double *natural = g_new0 (double, n), *least = g_new0 (double, n);
  Measure measure = { table, texts, font_size, width, natural, least };
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_table_page_free);
  guint groups = 0, per_group;

  measure_all (&measure);
  for (guint from = table->n_fixed; from < n; from += count_fitting (&measure, from))
    groups++;
  per_group = groups > 0 ? (n - table->n_fixed + groups - 1) / groups : 0;
  for (guint from = table->n_fixed; from < n; from += per_group)
    add_group (&measure, pages, from, MIN (per_group, n - from), first_height, height);
  return pages;
}
