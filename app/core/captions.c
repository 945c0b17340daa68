/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which words are spoken now. A track of the clip is known from the start; what the film's own file says comes
 * while it plays, so that list grows, and what was heard before a seek is still known after it. A film of hours has
 * thousands of cues: none of them may cost a look at all the others.
 */
#include "captions.h"

#include "active-cues.h"
#include "caption.h"
#include "subrip.h"

/* What goes with a clip. */
typedef struct
{
  int         choice;
  GListModel *brought; /* (nullable): by the viewer */
  char       *name;    /* (nullable): of its file */
  GPtrArray  *added;   /* of the film's file, as they came */
  GHashTable *known;   /* of what was added: its times and its text */
  gint64      delay;
} Own;

struct _SlCaptions
{
  GObject parent_instance;

  gboolean      describe; /* the tracks are descriptions */
  SlClip       *clip;
  Own           own;
  Own           left; /* of the clip before; all zero: there was none */
  gint64        time;
  GPtrArray    *cues; /* of what is chosen */
  SlActiveCues *now;
};

G_DEFINE_FINAL_TYPE (SlCaptions, sl_captions, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_NOW,
  PROP_CHOICE,
  PROP_DELAY,
  N_PROPS
};

enum {
  CUE_ENTERED,
  CUE_LEFT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static Own
own_new (void)
{
  return (Own){
    .choice = SL_CAPTIONS_NONE,
    .added = g_ptr_array_new_with_free_func (g_object_unref),
    .known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
}

static void
own_clear (Own *own)
{
  g_clear_object (&own->brought);
  g_clear_pointer (&own->name, g_free);
  g_clear_pointer (&own->added, g_ptr_array_unref);
  g_clear_pointer (&own->known, g_hash_table_unref);
}

static void
entered_cb (SlCaptions *self, SlCue *cue)
{
  if (sl_cue_get_current (cue))
    return; /* it was on in the list before this one */
  sl_cue_set_current (cue, TRUE);
  g_signal_emit (self, signals[CUE_ENTERED], 0, cue);
}

static void
left_cb (SlCaptions *self, SlCue *cue)
{
  sl_cue_set_current (cue, FALSE);
  g_signal_emit (self, signals[CUE_LEFT], 0, cue);
}

static SlCue *
make_cue (SlCaption *caption)
{
  const SlSpan span = {sl_caption_get_start (caption), sl_caption_get_end (caption)};

  return sl_cue_new (SL_CUE_CAPTION, sl_caption_get_id (caption), G_OBJECT (caption), &span);
}

/* @captions: (nullable) */
static GPtrArray *
list_captions (GListModel *captions)
{
  GPtrArray  *cues = g_ptr_array_new_with_free_func (g_object_unref);
  const guint n = captions ? g_list_model_get_n_items (captions) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SlCaption) caption = g_list_model_get_item (captions, i);

      g_ptr_array_add (cues, make_cue (caption));
    }
  return cues;
}

static gint64
own_time (SlCaptions *self)
{
  return MAX (self->time - self->own.delay, -1);
}

