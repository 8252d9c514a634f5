/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/editor.h"

#include <string.h>

#include "store/writer.h"
#include "support/small-plan.h"

static const char *const texts[] = { "", "a", "兆瓦 🔋", "\"quoted\" back\\slash", "line\nbreak" };

static void
append_path (const OutlayParameter *parameter, gpointer data)
{
  g_autofree char *path = outlay_parameter_path (parameter);

  if (outlay_parameter_is_number (parameter) &&
      (strstr (path, "mining.building-share") != NULL || strstr (path, "mining.investment.") != NULL || strstr (path, "mining.equipment") != NULL))
    g_ptr_array_add (data, g_steal_pointer (&path));
}

static const OutlayMember *
plan_list (TestEditor *editor, const char *name)
{
  return outlay_node_find_member (OUTLAY_NODE (editor->plan), name);
}

static OutlayNode *
random_child (TestEditor *editor, const char *list)
{
  const OutlayMember *member = plan_list (editor, list);
  guint n = outlay_node_get_n_children (OUTLAY_NODE (editor->plan), member);

  return n > 0 ? outlay_node_get_nth_child (OUTLAY_NODE (editor->plan), member, (guint) g_test_rand_int_range (0, (int) n)) : NULL;
}

static OutlayScenario *
random_scenario (TestEditor *editor)
{
  OutlayNode *scenario = g_test_rand_int_range (0, 3) > 0 ? random_child (editor, "scenarios") : NULL;

  return scenario != NULL ? OUTLAY_SCENARIO (scenario) : NULL;
}

/* Any number to anything, also what will be refused; or a scenario's back to its parent's. */
static void
edit_number (TestEditor *editor)
{
  const char *path = editor->paths->pdata[g_test_rand_int_range (0, (int) editor->paths->len)];
  OutlayScenario *scenario = random_scenario (editor);
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
  OutlayParameter parameter;

  /* Its phase may have gone. */
  if (!outlay_parameter_find (editor->plan, path, &parameter, NULL))
    return;
  if (scenario == NULL || g_test_rand_int_range (0, 3) > 0)
    outlay_value_set_number (&value, g_test_rand_int_range (0, 8) / 4.0);
  outlay_history_set (editor->history, scenario, &parameter, &value, NULL);
}

/* Any cells at once, sensible or not. */
static void
edit_cells (TestEditor *editor)
{
  const guint n_cells = outlay_plan_get_n_initiatives (editor->plan) * outlay_plan_get_n_phases (editor->plan);
  g_autofree guint *cells = g_new (guint, n_cells);
  g_autofree double *amounts = g_new (double, n_cells);
  guint n = 0;

  for (guint cell = 0; cell < n_cells; cell++)
    if (g_test_rand_bit ())
      {
        cells[n] = cell;
        amounts[n++] = g_test_rand_int_range (-1, 40) / 4.0;
      }
  if (n > 0)
    outlay_history_set_cells (editor->history, random_scenario (editor), cells, amounts, n, NULL);
}

static void
edit_text (TestEditor *editor)
{
  OutlayNode *node = random_child (editor, g_test_rand_bit () ? "scenarios" : "initiatives");
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  if (node == NULL)
    return;
  outlay_value_set_string (&value, texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]);
  outlay_history_set (editor->history, NULL, &(OutlayParameter) { node, outlay_node_find_member (node, "description"), -1 }, &value, NULL);
}

/* Money of any initiative in any phase, of those that came in as well; or what a scenario makes of it. */
static void
edit_cell (TestEditor *editor)
{
  OutlayNode *initiative = random_child (editor, "initiatives");
  OutlayNode *phase = random_child (editor, "phases");
  const OutlayParameter cell = { initiative, outlay_node_find_member (initiative, "investment"), (int) outlay_node_get_position (phase) };
  OutlayScenario *scenario = random_scenario (editor);
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  if (scenario == NULL || g_test_rand_int_range (0, 3) > 0)
    outlay_value_set_number (&value, g_test_rand_int_range (0, 8) * 1e8);
  outlay_history_set (editor->history, scenario, &cell, &value, NULL);
}

/* A ramp-up as a whole, of no, some or too many years; or one of its years, of the plan or of a scenario, which then needs it. */
static void
edit_ramp_up (TestEditor *editor)
{
  OutlayNode *initiative = random_child (editor, "initiatives");
  const OutlayMember *ramp_up = outlay_node_find_member (initiative, "ramp-up");
  const guint n = (guint) g_test_rand_int_range (0, g_test_rand_int_range (0, 8) > 0 ? 5 : 22);
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
  double shares[22];
  guint n_now;

  outlay_node_get_numbers (initiative, ramp_up, &n_now);
  if (g_test_rand_bit ())
    {
      const OutlayParameter year = { initiative, ramp_up, g_test_rand_int_range (0, (int) n_now) };

      outlay_value_set_number (&value, g_test_rand_int_range (0, 10) / 4.0);
      outlay_history_set (editor->history, random_scenario (editor), &year, &value, NULL);
      return;
    }
  for (guint g = 0; g < n; g++)
    shares[g] = g_test_rand_int_range (0, g_test_rand_int_range (0, 8) > 0 ? 9 : 10) / 4.0;
  outlay_history_set_numbers (editor->history, initiative, ramp_up, shares, n, NULL);
}

/* --- lists --- */

