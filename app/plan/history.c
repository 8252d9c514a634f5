/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/history-private.h"

#include <glib/gi18n.h>

#include "plan/node-check.h"
#include "plan/validate.h"

enum
{
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  PROP_CLEAN,
  PROP_POSITION,
  N_PROPERTIES,
};

enum
{
  STEPPED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OutlayHistory, outlay_history, G_TYPE_OBJECT)

/* Lays the value in and, where it contradicts something, takes it back. */
static gboolean
try_edit (OutlayHistory *self, OutlayEdit *edit, const OutlayValue *value, GError **error)
{
  g_auto (OutlayValue) current = OUTLAY_VALUE_INIT;
  gboolean holds;

  outlay_edit_read (edit, &current);
  outlay_plan_freeze (self->plan);
  outlay_edit_apply (edit, value);
  holds = self->trusting || outlay_plan_check_edit (self->plan, &edit->parameter, error);
  if (holds)
    outlay_value_copy (&edit->after, value);
  else
    outlay_edit_apply (edit, &current);
  outlay_plan_thaw (self->plan);
  return holds;
}

static gboolean
refuse (GError **error, OutlayPlanError code, const char *message)
{
  g_set_error_literal (error, OUTLAY_PLAN_ERROR, code, message);
  return FALSE;
}

/* Whether the value could stand there by itself. */
static gboolean
is_possible (OutlayScenario *scenario, const OutlayParameter *parameter, const OutlayValue *value, GError **error)
{
  if (parameter->member->kind == OUTLAY_MEMBER_ID)
    return refuse (error, OUTLAY_PLAN_ERROR_CONFLICT, _("An id cannot be changed: paths and other objects refer to it. Change the name instead."));
  if (scenario != NULL && !outlay_parameter_is_changeable (parameter))
    return refuse (error, OUTLAY_PLAN_ERROR_CONFLICT, _("A scenario cannot change this. Change it in the plan itself."));
  return (scenario != NULL && value->type == OUTLAY_VALUE_ABSENT) || outlay_parameter_check (parameter, value, error);
}

/* Nothing but its range binds an amount (outlay_check_has_rule()). */
static gboolean
are_possible (OutlayPlan *plan, const double *amounts, guint n, GError **error)
{
  OutlayNode *initiative = OUTLAY_NODE (outlay_plan_get_initiative (plan, 0));
  const OutlayParameter cell = { initiative, outlay_node_find_member (initiative, "investment"), 0 };
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  for (guint i = 0; i < n; i++)
    {
      outlay_value_set_number (&value, amounts[i]);
      if (!outlay_parameter_check (&cell, &value, error))
        return FALSE;
    }
  return TRUE;
}

/* --- lists --- */

/* Arranges the list and, where the plan does not hold then, takes it back. */
static gboolean
try_arrange (OutlayHistory *self, OutlayEdit *edit, GError **error)
{
  gboolean holds;

  outlay_plan_freeze (self->plan);
  outlay_edit_arrange (edit, TRUE);
  holds = self->trusting || outlay_plan_check_all (self->plan, error);
  if (holds && edit->kind == OUTLAY_EDIT_INSERT && self->scribe != NULL)
    edit->text = self->scribe (self->plan, edit->child);
  if (holds)
    outlay_command_keep_last (self->open);
  else
    {
      outlay_edit_arrange (edit, FALSE);
      outlay_command_drop_last (self->open);
    }
  outlay_plan_thaw (self->plan);
  return holds;
}

/* Opens a command where none is open. */
static gboolean
begin_alone (OutlayHistory *self, const char *description)
{
  if (self->open != NULL)
    return FALSE;
  outlay_history_begin (self, description);
  return TRUE;
}

