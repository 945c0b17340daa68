/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which description is spoken when, and what the film does meanwhile. A description that the film came to by playing is
 * spoken, however late its picture is; of those in whose middle a seek ends only one that has just begun.
 */
#include "describer.h"

#include "tracks.h"

#define NEAR (G_GINT64_CONSTANT (1000000000)) /* nanoseconds after its start in which a description is not late */
#define PATIENCE 10000                        /* milliseconds */
#define PER_CHARACTER 200                     /* milliseconds: slower than any voice that is understood */

struct _SlDescriber
{
  GObject parent_instance;

  SlConductor *conductor;
  SlSession   *session;
  SlCaptions  *descriptions;
  SlWording   *wording; /* (nullable): in the reader's language, where only a catalogue has it */
  char        *context; /* (nullable): of all descriptions in that, up to what each is called */
  SlSpeech    *speech;  /* (nullable): while it is on */
  guint        patience;
  gboolean     on;
  gboolean     playing;
  gboolean     sought;  /* and not there yet */
  gboolean     dragged; /* so it goes elsewhere soon */
  gboolean     failed;  /* which was told */
  gboolean     silent;  /* no voice is looked for, in this clip */
  SlCue       *saying;  /* (nullable) */
  guint        number;  /* of it */
  GQueue       waiting; /* of SlCue: come while another is being said */
  SlCue       *cut_off; /* (nullable): by a pause */
  guint        late_id;
};

G_DEFINE_FINAL_TYPE (SlDescriber, sl_describer, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ON,
  PROP_AVAILABLE,
  PROP_SAYING,
  N_PROPS
};

enum {
  FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static void
set_saying (SlDescriber *self, SlCue *cue, guint number)
{
  self->number = number;
  if (g_set_object (&self->saying, cue))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAYING]);
}

/* Nothing is said any more, and nothing waits for it. */
static void
be_quiet (SlDescriber *self)
{
  g_clear_handle_id (&self->late_id, g_source_remove);
  g_queue_clear_full (&self->waiting, g_object_unref);
  if (self->saying && self->speech)
    sl_speech_stop (self->speech);
  set_saying (self, NULL, 0);
  sl_conductor_hold (self->conductor, FALSE);
}

static void
give_up (SlDescriber *self)
{
  const gboolean is_news = !self->failed;

  be_quiet (self);
  self->failed = self->silent = TRUE;
  if (is_news)
    g_signal_emit (self, signals[FAILED], 0);
}

static gboolean
late_cb (gpointer data)
{
  SlDescriber *self = SL_DESCRIBER (data);

  self->late_id = 0;
  give_up (self);
  return G_SOURCE_REMOVE;
}

/* @language: (out) (optional) (nullable). Returns: as long as the wording lives */
static const char *
get_text (SlDescriber *self, SlCue *cue, const char **language)
{
  const char      *text = sl_caption_get_text (SL_CAPTION (sl_cue_get_record (cue)));
  SlCaptionTrack  *track = sl_captions_get_track (self->descriptions);
  gboolean         is_own = FALSE;
  g_autofree char *context = NULL;

  if (self->wording)
    {
      context = g_strconcat (self->context, sl_cue_get_id (cue), NULL);
      text = sl_wording_say (self->wording, context, text, &is_own);
    }
  if (language)
    *language = is_own ? sl_wording_get_language (self->wording) : track ? sl_caption_track_get_language (track)
                                                                         : NULL;
  return text;
}

static void
hold (SlDescriber *self)
{
  const guint characters = (guint)g_utf8_strlen (get_text (self, self->saying, NULL), -1);

  sl_conductor_hold (self->conductor, TRUE);
  if (self->late_id == 0)
    self->late_id = g_timeout_add (self->patience + characters * PER_CHARACTER, late_cb, self);
}

static gboolean
is_over (SlDescriber *self, SlCue *cue)
{
  return sl_cue_get_end (cue) <= sl_session_get_time (self->session);
}

static void
say (SlDescriber *self, SlCue *cue)
{
  const char *language, *text = get_text (self, cue, &language);

  g_clear_handle_id (&self->late_id, g_source_remove);
  set_saying (self, cue, sl_speech_say (self->speech, text, language, sl_conductor_get_rate (self->conductor)));
  if (sl_caption_get_extended (SL_CAPTION (sl_cue_get_record (cue))) || is_over (self, cue))
    hold (self);
  else
    sl_conductor_hold (self->conductor, FALSE);
}

