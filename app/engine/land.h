/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A mu, in which land is measured in China, is 2000/3 m²: fifteen are a hectare. */
#define OUTLAY_SQUARE_METRES_PER_MU (2000.0 / 3)
