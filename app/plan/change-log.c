/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/change-log.h"

#include "plan/node-private.h"

/* Twice as many as stay when there are too many: every initiative of the largest plan once, and more. */
#define MOST_NODES 32768

static guint64
now (const OutlayChangeLog *log)
{
  return log->first + (log->nodes != NULL ? log->nodes->len : 0);
}

/* Nobody who knows an earlier time finds anything. */
static void
forget (OutlayChangeLog *log)
{
  log->first = now (log) + 1;
  g_ptr_array_set_size (log->nodes, 0);
}

/* Only who has not asked for long finds nothing. */
static void
forget_half (OutlayChangeLog *log)
{
  g_ptr_array_remove_range (log->nodes, 0, MOST_NODES / 2);
  log->first += MOST_NODES / 2;
}

void
outlay_change_log_clear (OutlayChangeLog *log)
{
  g_clear_pointer (&log->nodes, g_ptr_array_unref);
}

void
outlay_change_log_add (OutlayChangeLog *log, OutlayNode *node, const OutlayMember *member)
{
  if (log->nodes == NULL)
    log->nodes = g_ptr_array_new ();
  if (outlay_member_is_list (member) || member->kind == OUTLAY_MEMBER_ID)
    log->structure++;
  if (outlay_member_is_list (member))
    forget (log);
  if (log->nodes->len == MOST_NODES)
    forget_half (log);
  if (outlay_member_is_list (member))
    return;
  /* Many changes of one node are one, as long as nobody stands between them. */
  if (log->nodes->len > 0 && log->nodes->pdata[log->nodes->len - 1] == node && log->last_asked != now (log))
    return;
  g_ptr_array_add (log->nodes, node);
}

guint64
outlay_change_log_get_time (OutlayChangeLog *log)
{
  log->last_asked = now (log);
  return log->last_asked;
}

OutlayNode *const *
outlay_change_log_since (OutlayChangeLog *log, guint64 time, guint *n)
{
  static OutlayNode *const nothing[1] = { NULL };

  *n = 0;
  if (time < log->first)
    return NULL;
  *n = (guint) (now (log) - time);
  return *n > 0 ? (OutlayNode *const *) log->nodes->pdata + (time - log->first) : nothing;
}
