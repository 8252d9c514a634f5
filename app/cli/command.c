/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli/command.h"

#include <glib/gi18n.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include "plan/nearest.h"
#include "plan/validate.h"
#include "store/save.h"
#include "study/projection.h"

G_GNUC_PRINTF (1, 0)
static void
say (const char *format, va_list arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);

  g_printerr ("outlay-cli: %s\n", message);
}

static GBytes *
read_standard_input (GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 block[65536];
  size_t n;

  while ((n = fread (block, 1, sizeof block, stdin)) > 0)
    {
      g_byte_array_append (bytes, block, n);
      /* One byte past the largest plan file is enough for the reader to refuse it. */
      if (bytes->len > OUTLAY_PLAN_FILE_MOST)
        break;
    }
  if (ferror (stdin))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("Standard input cannot be read."));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
print_fault (const char *const *paths, const char *message, gpointer data)
{
  g_autofree char *where = g_strjoinv (", ", (char **) paths);
  gboolean *faultless = data;

  outlay_command_say ("%s: %s", where, message);
  *faultless = FALSE;
}

void
outlay_case_clear (OutlayCase *one_case)
{
  g_clear_pointer (&one_case->scenario_id, g_free);
  g_clear_pointer (&one_case->settings, g_strfreev);
}

/**
 * outlay_case_apply:
 * @one_case: what the options said
 * @plan: the plan of this run, which is changed
 *
 * Finds the scenario and lays the settings over it, so that the scenario then makes the plan that the call asks for. The file stays as it is.
 */
OutlayExit
outlay_case_apply (OutlayCase *one_case, OutlayPlan *plan)
{
  if (!outlay_command_find_scenario (plan, one_case->scenario_id, &one_case->scenario))
    return OUTLAY_EXIT_FAULT;
  for (char **setting = one_case->settings; setting != NULL && *setting != NULL; setting++)
    {
      g_autoptr (GError) error = NULL;

      if (!outlay_setting_apply (plan, one_case->scenario, *setting, &error))
        {
          outlay_command_say ("%s", error->message);
          return OUTLAY_EXIT_FAULT;
        }
    }
  if (one_case->settings != NULL && !outlay_command_validate (plan))
    return OUTLAY_EXIT_FAULT;
  return OUTLAY_EXIT_DONE;
}

gboolean
outlay_command_parse (const char *usage, const char *summary, const char *description, const GOptionEntry *entries, int *argc, char ***argv,
                      int least, int most)
{
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError) error = NULL;

  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      outlay_command_misuse ("%s", error->message);
      return FALSE;
    }
  /* GOption leaves the "--" that ends the options among the words. */
  if (*argc > 1 && g_str_equal ((*argv)[1], "--"))
    {
      for (int i = 1; i < *argc; i++)
        (*argv)[i] = (*argv)[i + 1];
      (*argc)--;
    }
  if (*argc - 1 < least)
    {
      outlay_command_misuse (_("Something is missing: %s"), usage);
      return FALSE;
    }
  if (most >= 0 && *argc - 1 > most)
    {
      outlay_command_misuse (_("“%s” is one word too many."), (*argv)[most + 1]);
      return FALSE;
    }
  return TRUE;
}

OutlayExit
outlay_command_misuse (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  say (format, arguments);
  va_end (arguments);
  g_printerr (_("Try “%s --help”.\n"), g_get_prgname ());
  return OUTLAY_EXIT_USAGE;
}

void
outlay_command_say (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  say (format, arguments);
  va_end (arguments);
}

gboolean
outlay_command_format (const char *word, OutlayFormat *format)
{
  static const char *const words[] = { "text", "json", "csv" };

  *format = OUTLAY_FORMAT_TEXT;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (word == NULL || g_str_equal (word, words[i]))
      {
        *format = (OutlayFormat) i;
        return TRUE;
      }
  outlay_command_misuse (_("“%s” is no format: text, json or csv."), word);
  return FALSE;
}

GBytes *
outlay_command_read_bytes (const char *name, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (name, "-"))
    return read_standard_input (error);
  file = g_file_new_for_commandline_arg (name);
  return outlay_file_load (file, error);
}

OutlayPlan *
outlay_command_read (const char *name, GPtrArray **faults, GError **error)
{
  if (g_str_equal (name, "-"))
    {
      g_autoptr (GBytes) bytes = outlay_command_read_bytes (name, error);

      if (bytes == NULL)
        return NULL;
      return outlay_plan_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), faults, error);
    }

  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  outlay_plan_finish_saving (file, NULL);
  return outlay_plan_load (file, faults, NULL, error);
}

OutlayPlan *
outlay_command_load (const char *name, OutlayExit *status)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  OutlayPlan *plan = outlay_command_read (name, &faults, &error);

  if (plan != NULL)
    return plan;
  if (error->domain != OUTLAY_STORE_ERROR)
    {
      /* An error of a file names it. */
      outlay_command_say ("%s", error->message);
      *status = OUTLAY_EXIT_FILE;
      return NULL;
    }
  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *line = outlay_command_fault_line (name, faults->pdata[i]);
      g_printerr ("%s\n", line);
    }
  *status = OUTLAY_EXIT_FAULT;
  return NULL;
}

