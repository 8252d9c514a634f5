/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/figures.h"
#include "ui/window.h"

/* Asks how to print a table and prints it, as it is now: years that do not fit beside each other follow on pages of their own, with the names again. */
void outlay_results_print (OutlayFigures *figures, OutlayDocument *document, OutlayWindow *window);
