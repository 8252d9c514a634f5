/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/declare.h"
#include "plan/node-private.h"
#include "plan/plan.h"

/* What a plan is judged by, how sure it is, and where its numbers come from. */

/* Both ends are excluded: rank correlations of ±1 leave a matrix that is not positive definite. */
#define JUST_BELOW_ONE (1 - DBL_EPSILON / 2)

static const OutlayMember target_members[] = {
  OUTLAY_ID_ROW
  OUTLAY_NAME_ROW (OPTIONAL)
  OUTLAY_SERIES_ROW
  OUTLAY_ABSENT_ROW ("indicator", INDICATOR, N_("Indicator"), N_("Indicator that is judged, instead of a series"))
  OUTLAY_INITIATIVE_REFERENCE_ROW
  OUTLAY_ABSENT_ROW ("product", REFERENCE, N_("Product"), N_("Product of the initiative whose quantity is meant"))
  OUTLAY_FREE_ROW ("at-least", ABSENT, N_("At least"), N_("Smallest value that meets the target"))
  OUTLAY_FREE_ROW ("at-most", ABSENT, N_("At most"), N_("Largest value that meets the target"))
  OUTLAY_SOURCE_ROW
};

static const OutlayMember uncertainty_members[] = {
  { .name = "path", .kind = OUTLAY_MEMBER_PATH, .required = TRUE, .text = "", .nick = N_("Number"),
    .blurb = N_("Path of the number that is uncertain") },
  { .name = "distribution", .kind = OUTLAY_MEMBER_CHOICE, .required = TRUE, .words = outlay_words_DISTRIBUTION,
    .maximum = OUTLAY_N_DISTRIBUTIONS - 1, .nick = N_("Distribution"), .blurb = N_("How the number is spread") },
  { .name = "relative", .kind = OUTLAY_MEMBER_BOOLEAN, .maximum = 1, .nick = N_("Relative"),
    .blurb = N_("Whether the distribution is of factors of the plan’s own number") },
  OUTLAY_FREE_ROW ("low", ABSENT, N_("Low"), N_("Smallest value"))
  OUTLAY_FREE_ROW ("mode", ABSENT, N_("Mode"), N_("Most likely value"))
  OUTLAY_FREE_ROW ("high", ABSENT, N_("High"), N_("Largest value"))
  OUTLAY_FREE_ROW ("mean", ABSENT, N_("Mean"), N_("Mean of the number itself"))
  { .name = "sd", .kind = OUTLAY_MEMBER_REAL, .absent = TRUE, .maximum = OUTLAY_UNLIMITED, .nick = N_("Standard deviation"),
    .blurb = N_("Standard deviation of the number itself") },
  { .name = "values", .kind = OUTLAY_MEMBER_NUMBERS, .absent = TRUE, .minimum = -OUTLAY_UNLIMITED, .maximum = OUTLAY_UNLIMITED, .least = 1,
    .most = G_MAXINT, .nick = N_("Values"), .blurb = N_("Values that the number can take") },
  { .name = "weights", .kind = OUTLAY_MEMBER_NUMBERS, .absent = TRUE, .maximum = OUTLAY_UNLIMITED, .least = 1, .most = G_MAXINT,
    .nick = N_("Weights"), .blurb = N_("How likely each value is, in proportion") },
};

static const OutlayMember correlation_members[] = {
  { .name = "between", .kind = OUTLAY_MEMBER_PAIR, .required = TRUE, .least = 2, .most = 2, .nick = N_("Between"),
    .blurb = N_("Paths of two uncertain numbers") },
  { .name = "rho", .kind = OUTLAY_MEMBER_REAL, .required = TRUE, .minimum = -JUST_BELOW_ONE, .maximum = JUST_BELOW_ONE,
    .nick = N_("Rank correlation"), .blurb = N_("Spearman’s rank correlation of the two") },
};

static const OutlayMember source_members[] = {
  { .name = "status", .kind = OUTLAY_MEMBER_CHOICE, .required = TRUE, .words = outlay_words_STATUS, .maximum = OUTLAY_STATUS_ASSUMED,
    .standard = OUTLAY_STATUS_ASSUMED, .nick = N_("Status"), .blurb = N_("How well the number is founded") },
  OUTLAY_TEXT_ROW ("text", OPTIONAL, N_("Text"), N_("Who says so, and where"))
  OUTLAY_TEXT_ROW ("link", OPTIONAL, N_("Link"), N_("Address where it can be read"))
  OUTLAY_TEXT_ROW ("date", OPTIONAL, N_("Date"), N_("When it was said"))
};

static const OutlayMember figure_members[] = {
  OUTLAY_ID_ROW
  OUTLAY_NAME_ROW (OPTIONAL)
  OUTLAY_FREE_ROW ("value", REQUIRED, N_("Value"), N_("The public figure"))
  OUTLAY_TEXT_ROW ("unit", OPTIONAL, N_("Unit"), N_("Unit of the figure"))
  { .name = "year", .kind = OUTLAY_MEMBER_INTEGER, .absent = TRUE, .unit = OUTLAY_UNIT_CALENDAR_YEAR, .minimum = 1, .maximum = 9999,
    .nick = N_("Year"), .blurb = N_("Calendar year to which the figure belongs") },
  OUTLAY_SOURCE_ROW
  OUTLAY_SERIES_ROW
  OUTLAY_INITIATIVE_REFERENCE_ROW
};

static const OutlayMember region_members[] = {
  OUTLAY_NAME_ROW (OPTIONAL)
  OUTLAY_LIST_ROW ("figures", figure, 0, G_MAXINT, N_("Figures"), N_("Public figures that the plan is set against"))
};

/* A source is filed under the path it belongs to, which is no member of it. */
static OutlayMember source_path = { .name = "path", .kind = OUTLAY_MEMBER_PATH, .text = "" };

OUTLAY_DEFINE_NODE (Target, target, target_members)
OUTLAY_DEFINE_NODE (Uncertainty, uncertainty, uncertainty_members)
OUTLAY_DEFINE_NODE (Correlation, correlation, correlation_members)
OUTLAY_DEFINE_NODE (Figure, figure, figure_members)
OUTLAY_DEFINE_NODE (Region, region, region_members)

struct _OutlaySource
{
  OutlayNode parent_instance;
};

G_DEFINE_FINAL_TYPE (OutlaySource, outlay_source, OUTLAY_TYPE_NODE)

static void
outlay_source_class_init (OutlaySourceClass *klass)
{
  OutlayNodeClass *node_class = OUTLAY_NODE_CLASS (klass);

  outlay_node_class_install (node_class, source_members, G_N_ELEMENTS (source_members));
  source_path.slot = node_class->n_strings++;
  node_class->id = &source_path;
}

static void
outlay_source_init (OutlaySource *self)
{
  outlay_node_prepare (OUTLAY_NODE (self));
}

/**
 * outlay_source_new:
 * @path: the path of a number or of an object of the plan
 *
 * Returns: (transfer full): a source that says "assumed"; outlay_node_get_id() gives its path
 */
OutlaySource *
outlay_source_new (const char *path)
{
  OutlaySource *self = g_object_new (OUTLAY_TYPE_SOURCE, NULL);

  outlay_node_set_string (OUTLAY_NODE (self), &source_path, path);
  return self;
}
