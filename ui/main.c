/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "language.h"
#include "ui/application.h"

int
main (int argc, char **argv)
{
  g_autoptr (OutlayApplication) application = NULL;

  outlay_language_init ();
  g_set_application_name (_("Outlay"));
  application = outlay_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
