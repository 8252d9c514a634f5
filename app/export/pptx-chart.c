/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>
#include <xlsxwriter/utility.h>

#include "export/pptx-private.h"

#define CATEGORIES 111111
#define VALUES 222222
#define TEXT_SIZE 12
#define LABEL_SIZE 11
/* Where bars are narrow. */
#define NARROW_SIZE 9
#define MOST_WIDE_BARS 14
#define MOST_LABELLED_BARS 30
#define MOST_LABELLED_GROUPS 8
/* Of the names below them every second, third … where there are more. */
#define MOST_NAMES 15
#define LINE_WIDTH 2.25
#define RULE_WIDTH 1.5
/* Bars lower than this share of the highest have no room for their value. */
#define LEAST_LABELLED 0.06
#define MOST_COLUMN_NAME 16
#define UPWARDS -5400000 /* a text's rotation, in 1/60000 degree */
#define THEME OUTLAY_THEME_LIGHT

typedef struct
{
  const OutlayPptx *pptx;
  GString *xml;
  OutlayOfficeChart chart;
  int labelled; /* the row whose values are written on bars; −1 for none */
} Writer;

/* --- pieces --- */

static void
add_text_properties (const Writer *writer, double size, OutlayColour colour)
{
  outlay_xml_add (writer->xml, "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"%d\" b=\"0\">", (int) lround (size * 100));
  outlay_pptx_add_fill (writer->xml, colour);
  outlay_xml_add (writer->xml,
                  "<a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/></a:defRPr></a:pPr><a:endParaRPr lang=\"%s\"/></a:p></c:txPr>",
                  writer->pptx->language);
}

static void
add_number (GString *xml, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (xml, g_ascii_formatd (buffer, sizeof buffer, "%.15g", number));
}

/* "Sheet1!$B$2:$B$21"; a single cell where last is first. */
static void
add_range (const Writer *writer, guint column, guint first, guint last)
{
  char name[MOST_COLUMN_NAME];

  lxw_col_to_name (name, (lxw_col_t) column, 1);
  outlay_xml_add (writer->xml, "<c:f>Sheet1!%s$%u", name, first + 1);
  if (last > first)
    outlay_xml_add (writer->xml, ":%s$%u", name, last + 1);
  outlay_xml_add (writer->xml, "</c:f>");
}

static void
add_categories (const Writer *writer)
{
  const GPtrArray *rows = writer->chart.table->rows;

  outlay_xml_add (writer->xml, "<c:cat><c:strRef>");
  add_range (writer, 0, 1, rows->len);
  outlay_xml_add (writer->xml, "<c:strCache><c:ptCount val=\"%u\"/>", rows->len);
  for (guint r = 0; r < rows->len; r++)
    outlay_xml_add (writer->xml, "<c:pt idx=\"%u\"><c:v>%s</c:v></c:pt>", r, (const char *) g_ptr_array_index (rows, r));
  outlay_xml_add (writer->xml, "</c:strCache></c:strRef></c:cat>");
}

static void
add_values (const Writer *writer, guint s)
{
  const guint n = writer->chart.table->rows->len;
  const OutlayOfficeSeries *series = outlay_office_chart_series (&writer->chart, s);

  outlay_xml_add (writer->xml, "<c:val><c:numRef>");
  add_range (writer, 1 + s, 1, n);
  outlay_xml_add (writer->xml, "<c:numCache><c:formatCode>%s</c:formatCode><c:ptCount val=\"%u\"/>", writer->chart.format, n);
  for (guint r = 0; r < n; r++)
    if (isfinite (series->values[r]))
      {
        outlay_xml_add (writer->xml, "<c:pt idx=\"%u\"><c:v>", r);
        add_number (writer->xml, series->values[r]);
        outlay_xml_add (writer->xml, "</c:v></c:pt>");
      }
  outlay_xml_add (writer->xml, "</c:numCache></c:numRef></c:val>");
}

static void
add_name (const Writer *writer, guint s)
{
  outlay_xml_add (writer->xml, "<c:idx val=\"%u\"/><c:order val=\"%u\"/><c:tx><c:strRef>", s, s);
  add_range (writer, 1 + s, 0, 0);
  outlay_xml_add (writer->xml, "<c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>%s</c:v></c:pt></c:strCache></c:strRef></c:tx>",
                  outlay_office_chart_series (&writer->chart, s)->name);
}

