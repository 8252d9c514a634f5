/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/compare.h"
#include "cli/statement.h"
#include "export/deck.h"
#include "export/workbook.h"

typedef struct
{
  char *output;
  char *format;
  char *charts;
  char *scenarios;
  char *size;
  char *statements;
  guint kinds; /* that --statements names */
  gboolean report;
  OutlayCase one_case;
} Request;

/* What an ending stands for. Writes into *bytes, or has said why not. */
typedef struct
{
  const char *ending;
  OutlayExit (*make) (const Request *request, OutlayPlan *plan, GBytes **bytes);
} Format;

static void
request_clear (Request *request)
{
  g_free (request->output);
  g_free (request->format);
  g_free (request->charts);
  g_free (request->scenarios);
  g_free (request->size);
  g_free (request->statements);
  outlay_case_clear (&request->one_case);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

/* --- decks and reports --- */

static gboolean
read_size (const char *word, OutlayDeckSize *size)
{
  *size = OUTLAY_DECK_WIDE;
  if (word == NULL || g_str_equal (word, "16:9"))
    return TRUE;
  *size = OUTLAY_DECK_STANDARD;
  if (g_str_equal (word, "4:3"))
    return TRUE;
  outlay_command_misuse (_("“%s” is no size of slides: 16:9 or 4:3."), word);
  return FALSE;
}

/* Without --scenarios the usual charts are of one scenario, and a chart that compares shows them all. */
static OutlayExit
find_scenarios (const Request *request, OutlayPlan *plan, GPtrArray *scenarios)
{
  g_auto (GStrv) ids = NULL;

  if (!outlay_scenarios_read (request->scenarios, &ids))
    return OUTLAY_EXIT_USAGE;
  if (request->scenarios == NULL && request->charts == NULL)
    return OUTLAY_EXIT_DONE;
  return outlay_scenarios_find (plan, ids, scenarios);
}

static OutlayExit
make_deck (const Request *request, OutlayPlan *plan, OutlayDeckForm form, OutlayDeck **deck)
{
  g_autoptr (GPtrArray) scenarios = g_ptr_array_new ();
  g_auto (GStrv) charts = request->charts != NULL ? g_strsplit (request->charts, ",", -1) : NULL;
  g_autoptr (GError) error = NULL;
  OutlayDeckOptions options = { .form = form, .charts = (const char *const *) charts, .statements = request->kinds };
  OutlayExit status = find_scenarios (request, plan, scenarios);

  if (status != OUTLAY_EXIT_DONE)
    return status;
  options.scenarios = (OutlayScenario *const *) scenarios->pdata;
  options.n_scenarios = scenarios->len;
  *deck = outlay_deck_new (plan, request->one_case.scenario, &options, &error);
  if (*deck != NULL)
    return OUTLAY_EXIT_DONE;
  outlay_command_say (_("%s “outlay-cli chart --list” prints the names of the charts."), error->message);
  return OUTLAY_EXIT_FAULT;
}

static OutlayExit
make_slides (const Request *request, OutlayPlan *plan, GBytes *(*write) (OutlayDeck *, OutlayDeckSize, const char *, GError **), GBytes **bytes)
{
  g_autoptr (OutlayDeck) deck = NULL;
  g_autoptr (GError) error = NULL;
  OutlayDeckSize size;
  OutlayExit status;

  if (!read_size (request->size, &size))
    return OUTLAY_EXIT_USAGE;
  if ((status = make_deck (request, plan, OUTLAY_DECK_SLIDES, &deck)) != OUTLAY_EXIT_DONE)
    return status;
  if ((*bytes = write (deck, size, NULL, &error)) != NULL)
    return OUTLAY_EXIT_DONE;
  outlay_command_say ("%s", error->message);
  return OUTLAY_EXIT_FILE;
}

static OutlayExit
make_pptx (const Request *request, OutlayPlan *plan, GBytes **bytes)
{
  if (request->report)
    return outlay_command_misuse (_("A report is a PDF: give -o a name that ends in .pdf."));
  return make_slides (request, plan, outlay_deck_to_pptx, bytes);
}

static OutlayExit
make_report (const Request *request, OutlayPlan *plan, GBytes **bytes)
{
  g_autoptr (OutlayDeck) deck = NULL;
  g_autoptr (GError) error = NULL;
  OutlayExit status;

  if (request->size != NULL)
    return outlay_command_misuse (_("--size is of slides; a report is A4."));
  if ((status = make_deck (request, plan, OUTLAY_DECK_REPORT, &deck)) != OUTLAY_EXIT_DONE)
    return status;
  if ((*bytes = outlay_deck_to_report (deck, NULL, &error)) != NULL)
    return OUTLAY_EXIT_DONE;
  outlay_command_say ("%s", error->message);
  return OUTLAY_EXIT_FILE;
}

static OutlayExit
make_pdf (const Request *request, OutlayPlan *plan, GBytes **bytes)
{
  return request->report ? make_report (request, plan, bytes) : make_slides (request, plan, outlay_deck_to_pdf, bytes);
}

/* --- tables --- */

static OutlayExit
make_workbook (const Request *request, OutlayPlan *plan, OutlayWorkbook **workbook)
{
  if (request->report || request->charts != NULL || request->size != NULL || request->scenarios != NULL)
    return outlay_command_misuse (_("--report, --charts, --size and --scenarios are of slides and reports, not of tables."));
  *workbook = outlay_workbook_new (plan, request->one_case.scenario);
  return OUTLAY_EXIT_DONE;
}

static OutlayExit
make_xlsx (const Request *request, OutlayPlan *plan, GBytes **bytes)
{
  g_autoptr (OutlayWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;
  OutlayExit status = make_workbook (request, plan, &workbook);

  if (status != OUTLAY_EXIT_DONE)
    return status;
  if ((*bytes = outlay_workbook_to_xlsx (workbook, &error)) != NULL)
    return OUTLAY_EXIT_DONE;
  outlay_command_say ("%s", error->message);
  return OUTLAY_EXIT_FILE;
}

static OutlayExit
make_csv (const Request *request, OutlayPlan *plan, GBytes **bytes)
{
  g_autoptr (OutlayWorkbook) workbook = NULL;
  OutlayExit status = make_workbook (request, plan, &workbook);

  if (status == OUTLAY_EXIT_DONE)
    *bytes = outlay_workbook_to_csv (workbook);
  return status;
}

/* --- the call --- */

static const Format formats[] = {
  { ".pptx", make_pptx },
  { ".pdf", make_pdf },
  { ".xlsx", make_xlsx },
  { ".csv", make_csv },
};

static const Format *
find_format (const Request *request)
{
  g_autofree char *name = request->format != NULL ? g_strconcat (".", request->format, NULL) : g_ascii_strdown (request->output, -1);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
    {
      if (g_str_has_suffix (name, formats[f].ending))
        return &formats[f];
      g_string_append_printf (list, "%s%s", f > 0 ? ", " : "", formats[f].ending);
    }
  outlay_command_misuse (_("“%s” has none of the endings that say what to write: %s."), request->output, list->str);
  return NULL;
}

static OutlayExit
export_plan (const Request *request, const char *name)
{
  g_autoptr (OutlayPlan) plan = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const Format *format = find_format (request);
  OutlayExit status;

  if (format == NULL)
    return OUTLAY_EXIT_USAGE;
  if ((plan = outlay_command_load (name, &status)) == NULL)
    return status;
  if ((status = outlay_case_apply ((OutlayCase *) &request->one_case, plan)) != OUTLAY_EXIT_DONE)
    return status;
  if ((status = format->make (request, plan, &bytes)) != OUTLAY_EXIT_DONE)
    return status;
  outlay_command_warn (plan, request->one_case.scenario, name);
  return outlay_command_write (request->output, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

OutlayExit
outlay_command_export (const char *usage, const char *summary, int argc, char **argv)
{
  g_auto (Request) request = { .one_case = OUTLAY_CASE_INIT };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &request.output, N_("Write here; the ending picks what: slides as .pptx or .pdf, tables as .xlsx or .csv"), N_("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &request.format, N_("pptx, pdf, xlsx or csv, where FILE’s ending does not say"), N_("FORMAT") },
    { "report", 0, 0, G_OPTION_ARG_NONE, &request.report, N_("A report on A4 pages in place of slides, as PDF"), NULL },
    { "charts", 0, 0, G_OPTION_ARG_STRING, &request.charts, N_("Charts to show, in this order (the usual ones)"), N_("ID,…") },
    { "statements", 0, 0, G_OPTION_ARG_STRING, &request.statements, N_("Standard statements of a report, or all (none); see “outlay-cli statement --list”"), N_("NAME,…") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &request.size, N_("Shape of the slides: 16:9 or 4:3 (16:9)"), N_("SHAPE") },
    OUTLAY_CASE_OPTIONS (&request.one_case),
    { "scenarios", 0, 0, G_OPTION_ARG_STRING, &request.scenarios, N_("Scenarios to compare in further charts; a bridge leads from the first to the last"), N_("ID,…") },
    G_OPTION_ENTRY_NULL,
  };

  gboolean all = FALSE;

  if (!outlay_command_parse (usage, summary, NULL, entries, &argc, &argv, 1, 1))
    return OUTLAY_EXIT_USAGE;
  if (request.output == NULL)
    return outlay_command_misuse (_("Say with -o where it goes."));
  if (request.statements != NULL && !request.report)
    return outlay_command_misuse (_("--statements are of a report: give --report too. A workbook has them all."));
  if (request.statements != NULL && !outlay_statements_read (request.statements, &request.kinds, &all))
    return OUTLAY_EXIT_FAULT;
  if (all)
    request.kinds = (1u << OUTLAY_N_STATEMENTS) - 1;
  return export_plan (&request, argv[1]);
}
