/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an entry of an archive may be called: what is one file inside the folder on every system, whether
 * the disk cares about capital letters and accents or not. Leaves out what is in it.
 */
#include "config.h"

#include "archive-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_NAME 512
#define MAX_PART 255
#define MAX_DEPTH 16

/* What a folded path stands for. */
typedef struct
{
  char    *path; /* as it is spelled */
  gboolean is_folder;
  gboolean is_entry; /* and not only a folder around one */
} Taken;

struct _SlArchiveNames
{
  SlReport   *report;
  GHashTable *taken; /* (element-type utf8 Taken): by folded path */
};

static void
taken_free (gpointer data)
{
  g_free (((Taken *)data)->path);
  g_free (data);
}

/* Equal for names that some disk takes for the same. */
static char *
fold (const char *path)
{
  g_autofree char *composed = g_utf8_normalize (path, -1, G_NORMALIZE_NFC);
  g_autofree char *folded = g_utf8_casefold (composed, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);
}

static gboolean
refuse (SlArchiveNames *self, const char *name, const char *code, const char *text)
{
  sl_report_add (self->report, SL_SEVERITY_ERROR, name, NULL, code, NULL, "%s", text);
  return FALSE;
}

static gboolean
check_bytes (SlArchiveNames *self, const char *display, const char *name, gsize length)
{
  if (length == 0 || length > MAX_NAME)
    return refuse (self, display, "archive-name", _ ("this name is empty or too long; give it 1 to 512 bytes"));
  if (!g_utf8_validate (name, (gssize)length, NULL))
    return refuse (self, display, "archive-name", _ ("this name is not UTF-8 or holds a NUL; rename it"));
  for (const char *at = name; at < name + length; at = g_utf8_next_char (at))
    if (g_unichar_iscntrl (g_utf8_get_char (at)))
      return refuse (self, display, "archive-name", _ ("this name holds a control character; rename it"));
  if (memchr (name, '\\', length) != NULL)
    return refuse (self, display, "archive-backslash", _ ("this name holds a backslash; put “/” between folders"));
  if (*name == '/' || (length > 1 && g_ascii_isalpha (name[0]) && name[1] == ':'))
    return refuse (self, display, "archive-absolute", _ ("this is a place of its own, outside the casebook; leave out what stands before its first folder"));
  return TRUE;
}

static gboolean
check_parts (SlArchiveNames *self, const char *display, char **parts)
{
  guint n_parts = 0;

  for (; parts[n_parts] != NULL; n_parts++)
    {
      const char *part = parts[n_parts];

      if (*part == '\0' || g_str_equal (part, ".") || g_str_equal (part, ".."))
        return refuse (self, display, "archive-parent", _ ("this leads out of the casebook or to nowhere; leave out “..”, “.” and “//”"));
      if (strlen (part) > MAX_PART)
        return refuse (self, display, "archive-name", _ ("this name is too long; give each part at most 255 bytes"));
    }
  if (n_parts > MAX_DEPTH)
    return refuse (self, display, "archive-name", _ ("this is more than 16 folders deep; move it up"));
  return TRUE;
}

static gboolean
take (SlArchiveNames *self, const char *display, const char *path, gboolean is_folder, gboolean is_entry)
{
  g_autofree char *key = fold (path);
  g_autofree char *text = NULL;
  Taken           *taken = g_hash_table_lookup (self->taken, key);

  if (taken == NULL)
    {
      taken = g_new0 (Taken, 1);
      taken->path = g_strdup (path);
      taken->is_folder = is_folder;
      taken->is_entry = is_entry;
      g_hash_table_insert (self->taken, g_steal_pointer (&key), taken);
      return TRUE;
    }
  if (taken->is_folder && is_folder && !(taken->is_entry && is_entry) && g_str_equal (taken->path, path))
    {
      taken->is_entry |= is_entry;
      return TRUE;
    }
  /* Translators: both are names of files or folders, which may differ in capital letters only. */
  text = g_strdup_printf (_ ("“%s” and “%s” cannot both be here; rename one or leave it out"), taken->path, path);
  return refuse (self, display, "archive-duplicate", text);
}

SlArchiveNames *
sl_archive_names_new (SlReport *report)
{
  SlArchiveNames *self;

  g_return_val_if_fail (report != NULL, NULL);

  self = g_new0 (SlArchiveNames, 1);
  self->report = report;
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, taken_free);
  return self;
}

void
sl_archive_names_free (SlArchiveNames *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->taken);
  g_free (self);
}

gboolean
sl_archive_names_add (SlArchiveNames *self, const char *name, gsize length)
{
  g_autofree char *display = NULL;
  g_autofree char *path = NULL;
  g_auto (GStrv) parts = NULL;
  gboolean is_folder;

  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  display = sl_archive_names_to_display (name, length);
  if (!check_bytes (self, display, name, length))
    return FALSE;
  is_folder = name[length - 1] == '/';
  path = g_strndup (name, length - is_folder);
  parts = g_strsplit (path, "/", -1);
  if (!check_parts (self, display, parts))
    return FALSE;
  for (char *at = strchr (path, '/'); at != NULL; at = strchr (at + 1, '/'))
    {
      gboolean is_free;

      *at = '\0';
      is_free = take (self, display, path, TRUE, FALSE);
      *at = '/';
      if (!is_free)
        return FALSE;
    }
  return take (self, display, path, is_folder, TRUE);
}

char *
sl_archive_names_to_display (const char *name, gsize length)
{
  g_return_val_if_fail (name != NULL, NULL);

  return length > 0 ? g_utf8_make_valid (name, (gssize)length) : g_strdup ("?");
}
