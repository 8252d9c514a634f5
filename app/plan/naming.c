/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/naming.h"

#include <glib/gi18n.h>
#include <string.h>

#include "plan/member.h"
#include "plan/plan.h"

#define LONGEST_ID 64
#define MOST_COPIES 999

/* Letters and digits of the name, with a hyphen for whatever stands between them; "" where it has none that an id can have. */
static char *
spell_id (const char *name, const char *stem)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  g_autoptr (GString) id = g_string_new (NULL);

  for (const char *c = ascii; *c != '\0' && id->len < LONGEST_ID; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (id, g_ascii_tolower (*c));
    else if (id->len > 0 && id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  if (g_ascii_isdigit (id->str[0]))
    {
      g_string_prepend_c (id, '-');
      g_string_prepend (id, stem);
    }
  g_string_truncate (id, MIN (id->len, LONGEST_ID));
  return g_string_free_and_steal (g_steal_pointer (&id));
}

static gboolean
is_free (OutlayNode *parent, const OutlayMember *list, const char *id)
{
  return outlay_id_is_valid (id) && outlay_node_find_child (parent, list, id) == NULL &&
         (list->child_type != OUTLAY_TYPE_SCENARIO || !g_str_equal (id, "base"));
}

static char *
number_id (const char *stem, guint number)
{
  g_autofree char *ending = g_strdup_printf ("-%u", number);

  return g_strdup_printf ("%.*s%s", (int) (LONGEST_ID - strlen (ending)), stem, ending);
}

static char *
write_copy (const char *name, guint number)
{
  if (number == 1)
    /* Translators: the name of a copy of a scenario */
    return g_strdup_printf (C_ ("scenario", "%s (copy)"), name);
  /* Translators: the name of another copy of a scenario, from 2 */
  return g_strdup_printf (C_ ("scenario", "%s (copy %u)"), name, number);
}

/* What a copy is a copy of. */
static char *
original_name (const char *name)
{
  for (guint number = 1; number <= MOST_COPIES; number++)
    {
      g_autofree char *ending = write_copy ("", number);

      if (g_str_has_suffix (name, ending) && strlen (name) > strlen (ending))
        return g_strndup (name, strlen (name) - strlen (ending));
    }
  return g_strdup (name);
}

/**
 * outlay_id_make:
 * @parent: an object of the plan
 * @list: a list of it whose objects have ids
 * @name: a name that people read
 * @stem: what an id is made of where the name has no letters and digits of an id
 * @number: what stands behind the stem then, from 1; 0 for nothing, as long as that is free
 *
 * Makes an id of a name, without accents: "Étape 1: storage" → "etape-1-storage". Where another object of the list has it, a number is added.
 *
 * Returns: (transfer full): an id that no object of the list has
 */
char *
outlay_id_make (OutlayNode *parent, const OutlayMember *list, const char *name, const char *stem, guint number)
{
  g_autofree char *spelled = spell_id (name, stem);
  const gboolean counted = spelled[0] == '\0' && number > 0;
  const char *start = spelled[0] != '\0' ? spelled : stem;
  char *id = counted ? number_id (start, number) : g_strdup (start);

  for (guint next = counted ? number + 1 : 2; !is_free (parent, list, id); next++)
    {
      g_free (id);
      id = number_id (start, next);
    }
  return id;
}

/**
 * outlay_copy_name_make:
 * @name: the name of what is copied, which may be a copy itself
 * @taken: (scope call): whether somebody has such a name
 * @data: for @taken
 *
 * Returns: (transfer full): the first name of a copy that is not taken
 */
char *
outlay_copy_name_make (const char *name, OutlayNameTaken taken, gpointer data)
{
  g_autofree char *original = original_name (name);
  char *copy = write_copy (original, 1);

  for (guint number = 2; taken (copy, data); number++)
    {
      g_free (copy);
      copy = write_copy (original, number);
    }
  return copy;
}
