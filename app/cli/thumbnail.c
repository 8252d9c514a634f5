/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "chart/charts.h"
#include "chart/file.h"
#include "cli/command.h"

#define SIDE_LEAST 16
#define SIDE_MOST 2048
#define SIDE_USUAL 256
/* Up to this side gaps and corners are as wide as in the window. */
#define SIDE_OF_UNIT 256.0

/* NULL where there is nothing to be drawn, which has then been said: a file manager shows the plan's icon instead. */
static OutlayScene *
build (OutlayPlan *plan, const OutlayStyle *style, int side)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayScene) scene = outlay_chart_compute (outlay_chart_find ("split"), plan, NULL, NULL, 0, NULL, NULL, &error);
  OutlayHit hit;

  if (scene == NULL)
    outlay_command_say ("%s", error->message);
  else if (!outlay_scene_nth_hit (scene, side, side, style, 0, &hit))
    outlay_command_say (_("There is no picture of a plan in which no money is invested yet."));
  else
    return g_steal_pointer (&scene);
  return NULL;
}

static OutlayExit
draw (OutlayPlan *plan, int side, const char *output)
{
  const OutlayStyle style = { .theme = OUTLAY_THEME_LIGHT, .text_scale = MAX (side / SIDE_OF_UNIT, 1), .frame = TRUE, .wordless = TRUE };
  g_autoptr (OutlayScene) scene = build (plan, &style, side);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (scene == NULL)
    return OUTLAY_EXIT_FAULT;
  bytes = outlay_scene_encode (scene, OUTLAY_CHART_PNG, side, side, 1, &style, &error);
  if (bytes != NULL)
    return outlay_command_write (output, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  outlay_command_say ("%s", error->message);
  return OUTLAY_EXIT_FILE;
}

OutlayExit
outlay_command_thumbnail (const char *usage, const char *summary, int argc, char **argv)
{
  g_autofree char *output = NULL;
  int side = SIDE_USUAL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write the picture here, a PNG whatever the name"), N_("FILE") },
    { "size", 0, 0, G_OPTION_ARG_INT, &side, N_("Pixels of its side (256)"), N_("NUMBER") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (OutlayPlan) plan = NULL;
  OutlayExit status;

  if (!outlay_command_parse (usage, summary, NULL, entries, &argc, &argv, 1, 1))
    return OUTLAY_EXIT_USAGE;
  if (output == NULL)
    return outlay_command_misuse (_("Say with -o where the picture goes."));
  if (side < SIDE_LEAST || side > SIDE_MOST)
    return outlay_command_misuse (_("A side of a thumbnail has %d to %d pixels."), SIDE_LEAST, SIDE_MOST);
  plan = outlay_command_load (argv[1], &status);
  return plan != NULL ? draw (plan, side, output) : status;
}
