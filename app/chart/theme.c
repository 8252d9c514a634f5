/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/theme.h"

/* Contrasts of WCAG 2: what a text needs, what a large one and a line need, and what a surface needs to be seen on another. */
#define TEXT_CONTRAST 4.5
#define TEXT_ON_CONTRAST 3.0
#define LINE_CONTRAST 3.0
#define FILL_CONTRAST 1.45
/* A colour as dark as the dark theme's background becomes a very light one: moved a little it would meet others. */
#define VANISHING_CONTRAST 1.25
#define VANISHING_WHITE 0.92

typedef struct
{
  OutlayColour roles[OUTLAY_INK_SURFACE + 1];
} Theme;

static const Theme *
theme_of (OutlayThemeId theme)
{
  static const Theme themes[] = {
    [OUTLAY_THEME_LIGHT] = { {
        [OUTLAY_INK_TEXT] = OUTLAY_RGB (0x24282c),
        [OUTLAY_INK_MUTED] = OUTLAY_RGB (0x6c7177),
        [OUTLAY_INK_GRID] = OUTLAY_RGB (0xececef),
        [OUTLAY_INK_AXIS] = OUTLAY_RGB (0xc4c7cc),
        [OUTLAY_INK_TARGET] = OUTLAY_RGB (0xbf2a2a),
        [OUTLAY_INK_COMPARED] = OUTLAY_RGB (0x4a5058),
        [OUTLAY_INK_OTHERS] = OUTLAY_RGB (0xa9aeb6),
        [OUTLAY_INK_RISE] = OUTLAY_RGB (0x2f6eb5),
        [OUTLAY_INK_FALL] = OUTLAY_RGB (0xe39a4d),
        [OUTLAY_INK_MET] = OUTLAY_RGB (0x1f6b57),
        [OUTLAY_INK_MISSED] = OUTLAY_RGB (0xdd6f2a),
        [OUTLAY_INK_SURFACE] = OUTLAY_RGB (0xffffff),
    } },
    [OUTLAY_THEME_DARK] = { {
        [OUTLAY_INK_TEXT] = OUTLAY_RGB (0xf4f4f6),
        [OUTLAY_INK_MUTED] = OUTLAY_RGB (0xa8abb2),
        [OUTLAY_INK_GRID] = OUTLAY_RGB (0x44454b),
        [OUTLAY_INK_AXIS] = OUTLAY_RGB (0x6b6d75),
        [OUTLAY_INK_TARGET] = OUTLAY_RGB (0xff8a7a),
        [OUTLAY_INK_COMPARED] = OUTLAY_RGB (0xd3d5da),
        [OUTLAY_INK_OTHERS] = OUTLAY_RGB (0x7d828b),
        [OUTLAY_INK_RISE] = OUTLAY_RGB (0x5a97da),
        [OUTLAY_INK_FALL] = OUTLAY_RGB (0xc98440),
        [OUTLAY_INK_MET] = OUTLAY_RGB (0x62c9a8),
        [OUTLAY_INK_MISSED] = OUTLAY_RGB (0xd9762f),
        [OUTLAY_INK_SURFACE] = OUTLAY_RGB (0x2c2c31),
    } },
    [OUTLAY_THEME_PRINT] = { {
        [OUTLAY_INK_TEXT] = OUTLAY_RGB (0x000000),
        [OUTLAY_INK_MUTED] = OUTLAY_RGB (0x3c3c3c),
        [OUTLAY_INK_GRID] = OUTLAY_RGB (0xdadada),
        [OUTLAY_INK_AXIS] = OUTLAY_RGB (0x6e6e6e),
        [OUTLAY_INK_TARGET] = OUTLAY_RGB (0x9c1515),
        [OUTLAY_INK_COMPARED] = OUTLAY_RGB (0x000000),
        [OUTLAY_INK_OTHERS] = OUTLAY_RGB (0xa2a2a2),
        [OUTLAY_INK_RISE] = OUTLAY_RGB (0x33618f),
        [OUTLAY_INK_FALL] = OUTLAY_RGB (0xe0a765),
        [OUTLAY_INK_MET] = OUTLAY_RGB (0x24594a),
        [OUTLAY_INK_MISSED] = OUTLAY_RGB (0xcc6f35),
        [OUTLAY_INK_SURFACE] = OUTLAY_RGB (0xffffff),
    } },
  };

  return &themes[theme];
}

OutlayColour
outlay_ink_fill (OutlayInk ink, OutlayThemeId theme)
{
  const Theme *look = theme_of (theme);

  if (ink.role != OUTLAY_INK_COLOUR)
    return look->roles[ink.role];
  if (theme != OUTLAY_THEME_DARK)
    return ink.colour;
  if (outlay_colour_contrast (ink.colour, look->roles[OUTLAY_INK_SURFACE]) < VANISHING_CONTRAST)
    return outlay_colour_mix (ink.colour, OUTLAY_RGB (0xffffff), VANISHING_WHITE);
  return outlay_colour_readable (ink.colour, look->roles[OUTLAY_INK_SURFACE], FILL_CONTRAST);
}

OutlayColour
outlay_ink_line (OutlayInk ink, OutlayThemeId theme)
{
  const OutlayColour fill = outlay_ink_fill (ink, theme);

  return ink.role == OUTLAY_INK_COLOUR ? outlay_colour_readable (fill, theme_of (theme)->roles[OUTLAY_INK_SURFACE], LINE_CONTRAST) : fill;
}

OutlayColour
outlay_ink_text (OutlayInk ink, OutlayThemeId theme)
{
  return outlay_colour_readable (outlay_ink_fill (ink, theme), theme_of (theme)->roles[OUTLAY_INK_SURFACE], TEXT_CONTRAST);
}

OutlayColour
outlay_ink_text_on (OutlayInk ink, OutlayThemeId theme)
{
  const OutlayColour white = OUTLAY_RGB (0xffffff), dark = OUTLAY_RGB (0x1b1f24);

  return outlay_colour_contrast (white, outlay_ink_fill (ink, theme)) >= TEXT_ON_CONTRAST ? white : dark;
}
