/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/scene.h"

/**
 * OutlaySceneView:
 *
 * How somebody looks at a scene: without some of its series, with one of them before the others, or at some of its years alone.
 */
typedef struct
{
  const gboolean *hidden; /* (nullable): of each series */
  int isolated;           /* series; −1 for none */
  guint first_year;       /* counted from the scene's first */
  guint n_years;          /* 0 for all of them */
} OutlaySceneView;

/* The scene as it is seen then: a scene of its own, or the same one where nothing is different. Series keep their numbers, points begin at first_year. */
OutlayScene *outlay_scene_view (OutlayScene *scene, const OutlaySceneView *view);

/* A scene on the way from one to another of the same structure, share 0 being the first; `to` itself where they are too different for that. */
OutlayScene *outlay_scene_blend (OutlayScene *from, OutlayScene *to, double share);
