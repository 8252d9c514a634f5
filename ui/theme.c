/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/theme.h"

#include <adwaita.h>

OutlayThemeId
outlay_widget_theme (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  return outlay_theme_on_screen (adw_style_manager_get_dark (manager), adw_style_manager_get_high_contrast (manager));
}

double
outlay_widget_text_scale (GtkWidget *widget)
{
  int dpi;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / (96.0 * PANGO_SCALE) : 1;
}

/* GTK's accessibility for tests cannot announce and would crash (4.18). */
void
outlay_widget_announce (GtkWidget *widget, const char *words)
{
  if (g_strcmp0 (g_getenv ("GTK_A11Y"), "test") != 0)
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
