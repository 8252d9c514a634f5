/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/split-table-private.h"

#include <glib/gi18n.h>

#include "ui/document-scenarios.h"

/* Where a dot is hit, which is larger than where it is drawn. */
#define DOT_REACH 16

/* An amount that a scenario has of its own may go, so that the one holds that it would have without. */

/* The amount of what the active scenario comes from. */
static double
amount_without (OutlaySplitTable *self, OutlaySplitPlace place)
{
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
  OutlayParameter parameter;

  outlay_document_get_cell (self->document, (guint) place.initiative, (guint) place.phase, &parameter);
  outlay_plan_resolve (outlay_document_get_plan (self->document), outlay_scenario_get_from (outlay_document_get_scenario (self->document)), &parameter, &value);
  return value.number;
}

static char *
origin_name (OutlaySplitTable *self)
{
  OutlayScenario *from = outlay_scenario_get_from (outlay_document_get_scenario (self->document));

  return from != NULL ? outlay_document_get_scenario_name (self->document, from) : NULL;
}

/* A step of the history. */
static char *
describe_step (OutlaySplitTable *self, OutlaySplitPlace place)
{
  g_autofree char *where = outlay_split_place_name (self->document, place);
  g_autofree char *origin = origin_name (self);

  if (origin != NULL)
    /* Translators: a step of the history: a place, and the scenario whose amount holds there again */
    return g_strdup_printf (_("Return %s to the amount of “%s”"), where, origin);
  /* Translators: a step of the history: the amount of the plan holds again in this scenario */
  return g_strdup_printf (_("Return %s to the plan’s amount"), where);
}

char *
outlay_split_table_describe_origin (OutlaySplitTable *self, OutlaySplitPlace place)
{
  g_autofree char *amount = outlay_amount_format (amount_without (self, place), -1);
  g_autofree char *origin = origin_name (self);

  if (origin != NULL)
    return g_strdup_printf (_("in “%s”: %s"), origin, amount);
  return g_strdup_printf (_("in the plan: %s"), amount);
}

char *
outlay_split_table_return_label (OutlaySplitTable *self, OutlaySplitPlace place)
{
  g_autofree char *amount = outlay_amount_format (amount_without (self, place), -1);
  g_autofree char *origin = origin_name (self);
  g_auto (GStrv) parts = NULL;
  g_autofree char *escaped = NULL;

  if (origin == NULL)
    return g_strdup_printf (_("_Return to the Plan’s Amount, %s"), amount);
  parts = g_strsplit (origin, "_", -1);
  escaped = g_strjoinv ("__", parts);
  return g_strdup_printf (_("_Return to the Amount of “%s”, %s"), escaped, amount);
}

void
outlay_split_table_return (OutlaySplitTable *self, OutlaySplitPlace place)
{
  g_autofree char *description = NULL;
  g_autoptr (GError) error = NULL;
  OutlayParameter parameter;

  if (!outlay_split_table_is_changed (self, place))
    return;
  if (outlay_split_table_is_locked (self, place))
    {
      outlay_split_table_say (self, _("This is locked. Press L to unlock it."), TRUE);
      return;
    }
  description = describe_step (self, place);
  outlay_document_get_cell (self->document, (guint) place.initiative, (guint) place.phase, &parameter);
  if (!outlay_document_return_parameter (self->document, &parameter, description, &error) && error != NULL)
    outlay_split_table_say (self, error->message, TRUE);
}

gboolean
outlay_split_table_is_over_dot (OutlaySplitTable *self, OutlaySplitPlace place, double x, double y)
{
  OutlayRectangle bar;

  if (self->document == NULL || !outlay_split_table_is_changed (self, place))
    return FALSE;
  outlay_split_table_bar (self, place, &bar);
  return x >= bar.x + bar.width - DOT_REACH && x < bar.x + bar.width + 2 && y >= bar.y - 2 && y < bar.y + DOT_REACH - 2;
}

gboolean
outlay_split_table_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  OutlaySplitTable *self = OUTLAY_SPLIT_TABLE (widget);
  OutlaySplitPlace place = self->cursor;
  OutlayRectangle cell;
  g_autofree char *origin = NULL, *text = NULL;

  if (self->document == NULL || self->drag != NULL || self->entry != NULL)
    return FALSE;
  if (!keyboard && outlay_split_grid_pick (&self->grid, x, y, &place) != OUTLAY_SPLIT_PART_CELL)
    return FALSE;
  if (!outlay_split_table_is_changed (self, place))
    return FALSE;
  origin = outlay_split_table_describe_origin (self, place);
  /* Translators: what an amount that a scenario changes is without it: “Changed here; in the plan: 1.80 bn. Click the dot to return to it.” */
  text = g_strdup_printf (_("Changed here; %s. Click the dot to return to it."), origin);
  outlay_split_grid_cell (&self->grid, place, &cell);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { (int) cell.x, (int) cell.y, (int) cell.width, (int) cell.height });
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}
