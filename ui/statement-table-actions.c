/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/statement-table-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* As text and as HTML at once, so that who takes it finds what it knows. */
static void
copy (OutlayStatementTable *self, const OutlayFiguresPart *part)
{
  g_autofree char *text = outlay_figures_to_text (part);
  char *html = outlay_figures_to_html (part);
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));
  g_autoptr (GdkContentProvider) provider = NULL;

  provider = gdk_content_provider_new_union ((GdkContentProvider *[]) { gdk_content_provider_new_typed (G_TYPE_STRING, text),
                                                                        gdk_content_provider_new_for_bytes ("text/html", bytes) }, 2);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  g_signal_emit_by_name (self, "copied");
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OutlayStatementTable *self = OUTLAY_STATEMENT_TABLE (widget);
  OutlayTableRange range;

  if (self->figures == NULL || self->rows->len == 0)
    return;
  range = outlay_statement_table_range (self);
  copy (self, &(OutlayFiguresPart) { self->figures, &g_array_index (self->rows, guint, range.first_row), range.end_row - range.first_row,
                                     (guint) MAX (0, range.first_column), (guint) range.end_column, range.first_column < 0 });
}

/* Also what is folded away. */
static void
copy_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OutlayStatementTable *self = OUTLAY_STATEMENT_TABLE (widget);
  g_autofree guint *rows = NULL;

  if (self->figures == NULL)
    return;
  rows = g_new (guint, self->figures->n_rows + 1);
  for (guint row = 0; row < self->figures->n_rows; row++)
    rows[row] = row;
  copy (self, &(OutlayFiguresPart) { self->figures, rows, self->figures->n_rows, 0, self->figures->n_columns, TRUE });
}

static void
select_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (OUTLAY_STATEMENT_TABLE (widget)->figures != NULL)
    outlay_statement_table_select_all (OUTLAY_STATEMENT_TABLE (widget));
}

static void
explain_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  outlay_statement_table_explain (OUTLAY_STATEMENT_TABLE (widget));
}

static void
fold_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  outlay_statement_table_fold_all (OUTLAY_STATEMENT_TABLE (widget), g_str_equal (name, "table.fold-all"));
}

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new (), *figures = g_menu_new (), *folds = g_menu_new ();

  g_menu_append (figures, _("_How It Is Computed"), "table.explain");
  g_menu_append (figures, _("_Copy"), "table.copy");
  g_menu_append (figures, _("Copy the _Whole Table"), "table.copy-all");
  g_menu_append (folds, _("_Fold All Sections"), "table.fold-all");
  g_menu_append (folds, _("_Unfold All Sections"), "table.unfold-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (figures));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (folds));
  g_object_unref (figures);
  g_object_unref (folds);
  return G_MENU_MODEL (menu);
}

void
outlay_statement_table_show_menu (OutlayStatementTable *self, double x, double y)
{
  GdkRectangle point = { (int) x, (int) y, 1, 1 };

  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) model = create_menu ();

      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  if (x < 0)
    {
      const OutlayRectangle cell = outlay_statement_table_cursor_cell (self);

      point = (GdkRectangle) { (int) (cell.x + cell.width / 2), (int) (cell.y + cell.height), 1, 1 };
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &point);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
outlay_statement_table_class_add_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "table.copy", NULL, copy_cb);
  gtk_widget_class_install_action (class, "table.copy-all", NULL, copy_all_cb);
  gtk_widget_class_install_action (class, "table.select-all", NULL, select_all_cb);
  gtk_widget_class_install_action (class, "table.explain", NULL, explain_cb);
  gtk_widget_class_install_action (class, "table.fold-all", NULL, fold_all_cb);
  gtk_widget_class_install_action (class, "table.unfold-all", NULL, fold_all_cb);
  gtk_widget_class_add_binding_action (class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_a, GDK_CONTROL_MASK, "table.select-all", NULL);
}
