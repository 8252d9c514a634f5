/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "export/pptx-private.h"

#define EMU_A_POINT 12700

gint64
outlay_emu (double points)
{
  return (gint64) llround (points * EMU_A_POINT);
}

void
outlay_pptx_add_box (GString *xml, const char *element, const cairo_rectangle_t *box)
{
  outlay_xml_add (xml,
                  "<%s><a:off x=\"%" G_GINT64_FORMAT "\" y=\"%" G_GINT64_FORMAT "\"/><a:ext cx=\"%" G_GINT64_FORMAT "\" cy=\"%" G_GINT64_FORMAT
                  "\"/></%s>",
                  element, outlay_emu (box->x), outlay_emu (box->y), outlay_emu (box->width), outlay_emu (box->height), element);
}

static int
byte_of (double channel)
{
  return (int) lround (CLAMP (channel, 0, 1) * 255);
}

void
outlay_pptx_add_fill (GString *xml, OutlayColour colour)
{
  outlay_xml_add (xml, "<a:solidFill><a:srgbClr val=\"%02X%02X%02X\"/></a:solidFill>", byte_of (colour.red), byte_of (colour.green), byte_of (colour.blue));
}

void
outlay_pptx_add_line (GString *xml, const char *element, double width, OutlayColour colour, const char *dash)
{
  if (width <= 0)
    {
      outlay_xml_add (xml, "<%s w=\"0\"><a:noFill/></%s>", element, element);
      return;
    }
  outlay_xml_add (xml, "<%s w=\"%" G_GINT64_FORMAT "\" cap=\"flat\">", element, outlay_emu (width));
  outlay_pptx_add_fill (xml, colour);
  if (dash != NULL)
    outlay_xml_add (xml, "<a:prstDash val=\"%s\"/>", dash);
  outlay_xml_add (xml, "</%s>", element);
}

static void
add_properties (const OutlayPptx *pptx, GString *xml, const char *element, double size, gboolean strong, const OutlayColour *colour)
{
  outlay_xml_add (xml, "<%s lang=\"%s\"", element, pptx->language);
  if (size > 0)
    outlay_xml_add (xml, " sz=\"%d\"", (int) lround (size * 100));
  if (strong)
    outlay_xml_add (xml, " b=\"1\"");
  outlay_xml_add (xml, " dirty=\"0\">");
  if (colour != NULL)
    outlay_pptx_add_fill (xml, *colour);
  outlay_xml_add (xml, "</%s>", element);
}

void
outlay_pptx_add_text (const OutlayPptx *pptx, GString *xml, const char *text, double size, gboolean strong, const OutlayColour *colour, const char *align)
{
  g_auto (GStrv) lines = g_strsplit (*text != '\0' ? text : "\n", "\n", *text != '\0' ? -1 : 1);

  for (char **line = lines; *line != NULL; line++)
    {
      g_strdelimit (*line, "\r\n\t", ' ');
      outlay_xml_add (xml, "<a:p>");
      if (align != NULL)
        outlay_xml_add (xml, "<a:pPr algn=\"%s\"/>", align);
      if (*g_strchug (*line) != '\0')
        {
          outlay_xml_add (xml, "<a:r>");
          add_properties (pptx, xml, "a:rPr", size, strong, colour);
          outlay_xml_add (xml, "<a:t>%s</a:t></a:r>", *line);
        }
      else
        add_properties (pptx, xml, "a:endParaRPr", size, strong, NULL);
      outlay_xml_add (xml, "</a:p>");
    }
}
