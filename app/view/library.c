/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The casebooks at hand. Reading one can take long, so it happens on a thread; what was read never changes. */
#include "library.h"

#include "archive-cache.h"
#include "archive-unpack.h"
#include "casebook-reader.h"
#include "installation.h"

static void
add_folders (GPtrArray *folders, const char *datadir)
{
  g_autofree char *path = g_build_filename (datadir, "casebooks", NULL);
  g_autoptr (GFile) parent = g_file_new_for_path (path);
  g_autoptr (GFileEnumerator) children =
    g_file_enumerate_children (parent, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GFile *child;

  while (children && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child)
    {
      g_autoptr (GFile) casebook = g_file_get_child (child, "casebook.json");

      if (g_file_query_exists (casebook, NULL))
        g_ptr_array_add (folders, g_object_ref (child));
    }
}

GPtrArray *
sl_library_list_folders (void)
{
  GPtrArray         *folders = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char   *own = sl_installation_get_datadir ();
  g_autofree char   *user = g_build_filename (g_get_user_data_dir (), "sidelight", NULL);
  const char *const *system = g_get_system_data_dirs ();

  add_folders (folders, own);
  add_folders (folders, user);
  for (guint i = 0; system[i]; i++)
    {
      g_autofree char *path = g_build_filename (system[i], "sidelight", NULL);

      if (!g_str_equal (path, own))
        add_folders (folders, path);
    }
  return folders;
}

GFile *
sl_library_find_folder (const char *id)
{
  g_autoptr (GPtrArray) folders = sl_library_list_folders ();

  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < folders->len; i++)
    {
      GFile           *folder = g_ptr_array_index (folders, i);
      g_autofree char *name = g_file_get_basename (folder);

      if (g_str_equal (name, id))
        return g_object_ref (folder);
    }
  return NULL;
}

typedef struct
{
  SlCasebook *casebook;
  GPtrArray  *findings;
  GError     *error;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_object (&reading->casebook);
  g_clear_pointer (&reading->findings, g_ptr_array_unref);
  g_clear_error (&reading->error);
  g_free (reading);
}

/* Findings of the archive come before those of the casebook in it. */
static void
read_archive (Reading *self, GFile *archive)
{
  g_autoptr (SlReport) report = sl_report_new ();
  g_autoptr (GFile) folder = sl_archive_cache_unpack (archive, report, &self->error);
  g_autoptr (GPtrArray) others = NULL;

  if (folder != NULL)
    self->casebook = sl_casebook_reader_read_folder (folder, &others, &self->error);
  self->findings = g_ptr_array_ref (sl_report_get_findings (report));
  for (guint i = 0; others != NULL && i < others->len; i++)
    g_ptr_array_add (self->findings, sl_finding_ref (others->pdata[i]));
}

static void
read_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = g_new0 (Reading, 1);

  if (sl_archive_is_file (data))
    read_archive (reading, data);
  else
    reading->casebook = sl_casebook_reader_read_folder (data, &reading->findings, &reading->error);
  g_task_return_pointer (task, reading, reading_free);
}

void
sl_library_read_async (GFile *place, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_return_if_fail (G_IS_FILE (place));

  g_task_set_task_data (task, g_object_ref (place), g_object_unref);
  g_task_run_in_thread (task, read_cb);
}

SlCasebook *
sl_library_read_finish (GAsyncResult *result, GPtrArray **findings, GError **error)
{
  Reading    *reading = g_task_propagate_pointer (G_TASK (result), error);
  SlCasebook *casebook;

  if (reading == NULL)
    return NULL;
  casebook = g_steal_pointer (&reading->casebook);
  if (findings)
    *findings = g_steal_pointer (&reading->findings);
  if (casebook == NULL)
    g_propagate_error (error, g_steal_pointer (&reading->error));
  reading_free (reading);
  return casebook;
}
