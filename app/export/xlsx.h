/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <xlsxwriter.h>

typedef void (*OutlayXlsxFunc) (lxw_workbook *workbook, gpointer data);

/* The bytes of a workbook that `fill` writes, the same at any time and in any locale; from any thread. title and subject may be NULL. NULL with a GIO error. */
GBytes *outlay_xlsx_write (OutlayXlsxFunc fill, gpointer data, const char *title, const char *subject, GError **error);
