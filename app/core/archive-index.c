/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The directory of a zip archive, read strictly: a zip says most things twice, and where the two differ, two
 * programs unpack two different casebooks. What is ambiguous, hidden, shared or behind the end is refused
 * before anything is unpacked. Leaves out what entries may be called, and their data.
 */
#include "config.h"

#include "archive-index.h"

#include "archive-names.h"
#include "json-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

#define MAX_DIRECTORY (32 * 1024 * 1024)
#define MAX_DESCRIPTOR 24

typedef struct
{
  SlArchiveInput *input;
  SlReport       *report;
  SlArchiveNames *names;
  GPtrArray      *entries;
  gboolean        is_refused;
} Index;

static gboolean
refuse (Index *self, const SlArchiveEntry *entry, const char *code, const char *text)
{
  g_autofree char *file = entry != NULL ? sl_archive_names_to_display (entry->name, entry->name_length)
                                        : g_strdup (sl_archive_input_get_name (self->input));

  self->is_refused = TRUE;
  sl_report_add (self->report, SL_SEVERITY_ERROR, file, NULL, code, NULL, "%s", text);
  return FALSE;
}

static gboolean
refuse_damaged (Index *self)
{
  return refuse (self, NULL, "archive-damaged", _ ("the directory of this archive is damaged; get it again or pack it anew"));
}

/* Links, devices and the like; what an entry is stands in the mode of Unix, wherever it was packed. */
static gboolean
check_kind (Index *self, const SlArchiveEntry *entry)
{
  const mode_t kind = (mode_t)(entry->attributes >> 16) & S_IFMT;

  if (kind == S_IFLNK)
    return refuse (self, entry, "archive-link", _ ("this is a link; pack the file itself"));
  if (kind != 0 && kind != S_IFREG && kind != S_IFDIR)
    return refuse (self, entry, "archive-special", _ ("this is a device, a pipe or a socket; leave it out"));
  if ((kind == S_IFDIR && !entry->is_folder) || (kind == S_IFREG && entry->is_folder) ||
      (entry->is_folder && entry->size > 0))
    return refuse (self, entry, "archive-mismatch", _ ("this is a file and a folder at once; pack it anew"));
  return TRUE;
}

static gboolean
check_packing (Index *self, const SlArchiveEntry *entry)
{
  if (entry->flags & (SL_ARCHIVE_FLAG_ENCRYPTED | SL_ARCHIVE_FLAG_STRONG | SL_ARCHIVE_FLAG_MASKED))
    return refuse (self, entry, "archive-encrypted", _ ("this is encrypted; pack it without a password"));
  if (entry->method != SL_ARCHIVE_STORED && entry->method != SL_ARCHIVE_DEFLATED)
    return refuse (self, entry, "archive-method", _ ("this is packed in a way that is not known here; pack it as an ordinary zip"));
  if (entry->method == SL_ARCHIVE_STORED && entry->compressed != entry->size)
    return refuse (self, entry, "archive-mismatch", _ ("the archive says two sizes of this; pack it anew"));
  return TRUE;
}

static gboolean
check_size (Index *self, const SlArchiveEntry *entry, guint64 *total)
{
  if (g_str_has_suffix (entry->name, ".json") && entry->size > SL_JSON_MAX_BYTES)
    return refuse (self, entry, "json-size", _ ("this is larger than 64 MiB; split it"));
  if (entry->size > SL_ARCHIVE_MAX_BYTES - *total)
    return refuse (self, NULL, "archive-bytes", _ ("this archive unpacks to more than 8 GiB; make it smaller"));
  *total += entry->size;
  return TRUE;
}

/* All entries are looked at, so that an author hears of all that is wrong at once. */
static gboolean
check_entries (Index *self)
{
  guint64  total = 0;
  gboolean fits = TRUE;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const SlArchiveEntry *entry = self->entries->pdata[i];

      if (!sl_archive_names_add (self->names, entry->name, entry->name_length))
        self->is_refused = TRUE;
      if (check_kind (self, entry))
        check_packing (self, entry);
      fits = fits && check_size (self, entry, &total);
    }
  return !self->is_refused;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const SlArchiveEntry *first = *(const SlArchiveEntry *const *)a;
  const SlArchiveEntry *second = *(const SlArchiveEntry *const *)b;

  return (first->offset > second->offset) - (first->offset < second->offset);
}

