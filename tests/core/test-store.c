/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is remembered, against a table that needs no file; and the file itself: broken, foreign, full, not
 * writable, of another version, written by two programs at once, and by one that is killed while it writes.
 */
#include "store-file.h"
#include "store.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define N_KEPT 500

typedef struct
{
  char *folder;
  char *path;
} Fixture;

#define IN_MEMORY "/dev/shm"

/* In memory where that can be had: these are thousands of commits, and some disks need a twentieth of a second each. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  if (g_access (IN_MEMORY, R_OK | W_OK | X_OK) == 0)
    fixture->folder = g_mkdtemp (g_strdup (IN_MEMORY "/sidelight-store-XXXXXX"));
  else
    fixture->folder = g_dir_make_tmp ("sidelight-store-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "of", "mine", "store.sqlite", NULL);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_all (inner);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static SlResumePoint
make_point (const char *casebook, const char *clip, gint64 position, gint64 used)
{
  return (SlResumePoint){.casebook = (char *)casebook,
                         .clip = (char *)clip,
                         .position = position,
                         .duration = 1000 * SECOND,
                         .used = used,
                         .rate = 1.0,
                         .volume = -1.0};
}

static gboolean
keep (SlStore *store, const char *clip, gint64 position)
{
  const SlResumePoint point = make_point ("book", clip, position, position);

  return sl_store_keep (store, &point);
}

/* Beside other writers: SQLite gives up in the end where they keep the disk busy, and loses nothing by it. */
static gboolean
keep_in_turn (SlStore *store, const char *clip, gint64 position)
{
  for (guint i = 0; i < 100; i++)
    if (keep (store, clip, position))
      return TRUE;
  return FALSE;
}

/* Returns: -1 when nothing is remembered */
static gint64
position_of (SlStore *store, const char *clip)
{
  g_autoptr (SlResumePoint) point = sl_store_find (store, "book", clip);

  return point ? point->position : -1;
}

static guint
count_files (Fixture *fixture, const char *part)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint       n = 0;

  while (dir && (name = g_dir_read_name (dir)))
    n += strstr (name, part) != NULL;
  return n;
}

static void
assert_same (const SlResumePoint *a, const SlResumePoint *b)
{
  g_assert_true ((a == NULL) == (b == NULL));
  if (a == NULL)
    return;
  g_assert_cmpstr (a->casebook, ==, b->casebook);
  g_assert_cmpstr (a->clip, ==, b->clip);
  g_assert_cmpint (a->position, ==, b->position);
  g_assert_cmpint (a->duration, ==, b->duration);
  g_assert_cmpint (a->used, ==, b->used);
  g_assert_true (a->rate == b->rate && a->volume == b->volume);
  g_assert_cmpstr (a->audio, ==, b->audio);
  g_assert_cmpstr (a->captions, ==, b->captions);
  g_assert_cmpint (a->delay, ==, b->delay);
}

/* What should be remembered */

static char *
key_of (const SlResumePoint *point)
{
  return g_strdup_printf ("%s/%s", point->casebook, point->clip);
}

static int
compare_used (gconstpointer a, gconstpointer b)
{
  const SlResumePoint *first = *(SlResumePoint *const *)a, *second = *(SlResumePoint *const *)b;
  const int            books = strcmp (first->casebook, second->casebook);

  if (first->used != second->used)
    return first->used < second->used ? 1 : -1;
  return books ? books : strcmp (first->clip, second->clip);
}

static GPtrArray *
sort_twin (GHashTable *twin)
{
  GPtrArray     *points = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer       point;

  g_hash_table_iter_init (&iter, twin);
  while (g_hash_table_iter_next (&iter, NULL, &point))
    g_ptr_array_add (points, point);
  g_ptr_array_sort (points, compare_used);
  return points;
}

static void
keep_in_twin (GHashTable *twin, const SlResumePoint *point)
{
  char          *key = key_of (point);
  SlResumePoint *kept;
  const gboolean early = point->position < 5 * SECOND;
  const gint64   left = point->duration - point->position;
  g_autoptr (GPtrArray) points = NULL;

  if (early && !g_hash_table_contains (twin, key))
    {
      g_free (key);
      return;
    }
  kept = sl_resume_point_copy (point);
  if (early || (point->duration > 0 && (left <= 5 * SECOND || left <= point->duration / 50)))
    kept->position = 0;
  g_hash_table_replace (twin, key, kept);
  points = sort_twin (twin);
  for (guint i = N_KEPT; i < points->len; i++)
    {
      g_autofree char *old = key_of (points->pdata[i]);

      g_hash_table_remove (twin, old);
    }
}

