/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/colour.h"

typedef enum
{
  OUTLAY_THEME_LIGHT,
  OUTLAY_THEME_DARK,
  OUTLAY_THEME_PRINT,
} OutlayThemeId;

/* What a mark or a text is drawn with: a part that every theme has, or a colour of its own, which a theme may make lighter. */
typedef enum
{
  OUTLAY_INK_COLOUR,
  OUTLAY_INK_TEXT,
  OUTLAY_INK_MUTED,
  OUTLAY_INK_GRID,
  OUTLAY_INK_AXIS,
  OUTLAY_INK_TARGET,
  OUTLAY_INK_COMPARED,
  OUTLAY_INK_OTHERS,
  OUTLAY_INK_RISE, /* what a change adds, and what it takes away: told apart also in grey */
  OUTLAY_INK_FALL,
  OUTLAY_INK_MET, /* a promise that is kept, and one that is not: told apart also in grey */
  OUTLAY_INK_MISSED,
  OUTLAY_INK_SURFACE,
} OutlayInkRole;

typedef struct
{
  OutlayInkRole role;
  OutlayColour colour; /* of OUTLAY_INK_COLOUR, as it is in the light theme */
} OutlayInk;

#define OUTLAY_INK(ROLE) ((OutlayInk) { OUTLAY_INK_##ROLE, { 0, 0, 0, 1 } })

/* The colour of a surface of this ink; of a line on the theme's surface; of a text on it; of a text on a surface of this ink. */
OutlayColour outlay_ink_fill (OutlayInk ink, OutlayThemeId theme);
OutlayColour outlay_ink_line (OutlayInk ink, OutlayThemeId theme);
OutlayColour outlay_ink_text (OutlayInk ink, OutlayThemeId theme);
OutlayColour outlay_ink_text_on (OutlayInk ink, OutlayThemeId theme);
