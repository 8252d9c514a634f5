/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/writer.h"

#include <math.h>

#include "plan/scenario.h"

/* For each initiative, so that a long text need not be moved while it grows: that alone would take a frame. */
#define ROOM 3072

/* Where the writing of the plan's own members stands. */
struct _OutlayPlanWriter
{
  OutlayPlan *plan;
  GString *text;
  OutlayJsonText json;
  const OutlayMember *members;
  guint n_members;
  guint member; /* the next one */
  guint child;  /* of the array that is being written, the next one */
};

static void write_node (OutlayJsonText *json, OutlayPlan *plan, OutlayNode *node);
static gboolean is_written (OutlayNode *node, const OutlayMember *member);

static gboolean
is_empty (OutlayNode *node)
{
  guint n_members;
  const OutlayMember *members = outlay_node_members (node, &n_members);

  for (guint i = 0; i < n_members; i++)
    if (is_written (node, &members[i]))
      return FALSE;
  return TRUE;
}

/* Whether an empty text stands in the file: where a text must be given, leaving it out would not read back. */
static gboolean
is_string_written (const OutlayMember *member, const char *string)
{
  if (string == NULL)
    return member->nullable;
  return *string != '\0' || member->required;
}

/* Everything but empty texts, empty arrays and objects, and what is absent. */
static gboolean
is_written (OutlayNode *node, const OutlayMember *member)
{
  guint n;

  switch (member->kind)
    {
    case OUTLAY_MEMBER_REAL:
    case OUTLAY_MEMBER_INTEGER:
    case OUTLAY_MEMBER_MONTH:
    case OUTLAY_MEMBER_CHOICE:
    case OUTLAY_MEMBER_BOOLEAN:
      return member->nullable || !isnan (outlay_node_get_number (node, member));
    case OUTLAY_MEMBER_CELLS:
      return TRUE;
    case OUTLAY_MEMBER_SHARES:
    case OUTLAY_MEMBER_NUMBERS:
      outlay_node_get_numbers (node, member, &n);
      return n > 0;
    case OUTLAY_MEMBER_PAIR:
      return TRUE;
    case OUTLAY_MEMBER_CHANGES:
      return outlay_scenario_get_n_changes (OUTLAY_SCENARIO (node)) > 0;
    case OUTLAY_MEMBER_NODE:
      return !is_empty (outlay_node_get_child (node, member));
    case OUTLAY_MEMBER_SOURCES:
    case OUTLAY_MEMBER_NODES:
      return outlay_node_get_n_children (node, member) > 0;
    default:
      return is_string_written (member, outlay_node_get_string (node, member));
    }
}

static void
write_number (OutlayJsonText *json, const OutlayMember *member, double number)
{
  g_autofree char *month = NULL;

  if (isnan (number))
    outlay_json_text_null (json);
  else if (member->kind == OUTLAY_MEMBER_CHOICE)
    outlay_json_text_string (json, member->words[(guint) number]);
  else if (member->kind == OUTLAY_MEMBER_MONTH)
    outlay_json_text_string (json, month = outlay_month_format (number));
  else if (member->kind == OUTLAY_MEMBER_BOOLEAN)
    outlay_json_text_boolean (json, number != 0);
  else
    outlay_json_text_number (json, number);
}

static void
write_string (OutlayJsonText *json, const char *string)
{
  if (string != NULL)
    outlay_json_text_string (json, string);
  else
    outlay_json_text_null (json);
}

static void
write_cells (OutlayJsonText *json, OutlayPlan *plan, OutlayNode *node, const OutlayMember *member)
{
  guint n_phases = outlay_plan_get_n_phases (plan);

  outlay_json_text_begin_object (json);
  for (guint p = 0; p < n_phases; p++)
    outlay_json_text_number_member (json, outlay_node_get_id (OUTLAY_NODE (outlay_plan_get_phase (plan, p))),
                                    outlay_node_get_entry (node, member, p));
  outlay_json_text_end_object (json);
}

static void
write_numbers (OutlayJsonText *json, OutlayNode *node, const OutlayMember *member)
{
  guint n;
  const double *numbers = outlay_node_get_numbers (node, member, &n);

  outlay_json_text_begin_row (json);
  for (guint i = 0; i < n; i++)
    outlay_json_text_number (json, numbers[i]);
  outlay_json_text_end_row (json);
}

static void
write_pair (OutlayJsonText *json, OutlayNode *node, const OutlayMember *member)
{
  outlay_json_text_begin_row (json);
  for (guint which = 0; which < 2; which++)
    write_string (json, outlay_node_get_pair (node, member, which));
  outlay_json_text_end_row (json);
}

static void
write_changes (OutlayJsonText *json, OutlayScenario *scenario)
{
  guint n_changes = outlay_scenario_get_n_changes (scenario);

  outlay_json_text_begin_object (json);
  for (guint i = 0; i < n_changes; i++)
    {
      const OutlayValue *value;

      outlay_json_text_member (json, outlay_scenario_get_change (scenario, i, &value));
      outlay_json_text_value (json, value);
    }
  outlay_json_text_end_object (json);
}

static void
write_sources (OutlayJsonText *json, OutlayPlan *plan, OutlayNode *node, const OutlayMember *member)
{
  guint n_sources = outlay_node_get_n_children (node, member);

  outlay_json_text_begin_object (json);
  for (guint i = 0; i < n_sources; i++)
    {
      OutlayNode *source = outlay_node_get_nth_child (node, member, i);

      outlay_json_text_member (json, outlay_node_get_id (source));
      write_node (json, plan, source);
    }
  outlay_json_text_end_object (json);
}

