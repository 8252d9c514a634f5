/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "chart/layout.h"

#define GAP 8.0
#define BAR_GAP 4.0
/* The line of a text is so much higher than its letters. */
#define ROW_SLACK 1.15
#define HIGHEST_ROW 84.0
/* Of the height of a row with one line to that of the line. */
#define LEAST_AIR 1.4
#define MOST_AROUND 260.0
#define MOST_NAMES 0.48
#define MOST_BESIDE 0.35
#define MOST_INLINE 0.46
#define LEAST_BARS 0.21
#define LEAST_NAMES 0.2

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

static const char *
written_beside (const OutlayLayout *layout, const OutlayLabel *label)
{
  return layout->beside == OUTLAY_BESIDE_TAIL && label->tail != NULL ? label->tail : label->lead;
}

static double
label_width (OutlayLayout *layout, const OutlayMark *mark, const OutlayLabel *label)
{
  const double lead = outlay_layout_set (layout, written_beside (layout, label), OUTLAY_TEXT_NAME, mark->strong, -1)->width;
  const double detail = label->detail != NULL ? outlay_layout_set (layout, label->detail, OUTLAY_TEXT_SMALL, FALSE, -1)->width : 0;

  switch (detail > 0 ? layout->beside : OUTLAY_BESIDE_LEAD)
    {
    case OUTLAY_BESIDE_STACKED:
      return MAX (lead, detail);
    case OUTLAY_BESIDE_INLINE:
      return lead + GAP * layout->unit + detail;
    case OUTLAY_BESIDE_LEAD:
    case OUTLAY_BESIDE_TAIL:
    default:
      return lead;
    }
}

static double
widest_label (OutlayLayout *layout, OutlayScene *scene, OutlayBeside beside)
{
  double widest = 0;

  layout->beside = beside;
  for (guint m = 0; m < scene->marks->len; m++)
    {
      const OutlayMark *mark = g_ptr_array_index (scene->marks, m);

      for (guint i = 0; mark->kind == OUTLAY_MARK_TEXT && mark->kept && i < mark->n; i++)
        widest = MAX (widest, label_width (layout, mark, &mark->labels[i]));
    }
  return widest;
}

/* All that is said of the bars, if there is room. */
static double
choose_beside (OutlayLayout *layout, OutlayScene *scene, double width)
{
  const double lines = outlay_layout_set (layout, "0", OUTLAY_TEXT_NAME, FALSE, -1)->height + outlay_layout_set (layout, "0", OUTLAY_TEXT_SMALL, FALSE, -1)->height;
  const gboolean high = layout->plot.height >= lines * scene->rows->len;
  double widest = widest_label (layout, scene, high ? OUTLAY_BESIDE_STACKED : OUTLAY_BESIDE_INLINE);

  if (!high && widest > MOST_INLINE * width)
    widest = widest_label (layout, scene, OUTLAY_BESIDE_LEAD);
  if (widest > MOST_BESIDE * width && layout->beside != OUTLAY_BESIDE_INLINE)
    widest = widest_label (layout, scene, OUTLAY_BESIDE_TAIL);
  return widest;
}

