/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/settings.h"

#include <gtk/gtk.h>

#include "config.h"
#include "ui/recent.h"

/* A key that is given up stays in the schema, so that what stands in it can be read here. */
typedef void (*Migration) (GSettings *settings);

/* The desktop keeps the list of recent plans, and none where a person wants none kept; nothing of it stays here. */
static void
hand_over_last_plan (GSettings *settings)
{
  g_autofree char *uri = g_settings_get_string (settings, "last-plan");
  g_autoptr (GFile) file = uri[0] != '\0' ? g_file_new_for_uri (uri) : NULL;

  if (file != NULL)
    outlay_recent_add (file);
  g_settings_reset (settings, "last-plan");
}

/* The nth leads from version n to the one after it. Only to be added to. */
static const Migration migrations[] = {
  hand_over_last_plan,
};

void
outlay_settings_migrate (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  const guint version = g_settings_get_uint (settings, "schema-version");

  for (guint n = version; n < G_N_ELEMENTS (migrations); n++)
    migrations[n](settings);
  /* Settings of a newer version are left as they are. */
  if (version < G_N_ELEMENTS (migrations))
    g_settings_set_uint (settings, "schema-version", G_N_ELEMENTS (migrations));
}
