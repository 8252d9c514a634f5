/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare-inputs.h"

#include <glib/gi18n.h>

#include "plan/label.h"
#include "plan/resolve.h"

typedef struct
{
  OutlayCompareSession *session; /* NULL: it has changed */
  OutlayPlan *plan;
} Reading;

/* A row: a difference, or the heading over those of its object. */
typedef struct
{
  guint difference;
  gboolean heading;
  OutlayCompareRow *row; /* NULL: not made yet */
} Place;

struct _OutlayCompareInputs
{
  GObject parent_instance;

  Reading reading;
  gpointer owner; /* the session, also after it has changed: only to be told from another */
  GPtrArray *differences;
  GArray *places; /* Place */
};

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlayCompareInputs, outlay_compare_inputs, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* Whose number it is. */
static char *
write_origin (const Reading *reading, const OutlayHolding *holding)
{
  g_autofree char *name = NULL;

  switch (holding->origin)
    {
    case OUTLAY_ORIGIN_OWN: return g_strdup (C_ ("origin of a value", "own"));
    case OUTLAY_ORIGIN_INHERITED:
      name = outlay_compare_session_name (reading->session, holding->from);
      /* Translators: the scenario whose value another has taken over */
      return g_strdup_printf (C_ ("origin of a value", "from %s"), name);
    default: return g_strdup (C_ ("origin of a value", "the plan’s"));
    }
}

static void
fill_cell (const Reading *reading, OutlayCompareCell *cell, const OutlayDifference *difference, guint scenario)
{
  const OutlayHolding *holding = &difference->holdings[scenario];

  cell->value = outlay_difference_format (difference, reading->plan, scenario);
  cell->note = write_origin (reading, holding);
  cell->exact = holding->value.type == OUTLAY_VALUE_NUMBER ? g_strdup_printf ("%.15g", holding->value.number) : NULL;
}

/* --- sources --- */

static const char *
source_string (OutlaySource *source, const char *member)
{
  return outlay_node_get_string (OUTLAY_NODE (source), outlay_node_find_member (OUTLAY_NODE (source), member));
}

static const char *
status_word (OutlaySource *source)
{
  return outlay_status_name ((OutlayStatus) outlay_node_get_number (OUTLAY_NODE (source), outlay_node_find_member (OUTLAY_NODE (source), "status")));
}

/* What a source stands for that is not this number's own: an object, or all cells of one. */
static char *
name_place (const Reading *reading, OutlaySource *source)
{
  const char *path = outlay_node_get_id (OUTLAY_NODE (source));
  OutlayParameter found;

  if (!outlay_plan_find_path (reading->plan, path, &found, NULL))
    return g_strdup (path);
  return found.member != NULL ? outlay_parameter_label (reading->plan, NULL, &found) : outlay_object_label (reading->plan, NULL, found.node);
}

static void
tell_source (GString *details, const Reading *reading, const OutlayDifference *difference)
{
  gboolean own;
  OutlaySource *source = outlay_difference_find_source (difference, &own);
  const char *text = source != NULL ? source_string (source, "text") : NULL;
  const char *date = source != NULL ? source_string (source, "date") : NULL;
  g_autofree char *place = source != NULL ? name_place (reading, source) : NULL;

  g_string_append (details, "\n\n");
  if (source == NULL)
    {
      g_string_append (details, _("No source is given for the plan’s value."));
      return;
    }
  if (own)
    g_string_append_printf (details, _("Source of the plan’s value: %s"), status_word (source));
  else
    /* Translators: a source that stands for more than one number: for what, and how well it is founded */
    g_string_append_printf (details, _("Source of “%s”: %s"), place, status_word (source));
  if (text != NULL && *text != '\0')
    g_string_append_printf (details, "\n%s", text);
  if (date != NULL && *date != '\0')
    g_string_append_printf (details, "\n%s", date);
}

static char *
tell_details (const Reading *reading, const OutlayDifference *difference)
{
  g_autofree char *label = outlay_parameter_label (reading->plan, NULL, &difference->parameter);
  g_autoptr (GString) details = g_string_new (label);

  g_string_append_printf (details, "\n%s", difference->path);
  if (difference->parameter.member->blurb != NULL)
    g_string_append_printf (details, "\n%s", _(difference->parameter.member->blurb));
  tell_source (details, reading, difference);
  return g_string_free_and_steal (g_steal_pointer (&details));
}

/* Files are of unknown origin: only what a browser opens is offered as a link. */
static char *
web_link (OutlaySource *source)
{
  const char *link = source != NULL ? source_string (source, "link") : NULL;
  g_autofree char *scheme = link != NULL ? g_uri_parse_scheme (link) : NULL;

  return scheme != NULL && (g_str_equal (scheme, "https") || g_str_equal (scheme, "http")) ? g_strdup (link) : NULL;
}

/* --- rows --- */

static OutlayCompareRow *
read_difference (const Reading *reading, const OutlayDifference *difference)
{
  g_autofree char *title = outlay_parameter_short_label (reading->plan, NULL, &difference->parameter);
  OutlaySource *source = outlay_difference_find_source (difference, NULL);
  OutlayCompareRow *row = outlay_compare_row_new (difference->path, title);

  row->details = tell_details (reading, difference);
  row->badge = source != NULL ? g_strdup (status_word (source)) : NULL;
  row->link = web_link (source);
  for (guint s = 0; s < difference->n_scenarios; s++)
    fill_cell (reading, outlay_compare_row_add (row), difference, s);
  return row;
}

