/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/* Says why a plan was not saved (an error of OUTLAY_SAVE_ERROR or any other) and offers what can be done. Its responses are "cancel" and, where they make
 * sense, "save-as", "try-again", "overwrite", "reload" and "compare". */
AdwDialog *outlay_save_dialog_new (const GError *error);
