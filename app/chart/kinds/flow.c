/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "chart/kinds/kinds-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/kinds/flow-nodes.h"
#include "chart/kinds/yield.h"
#include "chart/palette.h"

#define MOST_PHASES 7
#define MOST_INITIATIVES 9
/* Where the columns stand, in x. */
#define PHASES_END 0.18
#define INITIATIVES_START 0.39
#define INITIATIVES_END 0.755
#define ENDS_START 0.97
/* Between columns, where names stand that their nodes are too low for. */
#define LINKS (INITIATIVES_START - PHASES_END)
#define BETWEEN_HEADS 0.01
#define CORNER 3.0
/* Of the higher end. */
#define IN_COMMON 0.5

typedef struct
{
  const OutlayChartSource *source;
  OutlayScene *scene;
  OutlayYield yield;
  OutlayFlow in;
  OutlayFlow out;
  char **phase_names;
  char **names; /* of initiatives */
  OutlayInk *inks;
} Flow;

static void
lay_out (Flow *flow)
{
  g_autofree guint *order = g_new (guint, MAX (flow->yield.initiatives.n, 1));

  outlay_flow_choose_order (flow->yield.phases.values, flow->yield.phases.n, flow->yield.initiatives.n, order);
  outlay_flow_init (&flow->in, flow->yield.phases.values, flow->yield.phases.n, flow->yield.initiatives.n, NULL, order);
  outlay_flow_init (&flow->out, flow->yield.ends, flow->yield.initiatives.n, OUTLAY_N_ENDS, order, NULL);
}

/* --- words --- */

static char *
amount (double money)
{
  const OutlayAmountUnit unit = outlay_amount_unit (money);

  return outlay_amount_format (money, money != 0 ? outlay_chart_decimals (money, unit) : 0);
}

/* Where nothing else tells the currency. */
static char *
money (const Flow *flow, double value)
{
  g_autofree char *number = amount (value), *currency = outlay_chart_unit_title (flow->source, (OutlayAmountUnit) { 1, "" }, FALSE);

  return g_strdup_printf (C_ ("amount and currency", "%s %s"), number, currency);
}

static const char *
end_name (const Flow *flow, OutlayEnd end)
{
  switch (end)
    {
    case OUTLAY_END_TAX:
      return C_ ("flow", "Tax");
    case OUTLAY_END_PROFIT:
      return C_ ("flow", "Net profit");
    case OUTLAY_END_REST:
    case OUTLAY_N_ENDS:
    default:
      return flow->yield.has_profit ? C_ ("flow", "Cost and the rest") : C_ ("flow", "Rest of the output");
    }
}

static OutlayInk
end_ink (OutlayEnd end)
{
  if (end == OUTLAY_END_REST)
    return OUTLAY_INK (OTHERS);
  return (OutlayInk) { OUTLAY_INK_COLOUR, outlay_palette_kind (end == OUTLAY_END_TAX ? 2 : 3) };
}

/* The initiatives are the first series: each colour is told apart from those before it. */
static void
name_nodes (Flow *flow)
{
  flow->phase_names = g_new0 (char *, flow->yield.phases.n + 1);
  flow->names = g_new0 (char *, flow->yield.initiatives.n + 1);
  flow->inks = g_new0 (OutlayInk, MAX (flow->yield.initiatives.n, 1));
  for (guint p = 0; p < flow->yield.phases.n; p++)
    flow->phase_names[p] = flow->yield.phases.items[p] < 0 ? outlay_parts_others_name (&flow->yield.phases)
                                                     : outlay_chart_phase_name (flow->source, (guint) flow->yield.phases.items[p]);
  for (guint i = 0; i < flow->yield.initiatives.n; i++)
    {
      const int item = flow->yield.initiatives.items[i];

      flow->names[i] = item < 0 ? outlay_parts_others_name (&flow->yield.initiatives) : outlay_chart_initiative_name (flow->source, (guint) item);
      flow->inks[i] = item < 0 ? OUTLAY_INK (OTHERS) : (OutlayInk) { OUTLAY_INK_COLOUR, outlay_chart_initiative_colour (flow->source, flow->scene, (guint) item) };
      outlay_scene_add_series (flow->scene, flow->names[i], flow->inks[i], item);
    }
}

static OutlayInk
phase_ink (const Flow *flow, guint phase)
{
  const guint n = outlay_model_shape (outlay_projection_model (flow->source->projection))->n_phases;

  return flow->yield.phases.items[phase] < 0 ? OUTLAY_INK (OTHERS)
                                       : (OutlayInk) { OUTLAY_INK_COLOUR, outlay_palette_phase ((guint) flow->yield.phases.items[phase], n) };
}

