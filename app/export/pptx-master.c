/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "export/pptx-private.h"

#define PART "application/vnd.openxmlformats-officedocument.presentationml."
/* The master's own number is 2³¹; layouts count on. */
#define FIRST_LAYOUT_ID 2147483649u
#define N_LAYOUTS 2

/* A place for text, of the master or of a layout. */
typedef struct
{
  const char *name;
  const char *place; /* markup of the placeholder */
  const cairo_rectangle_t *box;
  const char *anchor;
  const char *align;
  double size;
  gboolean strong;
  gboolean muted;
  const char *prompt; /* NULL: the number of the slide */
} Place;

static void
add_style (GString *xml, const char *element, const char *align, double size, gboolean strong, gboolean muted, const char *font)
{
  outlay_xml_add (xml,
                  "<%s marL=\"0\" indent=\"0\" algn=\"%s\" defTabSz=\"914400\" rtl=\"0\" eaLnBrk=\"1\" latinLnBrk=\"0\" hangingPunct=\"1\"><a:spcBef><a:spcPts val=\"0\"/></a:spcBef>"
                  "<a:buNone/><a:defRPr sz=\"%d\" b=\"%d\" kern=\"1200\"><a:solidFill><a:schemeClr val=\"%s\"/></a:solidFill><a:latin typeface=\"+%s-lt\"/>"
                  "<a:ea typeface=\"+%s-ea\"/><a:cs typeface=\"+%s-cs\"/></a:defRPr></%s>",
                  element, align, (int) (size * 100), strong, muted ? "tx2" : "tx1", font, font, font, element);
}

static void
add_prompt (const OutlayPptx *pptx, GString *xml, const Place *place)
{
  if (place->prompt != NULL)
    outlay_pptx_add_text (pptx, xml, place->prompt, 0, FALSE, NULL, NULL);
  else
    outlay_xml_add (xml,
                    "<a:p><a:fld id=\"{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}\" type=\"slidenum\"><a:rPr lang=\"%s\" dirty=\"0\"/><a:t>‹#›</a:t></a:fld>"
                    "<a:endParaRPr lang=\"%s\" dirty=\"0\"/></a:p>",
                    pptx->language, pptx->language);
}

static void
add_place (const OutlayPptx *pptx, GString *xml, guint id, const Place *place)
{
  outlay_xml_add (xml, "<p:sp><p:nvSpPr><p:cNvPr id=\"%u\" name=\"%s\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr>", id, place->name);
  g_string_append (xml, place->place);
  outlay_xml_add (xml, "</p:nvPr></p:nvSpPr><p:spPr>");
  outlay_pptx_add_box (xml, "a:xfrm", place->box);
  outlay_xml_add (xml,
                  "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr vert=\"horz\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" rtlCol=\"0\" anchor=\"%s\">"
                  "<a:normAutofit/></a:bodyPr><a:lstStyle>",
                  place->anchor);
  add_style (xml, "a:lvl1pPr", place->align, place->size, place->strong, place->muted, place->strong ? "mj" : "mn");
  outlay_xml_add (xml, "</a:lstStyle>");
  add_prompt (pptx, xml, place);
  outlay_xml_add (xml, "</p:txBody></p:sp>");
}

static void
add_places (const OutlayPptx *pptx, GString *xml, const Place *places, guint n)
{
  outlay_xml_add (xml, "<p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
                       "<a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>");
  for (guint i = 0; i < n; i++)
    add_place (pptx, xml, 2 + i, &places[i]);
  outlay_xml_add (xml, "</p:spTree>");
}

static void
begin_part (GString *xml, const char *element, const char *attributes)
{
  outlay_xml_add (xml, "<p:%s xmlns:a=\"%s\" xmlns:r=\"%s\" xmlns:p=\"%s\"", element, OUTLAY_XMLNS_A, OUTLAY_XMLNS_R, OUTLAY_XMLNS_P);
  g_string_append_printf (xml, "%s><p:cSld", attributes);
}

/* --- layouts --- */

static void
take_layout (OutlayPptx *pptx, guint n, GString *xml)
{
  g_autofree char *part = g_strdup_printf ("ppt/slideLayouts/slideLayout%u.xml", n);
  GString *rels = outlay_pptx_rels_new ();

  outlay_xml_add (xml, "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>");
  outlay_pptx_take_part (pptx, part, PART "slideLayout+xml", xml);
  outlay_pptx_rels_add (rels, 1, "slideMaster", "../slideMasters/slideMaster1.xml");
  outlay_pptx_take_rels (pptx, part, rels);
}

