/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <math.h>

#include "plan/amount.h"
#include "plan/resolve.h"
#include "study/measure.h"
#include "ui/reading.h"
#include "ui/targets.h"

#define SET(symbol) (1ull << (symbol))

/* What a reading is: an indicator, or a series in the design year. */
typedef struct
{
  const char *title;
  int series;
  int indicator;
  const char *definition;
} ReadingEntry;

static const ReadingEntry entries[OUTLAY_N_READINGS] = {
  { N_("Investment"), -1, OUTLAY_INDICATOR_CONSTRUCTION_INVESTMENT,
    N_("Construction cost of every initiative in every phase, with VAT.") },
  { NC_("in a year", "Output"), OUTLAY_SERIES_OUTPUT_VALUE, -1,
    N_("What is made in the design year, at its price: the first year in which everything built runs at its full ramp-up.") },
  { NC_("in a year", "Sales"), OUTLAY_SERIES_REVENUE, -1, N_("What is sold in the design year, without VAT.") },
  { NC_("in a year", "Tax"), OUTLAY_SERIES_TAX, -1,
    N_("VAT payable, surcharges, stamp, property, land-use and income tax of the design year.") },
  { N_("NPV"), -1, OUTLAY_INDICATOR_NPV_AFTER_TAX,
    N_("Net present value of the cash flow after tax and before financing.") },
  { N_("IRR"), -1, OUTLAY_INDICATOR_IRR_AFTER_TAX,
    N_("Internal rate of return of the cash flow after tax and before financing: the discount rate at which its NPV is zero.") },
  { N_("Payback"), -1, OUTLAY_INDICATOR_PAYBACK,
    N_("Years from the start of the works until the cumulative cash flow after tax stays above zero.") },
};

static double
measure (OutlayProjection *projection, OutlayReadingKind kind)
{
  if (entries[kind].series >= 0)
    return outlay_projection_measure (projection, entries[kind].series, OUTLAY_MEASURE_DESIGN_YEAR, OUTLAY_SCOPE_PLAN);
  return outlay_projection_indicator (projection, entries[kind].indicator, -1);
}

/* The size of money, of a percentage or of a year, its word, and the decimals that a figure is read with. */
static OutlayAmountUnit
reading_unit (OutlayReadingKind kind, double value)
{
  switch (kind)
    {
    case OUTLAY_READING_IRR: return (OutlayAmountUnit) { 0.01, _("%") };
    /* Translators: follows a number with one decimal, as in "9.9 years" */
    case OUTLAY_READING_PAYBACK: return (OutlayAmountUnit) { 1, C_("unit", "years") };
    default: return outlay_amount_unit (isnan (value) ? 0 : fabs (value));
    }
}

static int
reading_digits (OutlayReadingKind kind, double figure)
{
  if (kind == OUTLAY_READING_IRR || kind == OUTLAY_READING_PAYBACK)
    return 1;
  return fabs (figure) >= 1000 ? 0 : fabs (figure) >= 100 ? 1 : 2;
}

static double
model_number (OutlayProjection *projection, gsize index)
{
  return outlay_model_numbers (outlay_projection_model (projection))[index];
}

static char *
make_title (OutlayReadingKind kind, OutlayProjection *projection)
{
  const OutlayShape *shape = outlay_model_shape (outlay_projection_model (projection));
  g_autofree char *rate = NULL;
  double percent;

  if (entries[kind].series >= 0)
    /* Translators: a figure and its year, as in "Output, 2028" */
    return g_strdup_printf (_("%s, %d"), g_dpgettext2 (NULL, "in a year", entries[kind].title),
                            (int) outlay_projection_indicator (projection, OUTLAY_INDICATOR_DESIGN_YEAR, -1));
  if (kind != OUTLAY_READING_NPV)
    return g_strdup (_(entries[kind].title));
  percent = model_number (projection, outlay_shape_plan (shape, OUTLAY_PLAN_DISCOUNT_RATE)) * 100;
  rate = outlay_amount_format_in (percent, (OutlayAmountUnit) { 1, "" }, outlay_amount_fewest_digits (percent));
  return g_strdup_printf (_("NPV at %s %%"), rate);
}

