/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/goal-fields.h"

#include <glib/gi18n.h>
#include <math.h>

#include "study/figure-words.h"

static OutlayPlan *
plan_of (OutlayGoalFields *fields)
{
  return outlay_document_get_plan (fields->document);
}

static gboolean
is_of_products (int series)
{
  return series >= 0 && outlay_series_levels ((OutlaySeries) series) == OUTLAY_LEVELS_PRODUCT;
}

static void
add_choice (OutlayGoalFields *fields, GtkStringList *names, int series, int indicator)
{
  const OutlayGoalChoice choice = { series, indicator };

  g_array_append_val (fields->choices, choice);
  gtk_string_list_append (names, series >= 0      ? _(outlay_series_nick ((OutlaySeries) series))
                                 : indicator >= 0 ? _(outlay_indicator_nick ((OutlayIndicator) indicator))
                                                  : C_ ("compared with", "Nothing"));
}

/* Indicators first, which most targets are about; a figure may be set against nothing. */
static void
list_choices (OutlayGoalFields *fields)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  fields->choices = g_array_new (FALSE, FALSE, sizeof (OutlayGoalChoice));
  if (fields->product == NULL)
    add_choice (fields, names, -1, -1);
  for (int i = 0; fields->product != NULL && i < OUTLAY_N_INDICATORS; i++)
    add_choice (fields, names, -1, i);
  for (int s = 0; s < OUTLAY_N_SERIES; s++)
    if (fields->product != NULL || !is_of_products (s))
      add_choice (fields, names, s, -1);
  adw_combo_row_set_model (fields->what, G_LIST_MODEL (names));
}

static void
list_measures (OutlayGoalFields *fields)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (OutlayMeasure measure = OUTLAY_MEASURE_DESIGN_YEAR; measure <= OUTLAY_MEASURE_TOTAL; measure++)
    gtk_string_list_append (names, outlay_measure_name (measure));
  adw_combo_row_set_model (fields->measure, G_LIST_MODEL (names));
}

static void
list_initiatives (OutlayGoalFields *fields)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("The whole plan"));
  for (guint i = 0; i < outlay_plan_get_n_initiatives (plan_of (fields)); i++)
    {
      g_autofree char *name = outlay_document_get_initiative_name (fields->document, i);

      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (fields->initiative, G_LIST_MODEL (names));
}

static OutlayInitiative *
chosen_initiative (OutlayGoalFields *fields)
{
  const guint selected = adw_combo_row_get_selected (fields->initiative);

  return selected > 0 && selected != GTK_INVALID_LIST_POSITION ? outlay_plan_get_initiative (plan_of (fields), selected - 1) : NULL;
}

static void
list_products (OutlayGoalFields *fields)
{
  OutlayInitiative *initiative = chosen_initiative (fields);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; initiative != NULL && i < outlay_initiative_get_n_products (initiative); i++)
    {
      OutlayNode *product = OUTLAY_NODE (outlay_initiative_get_product (initiative, i));
      const char *name = outlay_node_get_string (product, outlay_node_find_member (product, "name"));

      gtk_string_list_append (names, name[0] != '\0' ? name : outlay_node_get_id (product));
    }
  adw_combo_row_set_model (fields->product, G_LIST_MODEL (names));
}

/* --- what a goal has --- */

static const char *
get_text (OutlayNode *goal, const char *name)
{
  const OutlayMember *member = outlay_node_find_member (goal, name);

  return member != NULL ? outlay_node_get_string (goal, member) : NULL;
}

static void
choose_part (OutlayGoalFields *fields, OutlayNode *goal)
{
  const char *id = get_text (goal, "initiative"), *product = get_text (goal, "product");
  OutlayNode *initiative = id != NULL ? OUTLAY_NODE (outlay_plan_find_initiative (plan_of (fields), id)) : NULL;
  OutlayNode *made = NULL;

  if (initiative == NULL)
    return;
  adw_combo_row_set_selected (fields->initiative, outlay_node_get_position (initiative) + 1);
  if (fields->product == NULL || product == NULL)
    return;
  list_products (fields);
  made = outlay_node_find_child (initiative, outlay_node_find_member (initiative, "products"), product);
  if (made != NULL)
    adw_combo_row_set_selected (fields->product, outlay_node_get_position (made));
}

