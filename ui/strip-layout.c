/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/strip-layout.h"

#define SPACING 8

struct _OutlayStripLayout
{
  GtkLayoutManager parent_instance;

  gboolean compact;
};

G_DEFINE_FINAL_TYPE (OutlayStripLayout, outlay_strip_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Children that are shown, and the least width at which each of them fits. */
static int
count_children (GtkWidget *widget, int *least_width)
{
  int n_children = 0;

  *least_width = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      *least_width = MAX (*least_width, least);
      n_children++;
    }
  return n_children;
}

static int
choose_columns (int n_children, int least_width, int width)
{
  const int most = CLAMP ((width + SPACING) / (least_width + SPACING), 1, n_children);
  const int rows = (n_children + most - 1) / most;

  return (n_children + rows - 1) / rows;
}

static int
column_width (int columns, int width)
{
  return (width - (columns - 1) * SPACING) / columns;
}

static int
row_height (GtkWidget *widget, int width)
{
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int natural = 0;

      if (gtk_widget_should_layout (child))
        gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
      height = MAX (height, natural);
    }
  return height;
}

/* --- one row --- */

static int
row_width (GtkWidget *widget)
{
  int width = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      width += natural + SPACING;
    }
  return MAX (width - SPACING, 0);
}

static void
allocate_row (GtkWidget *widget, int width, int height)
{
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation) { mirrored ? width - x - natural : x, 0, natural, height }, -1);
      x += natural + SPACING;
    }
}

/* --- the layout --- */

static GtkSizeRequestMode
outlay_strip_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
outlay_strip_layout_measure (GtkLayoutManager *layout, GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                             int *minimum_baseline, int *natural_baseline)
{
  int least_width;
  const int n_children = count_children (widget, &least_width);
  const int whole = n_children * (least_width + SPACING) - SPACING;
  int columns, rows;

  *minimum = *natural = 0;
  if (n_children == 0)
    return;
  if (OUTLAY_STRIP_LAYOUT (layout)->compact)
    {
      *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? row_width (widget) : row_height (widget, -1);
      return;
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least_width;
      *natural = whole;
      return;
    }
  columns = choose_columns (n_children, least_width, for_size < 0 ? whole : for_size);
  rows = (n_children + columns - 1) / columns;
  *minimum = *natural = rows * (row_height (widget, column_width (columns, for_size < 0 ? whole : for_size)) + SPACING) - SPACING;
}

static void
outlay_strip_layout_allocate (GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int least_width, position = 0, columns, each, row;
  const int n_children = count_children (widget, &least_width);

  if (n_children == 0)
    return;
  if (OUTLAY_STRIP_LAYOUT (layout)->compact)
    {
      allocate_row (widget, width, height);
      return;
    }
  columns = choose_columns (n_children, least_width, width);
  each = column_width (columns, width);
  row = row_height (widget, each);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int x, taken;

      if (!gtk_widget_should_layout (child))
        continue;
      /* Edges by proportion, so that the last card ends where the strip does; one that is alone in its row has it all. */
      x = (position % columns) * (width + SPACING) / columns;
      taken = x == 0 && position == n_children - 1 ? width : each;
      gtk_widget_size_allocate (
        child, &(GtkAllocation) { mirrored ? width - x - taken : x, position / columns * (row + SPACING), taken, row }, -1);
      position++;
    }
}

static void
outlay_strip_layout_class_init (OutlayStripLayoutClass *class)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (class);

  layout_class->get_request_mode = outlay_strip_layout_get_request_mode;
  layout_class->measure = outlay_strip_layout_measure;
  layout_class->allocate = outlay_strip_layout_allocate;
}

static void
outlay_strip_layout_init (OutlayStripLayout *self)
{
}

void
outlay_strip_layout_set_compact (OutlayStripLayout *self, gboolean compact)
{
  self->compact = compact;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}
