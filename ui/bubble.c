/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/bubble.h"

#include "ui/theme.h"

GtkLabel *
outlay_bubble_new (GtkWidget *parent)
{
  GtkWidget *bubble = gtk_label_new (NULL);

  gtk_widget_add_css_class (bubble, "split-message");
  gtk_widget_set_can_target (bubble, FALSE);
  gtk_widget_set_visible (bubble, FALSE);
  gtk_widget_set_parent (bubble, parent);
  return GTK_LABEL (bubble);
}

void
outlay_bubble_tell (GtkLabel *bubble, const char *words, gboolean loud)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (bubble));

  gtk_widget_set_visible (GTK_WIDGET (bubble), words != NULL);
  if (words == NULL)
    return;
  gtk_label_set_text (bubble, words);
  if (loud)
    outlay_widget_announce (parent, words);
  gtk_widget_queue_allocate (parent);
}

void
outlay_bubble_allocate (GtkLabel *bubble, double x, double above, double below, double top)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (bubble));
  const int width = gtk_widget_get_width (parent), height = gtk_widget_get_height (parent);
  GtkRequisition least, size;
  double y;

  gtk_widget_get_preferred_size (GTK_WIDGET (bubble), &least, &size);
  x = CLAMP (x - size.width / 2.0, 0, MAX (0, width - size.width));
  y = above - size.height >= top ? above - size.height : below;
  y = CLAMP (y, 0, MAX (0, height - size.height));
  gtk_widget_size_allocate (GTK_WIDGET (bubble), &(GtkAllocation) { (int) x, (int) y, MAX (least.width, MIN (size.width, width)), size.height }, -1);
}
