/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "cli/command.h"
#include "cli/table.h"
#include "export/csv.h"
#include "plan/member.h"
#include "plan/plan.h"
#include "store/flows-file.h"
#include "store/json-text.h"

/* Whole numbers from here on have more digits than are known. */
#define MOST_EXACT 1e15

typedef struct
{
  OutlayFlows flows;
  double rate;
  double finance_rate;
  OutlayAppraisal appraisal;
} Call;

/* A yearly rate: "0.08" or "8%". (nullable): the plan's default discount rate. */
static gboolean
read_rate (const char *option, const char *text, double fallback, double *rate)
{
  char *end;

  *rate = fallback;
  if (text == NULL)
    return TRUE;
  *rate = g_ascii_strtod (text, &end);
  if (g_str_equal (end, "%"))
    *rate /= 100;
  else if (*end == '\0' && *rate > 1 && isfinite (*rate))
    {
      outlay_command_misuse (_("--%s: “%s” would be %g %% a year; write %s%% for that many per cent, or %g%%."), option, text, *rate * 100, text, *rate * 100);
      return FALSE;
    }
  if (end != text && (*end == '\0' || g_str_equal (end, "%")) && *rate > -1 && isfinite (*rate))
    return TRUE;
  outlay_command_misuse (_("--%s: “%s” is no rate; expected a number above -1 such as 0.08, or 8%%."), option, text);
  return FALSE;
}

static double
default_rate (void)
{
  g_autoptr (GTypeClass) class = g_type_class_ref (OUTLAY_TYPE_PLAN);

  return outlay_param_spec_get_member (g_object_class_find_property (G_OBJECT_CLASS (class), "discount-rate"))->standard;
}

static gboolean
read_first_period (const char *text, int *period)
{
  *period = text == NULL ? -1 : g_str_equal (text, "0") ? 0 : g_str_equal (text, "1") ? 1 : 2;
  if (*period < 2)
    return TRUE;
  outlay_command_misuse (_("--first-period: “%s” is neither 0 nor 1."), text);
  return FALSE;
}

static OutlayExit
read_flows (const char *name, int first_period, OutlayFlows *flows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = outlay_command_read_bytes (name, &error);

  if (bytes == NULL)
    {
      outlay_command_say ("%s", error->message);
      return OUTLAY_EXIT_FILE;
    }
  if (outlay_flows_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), first_period, flows, &error))
    return OUTLAY_EXIT_DONE;
  outlay_command_say (error->code == OUTLAY_FLOWS_ERROR_SYNTAX ? "%s:%s" : "%s: %s", name, error->message);
  return OUTLAY_EXIT_FAULT;
}

/* For reading against somebody's table: more digits than people print, as far as a number has them. What is larger than any number is none. */
static char *
number_text (double number, const char *word)
{
  g_autofree char *digits = g_strdup_printf (fabs (number) < MOST_EXACT ? "%'.4f" : "%.15g", number);

  return isnan (number) ? g_strdup ("–") : isinf (number) ? g_strdup (_("none")) : g_strconcat (digits, word, NULL);
}

static void
add_line (OutlayTable *table, const char *name, char *value)
{
  outlay_table_add (table, name);
  outlay_table_take (table, value);
}

static void
add_rates (OutlayTable *table, const OutlayAppraisal *appraisal)
{
  if (appraisal->n_irr == 0)
    add_line (table, _("IRR"), g_strdup (_("none")));
  for (guint k = 0; k < appraisal->n_irr; k++)
    {
      g_autofree char *name = appraisal->n_irr == 1 ? g_strdup (_("IRR"))
                                                    /* Translators: one of several internal rates of return */
                                                    : g_strdup_printf (_("IRR %u of %u"), k + 1, appraisal->n_irr);

      add_line (table, name, number_text (100 * appraisal->irr[k], " %"));
    }
}

static void
append_text (const Call *call, GString *text)
{
  const OutlayAppraisal *appraisal = &call->appraisal;
  g_autoptr (OutlayTable) table = outlay_table_new (2);

  add_line (table, _("Periods"), g_strdup_printf ("%u", call->flows.n));
  add_line (table, _("Periods a year"), g_strdup_printf ("%u", call->flows.frequency));
  add_line (table, _("First flow"), call->flows.offset == 0 ? g_strdup (_("today")) : g_strdup (_("in a year")));
  add_line (table, _("Discount rate"), number_text (100 * call->rate, " %"));
  add_line (table, _("Sum"), number_text (appraisal->sum, ""));
  add_line (table, _("NPV"), number_text (appraisal->npv, ""));
  add_rates (table, appraisal);
  add_line (table, _("Modified IRR"), number_text (100 * appraisal->mirr, " %"));
  add_line (table, _("Payback, years"), number_text (appraisal->payback, ""));
  add_line (table, _("Discounted payback, years"), number_text (appraisal->payback_discounted, ""));
  outlay_table_append (table, text);
}

