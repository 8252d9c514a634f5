/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language.h"

#include <libintl.h>
#include <locale.h>

/**
 * outlay_language_init:
 *
 * Takes over the language, number and money conventions of the environment and finds the translations. The first call of
 * every `main`.
 *
 * `OUTLAY_LOCALE_DIR` names another folder of translations; a build that is not installed finds its own by it.
 */
void
outlay_language_init (void)
{
  const char *folder = g_getenv ("OUTLAY_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
