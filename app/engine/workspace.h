/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * What the lane code works on: the numbers and results of LANE_WIDTH of the batch's cases, the plan's calendar and sums, and the one
 * initiative at hand. The symbols in comments are those of docs/model.md.
 */

#include "engine/kernel.h"
#include "engine/lanes.h"

/* What is known of a scope in one year: every series by its own name, and what stands behind several of them. */
#define SERIES_MEMBER(SYMBOL, ...) SYMBOL = OUTLAY_SERIES_##SYMBOL,

enum
{
  OUTLAY_SERIES (SERIES_MEMBER)
  OPERATED = OUTLAY_N_SERIES, /* Σ_p I·a */
  SURPLUS, /* R + O + subsidy − OC and the taxes that do not depend on profit */
  TAX_RATE,
  OWN_DEPRECIATION, /* dep° */
  REPAYING,         /* 1 where a cell that is being repaid opens with a balance */
  N_MEMBERS,
};

/* An odd number of vectors, so that a member of many years does not fall into one set of a cache. */
typedef Lanes Year[N_MEMBERS | 1];

/* Series that also exist by phase and by cell. */
#define PHASE_BIT_SCOPE(SYMBOL) 0
#define PHASE_BIT_PRODUCT(SYMBOL) 0
#define PHASE_BIT_PHASE(SYMBOL) OUTLAY_SERIES_BIT (SYMBOL)
#define PHASE_BIT_EVERYWHERE(SYMBOL) OUTLAY_SERIES_BIT (SYMBOL)
#define PHASE_BIT(SYMBOL, name, UNIT, LEVELS, nick) | PHASE_BIT_##LEVELS (SYMBOL)
#define PHASE_SERIES (0 OUTLAY_SERIES (PHASE_BIT))
#define N_PHASE_SERIES (__builtin_popcountll (PHASE_SERIES))

/* The plan, or one initiative. */
typedef struct
{
  Year *years;
  Lanes investment; /* Σ I */
  Lanes start;      /* of the earliest phase with money, in months; +∞ without money */
  Lanes ready;      /* month from which every cell runs at its last ramp-up share; −∞ without money */
} Scope;

typedef struct
{
  Lanes spending;        /* w */
  Lanes operation;       /* a */
  Lanes building;        /* f */
  Lanes depreciating[3]; /* years of the lives of buildings, equipment and intangibles that fall into the year */
} PhaseYear;

typedef struct
{
  Lanes start;      /* s */
  Lanes completion; /* c */
  PhaseYear *years;
} Phase;

typedef struct
{
  const Phase *phase;
  Lanes investment; /* I */
  Lanes own_base;   /* I · (1 − x) */
  Lanes *output;    /* k · U of each year */
  Lanes *degraded;  /* k · U · (1 − d)^… of each year, of the product at hand */
  Lanes *rows;      /* N_PHASE_SERIES times each year, where they were asked for */
  Lanes spent;      /* Σ_{u ≤ t} w, where the kinds of assets are told apart; likewise below */
  Lanes amortised;

  Lanes debt;    /* λ · I */
  Lanes balance; /* B */
  Lanes instalment;
  Lanes repaying_years;
  Lanes capitalised_so_far;
  gboolean borrows; /* some lane owes or draws something in the year at hand */
  Lanes draw;       /* of the year at hand, likewise below */
  Lanes interest;
  Lanes capitalised;
  Lanes expensed;
} Cell;

/* The losses of one chain of income tax. */
typedef struct
{
  Lanes *incurred; /* up to each year */
  Lanes gone;      /* used or expired */
} Losses;

typedef struct
{
  Lanes interest_rate;
  Lanes debt_share;
  Lanes repayment_years;
  Lanes annuity; /* ρ / (1 − (1 + ρ)^−n) */
  Mask equal_instalment;
  Mask from_earnings;
} LoanTerms;

typedef struct
{
  const OutlayBatch *batch;
  const OutlayShape *shape;
  const double *numbers; /* of this group of lanes */
  guint first_lane;
  guint n_years;

  Phase *phases;
  Lanes *discount;  /* (1 + r)^−(t+1) or ^−(t+½) */
  Lanes investment; /* Σ I over all cells of the plan */
  LoanTerms *loan;
  Scope plan;
  Scope block; /* the sums of the block of initiatives at hand */

  guint initiative;
  guint n_products;
  Lanes *quantity; /* of each product and year, likewise below */
  Lanes *sold;
  Lanes *revenue;
  Lanes *value;    /* output value */
  Cell *cells; /* those with money, phases in file order */
  guint n_cells;
  Lanes *built; /* Σ_p k · U of each year */
  Scope scope;

  Lanes depreciation_share[3]; /* α · (1 − ν) / life */
  Lanes research_extra;
  Lanes loss_years;
  gboolean same_loss_years;
  Losses losses;
  Losses adjusted_losses;

  Lanes *scratch; /* 4 times each year */
  double *irr_scratch;
} Workspace;

#define PLAN_NUMBER(w, SYMBOL) number (w, outlay_shape_plan ((w)->shape, OUTLAY_PLAN_##SYMBOL))
#define TAXES_NUMBER(w, SYMBOL) number (w, outlay_shape_taxes ((w)->shape, OUTLAY_TAXES_##SYMBOL))
#define FINANCE_NUMBER(w, SYMBOL) number (w, outlay_shape_finance ((w)->shape, OUTLAY_FINANCE_##SYMBOL))
#define ASSETS_NUMBER(w, SYMBOL) number (w, outlay_shape_assets ((w)->shape, OUTLAY_ASSETS_##SYMBOL))
#define PHASE_NUMBER(w, SYMBOL, phase) number (w, outlay_shape_phase ((w)->shape, OUTLAY_PHASE_##SYMBOL, phase))
#define INITIATIVE_NUMBER(w, SYMBOL) \
  number (w, outlay_shape_initiative ((w)->shape, OUTLAY_INITIATIVE_##SYMBOL, (w)->initiative))
#define PRODUCT_NUMBER(w, SYMBOL, product) \
  number (w, outlay_shape_product ((w)->shape, OUTLAY_PRODUCT_##SYMBOL, (w)->shape->first_product[(w)->initiative] + (product)))

static inline Lanes
number (const Workspace *w, gsize index)
{
  return *(const LanesInMemory *) (w->numbers + index * OUTLAY_LANES);
}

static inline Lanes *
cell_row (const Workspace *w, const Cell *cell, guint series)
{
  return cell->rows + w->n_years * (gsize) __builtin_popcountll (PHASE_SERIES & ((G_GUINT64_CONSTANT (1) << series) - 1));
}

static inline gboolean
has (guint64 set, guint member)
{
  return set >> member & 1;
}
