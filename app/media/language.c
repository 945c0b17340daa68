/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Languages by their names. GStreamer knows them, and the system's iso-codes have them in the reader's language. */
#include "language.h"

#include <gst/tag/tag.h>
#include <string.h>

/* Returns: (transfer full): what stands before the first dash: the language alone */
static char *
cut_region (const char *tag)
{
  return g_ascii_strdown (tag, (gssize)strcspn (tag, "-_"));
}

char *
sl_language_get_name (const char *tag)
{
  g_autofree char *language = NULL;
  const char      *name;

  g_return_val_if_fail (tag != NULL, NULL);

  language = cut_region (tag);
  name = gst_tag_get_language_name (language);
  if (name == NULL)
    return g_strdup (tag);
  if (strlen (tag) == strlen (language))
    return g_strdup (name);
  return g_strdup_printf ("%s (%s)", name, tag);
}

gboolean
sl_language_equal (const char *a, const char *b)
{
  g_autofree char *language_a = NULL;
  g_autofree char *language_b = NULL;
  const char      *code_a, *code_b;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  language_a = cut_region (a);
  language_b = cut_region (b);
  code_a = gst_tag_get_language_code_iso_639_1 (language_a);
  code_b = gst_tag_get_language_code_iso_639_1 (language_b);
  return g_str_equal (code_a ? code_a : language_a, code_b ? code_b : language_b);
}
