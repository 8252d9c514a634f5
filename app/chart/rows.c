/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "chart/layout.h"

#define GAP 8.0
#define HIGHEST_ROW 60.0
#define MOST_NAMES 0.45

static double
widest_row (OutlayLayout *layout, OutlayScene *scene)
{
  double widest = 0;

  for (guint n = 0; n < scene->rows->len; n++)
    widest = MAX (widest, outlay_layout_set (layout, g_ptr_array_index (scene->rows, n), OUTLAY_TEXT_NAME, FALSE, -1)->width);
  return ceil (widest);
}

/* Where a name that is too long for one line is broken: behind a colon before behind a comma, before a word, if both lines then fit. */
static const char *
break_row (OutlayLayout *layout, const char *name, double room)
{
  static const char *const behind[] = { ": ", "：", "; ", "；", ", ", "，", " " };

  for (guint b = 0; b < G_N_ELEMENTS (behind); b++)
    for (const char *found = strstr (name, behind[b]); found != NULL; found = strstr (found + 1, behind[b]))
      {
        const char *rest = found + strlen (behind[b]);
        g_autofree char *first = g_strndup (name, (gsize) (rest - name));

        if (*rest != '\0' && outlay_layout_set (layout, first, OUTLAY_TEXT_NAME, FALSE, -1)->width <= room &&
            outlay_layout_set (layout, rest, OUTLAY_TEXT_NAME, FALSE, -1)->width <= room)
          return rest;
      }
  return NULL;
}

static void
place_row (OutlayLayout *layout, const char *name, double room, double middle)
{
  const OutlayText *text = outlay_layout_set (layout, name, OUTLAY_TEXT_NAME, FALSE, -1);
  const char *rest = text->width > room ? break_row (layout, name, room) : NULL;
  g_autofree char *first = rest != NULL ? g_strchomp (g_strndup (name, (gsize) (rest - name))) : NULL;
  double pitch = layout->plot.height / (layout->y_lower - layout->y_upper);

  if (first != NULL && pitch >= 2 * text->height)
    {
      outlay_layout_place (layout, outlay_layout_set (layout, first, OUTLAY_TEXT_NAME, FALSE, -1), layout->rows_x, middle - text->height, OUTLAY_INK (TEXT));
      outlay_layout_place (layout, outlay_layout_set (layout, rest, OUTLAY_TEXT_NAME, FALSE, -1), layout->rows_x, middle, OUTLAY_INK (TEXT));
      return;
    }
  text = outlay_layout_set (layout, name, OUTLAY_TEXT_NAME, FALSE, room);
  outlay_layout_place (layout, text, layout->rows_x, middle - text->height / 2, OUTLAY_INK (TEXT));
}

/* Less than a pixel is no matter. */
static gboolean
lies_on_bar (OutlayLayout *layout, OutlayScene *scene, const cairo_rectangle_t *box)
{
  for (guint m = 0; m < scene->marks->len; m++)
    {
      const OutlayMark *mark = g_ptr_array_index (scene->marks, m);

      for (guint i = 0; mark->kind == OUTLAY_MARK_BAR && mark->series >= 0 && i < mark->n; i++)
        {
          cairo_rectangle_t bar = outlay_layout_bar (layout, mark, i);

          if (bar.height > 0 && bar.x + 1 < box->x + box->width && box->x + 1 < bar.x + bar.width && bar.y + 1 < box->y + box->height &&
              box->y + 1 < bar.y + bar.height)
            return TRUE;
        }
    }
  return FALSE;
}

/* Few rows do not grow into slabs. */
double
outlay_layout_lay_rows (OutlayLayout *layout, OutlayScene *scene, double width)
{
  layout->plot.height = MIN (layout->plot.height, scene->rows->len * HIGHEST_ROW * layout->unit);
  return MIN (widest_row (layout, scene), MOST_NAMES * width) + GAP * layout->unit;
}

double
outlay_layout_beside_width (OutlayLayout *layout, OutlayScene *scene)
{
  double widest = 0;

  for (guint m = 0; m < scene->marks->len; m++)
    {
      const OutlayMark *mark = g_ptr_array_index (scene->marks, m);

      for (guint i = 0; mark->kind == OUTLAY_MARK_TEXT && mark->beside && i < mark->n; i++)
        widest = MAX (widest, outlay_layout_set (layout, mark->labels[i].lead, OUTLAY_TEXT_NAME, mark->strong, -1)->width);
    }
  return widest > 0 ? ceil (widest) + GAP * layout->unit : 0;
}

void
outlay_layout_place_rows (OutlayLayout *layout, OutlayScene *scene)
{
  double room = MAX (layout->plot.x - GAP * layout->unit - layout->rows_x, 0);

  for (guint n = 0; n < scene->rows->len; n++)
    place_row (layout, g_ptr_array_index (scene->rows, n), room, outlay_layout_y (layout, n + 0.5));
}

void
outlay_layout_place_beside (OutlayLayout *layout, OutlayScene *scene, const OutlayMark *mark, guint point)
{
  const OutlayText *text = outlay_layout_set (layout, mark->labels[point].lead, OUTLAY_TEXT_NAME, mark->strong, -1);
  double x = outlay_layout_x (layout, MAX (mark->x0[point], mark->x1[point])) + GAP * layout->unit;
  double y = outlay_layout_y (layout, (mark->y0[point] + mark->y1[point]) / 2) - text->height / 2;

  if (!lies_on_bar (layout, scene, &(cairo_rectangle_t) { x, y, text->width, text->height }))
    outlay_layout_place (layout, text, x, y, mark->ink);
}
