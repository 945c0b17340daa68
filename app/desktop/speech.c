/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A client of Speech Dispatcher. Its own library waits for every answer, knows no data for its callbacks, and ends the
 * program when an answer makes no sense; what is needed of the protocol is small: a line is sent, an answer comes, and
 * between the answers there may be events. Only a socket of this computer is opened, never one of the network.
 */
#include "speech.h"

#include <gio/gunixsocketaddress.h>
#include <math.h>
#include <string.h>

#define SERVICE "speech-dispatcher"
#define END "\r\n"

/* Codes of answers and events. */
#define RECEIVING_DATA 230
#define MESSAGE_QUEUED 225
#define GOT 251
#define FIRST_ERROR 300
#define FIRST_EVENT 700
#define EVENT_END 702
#define EVENT_CANCEL 703

#define GET_RATE "GET RATE"
#define OCTAVE 60.0 /* steps of SSIP's rate, -100 to 100, in which a voice gets about twice as fast */

/* One line that wants an answer, and what is sent once that asks for it. */
typedef struct
{
  char *line;
  char *data;   /* (nullable) */
  guint number; /* of what is said; 0 for what holds for all */
} Command;

struct _SlSpeech
{
  GObject parent_instance;

  GCancellable      *cancellable; /* (nullable): NULL while there is no connection, nor one on its way */
  GSocketConnection *connection;  /* (nullable) */
  GDataInputStream  *input;       /* (nullable) */
  gboolean           started;     /* the service, in this try */
  GQueue             commands;    /* of Command; the first was sent where `busy` is set */
  gboolean           busy;
  GString           *output; /* not sent yet */
  gboolean           writing;
  GPtrArray         *parts;    /* of the answer that is coming */
  gboolean           ready;    /* the voice's own rate is known */
  int                base;     /* that is it */
  gboolean           has_rate; /* another was set */

  /* What is being said: its number, or 0. Until the connection is ready it waits. */
  guint   number;
  char   *text; /* (nullable): NULL once it is on its way */
  char   *language;
  double  rate;
  guint   n_said;
  guint64 message;       /* what the service calls it, or 0 */
  guint64 ended_message; /* the last it has told the end of */
};

G_DEFINE_FINAL_TYPE (SlSpeech, sl_speech, G_TYPE_OBJECT)

enum {
  ENDED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
command_free (gpointer data)
{
  Command *command = data;

  g_free (command->line);
  g_free (command->data);
  g_free (command);
}

/* What is under way does not keep this alive. */
static gpointer
make_weak (SlSpeech *self)
{
  GWeakRef *weak = g_new (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  return weak;
}

/* Returns: (transfer full) (nullable): frees @weak */
static SlSpeech *
take_strong (gpointer weak)
{
  SlSpeech *self = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);
  return self;
}

/* The connection */

static void
disconnect (SlSpeech *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->input);
  g_clear_object (&self->connection);
  g_queue_clear_full (&self->commands, command_free);
  g_ptr_array_set_size (self->parts, 0);
  g_string_truncate (self->output, 0);
  g_clear_pointer (&self->text, g_free);
  self->busy = self->started = self->writing = self->ready = self->has_rate = FALSE;
  self->number = 0;
  self->message = self->ended_message = 0;
}

static void
fail (SlSpeech *self, const char *details)
{
  g_autofree char *kept = g_strdup (details);

  g_debug ("speech: %s", kept);
  disconnect (self);
  g_signal_emit (self, signals[FAILED], 0, kept);
}

static void
end (SlSpeech *self)
{
  const guint number = self->number;

  self->number = 0;
  self->message = 0;
  if (number != 0)
    g_signal_emit (self, signals[ENDED], 0, number);
}

/* Commands */

