/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/influence-bar.h"

#include <adwaita.h>
#include <math.h>

#include "plan/amount.h"

/* Of the width, and of a line. */
#define BARS 0.42
#define THICKNESS 0.42
/* Of the amount that all have room for. */
#define LEAST 0.85
#define GAP 6

#define SMALL 0.82

struct _OutlayInfluenceBar
{
  GtkWidget parent_instance;

  OutlayInfluenceOutcome outcome;
  gboolean known;
  OutlayInfluence influence;
  double largest;
  char *told;    /* (nullable): what the bar says, in words */
  char *caption; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (OutlayInfluenceBar, outlay_influence_bar, GTK_TYPE_WIDGET)

static PangoLayout *
create_layout (OutlayInfluenceBar *self, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/* "+210 m"; a star behind it where the number goes less far than a tenth. */
static char *
write_effect (const OutlayInfluenceWay *way, OutlayInfluenceOutcome outcome)
{
  g_autofree char *amount = NULL;

  if (!way->moved)
    return g_strdup ("–");
  amount = outlay_quantity_format_difference (way->effect[outcome], OUTLAY_UNIT_MONEY, NULL);
  return g_strconcat (amount, way->limited ? "*" : NULL, NULL);
}

static void
draw_bar (OutlayInfluenceBar *self, GtkSnapshot *snapshot, const graphene_rect_t *room, double effect, const GdkRGBA *colour)
{
  const double half = room->size.width / 2, middle = room->origin.x + half;
  const double length = self->largest > 0 && isfinite (effect) ? CLAMP (effect / self->largest, -1, 1) * half : 0;
  const double thickness = room->size.height * THICKNESS;
  const graphene_rect_t bar = GRAPHENE_RECT_INIT ((float) (length < 0 ? middle + length : middle),
                                                  (float) (room->origin.y + (room->size.height - thickness) / 2), (float) MAX (fabs (length), 0.75),
                                                  (float) thickness);

  gtk_snapshot_append_color (snapshot, colour, &bar);
}

static void
draw_text (OutlayInfluenceBar *self, GtkSnapshot *snapshot, const graphene_rect_t *room, const char *text, const GdkRGBA *ink)
{
  g_autoptr (PangoLayout) layout = create_layout (self, text);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (room->origin.x + room->size.width - (float) width,
                                                          room->origin.y + (room->size.height - (float) height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, ink);
  gtk_snapshot_restore (snapshot);
}

/* The colour of the words around, so much of it as usual or in high contrast. */
static GdkRGBA
ink_of (OutlayInfluenceBar *self, float usual, float contrasted)
{
  GdkRGBA ink;

  gtk_widget_get_color (GTK_WIDGET (self), &ink);
  ink.alpha *= adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? contrasted : usual;
  return ink;
}

/* The hue of the accent for more, grey for less: which side is better is told by the sign. */
static GdkRGBA
colour_of (OutlayInfluenceBar *self, OutlayInfluenceDirection direction)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GdkRGBA colour = ink_of (self, 0.35f, 0.6f);

  if (direction == OUTLAY_INFLUENCE_UP)
    adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager), adw_style_manager_get_dark (manager), &colour);
  return colour;
}

/* The amounts have what they need, the bars the rest. */
static float
bars_width (OutlayInfluenceBar *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  int natural;

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return (float) MAX (0, width - natural * (1 - BARS));
}

static void
draw_way (OutlayInfluenceBar *self, GtkSnapshot *snapshot, OutlayInfluenceDirection direction)
{
  const float width = (float) gtk_widget_get_width (GTK_WIDGET (self)), height = (float) gtk_widget_get_height (GTK_WIDGET (self)) / 2;
  const float bars = bars_width (self), top = direction == OUTLAY_INFLUENCE_UP ? 0 : height;
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const OutlayInfluenceWay *way = &self->influence.ways[direction];
  const graphene_rect_t bar = GRAPHENE_RECT_INIT (mirrored ? width - bars : 0, top, bars, height);
  const graphene_rect_t rest = GRAPHENE_RECT_INIT (mirrored ? 0 : bars + GAP, top, width - bars - GAP, height);
  g_autofree char *text = write_effect (way, self->outcome);
  const GdkRGBA ink = direction == OUTLAY_INFLUENCE_DOWN ? ink_of (self, 0.65f, 0.9f) : ink_of (self, 1, 1), colour = colour_of (self, direction);

  if (way->moved)
    draw_bar (self, snapshot, &bar, way->effect[self->outcome], &colour);
  draw_text (self, snapshot, &rest, text, &ink);
}

