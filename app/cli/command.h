/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plan/scenario.h"
#include "store/reader.h"

/**
 * OutlayExit:
 *
 * How a call ends, for scripts: done; the plan or the request is at fault; wrong usage; a file could not be read or written; interrupted.
 */
typedef enum
{
  OUTLAY_EXIT_DONE = 0,
  OUTLAY_EXIT_FAULT = 1,
  OUTLAY_EXIT_USAGE = 2,
  OUTLAY_EXIT_FILE = 3,
  OUTLAY_EXIT_INTERRUPTED = 130,
} OutlayExit;

typedef enum
{
  OUTLAY_FORMAT_TEXT,
  OUTLAY_FORMAT_JSON,
  OUTLAY_FORMAT_CSV,
} OutlayFormat;

/**
 * OutlayCommand:
 *
 * One call of outlay-cli. run gets the words after the call's name, argv[0] being the name; what it returns is the exit status.
 */
typedef struct
{
  const char *name;
  const char *arguments; /* msgid: what follows the name in --help */
  const char *summary;   /* msgid */
  OutlayExit (*run) (const char *usage, const char *summary, int argc, char **argv);
} OutlayCommand;

OutlayExit outlay_command_check (const char *usage, const char *summary, int argc, char **argv);
OutlayExit outlay_command_project (const char *usage, const char *summary, int argc, char **argv);
OutlayExit outlay_command_statement (const char *usage, const char *summary, int argc, char **argv);
OutlayExit outlay_command_compare (const char *usage, const char *summary, int argc, char **argv);
OutlayExit outlay_command_chart (const char *usage, const char *summary, int argc, char **argv);
OutlayExit outlay_command_export (const char *usage, const char *summary, int argc, char **argv);
OutlayExit outlay_command_appraise (const char *usage, const char *summary, int argc, char **argv);
OutlayExit outlay_command_thumbnail (const char *usage, const char *summary, int argc, char **argv);
OutlayExit outlay_command_set (const char *usage, const char *summary, int argc, char **argv);
OutlayExit outlay_command_parameters (const char *usage, const char *summary, int argc, char **argv);

/**
 * OutlayCase:
 *
 * The scenario that a call speaks of and the numbers it changes for this run only, as `--scenario` and `--set` give them.
 */
typedef struct
{
  char *scenario_id;
  char **settings;
  OutlayScenario *scenario; /* after outlay_case_apply(): (nullable), not owned */
} OutlayCase;

#define OUTLAY_CASE_INIT ((OutlayCase) { NULL, NULL, NULL })
#define OUTLAY_CASE_OPTIONS(one_case)                                                                       \
  { "scenario", 's', 0, G_OPTION_ARG_STRING, &(one_case)->scenario_id, N_("Scenario to use (base: the plan itself)"), N_("ID") }, \
  { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &(one_case)->settings, N_("Change a number for this run only"), N_("PATH=VALUE") }

#define OUTLAY_FORMAT_OPTION(word) \
  { "format", 'f', 0, G_OPTION_ARG_STRING, word, N_("text, json or csv (text)"), N_("FORMAT") }

void outlay_case_clear (OutlayCase *one_case);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayCase, outlay_case_clear)
OutlayExit outlay_case_apply (OutlayCase *one_case, OutlayPlan *plan);

/* Reads the options; on FALSE the message has been printed and the status is OUTLAY_EXIT_USAGE. The number of words left must be
 * between least and most (−1: any). */
gboolean outlay_command_parse (const char *usage, const char *summary, const char *description, const GOptionEntry *entries, int *argc,
                               char ***argv, int least, int most);
/* A fault of usage on standard error, with a pointer to --help. */
OutlayExit outlay_command_misuse (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* A sentence on standard error behind the program's name. */
void outlay_command_say (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* `--format`: NULL is text; the default where it is unknown is a fault of usage. */
gboolean outlay_command_format (const char *word, OutlayFormat *format);

/* Of a file, or of standard input ("-"); what is larger than a plan may be is cut one byte past that. (transfer full) */
GBytes *outlay_command_read_bytes (const char *name, GError **error);
/* "-" is standard input. Faults go to standard error as file:line:column: path: message. Returns NULL with *status set. */
OutlayPlan *outlay_command_load (const char *name, OutlayExit *status);
/* The same, with the faults for the caller to print; *error for a file that cannot be read. */
OutlayPlan *outlay_command_read (const char *name, GPtrArray **faults, GError **error);
/* file:line:column: path: message; what is wrong with the file as a whole has no path. (transfer full) */
char *outlay_command_fault_line (const char *name, const OutlayFault *fault);
/* "-" is standard output; files are replaced as a whole. */
OutlayExit outlay_command_write (const char *name, const char *bytes, gsize length);
OutlayExit outlay_command_print (GString *text);

/* NULL and "base" are the plan itself; FALSE, with a message, for an id that nothing has. */
gboolean outlay_command_find_scenario (OutlayPlan *plan, const char *id, OutlayScenario **scenario);
/* Writes "PATH=VALUE" into the plan, or into one scenario of it; the value is read as the type of what the path names. */
gboolean outlay_setting_apply (OutlayPlan *plan, OutlayScenario *scenario, const char *setting, GError **error);
/* Prints what spans members and is wrong, in the plan or in what its scenarios make of it; FALSE where something is. A change of the plan reaches
 * every scenario, so each of them must still make a plan. */
gboolean outlay_command_validate (OutlayPlan *plan);

/* What a planner should know about the results, on standard error. */
void outlay_command_warn (OutlayPlan *plan, OutlayScenario *scenario, const char *file);

const char *outlay_plan_name (OutlayPlan *plan);
const char *outlay_scenario_name (OutlayScenario *scenario); /* its id; "base" for NULL */
/* As --set takes it; "" for what is absent. (transfer full) */
char *outlay_command_value_text (const OutlayValue *value);
/* Whether somebody watches standard error: progress is shown there and nowhere else. */
gboolean outlay_command_has_terminal (void);
