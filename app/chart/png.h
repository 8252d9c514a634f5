/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

/* An ARGB32 image as PNG, its alpha dropped where opaque is set; pixels a metre are its density. NULL, with a GIO error, where there is not enough memory. */
GBytes *outlay_png_encode (cairo_surface_t *image, gboolean opaque, guint pixels_a_metre, GError **error);
