/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* The file that was chosen for saving, with the ending that says what it is; NULL where that makes it a file that is there already: nobody was asked whether
 * to replace that one. (transfer full) */
GFile *outlay_save_name (GFile *chosen, const char *ending, GError **error);
