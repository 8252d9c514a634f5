/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <math.h>

#include "plan/check.h"

/* What each distribution is given by, in the order of OutlayDistribution. */
static const char *const parts_of[OUTLAY_N_DISTRIBUTIONS][4] = {
  { "low", "high" }, { "low", "mode", "high" }, { "low", "mode", "high" }, { "mean", "sd" }, { "mean", "sd" }, { "values", "weights" },
};
static const char *const all_parts[] = { "low", "mode", "high", "mean", "sd", "values", "weights" };

static gboolean
has_part (OutlayNode *uncertainty, const char *name)
{
  const OutlayMember *member = outlay_node_find_member (uncertainty, name);
  guint n;

  if (member->kind != OUTLAY_MEMBER_NUMBERS)
    return !isnan (outlay_node_get_number (uncertainty, member));
  outlay_node_get_numbers (uncertainty, member, &n);
  return n > 0;
}

/* Returns whether all that the distribution is given by is there. */
static gboolean
check_parts (OutlayCheck *check, OutlayNode *uncertainty, OutlayDistribution distribution)
{
  const char *word = outlay_words_DISTRIBUTION[distribution];
  gboolean complete = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (all_parts); i++)
    {
      const char *name = all_parts[i];
      gboolean wanted = g_strv_contains (parts_of[distribution], name);

      if (wanted && !has_part (uncertainty, name))
        {
          outlay_check_fault (check, uncertainty, g_strdup_printf (_("found no “%s”, which the distribution “%s” is given by"), name, word), name, NULL);
          complete = FALSE;
        }
      else if (!wanted && has_part (uncertainty, name))
        outlay_check_fault (check, uncertainty, g_strdup_printf (_("found “%s”, which does not belong to the distribution “%s”"), name, word),
                            "distribution", name, NULL);
    }
  return complete;
}

static void
check_order (OutlayCheck *check, OutlayNode *uncertainty, const char *lower, const char *upper)
{
  char below[G_ASCII_DTOSTR_BUF_SIZE], above[G_ASCII_DTOSTR_BUF_SIZE];
  double low = outlay_check_number (check, uncertainty, lower), high = outlay_check_number (check, uncertainty, upper);

  if (low > high)
    outlay_check_fault (check, uncertainty,
                        g_strdup_printf (_("found “%s” %s above “%s” %s, expected it at or below"), lower, outlay_number_format (low, below), upper,
                                         outlay_number_format (high, above)),
                        lower, upper, NULL);
}

static void
check_weights (OutlayCheck *check, OutlayNode *uncertainty)
{
  guint n_values, n_weights;
  double sum = 0;
  const double *weights = outlay_node_get_numbers (uncertainty, outlay_node_find_member (uncertainty, "weights"), &n_weights);

  outlay_node_get_numbers (uncertainty, outlay_node_find_member (uncertainty, "values"), &n_values);
  for (guint i = 0; i < n_weights; i++)
    sum += weights[i];
  if (n_values != n_weights)
    outlay_check_fault (check, uncertainty,
                        g_strdup_printf (_("found %u values and %u weights, expected as many weights as values"), n_values, n_weights), "values",
                        "weights", NULL);
  else if (sum == 0)
    outlay_check_fault (check, uncertainty, g_strdup (_("found weights that are all 0, expected one above 0")), "weights", NULL);
}

static void
check_distribution (OutlayCheck *check, OutlayNode *uncertainty)
{
  OutlayDistribution distribution = (OutlayDistribution) outlay_check_number (check, uncertainty, "distribution");

  if (!check_parts (check, uncertainty, distribution))
    return;
  if (distribution == OUTLAY_DISTRIBUTION_UNIFORM)
    check_order (check, uncertainty, "low", "high");
  if (distribution == OUTLAY_DISTRIBUTION_TRIANGULAR || distribution == OUTLAY_DISTRIBUTION_PERT)
    {
      check_order (check, uncertainty, "low", "mode");
      check_order (check, uncertainty, "mode", "high");
    }
  if (distribution == OUTLAY_DISTRIBUTION_LOGNORMAL && !(outlay_check_number (check, uncertainty, "mean") > 0))
    outlay_check_fault (check, uncertainty, g_strdup (_("found a mean that is not above 0, expected one above 0 for a lognormal distribution")), "mean", NULL);
  if (distribution == OUTLAY_DISTRIBUTION_DISCRETE)
    check_weights (check, uncertainty);
}

