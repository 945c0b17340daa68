/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which files of a folder go into an archive: those that unpacking would take, without what editors and
 * file managers leave behind. Leaves out what is in them.
 */
#include "config.h"

#include "archive-files.h"

#include "archive-index.h"
#include "archive-names.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct
{
  const char     *root;
  SlReport       *report;
  SlArchiveNames *names;
  GPtrArray      *files;
  guint64         total;
} Listing;

static void list_folder (Listing *self, const char *path, GError **error);

static void
file_free (gpointer data)
{
  g_free (((SlArchiveFile *)data)->path);
  g_free (data);
}

static void
tell (Listing *self, SlSeverity severity, const char *path, const char *code, const char *text)
{
  g_autofree char *file = sl_archive_names_to_display (path, strlen (path));

  sl_report_add (self->report, severity, file, NULL, code, NULL, "%s", text);
}

static gboolean
is_left_out (const char *name)
{
  return *name == '.' || g_str_has_suffix (name, "~") || g_str_has_suffix (name, ".casebook");
}

/* @path: (transfer full) */
static void
add (Listing *self, char *path, guint64 size, gboolean is_folder)
{
  SlArchiveFile *file = g_new0 (SlArchiveFile, 1);

  file->path = path;
  file->size = size;
  file->is_folder = is_folder;
  g_ptr_array_add (self->files, file);
}

static void
list_one (Listing *self, const char *path, GError **error)
{
  g_autofree char *full = g_build_filename (self->root, path, NULL);
  struct stat      status;

  if (lstat (full, &status) != 0)
    g_set_error (error, G_IO_ERROR, (int)g_io_error_from_errno (errno), "%s: %s", path, g_strerror (errno));
  else if (S_ISLNK (status.st_mode))
    tell (self, SL_SEVERITY_ERROR, path, "archive-link", _ ("this is a link; put the file itself here"));
  else if (S_ISDIR (status.st_mode))
    list_folder (self, path, error);
  else if (!S_ISREG (status.st_mode))
    tell (self, SL_SEVERITY_ERROR, path, "archive-special", _ ("this is a device, a pipe or a socket; leave it out"));
  else if (sl_archive_names_add (self->names, path, strlen (path)))
    {
      add (self, g_strdup (path), (guint64)status.st_size, FALSE);
      self->total += (guint64)status.st_size;
    }
}

/* @path: empty for the folder of the casebook itself */
static void
list_folder (Listing *self, const char *path, GError **error)
{
  g_autofree char *full = g_build_filename (self->root, path, NULL);
  g_autofree char *entry = g_strconcat (path, "/", NULL);
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) cause = NULL;
  const guint n_before = self->files->len;
  const char *name;

  if (*path != '\0' && !sl_archive_names_add (self->names, entry, strlen (entry)))
    return;
  dir = g_dir_open (full, 0, error);
  while (dir != NULL && cause == NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_strconcat (path, *path != '\0' ? "/" : "", name, NULL);

      if (is_left_out (name))
        tell (self, SL_SEVERITY_HINT, inner, "left-out", _ ("this is hidden, a backup or an archive, and is left out"));
      else
        list_one (self, inner, &cause);
    }
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  else if (dir != NULL && *path != '\0' && self->files->len == n_before)
    add (self, g_steal_pointer (&entry), 0, TRUE);
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const SlArchiveFile *const *)a)->path, (*(const SlArchiveFile *const *)b)->path);
}

GPtrArray *
sl_archive_files_list (GFile *folder, SlReport *report, GError **error)
{
  Listing self = {.report = report};
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (file_free);
  g_autoptr (SlArchiveNames) names = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (G_IS_FILE (folder) && g_file_peek_path (folder) != NULL && report != NULL, NULL);

  names = sl_archive_names_new (report);
  self.root = g_file_peek_path (folder);
  self.names = names;
  self.files = files;
  list_folder (&self, "", &cause);
  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  if (files->len > SL_ARCHIVE_MAX_ENTRIES)
    tell (&self, SL_SEVERITY_ERROR, ".", "archive-entries", _ ("there are more than 20,000 files; leave some out"));
  if (self.total > SL_ARCHIVE_MAX_BYTES)
    tell (&self, SL_SEVERITY_ERROR, ".", "archive-bytes", _ ("the files are more than 8 GiB together; make some smaller"));
  g_ptr_array_sort (files, compare_files);
  return g_steal_pointer (&files);
}
