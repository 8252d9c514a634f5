/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "chart/sizes.h"

#include <glib/gi18n.h>

#define MM(length) ((length) / 25.4 * 96)
#define PRINTED (300. / 96)

/* A slide is 13⅓ or 10 inches wide in the office programs, 7½ high. On slides the smallest text is 15 points, 2.8 % of the height, which somebody reads who
 * sits five and a half heights away (ANSI/INFOCOMM V202.01, basic decision making: a height for each 200th of the text's share). On paper it is 8 points and more,
 * on a full page, which is laid on a table, 9. */
static const OutlayChartSize sizes[] = {
  { "slide", N_("Slide 16:9, 1920 × 1080"), 1280, 720, 1.5, 1.75 },
  { "slide-large", N_("Slide 16:9, 3840 × 2160"), 1280, 720, 3, 1.75 },
  { "slide-4-3", N_("Slide 4:3, 1440 × 1080"), 960, 720, 1.5, 1.75 },
  { "a4", N_("A4 upright, 210 × 297 mm at 300 dpi"), MM (210), MM (297), PRINTED, 1.1 },
  { "a4-landscape", N_("A4 landscape, 297 × 210 mm at 300 dpi"), MM (297), MM (210), PRINTED, 1.1 },
  { "page", N_("Page width, 170 × 100 mm at 300 dpi"), MM (170), MM (100), PRINTED, 0.95 },
  { "column", N_("Column, 85 × 90 mm at 300 dpi"), MM (85), MM (90), PRINTED, 0.95 },
};

guint
outlay_chart_size_count (void)
{
  return G_N_ELEMENTS (sizes);
}

const OutlayChartSize *
outlay_chart_size_nth (guint n)
{
  return n < G_N_ELEMENTS (sizes) ? &sizes[n] : NULL;
}

const OutlayChartSize *
outlay_chart_size_find (const char *id)
{
  for (guint n = 0; n < G_N_ELEMENTS (sizes); n++)
    if (g_str_equal (sizes[n].id, id))
      return &sizes[n];
  return NULL;
}
