/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a screen reader learns of a chart, and what is said of one part of it. */

#include <glib/gi18n.h>

#include "plan/amount.h"
#include "ui/chart-view-private.h"

/* Milliseconds after which a screen reader learns of a change: not at every movement of a drag. */
#define WORDS_DELAY 250

static void
update_words (gpointer data)
{
  OutlayChartView *self = data;
  OutlayScene *scene = gtk_widget_get_mapped (GTK_WIDGET (self)) ? outlay_chart_view_get_scene (self) : NULL;

  self->words = 0;
  outlay_chart_view_update_actions (self);
  if (scene == NULL)
    return;
  self->told = TRUE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, outlay_scene_get_title (scene),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, outlay_scene_get_summary (scene), -1);
}

void
outlay_chart_view_tell_words (OutlayChartView *self)
{
  if (self->words != 0 || self->document == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  /* It has a name as soon as it can have the focus. */
  if (!self->told)
    update_words (self);
  else
    self->words = g_timeout_add_once (WORDS_DELAY, update_words, self);
}

char *
outlay_chart_view_describe (OutlayChartView *self, const OutlayHit *hit)
{
  OutlayScene *scene = outlay_chart_view_get_shown (self);
  const char *words = outlay_scene_get_series_words (scene, (guint) hit->series);
  const char *name = outlay_scene_get_series_name (scene, (guint) hit->series);
  const int year = outlay_scene_get_year (scene, hit->point);
  g_autofree char *currency = outlay_document_get_currency (self->document);
  g_autofree char *value = outlay_quantity_format (hit->value, OUTLAY_UNIT_MONEY, currency);
  g_autofree char *point = NULL;

  if (words != NULL)
    return g_strdup (words);
  point = year != 0 ? g_strdup_printf ("%d", year) : outlay_document_get_phase_name (self->document, (guint) hit->point);
  /* Translators: a part of a chart, a year or phase, and its value: “Energy storage, 2028: 5.50 bn yuan” */
  return g_strdup_printf (_("%s, %s: %s"), name != NULL ? name : "", point, value);
}