/* --- values on bars --- */

static void
add_what_is_shown (const Writer *writer, gboolean value)
{
  outlay_xml_add (writer->xml,
                  "<c:showLegendKey val=\"0\"/><c:showVal val=\"%d\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/>"
                  "<c:showBubbleSize val=\"0\"/>",
                  value);
}

/* A value beside or in a point, and none beside the others. */
static void
add_label (const Writer *writer, guint point, double size, OutlayColour colour, const char *place)
{
  outlay_xml_add (writer->xml, "<c:dLbl><c:idx val=\"%u\"/><c:numFmt formatCode=\"%s\" sourceLinked=\"0\"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>", point,
                  writer->chart.format);
  add_text_properties (writer, size, colour);
  outlay_xml_add (writer->xml, "<c:dLblPos val=\"%s\"/>", place);
  add_what_is_shown (writer, TRUE);
  outlay_xml_add (writer->xml, "</c:dLbl>");
}

static void
end_labels (const Writer *writer)
{
  outlay_xml_add (writer->xml, "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
  add_what_is_shown (writer, FALSE);
  outlay_xml_add (writer->xml, "</c:dLbls>");
}

/* As in the picture: of the design year, else of every year that has anything. */
static void
add_total_labels (const Writer *writer, const OutlayOfficeSeries *series)
{
  const guint n = writer->chart.table->rows->len;

  outlay_xml_add (writer->xml, "<c:dLbls>");
  for (guint r = 0; r < n; r++)
    if (series->values[r] > 0 && (writer->labelled >= 0 ? (int) r == writer->labelled : n <= MOST_LABELLED_BARS))
      add_label (writer, r, n > MOST_WIDE_BARS ? NARROW_SIZE : LABEL_SIZE, outlay_ink_text (series->ink, THEME), "t");
  end_labels (writer);
}

static void
add_labels (const Writer *writer, const OutlayOfficeSeries *series)
{
  const gboolean stacked = writer->chart.stacked;
  const double size = writer->chart.table->rows->len > MOST_WIDE_BARS ? NARROW_SIZE : LABEL_SIZE;

  if (writer->labelled < 0 || writer->chart.table->rows->len > (stacked ? MOST_LABELLED_BARS : MOST_LABELLED_GROUPS) || !(writer->chart.most > 0) ||
      !(fabs (series->values[writer->labelled]) >= LEAST_LABELLED * writer->chart.most))
    return;
  outlay_xml_add (writer->xml, "<c:dLbls>");
  add_label (writer, (guint) writer->labelled, size, stacked ? outlay_ink_text_on (series->ink, THEME) : outlay_ink_text (OUTLAY_INK (TEXT), THEME),
             stacked ? "ctr" : "outEnd");
  end_labels (writer);
}

/* --- series --- */

static void
add_bar_series (const Writer *writer, guint s)
{
  const OutlayOfficeSeries *series = outlay_office_chart_series (&writer->chart, s);

  outlay_xml_add (writer->xml, "<c:ser>");
  add_name (writer, s);
  outlay_xml_add (writer->xml, "<c:spPr>");
  outlay_pptx_add_fill (writer->xml, outlay_ink_fill (series->ink, THEME));
  outlay_xml_add (writer->xml, "<a:ln><a:noFill/></a:ln></c:spPr><c:invertIfNegative val=\"0\"/>");
  add_labels (writer, series);
  add_categories (writer);
  add_values (writer, s);
  outlay_xml_add (writer->xml, "</c:ser>");
}

static void
add_line_series (const Writer *writer, guint s)
{
  const OutlayOfficeSeries *series = outlay_office_chart_series (&writer->chart, s);

  outlay_xml_add (writer->xml, "<c:ser>");
  add_name (writer, s);
  outlay_xml_add (writer->xml, "<c:spPr>");
  if (series->total)
    outlay_xml_add (writer->xml, "<a:ln><a:noFill/></a:ln>");
  else
    outlay_pptx_add_line (writer->xml, "a:ln", series->thin ? RULE_WIDTH : LINE_WIDTH, outlay_ink_line (series->ink, THEME), series->dashed ? "dash" : NULL);
  outlay_xml_add (writer->xml, "</c:spPr><c:marker><c:symbol val=\"none\"/></c:marker>");
  if (series->total)
    add_total_labels (writer, series);
  add_categories (writer);
  add_values (writer, s);
  outlay_xml_add (writer->xml, "<c:smooth val=\"0\"/></c:ser>");
}

static void
add_bars (const Writer *writer)
{
  const OutlayOfficeChart *chart = &writer->chart;

  if (chart->n_bars == 0)
    return;
  outlay_xml_add (writer->xml, "<c:barChart><c:barDir val=\"%s\"/><c:grouping val=\"%s\"/><c:varyColors val=\"0\"/>", chart->sideways ? "bar" : "col",
                  chart->stacked ? "stacked" : "clustered");
  for (guint s = 0; s < chart->n_bars; s++)
    add_bar_series (writer, s);
  outlay_xml_add (writer->xml, "<c:gapWidth val=\"%d\"/><c:overlap val=\"%d\"/><c:axId val=\"%d\"/><c:axId val=\"%d\"/></c:barChart>", chart->stacked ? 40 : 60,
                  chart->stacked ? 100 : 0, CATEGORIES, VALUES);
}

static void
add_lines (const Writer *writer)
{
  const OutlayOfficeChart *chart = &writer->chart;

  if (chart->n_bars == chart->series->len)
    return;
  outlay_xml_add (writer->xml, "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>");
  for (guint s = chart->n_bars; s < chart->series->len; s++)
    add_line_series (writer, s);
  outlay_xml_add (writer->xml, "<c:marker val=\"1\"/><c:axId val=\"%d\"/><c:axId val=\"%d\"/></c:lineChart>", CATEGORIES, VALUES);
}

/* --- axes --- */

static void
add_category_axis (const Writer *writer)
{
  const gboolean sideways = writer->chart.sideways;
  const guint step = sideways ? 1 : (writer->chart.table->rows->len + MOST_NAMES - 1) / MOST_NAMES;

  outlay_xml_add (writer->xml,
                  "<c:catAx><c:axId val=\"%d\"/><c:scaling><c:orientation val=\"%s\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"%s\"/>"
                  "<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/><c:spPr>",
                  CATEGORIES, sideways ? "maxMin" : "minMax", sideways ? "l" : "b");
  outlay_pptx_add_line (writer->xml, "a:ln", 0.75, outlay_ink_fill (OUTLAY_INK (AXIS), THEME), NULL);
  outlay_xml_add (writer->xml, "</c:spPr>");
  add_text_properties (writer, TEXT_SIZE, outlay_ink_text (OUTLAY_INK (MUTED), THEME));
  outlay_xml_add (writer->xml,
                  "<c:crossAx val=\"%d\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/>"
                  "<c:tickLblSkip val=\"%u\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>",
                  VALUES, step);
}

static void
add_axis_title (const Writer *writer)
{
  const OutlayColour muted = outlay_ink_text (OUTLAY_INK (MUTED), THEME);

  if (*writer->chart.unit == '\0' || strchr (writer->chart.unit, '\n') != NULL)
    return;
  outlay_xml_add (writer->xml, "<c:title><c:tx><c:rich><a:bodyPr rot=\"%d\" vert=\"horz\"/><a:lstStyle/>", writer->chart.sideways ? 0 : UPWARDS);
  outlay_pptx_add_text (writer->pptx, writer->xml, writer->chart.unit, TEXT_SIZE, FALSE, &muted, NULL);
  outlay_xml_add (writer->xml, "</c:rich></c:tx><c:overlay val=\"0\"/></c:title>");
}

static void
add_value_axis (const Writer *writer)
{
  const gboolean sideways = writer->chart.sideways;

  outlay_xml_add (writer->xml,
                  "<c:valAx><c:axId val=\"%d\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"%s\"/>"
                  "<c:majorGridlines><c:spPr>",
                  VALUES, sideways ? "b" : "l");
  outlay_pptx_add_line (writer->xml, "a:ln", 0.75, outlay_ink_fill (OUTLAY_INK (GRID), THEME), NULL);
  outlay_xml_add (writer->xml, "</c:spPr></c:majorGridlines>");
  add_axis_title (writer);
  outlay_xml_add (writer->xml,
                  "<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"%s\"/>"
                  "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>",
                  sideways ? "high" : "nextTo");
  add_text_properties (writer, TEXT_SIZE, outlay_ink_text (OUTLAY_INK (MUTED), THEME));
  outlay_xml_add (writer->xml, "<c:crossAx val=\"%d\"/><c:crosses val=\"autoZero\"/><c:crossBetween val=\"between\"/></c:valAx>", CATEGORIES);
}

static void
add_legend (const Writer *writer)
{
  outlay_xml_add (writer->xml, "<c:legend><c:legendPos val=\"%s\"/>", writer->pptx->size == OUTLAY_DECK_WIDE ? "r" : "b");
  for (guint s = 0; s < writer->chart.series->len; s++)
    if (outlay_office_chart_series (&writer->chart, s)->total)
      outlay_xml_add (writer->xml, "<c:legendEntry><c:idx val=\"%u\"/><c:delete val=\"1\"/></c:legendEntry>", s);
  outlay_xml_add (writer->xml, "<c:overlay val=\"0\"/>");
  add_text_properties (writer, TEXT_SIZE, outlay_ink_text (OUTLAY_INK (TEXT), THEME));
  outlay_xml_add (writer->xml, "</c:legend>");
}

static GString *
write_chart (Writer *writer)
{
  writer->xml = outlay_xml_new ();
  outlay_xml_add (writer->xml,
                  "<c:chartSpace xmlns:c=\"%s\" xmlns:a=\"%s\" xmlns:r=\"%s\"><c:date1904 val=\"0\"/><c:lang val=\"%s\"/><c:roundedCorners val=\"0\"/><c:chart>"
                  "<c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/>",
                  OUTLAY_XMLNS_C, OUTLAY_XMLNS_A, OUTLAY_XMLNS_R, writer->pptx->language);
  add_bars (writer);
  add_lines (writer);
  add_category_axis (writer);
  add_value_axis (writer);
  outlay_xml_add (writer->xml, "<c:spPr><a:noFill/></c:spPr></c:plotArea>");
  add_legend (writer);
  outlay_xml_add (writer->xml, "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
  add_text_properties (writer, TEXT_SIZE, outlay_ink_text (OUTLAY_INK (TEXT), THEME));
  outlay_xml_add (writer->xml, "<c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>");
  return writer->xml;
}

/* The row of a calendar year; of groups that are no years none. */
static int
row_of_year (const OutlayChartTable *table, int year)
{
  g_autofree char *wanted = g_strdup_printf ("%d", year);

  for (guint r = 0; r < table->rows->len; r++)
    if (g_str_equal (g_ptr_array_index (table->rows, r), wanted))
      return (int) r;
  return -1;
}

guint
outlay_pptx_add_chart (OutlayPptx *pptx, const OutlaySlide *slide, GError **error)
{
  Writer writer = { .pptx = pptx };
  const guint n = pptx->n_charts + 1;
  g_autofree char *part = g_strdup_printf ("ppt/charts/chart%u.xml", n), *target = g_strdup_printf ("../embeddings/workbook%u.xlsx", n);
  g_autofree char *workbook_part = g_strdup_printf ("ppt/embeddings/workbook%u.xlsx", n);
  g_autoptr (GBytes) workbook = NULL;
  GString *rels;

  outlay_office_chart_init (&writer.chart, slide->scene);
  writer.labelled = row_of_year (writer.chart.table, slide->design_year);
  workbook = outlay_office_chart_to_workbook (&writer.chart, error);
  if (workbook != NULL)
    {
      outlay_pptx_take_part (pptx, part, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", write_chart (&writer));
      rels = outlay_pptx_rels_new ();
      outlay_pptx_rels_add (rels, 1, "package", target);
      outlay_pptx_take_rels (pptx, part, rels);
      outlay_zip_add (pptx->zip, workbook_part, workbook);
      pptx->n_charts = n;
    }
  outlay_office_chart_clear (&writer.chart);
  return workbook != NULL ? n : 0;
}
