/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * OutlayZip:
 *
 * A zip archive in memory: the container of office files. Entries have no date, owner or other trace of the machine; the same entries give the same bytes.
 */
typedef struct _OutlayZip OutlayZip;

OutlayZip *outlay_zip_new (void);
void outlay_zip_free (OutlayZip *zip);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayZip, outlay_zip_free)

/* name: ASCII, with slashes. A failure is kept for outlay_zip_finish(). */
void outlay_zip_add (OutlayZip *zip, const char *name, GBytes *bytes);
/* Takes the text over. */
void outlay_zip_take_text (OutlayZip *zip, const char *name, GString *text);
/* The whole archive; NULL with a GIO error where something failed. To be called once, at the end. */
GBytes *outlay_zip_finish (OutlayZip *zip, GError **error);
