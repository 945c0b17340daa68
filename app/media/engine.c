/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The thread that alone touches the pipeline. Everybody else leaves commands and reads the mailbox.
 *
 * The engine is kept alive by its own thread. sl_engine_abandon() asks it to end; if the thread hangs in a
 * dead file it hangs alone, with memory that is never used again.
 */
#include "config.h"

#include "engine.h"

#include <glib/gi18n-lib.h>

struct _SlEngine
{
  gatomicrefcount ref_count;
  GMainContext   *context;
  GMainLoop      *loop;
  SlMailbox      *mailbox;
  SlPlayerWorld   world;
  guint           backlog; /* atomic: commands on their way */

  GMutex   lock;
  GCond    stopped;
  gboolean has_stopped; /* under the lock */

  SlPlayback *playback; /* the engine's own thread only (nullable) */
};

/* A command on its way to the thread; which of the arguments count, the function knows. */
typedef struct _Command Command;
struct _Command
{
  SlEngine *engine;
  void (*carry_out) (SlEngine *self, const Command *command);
  SlLoad      load;
  guint       serial;
  gint64      time;
  gint64      start;
  gint64      end;
  double      number;
  gboolean    flag;
  SlSeekMode  mode;
  SlTrackKind kind;
  int         index;
  guint       width;
  guint       height;
};

