/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "chart/charts.h"
#include "export/workbook-private.h"
#include "plan/resolve.h"
#include "study/measure.h"

/* Everything, or statements of a scope. */
typedef struct
{
  gboolean all;
  OutlayScope scope;
  guint kinds;
} Contents;

static OutlayProjection *
project (OutlayPlan *plan, OutlayScenario *scenario)
{
  g_autoptr (OutlayModel) model = outlay_model_new (plan, scenario);
  OutlayRequest request = outlay_request_all;

  /* Of cells there is nothing in a workbook but their investment, which is the model's. */
  request.cell_series = 0;
  request.initiative_indicators = 0;
  outlay_request_add_measures (&request, plan, scenario);
  return outlay_projection_new (model, &request);
}

static void
places_clear (OutlaySheetPlaces *places)
{
  for (guint s = 0; s < OUTLAY_N_SERIES; s++)
    g_clear_pointer (&places->blocks[s].shown, g_array_unref);
}

static void
fill (const OutlayBookSource *source)
{
  OutlaySheetPlaces yearly = { 0 }, initiatives = { 0 }, phases = { 0 };

  outlay_book_add_split (source);
  outlay_book_add_yearly (source, &yearly);
  outlay_book_add_initiatives (source, &initiatives);
  outlay_book_add_phases (source, &phases);
  outlay_book_add_products (source);
  outlay_book_add_statements (source, OUTLAY_SCOPE_PLAN, G_MAXUINT);
  outlay_book_add_indicators (source);
  outlay_book_add_targets (source);
  outlay_book_add_assumptions (source);
  outlay_book_add_charts (source, &yearly, &initiatives, &phases);
  places_clear (&initiatives);
  places_clear (&phases);
}

static OutlayWorkbook *
make (OutlayPlan *plan, OutlayScenario *scenario, OutlayProjection *projection, const Contents *contents)
{
  OutlayWorkbook *workbook = outlay_book_alloc ();
  g_autofree char *name = outlay_plan_resolve_string (plan, scenario, OUTLAY_NODE (plan), "name");
  g_autofree char *currency = outlay_plan_resolve_string (plan, scenario, OUTLAY_NODE (plan), "currency");
  const OutlayBookSource source = {
    .plan = plan,
    .scenario = scenario,
    .projection = projection,
    .workbook = workbook,
    .currency = currency,
    .n_years = outlay_projection_years (projection),
  };

  workbook->title = name != NULL && *name != '\0' ? g_steal_pointer (&name) : g_strdup (_("Investment plan"));
  workbook->subject = outlay_chart_source_text (plan, scenario);
  if (contents->all)
    fill (&source);
  else
    outlay_book_add_statements (&source, contents->scope, contents->kinds);
  return workbook;
}

/**
 * outlay_workbook_new:
 * @plan: a plan
 * @scenario: (nullable): one of its scenarios; %NULL is the plan itself
 *
 * Returns: (transfer full): its tables as a workbook, with words in the language of the program; it needs the plan no more
 */
OutlayWorkbook *
outlay_workbook_new (OutlayPlan *plan, OutlayScenario *scenario)
{
  g_autoptr (OutlayProjection) projection = project (plan, scenario);

  return make (plan, scenario, projection, &(Contents) { .all = TRUE });
}

/**
 * outlay_workbook_new_statements:
 * @plan: a plan
 * @scenario: (nullable): one of its scenarios; %NULL is the plan itself
 * @scope: the plan, an initiative, a phase or a cell
 * @kinds: a set of 1 << `OUTLAY_STATEMENT_…`; what does not exist of the scope is left out
 *
 * Returns: (transfer full): these statements, a sheet each
 */
OutlayWorkbook *
outlay_workbook_new_statements (OutlayPlan *plan, OutlayScenario *scenario, OutlayScope scope, guint kinds)
{
  g_autoptr (OutlayModel) model = outlay_model_new (plan, scenario);
  OutlayRequest request = { 0 };
  g_autoptr (OutlayProjection) projection = NULL;

  for (guint kind = 0; kind < OUTLAY_N_STATEMENTS; kind++)
    if (kinds >> kind & 1)
      outlay_request_add_statement (&request, kind, scope);
  projection = outlay_projection_new (model, &request);
  return make (plan, scenario, projection, &(Contents) { .scope = scope, .kinds = kinds });
}
