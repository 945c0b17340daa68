/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Makes one file of a casebook, always the same of the same: nothing of the machine, its clock and its disk
 * goes into it. Leaves out whether it is a good casebook: whoever packs has read it.
 */
#define _GNU_SOURCE /* renameat2 */
#include "config.h"

#include "archive-pack.h"

#include "archive-files.h"
#include "archive-locale.h"
#include "archive-unpack.h"
#include "staged-folder.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

typedef struct
{
  const char     *root;
  char           *temporary;
  int             fd;
  struct archive *archive;
} Packing;

static gboolean
fail (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, (int)g_io_error_from_errno (code), _ ("“%s” cannot be packed: %s"), name, g_strerror (code));
  return FALSE;
}

static la_ssize_t
write_cb (struct archive *archive, void *data, const void *bytes, size_t length)
{
  Packing *self = data;
  g_autoptr (GError) error = NULL;

  if (sl_staged_folder_write (self->fd, bytes, length, self->temporary, &error))
    return (la_ssize_t)length;
  archive_set_error (archive, errno, "%s", error->message);
  return -1;
}

static gboolean
fail_archive (Packing *self, const char *path, GError **error)
{
  const int code = archive_errno (self->archive);

  return fail (error, path, code > 0 ? code : EIO);
}

/* Whether the format of @path has packed itself, so that trying once more would only take time. */
static gboolean
is_packed (const char *path)
{
  static const char *const suffixes[] = {".webm", ".mkv", ".mp4", ".m4v", ".m4a", ".mov", ".ogg", ".oga", ".ogv", ".opus",
                                         ".mp3", ".flac", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".pdf"};
  g_autofree char         *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;
  return FALSE;
}

static gboolean
write_header (Packing *self, const SlArchiveFile *file, GError **error)
{
  struct archive_entry *entry = archive_entry_new ();
  int                   result = ARCHIVE_OK;

  /* Without a time of its own an entry gets the first day that a zip can say. */
  archive_entry_set_pathname (entry, file->path);
  archive_entry_set_filetype (entry, file->is_folder ? AE_IFDIR : AE_IFREG);
  archive_entry_set_perm (entry, file->is_folder ? 0755 : 0644);
  archive_entry_set_size (entry, (la_int64_t)file->size);
  if (file->is_folder || file->size == 0 || is_packed (file->path))
    result = archive_write_zip_set_compression_store (self->archive);
  else
    result = archive_write_zip_set_compression_deflate (self->archive);
  if (result == ARCHIVE_OK)
    result = archive_write_header (self->archive, entry);
  archive_entry_free (entry);
  return result == ARCHIVE_OK || fail_archive (self, file->path, error);
}

static gboolean
write_data (Packing *self, const SlArchiveFile *file, int fd, GError **error)
{
  guint8  buffer[65536];
  guint64 left = file->size;
  ssize_t n_read;

  /* One byte more is asked for, so that a file that grows meanwhile is seen. */
  while ((n_read = read (fd, buffer, MIN (left + 1, sizeof buffer))) != 0)
    {
      if (n_read < 0 && errno == EINTR)
        continue;
      if (n_read < 0)
        return fail (error, file->path, errno);
      if ((guint64)n_read > left)
        return fail (error, file->path, ETXTBSY);
      left -= (guint64)n_read;
      if (archive_write_data (self->archive, buffer, (size_t)n_read) != n_read)
        return fail_archive (self, file->path, error);
    }
  return left == 0 || fail (error, file->path, ETXTBSY);
}

static gboolean
write_file (Packing *self, const SlArchiveFile *file, GError **error)
{
  g_autofree char *full = g_build_filename (self->root, file->path, NULL);
  gboolean         is_done;
  int              fd;

  if (!write_header (self, file, error))
    return FALSE;
  if (file->is_folder)
    return TRUE;
  fd = open (full, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0)
    return fail (error, file->path, errno);
  is_done = write_data (self, file, fd, error);
  close (fd);
  return is_done;
}

static gboolean
write_all (Packing *self, GPtrArray *files, GError **error)
{
  SlArchiveLocale locale;
  gboolean        is_done;

  sl_archive_locale_enter (&locale);
  self->archive = archive_write_new ();
  is_done = archive_write_set_format_zip (self->archive) == ARCHIVE_OK &&
            archive_write_set_options (self->archive, "zip:hdrcharset=UTF-8,zip:compression-level=9") == ARCHIVE_OK &&
            archive_write_set_bytes_in_last_block (self->archive, 1) == ARCHIVE_OK &&
            archive_write_open (self->archive, self, NULL, write_cb, NULL) == ARCHIVE_OK;
  if (!is_done)
    fail_archive (self, self->temporary, error);
  for (guint i = 0; i < files->len && is_done; i++)
    is_done = write_file (self, files->pdata[i], error);
  if (is_done && archive_write_close (self->archive) != ARCHIVE_OK)
    is_done = fail_archive (self, self->temporary, error);
  archive_write_free (self->archive);
  sl_archive_locale_leave (&locale);
  return is_done;
}

static gboolean
put_in_place (Packing *self, const char *path, gboolean replace, GError **error)
{
  int result;

  if (fsync (self->fd) != 0)
    return fail (error, path, errno);
  if (replace)
    result = g_rename (self->temporary, path);
  else
    result = link (self->temporary, path); /* which replaces nothing */
  return result == 0 || fail (error, path, errno);
}

static gboolean
pack_files (GFile *folder, GPtrArray *files, const char *path, gboolean replace, GError **error)
{
  Packing          self = {.root = g_file_peek_path (folder)};
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *temporary = g_strdup_printf ("%s/.%.200s.XXXXXX", parent, name);
  gboolean         is_done;

  self.fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0644);
  self.temporary = temporary;
  if (self.fd < 0)
    return fail (error, path, errno);
  is_done = write_all (&self, files, error) && put_in_place (&self, path, replace, error);
  g_unlink (temporary);
  close (self.fd);
  return is_done;
}

static guint
count_errors (SlReport *report)
{
  GPtrArray *findings = sl_report_get_findings (report);
  guint      n_errors = 0;

  for (guint i = 0; i < findings->len; i++)
    n_errors += sl_finding_get_severity (findings->pdata[i]) == SL_SEVERITY_ERROR;
  return n_errors;
}

gboolean
sl_archive_pack (GFile *folder, GFile *archive, gboolean replace, SlReport *report, GError **error)
{
  g_autoptr (GPtrArray) files = NULL;
  const char *path;

  g_return_val_if_fail (G_IS_FILE (folder) && G_IS_FILE (archive) && report != NULL, FALSE);

  path = g_file_peek_path (archive);
  if (path == NULL || g_file_peek_path (folder) == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("this place is not on this machine; name one that is"));
      return FALSE;
    }
  files = sl_archive_files_list (folder, report, error);
  if (files == NULL)
    return FALSE;
  if (count_errors (report) > 0)
    {
      g_set_error_literal (error, SL_ARCHIVE_ERROR, SL_ARCHIVE_ERROR_REFUSED, _ ("this casebook cannot be packed; mend the errors first"));
      return FALSE;
    }
  if (!replace && g_file_query_exists (archive, NULL))
    return fail (error, path, EEXIST);
  return pack_files (folder, files, path, replace, error);
}
