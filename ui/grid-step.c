/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/grid-step.h"

#include <gdk/gdk.h>

gboolean
outlay_step_find (guint key, gboolean control, gboolean mirrored, OutlayStep *step)
{
  static const struct
  {
    guint key;
    guint keypad;
    OutlayStep plain;
    OutlayStep control;
  } steps[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, OUTLAY_STEP_LEFT, OUTLAY_STEP_ROW_START },
    { GDK_KEY_Right, GDK_KEY_KP_Right, OUTLAY_STEP_RIGHT, OUTLAY_STEP_ROW_END },
    { GDK_KEY_Up, GDK_KEY_KP_Up, OUTLAY_STEP_UP, OUTLAY_STEP_COLUMN_START },
    { GDK_KEY_Down, GDK_KEY_KP_Down, OUTLAY_STEP_DOWN, OUTLAY_STEP_COLUMN_END },
    { GDK_KEY_Home, GDK_KEY_KP_Home, OUTLAY_STEP_ROW_START, OUTLAY_STEP_FIRST },
    { GDK_KEY_End, GDK_KEY_KP_End, OUTLAY_STEP_ROW_END, OUTLAY_STEP_LAST },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, OUTLAY_STEP_PAGE_UP, OUTLAY_STEP_PAGE_UP },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, OUTLAY_STEP_PAGE_DOWN, OUTLAY_STEP_PAGE_DOWN },
  };

  for (gsize k = 0; k < G_N_ELEMENTS (steps); k++)
    if (key == steps[k].key || key == steps[k].keypad)
      {
        /* The first two, each other's. */
        const gsize meant = mirrored && k < 2 ? 1 - k : k;

        *step = control ? steps[meant].control : steps[meant].plain;
        return TRUE;
      }
  return FALSE;
}
