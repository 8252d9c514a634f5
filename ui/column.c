/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/column.h"

/* Wider than any screen. */
#define AMPLE_WIDTH 20000

enum
{
  PROP_CHILD = 1,
  N_PROPERTIES,
};

struct _OutlayColumn
{
  GtkWidget parent_instance;

  GtkWidget *child;
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (OutlayColumn, outlay_column, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
outlay_column_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
outlay_column_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  const int width = orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size < 0 ? AMPLE_WIDTH : for_size;

  gtk_widget_measure (OUTLAY_COLUMN (widget)->child, orientation, width, minimum, natural, NULL, NULL);
}

static void
outlay_column_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (OUTLAY_COLUMN (widget)->child, width, height, baseline, NULL);
}

static void
outlay_column_dispose (GObject *object)
{
  g_clear_pointer (&OUTLAY_COLUMN (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (outlay_column_parent_class)->dispose (object);
}

static void
outlay_column_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OutlayColumn *self = OUTLAY_COLUMN (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = g_value_get_object (value);
  gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

static void
outlay_column_class_init (OutlayColumnClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = outlay_column_dispose;
  G_OBJECT_CLASS (class)->set_property = outlay_column_set_property;
  widget_class->get_request_mode = outlay_column_get_request_mode;
  widget_class->measure = outlay_column_measure;
  widget_class->size_allocate = outlay_column_size_allocate;
  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPERTIES, properties);
}

static void
outlay_column_init (OutlayColumn *self)
{
}
