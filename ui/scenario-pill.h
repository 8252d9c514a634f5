/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/document.h"

/* Lets a label beside the title of something that is edited tell what it is that somebody edits there: the plan, or which scenario; also when that becomes
 * another one. For one document (nullable) at a time. */
void outlay_scenario_pill_follow (GtkLabel *label, OutlayDocument *document);
