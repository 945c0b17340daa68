/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps what the actions say and what is heard and read the same, whoever changed it. */
#include "track-actions.h"

#include "tracks.h"

#define DELAY_STEP (G_GINT64_CONSTANT (100000000))        /* nanoseconds */
#define LONGEST_DELAY (G_GINT64_CONSTANT (3600000000000)) /* nanoseconds */

struct _SlTrackActions
{
  GObject parent_instance;

  SlConductor   *conductor;
  SlCaptions    *captions;
  GSimpleAction *audio;
  GSimpleAction *track;
  GSimpleAction *delay;
  gboolean       captions_shown;
  gboolean       undecided; /* whether this film begins with captions of its file */
};

G_DEFINE_FINAL_TYPE (SlTrackActions, sl_track_actions, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_CAPTIONS_SHOWN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update_captions (SlTrackActions *self)
{
  g_simple_action_set_state (self->track, g_variant_new_int32 (self->captions_shown ? sl_tracks_get_captions (self->conductor) : -1));
}

static void
update_delay (SlTrackActions *self)
{
  g_simple_action_set_state (self->delay, g_variant_new_int64 (sl_captions_get_delay (self->captions)));
}

static void
ensure_captions (SlTrackActions *self)
{
  if (self->captions_shown && sl_captions_get_choice (self->captions) == SL_CAPTIONS_NONE)
    sl_tracks_choose_usual_captions (self->conductor);
}

static void
state_cb (SlTrackActions *self)
{
  const SlSnapshot *snapshot = sl_conductor_get_snapshot (self->conductor);

  /* What is said before this clip's film is on its way is about another one. */
  if (snapshot->state == SL_PLAYER_LOADING)
    self->undecided = TRUE;
  else if (self->undecided && snapshot->tracks)
    {
      self->undecided = FALSE;
      ensure_captions (self);
    }
  g_simple_action_set_state (self->audio, g_variant_new_int32 (snapshot->audio));
  update_captions (self);
}

static void
set_captions_shown (SlTrackActions *self, gboolean shown)
{
  if (self->captions_shown == shown)
    return;
  self->captions_shown = shown;
  ensure_captions (self);
  update_captions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAPTIONS_SHOWN]);
}

/* Who brings captions wants to see them. */
static void
choice_cb (SlTrackActions *self)
{
  if (sl_captions_get_choice (self->captions) == SL_CAPTIONS_OF_VIEWER)
    set_captions_shown (self, TRUE);
  update_captions (self);
}

static void
audio_cb (SlTrackActions *self, GVariant *state)
{
  const int n = g_variant_get_int32 (state);

  if (n >= 0 && n < (int)sl_tracks_count_sounds (self->conductor))
    sl_conductor_select (self->conductor, SL_TRACK_AUDIO, n);
}

static void
track_cb (SlTrackActions *self, GVariant *state)
{
  const int n = g_variant_get_int32 (state);

  if (n >= (int)sl_tracks_count_captions (self->conductor))
    return;
  if (n >= 0)
    sl_tracks_choose_captions (self->conductor, n);
  set_captions_shown (self, n >= 0);
}

static void
set_delay (SlTrackActions *self, gint64 delay)
{
  sl_captions_set_delay (self->captions, CLAMP (delay, -LONGEST_DELAY, LONGEST_DELAY));
}

static void
delay_cb (SlTrackActions *self, GVariant *state)
{
  set_delay (self, g_variant_get_int64 (state));
}

static void
earlier_cb (SlTrackActions *self)
{
  set_delay (self, sl_captions_get_delay (self->captions) - DELAY_STEP);
}

static void
later_cb (SlTrackActions *self)
{
  set_delay (self, sl_captions_get_delay (self->captions) + DELAY_STEP);
}

static void
sl_track_actions_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CAPTIONS_SHOWN:
      g_value_set_boolean (value, SL_TRACK_ACTIONS (object)->captions_shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_track_actions_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CAPTIONS_SHOWN:
      set_captions_shown (SL_TRACK_ACTIONS (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_track_actions_dispose (GObject *object)
{
  SlTrackActions *self = SL_TRACK_ACTIONS (object);

  g_clear_object (&self->conductor);
  g_clear_object (&self->captions);
  g_clear_object (&self->audio);
  g_clear_object (&self->track);
  g_clear_object (&self->delay);

  G_OBJECT_CLASS (sl_track_actions_parent_class)->dispose (object);
}

static void
sl_track_actions_class_init (SlTrackActionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const int     flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_track_actions_dispose;
  object_class->get_property = sl_track_actions_get_property;
  object_class->set_property = sl_track_actions_set_property;

  properties[PROP_CAPTIONS_SHOWN] = g_param_spec_boolean ("captions-shown", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sl_track_actions_init (SlTrackActions *self)
{
  self->captions_shown = TRUE;
}

/* Returns: (transfer full): in @map already */
static GSimpleAction *
add_state (SlTrackActions *self, GActionMap *map, const char *name, GVariant *state, GCallback change)
{
  GSimpleAction *action = g_simple_action_new_stateful (name, g_variant_get_type (state), state);

  g_signal_connect_object (action, "change-state", change, self, G_CONNECT_SWAPPED);
  g_action_map_add_action (map, G_ACTION (action));
  return action;
}

static void
add_plain (SlTrackActions *self, GActionMap *map, const char *name, GCallback activate)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

  g_signal_connect_object (action, "activate", activate, self, G_CONNECT_SWAPPED);
  g_action_map_add_action (map, G_ACTION (action));
}

SlTrackActions *
sl_track_actions_new (GActionMap *map, SlConductor *conductor)
{
  SlTrackActions *self;
  SlSession      *session;

  g_return_val_if_fail (G_IS_ACTION_MAP (map), NULL);
  g_return_val_if_fail (SL_IS_CONDUCTOR (conductor), NULL);

  self = g_object_new (SL_TYPE_TRACK_ACTIONS, NULL);
  session = sl_conductor_get_session (conductor);
  self->conductor = g_object_ref (conductor);
  self->captions = g_object_ref (sl_session_get_captions (session));
  self->audio = add_state (self, map, "audio-track", g_variant_new_int32 (-1), G_CALLBACK (audio_cb));
  self->track = add_state (self, map, "captions-track", g_variant_new_int32 (-1), G_CALLBACK (track_cb));
  self->delay = add_state (self, map, "captions-delay", g_variant_new_int64 (0), G_CALLBACK (delay_cb));
  add_plain (self, map, "captions-earlier", G_CALLBACK (earlier_cb));
  add_plain (self, map, "captions-later", G_CALLBACK (later_cb));
  g_signal_connect_object (session, "notify::clip", G_CALLBACK (update_captions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (conductor, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->captions, "notify::choice", G_CALLBACK (choice_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->captions, "notify::delay", G_CALLBACK (update_delay), self, G_CONNECT_SWAPPED);
  return self;
}
