/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>
#include <string.h>

#include "chart/layout.h"

/* What must be true of every picture, whatever it shows, at whatever size. */

/* Of what the window shows; below it a chart is only kept in bounds. */
#define LEAST_WIDTH 240
/* Tick labels are short, without a minus, as long as there is a larger unit. */
#define MOST_TICK_CHARACTERS 5
#define LARGEST_UNIT 1e9

static const char *const random_words[] = { "Smart", "mining", "machinery", "Energy", "storage", "零碳", "示范园区", "智能矿山装备", "a", "Übertragungsnetzbetreiber",
                                            "高端装备制造与储能系统集成示范基地", "AI", "(EPC)", "ﬁn", "2030" };

/* In Latin, Chinese and both, from a letter to a line. */
static inline char *
random_name (void)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (int n = g_test_rand_int_range (1, 7); n > 0; n--)
    g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", random_words[g_test_rand_int_range (0, G_N_ELEMENTS (random_words))]);
  return g_string_free_and_steal (g_steal_pointer (&name));
}

static inline const OutlayPlacedText *
placed_text (const OutlayLayout *layout, guint n)
{
  return &g_array_index (layout->texts, OutlayPlacedText, n);
}

static inline double
shared_width (const cairo_rectangle_t *a, const cairo_rectangle_t *b)
{
  return MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x);
}

static inline double
shared_height (const cairo_rectangle_t *a, const cairo_rectangle_t *b)
{
  return MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);
}

static inline void
assert_text (gboolean holds, const char *what, const OutlayLayout *layout, const OutlayPlacedText *text)
{
  if (holds)
    return;
  g_test_fail_printf ("%s: “%s” at %.1f, %.1f, %.1f × %.1f in a picture of %.0f × %.0f, text scale %.2f, plot %.0f, %.0f, %.0f × %.0f", what,
           pango_layout_get_text (text->layout), text->box.x, text->box.y, text->box.width, text->box.height, layout->width, layout->height, layout->unit,
           layout->plot.x, layout->plot.y, layout->plot.width, layout->plot.height);
}

/* Within the picture, the ink within the box, and apart from every text before it. */
static inline void
assert_placed (const OutlayLayout *layout, guint n)
{
  const OutlayPlacedText *text = placed_text (layout, n);
  const double slack = 0.5, bearing = 1.5 * layout->unit;
  PangoRectangle ink;

  pango_layout_get_extents (text->layout, &ink, NULL);
  assert_text (text->box.x >= -slack && text->box.x + text->box.width <= layout->width + slack, "A text leaves the picture sideways", layout, text);
  assert_text (text->box.y >= -slack && text->box.y + text->box.height <= layout->height + slack, "A text leaves the picture", layout, text);
  assert_text ((double) ink.x / PANGO_SCALE >= -bearing && (double) (ink.x + ink.width) / PANGO_SCALE <= text->box.width + bearing,
               "A text is wider than its box", layout, text);
  for (guint i = 0; i < n; i++)
    assert_text (shared_width (&placed_text (layout, i)->box, &text->box) <= 1 || shared_height (&placed_text (layout, i)->box, &text->box) <= 1,
                 "A text overlaps another", layout, text);
}

/* Whether somebody who sees a shortened text can learn the whole of it: under the pointer, in the table, in what a screen reader says of the chart. */
static inline gboolean
is_said (OutlayScene *scene, const char *words)
{
  const char *const spoken[] = { scene->title, scene->subtitle, scene->note, scene->source, scene->summary };

  /* A row below another one is set in from it. */
  while (g_unichar_isspace (g_utf8_get_char (words)))
    words = g_utf8_next_char (words);
  for (guint i = 0; i < G_N_ELEMENTS (spoken); i++)
    if (strstr (spoken[i], words) != NULL)
      return TRUE;
  for (guint s = 0; s < scene->series->len; s++)
    {
      const OutlaySceneSeries *series = outlay_scene_nth_series (scene, s);

      if (g_str_equal (series->name, words) || (series->words != NULL && strstr (series->words, words) != NULL))
        return TRUE;
    }
  for (guint c = 0; c < scene->table->columns->len; c++)
    if (strstr (outlay_chart_table_column (scene->table, c)->name, words) != NULL)
      return TRUE;
  for (guint r = 0; r < scene->table->rows->len; r++)
    if (strstr (g_ptr_array_index (scene->table->rows, r), words) != NULL)
      return TRUE;
  return FALSE;
}