static gboolean
can_come (OutlayHistory *self, OutlayNode *parent, const OutlayMember *list, guint position, OutlayNode *child, GError **error)
{
  const char *id = outlay_node_get_id (child);

  g_return_val_if_fail (outlay_node_get_parent (child) == NULL, FALSE);
  if (G_OBJECT_TYPE (child) != list->child_type)
    return refuse (error, OUTLAY_PLAN_ERROR_WRONG_TYPE, _("Such an object does not belong here."));
  if (position > outlay_node_get_n_children (parent, list) || outlay_node_get_n_children (parent, list) >= list->most)
    return refuse (error, OUTLAY_PLAN_ERROR_OUT_OF_RANGE, _("There is no place for another one here."));
  if (list->kind == OUTLAY_MEMBER_NODES && id != NULL && !outlay_id_is_valid (id))
    return refuse (error, OUTLAY_PLAN_ERROR_OUT_OF_RANGE, _("An id begins with a letter and has up to 64 of a–z, 0–9 and “-”."));
  if (id != NULL && outlay_node_find_child (parent, list, id) != NULL)
    return refuse (error, OUTLAY_PLAN_ERROR_CONFLICT, _("There is one of that id already."));
  return outlay_node_check (child, self->plan, error);
}

/* The money of a phase stands in the initiatives by its position: it is taken out first, so that undoing lays it in again. */
static gboolean
empty_phase (OutlayHistory *self, OutlayNode *phase, GError **error)
{
  g_auto (OutlayValue) nothing = OUTLAY_VALUE_INIT;
  gboolean done = TRUE;

  outlay_value_set_number (&nothing, 0);
  for (guint i = 0; done && i < outlay_plan_get_n_initiatives (self->plan); i++)
    {
      OutlayNode *initiative = OUTLAY_NODE (outlay_plan_get_initiative (self->plan, i));
      const OutlayParameter cell = { initiative, outlay_node_find_member (initiative, "investment"), (int) outlay_node_get_position (phase) };

      done = outlay_history_set (self, NULL, &cell, &nothing, error);
    }
  return done;
}

/* --- life --- */

