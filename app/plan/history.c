/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/history.h"

/* One path of the plan or of a scenario, before and after a command. */
typedef struct
{
  OutlayScenario *scenario; /* NULL: the plan itself */
  OutlayNode *node;         /* keeps what the parameter names alive */
  OutlayParameter parameter;
  char *path;
  OutlayValue before;
  OutlayValue after;
} Change;

typedef struct
{
  char *description;
  GPtrArray *changes; /* Change, in the order of the first edit of each path */
  GHashTable *by_path; /* Change → itself, while the command is open */
} Command;

struct _OutlayHistory
{
  GObject parent_instance;

  OutlayPlan *plan;
  GPtrArray *commands;
  guint done;  /* commands that are in force; those behind can be redone */
  int saved;   /* `done` when the plan was last saved; −1 once that state cannot be reached any more */
  Command *open;
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

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_object (&change->scenario);
  g_clear_object (&change->node);
  g_free (change->path);
  outlay_value_clear (&change->before);
  outlay_value_clear (&change->after);
  g_free (change);
}

static guint
change_hash (gconstpointer data)
{
  const Change *change = data;

  return g_str_hash (change->path) ^ g_direct_hash (change->scenario);
}

static gboolean
change_equal (gconstpointer a, gconstpointer b)
{
  const Change *left = a, *right = b;

  return left->scenario == right->scenario && g_str_equal (left->path, right->path);
}

static Command *
command_new (const char *description)
{
  Command *command = g_new0 (Command, 1);

  command->description = g_strdup (description);
  command->changes = g_ptr_array_new_with_free_func (change_free);
  command->by_path = g_hash_table_new (change_hash, change_equal);
  return command;
}

static void
command_free (gpointer data)
{
  Command *command = data;

  g_free (command->description);
  g_clear_pointer (&command->by_path, g_hash_table_unref);
  g_ptr_array_unref (command->changes);
  g_free (command);
}

static void
apply (const Change *change, const OutlayValue *value)
{
  if (change->scenario == NULL)
    outlay_parameter_set (&change->parameter, value);
  else if (value->type == OUTLAY_VALUE_ABSENT)
    outlay_scenario_remove_change (change->scenario, change->path);
  else
    outlay_scenario_set_change (change->scenario, change->path, value);
}

static void
command_apply (OutlayHistory *self, Command *command, gboolean forward)
{
  outlay_plan_freeze (self->plan);
  for (guint i = 0; i < command->changes->len; i++)
    {
      const Change *change = command->changes->pdata[forward ? i : command->changes->len - 1 - i];
      apply (change, forward ? &change->after : &change->before);
    }
  outlay_plan_thaw (self->plan);
}

/* The scenario that the window should show to let a person see what a step did. */
static OutlayScenario *
command_scenario (const Command *command)
{
  const Change *change = command->changes->pdata[0];

  return change->scenario;
}

static void
read_current (OutlayScenario *scenario, const OutlayParameter *parameter, const char *path, OutlayValue *value)
{
  const OutlayValue *own;

  if (scenario == NULL)
    outlay_parameter_get (parameter, value);
  else if ((own = outlay_scenario_lookup (scenario, path)) != NULL)
    outlay_value_copy (value, own);
}

static Change *
find_or_add_change (OutlayHistory *self, OutlayScenario *scenario, const OutlayParameter *parameter, const char *path)
{
  const Change wanted = { .scenario = scenario, .path = (char *) path };
  Change *change = g_hash_table_lookup (self->open->by_path, &wanted);

  if (change != NULL)
    return change;
  change = g_new0 (Change, 1);
  g_set_object (&change->scenario, scenario);
  g_set_object (&change->node, parameter->node);
  change->parameter = *parameter;
  change->path = g_strdup (path);
  read_current (scenario, parameter, path, &change->before);
  /* An edit that is refused leaves a change that changes nothing. */
  outlay_value_copy (&change->after, &change->before);
  g_ptr_array_add (self->open->changes, change);
  g_hash_table_add (self->open->by_path, change);
  return change;
}

static void
remember_first_fault (const char *path, const char *message, gpointer data)
{
  GError **error = data;

  if (*error == NULL)
    g_set_error (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_CONFLICT, "%s: %s", path, message);
}

/* Cells and ramp-up shares stand alone, and a drag sets thousands of them: everything else may contradict other members. */
static gboolean
stands_alone (const OutlayParameter *parameter)
{
  return parameter->member->kind == OUTLAY_MEMBER_CELLS || parameter->member->kind == OUTLAY_MEMBER_SHARES;
}

