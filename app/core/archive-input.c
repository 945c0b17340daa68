/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the bytes of an archive come from: a file, or memory. A file is not mapped, because one that is cut
 * off meanwhile would then end the program.
 */
#include "config.h"

#include "archive-input.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct _SlArchiveInput
{
  char   *name;
  GBytes *bytes; /* (nullable): instead of fd */
  int     fd;
  guint64 size;
};

SlArchiveInput *
sl_archive_input_open (GFile *file, GError **error)
{
  g_autoptr (SlArchiveInput) self = NULL;
  struct stat status;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (g_file_peek_path (file) == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("this archive is not on this machine; copy it here"));
      return NULL;
    }
  self = g_new0 (SlArchiveInput, 1);
  self->name = g_filename_display_basename (g_file_peek_path (file));
  self->fd = open (g_file_peek_path (file), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (self->fd < 0 || fstat (self->fd, &status) != 0)
    {
      const int code = errno;

      g_set_error (error, G_IO_ERROR, (int)g_io_error_from_errno (code), _ ("“%s” cannot be read: %s"), self->name, g_strerror (code));
      return NULL;
    }
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _ ("“%s” is not a plain file; name one"), self->name);
      return NULL;
    }
  self->size = (guint64)status.st_size;
  return g_steal_pointer (&self);
}

SlArchiveInput *
sl_archive_input_new_for_bytes (GBytes *bytes, const char *name)
{
  SlArchiveInput *self;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  self = g_new0 (SlArchiveInput, 1);
  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  self->fd = -1;
  self->size = g_bytes_get_size (bytes);
  return self;
}

void
sl_archive_input_free (SlArchiveInput *self)
{
  g_return_if_fail (self != NULL);

  if (self->fd >= 0)
    close (self->fd);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_free (self);
}

guint64
sl_archive_input_get_size (SlArchiveInput *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size;
}

const char *
sl_archive_input_get_name (SlArchiveInput *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

gboolean
sl_archive_input_read (SlArchiveInput *self, guint64 offset, void *buffer, gsize length)
{
  char *at = buffer;

  g_return_val_if_fail (self != NULL, FALSE);

  if (offset > self->size || length > self->size - offset)
    return FALSE;
  if (self->bytes != NULL)
    {
      if (length > 0)
        memcpy (buffer, (const char *)g_bytes_get_data (self->bytes, NULL) + offset, length);
      return TRUE;
    }
  while (length > 0)
    {
      ssize_t n_read = pread (self->fd, at, length, (off_t)offset);

      if (n_read < 0 && errno == EINTR)
        continue;
      if (n_read <= 0)
        return FALSE;
      at += n_read;
      offset += (guint64)n_read;
      length -= (gsize)n_read;
    }
  return TRUE;
}