static char *
describe_extent (OutlayShape const *shape)
{
  g_autofree char *phases = g_strdup_printf (ngettext ("%u phase", "%u phases", shape->n_phases), shape->n_phases);
  g_autofree char *initiatives =
    g_strdup_printf (ngettext ("%u initiative", "%u initiatives", shape->n_initiatives), shape->n_initiatives);

  /* Translators: "2 phases, 3 initiatives" */
  return g_strdup_printf (_("%s, %s"), phases, initiatives);
}

/* The start of the earliest phase that has money: where payback begins to count. */
static double
first_month (OutlayModel *model)
{
  const OutlayShape *shape = outlay_model_shape (model);
  const double *numbers = outlay_model_numbers (model);
  double first = INFINITY;

  for (guint i = 0; i < shape->n_initiatives; i++)
    for (guint p = 0; p < shape->n_phases; p++)
      if (outlay_model_cell (model, i, p) > 0)
        first = fmin (first, numbers[outlay_shape_phase (shape, OUTLAY_PHASE_START, p)]);
  return first;
}

static char *
describe_start (OutlayModel *model)
{
  const double month = first_month (model);
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *text = NULL;

  if (!isfinite (month))
    return g_strdup ("");
  date = g_date_time_new_utc ((int) month / 12, (int) month % 12 + 1, 1, 0, 0, 0);
  /* Translators: a month of a year, as in "August 2021"; see g_date_time_format() */
  text = g_date_time_format (date, C_("month", "%B %Y"));
  return g_strdup_printf (_("from %s"), text);
}

static char *
join_roots (OutlayProjection *projection)
{
  guint n_roots = 0;
  const double *roots = outlay_projection_irr_roots (projection, OUTLAY_INDICATOR_IRR_AFTER_TAX, -1, &n_roots);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  for (guint i = 0; i < n_roots; i++)
    g_strv_builder_take (texts, outlay_quantity_format (roots[i], OUTLAY_UNIT_SHARE, ""));
  strv = g_strv_builder_end (texts);
  return n_roots > 1 ? g_strjoinv (", ", strv) : NULL;
}

/* Why there is no value. */
static char *
explain_null (OutlayReadingKind kind, OutlayProjection *projection)
{
  g_autofree char *roots = NULL;

  if (kind == OUTLAY_READING_PAYBACK)
    return g_strdup (_("not within the plan’s years"));
  if (kind != OUTLAY_READING_IRR)
    return g_strdup (_("not defined for this plan"));
  roots = join_roots (projection);
  return roots != NULL ? g_strdup_printf (_("not unique: %s"), roots) : g_strdup (_("no rate makes the NPV zero"));
}

static char *
describe (OutlayReadingKind kind, OutlayProjection *projection)
{
  OutlayModel *model = outlay_projection_model (projection);

  switch (kind)
    {
    case OUTLAY_READING_INVESTMENT: return describe_extent (outlay_model_shape (model));
    case OUTLAY_READING_IRR:
      if (outlay_projection_indicator (projection, OUTLAY_INDICATOR_IRR_AFTER_TAX, -1) < 0)
        return g_strdup (_("the money does not come back"));
      return g_strdup (_("after tax, before financing"));
    case OUTLAY_READING_NPV: return g_strdup (_("after tax, before financing"));
    case OUTLAY_READING_PAYBACK: return describe_start (model);
    default: return g_strdup (_("in the design year"));
    }
}

static gboolean
belongs (OutlayReadingKind kind, const OutlayTargetReading *target)
{
  return (entries[kind].series >= 0 && target->series == entries[kind].series) ||
         (entries[kind].indicator >= 0 && target->indicator == entries[kind].indicator);
}

static void
read_targets (OutlayReading *reading, OutlayReadingKind kind, GPtrArray *targets, GString *details)
{
  const OutlayTargetReading *whole = NULL;
  guint n = 0, met = 0;

  for (guint i = 0; i < targets->len; i++)
    {
      const OutlayTargetReading *target = g_ptr_array_index (targets, i);

      if (!belongs (kind, target))
        continue;
      n++;
      met += target->met;
      whole = target->whole_plan ? target : whole;
      g_string_append_printf (details, "\n%s %s: %s (%s)", target->met ? "✓" : "✗", target->name, target->value, target->bound);
    }
  if (n == 0)
    return;
  reading->mark = met == n ? OUTLAY_MARK_MET : OUTLAY_MARK_MISSED;
  if (whole != NULL && (n == 1 || met == n || !whole->met))
    g_set_str (&reading->note, whole->promise);
  else
    {
      g_free (reading->note);
      reading->note = g_strdup_printf (ngettext ("%u of %u target met", "%u of %u targets met", n), met, n);
    }
}

