/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli/statement.h"

#include <glib/gi18n.h>

#include "export/workbook.h"
#include "plan/nearest.h"

#define WORKBOOK ".xlsx"

typedef struct
{
  char *initiative;
  char *phase;
  char *format_word;
  char *output;
  gboolean list;
  OutlayCase one_case;

  OutlayFormat format;
  gboolean workbook; /* which is its own format */
  guint kinds; /* a set of 1 << OUTLAY_STATEMENT_… */
  gboolean all;
} Request;

static void
request_clear (Request *request)
{
  g_free (request->initiative);
  g_free (request->phase);
  g_free (request->format_word);
  g_free (request->output);
  outlay_case_clear (&request->one_case);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

/* --- what is written --- */

/* Without --format the file's ending says it; what goes to standard output is text. */
static gboolean
choose_format (Request *request)
{
  static const char *const endings[] = { ".txt", ".json", ".csv", WORKBOOK };
  g_autofree char *name = request->output != NULL ? g_ascii_strdown (request->output, -1) : NULL;
  g_autofree char *list = NULL;

  request->workbook = name != NULL && g_str_has_suffix (name, WORKBOOK);
  if (request->format_word != NULL || name == NULL || g_str_equal (name, "-"))
    return outlay_command_format (request->format_word, &request->format);
  for (guint n = 0; n < G_N_ELEMENTS (endings); n++)
    if (g_str_has_suffix (name, endings[n]))
      {
        request->format = request->workbook ? OUTLAY_FORMAT_TEXT : (OutlayFormat) n;
        return TRUE;
      }
  list = g_strjoin (", ", endings[0], endings[1], endings[2], endings[3], NULL);
  outlay_command_misuse (_("“%s” has none of the endings that say what to write: %s."), request->output, list);
  return FALSE;
}

/* --- which statements --- */

static void
list_statements (GString *text, gboolean titles)
{
  for (guint kind = 0; kind < OUTLAY_N_STATEMENTS; kind++)
    if (titles)
      g_string_append_printf (text, "  %-26s%s\n", outlay_statement_kind_name (kind), outlay_statement_kind_title (kind));
    else
      g_string_append_printf (text, "%s\n", outlay_statement_kind_name (kind));
}

static void
say_unknown_statement (const char *name)
{
  g_autoptr (GString) list = g_string_new (NULL);
  OutlayNearest nearest = OUTLAY_NEAREST_INIT (name);

  outlay_nearest_consider (&nearest, "all");
  for (guint kind = 0; kind < OUTLAY_N_STATEMENTS; kind++)
    outlay_nearest_consider (&nearest, outlay_statement_kind_name (kind));
  list_statements (list, TRUE);
  if (nearest.best != NULL)
    outlay_command_say (_("There is no statement “%s”; did you mean “%s”?"), name, nearest.best);
  else
    outlay_command_say (_("There is no statement “%s”. There are:\n%s"), name, list->str);
}

/* Several names are joined by commas. */
gboolean
outlay_statements_read (const char *words, guint *kinds, gboolean *all)
{
  g_auto (GStrv) names = g_strsplit (words, ",", -1);

  for (char **name = names; *name != NULL; name++)
    {
      const int kind = outlay_statement_kind_from_name (g_strstrip (*name));

      if (kind < 0 && !g_str_equal (*name, "all"))
        {
          say_unknown_statement (*name);
          return FALSE;
        }
      *all = *all || kind < 0;
      *kinds |= kind >= 0 ? 1u << kind : 0;
    }
  return TRUE;
}

/* A statement that was asked for by name must be there; of all those that are there are meant. */
static gboolean
choose_kinds (Request *request, OutlayScope scope)
{
  for (guint kind = 0; kind < OUTLAY_N_STATEMENTS; kind++)
    {
      const gboolean exists = outlay_statement_kind_exists (kind, scope);

      if ((request->kinds >> kind & 1) && !exists)
        {
          outlay_command_say (_("There is no statement “%s” of a phase: its figures belong to an initiative as a whole."), outlay_statement_kind_name (kind));
          return FALSE;
        }
      if (request->all && exists)
        request->kinds |= 1u << kind;
    }
  return TRUE;
}

/* --- of what --- */

/* The position of what an option names; −1 without one. */
static gboolean
find_part (GListModel *list, const char *option, const char *id, int *position)
{
  OutlayNearest nearest = OUTLAY_NEAREST_INIT (id);

  *position = -1;
  for (guint n = 0; id != NULL && n < g_list_model_get_n_items (list); n++)
    {
      g_autoptr (OutlayNode) node = g_list_model_get_item (list, n);

      if (g_str_equal (outlay_node_get_id (node), id))
        *position = (int) n;
      outlay_nearest_consider (&nearest, outlay_node_get_id (node));
    }
  if (id == NULL || *position >= 0)
    return TRUE;
  if (nearest.best != NULL)
    /* Translators: an option and what was given to it, as in "--phase phas-1: the plan has none of that id …" */
    outlay_command_say (_("%s %s: the plan has none of that id; did you mean “%s”?"), option, id, nearest.best);
  else
    outlay_command_say (_("%s %s: the plan has none of that id."), option, id);
  return FALSE;
}

static gboolean
find_scope (const Request *request, OutlayPlan *plan, OutlayScope *scope)
{
  *scope = OUTLAY_SCOPE_PLAN;
  return find_part (outlay_plan_get_initiatives (plan), "--initiative", request->initiative, &scope->initiative) &&
         find_part (outlay_plan_get_phases (plan), "--phase", request->phase, &scope->phase);
}

/* --- the call --- */

static OutlayProjection *
project (const Request *request, OutlayPlan *plan, OutlayScope scope)
{
  g_autoptr (OutlayModel) model = outlay_model_new (plan, request->one_case.scenario);
  OutlayRequest wanted = { 0 };

  for (guint kind = 0; kind < OUTLAY_N_STATEMENTS; kind++)
    if (request->kinds >> kind & 1)
      outlay_request_add_statement (&wanted, kind, scope);
  return outlay_projection_new (model, &wanted);
}

static OutlayExit
print (const Request *request, OutlayPlan *plan, OutlayScope scope)
{
  g_autoptr (OutlayProjection) projection = project (request, plan, scope);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_statement_free);
  g_autoptr (GString) text = g_string_new (NULL);
  const OutlayStatements statements = {
    .report = { .plan = plan, .scenario = request->one_case.scenario, .projection = projection },
    .scope = scope,
    .statements = list,
  };

  for (guint kind = 0; kind < OUTLAY_N_STATEMENTS; kind++)
    if (request->kinds >> kind & 1)
      g_ptr_array_add (list, outlay_statement_new (plan, projection, kind, scope));
  if (request->format == OUTLAY_FORMAT_JSON)
    outlay_statements_append_json (&statements, text);
  else if (request->format == OUTLAY_FORMAT_CSV)
    outlay_statements_append_csv (&statements, text);
  else
    outlay_statements_append_text (&statements, text);
  return outlay_command_write (request->output != NULL ? request->output : "-", text->str, text->len);
}

