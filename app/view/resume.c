/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * When the store is written, and what is made of it when a clip is opened. The time of the session counts,
 * which is that of the picture on the screen: a clip goes on with the picture that it was left at.
 */
#include "resume.h"

#include "needs-film.h"
#include "store-writer.h"
#include "tracks.h"

#define OFTEN (5 * G_GINT64_CONSTANT (1000000000)) /* nanoseconds of film between two writes */
#define JUMP (G_GINT64_CONSTANT (1000000000))      /* more than between two frames: a seek, not played */
#define SLOWEST 0.5
#define FASTEST 2.0
#define NO_CAPTIONS "none"

struct _SlResume
{
  GObject parent_instance;

  SlConductor   *conductor;
  char          *path;   /* (nullable) */
  SlStore       *store;  /* (nullable): to read */
  SlStoreWriter *writer; /* (nullable) */
  GHashTable    *recent; /* key -> SlResumePoint: what is written now, and may not be to be read yet */
  char          *casebook;
  char          *clip; /* (nullable): what is watched; NULL before it is opened */
  gint64         duration;
  gint64         time;
  gint64         written;
  gint64         went_on_at;
  gboolean       seen; /* something of the clip was shown: where it is is news */
  SlResumePoint *kept; /* (nullable): what was written last since it was opened */
  gboolean       captions_shown;
  char          *audio;            /* (nullable): the track to choose once the film has told its tracks */
  char          *captions;         /* (nullable): what is chosen, as in tracks.h */
  gint64         delay;            /* of the captions, nanoseconds */
  gboolean       captions_awaited; /* the same as with sound, of captions in the film's file */
};

G_DEFINE_FINAL_TYPE (SlResume, sl_resume, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_CAPTIONS_SHOWN,
  PROP_WENT_ON_AT,
  N_PROPS
};

