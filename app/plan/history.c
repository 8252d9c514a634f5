/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/history.h"

#include <glib/gi18n.h>

#include "plan/command.h"
#include "plan/validate.h"

struct _OutlayHistory
{
  GObject parent_instance;

  OutlayPlan *plan;
  GPtrArray *commands;
  guint done;  /* commands that are in force; those behind can be redone */
  int saved;   /* `done` when the plan was last saved; −1 once that state cannot be reached any more */
  OutlayCommand *open;
};

enum
{
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  PROP_CLEAN,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (OutlayHistory, outlay_history, G_TYPE_OBJECT)

/* The scenario that the window should show to let a person see what a step did. */
static OutlayScenario *
command_scenario (const OutlayCommand *command)
{
  const OutlayEdit *edit = command->edits->pdata[0];

  return edit->scenario;
}

/* Lays the value in and, where it contradicts something, takes it back. */
static gboolean
try_edit (OutlayHistory *self, OutlayEdit *edit, const OutlayValue *value, GError **error)
{
  g_auto (OutlayValue) current = OUTLAY_VALUE_INIT;
  gboolean holds;

  outlay_edit_read (edit, &current);
  outlay_plan_freeze (self->plan);
  outlay_edit_apply (edit, value);
  holds = outlay_plan_check_edit (self->plan, &edit->parameter, error);
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

static void
notify_all (OutlayHistory *self)
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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
outlay_history_finalize (GObject *object)
{
  OutlayHistory *self = OUTLAY_HISTORY (object);

  g_clear_pointer (&self->open, outlay_command_free);
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
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
outlay_history_init (OutlayHistory *self)
{
  self->commands = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_command_free);
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
  notify_all (self);
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
  gboolean alone = self->open == NULL, done;

  if (!is_possible (scenario, parameter, value, error))
    return FALSE;
  if (alone)
    {
      g_autofree char *path = outlay_parameter_path (parameter);

      outlay_history_begin (self, path);
    }
  done = try_edit (self, outlay_command_take (self->open, scenario, parameter, value), value, error);
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
      outlay_command_free (command);
      notify_all (self);
      return;
    }
  if (description != NULL)
    g_set_str (&command->description, description);
  if (self->saved > (int) self->done)
    self->saved = -1;
  g_ptr_array_set_size (self->commands, (int) self->done);
  g_ptr_array_add (self->commands, command);
  self->done++;
  notify_all (self);
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
  outlay_command_free (command);
  notify_all (self);
}

/**
 * outlay_history_can_undo:
 * @self: a history
 *
 * Returns: whether there is a step behind and no command is open
 */
gboolean
outlay_history_can_undo (OutlayHistory *self)
{
  return self->open == NULL && self->done > 0;
}

/**
 * outlay_history_can_redo:
 * @self: a history
 *
 * Returns: whether there is a step ahead and no command is open
 */
gboolean
outlay_history_can_redo (OutlayHistory *self)
{
  return self->open == NULL && self->done < self->commands->len;
}

/**
 * outlay_history_get_undo_description:
 * @self: a history
 *
 * Returns: (nullable) (transfer none): what the step did that would be undone
 */
const char *
outlay_history_get_undo_description (OutlayHistory *self)
{
  return outlay_history_can_undo (self) ? ((OutlayCommand *) self->commands->pdata[self->done - 1])->description : NULL;
}

/**
 * outlay_history_get_redo_description:
 * @self: a history
 *
 * Returns: (nullable) (transfer none): what the step did that would be done again
 */
const char *
outlay_history_get_redo_description (OutlayHistory *self)
{
  return outlay_history_can_redo (self) ? ((OutlayCommand *) self->commands->pdata[self->done])->description : NULL;
}

/**
 * outlay_history_undo:
 * @self: a history that can undo
 *
 * Returns: (nullable) (transfer none): the scenario that the step had changed; %NULL for the plan
 */
OutlayScenario *
outlay_history_undo (OutlayHistory *self)
{
  OutlayCommand *command;

  g_return_val_if_fail (outlay_history_can_undo (self), NULL);
  command = self->commands->pdata[--self->done];
  outlay_command_apply (command, self->plan, FALSE);
  notify_all (self);
  return command_scenario (command);
}

/**
 * outlay_history_redo:
 * @self: a history that can redo
 *
 * Returns: (nullable) (transfer none): the scenario that the step changes; %NULL for the plan
 */
OutlayScenario *
outlay_history_redo (OutlayHistory *self)
{
  OutlayCommand *command;

  g_return_val_if_fail (outlay_history_can_redo (self), NULL);
  command = self->commands->pdata[self->done++];
  outlay_command_apply (command, self->plan, TRUE);
  notify_all (self);
  return command_scenario (command);
}

/**
 * outlay_history_mark_saved:
 * @self: a history
 *
 * Says that the state now is the one on disk.
 */
void
outlay_history_mark_saved (OutlayHistory *self)
{
  self->saved = (int) self->done;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLEAN]);
}

/**
 * outlay_history_is_clean:
 * @self: a history
 *
 * Returns: whether the state now is the one on disk: undoing back to the save is clean, and a save that an edit after undo cut off is out of reach
 */
gboolean
outlay_history_is_clean (OutlayHistory *self)
{
  return self->saved == (int) self->done;
}