/* --- marks --- */

/* Its words become the series', which is what is said under the pointer. */
static int
add_series (Flow *flow, const char *name, OutlayInk ink, int item, char *words)
{
  const guint s = outlay_scene_add_series (flow->scene, name, ink, item);

  outlay_scene_nth_series (flow->scene, s)->words = words;
  return (int) s;
}

static void
add_bar (Flow *flow, OutlayInk ink, int series, double left, double right, double top, double height, double value)
{
  OutlayMark *bar = outlay_scene_add_mark (flow->scene, OUTLAY_MARK_BAR, ink, series, 1);

  bar->x0[0] = left;
  bar->x1[0] = right;
  bar->y0[0] = top - height;
  bar->y1[0] = top;
  bar->values[0] = value;
  bar->radius = CORNER;
  bar->width = 0;
}

static OutlayMark *
add_text (Flow *flow, OutlayInk ink, int part, double left, double right, double bottom, double top, const char *name, const char *figure)
{
  OutlayMark *text = outlay_scene_add_mark (flow->scene, OUTLAY_MARK_TEXT, ink, -1, 1);

  text->part = part;
  text->boxed = TRUE;
  text->width = 0;
  text->x0[0] = left;
  text->x1[0] = right;
  text->y0[0] = bottom;
  text->y1[0] = top;
  text->labels[0] = (OutlayLabel) { g_strdup (name), g_strdup (figure), g_strdup ("") };
  return text;
}

static void
add_phase (Flow *flow, guint phase)
{
  const double top = flow->in.from_top[phase], height = flow->in.scale * flow->in.from[phase];
  const char *name = flow->phase_names[phase];
  const OutlayInk ink = phase_ink (flow, phase);
  g_autofree char *figure = amount (flow->in.from[phase]), *spoken = money (flow, flow->in.from[phase]);
  /* Translators: a node of the flow picture and its amount, as in "Phase one: 3.12 bn yuan" */
  const int series = add_series (flow, name, ink, -1, g_strdup_printf (C_ ("flow", "%s: %s"), name, spoken));

  add_bar (flow, ink, series, 0, PHASES_END, top, height, flow->in.from[phase]);
  add_text (flow, ink, series, 0, PHASES_END, top - height, top, name, figure)->outside = LINKS;
}

/* What becomes of the output is named at the side. */
static void
add_end (Flow *flow, OutlayEnd end)
{
  const double top = flow->out.to_top[end], height = flow->out.scale * flow->out.to[end];
  const OutlayInk ink = end_ink (end);
  char *figure = amount (flow->out.to[end]);
  g_autofree char *spoken = money (flow, flow->out.to[end]);
  const int s = add_series (flow, end_name (flow, end), ink, -1, g_strdup_printf (C_ ("flow", "%s: %s"), end_name (flow, end), spoken));
  OutlaySceneSeries *series = outlay_scene_nth_series (flow->scene, (guint) s);

  series->value = figure;
  series->anchor = top - height / 2;
  series->weight = OUTLAY_N_ENDS - end;
  add_bar (flow, ink, s, ENDS_START, 1, top, height, flow->out.to[end]);
}

static void
add_link (Flow *flow, OutlayInk ink, int series, double left, double right, const double *tops, const double *heights, double value)
{
  OutlayMark *link = outlay_scene_add_mark (flow->scene, OUTLAY_MARK_LINK, ink, series, 1);

  link->x0[0] = left;
  link->x1[0] = right;
  link->y0[0] = tops[0];
  link->y1[0] = tops[0] - heights[0];
  link->y2[0] = tops[1];
  link->y3[0] = tops[1] - heights[1];
  link->values[0] = value;
}

/* All links between two columns, with the colours of where they come from. */
static void
add_links (Flow *flow, const OutlayFlow *part, gboolean in, double left, double right)
{
  for (guint f = 0; f < part->n_from; f++)
    for (guint t = 0; t < part->n_to; t++)
      {
        const double value = part->amounts[f * part->n_to + t], height = part->scale * value;
        const char *from = in ? flow->phase_names[f] : flow->names[f], *to = in ? flow->names[t] : end_name (flow, (OutlayEnd) t);
        g_autofree char *figure = money (flow, value), *name = NULL;
        const OutlayInk ink = in ? phase_ink (flow, f) : flow->inks[f];
        double tops[2];

        if (!(value > 0))
          continue;
        outlay_flow_link (part, f, t, &tops[0], &tops[1]);
        /* Translators: a link of the flow picture, as in "Phase one → Energy storage"; and with its amount */
        name = g_strdup_printf (C_ ("flow", "%s → %s"), from, to);
        add_link (flow, ink, add_series (flow, name, ink, flow->yield.initiatives.items[in ? t : f], g_strdup_printf (C_ ("flow", "%s: %s"), name, figure)), left,
                  right, tops, (double[]) { height, height }, value);
      }
}

