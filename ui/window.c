/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "config.h"
#include "ui/assumptions-page.h"
#include "ui/charts-page.h"
#include "ui/compare-page.h"
#include "ui/compare-session.h"
#include "ui/file-place.h"
#include "ui/history-popover.h"
#include "ui/indicator-strip.h"
#include "ui/late-menu.h"
#include "ui/open.h"
#include "ui/page-list.h"
#include "ui/recent.h"
#include "ui/region-page.h"
#include "ui/results-page.h"
#include "ui/split-page.h"
#include "ui/status-bar.h"
#include "ui/steady-focus.h"
#include "ui/timeline-page.h"
#include "ui/tooltip.h"
#include "ui/window-private.h"

enum
{
  PROP_DOCUMENT = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (OutlayWindow, outlay_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_title (OutlayWindow *self)
{
  GFile *file = outlay_document_get_file (self->document);
  const gboolean unsaved = outlay_document_get_unsaved (self->document);
  g_autofree char *title = g_strconcat (unsaved ? "• " : "", outlay_document_get_title (self->document), NULL);
  const char *origin = outlay_document_get_origin (self->document);
  g_autofree char *subtitle = file != NULL ? outlay_file_describe_place (file) : g_strdup (origin != NULL ? origin : _("Unsaved copy"));

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* Whoever sees the copy of the sample for the first time is welcome. */
static void
update_welcome (OutlayWindow *self)
{
  const gboolean sample = outlay_document_get_file (self->document) == NULL && outlay_document_get_origin (self->document) == NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->welcome), sample && !g_settings_get_boolean (self->settings, "welcomed"));
}

static void
update_step (GtkWidget *button, const char *verb, const char *description)
{
  g_autofree char *text = description != NULL && description[0] != '\0' ? g_strdup_printf ("%s: %s", verb, description) : g_strdup (verb);

  outlay_tooltip_set (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
history_changed_cb (OutlayWindow *self)
{
  OutlayHistory *history = outlay_document_get_history (self->document);

  const guint position = outlay_history_get_position (history);
  g_autofree char *undo = outlay_history_can_undo (history) ? outlay_document_describe_step (self->document, position - 1) : NULL;
  g_autofree char *redo = outlay_history_can_redo (history) ? outlay_document_describe_step (self->document, position) : NULL;

  update_step (self->undo_button, _("Undo"), undo);
  update_step (self->redo_button, _("Redo"), redo);
  outlay_window_update_actions (self);
}

/* What was done is said with a way back. */
static void
stepped_cb (OutlayWindow *self, const char *description)
{
  history_changed_cb (self);
  if (description != NULL)
    outlay_window_say (self, description, TRUE);
  else
    adw_toast_overlay_dismiss_all (self->dialog_toasts != NULL ? self->dialog_toasts : self->toasts);
}

/* The comparison that was last chosen, where this plan has such a scenario. */
static void
restore_compared (OutlayWindow *self)
{
  g_autofree char *id = g_settings_get_string (self->settings, "compared");
  OutlayScenario *scenario = outlay_plan_find_scenario (outlay_document_get_plan (self->document), id);

  if (scenario != NULL || g_str_equal (id, "base"))
    outlay_document_set_compared (self->document, TRUE, scenario);
}

static void
compared_cb (OutlayWindow *self)
{
  gboolean compares;
  OutlayScenario *scenario = outlay_document_get_compared (self->document, &compares);
  const char *id = !compares ? "" : scenario == NULL ? "base" : outlay_node_get_id (OUTLAY_NODE (scenario));
  g_autofree char *before = g_settings_get_string (self->settings, "compared");

  if (!g_str_equal (before, id))
    g_settings_set_string (self->settings, "compared", id);
}

static void
narrow_cb (OutlayWindow *self)
{
  adw_header_bar_remove (self->header, GTK_WIDGET (g_object_ref (self->switchers)));
  gtk_box_append (self->narrow_bar, GTK_WIDGET (self->switchers));
  g_object_unref (self->switchers);
}

static void
wide_cb (OutlayWindow *self)
{
  gtk_box_remove (self->narrow_bar, GTK_WIDGET (g_object_ref (self->switchers)));
  adw_header_bar_pack_start (self->header, GTK_WIDGET (self->switchers));
  g_object_unref (self->switchers);
}

static void
carry_nothing_cb (OutlayWindow *self)
{
  outlay_window_carry (self, FALSE, FALSE);
}

static void
carry_figures_cb (OutlayWindow *self)
{
  outlay_window_carry (self, FALSE, TRUE);
}

static void
carry_all_cb (OutlayWindow *self)
{
  outlay_window_carry (self, TRUE, TRUE);
}

static void
welcome_read_cb (OutlayWindow *self)
{
  g_settings_set_boolean (self->settings, "welcomed", TRUE);
  /* It does not come back, whatever becomes of the program now. */
  g_settings_sync ();
  gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
}

static void
notice_read_cb (OutlayWindow *self)
{
  outlay_hint_say (self->notice, NULL);
  gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
}

static gboolean
drop_cb (OutlayWindow *self, const GValue *value)
{
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *file = files; file != NULL; file = file->next)
    outlay_open_file (GTK_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), file->data, self);
  g_slist_free (files);
  return TRUE;
}

/* A chart that is dragged out of a window is no plan that comes in. */
static gboolean
accept_cb (GtkDropTarget *target, GdkDrop *drop, gpointer data)
{
  return gdk_drop_get_drag (drop) == NULL && gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), GDK_TYPE_FILE_LIST);
}

