/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "probe.h"

/* A window has settled when all input the server has sent was handled, what follows from it was painted and nothing waits in
 * the main loop. A painted frame may ask for another one, so this is gone through twice. */
#define ROUNDS 2

/* A window that is covered or minimised may get no frame. */
#define FRAME_TIMEOUT_MS 500

typedef struct
{
  ProbeReply reply;
  gpointer data;
  guint rounds;
  guint frames;
  guint timeout;
  GPtrArray *clocks;
} Settle;

static void settle_begin (Settle *settle);

static gboolean
settle_end_round (gpointer data)
{
  Settle *settle = data;

  if (--settle->rounds > 0)
    {
      settle_begin (settle);
      return G_SOURCE_REMOVE;
    }
  settle->reply ("{}", settle->data);
  g_ptr_array_unref (settle->clocks);
  g_free (settle);
  return G_SOURCE_REMOVE;
}

static void settle_after_paint (GdkFrameClock *clock,
                                Settle        *settle);

static void
settle_forget_clocks (Settle *settle)
{
  for (guint i = 0; i < settle->clocks->len; i++)
    g_signal_handlers_disconnect_by_func (settle->clocks->pdata[i], settle_after_paint, settle);
  g_ptr_array_set_size (settle->clocks, 0);
}

static void
settle_painted (Settle *settle)
{
  g_clear_handle_id (&settle->timeout, g_source_remove);
  settle_forget_clocks (settle);
  g_idle_add_full (G_PRIORITY_LOW, settle_end_round, settle, NULL);
}

static void
settle_after_paint (GdkFrameClock *clock,
                    Settle        *settle)
{
  g_signal_handlers_disconnect_by_func (clock, settle_after_paint, settle);
  if (--settle->frames == 0)
    settle_painted (settle);
}

static gboolean
settle_timed_out (gpointer data)
{
  Settle *settle = data;

  settle->timeout = 0;
  settle_painted (settle);
  return G_SOURCE_REMOVE;
}

static void
settle_ask_for_frame (Settle    *settle,
                      GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_mapped (window) ? gtk_widget_get_frame_clock (window) : NULL;

  if (clock == NULL)
    return;
  g_ptr_array_add (settle->clocks, g_object_ref (clock));
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (settle_after_paint), settle);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
}

static gboolean
settle_idle (gpointer data)
{
  Settle *settle = data;
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    settle_ask_for_frame (settle, l->data);
  settle->frames = settle->clocks->len;
  if (settle->frames == 0)
    settle_painted (settle);
  else
    settle->timeout = g_timeout_add (FRAME_TIMEOUT_MS, settle_timed_out, settle);
  return G_SOURCE_REMOVE;
}

static void
settle_begin (Settle *settle)
{
  gdk_display_sync (gdk_display_get_default ());
  g_idle_add_full (G_PRIORITY_LOW, settle_idle, settle, NULL);
}

/* Replies with an empty object when every window has settled. */
void
probe_settle (ProbeReply reply,
              gpointer   data)
{
  Settle *settle = g_new0 (Settle, 1);

  settle->reply = reply;
  settle->data = data;
  settle->rounds = ROUNDS;
  settle->clocks = g_ptr_array_new_with_free_func (g_object_unref);
  settle_begin (settle);
}
