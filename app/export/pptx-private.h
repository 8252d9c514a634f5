/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/pages.h"
#include "export/xml.h"
#include "export/zip.h"

/**
 * OutlayPptx:
 *
 * An office presentation being written: a package of XML parts (ECMA-376). The order of elements is that of its schemas, which PowerPoint insists on. Ids
 * are counted, so that the same deck gives the same bytes.
 */
typedef struct
{
  const OutlayDeck *deck;
  OutlayDeckSize size;
  OutlaySlideFrame frame;
  OutlayStyle style;  /* of pictures */
  OutlayZip *zip;
  GString *types;     /* overrides of [Content_Types].xml */
  guint n_charts;
  guint n_images;
  const char *language;
} OutlayPptx;

#define OUTLAY_XMLNS_A "http://schemas.openxmlformats.org/drawingml/2006/main"
#define OUTLAY_XMLNS_R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define OUTLAY_XMLNS_P "http://schemas.openxmlformats.org/presentationml/2006/main"
#define OUTLAY_XMLNS_C "http://schemas.openxmlformats.org/drawingml/2006/chart"

/* What a slide's layout calls its places. */
#define OUTLAY_PLACE_SUBTITLE 10
#define OUTLAY_PLACE_NUMBER 11

/* pptx.c */
/* A part with its content type; takes the text. */
void outlay_pptx_take_part (OutlayPptx *pptx, const char *name, const char *type, GString *xml);
GString *outlay_pptx_rels_new (void);
void outlay_pptx_rels_add (GString *rels, guint id, const char *type, const char *target);
/* Takes the relationships of a part (NULL: of the package): they stand beside it. */
void outlay_pptx_take_rels (OutlayPptx *pptx, const char *part, GString *rels);

/* pptx-text.c: pieces that many parts have. */
gint64 outlay_emu (double points);
void outlay_pptx_add_box (GString *xml, const char *element, const cairo_rectangle_t *box);
void outlay_pptx_add_fill (GString *xml, OutlayColour colour);
/* A line of `element` ("a:ln", "a:lnB"), in points; dash NULL for a solid one; width 0 for none. */
void outlay_pptx_add_line (GString *xml, const char *element, double width, OutlayColour colour, const char *dash);
/* A text in the language of the deck, a paragraph for each of its lines; properties: markup of the run's, or "". size 0: the layout's. */
void outlay_pptx_add_text (const OutlayPptx *pptx, GString *xml, const char *text, double size, gboolean strong, const OutlayColour *colour, const char *align);

/* The fixed parts: theme, master and layouts. */
void outlay_pptx_add_theme (OutlayPptx *pptx);
void outlay_pptx_add_master (OutlayPptx *pptx);

/* One slide, number counted from 1, with all that belongs to it. */
gboolean outlay_pptx_add_slide (OutlayPptx *pptx, guint number, const OutlayDeckPage *page, GError **error);
/* pptx-table.c: the graphic frame of a table. */
void outlay_pptx_add_table (const OutlayPptx *pptx, GString *xml, guint id, const OutlayDeckPage *page);

/* pptx-chart.c: whether a scene is a chart that office programs have too. */
gboolean outlay_pptx_has_chart (OutlayScene *scene);
/* Adds the chart and its workbook as parts; returns the number of the chart, 0 with an error. */
guint outlay_pptx_add_chart (OutlayPptx *pptx, const OutlaySlide *slide, GError **error);

/**
 * OutlayOfficeChart:
 *
 * The numbers of a chart as an office program draws them: in the unit of the axis, the promised lines as series of their own.
 */
typedef struct
{
  char *name;
  OutlayInk ink;
  gboolean line;
  gboolean dashed;
  gboolean thin;   /* what is promised */
  gboolean total;  /* of a stack: not seen but for its labels */
  double *values; /* one for each row */
} OutlayOfficeSeries;

typedef struct
{
  const OutlayChartTable *table;
  const char *unit;      /* "bn yuan a year" */
  const char *format;    /* of numbers: "#,##0.00" */
  gboolean stacked;
  gboolean sideways;     /* bars to the right, a row below the other */
  double most;           /* the largest sum of bars */
  GArray *series;        /* OutlayOfficeSeries, bars first */
  guint n_bars;
} OutlayOfficeChart;

/* office-chart.c */
void outlay_office_chart_init (OutlayOfficeChart *chart, OutlayScene *scene);
void outlay_office_chart_clear (OutlayOfficeChart *chart);
/* workbook.c: names in the first row, a row of numbers for each point; NULL with a GIO error. */
GBytes *outlay_office_chart_to_workbook (const OutlayOfficeChart *chart, GError **error);
static inline const OutlayOfficeSeries *
outlay_office_chart_series (const OutlayOfficeChart *chart, guint n)
{
  return &g_array_index (chart->series, OutlayOfficeSeries, n);
}
