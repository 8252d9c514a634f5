/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "export/deck.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/palette.h"
#include "chart/scene-data.h"
#include "export/contents.h"
#include "plan/resolve.h"

typedef struct
{
  OutlayDeck *deck;
  OutlayDeckSource source;
  const OutlayDeckOptions *options;
  char *source_line;
  int design_year;
} Builder;

static const char *const usual_charts[] = { "split", "investment", "output-value", "revenue", "tax", "tax-by-kind", "year-waterfall", "cumulative-cash", NULL };
static const char *const comparing_charts[] = { "compare-output-value", "compare-tax", "compare-cash", "bridge", NULL };

static void
slide_free (gpointer data)
{
  OutlaySlide *slide = data;

  g_free (slide->title);
  g_free (slide->subtitle);
  g_free (slide->note);
  g_free (slide->source);
  g_clear_pointer (&slide->scene, outlay_scene_unref);
  g_clear_pointer (&slide->table, outlay_deck_table_free);
  g_free (slide);
}

static OutlayDeck *
deck_alloc (OutlayDeckForm form)
{
  OutlayDeck *deck = g_new0 (OutlayDeck, 1);

  g_atomic_ref_count_init (&deck->references);
  deck->form = form;
  /* Translators: the language of this translation as office programs write it: "zh-CN" */
  deck->language = C_ ("language", "en-GB");
  deck->slides = g_ptr_array_new_with_free_func (slide_free);
  deck->strip = g_array_new (FALSE, FALSE, sizeof (OutlayDeckPart));
  return deck;
}

static OutlaySlide *
add_slide (Builder *builder, OutlaySlideKind kind, const char *title, const char *subtitle, const char *source)
{
  OutlaySlide *slide = g_new0 (OutlaySlide, 1);

  slide->kind = kind;
  slide->title = g_strdup (title);
  slide->subtitle = g_strdup (subtitle);
  slide->note = g_strdup ("");
  slide->source = g_strdup (source);
  g_ptr_array_add (builder->deck->slides, slide);
  return slide;
}

/* --- cover --- */

static void
add_strip (Builder *builder)
{
  OutlayModel *model = outlay_projection_model (builder->source.projection);
  const OutlayShape *shape = outlay_model_shape (model);
  const double total = outlay_projection_indicator (builder->source.projection, OUTLAY_INDICATOR_CONSTRUCTION_INVESTMENT, -1);

  for (guint i = 0; total > 0 && i < shape->n_initiatives; i++)
    {
      OutlayDeckPart part = { 0, { OUTLAY_INK_COLOUR, outlay_palette_initiative (builder->source.plan, builder->source.scenario, i) } };

      for (guint p = 0; p < shape->n_phases; p++)
        part.share += outlay_model_cell (model, i, p) / total;
      if (part.share > 0)
        g_array_append_val (builder->deck->strip, part);
    }
}

static void
add_cover (Builder *builder)
{
  OutlayPlan *plan = builder->source.plan;
  g_autofree char *description = outlay_plan_resolve_string (plan, builder->source.scenario, OUTLAY_NODE (plan), "description");
  const char *subtitle = builder->options->subtitle != NULL ? builder->options->subtitle : description != NULL ? description : "";
  OutlayScenario *scenario = builder->source.scenario;
  g_autofree char *name = scenario != NULL ? outlay_plan_resolve_name (plan, NULL, OUTLAY_NODE (scenario)) : g_strdup (C_ ("scenario", "Base"));
  g_autofree char *line = g_strdup_printf (_("Scenario: %s"), name);

  add_slide (builder, OUTLAY_SLIDE_COVER, builder->deck->title, subtitle, line);
  add_strip (builder);
}

/* --- charts --- */

static gboolean
add_chart (Builder *builder, const char *id, GError **error)
{
  const OutlayChart *chart = outlay_chart_find (id);
  const OutlayDeckOptions *options = builder->options;
  g_autoptr (OutlayScene) scene = NULL;
  OutlaySlide *slide;

  if (chart == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no chart “%s”."), id);
      return FALSE;
    }
  scene = outlay_chart_compute (chart, builder->source.plan, builder->source.scenario, options->scenarios, options->n_scenarios, options->outcome, NULL, error);
  if (scene == NULL)
    return FALSE;
  slide = add_slide (builder, OUTLAY_SLIDE_CHART, scene->title, scene->subtitle, outlay_scene_get_source (scene));
  g_set_str (&slide->note, outlay_scene_get_note (scene));
  slide->design_year = builder->design_year;
  slide->scene = g_steal_pointer (&scene);
  return TRUE;
}

