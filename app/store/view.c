/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/view.h"

/* Where the texts of a view stand in it. */
static const gsize texts[] = {
  G_STRUCT_OFFSET (OutlayView, scenario),    G_STRUCT_OFFSET (OutlayView, compared),  G_STRUCT_OFFSET (OutlayView, page),
  G_STRUCT_OFFSET (OutlayView, bridge_from), G_STRUCT_OFFSET (OutlayView, bridge_to), G_STRUCT_OFFSET (OutlayView, bridge_outcome),
  G_STRUCT_OFFSET (OutlayView, statement),   G_STRUCT_OFFSET (OutlayView, initiative), G_STRUCT_OFFSET (OutlayView, phase),
};

static char **
nth_text (OutlayView *view, guint n)
{
  return G_STRUCT_MEMBER_P (view, texts[n]);
}

static gboolean
same_names (char *const *a, char *const *b)
{
  return a == NULL || b == NULL ? a == b : g_strv_equal ((const char *const *) a, (const char *const *) b);
}

void
outlay_view_copy (OutlayView *view, const OutlayView *from)
{
  OutlayView copy = *from;

  for (guint n = 0; n < G_N_ELEMENTS (texts); n++)
    *nth_text (&copy, n) = g_strdup (*nth_text (&copy, n));
  copy.chosen = g_strdupv (from->chosen);
  outlay_view_clear (view);
  *view = copy;
}

void
outlay_view_clear (OutlayView *view)
{
  for (guint n = 0; n < G_N_ELEMENTS (texts); n++)
    g_free (*nth_text (view, n));
  g_strfreev (view->chosen);
  *view = (OutlayView) { 0 };
}

gboolean
outlay_view_equal (const OutlayView *a, const OutlayView *b)
{
  for (guint n = 0; n < G_N_ELEMENTS (texts); n++)
    if (g_strcmp0 (*nth_text ((OutlayView *) a, n), *nth_text ((OutlayView *) b, n)) != 0)
      return FALSE;
  return same_names (a->chosen, b->chosen) && a->width == b->width && a->height == b->height && a->maximized == b->maximized;
}
