/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/chart-lens.h"
#include "ui/chart-view.h"

struct _OutlayChartView
{
  GtkWidget parent_instance;

  OutlayDocument *document;
  OutlayChartLens *lens; /* the document's */
  const OutlayChart *chart;
  int initiative; /* that it is about; −1: the plan */
  double plot_left; /* 0: as its texts need */
  double plot_right;
  gboolean framed;
  gboolean has_rows; /* when it was last measured */
  OutlayScene *scene;  /* NULL: to be built when it is read */
  OutlayScene *given;  /* (nullable): somebody else's, which is shown instead */
  OutlayScene *shown;  /* as it is looked at; NULL: to be made when it is read */
  OutlayScene *before; /* (nullable): what was shown before, while marks are on their way to where they stand now */
  AdwAnimation *motion;
  GSimpleActionGroup *actions;
  guint words;         /* the source that will tell a screen reader */
  gboolean told;       /* one, at least once */

  int series; /* under the pointer or the keyboard; −1 for none */
  int walk;   /* in a chart without years: the mark at which the keyboard is; −1 for none */
  gboolean brushing;
  double brush_from; /* years, counted from the first that is shown */
  double brush_to;
  double pointer_x;  /* where the pointer was last */
  double pointer_y;
  double pinched;    /* the scale at which the last step of a pinch was taken */
};

/* The scene as it is looked at; NULL without a document or a chart. Owned by the view until the next change. */
OutlayScene *outlay_chart_view_get_shown (OutlayChartView *view);
/* Text as large as the desktop's, in the family of the window. */
void outlay_chart_view_get_style (OutlayChartView *view, OutlayStyle *style);
/* Hides a part, or shows it again; sets one before the others, or lets go of it. */
void outlay_chart_view_toggle_hidden (OutlayChartView *view, int series);
void outlay_chart_view_toggle_isolated (OutlayChartView *view, int series);
/* The years that the chart has without a lens; FALSE where it has none. */
gboolean outlay_chart_view_all_years (OutlayChartView *view, int *first_year, guint *n_years);

/* chart-view-actions.c: its data as a table, and back to how charts come. */
void outlay_chart_view_add_actions (OutlayChartView *view);
void outlay_chart_view_update_actions (OutlayChartView *view);
/* chart-view-pointer.c: reading, isolating, hiding, brushing, wheel and pinch. */
void outlay_chart_view_add_pointer (OutlayChartView *view);
/* chart-view-keys.c: walking through points and parts. */
void outlay_chart_view_add_keys (GtkWidgetClass *class);
void outlay_chart_view_forget_walk (OutlayChartView *view);
/* chart-view-size.c: as high as rows need; what is not seen is measured when it comes to be. */
void outlay_chart_view_add_size (GtkWidgetClass *class);
void outlay_chart_view_measure_anew (OutlayChartView *view);
/* chart-view-words.c: soon, what the chart is and tells; and "Energy storage, 2028: 5.50 bn yuan" (transfer full). */
void outlay_chart_view_tell_words (OutlayChartView *view);
char *outlay_chart_view_describe (OutlayChartView *view, const OutlayHit *hit);
