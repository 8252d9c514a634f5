/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/palette.h"
#include "export/pptx-private.h"

#define N_ACCENTS 6
#define THEME OUTLAY_THEME_LIGHT
/* Fonts that office programs have everywhere, or have others as wide for. */
#define LATIN "Arial"
#define EAST_ASIAN "Microsoft YaHei"

static void
add_colour (GString *xml, const char *name, OutlayColour colour)
{
  g_autoptr (GString) fill = g_string_new (NULL);

  outlay_pptx_add_fill (fill, colour);
  g_string_replace (fill, "a:solidFill", name, 0);
  g_string_append (xml, fill->str);
}

/* The colours of the charts: tx2 is the quiet grey of small print, the accents are the first of the palette. */
static void
add_colours (GString *xml)
{
  outlay_xml_add (xml, "<a:clrScheme name=\"Outlay\">");
  add_colour (xml, "a:dk1", outlay_ink_text (OUTLAY_INK (TEXT), THEME));
  add_colour (xml, "a:lt1", outlay_ink_fill (OUTLAY_INK (SURFACE), THEME));
  add_colour (xml, "a:dk2", outlay_ink_text (OUTLAY_INK (MUTED), THEME));
  add_colour (xml, "a:lt2", outlay_ink_fill (OUTLAY_INK (GRID), THEME));
  for (guint n = 0; n < N_ACCENTS; n++)
    {
      g_autofree char *name = g_strdup_printf ("a:accent%u", n + 1);

      add_colour (xml, name, outlay_palette_colour (n));
    }
  add_colour (xml, "a:hlink", outlay_palette_colour (0));
  add_colour (xml, "a:folHlink", outlay_ink_text (OUTLAY_INK (MUTED), THEME));
  outlay_xml_add (xml, "</a:clrScheme>");
}

static void
add_font (GString *xml, const char *element)
{
  outlay_xml_add (xml, "<%s><a:latin typeface=\"%s\"/><a:ea typeface=\"%s\"/><a:cs typeface=\"\"/><a:font script=\"Hans\" typeface=\"%s\"/></%s>", element, LATIN,
                  EAST_ASIAN, EAST_ASIAN, element);
}

/* Three of each are what the schema asks for; all are plain. */
static void
add_formats (GString *xml)
{
  static const char fill[] = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
  static const char effect[] = "<a:effectStyle><a:effectLst/></a:effectStyle>";
  static const double widths[] = { 0.5, 1, 1.5 };

  outlay_xml_add (xml, "<a:fmtScheme name=\"Outlay\">");
  g_string_append_printf (xml, "<a:fillStyleLst>%s%s%s</a:fillStyleLst><a:lnStyleLst>", fill, fill, fill);
  for (guint n = 0; n < G_N_ELEMENTS (widths); n++)
    g_string_append_printf (xml, "<a:ln w=\"%" G_GINT64_FORMAT "\" cap=\"flat\" cmpd=\"sng\" algn=\"ctr\">%s<a:prstDash val=\"solid\"/></a:ln>", outlay_emu (widths[n]),
                            fill);
  g_string_append_printf (xml, "</a:lnStyleLst><a:effectStyleLst>%s%s%s</a:effectStyleLst><a:bgFillStyleLst>%s%s%s</a:bgFillStyleLst>", effect, effect, effect, fill, fill,
                          fill);
  outlay_xml_add (xml, "</a:fmtScheme>");
}

void
outlay_pptx_add_theme (OutlayPptx *pptx)
{
  GString *xml = outlay_xml_new ();

  outlay_xml_add (xml, "<a:theme xmlns:a=\"%s\" name=\"Outlay\"><a:themeElements>", OUTLAY_XMLNS_A);
  add_colours (xml);
  outlay_xml_add (xml, "<a:fontScheme name=\"Outlay\">");
  add_font (xml, "a:majorFont");
  add_font (xml, "a:minorFont");
  outlay_xml_add (xml, "</a:fontScheme>");
  add_formats (xml);
  outlay_xml_add (xml, "</a:themeElements></a:theme>");
  outlay_pptx_take_part (pptx, "ppt/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", xml);
}