static void flush (SlSpeech *self);

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlSpeech) self = take_strong (data);
  g_autoptr (GError) error = NULL;
  const gssize n = g_output_stream_write_bytes_finish (G_OUTPUT_STREAM (source), result, &error);

  if (self == NULL || self->connection == NULL || source != (gpointer)g_io_stream_get_output_stream (G_IO_STREAM (self->connection)))
    return;
  self->writing = FALSE;
  if (n < 0)
    return; /* the reader is told, too */
  g_string_erase (self->output, 0, n);
  flush (self);
}

/* An answer may be there before the stream says that it has sent what was asked. */
static void
flush (SlSpeech *self)
{
  g_autoptr (GBytes) bytes = NULL;

  if (self->writing || self->output->len == 0)
    return;
  self->writing = TRUE;
  bytes = g_bytes_new (self->output->str, self->output->len);
  g_output_stream_write_bytes_async (g_io_stream_get_output_stream (G_IO_STREAM (self->connection)), bytes, G_PRIORITY_DEFAULT,
                                     self->cancellable, written_cb, make_weak (self));
}

static void
write_text (SlSpeech *self, const char *text)
{
  g_string_append (self->output, text);
  flush (self);
}

static void
send_next (SlSpeech *self)
{
  Command *command = g_queue_peek_head (&self->commands);

  if (self->connection == NULL || self->busy || command == NULL)
    return;
  self->busy = TRUE;
  write_text (self, command->line);
}

/* @line and @data: (transfer full), @data (nullable) */
static void
queue (SlSpeech *self, char *line, char *data, guint number)
{
  Command *command = g_new (Command, 1);

  *command = (Command){line, data, number};
  g_queue_push_tail (&self->commands, command);
  send_next (self);
}

static void
queue_line (SlSpeech *self, const char *words)
{
  queue (self, g_strconcat (words, END, NULL), NULL, 0);
}

/* What is said */

/* In one line, which cannot be taken for the end of it. */
static char *
make_data (const char *text)
{
  g_autoptr (GString) line = g_string_new (*text == '.' ? "." : NULL);

  for (; *text; text++)
    if (!g_ascii_isspace (*text) && !g_ascii_iscntrl (*text))
      g_string_append_c (line, *text);
    else if (line->len > 0 && line->str[line->len - 1] != ' ')
      g_string_append_c (line, ' ');
  return g_strconcat (line->str, END "." END, NULL);
}