static const SlResumePoint *
newest_in_twin (GHashTable *twin, const char *casebook)
{
  g_autoptr (GPtrArray) points = sort_twin (twin);

  for (guint i = 0; i < points->len; i++)
    {
      const SlResumePoint *point = points->pdata[i];

      if (point->position > 0 && (casebook == NULL || g_str_equal (point->casebook, casebook)))
        return point;
    }
  return NULL;
}

static gint64
random_position (gint64 duration)
{
  static const gint64 edges[] = {0, 5 * SECOND - 1, 5 * SECOND, 5 * SECOND + 1, 60 * SECOND};
  const gint64        off = g_test_rand_int_range (-1, 2);

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      return edges[g_test_rand_int_range (0, G_N_ELEMENTS (edges))];
    case 1: /* about the last five seconds */
      return MAX (duration - 5 * SECOND + off, 0);
    case 2: /* about the last fiftieth */
      return MAX (duration - duration / 50 + off, 0);
    default:
      return (gint64)(g_test_rand_double () * (double)MAX (duration, SECOND));
    }
}

static void
random_point (SlResumePoint *point, char *casebook, char *clip, gint64 used)
{
  static const gint64      durations[] = {0, 3 * SECOND, 12 * SECOND, 120 * SECOND, 5400 * SECOND, 36000000 * SECOND};
  static const double      rates[] = {0.5, 0.75, 1.0, 1.25, 2.0};
  static const char *const words[] = {NULL, "", "en", "sr-Latn", "“O'Brien”; --", "字幕"};

  g_snprintf (casebook, 32, "book-%d", g_test_rand_int_range (0, 8));
  g_snprintf (clip, 32, "clip-%d", g_test_rand_int_range (0, 80));
  *point = make_point (casebook, clip, 0, used);
  point->duration = durations[g_test_rand_int_range (0, G_N_ELEMENTS (durations))];
  point->position = random_position (point->duration);
  point->rate = rates[g_test_rand_int_range (0, G_N_ELEMENTS (rates))];
  point->volume = g_test_rand_bit () ? g_test_rand_double () : -1.0;
  point->audio = (char *)words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
  point->captions = (char *)words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
  point->delay = g_test_rand_int_range (-600, 601) * (SECOND / 10);
}

static void
test_twin (Fixture *fixture, gconstpointer data)
{
  SlStore *store = sl_store_new (fixture->path);
  g_autoptr (GHashTable) twin = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)sl_resume_point_free);
  char casebook[32], clip[32];

  for (guint i = 0; i < 2500; i++)
    {
      SlResumePoint    point;
      g_autofree char *key = NULL;
      g_autoptr (SlResumePoint) found = NULL;
      g_autoptr (SlResumePoint) newest = NULL;
      g_autoptr (SlResumePoint) newest_of_book = NULL;

      random_point (&point, casebook, clip, i / 2); /* two at the same time */
      g_assert_true (sl_store_keep (store, &point));
      keep_in_twin (twin, &point);
      if (g_test_rand_int_range (0, 100) == 0)
        {
          sl_store_free (store);
          store = sl_store_new (fixture->path);
        }
      random_point (&point, casebook, clip, 0);
      key = key_of (&point);
      found = sl_store_find (store, casebook, clip);
      newest = sl_store_find_newest (store, NULL);
      newest_of_book = sl_store_find_newest (store, casebook);
      assert_same (found, g_hash_table_lookup (twin, key));
      assert_same (newest, newest_in_twin (twin, NULL));
      assert_same (newest_of_book, newest_in_twin (twin, casebook));
    }
  g_assert_cmpuint (g_hash_table_size (twin), ==, N_KEPT);
  sl_store_free (store);
}

