/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Folders that are filled from elsewhere, such as an archive: nobody sees one half filled, nothing is left
 * of one that failed, and nothing is written outside it. Leaves out where the files come from.
 */
#define _GNU_SOURCE /* renameat2, syncfs */
#include "config.h"

#include "staged-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_DESCRIPTORS 16

struct _SlStagedFolder
{
  char  *target;
  GFile *place; /* (nullable): NULL when committed */
  int    fd;
};

static gboolean
fail (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, (int)g_io_error_from_errno (code), _ ("“%s” cannot be written: %s"), name, g_strerror (code));
  return FALSE;
}

static gboolean
is_taken (const char *path)
{
  struct stat status;

  return lstat (path, &status) == 0;
}

static void
fail_taken (GError **error, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _ ("“%s” is there already; name another place or move it away"), name);
}

/* Opens the folder @name in @parent, and makes it if need be; takes @parent. Returns: a descriptor or -1 */
static int
enter (int parent, const char *name)
{
  const gboolean is_new = mkdirat (parent, name, 0755) == 0;
  int            fd = -1;
  int            code;

  if (is_new || errno == EEXIST)
    fd = openat (parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  code = errno;
  if (is_new && fd >= 0)
    (void)fchmod (fd, 0755); /* whatever the umask is; some disks have no modes */
  close (parent);
  errno = code;
  return fd;
}

/* Enters the first @n_parts of @parts. Returns: a descriptor or -1 */
static int
enter_all (SlStagedFolder *self, char **parts, guint n_parts)
{
  int fd = fcntl (self->fd, F_DUPFD_CLOEXEC, 0);

  for (guint i = 0; i < n_parts && fd >= 0; i++)
    fd = enter (fd, parts[i]);
  return fd;
}

static int
remove_cb (const char *path, const struct stat *status, int type, struct FTW *walk)
{
  (void)remove (path);
  return 0;
}

SlStagedFolder *
sl_staged_folder_new (GFile *target, GError **error)
{
  g_autoptr (SlStagedFolder) self = NULL;
  const char      *path;
  g_autofree char *parent = NULL;
  g_autofree char *name = NULL;
  g_autofree char *place = NULL;

  g_return_val_if_fail (G_IS_FILE (target), NULL);

  path = g_file_peek_path (target);
  if (path == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("this place is not on this machine; name one that is"));
      return NULL;
    }
  if (is_taken (path))
    {
      fail_taken (error, path);
      return NULL;
    }
  parent = g_path_get_dirname (path);
  name = g_path_get_basename (path);
  place = g_strdup_printf ("%s/.%.200s.XXXXXX", parent, name);
  if (g_mkdtemp_full (place, 0700) == NULL)
    {
      fail (error, path, errno);
      return NULL;
    }
  self = g_new0 (SlStagedFolder, 1);
  self->target = g_strdup (path);
  self->place = g_file_new_for_path (place);
  self->fd = open (place, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (self->fd < 0)
    {
      fail (error, path, errno);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
sl_staged_folder_free (SlStagedFolder *self)
{
  g_return_if_fail (self != NULL);

  if (self->fd >= 0)
    close (self->fd);
  if (self->place != NULL)
    sl_staged_folder_remove (self->place);
  g_clear_object (&self->place);
  g_free (self->target);
  g_free (self);
}

int
sl_staged_folder_create_file (SlStagedFolder *self, const char *path, GError **error)
{
  g_auto (GStrv) parts = NULL;
  guint n_parts;
  int   parent;
  int   fd = -1;
  int   code;

  g_return_val_if_fail (self != NULL && path != NULL, -1);

  parts = g_strsplit (path, "/", -1);
  n_parts = g_strv_length (parts);
  parent = enter_all (self, parts, n_parts - 1);
  if (parent >= 0)
    fd = openat (parent, parts[n_parts - 1], O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
  code = errno;
  if (parent >= 0)
    close (parent);
  if (fd < 0)
    fail (error, path, code);
  else
    (void)fchmod (fd, 0644);
  return fd;
}

static gboolean
copy_data (int from, int to, const char *path, GError **error)
{
  guint8  block[65536];
  ssize_t n_read;

  while ((n_read = read (from, block, sizeof block)) != 0)
    {
      if (n_read < 0 && errno == EINTR)
        continue;
      if (n_read < 0)
        return fail (error, path, errno);
      if (!sl_staged_folder_write (to, block, (gsize)n_read, path, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sl_staged_folder_copy (SlStagedFolder *self, GFile *source, const char *path, GError **error)
{
  g_autofree char *full = NULL;
  gboolean         is_done;
  int              from;
  int              to;

  g_return_val_if_fail (self != NULL && G_IS_FILE (source) && path != NULL, FALSE);

  full = g_build_filename (g_file_peek_path (source), path, NULL);
  from = open (full, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (from < 0)
    return fail (error, path, errno);
  to = sl_staged_folder_create_file (self, path, error);
  is_done = to >= 0 && copy_data (from, to, path, error);
  if (to >= 0)
    close (to);
  close (from);
  return is_done;
}

gboolean
sl_staged_folder_create_folder (SlStagedFolder *self, const char *path, GError **error)
{
  g_auto (GStrv) parts = NULL;
  int fd;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  parts = g_strsplit (path, "/", -1);
  fd = enter_all (self, parts, g_strv_length (parts));
  if (fd < 0)
    return fail (error, path, errno);
  close (fd);
  return TRUE;
}

GFile *
sl_staged_folder_get_place (SlStagedFolder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->place;
}

gboolean
sl_staged_folder_commit (SlStagedFolder *self, GError **error)
{
  const char *place;
  int         result;

  g_return_val_if_fail (self != NULL && self->place != NULL, FALSE);

  place = g_file_peek_path (self->place);
  (void)fchmod (self->fd, 0755);
  if (syncfs (self->fd) != 0)
    return fail (error, self->target, errno);
  result = renameat2 (AT_FDCWD, place, AT_FDCWD, self->target, RENAME_NOREPLACE);
  /* Not every disk can promise to replace nothing. */
  if (result != 0 && (errno == EINVAL || errno == ENOSYS) && !is_taken (self->target))
    result = g_rename (place, self->target);
  if (result == 0)
    {
      g_clear_object (&self->place);
      return TRUE;
    }
  if (is_taken (self->target))
    fail_taken (error, self->target);
  else
    fail (error, self->target, errno);
  return FALSE;
}

gboolean
sl_staged_folder_write (int fd, const void *data, gsize length, const char *path, GError **error)
{
  const char *at = data;

  g_return_val_if_fail (fd >= 0 && path != NULL, FALSE);

  while (length > 0)
    {
      ssize_t n_written = write (fd, at, length);

      if (n_written < 0 && errno == EINTR)
        continue;
      if (n_written < 0)
        return fail (error, path, errno);
      at += n_written;
      length -= (gsize)n_written;
    }
  return TRUE;
}

void
sl_staged_folder_remove (GFile *folder)
{
  g_return_if_fail (G_IS_FILE (folder) && g_file_peek_path (folder) != NULL);

  nftw (g_file_peek_path (folder), remove_cb, MAX_DESCRIPTORS, FTW_DEPTH | FTW_PHYS);
}
