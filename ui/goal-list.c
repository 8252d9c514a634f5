/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/goal-list.h"

#include <glib/gi18n.h>

#include "ui/goal-row.h"
#include "ui/object-rows.h"

/* Of the window, until a form has given the focus back and a new row has its place. */
#define SETTLED_FRAMES 3

struct _OutlayGoalList
{
  AdwBin parent_instance;

  GtkListBox *list;
  GtkLabel *empty;

  OutlayDocument *document;
  OutlayNode *parent; /* that the goals stand in, and where */
  const OutlayMember *member;
  gboolean stale;
  guint tick;
  guint n_before; /* goals, when a form came up that may add one */
  guint frames;   /* since it has gone */
};

G_DEFINE_FINAL_TYPE (OutlayGoalList, outlay_goal_list, ADW_TYPE_BIN)

static OutlayGoalRow *
nth_row (OutlayGoalList *self, int n)
{
  return (OutlayGoalRow *) gtk_list_box_get_row_at_index (self->list, n);
}

static void
show_empty (OutlayGoalList *self)
{
  const gboolean empty = outlay_node_get_n_children (self->parent, self->member) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->list), !empty);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), empty);
}

static GtkWidget *
make_row (gpointer goal, gpointer data)
{
  return outlay_goal_row_new (OUTLAY_GOAL_LIST (data)->document, goal);
}

static void
fill (OutlayGoalList *self)
{
  outlay_object_rows_fill (self->list, G_LIST_MODEL (outlay_node_get_children (self->parent, self->member)), make_row, self);
  show_empty (self);
}

static gboolean
is_filled (OutlayGoalList *self)
{
  const guint n = outlay_node_get_n_children (self->parent, self->member);

  for (guint i = 0; i < n; i++)
    if (nth_row (self, (int) i) == NULL || outlay_goal_row_get_goal (nth_row (self, (int) i)) != outlay_node_get_nth_child (self->parent, self->member, i))
      return FALSE;
  return nth_row (self, (int) n) == NULL;
}

static void
update (OutlayGoalList *self)
{
  self->stale = FALSE;
  if (self->document == NULL)
    return;
  if (!is_filled (self))
    fill (self);
  show_empty (self);
  for (int n = 0; nth_row (self, n) != NULL; n++)
    outlay_goal_row_update (nth_row (self, n));
}

/* The new row has its place when it has been laid out once. */
static gboolean
reveal_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OutlayGoalList *self = OUTLAY_GOAL_LIST (widget);
  const guint n = self->document != NULL ? outlay_node_get_n_children (self->parent, self->member) : 0;

  if (++self->frames < SETTLED_FRAMES)
    return G_SOURCE_CONTINUE;
  if (n > self->n_before && nth_row (self, (int) n - 1) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (nth_row (self, (int) n - 1)));
  return G_SOURCE_REMOVE;
}

static void
form_closed_cb (OutlayGoalList *self)
{
  self->frames = 0;
  if (self->document != NULL && outlay_node_get_n_children (self->parent, self->member) > self->n_before)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OutlayGoalList *self = OUTLAY_GOAL_LIST (widget);

  self->tick = 0;
  if (gtk_widget_get_mapped (widget))
    update (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (OutlayGoalList *self)
{
  self->stale = TRUE;
  if (self->tick == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
activated_cb (OutlayGoalList *self, GtkWidget *row)
{
  gtk_widget_activate_action (row, "goal.edit", NULL);
}

/* What happened out of sight is made up for at once: the first frame is right. */
static void
outlay_goal_list_map (GtkWidget *widget)
{
  if (OUTLAY_GOAL_LIST (widget)->stale)
    update (OUTLAY_GOAL_LIST (widget));
  GTK_WIDGET_CLASS (outlay_goal_list_parent_class)->map (widget);
}

static void
outlay_goal_list_dispose (GObject *object)
{
  OutlayGoalList *self = OUTLAY_GOAL_LIST (object);

  g_clear_object (&self->parent);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (outlay_goal_list_parent_class)->dispose (object);
}

static void
outlay_goal_list_class_init (OutlayGoalListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = outlay_goal_list_dispose;
  GTK_WIDGET_CLASS (class)->map = outlay_goal_list_map;
}

static void
outlay_goal_list_init (OutlayGoalList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  self->empty = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "visible", FALSE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->empty), "dimmed");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->empty));
  adw_bin_set_child (ADW_BIN (self), box);
}

void
outlay_goal_list_show (OutlayGoalList *self, OutlayDocument *document, gboolean figures, const char *empty)
{
  OutlayNode *plan = document != NULL ? OUTLAY_NODE (outlay_document_get_plan (document)) : NULL;

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  gtk_list_box_remove_all (self->list);
  gtk_label_set_text (self->empty, empty);
  g_set_object (&self->document, document);
  if (plan == NULL)
    return;
  if (figures)
    plan = outlay_node_get_child (plan, outlay_node_find_member (plan, "region"));
  g_set_object (&self->parent, plan);
  self->member = outlay_node_find_member (self->parent, figures ? "figures" : "targets");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _(self->member->nick), -1);
  g_signal_connect_object (document, "projected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "restructured", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

void
outlay_goal_list_follow (OutlayGoalList *self, AdwDialog *form)
{
  self->n_before = outlay_node_get_n_children (self->parent, self->member);
  g_signal_connect_object (form, "closed", G_CALLBACK (form_closed_cb), self, G_CONNECT_SWAPPED);
}
