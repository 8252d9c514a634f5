/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <signal.h>
#include <unistd.h>

#include "cli/command.h"
#include "language.h"

static const OutlayCommand commands[] = {
  { "check", N_("PLAN…"), N_("Read plans and list every fault."), outlay_command_check },
  { "project", N_("PLAN"), N_("Print the yearly series and the indicators of a plan."), outlay_command_project },
  { "statement", N_("PLAN NAME…"), N_("Print standard statements of a plan: cash flows, profit, balance sheet …"), outlay_command_statement },
  { "compare", N_("PLAN"), N_("Tell what differs between scenarios, in inputs and in results, and why."), outlay_command_compare },
  { "chart", N_("PLAN CHART -o FILE"), N_("Draw one chart of a plan as PNG, SVG or PDF."), outlay_command_chart },
  { "thumbnail", N_("PLAN -o FILE"), N_("Draw the small picture that a file manager shows of a plan."), outlay_command_thumbnail },
  { "export", N_("PLAN -o FILE"), N_("Make slides, a report or tables of a plan."), outlay_command_export },
  { "appraise", N_("FLOWS.csv"), N_("Tell what any cash flow is worth: NPV, every IRR, MIRR, paybacks."), outlay_command_appraise },
  { "set", N_("PLAN PATH=VALUE…"), N_("Change numbers and words of a plan file."), outlay_command_set },
  { "parameters", N_("[PLAN]"), N_("List every path with its unit, range, default and meaning."), outlay_command_parameters },
};

/* Nothing needs tidying up: files are replaced as a whole, so an interrupted call leaves the old ones. */
static void
interrupted (int signal_number)
{
  _exit (OUTLAY_EXIT_INTERRUPTED);
}

static void
append_help (GString *text)
{
  g_string_append_printf (text, _("Usage: %s CALL [OPTION…] ARGUMENT…\n\n"), "outlay-cli");
  g_string_append (text, _("Computes investment plans without a display.\n\nCalls:\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-12s%s\n", commands[i].name, _(commands[i].summary));
  g_string_append (text, _("\nOptions:\n  --help      Say what a call does: outlay-cli CALL --help\n  --version   Print the version\n\n"
                           "A PLAN is a file, or - for standard input. Exit status: 0 done, 1 the plan or the request\n"
                           "is at fault, 2 wrong usage, 3 a file could not be read or written, 130 interrupted.\n"));
}

static OutlayExit
help (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_help (text);
  return outlay_command_print (text);
}

static OutlayExit
version (void)
{
  g_autoptr (GString) text = g_string_new ("outlay-cli " VERSION "\n");

  return outlay_command_print (text);
}

static OutlayExit
run (const OutlayCommand *command, int argc, char **argv)
{
  g_autofree char *program = g_strconcat ("outlay-cli ", command->name, NULL);
  g_autofree char *usage = g_strdup (_(command->arguments));

  g_set_prgname (program);
  return command->run (usage, _(command->summary), argc, argv);
}

int
main (int argc, char **argv)
{
  outlay_language_init ();
  g_set_prgname ("outlay-cli");
  signal (SIGINT, interrupted);

  if (argc < 2)
    return outlay_command_misuse ("%s", _("Say what to do."));
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    return help ();
  if (g_str_equal (argv[1], "--version"))
    return version ();
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      return run (&commands[i], argc - 1, argv + 1);
  return outlay_command_misuse (_("“%s” is no call."), argv[1]);
}
