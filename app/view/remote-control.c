/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the conductor and the desktop. The desktop's rules are mpris's; only what they mean here is here. */
#include "config.h"

#include "remote-control.h"

#include "mpris.h"
#include "rich-text.h"

#include <glib/gi18n-lib.h>

#define SECOND G_GINT64_CONSTANT (1000000000)

struct _SlRemoteControl
{
  GObject parent_instance;

  SlWindow    *window; /* (nullable): weak */
  SlConductor *conductor;
  SlSession   *session;
  SlMpris     *mpris;
  gboolean     stopped; /* until it plays or is somewhere else */
  gboolean     jumping; /* the next moment is one that was sought; a picture says that itself */
  gboolean     opening; /* the next moment is the clip's first */
  gboolean     taking;  /* the moment is moved by a picture, which is still to be shown */
  guint        serial;  /* of the last picture */
  guint        lap;
  guint        dragged_from;   /* the serials from here on are those of a drag; 0: none */
  gboolean     next, previous; /* chapters, as told last */
};

G_DEFINE_FINAL_TYPE (SlRemoteControl, sl_remote_control, G_TYPE_OBJECT)

enum {
  OPEN_LINK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is told */

static SlMprisStatus
find_status (SlRemoteControl *self)
{
  const SlPlayerState state = sl_conductor_get_state (self->conductor);

  if (self->stopped || sl_session_get_clip (self->session) == NULL || state == SL_PLAYER_IDLE || state == SL_PLAYER_FAULT ||
      state == SL_PLAYER_ENDED)
    return SL_MPRIS_STOPPED;
  return sl_conductor_get_playing (self->conductor) ? SL_MPRIS_PLAYING : SL_MPRIS_PAUSED;
}

static gboolean
has_chapter (SlRemoteControl *self, int direction)
{
  return sl_session_find_chapter (self->session, sl_conductor_get_target (self->conductor), direction) != SL_TIME_NONE;
}

/* Returns: (transfer full) (nullable): the poster of the clip or of its film, which were there when the casebook was read: this
 * is told too often to ask the disk each time */
static char *
find_art (SlCasebook *casebook, SlClip *clip, SlFilm *film)
{
  const char *path = sl_clip_get_poster (clip);
  g_autoptr (GFile) file = NULL;

  if (path == NULL && film)
    path = sl_film_get_poster (film);
  if (path == NULL)
    return NULL;
  file = g_file_resolve_relative_path (sl_casebook_get_folder (casebook), path);
  return g_file_get_uri (file);
}

static void
tell (SlRemoteControl *self)
{
  const SlPlayerState state = sl_conductor_get_state (self->conductor);
  SlCasebook         *casebook = sl_session_get_casebook (self->session);
  SlClip             *clip = sl_session_get_clip (self->session);
  SlFilm             *film = clip && sl_clip_get_film (clip) ? sl_casebook_lookup_film (casebook, sl_clip_get_film (clip)) : NULL;
  g_autofree char    *art = clip ? find_art (casebook, clip, film) : NULL;
  const gboolean      can_play = clip && state != SL_PLAYER_IDLE && state != SL_PLAYER_FAULT;
  g_autofree char    *title = NULL, *film_title = NULL;
  SlMprisState        told = {
           .status = find_status (self),
           .rate = sl_conductor_get_rate (self->conductor),
           .volume = sl_conductor_get_muted (self->conductor) ? 0.0 : sl_conductor_get_volume (self->conductor),
           .loop = sl_conductor_get_loop (self->conductor) == SL_LOOP_CLIP,
           .can_go_next = can_play && self->next,
           .can_go_previous = can_play && self->previous,
           .can_play = can_play,
           .art_uri = art,
  };

  if (clip)
    {
      told.casebook = sl_casebook_get_id (casebook);
      told.clip = sl_clip_get_id (clip);
      told.title = title = sl_rich_text_plain (sl_clip_get_title (clip));
      told.length = sl_clip_get_duration (clip);
    }
  if (film)
    {
      told.film = film_title = sl_rich_text_plain (sl_film_get_title (film));
      told.makers = sl_film_get_directors (film);
    }
  if (self->window)
    {
      told.fullscreen = gtk_window_is_fullscreen (GTK_WINDOW (self->window));
      told.can_fullscreen = told.fullscreen || g_strcmp0 (sl_window_get_page (self->window), "watch") == 0;
    }
  sl_mpris_update (self->mpris, &told);
  /* What could not be sought is not counted from. */
  if (sl_conductor_get_target (self->conductor) == sl_session_get_time (self->session))
    sl_mpris_settle (self->mpris);
}

static void
look_at_chapters (SlRemoteControl *self)
{
  const gboolean next = has_chapter (self, 1), previous = has_chapter (self, -1);

  if (next == self->next && previous == self->previous)
    return;
  self->next = next;
  self->previous = previous;
  tell (self);
}

/* A clip that does not begin at its start begins with a jump; what else leads there is no news. */
static void
arrive (SlRemoteControl *self, gboolean jumped)
{
  const gint64 time = sl_session_get_time (self->session);

  if (sl_session_get_clip (self->session) == NULL || (self->opening && sl_conductor_get_state (self->conductor) == SL_PLAYER_IDLE))
    return;
  if (self->opening ? time >= SECOND : jumped)
    sl_mpris_sought (self->mpris, time);
  else
    sl_mpris_set_position (self->mpris, time);
  self->jumping = self->opening = FALSE;
  look_at_chapters (self);
}

/* Of a film without pictures, and at the end of any. */
static void
time_cb (SlRemoteControl *self)
{
  if (!self->taking)
    arrive (self, self->jumping);
}

static void
before_frame_cb (SlRemoteControl *self)
{
  self->taking = TRUE;
}

/* With each picture, when it is on the screen. Seeks, steps and loops are all known by it. */
static void
frame_cb (SlRemoteControl *self, SlFrame *frame)
{
  const guint    serial = sl_frame_get_serial (frame), lap = sl_frame_get_lap (frame);
  const gboolean dragged = self->dragged_from != 0 && serial >= self->dragged_from;
  const gboolean jumped = serial != self->serial || lap > self->lap;

  self->serial = serial;
  self->lap = lap;
  self->taking = FALSE;
  arrive (self, jumped && !dragged);
}

static void
sought_cb (SlRemoteControl *self, gint64 target, guint mode, guint serial)
{
  self->stopped = FALSE;
  /* A drag ends with an exact seek; only that one is told. */
  self->jumping |= mode == SL_SEEK_EXACT;
  if (mode == SL_SEEK_EXACT)
    self->dragged_from = 0;
  else if (self->dragged_from == 0)
    self->dragged_from = serial;
}

static void
playing_cb (SlRemoteControl *self)
{
  if (sl_conductor_get_playing (self->conductor))
    self->stopped = FALSE;
  tell (self);
}

static void
clip_cb (SlRemoteControl *self)
{
  self->stopped = self->jumping = FALSE;
  self->opening = TRUE;
  sl_mpris_set_position (self->mpris, 0);
  look_at_chapters (self);
  tell (self);
}

/* What is wanted */

static void
set_fullscreen (SlRemoteControl *self, gboolean fullscreen)
{
  if (fullscreen)
    gtk_window_fullscreen (GTK_WINDOW (self->window));
  else
    gtk_window_unfullscreen (GTK_WINDOW (self->window));
}

/* Without a film there is nothing to be faster, and the next one does not come faster for it. */
static void
set_rate (SlRemoteControl *self, double rate)
{
  const SlPlayerState state = sl_conductor_get_state (self->conductor);

  if (sl_session_get_clip (self->session) && state != SL_PLAYER_IDLE && state != SL_PLAYER_FAULT)
    sl_conductor_set_rate (self->conductor, rate);
}

/* What is heard: who turns the sound up wants to hear it. */
static void
set_volume (SlRemoteControl *self, double volume)
{
  sl_conductor_set_volume (self->conductor, volume);
  if (volume > 0.0 && sl_conductor_get_muted (self->conductor))
    g_action_group_change_action_state (G_ACTION_GROUP (self->window), "mute", g_variant_new_boolean (FALSE));
}

static void
act (SlRemoteControl *self, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), action, NULL);
}

