/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/spoken.h"

#include <adwaita.h>

static GtkWidget *
find_label (GtkWidget *widget)
{
  GtkWidget *label = GTK_IS_LABEL (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); label == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    label = find_label (child);
  return label;
}

/* Of itself it refers to its label, which has no role and so no name. */
static void
name_menu_item (GtkWidget *item)
{
  GtkWidget *label = find_label (item);

  if (label == NULL)
    return;
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (GTK_LABEL (label)), -1);
}

static void
tell_chosen (AdwComboRow *row)
{
  GObject *item = adw_combo_row_get_selected_item (row);
  GtkExpression *expression = adw_combo_row_get_expression (row);
  g_auto (GValue) value = G_VALUE_INIT;
  const char *text = NULL;

  if (item != NULL && expression != NULL && gtk_expression_evaluate (expression, item, &value) && G_VALUE_HOLDS_STRING (&value))
    text = g_value_get_string (&value);
  else if (GTK_IS_STRING_OBJECT (item))
    text = gtk_string_object_get_string (GTK_STRING_OBJECT (item));
  if (text == NULL)
    return;
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  outlay_spoken_describe (row, text);
}

static void
follow_chosen (AdwComboRow *row)
{
  g_signal_handlers_disconnect_by_func (row, tell_chosen, NULL);
  g_signal_connect (row, "notify::selected-item", G_CALLBACK (tell_chosen), NULL);
  tell_chosen (row);
}

/* Items of drop-downs have texts, but no names. */
static void
name_list_item (GtkWidget *item)
{
  if (gtk_widget_get_ancestor (item, GTK_TYPE_POPOVER) != NULL &&
      (gtk_widget_get_ancestor (item, GTK_TYPE_DROP_DOWN) != NULL || gtk_widget_get_ancestor (item, ADW_TYPE_COMBO_ROW) != NULL))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY, gtk_widget_get_first_child (item), NULL, -1);
}

static void
name_search (GtkWidget *entry)
{
  if (gtk_widget_get_ancestor (entry, GTK_TYPE_DROP_DOWN) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_search_entry_get_placeholder_text (GTK_SEARCH_ENTRY (entry)), -1);
}

/* It is called by its title, shown or not. */
static void
hush (AdwBanner *banner)
{
  GObject *title = gtk_widget_get_template_child (GTK_WIDGET (banner), ADW_TYPE_BANNER, "title");

  if (adw_banner_get_revealed (banner))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (banner), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (banner), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
follow_banner (AdwBanner *banner)
{
  g_signal_handlers_disconnect_by_func (banner, hush, NULL);
  g_signal_connect (banner, "notify::revealed", G_CALLBACK (hush), NULL);
  hush (banner);
}

/* What has the focus before it is on the screen, as in a dialog that is laid out later, is not told to have it. */
static gboolean
tell_focus (GtkWidget *dialog, GdkFrameClock *clock, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (dialog);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, dialog))
    return G_SOURCE_REMOVE;
  if (!gtk_widget_get_mapped (focus))
    return G_SOURCE_CONTINUE;
  gtk_root_set_focus (root, NULL);
  gtk_root_set_focus (root, focus);
  return G_SOURCE_REMOVE;
}

static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n_parameters, const GValue *parameters, gpointer data)
{
  GtkWidget *widget = g_value_get_object (&parameters[0]);

  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    name_menu_item (widget);
  else if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget"))
    name_list_item (widget);
  else if (GTK_IS_SEARCH_ENTRY (widget))
    name_search (widget);
  else if (ADW_IS_COMBO_ROW (widget))
    follow_chosen (ADW_COMBO_ROW (widget));
  else if (ADW_IS_BANNER (widget))
    follow_banner (ADW_BANNER (widget));
  else if (ADW_IS_DIALOG (widget))
    gtk_widget_add_tick_callback (widget, tell_focus, NULL, NULL);
  return TRUE;
}

void
outlay_spoken_init (void)
{
  g_autoptr (GTypeClass) class = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}

void
outlay_spoken_describe (gpointer widget, const char *whose)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, whose, -1);
}

void
outlay_spoken_name_drop_down (GtkDropDown *drop_down)
{
  GObject *chosen = gtk_widget_get_template_child (GTK_WIDGET (drop_down), GTK_TYPE_DROP_DOWN, "button_item");

  gtk_accessible_update_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY, drop_down, chosen, NULL, -1);
}