/* Whether what is between @end and @next can be the sizes that follow the data of @entry. */
static gboolean
is_behind (const SlArchiveEntry *entry, guint64 next)
{
  const guint64 gap = next - entry->end;

  if (next < entry->end)
    return FALSE;
  return gap == 0 || ((entry->flags & SL_ARCHIVE_FLAG_DESCRIPTOR) && gap <= MAX_DESCRIPTOR && gap >= 12 && gap % 4 == 0);
}

/* Every byte belongs to one entry: none can be unpacked twice, and none is hidden. */
static gboolean
check_layout (Index *self, guint64 directory)
{
  g_ptr_array_sort (self->entries, compare_entries);
  for (guint i = 0; i < self->entries->len; i++)
    {
      SlArchiveEntry *entry = self->entries->pdata[i];
      const guint64   next = i + 1 < self->entries->len ? ((SlArchiveEntry *)self->entries->pdata[i + 1])->offset : directory;

      if (i == 0 && entry->offset != 0)
        return refuse (self, NULL, "archive-damaged", _ ("something stands before the first file of this archive; pack it anew"));
      if (!sl_archive_layout_check_local (self->input, entry))
        return refuse (self, entry, "archive-mismatch", _ ("the archive says two different things about this; pack it anew"));
      if (!is_behind (entry, next))
        return refuse (self, entry, "archive-damaged", _ ("the data of this overlaps or hides something else; pack it anew"));
    }
  return TRUE;
}

static gboolean
read_directory (Index *self, const SlArchiveDirectory *directory)
{
  g_autofree guchar *data = NULL;
  const guchar      *at;

  if (directory->size > MAX_DIRECTORY)
    return refuse_damaged (self);
  data = g_malloc ((gsize)directory->size + 1);
  if (!sl_archive_input_read (self->input, directory->offset, data, (gsize)directory->size))
    return refuse_damaged (self);
  at = data;
  for (guint64 i = 0; i < directory->n_entries; i++)
    {
      SlArchiveEntry *entry = sl_archive_layout_take_entry (&at, data + directory->size);

      if (entry == NULL)
        return refuse_damaged (self);
      g_ptr_array_add (self->entries, entry);
    }
  return at == data + directory->size || refuse_damaged (self);
}

static gboolean
read_all (Index *self)
{
  SlArchiveDirectory directory;
  guint8             magic[4] = {0};

  if (!sl_archive_input_read (self->input, 0, magic, sizeof magic) || memcmp (magic, "PK", 2) != 0)
    return refuse (self, NULL, "archive-kind", _ ("this is not a zip archive; pack the casebook with “sidelight-author pack”"));
  if (!sl_archive_layout_find_directory (self->input, &directory))
    return refuse (self, NULL, "archive-end", _ ("this archive is cut off, or something stands behind its end; get it again or pack it anew"));
  if (directory.n_entries > SL_ARCHIVE_MAX_ENTRIES)
    return refuse (self, NULL, "archive-entries", _ ("this archive has more than 20,000 entries; leave some out"));
  return read_directory (self, &directory) && check_entries (self) && check_layout (self, directory.offset);
}

GPtrArray *
sl_archive_index_read (SlArchiveInput *input, SlReport *report)
{
  Index self = {.input = input, .report = report};
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (sl_archive_layout_free_entry);

  g_return_val_if_fail (input != NULL && report != NULL, NULL);

  self.entries = entries;
  self.names = sl_archive_names_new (report);
  if (!read_all (&self))
    g_clear_pointer (&entries, g_ptr_array_unref);
  sl_archive_names_free (self.names);
  return g_steal_pointer (&entries);
}
