/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/theme.h"

/* Contrasts of WCAG 2.2: what a text needs (1.4.3; in high contrast 1.4.6), what a large one and a line need (1.4.11), and what a surface needs to be seen on
 * another. In high contrast surfaces keep the colours that are told apart, and are bounded by outlines that stand out as texts do. */
#define TEXT_CONTRAST 4.5
#define HIGH_TEXT_CONTRAST 7.0
#define TEXT_ON_CONTRAST 3.0
#define LINE_CONTRAST 3.0
#define HIGH_LINE_CONTRAST 4.5
#define FILL_CONTRAST 1.45
/* A colour as dark as the dark theme's background becomes a very light one: moved a little it would meet others. */
#define VANISHING_CONTRAST 1.25
#define VANISHING_WHITE 0.92

typedef struct
{
  const char *name;
  gboolean dark;
  gboolean high;
  OutlayColour roles[OUTLAY_INK_SURFACE + 1];
} Theme;

static const Theme themes[] = {
  [OUTLAY_THEME_LIGHT] = { "light", FALSE, FALSE, {
      [OUTLAY_INK_TEXT] = OUTLAY_RGB (0x24282c),
      [OUTLAY_INK_MUTED] = OUTLAY_RGB (0x6c7177),
      [OUTLAY_INK_GRID] = OUTLAY_RGB (0xececef),
      [OUTLAY_INK_AXIS] = OUTLAY_RGB (0xc4c7cc),
      [OUTLAY_INK_TARGET] = OUTLAY_RGB (0xbf2a2a),
      [OUTLAY_INK_COMPARED] = OUTLAY_RGB (0x30353b),
      [OUTLAY_INK_OTHERS] = OUTLAY_RGB (0xa9aeb6),
      [OUTLAY_INK_RISE] = OUTLAY_RGB (0x2f6eb5),
      [OUTLAY_INK_FALL] = OUTLAY_RGB (0xe39a4d),
      [OUTLAY_INK_MET] = OUTLAY_RGB (0x1f6b57),
      [OUTLAY_INK_MISSED] = OUTLAY_RGB (0xdd6f2a),
      [OUTLAY_INK_SURFACE] = OUTLAY_RGB (0xffffff),
  } },
  [OUTLAY_THEME_DARK] = { "dark", TRUE, FALSE, {
      [OUTLAY_INK_TEXT] = OUTLAY_RGB (0xf4f4f6),
      [OUTLAY_INK_MUTED] = OUTLAY_RGB (0xa8abb2),
      [OUTLAY_INK_GRID] = OUTLAY_RGB (0x44454b),
      [OUTLAY_INK_AXIS] = OUTLAY_RGB (0x6b6d75),
      [OUTLAY_INK_TARGET] = OUTLAY_RGB (0xff8a7a),
      [OUTLAY_INK_COMPARED] = OUTLAY_RGB (0xe4e6ea),
      [OUTLAY_INK_OTHERS] = OUTLAY_RGB (0x747880),
      [OUTLAY_INK_RISE] = OUTLAY_RGB (0x4a86cc),
      [OUTLAY_INK_FALL] = OUTLAY_RGB (0xf0c274),
      [OUTLAY_INK_MET] = OUTLAY_RGB (0x62c9a8),
      [OUTLAY_INK_MISSED] = OUTLAY_RGB (0xd9762f),
      [OUTLAY_INK_SURFACE] = OUTLAY_RGB (0x2c2c31),
  } },
  [OUTLAY_THEME_PRINT] = { "print", FALSE, FALSE, {
      [OUTLAY_INK_TEXT] = OUTLAY_RGB (0x000000),
      [OUTLAY_INK_MUTED] = OUTLAY_RGB (0x3c3c3c),
      [OUTLAY_INK_GRID] = OUTLAY_RGB (0xdadada),
      [OUTLAY_INK_AXIS] = OUTLAY_RGB (0x6e6e6e),
      [OUTLAY_INK_TARGET] = OUTLAY_RGB (0x9c1515),
      [OUTLAY_INK_COMPARED] = OUTLAY_RGB (0x000000),
      [OUTLAY_INK_OTHERS] = OUTLAY_RGB (0xb0b0b0),
      [OUTLAY_INK_RISE] = OUTLAY_RGB (0x33618f),
      [OUTLAY_INK_FALL] = OUTLAY_RGB (0xe0a765),
      [OUTLAY_INK_MET] = OUTLAY_RGB (0x24594a),
      [OUTLAY_INK_MISSED] = OUTLAY_RGB (0xcc6f35),
      [OUTLAY_INK_SURFACE] = OUTLAY_RGB (0xffffff),
  } },
  [OUTLAY_THEME_HIGH_CONTRAST] = { "high-contrast", FALSE, TRUE, {
      [OUTLAY_INK_TEXT] = OUTLAY_RGB (0x000000),
      [OUTLAY_INK_MUTED] = OUTLAY_RGB (0x2e2e2e),
      [OUTLAY_INK_GRID] = OUTLAY_RGB (0x949494),
      [OUTLAY_INK_AXIS] = OUTLAY_RGB (0x000000),
      [OUTLAY_INK_TARGET] = OUTLAY_RGB (0xa30000),
      [OUTLAY_INK_COMPARED] = OUTLAY_RGB (0x000000),
      [OUTLAY_INK_OTHERS] = OUTLAY_RGB (0xa9aeb6),
      [OUTLAY_INK_RISE] = OUTLAY_RGB (0x1d5a9e),
      [OUTLAY_INK_FALL] = OUTLAY_RGB (0xe39a4d),
      [OUTLAY_INK_MET] = OUTLAY_RGB (0x12604a),
      [OUTLAY_INK_MISSED] = OUTLAY_RGB (0xdd6f2a),
      [OUTLAY_INK_SURFACE] = OUTLAY_RGB (0xffffff),
  } },
  [OUTLAY_THEME_HIGH_CONTRAST_DARK] = { "high-contrast-dark", TRUE, TRUE, {
      [OUTLAY_INK_TEXT] = OUTLAY_RGB (0xffffff),
      [OUTLAY_INK_MUTED] = OUTLAY_RGB (0xe6e6e6),
      [OUTLAY_INK_GRID] = OUTLAY_RGB (0x8a8b92),
      [OUTLAY_INK_AXIS] = OUTLAY_RGB (0xffffff),
      [OUTLAY_INK_TARGET] = OUTLAY_RGB (0xffa99c),
      [OUTLAY_INK_COMPARED] = OUTLAY_RGB (0xffffff),
      [OUTLAY_INK_OTHERS] = OUTLAY_RGB (0x747880),
      [OUTLAY_INK_RISE] = OUTLAY_RGB (0x4a86cc),
      [OUTLAY_INK_FALL] = OUTLAY_RGB (0xfbe3a0),
      [OUTLAY_INK_MET] = OUTLAY_RGB (0x62c9a8),
      [OUTLAY_INK_MISSED] = OUTLAY_RGB (0xe08a45),
      [OUTLAY_INK_SURFACE] = OUTLAY_RGB (0x2c2c31),
  } },
};