/* Where the name of an initiative is read: what both ends have in common, else at the higher end. */
static void
name_body (Flow *flow, guint i, const double *tops, const double *heights, const char *figure)
{
  const double top = MIN (tops[0], tops[1]), bottom = MAX (tops[0] - heights[0], tops[1] - heights[1]);
  const guint end = heights[1] > heights[0];
  const double middle = (INITIATIVES_START + INITIATIVES_END) / 2, shift = tops[!end] - tops[end], sink = tops[!end] - heights[!end] - tops[end] + heights[end];
  const double lower = tops[end] - heights[end] + MAX (sink, 0) / 2, upper = tops[end] + MIN (shift, 0) / 2;
  OutlayMark *text;

  if (top - bottom >= IN_COMMON * heights[end] || heights[end] <= 0)
    text = add_text (flow, flow->inks[i], (int) i, INITIATIVES_START, INITIATIVES_END, bottom, top, flow->names[i], figure);
  else
    text = add_text (flow, flow->inks[i], (int) i, end == 0 ? INITIATIVES_START : middle, end == 0 ? middle : INITIATIVES_END, lower, upper, flow->names[i], figure);
  text->outside = end == 0 ? -LINKS : LINKS;
}

/* An initiative is as high at its left end as what is invested in it, and at its right end as what it yields: two quantities, each at its own scale. */
static void
add_body (Flow *flow, guint i)
{
  const double tops[] = { flow->in.to_top[i], flow->out.from_top[i] };
  const double heights[] = { flow->in.scale * flow->in.to[i], flow->out.scale * flow->out.from[i] };
  g_autofree char *invested = amount (flow->in.to[i]), *yielded = amount (flow->yield.outputs[i]);
  /* Translators: what is invested in an initiative and its output in a year, as in "1.80 bn → 4.52 bn" */
  g_autofree char *figure = g_strdup_printf (C_ ("flow", "%s → %s"), invested, yielded), *investment = money (flow, flow->in.to[i]);
  g_autofree char *output = money (flow, flow->yield.outputs[i]), *tax = money (flow, flow->yield.ends[i * OUTLAY_N_ENDS + OUTLAY_END_TAX]);

  /* Translators: an initiative, what is invested in it, and its output and tax in the design year */
  outlay_scene_nth_series (flow->scene, i)->words = g_strdup_printf (C_ ("flow", "%s: investment %s, output %s, tax %s a year"), flow->names[i], investment, output, tax);
  if (!(flow->in.to[i] > 0) && !(flow->out.from[i] > 0))
    return;
  add_link (flow, flow->inks[i], (int) i, INITIATIVES_START, INITIATIVES_END, tops, heights, flow->in.to[i]);
  ((OutlayMark *) g_ptr_array_index (flow->scene->marks, flow->scene->marks->len - 1))->opacity = 1;
  name_body (flow, i, tops, heights, figure);
}

/* name: of the quantity; brief: shorter. */
static void
add_head (Flow *flow, double left, double right, const char *name, const char *brief, double whole)
{
  OutlayMark *mark = outlay_scene_add_mark (flow->scene, OUTLAY_MARK_TEXT, OUTLAY_INK (TEXT), -1, 1);
  g_autofree char *figure = amount (whole);

  mark->strong = TRUE;
  mark->x0[0] = left;
  mark->x1[0] = right;
  mark->y0[0] = 1;
  mark->labels[0].lead = g_strjoin ("  ", name, figure, NULL);
  mark->labels[0].tail = g_strjoin ("  ", brief, figure, NULL);
  mark->labels[0].detail = g_steal_pointer (&figure);
}

static void
add_heads (Flow *flow)
{
  const int year = outlay_projection_first_year (flow->source->projection) + flow->yield.design;
  const double middle = (INITIATIVES_START + INITIATIVES_END) / 2;
  /* Translators: over a part of the flow picture: the output in a calendar year */
  g_autofree char *output = g_strdup_printf (C_ ("flow", "Output in %d"), year);

  add_head (flow, 0, middle - BETWEEN_HEADS, C_ ("flow", "Investment"), C_ ("flow", "Investment"), flow->in.total);
  if (flow->yield.output > 0)
    add_head (flow, middle + BETWEEN_HEADS, 1, output, C_ ("flow", "Output"), flow->yield.output);
}

