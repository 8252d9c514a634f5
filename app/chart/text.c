/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/text.h"

#include <math.h>
#include <string.h>

#define DEFAULT_FAMILY "sans"
#define RESOLUTION 96
#define MOST_TEXTS 2000

struct _OutlayTexts
{
  PangoContext *context;
  PangoFontDescription *font;
  PangoAttrList *attributes;
  GHashTable *texts; /* Entry */
};

typedef struct
{
  char *string;
  int size;      /* in Pango units */
  int max_width; /* likewise; −1 for none */
  gboolean strong;
  OutlayText text;
} Entry;

static guint
entry_hash (gconstpointer key)
{
  const Entry *entry = key;

  return g_str_hash (entry->string) * 31 + (guint) entry->size + (guint) entry->max_width * 7 + (guint) entry->strong;
}

static gboolean
entry_equal (gconstpointer a, gconstpointer b)
{
  const Entry *left = a, *right = b;

  return left->size == right->size && left->max_width == right->max_width && left->strong == right->strong &&
         strcmp (left->string, right->string) == 0;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->text.layout);
  g_free (entry->string);
  g_free (entry);
}

static void
texts_free (gpointer data)
{
  OutlayTexts *texts = data;

  g_hash_table_unref (texts->texts);
  pango_attr_list_unref (texts->attributes);
  pango_font_description_free (texts->font);
  g_object_unref (texts->context);
  g_free (texts);
}

/* Unhinted and unrounded, so that a text is as wide on the screen as in a file and scales without jumping. */
static PangoContext *
create_context (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context;
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), RESOLUTION);
  context = pango_font_map_create_context (map);
  /* A name that is read from right to left keeps its place in a label. */
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

static OutlayTexts *
texts_new (const char *family)
{
  OutlayTexts *texts = g_new0 (OutlayTexts, 1);

  texts->context = create_context ();
  texts->font = pango_font_description_new ();
  pango_font_description_set_family (texts->font, family);
  texts->attributes = pango_attr_list_new ();
  pango_attr_list_insert (texts->attributes, pango_attr_font_features_new ("tnum=1"));
  texts->texts = g_hash_table_new_full (entry_hash, entry_equal, entry_free, NULL);
  return texts;
}

/* Digits of one width keep columns and ticks in line; among letters some fonts would set hyphens wide with them. */
static gboolean
is_number (const char *string)
{
  for (const char *c = string; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalpha (g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

static PangoLayout *
create_layout (OutlayTexts *texts, const Entry *entry)
{
  PangoLayout *layout = pango_layout_new (texts->context);

  pango_font_description_set_absolute_size (texts->font, entry->size);
  pango_font_description_set_weight (texts->font, entry->strong ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, texts->font);
  if (is_number (entry->string))
    pango_layout_set_attributes (layout, texts->attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_text (layout, entry->string, -1);
  if (entry->max_width >= 0)
    {
      pango_layout_set_width (layout, entry->max_width);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}

static void
measure (OutlayText *text)
{
  PangoRectangle logical;

  pango_layout_get_extents (text->layout, NULL, &logical);
  text->width = (double) logical.width / PANGO_SCALE;
  text->height = (double) logical.height / PANGO_SCALE;
  text->baseline = (double) pango_layout_get_baseline (text->layout) / PANGO_SCALE;
}

OutlayTexts *
outlay_texts_get (const char *family)
{
  static GPrivate of_thread = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);
  GHashTable *families = g_private_get (&of_thread);
  OutlayTexts *texts;

  if (families == NULL)
    {
      families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, texts_free);
      g_private_set (&of_thread, families);
    }
  family = family != NULL ? family : DEFAULT_FAMILY;
  texts = g_hash_table_lookup (families, family);
  if (texts == NULL)
    {
      texts = texts_new (family);
      g_hash_table_insert (families, g_strdup (family), texts);
    }
  return texts;
}

const OutlayText *
outlay_texts_set (OutlayTexts *texts, const char *string, double size, gboolean strong, double max_width)
{
  Entry wanted = { (char *) string, (int) round (size * PANGO_SCALE), max_width < 0 ? -1 : (int) (max_width * PANGO_SCALE), strong, { 0 } };
  Entry *entry = g_hash_table_lookup (texts->texts, &wanted);

  if (entry != NULL)
    return &entry->text;
  entry = g_memdup2 (&wanted, sizeof wanted);
  entry->string = g_strdup (string);
  entry->text.layout = create_layout (texts, entry);
  measure (&entry->text);
  g_hash_table_add (texts->texts, entry);
  return &entry->text;
}

void
outlay_texts_trim (OutlayTexts *texts)
{
  if (g_hash_table_size (texts->texts) > MOST_TEXTS)
    g_hash_table_remove_all (texts->texts);
}
