/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The records of a zip archive as PKWARE's APPNOTE lays them out, those for large archives included.
 * Leaves out which of them a casebook may have.
 */
#include "archive-layout.h"

#include <string.h>

#define END_BYTES 22
#define END_64_BYTES 56
#define LOCATOR_BYTES 20
#define RECORD_BYTES 46
#define LOCAL_BYTES 30
#define EXTRA_64 1

static guint16
get_16 (const guchar *at)
{
  return (guint16)(at[0] | at[1] << 8);
}

static guint32
get_32 (const guchar *at)
{
  return get_16 (at) | (guint32)get_16 (at + 2) << 16;
}

static guint64
get_64 (const guchar *at)
{
  return get_32 (at) | (guint64)get_32 (at + 4) << 32;
}

/* @narrow says the same as @wide, or that it is too narrow to say it. */
static gboolean
agrees (guint64 narrow, guint64 widest, guint64 wide)
{
  return narrow == wide || narrow == widest;
}

/* Large archives have a second, wider record before the one at the end, and one that tells where it is. */
static gboolean
find_wide_directory (SlArchiveInput *input, guint64 locator_at, const guchar *end, SlArchiveDirectory *directory)
{
  guchar        locator[LOCATOR_BYTES];
  guchar        wide[END_64_BYTES];
  const guint64 at = locator_at - END_64_BYTES;

  if (locator_at < END_64_BYTES || !sl_archive_input_read (input, locator_at, locator, sizeof locator) ||
      get_32 (locator + 4) != 0 || get_64 (locator + 8) != at || get_32 (locator + 16) != 1)
    return FALSE;
  if (!sl_archive_input_read (input, at, wide, sizeof wide) || memcmp (wide, "PK\006\006", 4) != 0 ||
      get_64 (wide + 4) != END_64_BYTES - 12 || get_32 (wide + 16) != 0 || get_32 (wide + 20) != 0)
    return FALSE;
  directory->n_entries = get_64 (wide + 32);
  directory->size = get_64 (wide + 40);
  directory->offset = get_64 (wide + 48);
  return get_64 (wide + 24) == directory->n_entries &&
         agrees (get_16 (end + 10), G_MAXUINT16, directory->n_entries) &&
         agrees (get_32 (end + 12), G_MAXUINT32, directory->size) &&
         agrees (get_32 (end + 16), G_MAXUINT32, directory->offset) && directory->size <= at &&
         directory->offset == at - directory->size;
}

gboolean
sl_archive_layout_find_directory (SlArchiveInput *input, SlArchiveDirectory *directory)
{
  const guint64 size = sl_archive_input_get_size (input);
  const guint64 at = size - END_BYTES;
  guchar        end[END_BYTES];
  guchar        magic[4];

  if (size < END_BYTES || !sl_archive_input_read (input, at, end, sizeof end) ||
      memcmp (end, "PK\005\006", 4) != 0 || get_16 (end + 4) != 0 || get_16 (end + 6) != 0 ||
      get_16 (end + 8) != get_16 (end + 10) || get_16 (end + 20) != 0)
    return FALSE;
  if (at >= LOCATOR_BYTES && sl_archive_input_read (input, at - LOCATOR_BYTES, magic, sizeof magic) &&
      memcmp (magic, "PK\006\007", 4) == 0)
    return find_wide_directory (input, at - LOCATOR_BYTES, end, directory);
  directory->n_entries = get_16 (end + 10);
  directory->size = get_32 (end + 12);
  directory->offset = get_32 (end + 16);
  return directory->size <= at && directory->offset == at - directory->size;
}

/* Finds the extra field @id among @length bytes. Returns: (nullable): its data, of *@n_bytes */
static const guchar *
find_extra (const guchar *extra, gsize length, guint16 id, gsize *n_bytes)
{
  while (length >= 4)
    {
      *n_bytes = get_16 (extra + 2);
      if (*n_bytes > length - 4)
        return NULL;
      if (get_16 (extra) == id)
        return extra + 4;
      length -= 4 + *n_bytes;
      extra += 4 + *n_bytes;
    }
  return NULL;
}

