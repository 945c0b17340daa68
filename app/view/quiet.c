/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What came while it was quiet, counted until its chapter is left. The notes themselves stay where they are: the panel
 * that has them goes, and comes back for as long as they are read. Who opens it by hand has it.
 */
#include "quiet.h"

#include "chapter.h"
#include "clip-name.h"

struct _SlQuiet
{
  GObject parent_instance;

  SlConductor    *conductor;
  SlReadingPause *pause;
  GObject        *page; /* (nullable) (weak) */
  gboolean        on;
  gboolean        panel_before; /* whether the panel was shown before it was quiet */
  gboolean        reading;      /* it was opened for what was offered */
  GHashTable     *kept;         /* of utf8: the notes' ids, which they have also when their casebook is read again */
  char           *clip;         /* (nullable): what it is known by, whose notes these are */
  SlChapter      *left;         /* (nullable): the chapter that ended in this move of the session */
  SlChapter      *chapter;      /* (nullable): whose notes are offered */
  guint           offered;
};

G_DEFINE_FINAL_TYPE (SlQuiet, sl_quiet, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ON,
  PROP_OFFERED,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_panel (SlQuiet *self, gboolean shown)
{
  if (self->page)
    g_object_set (self->page, "panel-shown", shown, NULL);
}

static void
offer (SlQuiet *self, SlChapter *chapter)
{
  self->offered = g_hash_table_size (self->kept);
  g_set_object (&self->chapter, chapter);
  g_hash_table_remove_all (self->kept);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OFFERED]);
}

static void
forget (SlQuiet *self)
{
  g_hash_table_remove_all (self->kept);
  g_clear_object (&self->left);
  sl_quiet_put_away (self);
}

static void
cue_entered_cb (SlQuiet *self, SlCue *cue)
{
  if (self->on && sl_cue_get_kind (cue) == SL_CUE_NOTE)
    g_hash_table_add (self->kept, g_strdup (sl_cue_get_id (cue)));
}

static void
cue_left_cb (SlQuiet *self, SlCue *cue)
{
  if (self->on && sl_cue_get_kind (cue) == SL_CUE_CHAPTER)
    g_set_object (&self->left, SL_CHAPTER (sl_cue_get_record (cue)));
}

/* Only now all that came in the same move is known. */
static void
time_cb (SlQuiet *self)
{
  g_autoptr (SlChapter) left = g_steal_pointer (&self->left);

  if (left && g_hash_table_size (self->kept) > 0)
    offer (self, left);
}

/* A film without chapters is one. What is begun anew has been left, also where it is the same. */
static void
state_cb (SlQuiet *self)
{
  const SlPlayerState state = sl_conductor_get_state (self->conductor);

  if (state == SL_PLAYER_ENDED && g_hash_table_size (self->kept) > 0)
    offer (self, NULL);
  else if (state == SL_PLAYER_IDLE || state == SL_PLAYER_LOADING)
    forget (self);
}

/* Where the same clip follows its film has not moved: what came then still waits for its reader. */
static void
clip_cb (SlQuiet *self)
{
  g_autofree char *name = sl_clip_name_build (sl_conductor_get_session (self->conductor));

  g_clear_object (&self->left);
  if (name == NULL)
    return;
  if (g_strcmp0 (self->clip, name) != 0)
    forget (self);
  g_free (self->clip);
  self->clip = g_steal_pointer (&name);
}

/* Who has read them goes on. */
static void
waiting_cb (SlQuiet *self)
{
  if (!self->reading || sl_reading_pause_get_waiting (self->pause))
    return;
  self->reading = FALSE;
  if (self->on)
    show_panel (self, FALSE);
}

static void
set_on (SlQuiet *self, gboolean on)
{
  if (self->on == on)
    return;
  self->on = on;
  if (on && self->page)
    g_object_get (self->page, "panel-shown", &self->panel_before, NULL);
  show_panel (self, !on && self->panel_before);
  forget (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ON]);
}

static void
sl_quiet_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlQuiet *self = SL_QUIET (object);

  switch (prop_id)
    {
    case PROP_ON:
      g_value_set_boolean (value, self->on);
      break;
    case PROP_OFFERED:
      g_value_set_uint (value, self->offered);
      break;
    case PROP_TITLE:
      g_value_set_string (value, sl_quiet_get_title (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_quiet_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ON:
      set_on (SL_QUIET (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_quiet_dispose (GObject *object)
{
  SlQuiet *self = SL_QUIET (object);

  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->conductor);
  g_clear_object (&self->pause);
  g_clear_object (&self->left);
  g_clear_object (&self->chapter);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_clear_pointer (&self->clip, g_free);

  G_OBJECT_CLASS (sl_quiet_parent_class)->dispose (object);
}

static void
sl_quiet_class_init (SlQuietClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const int     read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_quiet_dispose;
  object_class->get_property = sl_quiet_get_property;
  object_class->set_property = sl_quiet_set_property;

  properties[PROP_ON] = g_param_spec_boolean ("on", NULL, NULL, FALSE, read | G_PARAM_WRITABLE);
  properties[PROP_OFFERED] = g_param_spec_uint ("offered", NULL, NULL, 0, G_MAXUINT, 0, read);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sl_quiet_init (SlQuiet *self)
{
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

SlQuiet *
sl_quiet_new (SlConductor *conductor, SlReadingPause *pause, GObject *page)
{
  SlQuiet   *self;
  SlSession *session;

  g_return_val_if_fail (SL_IS_CONDUCTOR (conductor) && SL_IS_READING_PAUSE (pause) && G_IS_OBJECT (page), NULL);

  self = g_object_new (SL_TYPE_QUIET, NULL);
  self->conductor = g_object_ref (conductor);
  self->pause = g_object_ref (pause);
  g_set_weak_pointer (&self->page, page);
  session = sl_conductor_get_session (conductor);
  g_signal_connect_object (session, "cue-entered", G_CALLBACK (cue_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "cue-left", G_CALLBACK (cue_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::time", G_CALLBACK (time_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::clip", G_CALLBACK (clip_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (conductor, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pause, "notify::waiting", G_CALLBACK (waiting_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
sl_quiet_read (SlQuiet *self)
{
  g_return_if_fail (SL_IS_QUIET (self));

  if (self->offered == 0)
    return;
  sl_quiet_put_away (self);
  show_panel (self, TRUE);
  /* What is over waits for nobody. */
  self->reading = sl_conductor_get_state (self->conductor) != SL_PLAYER_ENDED;
  if (self->reading)
    sl_reading_pause_begin (self->pause);
}

void
sl_quiet_put_away (SlQuiet *self)
{
  g_return_if_fail (SL_IS_QUIET (self));

  if (self->offered == 0)
    return;
  self->offered = 0;
  g_clear_object (&self->chapter);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OFFERED]);
}

gboolean
sl_quiet_get_on (SlQuiet *self)
{
  g_return_val_if_fail (SL_IS_QUIET (self), FALSE);

  return self->on;
}

guint
sl_quiet_get_offered (SlQuiet *self)
{
  g_return_val_if_fail (SL_IS_QUIET (self), 0);

  return self->offered;
}

const char *
sl_quiet_get_title (SlQuiet *self)
{
  g_return_val_if_fail (SL_IS_QUIET (self), NULL);

  return self->chapter ? sl_chapter_get_title (self->chapter) : NULL;
}
