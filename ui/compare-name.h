/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/compare-session.h"

/* A scenario's name behind a dot in its colour, as it is in the charts beside, for a label. (transfer full) */
char *outlay_compare_name_markup (GtkWidget *widget, OutlayCompareSession *session, OutlayScenario *scenario);