static gboolean
is_language (const char *language)
{
  const gsize length = strlen (language);

  return length > 0 && strspn (language, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-") == length;
}

static void
queue_rate (SlSpeech *self)
{
  const int        rate = CLAMP (self->base + (int)lround (log2 (self->rate) * OCTAVE), -100, 100);
  g_autofree char *line = g_strdup_printf ("SET SELF RATE %d", rate);

  /* A voice at its own pace is left as it is. */
  if (rate != self->base || self->has_rate)
    queue_line (self, line);
  self->has_rate |= rate != self->base;
}

static void
send_said (SlSpeech *self)
{
  g_autofree char *language = NULL;

  if (!self->ready || self->text == NULL)
    return;
  if (self->language && is_language (self->language))
    language = g_strconcat ("SET SELF LANGUAGE ", self->language, NULL);
  if (language)
    queue_line (self, language);
  queue_rate (self);
  queue (self, g_strdup ("SPEAK" END), make_data (self->text), self->number);
  g_clear_pointer (&self->text, g_free);
}

/* Answers */

static guint64
read_part (SlSpeech *self)
{
  return self->parts->len > 0 ? g_ascii_strtoull (self->parts->pdata[0], NULL, 10) : 0;
}

static void
take_event (SlSpeech *self, guint code)
{
  const guint64 message = read_part (self);

  if (code != EVENT_END && code != EVENT_CANCEL)
    return;
  self->ended_message = message;
  if (self->number != 0 && message == self->message)
    end (self);
}

static void
take_queued (SlSpeech *self, Command *command)
{
  if (command->number != self->number)
    return; /* it is being taken back */
  self->message = read_part (self);
  if (self->message == self->ended_message)
    end (self); /* which was told faster than this */
}

/* From now on it can speak. */
static void
take_rate (SlSpeech *self, guint code)
{
  self->base = code == GOT && self->parts->len > 0 ? CLAMP (atoi (self->parts->pdata[0]), -100, 100) : 0;
  self->ready = TRUE;
  send_said (self);
}

static void
take_answer (SlSpeech *self, guint code, const char *line)
{
  Command *command = g_queue_peek_head (&self->commands);

  if (!self->busy || command == NULL)
    return;
  if (code == RECEIVING_DATA && command->data)
    {
      write_text (self, command->data);
      return;
    }
  g_queue_pop_head (&self->commands);
  self->busy = FALSE;
  if (g_str_has_prefix (command->line, GET_RATE))
    take_rate (self, code);
  if (code == MESSAGE_QUEUED)
    take_queued (self, command);
  /* A voice that has no such language or rate speaks as it can. */
  if (code >= FIRST_ERROR && command->data && command->number == self->number)
    {
      command_free (command);
      fail (self, line);
      return;
    }
  command_free (command);
  send_next (self);
}

/* Several lines may make one answer; the last has no dash behind its code. */
static void
take_line (SlSpeech *self, const char *line)
{
  const guint code = (guint)g_ascii_strtoull (line, NULL, 10);
  const gsize length = strlen (line);

  if (length >= 4 && line[3] == '-')
    {
      g_ptr_array_add (self->parts, g_strdup (line + 4));
      return;
    }
  if (code >= FIRST_EVENT)
    take_event (self, code);
  else
    take_answer (self, code, line);
  g_ptr_array_set_size (self->parts, 0);
}

static void read_on (SlSpeech *self);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlSpeech) self = take_strong (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *line = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, NULL, &error);

  if (self == NULL || self->input != (gpointer)source)
    return;
  if (line == NULL && self->ready && self->number == 0)
    {
      disconnect (self); /* nobody misses it */
      return;
    }
  if (line == NULL)
    {
      fail (self, error ? error->message : "the service has closed the connection");
      return;
    }
  take_line (self, line);
  read_on (self);
}

static void
read_on (SlSpeech *self)
{
  if (self->input)
    g_data_input_stream_read_line_async (self->input, G_PRIORITY_DEFAULT, self->cancellable, read_cb, make_weak (self));
}

/* Finding the service */

/* Returns: (transfer full): as the service's own clients find it, but never on the network */
static char *
find_socket (void)
{
  static const char prefix[] = "unix_socket:";
  const char       *address = g_getenv ("SPEECHD_ADDRESS");

  if (address && g_str_has_prefix (address, prefix) && address[strlen (prefix)] != '\0')
    return g_strdup (address + strlen (prefix));
  return g_build_filename (g_get_user_runtime_dir (), "speech-dispatcher", "speechd.sock", NULL);
}

static void connect_to_service (SlSpeech *self);

static void
started_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlSpeech) self = take_strong (data);
  g_autoptr (GError) error = NULL;
  const gboolean waited = g_subprocess_wait_finish (G_SUBPROCESS (source), result, &error);

  if (!waited)
    g_debug ("speech: %s", error->message);
  if (waited && self && self->cancellable && self->connection == NULL)
    connect_to_service (self);
}