/* A program with a slow disk writes last what it knew first; one whose clock was wrong does not keep out the others. */
static void
test_overtaken (Fixture *fixture, gconstpointer data)
{
  const gint64        second = G_USEC_PER_SEC;
  const SlResumePoint points[] = {
    make_point ("book", "clip", 80 * SECOND, 1000 * second), /* and what is remembered then: */
    make_point ("book", "clip", 30 * SECOND, 999 * second),  /* 80 */
    make_point ("book", "clip", 2 * SECOND, 950 * second),   /* 80 */
    make_point ("book", "clip", 40 * SECOND, 1000 * second), /* 40 */
    make_point ("book", "clip", 50 * SECOND, 900 * second),  /* 50 */
    make_point ("book", "clip", 2 * SECOND, 901 * second),   /* 0 */
  };
  const gint64 expected[] = {80, 80, 80, 40, 50, 0};
  g_autoptr (SlStore) store = sl_store_new (fixture->path);

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      g_autoptr (SlResumePoint) found = NULL;

      g_assert_true (sl_store_keep (store, &points[i]));
      found = sl_store_find (store, "book", "clip");
      g_assert_cmpint (found->position, ==, expected[i] * SECOND);
    }
}

/* A file that cannot be used */

static void
assert_inert (const char *path)
{
  g_autoptr (SlStore) store = sl_store_new (path);
  g_autoptr (SlResumePoint) newest = sl_store_find_newest (store, NULL);
  const SlOwnCopy copy = {(char *)"book", (char *)"clip", (char *)"file:///film.mkv", 0, 0};

  g_assert_false (keep (store, "clip", 60 * SECOND));
  g_assert_cmpint (position_of (store, "clip"), ==, -1);
  g_assert_null (newest);
  g_assert_false (sl_store_keep_copy (store, &copy));
  g_assert_false (sl_store_forget_copy (store, "book", "clip"));
  g_assert_null (sl_store_find_copy (store, "book", "clip"));
}

static void
test_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "file", NULL);
  g_autofree char *below = g_build_filename (file, "store.sqlite", NULL);

  g_assert_true (g_file_set_contents (file, "", -1, NULL));
  assert_inert (NULL);
  assert_inert (below); /* its folder cannot be made */
  g_assert_cmpint (g_mkdir_with_parents (fixture->path, 0700), ==, 0);
  assert_inert (fixture->path);             /* a folder is in its place */
  assert_inert ("/proc/self/store.sqlite"); /* a folder that takes no files */
}

/* Runs @child in a process of its own, without the administrator's rights. */
static void
run_as_nobody (Fixture *fixture, void (*child) (Fixture *))
{
  const pid_t pid = fork ();
  int         status;

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      if (geteuid () == 0)
        g_assert_true (setgid (65534) == 0 && setuid (65534) == 0);
      child (fixture);
      _exit (EXIT_SUCCESS);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, EXIT_SUCCESS);
}

static void
read_only_child (Fixture *fixture)
{
  assert_inert (fixture->path);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *above = g_path_get_dirname (folder);
  SlStore         *store = sl_store_new (fixture->path);

  g_assert_true (keep (store, "clip", 60 * SECOND));
  sl_store_free (store);
  g_assert_true (g_chmod (fixture->folder, 0755) == 0 && g_chmod (above, 0755) == 0);
  g_assert_true (g_chmod (fixture->path, 0444) == 0 && g_chmod (folder, 0555) == 0);
  run_as_nobody (fixture, read_only_child);
  g_assert_true (g_chmod (folder, 0755) == 0 && g_chmod (fixture->path, 0644) == 0);
  store = sl_store_new (fixture->path);
  g_assert_cmpint (position_of (store, "clip"), ==, 60 * SECOND);
  g_assert_cmpuint (count_files (fixture, "broken"), ==, 0);
  sl_store_free (store);
}

/* What goes wrong with a full disk is not kept; what was there before is, and it goes on with room. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  SlStore      *store = sl_store_new (fixture->path);
  struct rlimit limit, less;
  guint         n = 0;
  void (*before) (int) = signal (SIGXFSZ, SIG_IGN);

  g_assert_true (keep (store, "first", 60 * SECOND));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  less = limit;
  less.rlim_cur = 100 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &less), ==, 0);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *clip = g_strdup_printf ("clip-%u", i);

      if (!keep (store, clip, 60 * SECOND))
        {
          g_assert_cmpint (position_of (store, clip), ==, -1);
          n++;
        }
    }
  g_assert_cmpint (position_of (store, "first"), ==, 60 * SECOND);
  g_assert_cmpuint (n, >, 0);
  sl_store_free (store);
  less.rlim_cur = 0;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &less), ==, 0);
  store = sl_store_new (fixture->path);
  g_assert_false (keep (store, "more", 60 * SECOND));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  signal (SIGXFSZ, before);
  sl_store_free (store);
  store = sl_store_new (fixture->path);
  g_assert_cmpint (position_of (store, "first"), ==, 60 * SECOND);
  g_assert_true (keep (store, "more", 60 * SECOND));
  g_assert_cmpuint (count_files (fixture, "broken"), ==, 0);
  sl_store_free (store);
}

/* A file that is broken, or of somebody else */