static void
choose (OutlayGoalFields *fields, OutlayNode *goal)
{
  const char *series = get_text (goal, "series"), *indicator = get_text (goal, "indicator");
  const int number = series != NULL ? outlay_series_from_name (series) : -1, named = indicator != NULL ? outlay_indicator_from_name (indicator) : -1;
  const double measure = outlay_node_get_number (goal, outlay_node_find_member (goal, "measure"));

  for (guint i = 0; i < fields->choices->len; i++)
    {
      const OutlayGoalChoice *choice = &g_array_index (fields->choices, OutlayGoalChoice, i);

      if (choice->series == number && choice->indicator == named)
        adw_combo_row_set_selected (fields->what, i);
    }
  adw_combo_row_set_selected (fields->measure, isnan (measure) ? 0 : (guint) measure);
  choose_part (fields, goal);
}

void
outlay_goal_fields_fill (OutlayGoalFields *fields, OutlayDocument *document, OutlayNode *goal)
{
  g_set_object (&fields->document, document);
  list_choices (fields);
  list_measures (fields);
  list_initiatives (fields);
  if (goal != NULL)
    choose (fields, goal);
  outlay_goal_fields_update (fields);
}

void
outlay_goal_fields_clear (OutlayGoalFields *fields)
{
  g_clear_pointer (&fields->choices, g_array_unref);
  g_clear_object (&fields->document);
}

void
outlay_goal_fields_update (OutlayGoalFields *fields)
{
  const OutlayGoalChoice choice = outlay_goal_fields_get_choice (fields);
  const gboolean products = fields->product != NULL && is_of_products (choice.series);
  OutlayInitiative *initiative = chosen_initiative (fields);
  const guint n_products = initiative != NULL ? outlay_initiative_get_n_products (initiative) : 0;

  gtk_widget_set_visible (GTK_WIDGET (fields->measure), choice.series >= 0);
  gtk_widget_set_visible (GTK_WIDGET (fields->initiative), choice.series >= 0 || choice.indicator >= 0);
  if (fields->product == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (fields->product), products);
  if (products && g_object_get_data (G_OBJECT (fields->product), "initiative") != initiative)
    {
      const guint selected = adw_combo_row_get_selected (fields->product);

      list_products (fields);
      if (selected < n_products)
        adw_combo_row_set_selected (fields->product, selected);
      g_object_set_data (G_OBJECT (fields->product), "initiative", initiative);
    }
}

OutlayGoalChoice
outlay_goal_fields_get_choice (OutlayGoalFields *fields)
{
  const guint selected = fields->choices != NULL ? adw_combo_row_get_selected (fields->what) : GTK_INVALID_LIST_POSITION;

  return selected != GTK_INVALID_LIST_POSITION ? g_array_index (fields->choices, OutlayGoalChoice, selected) : (OutlayGoalChoice) { -1, -1 };
}

OutlayMeasure
outlay_goal_fields_get_measure (OutlayGoalFields *fields)
{
  return (OutlayMeasure) MIN (adw_combo_row_get_selected (fields->measure), OUTLAY_MEASURE_TOTAL);
}

const char *
outlay_goal_fields_get_initiative (OutlayGoalFields *fields)
{
  OutlayInitiative *initiative = chosen_initiative (fields);

  return initiative != NULL ? outlay_node_get_id (OUTLAY_NODE (initiative)) : NULL;
}

const char *
outlay_goal_fields_get_product (OutlayGoalFields *fields)
{
  OutlayInitiative *initiative = chosen_initiative (fields);
  OutlayProduct *product = NULL;

  if (fields->product != NULL && initiative != NULL && is_of_products (outlay_goal_fields_get_choice (fields).series))
    product = outlay_initiative_get_product (initiative, adw_combo_row_get_selected (fields->product));
  return product != NULL ? outlay_node_get_id (OUTLAY_NODE (product)) : NULL;
}

OutlayUnit
outlay_goal_fields_get_unit (OutlayGoalFields *fields)
{
  const OutlayGoalChoice choice = outlay_goal_fields_get_choice (fields);

  return choice.indicator >= 0 ? outlay_indicator_unit ((OutlayIndicator) choice.indicator)
         : choice.series >= 0  ? outlay_series_unit ((OutlaySeries) choice.series)
                               : OUTLAY_UNIT_NONE;
}
