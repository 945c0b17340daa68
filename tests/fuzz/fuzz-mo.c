/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever the bytes are, what a catalogue gives is UTF-8, is not empty and is found again. An input is a
 * .mo file, and behind its end nothing.
 */
#include "catalogue.h"
#include "target.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const fields[] = {"Language", "Content-Type", "Plural-Forms", "X"};
  static const char *const texts[] = {"", "a", "Text", "One"};
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCatalogue) catalogue = sl_catalogue_new (bytes, &error);

  g_assert_true ((catalogue != NULL) == (error == NULL));
  g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
  if (catalogue == NULL)
    return 0;
  g_assert_cmpuint (sl_catalogue_get_n_messages (catalogue), <=, size / 16);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *field = sl_catalogue_get_field (catalogue, fields[i]);

      g_assert_true (field == NULL || (*field != '\0' && g_utf8_validate (field, -1, NULL)));
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *plain = sl_catalogue_lookup (catalogue, NULL, texts[i]);
      const char *placed = sl_catalogue_lookup (catalogue, "fact/a/statement", texts[i]);

      g_assert_true (plain == NULL || (*plain != '\0' && g_utf8_validate (plain, -1, NULL)));
      g_assert_true (placed == NULL || sl_catalogue_has_context (catalogue, "fact/a/statement"));
    }
  return 0;
}
