/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare-choice.h"

#include <glib/gi18n.h>

#include "ui/compare-name.h"

#define SCENARIO_KEY "outlay-scenario"

struct _OutlayCompareChoice
{
  AdwBin parent_instance;

  GtkWidget *buttons;
  OutlayCompareSession *session; /* not owned: the document's */
  char *shown;                   /* what the buttons say, to be made anew where that changes */
  gboolean following;
};

G_DEFINE_FINAL_TYPE (OutlayCompareChoice, outlay_compare_choice, ADW_TYPE_BIN)

static void
toggled_cb (OutlayCompareChoice *self, GtkToggleButton *button)
{
  OutlayScenario *scenario = g_object_get_data (G_OBJECT (button), SCENARIO_KEY);

  if (self->following || self->session == NULL)
    return;
  outlay_compare_session_choose (self->session, scenario, gtk_toggle_button_get_active (button));
  /* The last one stays. */
  gtk_toggle_button_set_active (button, outlay_compare_session_is_chosen (self->session, scenario));
}

static GtkWidget *
create_label (OutlayCompareChoice *self, OutlayScenario *scenario)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *markup = outlay_compare_name_markup (GTK_WIDGET (self), self->session, scenario);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  return label;
}

static void
add_button (OutlayCompareChoice *self, OutlayScenario *scenario)
{
  GtkWidget *button = gtk_toggle_button_new ();
  g_autofree char *name = outlay_compare_session_name (self->session, scenario);
  const char *description =
    scenario != NULL ? outlay_node_get_string (OUTLAY_NODE (scenario), outlay_node_find_member (OUTLAY_NODE (scenario), "description")) : NULL;

  gtk_button_set_child (GTK_BUTTON (button), create_label (self, scenario));
  gtk_widget_set_tooltip_text (button, description);
  gtk_widget_add_css_class (button, "compare-choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (scenario != NULL)
    g_object_set_data_full (G_OBJECT (button), SCENARIO_KEY, g_object_ref (scenario), g_object_unref);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (ADW_WRAP_BOX (self->buttons), button);
}

static void
refill (OutlayCompareChoice *self)
{
  GListModel *scenarios = outlay_plan_get_scenarios (outlay_document_get_plan (outlay_compare_session_get_document (self->session)));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->buttons)) != NULL)
    adw_wrap_box_remove (ADW_WRAP_BOX (self->buttons), child);
  add_button (self, NULL);
  for (guint n = 0; n < g_list_model_get_n_items (scenarios); n++)
    {
      g_autoptr (OutlayScenario) scenario = g_list_model_get_item (scenarios, n);

      add_button (self, scenario);
    }
}

static char *
list_names (OutlayCompareChoice *self)
{
  GListModel *scenarios = outlay_plan_get_scenarios (outlay_document_get_plan (outlay_compare_session_get_document (self->session)));
  g_autoptr (GString) names = g_string_new (NULL);

  g_autofree char *base = outlay_compare_name_markup (GTK_WIDGET (self), self->session, NULL);

  g_string_append_printf (names, "%p %s", self->session, base);
  for (guint n = 0; n < g_list_model_get_n_items (scenarios); n++)
    {
      g_autoptr (OutlayScenario) scenario = g_list_model_get_item (scenarios, n);
      g_autofree char *name = outlay_compare_name_markup (GTK_WIDGET (self), self->session, scenario);

      g_string_append_printf (names, "\n%p %s", scenario, name);
    }
  return g_string_free_and_steal (g_steal_pointer (&names));
}

static void
outlay_compare_choice_finalize (GObject *object)
{
  g_clear_weak_pointer (&OUTLAY_COMPARE_CHOICE (object)->session);
  g_free (OUTLAY_COMPARE_CHOICE (object)->shown);
  G_OBJECT_CLASS (outlay_compare_choice_parent_class)->finalize (object);
}

static void
outlay_compare_choice_class_init (OutlayCompareChoiceClass *class)
{
  G_OBJECT_CLASS (class)->finalize = outlay_compare_choice_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_compare_choice_init (OutlayCompareChoice *self)
{
  self->buttons = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->buttons), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->buttons), 6);
  adw_bin_set_child (ADW_BIN (self), self->buttons);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Scenarios to compare"), -1);
}

void
outlay_compare_choice_show (OutlayCompareChoice *self, OutlayCompareSession *session)
{
  g_autofree char *names = NULL;

  g_set_weak_pointer (&self->session, session);
  names = list_names (self);
  self->following = TRUE;
  if (g_set_str (&self->shown, names))
    refill (self);
  for (GtkWidget *button = gtk_widget_get_first_child (self->buttons); button != NULL; button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                  outlay_compare_session_is_chosen (session, g_object_get_data (G_OBJECT (button), SCENARIO_KEY)));
  self->following = FALSE;
}
