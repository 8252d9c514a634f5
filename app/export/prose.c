/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/table-layout.h"

#include <math.h>

PangoLayout *
outlay_prose_new (OutlayTexts *texts, const char *text, double size, gboolean strong, double width)
{
  const OutlayText *line = outlay_texts_set (texts, text, size, strong, -1);
  PangoLayout *layout = pango_layout_copy (line->layout);

  pango_layout_set_single_paragraph_mode (layout, FALSE);
  if (width >= 0)
    {
      pango_layout_set_width (layout, (int) floor (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  outlay_texts_trim (texts);
  return layout;
}

double
outlay_prose_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

double
outlay_prose_height (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.height / PANGO_SCALE;
}