static void
add_drop_target (OutlayWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "accept", G_CALLBACK (accept_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
connect_document (OutlayWindow *self)
{
  OutlayHistory *history = outlay_document_get_history (self->document);

  /* Who fills a new plan has no total to keep yet. */
  if (outlay_split_sum (outlay_document_get_split (self->document), -1, -1) > 0)
    g_settings_bind (self->settings, "keep-total", self->document, "keep-total", G_SETTINGS_BIND_DEFAULT);
  restore_compared (self);
  g_signal_connect_object (self->document, "notify::title", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::file", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::file", G_CALLBACK (update_welcome), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::unsaved", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::compared", G_CALLBACK (compared_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::has-compared", G_CALLBACK (compared_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::scenario", G_CALLBACK (outlay_window_update_scenario), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "stepped", G_CALLBACK (stepped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "notify", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  update_title (self);
  history_changed_cb (self);
  outlay_window_begin_draft (self);
  outlay_window_update_scenario (self);
  update_welcome (self);
}

static gboolean
outlay_window_close_request (GtkWindow *window)
{
  OutlayWindow *self = OUTLAY_WINDOW (window);

  if (!self->closing && self->saving)
    {
      self->closing_when_saved = TRUE;
      return GDK_EVENT_STOP;
    }
  /* What is being typed is a change too, also where it cannot be read. */
  if (!self->closing && (!outlay_document_settle (self->document) || outlay_document_get_unsaved (self->document)))
    {
      outlay_window_ask_to_close (self);
      return GDK_EVENT_STOP;
    }
  outlay_window_end_draft (self);
  return GTK_WINDOW_CLASS (outlay_window_parent_class)->close_request (window);
}

static void
outlay_window_constructed (GObject *object)
{
  OutlayWindow *self = OUTLAY_WINDOW (object);

  G_OBJECT_CLASS (outlay_window_parent_class)->constructed (object);
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_SET);
  outlay_window_watch_view (self);
  outlay_recent_fill (self->recent_menu);
}

static void
outlay_window_dispose (GObject *object)
{
  OutlayWindow *self = OUTLAY_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_WINDOW);
  g_clear_object (&self->document);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (outlay_window_parent_class)->dispose (object);
}

static void
outlay_window_finalize (GObject *object)
{
  g_clear_object (&OUTLAY_WINDOW (object)->cancellable);
  G_OBJECT_CLASS (outlay_window_parent_class)->finalize (object);
}

static void
outlay_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, OUTLAY_WINDOW (object)->document);
}

static void
outlay_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  outlay_window_set_document (OUTLAY_WINDOW (object), g_value_get_object (value));
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/window.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, shell);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, above);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, heads);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, figures);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, strip);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, line);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, lane);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, assumptions);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, results);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, header);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, switchers);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, narrow_bar);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, history_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, scenario_switcher);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, compare_switcher);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, recent_menu);
  gtk_widget_class_bind_template_callback (widget_class, outlay_window_show_page);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, carry_nothing_cb);
  gtk_widget_class_bind_template_callback (widget_class, carry_figures_cb);
  gtk_widget_class_bind_template_callback (widget_class, carry_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, welcome_read_cb);
  gtk_widget_class_bind_template_callback (widget_class, notice_read_cb);
}