static void
command_cb (SlRemoteControl *self, guint wanted, GVariant *argument)
{
  GtkApplication *application = self->window ? gtk_window_get_application (GTK_WINDOW (self->window)) : NULL;

  if (self->window == NULL)
    return;
  switch ((SlMprisCommand)wanted)
    {
    case SL_MPRIS_RAISE:
      gtk_window_present (GTK_WINDOW (self->window));
      break;
    case SL_MPRIS_QUIT:
      if (application)
        g_application_quit (G_APPLICATION (application));
      break;
    case SL_MPRIS_FULLSCREEN:
      set_fullscreen (self, g_variant_get_boolean (argument));
      break;
    case SL_MPRIS_OPEN:
      g_signal_emit (self, signals[OPEN_LINK], 0, g_variant_get_string (argument, NULL));
      break;
    case SL_MPRIS_PLAY:
    case SL_MPRIS_PAUSE:
      sl_conductor_set_playing (self->conductor, wanted == SL_MPRIS_PLAY);
      break;
    case SL_MPRIS_STOP:
      act (self, "stop");
      self->stopped = TRUE;
      tell (self);
      break;
    case SL_MPRIS_NEXT:
      act (self, "next-chapter");
      break;
    case SL_MPRIS_PREVIOUS:
      act (self, "previous-chapter");
      break;
    case SL_MPRIS_SEEK:
      sl_conductor_seek (self->conductor, g_variant_get_int64 (argument), SL_SEEK_EXACT);
      break;
    case SL_MPRIS_RATE:
      set_rate (self, g_variant_get_double (argument));
      break;
    case SL_MPRIS_VOLUME:
      set_volume (self, g_variant_get_double (argument));
      break;
    case SL_MPRIS_LOOP:
      sl_conductor_set_loop (self->conductor, g_variant_get_boolean (argument) ? SL_LOOP_CLIP : SL_LOOP_NONE);
      break;
    }
}

