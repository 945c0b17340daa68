/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The file behind the store: opened, checked, brought to the tables of today, and put aside when it is
 * broken. What the rows mean is the store's.
 *
 * A write-ahead log that is synchronised with each commit: what was committed is there after a power cut.
 * It costs a wait for the disk, so writers belong on a thread of their own.
 */
#include "store-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

#define OURS 0x534c5374  /* "SLSt", SQLite's application_id */
#define PATIENCE 2000    /* milliseconds that another program's write is waited for */
#define TURN (20 * 1000) /* microseconds between two looks at the lock */
#define N_TURNS 100
#define N_ASIDE 1000

typedef enum {
  GOOD,
  BROKEN,
  BUSY,     /* with another program */
  UNUSABLE, /* here or now; nothing is wrong with the file */
  NEWER,
} Condition;

/* From nothing to version 1, from 1 to 2, and so on; each in the transaction that also counts it. */
static const char *const steps[SL_STORE_VERSION] = {
  "CREATE TABLE resume ("
  " casebook TEXT NOT NULL,"
  " clip TEXT NOT NULL,"
  " position INTEGER NOT NULL CHECK (position >= 0)," /* nanoseconds */
  " duration INTEGER NOT NULL CHECK (duration >= 0)," /* nanoseconds; 0: not known */
  " used INTEGER NOT NULL,"                           /* microseconds since 1970 */
  " rate REAL NOT NULL CHECK (rate > 0),"
  " volume REAL CHECK (volume BETWEEN 0 AND 1),"
  " audio TEXT,"
  " captions TEXT,"
  " PRIMARY KEY (casebook, clip)"
  ") STRICT, WITHOUT ROWID;",
  "ALTER TABLE resume ADD COLUMN delay INTEGER NOT NULL DEFAULT 0;", /* nanoseconds */
  "CREATE TABLE copies ("
  " casebook TEXT NOT NULL,"
  " clip TEXT NOT NULL,"
  " uri TEXT NOT NULL,"
  " offset INTEGER NOT NULL,"                     /* nanoseconds */
  " length INTEGER NOT NULL CHECK (length >= 0)," /* nanoseconds; 0: not known */
  " PRIMARY KEY (casebook, clip)"
  ") STRICT, WITHOUT ROWID;",
  "CREATE TABLE marks ("
  " id TEXT NOT NULL PRIMARY KEY,"
  " casebook TEXT NOT NULL,"
  " clip TEXT NOT NULL,"
  " since INTEGER NOT NULL CHECK (since >= 0),"     /* nanoseconds */
  " until INTEGER NOT NULL CHECK (until >= since)," /* nanoseconds */
  " words TEXT NOT NULL,"
  " made INTEGER NOT NULL" /* microseconds since 1970 */
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX marks_of_clip ON marks (casebook, clip);",
};

static Condition
condition_of (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE:
      return GOOD;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR: /* a table that is not as it was made */
      return BROKEN;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return BUSY;
    default:
      return UNUSABLE;
    }
}

/* The first value of the first row as a number, or of another kind of row as 1 when it is @word. */
static Condition
ask (sqlite3 *db, const char *question, const char *word, gint64 *answer)
{
  sqlite3_stmt *statement = NULL;
  int           code = sqlite3_prepare_v2 (db, question, -1, &statement, NULL);

  *answer = 0;
  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW && word)
    *answer = g_strcmp0 ((const char *)sqlite3_column_text (statement, 0), word) == 0;
  else if (code == SQLITE_ROW)
    *answer = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return condition_of (code);
}

static Condition
run (sqlite3 *db, const char *statements)
{
  return condition_of (sqlite3_exec (db, statements, NULL, NULL, NULL));
}

/* In one transaction, so that another program sees either all of it or nothing. */
static Condition
migrate (sqlite3 *db)
{
  Condition condition = run (db, "BEGIN IMMEDIATE");
  gint64    version = 0;

  if (condition == GOOD)
    condition = ask (db, "PRAGMA user_version", NULL, &version);
  for (gint64 i = version; condition == GOOD && i < SL_STORE_VERSION; i++)
    condition = run (db, steps[i]);
  if (condition == GOOD && version < SL_STORE_VERSION)
    {
      g_autofree char *count = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d", OURS, SL_STORE_VERSION);

      condition = run (db, count);
    }
  if (condition == GOOD)
    condition = run (db, "COMMIT");
  if (condition != GOOD)
    run (db, "ROLLBACK");
  return condition;
}

