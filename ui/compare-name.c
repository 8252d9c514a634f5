/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare-name.h"

#include "chart/palette.h"
#include "ui/theme.h"

char *
outlay_compare_name_markup (GtkWidget *widget, OutlayCompareSession *session, OutlayScenario *scenario)
{
  OutlayPlan *plan = outlay_document_get_plan (outlay_compare_session_get_document (session));
  const OutlayInk ink = { OUTLAY_INK_COLOUR, outlay_palette_scenario (plan, scenario) };
  const OutlayColour colour = outlay_ink_line (ink, outlay_widget_theme (widget));
  g_autofree char *name = outlay_compare_session_name (session, scenario);
  g_autofree char *escaped = g_markup_escape_text (name, -1);

  return g_strdup_printf ("<span foreground=\"#%02x%02x%02x\">●</span>\u2002%s", (guint) (colour.red * 255), (guint) (colour.green * 255),
                          (guint) (colour.blue * 255), escaped);
}
