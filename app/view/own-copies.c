/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A copy is another cut or not by its length alone, which the player knows once it has opened it: nobody reads a
 * film through to find that out. What the viewer has answered holds until the file is of another length.
 */
#include "own-copies.h"

#include "store-writer.h"

struct _SlOwnCopies
{
  GObject parent_instance;

  SlConductor     *conductor;
  char            *path;   /* (nullable): of the store */
  SlStore         *store;  /* (nullable): for reading */
  SlStoreWriter   *writer; /* (nullable) */
  GHashTable      *recent; /* of SlOwnCopy by casebook and clip: what may not be written yet; without a URI: forgotten */
  SlOwnCopiesState state;
  SlOwnCopy       *copy;   /* (nullable): of the session's clip */
  gint64           length; /* of its file; 0 while unknown */
};

G_DEFINE_FINAL_TYPE (SlOwnCopies, sl_own_copies, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (SlOwnCopiesState,
                    sl_own_copies_state,
                    G_DEFINE_ENUM_VALUE (SL_OWN_COPIES_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (SL_OWN_COPIES_WANTED, "wanted"),
                    G_DEFINE_ENUM_VALUE (SL_OWN_COPIES_GIVEN, "given"),
                    G_DEFINE_ENUM_VALUE (SL_OWN_COPIES_OTHER_CUT, "other-cut"))

enum {
  PROP_0,
  PROP_STATE,
  PROP_OFFSET,
  N_PROPS
};

enum {
  CHOSEN,
  NOT_KEPT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static SlClip *
get_clip (SlOwnCopies *self)
{
  return sl_session_get_clip (sl_conductor_get_session (self->conductor));
}

static const char *
get_casebook_id (SlOwnCopies *self)
{
  return sl_casebook_get_id (sl_session_get_casebook (sl_conductor_get_session (self->conductor)));
}

/* Returns: (nullable): NULL too for a clip that has its film */
static SlBringYourOwn *
get_wish (SlOwnCopies *self)
{
  SlClip *clip = get_clip (self);

  return clip && sl_clip_get_media (clip) == NULL ? sl_clip_get_bring_your_own (clip) : NULL;
}

/* What is remembered */

static char *
build_key (const char *casebook, const char *clip)
{
  return g_strconcat (casebook, "/", clip, NULL);
}

static void
not_kept_cb (gpointer data)
{
  g_signal_emit (data, signals[NOT_KEPT], 0, SL_OWN_COPIES (data)->path);
}

static void
keep (SlOwnCopies *self, const SlOwnCopy *copy)
{
  g_hash_table_replace (self->recent, build_key (copy->casebook, copy->clip), sl_own_copy_copy (copy));
  if (self->path == NULL)
    return;
  if (self->writer == NULL)
    self->writer = sl_store_writer_new (self->path, not_kept_cb, self);
  sl_store_writer_keep_copy (self->writer, copy);
}

/* Returns: (transfer full) (nullable) */
static SlOwnCopy *
find (SlOwnCopies *self, const char *casebook, const char *clip)
{
  g_autofree char *key = build_key (casebook, clip);
  const SlOwnCopy *recent = g_hash_table_lookup (self->recent, key);

  if (recent)
    return recent->uri ? sl_own_copy_copy (recent) : NULL;
  if (self->store == NULL && self->path)
    self->store = sl_store_new (self->path);
  return self->store ? sl_store_find_copy (self->store, casebook, clip) : NULL;
}

/* The clip that is watched, and its copy */

static void
set_state (SlOwnCopies *self, SlOwnCopiesState state)
{
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
look_up (SlOwnCopies *self)
{
  SlBringYourOwn *wish = get_wish (self);
  SlReel         *reel = sl_conductor_get_reel (self->conductor);

  g_clear_pointer (&self->copy, sl_own_copy_free);
  self->length = 0;
  if (wish)
    self->copy = find (self, get_casebook_id (self), sl_clip_get_id (get_clip (self)));
  sl_reel_set_copy (reel, self->copy ? self->copy->uri : NULL, self->copy ? self->copy->offset : 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OFFSET]);
  set_state (self, self->copy ? SL_OWN_COPIES_GIVEN : wish ? SL_OWN_COPIES_WANTED
                                                           : SL_OWN_COPIES_NONE);
}

static gboolean
is_answered (SlOwnCopies *self)
{
  return self->copy->length > 0 && !sl_own_copy_is_other_cut (self->length, self->copy->length);
}

/* The file has answered. */
static void
state_cb (SlOwnCopies *self)
{
  const SlPlayerState state = sl_conductor_get_state (self->conductor);
  const gint64        length = sl_conductor_get_snapshot (self->conductor)->duration;

  if (self->copy == NULL || self->length > 0 || length <= 0 || !sl_reel_is_copy (sl_conductor_get_reel (self->conductor)))
    return;
  if (state != SL_PLAYER_PAUSED && state != SL_PLAYER_PLAYING)
    return;
  self->length = length;
  if (!sl_own_copy_is_other_cut (length, sl_own_copies_get_expected (self)) || is_answered (self))
    return;
  sl_conductor_set_playing (self->conductor, FALSE);
  set_state (self, SL_OWN_COPIES_OTHER_CUT);
}

/* Who plays it has answered, whichever way. */
static void
playing_cb (SlOwnCopies *self)
{
  if (self->state == SL_OWN_COPIES_OTHER_CUT && sl_conductor_get_playing (self->conductor))
    sl_own_copies_accept (self);
}

static void
sl_own_copies_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlOwnCopies *self = SL_OWN_COPIES (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, (int)self->state);
      break;
    case PROP_OFFSET:
      g_value_set_int64 (value, sl_own_copies_get_offset (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_own_copies_dispose (GObject *object)
{
  SlOwnCopies *self = SL_OWN_COPIES (object);

  sl_own_copies_remember (self, NULL);
  g_clear_pointer (&self->copy, sl_own_copy_free);
  g_clear_pointer (&self->recent, g_hash_table_unref);
  g_clear_object (&self->conductor);

  G_OBJECT_CLASS (sl_own_copies_parent_class)->dispose (object);
}

static void
sl_own_copies_class_init (SlOwnCopiesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GType   type = G_TYPE_FROM_CLASS (klass);
  const int     read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_own_copies_dispose;
  object_class->get_property = sl_own_copies_get_property;

  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, SL_TYPE_OWN_COPIES_STATE, SL_OWN_COPIES_NONE, read);
  properties[PROP_OFFSET] = g_param_spec_int64 ("offset", NULL, NULL, -SL_OWN_COPY_FURTHEST, SL_OWN_COPY_FURTHEST, 0, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NOT_KEPT] = g_signal_new ("not-kept", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sl_own_copies_init (SlOwnCopies *self)
{
  self->recent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)sl_own_copy_free);
}

SlOwnCopies *
sl_own_copies_new (SlConductor *conductor)
{
  SlOwnCopies *self;

  g_return_val_if_fail (SL_IS_CONDUCTOR (conductor), NULL);

  self = g_object_new (SL_TYPE_OWN_COPIES, NULL);
  self->conductor = g_object_ref (conductor);
  g_signal_connect_object (sl_conductor_get_session (conductor), "notify::clip", G_CALLBACK (look_up), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (conductor, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (conductor, "notify::playing", G_CALLBACK (playing_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
sl_own_copies_remember (SlOwnCopies *self, const char *path)
{
  g_return_if_fail (SL_IS_OWN_COPIES (self));

  g_clear_pointer (&self->writer, sl_store_writer_free);
  g_clear_pointer (&self->store, sl_store_free);
  g_free (self->path);
  self->path = g_strdup (path);
}

void
sl_own_copies_choose (SlOwnCopies *self, GFile *file)
{
  g_autofree char *uri = NULL;
  g_autofree char *id = NULL;

  g_return_if_fail (SL_IS_OWN_COPIES (self) && G_IS_FILE (file));

  if (get_wish (self) == NULL)
    return;
  uri = g_file_get_uri (file);
  id = g_strdup (sl_clip_get_id (get_clip (self)));
  /* The same file again is as it was set right before. */
  if (self->copy == NULL || !g_str_equal (self->copy->uri, uri))
    keep (self, &(SlOwnCopy){(char *)get_casebook_id (self), id, uri, 0, 0});
  look_up (self);
  g_signal_emit (self, signals[CHOSEN], 0, id);
}

void
sl_own_copies_forget (SlOwnCopies *self)
{
  g_autofree char *id = NULL;

  g_return_if_fail (SL_IS_OWN_COPIES (self));

  if (self->copy == NULL)
    return;
  id = g_strdup (self->copy->clip);
  keep (self, &(SlOwnCopy){self->copy->casebook, id, NULL, 0, 0});
  look_up (self);
  g_signal_emit (self, signals[CHOSEN], 0, id);
}

void
sl_own_copies_accept (SlOwnCopies *self)
{
  g_return_if_fail (SL_IS_OWN_COPIES (self));

  if (self->state != SL_OWN_COPIES_OTHER_CUT)
    return;
  self->copy->length = self->length;
  keep (self, self->copy);
  set_state (self, SL_OWN_COPIES_GIVEN);
}

void
sl_own_copies_set_offset (SlOwnCopies *self, gint64 offset)
{
  g_return_if_fail (SL_IS_OWN_COPIES (self));

  offset = sl_own_copy_clamp (offset);
  if (self->copy == NULL || self->copy->offset == offset)
    return;
  self->copy->offset = offset;
  keep (self, self->copy);
  sl_conductor_set_offset (self->conductor, offset);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OFFSET]);
}

void
sl_own_copies_align (SlOwnCopies *self, gint64 time)
{
  g_return_if_fail (SL_IS_OWN_COPIES (self) && time >= 0);

  if (self->copy)
    sl_own_copies_set_offset (self, self->copy->offset + sl_conductor_get_target (self->conductor) - MIN (time, SL_OWN_COPY_FURTHEST));
}

SlConductor *
sl_own_copies_get_conductor (SlOwnCopies *self)
{
  g_return_val_if_fail (SL_IS_OWN_COPIES (self), NULL);

  return self->conductor;
}

SlOwnCopiesState
sl_own_copies_get_state (SlOwnCopies *self)
{
  g_return_val_if_fail (SL_IS_OWN_COPIES (self), SL_OWN_COPIES_NONE);

  return self->state;
}

gint64
sl_own_copies_get_offset (SlOwnCopies *self)
{
  g_return_val_if_fail (SL_IS_OWN_COPIES (self), 0);

  return self->copy ? self->copy->offset : 0;
}

char *
sl_own_copies_get_name (SlOwnCopies *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (SL_IS_OWN_COPIES (self), NULL);

  if (self->copy == NULL)
    return NULL;
  file = g_file_new_for_uri (self->copy->uri);
  name = g_file_get_basename (file);
  return name ? g_filename_display_name (name) : NULL;
}

gint64
sl_own_copies_get_length (SlOwnCopies *self)
{
  g_return_val_if_fail (SL_IS_OWN_COPIES (self), 0);

  return self->length;
}

gint64
sl_own_copies_get_expected (SlOwnCopies *self)
{
  SlBringYourOwn *wish;

  g_return_val_if_fail (SL_IS_OWN_COPIES (self), 0);

  wish = get_wish (self);
  return wish ? sl_bring_your_own_get_duration (wish) : 0;
}

const char *
sl_own_copies_get_source (SlOwnCopies *self)
{
  SlBringYourOwn *wish;

  g_return_val_if_fail (SL_IS_OWN_COPIES (self), NULL);

  wish = get_wish (self);
  return wish ? sl_bring_your_own_get_where_to_get (wish) : NULL;
}
