/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/split-picture-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/amount.h"

#define HANDLE_LENGTH 36
#define HANDLE_WIDTH 5
/* Milliseconds after which a screen reader learns of a change: not at every movement of a drag. */
#define WORDS_DELAY 250

enum
{
  PROP_DOCUMENT = 1,
};

G_DEFINE_FINAL_TYPE (OutlaySplitPicture, outlay_split_picture, GTK_TYPE_WIDGET)

/* What stands at the first or second side of a boundary. */
static OutlaySplitPlace
side (const OutlaySplitBoundary *boundary, gboolean second)
{
  if (boundary->between_phases)
    return (OutlaySplitPlace) { -1, (int) boundary->phase + second };
  return (OutlaySplitPlace) { (int) (second ? boundary->below : boundary->above), (int) boundary->phase };
}

static char *
describe_side (OutlaySplitPicture *self, OutlaySplitPlace place)
{
  g_autofree char *name = place.initiative >= 0 ? outlay_document_get_initiative_name (self->document, place.initiative)
                                                : outlay_document_get_phase_name (self->document, place.phase);
  g_autofree char *amount =
    outlay_amount_format (outlay_split_sum (outlay_document_get_split (self->document), place.initiative, place.phase), -1);

  return g_strdup_printf ("%s %s", name, amount);
}

/* A screen reader has to be told of which phase it is. */
static void
name_boundary (OutlaySplitPicture *self, const OutlaySplitBoundary *boundary, gboolean moved)
{
  OutlaySplit *split = outlay_document_get_split (self->document);
  const OutlaySplitPlace places[] = { side (boundary, FALSE), side (boundary, TRUE) };
  const double first = outlay_split_sum (split, places[0].initiative, places[0].phase), second = outlay_split_sum (split, places[1].initiative, places[1].phase);
  g_autofree char *words = outlay_split_picture_describe (self, boundary), *phase = outlay_document_get_phase_name (self->document, boundary->phase);
  /* Translators: a boundary in the split picture: the phase, and the two initiatives beside it with their amounts */
  g_autofree char *name = boundary->between_phases ? g_strdup (words) : g_strdup_printf (C_ ("boundary", "%s: %s"), phase, words);
  g_autofree char *amount = outlay_amount_format (first, -1);

  self->at = *boundary;
  if (moved)
    outlay_split_focus_move (&self->focus, name);
  else
    outlay_split_focus_name (&self->focus, name);
  outlay_split_focus_value (&self->focus, first, 0, first + second, amount);
}

void
outlay_split_picture_name_chosen (OutlaySplitPicture *self)
{
  GArray *boundaries;

  g_clear_handle_id (&self->words, g_source_remove);
  if (self->document == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  boundaries = outlay_split_picture_boundaries (self);
  if (self->chosen < (int) boundaries->len)
    name_boundary (self, &g_array_index (boundaries, OutlaySplitBoundary, self->chosen), FALSE);
}

static void
words_cb (gpointer data)
{
  OutlaySplitPicture *self = data;

  self->words = 0;
  outlay_split_picture_name_chosen (self);
}

static void
tell_words (OutlaySplitPicture *self)
{
  if (self->words == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->words = g_timeout_add_once (WORDS_DELAY, words_cb, self);
}

static void
projected_cb (OutlaySplitPicture *self)
{
  g_clear_pointer (&self->boundaries, g_array_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  tell_words (self);
}

static void
restructured_cb (OutlaySplitPicture *self)
{
  outlay_split_picture_cancel_drag (self);
  self->hovered = -1;
  self->chosen = 0;
  self->at = (OutlaySplitBoundary) { 0 };
  projected_cb (self);
}

static void
draw_handle (GtkSnapshot *snapshot, const OutlaySplitBoundary *boundary, gboolean focused)
{
  const OutlayRectangle *line = &boundary->line;
  const gboolean upright = boundary->between_phases;
  const double length = MIN (HANDLE_LENGTH, (upright ? line->height : line->width) - 4);
  const double x = line->x + line->width / 2, y = line->y + line->height / 2;
  const GdkRGBA dark = { 0, 0, 0, 0.65f }, light = { 1, 1, 1, 1 };
  graphene_rect_t handle;
  GskRoundedRect rounded;

  graphene_rect_init (&handle, (float) round (x - (upright ? HANDLE_WIDTH : length) / 2), (float) round (y - (upright ? length : HANDLE_WIDTH) / 2),
                      (float) (upright ? HANDLE_WIDTH : length), (float) (upright ? length : HANDLE_WIDTH));
  gsk_rounded_rect_init_from_rect (&rounded, &handle, HANDLE_WIDTH / 2.0f);
  gtk_snapshot_append_outset_shadow (snapshot, &rounded, &dark, 0, 0, focused ? 2 : 1, 0);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &light, &handle);
  gtk_snapshot_pop (snapshot);
}

static void
draw_line (GtkSnapshot *snapshot, const OutlaySplitBoundary *boundary)
{
  const OutlayRectangle *line = &boundary->line;
  const GdkRGBA light = { 1, 1, 1, 0.9f };
  graphene_rect_t rectangle;

  graphene_rect_init (&rectangle, (float) round (line->x - 1), (float) round (line->y - 1), (float) MAX (2, line->width),
                      (float) MAX (2, line->height));
  gtk_snapshot_append_color (snapshot, &light, &rectangle);
}

static void
outlay_split_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OutlaySplitPicture *self = OUTLAY_SPLIT_PICTURE (widget);
  const OutlaySplitBoundary *active;

  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->view), snapshot);
  active = outlay_split_picture_active (self);
  if (active != NULL)
    {
      draw_line (snapshot, active);
      draw_handle (snapshot, active, outlay_split_focus_is_visible (&self->focus));
    }
  if (gtk_widget_get_visible (GTK_WIDGET (self->bubble)))
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->bubble), snapshot);
}