/* A number that is too large for its place stands in the extra field, behind those that came before it. */
static gboolean
widen (guint64 *number, const guchar **wide, gsize *n_bytes)
{
  if (*number != G_MAXUINT32)
    return TRUE;
  if (*wide == NULL || *n_bytes < 8)
    return FALSE;
  *number = get_64 (*wide);
  *wide += 8;
  *n_bytes -= 8;
  return TRUE;
}

SlArchiveEntry *
sl_archive_layout_take_entry (const guchar **at, const guchar *end)
{
  const guchar   *record = *at;
  gsize           n_name;
  gsize           n_extra;
  gsize           n_wide = 0;
  const guchar   *wide;
  SlArchiveEntry *entry;

  if (end - record < RECORD_BYTES || memcmp (record, "PK\001\002", 4) != 0)
    return NULL;
  n_name = get_16 (record + 28);
  n_extra = get_16 (record + 30);
  if ((gsize)(end - record) - RECORD_BYTES < n_name + n_extra + get_16 (record + 32) || get_16 (record + 34) != 0)
    return NULL;
  *at = record + RECORD_BYTES + n_name + n_extra + get_16 (record + 32);

  entry = g_new0 (SlArchiveEntry, 1);
  entry->flags = get_16 (record + 8);
  entry->method = get_16 (record + 10);
  entry->checksum = get_32 (record + 16);
  entry->compressed = get_32 (record + 20);
  entry->size = get_32 (record + 24);
  entry->attributes = get_32 (record + 38);
  entry->offset = get_32 (record + 42);
  entry->name_length = n_name;
  entry->name = g_malloc0 (n_name + 1);
  memcpy (entry->name, record + RECORD_BYTES, n_name);
  entry->is_folder = n_name > 0 && entry->name[n_name - 1] == '/';
  wide = find_extra (record + RECORD_BYTES + n_name, n_extra, EXTRA_64, &n_wide);
  if (widen (&entry->size, &wide, &n_wide) && widen (&entry->compressed, &wide, &n_wide) && widen (&entry->offset, &wide, &n_wide))
    return entry;
  sl_archive_layout_free_entry (entry);
  return NULL;
}

/* A local header may leave to what follows the data what was not known before it. */
static gboolean
says_the_same (const SlArchiveEntry *entry, guint64 local, guint64 in_directory)
{
  return local == in_directory || (local == 0 && (entry->flags & SL_ARCHIVE_FLAG_DESCRIPTOR));
}

gboolean
sl_archive_layout_check_local (SlArchiveInput *input, SlArchiveEntry *entry)
{
  guchar             local[LOCAL_BYTES];
  g_autofree guchar *rest = NULL;
  gsize              n_extra;
  gsize              n_wide = 0;
  guint64            compressed;
  guint64            size;
  const guchar      *wide;

  if (!sl_archive_input_read (input, entry->offset, local, sizeof local) || memcmp (local, "PK\003\004", 4) != 0 ||
      get_16 (local + 6) != entry->flags || get_16 (local + 8) != entry->method ||
      get_16 (local + 26) != entry->name_length)
    return FALSE;
  n_extra = get_16 (local + 28);
  rest = g_malloc (entry->name_length + n_extra + 1);
  if (!sl_archive_input_read (input, entry->offset + LOCAL_BYTES, rest, entry->name_length + n_extra) ||
      memcmp (rest, entry->name, entry->name_length) != 0)
    return FALSE;
  compressed = get_32 (local + 18);
  size = get_32 (local + 22);
  wide = find_extra (rest + entry->name_length, n_extra, EXTRA_64, &n_wide);
  if (!widen (&size, &wide, &n_wide) || !widen (&compressed, &wide, &n_wide))
    return FALSE;
  entry->end = entry->offset + LOCAL_BYTES + entry->name_length + n_extra;
  if (entry->compressed > sl_archive_input_get_size (input) - entry->end)
    return FALSE;
  entry->end += entry->compressed;
  return says_the_same (entry, get_32 (local + 14), entry->checksum) && says_the_same (entry, size, entry->size) &&
         says_the_same (entry, compressed, entry->compressed);
}

void
sl_archive_layout_free_entry (gpointer entry)
{
  g_free (((SlArchiveEntry *)entry)->name);
  g_free (entry);
}