/* Learns the path of the uncertainty, which stands at a position of its own in the correlation matrix. */
static void
check_path (OutlayCheck *check, OutlayNode *uncertainty, GHashTable *uncertain)
{
  const char *path = outlay_check_string (check, uncertainty, "path");
  g_autoptr (GError) error = NULL;
  OutlayParameter parameter;

  if (!outlay_parameter_find (check->plan, path, &parameter, &error))
    outlay_check_fault (check, uncertainty, g_strdup (error->message), "path", NULL);
  else if (!outlay_parameter_is_number (&parameter) || !outlay_parameter_is_changeable (&parameter))
    outlay_check_fault (check, uncertainty, g_strdup_printf (_("found “%s”, expected the path of a number that scenarios may change"), path), "path", NULL);
  else if (g_hash_table_contains (uncertain, path))
    outlay_check_fault (check, uncertainty, g_strdup_printf (_("found a second uncertainty of “%s”, expected one for each number"), path), "path", NULL);
  if (!g_hash_table_contains (uncertain, path))
    g_hash_table_insert (uncertain, (gpointer) path, GUINT_TO_POINTER (outlay_node_get_position (uncertainty)));
}

/* --- correlations --- */

static gboolean
find_pair (OutlayCheck *check, OutlayNode *correlation, GHashTable *uncertain, OutlayPair *pair)
{
  const OutlayMember *between = outlay_node_find_member (correlation, "between");
  gpointer positions[2];

  for (guint which = 0; which < 2; which++)
    {
      const char *path = outlay_node_get_pair (correlation, between, which);

      if (g_hash_table_lookup_extended (uncertain, path, NULL, &positions[which]))
        continue;
      outlay_check_fault (check, correlation, g_strdup_printf (_("found “%s”, which has no uncertainty; expected paths of two uncertain numbers"), path),
                          "between", NULL);
      return FALSE;
    }
  *pair = (OutlayPair) { GPOINTER_TO_UINT (positions[0]), GPOINTER_TO_UINT (positions[1]), outlay_check_number (check, correlation, "rho") };
  return TRUE;
}

static gboolean
is_new_pair (OutlayCheck *check, OutlayNode *correlation, const OutlayPair *pair, GHashTable *pairs)
{
  gint64 key = ((gint64) MIN (pair->first, pair->second) << 32) | MAX (pair->first, pair->second);

  if (pair->first == pair->second)
    outlay_check_fault (check, correlation, g_strdup (_("found one number twice, expected two different ones")), "between", NULL);
  else if (!g_hash_table_add (pairs, g_memdup2 (&key, sizeof key)))
    outlay_check_fault (check, correlation, g_strdup (_("found a second correlation of the same two numbers, expected one")), "between", NULL);
  else
    return TRUE;
  return FALSE;
}

static void
check_matrix (OutlayCheck *check, GArray *pairs, GPtrArray *correlations, guint n)
{
  guint failing;
  gboolean too_many;

  if (outlay_matrix_is_definite ((const OutlayPair *) (gpointer) pairs->data, pairs->len, n, &failing, &too_many))
    return;
  outlay_check_fault (check, correlations->pdata[failing],
                      too_many ? g_strdup_printf (_("found more than %d numbers that hang together by correlations, expected fewer"), OUTLAY_MOST_CORRELATED)
                               : g_strdup (_("found correlations that contradict each other: with this one their matrix is not positive definite; expected "
                                             "some of them nearer to 0")),
                      "rho", NULL);
}

static void
check_correlations (OutlayCheck *check, GHashTable *uncertain)
{
  OutlayNode *plan = OUTLAY_NODE (check->plan);
  const OutlayMember *member = outlay_node_find_member (plan, "correlations");
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (OutlayPair));
  g_autoptr (GPtrArray) correlations = g_ptr_array_new ();
  guint n_faults = check->n_faults;

  for (guint i = 0; i < outlay_node_get_n_children (plan, member) && outlay_check_goes_on (check); i++)
    {
      OutlayNode *correlation = outlay_node_get_nth_child (plan, member, i);
      OutlayPair pair;

      if (!find_pair (check, correlation, uncertain, &pair) || !is_new_pair (check, correlation, &pair, known))
        continue;
      g_array_append_val (pairs, pair);
      g_ptr_array_add (correlations, correlation);
    }
  if (check->n_faults == n_faults && pairs->len > 0)
    check_matrix (check, pairs, correlations, outlay_node_get_n_children (plan, outlay_node_find_member (plan, "uncertainties")));
}

void
outlay_check_risks (OutlayCheck *check)
{
  OutlayNode *plan = OUTLAY_NODE (check->plan);
  const OutlayMember *uncertainties = outlay_node_find_member (plan, "uncertainties");
  g_autoptr (GHashTable) uncertain = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < outlay_node_get_n_children (plan, uncertainties) && outlay_check_goes_on (check); i++)
    {
      OutlayNode *uncertainty = outlay_node_get_nth_child (plan, uncertainties, i);

      check_path (check, uncertainty, uncertain);
      check_distribution (check, uncertainty);
    }
  check_correlations (check, uncertain);
}