static void
run_sql (const char *path, const char *statements)
{
  sqlite3 *db;
  char    *error = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, statements, NULL, NULL, &error);
  g_assert_cmpstr (error, ==, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* Opens what lies there: it is put aside as @aside, whole, and another is begun. */
static void
assert_put_aside (Fixture *fixture, guint n)
{
  g_autofree char *aside = g_strdup_printf ("%s.broken-%u", fixture->path, n);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize            length_before, length_after;
  SlStore         *store;

  g_assert_true (g_file_get_contents (fixture->path, &before, &length_before, NULL));
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_MESSAGE, "*is broken; it is kept as*");
  store = sl_store_new (fixture->path);
  g_test_assert_expected_messages ();
  g_assert_cmpint (position_of (store, "clip"), ==, -1);
  g_assert_true (keep (store, "clip", 60 * SECOND));
  sl_store_free (store);
  store = sl_store_new (fixture->path);
  g_assert_cmpint (position_of (store, "clip"), ==, 60 * SECOND);
  sl_store_free (store);
  g_assert_true (g_file_get_contents (aside, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
  g_assert_cmpuint (count_files (fixture, "broken-"), ==, n);
}

static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *good = NULL;
  gsize            length;
  SlStore         *store = sl_store_new (fixture->path);

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *clip = g_strdup_printf ("another-%u", i);

      g_assert_true (keep (store, clip, 60 * SECOND));
    }
  sl_store_free (store);
  g_assert_true (g_file_get_contents (fixture->path, &good, &length, NULL));
  g_assert_cmpuint (length, >, 2 * 4096);

  g_assert_true (g_file_set_contents (fixture->path, "No database at all.", -1, NULL));
  assert_put_aside (fixture, 1);
  g_assert_true (g_file_set_contents (fixture->path, good, (gssize)length / 2 - 100, NULL));
  assert_put_aside (fixture, 2);
  memset (good + 4096, 0x55, 4096);
  g_assert_true (g_file_set_contents (fixture->path, good, (gssize)length, NULL));
  assert_put_aside (fixture, 3);
  g_remove (fixture->path);
  run_sql (fixture->path, "CREATE TABLE of_another_program (a); PRAGMA user_version = 1;");
  assert_put_aside (fixture, 4);
  run_sql (fixture->path, "DROP TABLE resume");
  assert_put_aside (fixture, 5);
  run_sql (fixture->path, "ALTER TABLE resume DROP COLUMN audio");
  assert_put_aside (fixture, 6);
  run_sql (fixture->path, "PRAGMA ignore_check_constraints = 1; UPDATE resume SET position = -1");
  assert_put_aside (fixture, 7);
  run_sql (fixture->path, "DROP TABLE copies");
  assert_put_aside (fixture, 8);
}

/* Any byte of the file turned: opened or put aside, never a crash, never a position that cannot be. */
static void
test_turned_bytes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *good = NULL;
  gsize            length;
  SlStore         *store = sl_store_new (fixture->path);

  g_assert_true (keep (store, "clip", 60 * SECOND));
  sl_store_free (store);
  g_assert_true (g_file_get_contents (fixture->path, &good, &length, NULL));
  for (guint i = 0; i < 300; i++)
    {
      const gsize at = (gsize)g_test_rand_int_range (0, (gint32)(i % 2 ? length : 200));
      const char  was = good[at];
      g_autoptr (SlResumePoint) point = NULL;
      g_autoptr (SlResumePoint) newest = NULL;

      good[at] ^= (char)(1 << g_test_rand_int_range (0, 8));
      g_assert_true (g_file_set_contents (fixture->path, good, (gssize)length, NULL));
      good[at] = was;
      store = sl_store_new (fixture->path);
      point = sl_store_find (store, "book", "clip");
      newest = sl_store_find_newest (store, NULL);
      g_assert_true (point == NULL || (point->position >= 0 && point->rate > 0));
      g_assert_true (newest == NULL || (newest->position >= 0 && newest->clip != NULL));
      keep (store, "clip", 70 * SECOND);
      sl_store_free (store);
    }
}

