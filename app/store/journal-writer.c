/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/journal.h"

#include "plan/history-private.h"
#include "store/writer.h"

/* A record that is being written: an object with one member, whose value the caller writes. */
typedef struct
{
  GString *text;
  gsize start; /* of the line in the text */
  OutlayJsonText json;
} Record;

static void
begin (Record *record, GString *text, const char *kind)
{
  record->text = text;
  record->start = text->len;
  /* The place of the seal. */
  g_string_append_printf (text, "%*s ", OUTLAY_JOURNAL_SEAL, "");
  outlay_json_text_init (&record->json, text);
  record->json.line = TRUE;
  outlay_json_text_begin_object (&record->json);
  outlay_json_text_member (&record->json, kind);
}

static void
end (Record *record)
{
  const gsize first = record->start + OUTLAY_JOURNAL_SEAL + 1;
  g_autofree char *digest = NULL;

  outlay_json_text_end_object (&record->json);
  digest = outlay_digest (record->text->str + first, record->text->len - first);
  memcpy (record->text->str + record->start, digest, OUTLAY_JOURNAL_SEAL);
  g_string_append_c (record->text, '\n');
}

static void
write_optional (OutlayJsonText *json, const char *name, const char *string)
{
  if (string != NULL)
    outlay_json_text_string_member (json, name, string);
}

static void
write_scenario (OutlayJsonText *json, const OutlayEdit *edit)
{
  write_optional (json, "in", edit->scenario != NULL ? outlay_node_get_id (OUTLAY_NODE (edit->scenario)) : NULL);
}

static void
write_cells (OutlayJsonText *json, const OutlayEdit *edit)
{
  for (guint i = 0; i < edit->cells->len; i++)
    {
      const OutlayCellEdit *cell = &g_array_index (edit->cells, OutlayCellEdit, i);
      g_autofree char *path = outlay_edit_cell_path (edit, cell);

      outlay_json_text_begin_object (json);
      outlay_json_text_string_member (json, "set", path);
      write_scenario (json, edit);
      outlay_json_text_number_member (json, "value", cell->after);
      outlay_json_text_end_object (json);
    }
}

static void
write_set (OutlayJsonText *json, const OutlayEdit *edit)
{
  write_scenario (json, edit);
  if (edit->after.type == OUTLAY_VALUE_ABSENT)
    return;
  outlay_json_text_member (json, "value");
  outlay_json_text_value (json, &edit->after);
}

static void
write_numbers (OutlayJsonText *json, const OutlayEdit *edit)
{
  outlay_json_text_member (json, "value");
  outlay_json_text_begin_array (json);
  for (guint i = 0; i < edit->numbers_after->len; i++)
    outlay_json_text_number (json, g_array_index (edit->numbers_after, double, i));
  outlay_json_text_end_array (json);
}

static void
write_insert (OutlayJsonText *json, const OutlayEdit *edit)
{
  if (edit->parameter.member->kind == OUTLAY_MEMBER_SOURCES)
    outlay_json_text_string_member (json, "of", outlay_node_get_id (edit->child));
  outlay_json_text_member (json, "object");
  outlay_json_text_raw (json, edit->text);
}

static void
write_edit (OutlayJsonText *json, const OutlayEdit *edit)
{
  static const char *const verbs[] = {
    [OUTLAY_EDIT_VALUE] = "set",
    [OUTLAY_EDIT_NUMBERS] = "set",
    [OUTLAY_EDIT_INSERT] = "insert",
    [OUTLAY_EDIT_REMOVE] = "remove",
    [OUTLAY_EDIT_MOVE] = "move",
  };

  outlay_json_text_begin_object (json);
  outlay_json_text_string_member (json, verbs[edit->kind], edit->path);
  if (edit->kind == OUTLAY_EDIT_VALUE)
    write_set (json, edit);
  else if (edit->kind == OUTLAY_EDIT_NUMBERS)
    write_numbers (json, edit);
  else
    outlay_json_text_number_member (json, "at", edit->position);
  if (edit->kind == OUTLAY_EDIT_MOVE)
    outlay_json_text_number_member (json, "to", edit->target);
  else if (edit->kind == OUTLAY_EDIT_INSERT)
    write_insert (json, edit);
  outlay_json_text_end_object (json);
}

