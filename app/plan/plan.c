/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/plan.h"

#include <string.h>

#include "plan/change-log.h"
#include "plan/declare.h"

G_DEFINE_QUARK (outlay-plan-error-quark, outlay_plan_error)

struct _OutlayPlan
{
  OutlayNode parent_instance;

  guint frozen;
  gboolean changed; /* while frozen */
  OutlayChangeLog log;
};

G_DEFINE_FINAL_TYPE (OutlayPlan, outlay_plan, OUTLAY_TYPE_NODE)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const OutlayMember plan_members[] = {
  { .name = "format", .kind = OUTLAY_MEMBER_CHOICE, .required = TRUE, .words = outlay_words_FILE_FORMAT, .nick = N_("Format"),
    .blurb = N_("What kind of file it is") },
  { .name = "version", .kind = OUTLAY_MEMBER_INTEGER, .required = TRUE, .minimum = 1, .maximum = 1, .standard = 1, .nick = N_("Version"),
    .blurb = N_("Version of the file format") },
  OUTLAY_NAME_ROW (OPTIONAL)
  OUTLAY_DESCRIPTION_ROW
  { .name = "currency", .kind = OUTLAY_MEMBER_CURRENCY, .text = "CNY", .nick = N_("Currency"), .blurb = N_("Currency of all money, as its ISO 4217 code") },
  OUTLAY_PLAN_PARAMETERS (OUTLAY_PLAN_ROW)
  OUTLAY_CHILD_ROW ("taxes", taxes, N_("Taxes"), N_("Tax rates of the plan"))
  OUTLAY_CHILD_ROW ("finance", finance, N_("Finance"), N_("Loans, payout and receivables"))
  OUTLAY_CHILD_ROW ("assets", assets, N_("Assets"), N_("Lives of what is built"))
  OUTLAY_LIST_ROW ("phases", phase, 1, OUTLAY_MOST_PHASES, N_("Phases"), N_("Building campaigns with dates"))
  OUTLAY_LIST_ROW ("initiatives", initiative, 1, OUTLAY_MOST_INITIATIVES, N_("Initiatives"), N_("Ventures among which the money is divided"))
  OUTLAY_LIST_ROW ("targets", target, 0, G_MAXINT, N_("Targets"), N_("What the plan has promised"))
  OUTLAY_LIST_ROW ("uncertainties", uncertainty, 0, G_MAXINT, N_("Uncertainties"), N_("How sure its numbers are"))
  OUTLAY_LIST_ROW ("correlations", correlation, 0, G_MAXINT, N_("Correlations"), N_("Which uncertain numbers move together"))
  { .name = "sources", .kind = OUTLAY_MEMBER_SOURCES, .most = G_MAXINT, .get_child_type = outlay_source_get_type, .nick = N_("Sources"),
    .blurb = N_("Where its numbers come from") },
  OUTLAY_CHILD_ROW ("region", region, N_("Region"), N_("Public figures that the plan is set against"))
  OUTLAY_LIST_ROW ("scenarios", scenario, 0, G_MAXINT, N_("Scenarios"), N_("Changes laid over the plan"))
};

static const OutlayMember *
plan_member (OutlayPlan *plan, const char *name)
{
  return outlay_node_find_member (OUTLAY_NODE (plan), name);
}

/* --- cells follow their phases --- */

/* Where each phase stood before the change, or G_MAXUINT where it is new. */
static guint *
former_positions (OutlayPlan *plan, guint n_phases, guint position, OutlayNode *const *removed, guint n_removed, guint n_added)
{
  guint *former = g_new (guint, n_phases);

  for (guint p = 0; p < n_phases; p++)
    {
      OutlayNode *phase = OUTLAY_NODE (outlay_plan_get_phase (plan, p));

      former[p] = p < position ? p : p - n_added + n_removed;
      if (p < position || p >= position + n_added)
        continue;
      former[p] = G_MAXUINT;
      for (guint i = 0; i < n_removed; i++)
        if (removed[i] == phase)
          former[p] = position + i;
    }
  return former;
}

static void
carry_cells (OutlayPlan *plan, const guint *former, guint n_phases)
{
  guint n_initiatives = outlay_plan_get_n_initiatives (plan);
  g_autofree double *cells = g_new (double, n_phases);

  for (guint i = 0; i < n_initiatives; i++)
    {
      OutlayInitiative *initiative = outlay_plan_get_initiative (plan, i);
      const OutlayMember *investment = outlay_node_find_member (OUTLAY_NODE (initiative), "investment");

      for (guint p = 0; p < n_phases; p++)
        cells[p] = former[p] != G_MAXUINT ? outlay_initiative_get_investment (initiative, former[p]) : 0;
      outlay_node_set_numbers (OUTLAY_NODE (initiative), investment, cells, n_phases);
    }
}

/* --- vfuncs --- */