static double
row_height (const OutlayLayout *layout)
{
  return fabs (outlay_layout_y (layout, 1) - outlay_layout_y (layout, 0));
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

/* Behind the bar, in its middle; left out where rows are so narrow that it would reach into another bar. */
static void
place_kept (OutlayLayout *layout, OutlayScene *scene, const OutlayMark *mark, guint point)
{
  const OutlayLabel *label = &mark->labels[point];
  const OutlayText *text = outlay_layout_set (layout, written_beside (layout, label), OUTLAY_TEXT_NAME, mark->strong, -1);
  const OutlayText *detail = label->detail != NULL ? outlay_layout_set (layout, label->detail, OUTLAY_TEXT_SMALL, FALSE, -1) : NULL;
  double x = outlay_layout_x (layout, MAX (mark->x0[point], mark->x1[point])) + BAR_GAP * layout->unit;
  double middle = outlay_layout_y (layout, (mark->y0[point] + mark->y1[point]) / 2), top = middle - text->height / 2;

  if (detail != NULL && layout->beside == OUTLAY_BESIDE_STACKED)
    top -= detail->height / 2;
  if (lies_on_bar (layout, scene, &(cairo_rectangle_t) { x, top, text->width, text->height }) ||
      outlay_layout_place (layout, text, x, top, mark->ink) == NULL || detail == NULL)
    return;
  if (layout->beside == OUTLAY_BESIDE_STACKED)
    outlay_layout_place (layout, detail, x, top + text->height, OUTLAY_INK (MUTED));
  else if (layout->beside == OUTLAY_BESIDE_INLINE)
    outlay_layout_place (layout, detail, x + text->width + GAP * layout->unit, top + text->baseline - detail->baseline, OUTLAY_INK (MUTED));
}

/* The longest of a label's ways to say it that has room, NULL for none. */
static const OutlayText *
choose_text (OutlayLayout *layout, const OutlayMark *mark, guint point, double room)
{
  const OutlayLabel *label = &mark->labels[point];
  const char *alternatives[] = { label->lead, label->tail, label->detail };

  for (guint i = 0; i < G_N_ELEMENTS (alternatives) && alternatives[i] != NULL; i++)
    {
      const OutlayText *text = outlay_layout_set (layout, alternatives[i], OUTLAY_TEXT_NAME, mark->strong, -1);

      if (text->width <= room)
        return text;
    }
  return NULL;
}

/* Behind what it is about, else before it, within the plot; nothing in rows that it would not fit into. */
static void
place_within (OutlayLayout *layout, OutlayScene *scene, const OutlayMark *mark, guint point)
{
  const double gap = GAP * layout->unit, right = outlay_layout_x (layout, MAX (mark->x0[point], mark->x1[point])) + gap;
  const double left = outlay_layout_x (layout, MIN (mark->x0[point], mark->x1[point])) - gap;
  const OutlayText *behind = choose_text (layout, mark, point, layout->plot.x + layout->plot.width - right);
  const OutlayText *text = behind != NULL ? behind : choose_text (layout, mark, point, left - layout->plot.x);
  cairo_rectangle_t box;

  if (text == NULL || text->height > ROW_SLACK * row_height (layout))
    return;
  box = (cairo_rectangle_t) { behind != NULL ? right : left - text->width,
                              outlay_layout_y (layout, (mark->y0[point] + mark->y1[point]) / 2) - text->height / 2, text->width, text->height };
  if (!lies_on_bar (layout, scene, &box))
    outlay_layout_place (layout, text, box.x, box.y, mark->ink);
}

/* Few rows do not grow into slabs, and names leave room for bars. */
void
outlay_layout_lay_rows (OutlayLayout *layout, OutlayScene *scene, double width, double *left, double *right)
{
  double widest, most;

  layout->plot.height = MIN (layout->plot.height, scene->rows->len * HIGHEST_ROW * layout->unit);
  widest = choose_beside (layout, scene, width);
  *right = widest > 0 ? ceil (widest) + GAP * layout->unit : 0;
  most = MIN (MOST_NAMES * width, MAX (width * (1 - LEAST_BARS) - *right, LEAST_NAMES * width));
  *left = MIN (widest_row (layout, scene), most) + GAP * layout->unit;
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
  if (mark->kept)
    place_kept (layout, scene, mark, point);
  else
    place_within (layout, scene, mark, point);
}

/* What the rows need, were they alone, and in *around what a picture so high has around them. */
static double
measure_rows (OutlayScene *scene, double width, double height, const OutlayStyle *style, double *around)
{
  g_autoptr (OutlayLayout) layout = outlay_layout_new (scene, width, height, style);
  const double room = MAX (layout->plot.x - GAP * layout->unit - layout->rows_x, 0);
  double line = 0, lines = 1;

  for (guint n = 0; n < scene->rows->len; n++)
    {
      const OutlayText *name = outlay_layout_set (layout, g_ptr_array_index (scene->rows, n), OUTLAY_TEXT_NAME, FALSE, -1);

      line = MAX (line, name->height);
      lines = name->width > room ? 2 : lines;
    }
  *around = layout->height - layout->plot.height;
  return scene->rows->len * (lines - 1 + LEAST_AIR) * line;
}

/* What is around the rows depends on the height: margins, notes; in a high picture there is all of it, in the next it is as much as there will be. */
double
outlay_scene_least_height (OutlayScene *scene, double width, const OutlayStyle *style)
{
  double around = MOST_AROUND * (style->text_scale > 0 ? style->text_scale : 1), rows = scene->rows->len * HIGHEST_ROW / 2;

  if (scene->y.kind != OUTLAY_AXIS_ROWS || scene->rows->len == 0)
    return 0;
  for (guint pass = 0; pass < 3; pass++)
    rows = measure_rows (scene, width, rows + around, style, &around);
  return ceil (rows + around);
}
