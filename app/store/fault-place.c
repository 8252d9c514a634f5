/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "plan/validate.h"
#include "store/node-reader.h"

typedef struct
{
  OutlayReader *reader;
  GHashTable *broken; /* nodes that are at fault in the plan itself */
} Check;

/* The member or item of an entry that the path goes on with; 0 where the file has none. Names in sources and changes hold dots, so the longest counts. */
static guint
find_next (OutlayReader *reader, guint entry, const char **path)
{
  gboolean items = outlay_text_kind (&reader->index, entry) == OUTLAY_TEXT_ARRAY;
  const char *rest = *path, *longest = NULL;
  guint found = 0, end = outlay_text_end (&reader->index, entry);

  for (guint child = outlay_text_first (entry); child < end && !(items && found != 0); child = outlay_text_entry (&reader->index, child)->next)
    {
      const char *behind = outlay_text_skip_piece (&reader->index, child, rest);

      if (behind != NULL && (longest == NULL || behind > longest))
        {
          longest = behind;
          found = child;
        }
    }
  if (found != 0)
    *path = *longest == '.' ? longest + 1 : longest;
  return found;
}

/* Where a path stands in the file; where it goes on is left in rest: "" where all of it was found. */
static guint
find_place (OutlayReader *reader, const char *path, const char **rest)
{
  guint entry = 0, next;

  *rest = path;
  do
    {
      OutlayTextKind kind = outlay_text_kind (&reader->index, entry);

      next = **rest != '\0' && (kind == OUTLAY_TEXT_OBJECT || kind == OUTLAY_TEXT_ARRAY) ? find_next (reader, entry, rest) : 0;
      if (next != 0)
        entry = next;
    }
  while (next != 0);
  return entry;
}

/* The object that a path belongs to, and the value where it names one; of what a scenario changes, the value in the plan. */
static gboolean
find_meant (OutlayReader *reader, const char *path, OutlayParameter *meant)
{
  const char *changes = g_str_has_prefix (path, "scenarios.") ? strstr (path, ".changes.") : NULL;

  return outlay_plan_find_path (reader->plan, changes != NULL ? changes + strlen (".changes.") : path, meant, NULL);
}

static gboolean
is_change (const char *path)
{
  return g_str_has_prefix (path, "scenarios.") && strstr (path, ".changes.") != NULL;
}

/* Whether something that has a part in the fault was not read as it is meant, or is at fault in the plan before a scenario changes it. */
static gboolean
is_doubtful (Check *check, const char *path)
{
  OutlayReader *reader = check->reader;
  OutlayParameter meant;

  if (!find_meant (reader, path, &meant))
    return FALSE;
  return g_hash_table_contains (reader->doubtful, meant.node) || (is_change (path) && g_hash_table_contains (check->broken, meant.node)) ||
         (OUTLAY_IS_PHASE (meant.node) && g_hash_table_contains (reader->doubtful, reader->plan));
}

/* The plan itself is checked before its scenarios. */
static void
remember (Check *check, const char *path)
{
  OutlayParameter meant;

  if (!is_change (path) && find_meant (check->reader, path, &meant))
    g_hash_table_add (check->broken, meant.node);
}

/* Of several members the one that is last in the file; a member that the file lacks is told where its object begins. */
static void
take_fault (const char *const *paths, const char *message, gpointer data)
{
  Check *check = data;
  OutlayReader *reader = check->reader;
  const char *last = NULL, *rest;
  guint place = 0;

  for (guint i = 0; paths[i] != NULL; i++)
    if (is_doubtful (check, paths[i]))
      return;
  for (guint i = 0; paths[i] != NULL; i++)
    {
      guint entry = find_place (reader, paths[i], &rest);

      remember (check, paths[i]);
      if (last == NULL || (*rest == '\0' && entry >= place))
        {
          place = entry;
          last = paths[i];
        }
    }
  outlay_faults_add (&reader->faults, outlay_text_entry (&reader->index, place)->start, g_strdup (last), g_strdup (message));
}

void
outlay_reader_validate (OutlayReader *reader)
{
  g_autoptr (GHashTable) broken = g_hash_table_new (NULL, NULL);

  outlay_plan_validate_all (reader->plan, take_fault, &(Check) { reader, broken });
}
