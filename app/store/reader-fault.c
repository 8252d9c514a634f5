/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "plan/member.h"
#include "plan/nearest.h"
#include "store/node-reader.h"

/* So many names can be told in a sentence. */
#define FEW_MEMBERS 10

static char *
find_line (OutlayReader *reader, guint entry)
{
  guint line, column;

  outlay_faults_locate (&reader->faults, outlay_text_entry (&reader->index, entry)->name, &line, &column);
  return g_strdup_printf (_("line %u, column %u"), line, column);
}

/* The members that were probably meant by an unknown one, as the end of a sentence. */
static char *
suggest_members (OutlayNode *node, const char *name)
{
  OutlayNearest nearest = OUTLAY_NEAREST_INIT (name);
  guint n_members;
  const OutlayMember *members = outlay_node_members (node, &n_members);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; i < n_members; i++)
    {
      outlay_nearest_consider (&nearest, members[i].name);
      g_strv_builder_add (names, members[i].name);
    }
  if (nearest.best != NULL)
    return g_strdup_printf (_("did you mean “%s”?"), nearest.best);
  if (n_members > FEW_MEMBERS)
    return g_strdup (_("expected one of those that a plan file has here"));
  all = g_strv_builder_end (names);
  joined = g_strjoinv ("”, “", all);
  /* Translators: a list of names, already joined by ”, “ */
  return g_strdup_printf (_("expected one of “%s”"), joined);
}

void
outlay_reader_fault_unknown (OutlayReader *reader, guint entry, OutlayNode *node, const char *name)
{
  g_autofree char *quoted = NULL, *suggestion = NULL;

  if (!outlay_faults_wants (&reader->faults, outlay_text_entry (&reader->index, entry)->name))
    return;
  quoted = outlay_quote (name, -1);
  suggestion = suggest_members (node, name);
  outlay_reader_fault_name (reader, entry, g_strdup_printf (_("found %s, which is not a member known here; %s"), quoted, suggestion));
}

void
outlay_reader_fault_twice (OutlayReader *reader, guint entry, guint first)
{
  g_autofree char *place = NULL;

  if (!outlay_faults_wants (&reader->faults, outlay_text_entry (&reader->index, entry)->name))
    return;
  place = find_line (reader, first);
  outlay_reader_fault_name (reader, entry, g_strdup_printf (_("found it a second time, expected it once; the first is at %s"), place));
}

void
outlay_reader_fault_absent (OutlayReader *reader, guint entry, const OutlayMember *member)
{
  g_autofree char *expectation = outlay_member_expectation (member);

  outlay_reader_fault_missing (reader, entry, member->name, g_strdup_printf (_("found nothing, expected %s; “%s” must be given"), expectation, member->name));
}

void
outlay_reader_fault_type (OutlayReader *reader, guint entry, const char *expected)
{
  g_autofree char *found = outlay_text_describe (&reader->index, entry);

  outlay_reader_fault_value (reader, entry, g_strdup_printf (_("found %s, expected %s"), found, expected));
}

void
outlay_reader_fault_length (OutlayReader *reader, guint entry, const OutlayMember *member, guint n)
{
  if (member->most == G_MAXINT)
    outlay_reader_fault_value (reader, entry, g_strdup_printf (_("found an array of length %u, expected a length of at least %u"), n, member->least));
  else
    outlay_reader_fault_value (reader, entry, g_strdup_printf (_("found an array of length %u, expected a length from %u to %u"), n, member->least, member->most));
}

void
outlay_reader_fault_id (OutlayReader *reader, guint entry, const char *id, guint first)
{
  guint line, column;

  outlay_faults_locate (&reader->faults, outlay_text_entry (&reader->index, first)->start, &line, &column);
  outlay_reader_fault_value (reader, entry,
    g_strdup_printf (_("found the id “%s” a second time, expected another; the first to have it begins at line %u, column %u"), id, line, column));
}

void
outlay_reader_fault_value (OutlayReader *reader, guint entry, char *message)
{
  const OutlayTextEntry *at = outlay_text_entry (&reader->index, entry);

  outlay_faults_add (&reader->faults, at->start, outlay_text_path (&reader->index, entry), message);
}

void
outlay_reader_fault_name (OutlayReader *reader, guint entry, char *message)
{
  const OutlayTextEntry *at = outlay_text_entry (&reader->index, entry);

  outlay_faults_add (&reader->faults, at->name, outlay_text_path (&reader->index, entry), message);
}

void
outlay_reader_fault_missing (OutlayReader *reader, guint entry, const char *name, char *message)
{
  g_autofree char *path = outlay_text_path (&reader->index, entry);

  outlay_faults_add (&reader->faults, outlay_text_entry (&reader->index, entry)->start, g_strconcat (path, *path != '\0' ? "." : "", name, NULL), message);
}
