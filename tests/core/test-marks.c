/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What viewers have marked: kept in the store, which has older versions, another program at it and another viewer after
 * this one; and taken home in each format.
 */
#include "casebook-reader.h"
#include "mark-export.h"
#include "store-file.h"
#include "store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define SECOND G_GINT64_CONSTANT (1000000000)

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("sidelight-marks-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "store.sqlite", NULL);
}

static void
empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  empty (fixture->folder);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
run_sql (const char *path, const char *statements)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, statements, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* Returns: -1 when nothing is remembered */
static gint64
get_position (SlStore *store)
{
  g_autoptr (SlResumePoint) point = sl_store_find (store, "book", "clip");

  return point ? point->position : -1;
}

/* What viewers have marked */

static char *
describe_marks (SlStore *store, const char *clip)
{
  g_autoptr (GPtrArray) marks = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (sl_store_list_marks (store, "book", clip, &marks));
  for (guint i = 0; i < marks->len; i++)
    {
      const SlSpan *span = sl_mark_get_span (marks->pdata[i]);

      g_string_append_printf (text, "%s%s %d-%d %s", i > 0 ? "; " : "", sl_mark_get_id (marks->pdata[i]), (int)(span->start / SECOND),
                              (int)(span->end / SECOND), sl_mark_get_words (marks->pdata[i]));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_marks (SlStore *store, const char *clip, const char *expected)
{
  g_autofree char *found = describe_marks (store, clip);

  g_assert_cmpstr (found, ==, expected);
}

static gboolean
keep_mark (SlStore *store, const char *id, const char *clip, gint64 start, gint64 end, const char *words)
{
  g_autoptr (SlMark) mark = sl_mark_new (id, "book", clip, &(SlSpan){start, end}, words, 7);

  return sl_store_keep_mark (store, mark);
}

static gboolean
is_in_file (Fixture *fixture, const char *words)
{
  static const char *const ends[] = {"", "-wal"};

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, ends[i], NULL);
      g_autofree char *bytes = NULL;
      gsize            length;

      if (!g_file_get_contents (path, &bytes, &length, NULL))
        continue;
      for (gsize at = 0; at + strlen (words) <= length; at++)
        if (memcmp (bytes + at, words, strlen (words)) == 0)
          return TRUE;
    }
  return FALSE;
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  SlStore *store = sl_store_new (fixture->path);

  assert_marks (store, "clip", "");
  g_assert_true (keep_mark (store, "b", "clip", 9 * SECOND, 9 * SECOND, "Later"));
  g_assert_true (keep_mark (store, "a", "clip", 2 * SECOND, 4 * SECOND, "“O'Brien”; -- \nund ü"));
  g_assert_true (keep_mark (store, "c", "other", 0, 0, ""));
  g_assert_true (keep_mark (store, "b", "clip", 9 * SECOND, 9 * SECOND, "Secret words, and more of them than will be there later"));
  g_assert_true (keep_mark (store, "b", "clip", 9 * SECOND, 9 * SECOND, "Secret words"));
  sl_store_free (store);
  store = sl_store_new (fixture->path);
  assert_marks (store, "clip", "a 2-4 “O'Brien”; -- \nund ü; b 9-9 Secret words");
  assert_marks (store, "other", "c 0-0 ");
  g_assert_true (sl_store_forget_mark (store, "a"));
  g_assert_true (sl_store_forget_mark (store, "nothing"));
  assert_marks (store, "clip", "b 9-9 Secret words");
  /* Somebody else sits down there. */
  g_assert_true (is_in_file (fixture, "Secret words"));
  g_assert_true (sl_store_forget_all_marks (store));
  g_assert_false (is_in_file (fixture, "Secret words"));
  assert_marks (store, "clip", "");
  assert_marks (store, "other", "");
  sl_store_free (store);
}

