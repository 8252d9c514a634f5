/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* CSV as RFC 4180 says, with a line feed at the end of a line: `after` is ',' or '\n'. */
void outlay_csv_append_string (GString *csv, const char *field, char after);
/* Every digit; empty for NaN and infinities. */
void outlay_csv_append_number (GString *csv, double number, char after);