static void
outlay_window_class_init (OutlayWindowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->constructed = outlay_window_constructed;
  object_class->dispose = outlay_window_dispose;
  object_class->finalize = outlay_window_finalize;
  object_class->get_property = outlay_window_get_property;
  object_class->set_property = outlay_window_set_property;
  GTK_WINDOW_CLASS (class)->close_request = outlay_window_close_request;
  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, OUTLAY_TYPE_DOCUMENT,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (OUTLAY_TYPE_CHARTS_PAGE);
  g_type_ensure (OUTLAY_TYPE_COMPARE_PAGE);
  g_type_ensure (OUTLAY_TYPE_REGION_PAGE);
  g_type_ensure (OUTLAY_TYPE_RESULTS_PAGE);
  g_type_ensure (OUTLAY_TYPE_HINT);
  g_type_ensure (OUTLAY_TYPE_HISTORY_POPOVER);
  g_type_ensure (OUTLAY_TYPE_INDICATOR_STRIP);
  g_type_ensure (OUTLAY_TYPE_PAGE_LIST);
  g_type_ensure (OUTLAY_TYPE_PAGE_SLOT);
  g_type_ensure (OUTLAY_TYPE_SCENARIO_SWITCHER);
  g_type_ensure (OUTLAY_TYPE_ASSUMPTIONS_PAGE);
  g_type_ensure (OUTLAY_TYPE_SPLIT_PAGE);
  g_type_ensure (OUTLAY_TYPE_TIMELINE_PAGE);
  g_type_ensure (OUTLAY_TYPE_STATUS_BAR);
  bind_template (GTK_WIDGET_CLASS (class));
}

static void
outlay_window_init (OutlayWindow *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_late_menu_set (self->menu_button, self->primary_menu);
  if (DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  outlay_window_add_actions (self);
  outlay_window_add_chart_actions (self);
  outlay_window_add_scenario_actions (self);
  outlay_window_add_page_actions (self);
  add_drop_target (self);
  g_signal_connect_object (self->settings, "changed::welcomed", G_CALLBACK (update_welcome), self, G_CONNECT_SWAPPED);
  outlay_steady_focus_follow (GTK_WINDOW (self));
}

OutlayWindow *
outlay_window_new (AdwApplication *application, OutlayDocument *document)
{
  return g_object_new (OUTLAY_TYPE_WINDOW, "application", application, "document", document, NULL);
}

OutlayDocument *
outlay_window_get_document (OutlayWindow *self)
{
  return self->document;
}

void
outlay_window_set_document (OutlayWindow *self, OutlayDocument *document)
{
  if (self->document == document)
    return;
  if (self->document != NULL)
    {
      g_settings_unbind (self->document, "keep-total");
      g_signal_handlers_disconnect_by_data (self->document, self);
      g_signal_handlers_disconnect_by_data (outlay_document_get_history (self->document), self);
      g_signal_handlers_disconnect_by_data (outlay_document_get_draft (self->document), self);
      g_signal_handlers_disconnect_by_data (outlay_compare_session_get (self->document), self);
      /* What is not saved goes on elsewhere. */
      if (document != NULL && !outlay_document_get_unsaved (self->document))
        outlay_document_end_draft (self->document);
    }
  g_set_object (&self->document, document);
  if (document != NULL)
    connect_document (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

gboolean
outlay_window_is_untouched (OutlayWindow *self)
{
  return outlay_document_get_file (self->document) == NULL && !outlay_history_can_undo (outlay_document_get_history (self->document)) &&
         !outlay_document_get_unsaved (self->document);
}

void
outlay_window_say (OutlayWindow *self, const char *text, gboolean can_undo)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 3);
  if (can_undo)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  outlay_window_show_toast (self, toast);
}

void
outlay_window_show_toast (OutlayWindow *self, AdwToast *toast)
{
  AdwToastOverlay *toasts = self->dialog_toasts != NULL ? self->dialog_toasts : self->toasts;

  adw_toast_overlay_dismiss_all (toasts);
  adw_toast_overlay_add_toast (toasts, toast);
}

static void
dialog_closed_cb (OutlayWindow *self)
{
  self->dialog_toasts = NULL;
}

void
outlay_window_present_dialog (OutlayWindow *self, AdwDialog *dialog, AdwToastOverlay *toasts)
{
  self->dialog_toasts = toasts;
  g_signal_connect_object (dialog, "closed", G_CALLBACK (dialog_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::document", G_CALLBACK (adw_dialog_force_close), dialog, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

void
outlay_window_notice (OutlayWindow *self, const char *text)
{
  outlay_hint_say (self->notice, text);
}

void
outlay_window_complain (OutlayWindow *self, const char *heading, const char *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}
