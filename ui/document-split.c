/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "plan/resolve.h"
#include "ui/document-private.h"

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
apply_cell (OutlayDocument *self, guint initiative, guint phase, double amount)
{
  OutlayParameter parameter;
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  outlay_document_get_cell (self, initiative, phase, &parameter);
  outlay_value_set_number (&value, amount);
  if (!outlay_history_set (self->history, self->scenario, &parameter, &value, &error))
    g_warning ("A cell of the split was refused: %s", error->message);
}

void
outlay_document_forget_split (OutlayDocument *self)
{
  if (self->applied == NULL)
    g_clear_pointer (&self->split, outlay_split_free);
}

OutlaySplit *
outlay_document_get_split (OutlayDocument *self)
{
  g_autoptr (OutlayModel) model = NULL;

  if (self->split != NULL)
    return self->split;
  model = outlay_model_new (self->plan, self->scenario);
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
  return self->applied != NULL;
}

void
outlay_document_begin_split (OutlayDocument *self)
{
  g_return_if_fail (self->applied == NULL);

  self->applied = g_memdup2 (outlay_split_cells (outlay_document_get_split (self)), count_cells (self) * sizeof (double));
  outlay_history_begin (self->history, NULL);
}

void
outlay_document_apply_split (OutlayDocument *self)
{
  const guint n_phases = g_list_model_get_n_items (outlay_plan_get_phases (self->plan));
  const double *cells;

  if (self->applied == NULL)
    return;
  cells = outlay_split_cells (self->split);
  outlay_plan_freeze (self->plan);
  for (guint cell = 0; cell < count_cells (self); cell++)
    if (cells[cell] != self->applied[cell])
      {
        apply_cell (self, cell / n_phases, cell % n_phases, cells[cell]);
        self->applied[cell] = cells[cell];
      }
  outlay_plan_thaw (self->plan);
}

void
outlay_document_commit_split (OutlayDocument *self, const char *description)
{
  if (self->applied == NULL)
    return;
  outlay_document_apply_split (self);
  outlay_history_commit (self->history, description);
  g_clear_pointer (&self->applied, g_free);
  /* An edit that led back to where it began is no step. */
  if (g_strcmp0 (outlay_history_get_undo_description (self->history), description) == 0)
    outlay_document_tell_edit (self, description);
}

void
outlay_document_tell_edit (OutlayDocument *self, const char *description)
{
  g_autofree char *name = self->scenario != NULL ? outlay_plan_resolve_name (self->plan, NULL, OUTLAY_NODE (self->scenario)) : NULL;
  /* Translators: what was done, and in which scenario: “Set Mining machinery in Phase one to 1.80 bn, in “Storage first”” */
  g_autofree char *text = name != NULL ? g_strdup_printf (C_ ("step and scenario", "%s, in “%s”"), description, name) : g_strdup (description);

  g_signal_emit_by_name (self, "stepped", text);
}

void
outlay_document_rollback_split (OutlayDocument *self)
{
  if (self->applied == NULL)
    return;
  g_clear_pointer (&self->applied, g_free);
  outlay_document_forget_split (self);
  outlay_history_rollback (self->history);
  g_signal_emit_by_name (self, "projected");
}
