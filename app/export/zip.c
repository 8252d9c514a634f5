/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "export/zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n.h>

struct _OutlayZip
{
  struct archive *archive;
  GByteArray *bytes;
  gboolean failed;
};

static la_ssize_t
write_cb (struct archive *archive, void *data, const void *buffer, size_t length)
{
  g_byte_array_append (data, buffer, (guint) length);
  return (la_ssize_t) length;
}

static void
expect (OutlayZip *zip, int status)
{
  if (status < ARCHIVE_WARN)
    zip->failed = TRUE;
}

OutlayZip *
outlay_zip_new (void)
{
  OutlayZip *zip = g_new0 (OutlayZip, 1);

  zip->bytes = g_byte_array_new ();
  zip->archive = archive_write_new ();
  expect (zip, archive_write_set_format_zip (zip->archive));
  expect (zip, archive_write_set_format_option (zip->archive, "zip", "compression", "deflate"));
  /* Some readers of office files take no 64-bit archives. */
  expect (zip, archive_write_set_format_option (zip->archive, "zip", "zip64", NULL));
  archive_write_set_bytes_in_last_block (zip->archive, 1);
  expect (zip, archive_write_open (zip->archive, zip->bytes, NULL, write_cb, NULL));
  return zip;
}

void
outlay_zip_free (OutlayZip *zip)
{
  archive_write_free (zip->archive);
  g_byte_array_unref (zip->bytes);
  g_free (zip);
}

/* An entry without a time is of the first moment that a zip can tell, in any time zone. */
void
outlay_zip_add (OutlayZip *zip, const char *name, GBytes *bytes)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) size);
  expect (zip, archive_write_header (zip->archive, entry));
  if (size > 0 && archive_write_data (zip->archive, data, size) != (la_ssize_t) size)
    zip->failed = TRUE;
  archive_entry_free (entry);
}

void
outlay_zip_take_text (OutlayZip *zip, const char *name, GString *text)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);

  outlay_zip_add (zip, name, bytes);
}

GBytes *
outlay_zip_finish (OutlayZip *zip, GError **error)
{
  expect (zip, archive_write_close (zip->archive));
  if (!zip->failed)
    return g_bytes_new (zip->bytes->data, zip->bytes->len);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The file could not be put together: there may not be enough memory."));
  return NULL;
}
