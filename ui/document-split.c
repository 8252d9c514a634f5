/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "plan/resolve.h"
#include "ui/document-private.h"

#include <math.h>
#include <string.h>

/* A long drag goes into the draft while it lasts: this often, but where it moves many cells only when the hand rests, for that takes longer than a frame. */
#define KEEP_EVERY 250
#define REST (200 * G_TIME_SPAN_MILLISECOND)
#define MANY_CELLS 1000
/* Of more initiatives times years results take a good part of a frame: the table and the picture that the hand holds are drawn first. */
#define MANY_RESULTS 60000
/* Milliseconds after which a large plan is computed once more for who is compared with it and moves along: a frame has been painted by then. */
#define COMPARE_AFTER 20
/* So many are edits by their paths, which is smaller to keep. */
#define FEW_CELLS 8

static gpointer
split_lock_key (guint initiative, guint phase)
{
  return GUINT_TO_POINTER (initiative * 128 + phase + 1);
}

static void
lay_locks (OutlayDocument *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->locks);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    outlay_split_set_locked (self->split, (int) ((GPOINTER_TO_UINT (key) - 1) / 128), (int) ((GPOINTER_TO_UINT (key) - 1) % 128), TRUE);
}

static guint
count_cells (OutlayDocument *self)
{
  return g_list_model_get_n_items (outlay_plan_get_initiatives (self->plan)) * g_list_model_get_n_items (outlay_plan_get_phases (self->plan));
}

static void
refused (OutlayDocument *self, const GError *error)
{
  g_warning ("A cell of the split was refused: %s", error->message);
  outlay_document_forget_model (self);
  outlay_document_forget_compared_model (self);
}

static void
apply_cell (OutlayDocument *self, guint initiative, guint phase, double amount)
{
  OutlayParameter parameter;
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  outlay_document_get_cell (self, initiative, phase, &parameter);
  outlay_value_set_number (&value, amount);
  if (!outlay_history_set (self->history, self->scenario, &parameter, &value, &error))
    refused (self, error);
}

static void
apply_cells (OutlayDocument *self, const guint *cells, const double *amounts, guint n)
{
  const guint n_phases = outlay_split_n_phases (self->split);
  g_autoptr (GError) error = NULL;

  if (n <= FEW_CELLS)
    for (guint i = 0; i < n; i++)
      apply_cell (self, cells[i] / n_phases, cells[i] % n_phases, amounts[i]);
  else if (!outlay_history_set_cells (self->history, self->scenario, cells, amounts, n, &error))
    refused (self, error);
}

/* Each cell that is another one than the plan has. */
static void
lay_into_plan (OutlayDocument *self)
{
  const guint n_cells = count_cells (self);
  const double *cells = outlay_split_cells (self->split);
  g_autofree guint *changed = g_new (guint, n_cells);
  g_autofree double *amounts = g_new (double, n_cells);
  guint n = 0;

  for (guint cell = 0; cell < n_cells; cell++)
    if (cells[cell] != self->laid[cell])
      {
        changed[n] = cell;
        amounts[n++] = self->laid[cell] = cells[cell];
      }
  outlay_plan_freeze (self->plan);
  apply_cells (self, changed, amounts, n);
  outlay_plan_thaw (self->plan);
}

static gboolean
keep_cb (gpointer data)
{
  OutlayDocument *self = data;

  if (count_cells (self) <= MANY_CELLS || g_get_monotonic_time () - self->moved_at >= REST)
    lay_into_plan (self);
  return G_SOURCE_CONTINUE;
}

static gboolean
takes_long (OutlayDocument *self)
{
  const OutlayShape *shape = self->model != NULL ? outlay_model_shape (self->model) : NULL;

  return shape != NULL && (gsize) shape->n_initiatives * shape->n_years > MANY_RESULTS;
}

static void
follow_cb (gpointer data)
{
  OutlayDocument *self = data;

  self->follow_source = 0;
  g_signal_emit_by_name (self, "projected");
}

static gboolean
compare_cb (gpointer data)
{
  OutlayDocument *self = data;

  self->compare_source = 0;
  g_signal_emit_by_name (self, "projected");
  return G_SOURCE_REMOVE;
}

void
outlay_document_stop_telling (OutlayDocument *self)
{
  g_clear_handle_id (&self->follow_source, g_source_remove);
}

void
outlay_document_tell_movement (OutlayDocument *self)
{
  self->stale = TRUE;
  outlay_document_outdate_compared (self);
  if (!takes_long (self))
    {
      g_signal_emit_by_name (self, "projected");
      return;
    }
  g_signal_emit_by_name (self, "moved");
  /* Behind the painting of what has moved. */
  if (self->follow_source == 0)
    self->follow_source = g_idle_add_once (follow_cb, self);
}

