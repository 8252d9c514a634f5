/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart-view-private.h"

#include <glib/gi18n.h>

#include "chart/crosshair.h"
#include "ui/theme.h"

typedef enum
{
  STEP_BACK,
  STEP_ON,
  STEP_FIRST,
  STEP_LAST,
  STEP_UP,
  STEP_DOWN,
} Step;

typedef enum
{
  DO_ISOLATE,
  DO_HIDE,
  DO_NEARER,
  DO_FARTHER,
  DO_ALL,
  DO_RESET,
} Deed;

/* Spoken at once, and for whoever asks later. */
static void
say (OutlayChartView *self, const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  outlay_widget_announce (GTK_WIDGET (self), words);
}

/* --- a chart of years --- */

/* Through all parts at once (−1) and each alone, from the top of the picture, where the last one lies, downwards. */
static int
next_series (OutlayScene *scene, int series, gboolean up)
{
  const int n = (int) outlay_scene_get_n_series (scene);

  if (up)
    return series + 1 >= n ? -1 : series + 1;
  return series < 0 ? n - 1 : series - 1;
}

static void
say_point (OutlayChartView *self, OutlayScene *scene, int year, int first)
{
  g_autofree char *currency = outlay_document_get_currency (self->document);
  g_autofree char *words = outlay_scene_describe_point (scene, year - first, self->series, currency);

  say (self, words);
}

static void
step_year (OutlayChartView *self, OutlayScene *scene, Step step, int first, int last)
{
  int year = outlay_chart_lens_get_year (self->lens);

  if (step == STEP_UP || step == STEP_DOWN)
    self->series = next_series (scene, self->series, step == STEP_UP);
  if (step == STEP_FIRST || (year == 0 && step != STEP_LAST && step != STEP_BACK))
    year = first;
  else if (step == STEP_LAST || year == 0)
    year = last;
  else if (step == STEP_BACK || step == STEP_ON)
    year = CLAMP (year + (step == STEP_ON ? 1 : -1), first, last);
  outlay_chart_lens_set_year (self->lens, year);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  say_point (self, scene, year, first);
}

/* --- a chart of other things: from mark to mark --- */

static GArray *
list_hits (OutlayChartView *self, OutlayScene *scene)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (OutlayHit));
  OutlayStyle style;
  OutlayHit hit;

  outlay_chart_view_get_style (self, &style);
  while (outlay_scene_nth_hit (scene, width, height, &style, hits->len, &hit))
    g_array_append_val (hits, hit);
  return hits;
}

/* On to the next mark of which other words are said: the bar and the track of a row are one for whoever listens. */
static int
next_mark (OutlayChartView *self, GArray *hits, int from, int way)
{
  g_autofree char *words = outlay_chart_view_describe (self, &g_array_index (hits, OutlayHit, from));

  for (int to = from + way; to >= 0 && to < (int) hits->len; to += way)
    {
      g_autofree char *others = outlay_chart_view_describe (self, &g_array_index (hits, OutlayHit, to));

      if (!g_str_equal (words, others))
        return to;
    }
  return from;
}

static void
step_mark (OutlayChartView *self, OutlayScene *scene, Step step)
{
  g_autoptr (GArray) hits = list_hits (self, scene);
  const gboolean on = step == STEP_ON || step == STEP_DOWN;
  g_autofree char *words = NULL;
  const OutlayHit *hit;
  int to = MIN (self->walk, (int) hits->len - 1);

  if (hits->len == 0)
    return;
  if (step == STEP_FIRST || (to < 0 && on))
    to = 0;
  else if (step == STEP_LAST || to < 0)
    to = (int) hits->len - 1;
  else
    to = next_mark (self, hits, to, on ? 1 : -1);
  hit = &g_array_index (hits, OutlayHit, to);
  self->walk = to;
  self->series = hit->series;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  words = outlay_chart_view_describe (self, hit);
  say (self, words);
}

static gboolean
step_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (widget);
  OutlayScene *scene = outlay_chart_view_get_shown (self);
  Step step = (Step) g_variant_get_int32 (arguments);
  int first;
  guint n_years;

  if (scene == NULL)
    return FALSE;
  if (outlay_scene_get_years (scene, &first, &n_years))
    step_year (self, scene, step, first, first + (int) n_years - 1);
  else
    step_mark (self, scene, step);
  return TRUE;
}

static void
say_years (OutlayChartView *self)
{
  OutlayScene *scene = outlay_chart_view_get_shown (self);
  g_autofree char *words = NULL;
  int first;
  guint n_years;

  if (!outlay_scene_get_years (scene, &first, &n_years))
    return;
  /* Translators: what a screen reader says when a chart shows other years */
  words = g_strdup_printf (_("%d to %d"), first, first + (int) n_years - 1);
  say (self, words);
}

