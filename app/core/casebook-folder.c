/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The files of a casebook, and no others: whatever a casebook says, nothing outside its folder is opened,
 * nothing that could block for ever is waited for, and a path that works here works on every other
 * machine, because it is spelled as the file is.
 */
#include "config.h"

#include "casebook-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct _SlCasebookFolder
{
  char       *root;  /* (nullable): the real path of the folder */
  GHashTable *files; /* (nullable) (element-type utf8 GBytes): instead of root */
  GHashTable *names; /* (element-type utf8 GHashTable): what is in each folder that was looked at */
};

G_DEFINE_QUARK (sl_casebook_folder_error_quark, sl_casebook_folder_error)

static void
fail_not_found (GError **error, const char *path)
{
  g_set_error (error, SL_CASEBOOK_FOLDER_ERROR, SL_CASEBOOK_FOLDER_ERROR_NOT_FOUND,
               _ ("there is no file “%s”; add it or correct the path"), path);
}

static void
fail_unreadable (GError **error, const char *path, int code)
{
  g_set_error (error, SL_CASEBOOK_FOLDER_ERROR, SL_CASEBOOK_FOLDER_ERROR_UNREADABLE,
               _ ("“%s” cannot be read: %s"), path, g_strerror (code));
}

/* Returns: (transfer none) (element-type utf8): the names in @folder, a full path */
static GHashTable *
list_names (SlCasebookFolder *self, const char *folder)
{
  GHashTable *names = g_hash_table_lookup (self->names, folder);
  const char *name;
  g_autoptr (GDir) dir = NULL;

  if (names != NULL)
    return names;
  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_hash_table_add (names, g_strdup (name));
  g_hash_table_insert (self->names, g_strdup (folder), names);
  return names;
}

/* Returns: (transfer full) (nullable): a name that differs from @name in capital letters only */
static char *
find_other_spelling (GHashTable *names, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  GHashTableIter   iter;
  gpointer         other;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    {
      g_autofree char *other_folded = NULL;

      if (!g_utf8_validate (other, -1, NULL))
        continue;
      other_folded = g_utf8_casefold (other, -1);
      if (g_str_equal (folded, other_folded))
        return g_strdup (other);
    }
  return NULL;
}

/* Whether every part of @path is spelled as it is on the disk; some disks do not care, others do. */
static gboolean
check_spelling (SlCasebookFolder *self, const char *path, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  g_autofree char *folder = g_strdup (self->root);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      GHashTable      *names = list_names (self, folder);
      g_autofree char *other = NULL;
      char            *inner;

      if (!g_hash_table_contains (names, parts[i]))
        {
          other = find_other_spelling (names, parts[i]);
          if (other == NULL)
            fail_not_found (error, path);
          else
            g_set_error (error, SL_CASEBOOK_FOLDER_ERROR, SL_CASEBOOK_FOLDER_ERROR_SPELLING,
                         _ ("“%s” in “%s” is named “%s” on the disk; spell it so"), parts[i], path,
                            other);
          return FALSE;
        }
      inner = g_build_filename (folder, parts[i], NULL);
      g_free (folder);
      folder = inner;
    }
  return TRUE;
}

static gboolean
is_inside (const char *root, const char *path)
{
  gsize length = strlen (root);

  return strncmp (root, path, length) == 0 && (g_str_has_suffix (root, "/") || path[length] == '/');
}

/* Returns: (transfer full): the full path, without links, of a file that is inside */
static char *
resolve (SlCasebookFolder *self, const char *path, GError **error)
{
  g_autofree char *full = NULL;
  char            *real;

  if (!sl_casebook_folder_is_path (path))
    {
      g_set_error (error, SL_CASEBOOK_FOLDER_ERROR, SL_CASEBOOK_FOLDER_ERROR_PATH,
                   _ ("“%s” leads out of the casebook; move the file into it"), path);
      return NULL;
    }
  if (!check_spelling (self, path, error))
    return NULL;
  full = g_build_filename (self->root, path, NULL);
  real = realpath (full, NULL);
  if (real == NULL)
    {
      fail_unreadable (error, path, errno);
      return NULL;
    }
  if (!is_inside (self->root, real))
    {
      g_set_error (error, SL_CASEBOOK_FOLDER_ERROR, SL_CASEBOOK_FOLDER_ERROR_PATH,
                   _ ("“%s” is a link that leads out of the casebook; put the file itself there"),
                      path);
      free (real);
      return NULL;
    }
  return real;
}

