/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A commit waits for the disk, which on a memory card can take a second: no film should stumble over that.
 * One thread, so that points are written in the order in which they came. What is worth writing is decided
 * elsewhere.
 */
#include "store-writer.h"

#define PATIENCE (G_USEC_PER_SEC) /* at the end, for what is still to be written */

/* Something to write: one of the two. */
typedef struct
{
  SlResumePoint *point;
  SlOwnCopy     *copy;
} Entry;

/* What the thread and its owner share; whoever goes last frees it. */
typedef struct
{
  char           *path;
  GMutex          mutex;
  GCond           changed;
  GQueue          entries; /* of Entry; those of a kind and clip that follow each other are one */
  GSourceOnceFunc failed;  /* called by the owner's thread, while it is the owner */
  gpointer        data;
  gboolean        ending;
  gboolean        ended;
} Shared;

struct _SlStoreWriter
{
  Shared *shared;
};

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_clear_pointer (&self->point, sl_resume_point_free);
  g_clear_pointer (&self->copy, sl_own_copy_free);
  g_free (self);
}

static void
shared_clear (gpointer data)
{
  Shared *shared = data;

  g_free (shared->path);
  g_queue_clear_full (&shared->entries, entry_free);
  g_mutex_clear (&shared->mutex);
  g_cond_clear (&shared->changed);
}

/* Returns: (transfer full) (nullable): NULL when there is nothing more to come */
static Entry *
wait_for_entry (Shared *shared)
{
  Entry *entry;

  g_mutex_lock (&shared->mutex);
  while (g_queue_is_empty (&shared->entries) && !shared->ending)
    g_cond_wait (&shared->changed, &shared->mutex);
  entry = g_queue_pop_head (&shared->entries);
  g_mutex_unlock (&shared->mutex);
  return entry;
}

static gboolean
write_entry (SlStore *store, const Entry *entry)
{
  if (entry->point)
    return sl_store_keep (store, entry->point);
  if (entry->copy->uri == NULL)
    return sl_store_forget_copy (store, entry->copy->casebook, entry->copy->clip);
  return sl_store_keep_copy (store, entry->copy);
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
  Shared  *shared = data;
  SlStore *store = NULL;
  gboolean told = FALSE;
  Entry   *entry;

  while ((entry = wait_for_entry (shared)))
    {
      if (store == NULL)
        store = sl_store_new (shared->path);
      if (!write_entry (store, entry) && !told)
        {
          told = TRUE;
          g_idle_add_full (G_PRIORITY_DEFAULT, failed_cb, g_atomic_rc_box_acquire (shared), release);
        }
      entry_free (entry);
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
  g_queue_init (&self->shared->entries);
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

static gboolean
is_superseded (const Entry *last, const char *casebook, const char *clip, gboolean is_copy)
{
  if (last == NULL || (last->copy != NULL) != is_copy)
    return FALSE;
  return g_str_equal (is_copy ? last->copy->casebook : last->point->casebook, casebook) &&
         g_str_equal (is_copy ? last->copy->clip : last->point->clip, clip);
}

/* @entry: (transfer full) */
static void
put (SlStoreWriter *self, Entry *entry, const char *casebook, const char *clip)
{
  Shared *shared = self->shared;

  g_mutex_lock (&shared->mutex);
  if (is_superseded (g_queue_peek_tail (&shared->entries), casebook, clip, entry->copy != NULL))
    entry_free (g_queue_pop_tail (&shared->entries));
  g_queue_push_tail (&shared->entries, entry);
  g_cond_broadcast (&shared->changed);
  g_mutex_unlock (&shared->mutex);
}

void
sl_store_writer_keep (SlStoreWriter *self, const SlResumePoint *point)
{
  Entry *entry;

  g_return_if_fail (self != NULL && point != NULL);

  entry = g_new0 (Entry, 1);
  entry->point = sl_resume_point_copy (point);
  put (self, entry, point->casebook, point->clip);
}

void
sl_store_writer_keep_copy (SlStoreWriter *self, const SlOwnCopy *copy)
{
  Entry *entry;

  g_return_if_fail (self != NULL && copy != NULL);

  entry = g_new0 (Entry, 1);
  entry->copy = sl_own_copy_copy (copy);
  put (self, entry, copy->casebook, copy->clip);
}
