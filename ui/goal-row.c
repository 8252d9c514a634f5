/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/goal-row.h"

#include <glib/gi18n.h>

#include "ui/document-goals.h"
#include "ui/figure-form.h"
#include "ui/goal-reading.h"
#include "ui/late-menu.h"
#include "ui/share-bar.h"
#include "ui/spoken.h"
#include "ui/target-form.h"
#include "ui/window.h"

struct _OutlayGoalRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *name;
  GtkLabel *value;
  GtkLabel *note;
  GtkLinkButton *link;
  GtkWidget *comparison;
  GtkLabel *plan;
  GtkLabel *share;
  GtkWidget *state;
  GtkImage *state_image;
  GtkLabel *state_label;
  OutlayShareBar *bar;
  GtkMenuButton *menu_button;
  GMenuModel *menu;

  OutlayDocument *document;
  OutlayNode *goal;
};

G_DEFINE_FINAL_TYPE (OutlayGoalRow, outlay_goal_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

static void
show_state (OutlayGoalRow *self, const OutlayGoalReading *reading)
{
  gtk_widget_set_visible (self->state, reading->judged);
  gtk_label_set_text (self->state_label, reading->met ? C_ ("target", "met") : C_ ("target", "missed"));
  gtk_image_set_from_icon_name (self->state_image, reading->met ? "outlay-met-symbolic" : "outlay-missed-symbolic");
  gtk_widget_remove_css_class (self->state, reading->met ? "error" : "success");
  gtk_widget_add_css_class (self->state, reading->met ? "success" : "error");
}

/* What a screen reader says of the row: everything that is to be seen in it. */
static void
update_label (OutlayGoalRow *self, const OutlayGoalReading *reading)
{
  g_autoptr (GString) label = g_string_new (reading->name);
  const char *const texts[] = { reading->value, reading->note, reading->plan, reading->share,
                                !reading->judged ? NULL : reading->met ? C_ ("target", "met") : C_ ("target", "missed") };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && texts[i][0] != '\0')
      g_string_append_printf (label, "; %s", texts[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label->str, -1);
  outlay_spoken_describe (self->link, reading->name);
  outlay_spoken_describe (self->menu_button, reading->name);
}

static void
tell (GtkWidget *widget, GError *error)
{
  if (error != NULL)
    outlay_window_complain (OUTLAY_WINDOW (gtk_widget_get_root (widget)), _("The Plan Was Not Changed"), error->message);
}

static void
edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OutlayGoalRow *self = OUTLAY_GOAL_ROW (widget);

  if (OUTLAY_IS_TARGET (self->goal))
    outlay_target_form_present (self->document, OUTLAY_TARGET (self->goal), widget);
  else
    outlay_figure_form_present (self->document, OUTLAY_FIGURE (self->goal), widget);
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OutlayGoalRow *self = OUTLAY_GOAL_ROW (widget);
  GtkWidget *list = gtk_widget_get_parent (widget);
  g_autoptr (GError) error = NULL;

  outlay_document_remove_object (self->document, self->goal, &error);
  tell (list, error);
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OutlayGoalRow *self = OUTLAY_GOAL_ROW (widget);
  GtkWidget *list = gtk_widget_get_parent (widget);
  g_autoptr (GError) error = NULL;

  outlay_document_move_object (self->document, self->goal, (int) outlay_node_get_position (self->goal) + (g_str_has_suffix (action, "-up") ? -1 : 1), &error);
  tell (list, error);
}

static void
outlay_goal_row_dispose (GObject *object)
{
  OutlayGoalRow *self = OUTLAY_GOAL_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_GOAL_ROW);
  g_clear_object (&self->goal);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (outlay_goal_row_parent_class)->dispose (object);
}

static void
add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "goal.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "goal.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "goal.move-up", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "goal.move-down", NULL, move_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "goal.edit", NULL);
  /* The last one is the one that menus tell. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "goal.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "goal.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "goal.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "goal.move-down", NULL);
}

static void
outlay_goal_row_class_init (OutlayGoalRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = outlay_goal_row_dispose;
  g_type_ensure (OUTLAY_TYPE_SHARE_BAR);
  add_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/goal-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayGoalRow, name);
  gtk_widget_class_bind_template_child (widget_class, OutlayGoalRow, value);
  gtk_widget_class_bind_template_child (widget_class, OutlayGoalRow, note);
  gtk_widget_class_bind_template_child (widget_class, OutlayGoalRow, link);
  gtk_widget_class_bind_template_child (widget_class, OutlayGoalRow, comparison);
  gtk_widget_class_bind_template_child (widget_class, OutlayGoalRow, plan);
  gtk_widget_class_bind_template_child (widget_class, OutlayGoalRow, share);
  gtk_widget_class_bind_template_child (widget_class, OutlayGoalRow, state);
  gtk_widget_class_bind_template_child (widget_class, OutlayGoalRow, state_image);
  gtk_widget_class_bind_template_child (widget_class, OutlayGoalRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayGoalRow, bar);
  gtk_widget_class_bind_template_child (widget_class, OutlayGoalRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayGoalRow, menu);
}

static void
outlay_goal_row_init (OutlayGoalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_late_menu_set (self->menu_button, self->menu);
}

GtkWidget *
outlay_goal_row_new (OutlayDocument *document, OutlayNode *goal)
{
  OutlayGoalRow *self = g_object_new (OUTLAY_TYPE_GOAL_ROW, NULL);

  g_set_object (&self->document, document);
  g_set_object (&self->goal, goal);
  outlay_goal_row_update (self);
  return GTK_WIDGET (self);
}

OutlayNode *
outlay_goal_row_get_goal (OutlayGoalRow *self)
{
  return self->goal;
}

void
outlay_goal_row_update (OutlayGoalRow *self)
{
  g_autoptr (OutlayGoalReading) reading = outlay_goal_reading_new (self->document, self->goal);

  gtk_label_set_text (self->name, reading->name);
  gtk_label_set_text (self->value, reading->value);
  show_text (self->note, reading->note);
  show_text (self->plan, reading->plan);
  show_text (self->share, reading->share);
  gtk_widget_set_visible (self->comparison, reading->plan != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), reading->share != NULL);
  outlay_share_bar_set_share (self->bar, reading->part);
  gtk_widget_set_visible (GTK_WIDGET (self->link), reading->link != NULL);
  if (reading->link != NULL)
    gtk_link_button_set_uri (self->link, reading->link);
  show_state (self, reading);
  update_label (self, reading);
}