/* Follows @cues from now on: (transfer full). What is on in both lists neither leaves nor comes. */
static void
follow (SlCaptions *self, GPtrArray *cues)
{
  SlActiveCues *old = self->now;
  GPtrArray    *old_cues = self->cues;

  self->cues = cues;
  self->now = sl_active_cues_new (cues, NULL);
  for (guint i = 0; old && i < g_list_model_get_n_items (G_LIST_MODEL (old)); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (G_LIST_MODEL (old), i);

      if (!g_ptr_array_find (cues, cue, NULL))
        left_cb (self, cue);
    }
  g_clear_object (&old);
  g_clear_pointer (&old_cues, g_ptr_array_unref);
  g_signal_connect_object (self->now, "cue-entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->now, "cue-left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  sl_active_cues_jump (self->now, own_time (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOW]);
}

static void
sl_captions_dispose (GObject *object)
{
  SlCaptions *self = SL_CAPTIONS (object);

  g_clear_object (&self->now);
  g_clear_object (&self->clip);
  g_clear_pointer (&self->cues, g_ptr_array_unref);
  own_clear (&self->own);
  own_clear (&self->left);

  G_OBJECT_CLASS (sl_captions_parent_class)->dispose (object);
}

static void
sl_captions_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlCaptions *self = SL_CAPTIONS (object);

  switch (prop_id)
    {
    case PROP_NOW:
      g_value_set_object (value, self->now);
      break;
    case PROP_CHOICE:
      g_value_set_int (value, self->own.choice);
      break;
    case PROP_DELAY:
      g_value_set_int64 (value, self->own.delay);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_captions_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SlCaptions *self = SL_CAPTIONS (object);

  switch (prop_id)
    {
    case PROP_CHOICE:
      sl_captions_choose (self, g_value_get_int (value));
      break;
    case PROP_DELAY:
      sl_captions_set_delay (self, g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_captions_class_init (SlCaptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GType   type = G_TYPE_FROM_CLASS (klass);
  const int     read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_captions_dispose;
  object_class->get_property = sl_captions_get_property;
  object_class->set_property = sl_captions_set_property;

  properties[PROP_NOW] = g_param_spec_object ("now", NULL, NULL, G_TYPE_LIST_MODEL, read);
  properties[PROP_CHOICE] =
    g_param_spec_int ("choice", NULL, NULL, SL_CAPTIONS_OF_VIEWER, G_MAXINT, SL_CAPTIONS_NONE, read | G_PARAM_WRITABLE);
  properties[PROP_DELAY] =
    g_param_spec_int64 ("delay", NULL, NULL, G_MININT64, G_MAXINT64, 0, read | G_PARAM_WRITABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CUE_ENTERED] = g_signal_new ("cue-entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SL_TYPE_CUE);
  signals[CUE_LEFT] = g_signal_new ("cue-left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SL_TYPE_CUE);
}

static void
sl_captions_init (SlCaptions *self)
{
  self->own = own_new ();
  self->time = -1;
  follow (self, list_captions (NULL));
}

SlCaptions *
sl_captions_new (void)
{
  return g_object_new (SL_TYPE_CAPTIONS, NULL);
}

SlCaptions *
sl_captions_new_of_descriptions (void)
{
  SlCaptions *self = sl_captions_new ();

  self->describe = TRUE;
  return self;
}

GListModel *
sl_captions_get_tracks (SlCaptions *self)
{
  g_return_val_if_fail (SL_IS_CAPTIONS (self), NULL);

  if (self->clip == NULL)
    return NULL;
  return self->describe ? sl_clip_get_descriptions (self->clip) : sl_clip_get_captions (self->clip);
}

SlCaptionTrack *
sl_captions_get_track (SlCaptions *self)
{
  GListModel *tracks = sl_captions_get_tracks (self);
  g_autoptr (SlCaptionTrack) track = NULL;

  g_return_val_if_fail (SL_IS_CAPTIONS (self), NULL);

  if (tracks && self->own.choice >= 0)
    track = g_list_model_get_item (tracks, (guint)self->own.choice);
  return track; /* the clip keeps it alive */
}

static gpointer
ref_cue (gconstpointer cue, gpointer data)
{
  return g_object_ref ((gpointer)cue);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const gint64 p = sl_cue_get_start (*(SlCue *const *)a), q = sl_cue_get_start (*(SlCue *const *)b);

  return p < q ? -1 : p > q;
}

static GPtrArray *
list_chosen (SlCaptions *self)
{
  SlCaptionTrack *track = sl_captions_get_track (self);
  GPtrArray      *cues;

  if (self->own.choice == SL_CAPTIONS_OF_VIEWER)
    return list_captions (self->own.brought);
  if (self->own.choice != SL_CAPTIONS_OF_FILE)
    return list_captions (track ? sl_caption_track_get_captions (track) : NULL);
  cues = g_ptr_array_copy (self->own.added, ref_cue, NULL);
  g_ptr_array_sort (cues, compare_starts);
  return cues;
}

static void
set_choice (SlCaptions *self, int choice)
{
  self->own.choice = choice;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOICE]);
  follow (self, list_chosen (self));
}

static int
count_tracks (SlCaptions *self)
{
  GListModel *tracks = sl_captions_get_tracks (self);

  return tracks ? (int)g_list_model_get_n_items (tracks) : 0;
}

static int
get_first (SlCaptions *self)
{
  return count_tracks (self) > 0 ? 0 : SL_CAPTIONS_NONE;
}

static void
forget_added (SlCaptions *self)
{
  g_ptr_array_set_size (self->own.added, 0);
  g_hash_table_remove_all (self->own.known);
}

void
sl_captions_set_clip (SlCaptions *self, SlClip *clip)
{
  g_return_if_fail (SL_IS_CAPTIONS (self));

  if (self->clip)
    {
      own_clear (&self->left);
      self->left = self->own;
      self->own = own_new ();
    }
  g_set_object (&self->clip, clip);
  self->time = -1;
  set_choice (self, get_first (self));
  if (self->left.delay != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DELAY]);
}

void
sl_captions_go_on (SlCaptions *self)
{
  g_return_if_fail (SL_IS_CAPTIONS (self));

  if (self->clip == NULL || self->left.added == NULL)
    return;
  own_clear (&self->own);
  self->own = self->left;
  self->left = (Own){0};
  set_choice (self, self->own.choice < count_tracks (self) ? self->own.choice : get_first (self));
  if (self->own.delay != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DELAY]);
}

void
sl_captions_choose (SlCaptions *self, int choice)
{
  g_return_if_fail (SL_IS_CAPTIONS (self));
  g_return_if_fail (choice >= SL_CAPTIONS_OF_VIEWER);

  if (choice >= count_tracks (self) || (choice == SL_CAPTIONS_OF_VIEWER && self->own.brought == NULL))
    choice = SL_CAPTIONS_NONE;
  if (choice != self->own.choice)
    set_choice (self, choice);
}

void
sl_captions_bring (SlCaptions *self, GListModel *captions, const char *name)
{
  g_return_if_fail (SL_IS_CAPTIONS (self));
  g_return_if_fail (G_IS_LIST_MODEL (captions) && name != NULL);

  g_set_object (&self->own.brought, captions);
  g_free (self->own.name);
  self->own.name = g_strdup (name);
  set_choice (self, SL_CAPTIONS_OF_VIEWER);
}

GListModel *
sl_captions_get_brought_captions (SlCaptions *self)
{
  g_return_val_if_fail (SL_IS_CAPTIONS (self), NULL);

  return self->own.brought;
}

const char *
sl_captions_get_brought (SlCaptions *self)
{
  g_return_val_if_fail (SL_IS_CAPTIONS (self), NULL);

  return self->own.brought ? self->own.name : NULL;
}

SlClip *
sl_captions_get_clip (SlCaptions *self)
{
  g_return_val_if_fail (SL_IS_CAPTIONS (self), NULL);

  return self->clip;
}

int
sl_captions_get_choice (SlCaptions *self)
{
  g_return_val_if_fail (SL_IS_CAPTIONS (self), SL_CAPTIONS_NONE);

  return self->own.choice;
}

void
sl_captions_set_delay (SlCaptions *self, gint64 delay)
{
  g_return_if_fail (SL_IS_CAPTIONS (self));

  if (self->own.delay == delay)
    return;
  self->own.delay = delay;
  sl_active_cues_jump (self->now, own_time (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DELAY]);
}

gint64
sl_captions_get_delay (SlCaptions *self)
{
  g_return_val_if_fail (SL_IS_CAPTIONS (self), 0);

  return self->own.delay;
}

void
sl_captions_add (SlCaptions *self, gint64 start, gint64 end, const char *text)
{
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  g_autoptr (SlCaption) caption = NULL;
  SlCue *cue;

  g_return_if_fail (SL_IS_CAPTIONS (self) && text != NULL);

  words = sl_subrip_to_plain (text);
  name = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", start, end, words);
  if (*words == '\0' || start < 0 || end < start || !g_hash_table_add (self->own.known, g_steal_pointer (&name)))
    return;
  id = sl_time_format (start);
  caption = g_object_new (SL_TYPE_CAPTION, "id", id, "start", start, "end", end, "text", words, NULL);
  cue = make_cue (caption);
  g_ptr_array_add (self->own.added, cue);
  if (self->own.choice == SL_CAPTIONS_OF_FILE)
    sl_active_cues_add (self->now, cue); /* and with it to self->cues */
}

void
sl_captions_forget_added (SlCaptions *self)
{
  g_return_if_fail (SL_IS_CAPTIONS (self));

  forget_added (self);
  if (self->own.choice == SL_CAPTIONS_OF_FILE)
    follow (self, list_chosen (self));
}

void
sl_captions_advance (SlCaptions *self, gint64 time)
{
  g_return_if_fail (SL_IS_CAPTIONS (self));

  self->time = time;
  sl_active_cues_advance (self->now, own_time (self));
}

void
sl_captions_jump (SlCaptions *self, gint64 time)
{
  g_return_if_fail (SL_IS_CAPTIONS (self));

  self->time = time;
  sl_active_cues_jump (self->now, own_time (self));
}

GListModel *
sl_captions_get_now (SlCaptions *self)
{
  g_return_val_if_fail (SL_IS_CAPTIONS (self), NULL);

  return G_LIST_MODEL (self->now);
}

SlCue *
sl_captions_lookup (SlCaptions *self, const char *id)
{
  g_return_val_if_fail (SL_IS_CAPTIONS (self) && id != NULL, NULL);

  for (guint i = 0; i < self->cues->len; i++)
    if (g_strcmp0 (sl_cue_get_id (g_ptr_array_index (self->cues, i)), id) == 0)
      return g_ptr_array_index (self->cues, i);
  return NULL;
}
