/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A suggestion counts where the film comes to the note by playing. Who goes into the middle of one has read it or is
 * looking for something else, and in a loop it would pause at each round. Who has left the film at a pause has had it: it
 * goes on there.
 */
#include "reading-pause.h"

#include "clip-name.h"
#include "note.h"

#define OPENED (5 * G_GINT64_CONSTANT (1000000000)) /* nanoseconds: a film that is opened goes on no earlier */
#define COMING (1 * G_GINT64_CONSTANT (1000000000)) /* nanoseconds after its start in which the film comes to a note */

struct _SlReadingPause
{
  GObject parent_instance;

  SlConductor *conductor;
  gboolean     enabled;
  gboolean     due; /* a note suggests it, and the session has not moved to it yet */
  gboolean     waiting;
  char        *clip;    /* (nullable): that was watched last, with its casebook */
  gint64       last;    /* nanoseconds: where the film was before, or was sent */
  gboolean     dragged; /* somebody looks for another place, and has not let go */
};

G_DEFINE_FINAL_TYPE (SlReadingPause, sl_reading_pause, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ENABLED,
  PROP_WAITING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_waiting (SlReadingPause *self, gboolean waiting)
{
  if (self->waiting == waiting)
    return;
  self->waiting = waiting;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

static void
cue_entered_cb (SlReadingPause *self, SlCue *cue)
{
  const gint64 time = sl_session_get_time (sl_conductor_get_session (self->conductor));

  if (!self->enabled || sl_cue_get_kind (cue) != SL_CUE_NOTE || !sl_note_get_pause (SL_NOTE (sl_cue_get_record (cue))))
    return;
  self->due = time - sl_cue_get_start (cue) < COMING && time - self->last < OPENED && !self->dragged && sl_conductor_get_loop (self->conductor) == SL_LOOP_NONE &&
              sl_conductor_get_playing (self->conductor);
}

static void
time_cb (SlReadingPause *self)
{
  self->last = sl_session_get_time (sl_conductor_get_session (self->conductor));
  if (!self->due)
    return;
  self->due = FALSE;
  sl_reading_pause_begin (self);
}

static void
playing_cb (SlReadingPause *self)
{
  if (sl_conductor_get_playing (self->conductor))
    set_waiting (self, FALSE);
}

static void
end_cb (SlReadingPause *self)
{
  self->due = FALSE;
  set_waiting (self, FALSE);
}

/* Where the same clip follows its film has not moved: there the reader is still at the note, until it plays. */
static void
clip_cb (SlReadingPause *self)
{
  g_autofree char *name = sl_clip_name_build (sl_conductor_get_session (self->conductor));

  self->dragged = self->due = FALSE;
  self->last = 0;
  if (name == NULL)
    return;
  if (g_strcmp0 (self->clip, name) != 0)
    set_waiting (self, FALSE);
  g_free (self->clip);
  self->clip = g_steal_pointer (&name);
}

static void
sought_cb (SlReadingPause *self, gint64 target, SlSeekMode mode)
{
  self->dragged = mode == SL_SEEK_KEYFRAME;
  self->last = target;
  end_cb (self);
}

static void
sl_reading_pause_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlReadingPause *self = SL_READING_PAUSE (object);

  switch (prop_id)
    {
    case PROP_ENABLED:
      g_value_set_boolean (value, self->enabled);
      break;
    case PROP_WAITING:
      g_value_set_boolean (value, self->waiting);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_reading_pause_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SlReadingPause *self = SL_READING_PAUSE (object);

  switch (prop_id)
    {
    case PROP_ENABLED:
      if (self->enabled == g_value_get_boolean (value))
        return;
      self->enabled = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_reading_pause_dispose (GObject *object)
{
  SlReadingPause *self = SL_READING_PAUSE (object);

  g_clear_object (&self->conductor);
  g_clear_pointer (&self->clip, g_free);

  G_OBJECT_CLASS (sl_reading_pause_parent_class)->dispose (object);
}

static void
sl_reading_pause_class_init (SlReadingPauseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const int     read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_reading_pause_dispose;
  object_class->get_property = sl_reading_pause_get_property;
  object_class->set_property = sl_reading_pause_set_property;

  properties[PROP_ENABLED] = g_param_spec_boolean ("enabled", NULL, NULL, TRUE, read | G_PARAM_WRITABLE);
  properties[PROP_WAITING] = g_param_spec_boolean ("waiting", NULL, NULL, FALSE, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sl_reading_pause_init (SlReadingPause *self)
{
  self->enabled = TRUE;
}

SlReadingPause *
sl_reading_pause_new (SlConductor *conductor)
{
  SlReadingPause *self;
  SlSession      *session;

  g_return_val_if_fail (SL_IS_CONDUCTOR (conductor), NULL);

  self = g_object_new (SL_TYPE_READING_PAUSE, NULL);
  self->conductor = g_object_ref (conductor);
  session = sl_conductor_get_session (conductor);
  g_signal_connect_object (session, "cue-entered", G_CALLBACK (cue_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::time", G_CALLBACK (time_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::clip", G_CALLBACK (clip_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (conductor, "notify::playing", G_CALLBACK (playing_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (conductor, "sought", G_CALLBACK (sought_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
sl_reading_pause_begin (SlReadingPause *self)
{
  g_return_if_fail (SL_IS_READING_PAUSE (self));

  sl_conductor_set_playing (self->conductor, FALSE);
  set_waiting (self, TRUE);
}

gboolean
sl_reading_pause_get_waiting (SlReadingPause *self)
{
  g_return_val_if_fail (SL_IS_READING_PAUSE (self), FALSE);

  return self->waiting;
}