static void
fill_scenario (TestEditor *editor, OutlayNode *scenario)
{
  OutlayScenario *from = random_scenario (editor);
  const OutlayParameter changed = { random_child (editor, "initiatives"), NULL, -1 };
  g_autofree char *object = outlay_parameter_path (&changed);
  g_autofree char *path = g_strdup_printf ("%s.investment.%s", object, outlay_node_get_id (random_child (editor, "phases")));

  set_text (scenario, "from", from != NULL ? outlay_node_get_id (OUTLAY_NODE (from)) : NULL);
  change_number (scenario, path, g_test_rand_int_range (0, 8) / 4.0);
}

static void
fill_initiative (TestEditor *editor, OutlayNode *initiative)
{
  const OutlayMember *investment = outlay_node_find_member (initiative, "investment");
  OutlayNode *product = add_child (initiative, "products", "goods");

  set_text (initiative, "name", "made");
  set_number (initiative, "design-investment", 1e9);
  for (guint p = 0; p < outlay_plan_get_n_phases (editor->plan); p++)
    outlay_node_set_entry (initiative, investment, p, g_test_rand_int_range (0, 4) * 1e8);
  set_text (product, "unit", "t");
  set_number (product, "capacity", g_test_rand_int_range (1, 1000));
}

static void
fill_target (TestEditor *editor, OutlayNode *target)
{
  set_text (target, "series", "revenue");
  set_number (target, "measure", OUTLAY_MEASURE_DESIGN_YEAR);
  set_number (target, "at-least", g_test_rand_int_range (1, 9) * 1e8);
}

static OutlayNode *
make_child (TestEditor *editor, const OutlayMember *list)
{
  g_autofree char *id = g_strdup_printf ("made-%u", editor->n_made++);
  OutlayNode *child = g_object_new (list->child_type, NULL);

  set_text (child, "id", id);
  if (OUTLAY_IS_SCENARIO (child))
    fill_scenario (editor, child);
  else if (OUTLAY_IS_INITIATIVE (child))
    fill_initiative (editor, child);
  else if (OUTLAY_IS_TARGET (child))
    fill_target (editor, child);
  else if (OUTLAY_IS_PHASE (child))
    set_number (child, "start", 12 * 2027 + g_test_rand_int_range (0, 12));
  else
    set_text (child, "unit", "t");
  return child;
}

/* Of an object of the plan, which need not be in a list. */
static OutlayNode *
make_source (TestEditor *editor)
{
  const OutlayParameter object = { random_child (editor, g_test_rand_bit () ? "initiatives" : "phases"), NULL, -1 };
  g_autofree char *path = outlay_parameter_path (&object);
  OutlayNode *source = OUTLAY_NODE (outlay_source_new (path));

  set_text (source, "text", texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]);
  return source;
}

static void
edit_list (TestEditor *editor)
{
  static const char *const lists[] = { "scenarios", "phases", "initiatives", "targets", "sources", "products" };
  const char *name = lists[g_test_rand_int_range (0, G_N_ELEMENTS (lists))];
  OutlayNode *parent = g_str_equal (name, "products") ? random_child (editor, "initiatives") : OUTLAY_NODE (editor->plan);
  const OutlayMember *list = outlay_node_find_member (parent, name);
  const guint n = outlay_node_get_n_children (parent, list);
  OutlayNode *child = n > 0 ? outlay_node_get_nth_child (parent, list, (guint) g_test_rand_int_range (0, (int) n)) : NULL;
  const int what = g_test_rand_int_range (0, 3);

  if (what == 0)
    {
      g_autoptr (OutlayNode) made = list->kind == OUTLAY_MEMBER_SOURCES ? make_source (editor) : make_child (editor, list);

      outlay_history_insert (editor->history, parent, list, (guint) g_test_rand_int_range (0, (int) n + 1), made, NULL);
    }
  else if (child != NULL && what == 1)
    outlay_history_move (editor->history, child, (guint) g_test_rand_int_range (0, (int) n), NULL);
  else if (child != NULL)
    outlay_history_remove (editor->history, child, NULL);
}

void
test_editor_init (TestEditor *editor, OutlayPlan *plan, OutlayHistory *history)
{
  *editor = (TestEditor) { plan, history, g_ptr_array_new_with_free_func (g_free), 0 };
  outlay_plan_foreach_parameter (plan, append_path, editor->paths);
}

void
test_editor_clear (TestEditor *editor)
{
  g_clear_pointer (&editor->paths, g_ptr_array_unref);
}

void
test_editor_edit (TestEditor *editor)
{
  const int what = g_test_rand_int_range (0, 12);

  if (what < 2)
    edit_list (editor);
  else if (what == 2)
    edit_text (editor);
  else if (what < 5)
    edit_cell (editor);
  else if (what < 7)
    edit_cells (editor);
  else if (what < 9)
    edit_ramp_up (editor);
  else
    edit_number (editor);
}

void
test_editor_step (TestEditor *editor, const char *description)
{
  outlay_history_begin (editor->history, description);
  for (int n = g_test_rand_int_range (1, 20); n > 0; n--)
    test_editor_edit (editor);
  if (g_test_rand_int_range (0, 8) == 0)
    outlay_history_rollback (editor->history);
  else
    outlay_history_commit (editor->history, NULL);
}

void
test_editor_walk (TestEditor *editor)
{
  const guint position = (guint) g_test_rand_int_range (0, (int) outlay_history_get_n_steps (editor->history) + 1);

  if (g_test_rand_bit () && outlay_history_can_undo (editor->history))
    outlay_history_undo (editor->history);
  else if (g_test_rand_bit () && outlay_history_can_redo (editor->history))
    outlay_history_redo (editor->history);
  else if (position != outlay_history_get_position (editor->history))
    outlay_history_go_to (editor->history, position);
}

char *
test_editor_write (TestEditor *editor)
{
  return g_string_free_and_steal (outlay_plan_write (editor->plan));
}