static gboolean
isolate (OutlayChartView *self)
{
  g_autofree char *words = NULL;
  const int series = self->series;
  const char *name;

  outlay_chart_view_toggle_isolated (self, series);
  /* The keyboard stays where it was. */
  self->series = series;
  name = outlay_chart_lens_get_isolated (self->lens);
  /* Translators: what a screen reader says when a part of a chart is set before the others, or let go */
  words = name != NULL ? g_strdup_printf (_("%s before the others"), name) : g_strdup (_("All parts alike"));
  say (self, words);
  return TRUE;
}

static gboolean
hide (OutlayChartView *self)
{
  const char *name = self->series >= 0 ? outlay_scene_get_series_name (outlay_chart_view_get_shown (self), (guint) self->series) : NULL;
  g_autofree char *kept = g_strdup (name), *words = NULL;
  const int series = self->series;

  if (kept == NULL)
    return TRUE;
  outlay_chart_view_toggle_hidden (self, series);
  self->series = series;
  words = g_strdup_printf (outlay_chart_lens_is_hidden (self->lens, kept) ? _("%s hidden") : _("%s shown again"), kept);
  say (self, words);
  return TRUE;
}

/* Around the year that is read, or the middle. */
static gboolean
zoom (OutlayChartView *self, int steps)
{
  int first, year = outlay_chart_lens_get_year (self->lens);
  guint n_years;

  if (!outlay_chart_view_all_years (self, &first, &n_years))
    return FALSE;
  outlay_chart_lens_zoom (self->lens, first, n_years, year != 0 ? year + 0.5 : first + n_years / 2.0, steps);
  say_years (self);
  return TRUE;
}

/* What is set one by one is taken back at once; where nothing is, the key is left to the window. */
static gboolean
reset (OutlayChartView *self)
{
  const gboolean pointed = outlay_chart_lens_get_year (self->lens) != 0 || self->walk >= 0, set = outlay_chart_lens_is_set (self->lens);

  outlay_chart_lens_set_year (self->lens, 0);
  outlay_chart_lens_reset (self->lens);
  outlay_chart_view_forget_walk (self);
  return pointed || set;
}

static gboolean
deed_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (widget);

  if (self->lens == NULL)
    return FALSE;
  switch ((Deed) g_variant_get_int32 (arguments))
    {
    case DO_ISOLATE: return isolate (self);
    case DO_HIDE: return hide (self);
    case DO_NEARER: return zoom (self, 1);
    case DO_FARTHER: return zoom (self, -1);
    case DO_ALL:
      outlay_chart_lens_set_range (self->lens, 0, 0);
      say_years (self);
      return TRUE;
    case DO_RESET:
    default: return reset (self);
    }
}

void
outlay_chart_view_forget_walk (OutlayChartView *self)
{
  if (self->walk < 0)
    return;
  self->walk = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
outlay_chart_view_add_keys (GtkWidgetClass *class)
{
  static const struct { guint key, keypad; Step step; } steps[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, STEP_BACK }, { GDK_KEY_Right, GDK_KEY_KP_Right, STEP_ON }, { GDK_KEY_Home, GDK_KEY_KP_Home, STEP_FIRST },
    { GDK_KEY_End, GDK_KEY_KP_End, STEP_LAST },   { GDK_KEY_Up, GDK_KEY_KP_Up, STEP_UP },       { GDK_KEY_Down, GDK_KEY_KP_Down, STEP_DOWN },
  };
  static const struct { guint key; GdkModifierType modifiers; Deed deed; } deeds[] = {
    { GDK_KEY_Return, 0, DO_ISOLATE }, { GDK_KEY_KP_Enter, 0, DO_ISOLATE }, { GDK_KEY_space, 0, DO_HIDE },
    { GDK_KEY_plus, 0, DO_NEARER },    { GDK_KEY_equal, 0, DO_NEARER },     { GDK_KEY_KP_Add, 0, DO_NEARER },
    { GDK_KEY_minus, 0, DO_FARTHER },  { GDK_KEY_KP_Subtract, 0, DO_FARTHER }, { GDK_KEY_0, 0, DO_ALL },
    { GDK_KEY_Escape, 0, DO_RESET },
  };

  for (guint k = 0; k < G_N_ELEMENTS (steps); k++)
    {
      gtk_widget_class_add_binding (class, steps[k].key, 0, step_cb, "i", steps[k].step);
      gtk_widget_class_add_binding (class, steps[k].keypad, 0, step_cb, "i", steps[k].step);
    }
  for (guint k = 0; k < G_N_ELEMENTS (deeds); k++)
    gtk_widget_class_add_binding (class, deeds[k].key, deeds[k].modifiers, deed_cb, "i", deeds[k].deed);
}
