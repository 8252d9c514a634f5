/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/scene.h"

/**
 * A year of a chart under the pointer, and all its values. Width, height and style are as the scene was drawn. All do nothing, or answer −1, for scenes whose
 * x axis has no years.
 */

/* The year at a place of the plot, counted from the scene's first; −1 outside. */
int outlay_scene_point_at (OutlayScene *scene, double width, double height, const OutlayStyle *style, double x, double y);
/* The same of any place, as a fraction and not bounded: for brushing. */
double outlay_scene_year_at (OutlayScene *scene, double width, double height, const OutlayStyle *style, double x);
/* The series whose name stands at a place; −1 where none does. */
int outlay_scene_label_at (OutlayScene *scene, double width, double height, const OutlayStyle *style, double x, double y);

/* A line through the year and a box that names every value of it, that of `series` (−1: none) strongest. Drawn over the scene. */
void outlay_scene_draw_crosshair (OutlayScene *scene, cairo_t *cr, double width, double height, const OutlayStyle *style, int point, int series);
/* The years from one to another, fractions and in any order, laid under a tint. */
void outlay_scene_draw_brush (OutlayScene *scene, cairo_t *cr, double width, double height, const OutlayStyle *style, double from, double to);

/* A frame around a mark that the keyboard has come to. */
void outlay_scene_draw_focus (OutlayScene *scene, cairo_t *cr, double width, double height, const OutlayStyle *style, const OutlayHit *hit);

/* For a screen reader: "2028. Energy storage: 5.51 bn yuan. …"; of one series alone where that is ≥ 0. (transfer full) */
char *outlay_scene_describe_point (OutlayScene *scene, int point, int series, const char *currency);
