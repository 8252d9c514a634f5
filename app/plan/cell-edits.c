/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An edit of the whole split. A plan may have ten thousand initiatives and a movement of a hand touch them all: a path and an edit for each cell would take
 * longer than a frame. */

#include "plan/command.h"

static void
cell_edit_clear (gpointer data)
{
  g_object_unref (((OutlayCellEdit *) data)->initiative);
}

static GArray *
cells_new (guint room)
{
  GArray *cells = g_array_sized_new (FALSE, FALSE, sizeof (OutlayCellEdit), room);

  g_array_set_clear_func (cells, cell_edit_clear);
  return cells;
}

static inline void
add_cell (GArray *cells, const OutlayCellEdit *cell, double after)
{
  const OutlayCellEdit added = { g_object_ref (cell->initiative), cell->cell, cell->phase, cell->before, after };

  g_array_append_val (cells, added);
}

static const OutlayMember *
investment_of (OutlayNode *initiative)
{
  return outlay_node_find_member (initiative, "investment");
}

/* A cell as it is in the plan now. */
static OutlayCellEdit
find_cell (const OutlayEdit *edit, const OutlayMember *investment, guint n_phases, guint cell)
{
  OutlayNode *initiative = outlay_node_get_nth_child (edit->node, edit->parameter.member, cell / n_phases);

  return (OutlayCellEdit) { initiative, cell, cell % n_phases, outlay_node_get_entry (initiative, investment, cell % n_phases), 0 };
}

/* Takes cells over that stand before another one. */
static guint
pass (GArray *merged, const GArray *known, guint k, guint end)
{
  for (; k < known->len && g_array_index (known, OutlayCellEdit, k).cell < end; k++)
    add_cell (merged, &g_array_index (known, OutlayCellEdit, k), g_array_index (known, OutlayCellEdit, k).after);
  return k;
}

/* The cells of an edit and others, both in the order of the plan. */
static GArray *
merge (const OutlayEdit *edit, const guint *cells, const double *amounts, guint n)
{
  const OutlayMember *investment = investment_of (outlay_node_get_nth_child (edit->node, edit->parameter.member, 0));
  const guint n_phases = g_strv_length (edit->phases);
  GArray *merged = cells_new (edit->cells->len + n);
  guint k = 0;

  for (guint i = 0; i < n; i++)
    {
      OutlayCellEdit cell;

      k = pass (merged, edit->cells, k, cells[i]);
      if (k < edit->cells->len && g_array_index (edit->cells, OutlayCellEdit, k).cell == cells[i])
        cell = g_array_index (edit->cells, OutlayCellEdit, k++);
      else
        cell = find_cell (edit, investment, n_phases, cells[i]);
      /* The file knows one zero. */
      add_cell (merged, &cell, amounts[i] == 0 ? 0 : amounts[i]);
    }
  pass (merged, edit->cells, k, G_MAXUINT);
  return merged;
}

static OutlayEdit *
add_edit (OutlayCommand *command, OutlayPlan *plan)
{
  const guint n_phases = outlay_plan_get_n_phases (plan);
  OutlayEdit *edit = g_new0 (OutlayEdit, 1);
  g_autoptr (GStrvBuilder) phases = g_strv_builder_new ();

  edit->kind = OUTLAY_EDIT_CELLS;
  edit->node = g_object_ref (OUTLAY_NODE (plan));
  edit->parameter = (OutlayParameter) { edit->node, outlay_node_find_member (edit->node, "initiatives"), -1 };
  edit->path = outlay_parameter_path (&edit->parameter);
  for (guint p = 0; p < n_phases; p++)
    g_strv_builder_add (phases, outlay_node_get_id (OUTLAY_NODE (outlay_plan_get_phase (plan, p))));
  edit->phases = g_strv_builder_end (phases);
  edit->cells = cells_new (0);
  g_ptr_array_add (command->edits, edit);
  /* What a path is afterwards is another edit. */
  outlay_command_keep_last (command);
  return edit;
}

OutlayEdit *
outlay_command_take_cells (OutlayCommand *command, OutlayPlan *plan, const guint *cells, const double *amounts, guint n)
{
  OutlayEdit *last = command->edits->len > 0 ? command->edits->pdata[command->edits->len - 1] : NULL;
  GArray *merged;

  if (last == NULL || last->kind != OUTLAY_EDIT_CELLS)
    last = add_edit (command, plan);
  merged = merge (last, cells, amounts, n);
  g_array_unref (last->cells);
  last->cells = merged;
  return last;
}

void
outlay_edit_apply_cells (const OutlayEdit *edit, gboolean forward)
{
  const OutlayMember *investment = edit->cells->len > 0 ? investment_of (g_array_index (edit->cells, OutlayCellEdit, 0).initiative) : NULL;

  for (guint i = 0; i < edit->cells->len; i++)
    {
      const OutlayCellEdit *cell = &g_array_index (edit->cells, OutlayCellEdit, i);

      outlay_node_set_entry (cell->initiative, investment, cell->phase, forward ? cell->after : cell->before);
    }
}

char *
outlay_edit_cell_path (const OutlayEdit *edit, const OutlayCellEdit *cell)
{
  return g_strconcat (edit->path, ".", outlay_node_get_id (cell->initiative), ".investment.", edit->phases[cell->phase], NULL);
}

GArray *
outlay_edit_copy_cells (const OutlayEdit *edit)
{
  GArray *copy = cells_new (edit->cells->len);

  for (guint i = 0; i < edit->cells->len; i++)
    add_cell (copy, &g_array_index (edit->cells, OutlayCellEdit, i), g_array_index (edit->cells, OutlayCellEdit, i).after);
  return copy;
}

gboolean
outlay_edit_close_cells (OutlayEdit *edit)
{
  GArray *changed;
  guint n = 0;

  for (guint i = 0; i < edit->cells->len; i++)
    n += g_array_index (edit->cells, OutlayCellEdit, i).before != g_array_index (edit->cells, OutlayCellEdit, i).after;
  if (n == edit->cells->len)
    return n > 0;
  changed = cells_new (n);
  for (guint i = 0; i < edit->cells->len; i++)
    {
      const OutlayCellEdit *cell = &g_array_index (edit->cells, OutlayCellEdit, i);

      if (cell->before != cell->after)
        add_cell (changed, cell, cell->after);
    }
  g_array_unref (edit->cells);
  edit->cells = changed;
  return changed->len > 0;
}