/* The viewer's own copies, against a table too. */

static void
assert_same_copy (const SlOwnCopy *a, const SlOwnCopy *b)
{
  g_assert_true ((a == NULL) == (b == NULL));
  if (a == NULL)
    return;
  g_assert_cmpstr (a->casebook, ==, b->casebook);
  g_assert_cmpstr (a->clip, ==, b->clip);
  g_assert_cmpstr (a->uri, ==, b->uri);
  g_assert_cmpint (a->offset, ==, b->offset);
  g_assert_cmpint (a->length, ==, b->length);
}

static void
test_copies (Fixture *fixture, gconstpointer data)
{
  static const char *const uris[] = {"file:///a.mkv", "file:///home/%C3%BC/b%20c.mp4", "", "“O'Brien”; --"};
  SlStore                 *store = sl_store_new (fixture->path);
  SlOwnCopy               *twin[9] = {NULL};

  for (guint i = 0; i < 600; i++)
    {
      const guint      n = (guint)g_test_rand_int_range (0, G_N_ELEMENTS (twin));
      g_autofree char *book = g_strdup_printf ("book-%u", n / 3);
      g_autofree char *clip = g_strdup_printf ("clip-%u", n % 3);
      const SlOwnCopy  copy = {book, clip, (char *)uris[g_test_rand_int_range (0, G_N_ELEMENTS (uris))],
                               g_test_rand_int_range (-50, 50) * SECOND / 10, g_test_rand_int_range (0, 3) * SECOND};
      g_autoptr (SlOwnCopy) found = NULL;

      switch (g_test_rand_int_range (0, 5))
        {
        case 0:
          g_assert_true (sl_store_forget_copy (store, book, clip));
          g_clear_pointer (&twin[n], sl_own_copy_free);
          break;
        case 1:
          sl_store_free (store);
          store = sl_store_new (fixture->path);
          break;
        default:
          g_assert_true (sl_store_keep_copy (store, &copy));
          g_clear_pointer (&twin[n], sl_own_copy_free);
          twin[n] = sl_own_copy_copy (&copy);
        }
      found = sl_store_find_copy (store, book, clip);
      assert_same_copy (found, twin[n]);
    }
  /* Nothing of it is mixed with where clips were left. */
  g_assert_cmpint (position_of (store, "clip-0"), ==, -1);
  for (guint i = 0; i < G_N_ELEMENTS (twin); i++)
    g_clear_pointer (&twin[i], sl_own_copy_free);
  sl_store_free (store);
}

/* What another program wrote there is no time that cannot be. */
static void
test_copy_out_of_range (Fixture *fixture, gconstpointer data)
{
  SlStore *store = sl_store_new (fixture->path);
  g_autoptr (SlOwnCopy) found = NULL;

  sl_store_free (store);
  run_sql (fixture->path, "INSERT INTO copies VALUES ('book', 'clip', 'file:///a', 9223372036854775807, 0)");
  store = sl_store_new (fixture->path);
  found = sl_store_find_copy (store, "book", "clip");
  g_assert_cmpint (found->offset, ==, SL_OWN_COPY_FURTHEST);
  sl_store_free (store);
}

/* Another version */

static void
test_older (Fixture *fixture, gconstpointer data)
{
  SlStore         *store;
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  /* As it is before its first table: begun, and left there by a power cut. */
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  run_sql (fixture->path, "PRAGMA journal_mode = WAL; CREATE TABLE a (b); DROP TABLE a;");
  store = sl_store_new (fixture->path);
  g_assert_true (keep (store, "clip", 60 * SECOND));
  sl_store_free (store);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  store = sl_store_new (fixture->path);
  g_assert_true (keep (store, "clip", 60 * SECOND));
  sl_store_free (store);
  g_assert_cmpuint (count_files (fixture, "broken"), ==, 0);
}