static void
outlay_plan_changed (OutlayNode *root, OutlayNode *node, const OutlayMember *member)
{
  OutlayPlan *self = OUTLAY_PLAN (root);

  outlay_change_log_add (&self->log, node, member);
  if (self->frozen > 0)
    self->changed = TRUE;
  else
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
outlay_plan_children_changed (OutlayNode *node, const OutlayMember *member, guint position, OutlayNode *const *removed,
                              guint n_removed, guint n_added)
{
  OutlayPlan *self = OUTLAY_PLAN (node);
  guint n_phases = outlay_plan_get_n_phases (self);
  g_autofree guint *former = NULL;

  if (member->child_type != OUTLAY_TYPE_PHASE || (n_removed == 0 && position + n_added == n_phases))
    return;
  former = former_positions (self, n_phases, position, removed, n_removed, n_added);
  outlay_plan_freeze (self);
  carry_cells (self, former, n_phases);
  outlay_plan_thaw (self);
}

static void
outlay_plan_finalize (GObject *object)
{
  outlay_change_log_clear (&OUTLAY_PLAN (object)->log);
  G_OBJECT_CLASS (outlay_plan_parent_class)->finalize (object);
}

static void
outlay_plan_class_init (OutlayPlanClass *klass)
{
  OutlayNodeClass *node_class = OUTLAY_NODE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = outlay_plan_finalize;
  node_class->changed = outlay_plan_changed;
  node_class->children_changed = outlay_plan_children_changed;
  outlay_node_class_install (node_class, plan_members, G_N_ELEMENTS (plan_members));

  signals[CHANGED] = g_signal_new ("changed", OUTLAY_TYPE_PLAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_plan_init (OutlayPlan *self)
{
  outlay_node_prepare (OUTLAY_NODE (self));
}

/* --- public --- */

/**
 * outlay_plan_new:
 *
 * Returns: (transfer full): a plan without phases and initiatives, every number its standard value
 */
OutlayPlan *
outlay_plan_new (void)
{
  return g_object_new (OUTLAY_TYPE_PLAN, NULL);
}

/**
 * outlay_plan_get_phases:
 * @plan: a plan
 *
 * Returns: (transfer none): the phases in file order
 */
GListModel *
outlay_plan_get_phases (OutlayPlan *plan)
{
  return G_LIST_MODEL (outlay_node_get_children (OUTLAY_NODE (plan), plan_member (plan, "phases")));
}

/**
 * outlay_plan_get_initiatives:
 * @plan: a plan
 *
 * Returns: (transfer none): the initiatives in file order
 */
GListModel *
outlay_plan_get_initiatives (OutlayPlan *plan)
{
  return G_LIST_MODEL (outlay_node_get_children (OUTLAY_NODE (plan), plan_member (plan, "initiatives")));
}

/**
 * outlay_plan_get_targets:
 * @plan: a plan
 *
 * Returns: (transfer none): the targets in file order
 */
GListModel *
outlay_plan_get_targets (OutlayPlan *plan)
{
  return G_LIST_MODEL (outlay_node_get_children (OUTLAY_NODE (plan), plan_member (plan, "targets")));
}

/**
 * outlay_plan_get_scenarios:
 * @plan: a plan
 *
 * Returns: (transfer none): the scenarios in file order
 */
GListModel *
outlay_plan_get_scenarios (OutlayPlan *plan)
{
  return G_LIST_MODEL (outlay_node_get_children (OUTLAY_NODE (plan), plan_member (plan, "scenarios")));
}

/**
 * outlay_plan_get_uncertainties:
 * @plan: a plan
 *
 * Returns: (transfer none): the uncertainties in file order
 */
GListModel *
outlay_plan_get_uncertainties (OutlayPlan *plan)
{
  return G_LIST_MODEL (outlay_node_get_children (OUTLAY_NODE (plan), plan_member (plan, "uncertainties")));
}

/**
 * outlay_plan_get_correlations:
 * @plan: a plan
 *
 * Returns: (transfer none): the correlations in file order
 */
GListModel *
outlay_plan_get_correlations (OutlayPlan *plan)
{
  return G_LIST_MODEL (outlay_node_get_children (OUTLAY_NODE (plan), plan_member (plan, "correlations")));
}

/**
 * outlay_plan_get_n_figures:
 * @plan: a plan
 *
 * Returns: the number of public figures of its region
 */
guint
outlay_plan_get_n_figures (OutlayPlan *plan)
{
  OutlayNode *region = outlay_node_get_child (OUTLAY_NODE (plan), plan_member (plan, "region"));

  return outlay_node_get_n_children (region, outlay_node_find_member (region, "figures"));
}

/**
 * outlay_plan_get_figure:
 * @plan: a plan
 * @figure: a position from 0, in file order
 *
 * Returns: (nullable) (transfer none): a public figure of the region, %NULL past the end
 */
OutlayFigure *
outlay_plan_get_figure (OutlayPlan *plan, guint figure)
{
  OutlayNode *region = outlay_node_get_child (OUTLAY_NODE (plan), plan_member (plan, "region"));

  return (OutlayFigure *) outlay_node_get_nth_child (region, outlay_node_find_member (region, "figures"), figure);
}

/**
 * outlay_plan_find_source:
 * @plan: a plan
 * @path: the path of a number or of an object
 *
 * Returns: (nullable) (transfer none): the source filed under exactly that path
 */
OutlaySource *
outlay_plan_find_source (OutlayPlan *plan, const char *path)
{
  OutlayNode *node = outlay_node_find_child (OUTLAY_NODE (plan), plan_member (plan, "sources"), path);

  return node != NULL ? OUTLAY_SOURCE (node) : NULL;
}

/**
 * outlay_plan_find_source_around:
 * @plan: a plan
 * @path: the path of a number or of an object
 *
 * Returns: (nullable) (transfer none): the source of the path itself, else of the nearest object around it
 */
OutlaySource *
outlay_plan_find_source_around (OutlayPlan *plan, const char *path)
{
  g_autofree char *around = g_strdup (path);
  OutlaySource *source = outlay_plan_find_source (plan, around);

  for (char *dot; source == NULL && (dot = strrchr (around, '.')) != NULL;)
    {
      *dot = '\0';
      source = outlay_plan_find_source (plan, around);
    }
  return source;
}

/**
 * outlay_plan_find_scenario:
 * @plan: a plan
 * @id: an id
 *
 * Returns: (nullable) (transfer none): the scenario of that id; %NULL for "base", which is the plan itself, and for an unknown id
 */
OutlayScenario *
outlay_plan_find_scenario (OutlayPlan *plan, const char *id)
{
  OutlayNode *node = outlay_node_find_child (OUTLAY_NODE (plan), plan_member (plan, "scenarios"), id);

  return node != NULL ? OUTLAY_SCENARIO (node) : NULL;
}

/**
 * outlay_plan_find_initiative:
 * @plan: a plan
 * @id: an id
 *
 * Returns: (nullable) (transfer none): the initiative of that id
 */
OutlayInitiative *
outlay_plan_find_initiative (OutlayPlan *plan, const char *id)
{
  OutlayNode *node = outlay_node_find_child (OUTLAY_NODE (plan), plan_member (plan, "initiatives"), id);

  return node != NULL ? OUTLAY_INITIATIVE (node) : NULL;
}

/**
 * outlay_plan_get_n_phases:
 * @plan: a plan
 *
 * Returns: the number of phases
 */
guint
outlay_plan_get_n_phases (OutlayPlan *plan)
{
  return outlay_node_get_n_children (OUTLAY_NODE (plan), plan_member (plan, "phases"));
}

/**
 * outlay_plan_get_n_initiatives:
 * @plan: a plan
 *
 * Returns: the number of initiatives
 */
guint
outlay_plan_get_n_initiatives (OutlayPlan *plan)
{
  return outlay_node_get_n_children (OUTLAY_NODE (plan), plan_member (plan, "initiatives"));
}

/**
 * outlay_plan_get_phase:
 * @plan: a plan
 * @phase: a position from 0
 *
 * Returns: (nullable) (transfer none): the phase, %NULL past the end
 */
OutlayPhase *
outlay_plan_get_phase (OutlayPlan *plan, guint phase)
{
  return (OutlayPhase *) outlay_node_get_nth_child (OUTLAY_NODE (plan), plan_member (plan, "phases"), phase);
}

/**
 * outlay_plan_get_initiative:
 * @plan: a plan
 * @initiative: a position from 0
 *
 * Returns: (nullable) (transfer none): the initiative, %NULL past the end
 */
OutlayInitiative *
outlay_plan_get_initiative (OutlayPlan *plan, guint initiative)
{
  return (OutlayInitiative *) outlay_node_get_nth_child (OUTLAY_NODE (plan), plan_member (plan, "initiatives"), initiative);
}

/**
 * outlay_plan_freeze:
 * @plan: a plan
 *
 * Holds #OutlayPlan::changed back until outlay_plan_thaw() was called as often. Properties notify all the same.
 */
void
outlay_plan_freeze (OutlayPlan *plan)
{
  plan->frozen++;
}

/**
 * outlay_plan_thaw:
 * @plan: a frozen plan
 *
 * Ends a freeze; the last of them emits #OutlayPlan::changed once where anything changed meanwhile.
 */
void
outlay_plan_thaw (OutlayPlan *plan)
{
  g_return_if_fail (plan->frozen > 0);
  if (--plan->frozen > 0 || !plan->changed)
    return;
  plan->changed = FALSE;
  g_signal_emit (plan, signals[CHANGED], 0);
}

/**
 * outlay_plan_is_frozen:
 * @plan: a plan
 *
 * Returns: whether #OutlayPlan::changed is held back: who is told of a single property or list waits for it before looking at the plan as a whole
 */
gboolean
outlay_plan_is_frozen (OutlayPlan *plan)
{
  return plan->frozen > 0;
}

/*< private > Which of its nodes changed, and when. */
OutlayChangeLog *
outlay_plan_get_log (OutlayPlan *plan)
{
  return &plan->log;
}
