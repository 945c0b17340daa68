/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of each track in an MP4 file has a matrix that says how to lay the picture down. */
#include "clip-orientation.h"

#include <stdlib.h>
#include <string.h>

#define TO_MATRIX 44 /* bytes from the name of the head, of version 0 */
#define ONE 0x00010000

static void
put (guint8 *at, gint32 number)
{
  const guint32 bytes = GUINT32_TO_BE ((guint32)number);

  memcpy (at, &bytes, sizeof bytes);
}

/* The matrix is [a b u, c d v, x y w]: a point becomes (a x + c y, b x + d y). */
static void
write_matrix (guint8 *matrix, gboolean mirrored, int quarters)
{
  gint32 a = mirrored ? -ONE : ONE, b = 0, c = 0, d = ONE;

  for (int i = 0; i < quarters; i++)
    {
      const gint32 old_a = a, old_c = c;

      /* A quarter clockwise, where y goes down: (x, y) becomes (-y, x). */
      a = -b;
      c = -d;
      b = old_a;
      d = old_c;
    }
  put (matrix, a);
  put (matrix + 4, b);
  put (matrix + 12, c);
  put (matrix + 16, d);
}

void
clip_orientation_write (const char *path, const char *word)
{
  const gboolean   mirrored = g_str_has_prefix (word, "flip-");
  g_autofree char *bytes = NULL;
  gsize            length;
  char            *place = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize i = 0; i + TO_MATRIX + 36 <= length && place == NULL; i++)
    if (memcmp (bytes + i, "tkhd", 4) == 0 && bytes[i + 4] == 0)
      place = bytes + i;
  g_assert_nonnull (place);
  write_matrix ((guint8 *)place + TO_MATRIX, mirrored, atoi (strrchr (word, '-') + 1) / 90);
  g_assert_true (g_file_set_contents (path, bytes, (gssize)length, NULL));
}
