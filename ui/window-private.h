/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/charts.h"
#include "ui/hint.h"
#include "ui/indicator-strip.h"
#include "ui/page-slot.h"
#include "ui/scenario-switcher.h"
#include "ui/window.h"

struct _OutlayWindow
{
  AdwApplicationWindow parent_instance;

  AdwNavigationSplitView *shell;
  GtkBox *above; /* the page, and above it what does not scroll with it */
  GtkWidget *heads;
  GtkBox *figures;
  OutlayIndicatorStrip *strip;
  GtkWidget *line; /* holds the strip where there is little room */
  GtkViewport *lane;
  AdwViewStack *pages;
  OutlayPageSlot *assumptions;
  OutlayPageSlot *results;
  AdwToastOverlay *toasts;
  AdwToastOverlay *dialog_toasts; /* (nullable): of a dialog that stands before the window, and tells in its place */
  AdwWindowTitle *title;
  OutlayHint *welcome;
  OutlayHint *trouble;
  OutlayHint *notice;
  GtkBox *switchers;
  AdwHeaderBar *header;
  GtkBox *narrow_bar;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkMenuButton *history_button;
  OutlayScenarioSwitcher *scenario_switcher;
  OutlayScenarioSwitcher *compare_switcher;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
  GMenu *recent_menu; /* in it */

  OutlayDocument *document;
  GSettings *settings;
  GCancellable *cancellable; /* ends with the window */
  gboolean carries_heads;
  gboolean carries_figures;
  const OutlayChart *chart_to_copy; /* NULL: none waits for results */
  gboolean saving;
  gboolean closing_when_saved;
  gboolean closing; /* nothing more to ask */
  gboolean ending;  /* it closes with the program, to come back with it (quit.h) */
};

/* The actions of one window: files, history and scenarios; and charts. */
void outlay_window_add_actions (OutlayWindow *window);
void outlay_window_add_scenario_actions (OutlayWindow *window);
void outlay_window_add_chart_actions (OutlayWindow *window);
/* "win.page": which page is shown; "win.find": a number of the plan. */
void outlay_window_add_page_actions (OutlayWindow *window);
/* Where the list of pages fills the window, the page instead. */
void outlay_window_show_page (OutlayWindow *window);
/* Where the window is too small for a page and what stands above it, that scrolls with the page, and its figures are one line. */
void outlay_window_carry (OutlayWindow *window, gboolean heads, gboolean figures);
/* Actions that cannot be done now are insensitive. */
void outlay_window_update_actions (OutlayWindow *window);
/* Another scenario is shown, or the plan itself. */
void outlay_window_update_scenario (OutlayWindow *window);

/* Keeps the window's document as a draft, with how it is shown; and what becomes of the draft when the window closes. */
void outlay_window_watch_view (OutlayWindow *window);
void outlay_window_begin_draft (OutlayWindow *window);
void outlay_window_end_draft (OutlayWindow *window);

/* Saves to the plan's file, or asks for one. callback may be NULL; it learns whether the plan was saved. */
typedef void (*OutlaySavedFunc) (OutlayWindow *window, gboolean saved);
void outlay_window_save (OutlayWindow *window, gboolean ask_for_file, OutlaySavedFunc callback);
/* Asks what becomes of unsaved changes; closes the window where that is settled. */
void outlay_window_ask_to_close (OutlayWindow *window);
/* A dialog in which the plan is edited, and which tells in the window's place what is done meanwhile. It goes when another plan comes. */
void outlay_window_present_dialog (OutlayWindow *window, AdwDialog *dialog, AdwToastOverlay *toasts);
/* Shows a toast alone, before the window or the dialog that stands before it. */
void outlay_window_show_toast (OutlayWindow *window, AdwToast *toast);
/* The file that was chosen, with the ending by which plans are known where somebody typed none. (transfer full) */
GFile *outlay_window_add_ending (GFile *file);
/* A file name for a plan of that title. (transfer full) */
char *outlay_window_suggest_name (const char *title);
