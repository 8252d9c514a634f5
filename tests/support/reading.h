/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Reads any bytes as a plan file and aborts where a promise is broken: there is a whole plan that writes and reads back the same, or none and up to a
 * hundred faults in the order of the text; and what is taken for JSON is the same JSON to json-glib. Returns whether it is a plan. */
gboolean test_reading (const char *text, gsize length);
