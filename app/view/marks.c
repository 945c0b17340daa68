/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is in memory is what holds: the disk follows it. Writing is done on one thread of its own, one thing after the
 * other, for a commit waits for the disk.
 */
#include "config.h"

#include "marks.h"

#include "store.h"

/* The marks of a clip. */
typedef struct
{
  GPtrArray *marks;   /* (element-type SlMark): in their order */
  gboolean   is_read; /* what the store has is among them */
} Shelf;

/* Something to write: a mark, or that there is none of an id any more. */
typedef struct
{
  GWeakRef      marks; /* (nullable): whom to tell */
  GMainContext *context;
  char         *path;
  SlMark       *mark; /* (nullable) */
  char         *id;
  gboolean      is_kept;
} Writing;

struct _SlMarks
{
  GObject parent_instance;

  SlSession   *session;
  char        *path;    /* (nullable) */
  GHashTable  *shelves; /* (element-type utf8 Shelf): by casebook and clip */
  GHashTable  *removed; /* (element-type utf8 SlMark): by id */
  GPtrArray   *unkept;  /* (element-type Writing): to be tried again */
  GThreadPool *writer;  /* (nullable): while there is a path */
};

G_DEFINE_FINAL_TYPE (SlMarks, sl_marks, G_TYPE_OBJECT)

enum {
  NOT_KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
shelf_free (gpointer data)
{
  Shelf *self = data;

  g_ptr_array_unref (self->marks);
  g_free (self);
}

static void
writing_free (gpointer data)
{
  Writing *self = data;

  g_weak_ref_clear (&self->marks);
  g_main_context_unref (self->context);
  g_free (self->path);
  g_clear_object (&self->mark);
  g_free (self->id);
  g_free (self);
}

/* Writing */

static gboolean
written_cb (gpointer data)
{
  Writing *writing = data;
  g_autoptr (SlMarks) self = g_weak_ref_get (&writing->marks);

  /* What was kept in another place, or by somebody who is gone, is nobody's any more. */
  if (self == NULL || writing->is_kept || g_strcmp0 (self->path, writing->path) != 0)
    {
      writing_free (writing);
      return G_SOURCE_REMOVE;
    }
  g_ptr_array_add (self->unkept, writing);
  if (self->unkept->len == 1) /* said once, until it is tried again */
    g_signal_emit (self, signals[NOT_KEPT], 0);
  return G_SOURCE_REMOVE;
}

static void
write_in_thread (gpointer data, gpointer ignored)
{
  Writing *writing = data;
  g_autoptr (SlStore) store = sl_store_new (writing->path);

  if (writing->mark)
    writing->is_kept = sl_store_keep_mark (store, writing->mark);
  else
    writing->is_kept = sl_store_forget_mark (store, writing->id);
  /* Not at once, even if nobody runs the loop: the order is that of the thread. */
  {
    g_autoptr (GSource) source = g_idle_source_new ();

    g_source_set_priority (source, G_PRIORITY_DEFAULT);
    g_source_set_callback (source, written_cb, writing, NULL);
    g_source_attach (source, writing->context);
  }
}

/* @mark: (nullable): to be kept, else @id is to be forgotten */
static void
write_down (SlMarks *self, SlMark *mark, const char *id)
{
  Writing *writing;

  if (self->path == NULL)
    return;
  if (self->writer == NULL)
    self->writer = g_thread_pool_new (write_in_thread, NULL, 1, FALSE, NULL);
  writing = g_new0 (Writing, 1);
  g_weak_ref_init (&writing->marks, self);
  writing->context = g_main_context_ref_thread_default ();
  writing->path = g_strdup (self->path);
  g_set_object (&writing->mark, mark);
  writing->id = g_strdup (id);
  g_thread_pool_push (self->writer, writing, NULL);
}

/* Waits until all is written that can be. */
static void
finish (SlMarks *self)
{
  GThreadPool *writer = g_steal_pointer (&self->writer);

  if (writer)
    g_thread_pool_free (writer, FALSE, TRUE);
}

/* Shelves */

static Shelf *
get_shelf (SlMarks *self, const char *casebook, const char *clip)
{
  g_autofree char *key = g_strconcat (casebook, "/", clip, NULL);
  Shelf           *shelf = g_hash_table_lookup (self->shelves, key);

  if (shelf)
    return shelf;
  shelf = g_new0 (Shelf, 1);
  shelf->marks = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_insert (self->shelves, g_steal_pointer (&key), shelf);
  return shelf;
}

/* Returns: (nullable): where it stands */
static gpointer *
find (Shelf *shelf, const char *id)
{
  for (guint i = 0; i < shelf->marks->len; i++)
    if (g_str_equal (sl_mark_get_id (shelf->marks->pdata[i]), id))
      return &shelf->marks->pdata[i];
  return NULL;
}

/* Words may still come for a clip that was left. Returns: (nullable): where a mark stands, on @shelf then */
static gpointer *
find_anywhere (SlMarks *self, const char *id, Shelf **shelf)
{
  GHashTableIter iter;
  gpointer       value;

  g_hash_table_iter_init (&iter, self->shelves);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      gpointer *place = find (value, id);

      *shelf = value;
      if (place)
        return place;
    }
  return NULL;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return sl_mark_compare (*(SlMark *const *)a, *(SlMark *const *)b);
}

