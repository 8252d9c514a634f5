/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/source-edit.h"

#include <glib/gi18n.h>
#include <string.h>

#include "plan/label.h"
#include "plan/structure-private.h"

static const OutlayMember *
sources_of (OutlayHistory *history)
{
  return outlay_node_find_member (OUTLAY_NODE (history->plan), "sources");
}

/* Without blanks around it; "" for NULL. (transfer full) */
static char *
strip (const char *text)
{
  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_OUT_OF_RANGE, message);
  return FALSE;
}

/* "Energy storage: Price", or the name of an object; the path where that has none, as an uncertainty. (transfer full) */
static char *
label (OutlayHistory *history, const char *path, const OutlayParameter *found)
{
  const OutlayMember *list = outlay_node_get_parent_member (found->node);

  if (list != NULL && list->kind != OUTLAY_MEMBER_NODE && outlay_node_find_member (found->node, "name") == NULL)
    return g_strdup (path);
  return found->member != NULL ? outlay_parameter_label (history->plan, NULL, found) : outlay_object_label (history->plan, NULL, found->node);
}

static OutlayNode *
make (const char *path, const OutlaySourceText *source)
{
  OutlayNode *node = OUTLAY_NODE (outlay_source_new (path));
  const char *const names[] = { "text", "link", "date" }, *const texts[] = { source->text, source->link, source->date };

  outlay_node_set_number (node, outlay_node_find_member (node, "status"), source->status);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = strip (texts[i]);

      outlay_node_set_string (node, outlay_node_find_member (node, names[i]), text);
    }
  return node;
}

static gboolean
is_digits (const char *text, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

/* The length says which of the three forms it is. */
static gboolean
is_date (const char *text)
{
  const gsize length = strlen (text);
  const guint year = (guint) g_ascii_strtoull (text, NULL, 10);
  guint month = 1, day = 1;

  if ((length != 4 && length != 7 && length != 10) || !is_digits (text, 4) || (length > 4 && (text[4] != '-' || !is_digits (text + 5, 2))) ||
      (length > 7 && (text[7] != '-' || !is_digits (text + 8, 2))))
    return FALSE;
  if (length > 4)
    month = (guint) g_ascii_strtoull (text + 5, NULL, 10);
  if (length > 7)
    day = (guint) g_ascii_strtoull (text + 8, NULL, 10);
  return month >= 1 && month <= 12 && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

gboolean
outlay_source_lay (OutlayHistory *history, const char *path, const OutlaySourceText *source, GError **error)
{
  OutlayNode *plan = OUTLAY_NODE (history->plan);
  OutlaySource *present = outlay_plan_find_source (history->plan, path);
  g_autoptr (OutlayNode) draft = NULL;

  if (!outlay_source_check_link (source->link, error) || !outlay_source_check_date (source->date, error))
    return FALSE;
  draft = make (path, source);
  if (present != NULL)
    return outlay_history_set_members (history, OUTLAY_NODE (present), draft, error);
  return outlay_history_insert (history, plan, sources_of (history), outlay_node_get_n_children (plan, sources_of (history)), draft, error);
}

/**
 * outlay_source_set:
 * @history: a history without an open command
 * @path: the path of a number or of an object of the plan
 * @source: what the source says
 * @error: of OUTLAY_PLAN_ERROR
 *
 * Says where a number comes from, or everything in an object whose numbers have no source of their own. Sources are the plan's: they are the same in every
 * scenario. Where nothing is different there is no step.
 *
 * Returns: %FALSE where the path names nothing, or the link or the date is none
 */
gboolean
outlay_source_set (OutlayHistory *history, const char *path, const OutlaySourceText *source, GError **error)
{
  g_autofree char *name = NULL, *step = NULL;
  OutlayParameter found;

  if (!outlay_plan_find_path (history->plan, path, &found, error))
    return FALSE;
  name = label (history, path, &found);
  /* Translators: a step of the history: where a number comes from, as in “Source of “Energy storage: Price”” */
  step = outlay_structure_describe (N_("Source of “%s”"), name);
  outlay_history_begin_whole (history, step);
  return outlay_history_end_whole (history, outlay_source_lay (history, path, source, error), FALSE, error);
}

/**
 * outlay_source_remove:
 * @history: a history without an open command
 * @path: a path
 * @error: return location
 *
 * Takes the source of exactly that path away.
 *
 * Returns: whether there is none now
 */
gboolean
outlay_source_remove (OutlayHistory *history, const char *path, GError **error)
{
  OutlaySource *source = outlay_plan_find_source (history->plan, path);
  g_autofree char *name = NULL, *step = NULL;
  OutlayParameter found;

  if (source == NULL)
    return TRUE;
  if (!outlay_plan_find_path (history->plan, path, &found, error))
    return FALSE;
  name = label (history, path, &found);
  step = outlay_structure_describe (N_("Remove the source of “%s”"), name);
  outlay_history_begin_whole (history, step);
  return outlay_history_end_whole (history, outlay_history_remove (history, OUTLAY_NODE (source), error), FALSE, error);
}

/**
 * outlay_source_check_link:
 * @link: (nullable): what somebody typed
 * @error: OUTLAY_PLAN_ERROR_OUT_OF_RANGE
 *
 * Returns: whether it is empty or an http or https address with a host
 */
gboolean
outlay_source_check_link (const char *link, GError **error)
{
  g_autofree char *stripped = strip (link);
  g_autoptr (GUri) uri = NULL;

  if (stripped[0] == '\0')
    return TRUE;
  uri = g_uri_parse (stripped, G_URI_FLAGS_NONE, NULL);
  if (uri != NULL && (g_str_equal (g_uri_get_scheme (uri), "http") || g_str_equal (g_uri_get_scheme (uri), "https")) && g_uri_get_host (uri) != NULL &&
      g_uri_get_host (uri)[0] != '\0')
    return TRUE;
  return refuse (error, _("This is no address on the web. Type one like https://www.changzhou.gov.cn, or leave it empty."));
}

/**
 * outlay_source_check_date:
 * @date: (nullable): what somebody typed
 * @error: OUTLAY_PLAN_ERROR_OUT_OF_RANGE
 *
 * Returns: whether it is empty, a year, a month or a day of the calendar as files write them
 */
gboolean
outlay_source_check_date (const char *date, GError **error)
{
  g_autofree char *stripped = strip (date);

  return stripped[0] == '\0' || is_date (stripped) ||
         refuse (error, _("This is no date. Type a year, a month or a day: 2021, 2021-08 or 2021-08-27."));
}