/* A text is shortened only as a last resort: something of it is left, and the whole is said elsewhere. */
static inline void
assert_shortened_well (const OutlayLayout *layout, OutlayScene *scene, const OutlayPlacedText *text)
{
  if (!pango_layout_is_ellipsized (text->layout))
    return;
  assert_text (layout->width < LEAST_WIDTH || text->box.width >= 1.2 * text->box.height, "A text is shortened to nothing", layout, text);
  assert_text (scene->table == NULL || is_said (scene, pango_layout_get_text (text->layout)), "A text is shortened and said nowhere else", layout, text);
}

static inline gboolean
is_tick (const OutlayLayout *layout, const OutlayPlacedText *text)
{
  const double right = layout->plot.x - 8 * layout->unit;

  return layout->ticks.count > 0 && fabs (text->box.x + text->box.width - right) < 0.01 && text->box.y + text->box.height > layout->plot.y - text->box.height &&
         text->box.y < layout->plot.y + layout->plot.height;
}

/* No two ticks say the same, and all are short. */
static inline void
assert_ticks (const OutlayLayout *layout, OutlayScene *scene)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < layout->texts->len; i++)
    {
      const OutlayPlacedText *text = placed_text (layout, i);
      const char *words = pango_layout_get_text (text->layout);
      const gboolean minus = g_str_has_prefix (words, "−") || g_str_has_prefix (words, "-");

      if (!is_tick (layout, text))
        continue;
      assert_text (g_hash_table_add (seen, (gpointer) words), "Two ticks say the same", layout, text);
      assert_text (scene->table == NULL || scene->y.unit.size >= LARGEST_UNIT || g_utf8_strlen (words, -1) - (minus ? 1 : 0) <= MOST_TICK_CHARACTERS, "A tick is long", layout, text);
    }
}

/* Nothing lies upon a bar that is neither written on it nor on a plate: no axis label, no figure, no name. */
static inline void
assert_off_bars (const OutlayLayout *layout, OutlayScene *scene)
{
  for (guint m = 0; m < scene->marks->len; m++)
    {
      const OutlayMark *mark = g_ptr_array_index (scene->marks, m);

      for (guint i = 0; mark->kind == OUTLAY_MARK_BAR && mark->series >= 0 && i < mark->n; i++)
        {
          const cairo_rectangle_t bar = outlay_layout_bar (layout, mark, i);

          for (guint t = 0; bar.height > 0 && t < layout->texts->len; t++)
            assert_text (placed_text (layout, t)->on_ink || placed_text (layout, t)->plated || shared_width (&bar, &placed_text (layout, t)->box) <= 1 ||
                           shared_height (&bar, &placed_text (layout, t)->box) <= 1.5,
                         "A text lies upon a bar", layout, placed_text (layout, t));
        }
    }
}

/* Nor upon a ribbon, with which it need not have to do. Its edges lie between those of its ends. */
static inline void
assert_off_links (const OutlayLayout *layout, OutlayScene *scene)
{
  for (guint m = 0; m < scene->marks->len; m++)
    {
      const OutlayMark *mark = g_ptr_array_index (scene->marks, m);

      for (guint i = 0; mark->kind == OUTLAY_MARK_LINK && i < mark->n; i++)
        {
          const double top = outlay_layout_y (layout, MAX (mark->y0[i], mark->y2[i])), left = outlay_layout_x (layout, mark->x0[i]);
          const cairo_rectangle_t link = { left, top, outlay_layout_x (layout, mark->x1[i]) - left,
                                           outlay_layout_y (layout, MIN (mark->y1[i], mark->y3[i])) - top };

          for (guint t = 0; t < layout->texts->len; t++)
            assert_text (placed_text (layout, t)->on_ink || placed_text (layout, t)->plated || shared_width (&link, &placed_text (layout, t)->box) <= 1 ||
                           shared_height (&link, &placed_text (layout, t)->box) <= 1.5,
                         "A text lies upon a ribbon", layout, placed_text (layout, t));
        }
    }
}

static inline void
assert_readable (OutlayScene *scene, double width, double height, const OutlayStyle *style)
{
  g_autoptr (OutlayLayout) layout = outlay_layout_new (scene, width, height, style);

  for (guint i = 0; i < layout->texts->len; i++)
    {
      assert_placed (layout, i);
      assert_shortened_well (layout, scene, placed_text (layout, i));
    }
  assert_ticks (layout, scene);
  if (scene->table != NULL)
    assert_off_bars (layout, scene);
  assert_off_links (layout, scene);
}