static void
outlay_split_picture_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                              int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (OUTLAY_SPLIT_PICTURE (widget)->view), orientation, for_size, minimum, natural, NULL, NULL);
}

static void
allocate_bubble (OutlaySplitPicture *self)
{
  const OutlaySplitBoundary *active = outlay_split_picture_active (self);
  double above;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->bubble)) || active == NULL)
    return;
  above = active->between_phases ? active->line.y + active->line.height / 2 - HANDLE_LENGTH / 2.0 - 6 : active->line.y - 8;
  outlay_bubble_allocate (self->bubble, active->line.x + active->line.width / 2, above, 0, 0);
}

static void
outlay_split_picture_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OutlaySplitPicture *self = OUTLAY_SPLIT_PICTURE (widget);

  gtk_widget_size_allocate (GTK_WIDGET (self->view), &(GtkAllocation) { 0, 0, width, height }, -1);
  outlay_split_focus_allocate (&self->focus, &(GtkAllocation) { 0, 0, width, height });
  g_clear_pointer (&self->boundaries, g_array_unref);
  allocate_bubble (self);
}

/* Tab goes from boundary to boundary before it leaves. */
static gboolean
outlay_split_picture_focus (GtkWidget *widget, GtkDirectionType direction)
{
  OutlaySplitPicture *self = OUTLAY_SPLIT_PICTURE (widget);
  GArray *boundaries = outlay_split_picture_boundaries (self);
  const int next = outlay_split_focus_next (&self->focus, direction, (guint) self->chosen, boundaries->len);

  if (next < 0)
    return FALSE;
  self->chosen = next;
  name_boundary (self, &g_array_index (boundaries, OutlaySplitBoundary, next), TRUE);
  outlay_split_focus_grab (&self->focus);
  outlay_split_picture_tell (self, &g_array_index (boundaries, OutlaySplitBoundary, next));
  gtk_widget_queue_draw (widget);
  return TRUE;
}

static gboolean
outlay_split_picture_grab_focus (GtkWidget *widget)
{
  return outlay_split_focus_grab (&OUTLAY_SPLIT_PICTURE (widget)->focus);
}

static void
outlay_split_picture_dispose (GObject *object)
{
  OutlaySplitPicture *self = OUTLAY_SPLIT_PICTURE (object);

  outlay_split_picture_set_document (self, NULL);
  g_clear_handle_id (&self->words, g_source_remove);
  if (self->view != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->view)));
  outlay_split_focus_clear (&self->focus);
  if (self->bubble != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->bubble)));
  g_clear_pointer (&self->boundaries, g_array_unref);
  G_OBJECT_CLASS (outlay_split_picture_parent_class)->dispose (object);
}

static void
outlay_split_picture_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, OUTLAY_SPLIT_PICTURE (object)->document);
}