/* The first version's file: what it remembered is there, and more can be. */
static void
test_first_version (Fixture *fixture, gconstpointer data)
{
  SlResumePoint    more = make_point ("book", "clip", 70 * SECOND, 2);
  const SlOwnCopy  copy = {(char *)"book", (char *)"clip", (char *)"file:///film.mkv", 3 * SECOND, 90 * SECOND};
  SlStore         *store;
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (SlResumePoint) found = NULL;
  g_autoptr (SlOwnCopy) own = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  run_sql (fixture->path,
           "CREATE TABLE resume (casebook TEXT NOT NULL, clip TEXT NOT NULL, position INTEGER NOT NULL,"
           " duration INTEGER NOT NULL, used INTEGER NOT NULL, rate REAL NOT NULL, volume REAL, audio TEXT, captions TEXT,"
           " PRIMARY KEY (casebook, clip)) STRICT, WITHOUT ROWID;"
           "INSERT INTO resume VALUES ('book', 'clip', 60000000000, 0, 1, 1.25, NULL, NULL, 'de');"
           "PRAGMA application_id = 1397511028; PRAGMA user_version = 1");
  store = sl_store_new (fixture->path);
  found = sl_store_find (store, "book", "clip");
  g_assert_cmpint (found->position, ==, 60 * SECOND);
  g_assert_cmpstr (found->captions, ==, "de");
  g_assert_cmpint (found->delay, ==, 0);
  more.delay = -SECOND;
  g_assert_true (sl_store_keep (store, &more));
  g_assert_true (sl_store_keep_copy (store, &copy));
  g_clear_pointer (&found, sl_resume_point_free);
  sl_store_free (store);
  store = sl_store_new (fixture->path);
  found = sl_store_find (store, "book", "clip");
  g_assert_cmpint (found->position, ==, 70 * SECOND);
  g_assert_cmpint (found->delay, ==, -SECOND);
  own = sl_store_find_copy (store, "book", "clip");
  assert_same_copy (own, &copy);
  sl_store_free (store);
  g_assert_cmpuint (count_files (fixture, "broken"), ==, 0);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  SlStore *store = sl_store_new (fixture->path);

  g_assert_true (keep (store, "clip", 60 * SECOND));
  sl_store_free (store);
  run_sql (fixture->path, "ALTER TABLE resume ADD COLUMN more TEXT; PRAGMA user_version = 9");
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_MESSAGE, "*newer version*");
  assert_inert (fixture->path);
  g_test_assert_expected_messages ();
  run_sql (fixture->path, "ALTER TABLE resume DROP COLUMN more; PRAGMA user_version = " G_STRINGIFY (SL_STORE_VERSION));
  store = sl_store_new (fixture->path);
  g_assert_cmpint (position_of (store, "clip"), ==, 60 * SECOND);
  sl_store_free (store);
}

/* Other processes: this program again, as a writer. It says each number once it is on the disk. */

static int
write_as_child (const char *path, const char *clip, int n)
{
  SlStore *store = sl_store_new (path);

  for (int i = 1; n == 0 || i <= n; i++)
    {
      if (!keep_in_turn (store, clip, 10 * SECOND + i % 900 * SECOND))
        return EXIT_FAILURE;
      g_print ("%d\n", i);
    }
  sl_store_free (store);
  return EXIT_SUCCESS;
}

static GPid
spawn_writer (Fixture *fixture, const char *clip, const char *n, int *output)
{
  char *arguments[] = {(char *)"/proc/self/exe", (char *)"--write", fixture->path, (char *)clip, (char *)n, NULL};
  GPid  pid;
  g_autoptr (GError) error = NULL;

  arguments[0] = g_file_read_link ("/proc/self/exe", NULL);
  g_spawn_async_with_pipes (NULL, arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, output, NULL, &error);
  g_assert_no_error (error);
  g_free (arguments[0]);
  return pid;
}

/* Reads until @n bytes or the end. Returns: the last whole number that was said, or 0 */
static int
read_numbers (int fd, GString *said, gsize n)
{
  char        part[256];
  gssize      got = 1;
  const char *end, *begin;

  while (said->len < n && (got = read (fd, part, sizeof part)) > 0)
    g_string_append_len (said, part, got);
  end = strrchr (said->str, '\n');
  if (end == NULL)
    return 0;
  begin = g_strrstr_len (said->str, end - said->str, "\n");
  return atoi (begin ? begin + 1 : said->str);
}

