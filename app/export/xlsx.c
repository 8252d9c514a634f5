/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "config.h"
#include "export/xlsx.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdlib.h>

/* The first day of the zip format, for every workbook. */
#define CREATED 315532800

static lxw_error
write_workbook (OutlayXlsxFunc fill, gpointer data, const char *title, const char *subject, const char **buffer, size_t *size)
{
  lxw_workbook_options options = { .output_buffer = buffer, .output_buffer_size = size };
  lxw_doc_properties properties = { .title = (char *) title, .subject = (char *) subject, .created = CREATED };
  lxw_workbook *workbook = workbook_new_opt (NULL, &options);

  workbook_set_properties (workbook, &properties);
  fill (workbook, data);
  return workbook_close (workbook);
}

GBytes *
outlay_xlsx_write (OutlayXlsxFunc fill, gpointer data, const char *title, const char *subject, GError **error)
{
  /* libxlsxwriter prints numbers with the decimal point of the locale. */
  locale_t plain = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0)));
  locale_t own = uselocale (plain);
  const char *buffer = NULL;
  size_t size = 0;
  lxw_error status = write_workbook (fill, data, title, subject, &buffer, &size);

  uselocale (own);
  freelocale (plain);
  if (status == LXW_NO_ERROR && buffer != NULL)
    return g_bytes_new_with_free_func (buffer, size, free, (gpointer) buffer);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The workbook could not be made: %s."), lxw_strerror (status));
  return NULL;
}
