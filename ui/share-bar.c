/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/share-bar.h"

#include <adwaita.h>
#include <math.h>

#define HEIGHT 6
/* What is above nothing is seen. */
#define LEAST 2.0
#define TRACK_OPACITY 0.12f

struct _OutlayShareBar
{
  GtkWidget parent_instance;

  double share;
};

G_DEFINE_FINAL_TYPE (OutlayShareBar, outlay_share_bar, GTK_TYPE_WIDGET)

static void
fill (GtkSnapshot *snapshot, const GdkRGBA *colour, double x, double width, double height)
{
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &GRAPHENE_RECT_INIT ((float) x, 0, (float) width, (float) height), (float) (fmin (width, height) / 2));
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, colour, &rounded.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
outlay_share_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OutlayShareBar *self = OUTLAY_SHARE_BAR (widget);
  const double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const double filled = self->share > 0 ? fmin (fmax (self->share * width, LEAST), width) : 0;
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());
  GdkRGBA track;

  gtk_widget_get_color (widget, &track);
  track.alpha *= TRACK_OPACITY;
  fill (snapshot, &track, 0, width, height);
  if (filled > 0)
    fill (snapshot, accent, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? width - filled : 0, filled, height);
}

static void
outlay_share_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 0;
  *minimum_baseline = *natural_baseline = -1;
}

static void
outlay_share_bar_class_init (OutlayShareBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->snapshot = outlay_share_bar_snapshot;
  widget_class->measure = outlay_share_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "sharebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
outlay_share_bar_init (OutlayShareBar *self)
{
  self->share = NAN;
}

void
outlay_share_bar_set_share (OutlayShareBar *self, double share)
{
  if (self->share == share)
    return;
  self->share = share;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
