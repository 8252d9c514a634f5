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
add_cell (GArray *cells, const OutlayCellEdit *cell)
{
  g_object_ref (cell->initiative);
  g_array_append_vals (cells, cell, 1);
}

static const OutlayMember *
investment_of (OutlayPlan *plan)
{
  return outlay_node_find_member (OUTLAY_NODE (outlay_plan_get_initiative (plan, 0)), "investment");
}

/* The file knows one zero. */
static double
plain (double amount)
{
  return amount == 0 ? 0 : amount;
}

static OutlayEdit *
add_edit (OutlayCommand *command, OutlayPlan *plan, OutlayScenario *scenario)
{
  const guint n_phases = outlay_plan_get_n_phases (plan);
  OutlayEdit *edit = g_new0 (OutlayEdit, 1);
  g_autoptr (GStrvBuilder) phases = g_strv_builder_new ();

  edit->kind = OUTLAY_EDIT_CELLS;
  g_set_object (&edit->scenario, scenario);
  edit->node = g_object_ref (OUTLAY_NODE (plan));
  edit->parameter = (OutlayParameter) { edit->node, outlay_node_find_member (edit->node, "initiatives"), -1 };
  edit->path = outlay_parameter_path (&edit->parameter);
  for (guint p = 0; p < n_phases; p++)
    g_strv_builder_add (phases, outlay_node_get_id (OUTLAY_NODE (outlay_plan_get_phase (plan, p))));
  edit->phases = g_strv_builder_end (phases);
  g_ptr_array_add (command->edits, edit);
  /* What a path is afterwards is another edit. */
  outlay_command_keep_last (command);
  return edit;
}

/* Cells as they are now, on their way to others. */
static void
fill_edit (OutlayEdit *edit, OutlayPlan *plan, const guint *cells, const double *amounts, guint n)
{
  const guint n_phases = g_strv_length (edit->phases);
  const OutlayMember *initiatives = edit->parameter.member, *investment = investment_of (plan);
  g_autofree double *own = edit->scenario != NULL ? outlay_scenario_get_cells (edit->scenario, plan) : NULL;

  edit->cells = cells_new (n);
  for (guint i = 0; i < n; i++)
    {
      OutlayNode *initiative = outlay_node_get_nth_child (edit->node, initiatives, cells[i] / n_phases);
      const guint phase = cells[i] % n_phases;
      const double before = own != NULL ? own[cells[i]] : outlay_node_get_entry (initiative, investment, phase);

      add_cell (edit->cells, &(OutlayCellEdit) { initiative, cells[i], phase, before, plain (amounts[i]) });
    }
}

/* Takes up those amounts that are of cells of the edit. Those of others are left, in their order; returns how many. */
static guint
update (OutlayEdit *edit, guint *cells, double *amounts, guint n)
{
  guint n_left = 0, known = 0;

  for (guint i = 0; i < n; i++)
    {
      while (known < edit->cells->len && g_array_index (edit->cells, OutlayCellEdit, known).cell < cells[i])
        known++;
      if (known < edit->cells->len && g_array_index (edit->cells, OutlayCellEdit, known).cell == cells[i])
        {
          g_array_index (edit->cells, OutlayCellEdit, known).after = plain (amounts[i]);
          continue;
        }
      cells[n_left] = cells[i];
      amounts[n_left++] = amounts[i];
    }
  return n_left;
}

void
outlay_command_take_cells (OutlayCommand *command, OutlayPlan *plan, OutlayScenario *scenario, const guint *cells, const double *amounts, guint n)
{
  g_autofree guint *left = g_memdup2 (cells, n * sizeof *cells);
  g_autofree double *wanted = g_memdup2 (amounts, n * sizeof *amounts);

  for (guint i = command->edits->len; i-- > 0 && n > 0;)
    {
      OutlayEdit *edit = command->edits->pdata[i];

      if (edit->kind != OUTLAY_EDIT_CELLS || edit->scenario != scenario)
        break;
      n = update (edit, left, wanted, n);
    }
  if (n > 0)
    fill_edit (add_edit (command, plan, scenario), plan, left, wanted, n);
}

void
outlay_plan_lay_cells (OutlayPlan *plan, OutlayScenario *scenario, const guint *cells, const double *amounts, guint n)
{
  const guint n_phases = outlay_plan_get_n_phases (plan);
  const OutlayMember *initiatives = outlay_node_find_member (OUTLAY_NODE (plan), "initiatives"), *investment = investment_of (plan);

  if (scenario != NULL)
    outlay_scenario_set_cells (scenario, plan, cells, amounts, n);
  else
    for (guint i = 0; i < n; i++)
      outlay_node_set_entry (outlay_node_get_nth_child (OUTLAY_NODE (plan), initiatives, cells[i] / n_phases), investment, cells[i] % n_phases,
                             plain (amounts[i]));
}

void
outlay_edit_apply_cells (const OutlayEdit *edit, OutlayPlan *plan, gboolean forward)
{
  const guint n = edit->cells->len;
  g_autofree guint *cells = g_new (guint, n);
  g_autofree double *amounts = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      const OutlayCellEdit *cell = &g_array_index (edit->cells, OutlayCellEdit, i);

      cells[i] = cell->cell;
      amounts[i] = forward ? cell->after : cell->before;
    }
  outlay_plan_lay_cells (plan, edit->scenario, cells, amounts, n);
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
    add_cell (copy, &g_array_index (edit->cells, OutlayCellEdit, i));
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
        add_cell (changed, cell);
    }
  g_array_unref (edit->cells);
  edit->cells = changed;
  return changed->len > 0;
}