/* A bridge that cannot be built is no fault of whoever did not ask for it. */
static gboolean
add_charts (Builder *builder, GError **error)
{
  const char *const *wanted = builder->options->charts;

  for (const char *const *id = wanted != NULL ? wanted : usual_charts; *id != NULL; id++)
    if (!add_chart (builder, *id, error))
      return FALSE;
  for (const char *const *id = comparing_charts; wanted == NULL && builder->options->n_scenarios > 1 && *id != NULL; id++)
    add_chart (builder, *id, NULL);
  return TRUE;
}

/* --- tables --- */

static void
add_table (Builder *builder, const char *title, OutlayDeckTable *(*make) (const OutlayDeckSource *source, char **subtitle))
{
  g_autofree char *subtitle = NULL;
  OutlayDeckTable *table = make (&builder->source, &subtitle);

  if (table != NULL)
    add_slide (builder, OUTLAY_SLIDE_TABLE, title, subtitle, builder->source_line)->table = table;
}

static void
add_statements (Builder *builder)
{
  for (guint kind = 0; kind < OUTLAY_N_STATEMENTS; kind++)
    if (builder->options->statements >> kind & 1)
      {
        g_autofree char *subtitle = NULL;
        OutlayDeckTable *table = outlay_deck_statement_table (&builder->source, kind, &subtitle);

        add_slide (builder, OUTLAY_SLIDE_TABLE, outlay_statement_kind_title (kind), subtitle, builder->source_line)->table = table;
      }
}

static gboolean
fill (Builder *builder, GError **error)
{
  const gboolean report = builder->options->form == OUTLAY_DECK_REPORT;

  add_cover (builder);
  if (!report && !add_charts (builder, error))
    return FALSE;
  if (report)
    add_table (builder, _("Indicators"), outlay_deck_indicators_table);
  add_table (builder, _("The split in figures"), outlay_deck_split_table);
  add_table (builder, _("Targets"), outlay_deck_targets_table);
  if (report && !add_charts (builder, error))
    return FALSE;
  if (report)
    {
      add_table (builder, _("Year by year"), outlay_deck_years_table);
      add_statements (builder);
    }
  add_table (builder, _("Assumptions"), outlay_deck_assumptions_table);
  return TRUE;
}

static void
compute (Builder *builder)
{
  OutlayRequest request = { 0 };
  g_autoptr (OutlayModel) model = outlay_model_new (builder->source.plan, builder->source.scenario);
  double year;

  outlay_deck_request (&builder->source, &request);
  for (guint kind = 0; kind < OUTLAY_N_STATEMENTS; kind++)
    if (builder->options->statements >> kind & 1)
      outlay_request_add_statement (&request, kind, OUTLAY_SCOPE_PLAN);
  builder->source.projection = outlay_projection_new (model, &request);
  year = outlay_projection_indicator (builder->source.projection, OUTLAY_INDICATOR_DESIGN_YEAR, -1);
  builder->design_year = isnan (year) ? 0 : (int) year;
}

static char *
plan_title (OutlayPlan *plan, OutlayScenario *scenario)
{
  g_autofree char *name = outlay_plan_resolve_string (plan, scenario, OUTLAY_NODE (plan), "name");

  return name != NULL && *name != '\0' ? g_steal_pointer (&name) : g_strdup (_("Investment plan"));
}

/**
 * outlay_deck_new:
 * @plan: a plan
 * @scenario: (nullable): one of its scenarios; %NULL is the plan itself
 * @options: what the deck is to hold
 * @error: a GIO error for an unknown chart, or what a bridge says of why there is none
 *
 * Returns: (transfer full): the deck; it needs the plan no more
 */
OutlayDeck *
outlay_deck_new (OutlayPlan *plan, OutlayScenario *scenario, const OutlayDeckOptions *options, GError **error)
{
  g_autoptr (OutlayDeck) deck = deck_alloc (options->form);
  Builder builder = { .deck = deck, .options = options, .source = { .plan = plan, .scenario = scenario, .form = options->form } };
  gboolean filled;

  deck->title = plan_title (plan, scenario);
  builder.source.currency = outlay_plan_resolve_string (plan, scenario, OUTLAY_NODE (plan), "currency");
  builder.source_line = outlay_chart_source_text (plan, scenario);
  compute (&builder);
  filled = fill (&builder, error);
  outlay_projection_unref (builder.source.projection);
  g_free (builder.source.currency);
  g_free (builder.source_line);
  return filled ? g_steal_pointer (&deck) : NULL;
}

OutlayDeck *
outlay_deck_ref (OutlayDeck *deck)
{
  g_atomic_ref_count_inc (&deck->references);
  return deck;
}

void
outlay_deck_unref (OutlayDeck *deck)
{
  if (!g_atomic_ref_count_dec (&deck->references))
    return;
  g_ptr_array_unref (deck->slides);
  g_array_unref (deck->strip);
  g_free (deck->title);
  g_free (deck);
}
