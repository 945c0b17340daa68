/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What migrating is made of: the writer of JSON, the steps, and how it fails. What comes of whole casebooks:
 * tests/author/migration.py.
 */
#include "casebook-fields.h"
#include "migration-steps.h"
#include "migration-writer.h"
#include "migration.h"
#include "staged-folder.h"

#include <glib/gstdio.h>
#include <string.h>

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (text, &error);

  g_assert_no_error (error);
  return root;
}

static void
test_write (void)
{
  static const char *const cases[][2] = {
    {"[]", "[]\n"},
    {"{}", "{}\n"},
    {"{\"b\":[],\"a\":{}}", "{\n  \"b\": [],\n  \"a\": {}\n}\n"},
    {"[0.1,1.0,1e2,-0.0,1e300,1.5e-7,41.9,100000000000000000000.0]",
     "[\n  0.1,\n  1.0,\n  100.0,\n  -0.0,\n  1e+300,\n  1.5e-07,\n  41.9,\n  1e+20\n]\n"},
    {"[9223372036854775807,-9223372036854775808,0,true,false,null,\"\"]",
     "[\n  9223372036854775807,\n  -9223372036854775808,\n  0,\n  true,\n  false,\n  null,\n  \"\"\n]\n"},
    {"[\"\\\"\\\\\\/\\n\\té\\u007f\"]", "[\n  \"\\\"\\\\/\\n\\u0009é\\u007f\"\n]\n"},
    {"[{\"a\":[1,[2,{\"b\":3}]]}]", "[\n  {\"a\": [1, [2, {\"b\": 3}]]}\n]\n"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) root = parse (cases[i][0]);
      g_autofree char *text = sl_migration_writer_write (root);

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

static JsonNode *
invent (guint depth)
{
  static const char *const keys[] = {"id", "text", "a longer name of a key", "é", ""};
  const int                n_inner = g_test_rand_int_range (0, 6);

  if (depth == 0 || g_test_rand_bit ())
    switch (g_test_rand_int_range (0, 4))
      {
      case 0:
        return json_node_init_int (json_node_alloc (), (gint64)((guint64)(guint32)g_test_rand_int () << 32 | (guint32)g_test_rand_int ()));
      case 1:
        return json_node_init_double (json_node_alloc (), g_test_rand_double_range (-1e6, 1e6));
      case 2:
        return json_node_init_string (json_node_alloc (), keys[g_test_rand_int_range (0, G_N_ELEMENTS (keys))]);
      default:
        return json_node_init_boolean (json_node_alloc (), g_test_rand_bit () ? TRUE : FALSE);
      }
  if (g_test_rand_bit ())
    {
      g_autoptr (JsonArray) array = json_array_new ();

      for (int i = 0; i < n_inner; i++)
        json_array_add_element (array, invent (depth - 1));
      return json_node_init_array (json_node_alloc (), array);
    }
  else
    {
      g_autoptr (JsonObject) object = json_object_new ();

      for (int i = 0; i < n_inner; i++)
        json_object_set_member (object, keys[g_test_rand_int_range (0, G_N_ELEMENTS (keys))], invent (depth - 1));
      return json_node_init_object (json_node_alloc (), object);
    }
}

/* What is written is read as the same, and written the same again; no line is longer than it needs to be. */
static void
test_round_trip (void)
{
  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (JsonNode) root = invent (6);
      g_autofree char *text = sl_migration_writer_write (root);
      g_autoptr (JsonNode) again = parse (text);
      g_autofree char *text_again = sl_migration_writer_write (again);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

      g_assert_true (json_node_equal (root, again));
      g_assert_cmpstr (text, ==, text_again);
      for (guint i = 0; lines[i] != NULL; i++)
        g_assert_cmpuint (strlen (lines[i]), <=, 101); /* with the comma behind */
    }
}

/* A file as deep as a casebook's may be, and a long one, take no time to speak of. */
static void
test_large (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (JsonNode) deep = NULL;
  g_autoptr (JsonNode) long_one = NULL;
  g_autofree char *written = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "%s{\"id\":\"f%u\",\"start\":%u}", i > 0 ? "," : "", i, i);
  g_string_append_c (text, ']');
  long_one = parse (text->str);
  written = sl_migration_writer_write (long_one);
  g_assert_cmpuint (strlen (written), >, text->len);
  g_clear_pointer (&written, g_free);

  g_string_truncate (text, 0);
  for (guint i = 0; i < 63; i++)
    g_string_append (text, "{\"chapters\":[");
  g_string_append (text, "{}");
  for (guint i = 0; i < 63; i++)
    g_string_append (text, "]}");
  deep = parse (text->str);
  written = sl_migration_writer_write (deep);
  g_assert_true (g_str_has_suffix (written, "}\n"));
}

