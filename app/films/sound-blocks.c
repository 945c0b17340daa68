/* SPDX-License-Identifier: GPL-3.0-or-later */
/* EBML: each element is an id, a size and so many bytes, which may be elements again. */
#include "sound-blocks.h"

#define ID_SEGMENT 0x18538067
#define ID_CLUSTER 0x1f43b675
#define ID_SIMPLE_BLOCK 0xa3
#define KEY 0x80

typedef struct
{
  guint8 *data;
  gsize   size;
  guint   track;
  guint   n_blocks;
  guint   n_marked;
} Walk;

/* @marked: the length's own bit stays, as in ids. Returns: how many bytes it took, or 0 if it is none */
static guint
read_number (const Walk *self,
             gsize       at,
             gsize       end,
             gboolean    marked,
             guint64    *number)
{
  guint length = 1;

  if (at >= end || self->data[at] == 0)
    return 0;
  for (guint bit = 0x80; !(self->data[at] & bit); bit >>= 1)
    length++;
  if (length > end - at)
    return 0;
  *number = marked ? self->data[at] : self->data[at] & ((1u << (8 - length)) - 1);
  for (guint i = 1; i < length; i++)
    *number = *number << 8 | self->data[at + i];

  return length;
}

/* Track, time in two bytes, flags. */
static gboolean
mark_block (Walk *self,
            gsize at,
            gsize end)
{
  guint64 track;
  guint   length = read_number (self, at, end, FALSE, &track);
  guint8 *flags;

  if (length == 0 || end - at < length + 3)
    return FALSE;
  if (track != self->track)
    return TRUE;
  flags = &self->data[at + length + 2];
  self->n_blocks++;
  self->n_marked += !(*flags & KEY);
  *flags |= KEY;

  return TRUE;
}

static gboolean
walk (Walk *self,
      gsize at,
      gsize end)
{
  while (at < end)
    {
      guint64  id, size;
      guint    length = read_number (self, at, end, TRUE, &id);
      gboolean good = TRUE;

      at += length;
      if (length == 0 || (length = read_number (self, at, end, FALSE, &size)) == 0)
        return FALSE;
      at += length;
      if (size > end - at)
        return FALSE;
      if (id == ID_SEGMENT || id == ID_CLUSTER)
        good = walk (self, at, at + size);
      else if (id == ID_SIMPLE_BLOCK)
        good = mark_block (self, at, at + size);
      if (!good)
        return FALSE;
      at += size;
    }

  return TRUE;
}

gboolean
sl_sound_blocks_mark (const char *path,
                      guint       track,
                      guint      *n_blocks,
                      guint      *n_marked,
                      GError    **error)
{
  Walk             self = {.track = track};
  g_autofree char *data = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  if (!g_file_get_contents (path, &data, &self.size, error))
    return FALSE;
  self.data = (guint8 *)data;
  if (!walk (&self, 0, self.size))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: not a whole WebM", path);
      return FALSE;
    }
  if (n_blocks)
    *n_blocks = self.n_blocks;
  if (n_marked)
    *n_marked = self.n_marked;

  return self.n_marked == 0 || g_file_set_contents (path, data, (gssize)self.size, error);
}