/* What the writer said is there: that number, or the one that it had no time to say. */
static void
test_killed (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GString) said = g_string_new (NULL);
      int        output, status, last;
      const GPid pid = spawn_writer (fixture, "clip", "0", &output);
      SlStore   *store;
      gint64     position;

      read_numbers (output, said, (gsize)g_test_rand_int_range (1, 200));
      g_usleep ((gulong)g_test_rand_int_range (0, 3000));
      g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
      g_assert_true (WIFSIGNALED (status));
      last = read_numbers (output, said, G_MAXSIZE);
      close (output);
      g_assert_cmpint (last, >, 0);

      store = sl_store_new (fixture->path);
      position = position_of (store, "clip");
      g_assert_true (position == (10 + last % 900) * SECOND || position == (10 + (last + 1) % 900) * SECOND);
      g_assert_true (keep (store, "other", 60 * SECOND));
      sl_store_free (store);
    }
  g_assert_cmpuint (count_files (fixture, "broken"), ==, 0);
}

static void
wait_for_writer (GPid pid)
{
  int status;

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, EXIT_SUCCESS);
}

/* Another program has a slow disk, and is long in the middle of writing. */
static void
test_busy (Fixture *fixture, gconstpointer data)
{
  SlStore *store = sl_store_new (fixture->path);
  sqlite3 *db;

  g_assert_true (keep (store, "clip", 60 * SECOND));
  sl_store_free (store);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  store = sl_store_new (fixture->path);
  g_assert_cmpint (position_of (store, "clip"), ==, 60 * SECOND);
  g_assert_false (keep (store, "clip", 70 * SECOND));
  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_true (keep (store, "clip", 80 * SECOND));
  g_assert_cmpint (position_of (store, "clip"), ==, 80 * SECOND);
  sqlite3_close (db);
  sl_store_free (store);
}

/* Another program is long in the middle of opening: what cannot be had yet can be had later. */
static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strconcat (fixture->path, ".lock", NULL);
  SlStore         *store = sl_store_new (fixture->path);
  int              fd;

  sl_store_free (store);
  fd = g_open (name, O_RDWR, 0);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  store = sl_store_new (fixture->path);
  g_assert_false (keep (store, "clip", 60 * SECOND));
  close (fd);
  g_assert_true (keep (store, "clip", 70 * SECOND));
  g_assert_cmpint (position_of (store, "clip"), ==, 70 * SECOND);
  sl_store_free (store);
}

/* Two write and this one reads and writes, all from a file that is broken at first: nothing of it is lost. */
static void
test_two_processes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  int              outputs[2];
  GPid             pids[2];
  SlStore         *store;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, "broken", -1, NULL));
  pids[0] = spawn_writer (fixture, "a", "100", &outputs[0]);
  pids[1] = spawn_writer (fixture, "b", "100", &outputs[1]);
  store = sl_store_new (fixture->path);
  for (int i = 1; i <= 100; i++)
    {
      g_assert_true (keep_in_turn (store, "c", 10 * SECOND + i * SECOND));
      g_assert_cmpint (position_of (store, "c"), ==, 10 * SECOND + i * SECOND);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GString) said = g_string_new (NULL);

      g_assert_cmpint (read_numbers (outputs[i], said, G_MAXSIZE), ==, 100);
      wait_for_writer (pids[i]);
      close (outputs[i]);
    }
  g_assert_cmpint (position_of (store, "a"), ==, 110 * SECOND);
  g_assert_cmpint (position_of (store, "b"), ==, 110 * SECOND);
  sl_store_free (store);
  g_assert_cmpuint (count_files (fixture, "broken-"), ==, 1);
}

int
main (int argc, char **argv)
{
  if (argc == 5 && g_str_equal (argv[1], "--write"))
    return write_as_child (argv[2], argv[3], atoi (argv[4]));
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/store/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("twin", test_twin);
  ADD ("nowhere", test_nowhere);
  ADD ("read-only", test_read_only);
  ADD ("full", test_full);
  ADD ("broken", test_broken);
  ADD ("turned-bytes", test_turned_bytes);
  ADD ("copies", test_copies);
  ADD ("copy-out-of-range", test_copy_out_of_range);
  ADD ("older", test_older);
  ADD ("first-version", test_first_version);
  ADD ("newer", test_newer);
  ADD ("killed", test_killed);
  ADD ("overtaken", test_overtaken);
  ADD ("busy", test_busy);
  ADD ("locked", test_locked);
  ADD ("two-processes", test_two_processes);
#undef ADD

  return g_test_run ();
}
