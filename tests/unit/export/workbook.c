/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "export/workbook-private.h"
#include "support/small-plan.h"

static const OutlaySheet *
find_sheet (OutlayWorkbook *workbook, const char *name)
{
  for (guint s = 0; s < workbook->sheets->len; s++)
    {
      const OutlaySheet *sheet = g_ptr_array_index (workbook->sheets, s);

      if (g_str_equal (sheet->name, name))
        return sheet;
    }
  g_error ("no sheet “%s”", name);
}

static const OutlayCell *
find_cell (const OutlaySheet *sheet, guint row, guint column)
{
  for (guint n = 0; n < sheet->cells->len; n++)
    {
      const OutlayCell *cell = outlay_sheet_cell (sheet, n);

      if (cell->row == row && cell->column == column)
        return cell;
    }
  return NULL;
}

static guint
find_row (const OutlaySheet *sheet, guint column, const char *text)
{
  for (guint n = 0; n < sheet->cells->len; n++)
    {
      const OutlayCell *cell = outlay_sheet_cell (sheet, n);

      if (cell->column == column && cell->form != OUTLAY_CELL_SECTION && g_strcmp0 (cell->text, text) == 0)
        return cell->row;
    }
  g_error ("no row “%s”", text);
}

/* What writers rely on: row by row from left to right, no cell twice, none without something to show. */
static void
test_order (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayWorkbook) workbook = outlay_workbook_new (plan, NULL);

  for (guint s = 0; s < workbook->sheets->len; s++)
    {
      const OutlaySheet *sheet = g_ptr_array_index (workbook->sheets, s);

      for (guint n = 1; n < sheet->cells->len; n++)
        {
          const OutlayCell *before = outlay_sheet_cell (sheet, n - 1), *cell = outlay_sheet_cell (sheet, n);

          g_assert_true (cell->row > before->row || (cell->row == before->row && cell->column > before->column));
          g_assert_true (isfinite (cell->number));
        }
    }
}

static void
test_scenario (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayWorkbook) own = outlay_workbook_new (plan, NULL);
  g_autoptr (OutlayWorkbook) slow = outlay_workbook_new (plan, outlay_plan_find_scenario (plan, "slow"));
  const OutlaySheet *sheet = find_sheet (own, "Assumptions"), *changed = find_sheet (slow, "Assumptions");
  const guint row = find_row (sheet, 5, "initiatives.mining.investment.early");

  g_assert_cmpfloat (find_cell (sheet, row, 2)->number, ==, 6e8);
  g_assert_cmpfloat (find_cell (changed, row, 2)->number, ==, 5e8);
  g_assert_cmpfloat (find_cell (find_sheet (own, "Split"), 4, 1)->number, ==, 6e8);
  g_assert_cmpfloat (find_cell (find_sheet (slow, "Split"), 4, 1)->number, ==, 5e8);
}

/* A workbook needs the plan no more once it is there, whichever thread writes it. */
static gpointer
write_in_thread (gpointer data)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = outlay_workbook_to_xlsx (data, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_threads (void)
{
  OutlayPlan *plan = make_plan ();
  g_autoptr (OutlayWorkbook) workbook = outlay_workbook_new (plan, NULL);
  g_autoptr (GBytes) here = write_in_thread (workbook);
  GThread *threads[3];

  g_object_unref (plan);
  for (guint t = 0; t < G_N_ELEMENTS (threads); t++)
    threads[t] = g_thread_new ("workbook", write_in_thread, workbook);
  for (guint t = 0; t < G_N_ELEMENTS (threads); t++)
    {
      g_autoptr (GBytes) bytes = g_thread_join (threads[t]);

      g_assert_true (g_bytes_equal (here, bytes));
    }
}

static void
test_sheet_names (void)
{
  static const struct
  {
    const char *wanted;
    const char *name;
  } names[] = {
    { "Yearly", "Yearly" },
    { "yearly", "yearly 2" },
    { "YEARLY", "YEARLY 3" },
    { "a[b]:*?/\\c", "a-b------c" },
    { "'quoted'", "quoted" },
    { "a name that goes on and on and on and on", "a name that goes on and on a" },
    { "a name that goes on and on and on and on", "a name that goes on and on a 2" },
    { "", "Outlay" },
  };
  g_autoptr (OutlayWorkbook) workbook = outlay_book_alloc ();
  const OutlayBookSource source = { .workbook = workbook };

  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    g_assert_cmpstr (outlay_book_add_sheet (&source, names[n].wanted, NULL)->name, ==, names[n].name);
}

static void
test_cell_names (void)
{
  g_autoptr (GString) formula = g_string_new (NULL);
  g_autofree char *sum = outlay_formula_sum (4, 3, 9, 702);

  outlay_formula_add_cell (formula, 0, 0);
  outlay_formula_add_cell (formula, 9, 25);
  outlay_formula_add_cell (formula, 99, 26);
  outlay_formula_add_cell (formula, 999, 701);
  g_assert_cmpstr (formula->str, ==, "A1Z10AA100ZZ1000");
  g_assert_cmpstr (sum, ==, "=SUM(D5:AAA10)");
}

/* Nobody computes a name: not in a spreadsheet that opens the CSV, be it a currency. */
static void
test_csv_guards_texts (void)
{
  g_autoptr (OutlayWorkbook) workbook = outlay_book_alloc ();
  const OutlayBookSource source = { .workbook = workbook };
  OutlaySheet *sheet = outlay_book_add_sheet (&source, "Yearly", NULL);
  const char *const texts[] = { "=1+1", "+1", "-1", "@A1", "\tx", "a \"b\", c", "a=b" };
  g_autoptr (GBytes) csv = NULL;

  for (guint c = 0; c < 3; c++)
    outlay_sheet_add_width (sheet, 1);
  for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
    {
      outlay_sheet_put_text (sheet, OUTLAY_HEAD_ROW + t, 0, OUTLAY_CELL_TEXT, OUTLAY_ROW_LOOK_PLAIN, texts[t]);
      outlay_sheet_put_number (sheet, OUTLAY_HEAD_ROW + t, 2, OUTLAY_CELL_WHOLE, OUTLAY_ROW_LOOK_PLAIN, -0.1);
    }
  workbook->yearly = sheet;
  csv = outlay_workbook_to_csv (workbook);
  g_assert_cmpmem (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv),
                   "\xef\xbb\xbf'=1+1,,-0.1\r\n'+1,,-0.1\r\n'-1,,-0.1\r\n'@A1,,-0.1\r\n'\tx,,-0.1\r\n\"a \"\"b\"\", c\",,-0.1\r\na=b,,-0.1\r\n",
                   strlen ("\xef\xbb\xbf'=1+1,,-0.1\r\n'+1,,-0.1\r\n'-1,,-0.1\r\n'@A1,,-0.1\r\n'\tx,,-0.1\r\n\"a \"\"b\"\", c\",,-0.1\r\na=b,,-0.1\r\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/workbook/order", test_order);
  g_test_add_func ("/export/workbook/scenario", test_scenario);
  g_test_add_func ("/export/workbook/threads", test_threads);
  g_test_add_func ("/export/workbook/sheet-names", test_sheet_names);
  g_test_add_func ("/export/workbook/cell-names", test_cell_names);
  g_test_add_func ("/export/workbook/csv-guards-texts", test_csv_guards_texts);
  return g_test_run ();
}
