/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/quit.h"

#include "ui/window-private.h"

/* Whether the window is to be waited for. */
static gboolean
ask (OutlayWindow *window)
{
  if (window->closing)
    return FALSE;
  if (window->saving)
    {
      window->closing_when_saved = TRUE;
      return TRUE;
    }
  /* What is being typed is a change too, also where it cannot be read. */
  if (outlay_document_settle (window->document) && !outlay_document_get_unsaved (window->document))
    return FALSE;
  gtk_window_present (GTK_WINDOW (window));
  outlay_window_ask_to_close (window);
  return TRUE;
}

static GList *
list_windows (GtkApplication *application)
{
  GList *windows = NULL;

  for (GList *window = gtk_application_get_windows (application); window != NULL; window = window->next)
    if (OUTLAY_IS_WINDOW (window->data))
      windows = g_list_prepend (windows, window->data);
  return windows;
}

void
outlay_quit (GtkApplication *application)
{
  g_autoptr (GList) windows = list_windows (application);

  for (GList *window = windows; window != NULL; window = window->next)
    OUTLAY_WINDOW (window->data)->ending = TRUE;
  for (GList *window = windows; window != NULL; window = window->next)
    if (ask (window->data))
      return;
  for (GList *window = windows; window != NULL; window = window->next)
    {
      OUTLAY_WINDOW (window->data)->closing = TRUE;
      gtk_window_close (window->data);
    }
}

void
outlay_quit_cancel (GtkApplication *application)
{
  g_autoptr (GList) windows = list_windows (application);

  for (GList *window = windows; window != NULL; window = window->next)
    OUTLAY_WINDOW (window->data)->ending = OUTLAY_WINDOW (window->data)->closing = FALSE;
}
