/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Catalogues, against what msgfmt makes of a PO file in both byte orders, against files that are laid out
 * here by hand, and against every way to cut and spoil them.
 */
#include "catalogue.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEADER "Content-Type: text/plain; charset=UTF-8\n"

static const char po[] =
  "msgid \"\"\n"
  "msgstr \"\"\n"
  "\"Language: uk\\n\"\n"
  "\"MIME-Version: 1.0\\n\"\n"
  "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
  "\"Content-Transfer-Encoding: 8bit\\n\"\n"
  "\"Plural-Forms: nplurals=3; plural=n%10==1 ? 0 : n%10>=2 ? 1 : 2;\\n\"\n"
  "\"X-Empty:\\n\"\n"
  "msgctxt \"fact/refund/statement\"\n"
  "msgid \"The tax was paid back.\"\n"
  "msgstr \"Податок повернули.\"\n"
  "msgctxt \"fact/refund/detail\"\n"
  "msgid \"The tax was paid back.\"\n"
  "msgstr \"Податок таки повернули.\"\n"
  "msgctxt \"fact/other/statement\"\n"
  "msgid \"Not translated.\"\n"
  "msgstr \"\"\n"
  "#, fuzzy\n"
  "msgctxt \"fact/fuzzy/statement\"\n"
  "msgid \"Not certain.\"\n"
  "msgstr \"Хтозна.\"\n"
  "msgid \"One\"\n"
  "msgid_plural \"%d\"\n"
  "msgstr[0] \"Один\"\n"
  "msgstr[1] \"%d\"\n"
  "msgstr[2] \"%d штук\"\n"
  "msgid \"Two\\n\"\n"
  "\"lines\"\n"
  "msgstr \"Два\\n\"\n"
  "\"рядки\"\n";

static GBytes *
compile (const char *endianness)
{
  g_autofree char *folder = g_dir_make_tmp ("sidelight-catalogue-XXXXXX", NULL);
  g_autofree char *source = g_build_filename (folder, "uk.po", NULL);
  g_autofree char *target = g_build_filename (folder, "uk.mo", NULL);
  g_autofree char *option = g_strconcat ("--endianness=", endianness, NULL);
  const char      *arguments[] = {"msgfmt", option, "-o", target, source, NULL};
  char            *contents;
  gsize            length;
  int              status;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (source, po, -1, NULL));
  g_spawn_sync (NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_true (g_file_get_contents (target, &contents, &length, NULL));
  g_assert_cmpint (g_unlink (source) + g_unlink (target) + g_rmdir (folder), ==, 0);
  return g_bytes_new_take (contents, length);
}

static void
test_msgfmt (gconstpointer endianness)
{
  g_autoptr (GBytes) bytes = compile (endianness);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCatalogue) catalogue = sl_catalogue_new (bytes, &error);
  const char *text = "The tax was paid back.";

  g_assert_no_error (error);
  g_assert_cmpstr (sl_catalogue_lookup (catalogue, "fact/refund/statement", text), ==, "Податок повернули.");
  g_assert_cmpstr (sl_catalogue_lookup (catalogue, "fact/refund/detail", text), ==, "Податок таки повернули.");
  g_assert_null (sl_catalogue_lookup (catalogue, NULL, text));
  g_assert_null (sl_catalogue_lookup (catalogue, "fact/refund", text));
  g_assert_null (sl_catalogue_lookup (catalogue, "fact/refund/statement", "The tax was paid."));
  g_assert_cmpstr (sl_catalogue_lookup (catalogue, NULL, "One"), ==, "Один");
  g_assert_cmpstr (sl_catalogue_lookup (catalogue, NULL, "Two\nlines"), ==, "Два\nрядки");
  g_assert_null (sl_catalogue_lookup (catalogue, NULL, ""));
  g_assert_null (sl_catalogue_lookup (catalogue, NULL, "zzz"));
  g_assert_null (sl_catalogue_lookup (catalogue, "", ""));

  g_assert_true (sl_catalogue_has_context (catalogue, "fact/refund/statement"));
  g_assert_false (sl_catalogue_has_context (catalogue, "fact/refund"));
  g_assert_false (sl_catalogue_has_context (catalogue, "fact/refund/statement "));
  g_assert_false (sl_catalogue_has_context (catalogue, "fact/other/statement"));
  g_assert_false (sl_catalogue_has_context (catalogue, "fact/fuzzy/statement"));
  g_assert_false (sl_catalogue_has_context (catalogue, "zzz"));

  g_assert_cmpstr (sl_catalogue_get_field (catalogue, "Language"), ==, "uk");
  g_assert_cmpstr (sl_catalogue_get_field (catalogue, "Plural-Forms"), ==, "nplurals=3; plural=n%10==1 ? 0 : n%10>=2 ? 1 : 2;");
  g_assert_null (sl_catalogue_get_field (catalogue, "X-Empty"));
  g_assert_null (sl_catalogue_get_field (catalogue, "X-Missing"));
  g_assert_cmpuint (sl_catalogue_get_n_messages (catalogue), ==, 4);
}