/* Whose file it is, and of when. A file without a table is a new one. */
static Condition
recognise (sqlite3 *db, gint64 *version)
{
  gint64    owner = 0, n_tables = 0;
  Condition condition = ask (db, "PRAGMA application_id", NULL, &owner);

  if (condition == GOOD)
    condition = ask (db, "SELECT count(*) FROM sqlite_schema", NULL, &n_tables);
  if (condition == GOOD)
    condition = ask (db, "PRAGMA user_version", NULL, version);
  if (condition != GOOD)
    return condition;
  if (n_tables > 0 && (owner != OURS || *version < 1))
    return BROKEN;
  return *version <= SL_STORE_VERSION ? GOOD : NEWER;
}

static Condition
check (sqlite3 *db)
{
  gint64    whole = 0, version = 0, ignored;
  Condition condition = ask (db, "PRAGMA quick_check (1)", "ok", &whole);

  if (condition == GOOD && !whole)
    condition = BROKEN;
  if (condition == GOOD)
    condition = recognise (db, &version);
  if (condition == GOOD)
    condition = ask (db, "PRAGMA journal_mode = WAL", NULL, &ignored);
  if (condition == GOOD && version < SL_STORE_VERSION) /* else nothing waits for another program's write */
    condition = migrate (db);
  /* Whether the tables have all that is asked of them. */
  if (condition == GOOD)
    condition = ask (db, "SELECT casebook, clip, position, duration, used, rate, volume, audio, captions, delay FROM resume LIMIT 1", NULL, &ignored);
  if (condition == GOOD)
    condition = ask (db, "SELECT casebook, clip, uri, offset, length FROM copies LIMIT 1", NULL, &ignored);
  return condition;
}

static sqlite3 *
open_checked (const char *path, Condition *condition)
{
  g_autofree char *words = NULL;
  sqlite3         *db = NULL;
  const int        code = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);

  *condition = condition_of (code);
  if (*condition == GOOD)
    {
      sqlite3_busy_timeout (db, PATIENCE);
      sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
      sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
      *condition = run (db, "PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON");
    }
  if (*condition == GOOD)
    *condition = check (db);
  if (*condition == GOOD)
    return db;
  words = g_utf8_make_valid (sqlite3_errmsg (db), -1); /* which may be some of the file's */
  g_debug ("“%s”: %s", path, words);
  sqlite3_close (db);
  return NULL;
}

/* Nothing is lost silently. The log first: a new file must never meet the log of the old one. */
static gboolean
put_aside (const char *path)
{
  static const char *const parts[] = {"-wal", "-shm", ""};

  for (guint i = 1; i < N_ASIDE; i++)
    {
      g_autofree char *aside = g_strdup_printf ("%s.broken-%u", path, i);
      gboolean         done = TRUE;

      if (g_file_test (aside, G_FILE_TEST_EXISTS))
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        {
          g_autofree char *from = g_strconcat (path, parts[j], NULL);
          g_autofree char *to = g_strconcat (aside, parts[j], NULL);

          done = done && (g_rename (from, to) == 0 || (errno == ENOENT && *parts[j]));
        }
      if (done)
        g_message ("“%s” is broken; it is kept as “%s”, and what is remembered begins anew", path, aside);
      return done;
    }
  return FALSE;
}

/* While a file may be put aside and begun anew, no other program opens it. */
static Condition
lock (const char *path, int *fd)
{
  g_autofree char *name = g_strconcat (path, ".lock", NULL);

  *fd = g_open (name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (*fd < 0)
    return UNUSABLE;
  for (guint i = 0; i < N_TURNS; i++)
    {
      if (flock (*fd, LOCK_EX | LOCK_NB) == 0)
        return GOOD;
      g_usleep (TURN);
    }
  close (*fd);
  return BUSY;
}

struct sqlite3 *
sl_store_file_open (const char *path, gboolean *busy)
{
  g_autofree char *folder = NULL;
  sqlite3         *db = NULL;
  Condition        condition;
  int              fd;

  g_return_val_if_fail (path != NULL && busy != NULL, NULL);

  folder = g_path_get_dirname (path);
  g_mkdir_with_parents (folder, 0700);
  condition = lock (path, &fd);
  if (condition == GOOD)
    {
      db = open_checked (path, &condition);
      if (condition == BROKEN && put_aside (path))
        db = open_checked (path, &condition);
      close (fd);
    }
  *busy = condition == BUSY;
  if (condition == NEWER)
    g_message ("“%s” is of a newer version of this program: nothing is remembered", path);
  else if (db == NULL && condition != BUSY)
    g_message ("“%s” cannot be written: nothing is remembered", path);
  return db;
}
