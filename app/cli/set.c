/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/command.h"
#include "store/writer.h"

static gboolean
change (OutlayPlan *plan, OutlayScenario *scenario, char **settings)
{
  for (char **setting = settings; *setting != NULL; setting++)
    {
      g_autoptr (GError) error = NULL;

      if (!outlay_setting_apply (plan, scenario, *setting, &error))
        {
          outlay_command_say ("%s", error->message);
          return FALSE;
        }
    }
  return TRUE;
}

OutlayExit
outlay_command_set (const char *usage, const char *summary, int argc, char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *id = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write here instead of over PLAN (-: standard output)"), N_("FILE") },
    { "scenario", 's', 0, G_OPTION_ARG_STRING, &id, N_("Lay the changes into this scenario"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (OutlayPlan) plan = NULL;
  OutlayScenario *scenario = NULL;
  OutlayExit status;

  if (!outlay_command_parse (usage, summary, NULL, entries, &argc, &argv, 2, -1))
    return OUTLAY_EXIT_USAGE;
  if ((plan = outlay_command_load (argv[1], &status)) == NULL)
    return status;
  if (!outlay_command_find_scenario (plan, id, &scenario) || !change (plan, scenario, argv + 2) || !outlay_command_validate (plan))
    return OUTLAY_EXIT_FAULT;

  g_autoptr (GString) text = outlay_plan_write (plan);
  return outlay_command_write (output != NULL ? output : argv[1], text->str, text->len);
}
