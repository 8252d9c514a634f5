/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "study/bridge.h"

/* One number of the engine that is not the same in the two scenarios, and the player whose joining changes it. */
typedef struct
{
  gsize index;
  double from;
  double to;
  guint player;
} OutlayBridgeInput;

/* Who the players are (bridge-players.c). */
typedef struct
{
  GArray *inputs;   /* of OutlayBridgeInput, in the order of the file */
  GPtrArray *steps; /* of OutlayBridgeStep, one for each player; nothing computed yet */
  OutlayBridgeGrouping grouping;
} OutlayBridgePlayers;

/* from and to: the plan under the two scenarios. differences: (nullable): see outlay_bridge_prepare(). */
void outlay_bridge_players_init (OutlayBridgePlayers *players, OutlayPlan *plan, OutlayModel *from, OutlayModel *to, GPtrArray *differences);
void outlay_bridge_players_clear (OutlayBridgePlayers *players);
/* "A; B; C and 4 more": which of the labels are set. (transfer full) */
char *outlay_bridge_join_labels (char *const *labels, guint n);