static void
add_nodes (Flow *flow)
{
  for (guint p = 0; p < flow->yield.phases.n; p++)
    if (flow->in.from[p] > 0)
      add_phase (flow, p);
  for (guint i = 0; i < flow->yield.initiatives.n; i++)
    add_body (flow, i);
  for (guint e = 0; e < OUTLAY_N_ENDS; e++)
    if (flow->out.to[e] > 0)
      add_end (flow, e);
}

static void
set_words (Flow *flow)
{
  OutlayScene *scene = flow->scene;
  g_autofree char *source_line = outlay_chart_source_line (flow->source);
  g_autofree char *unit = outlay_chart_unit_title (flow->source, (OutlayAmountUnit) { 1, "" }, FALSE);
  g_autofree char *investment = money (flow, flow->in.total);
  g_autofree char *output = money (flow, flow->yield.output), *tax = money (flow, flow->yield.tax);
  g_autoptr (GString) summary = g_string_new (NULL);

  outlay_scene_set_subtitle (scene, unit);
  /* Translators: how the flow picture is read */
  outlay_scene_set_note (scene, _("Left: money invested. Right: a year’s output and what becomes of it, at a scale of its own.\n"
                                  "Tax includes VAT, which buyers pay on top of the output."));
  outlay_scene_set_source (scene, source_line);
  /* Translators: what a screen reader says of the flow picture: title, investment, output and tax in the design year; the parts follow */
  g_string_printf (summary, _("%s. Investment %s; output %s and tax %s a year."), scene->title, investment, output, tax);
  for (guint s = 0; s < scene->series->len; s++)
    g_string_append_printf (summary, " %s.", outlay_scene_nth_series (scene, s)->words);
  g_set_str (&scene->summary, summary->str);
}

/* The initiatives, what each phase puts into them and what they yield. */
static void
set_table (Flow *flow)
{
  const guint n = flow->yield.initiatives.n;
  OutlayChartTable *table = outlay_scene_take_table (flow->scene, outlay_chart_table_new (OUTLAY_CHART_TABLE_OTHER, C_ ("table", "Initiative")));
  g_autofree double *column = g_new (double, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    outlay_chart_table_add_row (table, flow->names[i]);
  for (guint p = 0; p < flow->yield.phases.n; p++)
    outlay_chart_table_add_column (table, flow->phase_names[p], OUTLAY_UNIT_MONEY, phase_ink (flow, p), flow->yield.phases.values + p * flow->yield.phases.n_points);
  outlay_chart_table_add_column (table, C_ ("flow", "Output"), OUTLAY_UNIT_MONEY_A_YEAR, OUTLAY_INK (TEXT), flow->yield.outputs);
  for (guint e = 0; e < OUTLAY_N_ENDS; e++)
    {
      for (guint i = 0; i < n; i++)
        column[i] = flow->yield.ends[i * OUTLAY_N_ENDS + e];
      if (e != OUTLAY_END_PROFIT || flow->yield.has_profit)
        outlay_chart_table_add_column (table, end_name (flow, e), OUTLAY_UNIT_MONEY_A_YEAR, end_ink (e), column);
    }
}

static void
request (const OutlayChart *chart, OutlayRequest *request)
{
  outlay_promises_request (request);
  request->initiative_series |= OUTLAY_BIT (OUTLAY_SERIES_OUTPUT_VALUE) | OUTLAY_BIT (OUTLAY_SERIES_TAX) | OUTLAY_BIT (OUTLAY_SERIES_NET_PROFIT);
}

static void
build (OutlayScene *scene, const OutlayChartSource *source)
{
  Flow flow = { .source = source, .scene = scene };

  outlay_yield_init (&flow.yield, source->projection, MOST_PHASES, MOST_INITIATIVES);
  lay_out (&flow);
  name_nodes (&flow);
  scene->x = (OutlayAxis) { OUTLAY_AXIS_NONE, 0, 1, { 1, "" }, 0 };
  scene->y = scene->x;
  scene->head_lines = 1;
  add_links (&flow, &flow.in, TRUE, PHASES_END, INITIATIVES_START);
  add_links (&flow, &flow.out, FALSE, INITIATIVES_END, ENDS_START);
  add_nodes (&flow);
  if (flow.in.total > 0)
    add_heads (&flow);
  else
    outlay_chart_add_emptiness (scene, _("No money is invested yet."));
  set_words (&flow);
  set_table (&flow);
  g_strfreev (flow.phase_names);
  g_strfreev (flow.names);
  g_free (flow.inks);
  outlay_flow_clear (&flow.in);
  outlay_flow_clear (&flow.out);
  outlay_yield_clear (&flow.yield);
}

const OutlayChartKind outlay_flow_kind = { .request = request, .build = build };
