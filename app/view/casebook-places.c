/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The folders of a casebook, looked for on a thread: a disk that does not answer must not hold up the window. */
#include "casebook-places.h"

#include <stdlib.h>

/* Casebooks have a handful of folders; who has more gets the first of them watched. */
#define MAX_FOLDERS 64
#define MEDIA "media"

static gboolean
is_folder (GFile *file)
{
  return g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY;
}

/* Adds the folders just in @folder, but for those that are hidden and that of the films. */
static void
list_folders (GFile *folder, GPtrArray *folders)
{
  g_autoptr (GFileEnumerator) children =
    g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                               G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFileInfo *info;

  while (children != NULL && folders->len < MAX_FOLDERS &&
         g_file_enumerator_iterate (children, &info, NULL, NULL, NULL) && info != NULL)
    if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY && *g_file_info_get_name (info) != '.' &&
        !g_str_equal (g_file_info_get_name (info), MEDIA))
      g_ptr_array_add (folders, g_file_get_child (folder, g_file_info_get_name (info)));
}

/* Returns: (transfer full) (nullable) */
static GFile *
resolve (GFile *file)
{
  const char *path = g_file_peek_path (file);
  char       *real = path != NULL ? realpath (path, NULL) : NULL;
  GFile      *resolved = real != NULL ? g_file_new_for_path (real) : NULL;

  free (real);
  return resolved;
}

/* One that is not there would be looked for every few seconds, for ever. */
static void
add_parent (SlCasebookPlaces *self, GFile *file)
{
  GFile *parent = g_file_get_parent (file);

  if (parent != NULL && is_folder (parent))
    g_ptr_array_add (self->folders, parent);
  else
    g_clear_object (&parent);
}

static void
find_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SlCasebookPlaces *self = g_atomic_rc_box_new0 (SlCasebookPlaces);
  GFile            *file = data;
  g_autoptr (GPtrArray) inside = g_ptr_array_new_with_free_func (g_object_unref);

  self->folders = g_ptr_array_new_with_free_func (g_object_unref);
  self->real = resolve (file);
  add_parent (self, file);
  if (self->real != NULL && !g_file_equal (self->real, file))
    add_parent (self, self->real);
  if (is_folder (file))
    g_ptr_array_add (inside, g_object_ref (file));
  for (guint i = 0; i < inside->len; i++)
    {
      g_ptr_array_add (self->folders, g_object_ref (inside->pdata[i]));
      list_folders (inside->pdata[i], inside);
    }
  g_task_return_pointer (task, self, (GDestroyNotify)sl_casebook_places_unref);
}

void
sl_casebook_places_find_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_return_if_fail (G_IS_FILE (file));

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, find_cb);
}

SlCasebookPlaces *
sl_casebook_places_find_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

SlCasebookPlaces *
sl_casebook_places_ref (SlCasebookPlaces *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  SlCasebookPlaces *self = data;

  g_clear_object (&self->real);
  g_ptr_array_unref (self->folders);
}

void
sl_casebook_places_unref (SlCasebookPlaces *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
