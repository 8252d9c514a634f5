/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "chart/kinds/items.h"

#include <glib/gi18n.h>

#include "chart/palette.h"
#include "plan/resolve.h"

static const OutlayShape *
shape_of (const OutlayChartSource *source)
{
  return outlay_model_shape (outlay_projection_model (source->projection));
}

/* --- products --- */

static guint
initiative_of (const OutlayShape *shape, guint product)
{
  guint initiative = 0;

  while (product >= shape->first_product[initiative + 1])
    initiative++;
  return initiative;
}

static OutlayScope
product_scope (const OutlayShape *shape, guint product)
{
  const guint initiative = initiative_of (shape, product);

  return OUTLAY_SCOPE_PRODUCT (initiative, product - shape->first_product[initiative]);
}

static char *
plain_name (const OutlayChartSource *source, guint product)
{
  const OutlayScope scope = product_scope (shape_of (source), product);
  OutlayInitiative *initiative = outlay_plan_get_initiative (source->plan, (guint) scope.initiative);

  return outlay_plan_resolve_name (source->plan, source->scenario, OUTLAY_NODE (outlay_initiative_get_product (initiative, (guint) scope.product)));
}

/* Whether another product is called the same. */
static gboolean
is_ambiguous (const OutlayChartSource *source, guint product, const char *name)
{
  for (guint other = 0; other < shape_of (source)->n_products; other++)
    {
      g_autofree char *its = other != product ? plain_name (source, other) : NULL;

      if (g_strcmp0 (its, name) == 0)
        return TRUE;
    }
  return FALSE;
}

static char *
product_name (const OutlayChartSource *source, guint product)
{
  g_autofree char *name = plain_name (source, product), *initiative = NULL;

  if (!is_ambiguous (source, product, name))
    return g_steal_pointer (&name);
  initiative = outlay_chart_initiative_name (source, initiative_of (shape_of (source), product));
  /* Translators: a product that has a namesake: its initiative's name and its own */
  return g_strdup_printf (C_ ("product", "%s · %s"), initiative, name);
}

/* The products of an initiative have its colour, the later ones lighter. */
static OutlayColour
product_colour (const OutlayChartSource *source, guint product)
{
  const double palest = 0.62;
  const OutlayShape *shape = shape_of (source);
  const guint initiative = initiative_of (shape, product), first = shape->first_product[initiative];
  const guint n = shape->first_product[initiative + 1] - first;
  const OutlayColour own = outlay_palette_initiative (source->plan, source->scenario, initiative);

  return n > 1 ? outlay_colour_mix (own, OUTLAY_RGB (0xffffff), palest * (product - first) / (n - 1)) : own;
}

/* --- any of them --- */

guint
outlay_items_count (const OutlayChartSource *source)
{
  switch (source->chart->parts)
    {
    case OUTLAY_BY_PHASE:
      return shape_of (source)->n_phases;
    case OUTLAY_BY_KIND:
      return OUTLAY_N_TAX_KINDS;
    case OUTLAY_BY_PRODUCT:
      return shape_of (source)->n_products;
    case OUTLAY_BY_INITIATIVE:
    default:
      return shape_of (source)->n_initiatives;
    }
}

const double *
outlay_items_row (guint item, gpointer data)
{
  const OutlayChartSource *source = data;
  const OutlayChart *chart = source->chart;

  switch (chart->parts)
    {
    case OUTLAY_BY_PHASE:
      return outlay_projection_series (source->projection, chart->series, OUTLAY_SCOPE_PHASE (item));
    case OUTLAY_BY_KIND:
      return outlay_projection_series (source->projection, outlay_tax_kinds[item], OUTLAY_SCOPE_PLAN);
    case OUTLAY_BY_PRODUCT:
      return outlay_projection_series (source->projection, chart->series, product_scope (shape_of (source), item));
    case OUTLAY_BY_INITIATIVE:
    default:
      return outlay_projection_series (source->projection, chart->series, OUTLAY_SCOPE_INITIATIVE (item));
    }
}

char *
outlay_items_name (const OutlayChartSource *source, guint item)
{
  switch (source->chart->parts)
    {
    case OUTLAY_BY_PHASE:
      return outlay_chart_phase_name (source, item);
    case OUTLAY_BY_KIND:
      return g_strdup (_(outlay_series_nick (outlay_tax_kinds[item])));
    case OUTLAY_BY_PRODUCT:
      return product_name (source, item);
    case OUTLAY_BY_INITIATIVE:
    default:
      return outlay_chart_initiative_name (source, item);
    }
}

OutlayColour
outlay_items_colour (const OutlayChartSource *source, OutlayScene *scene, guint item)
{
  switch (source->chart->parts)
    {
    case OUTLAY_BY_PHASE:
      return outlay_palette_phase (item, shape_of (source)->n_phases);
    case OUTLAY_BY_KIND:
      return outlay_palette_kind (item);
    case OUTLAY_BY_PRODUCT:
      return product_colour (source, item);
    case OUTLAY_BY_INITIATIVE:
    default:
      return outlay_chart_initiative_colour (source, scene, item);
    }
}

void
outlay_items_request (const OutlayChart *chart, OutlayRequest *request)
{
  const guint64 series = OUTLAY_BIT (chart->series);

  request->plan_series |= series;
  if (chart->parts == OUTLAY_BY_INITIATIVE)
    request->initiative_series |= series;
  if (chart->parts == OUTLAY_BY_PHASE)
    request->phase_series |= series;
  if (chart->parts == OUTLAY_BY_PRODUCT)
    request->product_series |= series;
  for (guint k = 0; chart->parts == OUTLAY_BY_KIND && k < OUTLAY_N_TAX_KINDS; k++)
    request->plan_series |= OUTLAY_BIT (outlay_tax_kinds[k]);
}
