/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "probe.h"

#include <string.h>

#include <gio/gunixsocketaddress.h>
#include <stdlib.h>

/* A library that is preloaded into an unchanged GTK program and answers a test's questions on the Unix socket
 * OUTLAY_PROBE_SOCKET, a line each: "tree", "settle", "actions", "formats", "drawn", "types". It only looks; all input comes from the display server. */

typedef struct
{
  GSocketConnection *connection;
  GDataInputStream *input;
} Client;

static void client_read (Client *client);

static void
client_free (Client *client)
{
  g_object_unref (client->input);
  g_object_unref (client->connection);
  g_free (client);
}

static void
client_reply (const char *answer,
              gpointer    data)
{
  Client *client = data;
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (client->connection));
  g_autofree char *line = g_strconcat (answer, "\n", NULL);

  /* The test may have gone; then the next read says so. */
  g_output_stream_write_all (output, line, strlen (line), NULL, NULL, NULL);
  client_read (client);
}

static void
client_answer (Client     *client,
               const char *request)
{
  g_autofree char *answer = NULL;

  if (g_str_equal (request, "settle"))
    {
      probe_settle (client_reply, client);
      return;
    }
  if (g_str_equal (request, "tree"))
    answer = probe_tree ();
  else if (g_str_equal (request, "actions"))
    answer = probe_actions ();
  else if (g_str_equal (request, "formats"))
    answer = probe_formats ();
  else if (g_str_equal (request, "types"))
    answer = probe_types ();
  else if (g_str_equal (request, "drawn"))
    answer = probe_drawn ();
  else if (g_str_has_prefix (request, "pinch "))
    answer = probe_pinch (request + strlen ("pinch "));
  else
    answer = g_strdup ("null");
  client_reply (answer, client);
}

static void
client_got_line (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  Client *client = data;
  g_autofree char *line = g_data_input_stream_read_line_finish (client->input, result, NULL, NULL);

  if (line == NULL)
    client_free (client);
  else
    client_answer (client, line);
}

static void
client_read (Client *client)
{
  g_data_input_stream_read_line_async (client->input, G_PRIORITY_DEFAULT, NULL, client_got_line, client);
}

static gboolean
incoming (GSocketService    *service,
          GSocketConnection *connection,
          GObject           *source,
          gpointer           data)
{
  Client *client = g_new0 (Client, 1);

  g_socket_set_blocking (g_socket_connection_get_socket (connection), TRUE);
  client->connection = g_object_ref (connection);
  client->input = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  client_read (client);
  return TRUE;
}

static gboolean
listen_when_open (gpointer path)
{
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GError) error = NULL;
  GSocketService *service;

  if (gdk_display_get_default () == NULL)
    return G_SOURCE_CONTINUE;

  /* As where people read from right to left, which would take a locale and a translation of theirs. */
  if (getenv ("OUTLAY_PROBE_MIRRORED") != NULL)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  service = g_socket_service_new ();
  address = g_unix_socket_address_new (path);
  if (!g_socket_listener_add_address (G_SOCKET_LISTENER (service), address, G_SOCKET_TYPE_STREAM,
                                      G_SOCKET_PROTOCOL_DEFAULT, NULL, NULL, &error))
    g_error ("The probe cannot listen: %s", error->message);
  g_signal_connect (service, "incoming", G_CALLBACK (incoming), NULL);
  return G_SOURCE_REMOVE;
}

/* Before main: there is no display yet, so the main loop is asked to look for one. Children of the program are left alone. */
__attribute__ ((constructor)) static void
probe_init (void)
{
  const char *path = getenv ("OUTLAY_PROBE_SOCKET");

  if (path == NULL)
    return;
  g_timeout_add_full (G_PRIORITY_DEFAULT, 5, listen_when_open, g_strdup (path), g_free);
  unsetenv ("OUTLAY_PROBE_SOCKET");
  unsetenv ("LD_PRELOAD");
}
