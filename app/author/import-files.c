/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writing into somebody's casebook. Nothing outside its folder is touched, whatever the casebook says, nothing
 * that others wrote meanwhile is lost, and what was not made here is not removed. What is written is not looked
 * at here.
 */
#include "config.h"

#include "import-files.h"

#include "json-scan.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define PERMISSIONS 07777

typedef struct
{
  char    *path;   /* in the casebook */
  char    *target; /* its full path, without links */
  GBytes  *old;    /* (nullable): NULL when it was not there */
  GBytes  *text;   /* what is to be written */
  int      mode;
  gboolean is_written;
} File;

struct _SlImportFiles
{
  char             *root; /* the real path of the folder */
  int               lock; /* a descriptor of the folder */
  SlCasebookFolder *folder;
  GPtrArray        *files; /* of File */
};

static void
file_free (File *file)
{
  g_free (file->path);
  g_free (file->target);
  g_clear_pointer (&file->old, g_bytes_unref);
  g_clear_pointer (&file->text, g_bytes_unref);
  g_free (file);
}

static gboolean
fail (const char *path, int code, GError **error)
{
  g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (code), _ ("“%s” cannot be written: %s"), path, g_strerror (code));
  return FALSE;
}

/* Returns: (transfer full) (nullable): NULL with @error */
static char *
get_real_path (const char *root, const char *path, GError **error)
{
  g_autofree char *full = g_build_filename (root, path, NULL);
  g_autofree char *copy = NULL;
  char            *real = realpath (full, NULL);

  if (real == NULL)
    {
      fail (path, errno, error);
      return NULL;
    }
  copy = g_strdup (real);
  free (real);
  return g_steal_pointer (&copy);
}

/* Waits for other imports. A disk that knows no locks is used without: files that changed are seen all the same. */
static int
lock_folder (const char *root, GError **error)
{
  int fd = open (root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    fail (root, errno, error);
  while (fd >= 0 && flock (fd, LOCK_EX) != 0 && errno == EINTR)
    continue;
  return fd;
}

SlImportFiles *
sl_import_files_new (const char *folder, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (SlCasebookFolder) casebook = NULL;
  g_autofree char *root = NULL;
  SlImportFiles   *self;
  int              lock;

  g_return_val_if_fail (folder != NULL, NULL);

  file = g_file_new_for_path (folder);
  casebook = sl_casebook_folder_new (file, error);
  if (casebook == NULL)
    return NULL;
  root = get_real_path (g_file_peek_path (file), ".", error);
  if (root == NULL)
    return NULL;
  lock = lock_folder (root, error);
  if (lock < 0)
    return NULL;

  self = g_new0 (SlImportFiles, 1);
  self->root = g_steal_pointer (&root);
  self->lock = lock;
  self->folder = g_steal_pointer (&casebook);
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify)file_free);
  return self;
}

void
sl_import_files_free (SlImportFiles *self)
{
  g_return_if_fail (self != NULL);

  close (self->lock); /* which lets go of it, too */
  sl_casebook_folder_free (self->folder);
  g_ptr_array_unref (self->files);
  g_free (self->root);
  g_free (self);
}

SlCasebookFolder *
sl_import_files_get_folder (SlImportFiles *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->folder;
}

gboolean
sl_import_files_is_empty (SlImportFiles *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->files->len == 0;
}

