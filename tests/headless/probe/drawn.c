/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "probe.h"

#include <dlfcn.h>
#include <json-glib/json-glib.h>

/* The texts that the program's own widgets draw, and whether each can be read whole. GTK calls its own functions without a way
 * between; what the program calls comes by here. Clips and places are those since the program began a widget's drawing. */

#define MOST_TEXTS 4000

#define REAL(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

typedef struct
{
  GtkSnapshot *snapshot;
  graphene_point_t place;
  graphene_rect_t clip;
} State;

typedef struct
{
  char *text;
  gboolean cut;
} Drawn;

static GArray *states;
static GArray *drawn;

static void
drawn_clear (gpointer data)
{
  g_free (((Drawn *) data)->text);
}

static State *
current (GtkSnapshot *snapshot)
{
  const State bottom = { snapshot, GRAPHENE_POINT_INIT (0, 0), GRAPHENE_RECT_INIT (-1e6f, -1e6f, 2e6f, 2e6f) };

  if (states == NULL)
    states = g_array_new (FALSE, FALSE, sizeof (State));
  if (states->len > 0 && g_array_index (states, State, states->len - 1).snapshot != snapshot)
    g_array_set_size (states, 0);
  if (states->len == 0)
    g_array_append_val (states, bottom);
  return &g_array_index (states, State, states->len - 1);
}

static void
enter (GtkSnapshot           *snapshot,
       const graphene_rect_t *clip)
{
  State state = *current (snapshot);
  graphene_rect_t moved;

  if (clip != NULL)
    {
      graphene_rect_offset_r (clip, state.place.x, state.place.y, &moved);
      if (!graphene_rect_intersection (&state.clip, &moved, &state.clip))
        state.clip = GRAPHENE_RECT_INIT (0, 0, 0, 0);
    }
  g_array_append_val (states, state);
}

static void
leave (GtkSnapshot *snapshot)
{
  current (snapshot);
  g_array_set_size (states, MAX (1, states->len) - 1);
}

void
gtk_snapshot_push_clip (GtkSnapshot           *snapshot,
                        const graphene_rect_t *bounds)
{
  enter (snapshot, bounds);
  REAL (gtk_snapshot_push_clip) (snapshot, bounds);
}

void
gtk_snapshot_push_rounded_clip (GtkSnapshot          *snapshot,
                                const GskRoundedRect *bounds)
{
  enter (snapshot, &bounds->bounds);
  REAL (gtk_snapshot_push_rounded_clip) (snapshot, bounds);
}

void
gtk_snapshot_pop (GtkSnapshot *snapshot)
{
  leave (snapshot);
  REAL (gtk_snapshot_pop) (snapshot);
}

void
gtk_snapshot_save (GtkSnapshot *snapshot)
{
  enter (snapshot, NULL);
  REAL (gtk_snapshot_save) (snapshot);
}

void
gtk_snapshot_restore (GtkSnapshot *snapshot)
{
  leave (snapshot);
  REAL (gtk_snapshot_restore) (snapshot);
}

void
gtk_snapshot_translate (GtkSnapshot            *snapshot,
                        const graphene_point_t *point)
{
  State *state = current (snapshot);

  state->place.x += point->x;
  state->place.y += point->y;
  REAL (gtk_snapshot_translate) (snapshot, point);
}

/* Beside what can be seen of it; by how much it stands out above or below tells nothing of its digits. */
static gboolean
is_cut (const State *state,
        PangoLayout *layout)
{
  PangoRectangle ink;
  double left, right;

  if (pango_layout_is_ellipsized (layout))
    return TRUE;
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  left = state->place.x + ink.x - state->clip.origin.x;
  right = left + ink.width;
  return right > 0 && left < state->clip.size.width && (left < -0.5 || right > state->clip.size.width + 0.5);
}

void
gtk_snapshot_append_layout (GtkSnapshot   *snapshot,
                            PangoLayout   *layout,
                            const GdkRGBA *color)
{
  Drawn text = { g_strdup (pango_layout_get_text (layout)), is_cut (current (snapshot), layout) };

  if (drawn == NULL)
    {
      drawn = g_array_new (FALSE, FALSE, sizeof (Drawn));
      g_array_set_clear_func (drawn, drawn_clear);
    }
  if (drawn->len == MOST_TEXTS)
    g_array_remove_index (drawn, 0);
  g_array_append_val (drawn, text);
  REAL (gtk_snapshot_append_layout) (snapshot, layout, color);
}

/* What was drawn since the question was last asked: [[text, cut], …]. */
char *
probe_drawn (void)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint n = 0; drawn != NULL && n < drawn->len; n++)
    {
      const Drawn *text = &g_array_index (drawn, Drawn, n);

      json_builder_begin_array (builder);
      json_builder_add_string_value (builder, text->text);
      json_builder_add_boolean_value (builder, text->cut);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  if (drawn != NULL)
    g_array_set_size (drawn, 0);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