static void
outlay_split_picture_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  outlay_split_picture_set_document (OUTLAY_SPLIT_PICTURE (object), g_value_get_object (value));
}

static void
outlay_split_picture_class_init (OutlaySplitPictureClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = outlay_split_picture_dispose;
  object_class->get_property = outlay_split_picture_get_property;
  object_class->set_property = outlay_split_picture_set_property;
  widget_class->measure = outlay_split_picture_measure;
  widget_class->size_allocate = outlay_split_picture_size_allocate;
  widget_class->snapshot = outlay_split_picture_snapshot;
  widget_class->focus = outlay_split_picture_focus;
  widget_class->grab_focus = outlay_split_picture_grab_focus;
  g_object_class_install_property (object_class, PROP_DOCUMENT,
                                   g_param_spec_object ("document", NULL, NULL, OUTLAY_TYPE_DOCUMENT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_css_name (widget_class, "splitpicture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_split_picture_init (OutlaySplitPicture *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->hovered = -1;
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  self->view = g_object_new (OUTLAY_TYPE_CHART_VIEW, "chart-id", "split", NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->view), widget);
  outlay_split_focus_init (&self->focus, widget, GTK_ACCESSIBLE_ROLE_SEPARATOR);
  self->bubble = outlay_bubble_new (widget);
  g_signal_connect (self, "map", G_CALLBACK (tell_words), NULL);
  outlay_split_picture_add_pointer (self);
  outlay_split_picture_add_keys (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Split picture"), -1);
}

void
outlay_split_picture_set_document (OutlaySplitPicture *self, OutlayDocument *document)
{
  if (self->document == document)
    return;
  if (self->document != NULL)
    {
      outlay_split_picture_cancel_drag (self);
      g_signal_handlers_disconnect_by_data (self->document, self);
    }
  g_set_object (&self->document, document);
  if (self->view != NULL)
    outlay_chart_view_set_document (self->view, document);
  if (document == NULL)
    return;
  g_signal_connect_object (document, "projected", G_CALLBACK (projected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "moved", G_CALLBACK (projected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "restructured", G_CALLBACK (restructured_cb), self, G_CONNECT_SWAPPED);
  restructured_cb (self);
}

GArray *
outlay_split_picture_boundaries (OutlaySplitPicture *self)
{
  if (self->boundaries != NULL)
    return self->boundaries;
  self->boundaries = outlay_split_boundaries_find (self->view);
  for (guint k = 0; k < self->boundaries->len; k++)
    if (outlay_split_boundary_equal (&g_array_index (self->boundaries, OutlaySplitBoundary, k), &self->at))
      self->chosen = (int) k;
  return self->boundaries;
}

const OutlaySplitBoundary *
outlay_split_picture_active (OutlaySplitPicture *self)
{
  const gboolean focused = outlay_split_focus_is_visible (&self->focus);
  GArray *boundaries;
  int active;

  if (self->drag == NULL && self->hovered < 0 && !focused)
    return NULL;
  boundaries = outlay_split_picture_boundaries (self);
  active = self->hovered >= 0 ? self->hovered : self->chosen;
  for (guint k = 0; self->drag != NULL && k < boundaries->len; k++)
    if (outlay_split_boundary_equal (&g_array_index (boundaries, OutlaySplitBoundary, k), &self->dragged))
      return &g_array_index (boundaries, OutlaySplitBoundary, k);
  /* Dragged until one side is empty: the boundary is where the hand left it. */
  if (self->drag != NULL)
    return &self->dragged;
  return active >= 0 && active < (int) boundaries->len ? &g_array_index (boundaries, OutlaySplitBoundary, active) : NULL;
}

char *
outlay_split_picture_describe (OutlaySplitPicture *self, const OutlaySplitBoundary *boundary)
{
  g_autofree char *first = describe_side (self, side (boundary, FALSE));
  g_autofree char *second = describe_side (self, side (boundary, TRUE));

  return g_strdup_printf ("%s · %s", first, second);
}

void
outlay_split_picture_tell (OutlaySplitPicture *self, const OutlaySplitBoundary *boundary)
{
  g_autofree char *text = boundary != NULL ? outlay_split_picture_describe (self, boundary) : NULL;

  outlay_bubble_tell (self->bubble, text, FALSE);
}