/* As its own library does: the service goes away by itself when nobody speaks any more. */
static void
start_service (SlSpeech *self)
{
  g_autofree char *socket = find_socket ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;

  self->started = TRUE;
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error,
                              SERVICE, "--spawn", "--communication-method", "unix_socket", "--socket-path", socket, NULL);
  if (process == NULL)
    fail (self, error->message);
  else
    g_subprocess_wait_async (process, self->cancellable, started_cb, make_weak (self));
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlSpeech) self = take_strong (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocketConnection) connection = g_socket_client_connect_finish (G_SOCKET_CLIENT (source), result, &error);

  if (self == NULL || self->cancellable == NULL || self->connection != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (connection == NULL && !self->started)
    {
      start_service (self);
      return;
    }
  if (connection == NULL)
    {
      fail (self, error->message);
      return;
    }
  self->connection = g_steal_pointer (&connection);
  self->input = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (self->connection)));
  g_data_input_stream_set_newline_type (self->input, G_DATA_STREAM_NEWLINE_TYPE_ANY);
  queue_line (self, "SET SELF CLIENT_NAME user:sidelight:descriptions");
  queue_line (self, "SET SELF PRIORITY MESSAGE"); /* what a screen reader says does not cut it off */
  queue_line (self, "SET SELF NOTIFICATION ALL ON");
  queue_line (self, GET_RATE);
  read_on (self);
}

static void
connect_to_service (SlSpeech *self)
{
  g_autofree char *path = find_socket ();
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (path);
  g_autoptr (GSocketClient) client = g_socket_client_new ();

  g_socket_client_connect_async (client, G_SOCKET_CONNECTABLE (address), self->cancellable, connected_cb, make_weak (self));
}

static void
sl_speech_dispose (GObject *object)
{
  sl_speech_stop (SL_SPEECH (object));
  disconnect (SL_SPEECH (object));

  G_OBJECT_CLASS (sl_speech_parent_class)->dispose (object);
}

static void
sl_speech_finalize (GObject *object)
{
  SlSpeech *self = SL_SPEECH (object);

  g_ptr_array_unref (self->parts);
  g_string_free (self->output, TRUE);
  g_free (self->language);

  G_OBJECT_CLASS (sl_speech_parent_class)->finalize (object);
}

static void
sl_speech_class_init (SlSpeechClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GType   type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = sl_speech_dispose;
  object_class->finalize = sl_speech_finalize;

  signals[ENDED] = g_signal_new ("ended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sl_speech_init (SlSpeech *self)
{
  self->parts = g_ptr_array_new_with_free_func (g_free);
  self->output = g_string_new (NULL);
  g_queue_init (&self->commands);
}

SlSpeech *
sl_speech_new (void)
{
  return g_object_new (SL_TYPE_SPEECH, NULL);
}

void
sl_speech_open (SlSpeech *self)
{
  g_return_if_fail (SL_IS_SPEECH (self));

  if (self->cancellable)
    return;
  self->cancellable = g_cancellable_new ();
  connect_to_service (self);
}

guint
sl_speech_say (SlSpeech *self, const char *text, const char *language, double rate)
{
  g_return_val_if_fail (SL_IS_SPEECH (self) && text != NULL, 0);
  g_return_val_if_fail (rate > 0.0, 0);

  sl_speech_stop (self);
  self->number = ++self->n_said != 0 ? self->n_said : ++self->n_said;
  self->text = g_strdup (text);
  g_free (self->language);
  self->language = g_strdup (language);
  self->rate = rate;
  sl_speech_open (self);
  send_said (self);
  return self->number;
}

/* Of what was not sent yet nothing needs to be taken back. */
static void
drop_unsent (SlSpeech *self)
{
  while (g_queue_get_length (&self->commands) > (self->busy ? 1 : 0))
    command_free (g_queue_pop_tail (&self->commands));
}

static gboolean
is_on_its_way (SlSpeech *self)
{
  Command *command = self->busy ? g_queue_peek_head (&self->commands) : NULL;

  return command && command->data;
}

void
sl_speech_stop (SlSpeech *self)
{
  g_return_if_fail (SL_IS_SPEECH (self));

  g_clear_pointer (&self->text, g_free);
  if (self->ready)
    drop_unsent (self);
  if (self->ready && (self->message != 0 || is_on_its_way (self)))
    queue_line (self, "CANCEL SELF");
  self->number = 0;
  self->message = 0;
}