char *
outlay_command_fault_line (const char *name, const OutlayFault *fault)
{
  const char *colon = *fault->path != '\0' ? ": " : "";

  return g_strdup_printf ("%s:%u:%u: %s%s%s", name, fault->line, fault->column, fault->path, colon, fault->message);
}

OutlayExit
outlay_command_write (const char *name, const char *bytes, gsize length)
{
  if (g_str_equal (name, "-"))
    {
      if (fwrite (bytes, 1, length, stdout) == length && fflush (stdout) == 0)
        return OUTLAY_EXIT_DONE;
      outlay_command_say ("%s", _("Standard output cannot be written."));
      return OUTLAY_EXIT_FILE;
    }

  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GError) error = NULL;
  if (outlay_file_replace (file, bytes, length, NULL, NULL, NULL, &error))
    return OUTLAY_EXIT_DONE;
  outlay_command_say ("%s: %s", name, error->message);
  return OUTLAY_EXIT_FILE;
}

OutlayExit
outlay_command_print (GString *text)
{
  return outlay_command_write ("-", text->str, text->len);
}

static void
say_unknown_scenario (OutlayPlan *plan, const char *id)
{
  GListModel *scenarios = outlay_plan_get_scenarios (plan);
  OutlayNearest nearest = OUTLAY_NEAREST_INIT (id);

  outlay_nearest_consider (&nearest, outlay_scenario_name (NULL));
  for (guint i = 0; i < g_list_model_get_n_items (scenarios); i++)
    {
      g_autoptr (OutlayScenario) scenario = g_list_model_get_item (scenarios, i);

      outlay_nearest_consider (&nearest, outlay_scenario_name (scenario));
    }
  if (nearest.best != NULL)
    outlay_command_say (_("The plan has no scenario “%s”; did you mean “%s”?"), id, nearest.best);
  else
    outlay_command_say (_("The plan has no scenario “%s”."), id);
}

gboolean
outlay_command_find_scenario (OutlayPlan *plan, const char *id, OutlayScenario **scenario)
{
  *scenario = NULL;
  if (id == NULL || g_str_equal (id, "base"))
    return TRUE;
  *scenario = outlay_plan_find_scenario (plan, id);
  if (*scenario != NULL)
    return TRUE;
  say_unknown_scenario (plan, id);
  return FALSE;
}

gboolean
outlay_setting_apply (OutlayPlan *plan, OutlayScenario *scenario, const char *setting, GError **error)
{
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
  const char *equals = strchr (setting, '=');
  OutlayParameter parameter;

  if (equals == NULL)
    {
      g_set_error (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_WRONG_TYPE, _("“%s” is not of the form PATH=VALUE."), setting);
      return FALSE;
    }

  g_autofree char *path = g_strndup (setting, equals - setting);
  if (!outlay_parameter_find (plan, path, &parameter, error))
    return FALSE;
  if (!outlay_parameter_is_changeable (&parameter))
    {
      g_set_error (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_UNKNOWN_PATH, _("%s: this cannot be changed here."), path);
      return FALSE;
    }
  if (!outlay_parameter_parse (&parameter, equals + 1, &value, error))
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  if (scenario != NULL)
    outlay_scenario_set_change (scenario, path, &value);
  else
    outlay_parameter_set (&parameter, &value);
  return TRUE;
}

gboolean
outlay_command_validate (OutlayPlan *plan)
{
  gboolean faultless = TRUE;

  outlay_plan_validate_all (plan, print_fault, &faultless);
  return faultless;
}

void
outlay_command_warn (OutlayPlan *plan, OutlayScenario *scenario, const char *file)
{
  const OutlayRequest irrs = { .plan_indicators = 1ull << OUTLAY_INDICATOR_IRR_BEFORE_TAX | 1ull << OUTLAY_INDICATOR_IRR_AFTER_TAX |
                                                     1ull << OUTLAY_INDICATOR_IRR_EQUITY };
  g_autoptr (OutlayModel) model = outlay_model_new (plan, scenario);
  g_autoptr (OutlayProjection) projection = outlay_projection_new (model, &irrs);
  g_autoptr (GPtrArray) warnings = outlay_projection_warnings (projection, plan);

  for (guint i = 0; i < warnings->len; i++)
    outlay_command_say (_("%s: warning: %s"), file, (const char *) warnings->pdata[i]);
}

const char *
outlay_plan_name (OutlayPlan *plan)
{
  return outlay_node_get_string (OUTLAY_NODE (plan), outlay_node_find_member (OUTLAY_NODE (plan), "name"));
}

const char *
outlay_scenario_name (OutlayScenario *scenario)
{
  return scenario != NULL ? outlay_node_get_id (OUTLAY_NODE (scenario)) : "base";
}

char *
outlay_command_value_text (const OutlayValue *value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  switch (value->type)
    {
    case OUTLAY_VALUE_NUMBER:
      return g_strdup (outlay_number_format (value->number, buffer));
    case OUTLAY_VALUE_STRING:
      return g_strdup (value->string);
    case OUTLAY_VALUE_NULL:
      return g_strdup ("null");
    case OUTLAY_VALUE_ABSENT:
      break;
    }
  return g_strdup ("");
}

gboolean
outlay_command_has_terminal (void)
{
  return isatty (STDERR_FILENO);
}