/* As they were made: each finds what the ones before it have left. */
static void
write_edits (OutlayJsonText *json, OutlayCommand *command)
{
  outlay_json_text_begin_array (json);
  for (guint i = 0; i < command->edits->len; i++)
    {
      const OutlayEdit *edit = command->edits->pdata[i];

      if (edit->kind == OUTLAY_EDIT_CELLS)
        write_cells (json, edit);
      else
        write_edit (json, edit);
    }
  outlay_json_text_end_array (json);
}

static char *
write_object (OutlayPlan *plan, OutlayNode *object)
{
  g_autoptr (GString) text = g_string_new (NULL);
  OutlayJsonText json;

  outlay_json_text_init (&json, text);
  json.line = TRUE;
  outlay_node_write (object, plan, &json);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
write_origin (OutlayJsonText *json, const OutlayFileMark *origin)
{
  write_optional (json, "file", origin->uri);
  write_optional (json, "digest", origin->digest);
  write_optional (json, "words", origin->words);
}

static void
write_names (OutlayJsonText *json, const char *name, char *const *names)
{
  if (names == NULL)
    return;
  outlay_json_text_member (json, name);
  outlay_json_text_begin_array (json);
  for (; *names != NULL; names++)
    outlay_json_text_string (json, *names);
  outlay_json_text_end_array (json);
}

char *
outlay_digest (const char *text, gsize length)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, length);
}

void
outlay_journal_append_start (GString *text, const OutlayFileMark *origin)
{
  Record record;

  begin (&record, text, "start");
  outlay_json_text_begin_object (&record.json);
  outlay_json_text_number_member (&record.json, "version", 1);
  write_origin (&record.json, origin);
  outlay_json_text_end_object (&record.json);
  end (&record);
}

void
outlay_journal_follow (OutlayHistory *history)
{
  outlay_history_set_scribe (history, write_object);
}

void
outlay_journal_append_step (GString *text, OutlayCommand *command, gboolean doing)
{
  Record record;

  begin (&record, text, doing ? "doing" : "step");
  outlay_json_text_begin_object (&record.json);
  write_optional (&record.json, "description", command->description);
  outlay_json_text_member (&record.json, "edits");
  write_edits (&record.json, command);
  outlay_json_text_end_object (&record.json);
  end (&record);
}

void
outlay_journal_append_dropped (GString *text)
{
  Record record;

  begin (&record, text, "dropped");
  outlay_json_text_boolean (&record.json, TRUE);
  end (&record);
}

void
outlay_journal_append_position (GString *text, guint position)
{
  Record record;

  begin (&record, text, "at");
  outlay_json_text_number (&record.json, position);
  end (&record);
}

void
outlay_journal_append_saving (GString *text, int position, const char *digest)
{
  Record record;

  begin (&record, text, "saving");
  outlay_json_text_begin_object (&record.json);
  outlay_json_text_number_member (&record.json, "at", position);
  outlay_json_text_string_member (&record.json, "digest", digest);
  outlay_json_text_end_object (&record.json);
  end (&record);
}

void
outlay_journal_append_saved (GString *text, int position, const OutlayFileMark *origin)
{
  Record record;

  begin (&record, text, "saved");
  outlay_json_text_begin_object (&record.json);
  outlay_json_text_number_member (&record.json, "at", position);
  write_origin (&record.json, origin);
  outlay_json_text_end_object (&record.json);
  end (&record);
}

void
outlay_journal_append_view (GString *text, const OutlayView *view)
{
  Record record;

  begin (&record, text, "view");
  outlay_json_text_begin_object (&record.json);
  write_optional (&record.json, "scenario", view->scenario);
  write_optional (&record.json, "compared", view->compared);
  write_optional (&record.json, "page", view->page);
  write_names (&record.json, "chosen", view->chosen);
  write_optional (&record.json, "bridge-from", view->bridge_from);
  write_optional (&record.json, "bridge-to", view->bridge_to);
  write_optional (&record.json, "bridge-outcome", view->bridge_outcome);
  write_optional (&record.json, "statement", view->statement);
  write_optional (&record.json, "initiative", view->initiative);
  write_optional (&record.json, "phase", view->phase);
  outlay_json_text_number_member (&record.json, "width", view->width);
  outlay_json_text_number_member (&record.json, "height", view->height);
  outlay_json_text_member (&record.json, "maximized");
  outlay_json_text_boolean (&record.json, view->maximized);
  outlay_json_text_end_object (&record.json);
  end (&record);
}
