/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart-lens.h"

#include <math.h>

#define DATA_KEY "outlay-chart-lens"
#define LEAST_YEARS 2
/* What a notch of the wheel leaves of the years. */
#define NEARER 0.8

enum
{
  CHANGED,
  N_SIGNALS,
};

struct _OutlayChartLens
{
  GObject parent_instance;

  int year;
  int first_year;
  guint n_years;
  GHashTable *hidden; /* char: names */
  char *isolated;
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OutlayChartLens, outlay_chart_lens, G_TYPE_OBJECT)

static void
tell (OutlayChartLens *self, gboolean years)
{
  g_signal_emit (self, signals[CHANGED], 0, years);
}

/* What is seen of a chart of all_years. */
static void
seen (OutlayChartLens *self, int all_first, guint all_years, int *first, guint *n)
{
  *first = self->n_years > 0 ? CLAMP (self->first_year, all_first, all_first + (int) all_years - 1) : all_first;
  *n = self->n_years > 0 ? MIN (self->n_years, all_years - (guint) (*first - all_first)) : all_years;
}

static void
set_within (OutlayChartLens *self, int all_first, guint all_years, int first, guint n)
{
  if (n >= all_years)
    outlay_chart_lens_set_range (self, 0, 0);
  else
    outlay_chart_lens_set_range (self, CLAMP (first, all_first, all_first + (int) (all_years - n)), n);
}

static void
outlay_chart_lens_finalize (GObject *object)
{
  OutlayChartLens *self = OUTLAY_CHART_LENS (object);

  g_hash_table_unref (self->hidden);
  g_free (self->isolated);
  G_OBJECT_CLASS (outlay_chart_lens_parent_class)->finalize (object);
}

static void
outlay_chart_lens_class_init (OutlayChartLensClass *class)
{
  G_OBJECT_CLASS (class)->finalize = outlay_chart_lens_finalize;
  signals[CHANGED] = g_signal_new ("changed", OUTLAY_TYPE_CHART_LENS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
outlay_chart_lens_init (OutlayChartLens *self)
{
  self->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

OutlayChartLens *
outlay_chart_lens_get (OutlayDocument *document)
{
  OutlayChartLens *self = g_object_get_data (G_OBJECT (document), DATA_KEY);

  if (self != NULL)
    return self;
  self = g_object_new (OUTLAY_TYPE_CHART_LENS, NULL);
  g_object_set_data_full (G_OBJECT (document), DATA_KEY, self, g_object_unref);
  return self;
}

int
outlay_chart_lens_get_year (OutlayChartLens *self)
{
  return self->year;
}

void
outlay_chart_lens_set_year (OutlayChartLens *self, int year)
{
  if (self->year == year)
    return;
  self->year = year;
  tell (self, FALSE);
}

void
outlay_chart_lens_get_range (OutlayChartLens *self, int *first_year, guint *n_years)
{
  *first_year = self->first_year;
  *n_years = self->n_years;
}

void
outlay_chart_lens_set_range (OutlayChartLens *self, int first_year, guint n_years)
{
  n_years = n_years > 0 ? MAX (n_years, LEAST_YEARS) : 0;
  if (n_years == 0)
    first_year = 0;
  if (self->first_year == first_year && self->n_years == n_years)
    return;
  self->first_year = first_year;
  self->n_years = n_years;
  tell (self, TRUE);
}

void
outlay_chart_lens_zoom (OutlayChartLens *self, int all_first, guint all_years, double around, double steps)
{
  int first;
  guint n, wanted;
  double share;

  seen (self, all_first, all_years, &first, &n);
  wanted = (guint) CLAMP (round (n * pow (NEARER, steps)), LEAST_YEARS, MAX (all_years, LEAST_YEARS));
  if (wanted == n)
    wanted = (guint) CLAMP ((int) n + (steps > 0 ? -1 : 1), LEAST_YEARS, (int) MAX (all_years, LEAST_YEARS));
  share = CLAMP ((around - first) / n, 0, 1);
  set_within (self, all_first, all_years, (int) round (around - share * wanted), wanted);
}

void
outlay_chart_lens_pan (OutlayChartLens *self, int all_first, guint all_years, int years)
{
  int first;
  guint n;

  seen (self, all_first, all_years, &first, &n);
  set_within (self, all_first, all_years, first + years, n);
}

gboolean
outlay_chart_lens_is_hidden (OutlayChartLens *self, const char *name)
{
  return g_hash_table_contains (self->hidden, name);
}

void
outlay_chart_lens_set_hidden (OutlayChartLens *self, const char *name, gboolean hidden)
{
  if (outlay_chart_lens_is_hidden (self, name) == !!hidden)
    return;
  if (hidden)
    g_hash_table_add (self->hidden, g_strdup (name));
  else
    g_hash_table_remove (self->hidden, name);
  tell (self, TRUE);
}

const char *
outlay_chart_lens_get_isolated (OutlayChartLens *self)
{
  return self->isolated;
}

void
outlay_chart_lens_set_isolated (OutlayChartLens *self, const char *name)
{
  if (g_set_str (&self->isolated, name))
    tell (self, TRUE);
}

gboolean
outlay_chart_lens_is_set (OutlayChartLens *self)
{
  return self->n_years > 0 || self->isolated != NULL || g_hash_table_size (self->hidden) > 0;
}

void
outlay_chart_lens_reset (OutlayChartLens *self)
{
  if (!outlay_chart_lens_is_set (self))
    return;
  self->first_year = 0;
  self->n_years = 0;
  g_clear_pointer (&self->isolated, g_free);
  g_hash_table_remove_all (self->hidden);
  tell (self, TRUE);
}