static const Theme *
theme_of (OutlayThemeId theme)
{
  return &themes[theme];
}

OutlayColour
outlay_ink_fill (OutlayInk ink, OutlayThemeId theme)
{
  const Theme *look = theme_of (theme);

  if (ink.role != OUTLAY_INK_COLOUR)
    return look->roles[ink.role];
  if (!look->dark)
    return ink.colour;
  if (outlay_colour_contrast (ink.colour, look->roles[OUTLAY_INK_SURFACE]) < VANISHING_CONTRAST)
    return outlay_colour_mix (ink.colour, OUTLAY_RGB (0xffffff), VANISHING_WHITE);
  return outlay_colour_readable (ink.colour, look->roles[OUTLAY_INK_SURFACE], FILL_CONTRAST);
}

OutlayColour
outlay_ink_line (OutlayInk ink, OutlayThemeId theme)
{
  const Theme *look = theme_of (theme);
  const OutlayColour fill = outlay_ink_fill (ink, theme);

  if (ink.role != OUTLAY_INK_COLOUR)
    return fill;
  return outlay_colour_readable (fill, look->roles[OUTLAY_INK_SURFACE], look->high ? HIGH_LINE_CONTRAST : LINE_CONTRAST);
}

OutlayColour
outlay_ink_text (OutlayInk ink, OutlayThemeId theme)
{
  const Theme *look = theme_of (theme);

  return outlay_colour_readable (outlay_ink_fill (ink, theme), look->roles[OUTLAY_INK_SURFACE], look->high ? HIGH_TEXT_CONTRAST : TEXT_CONTRAST);
}

OutlayColour
outlay_ink_text_on (OutlayInk ink, OutlayThemeId theme)
{
  const OutlayColour white = OUTLAY_RGB (0xffffff), dark = OUTLAY_RGB (0x1b1f24);

  return outlay_colour_contrast (white, outlay_ink_fill (ink, theme)) >= TEXT_ON_CONTRAST ? white : dark;
}

const char *
outlay_theme_name (OutlayThemeId theme)
{
  return theme_of (theme)->name;
}

gboolean
outlay_theme_find (const char *name, OutlayThemeId *theme)
{
  for (guint id = 0; id < OUTLAY_N_THEMES; id++)
    if (g_str_equal (theme_of (id)->name, name))
      {
        *theme = (OutlayThemeId) id;
        return TRUE;
      }
  return FALSE;
}

OutlayThemeId
outlay_theme_on_screen (gboolean dark, gboolean high_contrast)
{
  if (high_contrast)
    return dark ? OUTLAY_THEME_HIGH_CONTRAST_DARK : OUTLAY_THEME_HIGH_CONTRAST;
  return dark ? OUTLAY_THEME_DARK : OUTLAY_THEME_LIGHT;
}

gboolean
outlay_theme_is_dark (OutlayThemeId theme)
{
  return theme_of (theme)->dark;
}

gboolean
outlay_theme_has_outlines (OutlayThemeId theme)
{
  return theme_of (theme)->high;
}
