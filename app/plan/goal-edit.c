/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/goal-edit.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/copy.h"
#include "plan/naming.h"
#include "plan/source-edit.h"
#include "plan/structure-private.h"

static const OutlayMember *
member (gpointer node, const char *name)
{
  return outlay_node_find_member (node, name);
}

static void
set_text (gpointer node, const char *name, const char *text)
{
  outlay_node_set_string (node, member (node, name), text);
}

static const char *
get_text (gpointer node, const char *name)
{
  return outlay_node_get_string (node, member (node, name));
}

static void
set_number (gpointer node, const char *name, double number)
{
  outlay_node_set_number (node, member (node, name), number);
}

static void
set_series (gpointer node, const char *series, OutlayMeasure measure)
{
  set_text (node, "series", series);
  set_number (node, "measure", series != NULL ? (double) measure : NAN);
}

/* --- steps --- */

typedef struct
{
  OutlayNode *parent;
  const OutlayMember *list;
  const char *edit; /* msgid of the step that edits one */
  const char *nameless;
} Kind;

/* Without a name nobody could tell it from the others in a list. */
static gboolean
check_name (const Kind *kind, OutlayNode *draft, GError **error)
{
  g_autofree char *name = g_strstrip (g_strdup (get_text (draft, "name")));

  set_text (draft, "name", name);
  if (name[0] != '\0')
    return TRUE;
  g_set_error_literal (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_OUT_OF_RANGE, _(kind->nameless));
  return FALSE;
}

static OutlayNode *
make_new (const Kind *kind, OutlayNode *draft)
{
  const guint n = outlay_node_get_n_children (kind->parent, kind->list);
  g_autofree char *id = outlay_id_make (kind->parent, kind->list, get_text (draft, "name"), outlay_structure_words (kind->list)->stem, n + 1);
  OutlayNode *object = outlay_node_copy (draft);

  set_text (object, "id", id);
  return object;
}

static gboolean
lay_link (OutlayHistory *history, OutlayNode *object, const char *link, GError **error)
{
  g_autofree char *path = outlay_structure_path (object);
  OutlaySource *source = outlay_plan_find_source (history->plan, path);
  OutlaySourceText text = { OUTLAY_STATUS_ANNOUNCED, NULL, link, NULL };

  if (link == NULL || (source == NULL && link[0] == '\0'))
    return TRUE;
  if (source != NULL)
    {
      text = (OutlaySourceText) { (OutlayStatus) outlay_node_get_number (OUTLAY_NODE (source), member (source, "status")), get_text (source, "text"), link,
                                  get_text (source, "date") };
      if (link[0] == '\0' && text.text[0] == '\0' && text.date[0] == '\0')
        return outlay_history_remove (history, OUTLAY_NODE (source), error);
    }
  return outlay_source_lay (history, path, &text, error);
}

/* Lays the draft in, as a new object or into the one that is there. */
static OutlayNode *
save (OutlayHistory *history, const Kind *kind, OutlayNode *object, OutlayNode *draft, const char *link, GError **error)
{
  g_autoptr (OutlayNode) made = NULL;
  g_autofree char *step = NULL;
  gboolean done;

  if (!check_name (kind, draft, error))
    return NULL;
  step = outlay_structure_describe (object == NULL ? outlay_structure_words (kind->list)->add : kind->edit, get_text (draft, "name"));
  outlay_history_begin_whole (history, step);
  if (object != NULL)
    done = outlay_history_set_members (history, object, draft, error);
  else
    {
      object = made = make_new (kind, draft);
      done = outlay_history_insert (history, kind->parent, kind->list, outlay_node_get_n_children (kind->parent, kind->list), made, error);
    }
  done = done && lay_link (history, object, link, error);
  return outlay_history_end_whole (history, done, TRUE, error) ? object : NULL;
}

static OutlayNode *
region_of (OutlayPlan *plan)
{
  return outlay_node_get_child (OUTLAY_NODE (plan), member (plan, "region"));
}

/* --- public --- */

/**
 * outlay_target_judge_series:
 * @draft: a target that stands nowhere
 * @series: the name of a yearly series
 * @measure: how one number is made of it
 *
 * Judges the series, and no indicator.
 */
void
outlay_target_judge_series (OutlayTarget *draft, const char *series, OutlayMeasure measure)
{
  set_series (draft, series, measure);
  set_text (draft, "indicator", NULL);
}

