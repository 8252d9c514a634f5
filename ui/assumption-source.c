/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/assumption-source.h"

#include <glib/gi18n.h>

#include "plan/label.h"
#include "ui/document-objects.h"
#include "ui/spoken.h"
#include "ui/window.h"

struct _OutlayAssumptionSource
{
  GtkPopover parent_instance;

  OutlayDocument *document;
  OutlayAssumptionRow *row;
  char *path;
  gboolean settled; /* there is nothing to keep when it closes */
  /* As it was when it opened: */
  OutlaySource *source; /* (nullable) */

  GtkLabel *title;
  GtkLabel *place;
  GtkDropDown *status;
  GtkTextView *text;
  GtkEntry *link;
  GtkButton *open_button;
  GtkEntry *date;
  GtkLabel *fault;
  GtkButton *remove_button;
};

G_DEFINE_FINAL_TYPE (OutlayAssumptionSource, outlay_assumption_source, GTK_TYPE_POPOVER)

/* --- what it says --- */

static const char *
told (OutlayAssumptionSource *self, const char *member)
{
  const char *text = self->source != NULL ? outlay_node_get_string (OUTLAY_NODE (self->source), outlay_node_find_member (OUTLAY_NODE (self->source), member)) : NULL;

  return text != NULL ? text : "";
}

static OutlayStatus
told_status (OutlayAssumptionSource *self)
{
  return self->source != NULL ? (OutlayStatus) outlay_node_get_number (OUTLAY_NODE (self->source), outlay_node_find_member (OUTLAY_NODE (self->source), "status"))
                              : OUTLAY_STATUS_ASSUMED;
}

/* A source may be of more than this number: of its object, of all cells. */
static gboolean
is_own (OutlayAssumptionSource *self)
{
  return self->source != NULL && g_str_equal (outlay_node_get_id (OUTLAY_NODE (self->source)), self->path);
}

static char *
describe_place (OutlayAssumptionSource *self)
{
  OutlayPlan *plan = outlay_document_get_plan (self->document);
  OutlayScenario *scenario = outlay_document_get_scenario (self->document);
  g_autofree char *name = NULL;
  OutlayParameter found;

  if (self->source == NULL)
    return g_strdup (_("Nobody says where this number comes from: it is assumed."));
  if (is_own (self) || !outlay_plan_find_path (plan, outlay_node_get_id (OUTLAY_NODE (self->source)), &found, NULL))
    return g_strdup (_("Source of this number"));
  name = found.member != NULL ? outlay_parameter_label (plan, scenario, &found) : outlay_object_label (plan, scenario, found.node);
  /* Translators: a source that stands for more than one number: for what */
  return g_strdup_printf (_("Source of “%s”. What you change here becomes this number’s own."), name);
}

static void
fill (OutlayAssumptionSource *self)
{
  g_autofree char *place = describe_place (self);

  gtk_label_set_text (self->title, self->row->title);
  gtk_label_set_text (self->place, place);
  gtk_drop_down_set_selected (self->status, told_status (self));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), told (self, "text"), -1);
  gtk_editable_set_text (GTK_EDITABLE (self->link), told (self, "link"));
  gtk_editable_set_text (GTK_EDITABLE (self->date), told (self, "date"));
  gtk_widget_set_visible (GTK_WIDGET (self->remove_button), is_own (self));
}

/* --- what was edited --- */

