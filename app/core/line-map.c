/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lines and columns of a text by offset, for findings. Places are worked out when they are asked for, from
 * the last mark before them; there is a mark at every line and, as a file may be one line of megabytes,
 * another one every so often.
 */
#include "line-map.h"

#define MARK_EVERY 4096

typedef struct
{
  guint32 offset;
  guint32 line;
  guint32 column; /* of the character that begins at the offset or behind it */
} Mark;

struct _SlLineMap
{
  GBytes *bytes;
  GArray *marks; /* of Mark */
};

/* Every byte that does not go on with a character begins one. */
static gboolean
begins_character (char byte)
{
  return ((guchar)byte & 0xC0) != 0x80;
}

SlLineMap *
sl_line_map_new (GBytes *bytes)
{
  SlLineMap  *self;
  gsize       size;
  const char *data;
  Mark        mark = {0, 1, 1};
  guint32     marked = 0;

  g_return_val_if_fail (bytes != NULL && g_bytes_get_size (bytes) < G_MAXUINT32, NULL);

  self = g_new0 (SlLineMap, 1);
  self->bytes = g_bytes_ref (bytes);
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_append_val (self->marks, mark);
  data = g_bytes_get_data (bytes, &size);
  while (mark.offset < size)
    {
      char byte = data[mark.offset++];

      mark.column += begins_character (byte);
      if (byte == '\n')
        {
          mark.line++;
          mark.column = 1;
        }
      if (byte == '\n' || mark.offset - marked == MARK_EVERY)
        {
          g_array_append_val (self->marks, mark);
          marked = mark.offset;
        }
    }
  return self;
}

void
sl_line_map_free (SlLineMap *self)
{
  g_return_if_fail (self != NULL);

  g_bytes_unref (self->bytes);
  g_array_unref (self->marks);
  g_free (self);
}

SlTextPlace
sl_line_map_locate (const SlLineMap *self, gsize offset)
{
  const char *data;
  guint       low = 0;
  guint       high;
  Mark        mark;

  g_return_val_if_fail (self != NULL && offset <= g_bytes_get_size (self->bytes),
                        ((SlTextPlace){1, 1}));

  data = g_bytes_get_data (self->bytes, NULL);
  high = self->marks->len;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->marks, Mark, middle).offset <= offset)
        low = middle;
      else
        high = middle;
    }
  for (mark = g_array_index (self->marks, Mark, low); mark.offset < offset; mark.offset++)
    mark.column += begins_character (data[mark.offset]);
  return (SlTextPlace){mark.line, mark.column};
}
