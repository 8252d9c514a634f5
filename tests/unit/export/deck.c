/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "export/deck.h"
#include "export/table-layout.h"
#include "store/reader.h"
#include "support/small-plan.h"
#include "support/sample.h"

static OutlayDeck *
make_deck (OutlayPlan *plan, const char *scenario, OutlayDeckOptions options)
{
  g_autoptr (GError) error = NULL;
  OutlayDeck *deck = outlay_deck_new (plan, scenario != NULL ? outlay_plan_find_scenario (plan, scenario) : NULL, &options, &error);

  g_assert_no_error (error);
  return deck;
}

static const OutlaySlide *
find_slide (OutlayDeck *deck, const char *title)
{
  for (guint s = 0; s < deck->slides->len; s++)
    if (outlay_deck_slide (deck, s)->table != NULL && g_str_equal (outlay_deck_slide (deck, s)->title, title))
      return outlay_deck_slide (deck, s);
  g_error ("no slide “%s”", title);
}

/* The row that begins with a name, below the section of another where that is not NULL. */
static char **
find_row (const OutlaySlide *slide, const char *section, const char *name)
{
  gboolean inside = section == NULL;

  for (guint r = 0; r < slide->table->rows->len; r++)
    {
      const OutlayDeckRow *row = outlay_deck_table_row (slide->table, r);

      if (section != NULL && row->kind == OUTLAY_ROW_SECTION)
        inside = g_str_equal (row->cells[0], section);
      else if (inside && g_str_equal (row->cells[0], name))
        return row->cells;
    }
  g_error ("no row “%s”", name);
}

