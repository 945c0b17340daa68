/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small writer of EBML: an element is an id, a size and bytes, or other elements. */
#include "clip-chapters.h"

#include <string.h>

#define ROOM 4000 /* bytes */

enum {
  ID_VOID = 0xec,
  ID_CHAPTERS = 0x1043a770,
  ID_EDITION = 0x45b9,
  ID_EDITION_UID = 0x45bc,
  ID_ATOM = 0xb6,
  ID_ATOM_UID = 0x73c4,
  ID_ATOM_START = 0x91,
  ID_ATOM_END = 0x92,
  ID_ATOM_HIDDEN = 0x98,
  ID_ATOM_ENABLED = 0x4598,
  ID_DISPLAY = 0x80,
  ID_STRING = 0x85,
  ID_LANGUAGE = 0x437c,
};

/* Of @n bytes, the highest first. */
static void
add_number (GByteArray *bytes, guint64 number, guint n)
{
  for (guint i = n; i > 0; i--)
    {
      const guint8 byte = (guint8)(number >> (8 * (i - 1)));

      g_byte_array_append (bytes, &byte, 1);
    }
}

static void
add_id (GByteArray *bytes, guint id)
{
  add_number (bytes, id, id > 0xffffff ? 4 : id > 0xff ? 2
                                                       : 1);
}

/* Always of eight bytes: a one at its place, and the size. */
static void
add_head (GByteArray *bytes, guint id, gsize size)
{
  add_id (bytes, id);
  add_number (bytes, G_GUINT64_CONSTANT (1) << 56 | size, 8);
}

static void
add_unsigned (GByteArray *bytes, guint id, guint64 number)
{
  add_head (bytes, id, 8);
  add_number (bytes, number, 8);
}

static void
add_string (GByteArray *bytes, guint id, const char *string)
{
  add_head (bytes, id, strlen (string));
  g_byte_array_append (bytes, (const guint8 *)string, (guint)strlen (string));
}

static void
add_element (GByteArray *bytes, guint id, const GByteArray *content)
{
  add_head (bytes, id, content->len);
  g_byte_array_append (bytes, content->data, content->len);
}

static const ClipChapter *
add_atom (GByteArray *bytes, const ClipChapter *chapter, guint64 *uid)
{
  g_autoptr (GByteArray) atom = g_byte_array_new ();
  const ClipChapter *next = chapter + 1;

  add_unsigned (atom, ID_ATOM_UID, ++*uid);
  add_unsigned (atom, ID_ATOM_START, chapter->start * G_GUINT64_CONSTANT (1000000));
  if (chapter->end > 0)
    add_unsigned (atom, ID_ATOM_END, chapter->end * G_GUINT64_CONSTANT (1000000));
  add_unsigned (atom, ID_ATOM_HIDDEN, chapter->hidden ? 1 : 0);
  add_unsigned (atom, ID_ATOM_ENABLED, 1);
  for (guint i = 0; i < 2 && chapter->titles[i]; i++)
    {
      g_autoptr (GByteArray) display = g_byte_array_new ();

      add_string (display, ID_STRING, chapter->titles[i]);
      add_string (display, ID_LANGUAGE, chapter->languages[i] ? chapter->languages[i] : "und");
      add_element (atom, ID_DISPLAY, display);
    }
  while (next->titles[0] && next->depth > chapter->depth)
    next = add_atom (atom, next, uid);
  add_element (bytes, ID_ATOM, atom);
  return next;
}

GstToc *
clip_chapters_make_room (void)
{
  GstToc          *toc = gst_toc_new (GST_TOC_SCOPE_GLOBAL);
  GstTocEntry     *edition = gst_toc_entry_new (GST_TOC_ENTRY_TYPE_EDITION, "1");
  GstTocEntry     *chapter = gst_toc_entry_new (GST_TOC_ENTRY_TYPE_CHAPTER, "1");
  g_autofree char *room = g_strnfill (ROOM, 'x');

  gst_toc_entry_set_start_stop_times (chapter, 0, GST_SECOND);
  gst_toc_entry_set_tags (chapter, gst_tag_list_new (GST_TAG_TITLE, room, NULL));
  gst_toc_entry_append_sub_entry (edition, chapter);
  gst_toc_append_entry (toc, edition);
  return toc;
}

/* Returns: bytes of the size at @at, whose first bit that is set says how many there are */
static gsize
read_size (const guint8 *at, guint *length)
{
  guint64 size;

  *length = at[0] ? (guint)__builtin_clz (at[0]) - 23 : 1;
  size = at[0] & (0xffu >> *length);
  for (guint i = 1; i < *length; i++)
    size = size << 8 | at[i];
  return (gsize)size;
}

/* The list of what is where has the id as well. Returns: behind the id of the element with the room */
static guint8 *
find_room (guint8 *bytes, gsize length)
{
  static const guint8 id[] = {0x10, 0x43, 0xa7, 0x70};
  static const guint8 edition[] = {ID_EDITION >> 8, ID_EDITION & 0xff};
  guint               n;

  for (gsize i = 0; i + ROOM <= length; i++)
    if (memcmp (bytes + i, id, sizeof id) == 0 && read_size (bytes + i + sizeof id, &n) > ROOM &&
        memcmp (bytes + i + sizeof id + n, edition, sizeof edition) == 0)
      return bytes + i + sizeof id;
  g_assert_not_reached ();
}

void
clip_chapters_write (const char *path, const ClipChapter *chapters)
{
  g_autoptr (GByteArray) edition = g_byte_array_new ();
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autofree char *bytes = NULL;
  gsize            length, room;
  guint8          *place;
  guint            n;
  guint64          uid = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  place = find_room ((guint8 *)bytes, length);
  room = read_size (place, &n);
  add_unsigned (edition, ID_EDITION_UID, 7);
  while (chapters->titles[0])
    chapters = add_atom (edition, chapters, &uid);
  add_element (content, ID_EDITION, edition);
  g_assert_cmpuint (content->len + 9, <=, room);
  add_head (content, ID_VOID, room - content->len - 9);
  memset (place + n, 0, room);
  memcpy (place + n, content->data, content->len);
  g_assert_true (g_file_set_contents (path, bytes, (gssize)length, NULL));
}
