/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * A number in several cases at once, and what C's operators do not offer for it.
 *
 * The vector is as wide as the instruction set that the including file is compiled for. Every operation works on each lane alone
 * and is rounded as IEEE 754 says, so a case has the same bits whichever width computes it, in whatever lane.
 */

#include <glib.h>
#include <math.h>

#if defined __AVX512F__
#include <immintrin.h>
#define LANE_WIDTH 8
#elif defined __AVX__
#include <immintrin.h>
#define LANE_WIDTH 4
#else
#define LANE_WIDTH 2
#endif

typedef double Lanes __attribute__ ((vector_size (LANE_WIDTH * sizeof (double))));
/* Lanes as they lie in an array of doubles. */
typedef double LanesInMemory __attribute__ ((vector_size (LANE_WIDTH * sizeof (double)), may_alias));

/* min and max give b where a value is NaN or both are equal, on every instruction set. */
#if defined __AVX512F__

typedef __mmask8 Mask;

static inline Mask lanes_less (Lanes a, Lanes b) { return _mm512_cmp_pd_mask (a, b, _CMP_LT_OQ); }
static inline Mask lanes_equal (Lanes a, Lanes b) { return _mm512_cmp_pd_mask (a, b, _CMP_EQ_OQ); }
static inline Mask lanes_at_most (Lanes a, Lanes b) { return _mm512_cmp_pd_mask (a, b, _CMP_LE_OQ); }
static inline Lanes lanes_select (Mask mask, Lanes yes, Lanes no) { return _mm512_mask_blend_pd (mask, no, yes); }
static inline Lanes lanes_where (Mask mask, Lanes yes) { return _mm512_maskz_mov_pd (mask, yes); }
static inline Lanes lanes_min (Lanes a, Lanes b) { return _mm512_min_pd (a, b); }
static inline Lanes lanes_max (Lanes a, Lanes b) { return _mm512_max_pd (a, b); }
static inline Lanes lanes_sqrt (Lanes a) { return _mm512_sqrt_pd (a); }
static inline Mask mask_and (Mask a, Mask b) { return a & b; }
static inline Mask mask_or (Mask a, Mask b) { return a | b; }
static inline Mask mask_not (Mask a) { return (Mask) ~a; }
static inline gboolean mask_any (Mask a) { return a != 0; }

#elif defined __AVX__

typedef __m256d Mask;

static inline Mask lanes_less (Lanes a, Lanes b) { return _mm256_cmp_pd (a, b, _CMP_LT_OQ); }
static inline Mask lanes_equal (Lanes a, Lanes b) { return _mm256_cmp_pd (a, b, _CMP_EQ_OQ); }
static inline Mask lanes_at_most (Lanes a, Lanes b) { return _mm256_cmp_pd (a, b, _CMP_LE_OQ); }
static inline Lanes lanes_select (Mask mask, Lanes yes, Lanes no) { return _mm256_blendv_pd (no, yes, mask); }
static inline Lanes lanes_where (Mask mask, Lanes yes) { return _mm256_and_pd (mask, yes); }
static inline Lanes lanes_min (Lanes a, Lanes b) { return _mm256_min_pd (a, b); }
static inline Lanes lanes_max (Lanes a, Lanes b) { return _mm256_max_pd (a, b); }
static inline Lanes lanes_sqrt (Lanes a) { return _mm256_sqrt_pd (a); }
static inline Mask mask_and (Mask a, Mask b) { return _mm256_and_pd (a, b); }
static inline Mask mask_or (Mask a, Mask b) { return _mm256_or_pd (a, b); }
static inline Mask mask_not (Mask a) { return _mm256_xor_pd (a, _mm256_castsi256_pd (_mm256_set1_epi64x (-1))); }
static inline gboolean mask_any (Mask a) { return _mm256_movemask_pd (a) != 0; }

#else

typedef gint64 Mask __attribute__ ((vector_size (LANE_WIDTH * sizeof (gint64))));

static inline Mask lanes_less (Lanes a, Lanes b) { return a < b; }
static inline Mask lanes_equal (Lanes a, Lanes b) { return a == b; }
static inline Mask lanes_at_most (Lanes a, Lanes b) { return a <= b; }
static inline Lanes lanes_where (Mask mask, Lanes yes) { return (Lanes) (mask & (Mask) yes); }
static inline Lanes lanes_select (Mask mask, Lanes yes, Lanes no) { return (Lanes) ((mask & (Mask) yes) | (~mask & (Mask) no)); }
static inline Lanes lanes_min (Lanes a, Lanes b) { return lanes_select (a < b, a, b); }
static inline Lanes lanes_max (Lanes a, Lanes b) { return lanes_select (b < a, a, b); }
static inline Lanes lanes_sqrt (Lanes a) { return (Lanes) { sqrt (a[0]), sqrt (a[1]) }; }
static inline Mask mask_and (Mask a, Mask b) { return a & b; }
static inline Mask mask_or (Mask a, Mask b) { return a | b; }
static inline Mask mask_not (Mask a) { return ~a; }
static inline gboolean mask_any (Mask a) { return (a[0] | a[1]) != 0; }

#endif

static inline Lanes
lanes_all (double value)
{
#if LANE_WIDTH == 8
  return (Lanes) { value, value, value, value, value, value, value, value };
#elif LANE_WIDTH == 4
  return (Lanes) { value, value, value, value };
#else
  return (Lanes) { value, value };
#endif
}

static inline Lanes lanes_abs (Lanes a) { return lanes_select (lanes_less (a, lanes_all (0)), -a, a); }
static inline Lanes lanes_positive (Lanes a) { return lanes_max (a, lanes_all (0)); }
static inline Lanes lanes_or_null (Mask mask, Lanes yes) { return lanes_select (mask, yes, lanes_all (NAN)); }
static inline gboolean lanes_all_equal_to (Lanes a, double value) { return !mask_any (mask_not (lanes_equal (a, lanes_all (value)))); }

static inline double
lanes_least (Lanes a)
{
  double least = a[0];

  for (int lane = 1; lane < LANE_WIDTH; lane++)
    least = MIN (least, a[lane]);
  return least;
}

static inline double
lanes_greatest (Lanes a)
{
  double greatest = a[0];

  for (int lane = 1; lane < LANE_WIDTH; lane++)
    greatest = MAX (greatest, a[lane]);
  return greatest;
}
