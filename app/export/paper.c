/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "export/paper.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

#include "chart/layout.h"

#define POINTS_A_PIXEL 0.75

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

void
outlay_paper_begin (OutlayPaper *paper, double width, double height, const char *title)
{
  paper->bytes = g_byte_array_new ();
  paper->surface = cairo_pdf_surface_create_for_stream (write_cb, paper->bytes, width, height);
  cairo_pdf_surface_set_metadata (paper->surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (paper->surface, CAIRO_PDF_METADATA_CREATOR, "Outlay");
  cairo_pdf_surface_set_metadata (paper->surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  paper->cr = cairo_create (paper->surface);
  paper->page = 0;
}

void
outlay_paper_next_page (OutlayPaper *paper)
{
  if (paper->page++ > 0)
    cairo_show_page (paper->cr);
}

int
outlay_paper_mark (OutlayPaper *paper, int parent, const char *name)
{
  g_autofree char *place = g_strdup_printf ("page=%u", paper->page);

  return cairo_pdf_surface_add_outline (paper->surface, parent, name, place, 0);
}

void
outlay_paper_draw_scene (OutlayPaper *paper, OutlayScene *scene, const cairo_rectangle_t *box, const OutlayStyle *style)
{
  g_autoptr (OutlayLayout) layout = outlay_layout_new (scene, box->width / POINTS_A_PIXEL, box->height / POINTS_A_PIXEL, style);

  cairo_tag_begin (paper->cr, "Figure", NULL);
  cairo_save (paper->cr);
  cairo_translate (paper->cr, box->x, box->y);
  cairo_scale (paper->cr, POINTS_A_PIXEL, POINTS_A_PIXEL);
  outlay_layout_draw (layout, scene, paper->cr);
  cairo_restore (paper->cr);
  cairo_tag_end (paper->cr, "Figure");
}

GBytes *
outlay_paper_finish (OutlayPaper *paper, GError **error)
{
  cairo_status_t status = cairo_status (paper->cr);

  cairo_destroy (paper->cr);
  cairo_surface_finish (paper->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (paper->surface);
  cairo_surface_destroy (paper->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (paper->bytes);
  g_byte_array_unref (paper->bytes);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The pages could not be drawn: %s."), cairo_status_to_string (status));
  return NULL;
}
