/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The player tells of all it knows with every news; the session is to be told once, and before the first picture. */
#include "handover.h"

#include "probe-chapter.h"

struct _SlHandover
{
  GObject parent_instance;

  SlSession *session;
  SlPlayer  *player;
  SlReel    *reel;
  gboolean   has_chapters; /* they were handed on */
};

G_DEFINE_FINAL_TYPE (SlHandover, sl_handover, G_TYPE_OBJECT)

/* What is over before the clip begins has no length then, and is left out by who takes it. */
static void
state_cb (SlHandover *self)
{
  GPtrArray                *chapters = sl_player_get_snapshot (self->player)->chapters;
  g_autofree SlFileChapter *known = NULL;

  if (chapters == NULL || self->has_chapters || sl_session_get_clip (self->session) == NULL)
    return;
  self->has_chapters = TRUE;
  known = g_new0 (SlFileChapter, chapters->len);
  for (guint i = 0; i < chapters->len; i++)
    {
      const SlProbeChapter *chapter = g_ptr_array_index (chapters, i);

      known[i] = (SlFileChapter){{sl_reel_to_clip (self->reel, chapter->start), sl_reel_to_clip (self->reel, chapter->end)}, chapter->title};
    }
  sl_session_set_file_chapters (self->session, known, chapters->len);
}

static void
words_cb (SlHandover *self, GPtrArray *words)
{
  SlCaptions *captions = sl_session_get_captions (self->session);

  for (guint i = 0; i < words->len; i++)
    {
      const SlTextCue *cue = g_ptr_array_index (words, i);
      const gint64     end = sl_reel_to_clip (self->reel, cue->end);

      if (end > 0)
        sl_captions_add (captions, sl_reel_to_clip (self->reel, cue->start), end, cue->text);
    }
}

static void
sl_handover_dispose (GObject *object)
{
  SlHandover *self = SL_HANDOVER (object);

  g_clear_object (&self->session);
  g_clear_object (&self->player);

  G_OBJECT_CLASS (sl_handover_parent_class)->dispose (object);
}

static void
sl_handover_class_init (SlHandoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_handover_dispose;
}

static void
sl_handover_init (SlHandover *self)
{
}

SlHandover *
sl_handover_new (SlSession *session, SlPlayer *player, SlReel *reel)
{
  SlHandover *self;

  g_return_val_if_fail (SL_IS_SESSION (session), NULL);
  g_return_val_if_fail (SL_IS_PLAYER (player), NULL);

  self = g_object_new (SL_TYPE_HANDOVER, NULL);
  self->session = g_object_ref (session);
  self->player = g_object_ref (player);
  self->reel = reel;
  g_signal_connect_object (session, "notify::clip", G_CALLBACK (sl_handover_begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (player, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (player, "words", G_CALLBACK (words_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
sl_handover_begin (SlHandover *self)
{
  g_return_if_fail (SL_IS_HANDOVER (self));

  self->has_chapters = FALSE;
}

void
sl_handover_again (SlHandover *self)
{
  sl_handover_begin (self);
  state_cb (self);
}
