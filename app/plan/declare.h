/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n.h>

#include "plan/node.h"

/**
 * How the classes of the plan are declared: a table of rows, one for each member in the order of the plan file, and OUTLAY_DEFINE_NODE(), which makes a
 * class of it. Numbers of the model take their row from parameters.h.
 */
#define OUTLAY_PRESENCE_OPTIONAL .required = FALSE
#define OUTLAY_PRESENCE_REQUIRED .required = TRUE
#define OUTLAY_PRESENCE_NULLABLE .nullable = TRUE
#define OUTLAY_PRESENCE_ABSENT .absent = TRUE

#define OUTLAY_KIND_REAL(SYMBOL) .kind = OUTLAY_MEMBER_REAL
#define OUTLAY_KIND_INTEGER(SYMBOL) .kind = OUTLAY_MEMBER_INTEGER
#define OUTLAY_KIND_MONTH(SYMBOL) .kind = OUTLAY_MEMBER_MONTH
#define OUTLAY_KIND_CHOICE(SYMBOL) .kind = OUTLAY_MEMBER_CHOICE, .words = outlay_words_##SYMBOL

/* A number of parameters.h, under a class's name: OUTLAY_PHASE_PARAMETERS (OUTLAY_PHASE_ROW). */
#define OUTLAY_PARAMETER_ROW(CLASS, SYMBOL, NAME, KIND, UNIT, MINIMUM, MAXIMUM, STANDARD, PRESENCE, NICK, BLURB)            \
  { .name = NAME, OUTLAY_KIND_##KIND (SYMBOL), .unit = OUTLAY_UNIT_##UNIT, .minimum = MINIMUM, .maximum = MAXIMUM,          \
    .standard = STANDARD, OUTLAY_PRESENCE_##PRESENCE, .nick = NICK, .blurb = BLURB, .slot = OUTLAY_##CLASS##_##SYMBOL,      \
    .engine = TRUE },
#define OUTLAY_PLAN_ROW(SYMBOL, ...) OUTLAY_PARAMETER_ROW (PLAN, SYMBOL, __VA_ARGS__)
#define OUTLAY_TAXES_ROW(SYMBOL, ...) OUTLAY_PARAMETER_ROW (TAXES, SYMBOL, __VA_ARGS__)
#define OUTLAY_FINANCE_ROW(SYMBOL, ...) OUTLAY_PARAMETER_ROW (FINANCE, SYMBOL, __VA_ARGS__)
#define OUTLAY_ASSETS_ROW(SYMBOL, ...) OUTLAY_PARAMETER_ROW (ASSETS, SYMBOL, __VA_ARGS__)
#define OUTLAY_PHASE_ROW(SYMBOL, ...) OUTLAY_PARAMETER_ROW (PHASE, SYMBOL, __VA_ARGS__)
#define OUTLAY_INITIATIVE_ROW(SYMBOL, ...) OUTLAY_PARAMETER_ROW (INITIATIVE, SYMBOL, __VA_ARGS__)
#define OUTLAY_PRODUCT_ROW(SYMBOL, ...) OUTLAY_PARAMETER_ROW (PRODUCT, SYMBOL, __VA_ARGS__)

/* A run of numbers of parameters.h, as an array or an object of numbers of that range. */
#define OUTLAY_RUN_ROW(RUN, NAME, UNIT, MINIMUM, MAXIMUM, STANDARD, NICK, BLURB, LEAST, MOST)                              \
  { .name = NAME, .kind = OUTLAY_MEMBER_##RUN, .unit = OUTLAY_UNIT_##UNIT, .minimum = MINIMUM, .maximum = MAXIMUM,         \
    .standard = STANDARD, .least = LEAST, .most = MOST, .nick = NICK, .blurb = BLURB },
#define OUTLAY_CELLS_ROW(SYMBOL, NAME, KIND, UNIT, MINIMUM, MAXIMUM, STANDARD, PRESENCE, NICK, BLURB)                      \
  OUTLAY_RUN_ROW (CELLS, NAME, UNIT, MINIMUM, MAXIMUM, STANDARD, NICK, BLURB, 0, OUTLAY_MOST_PHASES)
#define OUTLAY_SHARES_ROW(SYMBOL, NAME, KIND, UNIT, MINIMUM, MAXIMUM, STANDARD, PRESENCE, NICK, BLURB)                     \
  OUTLAY_RUN_ROW (SHARES, NAME, UNIT, MINIMUM, MAXIMUM, STANDARD, NICK, BLURB, 1, OUTLAY_MOST_RAMP_UP_YEARS)

