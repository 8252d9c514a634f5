/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/page-list.h"

#include <glib/gi18n.h>

struct _OutlayPageList
{
  AdwBin parent_instance;

  GtkListBox *list;
  gboolean slim;
  AdwViewStack *stack;
  GtkSelectionModel *pages; /* of the stack */
};

enum
{
  PROP_STACK = 1,
  PROP_SLIM,
  N_PROPERTIES,
};

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OutlayPageList, outlay_page_list, ADW_TYPE_BIN)

/* A row of icon and name, or the icon with its name below. */
static void
lay_row (OutlayPageList *self, GtkListBoxRow *row)
{
  GtkWidget *box = gtk_list_box_row_get_child (row), *label = gtk_widget_get_last_child (box);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (box), self->slim ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (box), self->slim ? 3 : 9);
  gtk_label_set_xalign (GTK_LABEL (label), self->slim ? 0.5 : 0);
  if (self->slim)
    gtk_widget_add_css_class (label, "caption");
  else
    gtk_widget_remove_css_class (label, "caption");
}

static void
lay_rows (OutlayPageList *self)
{
  if (self->slim)
    gtk_widget_add_css_class (GTK_WIDGET (self->list), "slim");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->list), "slim");
  for (int n = 0; gtk_list_box_get_row_at_index (self->list, n) != NULL; n++)
    lay_row (self, gtk_list_box_get_row_at_index (self->list, n));
}

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  AdwViewStackPage *page = item;
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *icon = gtk_image_new_from_icon_name (adw_view_stack_page_get_icon_name (page));
  GtkWidget *label = gtk_label_new (adw_view_stack_page_get_title (page));

  gtk_widget_set_tooltip_text (row, adw_view_stack_page_get_title (page));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, adw_view_stack_page_get_title (page), -1);
  lay_row (data, GTK_LIST_BOX_ROW (row));
  return row;
}

static void
follow_stack (OutlayPageList *self)
{
  for (guint n = 0; n < g_list_model_get_n_items (G_LIST_MODEL (self->pages)); n++)
    if (gtk_selection_model_is_selected (self->pages, n))
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) n));
}

static void
selected_cb (OutlayPageList *self, GtkListBoxRow *row)
{
  if (row != NULL)
    gtk_selection_model_select_item (self->pages, (guint) gtk_list_box_row_get_index (row), TRUE);
}

static void
activated_cb (OutlayPageList *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
set_stack (OutlayPageList *self, AdwViewStack *stack)
{
  if (!g_set_object (&self->stack, stack) || stack == NULL)
    return;
  g_clear_object (&self->pages);
  self->pages = adw_view_stack_get_pages (stack);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->pages), create_row, self, NULL);
  g_signal_connect_object (self->pages, "selection-changed", G_CALLBACK (follow_stack), self, G_CONNECT_SWAPPED);
  follow_stack (self);
}

static void
outlay_page_list_dispose (GObject *object)
{
  OutlayPageList *self = OUTLAY_PAGE_LIST (object);

  g_clear_object (&self->pages);
  g_clear_object (&self->stack);
  G_OBJECT_CLASS (outlay_page_list_parent_class)->dispose (object);
}

static void
outlay_page_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OutlayPageList *self = OUTLAY_PAGE_LIST (object);

  if (id == PROP_STACK)
    g_value_set_object (value, self->stack);
  else
    g_value_set_boolean (value, self->slim);
}

static void
outlay_page_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OutlayPageList *self = OUTLAY_PAGE_LIST (object);

  if (id == PROP_STACK)
    set_stack (self, g_value_get_object (value));
  else
    {
      self->slim = g_value_get_boolean (value);
      lay_rows (self);
    }
}

static void
outlay_page_list_class_init (OutlayPageListClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = outlay_page_list_dispose;
  object_class->get_property = outlay_page_list_get_property;
  object_class->set_property = outlay_page_list_set_property;
  properties[PROP_STACK] = g_param_spec_object ("stack", NULL, NULL, ADW_TYPE_VIEW_STACK, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SLIM] = g_param_spec_boolean ("slim", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[ACTIVATED] = g_signal_new ("activated", OUTLAY_TYPE_PAGE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_page_list_init (OutlayPageList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_tab_behavior (self->list, GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}