static void
draw_middle (OutlayInfluenceBar *self, GtkSnapshot *snapshot)
{
  const float width = (float) gtk_widget_get_width (GTK_WIDGET (self)), bars = bars_width (self);
  const float x = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? width - bars / 2 : bars / 2;
  const GdkRGBA ink = ink_of (self, 0.18f, 0.5f);

  gtk_snapshot_append_color (snapshot, &ink, &GRAPHENE_RECT_INIT (x - 0.5f, 1, 1, (float) gtk_widget_get_height (GTK_WIDGET (self)) - 2));
}

static void
draw_bars (OutlayInfluenceBar *self, GtkSnapshot *snapshot)
{
  draw_middle (self, snapshot);
  draw_way (self, snapshot, OUTLAY_INFLUENCE_UP);
  draw_way (self, snapshot, OUTLAY_INFLUENCE_DOWN);
}

static void
draw_caption (OutlayInfluenceBar *self, GtkSnapshot *snapshot)
{
  const graphene_rect_t room = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)), (float) gtk_widget_get_height (GTK_WIDGET (self)));
  const GdkRGBA ink = ink_of (self, 0.65f, 0.9f);

  draw_text (self, snapshot, &room, self->caption, &ink);
}

static void
outlay_influence_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OutlayInfluenceBar *self = OUTLAY_INFLUENCE_BAR (widget);
  const OutlayInfluenceWay *ways = self->influence.ways;

  if (self->caption != NULL)
    draw_caption (self, snapshot);
  else if (!self->known || !(ways[OUTLAY_INFLUENCE_UP].moved || ways[OUTLAY_INFLUENCE_DOWN].moved))
    return;
  else
    draw_bars (self, snapshot);
}

static void
outlay_influence_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                              int *natural_baseline)
{
  g_autoptr (PangoLayout) layout = create_layout (OUTLAY_INFLUENCE_BAR (widget), "+0.000 bn*");
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  /* Where there is no room, amounts stand alone. */
  *minimum = (int) (width * LEAST);
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? (OUTLAY_INFLUENCE_BAR (widget)->caption != NULL ? 1 : 2) * height : (int) ceil ((width + GAP) / (1 - BARS));
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural;
}

/* Every number's words change with any number: they wait until the pointer asks for them. */
static gboolean
outlay_influence_bar_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const char *words = OUTLAY_INFLUENCE_BAR (widget)->told;

  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

static void
outlay_influence_bar_finalize (GObject *object)
{
  g_free (OUTLAY_INFLUENCE_BAR (object)->told);
  g_free (OUTLAY_INFLUENCE_BAR (object)->caption);
  G_OBJECT_CLASS (outlay_influence_bar_parent_class)->finalize (object);
}

static void
outlay_influence_bar_class_init (OutlayInfluenceBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = outlay_influence_bar_finalize;
  widget_class->snapshot = outlay_influence_bar_snapshot;
  widget_class->measure = outlay_influence_bar_measure;
  widget_class->query_tooltip = outlay_influence_bar_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "influencebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
outlay_influence_bar_init (OutlayInfluenceBar *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
outlay_influence_bar_new (OutlayInfluenceOutcome outcome)
{
  OutlayInfluenceBar *self = g_object_new (OUTLAY_TYPE_INFLUENCE_BAR, NULL);

  self->outcome = outcome;
  return GTK_WIDGET (self);
}

void
outlay_influence_bar_show (OutlayInfluenceBar *self, const OutlayInfluence *influence, double largest, const char *words)
{
  self->known = influence != NULL;
  if (influence != NULL)
    self->influence = *influence;
  self->largest = largest;
  if (g_set_str (&self->told, words))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words != NULL ? words : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
outlay_influence_bar_set_caption (OutlayInfluenceBar *self, const char *caption)
{
  if (!g_set_str (&self->caption, caption))
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, caption != NULL ? caption : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

double
outlay_influence_largest (const OutlayInfluence *influence, OutlayInfluenceOutcome outcome)
{
  double largest = 0;

  for (guint direction = 0; direction < OUTLAY_N_DIRECTIONS; direction++)
    if (influence->ways[direction].moved && isfinite (influence->ways[direction].effect[outcome]))
      largest = MAX (largest, fabs (influence->ways[direction].effect[outcome]));
  return largest;
}
