/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts in several lines, and the small print below a chart. */

#include <string.h>

#include "chart/layout.h"

/* Of a frame's height: what small print may take before its lines are shortened. */
#define MOST_PRINT 0.25
/* Where a line of it that is too long is broken first. */
#define BREAK " · "

/* A figure stays with its unit. */
static void
keep_units (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (const char *space = strchr (text, ' '); space != NULL; space = strchr (space + 1, ' '))
    if (space > text && g_ascii_isdigit (space[-1]) && g_ascii_isalpha (space[1]))
      {
        PangoAttribute *whole = pango_attr_allow_breaks_new (FALSE);

        whole->start_index = (guint) (space - 1 - text);
        whole->end_index = whole->start_index + 3;
        pango_attr_list_insert (attributes, whole);
      }
  pango_layout_set_attributes (layout, attributes);
}

/* Where the lines of a text begin that is broken between words, in bytes; returns how many of most there are. */
static guint
find_lines (const OutlayText *text, double max_width, guint most, int *starts)
{
  g_autoptr (PangoLayout) broken = pango_layout_copy (text->layout);
  guint n;

  keep_units (broken);
  pango_layout_set_ellipsize (broken, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_wrap (broken, PANGO_WRAP_WORD);
  pango_layout_set_width (broken, (int) (max_width * PANGO_SCALE));
  n = MIN ((guint) pango_layout_get_line_count (broken), most);
  for (guint i = 0; i < n; i++)
    starts[i] = pango_layout_get_line_readonly (broken, (int) i)->start_index;
  return n;
}

guint
outlay_layout_wrap (OutlayLayout *layout, const char *string, OutlayTextRole role, gboolean strong, double max_width, guint most, const OutlayText **lines)
{
  const OutlayText *whole = outlay_layout_set (layout, string, role, strong, -1);
  int starts[OUTLAY_MOST_LINES] = { 0 };
  guint n = 1;

  if (whole->width <= max_width)
    {
      lines[0] = whole;
      return 1;
    }
  if (most > 1)
    n = find_lines (whole, max_width, MIN (most, OUTLAY_MOST_LINES), starts);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = i + 1 < n ? g_strndup (string + starts[i], (gsize) (starts[i + 1] - starts[i])) : g_strdup (string + starts[i]);

      lines[i] = outlay_layout_set (layout, g_strchomp (line), role, strong, max_width);
    }
  return n;
}

static double
place_print_line (OutlayLayout *layout, const OutlayText *text, const cairo_rectangle_t *area)
{
  outlay_layout_place (layout, text, area->x, area->y + area->height - text->height, OUTLAY_INK (MUTED));
  return text->height;
}

/* What is too long goes on in the next lines, where it has room for all of it there. */
static double
place_print (OutlayLayout *layout, const char *line, guint most, cairo_rectangle_t area)
{
  const OutlayText *lines[OUTLAY_MOST_LINES];
  const double height = area.height;
  guint n = outlay_layout_wrap (layout, line, OUTLAY_TEXT_SMALL, FALSE, area.width, most, lines);

  if (pango_layout_is_ellipsized (lines[n - 1]->layout))
    n = outlay_layout_wrap (layout, line, OUTLAY_TEXT_SMALL, FALSE, area.width, 1, lines);
  while (n-- > 0)
    area.height -= place_print_line (layout, lines[n], &area);
  return height - area.height;
}

/* The note and below it the source, from the last line upwards. */
void
outlay_layout_place_note (OutlayLayout *layout, OutlayScene *scene, cairo_rectangle_t *area)
{
  const gboolean both = *scene->note != '\0' && *scene->source != '\0';
  const double line = outlay_layout_set (layout, "0", OUTLAY_TEXT_SMALL, FALSE, -1)->height;
  g_autofree char *print = g_strconcat (scene->note, both ? "\n" : "", scene->source, NULL);
  g_auto (GStrv) lines = g_strsplit (print, "\n", -1);
  guint spare = (guint) MAX (MOST_PRINT * area->height / line, 0);
  double height = 0;

  if (*print == '\0')
    return;
  spare -= MIN (g_strv_length (lines), spare);
  for (guint n = g_strv_length (lines); n-- > 0;)
    {
      double width = outlay_layout_set (layout, lines[n], OUTLAY_TEXT_SMALL, FALSE, -1)->width;
      char *second = width > area->width ? strstr (lines[n], BREAK) : NULL;
      cairo_rectangle_t rest = { area->x, area->y, area->width, area->height - height };
      const guint before = (guint) (height / line + 0.5);

      if (second != NULL)
        {
          *second = '\0';
          rest.height -= place_print (layout, second + strlen (BREAK), 1 + MIN (spare, 1), rest);
        }
      rest.height -= place_print (layout, lines[n], 1 + MIN (spare, OUTLAY_MOST_LINES - 1), rest);
      height = area->height - rest.height;
      spare -= MIN ((guint) (height / line + 0.5) - before - 1, spare);
    }
  area->height = MAX (area->height - height - 12 * layout->unit, 1);
}
