/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Rounds values to multiples of unit that add up to total, itself a multiple: each down, and what is then missing goes to those that lost most (the method
 * of the largest remainder). A value moves by less than a unit where total is their sum rounded to within n units. */
void outlay_round_together (double *values, guint n, double total, double unit);