/* Looks before it opens: a device may do something then, and a pipe waits for whoever may never write to it. */
static gboolean
check_plain (const char *path, const struct stat *status, GError **error)
{
  const int code = SL_CASEBOOK_FOLDER_ERROR_NO_FILE;

  if (S_ISREG (status->st_mode))
    return TRUE;
  if (S_ISDIR (status->st_mode))
    g_set_error (error, SL_CASEBOOK_FOLDER_ERROR, code, _ ("“%s” is a folder; put a file in its place"), path);
  else if (S_ISFIFO (status->st_mode))
    g_set_error (error, SL_CASEBOOK_FOLDER_ERROR, code, _ ("“%s” is a pipe between programs; put a file in its place"), path);
  else if (S_ISSOCK (status->st_mode))
    g_set_error (error, SL_CASEBOOK_FOLDER_ERROR, code, _ ("“%s” is a socket between programs; put a file in its place"), path);
  else
    g_set_error (error, SL_CASEBOOK_FOLDER_ERROR, code, _ ("“%s” is a device; put a file in its place"), path);
  return FALSE;
}

/* Opens without waiting, should it have become a pipe meanwhile. Returns: a descriptor or -1 */
static int
open_plain_file (SlCasebookFolder *self, const char *path, GError **error)
{
  g_autofree char *full = resolve (self, path, error);
  struct stat      status;
  int              fd = -1;

  if (full == NULL || (stat (full, &status) == 0 && !check_plain (path, &status, error)))
    return -1;
  fd = open (full, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0 || fstat (fd, &status) != 0)
    fail_unreadable (error, path, errno);
  else if (check_plain (path, &status, error))
    return fd;
  if (fd >= 0)
    close (fd);
  return -1;
}

/* One byte more than allowed is asked for, so that growing meanwhile is seen as well. */
static GBytes *
read_descriptor (int fd, const char *path, gsize max_bytes, GError **error)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  guint8 buffer[65536];

  while (array->len <= max_bytes)
    {
      ssize_t n_read = read (fd, buffer, sizeof buffer);

      if (n_read < 0 && errno == EINTR)
        continue;
      if (n_read < 0)
        {
          fail_unreadable (error, path, errno);
          return NULL;
        }
      if (n_read == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&array));
      g_byte_array_append (array, buffer, (guint)n_read);
    }
  g_set_error (error, SL_CASEBOOK_FOLDER_ERROR, SL_CASEBOOK_FOLDER_ERROR_TOO_LARGE,
               _ ("“%s” is larger than %u MiB; make it smaller"), path,
                  (guint)(max_bytes / 1024 / 1024));
  return NULL;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Adds @name, when it is one to be listed. */
static void
list_name (GPtrArray *paths, const char *folder, const char *name, const char *suffix)
{
  if (g_str_has_suffix (name, suffix) && *name != '.' && strchr (name, '/') == NULL &&
      g_utf8_validate (name, -1, NULL))
    g_ptr_array_add (paths, g_strdup_printf ("%s/%s", folder, name));
}