#define OUTLAY_MOST_PHASES 64
#define OUTLAY_MOST_INITIATIVES 10000
#define OUTLAY_MOST_PRODUCTS 100
#define OUTLAY_MOST_RAMP_UP_YEARS 20

/* Rows of one name in every class that has them. */
#define OUTLAY_ID_ROW                                                                                                      \
  { .name = "id", .kind = OUTLAY_MEMBER_ID, .required = TRUE, .text = "", .nick = N_("Id"),                                \
    .blurb = N_("Short name by which paths and other objects refer to it") },
#define OUTLAY_TEXT_ROW(NAME, PRESENCE, NICK, BLURB)                                                                       \
  { .name = NAME, .kind = OUTLAY_MEMBER_STRING, OUTLAY_PRESENCE_##PRESENCE, .text = "", .nick = NICK, .blurb = BLURB },
#define OUTLAY_NAME_ROW(PRESENCE) OUTLAY_TEXT_ROW ("name", PRESENCE, N_("Name"), N_("Name that people read"))
#define OUTLAY_DESCRIPTION_ROW OUTLAY_TEXT_ROW ("description", OPTIONAL, N_("Description"), N_("Description in free words"))
#define OUTLAY_SOURCE_ROW OUTLAY_TEXT_ROW ("source", OPTIONAL, N_("Source"), N_("Where the figure comes from"))

/* A text that is not there where the file leaves it out: a reference, a series, an indicator, a colour. */
#define OUTLAY_ABSENT_ROW(NAME, KIND, NICK, BLURB)                                                                         \
  { .name = NAME, .kind = OUTLAY_MEMBER_##KIND, .absent = TRUE, .nick = NICK, .blurb = BLURB },
#define OUTLAY_SERIES_ROW                                                                                                  \
  OUTLAY_ABSENT_ROW ("series", SERIES, N_("Series"), N_("Yearly series that is measured"))                                 \
  { .name = "measure", .kind = OUTLAY_MEMBER_CHOICE, .absent = TRUE, .words = outlay_words_MEASURE,                        \
    .maximum = OUTLAY_MEASURE_TOTAL, .nick = N_("Measure"), .blurb = N_("How one number is made of the series") },
#define OUTLAY_INITIATIVE_REFERENCE_ROW                                                                                    \
  OUTLAY_ABSENT_ROW ("initiative", REFERENCE, N_("Initiative"), N_("Initiative that is meant; the whole plan where there is none"))

/* A number that the engine does not know, of any size. */
#define OUTLAY_FREE_ROW(NAME, PRESENCE, NICK, BLURB)                                                                       \
  { .name = NAME, .kind = OUTLAY_MEMBER_REAL, OUTLAY_PRESENCE_##PRESENCE, .minimum = -OUTLAY_UNLIMITED,                    \
    .maximum = OUTLAY_UNLIMITED, .nick = NICK, .blurb = BLURB },

#define OUTLAY_CHILD_ROW(NAME, TYPE, NICK, BLURB)                                                                          \
  { .name = NAME, .kind = OUTLAY_MEMBER_NODE, .get_child_type = outlay_##TYPE##_get_type, .nick = NICK, .blurb = BLURB },
#define OUTLAY_LIST_ROW(NAME, TYPE, LEAST, MOST, NICK, BLURB)                                                              \
  { .name = NAME, .kind = OUTLAY_MEMBER_NODES, .required = LEAST > 0, .least = LEAST, .most = MOST,                        \
    .get_child_type = outlay_##TYPE##_get_type, .nick = NICK, .blurb = BLURB },

/* A class that is nothing but its members. */
#define OUTLAY_DEFINE_NODE(Type, type, members)                                                                            \
  struct _Outlay##Type                                                                                                     \
  {                                                                                                                        \
    OutlayNode parent_instance;                                                                                            \
  };                                                                                                                       \
  G_DEFINE_FINAL_TYPE (Outlay##Type, outlay_##type, OUTLAY_TYPE_NODE)                                                      \
  static void outlay_##type##_class_init (Outlay##Type##Class *klass)                                                      \
  {                                                                                                                        \
    outlay_node_class_install (OUTLAY_NODE_CLASS (klass), members, G_N_ELEMENTS (members));                                \
  }                                                                                                                        \
  static void outlay_##type##_init (Outlay##Type *self)                                                                    \
  {                                                                                                                        \
    outlay_node_prepare (OUTLAY_NODE (self));                                                                              \
  }