/**
 * outlay_target_judge_indicator:
 * @draft: a target that stands nowhere
 * @indicator: the name of an indicator
 *
 * Judges the indicator, and no series.
 */
void
outlay_target_judge_indicator (OutlayTarget *draft, const char *indicator)
{
  set_series (draft, NULL, OUTLAY_MEASURE_DESIGN_YEAR);
  set_text (draft, "indicator", indicator);
}

/**
 * outlay_target_judge_part:
 * @draft: a target that stands nowhere
 * @initiative: (nullable): the id of the initiative that is judged; %NULL for the whole plan
 * @product: (nullable): the id of its product whose quantity is judged
 */
void
outlay_target_judge_part (OutlayTarget *draft, const char *initiative, const char *product)
{
  set_text (draft, "initiative", initiative);
  set_text (draft, "product", initiative != NULL ? product : NULL);
}

/**
 * outlay_target_bound:
 * @draft: a target that stands nowhere
 * @at_most: whether it is the largest value that meets the target; the smallest otherwise
 * @bound: the value, in the unit of what is judged
 */
void
outlay_target_bound (OutlayTarget *draft, gboolean at_most, double bound)
{
  set_number (draft, "at-least", at_most ? NAN : bound);
  set_number (draft, "at-most", at_most ? bound : NAN);
}

/**
 * outlay_figure_set_against:
 * @draft: a figure that stands nowhere
 * @series: (nullable): the name of a yearly series of the plan or of an initiative; %NULL for nothing
 * @measure: how one number is made of it
 * @initiative: (nullable): the id of an initiative; %NULL for the whole plan
 */
void
outlay_figure_set_against (OutlayFigure *draft, const char *series, OutlayMeasure measure, const char *initiative)
{
  set_series (draft, series, measure);
  set_text (draft, "initiative", series != NULL ? initiative : NULL);
}

/**
 * outlay_target_save:
 * @history: a history without an open command
 * @target: (nullable): the target of the plan that is edited; %NULL to add one
 * @draft: what it shall be
 * @error: of OUTLAY_PLAN_ERROR; a sentence about what cannot be
 *
 * Adds or edits a target. Where nothing is different there is no step.
 *
 * Returns: (nullable) (transfer none): the target of the plan
 */
OutlayTarget *
outlay_target_save (OutlayHistory *history, OutlayTarget *target, OutlayTarget *draft, GError **error)
{
  const Kind kind = { OUTLAY_NODE (history->plan), member (history->plan, "targets"), N_("Edit target “%s”"),
                      N_("A target needs a name by which it is told from the others.") };

  return (OutlayTarget *) save (history, &kind, (OutlayNode *) target, OUTLAY_NODE (draft), NULL, error);
}

/**
 * outlay_figure_save:
 * @history: a history without an open command
 * @figure: (nullable): the figure of the region that is edited; %NULL to add one
 * @draft: what it shall be
 * @link: (nullable): where it can be read; "" for nowhere, %NULL to leave that as it is
 * @error: of OUTLAY_PLAN_ERROR; a sentence about what cannot be
 *
 * Adds or edits a public figure of the region, with the address where it can be read. Where nothing is different there is no step.
 *
 * Returns: (nullable) (transfer none): the figure of the plan
 */
OutlayFigure *
outlay_figure_save (OutlayHistory *history, OutlayFigure *figure, OutlayFigure *draft, const char *link, GError **error)
{
  OutlayNode *region = region_of (history->plan);
  const Kind kind = { region, member (region, "figures"), N_("Edit figure “%s”"), N_("A figure needs a name by which it is told from the others.") };

  return (OutlayFigure *) save (history, &kind, (OutlayNode *) figure, OUTLAY_NODE (draft), link, error);
}

/**
 * outlay_figure_get_link:
 * @plan: a plan
 * @figure: a public figure of its region
 *
 * Returns: (nullable) (transfer none): the address where the figure can be read
 */
const char *
outlay_figure_get_link (OutlayPlan *plan, OutlayFigure *figure)
{
  g_autofree char *path = outlay_structure_path (OUTLAY_NODE (figure));
  OutlaySource *source = outlay_plan_find_source (plan, path);
  const char *link = source != NULL ? get_text (source, "link") : NULL;

  return link != NULL && link[0] != '\0' ? link : NULL;
}