void
outlay_document_tell_change (OutlayDocument *self)
{
  const gboolean throughout = self->held == NULL && self->model != NULL && outlay_model_is_outdated_throughout (self->model, self->plan);

  if (self->editing || throughout)
    {
      outlay_document_tell_movement (self);
      return;
    }
  outlay_document_stop_telling (self);
  g_signal_emit_by_name (self, "projected");
}

static void
end_split (OutlayDocument *self)
{
  outlay_document_stop_telling (self);
  g_clear_pointer (&self->held, g_free);
  g_clear_pointer (&self->laid, g_free);
  g_clear_handle_id (&self->keep_source, g_source_remove);
}

/* Cells that the compared scenario, or what it comes from below the edited one, says itself. */
static guint8 *
find_own_cells (OutlayDocument *self)
{
  g_autoptr (GPtrArray) chain = outlay_scenario_get_chain (self->compared);
  guint8 *own = g_new0 (guint8, count_cells (self));
  guint n_own = chain->len;

  if (self->scenario != NULL && !g_ptr_array_find (chain, self->scenario, &n_own))
    memset (own, TRUE, count_cells (self));
  for (guint i = 0; i < n_own && i < chain->len; i++)
    {
      g_autofree double *changed = outlay_scenario_get_cells (chain->pdata[i], self->plan);

      for (guint cell = 0; cell < count_cells (self); cell++)
        own[cell] = own[cell] || !isnan (changed[cell]);
    }
  return own;
}

/* Whether a movement moves the compared scenario too, which may take some of its cells from what is edited. */
static gboolean
moves_along (OutlayDocument *self)
{
  const double *moved = outlay_split_cells (self->split), *shown;

  if (!self->compares || self->compared_model == NULL || self->compared_projection == NULL)
    return TRUE;
  shown = outlay_model_numbers (self->compared_model) + outlay_model_shape (self->compared_model)->cells;
  if (self->compared_own == NULL)
    self->compared_own = find_own_cells (self);
  for (guint cell = 0; cell < count_cells (self); cell++)
    if (!self->compared_own[cell] && shown[cell] != moved[cell])
      return TRUE;
  return FALSE;
}

/* Where the compared scenario takes cells from what is edited they move with it. */
static void
move_compared (OutlayDocument *self)
{
  const double *before = outlay_model_numbers (self->compared_model) + outlay_model_shape (self->compared_model)->cells;
  const double *moved = outlay_split_cells (self->split);
  const guint n_cells = count_cells (self);
  g_autofree double *cells = g_new (double, n_cells);

  if (self->compared_own == NULL)
    self->compared_own = find_own_cells (self);
  for (guint cell = 0; cell < n_cells; cell++)
    cells[cell] = self->compared_own[cell] ? before[cell] : moved[cell];
  outlay_model_set_cells (self->compared_model, cells);
}

static void
bring_up_to_date (OutlayDocument *self, OutlayModel **model)
{
  if (*model != NULL && !outlay_model_update (*model, self->plan))
    g_clear_pointer (model, outlay_model_unref);
}

void
outlay_document_forget_model (OutlayDocument *self)
{
  g_clear_pointer (&self->model, outlay_model_unref);
  self->stale = TRUE;
}

void
outlay_document_forget_compared_model (OutlayDocument *self)
{
  g_clear_pointer (&self->compared_model, outlay_model_unref);
  g_clear_pointer (&self->compared_own, g_free);
  g_clear_handle_id (&self->compare_source, g_source_remove);
  self->compared_stale = TRUE;
}

void
outlay_document_outdate_compared (OutlayDocument *self)
{
  if (self->held != NULL && !moves_along (self))
    return;
  self->compared_stale = TRUE;
  /* Behind the painting of what the hand holds and of its results. */
  if (self->held == NULL)
    g_clear_handle_id (&self->compare_source, g_source_remove);
  else if (self->compares && self->compare_source == 0 && takes_long (self))
    self->compare_source = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, COMPARE_AFTER, compare_cb, self, NULL);
}

OutlayModel *
outlay_document_get_model (OutlayDocument *self)
{
  bring_up_to_date (self, &self->model);
  if (self->model == NULL)
    self->model = outlay_model_new (self->plan, self->scenario);
  if (self->held != NULL)
    outlay_model_set_cells (self->model, outlay_split_cells (self->split));
  return self->model;
}