void
outlay_history_notify_all (OutlayHistory *self)
{
  for (guint property = 1; property < N_PROPERTIES; property++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
outlay_history_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OutlayHistory *self = OUTLAY_HISTORY (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, outlay_history_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, outlay_history_can_redo (self));
      break;
    case PROP_CLEAN:
      g_value_set_boolean (value, outlay_history_is_clean (self));
      break;
    case PROP_POSITION:
      g_value_set_uint (value, self->done);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
outlay_history_finalize (GObject *object)
{
  OutlayHistory *self = OUTLAY_HISTORY (object);

  g_clear_pointer (&self->open, outlay_command_unref);
  g_ptr_array_unref (self->commands);
  g_clear_object (&self->plan);
  G_OBJECT_CLASS (outlay_history_parent_class)->finalize (object);
}

static void
outlay_history_class_init (OutlayHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = outlay_history_get_property;
  object_class->finalize = outlay_history_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_CLEAN] = g_param_spec_boolean ("clean", NULL, NULL, TRUE, flags);
  properties[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[STEPPED] = g_signal_new ("stepped", OUTLAY_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_history_init (OutlayHistory *self)
{
  self->commands = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_command_unref);
}

/**
 * outlay_history_new:
 * @plan: a plan as it is on disk
 *
 * Returns: (transfer full): a history without steps, which is clean
 */
OutlayHistory *
outlay_history_new (OutlayPlan *plan)
{
  OutlayHistory *self = g_object_new (OUTLAY_TYPE_HISTORY, NULL);

  self->plan = g_object_ref (plan);
  return self;
}

/**
 * outlay_history_begin:
 * @self: a history without an open command
 * @description: (nullable): what a person did
 *
 * Opens a command. All edits up to outlay_history_commit() are one step; of several edits of one path only the first value before and the last
 * value after are kept, so that a drag of a thousand movements is as small as one. Nothing can be undone while a command is open.
 */
void
outlay_history_begin (OutlayHistory *self, const char *description)
{
  g_return_if_fail (self->open == NULL);

  self->open = outlay_command_new (description);
  outlay_history_notify_all (self);
}

/**
 * outlay_history_set:
 * @self: a history
 * @scenario: (nullable): where the change is laid; %NULL for the plan
 * @parameter: what is changed
 * @value: the new value; of type %OUTLAY_VALUE_ABSENT to return a scenario's number to the plan's
 * @error: return location
 *
 * Edits. Outside a command it is a command of its own, described by its path.
 *
 * Returns: %FALSE with a sentence in @error where the value is of the wrong type, out of range or contradicts another member; nothing is changed then
 */
gboolean
outlay_history_set (OutlayHistory *self, OutlayScenario *scenario, const OutlayParameter *parameter, const OutlayValue *value, GError **error)
{
  g_autofree char *path = NULL;
  gboolean alone, done;

  if (!is_possible (scenario, parameter, value, error))
    return FALSE;
  if (self->open == NULL)
    path = outlay_parameter_path (parameter);
  alone = begin_alone (self, path);
  done = try_edit (self, outlay_command_take (self->open, scenario, parameter, value), value, error);
  if (alone)
    outlay_history_commit (self, NULL);
  return done;
}

/**
 * outlay_history_set_cells:
 * @self: a history
 * @scenario: (nullable): where changes are laid; %NULL for the plan
 * @cells: (array length=n): cells: position of the initiative times the number of phases, plus position of the phase; ascending
 * @amounts: (array length=n): what shall stand there
 * @n: how many
 * @error: OUTLAY_PLAN_ERROR_OUT_OF_RANGE
 *
 * Edits cells as outlay_history_set() does, many in the time of a few. Outside a command it is a command of its own.
 *
 * Returns: %FALSE where one of the amounts is out of range; nothing is changed then
 */
gboolean
outlay_history_set_cells (OutlayHistory *self, OutlayScenario *scenario, const guint *cells, const double *amounts, guint n, GError **error)
{
  gboolean alone;

  if (!are_possible (self->plan, amounts, n, error))
    return FALSE;
  alone = begin_alone (self, "initiatives");
  outlay_command_take_cells (self->open, self->plan, scenario, cells, amounts, n);
  outlay_plan_freeze (self->plan);
  outlay_plan_lay_cells (self->plan, scenario, cells, amounts, n);
  outlay_plan_thaw (self->plan);
  if (alone)
    outlay_history_commit (self, NULL);
  return TRUE;
}

/**
 * outlay_history_insert:
 * @self: a history
 * @parent: the object that has the list
 * @list: a list of objects
 * @position: where it shall stand, at most the number of objects in the list
 * @child: a new object, of the list's type and with an id of its own where such objects have one
 * @error: of OUTLAY_PLAN_ERROR
 *
 * Lays an object into a list, once what it and the objects below it hold was checked as if it came from a file. Outside a command it is a command of its own, described by the object's path.
 *
 * Returns: %FALSE where the object is faulty, or the list or the plan as a whole cannot have it; nothing is changed then
 */
gboolean
outlay_history_insert (OutlayHistory *self, OutlayNode *parent, const OutlayMember *list, guint position, OutlayNode *child, GError **error)
{
  gboolean alone, done;

  if (!can_come (self, parent, list, position, child, error))
    return FALSE;
  alone = begin_alone (self, outlay_node_get_id (child));
  done = try_arrange (self, outlay_command_add (self->open, OUTLAY_EDIT_INSERT, parent, list, child, position, position), error);
  if (alone)
    outlay_history_commit (self, NULL);
  return done;
}

/**
 * outlay_history_remove:
 * @self: a history
 * @child: an object that stands in a list of the plan
 * @error: OUTLAY_PLAN_ERROR_OUT_OF_RANGE, OUTLAY_PLAN_ERROR_CONFLICT
 *
 * Takes an object out of its list. Outside a command it is a command of its own, described by the object's id.
 *
 * Returns: %FALSE where the list needs it or something in the plan refers to it; nothing is changed then
 */
gboolean
outlay_history_remove (OutlayHistory *self, OutlayNode *child, GError **error)
{
  OutlayNode *parent = outlay_node_get_parent (child);
  const OutlayMember *list = outlay_node_get_parent_member (child);
  const guint position = outlay_node_get_position (child);
  gboolean alone, done;

  if (outlay_node_get_n_children (parent, list) <= list->least)
    return refuse (error, OUTLAY_PLAN_ERROR_OUT_OF_RANGE, _("The last one cannot be taken away."));
  alone = begin_alone (self, outlay_node_get_id (child));
  done = (!OUTLAY_IS_PHASE (child) || empty_phase (self, child, error)) &&
         try_arrange (self, outlay_command_add (self->open, OUTLAY_EDIT_REMOVE, parent, list, child, position, position), error);
  if (alone && done)
    outlay_history_commit (self, NULL);
  else if (alone)
    outlay_history_rollback (self);
  return done;
}

/**
 * outlay_history_move:
 * @self: a history
 * @child: an object that stands in a list of the plan
 * @to: the position it shall have
 * @error: OUTLAY_PLAN_ERROR_OUT_OF_RANGE
 *
 * Gives an object another place in its list. Outside a command it is a command of its own, described by the object's id.
 *
 * Returns: %FALSE where the list has no such position
 */
gboolean
outlay_history_move (OutlayHistory *self, OutlayNode *child, guint to, GError **error)
{
  OutlayNode *parent = outlay_node_get_parent (child);
  const OutlayMember *list = outlay_node_get_parent_member (child);
  const guint from = outlay_node_get_position (child);
  gboolean alone, done;

  if (to >= outlay_node_get_n_children (parent, list))
    return refuse (error, OUTLAY_PLAN_ERROR_OUT_OF_RANGE, _("The list has no such place."));
  if (from == to)
    return TRUE;
  alone = begin_alone (self, outlay_node_get_id (child));
  done = try_arrange (self, outlay_command_add (self->open, OUTLAY_EDIT_MOVE, parent, list, child, from, to), error);
  if (alone)
    outlay_history_commit (self, NULL);
  return done;
}

/**
 * outlay_history_commit:
 * @self: a history with an open command
 * @description: (nullable): a better description than the one of outlay_history_begin()
 *
 * Closes the command. What was undone before can no longer be redone. A command that leaves everything as it was is no step.
 */
void
outlay_history_commit (OutlayHistory *self, const char *description)
{
  OutlayCommand *command = g_steal_pointer (&self->open);

  g_return_if_fail (command != NULL);
  outlay_command_close (command);
  if (command->edits->len == 0)
    {
      outlay_command_unref (command);
      outlay_history_notify_all (self);
      return;
    }
  if (description != NULL)
    g_set_str (&command->description, description);
  if (self->saved > (int) self->done)
    self->saved = -1;
  g_ptr_array_set_size (self->commands, (int) self->done);
  command->serial = ++self->serial;
  g_ptr_array_add (self->commands, command);
  self->done++;
  g_signal_emit (self, signals[STEPPED], 0);
  outlay_history_notify_all (self);
}

/**
 * outlay_history_rollback:
 * @self: a history with an open command
 *
 * Takes back what was done since outlay_history_begin(), to the last digit; no step is left.
 */
void
outlay_history_rollback (OutlayHistory *self)
{
  OutlayCommand *command = g_steal_pointer (&self->open);

  g_return_if_fail (command != NULL);
  outlay_command_close (command);
  outlay_command_apply (command, self->plan, FALSE);
  outlay_command_unref (command);
  outlay_history_notify_all (self);
}

void
outlay_history_set_trusting (OutlayHistory *self, gboolean trusting)
{
  self->trusting = trusting;
}

void
outlay_history_set_scribe (OutlayHistory *self, OutlayScribe scribe)
{
  self->scribe = scribe;
}