/* No byte can be missing at the end, and no cut is read past. */
static void
test_cut (gconstpointer endianness)
{
  g_autoptr (GBytes) whole = compile (endianness);

  for (gsize length = 0; length < g_bytes_get_size (whole); length++)
    {
      /* A copy of its own, so that an address checker sees a read behind it. */
      g_autoptr (GBytes) bytes = g_bytes_new (g_bytes_get_data (whole, NULL), length);
      g_autoptr (GError) error = NULL;
      g_autoptr (SlCatalogue) catalogue = sl_catalogue_new (bytes, &error);

      g_assert_null (catalogue);
      g_assert_true (error != NULL && error->domain == SL_CATALOGUE_ERROR);
      g_assert_true (length < 4 ? error->code == SL_CATALOGUE_ERROR_MAGIC : error->code == SL_CATALOGUE_ERROR_SHAPE);
    }
}

/* Spoiled bytes give an error or a catalogue, whose answers can be read. */
static void
test_flips (void)
{
  g_autoptr (GBytes) whole = compile ("little");
  const gsize size = g_bytes_get_size (whole);

  for (guint round = 0; round < 20000; round++)
    {
      g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (whole, NULL), size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (SlCatalogue) catalogue = NULL;
      const char *answer;

      for (int i = g_test_rand_int_range (1, 4); i > 0; i--)
        data[g_test_rand_int_range (0, (gint32)(i == 1 ? size : MIN (size, 128)))] = (guint8)g_test_rand_int ();
      bytes = g_bytes_new (data, size);
      catalogue = sl_catalogue_new (bytes, &error);
      g_assert_true ((catalogue == NULL) == (error != NULL));
      answer = catalogue != NULL ? sl_catalogue_lookup (catalogue, NULL, "One") : NULL;
      g_assert_true (answer == NULL || (*answer != '\0' && g_utf8_validate (answer, -1, NULL)));
    }
}

/* A file laid out by hand: numbers in the order of this machine, then texts where they are told to be. */
typedef struct
{
  guint32 numbers[15]; /* the header of seven, then two originals and two translations: length and offset */
  char    texts[128];
} Layout;

#define TEXTS 60u

static void
lay_out (Layout *layout, const char *charset)
{
  const guint32 n_header = (guint32)strlen (charset);
  const guint32 numbers[15] = {0x950412de, 0, 2, 28, 44, 0, 60,
                               0, TEXTS, 3, TEXTS + 1, n_header, TEXTS + 8, 2, TEXTS + 5};

  g_assert_cmpint (G_STRUCT_OFFSET (Layout, texts), ==, TEXTS);
  memset (layout, 0, sizeof *layout);
  memcpy (layout->numbers, numbers, sizeof numbers);
  memcpy (layout->texts + 1, "abc", 3);
  memcpy (layout->texts + 5, "xy", 2);
  memcpy (layout->texts + 8, charset, n_header);
}

static void
expect (const Layout *layout, int code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (layout, sizeof *layout);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCatalogue) catalogue = sl_catalogue_new (bytes, &error);

  if (code < 0)
    {
      g_assert_no_error (error);
      g_assert_cmpstr (sl_catalogue_lookup (catalogue, NULL, "abc"), ==, "xy");
    }
  else
    {
      g_assert_error (error, SL_CATALOGUE_ERROR, code);
      g_assert_null (catalogue);
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    guint   index;
    guint32 value;
    int     code;
  } cases[] = {
    {0, 0x950412dd, SL_CATALOGUE_ERROR_MAGIC},
    {1, 0x00000001, -1}, /* texts that differ by machine are left out */
    {1, 0x00010001, -1},
    {1, 0x00020000, SL_CATALOGUE_ERROR_REVISION},
    {2, 0xffffffff, SL_CATALOGUE_ERROR_SHAPE},
    {2, 0x20000000, SL_CATALOGUE_ERROR_SHAPE},
    {2, 0, SL_CATALOGUE_ERROR_CHARSET},
    {3, 0, SL_CATALOGUE_ERROR_SHAPE},
    {3, 0xfffffff8, SL_CATALOGUE_ERROR_SHAPE},
    {4, (guint32)sizeof (Layout) - 15, SL_CATALOGUE_ERROR_SHAPE},
    {5, 0xffffffff, -1}, /* the hash table is not looked at */
    {6, 0xffffffff, -1},
    {7, 0xffffffff, SL_CATALOGUE_ERROR_SHAPE},
    {8, 0xffffffff, SL_CATALOGUE_ERROR_SHAPE},
    {8, (guint32)sizeof (Layout), SL_CATALOGUE_ERROR_SHAPE},
    {9, 2, SL_CATALOGUE_ERROR_SHAPE}, /* what stands behind it is no NUL */
    {9, (guint32)sizeof (Layout) - TEXTS - 1, SL_CATALOGUE_ERROR_SHAPE},
    {9, (guint32)sizeof (Layout) - TEXTS, SL_CATALOGUE_ERROR_SHAPE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Layout layout;

      lay_out (&layout, HEADER);
      layout.numbers[cases[i].index] = cases[i].value;
      g_test_message ("number %u is %u", cases[i].index, cases[i].value);
      expect (&layout, cases[i].code);
    }
}

