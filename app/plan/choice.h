/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "engine/parameters.h"

/**
 * The one declaration of the words of every choice: W (ENUMERATOR, "word"), in the order of the enumeration. Each list gives an enumeration type
 * whose nicks are the words of the plan file.
 */
#define OUTLAY_FILE_FORMAT_WORDS(W) W (OUTLAY_FILE_FORMAT_PLAN, "outlay-plan")

#define OUTLAY_DISCOUNTING_WORDS(W)                                                                                        \
  W (OUTLAY_DISCOUNTING_END_OF_YEAR, "end-of-year")                                                                        \
  W (OUTLAY_DISCOUNTING_MID_YEAR, "mid-year")

#define OUTLAY_REPAYMENT_WORDS(W)                                                                                          \
  W (OUTLAY_REPAYMENT_EQUAL_PRINCIPAL, "equal-principal")                                                                  \
  W (OUTLAY_REPAYMENT_EQUAL_INSTALMENT, "equal-instalment")                                                                \
  W (OUTLAY_REPAYMENT_FROM_EARNINGS, "from-earnings")

#define OUTLAY_RECEIVABLES_BASIS_WORDS(W)                                                                                  \
  W (OUTLAY_RECEIVABLES_BASIS_REVENUE, "revenue")                                                                          \
  W (OUTLAY_RECEIVABLES_BASIS_OPERATING_COST, "operating-cost")

#define OUTLAY_MEASURE_WORDS(W)                                                                                            \
  W (OUTLAY_MEASURE_DESIGN_YEAR, "design-year")                                                                            \
  W (OUTLAY_MEASURE_MEAN, "mean")                                                                                          \
  W (OUTLAY_MEASURE_PEAK, "peak")                                                                                          \
  W (OUTLAY_MEASURE_TOTAL, "total")

#define OUTLAY_DISTRIBUTION_WORDS(W)                                                                                       \
  W (OUTLAY_DISTRIBUTION_UNIFORM, "uniform")                                                                               \
  W (OUTLAY_DISTRIBUTION_TRIANGULAR, "triangular")                                                                         \
  W (OUTLAY_DISTRIBUTION_PERT, "pert")                                                                                     \
  W (OUTLAY_DISTRIBUTION_NORMAL, "normal")                                                                                 \
  W (OUTLAY_DISTRIBUTION_LOGNORMAL, "lognormal")                                                                           \
  W (OUTLAY_DISTRIBUTION_DISCRETE, "discrete")

#define OUTLAY_STATUS_WORDS(W)                                                                                             \
  W (OUTLAY_STATUS_ANNOUNCED, "announced")                                                                                 \
  W (OUTLAY_STATUS_MEASURED, "measured")                                                                                   \
  W (OUTLAY_STATUS_ESTIMATED, "estimated")                                                                                 \
  W (OUTLAY_STATUS_ASSUMED, "assumed")

#define OUTLAY_CHOICE_ENUMERATOR(ENUMERATOR, word) ENUMERATOR,

typedef enum { OUTLAY_FILE_FORMAT_WORDS (OUTLAY_CHOICE_ENUMERATOR) } OutlayFileFormat;
/* How one number is made of a yearly series, model.md §10. */
typedef enum { OUTLAY_MEASURE_WORDS (OUTLAY_CHOICE_ENUMERATOR) } OutlayMeasure;
typedef enum { OUTLAY_DISTRIBUTION_WORDS (OUTLAY_CHOICE_ENUMERATOR) OUTLAY_N_DISTRIBUTIONS } OutlayDistribution;
/* How well a number is founded. */
typedef enum { OUTLAY_STATUS_WORDS (OUTLAY_CHOICE_ENUMERATOR) } OutlayStatus;

#define OUTLAY_TYPE_FILE_FORMAT (outlay_file_format_get_type ())
#define OUTLAY_TYPE_DISCOUNTING (outlay_discounting_get_type ())
#define OUTLAY_TYPE_REPAYMENT (outlay_repayment_get_type ())
#define OUTLAY_TYPE_RECEIVABLES_BASIS (outlay_receivables_basis_get_type ())
#define OUTLAY_TYPE_MEASURE (outlay_measure_get_type ())
#define OUTLAY_TYPE_DISTRIBUTION (outlay_distribution_get_type ())
#define OUTLAY_TYPE_STATUS (outlay_status_get_type ())
GType outlay_file_format_get_type (void);
GType outlay_discounting_get_type (void);
GType outlay_repayment_get_type (void);
GType outlay_receivables_basis_get_type (void);
GType outlay_measure_get_type (void);
GType outlay_distribution_get_type (void);
GType outlay_status_get_type (void);

/* The words, ending with NULL; named after the member so that a declaration finds them. */
extern const char *const outlay_words_FILE_FORMAT[];
extern const char *const outlay_words_DISCOUNTING[];
extern const char *const outlay_words_REPAYMENT[];
extern const char *const outlay_words_RECEIVABLES_BASIS[];
extern const char *const outlay_words_MEASURE[];
extern const char *const outlay_words_DISTRIBUTION[];
extern const char *const outlay_words_STATUS[];

/* The enumeration type of a choice, found by its words. */
GType outlay_choice_get_type (const char *const *words);
/* The position of a word among the words of a choice, −1 for an unknown one. */
int outlay_choice_from_word (const char *const *words, const char *word);
