/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "export/contents.h"
#include "plan/amount.h"
#include "plan/counts.h"
#include "plan/flatten.h"
#include "plan/label.h"

enum
{
  NUMBER,
  VALUE,
  STATUS,
  SOURCE,
  N_COLUMNS,
};

typedef struct
{
  OutlayPlan *plan; /* the plan that the scenario makes */
  const OutlayDeckSource *source;
  OutlayDeckTable *table;
  GPtrArray *objects; /* GArray: the parameters of one object; an initiative's stand in the file before and behind its products */
  GHashTable *by_object;
  guint n_numbers;
} Listing;

/* More initiatives than these would fill slide after slide. */
#define MOST_SHOWN_INITIATIVES 12

static gboolean
shows_initiatives (const Listing *listing)
{
  return listing->source->form == OUTLAY_DECK_REPORT || outlay_plan_get_n_initiatives (listing->plan) <= MOST_SHOWN_INITIATIVES;
}

/* Slides show what an initiative and a product rest on; a report shows everything that somebody has set. */
static gboolean
is_main (const OutlayParameter *parameter)
{
  static const char *const initiative[] = { "design-investment", "staff", "income-tax-rate", NULL };
  static const char *const product[] = { "capacity", "price", "material-cost", NULL };

  if (OUTLAY_IS_INITIATIVE (parameter->node))
    return g_strv_contains (initiative, parameter->member->name);
  if (OUTLAY_IS_PRODUCT (parameter->node))
    return g_strv_contains (product, parameter->member->name);
  return parameter->member->engine;
}

static gboolean
is_as_usual (const OutlayParameter *parameter, const OutlayValue *value)
{
  g_auto (OutlayValue) standard = OUTLAY_VALUE_INIT;

  outlay_member_get_default (parameter->member, &standard);
  return outlay_value_equal (value, &standard);
}

static gboolean
is_listed (const Listing *listing, const OutlayParameter *parameter, const OutlayValue *value, const char *path)
{
  if (!parameter->member->engine && parameter->member->kind != OUTLAY_MEMBER_SHARES)
    return FALSE;
  if (listing->source->form == OUTLAY_DECK_SLIDES)
    return is_main (parameter) && (shows_initiatives (listing) || !(OUTLAY_IS_INITIATIVE (parameter->node) || OUTLAY_IS_PRODUCT (parameter->node)));
  return !is_as_usual (parameter, value) || outlay_plan_find_source (listing->plan, path) != NULL;
}

/* A rate of 0.03 % is not 0.0 %: the distance that shows every digit of a percentage, up to four decimals. */
static double
least_step (const OutlayParameter *parameter, const OutlayValue *value)
{
  const OutlayUnit unit = parameter->member->unit;
  double step = 0.1;

  if (value->type != OUTLAY_VALUE_NUMBER || (unit != OUTLAY_UNIT_SHARE && unit != OUTLAY_UNIT_SHARE_A_YEAR))
    return INFINITY;
  while (step > 1e-4 && fabs (value->number * 100 / step - round (value->number * 100 / step)) > 1e-6)
    step /= 10;
  return step / 100;
}

static char *
value_text (const Listing *listing, const OutlayParameter *parameter, const OutlayValue *value)
{
  return outlay_parameter_value_format (listing->plan, NULL, parameter, value, least_step (parameter, value));
}

static const char *
status_text (OutlaySource *source)
{
  OutlayNode *node = OUTLAY_NODE (source);
  const double status = source != NULL ? outlay_node_get_number (node, outlay_node_find_member (node, "status")) : NAN;

  return isnan (status) ? "" : outlay_status_name ((OutlayStatus) status);
}

static void
fill_source (OutlayDeckRow *row, OutlaySource *source, gboolean own)
{
  const char *text = source != NULL ? outlay_node_get_string (OUTLAY_NODE (source), outlay_node_find_member (OUTLAY_NODE (source), "text")) : NULL;

  outlay_deck_row_take (row, STATUS, g_strdup (status_text (source)));
  if (own && text != NULL)
    outlay_deck_row_take (row, SOURCE, g_strdup (text));
}