/* Where a file that is not there yet will be. Returns: (transfer full) (nullable): NULL with @error */
static char *
find_new_target (SlImportFiles *self, const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *real = NULL;

  if (sl_casebook_folder_check (self->folder, path, &cause))
    {
      fail (path, EEXIST, error);
      return NULL;
    }
  if (!g_error_matches (cause, SL_CASEBOOK_FOLDER_ERROR, SL_CASEBOOK_FOLDER_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  if (!g_str_equal (parent, ".") && !sl_casebook_folder_check_folder (self->folder, parent, error))
    return NULL;
  real = get_real_path (self->root, parent, error);
  return real != NULL ? g_build_filename (real, name, NULL) : NULL;
}

gboolean
sl_import_files_add (SlImportFiles *self, const char *path, GBytes *old, char *text, GError **error)
{
  g_autofree char *owned = text;
  g_autofree char *target = NULL;
  struct stat      status = {0};
  File            *file;
  gsize            length;

  g_return_val_if_fail (self != NULL && path != NULL && text != NULL, FALSE);

  if (old == NULL)
    target = find_new_target (self, path, error);
  else if (sl_casebook_folder_check (self->folder, path, error))
    target = get_real_path (self->root, path, error);
  if (target == NULL)
    return FALSE;
  if (old != NULL && stat (target, &status) != 0)
    return fail (path, errno, error);

  length = strlen (text);
  file = g_new0 (File, 1);
  file->path = g_strdup (path);
  file->target = g_steal_pointer (&target);
  file->old = old != NULL ? g_bytes_ref (old) : NULL;
  file->text = g_bytes_new_take (g_steal_pointer (&owned), length);
  file->mode = (int)status.st_mode & PERMISSIONS;
  g_ptr_array_add (self->files, file);
  return TRUE;
}

/* A file appears whole in its place; its mode is what it was, whatever this process would give a new one. */
static gboolean
put (const File *file, GBytes *bytes, GError **error)
{
  const GFileSetContentsFlags flags = G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE;
  gsize                       length;
  const char                 *data = g_bytes_get_data (bytes, &length);

  if (!g_file_set_contents_full (file->target, data != NULL ? data : "", (gssize)length, flags, file->mode, error))
    return FALSE;
  if (g_chmod (file->target, file->mode) != 0)
    g_debug ("“%s” keeps another mode: %s", file->target, g_strerror (errno));
  return TRUE;
}

/* Makes a file that must be new, as another could have come there meanwhile. */
static gboolean
create (File *file, GError **error)
{
  struct stat status;
  int         fd = open (file->target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);

  if (fd < 0)
    return fail (file->path, errno, error);
  file->mode = fstat (fd, &status) == 0 ? (int)status.st_mode & PERMISSIONS : 0600;
  close (fd);
  if (put (file, file->text, error))
    return TRUE;
  g_unlink (file->target);
  return FALSE;
}

/* Whether @file is still what was read of it. */
static gboolean
check_unchanged (SlImportFiles *self, const File *file, GError **error)
{
  g_autoptr (GBytes) now = NULL;

  if (file->old == NULL)
    return TRUE;
  now = sl_casebook_folder_read (self->folder, file->path, SL_JSON_MAX_BYTES, error);
  if (now == NULL)
    return FALSE;
  if (g_bytes_equal (now, file->old))
    return TRUE;
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_AGAIN, _ ("“%s” was changed meanwhile, and is left so; try again"), file->path);
  return FALSE;
}

gboolean
sl_import_files_write (SlImportFiles *self, SlReport *report, GError **error)
{
  g_return_val_if_fail (self != NULL && report != NULL, FALSE);

  for (guint i = 0; i < self->files->len; i++)
    if (!check_unchanged (self, self->files->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < self->files->len; i++)
    {
      File *file = self->files->pdata[i];

      file->is_written = file->old == NULL ? create (file, error) : put (file, file->text, error);
      if (!file->is_written)
        {
          sl_import_files_put_back (self, report);
          return FALSE;
        }
    }
  return TRUE;
}

/* Takes back one file, if it is still what was written. */
static gboolean
take_back (const File *file, GError **error)
{
  g_autofree char *now = NULL;
  gsize            length;
  gsize            size;
  const char      *data = g_bytes_get_data (file->text, &size);

  if (!g_file_get_contents (file->target, &now, &length, error))
    return FALSE;
  if (length != size || memcmp (now, data, size) != 0)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_AGAIN, _ ("“%s” was changed meanwhile, and is left so; try again"), file->path);
      return FALSE;
    }
  if (file->old != NULL)
    return put (file, file->old, error);
  return g_unlink (file->target) == 0 || fail (file->path, errno, error);
}

void
sl_import_files_put_back (SlImportFiles *self, SlReport *report)
{
  g_return_if_fail (self != NULL && report != NULL);

  for (guint i = 0; i < self->files->len; i++)
    {
      File *file = self->files->pdata[i];
      g_autoptr (GError) error = NULL;

      if (file->is_written && !take_back (file, &error))
        sl_report_add (report, SL_SEVERITY_ERROR, file->path, NULL, "not-put-back", NULL,
                       _ ("this file could not be put back as it was: %s"), error->message);
      file->is_written = FALSE;
    }
}