static void
test_steps (void)
{
  static const struct
  {
    const char *file;
    const char *before;
    const char *after; /* NULL: as it was */
  } cases[] = {
    {"casebook.json", "{\"license\":\"X\",\"format\":0}", "{\"licence\":\"X\",\"format\":1}"},
    {"casebook.json", "{\"status\":1,\"start\":2}", NULL},
    {"facts.json", "[{\"status\":\"reported\"}]", "[{\"standing\":\"reported\"}]"},
    {"facts.json", "[{\"status\":1,\"standing\":2}]", NULL},
    {"facts.json", "{\"status\":1}", "{\"standing\":1}"},
    {"facts.json", "[{\"moments\":[{\"start\":1.25,\"end\":3600}]}]", "[{\"moments\":[{\"from\":\"0:00:01.250\",\"to\":\"1:00:00.000\"}]}]"},
    {"facts.json", "[{\"sources\":[{\"start\":1}],\"start\":1}]", NULL},
    {"facts.json", "\"a text\"", NULL},
    {"sources.json", "[{\"status\":1}]", NULL},
    {"clips/a.json", "{\"chapters\":[{\"chapters\":[{\"chapters\":[{\"start\":0}]}]}]}", "{\"chapters\":[{\"chapters\":[{\"chapters\":[{\"from\":\"0:00:00.000\"}]}]}]}"},
    {"clips/a.json", "{\"custom\":{\"chapters\":[{\"start\":0}]}}", NULL},
    {"clips/a.json", "{\"notes\":[{\"start\":\"0:01\"}]}", "{\"notes\":[{\"from\":\"0:01\"}]}"},
    {"clips/a.json", "{\"notes\":[{\"start\":-1},{\"start\":1e300},{\"start\":null},{\"start\":[1]}]}",
     "{\"notes\":[{\"from\":-1},{\"from\":1e300},{\"from\":null},{\"from\":[1]}]}"},
  };
  const SlMigrationStep *step = sl_migration_steps_find (0);

  g_assert_nonnull (step);
  g_assert_null (sl_migration_steps_find (SL_CASEBOOK_FORMAT));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SlReport) report = sl_report_new ();
      g_autoptr (JsonNode) before = parse (cases[i].before);
      g_autoptr (JsonNode) wanted = cases[i].after != NULL ? parse (cases[i].after) : NULL;
      g_autoptr (JsonNode) after = step->migrate (cases[i].file, before, report);

      g_test_message ("%s: %s", cases[i].file, cases[i].before);
      g_assert_true ((after == NULL) == (wanted == NULL));
      g_assert_true (after == NULL || json_node_equal (after, wanted));
      g_assert_cmpuint (sl_report_get_findings (report)->len, ==, 0);
    }
}

static void
test_possible (void)
{
  g_assert_true (sl_migration_is_possible (0));
  g_assert_false (sl_migration_is_possible (-1));
  g_assert_false (sl_migration_is_possible (G_MININT64));
  g_assert_false (sl_migration_is_possible (SL_CASEBOOK_FORMAT));
  g_assert_false (sl_migration_is_possible (G_MAXINT64));
}

static void
test_fail (void)
{
  static const struct
  {
    const char *casebook;
    int         code;
  } cases[] = {
    {"{\"format\": 1}", SL_MIGRATION_ERROR_CURRENT},
    {"{\"format\": 2}", SL_MIGRATION_ERROR_TOO_NEW},
    {"{\"format\": -1}", SL_MIGRATION_ERROR_NO_STEP},
    {"{\"format\": 0.0}", SL_MIGRATION_ERROR_NO_STEP},
    {"{}", SL_MIGRATION_ERROR_NO_STEP},
    {"{", SL_MIGRATION_ERROR_UNREADABLE},
    {NULL, SL_MIGRATION_ERROR_UNREADABLE},
  };
  g_autofree char *path = g_dir_make_tmp ("sidelight-migration-XXXXXX", NULL);
  g_autofree char *casebook = g_build_filename (path, SL_CASEBOOK_FILE, NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GFile) target = g_file_get_child (folder, "new");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SlReport) report = sl_report_new ();
      g_autoptr (GError) error = NULL;

      if (cases[i].casebook != NULL)
        g_assert_true (g_file_set_contents (casebook, cases[i].casebook, -1, NULL));
      else
        g_assert_cmpint (g_unlink (casebook), ==, 0);
      g_assert_false (sl_migration_run (folder, target, report, &error));
      g_assert_error (error, SL_MIGRATION_ERROR, cases[i].code);
      g_assert_false (g_file_query_exists (target, NULL));
    }
  sl_staged_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/migration/write", test_write);
  g_test_add_func ("/migration/round-trip", test_round_trip);
  g_test_add_func ("/migration/large", test_large);
  g_test_add_func ("/migration/steps", test_steps);
  g_test_add_func ("/migration/possible", test_possible);
  g_test_add_func ("/migration/fail", test_fail);
  return g_test_run ();
}
