/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Appends markup, its arguments escaped as by g_markup_printf_escaped(). What XML 1.0 cannot hold, control characters in a name for instance, is left out. */
void outlay_xml_add (GString *xml, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* A new part: the declaration that every part begins with. */
GString *outlay_xml_new (void);