SlCasebookFolder *
sl_casebook_folder_new (GFile *folder, GError **error)
{
  SlCasebookFolder *self;
  g_autofree char  *name = NULL;
  char             *root;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  name = g_file_get_parse_name (folder);
  if (g_file_peek_path (folder) == NULL)
    {
      g_set_error (error, SL_CASEBOOK_FOLDER_ERROR, SL_CASEBOOK_FOLDER_ERROR_UNREADABLE,
                   _ ("“%s” is not on this machine; copy the casebook here"), name);
      return NULL;
    }
  root = realpath (g_file_peek_path (folder), NULL);
  if (root == NULL && (errno == ENOENT || errno == ENOTDIR))
    g_set_error (error, SL_CASEBOOK_FOLDER_ERROR, SL_CASEBOOK_FOLDER_ERROR_NOT_FOUND,
                 _ ("there is no folder “%s”"), name);
  else if (root == NULL)
    fail_unreadable (error, name, errno);
  else if (!g_file_test (root, G_FILE_TEST_IS_DIR))
    fail_unreadable (error, name, ENOTDIR);
  else if (g_access (root, R_OK | X_OK) != 0)
    fail_unreadable (error, name, errno);
  else
    {
      self = g_new0 (SlCasebookFolder, 1);
      self->root = g_strdup (root);
      self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify)g_hash_table_unref);
      free (root);
      return self;
    }
  free (root);
  return NULL;
}

SlCasebookFolder *
sl_casebook_folder_new_for_files (GHashTable *files)
{
  SlCasebookFolder *self;

  g_return_val_if_fail (files != NULL, NULL);

  self = g_new0 (SlCasebookFolder, 1);
  self->files = g_hash_table_ref (files);
  return self;
}

void
sl_casebook_folder_free (SlCasebookFolder *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->files, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_free (self->root);
  g_free (self);
}

gboolean
sl_casebook_folder_is_path (const char *path)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  if (!g_utf8_validate (path, -1, NULL))
    return FALSE;
  for (const char *at = path; *at != '\0'; at++)
    if (*at == '\\' || g_ascii_iscntrl (*at))
      return FALSE;
  parts = g_strsplit (path, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] == '\0' || g_str_equal (parts[i], ".") || g_str_equal (parts[i], ".."))
      return FALSE;
  return parts[0] != NULL;
}

gboolean
sl_casebook_folder_check (SlCasebookFolder *self, const char *path, GError **error)
{
  int fd;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  if (self->files != NULL)
    {
      if (g_hash_table_contains (self->files, path))
        return TRUE;
      fail_not_found (error, path);
      return FALSE;
    }
  fd = open_plain_file (self, path, error);
  if (fd >= 0)
    close (fd);
  return fd >= 0;
}

GBytes *
sl_casebook_folder_read (SlCasebookFolder *self, const char *path, gsize max_bytes, GError **error)
{
  GBytes *bytes;
  int     fd;

  g_return_val_if_fail (self != NULL && path != NULL, NULL);

  if (self->files != NULL)
    {
      bytes = g_hash_table_lookup (self->files, path);
      if (bytes == NULL)
        fail_not_found (error, path);
      return bytes != NULL ? g_bytes_ref (bytes) : NULL;
    }
  fd = open_plain_file (self, path, error);
  if (fd < 0)
    return NULL;
  bytes = read_descriptor (fd, path, max_bytes, error);
  close (fd);
  return bytes;
}

gboolean
sl_casebook_folder_check_folder (SlCasebookFolder *self, const char *path, GError **error)
{
  g_autofree char *full = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  if (self->files != NULL)
    return TRUE;
  full = resolve (self, path, error);
  if (full != NULL && !g_file_test (full, G_FILE_TEST_IS_DIR))
    {
      fail_unreadable (error, path, ENOTDIR);
      return FALSE;
    }
  return full != NULL;
}

GPtrArray *
sl_casebook_folder_list (SlCasebookFolder *self, const char *folder, const char *suffix)
{
  GPtrArray       *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *prefix = NULL;
  g_autofree char *full = NULL;
  GHashTableIter   iter;
  gpointer         name;

  g_return_val_if_fail (self != NULL && folder != NULL && suffix != NULL, paths);

  prefix = g_strconcat (folder, "/", NULL);
  full = self->files != NULL ? NULL : resolve (self, folder, NULL);
  if (self->files == NULL && full == NULL)
    return paths;
  g_hash_table_iter_init (&iter, self->files != NULL ? self->files : list_names (self, full));
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (self->files == NULL)
      list_name (paths, folder, name, suffix);
    else if (g_str_has_prefix (name, prefix))
      list_name (paths, folder, (const char *)name + strlen (prefix), suffix);
  g_ptr_array_sort (paths, compare_paths);
  return paths;
}
