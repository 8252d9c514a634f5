/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/command.h"
#include "export/csv.h"
#include "store/json-text.h"

typedef struct
{
  OutlayFormat format;
  GString *text;
  OutlayJsonText json;
  OutlayExit status;
} Check;

static void
append_fault (Check *check, const char *name, const OutlayFault *fault)
{
  g_autofree char *line = outlay_command_fault_line (name, fault);
  OutlayJsonText *json = &check->json;

  switch (check->format)
    {
    case OUTLAY_FORMAT_JSON:
      outlay_json_text_begin_object (json);
      outlay_json_text_number_member (json, "line", fault->line);
      outlay_json_text_number_member (json, "column", fault->column);
      outlay_json_text_string_member (json, "path", fault->path);
      outlay_json_text_string_member (json, "message", fault->message);
      outlay_json_text_end_object (json);
      break;
    case OUTLAY_FORMAT_CSV:
      outlay_csv_append_string (check->text, name, ',');
      g_string_append_printf (check->text, "%u,%u,", fault->line, fault->column);
      outlay_csv_append_string (check->text, fault->path, ',');
      outlay_csv_append_string (check->text, fault->message, '\n');
      break;
    case OUTLAY_FORMAT_TEXT:
      g_string_append_printf (check->text, "%s\n", line);
      break;
    }
}

/* What is worse stays: a file that cannot be read says more about a night's run than one with faults. */
static void
worsen (Check *check, OutlayExit status)
{
  check->status = MAX (check->status, status);
}

static void
begin_file (Check *check, const char *name, OutlayPlan *plan)
{
  if (check->format != OUTLAY_FORMAT_JSON)
    return;
  outlay_json_text_begin_object (&check->json);
  outlay_json_text_string_member (&check->json, "file", name);
  if (plan != NULL)
    outlay_json_text_string_member (&check->json, "plan", outlay_plan_name (plan));
  outlay_json_text_member (&check->json, "faults");
  outlay_json_text_begin_array (&check->json);
}

static void
end_file (Check *check)
{
  if (check->format != OUTLAY_FORMAT_JSON)
    return;
  outlay_json_text_end_array (&check->json);
  outlay_json_text_end_object (&check->json);
}

static void
check_file (Check *check, const char *name)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayPlan) plan = outlay_command_read (name, &faults, &error);

  if (plan == NULL && error->domain != OUTLAY_STORE_ERROR)
    {
      /* An error of a file names it. */
      outlay_command_say ("%s", error->message);
      worsen (check, OUTLAY_EXIT_FILE);
      return;
    }
  begin_file (check, name, plan);
  if (plan == NULL)
    {
      worsen (check, OUTLAY_EXIT_FAULT);
      for (guint i = 0; i < faults->len; i++)
        append_fault (check, name, faults->pdata[i]);
    }
  else
    outlay_command_warn (plan, NULL, name);
  end_file (check);
}

static void
begin (Check *check)
{
  check->text = g_string_new (NULL);
  outlay_json_text_init (&check->json, check->text);
  if (check->format == OUTLAY_FORMAT_CSV)
    g_string_append (check->text, "file,line,column,path,message\n");
  if (check->format != OUTLAY_FORMAT_JSON)
    return;
  outlay_json_text_begin_object (&check->json);
  outlay_json_text_string_member (&check->json, "version", VERSION);
  outlay_json_text_member (&check->json, "files");
  outlay_json_text_begin_array (&check->json);
}

static void
end (Check *check)
{
  if (check->format != OUTLAY_FORMAT_JSON)
    return;
  outlay_json_text_end_array (&check->json);
  outlay_json_text_end_object (&check->json);
  g_string_append_c (check->text, '\n');
}

OutlayExit
outlay_command_check (const char *usage, const char *summary, int argc, char **argv)
{
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    OUTLAY_FORMAT_OPTION (&format),
    G_OPTION_ENTRY_NULL,
  };
  Check check = { 0 };
  OutlayExit printed;

  if (!outlay_command_parse (usage, summary, NULL, entries, &argc, &argv, 1, -1) || !outlay_command_format (format, &check.format))
    return OUTLAY_EXIT_USAGE;
  begin (&check);
  for (int i = 1; i < argc; i++)
    check_file (&check, argv[i]);
  end (&check);
  printed = outlay_command_print (check.text);
  g_string_free (check.text, TRUE);
  return MAX (check.status, printed);
}
