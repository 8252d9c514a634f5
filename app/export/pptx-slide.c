/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "chart/file.h"
#include "export/pptx-private.h"

#define PIXELS_A_POINT (96.0 / 72)
#define PICTURE_SCALE 2
#define THEME OUTLAY_THEME_LIGHT
#define SVG_EXTENSION "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
/* Of the field that shows the slide's number; any will do. */
#define FIELD "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"

typedef struct
{
  OutlayPptx *pptx;
  const OutlayDeckPage *page;
  guint number;
  GString *xml;
  GString *rels;
  guint n_rels;
  guint n_shapes; /* the group of all shapes has id 1 */
} Slide;

static guint
relate (Slide *slide, const char *type, const char *target)
{
  outlay_pptx_rels_add (slide->rels, ++slide->n_rels, type, target);
  return slide->n_rels;
}

static guint
next_shape (Slide *slide)
{
  return ++slide->n_shapes + 1;
}

static void
add_placeholder (Slide *slide, const char *name, const char *place, const char *text)
{
  outlay_xml_add (slide->xml, "<p:sp><p:nvSpPr><p:cNvPr id=\"%u\" name=\"%s\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr>", next_shape (slide), name);
  g_string_append (slide->xml, place);
  outlay_xml_add (slide->xml, "</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>");
  outlay_pptx_add_text (slide->pptx, slide->xml, text, 0, FALSE, NULL, NULL);
  outlay_xml_add (slide->xml, "</p:txBody></p:sp>");
}

/* Small print in a box of its own: programs do not agree about what a footer inherits. */
static void
add_small (Slide *slide, const char *name, const cairo_rectangle_t *box, const char *text, double size)
{
  const OutlayColour muted = outlay_ink_text (OUTLAY_INK (MUTED), THEME);

  if (*text == '\0')
    return;
  outlay_xml_add (slide->xml, "<p:sp><p:nvSpPr><p:cNvPr id=\"%u\" name=\"%s\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr>", next_shape (slide), name);
  outlay_pptx_add_box (slide->xml, "a:xfrm", box);
  outlay_xml_add (slide->xml, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>"
                              "<a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" rtlCol=\"0\" anchor=\"t\"><a:normAutofit/></a:bodyPr><a:lstStyle/>");
  outlay_pptx_add_text (slide->pptx, slide->xml, text, size, FALSE, &muted, NULL);
  outlay_xml_add (slide->xml, "</p:txBody></p:sp>");
}

static void
add_number (Slide *slide)
{
  outlay_xml_add (slide->xml,
                  "<p:sp><p:nvSpPr><p:cNvPr id=\"%u\" name=\"Slide Number\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr>"
                  "<p:ph type=\"sldNum\" sz=\"quarter\" idx=\"%d\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>"
                  "<a:fld id=\"%s\" type=\"slidenum\"><a:rPr lang=\"%s\" dirty=\"0\"/><a:t>%u</a:t></a:fld><a:endParaRPr lang=\"%s\" dirty=\"0\"/></a:p></p:txBody></p:sp>",
                  next_shape (slide), OUTLAY_PLACE_NUMBER, FIELD, slide->pptx->language, slide->number, slide->pptx->language);
}

/* --- the cover's strip --- */