static char *
compared_name (OutlayDocument *document)
{
  OutlayScenario *scenario = outlay_document_get_compared (document, NULL);

  if (scenario == NULL)
    return g_strdup (C_("scenario", "Base"));
  return outlay_plan_resolve_name (outlay_document_get_plan (document), NULL, OUTLAY_NODE (scenario));
}

static char *
format_difference (OutlayReadingKind kind, double difference, OutlayAmountUnit unit, int digits)
{
  g_autofree char *number = outlay_amount_format_in (difference, unit, digits);
  g_autofree char *signed_number = g_strconcat (difference > 0 ? "+" : "", number, NULL);

  if (fabs (difference / unit.size) < 0.5 * pow (10, -digits))
    return g_strdup ("±0");
  return g_strdup_printf (C_("number and unit", "%s %s"), signed_number,
                          /* Translators: percentage points, in the short form */
                          kind == OUTLAY_READING_IRR ? C_("unit", "pp") : unit.word);
}

static char *
compare (OutlayReadingKind kind, OutlayDocument *document, double value, OutlayAmountUnit unit)
{
  OutlayProjection *compared = outlay_document_get_compared_projection (document);
  g_autofree char *difference = NULL;
  g_autofree char *name = NULL;
  double other;

  if (compared == NULL)
    return NULL;
  other = measure (compared, kind);
  difference = isnan (value) || isnan (other) ? g_strdup ("–") : format_difference (kind, value - other, unit, reading_digits (kind, value / unit.size));
  name = compared_name (document);
  /* Translators: a difference and the scenario that it is to, as in "+0.63 bn vs Storage first" */
  return g_strdup_printf (_("%s vs %s"), difference, name);
}

static void
describe_exactly (GString *details, OutlayReadingKind kind, double value, const char *currency)
{
  if (isnan (value))
    return;
  if (kind == OUTLAY_READING_IRR)
    g_string_append_printf (details, "%.6f %%\n", value * 100);
  else if (kind == OUTLAY_READING_PAYBACK)
    g_string_append_printf (details, _("%.4f years\n"), value);
  else
    g_string_append_printf (details, "%'.2f %s\n", value, currency);
}

void
outlay_reading_free (OutlayReading *reading)
{
  g_free (reading->title);
  g_free (reading->value);
  g_free (reading->unit);
  g_free (reading->note);
  g_free (reading->difference);
  g_free (reading->details);
  g_free (reading);
}

void
outlay_readings_request (OutlayRequest *request)
{
  request->plan_series |= SET (OUTLAY_SERIES_OWN_USE);
  request->plan_indicators |= SET (OUTLAY_INDICATOR_DESIGN_YEAR);
  for (guint i = 0; i < OUTLAY_N_READINGS; i++)
    if (entries[i].series >= 0)
      request->plan_series |= SET (entries[i].series);
    else
      request->plan_indicators |= SET (entries[i].indicator);
}

OutlayReading *
outlay_reading_new (OutlayReadingKind kind, OutlayDocument *document, GPtrArray *targets)
{
  OutlayProjection *projection = outlay_document_get_projection (document);
  OutlayReading *reading = g_new0 (OutlayReading, 1);
  g_autofree char *currency = outlay_document_get_currency (document);
  g_autoptr (GString) details = g_string_new (NULL);
  const double value = measure (projection, kind);
  const OutlayAmountUnit unit = reading_unit (kind, value);

  reading->title = make_title (kind, projection);
  reading->value = isnan (value) ? g_strdup ("–") : outlay_amount_format_in (value, unit, reading_digits (kind, value / unit.size));
  reading->unit = g_strdup (isnan (value) ? "" : unit.word);
  reading->note = describe (kind, projection);
  reading->difference = compare (kind, document, value, unit);
  describe_exactly (details, kind, value, currency);
  g_string_append (details, _(entries[kind].definition));
  read_targets (reading, kind, targets, details);
  if (isnan (value))
    {
      g_free (reading->note);
      reading->note = explain_null (kind, projection);
    }
  reading->details = g_string_free_and_steal (g_steal_pointer (&details));
  return reading;
}
