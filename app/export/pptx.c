/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/file.h"
#include "export/pptx-private.h"

#define PIXELS_A_POINT (96.0 / 72)
#define PRESENTATION "application/vnd.openxmlformats-officedocument.presentationml."
#define OFFICE_RELATIONSHIPS "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define CORE_PROPERTIES "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
/* Ids of slides begin at 256, those of masters and layouts, which share their numbers, at 2³¹ (ECMA-376, 19.7). */
#define FIRST_SLIDE_ID 256
#define FIRST_MASTER_ID 2147483648u

void
outlay_pptx_take_part (OutlayPptx *pptx, const char *name, const char *type, GString *xml)
{
  outlay_xml_add (pptx->types, "<Override PartName=\"/%s\" ContentType=\"%s\"/>", name, type);
  outlay_zip_take_text (pptx->zip, name, xml);
}

GString *
outlay_pptx_rels_new (void)
{
  GString *rels = outlay_xml_new ();

  outlay_xml_add (rels, "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
  return rels;
}

void
outlay_pptx_rels_add (GString *rels, guint id, const char *type, const char *target)
{
  outlay_xml_add (rels, "<Relationship Id=\"rId%u\" Type=\"%s%s\" Target=\"%s\"/>", id, g_str_has_prefix (type, "http") ? "" : OFFICE_RELATIONSHIPS, type, target);
}

void
outlay_pptx_take_rels (OutlayPptx *pptx, const char *part, GString *rels)
{
  g_autofree char *folder = part != NULL ? g_path_get_dirname (part) : NULL, *base = part != NULL ? g_path_get_basename (part) : NULL;
  g_autofree char *name = part != NULL ? g_strdup_printf ("%s/_rels/%s.rels", folder, base) : g_strdup ("_rels/.rels");

  outlay_xml_add (rels, "</Relationships>");
  outlay_zip_take_text (pptx->zip, name, rels);
}

static void
add_properties (OutlayPptx *pptx, guint n_slides)
{
  GString *core = outlay_xml_new (), *app = outlay_xml_new ();

  outlay_xml_add (core,
                  "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                  "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                  "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>%s</dc:title><dc:language>%s</dc:language></cp:coreProperties>",
                  pptx->deck->title, pptx->language);
  outlay_pptx_take_part (pptx, "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", core);
  outlay_xml_add (app,
                  "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><PresentationFormat>%s</PresentationFormat>"
                  "<Slides>%u</Slides><Application>Outlay</Application></Properties>",
                  pptx->size == OUTLAY_DECK_WIDE ? "Widescreen" : "On-screen Show (4:3)", n_slides);
  outlay_pptx_take_part (pptx, "docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", app);
}

static void
add_root (OutlayPptx *pptx)
{
  GString *rels = outlay_pptx_rels_new ();

  outlay_pptx_rels_add (rels, 1, "officeDocument", "ppt/presentation.xml");
  outlay_pptx_rels_add (rels, 2, CORE_PROPERTIES, "docProps/core.xml");
  outlay_pptx_rels_add (rels, 3, "extended-properties", "docProps/app.xml");
  outlay_pptx_take_rels (pptx, NULL, rels);
}

static void
add_presentation (OutlayPptx *pptx, guint n_slides)
{
  GString *xml = outlay_xml_new (), *rels = outlay_pptx_rels_new ();

  outlay_xml_add (xml,
                  "<p:presentation xmlns:a=\"%s\" xmlns:r=\"%s\" xmlns:p=\"%s\" saveSubsetFonts=\"1\"><p:sldMasterIdLst><p:sldMasterId id=\"%u\" r:id=\"rId1\"/>"
                  "</p:sldMasterIdLst><p:sldIdLst>",
                  OUTLAY_XMLNS_A, OUTLAY_XMLNS_R, OUTLAY_XMLNS_P, FIRST_MASTER_ID);
  outlay_pptx_rels_add (rels, 1, "slideMaster", "slideMasters/slideMaster1.xml");
  outlay_pptx_rels_add (rels, 2, "theme", "theme/theme1.xml");
  outlay_pptx_rels_add (rels, 3, "presProps", "presProps.xml");
  outlay_pptx_rels_add (rels, 4, "tableStyles", "tableStyles.xml");
  for (guint n = 1; n <= n_slides; n++)
    {
      g_autofree char *target = g_strdup_printf ("slides/slide%u.xml", n);

      outlay_xml_add (xml, "<p:sldId id=\"%u\" r:id=\"rId%u\"/>", FIRST_SLIDE_ID + n - 1, 4 + n);
      outlay_pptx_rels_add (rels, 4 + n, "slide", target);
    }
  outlay_xml_add (xml, "</p:sldIdLst><p:sldSz cx=\"%" G_GINT64_FORMAT "\" cy=\"%" G_GINT64_FORMAT "\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>",
                  outlay_emu (pptx->frame.width), outlay_emu (pptx->frame.height));
  outlay_pptx_take_part (pptx, "ppt/presentation.xml", PRESENTATION "presentation.main+xml", xml);
  outlay_pptx_take_rels (pptx, "ppt/presentation.xml", rels);
}

static void
add_empty_lists (OutlayPptx *pptx)
{
  GString *properties = outlay_xml_new (), *styles = outlay_xml_new ();

  outlay_xml_add (properties, "<p:presentationPr xmlns:a=\"%s\" xmlns:r=\"%s\" xmlns:p=\"%s\"/>", OUTLAY_XMLNS_A, OUTLAY_XMLNS_R, OUTLAY_XMLNS_P);
  outlay_pptx_take_part (pptx, "ppt/presProps.xml", PRESENTATION "presProps+xml", properties);
  outlay_xml_add (styles, "<a:tblStyleLst xmlns:a=\"%s\" def=\"{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}\"/>", OUTLAY_XMLNS_A);
  outlay_pptx_take_part (pptx, "ppt/tableStyles.xml", PRESENTATION "tableStyles+xml", styles);
}

static void
finish_types (OutlayPptx *pptx)
{
  outlay_xml_add (pptx->types, "</Types>");
  outlay_zip_take_text (pptx->zip, "[Content_Types].xml", g_steal_pointer (&pptx->types));
}

static void
begin_types (OutlayPptx *pptx)
{
  static const char *const defaults[][2] = {
    { "rels", "application/vnd.openxmlformats-package.relationships+xml" },
    { "xml", "application/xml" },
    { "png", "image/png" },
    { "svg", "image/svg+xml" },
    { "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  };

  pptx->types = outlay_xml_new ();
  outlay_xml_add (pptx->types, "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    outlay_xml_add (pptx->types, "<Default Extension=\"%s\" ContentType=\"%s\"/>", defaults[i][0], defaults[i][1]);
}

static gboolean
add_slides (OutlayPptx *pptx, GPtrArray *pages, GError **error)
{
  for (guint p = 0; p < pages->len; p++)
    if (!outlay_pptx_add_slide (pptx, p + 1, g_ptr_array_index (pages, p), error))
      return FALSE;
  return TRUE;
}

/**
 * outlay_deck_to_pptx:
 * @deck: a deck of slides
 * @size: the shape of the slides
 * @font_family: (nullable): of pictures, and by which texts are measured; %NULL for the system's
 * @error: a GIO error
 *
 * Titles, texts and tables are those of the office program; so are charts of a kind that it has, with their numbers in a workbook. Others are drawings.
 *
 * Returns: (transfer full): the file's bytes
 */
GBytes *
outlay_deck_to_pptx (OutlayDeck *deck, OutlayDeckSize size, const char *font_family, GError **error)
{
  OutlayPptx pptx = { .deck = deck, .size = size, .frame = outlay_slide_frame (size), .language = deck->language };
  g_autoptr (GPtrArray) pages = outlay_deck_paginate (deck, size, outlay_texts_get (font_family));
  GBytes *bytes = NULL;

  pptx.style = (OutlayStyle) { OUTLAY_THEME_LIGHT, outlay_chart_text_scale (pptx.frame.width * PIXELS_A_POINT, pptx.frame.height * PIXELS_A_POINT), FALSE,
                               font_family };
  pptx.zip = outlay_zip_new ();
  begin_types (&pptx);
  add_root (&pptx);
  add_properties (&pptx, pages->len);
  add_presentation (&pptx, pages->len);
  add_empty_lists (&pptx);
  outlay_pptx_add_theme (&pptx);
  outlay_pptx_add_master (&pptx);
  if (add_slides (&pptx, pages, error))
    {
      finish_types (&pptx);
      bytes = outlay_zip_finish (pptx.zip, error);
    }
  else
    g_string_free (pptx.types, TRUE);
  outlay_zip_free (pptx.zip);
  return bytes;
}
