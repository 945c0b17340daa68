/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The pipeline and the thread that alone touches it. Setting a state, seeking and asking a pipeline block
 * for as long as the file behind it pleases, so they happen here and nowhere else; everybody else leaves
 * commands and reads the mailbox.
 *
 * One seek is under way at a time. A new one replaces the one that waits, so dragging never builds a queue.
 *
 * The engine is kept alive by its own thread. sl_engine_abandon() asks it to end; if the thread hangs in a
 * dead file it hangs alone, with memory that is never used again.
 */
#include "config.h"

#include "engine.h"

#include "bus-reading.h"
#include "pipeline.h"

#include <glib/gi18n-lib.h>

#define POSITION_INTERVAL 100 /* milliseconds */
#define RESIZE_INTERVAL 250   /* milliseconds: renegotiate at most four times a second */

struct _SlEngine
{
  gatomicrefcount ref_count;
  GMainContext   *context;
  GMainLoop      *loop;
  SlMailbox      *mailbox;

  GMutex   lock;
  GCond    stopped;
  gboolean has_stopped; /* under the lock */

  /* From here on, the engine's own thread only. */
  GstClock       *clock;
  GstElement     *audio_sink;
  GstElement     *playbin;
  SlFrameStamper *stamper;
  SlScaler       *scaler;
  GSource        *bus_source;
  GSource        *resize_source;
  GSource        *position_source;
  SlSnapshot      snapshot;
  char           *uri;     /* of the film */
  GString        *missing; /* what has no decoder, as names */
  gboolean        wants_playing;
  gboolean        prerolled;
  gboolean        seeking; /* a seek is under way */
  gboolean        has_next;
  gint64          next_target;
  gint64          dropped_end; /* of what was left out because the machine is too slow */
  SlSeekMode      next_mode;
  guint           next_serial;
  gint64          start; /* where to begin once the file has answered */
  guint           start_serial;
  guint           width;
  guint           height;
};