static void
put (Shelf *shelf, SlMark *mark)
{
  if (find (shelf, sl_mark_get_id (mark)))
    return;
  g_ptr_array_add (shelf->marks, g_object_ref (mark));
  g_ptr_array_sort (shelf->marks, compare);
}

/* A store that another program has for the moment is read the next time. */
static void
read_shelf (SlMarks *self, Shelf *shelf, const char *casebook, const char *clip)
{
  g_autoptr (SlStore) store = NULL;
  g_autoptr (GPtrArray) marks = NULL;

  if (shelf->is_read || self->path == NULL)
    return;
  store = sl_store_new (self->path);
  shelf->is_read = sl_store_list_marks (store, casebook, clip, &marks);
  for (guint i = 0; i < marks->len; i++)
    if (!g_hash_table_contains (self->removed, sl_mark_get_id (marks->pdata[i])))
      put (shelf, marks->pdata[i]);
}

/* Returns: (nullable): that of the session's clip */
static Shelf *
get_own_shelf (SlMarks *self)
{
  SlClip     *clip = sl_session_get_clip (self->session);
  SlCasebook *casebook = sl_session_get_casebook (self->session);

  return clip && casebook ? get_shelf (self, sl_casebook_get_id (casebook), sl_clip_get_id (clip)) : NULL;
}

static void
show (SlMarks *self)
{
  GListStore *list = sl_session_get_marks (self->session);
  Shelf      *shelf = get_own_shelf (self);

  g_list_store_splice (list, 0, g_list_model_get_n_items (G_LIST_MODEL (list)), shelf ? shelf->marks->pdata : NULL, shelf ? shelf->marks->len : 0);
}

static void
clip_cb (SlMarks *self)
{
  Shelf *shelf = get_own_shelf (self);

  if (shelf)
    read_shelf (self, shelf, sl_casebook_get_id (sl_session_get_casebook (self->session)), sl_clip_get_id (sl_session_get_clip (self->session)));
  show (self);
}

static void
sl_marks_dispose (GObject *object)
{
  SlMarks *self = SL_MARKS (object);

  finish (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->shelves, g_hash_table_unref);
  g_clear_pointer (&self->removed, g_hash_table_unref);
  g_clear_pointer (&self->unkept, g_ptr_array_unref);

  G_OBJECT_CLASS (sl_marks_parent_class)->dispose (object);
}