static void
assert_row (char **cells, const char *expected)
{
  g_autofree char *text = g_strjoinv ("|", cells);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_slides (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  const char *const charts[] = { "sales", "split", NULL };
  g_autoptr (OutlayDeck) deck = make_deck (plan, NULL, (OutlayDeckOptions) { .charts = charts, .subtitle = "To the board" });
  static const char *const titles[] = { "Jinchuang Energy Project", "Sales", "Split of the investment", "The split in figures", "Targets", "Assumptions" };

  g_assert_cmpuint (deck->slides->len, ==, G_N_ELEMENTS (titles));
  for (guint s = 0; s < G_N_ELEMENTS (titles); s++)
    g_assert_cmpstr (outlay_deck_slide (deck, s)->title, ==, titles[s]);
  g_assert_cmpstr (outlay_deck_slide (deck, 0)->subtitle, ==, "To the board");
  g_assert_cmpstr (outlay_deck_slide (deck, 1)->source, ==, "Source: projection of Jinchuang Energy Project · Scenario: Base");
  g_assert_cmpstr (outlay_deck_slide (deck, 3)->source, ==, outlay_deck_slide (deck, 1)->source);
}

static void
test_split (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  g_autoptr (OutlayDeck) deck = make_deck (plan, NULL, (OutlayDeckOptions) { 0 });
  const OutlaySlide *slide = find_slide (deck, "The split in figures");
  double shares = 0;

  g_assert_cmpstr (slide->subtitle, ==, "bn yuan");
  assert_row (find_row (slide, NULL, "Smart mining machinery"), "Smart mining machinery|1.80|1.20|3.00|57.7");
  assert_row (find_row (slide, NULL, "Total"), "Total|3.12|2.08|5.20|100.0");
  assert_row (find_row (slide, NULL, "Share (%)"), "Share (%)|60.0|40.0|100.0|");
  g_assert_cmpuint (deck->strip->len, ==, 3);
  for (guint i = 0; i < deck->strip->len; i++)
    shares += g_array_index (deck->strip, OutlayDeckPart, i).share;
  g_assert_cmpfloat_with_epsilon (shares, 1, 1e-12);
}

static void
test_targets (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  g_autoptr (OutlayDeck) deck = make_deck (plan, "storage-first", (OutlayDeckOptions) { 0 });
  const OutlaySlide *slide = find_slide (deck, "Targets");
  const OutlayDeckRow *row = NULL;

  g_assert_cmpuint (slide->table->rows->len, ==, 1 + 11);
  assert_row (find_row (slide, NULL, "Tax"), "Tax|company announcement, 1 August|531 m yuan|≥ 500 m yuan|✓ met");
  for (guint r = 1; r < slide->table->rows->len; r++)
    {
      row = outlay_deck_table_row (slide->table, r);
      g_assert_cmpint (row->alarming, ==, strstr (row->cells[4], "missed") != NULL);
    }
}

/* An initiative's numbers stand in the file before and behind its products; here they are one section, and a scenario's number is the scenario's. */
static void
test_assumptions (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  g_autoptr (OutlayDeck) report = make_deck (plan, "phase-two-late", (OutlayDeckOptions) { .form = OUTLAY_DECK_REPORT });
  const OutlaySlide *slide = find_slide (report, "Assumptions");
  guint n_sections = 0;

  assert_row (find_row (slide, "Taxes", "Land-use tax"), "Land-use tax|5 yuan per m² a year|assumed|");
  assert_row (find_row (slide, "Smart mining machinery", "Design investment"), "Design investment|3.00 bn yuan|announced|company announcement, 1 August");
  assert_row (find_row (slide, "Smart mining machinery", "Income tax"), "Income tax|15.0 %|assumed|");
  g_assert_true (g_str_has_prefix (find_row (slide, "Phase two", "Delay")[1], "12"));
  for (guint r = 0; r < slide->table->rows->len; r++)
    n_sections += g_str_equal (outlay_deck_table_row (slide->table, r)->cells[0], "Smart mining machinery");
  g_assert_cmpuint (n_sections, ==, 1);
}

/* 0.03 % must not be read as none. */
static void
test_small_rates (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  g_autoptr (OutlayDeck) deck = make_deck (plan, NULL, (OutlayDeckOptions) { 0 });

  g_assert_cmpstr (find_row (find_slide (deck, "Assumptions"), "Taxes", "Stamp tax")[1], ==, "0.03 %");
}

static void
test_report (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  g_autoptr (OutlayDeck) report = make_deck (plan, NULL, (OutlayDeckOptions) { .form = OUTLAY_DECK_REPORT });
  const OutlaySlide *years = find_slide (report, "Year by year");

  g_assert_cmpuint (years->table->rows->len, ==, 1 + 20 + 1);
  g_assert_cmpstr (find_row (years, NULL, "Total")[1], ==, "5.20");
  g_assert_cmpstr (find_row (find_slide (report, "Indicators"), NULL, "Construction investment")[1], ==, "5.20 bn yuan");
}

static void
test_unknown_chart (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  const char *const charts[] = { "sales", "salse", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (outlay_deck_new (plan, NULL, &(OutlayDeckOptions) { .charts = charts }, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "salse"));
}

/* --- tables on pages --- */

static OutlayDeckTable *
random_table (guint n_columns, guint n_rows)
{
  OutlayDeckTable *table = outlay_deck_table_new ();

  for (guint c = 0; c < n_columns; c++)
    outlay_deck_table_add_column (table, c > 0 && g_test_rand_bit ());
  for (guint r = 0; r < n_rows; r++)
    {
      OutlayDeckRow *row = outlay_deck_table_add_row (table, r == 0 ? OUTLAY_ROW_HEAD : r > 1 && g_test_rand_int_range (0, 6) == 0 ? OUTLAY_ROW_SECTION : OUTLAY_ROW_BODY);

      for (guint c = 0; c < n_columns; c++)
        outlay_deck_row_take (row, c, g_strnfill ((gsize) g_test_rand_int_range (0, outlay_deck_table_column (table, c)->number ? 9 : 60), 'n'));
    }
  return table;
}

/* Every cell stands on exactly one page, apart from those that are said again; no page is wider or higher than its room, unless one row is. */
static void
assert_pages (const OutlayDeckTable *table, double width, double height)
{
  g_autoptr (GPtrArray) pages = outlay_deck_table_paginate (table, outlay_texts_get (NULL), 12, width, height, height);
  const guint n = outlay_deck_table_n_columns (table);
  g_autofree guint *seen = g_new0 (guint, n * table->rows->len);

  for (guint p = 0; p < pages->len; p++)
    {
      const OutlayTablePage *page = g_ptr_array_index (pages, p);
      double wide = 0;

      g_assert_cmpuint (g_array_index (page->rows, guint, 0), ==, 0);
      for (guint c = 0; c < page->n_columns; c++)
        wide += page->widths[c];
      g_assert_cmpfloat_with_epsilon (wide, width, 1e-6);
      if (page->rows->len > 2 + (guint) page->continued)
        g_assert_cmpfloat (page->height, <=, height);
      for (guint r = page->continued ? 2 : 1; r < page->rows->len; r++)
        for (guint c = 0; c < page->n_columns; c++)
          seen[g_array_index (page->rows, guint, r) * n + page->columns[c]]++;
    }
  for (guint r = 1; r < table->rows->len; r++)
    for (guint c = table->n_fixed; c < n; c++)
      g_assert_cmpuint (seen[r * n + c], ==, 1);
}

static void
test_pages (void)
{
  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (OutlayDeckTable) table = random_table ((guint) g_test_rand_int_range (2, 16), (guint) g_test_rand_int_range (2, 40));

      assert_pages (table, g_test_rand_double_range (300, 900), g_test_rand_double_range (120, 400));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/deck/slides", test_slides);
  g_test_add_func ("/export/deck/split", test_split);
  g_test_add_func ("/export/deck/targets", test_targets);
  g_test_add_func ("/export/deck/assumptions", test_assumptions);
  g_test_add_func ("/export/deck/small-rates", test_small_rates);
  g_test_add_func ("/export/deck/report", test_report);
  g_test_add_func ("/export/deck/unknown-chart", test_unknown_chart);
  g_test_add_func ("/export/deck/pages", test_pages);
  return g_test_run ();
}