static void
sl_engine_unref (SlEngine *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  sl_mailbox_unref (self->mailbox);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_clear_object (&self->clock);
  g_clear_object (&self->audio_sink);
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

static void
post (SlEngine *self)
{
  sl_mailbox_post_snapshot (self->mailbox, &self->snapshot);
}

static void
post_state (SlEngine *self, SlPlayerState state)
{
  self->snapshot.state = state;
  post (self);
}

/* @fault: (transfer full) */
static void
fail (SlEngine *self, SlFault *fault)
{
  g_clear_pointer (&self->snapshot.fault, sl_fault_unref);
  self->snapshot.fault = fault;
  self->prerolled = FALSE;
  self->seeking = self->has_next = FALSE;
  post_state (self, SL_PLAYER_FAULT);
  gst_element_set_state (self->playbin, GST_STATE_READY);
}

/* @fault: (transfer full): told, and the film goes on */
static void
warn (SlEngine *self, SlFault *fault)
{
  g_clear_pointer (&self->snapshot.fault, sl_fault_unref);
  self->snapshot.fault = fault;
  post (self);
}

/* Seeking */

static void
start_seek (SlEngine *self, gint64 target, SlSeekMode mode, guint serial)
{
  const gboolean     exact = mode == SL_SEEK_EXACT;
  const GstSeekFlags precision = exact ? GST_SEEK_FLAG_ACCURATE : GST_SEEK_FLAG_KEY_UNIT;

  /* Behind the last frame there is nothing to show. */
  if (self->snapshot.duration > 0)
    target = CLAMP (target, 0, MAX (self->snapshot.duration - sl_frame_stamper_get_frame_duration (self->stamper), 0));
  self->seeking = TRUE;
  sl_frame_stamper_expect (self->stamper, serial, exact ? target : -1);
  if (self->snapshot.state == SL_PLAYER_ENDED)
    {
      self->snapshot.state = self->wants_playing ? SL_PLAYER_PLAYING : SL_PLAYER_PAUSED;
      gst_element_set_state (self->playbin, self->wants_playing ? GST_STATE_PLAYING : GST_STATE_PAUSED);
    }
  self->snapshot.serial = serial;
  if (!gst_element_seek (self->playbin,
                         self->snapshot.rate,
                         GST_FORMAT_TIME,
                         GST_SEEK_FLAG_FLUSH | precision,
                         GST_SEEK_TYPE_SET,
                         exact && target > 0 ? target + (gint64)SL_FRAME_STAMPER_NUDGE : target,
                         GST_SEEK_TYPE_NONE,
                         0))
    {
      /* The film goes on where it is; its frames are those that are wanted now. */
      self->seeking = FALSE;
      sl_frame_stamper_accept (self->stamper);
    }
  post (self);
}

static void
seek (SlEngine *self, gint64 target, SlSeekMode mode, guint serial)
{
  if (self->snapshot.state == SL_PLAYER_IDLE || self->snapshot.state == SL_PLAYER_FAULT)
    return;
  if (self->prerolled && !self->seeking)
    {
      start_seek (self, target, mode, serial);
      return;
    }
  self->has_next = TRUE;
  self->next_target = target;
  self->next_mode = mode;
  self->next_serial = serial;
}

static void
seek_done (SlEngine *self)
{
  self->seeking = FALSE;
  if (!self->has_next)
    return;
  self->has_next = FALSE;
  start_seek (self, self->next_target, self->next_mode, self->next_serial);
}

/* What the pipeline says */

static void
learn_duration (SlEngine *self)
{
  gint64 duration;

  if (gst_element_query_duration (self->playbin, GST_FORMAT_TIME, &duration))
    self->snapshot.duration = duration;
}

/* Without a picture nothing carries the time, so it is asked for. */
static gboolean
position_cb (gpointer data)
{
  SlEngine *self = data;

  if (!self->snapshot.has_video && self->snapshot.state == SL_PLAYER_PLAYING && !self->seeking &&
      gst_element_query_position (self->playbin, GST_FORMAT_TIME, &self->snapshot.position))
    post (self);
  return G_SOURCE_CONTINUE;
}

static void
clear_source (GSource **source)
{
  if (*source)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
watch_position (SlEngine *self)
{
  clear_source (&self->position_source);
  if (self->snapshot.has_video)
    return;
  self->position_source = g_timeout_source_new (POSITION_INTERVAL);
  g_source_set_static_name (self->position_source, "sl_engine position");
  g_source_set_callback (self->position_source, position_cb, self, NULL);
  g_source_attach (self->position_source, self->context);
}

static void
preroll_done (SlEngine *self)
{
  int n_video = 0, n_audio = 0;

  self->prerolled = TRUE;
  learn_duration (self);
  g_object_get (self->playbin, "n-video", &n_video, "n-audio", &n_audio, NULL);
  self->snapshot.has_video = n_video > 0;
  self->snapshot.has_audio = n_audio > 0;
  /* A picture that cannot be decoded is none. */
  if (self->missing->len > 0 && sl_frame_stamper_get_n_shown (self->stamper) == 0)
    self->snapshot.has_video = FALSE;
  watch_position (self);
  if (self->missing->len > 0)
    warn (self, sl_fault_new (SL_FAULT_NO_DECODER, self->missing->str, NULL));
  if ((self->start > 0 || self->snapshot.rate != 1.0) && !self->has_next)
    {
      self->has_next = TRUE;
      self->next_target = self->start;
      self->next_mode = SL_SEEK_EXACT;
      self->next_serial = self->start_serial;
    }
  seek_done (self);
  post_state (self, self->wants_playing ? SL_PLAYER_PLAYING : SL_PLAYER_PAUSED);
  if (self->wants_playing)
    gst_element_set_state (self->playbin, GST_STATE_PLAYING);
}

static void
end_reached (SlEngine *self)
{
  SlFrameStamp shown;

  if (self->has_next)
    {
      seek_done (self);
      return;
    }
  self->seeking = FALSE;
  /* A slow machine shows less than there is, which does not make the film shorter. */
  sl_frame_stamper_get_shown (self->stamper, &shown);
  self->snapshot.end = MAX (shown.time + shown.duration, self->dropped_end);
  post_state (self, SL_PLAYER_ENDED);
}

static void
error_told (SlEngine *self, GstMessage *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *debug = NULL;

  if (self->snapshot.state == SL_PLAYER_IDLE || self->snapshot.state == SL_PLAYER_FAULT)
    return;
  gst_message_parse_error (message, &error, &debug);
  if (self->missing->len > 0)
    fail (self, sl_fault_new (SL_FAULT_NO_DECODER, self->missing->str, debug));
  else
    fail (self, sl_fault_new_from_error (error, debug, self->uri));
}

static void
warning_told (SlEngine *self, GstMessage *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *debug = NULL;

  gst_message_parse_warning (message, &error, &debug);
  g_debug ("GStreamer: %s (%s)", error->message, debug);
  if (error->domain == GST_RESOURCE_ERROR && self->snapshot.fault == NULL && sl_bus_reading_is_about_sound (message))
    warn (self, sl_fault_new (SL_FAULT_NO_SOUND, NULL, debug));
}

static void
missing_told (SlEngine *self, GstMessage *message)
{
  g_autofree char *description = sl_bus_reading_get_missing (message);

  if (description == NULL)
    return;
  if (self->missing->len > 0)
    g_string_append (self->missing, ", ");
  g_string_append (self->missing, description);
}

static gboolean
bus_cb (GstBus *bus, GstMessage *message, gpointer data)
{
  SlEngine *self = data;

  switch ((guint)GST_MESSAGE_TYPE (message))
    {
    case GST_MESSAGE_ASYNC_DONE:
      if (self->snapshot.state == SL_PLAYER_LOADING)
        preroll_done (self);
      else
        seek_done (self);
      break;
    case GST_MESSAGE_DURATION_CHANGED:
      learn_duration (self);
      post (self);
      break;
    case GST_MESSAGE_QOS:
      self->dropped_end = MAX (self->dropped_end, sl_bus_reading_get_dropped_end (message));
      break;
    case GST_MESSAGE_EOS:
      end_reached (self);
      break;
    case GST_MESSAGE_ERROR:
      error_told (self, message);
      break;
    case GST_MESSAGE_WARNING:
      warning_told (self, message);
      break;
    case GST_MESSAGE_ELEMENT:
      missing_told (self, message);
      break;
    default:
      break;
    }
  return G_SOURCE_CONTINUE;
}

/* The thread */

/* Without GStreamer's own plugins there is no pipeline: every load is then a fault that says so. */
static void
start_pipeline (SlEngine *self)
{
  g_autoptr (GstBus) bus = NULL;

  self->playbin = sl_pipeline_new (self->mailbox, self->clock, self->audio_sink, &self->scaler, &self->stamper);
  if (self->playbin == NULL)
    return;
  bus = gst_element_get_bus (self->playbin);
  self->bus_source = gst_bus_create_watch (bus);
  g_source_set_callback (self->bus_source, G_SOURCE_FUNC (bus_cb), self, NULL);
  g_source_attach (self->bus_source, self->context);
}

static gpointer
thread_cb (gpointer data)
{
  SlEngine *self = data;

  g_main_context_push_thread_default (self->context);
  self->missing = g_string_new (NULL);
  start_pipeline (self);
  g_main_loop_run (self->loop);

  clear_source (&self->bus_source);
  clear_source (&self->resize_source);
  clear_source (&self->position_source);
  if (self->playbin)
    sl_pipeline_shut_down (g_steal_pointer (&self->playbin));
  g_string_free (self->missing, TRUE);
  g_clear_pointer (&self->uri, g_free);
  g_clear_pointer (&self->snapshot.fault, sl_fault_unref);
  g_main_context_pop_thread_default (self->context);

  g_mutex_lock (&self->lock);
  self->has_stopped = TRUE;
  g_cond_broadcast (&self->stopped);
  g_mutex_unlock (&self->lock);
  sl_engine_unref (self);
  return NULL;
}

/* A command on its way to the thread. */
typedef struct
{
  SlEngine *engine;
  void (*carry_out) (SlEngine *self, const void *arguments);
  gpointer       arguments;
  GDestroyNotify free_arguments;
} Command;

static void carry_out_quit (SlEngine *self, const void *arguments);
static void carry_out_load (SlEngine *self, const void *arguments);

static void
refuse_load (SlEngine *self, const SlLoad *load)
{
  g_clear_pointer (&self->snapshot.fault, sl_fault_unref);
  /* Translators: a package of software that can be installed. */
  self->snapshot.fault = sl_fault_new (SL_FAULT_NO_DECODER, _ ("GStreamer’s base plugins"), NULL);
  self->snapshot.serial = load->serial;
  post_state (self, SL_PLAYER_FAULT);
}

static gboolean
command_cb (gpointer data)
{
  Command *command = data;

  if (command->engine->playbin || command->carry_out == carry_out_quit)
    command->carry_out (command->engine, command->arguments);
  else if (command->carry_out == carry_out_load)
    refuse_load (command->engine, command->arguments);
  return G_SOURCE_REMOVE;
}

static void
command_free (gpointer data)
{
  Command *command = data;

  command->free_arguments (command->arguments);
  sl_engine_unref (command->engine);
  g_free (command);
}

/* @arguments: (transfer full) */
static void
send_command (SlEngine *self, void (*carry_out) (SlEngine *, const void *), gpointer arguments, GDestroyNotify free_arguments)
{
  Command *command = g_new (Command, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  *command = (Command){sl_engine_ref (self), carry_out, arguments, free_arguments};
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, command_cb, command, command_free);
  g_source_attach (source, self->context);
}

SlEngine *
sl_engine_new (SlMailbox *mailbox, GstClock *clock, GstElement *audio_sink)
{
  SlEngine *self = g_new0 (SlEngine, 1);

  g_return_val_if_fail (mailbox != NULL, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  g_cond_init (&self->stopped);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->mailbox = sl_mailbox_ref (mailbox);
  self->snapshot.duration = -1;
  self->snapshot.position = -1;
  self->snapshot.rate = 1.0;
  g_set_object (&self->clock, clock);
  if (audio_sink)
    self->audio_sink = gst_object_ref_sink (audio_sink);
  g_thread_unref (g_thread_new ("sidelight-engine", thread_cb, sl_engine_ref (self)));
  return self;
}

static void
carry_out_quit (SlEngine *self, const void *arguments)
{
  g_main_loop_quit (self->loop);
}

gboolean
sl_engine_abandon (SlEngine *self, gint64 patience)
{
  const gint64 deadline = g_get_monotonic_time () + patience;
  gboolean     stopped;

  g_return_val_if_fail (self != NULL, TRUE);

  send_command (self, carry_out_quit, NULL, g_free);
  g_mutex_lock (&self->lock);
  while (!self->has_stopped && g_cond_wait_until (&self->stopped, &self->lock, deadline))
    ;
  stopped = self->has_stopped;
  g_mutex_unlock (&self->lock);
  sl_engine_unref (self);
  return stopped;
}

static void
load_free (gpointer data)
{
  SlLoad *load = data;

  g_free (load->uri);
  g_free (load);
}

static void
carry_out_load (SlEngine *self, const void *arguments)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (self->playbin);
  const SlLoad *load = arguments;

  gst_element_set_state (self->playbin, GST_STATE_READY);
  /* What the old film still had to say is not about this one. */
  gst_bus_set_flushing (bus, TRUE);
  gst_bus_set_flushing (bus, FALSE);
  g_clear_pointer (&self->snapshot.fault, sl_fault_unref);
  g_string_truncate (self->missing, 0);
  self->prerolled = self->seeking = self->has_next = FALSE;
  self->wants_playing = FALSE;
  self->start = load->start;
  self->start_serial = load->start_serial;
  self->snapshot.serial = load->serial;
  self->snapshot.duration = -1;
  self->snapshot.position = -1;
  self->snapshot.end = 0;
  self->dropped_end = 0;
  self->snapshot.rate = load->rate;
  sl_frame_stamper_expect (self->stamper, load->serial, -1);
  post_state (self, SL_PLAYER_LOADING);
  g_free (self->uri);
  self->uri = g_strdup (load->uri);
  g_object_set (self->playbin, "uri", load->uri, NULL);
  gst_element_set_state (self->playbin, GST_STATE_PAUSED);
}

void
sl_engine_load (SlEngine *self, const SlLoad *load)
{
  SlLoad *copy;

  g_return_if_fail (self != NULL && load != NULL && load->uri != NULL);

  copy = g_memdup2 (load, sizeof *load);
  copy->uri = g_strdup (load->uri);
  send_command (self, carry_out_load, copy, load_free);
}

static void
carry_out_unload (SlEngine *self, const void *arguments)
{
  self->prerolled = self->seeking = self->has_next = FALSE;
  g_clear_pointer (&self->snapshot.fault, sl_fault_unref);
  self->snapshot.position = -1;
  self->snapshot.serial = *(const guint *)arguments;
  self->snapshot.duration = -1;
  post_state (self, SL_PLAYER_IDLE);
  gst_element_set_state (self->playbin, GST_STATE_READY);
}

void
sl_engine_unload (SlEngine *self, guint serial)
{
  g_return_if_fail (self != NULL);

  send_command (self, carry_out_unload, g_memdup2 (&serial, sizeof serial), g_free);
}

static void
carry_out_playing (SlEngine *self, const void *arguments)
{
  self->wants_playing = *(const gboolean *)arguments;
  if (!self->prerolled || self->snapshot.state == SL_PLAYER_ENDED)
    return;
  gst_element_set_state (self->playbin, self->wants_playing ? GST_STATE_PLAYING : GST_STATE_PAUSED);
  post_state (self, self->wants_playing ? SL_PLAYER_PLAYING : SL_PLAYER_PAUSED);
}

void
sl_engine_set_playing (SlEngine *self, gboolean playing)
{
  g_return_if_fail (self != NULL);

  send_command (self, carry_out_playing, g_memdup2 (&playing, sizeof playing), g_free);
}

typedef struct
{
  gint64     target;
  SlSeekMode mode;
  guint      serial;
  double     rate; /* 0 leaves it */
} Seek;

static void
carry_out_seek (SlEngine *self, const void *arguments)
{
  const Seek *wanted = arguments;

  if (wanted->rate > 0)
    self->snapshot.rate = wanted->rate;
  if (wanted->rate > 0 && self->snapshot.state == SL_PLAYER_ENDED)
    return; /* it holds from the next start on */
  seek (self, wanted->target, wanted->mode, wanted->serial);
}

void
sl_engine_seek (SlEngine *self, gint64 target, SlSeekMode mode, guint serial, double rate)
{
  const Seek wanted = {target, mode, serial, rate};

  g_return_if_fail (self != NULL && target >= 0 && rate >= 0);

  send_command (self, carry_out_seek, g_memdup2 (&wanted, sizeof wanted), g_free);
}

static void
carry_out_volume (SlEngine *self, const void *arguments)
{
  const double *loudness = arguments;

  g_object_set (self->playbin, "volume", loudness[0], "mute", loudness[1] != 0, NULL);
}

void
sl_engine_set_volume (SlEngine *self, double volume, gboolean muted)
{
  const double loudness[] = {volume, muted};

  g_return_if_fail (self != NULL && volume >= 0 && volume <= 1);

  send_command (self, carry_out_volume, g_memdup2 (loudness, sizeof loudness), g_free);
}

static gboolean
resize_cb (gpointer data)
{
  SlEngine    *self = data;
  SlFrameStamp shown;

  clear_source (&self->resize_source);
  sl_frame_stamper_get_shown (self->stamper, &shown);
  /* A still picture is fetched again in its new size; it keeps its serial, since nothing else moved. */
  if (sl_scaler_set_size (self->scaler, self->width, self->height) && self->snapshot.state == SL_PLAYER_PAUSED &&
      !self->seeking && !self->has_next)
    seek (self, shown.time, SL_SEEK_EXACT, self->snapshot.serial);
  return G_SOURCE_REMOVE;
}

static void
carry_out_size (SlEngine *self, const void *arguments)
{
  const guint   *size = arguments;
  const gboolean first = self->width == 0 && self->height == 0;

  self->width = size[0];
  self->height = size[1];
  if (first)
    {
      resize_cb (self);
      return;
    }
  if (self->resize_source)
    return;
  self->resize_source = g_timeout_source_new (RESIZE_INTERVAL);
  g_source_set_static_name (self->resize_source, "sl_engine resize");
  g_source_set_callback (self->resize_source, resize_cb, self, NULL);
  g_source_attach (self->resize_source, self->context);
}

void
sl_engine_set_output_size (SlEngine *self, guint width, guint height)
{
  const guint size[] = {width, height};

  g_return_if_fail (self != NULL);

  send_command (self, carry_out_size, g_memdup2 (size, sizeof size), g_free);
}