static void
write_nodes (OutlayJsonText *json, OutlayPlan *plan, OutlayNode *node, const OutlayMember *member)
{
  guint n_children = outlay_node_get_n_children (node, member);

  outlay_json_text_begin_array (json);
  for (guint i = 0; i < n_children; i++)
    write_node (json, plan, outlay_node_get_nth_child (node, member, i));
  outlay_json_text_end_array (json);
}

static void
write_member (OutlayJsonText *json, OutlayPlan *plan, OutlayNode *node, const OutlayMember *member)
{
  switch (member->kind)
    {
    case OUTLAY_MEMBER_REAL:
    case OUTLAY_MEMBER_INTEGER:
    case OUTLAY_MEMBER_MONTH:
    case OUTLAY_MEMBER_CHOICE:
    case OUTLAY_MEMBER_BOOLEAN:
      write_number (json, member, outlay_node_get_number (node, member));
      break;
    case OUTLAY_MEMBER_CELLS:
      write_cells (json, plan, node, member);
      break;
    case OUTLAY_MEMBER_SHARES:
    case OUTLAY_MEMBER_NUMBERS:
      write_numbers (json, node, member);
      break;
    case OUTLAY_MEMBER_PAIR:
      write_pair (json, node, member);
      break;
    case OUTLAY_MEMBER_CHANGES:
      write_changes (json, OUTLAY_SCENARIO (node));
      break;
    case OUTLAY_MEMBER_SOURCES:
      write_sources (json, plan, node, member);
      break;
    case OUTLAY_MEMBER_NODE:
      write_node (json, plan, outlay_node_get_child (node, member));
      break;
    case OUTLAY_MEMBER_NODES:
      write_nodes (json, plan, node, member);
      break;
    default:
      write_string (json, outlay_node_get_string (node, member));
    }
}

static void
write_node (OutlayJsonText *json, OutlayPlan *plan, OutlayNode *node)
{
  guint n_members;
  const OutlayMember *members = outlay_node_members (node, &n_members);

  outlay_json_text_begin_object (json);
  for (guint i = 0; i < n_members; i++)
    if (is_written (node, &members[i]))
      {
        outlay_json_text_member (json, members[i].name);
        write_member (json, plan, node, &members[i]);
      }
  outlay_json_text_end_object (json);
}

/* One object of an array, or any other member whole. */
static void
write_piece (OutlayPlanWriter *writer)
{
  const OutlayMember *member = &writer->members[writer->member];
  OutlayNode *node = OUTLAY_NODE (writer->plan);

  if (writer->child == 0 && !is_written (node, member))
    {
      writer->member++;
      return;
    }
  if (writer->child == 0)
    outlay_json_text_member (&writer->json, member->name);
  if (member->kind != OUTLAY_MEMBER_NODES)
    {
      write_member (&writer->json, writer->plan, node, member);
      writer->member++;
      return;
    }
  if (writer->child == 0)
    outlay_json_text_begin_array (&writer->json);
  write_node (&writer->json, writer->plan, outlay_node_get_nth_child (node, member, writer->child++));
  if (writer->child < outlay_node_get_n_children (node, member))
    return;
  outlay_json_text_end_array (&writer->json);
  writer->child = 0;
  writer->member++;
}

OutlayPlanWriter *
outlay_plan_writer_new (OutlayPlan *plan)
{
  OutlayPlanWriter *writer = g_new0 (OutlayPlanWriter, 1);

  writer->plan = g_object_ref (plan);
  writer->text = g_string_sized_new (outlay_plan_get_n_initiatives (plan) * ROOM);
  writer->members = outlay_node_members (OUTLAY_NODE (plan), &writer->n_members);
  outlay_json_text_init (&writer->json, writer->text);
  outlay_json_text_begin_object (&writer->json);
  return writer;
}

gboolean
outlay_plan_writer_step (OutlayPlanWriter *writer, gint64 deadline)
{
  while (writer->member < writer->n_members)
    {
      write_piece (writer);
      if (writer->member == writer->n_members)
        {
          outlay_json_text_end_object (&writer->json);
          g_string_append_c (writer->text, '\n');
        }
      else if (deadline != 0 && g_get_monotonic_time () >= deadline)
        return FALSE;
    }
  return TRUE;
}

GString *
outlay_plan_writer_steal_text (OutlayPlanWriter *writer)
{
  return g_steal_pointer (&writer->text);
}

void
outlay_plan_writer_free (OutlayPlanWriter *writer)
{
  if (writer->text != NULL)
    g_string_free (writer->text, TRUE);
  g_object_unref (writer->plan);
  g_free (writer);
}

/**
 * outlay_plan_write:
 * @plan: a plan
 *
 * Writes a plan as its file: members in the order of their declaration, two spaces of indent, arrays of numbers and of paths on one line, one line
 * break at the end. A text that outlay_plan_read() takes and this function wrote is written the same again, byte for byte.
 *
 * Returns: (transfer full): the text
 */
GString *
outlay_plan_write (OutlayPlan *plan)
{
  g_autoptr (OutlayPlanWriter) writer = outlay_plan_writer_new (plan);

  outlay_plan_writer_step (writer, 0);
  return outlay_plan_writer_steal_text (writer);
}

void
outlay_node_write (OutlayNode *node, OutlayPlan *plan, OutlayJsonText *json)
{
  write_node (json, plan, node);
}