static void
sl_marks_class_init (SlMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sl_marks_dispose;

  signals[NOT_KEPT] = g_signal_new ("not-kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_marks_init (SlMarks *self)
{
  self->shelves = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, shelf_free);
  self->removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->unkept = g_ptr_array_new_with_free_func (writing_free);
}

SlMarks *
sl_marks_new (SlSession *session)
{
  SlMarks *self;

  g_return_val_if_fail (SL_IS_SESSION (session), NULL);

  self = g_object_new (SL_TYPE_MARKS, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::clip", G_CALLBACK (clip_cb), self, G_CONNECT_SWAPPED);
  clip_cb (self);
  return self;
}

void
sl_marks_remember (SlMarks *self, const char *path)
{
  GHashTableIter iter;
  gpointer       shelf;

  g_return_if_fail (SL_IS_MARKS (self));

  finish (self);
  g_free (self->path);
  self->path = g_strdup (path);
  g_ptr_array_set_size (self->unkept, 0);
  g_hash_table_iter_init (&iter, self->shelves);
  while (g_hash_table_iter_next (&iter, NULL, &shelf))
    ((Shelf *)shelf)->is_read = FALSE;
  clip_cb (self);
}

SlMark *
sl_marks_add (SlMarks *self)
{
  Shelf *shelf;
  SlSpan now;
  g_autoptr (SlMark) mark = NULL;

  g_return_val_if_fail (SL_IS_MARKS (self), NULL);

  now.start = now.end = sl_session_get_time (self->session);
  shelf = get_own_shelf (self);
  if (shelf == NULL)
    return NULL;
  mark = sl_mark_new (NULL, sl_casebook_get_id (sl_session_get_casebook (self->session)), sl_clip_get_id (sl_session_get_clip (self->session)),
                      &now, NULL, g_get_real_time ());
  put (shelf, mark);
  write_down (self, mark, sl_mark_get_id (mark));
  show (self);
  return mark; /* the shelf keeps it alive */
}

void
sl_marks_reword (SlMarks *self, const char *id, const char *words)
{
  Shelf    *shelf;
  gpointer *place;
  SlMark   *mark;

  g_return_if_fail (SL_IS_MARKS (self) && id != NULL && words != NULL);

  place = find_anywhere (self, id, &shelf);
  if (place == NULL || g_str_equal (sl_mark_get_words (*place), words))
    return;
  mark = sl_mark_reword (*place, words);
  g_object_unref (*place);
  *place = mark;
  write_down (self, mark, sl_mark_get_id (mark));
  show (self);
}

gboolean
sl_marks_remove (SlMarks *self, const char *id)
{
  Shelf    *shelf;
  gpointer *place;

  g_return_val_if_fail (SL_IS_MARKS (self) && id != NULL, FALSE);

  place = find_anywhere (self, id, &shelf);
  if (place == NULL)
    return FALSE;
  g_hash_table_insert (self->removed, g_strdup (id), g_object_ref (*place));
  g_ptr_array_remove_index (shelf->marks, (guint)(place - shelf->marks->pdata));
  write_down (self, NULL, id);
  show (self);
  return TRUE;
}

gboolean
sl_marks_put_back (SlMarks *self, const char *id)
{
  g_autoptr (SlMark) mark = NULL;
  g_autofree char *key = NULL;

  g_return_val_if_fail (SL_IS_MARKS (self) && id != NULL, FALSE);

  if (!g_hash_table_steal_extended (self->removed, id, (gpointer *)&key, (gpointer *)&mark))
    return FALSE;
  put (get_shelf (self, sl_mark_get_casebook (mark), sl_mark_get_clip (mark)), mark);
  write_down (self, mark, id);
  show (self);
  return TRUE;
}

void
sl_marks_try_again (SlMarks *self)
{
  g_autoptr (GPtrArray) unkept = NULL;

  g_return_if_fail (SL_IS_MARKS (self));

  unkept = g_steal_pointer (&self->unkept);
  self->unkept = g_ptr_array_new_with_free_func (writing_free);
  for (guint i = 0; i < unkept->len; i++)
    {
      const Writing *writing = unkept->pdata[i];
      Shelf         *shelf;
      gpointer      *place = find_anywhere (self, writing->id, &shelf);

      /* As it is now: it may have been changed since, or removed. */
      write_down (self, place ? *place : NULL, writing->id);
    }
}