static void
sl_engine_unref (SlEngine *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  sl_mailbox_unref (self->mailbox);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  gst_clear_object (&self->world.clock);
  gst_clear_object (&self->world.audio_sink);
  gst_clear_object (&self->world.video_output);
  g_cond_clear (&self->stopped);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static SlEngine *
sl_engine_ref (SlEngine *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static gpointer
thread_cb (gpointer data)
{
  SlEngine *self = data;

  g_main_context_push_thread_default (self->context);
  self->playback = sl_playback_new (self->context, self->mailbox, &self->world);
  g_main_loop_run (self->loop);
  g_clear_pointer (&self->playback, sl_playback_free);
  g_main_context_pop_thread_default (self->context);

  g_mutex_lock (&self->lock);
  self->has_stopped = TRUE;
  g_cond_broadcast (&self->stopped);
  g_mutex_unlock (&self->lock);
  sl_engine_unref (self);
  return NULL;
}

static void
quit (SlEngine *self, const Command *command)
{
  g_main_loop_quit (self->loop);
}

/* Without GStreamer's own plugins there is no pipeline: every load is then a fault that says so. */
static void
refuse_load (SlEngine *self, const SlLoad *load)
{
  SlSnapshot snapshot = SL_SNAPSHOT_INIT;

  /* Translators: a package of software that can be installed. */
  snapshot.fault = sl_fault_new (SL_FAULT_NO_DECODER, _ ("GStreamer’s base plugins"), NULL);
  snapshot.film = load->film;
  snapshot.state = SL_PLAYER_FAULT;
  sl_mailbox_post_snapshot (self->mailbox, &snapshot);
  sl_snapshot_clear (&snapshot);
}

static void
load (SlEngine *self, const Command *command)
{
  if (self->playback)
    sl_playback_load (self->playback, &command->load);
  else
    refuse_load (self, &command->load);
}

static gboolean
command_cb (gpointer data)
{
  const Command *command = data;

  if (command->engine->playback || command->carry_out == quit || command->carry_out == load)
    command->carry_out (command->engine, command);
  return G_SOURCE_REMOVE;
}

static void
command_free (gpointer data)
{
  Command *command = data;

  g_atomic_int_add (&command->engine->backlog, -1);
  g_free (command->load.uri);
  sl_engine_unref (command->engine);
  g_free (command);
}

static void
send (SlEngine *self, void (*carry_out) (SlEngine *, const Command *), const Command *arguments)
{
  Command *command = g_memdup2 (arguments, sizeof *arguments);
  g_autoptr (GSource) source = g_idle_source_new ();

  command->engine = sl_engine_ref (self);
  command->carry_out = carry_out;
  g_atomic_int_inc (&self->backlog);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, command_cb, command, command_free);
  g_source_attach (source, self->context);
}

SlEngine *
sl_engine_new (SlMailbox *mailbox, const SlPlayerWorld *world)
{
  SlEngine *self;

  g_return_val_if_fail (mailbox != NULL && world != NULL, NULL);

  self = g_new0 (SlEngine, 1);
  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  g_cond_init (&self->stopped);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->mailbox = sl_mailbox_ref (mailbox);
  self->world = *world;
  if (world->clock)
    gst_object_ref (world->clock);
  if (world->audio_sink)
    gst_object_ref (world->audio_sink);
  if (world->video_output)
    gst_object_ref (world->video_output);
  g_thread_unref (g_thread_new ("sidelight-engine", thread_cb, sl_engine_ref (self)));
  return self;
}

gboolean
sl_engine_abandon (SlEngine *self, gint64 patience)
{
  const gint64 deadline = g_get_monotonic_time () + patience;
  gboolean     stopped;

  g_return_val_if_fail (self != NULL, TRUE);

  send (self, quit, &(Command){0});
  g_mutex_lock (&self->lock);
  while (!self->has_stopped && g_cond_wait_until (&self->stopped, &self->lock, deadline))
    ;
  stopped = self->has_stopped;
  g_mutex_unlock (&self->lock);
  sl_engine_unref (self);
  return stopped;
}

guint
sl_engine_get_backlog (SlEngine *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (guint)g_atomic_int_get (&self->backlog);
}

void
sl_engine_load (SlEngine *self, const SlLoad *wanted)
{
  Command command = {0};

  g_return_if_fail (self != NULL && wanted != NULL && wanted->uri != NULL);

  command.load = *wanted;
  command.load.uri = g_strdup (wanted->uri);
  send (self, load, &command);
}

static void
unload (SlEngine *self, const Command *command)
{
  sl_playback_unload (self->playback, command->serial);
}

void
sl_engine_unload (SlEngine *self, guint serial)
{
  g_return_if_fail (self != NULL);

  send (self, unload, &(Command){.serial = serial});
}

static void
set_playing (SlEngine *self, const Command *command)
{
  sl_playback_set_playing (self->playback, command->flag);
}

void
sl_engine_set_playing (SlEngine *self, gboolean playing)
{
  g_return_if_fail (self != NULL);

  send (self, set_playing, &(Command){.flag = playing});
}

static void
seek (SlEngine *self, const Command *command)
{
  sl_playback_seek (self->playback, command->time, command->mode, command->serial);
}

void
sl_engine_seek (SlEngine *self, gint64 target, SlSeekMode mode, guint serial)
{
  g_return_if_fail (self != NULL && target >= 0);

  send (self, seek, &(Command){.time = target, .mode = mode, .serial = serial});
}

static void
set_rate (SlEngine *self, const Command *command)
{
  sl_playback_set_rate (self->playback, command->number, command->time, command->serial);
}

void
sl_engine_set_rate (SlEngine *self, double rate, gint64 target, guint serial)
{
  g_return_if_fail (self != NULL && rate > 0 && target >= 0);

  send (self, set_rate, &(Command){.number = rate, .time = target, .serial = serial});
}

static void
step (SlEngine *self, const Command *command)
{
  sl_playback_step (self->playback, command->index, command->serial);
}

void
sl_engine_step (SlEngine *self, int n, guint serial)
{
  g_return_if_fail (self != NULL);

  send (self, step, &(Command){.index = n, .serial = serial});
}

static void
set_loop (SlEngine *self, const Command *command)
{
  sl_playback_set_loop (self->playback, command->start, command->end, command->time, command->serial);
}

void
sl_engine_set_loop (SlEngine *self, gint64 start, gint64 end, gint64 target, guint serial)
{
  g_return_if_fail (self != NULL && (end < 0 || start < end));

  send (self, set_loop, &(Command){.start = start, .end = end, .time = target, .serial = serial});
}

static void
select_track (SlEngine *self, const Command *command)
{
  sl_playback_select (self->playback, command->kind, command->index, command->serial);
}

void
sl_engine_select (SlEngine *self, SlTrackKind kind, int index, guint choice)
{
  g_return_if_fail (self != NULL && index >= -1);

  send (self, select_track, &(Command){.kind = kind, .index = index, .serial = choice});
}

static void
set_volume (SlEngine *self, const Command *command)
{
  sl_playback_set_volume (self->playback, command->number, command->flag);
}

void
sl_engine_set_volume (SlEngine *self, double volume, gboolean muted)
{
  g_return_if_fail (self != NULL && volume >= 0 && volume <= 1);

  send (self, set_volume, &(Command){.number = volume, .flag = muted});
}

static void
set_turn (SlEngine *self, const Command *command)
{
  sl_playback_set_turn (self->playback, (guint)command->index);
}

void
sl_engine_set_turn (SlEngine *self, guint degrees)
{
  g_return_if_fail (self != NULL);

  send (self, set_turn, &(Command){.index = (int)degrees});
}

static void
set_output_size (SlEngine *self, const Command *command)
{
  sl_playback_set_output_size (self->playback, command->width, command->height);
}

void
sl_engine_set_output_size (SlEngine *self, guint width, guint height)
{
  g_return_if_fail (self != NULL);

  send (self, set_output_size, &(Command){.width = width, .height = height});
}

static void
set_shift (SlEngine *self, const Command *command)
{
  sl_playback_set_shift (self->playback, command->time);
}

void
sl_engine_set_shift (SlEngine *self, gint64 shift)
{
  g_return_if_fail (self != NULL);

  send (self, set_shift, &(Command){.time = shift});
}