enum {
  NOT_KEPT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

/* What a track is known by, in this file and in a better one of the same film.
 * Returns: (transfer full): NULL where there is no choice */
static char *
build_audio_name (const SlSnapshot *snapshot, int index)
{
  const SlTrack *track = sl_track_find (snapshot->tracks, SL_TRACK_AUDIO, index);

  if (track == NULL || sl_track_find (snapshot->tracks, SL_TRACK_AUDIO, 1) == NULL)
    return NULL;
  return g_strconcat (track->language ? track->language : "", "/", track->title, NULL);
}

static void
choose_audio (SlResume *self)
{
  const SlSnapshot *snapshot = sl_conductor_get_snapshot (self->conductor);

  for (int i = 0; snapshot->tracks && sl_track_find (snapshot->tracks, SL_TRACK_AUDIO, i); i++)
    {
      g_autofree char *name = build_audio_name (snapshot, i);

      if (g_strcmp0 (name, self->audio) != 0)
        continue;
      g_clear_pointer (&self->audio, g_free);
      if (i != snapshot->audio)
        sl_conductor_select (self->conductor, SL_TRACK_AUDIO, i);
      return;
    }
}

/* @key: as in tracks.h; what is not there any more, not even in its language, leaves the choice as it is. */
static void
choose_captions (SlResume *self, const char *key)
{
  const int n = sl_tracks_find_captions (self->conductor, key);

  if (n >= 0 && n != sl_tracks_get_captions (self->conductor))
    sl_tracks_choose_captions (self->conductor, n);
}

/* What is left is known no more once it is told that the clip is another. */
static void
note_captions (SlResume *self)
{
  SlClip          *clip = sl_session_get_clip (sl_conductor_get_session (self->conductor));
  g_autofree char *key = NULL;

  if (self->captions_awaited || self->clip == NULL || clip == NULL || !g_str_equal (self->clip, sl_clip_get_id (clip)))
    return;
  key = sl_tracks_build_captions_key (self->conductor);
  if (key == NULL)
    return;
  g_free (self->captions);
  self->captions = g_steal_pointer (&key);
}

static void
note_delay (SlResume *self)
{
  SlCaptions *captions = sl_session_get_captions (sl_conductor_get_session (self->conductor));
  SlClip     *clip = sl_captions_get_clip (captions);

  if (self->clip && clip && g_str_equal (self->clip, sl_clip_get_id (clip)))
    self->delay = sl_captions_get_delay (captions);
}

/* Only now that pictures of this clip come it is sure that the tracks are its own. */
static void
choose_awaited (SlResume *self)
{
  if (sl_conductor_get_snapshot (self->conductor)->tracks == NULL || sl_conductor_get_state (self->conductor) != SL_PLAYER_PLAYING)
    return;
  if (self->audio)
    {
      choose_audio (self);
      g_clear_pointer (&self->audio, g_free);
    }
  if (self->captions_awaited)
    {
      self->captions_awaited = FALSE;
      choose_captions (self, self->captions);
      note_captions (self);
    }
}

static SlStore *
ensure_store (SlResume *self)
{
  if (self->store == NULL && self->path)
    self->store = sl_store_new (self->path);
  return self->store;
}

static char *
build_key (const char *casebook, const char *clip)
{
  return g_strconcat (casebook, "/", clip, NULL);
}

/* Returns: (transfer full) (nullable): another program may have written later than this one */
static SlResumePoint *
find_point (SlResume *self)
{
  g_autofree char *key = build_key (self->casebook, self->clip);
  SlResumePoint   *recent = g_hash_table_lookup (self->recent, key);
  g_autoptr (SlResumePoint) stored = ensure_store (self) ? sl_store_find (self->store, self->casebook, self->clip) : NULL;

  if (recent == NULL || (stored && stored->used > recent->used))
    return g_steal_pointer (&stored);
  return sl_resume_point_copy (recent);
}

static gboolean
says_the_same (const SlResumePoint *a, const SlResumePoint *b)
{
  return a->position == b->position && a->duration == b->duration && a->rate == b->rate && a->volume == b->volume &&
         g_strcmp0 (a->audio, b->audio) == 0 && g_strcmp0 (a->captions, b->captions) == 0 &&
         a->delay == b->delay;
}

static void
not_kept_cb (gpointer data)
{
  g_signal_emit (data, signals[NOT_KEPT], 0, SL_RESUME (data)->path);
}

static void
keep (SlResume *self, const SlResumePoint *point)
{
  if (self->writer == NULL)
    self->writer = sl_store_writer_new (self->path, not_kept_cb, self);
  sl_store_writer_keep (self->writer, point);
  g_hash_table_replace (self->recent, build_key (self->casebook, self->clip), sl_resume_point_copy (point));
  g_clear_pointer (&self->kept, sl_resume_point_free);
  self->kept = sl_resume_point_copy (point);
}

/* A film that never came, or stands where it stood, has nothing to add to what is known of it. */
static void
write_point (SlResume *self)
{
  const gboolean    ended = sl_conductor_get_state (self->conductor) == SL_PLAYER_ENDED;
  const SlSnapshot *snapshot = sl_conductor_get_snapshot (self->conductor);
  SlResumePoint     point = {0};
  g_autofree char  *audio = NULL;

  if (self->clip == NULL || self->path == NULL || !self->seen)
    return;
  point.casebook = self->casebook;
  point.clip = self->clip;
  /* A film whose file ends before its clip is finished, too. */
  point.position = ended ? 0 : self->time;
  point.duration = self->duration;
  point.used = g_get_real_time ();
  point.rate = sl_conductor_get_rate (self->conductor);
  point.volume = sl_conductor_get_volume (self->conductor);
  point.audio = audio = self->audio ? g_strdup (self->audio) : build_audio_name (snapshot, snapshot->audio);
  point.captions = self->captions_shown ? self->captions : (char *)NO_CAPTIONS;
  point.delay = self->delay;
  if (self->kept == NULL || !says_the_same (self->kept, &point))
    keep (self, &point);
  self->written = self->time;
}

static void
time_cb (SlResume *self)
{
  const gint64 time = sl_session_get_time (sl_conductor_get_session (self->conductor));

  if (self->clip == NULL)
    return;
  /* The place where there would be a film is read, and nothing of it was shown. */
  if (!self->seen && time == self->time && !sl_needs_film_has (self->conductor))
    return;
  self->seen = TRUE;
  /* Five seconds after a seek, not at each of its pictures. */
  if (ABS (time - self->time) > JUMP)
    self->written = time;
  else if (time > self->time)
    choose_awaited (self);
  self->time = time;
  if (ABS (time - self->written) >= OFTEN)
    write_point (self);
}

static void
state_cb (SlResume *self)
{
  if (sl_conductor_get_snapshot (self->conductor)->tracks)
    note_captions (self);
}

static void
playing_cb (SlResume *self)
{
  if (!sl_conductor_get_playing (self->conductor))
    write_point (self);
}

static void
set_went_on_at (SlResume *self, gint64 time)
{
  if (self->went_on_at == time)
    return;
  self->went_on_at = time;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WENT_ON_AT]);
}