/* The object's path is the parameter's without its last words; the plan itself has none. */
static void
begin_section (Listing *listing, const OutlayParameter *parameter, const char *path)
{
  OutlayDeckRow *row = outlay_deck_table_add_row (listing->table, OUTLAY_ROW_SECTION);
  g_autofree char *object = g_strdup (path);
  char *dot;

  for (int words = parameter->index >= 0 ? 2 : 1; words > 0; words--)
    if ((dot = strrchr (object, '.')) != NULL)
      *dot = '\0';
    else
      *object = '\0';
  outlay_deck_row_take (row, NUMBER, outlay_object_label (listing->plan, NULL, parameter->node));
  fill_source (row, outlay_plan_find_source (listing->plan, object), TRUE);
}

static void
list_object (Listing *listing, GArray *parameters)
{
  for (guint i = 0; i < parameters->len; i++)
    {
      const OutlayParameter *parameter = &g_array_index (parameters, OutlayParameter, i);
      g_autofree char *path = outlay_parameter_path (parameter);
      g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
      OutlayDeckRow *row;

      if (i == 0)
        begin_section (listing, parameter, path);
      outlay_parameter_get (parameter, &value);
      row = outlay_deck_table_add_row (listing->table, OUTLAY_ROW_BODY);
      outlay_deck_row_take (row, NUMBER, outlay_parameter_short_label (listing->plan, NULL, parameter));
      outlay_deck_row_take (row, VALUE, value_text (listing, parameter, &value));
      fill_source (row, outlay_plan_find_source_around (listing->plan, path), outlay_plan_find_source (listing->plan, path) != NULL);
    }
  listing->n_numbers += parameters->len;
}

static void
collect (const OutlayParameter *parameter, gpointer data)
{
  Listing *listing = data;
  GArray *parameters = g_hash_table_lookup (listing->by_object, parameter->node);
  g_autofree char *path = outlay_parameter_path (parameter);
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  outlay_parameter_get (parameter, &value);
  if (!is_listed (listing, parameter, &value, path))
    return;
  if (parameters == NULL)
    {
      parameters = g_array_new (FALSE, FALSE, sizeof (OutlayParameter));
      g_hash_table_insert (listing->by_object, parameter->node, parameters);
      g_ptr_array_add (listing->objects, parameters);
    }
  g_array_append_val (parameters, *parameter);
}

OutlayDeckTable *
outlay_deck_assumptions_table (const OutlayDeckSource *source, char **subtitle)
{
  g_autoptr (OutlayPlan) flat = outlay_plan_flatten (source->plan, source->scenario);
  OutlayDeckTable *table = outlay_deck_table_new ();
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) by_object = g_hash_table_new (NULL, NULL);
  Listing listing = { .plan = flat, .source = source, .table = table, .objects = objects, .by_object = by_object };
  const char *const heads[N_COLUMNS] = { _("Assumption"), _("Value"), _("Status"), _("Source") };
  OutlayDeckRow *row;

  for (guint c = 0; c < N_COLUMNS; c++)
    outlay_deck_table_add_column (table, c == VALUE);
  row = outlay_deck_table_add_row (table, OUTLAY_ROW_HEAD);
  for (guint c = 0; c < N_COLUMNS; c++)
    outlay_deck_row_take (row, c, g_strdup (heads[c]));
  outlay_plan_foreach_parameter (flat, collect, &listing);
  for (guint o = 0; o < objects->len; o++)
    list_object (&listing, g_ptr_array_index (objects, o));
  if (shows_initiatives (&listing))
    *subtitle = g_strdup_printf (ngettext ("%u number", "%u numbers", listing.n_numbers), listing.n_numbers);
  else
    *subtitle = g_strdup (_("Those of the whole plan; the report has those of each initiative too"));
  return table;
}
