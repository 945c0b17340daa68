/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Between the engine's threads and the main thread. Both sides hold a reference, so an engine that hangs
 * can be left behind with its mailbox: what it still posts goes nowhere.
 */
#include "mailbox.h"

struct _SlMailbox
{
  gatomicrefcount ref_count;
  GMutex          lock;
  GMainContext   *context;
  GSourceFunc     wake;
  gpointer        data;
  GSource        *pending; /* the wake-up under way */
  SlFrame        *frame;
  guint64         missed;
  SlSnapshot      snapshot;
  GPtrArray      *text; /* (nullable) */
  gboolean        news;
  gboolean        closed;
  guint           beats; /* atomic */
};

SlMailbox *
sl_mailbox_new (GSourceFunc wake, gpointer data)
{
  SlMailbox *self = g_new0 (SlMailbox, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->context = g_main_context_ref_thread_default ();
  self->wake = wake;
  self->data = data;
  self->snapshot = SL_SNAPSHOT_INIT;
  return self;
}

SlMailbox *
sl_mailbox_ref (SlMailbox *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sl_mailbox_unref (SlMailbox *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_assert (self->pending == NULL);
  g_clear_pointer (&self->frame, sl_frame_unref);
  g_clear_pointer (&self->text, g_ptr_array_unref);
  sl_snapshot_clear (&self->snapshot);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static gboolean
wake_cb (gpointer data)
{
  SlMailbox *self = data;

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->pending, g_source_unref);
  g_mutex_unlock (&self->lock);
  /* close() is called on this thread, so it cannot come in between. */
  if (!self->closed)
    self->wake (self->data);
  return G_SOURCE_REMOVE;
}

/* Called with the lock held. */
static void
schedule (SlMailbox *self)
{
  if (self->pending || self->closed)
    return;
  self->pending = g_idle_source_new ();
  g_source_set_priority (self->pending, G_PRIORITY_DEFAULT);
  g_source_set_static_name (self->pending, "sl_mailbox wake");
  g_source_set_callback (self->pending, wake_cb, sl_mailbox_ref (self), (GDestroyNotify)sl_mailbox_unref);
  g_source_attach (self->pending, self->context);
}

void
sl_mailbox_close (SlMailbox *self)
{
  g_autoptr (GSource) pending = NULL;
  g_autoptr (SlFrame) frame = NULL;

  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->lock);
  self->closed = TRUE;
  pending = g_steal_pointer (&self->pending);
  frame = g_steal_pointer (&self->frame);
  g_mutex_unlock (&self->lock);
  if (pending)
    g_source_destroy (pending);
}

void
sl_mailbox_post_frame (SlMailbox *self, SlFrame *frame)
{
  g_autoptr (SlFrame) old = NULL;

  g_return_if_fail (self != NULL && frame != NULL);

  g_mutex_lock (&self->lock);
  if (self->closed)
    {
      old = frame;
    }
  else
    {
      old = g_steal_pointer (&self->frame);
      self->missed += old != NULL;
      self->frame = frame;
      schedule (self);
    }
  g_mutex_unlock (&self->lock);
}

SlFrame *
sl_mailbox_take_frame (SlMailbox *self)
{
  SlFrame *frame;

  g_return_val_if_fail (self != NULL, NULL);

  g_mutex_lock (&self->lock);
  frame = g_steal_pointer (&self->frame);
  g_mutex_unlock (&self->lock);
  return frame;
}

guint64
sl_mailbox_get_missed (SlMailbox *self)
{
  guint64 missed;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->lock);
  missed = self->missed;
  g_mutex_unlock (&self->lock);
  return missed;
}

void
sl_mailbox_post_snapshot (SlMailbox *self, const SlSnapshot *snapshot)
{
  SlSnapshot old;

  g_return_if_fail (self != NULL && snapshot != NULL);

  g_mutex_lock (&self->lock);
  old = self->snapshot;
  sl_snapshot_copy (snapshot, &self->snapshot);
  self->news = TRUE;
  schedule (self);
  g_mutex_unlock (&self->lock);
  sl_snapshot_clear (&old);
}

gboolean
sl_mailbox_look (SlMailbox *self, SlSnapshot *snapshot)
{
  gboolean news;

  g_return_val_if_fail (self != NULL && snapshot != NULL, FALSE);

  g_mutex_lock (&self->lock);
  sl_snapshot_copy (&self->snapshot, snapshot);
  news = self->news;
  self->news = FALSE;
  g_mutex_unlock (&self->lock);
  return news;
}

void
sl_mailbox_post_text (SlMailbox *self, SlTextCue *cue)
{
  g_return_if_fail (self != NULL && cue != NULL);

  g_mutex_lock (&self->lock);
  if (self->closed)
    {
      sl_text_cue_free (cue);
    }
  else
    {
      if (self->text == NULL)
        self->text = g_ptr_array_new_with_free_func ((GDestroyNotify)sl_text_cue_free);
      g_ptr_array_add (self->text, cue);
      schedule (self);
    }
  g_mutex_unlock (&self->lock);
}

GPtrArray *
sl_mailbox_take_text (SlMailbox *self)
{
  GPtrArray *text;

  g_return_val_if_fail (self != NULL, NULL);

  g_mutex_lock (&self->lock);
  text = g_steal_pointer (&self->text);
  g_mutex_unlock (&self->lock);
  return text;
}

void
sl_mailbox_beat (SlMailbox *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_int_inc (&self->beats);
}

guint
sl_mailbox_get_beats (SlMailbox *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (guint)g_atomic_int_get (&self->beats);
}