static OutlayCompareRow *
make_heading (const Reading *reading, OutlayNode *node)
{
  g_autofree char *title = outlay_object_label (reading->plan, NULL, node);
  OutlayCompareRow *row = outlay_compare_row_new (title, title);

  row->heading = TRUE;
  return row;
}

/* It may have its words later. */
static OutlayCompareRow *
make_empty (const Place *place)
{
  OutlayCompareRow *row = outlay_compare_row_new ("", "");

  row->heading = place->heading;
  return row;
}

static OutlayCompareRow *
make_row (OutlayCompareInputs *self, const Place *place)
{
  const OutlayDifference *difference = g_ptr_array_index (self->differences, place->difference);

  if (self->reading.session == NULL)
    return make_empty (place);
  return place->heading ? make_heading (&self->reading, difference->parameter.node) : read_difference (&self->reading, difference);
}

static void
place_clear (gpointer data)
{
  g_clear_object (&((Place *) data)->row);
}

/* Differences are no longer what they were; their objects may be gone. */
static void
changed_cb (OutlayCompareInputs *self)
{
  self->reading.session = NULL;
}

static GType
outlay_compare_inputs_get_item_type (GListModel *model)
{
  return OUTLAY_TYPE_COMPARE_ROW;
}

static guint
outlay_compare_inputs_get_n_items (GListModel *model)
{
  return OUTLAY_COMPARE_INPUTS (model)->places->len;
}

static gpointer
outlay_compare_inputs_get_item (GListModel *model, guint position)
{
  OutlayCompareInputs *self = OUTLAY_COMPARE_INPUTS (model);
  Place *place;

  if (position >= self->places->len)
    return NULL;
  place = &g_array_index (self->places, Place, position);
  if (place->row == NULL)
    place->row = make_row (self, place);
  return g_object_ref (place->row);
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = outlay_compare_inputs_get_item_type;
  interface->get_n_items = outlay_compare_inputs_get_n_items;
  interface->get_item = outlay_compare_inputs_get_item;
}

static void
outlay_compare_inputs_finalize (GObject *object)
{
  OutlayCompareInputs *self = OUTLAY_COMPARE_INPUTS (object);

  g_array_unref (self->places);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  G_OBJECT_CLASS (outlay_compare_inputs_parent_class)->finalize (object);
}

static void
outlay_compare_inputs_class_init (OutlayCompareInputsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = outlay_compare_inputs_finalize;
}

static void
outlay_compare_inputs_init (OutlayCompareInputs *self)
{
  self->places = g_array_new (FALSE, TRUE, sizeof (Place));
  g_array_set_clear_func (self->places, place_clear);
}

GListModel *
outlay_compare_inputs_new (OutlayCompareSession *session)
{
  OutlayCompareInputs *self = g_object_new (OUTLAY_TYPE_COMPARE_INPUTS, NULL);
  OutlayDocument *document = outlay_compare_session_get_document (session);
  OutlayNode *last = NULL;

  self->reading = (Reading) { session, outlay_document_get_plan (document) };
  self->owner = session;
  self->differences = g_ptr_array_ref (outlay_compare_session_get_differences (session));
  for (guint n = 0; n < self->differences->len; n++)
    {
      OutlayNode *node = ((const OutlayDifference *) g_ptr_array_index (self->differences, n))->parameter.node;
      const Place heading = { n, TRUE, NULL }, place = { n, FALSE, NULL };

      if (node != last)
        g_array_append_val (self->places, heading);
      g_array_append_val (self->places, place);
      last = node;
    }
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return G_LIST_MODEL (self);
}

static gboolean
are_about_the_same (OutlayCompareInputs *self, OutlayCompareInputs *others)
{
  if (self->owner != others->owner || self->differences->len != others->differences->len || self->places->len != others->places->len)
    return FALSE;
  for (guint n = 0; n < self->places->len; n++)
    if (g_array_index (self->places, Place, n).heading != g_array_index (others->places, Place, n).heading)
      return FALSE;
  for (guint n = 0; n < self->differences->len; n++)
    if (!g_str_equal (((const OutlayDifference *) self->differences->pdata[n])->path, ((const OutlayDifference *) others->differences->pdata[n])->path))
      return FALSE;
  return TRUE;
}

gboolean
outlay_compare_inputs_take (OutlayCompareInputs *self, OutlayCompareInputs *others)
{
  if (!are_about_the_same (self, others))
    return FALSE;
  g_ptr_array_unref (self->differences);
  self->differences = g_ptr_array_ref (others->differences);
  self->reading.session = others->reading.session;
  for (guint n = 0; n < self->places->len; n++)
    {
      OutlayCompareRow *row = g_array_index (self->places, Place, n).row;
      g_autoptr (OutlayCompareRow) other = row != NULL ? g_list_model_get_item (G_LIST_MODEL (others), n) : NULL;

      if (row != NULL)
        outlay_compare_row_take (row, other);
    }
  return TRUE;
}
