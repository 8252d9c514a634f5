/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/scenario-pill.h"

#include <glib/gi18n.h>

#include "plan/resolve.h"

#define DOCUMENT_KEY "outlay-document"

static void
update (GtkLabel *label)
{
  OutlayDocument *document = g_object_get_data (G_OBJECT (label), DOCUMENT_KEY);
  OutlayScenario *scenario = document != NULL ? outlay_document_get_scenario (document) : NULL;
  g_autofree char *name = NULL, *text = NULL;

  if (scenario != NULL)
    {
      name = outlay_plan_resolve_name (outlay_document_get_plan (document), NULL, OUTLAY_NODE (scenario));
      /* Translators: the scenario whose amounts are edited; a dot marks those it changes */
      text = g_strdup_printf (_("edits “%s” (• changed in it)"), name);
      gtk_widget_add_css_class (GTK_WIDGET (label), "scenario-pill");
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "scenario-pill");
  gtk_label_set_text (label, text != NULL ? text : _("edits the plan"));
}

void
outlay_scenario_pill_follow (GtkLabel *label, OutlayDocument *document)
{
  OutlayDocument *before = g_object_get_data (G_OBJECT (label), DOCUMENT_KEY);

  if (before != NULL)
    {
      g_signal_handlers_disconnect_by_data (before, label);
      g_signal_handlers_disconnect_by_data (outlay_document_get_plan (before), label);
    }
  g_object_set_data_full (G_OBJECT (label), DOCUMENT_KEY, document != NULL ? g_object_ref (document) : NULL, g_object_unref);
  if (document != NULL)
    {
      g_signal_connect_object (document, "notify::scenario", G_CALLBACK (update), label, G_CONNECT_SWAPPED);
      /* The scenario may have another name. */
      g_signal_connect_object (outlay_document_get_plan (document), "changed", G_CALLBACK (update), label, G_CONNECT_SWAPPED);
    }
  update (label);
}
