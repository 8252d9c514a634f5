/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xdamage.h>

#include <glib.h>
#include <poll.h>
#include <stdlib.h>

/* latency X Y SWING COUNT: how long a window takes to follow a drag.
 *
 * Presses the pointer at (X, Y), moves it COUNT times by a few pixels within SWING to the right and back, and prints for each
 * movement the milliseconds until the frame that answers it is on the screen; "lost" where nothing changed. */

/* A frame comes as several changes at once; what comes later than this after the last belongs to another frame. */
#define FRAME_MS 4

/* A line that waits for the hand to pause must not be taken for the answer to the next movement, which comes a random while
 * later so that movements meet every phase of the frame clock. */
#define QUIET_MS 80
#define PAUSE_MS 20

#define LOST_MS 1000
#define STEP 3

typedef struct
{
  Display *display;
  int damage_event;
} Watch;

/* Waits until a change or for @timeout milliseconds. Returns whether there was one. */
static gboolean
watch_changed (Watch *watch,
                int     timeout)
{
  gint64 end = g_get_monotonic_time () + timeout * G_TIME_SPAN_MILLISECOND;

  for (;;)
    {
      struct pollfd pollfd = { .fd = ConnectionNumber (watch->display), .events = POLLIN };
      gint64 left = (end - g_get_monotonic_time ()) / G_TIME_SPAN_MILLISECOND;

      while (XPending (watch->display) > 0)
        {
          XEvent event;

          XNextEvent (watch->display, &event);
          if (event.type == watch->damage_event + XDamageNotify)
            return TRUE;
        }
      if (left <= 0)
        return FALSE;
      poll (&pollfd, 1, left);
    }
}

static void
wait_for_quiet (Watch *watch)
{
  while (watch_changed (watch, QUIET_MS))
    ;
}

/* Returns the milliseconds from the movement to the end of the frame that answers it, or a negative number if none does. */
static double
measure (Watch *watch,
         int     x,
         int     y)
{
  gint64 start = g_get_monotonic_time ();
  gint64 last = start - 1;
  int patience = LOST_MS;

  XTestFakeMotionEvent (watch->display, -1, x, y, 0);
  XFlush (watch->display);
  for (; watch_changed (watch, patience); patience = FRAME_MS)
    last = g_get_monotonic_time ();
  wait_for_quiet (watch);
  return (last - start) / 1e3;
}

static int
swing_at (int step,
          int swing)
{
  int position = step * STEP % (2 * swing);

  return position < swing ? position : 2 * swing - position;
}

int
main (int    argc,
      char **argv)
{
  Watch watch = { .display = XOpenDisplay (NULL) };
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  int error, x, y, swing, count;

  if (argc != 5 || watch.display == NULL || !XDamageQueryExtension (watch.display, &watch.damage_event, &error))
    return EXIT_FAILURE;
  x = atoi (argv[1]);
  y = atoi (argv[2]);
  swing = MAX (atoi (argv[3]), STEP);
  count = atoi (argv[4]);

  XDamageCreate (watch.display, DefaultRootWindow (watch.display), XDamageReportRawRectangles);
  XTestFakeMotionEvent (watch.display, -1, x, y, 0);
  XTestFakeButtonEvent (watch.display, 1, True, 0);
  wait_for_quiet (&watch);
  for (int i = 1; i <= count; i++)
    {
      double latency = measure (&watch, x + swing_at (i, swing), y);

      if (latency < 0)
        g_print ("lost\n");
      else
        g_print ("%.3f\n", latency);
      g_usleep (g_rand_int_range (random, 0, PAUSE_MS * 1000));
    }
  XTestFakeButtonEvent (watch.display, 1, False, 0);
  XCloseDisplay (watch.display);
  return EXIT_SUCCESS;
}
