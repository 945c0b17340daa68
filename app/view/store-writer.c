/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A commit waits for the disk, which on a memory card can take a second: no film should stumble over that.
 * One thread, so that points are written in the order in which they came. What is worth writing is decided
 * elsewhere.
 */
#include "store-writer.h"

#define PATIENCE (G_USEC_PER_SEC) /* at the end, for what is still to be written */

/* What the thread and its owner share; whoever goes last frees it. */
typedef struct
{
  char           *path;
  GMutex          mutex;
  GCond           changed;
  GQueue          points; /* of SlResumePoint; those of one clip that follow each other are one */
  GSourceOnceFunc failed; /* called by the owner's thread, while it is the owner */
  gpointer        data;
  gboolean        ending;
  gboolean        ended;
} Shared;

struct _SlStoreWriter
{
  Shared *shared;
};

static void
shared_clear (gpointer data)
{
  Shared *shared = data;

  g_free (shared->path);
  g_queue_clear_full (&shared->points, (GDestroyNotify)sl_resume_point_free);
  g_mutex_clear (&shared->mutex);
  g_cond_clear (&shared->changed);
}

/* Returns: (transfer full) (nullable): NULL when there is nothing more to come */
static SlResumePoint *
wait_for_point (Shared *shared)
{
  SlResumePoint *point;

  g_mutex_lock (&shared->mutex);
  while (g_queue_is_empty (&shared->points) && !shared->ending)
    g_cond_wait (&shared->changed, &shared->mutex);
  point = g_queue_pop_head (&shared->points);
  g_mutex_unlock (&shared->mutex);
  return point;
}

static void
release (gpointer data)
{
  g_atomic_rc_box_release_full (data, shared_clear);
}

static gboolean
failed_cb (gpointer data)
{
  Shared *shared = data;

  if (!shared->ending) /* which this thread alone changes */
    shared->failed (shared->data);
  return G_SOURCE_REMOVE;
}

static gpointer
write_all (gpointer data)
{
  Shared        *shared = data;
  SlStore       *store = NULL;
  gboolean       told = FALSE;
  SlResumePoint *point;

  while ((point = wait_for_point (shared)))
    {
      if (store == NULL)
        store = sl_store_new (shared->path);
      if (!sl_store_keep (store, point) && !told)
        {
          told = TRUE;
          g_idle_add_full (G_PRIORITY_DEFAULT, failed_cb, g_atomic_rc_box_acquire (shared), release);
        }
      sl_resume_point_free (point);
    }
  g_clear_pointer (&store, sl_store_free);
  g_mutex_lock (&shared->mutex);
  shared->ended = TRUE;
  g_cond_broadcast (&shared->changed);
  g_mutex_unlock (&shared->mutex);
  release (shared);
  return NULL;
}

SlStoreWriter *
sl_store_writer_new (const char *path, GSourceOnceFunc failed, gpointer data)
{
  SlStoreWriter *self = g_new0 (SlStoreWriter, 1);

  self->shared = g_atomic_rc_box_new0 (Shared);
  self->shared->path = g_strdup (path);
  self->shared->failed = failed;
  self->shared->data = data;
  g_mutex_init (&self->shared->mutex);
  g_cond_init (&self->shared->changed);
  g_queue_init (&self->shared->points);
  g_thread_unref (g_thread_new ("store", write_all, g_atomic_rc_box_acquire (self->shared)));
  return self;
}

void
sl_store_writer_free (SlStoreWriter *self)
{
  Shared      *shared;
  const gint64 end = g_get_monotonic_time () + PATIENCE;

  g_return_if_fail (self != NULL);

  shared = self->shared;
  g_mutex_lock (&shared->mutex);
  shared->ending = TRUE;
  g_cond_broadcast (&shared->changed);
  while (!shared->ended && g_cond_wait_until (&shared->changed, &shared->mutex, end))
    ;
  g_mutex_unlock (&shared->mutex);
  release (shared);
  g_free (self);
}

void
sl_store_writer_keep (SlStoreWriter *self, const SlResumePoint *point)
{
  Shared        *shared;
  SlResumePoint *last;

  g_return_if_fail (self != NULL && point != NULL);

  shared = self->shared;
  g_mutex_lock (&shared->mutex);
  last = g_queue_peek_tail (&shared->points);
  if (last && g_str_equal (last->casebook, point->casebook) && g_str_equal (last->clip, point->clip))
    sl_resume_point_free (g_queue_pop_tail (&shared->points));
  g_queue_push_tail (&shared->points, sl_resume_point_copy (point));
  g_cond_broadcast (&shared->changed);
  g_mutex_unlock (&shared->mutex);
}