static gboolean
makes_a_plan (OutlayHistory *self, GError **error)
{
  GListModel *scenarios = outlay_plan_get_scenarios (self->plan);
  GError *fault = NULL;

  outlay_plan_validate (self->plan, NULL, remember_first_fault, &fault);
  for (guint i = 0; fault == NULL && i < g_list_model_get_n_items (scenarios); i++)
    {
      g_autoptr (OutlayScenario) scenario = g_list_model_get_item (scenarios, i);
      outlay_plan_validate (self->plan, scenario, remember_first_fault, &fault);
    }
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, fault);
  return FALSE;
}

/* Lays the value in and, where it contradicts something, takes it back. */
static gboolean
try_change (OutlayHistory *self, Change *change, const OutlayValue *value, GError **error)
{
  g_auto (OutlayValue) current = OUTLAY_VALUE_INIT;

  read_current (change->scenario, &change->parameter, change->path, &current);
  outlay_plan_freeze (self->plan);
  apply (change, value);
  if (!stands_alone (&change->parameter) && !makes_a_plan (self, error))
    {
      apply (change, &current);
      outlay_plan_thaw (self->plan);
      return FALSE;
    }
  outlay_value_clear (&change->after);
  outlay_value_copy (&change->after, value);
  outlay_plan_thaw (self->plan);
  return TRUE;
}

static void
drop_unchanged (Command *command)
{
  for (guint i = command->changes->len; i-- > 0;)
    {
      const Change *change = command->changes->pdata[i];

      if (outlay_value_equal (&change->before, &change->after))
        g_ptr_array_remove_index (command->changes, i);
    }
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

  g_clear_pointer (&self->open, command_free);
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
  self->commands = g_ptr_array_new_with_free_func (command_free);
}

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
 * value after are kept, so that a drag of a thousand movements is as small as one.
 */
void
outlay_history_begin (OutlayHistory *self, const char *description)
{
  g_return_if_fail (self->open == NULL);

  self->open = command_new (description);
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
  g_autofree char *path = outlay_parameter_path (parameter);
  gboolean alone = self->open == NULL;
  gboolean done;

  if (value->type != OUTLAY_VALUE_ABSENT && !outlay_parameter_check (parameter, value, error))
    return FALSE;
  if (alone)
    outlay_history_begin (self, path);
  done = try_change (self, find_or_add_change (self, scenario, parameter, path), value, error);
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
  Command *command = g_steal_pointer (&self->open);

  g_return_if_fail (command != NULL);
  g_clear_pointer (&command->by_path, g_hash_table_unref);
  drop_unchanged (command);
  if (command->changes->len == 0)
    {
      command_free (command);
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

void
outlay_history_rollback (OutlayHistory *self)
{
  Command *command = g_steal_pointer (&self->open);

  g_return_if_fail (command != NULL);
  drop_unchanged (command);
  command_apply (self, command, FALSE);
  command_free (command);
}

gboolean
outlay_history_can_undo (OutlayHistory *self)
{
  return self->open == NULL && self->done > 0;
}

gboolean
outlay_history_can_redo (OutlayHistory *self)
{
  return self->open == NULL && self->done < self->commands->len;
}

const char *
outlay_history_get_undo_description (OutlayHistory *self)
{
  return outlay_history_can_undo (self) ? ((Command *) self->commands->pdata[self->done - 1])->description : NULL;
}

const char *
outlay_history_get_redo_description (OutlayHistory *self)
{
  return outlay_history_can_redo (self) ? ((Command *) self->commands->pdata[self->done])->description : NULL;
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
  Command *command;

  g_return_val_if_fail (outlay_history_can_undo (self), NULL);
  command = self->commands->pdata[--self->done];
  command_apply (self, command, FALSE);
  notify_all (self);
  return command_scenario (command);
}

OutlayScenario *
outlay_history_redo (OutlayHistory *self)
{
  Command *command;

  g_return_val_if_fail (outlay_history_can_redo (self), NULL);
  command = self->commands->pdata[self->done++];
  command_apply (self, command, TRUE);
  notify_all (self);
  return command_scenario (command);
}

void
outlay_history_mark_saved (OutlayHistory *self)
{
  self->saved = (int) self->done;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLEAN]);
}

gboolean
outlay_history_is_clean (OutlayHistory *self)
{
  return self->saved == (int) self->done;
}
