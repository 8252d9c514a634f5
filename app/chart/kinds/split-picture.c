/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "chart/kinds/kinds-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/kinds/parts.h"

#define MOST_PARTS 13
#define CORNER 4.0
#define CELL_GAP 2.0

/* Behind a name that is read from right to left it keeps the figures that follow in their place. */
#define LEFT_TO_RIGHT_MARK "\u200e"

typedef struct
{
  const OutlayChartSource *source;
  OutlayScene *scene;
  OutlayParts parts; /* of initiatives, a row of phases each */
  guint n_phases;
  double *phases;    /* money of each */
  double total;
  double *starts;    /* where each phase begins, from 0 to 1 */
} Picture;

static const double *
cells_of (guint initiative, gpointer data)
{
  OutlayModel *model = data;
  const OutlayShape *shape = outlay_model_shape (model);

  return outlay_model_numbers (model) + outlay_shape_cell (shape, initiative, 0);
}

static void
measure_phases (Picture *picture)
{
  double start = 0;

  picture->phases = g_new0 (double, picture->n_phases);
  picture->starts = g_new0 (double, picture->n_phases + 1);
  for (guint p = 0; p < picture->n_phases; p++)
    for (guint i = 0; i < picture->parts.n; i++)
      picture->phases[p] += picture->parts.values[i * picture->n_phases + p];
  for (guint p = 0; p < picture->n_phases; p++)
    picture->total += picture->phases[p];
  for (guint p = 0; p < picture->n_phases; p++)
    {
      picture->starts[p] = start;
      start += picture->total > 0 ? picture->phases[p] / picture->total : 0;
    }
  picture->starts[picture->n_phases] = start;
}

static char *
percent (double part, double whole)
{
  return outlay_amount_format_part (100 * part / whole, (OutlayAmountUnit) { 1, "" }, 0);
}

/* In the unit of the whole, so that cells can be compared; in its own where nothing would be left of it. */
static char *
write_amount (const Picture *picture, double amount)
{
  OutlayAmountUnit unit = outlay_amount_unit (picture->total);
  g_autofree char *number = NULL;

  if (amount < 0.01 * unit.size || *unit.word == '\0')
    return outlay_amount_format (amount, -1);
  number = outlay_amount_format_in (amount, unit, outlay_chart_decimals (picture->total, unit));
  return g_strdup_printf (C_ ("amount", "%s %s"), number, unit.word);
}

/* With the currency, where nothing else tells it. */
static char *
write_money (const Picture *picture, double amount)
{
  g_autofree char *number = write_amount (picture, amount);
  g_autofree char *currency = outlay_chart_unit_title (picture->source, (OutlayAmountUnit) { 1, "" }, FALSE);

  return g_strdup_printf (C_ ("amount and currency", "%s %s"), number, currency);
}

/* "Phase one  3.12 bn · 60 %", and shorter ways to say it. */
static void
add_heads (Picture *picture)
{
  OutlayMark *mark = outlay_scene_add_mark (picture->scene, OUTLAY_MARK_TEXT, OUTLAY_INK (TEXT), -1, picture->n_phases);

  mark->strong = TRUE;
  for (guint p = 0; p < picture->n_phases; p++)
    {
      g_autofree char *name = outlay_chart_phase_name (picture->source, p);
      g_autofree char *lead = g_strconcat (name, LEFT_TO_RIGHT_MARK, NULL);
      g_autofree char *amount = write_amount (picture, picture->phases[p]);
      g_autofree char *share = percent (picture->phases[p], MAX (picture->total, G_MINDOUBLE));

      if (picture->phases[p] <= 0)
        continue;
      mark->x0[p] = picture->starts[p];
      mark->x1[p] = picture->starts[p + 1];
      mark->y0[p] = 1;
      /* Translators: over a phase in the split picture: name, amount, share of the plan */
      mark->labels[p].lead = g_strdup_printf (C_ ("split picture", "%s  %s · %s %%"), lead, amount, share);
      mark->labels[p].tail = g_strdup_printf (C_ ("split picture", "%s  %s"), lead, amount);
      mark->labels[p].detail = g_steal_pointer (&name);
    }
}

static void
lay_cell (Picture *picture, OutlayMark *mark, guint part, guint p, double *top)
{
  double money = picture->parts.values[part * picture->n_phases + p];

  mark->x0[p] = picture->starts[p];
  mark->x1[p] = picture->starts[p + 1];
  mark->y1[p] = top[p];
  top[p] -= picture->phases[p] > 0 ? money / picture->phases[p] : 0;
  mark->y0[p] = MAX (top[p], 0);
  mark->values[p] = money;
  mark->width = CELL_GAP;
}