static void
add_layouts (OutlayPptx *pptx)
{
  const OutlaySlideFrame *frame = &pptx->frame;
  const Place number = { "Slide Number", "<p:ph type=\"sldNum\" sz=\"quarter\" idx=\"11\"/>", &frame->number, "t", "r", OUTLAY_SIZE_FOOTER, FALSE, TRUE, NULL };
  const Place cover[] = {
    { "Title", "<p:ph type=\"ctrTitle\"/>", &frame->cover_title, "b", "l", OUTLAY_SIZE_COVER, TRUE, FALSE, _("Title") },
    { "Subtitle", "<p:ph type=\"subTitle\" idx=\"1\"/>", &frame->cover_subtitle, "t", "l", OUTLAY_SIZE_COVER_SUBTITLE, FALSE, TRUE, _("Subtitle") },
  };
  const Place content[] = {
    { "Title", "<p:ph type=\"title\"/>", &frame->title, "b", "l", OUTLAY_SIZE_TITLE, TRUE, FALSE, _("Title") },
    { "Subtitle", "<p:ph type=\"body\" sz=\"quarter\" idx=\"10\"/>", &frame->subtitle, "t", "l", OUTLAY_SIZE_SUBTITLE, FALSE, TRUE, _("Subtitle") },
    number,
  };
  GString *first = outlay_xml_new (), *second = outlay_xml_new ();

  begin_part (first, "sldLayout", " type=\"title\" preserve=\"1\"");
  outlay_xml_add (first, " name=\"%s\">", C_ ("layout", "Cover"));
  add_places (pptx, first, cover, G_N_ELEMENTS (cover));
  take_layout (pptx, 1, first);
  begin_part (second, "sldLayout", " preserve=\"1\" userDrawn=\"1\"");
  outlay_xml_add (second, " name=\"%s\">", C_ ("layout", "Title and chart or table"));
  add_places (pptx, second, content, G_N_ELEMENTS (content));
  take_layout (pptx, 2, second);
}

/* --- master --- */

static void
add_text_styles (GString *xml)
{
  outlay_xml_add (xml, "<p:txStyles><p:titleStyle>");
  add_style (xml, "a:lvl1pPr", "l", OUTLAY_SIZE_TITLE, TRUE, FALSE, "mj");
  outlay_xml_add (xml, "</p:titleStyle><p:bodyStyle>");
  for (guint level = 1; level <= 5; level++)
    {
      g_autofree char *element = g_strdup_printf ("a:lvl%upPr", level);

      add_style (xml, element, "l", OUTLAY_SIZE_SUBTITLE, FALSE, TRUE, "mn");
    }
  outlay_xml_add (xml, "</p:bodyStyle><p:otherStyle>");
  add_style (xml, "a:lvl1pPr", "l", OUTLAY_SIZE_SUBTITLE, FALSE, FALSE, "mn");
  outlay_xml_add (xml, "</p:otherStyle></p:txStyles>");
}

static void
add_relations (OutlayPptx *pptx)
{
  GString *rels = outlay_pptx_rels_new ();

  for (guint n = 1; n <= N_LAYOUTS; n++)
    {
      g_autofree char *target = g_strdup_printf ("../slideLayouts/slideLayout%u.xml", n);

      outlay_pptx_rels_add (rels, n, "slideLayout", target);
    }
  outlay_pptx_rels_add (rels, N_LAYOUTS + 1, "theme", "../theme/theme1.xml");
  outlay_pptx_take_rels (pptx, "ppt/slideMasters/slideMaster1.xml", rels);
}

void
outlay_pptx_add_master (OutlayPptx *pptx)
{
  const OutlaySlideFrame *frame = &pptx->frame;
  const Place places[] = {
    { "Title", "<p:ph type=\"title\"/>", &frame->title, "b", "l", OUTLAY_SIZE_TITLE, TRUE, FALSE, _("Title") },
    { "Text", "<p:ph type=\"body\" idx=\"1\"/>", &frame->body, "t", "l", OUTLAY_SIZE_SUBTITLE, FALSE, TRUE, _("Text") },
    { "Slide Number", "<p:ph type=\"sldNum\" sz=\"quarter\" idx=\"3\"/>", &frame->number, "t", "r", OUTLAY_SIZE_FOOTER, FALSE, TRUE, NULL },
  };
  GString *xml = outlay_xml_new ();

  begin_part (xml, "sldMaster", "");
  outlay_xml_add (xml, "><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>");
  add_places (pptx, xml, places, G_N_ELEMENTS (places));
  outlay_xml_add (xml, "</p:cSld><p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" "
                       "accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/><p:sldLayoutIdLst>");
  for (guint n = 0; n < N_LAYOUTS; n++)
    outlay_xml_add (xml, "<p:sldLayoutId id=\"%u\" r:id=\"rId%u\"/>", FIRST_LAYOUT_ID + n, n + 1);
  outlay_xml_add (xml, "</p:sldLayoutIdLst>");
  add_text_styles (xml);
  outlay_xml_add (xml, "</p:sldMaster>");
  outlay_pptx_take_part (pptx, "ppt/slideMasters/slideMaster1.xml", PART "slideMaster+xml", xml);
  add_relations (pptx);
  add_layouts (pptx);
}
