/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "plan/member.h"
#include "plan/nearest.h"
#include "plan/scenario.h"
#include "store/node-reader.h"

/* --- cells --- */

static void
fault_phase (OutlayReader *reader, guint entry, const char *id)
{
  OutlayNearest nearest = OUTLAY_NEAREST_INIT (id);
  g_autofree char *quoted = outlay_quote (id, -1);

  for (guint p = 0; p < outlay_plan_get_n_phases (reader->plan); p++)
    outlay_nearest_consider (&nearest, outlay_node_get_id (OUTLAY_NODE (outlay_plan_get_phase (reader->plan, p))));
  outlay_reader_fault_name (reader, entry, nearest.best != NULL
    ? g_strdup_printf (_("found %s, which is the id of no phase; did you mean “%s”?"), quoted, nearest.best)
    : g_strdup_printf (_("found %s, which is the id of no phase; expected one of the ids in “phases”"), quoted));
}

static void
read_cell (OutlayReader *reader, guint entry, const OutlayLater *later, GHashTable *names)
{
  const OutlayMember *phases = outlay_node_find_member (OUTLAY_NODE (reader->plan), "phases");
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
  g_autofree char *id = outlay_text_name (&reader->index, entry);
  OutlayNode *phase = outlay_node_find_child (OUTLAY_NODE (reader->plan), phases, id);

  if (phase == NULL)
    fault_phase (reader, entry, id);
  else if (outlay_reader_expect_new (reader, entry, names) && outlay_reader_get_value (reader, entry, later->member, &value))
    outlay_node_set_entry (later->node, later->member, outlay_node_get_position (phase), value.number);
}

/* --- sources --- */

/* A source of nothing is read for its faults alone. */
static void
read_source (OutlayReader *reader, guint entry, GPtrArray *sources, GHashTable *names)
{
  g_autofree char *path = outlay_text_name (&reader->index, entry);
  g_autoptr (GError) error = NULL;
  OutlayParameter found;
  g_autoptr (OutlaySource) source = NULL;

  if (!outlay_reader_expect_new (reader, entry, names))
    return;
  source = outlay_source_new (path);
  outlay_reader_read_node (reader, entry, OUTLAY_NODE (source));
  if (outlay_plan_find_path (reader->plan, path, &found, &error))
    g_ptr_array_add (sources, g_steal_pointer (&source));
  else
    outlay_reader_fault_name (reader, entry, g_strdup (error->message));
}

/* --- changes --- */

static gboolean
find_changeable (OutlayReader *reader, guint entry, const char *path, OutlayParameter *parameter)
{
  g_autoptr (GError) error = NULL;

  if (!outlay_parameter_find (reader->plan, path, parameter, &error))
    outlay_reader_fault_name (reader, entry, g_strdup (error->message));
  else if (!outlay_parameter_is_changeable (parameter))
    outlay_reader_fault_name (reader, entry,
      g_strdup (_("found what no scenario may change; expected the path of a number, text, month or choice other than an id, the format, the version, "
                  "a source, a scenario, an uncertainty or a correlation")));
  else
    return TRUE;
  return FALSE;
}

static void
read_change (OutlayReader *reader, guint entry, const OutlayLater *later, GHashTable *names)
{
  g_autofree char *path = outlay_text_name (&reader->index, entry);
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
  OutlayParameter parameter;

  if (outlay_reader_expect_new (reader, entry, names) && find_changeable (reader, entry, path, &parameter) &&
      outlay_reader_get_value (reader, entry, parameter.member, &value))
    outlay_scenario_set_change (OUTLAY_SCENARIO (later->node), path, &value);
  else
    outlay_reader_doubt (reader, later->node, later->member);
}

/* --- all of them --- */

static void
read_link (OutlayReader *reader, const OutlayLater *later)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);
  guint end = outlay_text_end (&reader->index, later->entry);

  for (guint child = outlay_text_first (later->entry); child < end && outlay_reader_goes_on (reader, child); child = outlay_text_entry (&reader->index, child)->next)
    if (outlay_text_entry (&reader->index, child)->faulty)
      outlay_reader_doubt (reader, later->node, later->member);
    else if (later->member->kind == OUTLAY_MEMBER_CELLS)
      read_cell (reader, child, later, names);
    else if (later->member->kind == OUTLAY_MEMBER_SOURCES)
      read_source (reader, child, sources, names);
    else
      read_change (reader, child, later, names);

  if (sources->len > 0)
    g_list_store_splice (outlay_node_get_children (later->node, later->member), 0, 0, sources->pdata, sources->len);
}

void
outlay_reader_read_links (OutlayReader *reader)
{
  for (guint i = 0; i < reader->later->len; i++)
    read_link (reader, &g_array_index (reader->later, OutlayLater, i));
}
