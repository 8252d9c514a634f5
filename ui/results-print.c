/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/results-print.h"

#include <glib/gi18n.h>

#include "chart/charts.h"
#include "export/draw.h"
#include "export/table-layout.h"

/* In points. */
#define SIZE_TITLE 14
#define SIZE_TEXT 9
#define SIZE_TABLE 8
#define SIZE_SMALL 7
#define GAP 10
/* Paper is white whatever the window is. */
#define THEME OUTLAY_THEME_PRINT

typedef struct
{
  OutlayDeckTable *table;
  GPtrArray *pages; /* OutlayTablePage */
  char *title;
  char *subtitle;
  char *source;
  OutlayWindow *window;
} Print;

static char *
write_name (OutlayFigures *figures, guint row)
{
  const OutlayFiguresRow what = outlay_figures_row (figures, row);
  g_autofree char *indent = g_strnfill (2 * what.depth, ' ');

  return *what.number != '\0' ? g_strdup_printf ("%s%s %s", indent, what.number, what.name) : g_strconcat (indent, what.name, NULL);
}

/* Sums are strong, as in the window. */
static OutlayDeckTable *
build_table (OutlayFigures *figures)
{
  OutlayDeckTable *table = outlay_deck_table_new ();
  OutlayDeckRow *head;

  for (guint c = 0; c <= figures->n_columns; c++)
    outlay_deck_table_add_column (table, c > 0);
  table->n_fixed = 1 + figures->n_fixed;
  head = outlay_deck_table_add_row (table, OUTLAY_ROW_HEAD);
  outlay_deck_row_take (head, 0, g_strdup (figures->unit));
  for (guint c = 0; c < figures->n_columns; c++)
    outlay_deck_row_take (head, 1 + c, outlay_figures_column (figures, c));
  for (guint r = 0; r < figures->n_rows; r++)
    {
      OutlayDeckRow *row = outlay_deck_table_add_row (table, outlay_figures_row (figures, r).strong ? OUTLAY_ROW_TOTAL : OUTLAY_ROW_BODY);

      outlay_deck_row_take (row, 0, write_name (figures, r));
      for (guint c = 0; c < figures->n_columns; c++)
        outlay_deck_row_take (row, 1 + c, outlay_figures_text (figures, r, c));
    }
  return table;
}

static Print *
print_new (OutlayFigures *figures, OutlayDocument *document, OutlayWindow *window)
{
  Print *print = g_new0 (Print, 1);

  print->table = build_table (figures);
  print->title = g_strdup (figures->title);
  print->subtitle = *figures->unit != '\0' ? g_strdup_printf ("%s · %s", figures->scope, figures->unit) : g_strdup (figures->scope);
  print->source = outlay_chart_source_text (outlay_document_get_plan (document), outlay_document_get_scenario (document));
  print->window = g_object_ref (window);
  return print;
}

static void
print_free (gpointer data, GClosure *closure)
{
  Print *print = data;

  g_clear_pointer (&print->pages, g_ptr_array_unref);
  outlay_deck_table_free (print->table);
  g_free (print->title);
  g_free (print->subtitle);
  g_free (print->source);
  g_object_unref (print->window);
  g_free (print);
}

static double
head_height (void)
{
  return SIZE_TITLE * 1.5 + SIZE_TEXT * 1.5 + GAP;
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  Print *print = data;
  const double height = gtk_print_context_get_height (context) - head_height () - GAP - SIZE_SMALL * 1.5;

  g_clear_pointer (&print->pages, g_ptr_array_unref);
  print->pages = outlay_deck_table_paginate (print->table, outlay_texts_get (NULL), SIZE_TABLE, gtk_print_context_get_width (context), height, height);
  gtk_print_operation_set_n_pages (operation, (int) print->pages->len);
}

/* Every page says what it is of, and where it stands among the others. */
static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer data)
{
  Print *print = data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  const double width = gtk_print_context_get_width (context), foot = gtk_print_context_get_height (context) - SIZE_SMALL * 1.5;
  OutlayTexts *texts = outlay_texts_get (NULL);
  g_autofree char *place = g_strdup_printf ("%d / %u", page + 1, print->pages->len);
  g_autofree char *source = g_strdup_printf ("%s · %s", print->source, place);
  double y = outlay_draw_text (cr, texts, "H1", print->title, SIZE_TITLE, TRUE, OUTLAY_INK (TEXT), 0, 0, width, THEME);

  outlay_draw_text (cr, texts, "P", print->subtitle, SIZE_TEXT, FALSE, OUTLAY_INK (MUTED), 0, y, width, THEME);
  outlay_table_page_draw (g_ptr_array_index (print->pages, (guint) page), texts, cr, 0, head_height (), THEME);
  outlay_draw_text (cr, texts, "P", source, SIZE_SMALL, FALSE, OUTLAY_INK (MUTED), 0, foot, width, THEME);
  outlay_texts_trim (texts);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer data)
{
  Print *print = data;
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  outlay_window_complain (print->window, _("The Table Was Not Printed"), error != NULL ? error->message : "");
}

void
outlay_results_print (OutlayFigures *figures, OutlayDocument *document, OutlayWindow *window)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GError) error = NULL;
  Print *print = print_new (figures, document, window);

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, figures->title);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_cb), print, print_free, G_CONNECT_DEFAULT);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), print);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), print);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (window), &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    outlay_window_complain (window, _("The Table Was Not Printed"), error->message);
}