OutlayModel *
outlay_document_get_compared_model (OutlayDocument *self)
{
  bring_up_to_date (self, &self->compared_model);
  if (self->compared_model == NULL)
    self->compared_model = outlay_model_new (self->plan, self->compared);
  if (self->held != NULL)
    move_compared (self);
  return self->compared_model;
}

void
outlay_document_forget_split (OutlayDocument *self)
{
  if (self->held == NULL)
    g_clear_pointer (&self->split, outlay_split_free);
}

OutlaySplit *
outlay_document_get_split (OutlayDocument *self)
{
  OutlayModel *model;

  if (self->split != NULL)
    return self->split;
  model = outlay_document_get_model (self);
  self->split = outlay_split_new (outlay_model_shape (model)->n_initiatives, outlay_model_shape (model)->n_phases,
                                  outlay_model_numbers (model) + outlay_model_shape (model)->cells);
  outlay_split_set_keep_total (self->split, self->keep_total);
  lay_locks (self);
  return self->split;
}

/* Remembered cell by cell, so that one cell of a locked row can be unlocked. */
void
outlay_document_set_locked (OutlayDocument *self, int initiative, int phase, gboolean locked)
{
  const guint n_initiatives = g_list_model_get_n_items (outlay_plan_get_initiatives (self->plan));
  const guint n_phases = g_list_model_get_n_items (outlay_plan_get_phases (self->plan));

  for (guint i = 0; i < n_initiatives; i++)
    for (guint p = 0; p < n_phases; p++)
      {
        if ((initiative >= 0 && (guint) initiative != i) || (phase >= 0 && (guint) phase != p))
          continue;
        if (locked)
          g_hash_table_add (self->locks, split_lock_key (i, p));
        else
          g_hash_table_remove (self->locks, split_lock_key (i, p));
      }
  if (self->split != NULL)
    outlay_split_set_locked (self->split, initiative, phase, locked);
  g_signal_emit_by_name (self, "projected");
}

void
outlay_document_get_cell (OutlayDocument *self, guint initiative, guint phase, OutlayParameter *parameter)
{
  OutlayNode *node = OUTLAY_NODE (outlay_plan_get_initiative (self->plan, initiative));

  *parameter = (OutlayParameter) { node, outlay_node_find_member (node, "investment"), (int) phase };
}

gboolean
outlay_document_is_splitting (OutlayDocument *self)
{
  return self->held != NULL;
}

gboolean
outlay_document_is_moved (OutlayDocument *self, guint initiative, guint phase)
{
  guint cell;

  if (self->held == NULL)
    return FALSE;
  cell = initiative * outlay_split_n_phases (self->split) + phase;
  return outlay_split_cells (self->split)[cell] != self->held[cell];
}

void
outlay_document_begin_split (OutlayDocument *self)
{
  g_return_if_fail (self->held == NULL);

  outlay_document_take_back (self);
  self->held = g_memdup2 (outlay_split_cells (outlay_document_get_split (self)), count_cells (self) * sizeof (double));
  self->laid = g_memdup2 (self->held, count_cells (self) * sizeof (double));
  self->keep_source = g_timeout_add (KEEP_EVERY, keep_cb, self);
  outlay_history_begin (self->history, NULL);
}

void
outlay_document_apply_split (OutlayDocument *self)
{
  if (self->held == NULL)
    return;
  self->moved_at = g_get_monotonic_time ();
  outlay_document_tell_movement (self);
}

/* What was moved is what the plan now holds, so the split stays as it is. */
void
outlay_document_commit_split (OutlayDocument *self, const char *description)
{
  if (self->held == NULL)
    return;
  lay_into_plan (self);
  end_split (self);
  outlay_document_commit (self, description);
}

void
outlay_document_commit (OutlayDocument *self, const char *description)
{
  const guint before = outlay_history_get_position (self->history);

  outlay_history_commit (self->history, description);
  /* An edit that led back to where it began is no step. */
  if (outlay_history_get_position (self->history) != before)
    outlay_document_tell_edit (self);
}

void
outlay_document_tell_edit (OutlayDocument *self)
{
  g_autofree char *text = outlay_document_describe_step (self, outlay_history_get_position (self->history) - 1);

  g_signal_emit_by_name (self, "stepped", text);
}

void
outlay_document_rollback_split (OutlayDocument *self)
{
  if (self->held == NULL)
    return;
  end_split (self);
  outlay_document_forget_split (self);
  outlay_document_forget_model (self);
  outlay_document_forget_compared_model (self);
  outlay_history_rollback (self->history);
  g_signal_emit_by_name (self, "projected");
}
