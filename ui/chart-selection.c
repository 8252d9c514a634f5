/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart-selection.h"

#define KEY "presented-charts"

static guint
place_of (const char *id)
{
  const OutlayChart *chart = outlay_chart_find (id);
  guint n = 0;

  while (n < outlay_chart_count () && outlay_chart_nth (n) != chart)
    n++;
  return n;
}

static void
store (GSettings *settings, GStrvBuilder *builder)
{
  g_auto (GStrv) ids = g_strv_builder_end (builder);

  g_settings_set_strv (settings, KEY, (const char *const *) ids);
}

GPtrArray *
outlay_chart_selection_get (GSettings *settings)
{
  g_auto (GStrv) ids = g_settings_get_strv (settings, KEY);
  GPtrArray *charts = g_ptr_array_new ();

  for (guint n = 0; ids[n] != NULL; n++)
    {
      const OutlayChart *chart = outlay_chart_find (ids[n]);

      if (chart != NULL && !g_ptr_array_find (charts, chart, NULL))
        g_ptr_array_add (charts, (gpointer) chart);
    }
  return charts;
}

gboolean
outlay_chart_selection_has (GSettings *settings, const char *id)
{
  g_auto (GStrv) ids = g_settings_get_strv (settings, KEY);

  return g_strv_contains ((const char *const *) ids, id);
}

void
outlay_chart_selection_set (GSettings *settings, const char *id, gboolean selected)
{
  g_auto (GStrv) ids = g_settings_get_strv (settings, KEY);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean wanted = selected;

  if (g_strv_contains ((const char *const *) ids, id) == !!selected)
    return;
  for (guint n = 0; ids[n] != NULL; n++)
    {
      if (wanted && place_of (id) < place_of (ids[n]))
        {
          g_strv_builder_add (builder, id);
          wanted = FALSE;
        }
      if (!g_str_equal (ids[n], id))
        g_strv_builder_add (builder, ids[n]);
    }
  if (wanted)
    g_strv_builder_add (builder, id);
  store (settings, builder);
}

void
outlay_chart_selection_replace (GSettings *settings, const char *id, const char *by)
{
  g_auto (GStrv) ids = g_settings_get_strv (settings, KEY);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (!g_strv_contains ((const char *const *) ids, id))
    return;
  for (guint n = 0; ids[n] != NULL; n++)
    g_strv_builder_add (builder, g_str_equal (ids[n], id) ? by : ids[n]);
  store (settings, builder);
}