static OutlayExit
write_workbook (const Request *request, OutlayPlan *plan, OutlayScope scope)
{
  g_autoptr (OutlayWorkbook) workbook = outlay_workbook_new_statements (plan, request->one_case.scenario, scope, request->kinds);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = outlay_workbook_to_xlsx (workbook, &error);

  if (bytes != NULL)
    return outlay_command_write (request->output, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  outlay_command_say ("%s", error->message);
  return OUTLAY_EXIT_FILE;
}

static OutlayExit
print_names (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  list_statements (text, FALSE);
  return outlay_command_print (text);
}

static OutlayExit
state (Request *request, const char *name)
{
  g_autoptr (OutlayPlan) plan = NULL;
  OutlayScope scope;
  OutlayExit status;

  if ((plan = outlay_command_load (name, &status)) == NULL)
    return status;
  if ((status = outlay_case_apply (&request->one_case, plan)) != OUTLAY_EXIT_DONE)
    return status;
  if (!find_scope (request, plan, &scope) || !choose_kinds (request, scope))
    return OUTLAY_EXIT_FAULT;
  outlay_command_warn (plan, request->one_case.scenario, name);
  if (request->workbook)
    return write_workbook (request, plan, scope);
  return print (request, plan, scope);
}

OutlayExit
outlay_command_statement (const char *usage, const char *summary, int argc, char **argv)
{
  g_auto (Request) request = { .one_case = OUTLAY_CASE_INIT };
  const GOptionEntry entries[] = {
    OUTLAY_CASE_OPTIONS (&request.one_case),
    { "initiative", 'i', 0, G_OPTION_ARG_STRING, &request.initiative, N_("Of one initiative (the plan)"), N_("ID") },
    { "phase", 'p', 0, G_OPTION_ARG_STRING, &request.phase, N_("Of one phase, or of what the initiative spends in it"), N_("ID") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &request.output, N_("Write here (standard output); the ending picks what: .txt, .json, .csv, or a workbook as .xlsx"), N_("FILE") },
    OUTLAY_FORMAT_OPTION (&request.format_word),
    { "list", 0, 0, G_OPTION_ARG_NONE, &request.list, N_("Print the names of the statements and do nothing else"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GString) description = g_string_new (_("Statements:\n"));
  g_autofree char *names = NULL;

  list_statements (description, TRUE);
  if (!outlay_command_parse (usage, summary, description->str, entries, &argc, &argv, 0, -1))
    return OUTLAY_EXIT_USAGE;
  if (request.list)
    return print_names ();
  if (argc < 3)
    return outlay_command_misuse (_("Say which plan and which statements: %s"), usage);
  if (!choose_format (&request))
    return OUTLAY_EXIT_USAGE;
  names = g_strjoinv (",", argv + 2);
  if (!outlay_statements_read (names, &request.kinds, &request.all))
    return OUTLAY_EXIT_FAULT;
  return state (&request, argv[1]);
}