static void
test_charset (void)
{
  Layout layout;

  lay_out (&layout, HEADER);
  expect (&layout, -1);
  lay_out (&layout, "Content-Type: text/plain; charset=utf8\n");
  expect (&layout, -1);
  lay_out (&layout, "Content-Type: text/plain; charset=ISO-8859-1\n");
  expect (&layout, SL_CATALOGUE_ERROR_CHARSET);
  lay_out (&layout, "Language: uk\n");
  expect (&layout, SL_CATALOGUE_ERROR_CHARSET);
  lay_out (&layout, HEADER);
  layout.texts[5] = '\xff';
  expect (&layout, SL_CATALOGUE_ERROR_ENCODING);
}

/* The order of the file is not relied on, and one text has one translation. */
static void
test_order (void)
{
  Layout layout;

  lay_out (&layout, HEADER);
  for (guint i = 7; i < 15; i += 4)
    for (guint j = 0; j < 2; j++)
      {
        guint32 number = layout.numbers[i + j];

        layout.numbers[i + j] = layout.numbers[i + j + 2];
        layout.numbers[i + j + 2] = number;
      }
  expect (&layout, -1);

  lay_out (&layout, HEADER);
  layout.numbers[7] = layout.numbers[9];
  layout.numbers[8] = layout.numbers[10];
  expect (&layout, SL_CATALOGUE_ERROR_DUPLICATE);
}

/* A small file cannot stand for a lot of text by naming the same bytes again and again. */
static void
test_overlap (void)
{
  const guint32 n_strings = 10000;
  const gsize   tables = 28 + 16 * (gsize)n_strings;
  const gsize   size = tables + 100000;
  guint32      *numbers = g_malloc0 (size);
  const guint32 header[7] = {0x950412de, 0, n_strings, 28, 28 + 8 * n_strings, 0, 0};
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  memset ((char *)numbers + tables, 'a', 99999);
  memcpy (numbers, header, sizeof header);
  for (guint i = 0; i < 2 * n_strings; i++)
    {
      numbers[7 + 2 * i] = 99999 - i;
      numbers[8 + 2 * i] = (guint32)tables + i;
    }
  bytes = g_bytes_new_take (numbers, size);
  g_assert_null (sl_catalogue_new (bytes, &error));
  g_assert_error (error, SL_CATALOGUE_ERROR, SL_CATALOGUE_ERROR_SHAPE);
}

static void
test_too_large (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (SL_CATALOGUE_MAX_BYTES + 1), SL_CATALOGUE_MAX_BYTES + 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (sl_catalogue_new (bytes, &error));
  g_assert_error (error, SL_CATALOGUE_ERROR, SL_CATALOGUE_ERROR_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/catalogue/msgfmt/little", "little", test_msgfmt);
  g_test_add_data_func ("/catalogue/msgfmt/big", "big", test_msgfmt);
  g_test_add_data_func ("/catalogue/cut/little", "little", test_cut);
  g_test_add_data_func ("/catalogue/cut/big", "big", test_cut);
  g_test_add_func ("/catalogue/flips", test_flips);
  g_test_add_func ("/catalogue/numbers", test_numbers);
  g_test_add_func ("/catalogue/charset", test_charset);
  g_test_add_func ("/catalogue/order", test_order);
  g_test_add_func ("/catalogue/overlap", test_overlap);
  g_test_add_func ("/catalogue/too-large", test_too_large);
  return g_test_run ();
}
