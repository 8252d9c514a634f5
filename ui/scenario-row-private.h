/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/scenario-row.h"

struct _OutlayScenarioRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *name_box;
  GtkLabel *name_label;
  GtkEntry *name_entry;
  GtkWidget *taken;
  GtkWidget *active_image;
  GtkLabel *description_label;
  GtkLabel *origin_label;
  GtkWidget *buttons;
  GtkMenuButton *menu_button;

  OutlayDocument *document;
  OutlayScenario *scenario;
  gboolean renaming;
};

/* Gives a scenario of the row's plan another place, at the ends where that lies beyond. */
void outlay_scenario_row_move (OutlayScenarioRow *row, OutlayScenario *scenario, int position);
/* Rows are dragged to their places, and tell their menu to the secondary button. */
void outlay_scenario_row_add_drag (OutlayScenarioRow *row);