static char *
read_text (OutlayAssumptionSource *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
is_edited (OutlayAssumptionSource *self, const OutlaySourceText *now)
{
  return now->status != told_status (self) || !g_str_equal (now->text, told (self, "text")) || !g_str_equal (now->link, told (self, "link")) ||
         !g_str_equal (now->date, told (self, "date"));
}

static gboolean
keep (OutlayAssumptionSource *self, GError **error)
{
  g_autofree char *text = read_text (self);
  const OutlaySourceText now = { (OutlayStatus) gtk_drop_down_get_selected (self->status), g_strstrip (text), gtk_editable_get_text (GTK_EDITABLE (self->link)),
                                 gtk_editable_get_text (GTK_EDITABLE (self->date)) };

  return !is_edited (self, &now) || outlay_document_set_source (self->document, self->path, &now, error);
}

static void
done_cb (OutlayAssumptionSource *self)
{
  g_autoptr (GError) error = NULL;

  self->settled = keep (self, &error);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), error != NULL);
  gtk_label_set_text (self->fault, error != NULL ? error->message : "");
  if (error != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (self->settled)
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
remove_cb (OutlayAssumptionSource *self)
{
  g_autoptr (GError) error = NULL;

  self->settled = TRUE;
  outlay_document_set_source (self->document, self->path, NULL, &error);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
closed_cb (OutlayAssumptionSource *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;

  if (!self->settled && !keep (self, &error) && error != NULL && OUTLAY_IS_WINDOW (root))
    outlay_window_say (OUTLAY_WINDOW (root), error->message, FALSE);
  self->settled = TRUE;
}

static gboolean
key_pressed_cb (OutlayAssumptionSource *self, guint key)
{
  self->settled |= key == GDK_KEY_Escape;
  return FALSE;
}

/* --- the link --- */

static gboolean
is_web (const char *link)
{
  g_autofree char *scheme = g_uri_parse_scheme (link);

  return scheme != NULL && (g_str_equal (scheme, "https") || g_str_equal (scheme, "http"));
}

/* Files are of unknown origin: only what a browser opens is offered. */
static void
link_changed_cb (OutlayAssumptionSource *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->open_button), is_web (gtk_editable_get_text (GTK_EDITABLE (self->link))));
}

static void
open_cb (OutlayAssumptionSource *self)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (gtk_editable_get_text (GTK_EDITABLE (self->link)));

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL, NULL);
}

/* --- life --- */

static void
outlay_assumption_source_dispose (GObject *object)
{
  OutlayAssumptionSource *self = OUTLAY_ASSUMPTION_SOURCE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_ASSUMPTION_SOURCE);
  g_clear_object (&self->source);
  g_clear_object (&self->row);
  g_clear_object (&self->document);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (outlay_assumption_source_parent_class)->dispose (object);
}

static void
outlay_assumption_source_class_init (OutlayAssumptionSourceClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = outlay_assumption_source_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/assumption-source.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayAssumptionSource, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayAssumptionSource, place);
  gtk_widget_class_bind_template_child (widget_class, OutlayAssumptionSource, status);
  gtk_widget_class_bind_template_child (widget_class, OutlayAssumptionSource, text);
  gtk_widget_class_bind_template_child (widget_class, OutlayAssumptionSource, link);
  gtk_widget_class_bind_template_child (widget_class, OutlayAssumptionSource, open_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayAssumptionSource, date);
  gtk_widget_class_bind_template_child (widget_class, OutlayAssumptionSource, fault);
  gtk_widget_class_bind_template_child (widget_class, OutlayAssumptionSource, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
outlay_assumption_source_init (OutlayAssumptionSource *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkStringList *words;

  gtk_widget_init_template (GTK_WIDGET (self));
  words = GTK_STRING_LIST (gtk_drop_down_get_model (self->status));
  outlay_spoken_name_drop_down (self->status);
  for (guint status = 0; status <= OUTLAY_STATUS_ASSUMED; status++)
    gtk_string_list_append (words, outlay_status_name ((OutlayStatus) status));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
outlay_assumption_source_new (OutlayDocument *document, OutlayAssumptionRow *row)
{
  OutlayAssumptionSource *self = g_object_new (OUTLAY_TYPE_ASSUMPTION_SOURCE, NULL);
  const OutlayAssumptionCell *cell = outlay_assumption_row_nth (row, 0);
  OutlayParameter whole = cell->parameter;

  self->document = g_object_ref (document);
  self->row = g_object_ref (row);
  /* A ramp-up is founded as a whole. */
  if (row->kind == OUTLAY_ASSUMPTION_KIND_RAMP)
    whole.index = -1;
  self->path = outlay_parameter_path (&whole);
  g_set_object (&self->source, outlay_plan_find_source_around (outlay_document_get_plan (document), self->path));
  fill (self);
  link_changed_cb (self);
  return GTK_WIDGET (self);
}
