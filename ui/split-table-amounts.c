/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/split-table-private.h"

#include <glib/gi18n.h>
#include <math.h>

double
outlay_split_table_amount (OutlaySplitTable *self, OutlaySplitPlace place)
{
  return outlay_split_sum (outlay_document_get_split (self->document), place.initiative, place.phase);
}

gboolean
outlay_split_table_is_locked (OutlaySplitTable *self, OutlaySplitPlace place)
{
  return outlay_split_all_locked (outlay_document_get_split (self->document), place.initiative, place.phase);
}

gboolean
outlay_split_table_is_changed (OutlaySplitTable *self, OutlaySplitPlace place)
{
  OutlayScenario *scenario = outlay_document_get_scenario (self->document);
  OutlayParameter parameter;
  g_autofree char *path = NULL;

  if (scenario == NULL || place.initiative < 0 || place.phase < 0)
    return FALSE;
  if (outlay_document_is_moved (self->document, place.initiative, place.phase))
    return TRUE;
  outlay_document_get_cell (self->document, place.initiative, place.phase, &parameter);
  path = outlay_parameter_path (&parameter);
  return outlay_scenario_lookup (scenario, path) != NULL;
}

char *
outlay_split_table_describe (OutlaySplitTable *self, OutlaySplitPlace place)
{
  g_autofree char *initiative =
    place.initiative < 0 ? g_strdup (_("All initiatives")) : outlay_document_get_initiative_name (self->document, place.initiative);
  g_autofree char *phase = place.phase < 0 ? g_strdup (_("all phases")) : outlay_document_get_phase_name (self->document, place.phase);
  g_autofree char *currency = outlay_document_get_currency (self->document);
  g_autofree char *amount = outlay_quantity_format (outlay_split_table_amount (self, place), OUTLAY_UNIT_MONEY, currency);
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%s, %s, %s", initiative, phase, amount);
  if (outlay_split_table_is_locked (self, place))
    g_string_append_printf (text, ", %s", _("locked"));
  if (outlay_split_table_is_changed (self, place))
    {
      g_autofree char *origin = outlay_split_table_describe_origin (self, place);

      g_string_append_printf (text, ", %s, %s", _("changed in this scenario"), origin);
    }
  return g_string_free_and_steal (text);
}

void
outlay_split_table_set_locked (OutlaySplitTable *self, OutlaySplitPlace place, gboolean locked)
{
  outlay_document_set_locked (self->document, place.initiative, place.phase, locked);
}

void
outlay_split_table_commit_amount (OutlaySplitTable *self, OutlaySplitPlace place, double amount)
{
  OutlaySplitSession *session;
  double start, reached;
  g_autofree char *description = NULL;

  if (outlay_split_table_is_locked (self, place))
    {
      outlay_split_table_say (self, _("This is locked. Press L to unlock it."), TRUE);
      return;
    }
  session = outlay_split_session_begin (self->document);
  start = outlay_split_session_start (session, place);
  reached = outlay_split_session_set (session, place, amount);
  description = outlay_split_describe_set (self->document, place, reached);
  if (reached == start)
    outlay_split_session_rollback (session);
  else
    outlay_split_session_commit (session, description);
  if (fabs (reached - amount) > 1e-9 * fabs (amount))
    {
      g_autofree char *limit = outlay_amount_format (reached, -1);
      g_autofree char *text = g_strdup_printf (reached < amount ? _("No more than %s: nothing else can give way while the total is kept.")
                                                                : _("No less than %s: the rest is locked or cannot take more."), limit);

      outlay_split_table_say (self, text, FALSE);
    }
}

void
outlay_split_table_say (OutlaySplitTable *self, const char *text, gboolean is_error)
{
  g_clear_pointer (&self->message, gtk_widget_unparent);
  if (text == NULL)
    return;
  self->message = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "label", text, NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->message), 40);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_widget_set_can_target (self->message, FALSE);
  gtk_widget_add_css_class (self->message, "split-message");
  if (is_error)
    gtk_widget_add_css_class (self->message, "error");
  gtk_widget_set_parent (self->message, GTK_WIDGET (self));
}

char *
outlay_split_table_unit (OutlaySplitTable *self)
{
  g_autofree char *currency = outlay_document_get_currency (self->document);

  return g_strstrip (g_strdup_printf (C_ ("amount and currency", "%s %s"), self->unit.word, outlay_currency_word (currency)));
}

static char *
format_month (double month, gboolean year)
{
  const int whole = (int) floor (month);
  g_autoptr (GDateTime) date = g_date_time_new_utc (whole / 12, whole % 12 + 1, 1, 0, 0, 0);

  /* Translators: a month of a year, short, as strftime writes it: “Aug 2021” */
  return g_date_time_format (date, year ? "%Y" : _("%b %Y"));
}

char *
outlay_split_table_phase_dates (OutlaySplitTable *self, guint phase, gboolean years)
{
  OutlayModel *model = outlay_projection_model (outlay_document_get_cells (self->document));
  const OutlayShape *shape = outlay_model_shape (model);
  const double *numbers = outlay_model_numbers (model);
  const double start = numbers[outlay_shape_phase (shape, OUTLAY_PHASE_START, phase)];
  const double end = start + numbers[outlay_shape_phase (shape, OUTLAY_PHASE_BUILD_MONTHS, phase)] +
                     numbers[outlay_shape_phase (shape, OUTLAY_PHASE_DELAY_MONTHS, phase)];
  g_autofree char *first = format_month (start, years);
  g_autofree char *last = format_month (ceil (end) - 1, years);

  if (g_str_equal (first, last))
    return g_steal_pointer (&first);
  /* Translators: from the first to the last month of a phase: “Aug 2021 – Jul 2023” */
  return g_strdup_printf (_("%s – %s"), first, last);
}
