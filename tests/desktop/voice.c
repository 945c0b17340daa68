/* SPDX-License-Identifier: GPL-3.0-or-later */
/* As much of SSIP as a client can ask for here, answered as speech-dispatcher 0.11 does. One client at a time. */
#include "voice.h"

#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <string.h>

struct _Voice
{
  char             *folder;
  char             *path;
  GSocketService   *service;
  GIOStream        *client; /* (nullable) */
  GDataInputStream *input;  /* (nullable) */
  GCancellable     *cancellable;
  GString          *log;
  GString          *data; /* (nullable): while it is being received */
  char             *text; /* (nullable) */
  char             *language;
  guint             n_said;
  gboolean          refuses;
  gboolean          hurries;
};

static void
answer (Voice *self, const char *line)
{
  g_autofree char *text = g_strconcat (line, "\r\n", NULL);

  if (self->client)
    g_output_stream_write_all (g_io_stream_get_output_stream (self->client), text, strlen (text), NULL, NULL, NULL);
}

static void
tell (Voice *self, guint code, const char *what)
{
  g_autofree char *event = g_strdup_printf ("%u-%u\r\n%u-7\r\n%u %s", code, self->n_said, code, code, what);

  answer (self, event);
}

static void
take_data (Voice *self, const char *line)
{
  g_autofree char *queued = NULL;

  if (!g_str_equal (line, "."))
    {
      g_string_append (self->data, *line == '.' ? line + 1 : line);
      return;
    }
  g_free (self->text);
  self->text = g_string_free (g_steal_pointer (&self->data), FALSE);
  self->n_said++;
  queued = g_strdup_printf ("225-%u\r\n225 OK MESSAGE QUEUED", self->n_said);
  if (self->hurries)
    voice_end (self);
  answer (self, queued);
  if (!self->hurries)
    tell (self, 701, "BEGIN");
}

static void
take_command (Voice *self, const char *line)
{
  if (g_str_has_prefix (line, "SET SELF LANGUAGE "))
    {
      g_free (self->language);
      self->language = g_strdup (line + strlen ("SET SELF LANGUAGE "));
      answer (self, "201 OK LANGUAGE SET");
    }
  else if (g_str_has_prefix (line, "SET SELF "))
    {
      answer (self, "203 OK SET");
    }
  else if (g_str_equal (line, "GET RATE"))
    {
      answer (self, "251-10\r\n251 OK GET RETURNED");
    }
  else if (g_str_equal (line, "SPEAK") && !self->refuses)
    {
      self->data = g_string_new (NULL);
      answer (self, "230 OK RECEIVING DATA");
    }
  else if (g_str_equal (line, "CANCEL SELF"))
    {
      if (self->text)
        tell (self, 703, "CANCELED");
      g_clear_pointer (&self->text, g_free);
      answer (self, "210 OK CANCELED");
    }
  else
    {
      answer (self, "500 ERR INVALID COMMAND");
    }
}

static void read_on (Voice *self);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, NULL, &error);
  Voice           *self = data;

  if (line == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return; /* there may be no voice any more */
      g_clear_object (&self->input);
      g_clear_object (&self->client);
      return;
    }
  g_string_append_printf (self->log, "%s\n", line);
  if (self->data)
    take_data (self, line);
  else
    take_command (self, line);
  read_on (self);
}

static void
read_on (Voice *self)
{
  if (self->input)
    g_data_input_stream_read_line_async (self->input, G_PRIORITY_DEFAULT, self->cancellable, read_cb, self);
}

static gboolean
incoming_cb (GSocketService *service, GSocketConnection *connection, GObject *source, gpointer data)
{
  Voice *self = data;

  g_set_object (&self->client, G_IO_STREAM (connection));
  g_clear_object (&self->input);
  self->input = g_data_input_stream_new (g_io_stream_get_input_stream (self->client));
  g_data_input_stream_set_newline_type (self->input, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  g_clear_pointer (&self->text, g_free);
  read_on (self);
  return TRUE;
}

Voice *
voice_new (void)
{
  Voice           *self = g_new0 (Voice, 1);
  g_autofree char *variable = NULL;
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("sidelight-voice-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "socket", NULL);
  self->log = g_string_new (NULL);
  self->cancellable = g_cancellable_new ();
  self->service = g_socket_service_new ();
  address = g_unix_socket_address_new (self->path);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), address, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_DEFAULT, NULL, NULL, &error);
  g_assert_no_error (error);
  g_signal_connect (self->service, "incoming", G_CALLBACK (incoming_cb), self);
  variable = g_strconcat ("unix_socket:", self->path, NULL);
  g_setenv ("SPEECHD_ADDRESS", variable, TRUE);
  return self;
}

void
voice_break (Voice *self)
{
  g_cancellable_cancel (self->cancellable);
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  if (self->client)
    g_io_stream_close (self->client, NULL, NULL);
  g_clear_object (&self->input);
  g_clear_object (&self->client);
  g_clear_pointer (&self->text, g_free);
  g_remove (self->path);
}

void
voice_free (Voice *self)
{
  voice_break (self);
  g_unsetenv ("SPEECHD_ADDRESS");
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_signal_handlers_disconnect_by_data (self->service, self);
  g_object_unref (self->service);
  g_object_unref (self->cancellable);
  g_string_free (self->log, TRUE);
  if (self->data)
    g_string_free (self->data, TRUE);
  g_free (self->language);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

char *
voice_take_log (Voice *self)
{
  char *log = g_strdup (self->log->str);

  g_string_truncate (self->log, 0);
  return log;
}

const char *
voice_get_text (Voice *self)
{
  return self->text;
}

const char *
voice_get_language (Voice *self)
{
  return self->language;
}

guint
voice_count_said (Voice *self)
{
  return self->n_said;
}

void
voice_end (Voice *self)
{
  g_assert_nonnull (self->text);
  g_clear_pointer (&self->text, g_free);
  tell (self, 702, "END");
}

void
voice_refuse (Voice *self)
{
  self->refuses = TRUE;
}

void
voice_hurry (Voice *self)
{
  self->hurries = TRUE;
}
