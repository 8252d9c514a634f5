/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/palette.h"

#include "plan/resolve.h"

/* Found by search for the largest smallest difference in OKLab as seen with normal sight and, by the matrices of Machado, Oliveira and Fernandes (2009), with
 * protanopia, deuteranopia and tritanopia, around a quiet blue, orange and green. */
OutlayColour
outlay_palette_colour (guint n)
{
  static const guint32 hues[OUTLAY_PALETTE_SIZE] = {
    0x2f6eb5, 0xd67f12, 0x35a57f, 0x64307f, 0x96cdee, 0x9c3a3a, 0xe6d351, 0x252c3f,
  };
  /* Shares of white (positive) and black of each further round. */
  static const double rounds[] = { 0, 0.35, -0.3, 0.6, -0.5, 0.2 };
  OutlayColour colour = OUTLAY_RGB (hues[n % OUTLAY_PALETTE_SIZE]);
  double shift = rounds[n / OUTLAY_PALETTE_SIZE % G_N_ELEMENTS (rounds)];

  return outlay_colour_mix (colour, shift > 0 ? OUTLAY_RGB (0xffffff) : OUTLAY_RGB (0x000000), shift > 0 ? shift : -shift);
}

OutlayColour
outlay_palette_initiative (OutlayPlan *plan, OutlayScenario *scenario, guint initiative)
{
  OutlayNode *node = OUTLAY_NODE (outlay_plan_get_initiative (plan, initiative));
  g_autofree char *own = outlay_plan_resolve_string (plan, scenario, node, "colour");
  OutlayColour colour = outlay_palette_colour (initiative);

  outlay_colour_parse (own, &colour);
  return colour;
}

OutlayColour
outlay_palette_phase (guint phase, guint n_phases)
{
  double share = n_phases > 1 ? (double) phase / (n_phases - 1) : 0;

  return outlay_colour_mix (OUTLAY_RGB (0x2d5573), OUTLAY_RGB (n_phases > 2 ? 0xc3d9e6 : 0x9cbfd6), share);
}

OutlayColour
outlay_palette_scenario (OutlayPlan *plan, OutlayScenario *scenario)
{
  GListModel *scenarios = outlay_plan_get_scenarios (plan);

  for (guint n = 0; scenario != NULL && n < g_list_model_get_n_items (scenarios); n++)
    {
      g_autoptr (OutlayScenario) other = g_list_model_get_item (scenarios, n);

      if (other == scenario)
        return outlay_palette_colour (n + 1);
    }
  return outlay_palette_colour (0);
}

/* Found as the colours of outlay_palette_colour(). */
OutlayColour
outlay_palette_kind (guint kind)
{
  static const guint32 kinds[] = { 0x425b9b, 0xc88e20, 0x71373f, 0x6d91c8, 0xebc072, 0x8b6e55, 0x97c0eb, 0x3d1776 };

  return OUTLAY_RGB (kinds[kind % G_N_ELEMENTS (kinds)]);
}