static void
append_json_rates (const OutlayAppraisal *appraisal, OutlayJsonText *json)
{
  outlay_json_text_member (json, "irr");
  if (appraisal->n_irr < 2)
    {
      outlay_json_text_number (json, appraisal->n_irr == 1 ? appraisal->irr[0] : NAN);
      return;
    }
  outlay_json_text_begin_row (json);
  for (guint k = 0; k < appraisal->n_irr; k++)
    outlay_json_text_number (json, appraisal->irr[k]);
  outlay_json_text_end_row (json);
}

static void
append_json (const Call *call, GString *text)
{
  OutlayJsonText json;

  outlay_json_text_init (&json, text);
  outlay_json_text_begin_object (&json);
  outlay_json_text_string_member (&json, "version", VERSION);
  outlay_json_text_number_member (&json, "periods", call->flows.n);
  outlay_json_text_number_member (&json, "periods-a-year", call->flows.frequency);
  outlay_json_text_number_member (&json, "first-period", call->flows.offset);
  outlay_json_text_number_member (&json, "rate", call->rate);
  outlay_json_text_number_member (&json, "finance-rate", call->finance_rate);
  outlay_json_text_number_member (&json, "sum", call->appraisal.sum);
  outlay_json_text_number_member (&json, "npv", call->appraisal.npv);
  append_json_rates (&call->appraisal, &json);
  outlay_json_text_number_member (&json, "mirr", call->appraisal.mirr);
  outlay_json_text_number_member (&json, "payback", call->appraisal.payback);
  outlay_json_text_number_member (&json, "payback-discounted", call->appraisal.payback_discounted);
  outlay_json_text_end_object (&json);
  g_string_append_c (text, '\n');
}

static void
append_csv_line (GString *text, const char *name, double value)
{
  outlay_csv_append_string (text, name, ',');
  outlay_csv_append_number (text, value, '\n');
}

static void
append_csv (const Call *call, GString *text)
{
  g_string_append (text, "name,value\n");
  append_csv_line (text, "sum", call->appraisal.sum);
  append_csv_line (text, "npv", call->appraisal.npv);
  for (guint k = 0; k < call->appraisal.n_irr; k++)
    append_csv_line (text, "irr", call->appraisal.irr[k]);
  if (call->appraisal.n_irr == 0)
    append_csv_line (text, "irr", NAN);
  append_csv_line (text, "mirr", call->appraisal.mirr);
  append_csv_line (text, "payback", call->appraisal.payback);
  append_csv_line (text, "payback-discounted", call->appraisal.payback_discounted);
}

static OutlayExit
print (const Call *call, OutlayFormat format)
{
  static void (*const append[]) (const Call *, GString *) = { append_text, append_json, append_csv };
  g_autoptr (GString) text = g_string_new (NULL);

  append[format] (call, text);
  return outlay_command_print (text);
}

OutlayExit
outlay_command_appraise (const char *usage, const char *summary, int argc, char **argv)
{
  g_autofree char *rate = NULL, *finance_rate = NULL, *period = NULL, *format_word = NULL;
  const GOptionEntry entries[] = {
    { "rate", 'r', 0, G_OPTION_ARG_STRING, &rate, N_("Discount rate a year, 0.08 or 8% (0.08)"), N_("RATE") },
    { "finance-rate", 0, 0, G_OPTION_ARG_STRING, &finance_rate, N_("Rate at which the MIRR finances what is paid (the discount rate)"), N_("RATE") },
    { "first-period", 0, 0, G_OPTION_ARG_STRING, &period, N_("0: the first flow comes today; 1: in a year (0 with days or months, else 1)"), "0|1" },
    OUTLAY_FORMAT_OPTION (&format_word),
    G_OPTION_ENTRY_NULL,
  };
  Call call = { 0 };
  OutlayFormat format;
  OutlayExit status;
  int first_period;

  if (!outlay_command_parse (usage, summary, NULL, entries, &argc, &argv, 1, 1) || !outlay_command_format (format_word, &format) ||
      !read_rate ("rate", rate, default_rate (), &call.rate) || !read_rate ("finance-rate", finance_rate, call.rate, &call.finance_rate) ||
      !read_first_period (period, &first_period))
    return OUTLAY_EXIT_USAGE;
  status = read_flows (argv[1], first_period, &call.flows);
  if (status != OUTLAY_EXIT_DONE)
    return status;
  outlay_flows_appraise (&call.flows, call.rate, call.finance_rate, &call.appraisal);
  status = print (&call, format);
  outlay_appraisal_clear (&call.appraisal);
  outlay_flows_clear (&call.flows);
  return status;
}