/* Where it cannot be written it is said so, for somebody has the words still. */
static void
test_marks_not_kept (Fixture *fixture, gconstpointer data)
{
  SlStore *nowhere = sl_store_new (NULL), *store = sl_store_new (fixture->path);
  sqlite3 *other = NULL;

  g_assert_false (keep_mark (nowhere, "a", "clip", 0, 0, "Words"));
  assert_marks (nowhere, "clip", "");
  g_assert_true (keep_mark (store, "a", "clip", 0, 0, "Words"));
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_test_expect_message (NULL, G_LOG_LEVEL_MESSAGE, "*cannot be remembered*");
  g_assert_false (keep_mark (store, "b", "clip", 0, 0, "More"));
  g_test_assert_expected_messages ();
  g_assert_cmpint (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
  g_assert_true (keep_mark (store, "b", "clip", 0, 0, "More"));
  assert_marks (store, "clip", "a 0-0 Words; b 0-0 More");
  sl_store_free (store);
  sl_store_free (nowhere);
}

/* Every version before: what it remembered is there, and marks can be. */
static void
test_each_version (Fixture *fixture, gconstpointer data)
{
  static const char *const steps[] = {
    "CREATE TABLE resume (casebook TEXT NOT NULL, clip TEXT NOT NULL, position INTEGER NOT NULL, duration INTEGER NOT NULL,"
    " used INTEGER NOT NULL, rate REAL NOT NULL, volume REAL, audio TEXT, captions TEXT, PRIMARY KEY (casebook, clip)) STRICT, WITHOUT ROWID;"
    "INSERT INTO resume VALUES ('book', 'clip', 60000000000, 0, 1, 1.25, NULL, NULL, 'de');"
    "PRAGMA application_id = 1397511028; PRAGMA user_version = 1",
    "ALTER TABLE resume ADD COLUMN delay INTEGER NOT NULL DEFAULT 0; PRAGMA user_version = 2",
    "CREATE TABLE copies (casebook TEXT NOT NULL, clip TEXT NOT NULL, uri TEXT NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL,"
    " PRIMARY KEY (casebook, clip)) STRICT, WITHOUT ROWID; INSERT INTO copies VALUES ('book', 'clip', 'file:///a', 0, 0); PRAGMA user_version = 3",
  };
  for (guint version = 1; version < SL_STORE_VERSION; version++)
    {
      SlStore *store;

      empty (fixture->folder);
      for (guint i = 0; i < version; i++)
        run_sql (fixture->path, steps[i]);
      store = sl_store_new (fixture->path);
      g_assert_cmpint (get_position (store), ==, 60 * SECOND);
      if (version == 3)
        {
          g_autoptr (SlOwnCopy) copy = sl_store_find_copy (store, "book", "clip");

          g_assert_cmpstr (copy->uri, ==, "file:///a");
        }
      assert_marks (store, "clip", "");
      g_assert_true (keep_mark (store, "a", "clip", SECOND, SECOND, "Words"));
      sl_store_free (store);
      store = sl_store_new (fixture->path);
      assert_marks (store, "clip", "a 1-1 Words");
      sl_store_free (store);
    }
}

/* Taken home */

static void
add (GListStore *marks, const char *id, gint64 start, gint64 end, const char *words)
{
  g_autoptr (SlMark) mark = sl_mark_new (id, "full", "short", &(SlSpan){start, end}, words, G_GINT64_CONSTANT (1700000000000000));

  g_list_store_append (marks, mark);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = {
    [SL_MARK_EXPORT_TEXT] = "In short\nsidelight:full/short\n\n0:00:05.000  A --> \"b\" & <i>\n0:00:07.000–0:00:09.500\n0:01:00.000  two lines\n",
    [SL_MARK_EXPORT_JSON] = "{\n  \"casebook\": \"full\",\n  \"clip\": \"short\",\n  \"title\": \"In short\",\n  \"marks\": [\n"
                            "    {\"id\": \"a\", \"from\": \"0:00:05.000\", \"text\": \"A --> \\\"b\\\" & <i>\", \"made\": \"2023-11-14T22:13:20Z\"},\n"
                            "    {\"id\": \"b\", \"from\": \"0:00:07.000\", \"to\": \"0:00:09.500\", \"text\": \"\", \"made\": \"2023-11-14T22:13:20Z\"},\n"
                            "    {\"id\": \"c\", \"from\": \"0:01:00.000\", \"text\": \"two\\nlines\", \"made\": \"2023-11-14T22:13:20Z\"}\n  ]\n}\n",
    [SL_MARK_EXPORT_WEBVTT] = "WEBVTT\n\na\n00:00:05.000 --> 00:00:07.000\nA --&gt; \"b\" &amp; &lt;i&gt;\n\n"
                              "b\n00:00:07.000 --> 00:00:09.500\n\nc\n00:01:00.000 --> 00:01:05.000\ntwo\nlines\n",
  };
  g_autofree char *path = g_build_filename (g_getenv ("SL_TEST_DATA"), "full", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (SlCasebook) casebook = sl_casebook_reader_read_folder (folder, &findings, NULL);
  g_autoptr (GListStore) marks = g_list_store_new (SL_TYPE_MARK);

  add (marks, "a", 5 * SECOND, 5 * SECOND, "A --> \"b\" & <i>");
  add (marks, "b", 7 * SECOND, 9 * SECOND + SECOND / 2, NULL);
  add (marks, "c", 60 * SECOND, 0, "two\nlines");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *written = sl_mark_export_write ((SlMarkExport)i, casebook, sl_casebook_lookup_clip (casebook, "short"), G_LIST_MODEL (marks));

      g_assert_cmpstr (written, ==, expected[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/marks/kept", Fixture, NULL, set_up, test_marks, tear_down);
  g_test_add ("/marks/not-kept", Fixture, NULL, set_up, test_marks_not_kept, tear_down);
  g_test_add ("/marks/each-version", Fixture, NULL, set_up, test_each_version, tear_down);
  g_test_add ("/marks/export", Fixture, NULL, set_up, test_export, tear_down);
  return g_test_run ();
}