/* The film has come to @cue. Those that come together are said one after the other. */
static void
come_to (SlDescriber *self, SlCue *cue)
{
  if (self->speech == NULL || self->silent || !self->playing || *get_text (self, cue, NULL) == '\0')
    return;
  if (self->saying == NULL)
    {
      say (self, cue);
      return;
    }
  if (cue == self->saying || g_queue_find (&self->waiting, cue))
    return;
  g_queue_push_tail (&self->waiting, g_object_ref (cue));
  hold (self);
}

static void
ended_cb (SlDescriber *self, guint number)
{
  g_autoptr (SlCue) next = NULL;

  if (number != self->number)
    return;
  next = g_queue_pop_head (&self->waiting);
  if (next)
    {
      say (self, next);
      return;
    }
  set_saying (self, NULL, 0);
  be_quiet (self);
}

/* Following the film */

/* Whether the picture that is shown is one from before the seek that is under way. */
static gboolean
is_on_the_way (SlDescriber *self)
{
  return sl_conductor_get_target (self->conductor) != sl_session_get_time (self->session);
}

static gboolean
is_near (SlDescriber *self, SlCue *cue)
{
  return sl_session_get_time (self->session) - sl_cue_get_start (cue) < NEAR;
}

static void
cue_entered_cb (SlDescriber *self, SlCue *cue)
{
  if (!is_on_the_way (self) && (!self->sought || is_near (self, cue)))
    come_to (self, cue);
}

static void
cue_left_cb (SlDescriber *self, SlCue *cue)
{
  if (cue == self->saying && is_over (self, cue))
    hold (self);
}

/* What is on already has not come. */
static void
look_around (SlDescriber *self)
{
  GListModel *now = sl_captions_get_now (self->descriptions);

  for (guint i = 0; i < g_list_model_get_n_items (now); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (now, i);

      if (is_near (self, cue))
        come_to (self, cue);
    }
}

static void
time_cb (SlDescriber *self)
{
  if (!self->sought || self->dragged || is_on_the_way (self))
    return;
  self->sought = FALSE;
  look_around (self);
}

static void
sought_cb (SlDescriber *self, gint64 target, SlSeekMode mode)
{
  /* Another pace, or the beginning of a loop: the film stays where it is. */
  if (target == sl_session_get_time (self->session) && !self->sought)
    return;
  self->sought = TRUE;
  self->dragged = mode != SL_SEEK_EXACT;
  g_clear_object (&self->cut_off);
  be_quiet (self);
}

static void
pause_film (SlDescriber *self)
{
  g_set_object (&self->cut_off, self->saying);
  be_quiet (self);
}

static void
go_on (SlDescriber *self)
{
  g_autoptr (SlCue) cue = g_steal_pointer (&self->cut_off);

  if (cue)
    come_to (self, cue);
  else if (!self->sought)
    look_around (self);
}

static void
playing_cb (SlDescriber *self)
{
  const gboolean playing = sl_conductor_get_playing (self->conductor);

  if (self->playing == playing)
    return;
  self->playing = playing;
  if (playing)
    go_on (self);
  else if (sl_conductor_get_state (self->conductor) != SL_PLAYER_ENDED) /* the last words are said to their end */
    pause_film (self);
}

static void
choose (SlDescriber *self)
{
  SlClip         *clip = sl_session_get_clip (self->session);
  SlCaptionTrack *track;

  sl_captions_choose (self->descriptions, sl_tracks_find_usual (sl_captions_get_tracks (self->descriptions)));
  g_clear_pointer (&self->wording, sl_wording_unref);
  g_clear_pointer (&self->context, g_free);
  track = sl_captions_get_track (self->descriptions);
  if (clip && track)
    self->wording = sl_tracks_find_wording (sl_session_get_casebook (self->session), clip, track);
  if (self->wording)
    self->context = g_strdup_printf ("clip/%s/%s/", sl_clip_get_id (clip), sl_wording_get_context (SL_LINES_DESCRIBED));
}

