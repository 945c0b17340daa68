/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Unpacks with libarchive, and believes it only what the index says as well: the bytes are counted as they
 * come, whatever size was declared. Leaves out where they go.
 */
#include "config.h"

#include "archive-reader.h"

#include "archive-locale.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <string.h>

struct _SlArchiveReader
{
  SlArchiveLocale       locale;
  SlArchiveInput       *input;
  struct archive       *archive;
  const SlArchiveEntry *entry; /* (nullable) */
  guint64               n_read;
  guint64               at; /* where libarchive is in the input */
  guint8                block[65536];
};

static la_ssize_t
read_cb (struct archive *archive, void *data, const void **block)
{
  SlArchiveReader *self = data;
  const guint64    left = sl_archive_input_get_size (self->input) - self->at;
  const gsize      length = (gsize)MIN (left, sizeof self->block);

  if (!sl_archive_input_read (self->input, self->at, self->block, length))
    return ARCHIVE_FATAL;
  self->at += length;
  *block = self->block;
  return (la_ssize_t)length;
}

static la_int64_t
seek_cb (struct archive *archive, void *data, la_int64_t offset, int whence)
{
  SlArchiveReader *self = data;
  const la_int64_t size = (la_int64_t)sl_archive_input_get_size (self->input);
  la_int64_t       from = 0;

  if (whence == SEEK_CUR)
    from = (la_int64_t)self->at;
  else if (whence == SEEK_END)
    from = size;
  if (offset < -from || offset > size - from)
    return ARCHIVE_FATAL;
  self->at = (guint64)(from + offset);
  return (la_int64_t)self->at;
}

SlArchiveReader *
sl_archive_reader_new (SlArchiveInput *input)
{
  g_autoptr (SlArchiveReader) self = NULL;

  g_return_val_if_fail (input != NULL, NULL);

  self = g_new0 (SlArchiveReader, 1);
  self->input = input;
  sl_archive_locale_enter (&self->locale);
  self->archive = archive_read_new ();
  if (archive_read_support_filter_none (self->archive) != ARCHIVE_OK ||
      archive_read_support_format_zip_seekable (self->archive) != ARCHIVE_OK)
    return NULL;
  archive_read_set_callback_data (self->archive, self);
  archive_read_set_read_callback (self->archive, read_cb);
  archive_read_set_seek_callback (self->archive, seek_cb);
  return archive_read_open1 (self->archive) == ARCHIVE_OK ? g_steal_pointer (&self) : NULL;
}

void
sl_archive_reader_free (SlArchiveReader *self)
{
  g_return_if_fail (self != NULL);

  archive_read_free (self->archive);
  sl_archive_locale_leave (&self->locale);
  g_free (self);
}

gboolean
sl_archive_reader_next (SlArchiveReader *self, const SlArchiveEntry *entry)
{
  struct archive_entry *header;
  const char           *name;
  int                   result;

  g_return_val_if_fail (self != NULL && entry != NULL, FALSE);

  self->entry = entry;
  self->n_read = 0;
  result = archive_read_next_header (self->archive, &header);
  if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
    return FALSE;
  name = archive_entry_pathname (header); /* NULL where no locale can have it */
  return (name == NULL || g_str_equal (name, entry->name)) && archive_entry_symlink (header) == NULL &&
         archive_entry_hardlink (header) == NULL && !archive_entry_is_encrypted (header);
}

gssize
sl_archive_reader_read (SlArchiveReader *self, void *buffer, gsize length)
{
  la_ssize_t n_read;

  g_return_val_if_fail (self != NULL && self->entry != NULL, -1);

  n_read = archive_read_data (self->archive, buffer, length);
  if (n_read < 0 || (guint64)n_read > self->entry->size - self->n_read)
    return -1;
  self->n_read += (guint64)n_read;
  if (n_read == 0 && self->n_read != self->entry->size)
    return -1;
  return n_read;
}
