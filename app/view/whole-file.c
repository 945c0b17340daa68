/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the viewer takes home: a file that is whole or not there, under a name that every file system takes. */
#include "whole-file.h"

#include <string.h>

#define LONGEST_TITLE 120 /* bytes: with a time behind it every file system takes it */

gboolean
sl_whole_file_write (GFile *file, GBytes *bytes, GError **error)
{
  gsize            size;
  const char      *data;
  g_autofree char *path = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &size);
  path = g_file_get_path (file);
  if (path)
    return g_file_set_contents_full (path, data, (gssize)size, G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);
  return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, error);
}

char *
sl_whole_file_make_name (const char *title)
{
  GString *harmless = g_string_new (NULL);

  g_return_val_if_fail (title != NULL, g_string_free (harmless, FALSE));

  for (const char *at = title; *at; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (harmless->len + 6 > LONGEST_TITLE)
        break;
      if (harmless->len == 0 && (c == '.' || g_unichar_isspace (c)))
        continue;
      g_string_append_unichar (harmless, g_unichar_iscntrl (c) || strchr ("/\\:*?\"<>|", (int)MIN (c, 127)) ? '-' : c);
    }
  g_strchomp (harmless->str);
  harmless->len = strlen (harmless->str);
  if (harmless->len == 0)
    g_string_append (harmless, "Sidelight");
  return g_string_free (harmless, FALSE);
}