static void
clip_cb (SlDescriber *self)
{
  g_clear_object (&self->cut_off);
  be_quiet (self);
  self->sought = TRUE;
  self->dragged = self->silent = FALSE;
  choose (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AVAILABLE]);
}

static void
set_on (SlDescriber *self, gboolean on)
{
  if (self->on == on)
    return;
  self->on = on;
  g_clear_object (&self->cut_off);
  be_quiet (self);
  g_clear_object (&self->speech);
  self->failed = self->silent = FALSE;
  if (on)
    {
      self->speech = sl_speech_new ();
      g_signal_connect_object (self->speech, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->speech, "failed", G_CALLBACK (give_up), self, G_CONNECT_SWAPPED);
    }
  if (on && sl_describer_get_available (self))
    sl_speech_open (self->speech); /* whether there is a voice is told before it is missed */
  if (!self->sought)
    look_around (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ON]);
}

static void
sl_describer_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlDescriber *self = SL_DESCRIBER (object);

  switch (prop_id)
    {
    case PROP_ON:
      g_value_set_boolean (value, self->on);
      break;
    case PROP_AVAILABLE:
      g_value_set_boolean (value, sl_describer_get_available (self));
      break;
    case PROP_SAYING:
      g_value_set_object (value, self->saying);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_describer_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ON:
      set_on (SL_DESCRIBER (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_describer_dispose (GObject *object)
{
  SlDescriber *self = SL_DESCRIBER (object);

  if (self->conductor)
    be_quiet (self);
  g_clear_object (&self->cut_off);
  g_clear_object (&self->speech);
  g_clear_pointer (&self->wording, sl_wording_unref);
  g_clear_pointer (&self->context, g_free);
  g_clear_object (&self->descriptions);
  g_clear_object (&self->session);
  g_clear_object (&self->conductor);

  G_OBJECT_CLASS (sl_describer_parent_class)->dispose (object);
}

static void
sl_describer_class_init (SlDescriberClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const int     read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_describer_dispose;
  object_class->get_property = sl_describer_get_property;
  object_class->set_property = sl_describer_set_property;

  properties[PROP_ON] = g_param_spec_boolean ("on", NULL, NULL, FALSE, read | G_PARAM_WRITABLE);
  properties[PROP_AVAILABLE] = g_param_spec_boolean ("available", NULL, NULL, FALSE, read);
  properties[PROP_SAYING] = g_param_spec_object ("saying", NULL, NULL, SL_TYPE_CUE, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_describer_init (SlDescriber *self)
{
  self->patience = PATIENCE;
  g_queue_init (&self->waiting);
}

SlDescriber *
sl_describer_new (SlConductor *conductor)
{
  SlDescriber *self;

  g_return_val_if_fail (SL_IS_CONDUCTOR (conductor), NULL);

  self = g_object_new (SL_TYPE_DESCRIBER, NULL);
  self->conductor = g_object_ref (conductor);
  self->session = g_object_ref (sl_conductor_get_session (conductor));
  self->descriptions = g_object_ref (sl_session_get_descriptions (self->session));
  g_signal_connect_object (self->descriptions, "cue-entered", G_CALLBACK (cue_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->descriptions, "cue-left", G_CALLBACK (cue_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::time", G_CALLBACK (time_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::clip", G_CALLBACK (clip_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (conductor, "sought", G_CALLBACK (sought_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (conductor, "notify::playing", G_CALLBACK (playing_cb), self, G_CONNECT_SWAPPED);
  clip_cb (self);
  playing_cb (self);
  return self;
}

void
sl_describer_set_patience (SlDescriber *self, guint milliseconds)
{
  g_return_if_fail (SL_IS_DESCRIBER (self));

  self->patience = milliseconds;
}

void
sl_describer_try_again (SlDescriber *self)
{
  g_return_if_fail (SL_IS_DESCRIBER (self));

  self->failed = self->silent = FALSE;
  if (self->speech)
    sl_speech_open (self->speech);
}

gboolean
sl_describer_get_on (SlDescriber *self)
{
  g_return_val_if_fail (SL_IS_DESCRIBER (self), FALSE);

  return self->on;
}

gboolean
sl_describer_get_available (SlDescriber *self)
{
  g_return_val_if_fail (SL_IS_DESCRIBER (self), FALSE);

  return sl_captions_get_track (self->descriptions) != NULL;
}
