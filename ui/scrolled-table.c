/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/scrolled-table.h"

#include "ui/split-cell.h"

enum
{
  PROP_LEAST_HEIGHT = 1,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

typedef struct
{
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  int told; /* least-height */
} OutlayScrolledTablePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (OutlayScrolledTable, outlay_scrolled_table, GTK_TYPE_WIDGET, G_ADD_PRIVATE (OutlayScrolledTable)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static GtkAdjustment **
adjustment_of (OutlayScrolledTable *self, GtkOrientation orientation)
{
  OutlayScrolledTablePrivate *private = outlay_scrolled_table_get_instance_private (self);

  return &private->adjustments[orientation];
}

static int
least_height (OutlayScrolledTable *self)
{
  return OUTLAY_SCROLLED_TABLE_GET_CLASS (self)->get_least_height (self);
}

static void
scrolled_cb (OutlayScrolledTable *self)
{
  if (OUTLAY_SCROLLED_TABLE_GET_CLASS (self)->scrolled != NULL)
    OUTLAY_SCROLLED_TABLE_GET_CLASS (self)->scrolled (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (OutlayScrolledTable *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place = adjustment_of (self, orientation);

  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, scrolled_cb, self);
  g_set_object (place, adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
outlay_scrolled_table_dispose (GObject *object)
{
  set_adjustment (OUTLAY_SCROLLED_TABLE (object), GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (OUTLAY_SCROLLED_TABLE (object), GTK_ORIENTATION_VERTICAL, NULL);
  G_OBJECT_CLASS (outlay_scrolled_table_parent_class)->dispose (object);
}

static void
outlay_scrolled_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OutlayScrolledTable *self = OUTLAY_SCROLLED_TABLE (object);

  switch (id)
    {
    case PROP_LEAST_HEIGHT: g_value_set_int (value, least_height (self)); break;
    case PROP_HADJUSTMENT: g_value_set_object (value, *adjustment_of (self, GTK_ORIENTATION_HORIZONTAL)); break;
    case PROP_VADJUSTMENT: g_value_set_object (value, *adjustment_of (self, GTK_ORIENTATION_VERTICAL)); break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY: g_value_set_enum (value, GTK_SCROLL_NATURAL); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
outlay_scrolled_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OutlayScrolledTable *self = OUTLAY_SCROLLED_TABLE (object);

  switch (id)
    {
    case PROP_HADJUSTMENT: set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value)); break;
    case PROP_VADJUSTMENT: set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value)); break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY: break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
outlay_scrolled_table_class_init (OutlayScrolledTableClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = outlay_scrolled_table_dispose;
  object_class->get_property = outlay_scrolled_table_get_property;
  object_class->set_property = outlay_scrolled_table_set_property;
  GTK_WIDGET_CLASS (class)->focus = outlay_split_focus_pass;
  g_object_class_install_property (object_class, PROP_LEAST_HEIGHT,
                                   g_param_spec_int ("least-height", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
outlay_scrolled_table_init (OutlayScrolledTable *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkAdjustment *
outlay_scrolled_table_get_adjustment (OutlayScrolledTable *self, GtkOrientation orientation)
{
  return *adjustment_of (self, orientation);
}

void
outlay_scrolled_table_measured (OutlayScrolledTable *self)
{
  OutlayScrolledTablePrivate *private = outlay_scrolled_table_get_instance_private (self);
  const int least = least_height (self);

  if (least == private->told)
    return;
  private->told = least;
  g_object_notify (G_OBJECT (self), "least-height");
}