static void
write_cell (Picture *picture, OutlayMark *mark, const OutlayMark *bars, const char *name, guint p)
{
  g_autofree char *share = percent (bars->values[p], MAX (picture->phases[p], G_MINDOUBLE));

  mark->x0[p] = bars->x0[p];
  mark->x1[p] = bars->x1[p];
  mark->y0[p] = bars->y0[p];
  mark->y1[p] = bars->y1[p];
  mark->width = bars->width;
  mark->labels[p].lead = g_strdup (name);
  mark->labels[p].tail = write_amount (picture, bars->values[p]);
  mark->labels[p].detail = g_strdup_printf (C_ ("split picture", "%s %% of the phase"), share);
}

static void
add_part (Picture *picture, guint part, double *top)
{
  const OutlayChartSource *source = picture->source;
  int item = picture->parts.items[part];
  g_autofree char *name = item < 0 ? outlay_parts_others_name (&picture->parts) : outlay_chart_initiative_name (source, (guint) item);
  OutlayInk ink = { OUTLAY_INK_COLOUR, OUTLAY_RGB (0) };
  OutlayMark *bars, *texts;
  guint s;

  if (item < 0)
    ink = OUTLAY_INK (OTHERS);
  else
    ink.colour = outlay_chart_initiative_colour (source, picture->scene, (guint) item);
  s = outlay_scene_add_series (picture->scene, name, ink, item);
  bars = outlay_scene_add_mark (picture->scene, OUTLAY_MARK_BAR, ink, (int) s, picture->n_phases);
  texts = outlay_scene_add_mark (picture->scene, OUTLAY_MARK_TEXT, ink, -1, picture->n_phases);
  bars->radius = CORNER;
  texts->boxed = TRUE;
  for (guint p = 0; p < picture->n_phases; p++)
    {
      lay_cell (picture, bars, part, p, top);
      write_cell (picture, texts, bars, name, p);
    }
}

static void
set_words (Picture *picture)
{
  OutlayScene *scene = picture->scene;
  g_autofree char *source_line = outlay_chart_source_line (picture->source);
  g_autofree char *total = write_money (picture, picture->total);
  g_autoptr (GString) summary = g_string_new (NULL);

  /* Translators: how the split picture is read */
  outlay_scene_set_note (scene, _("Height: initiative’s share of the phase. Width: phase’s share of the plan."));
  outlay_scene_set_source (scene, source_line);
  outlay_scene_set_subtitle (scene, total);
  g_string_append_printf (summary, "%s: %s.", scene->title, total);
  for (guint i = 0; i < picture->parts.n; i++)
    {
      double sum = 0;
      g_autofree char *amount = NULL;

      for (guint p = 0; p < picture->n_phases; p++)
        sum += picture->parts.values[i * picture->n_phases + p];
      amount = write_money (picture, sum);
      g_string_append_printf (summary, " %s: %s.", outlay_scene_nth_series (scene, i)->name, amount);
    }
  g_set_str (&scene->summary, summary->str);
}

static void
set_table (Picture *picture)
{
  OutlayScene *scene = picture->scene;
  OutlayChartTable *table = outlay_scene_take_table (scene, outlay_chart_table_new (OUTLAY_CHART_TABLE_OTHER, C_ ("table", "Initiative")));
  g_autofree double *values = g_new (double, MAX (picture->parts.n, 1));

  for (guint i = 0; i < picture->parts.n; i++)
    outlay_chart_table_add_row (table, outlay_scene_nth_series (scene, i)->name);
  for (guint p = 0; p < picture->n_phases; p++)
    {
      g_autofree char *name = outlay_chart_phase_name (picture->source, p);

      for (guint i = 0; i < picture->parts.n; i++)
        values[i] = picture->parts.values[i * picture->n_phases + p];
      outlay_chart_table_add_column (table, name, OUTLAY_UNIT_MONEY, OUTLAY_INK (TEXT), values);
    }
}

static void
build (OutlayScene *scene, const OutlayChartSource *source)
{
  OutlayModel *model = outlay_projection_model (source->projection);
  const OutlayShape *shape = outlay_model_shape (model);
  Picture picture = { .source = source, .scene = scene, .n_phases = shape->n_phases };
  g_autofree double *top = g_new (double, shape->n_phases);

  outlay_parts_init (&picture.parts, shape->n_initiatives, shape->n_phases, MOST_PARTS, cells_of, model);
  measure_phases (&picture);
  scene->x = (OutlayAxis) { OUTLAY_AXIS_NONE, 0, 1, { 1, "" }, 0 };
  scene->y = scene->x;
  scene->head_lines = 1;
  for (guint p = 0; p < shape->n_phases; p++)
    top[p] = 1;
  for (guint i = 0; i < picture.parts.n; i++)
    add_part (&picture, i, top);
  if (picture.total > 0)
    add_heads (&picture);
  else
    outlay_chart_add_emptiness (scene, _("No money is invested yet."));
  set_words (&picture);
  set_table (&picture);
  outlay_parts_clear (&picture.parts);
  g_free (picture.phases);
  g_free (picture.starts);
}

const OutlayChartKind outlay_split_picture_kind = { .build = build, .reads_cells = TRUE };
