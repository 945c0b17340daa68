/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A player wants files, so an archive is unpacked before it is shown: once, under the checksum of all its
 * bytes. What comes there is whole; what goes is first taken away under another name.
 */
#include "config.h"

#include "archive-cache.h"

#include "archive-input.h"
#include "archive-unpack.h"
#include "casebook-fields.h"
#include "staged-folder.h"

#include <glib/gstdio.h>
#include <utime.h>

#define N_KEPT 5
#define STALE (24 * 60 * 60) /* seconds after which nobody can be unpacking any more */

typedef struct
{
  char  *name;
  gint64 used; /* seconds */
} Kept;

static void
kept_free (gpointer data)
{
  g_free (((Kept *)data)->name);
  g_free (data);
}

static int
compare_kept (gconstpointer a, gconstpointer b)
{
  const Kept *first = *(const Kept *const *)a;
  const Kept *second = *(const Kept *const *)b;

  return (first->used < second->used) - (first->used > second->used);
}

/* Returns: (transfer full): NULL with @error */
static char *
compute_checksum (GFile *archive, GError **error)
{
  g_autoptr (SlArchiveInput) input = sl_archive_input_open (archive, error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *block = g_malloc (1 << 16);
  const guint64      size = input != NULL ? sl_archive_input_get_size (input) : 0;

  for (guint64 at = 0; at < size;)
    {
      const gsize length = (gsize)MIN (size - at, 1 << 16);

      if (!sl_archive_input_read (input, at, block, length))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, sl_archive_input_get_name (input));
          return NULL;
        }
      g_checksum_update (checksum, block, (gssize)length);
      at += length;
    }
  return input != NULL ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

/* Under a hidden name first: a process that ends while it removes leaves no half casebook to be found. */
static void
take_away (const char *root, const char *name)
{
  g_autofree char *path = g_build_filename (root, name, NULL);
  g_autofree char *hidden = *name == '.' ? g_strdup (path) : g_strdup_printf ("%s/.%s.old", root, name);
  g_autoptr (GFile) place = g_file_new_for_path (hidden);

  if (g_str_equal (path, hidden) || g_rename (path, hidden) == 0)
    sl_staged_folder_remove (place);
}

/* Removes all but those that were used last, and what a process left that ended before its time. */
static void
clear_old (const char *root)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (kept_free);
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char  *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (root, name, NULL);
      Kept            *one;
      GStatBuf         status;

      if (g_lstat (path, &status) != 0 || (*name == '.' && now - status.st_mtime < STALE))
        continue;
      one = g_new0 (Kept, 1);
      one->name = g_strdup (name);
      one->used = *name == '.' ? G_MININT64 : status.st_mtime;
      g_ptr_array_add (kept, one);
    }
  g_ptr_array_sort (kept, compare_kept);
  for (guint i = 0; i < kept->len; i++)
    {
      const Kept *one = kept->pdata[i];

      if (i >= N_KEPT || *one->name == '.')
        take_away (root, one->name);
    }
}

/* Takes away what a program that cleans up has left of a casebook. */
static gboolean
is_there (GFile *folder, const char *root, const char *name)
{
  g_autoptr (GFile) file = g_file_get_child (folder, SL_CASEBOOK_FILE);

  if (g_file_query_exists (file, NULL))
    return TRUE;
  take_away (root, name);
  return FALSE;
}

GFile *
sl_archive_cache_unpack (GFile *archive, SlReport *report, GError **error)
{
  g_autofree char *root = g_build_filename (g_get_user_cache_dir (), "sidelight", "casebooks", NULL);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (G_IS_FILE (archive) && report != NULL, NULL);

  name = compute_checksum (archive, error);
  if (name == NULL)
    return NULL;
  g_mkdir_with_parents (root, 0700);
  path = g_build_filename (root, name, NULL);
  folder = g_file_new_for_path (path);
  if (!is_there (folder, root, name) && !sl_archive_unpack (archive, folder, report, &cause) &&
      !g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_EXISTS)) /* another process was faster */
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  g_utime (path, NULL); /* used now */
  clear_old (root);
  return g_steal_pointer (&folder);
}
