/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/command.h"
#include "export/csv.h"
#include "plan/unit.h"
#include "store/json-text.h"

typedef struct
{
  OutlayFormat format;
  gboolean of_plan; /* the paths of a plan: their values are told too */
  GString *text;
  OutlayJsonText json;
} Listing;

enum
{
  PATH,
  UNIT,
  RANGE,
  DEFAULT,
  MEANING,
  VALUE,
  N_COLUMNS,
};

static const char *const columns[N_COLUMNS] = { "path", "unit", "range", "default", "meaning", "value" };

static char *
meaning_text (const OutlayMember *member)
{
  if (member->blurb == NULL)
    return g_strdup (member->nick != NULL ? _(member->nick) : "");
  return g_strdup_printf ("%s: %s", _(member->nick), _(member->blurb));
}

static void
append_entry (Listing *listing, const char *const *cells)
{
  g_string_append (listing->text, cells[PATH]);
  if (listing->of_plan)
    g_string_append_printf (listing->text, " = %s", cells[VALUE]);
  g_string_append_printf (listing->text, "\n    %s\n    ", cells[MEANING]);
  if (*cells[UNIT] != '\0')
    g_string_append_printf (listing->text, "%s; ", cells[UNIT]);
  if (*cells[RANGE] != '\0')
    g_string_append_printf (listing->text, "%s; ", cells[RANGE]);
  if (*cells[DEFAULT] != '\0')
    g_string_append_printf (listing->text, _("default %s\n"), cells[DEFAULT]);
  else
    g_string_append (listing->text, _("no default\n"));
}

static void
append_cells (Listing *listing, const char *const *cells)
{
  guint n = listing->of_plan ? N_COLUMNS : VALUE;

  if (listing->format == OUTLAY_FORMAT_TEXT)
    {
      append_entry (listing, cells);
      return;
    }
  if (listing->format == OUTLAY_FORMAT_JSON)
    outlay_json_text_begin_object (&listing->json);
  for (guint column = 0; column < n; column++)
    if (listing->format == OUTLAY_FORMAT_JSON)
      outlay_json_text_string_member (&listing->json, columns[column], cells[column]);
    else
      outlay_csv_append_string (listing->text, cells[column], column + 1 < n ? ',' : '\n');
  if (listing->format == OUTLAY_FORMAT_JSON)
    outlay_json_text_end_object (&listing->json);
}

static void
append_member (Listing *listing, const char *path, const OutlayMember *member, const OutlayValue *value)
{
  g_auto (OutlayValue) standard = OUTLAY_VALUE_INIT;

  outlay_member_get_default (member, &standard);
  g_autofree char *standard_text = outlay_command_value_text (&standard);
  g_autofree char *range = outlay_member_range (member);
  g_autofree char *meaning = meaning_text (member);
  g_autofree char *own = outlay_command_value_text (value);
  const char *const cells[N_COLUMNS] = { path, outlay_unit_name (member->unit), range, standard_text, meaning, own };

  append_cells (listing, cells);
}

static void
append_parameter (const OutlayParameter *parameter, gpointer data)
{
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
  g_autofree char *path = outlay_parameter_path (parameter);

  outlay_parameter_get (parameter, &value);
  append_member (data, path, parameter->member, &value);
}

/* The paths of any plan: words in capitals stand for the ids and the year that a plan gives. */
static void
append_class (Listing *listing, GType type, const char *prefix)
{
  static const struct
  {
    const char *member;
    const char *id;
  } ids[] = { { "phases", "PHASE" }, { "initiatives", "INITIATIVE" }, { "products", "PRODUCT" }, { "targets", "TARGET" } };
  g_autoptr (OutlayNodeClass) class = g_type_class_ref (type);

  for (guint m = 0; m < class->n_members; m++)
    {
      const OutlayMember *member = &class->members[m];
      g_autofree char *path = g_strconcat (prefix, member->name, NULL);
      const char *id = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
        if (g_str_equal (member->name, ids[i].member))
          id = ids[i].id;
      if (member->kind == OUTLAY_MEMBER_CELLS || member->kind == OUTLAY_MEMBER_SHARES)
        {
          g_autofree char *entry = g_strconcat (path, member->kind == OUTLAY_MEMBER_CELLS ? ".PHASE" : ".YEAR", NULL);
          append_member (listing, entry, member, &OUTLAY_VALUE_INIT);
        }
      else if (member->kind == OUTLAY_MEMBER_NODE || (member->kind == OUTLAY_MEMBER_NODES && id != NULL))
        {
          g_autofree char *inside = id != NULL ? g_strconcat (path, ".", id, ".", NULL) : g_strconcat (path, ".", NULL);
          append_class (listing, member->child_type, inside);
        }
      else if (outlay_member_is_changeable (member))
        append_member (listing, path, member, &OUTLAY_VALUE_INIT);
    }
}

static void
begin (Listing *listing, OutlayPlan *plan)
{
  outlay_json_text_init (&listing->json, listing->text);
  if (listing->format == OUTLAY_FORMAT_JSON)
    {
      outlay_json_text_begin_object (&listing->json);
      if (plan != NULL)
        outlay_json_text_string_member (&listing->json, "plan", outlay_plan_name (plan));
      if (plan != NULL)
        outlay_json_text_string_member (&listing->json, "scenario", "base");
      outlay_json_text_string_member (&listing->json, "version", VERSION);
      outlay_json_text_member (&listing->json, "parameters");
      outlay_json_text_begin_array (&listing->json);
    }
  else if (listing->format == OUTLAY_FORMAT_CSV)
    append_cells (listing, columns);
}

static void
end (Listing *listing)
{
  if (listing->format != OUTLAY_FORMAT_JSON)
    return;
  outlay_json_text_end_array (&listing->json);
  outlay_json_text_end_object (&listing->json);
  g_string_append_c (listing->text, '\n');
}

OutlayExit
outlay_command_parameters (const char *usage, const char *summary, int argc, char **argv)
{
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    OUTLAY_FORMAT_OPTION (&format),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (OutlayPlan) plan = NULL;
  Listing listing = { .text = text };
  OutlayExit status;

  if (!outlay_command_parse (usage, summary, NULL, entries, &argc, &argv, 0, 1) || !outlay_command_format (format, &listing.format))
    return OUTLAY_EXIT_USAGE;
  if (argc > 1 && (plan = outlay_command_load (argv[1], &status)) == NULL)
    return status;
  listing.of_plan = plan != NULL;
  begin (&listing, plan);
  if (plan != NULL)
    outlay_plan_foreach_parameter (plan, append_parameter, &listing);
  else
    append_class (&listing, OUTLAY_TYPE_PLAN, "");
  end (&listing);
  return outlay_command_print (text);
}