static void
add_strip (Slide *slide)
{
  const GArray *strip = slide->pptx->deck->strip;
  cairo_rectangle_t box = slide->pptx->frame.strip;
  const double width = box.width;

  for (guint i = 0; i < strip->len; i++)
    {
      const OutlayDeckPart *part = &g_array_index (strip, OutlayDeckPart, i);
      const guint id = next_shape (slide);

      box.width = part->share * width;
      outlay_xml_add (slide->xml, "<p:sp><p:nvSpPr><p:cNvPr id=\"%u\" name=\"Share %u\"/><p:cNvSpPr/><p:nvPr userDrawn=\"1\"/></p:nvSpPr><p:spPr>", id, i + 1);
      outlay_pptx_add_box (slide->xml, "a:xfrm", &box);
      outlay_xml_add (slide->xml, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>");
      outlay_pptx_add_fill (slide->xml, outlay_ink_fill (part->ink, THEME));
      outlay_xml_add (slide->xml, "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>");
      box.x += box.width;
    }
}

/* --- charts --- */

static gboolean
add_native_chart (Slide *slide, GError **error)
{
  const guint chart = outlay_pptx_add_chart (slide->pptx, slide->page->slide, error);
  g_autofree char *target = g_strdup_printf ("../charts/chart%u.xml", chart);

  if (chart == 0)
    return FALSE;
  outlay_xml_add (slide->xml,
                  "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"%u\" name=\"Chart %u\" descr=\"%s\"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/>"
                  "</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>",
                  next_shape (slide), chart, outlay_scene_get_summary (slide->page->slide->scene));
  outlay_pptx_add_box (slide->xml, "p:xfrm", &slide->page->body);
  outlay_xml_add (slide->xml,
                  "<a:graphic><a:graphicData uri=\"%s\"><c:chart xmlns:c=\"%s\" r:id=\"rId%u\"/></a:graphicData></a:graphic></p:graphicFrame>", OUTLAY_XMLNS_C,
                  OUTLAY_XMLNS_C, relate (slide, "chart", target));
  return TRUE;
}

static guint
add_image (Slide *slide, OutlayChartFormat format, const char *ending, GError **error)
{
  const cairo_rectangle_t *box = &slide->page->body;
  g_autoptr (GBytes) bytes = outlay_scene_encode (slide->page->slide->scene, format, box->width * PIXELS_A_POINT, box->height * PIXELS_A_POINT, PICTURE_SCALE,
                                                  &slide->pptx->style, error);
  g_autofree char *name = g_strdup_printf ("image%u.%s", slide->pptx->n_images, ending);
  g_autofree char *part = g_strconcat ("ppt/media/", name, NULL), *target = g_strconcat ("../media/", name, NULL);

  if (bytes == NULL)
    return 0;
  outlay_zip_add (slide->pptx->zip, part, bytes);
  return relate (slide, "image", target);
}

/* A drawing that stays sharp where the program knows SVG, and an image of it elsewhere. */
static gboolean
add_picture (Slide *slide, GError **error)
{
  guint image, drawing;

  slide->pptx->n_images++;
  if ((image = add_image (slide, OUTLAY_CHART_PNG, "png", error)) == 0 || (drawing = add_image (slide, OUTLAY_CHART_SVG, "svg", error)) == 0)
    return FALSE;
  outlay_xml_add (slide->xml,
                  "<p:pic><p:nvPicPr><p:cNvPr id=\"%u\" name=\"Picture %u\" descr=\"%s\"/><p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/>"
                  "</p:nvPicPr><p:blipFill><a:blip r:embed=\"rId%u\"><a:extLst><a:ext uri=\"%s\">"
                  "<asvg:svgBlip xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"rId%u\"/></a:ext></a:extLst></a:blip>"
                  "<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>",
                  next_shape (slide), slide->pptx->n_images, outlay_scene_get_summary (slide->page->slide->scene), image, SVG_EXTENSION, drawing);
  outlay_pptx_add_box (slide->xml, "a:xfrm", &slide->page->body);
  outlay_xml_add (slide->xml, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>");
  return TRUE;
}

/* --- slides --- */

static void
add_texts (Slide *slide)
{
  const OutlaySlide *what = slide->page->slide;
  g_autofree char *subtitle = g_strdup_printf ("<p:ph type=\"body\" sz=\"quarter\" idx=\"%d\"/>", OUTLAY_PLACE_SUBTITLE);
  const gboolean cover = what->kind == OUTLAY_SLIDE_COVER;

  add_placeholder (slide, "Title", cover ? "<p:ph type=\"ctrTitle\"/>" : "<p:ph type=\"title\"/>", slide->page->title);
  if (*what->subtitle != '\0')
    add_placeholder (slide, "Subtitle", cover ? "<p:ph type=\"subTitle\" idx=\"1\"/>" : subtitle, what->subtitle);
}

static gboolean
add_graphic (Slide *slide, GError **error)
{
  const OutlaySlide *what = slide->page->slide;

  if (what->kind == OUTLAY_SLIDE_COVER)
    add_strip (slide);
  if (slide->page->table != NULL)
    outlay_pptx_add_table (slide->pptx, slide->xml, next_shape (slide), slide->page);
  if (what->scene == NULL)
    return TRUE;
  return outlay_pptx_has_chart (what->scene) ? add_native_chart (slide, error) : add_picture (slide, error);
}

gboolean
outlay_pptx_add_slide (OutlayPptx *pptx, guint number, const OutlayDeckPage *page, GError **error)
{
  g_autofree char *part = g_strdup_printf ("ppt/slides/slide%u.xml", number);
  Slide slide = { pptx, page, number, outlay_xml_new (), outlay_pptx_rels_new (), 0, 0 };
  gboolean added;

  relate (&slide, "slideLayout", page->slide->kind == OUTLAY_SLIDE_COVER ? "../slideLayouts/slideLayout1.xml" : "../slideLayouts/slideLayout2.xml");
  outlay_xml_add (slide.xml,
                  "<p:sld xmlns:a=\"%s\" xmlns:r=\"%s\" xmlns:p=\"%s\"><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
                  "<p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>",
                  OUTLAY_XMLNS_A, OUTLAY_XMLNS_R, OUTLAY_XMLNS_P);
  add_texts (&slide);
  added = add_graphic (&slide, error);
  add_small (&slide, "Note", &page->note, page->slide->note, OUTLAY_SIZE_NOTE);
  add_small (&slide, "Source", &pptx->frame.footer, page->slide->source, OUTLAY_SIZE_FOOTER);
  if (page->slide->kind != OUTLAY_SLIDE_COVER)
    add_number (&slide);
  outlay_xml_add (slide.xml, "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>");
  outlay_pptx_take_part (pptx, part, "application/vnd.openxmlformats-officedocument.presentationml.slide+xml", slide.xml);
  outlay_pptx_take_rels (pptx, part, slide.rels);
  return added;
}