static void
sl_remote_control_dispose (GObject *object)
{
  SlRemoteControl *self = SL_REMOTE_CONTROL (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->mpris);
  g_clear_object (&self->conductor);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sl_remote_control_parent_class)->dispose (object);
}

static void
sl_remote_control_class_init (SlRemoteControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_remote_control_dispose;

  signals[OPEN_LINK] =
    g_signal_new ("open-link", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sl_remote_control_init (SlRemoteControl *self)
{
}

static void
follow (SlRemoteControl *self)
{
  static const char *const told[] = {"notify::state", "notify::rate", "notify::volume", "notify::muted", "notify::loop"};

  g_signal_connect_object (self->mpris, "command", G_CALLBACK (command_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->conductor, "notify::playing", G_CALLBACK (playing_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    g_signal_connect_object (self->conductor, told[i], G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->conductor, "sought", G_CALLBACK (sought_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->conductor, "before-frame", G_CALLBACK (before_frame_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->conductor, "frame", G_CALLBACK (frame_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::clip", G_CALLBACK (clip_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::time", G_CALLBACK (time_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window, "notify::fullscreened", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window, "notify::page", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
}

SlRemoteControl *
sl_remote_control_new (SlWindow *window)
{
  SlRemoteControl *self;

  g_return_val_if_fail (SL_IS_WINDOW (window), NULL);

  self = g_object_new (SL_TYPE_REMOTE_CONTROL, NULL);
  g_set_weak_pointer (&self->window, window);
  self->conductor = g_object_ref (sl_window_get_conductor (window));
  self->session = g_object_ref (sl_conductor_get_session (self->conductor));
  self->mpris = sl_mpris_new (SL_APP_ID, _ ("Sidelight"));
  follow (self);
  return self;
}
