/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Casebooks in one file: unpacked whole, or not at all. What an archive may be is the index's business, and
 * how its data is packed that of the reader; here they become files. Leaves out packing.
 */
#include "config.h"

#include "archive-unpack.h"

#include "archive-index.h"
#include "archive-names.h"
#include "archive-reader.h"
#include "casebook-fields.h"
#include "staged-folder.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  SlArchiveInput  *input;
  SlReport        *report;
  GPtrArray       *entries;  /* (element-type SlArchiveEntry) */
  gsize            n_around; /* bytes of the folder around all, with its slash */
  SlArchiveReader *reader;
  SlStagedFolder  *target; /* (nullable): nowhere */
} Unpacking;

G_DEFINE_QUARK (sl_archive_error_quark, sl_archive_error)

static gboolean
is_casebook (const SlArchiveEntry *entry, gsize n_around)
{
  return entry->name_length > n_around && g_str_equal (entry->name + n_around, SL_CASEBOOK_FILE);
}

/* Returns: how many bytes of all names are one folder's and its slash; 0 when there is no such folder */
static gsize
measure_around (GPtrArray *entries)
{
  const SlArchiveEntry *first = entries->len > 0 ? entries->pdata[0] : NULL;
  const char           *slash = first != NULL ? strchr (first->name, '/') : NULL;
  const gsize           length = slash != NULL ? (gsize)(slash + 1 - first->name) : 0;

  for (guint i = 0; i < entries->len && length > 0; i++)
    if (strncmp (((const SlArchiveEntry *)entries->pdata[i])->name, first->name, length) != 0)
      return 0;
  return length;
}

/* People zip the folder as often as what is in it. */
static gboolean
find_casebook (Unpacking *self)
{
  const gsize n_around = measure_around (self->entries);
  const char *name = sl_archive_input_get_name (self->input);

  for (guint i = 0; i < self->entries->len; i++)
    {
      if (is_casebook (self->entries->pdata[i], 0))
        return TRUE;
      if (n_around > 0 && is_casebook (self->entries->pdata[i], n_around))
        self->n_around = n_around;
    }
  if (self->n_around > 0)
    sl_report_add (self->report, SL_SEVERITY_HINT, name, NULL, "archive-folder", NULL, "%s",
                   _ ("the casebook is in a folder of this archive; pack it with “sidelight-author pack”"));
  else
    sl_report_add (self->report, SL_SEVERITY_ERROR, name, NULL, "no-casebook", NULL, "%s",
                   _ ("there is no “casebook.json” in this archive; pack the folder of a casebook"));
  return self->n_around > 0;
}

static gboolean
refuse_data (Unpacking *self, const SlArchiveEntry *entry)
{
  g_autofree char *file = sl_archive_names_to_display (entry->name, entry->name_length);

  sl_report_add (self->report, SL_SEVERITY_ERROR, file, NULL, "archive-checksum", NULL, "%s",
                 _ ("the data of this is damaged, or not of the size that the archive says; get it again or pack it anew"));
  return FALSE;
}

/* Passes the data of @entry on to @fd, or to nowhere with -1. */
static gboolean
copy_data (Unpacking *self, const SlArchiveEntry *entry, int fd, GError **error)
{
  guint8 buffer[65536];
  gssize n_read;

  while ((n_read = sl_archive_reader_read (self->reader, buffer, sizeof buffer)) > 0)
    if (fd >= 0 && !sl_staged_folder_write (fd, buffer, (gsize)n_read, entry->name, error))
      return FALSE;
  return n_read == 0 || refuse_data (self, entry);
}

static gboolean
unpack_entry (Unpacking *self, const SlArchiveEntry *entry, GError **error)
{
  g_autofree char *path = NULL;
  gboolean         is_done;
  int              fd = -1;

  if (!sl_archive_reader_next (self->reader, entry))
    return refuse_data (self, entry);
  if (entry->name_length == self->n_around)
    return TRUE; /* the folder around all */
  path = g_strndup (entry->name + self->n_around, entry->name_length - self->n_around - entry->is_folder);
  if (entry->is_folder)
    return self->target == NULL || sl_staged_folder_create_folder (self->target, path, error);
  if (self->target != NULL)
    {
      fd = sl_staged_folder_create_file (self->target, path, error);
      if (fd < 0)
        return FALSE;
    }
  is_done = copy_data (self, entry, fd, error);
  if (fd >= 0)
    close (fd);
  return is_done;
}

static gboolean
unpack_all (Unpacking *self, GError **error)
{
  gboolean is_done = TRUE;

  self->reader = sl_archive_reader_new (self->input);
  if (self->reader == NULL)
    return refuse_data (self, self->entries->pdata[0]);
  for (guint i = 0; i < self->entries->len && is_done; i++)
    is_done = unpack_entry (self, self->entries->pdata[i], error);
  g_clear_pointer (&self->reader, sl_archive_reader_free);
  return is_done;
}

/* What was refused has a finding; the last one is that of the failure. */
static void
fail_refused (SlReport *report, GError **error)
{
  GPtrArray       *findings = sl_report_get_findings (report);
  g_autofree char *line = sl_finding_to_string (findings->pdata[findings->len - 1]);

  g_set_error (error, SL_ARCHIVE_ERROR, SL_ARCHIVE_ERROR_REFUSED, _ ("this archive cannot be unpacked: %s"), line);
}

/* @folder: (nullable): NULL unpacks to nowhere */
static gboolean
unpack (SlArchiveInput *input, GFile *folder, SlReport *report, GError **error)
{
  Unpacking self = {.input = input, .report = report};
  g_autoptr (GPtrArray) entries = sl_archive_index_read (input, report);
  g_autoptr (SlStagedFolder) target = NULL;
  g_autoptr (GError) cause = NULL;
  gboolean is_done;

  self.entries = entries;
  if (entries == NULL || !find_casebook (&self))
    {
      fail_refused (report, error);
      return FALSE;
    }
  if (folder != NULL)
    {
      target = sl_staged_folder_new (folder, error);
      if (target == NULL)
        return FALSE;
    }
  self.target = target;
  is_done = unpack_all (&self, &cause) && (target == NULL || sl_staged_folder_commit (target, &cause));
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  else if (!is_done)
    fail_refused (report, error);
  return is_done;
}

gboolean
sl_archive_unpack (GFile *archive, GFile *folder, SlReport *report, GError **error)
{
  g_autoptr (SlArchiveInput) input = NULL;

  g_return_val_if_fail (G_IS_FILE (archive) && G_IS_FILE (folder) && report != NULL, FALSE);

  input = sl_archive_input_open (archive, error);
  return input != NULL && unpack (input, folder, report, error);
}

gboolean
sl_archive_check (GBytes *bytes, const char *name, SlReport *report, GError **error)
{
  g_autoptr (SlArchiveInput) input = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL && report != NULL, FALSE);

  input = sl_archive_input_new_for_bytes (bytes, name);
  return unpack (input, NULL, report, error);
}

gboolean
sl_archive_is_file (GFile *place)
{
  g_return_val_if_fail (G_IS_FILE (place), FALSE);

  return g_file_peek_path (place) != NULL && g_file_query_file_type (place, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_DIRECTORY &&
         g_file_query_exists (place, NULL);
}
