/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/charts.h"
#include "export/table.h"

/**
 * OutlayDeck:
 *
 * What a presentation or a report of a plan shows, as data: chosen charts, the split, the targets, the assumptions. Building one reads the plan and computes;
 * from then on it is independent of the plan and never changes, so that its files can be made in any thread. The same plan gives the same bytes
 * in the same language with the same fonts. Reference counted.
 */
typedef struct _OutlayDeck OutlayDeck;

typedef enum
{
  OUTLAY_DECK_SLIDES, /* for outlay_deck_to_pptx() and outlay_deck_to_pdf() */
  OUTLAY_DECK_REPORT, /* for outlay_deck_to_report(): indicators and yearly figures too, and every assumption */
} OutlayDeckForm;

/**
 * OutlayDeckOptions:
 * @form: what it is for
 * @subtitle: (nullable): below the plan's name; the plan's description where it is %NULL
 * @charts: (nullable) (array zero-terminated=1): ids of charts in the order wanted; the usual ones where it is %NULL
 * @scenarios: (nullable) (array length=n_scenarios): what charts that compare lay over each other, %NULL for the plan itself; a bridge leads from the first to
 *   the last
 * @n_scenarios: how many; with fewer than two the usual charts have none that compares
 * @statements: a set of 1 << `OUTLAY_STATEMENT_…`: standard statements that a report has besides
 * @outcome: (nullable): what a bridge explains; NPV after tax where it is %NULL
 */
typedef struct
{
  OutlayDeckForm form;
  const char *subtitle;
  const char *const *charts;
  OutlayScenario *const *scenarios;
  guint n_scenarios;
  guint statements;
  const OutlayOutcome *outcome;
} OutlayDeckOptions;

typedef enum
{
  OUTLAY_DECK_WIDE,     /* 16:9 */
  OUTLAY_DECK_STANDARD, /* 4:3 */
} OutlayDeckSize;

/* NULL where a chart is unknown or a bridge cannot be built; the message is for a planner. */
OutlayDeck *outlay_deck_new (OutlayPlan *plan, OutlayScenario *scenario, const OutlayDeckOptions *options, GError **error);
OutlayDeck *outlay_deck_ref (OutlayDeck *deck);
void outlay_deck_unref (OutlayDeck *deck);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayDeck, outlay_deck_unref)

/* The bytes of a file; from any thread. font_family NULL: the system's. NULL with a GIO error. */
GBytes *outlay_deck_to_pptx (OutlayDeck *deck, OutlayDeckSize size, const char *font_family, GError **error);
GBytes *outlay_deck_to_pdf (OutlayDeck *deck, OutlayDeckSize size, const char *font_family, GError **error);
GBytes *outlay_deck_to_report (OutlayDeck *deck, const char *font_family, GError **error);

/* --- what it holds, for the writers and tests --- */

typedef enum
{
  OUTLAY_SLIDE_COVER,
  OUTLAY_SLIDE_CHART,
  OUTLAY_SLIDE_TABLE, /* over as many pages as it needs */
} OutlaySlideKind;

typedef struct
{
  OutlaySlideKind kind;
  char *title;
  char *subtitle;
  char *note;
  char *source;
  OutlayScene *scene;     /* (nullable): of a CHART */
  int design_year;        /* of a CHART: the calendar year whose values are written on bars; 0 for none */
  OutlayDeckTable *table; /* (nullable): of a TABLE */
} OutlaySlide;

/* A part of the coloured strip on the cover: an initiative's share of the investment. */
typedef struct
{
  double share;
  OutlayInk ink;
} OutlayDeckPart;

struct _OutlayDeck
{
  gatomicrefcount references;
  OutlayDeckForm form;
  char *title;
  const char *language; /* a BCP 47 tag: of the words around the plan's own */
  GPtrArray *slides;    /* OutlaySlide */
  GArray *strip;        /* OutlayDeckPart */
};

static inline const OutlaySlide *
outlay_deck_slide (const OutlayDeck *deck, guint n)
{
  return g_ptr_array_index (deck->slides, n);
}