/* The session is at another clip already; what is written is the one before. */
static void
clip_cb (SlResume *self)
{
  write_point (self);
  g_clear_pointer (&self->kept, sl_resume_point_free);
  self->seen = FALSE;
  g_clear_pointer (&self->casebook, g_free);
  g_clear_pointer (&self->clip, g_free);
  g_clear_pointer (&self->audio, g_free);
  g_clear_pointer (&self->captions, g_free);
  self->captions_awaited = FALSE;
  set_went_on_at (self, -1);
}

static void
sl_resume_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlResume *self = SL_RESUME (object);

  switch (prop_id)
    {
    case PROP_CAPTIONS_SHOWN:
      g_value_set_boolean (value, self->captions_shown);
      break;
    case PROP_WENT_ON_AT:
      g_value_set_int64 (value, self->went_on_at);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_captions_shown (SlResume *self, gboolean shown)
{
  if (self->captions_shown == shown)
    return;
  self->captions_shown = shown;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAPTIONS_SHOWN]);
}

static void
sl_resume_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CAPTIONS_SHOWN:
      set_captions_shown (SL_RESUME (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_resume_dispose (GObject *object)
{
  SlResume *self = SL_RESUME (object);

  if (self->conductor)
    write_point (self);
  g_clear_pointer (&self->writer, sl_store_writer_free);
  g_clear_pointer (&self->store, sl_store_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->casebook, g_free);
  g_clear_pointer (&self->clip, g_free);
  g_clear_pointer (&self->audio, g_free);
  g_clear_pointer (&self->captions, g_free);
  g_clear_pointer (&self->kept, sl_resume_point_free);
  g_clear_pointer (&self->recent, g_hash_table_unref);
  g_clear_object (&self->conductor);

  G_OBJECT_CLASS (sl_resume_parent_class)->dispose (object);
}

static void
sl_resume_class_init (SlResumeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const int     read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_resume_dispose;
  object_class->get_property = sl_resume_get_property;
  object_class->set_property = sl_resume_set_property;

  properties[PROP_CAPTIONS_SHOWN] = g_param_spec_boolean ("captions-shown", NULL, NULL, TRUE, read | G_PARAM_WRITABLE);
  properties[PROP_WENT_ON_AT] = g_param_spec_int64 ("went-on-at", NULL, NULL, -1, G_MAXINT64, -1, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[NOT_KEPT] = g_signal_new ("not-kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sl_resume_init (SlResume *self)
{
  self->captions_shown = TRUE;
  self->went_on_at = -1;
  self->recent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)sl_resume_point_free);
}

SlResume *
sl_resume_new (SlConductor *conductor, const char *path)
{
  SlResume  *self;
  SlSession *session;

  g_return_val_if_fail (SL_IS_CONDUCTOR (conductor), NULL);

  self = g_object_new (SL_TYPE_RESUME, NULL);
  self->conductor = g_object_ref (conductor);
  self->path = g_strdup (path);
  session = sl_conductor_get_session (conductor);
  g_signal_connect_object (session, "notify::clip", G_CALLBACK (clip_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::time", G_CALLBACK (time_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sl_session_get_captions (session), "notify::choice", G_CALLBACK (note_captions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sl_session_get_captions (session), "notify::delay", G_CALLBACK (note_delay), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (conductor, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (conductor, "notify::playing", G_CALLBACK (playing_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/* Makes @newest what it is with @recent, which may not have been there to be read yet. */
static void
take_newer (SlResumePoint **newest, const SlResumePoint *recent)
{
  const gboolean same = *newest && g_str_equal ((*newest)->clip, recent->clip);

  if (same && (*newest)->used > recent->used)
    return;
  if (same || (sl_resume_point_get_start (recent) > 0 && (*newest == NULL || recent->used > (*newest)->used)))
    g_clear_pointer (newest, sl_resume_point_free);
  if (*newest == NULL && sl_resume_point_get_start (recent) > 0)
    *newest = sl_resume_point_copy (recent);
}

/* As the clip was watched before. What is not remembered stays as it is. */
static void
restore (SlResume *self, const SlResumePoint *point)
{
  sl_conductor_set_rate (self->conductor, CLAMP (point->rate, SLOWEST, FASTEST));
  if (point->volume >= 0)
    sl_conductor_set_volume (self->conductor, MIN (point->volume, 1.0));
  set_captions_shown (self, g_strcmp0 (point->captions, NO_CAPTIONS) != 0);
  sl_captions_set_delay (sl_session_get_captions (sl_conductor_get_session (self->conductor)), point->delay);
  g_free (self->audio);
  self->audio = g_strdup (point->audio);
  if (point->captions == NULL || g_str_equal (point->captions, NO_CAPTIONS))
    return;
  g_free (self->captions);
  self->captions = g_strdup (point->captions);
  self->captions_awaited = sl_tracks_is_key_of_file (point->captions);
  if (!self->captions_awaited)
    choose_captions (self, point->captions);
}

gint64
sl_resume_begin (SlResume *self, gint64 wanted)
{
  SlSession *session;
  SlClip    *clip;
  g_autoptr (SlResumePoint) point = NULL;
  gint64 start = MAX (wanted, 0);

  g_return_val_if_fail (SL_IS_RESUME (self), 0);

  session = sl_conductor_get_session (self->conductor);
  clip = sl_session_get_clip (session);
  g_return_val_if_fail (clip != NULL, start);

  g_free (self->casebook);
  g_free (self->clip);
  self->casebook = g_strdup (sl_casebook_get_id (sl_session_get_casebook (session)));
  self->clip = g_strdup (sl_clip_get_id (clip));
  self->duration = sl_clip_get_duration (clip);
  g_clear_pointer (&self->captions, g_free);
  g_clear_pointer (&self->kept, sl_resume_point_free);
  self->captions_awaited = self->seen = FALSE;
  note_captions (self);
  note_delay (self);
  if (wanted == SL_TIME_NONE)
    point = find_point (self);
  if (point)
    {
      restore (self, point);
      /* The clip may have become another, and shorter. */
      point->duration = self->duration;
      start = sl_resume_point_get_start (point);
    }
  self->time = self->written = start;
  set_went_on_at (self, point && start > 0 ? start : -1);
  return start;
}

SlResumePoint *
sl_resume_find_newest (SlResume *self)
{
  SlCasebook    *casebook;
  const char    *id;
  SlResumePoint *newest;
  GHashTableIter iter;
  gpointer       value;

  g_return_val_if_fail (SL_IS_RESUME (self), NULL);

  casebook = sl_session_get_casebook (sl_conductor_get_session (self->conductor));
  if (casebook == NULL || ensure_store (self) == NULL)
    return NULL;
  id = sl_casebook_get_id (casebook);
  newest = sl_store_find_newest (self->store, id);
  g_hash_table_iter_init (&iter, self->recent);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      SlResumePoint *point = value;

      if (g_str_equal (point->casebook, id))
        take_newer (&newest, point);
    }
  return newest;
}
