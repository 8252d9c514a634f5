/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/colour.h"

typedef enum
{
  OUTLAY_THEME_LIGHT,
  OUTLAY_THEME_DARK,
  OUTLAY_THEME_PRINT,
  OUTLAY_THEME_HIGH_CONTRAST,      /* parts have outlines and wider gaps: told apart without colour */
  OUTLAY_THEME_HIGH_CONTRAST_DARK,
} OutlayThemeId;

#define OUTLAY_N_THEMES (OUTLAY_THEME_HIGH_CONTRAST_DARK + 1)

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

/* "light", "high-contrast-dark". outlay_theme_find() leaves *theme alone where there is none of that name. */
const char *outlay_theme_name (OutlayThemeId theme);
gboolean outlay_theme_find (const char *name, OutlayThemeId *theme);
/* The theme of a screen. */
OutlayThemeId outlay_theme_on_screen (gboolean dark, gboolean high_contrast);
gboolean outlay_theme_is_dark (OutlayThemeId theme);
gboolean outlay_theme_has_outlines (OutlayThemeId theme);
