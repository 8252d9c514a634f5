/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/svg.h"

#include <string.h>

/* Three places: a thousandth of a pixel. Never in the language's own way. */
static void
append_number (GString *svg, const char *name, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (svg, " %s=\"%s\"", name, g_ascii_formatd (buffer, sizeof buffer, "%.3f", number));
}

/* XML has no control characters, not even written out. */
static void
append_escaped (GString *svg, const char *text, gsize length)
{
  g_autofree char *clean = g_strndup (text, length), *escaped = NULL;

  for (char *c = clean; *c != '\0'; c++)
    if ((guchar) *c < ' ' || *c == 0x7f)
      *c = ' ';
  escaped = g_markup_escape_text (clean, -1);
  g_string_append (svg, escaped);
}

/* --- runs --- */

static int
compare_offsets (gconstpointer a, gconstpointer b)
{
  const PangoGlyphItem *left = *(PangoGlyphItem *const *) a, *right = *(PangoGlyphItem *const *) b;

  return left->item->offset - right->item->offset;
}

/* As they are read, which SVG wants, not as they stand. Not owned. */
static GPtrArray *
list_runs (PangoLayout *layout)
{
  GPtrArray *runs = g_ptr_array_new ();
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);

  for (GSList *run = line != NULL ? line->runs : NULL; run != NULL; run = run->next)
    g_ptr_array_add (runs, run->data);
  g_ptr_array_sort (runs, compare_offsets);
  return runs;
}

/* The families that the text was set in, each once, and a way out for who has none of them. */
static void
append_families (GString *svg, GPtrArray *runs)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_string_append (svg, " font-family=\"");
  for (guint i = 0; i < runs->len; i++)
    {
      const PangoGlyphItem *run = g_ptr_array_index (runs, i);
      g_autoptr (PangoFontDescription) font = pango_font_describe (run->item->analysis.font);
      g_autofree char *family = g_strdelimit (g_strdup (pango_font_description_get_family (font)), "'\"\\", ' ');

      if (g_hash_table_contains (seen, family))
        continue;
      g_string_append_c (svg, '\'');
      append_escaped (svg, family, strlen (family));
      g_string_append (svg, "', ");
      g_hash_table_add (seen, g_steal_pointer (&family));
    }
  g_string_append (svg, "sans-serif\"");
}

/* What is shown of a text: one that was shortened ends where it was cut. */
static void
append_words (GString *svg, PangoLayout *layout, GPtrArray *runs)
{
  const char *words = pango_layout_get_text (layout);

  for (guint i = 0; i < runs->len; i++)
    {
      const PangoItem *item = ((PangoGlyphItem *) g_ptr_array_index (runs, i))->item;

      if (item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS)
        g_string_append (svg, "…");
      else
        append_escaped (svg, words + item->offset, (gsize) item->length);
    }
}

static void
append_colour (GString *svg, const char *name, OutlayColour colour)
{
  g_string_append_printf (svg, " %s=\"#%02x%02x%02x\"", name, (guint) (colour.red * 255 + 0.5), (guint) (colour.green * 255 + 0.5),
                          (guint) (colour.blue * 255 + 0.5));
}

static void
append_rim (GString *svg, const OutlayLayout *layout)
{
  append_colour (svg, "stroke", outlay_ink_fill (OUTLAY_INK (SURFACE), layout->style.theme));
  append_number (svg, "stroke-opacity", OUTLAY_TEXT_RIM_OPACITY);
  append_number (svg, "stroke-width", OUTLAY_TEXT_RIM * layout->unit);
  g_string_append (svg, " stroke-linejoin=\"round\" paint-order=\"stroke\"");
}

/* As long as it is here in fonts of another width, too, where the reader knows textLength. */
static void
append_text (GString *svg, const OutlayLayout *layout, const OutlayPlacedText *text)
{
  const PangoFontDescription *font = pango_layout_get_font_description (text->layout);
  g_autoptr (GPtrArray) runs = list_runs (text->layout);
  double opacity;
  const OutlayColour colour = outlay_layout_text_colour (layout, text, &opacity);

  g_string_append (svg, "<text");
  append_number (svg, "x", text->box.x);
  append_number (svg, "y", text->box.y + (double) pango_layout_get_baseline (text->layout) / PANGO_SCALE);
  append_families (svg, runs);
  append_number (svg, "font-size", (double) pango_font_description_get_size (font) / PANGO_SCALE);
  g_string_append_printf (svg, " font-weight=\"%d\"", (int) pango_font_description_get_weight (font));
  if (pango_layout_get_attributes (text->layout) != NULL)
    g_string_append (svg, " style=\"font-variant-numeric: tabular-nums\"");
  append_colour (svg, "fill", colour);
  if (opacity < 1)
    append_number (svg, "fill-opacity", opacity);
  if (text->rimmed)
    append_rim (svg, layout);
  append_number (svg, "textLength", text->box.width);
  g_string_append (svg, " lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\">");
  append_words (svg, text->layout, runs);
  g_string_append (svg, "</text>\n");
}

static void
append_element (GString *svg, const char *name, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  g_string_append_printf (svg, "<%s>", name);
  append_escaped (svg, words, strlen (words));
  g_string_append_printf (svg, "</%s>\n", name);
}

/**
 * outlay_svg_complete:
 * @drawn: an SVG as cairo writes it
 * @scene: what it shows
 * @texts: (nullable): a layout whose texts are written over the drawing, which has none
 *
 * Gives the picture its title and its description, which browsers and screen readers say, and its texts as texts.
 *
 * Returns: (transfer full): the SVG
 */
GBytes *
outlay_svg_complete (GByteArray *drawn, OutlayScene *scene, const OutlayLayout *texts)
{
  g_autoptr (GString) svg = g_string_new_len ((const char *) drawn->data, (gssize) drawn->len);
  g_autoptr (GString) head = g_string_new ("\n");
  const char *start = strstr (svg->str, "<svg"), *open = start != NULL ? strchr (start, '>') : NULL, *close = g_strrstr (svg->str, "</svg>");
  gssize after_open = open != NULL ? open + 1 - svg->str : -1;

  g_return_val_if_fail (after_open > 0 && close != NULL, g_bytes_new (drawn->data, drawn->len));
  g_string_truncate (svg, (gsize) (close - svg->str));
  for (guint i = 0; texts != NULL && i < texts->texts->len; i++)
    append_text (svg, texts, &g_array_index (texts->texts, OutlayPlacedText, i));
  g_string_append (svg, "</svg>\n");
  append_element (head, "title", outlay_scene_get_title (scene));
  append_element (head, "desc", outlay_scene_get_summary (scene));
  g_string_truncate (head, head->len - 1);
  g_string_insert (svg, after_open, head->str);
  return g_string_free_to_bytes (g_steal_pointer (&svg));
}
