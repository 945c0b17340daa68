/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is remembered between runs, as rows of a database. How its file is opened and kept whole is
 * store-file's; when something is worth remembering is the view's.
 */
#include "store.h"

#include "store-file.h"

#include <math.h>
#include <sqlite3.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define BEGINNING (5 * SECOND)
#define END (5 * SECOND)
#define END_SHARE 50 /* or a fiftieth of the clip */
#define N_KEPT "500"
#define COLUMNS "casebook, clip, position, duration, used, rate, volume, audio, captions, delay"
#define VALUES "position = ?3, duration = ?4, used = ?5, rate = ?6, volume = ?7, audio = ?8, captions = ?9, delay = ?10"
/* Another program has written later what this one was only waiting to write. One that is ahead by more has a clock that
 * was wrong. */
#define NOT_OVERTAKEN "used NOT BETWEEN ?5 + 1 AND ?5 + 60000000"

struct _SlStore
{
  char    *path; /* (nullable): to be opened again, when another program had it */
  sqlite3 *db;   /* (nullable): nothing is remembered */
  gboolean told;
};

SlResumePoint *
sl_resume_point_copy (const SlResumePoint *self)
{
  SlResumePoint *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->casebook = g_strdup (self->casebook);
  copy->clip = g_strdup (self->clip);
  copy->audio = g_strdup (self->audio);
  copy->captions = g_strdup (self->captions);
  return copy;
}

void
sl_resume_point_free (SlResumePoint *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->casebook);
  g_free (self->clip);
  g_free (self->audio);
  g_free (self->captions);
  g_free (self);
}

static gboolean
is_beginning (const SlResumePoint *point)
{
  return point->position < BEGINNING;
}

static gboolean
is_finished (const SlResumePoint *point)
{
  return point->duration > 0 && point->position >= point->duration - MAX (END, point->duration / END_SHARE);
}

gint64
sl_resume_point_get_start (const SlResumePoint *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return is_beginning (self) || is_finished (self) ? 0 : self->position;
}

static gboolean
open_file (SlStore *self)
{
  gboolean busy = FALSE;

  if (self->db == NULL && self->path)
    {
      self->db = sl_store_file_open (self->path, &busy);
      if (!busy)
        g_clear_pointer (&self->path, g_free);
    }
  return self->db != NULL;
}

SlStore *
sl_store_new (const char *path)
{
  SlStore *self = g_new0 (SlStore, 1);

  self->path = g_strdup (path);
  open_file (self);
  return self;
}

void
sl_store_free (SlStore *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_close (self->db);
  g_free (self->path);
  g_free (self);
}

/* The folder for data rather than the one for states: it is kept in a sandbox of every age, and what viewers
 * write themselves will stand in the same file. */
char *
sl_store_build_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "sidelight", "store.sqlite", NULL);
}

/* Ends with @statement. Returns: SQLITE_DONE, or why not */
static int
finish (sqlite3_stmt *statement)
{
  const int code = sqlite3_step (statement);

  sqlite3_finalize (statement);
  return code;
}

static sqlite3_stmt *
prepare (SlStore *self, const char *text)
{
  sqlite3_stmt *statement = NULL;

  return sqlite3_prepare_v2 (self->db, text, -1, &statement, NULL) == SQLITE_OK ? statement : NULL;
}

/* @text: about a clip, whose casebook and itself are its first two parameters. Returns: (nullable) */
static sqlite3_stmt *
prepare_for_clip (SlStore *self, const char *text, const char *casebook, const char *clip)
{
  sqlite3_stmt *statement = open_file (self) ? prepare (self, text) : NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, casebook, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, clip, -1, SQLITE_STATIC);
  return statement;
}

/* A full disk may be empty later; a file that has become broken is put aside when it is opened next. */
static gboolean
report (SlStore *self, int code)
{
  if (code == SQLITE_DONE || code == SQLITE_OK)
    {
      self->told = FALSE;
      return TRUE;
    }
  if (!self->told)
    g_message ("This cannot be remembered: %s", sqlite3_errstr (code));
  self->told = TRUE;
  return FALSE;
}

static void
bind (sqlite3_stmt *statement, const SlResumePoint *point)
{
  sqlite3_bind_text (statement, 1, point->casebook, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, point->clip, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 3, sl_resume_point_get_start (point));
  sqlite3_bind_int64 (statement, 4, MAX (point->duration, 0));
  sqlite3_bind_int64 (statement, 5, point->used);
  sqlite3_bind_double (statement, 6, point->rate);
  if (point->volume >= 0)
    sqlite3_bind_double (statement, 7, MIN (point->volume, 1.0));
  sqlite3_bind_text (statement, 8, point->audio, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 9, point->captions, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 10, point->delay);
}

static int
write_point (SlStore *self, const SlResumePoint *point)
{
  sqlite3_stmt *statement =
    prepare (self, is_beginning (point) ? "UPDATE resume SET " VALUES " WHERE casebook = ?1 AND clip = ?2 AND " NOT_OVERTAKEN
                                        : "INSERT INTO resume (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
                                          " ON CONFLICT (casebook, clip) DO UPDATE SET " VALUES " WHERE " NOT_OVERTAKEN);
  int code;

  if (statement == NULL)
    return sqlite3_errcode (self->db);
  bind (statement, point);
  code = finish (statement);
  if (code != SQLITE_DONE)
    return code;
  return sqlite3_exec (self->db,
                       "DELETE FROM resume WHERE (casebook, clip) IN"
                       " (SELECT casebook, clip FROM resume ORDER BY used DESC, casebook, clip LIMIT -1 OFFSET " N_KEPT ")",
                       NULL, NULL, NULL);
}

gboolean
sl_store_keep (SlStore *self, const SlResumePoint *point)
{
  int code;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (point != NULL && point->casebook != NULL && point->clip != NULL, FALSE);
  g_return_val_if_fail (point->position >= 0 && point->rate > 0 && isfinite (point->rate), FALSE);

  if (!open_file (self))
    return FALSE;
  /* The right to write is asked for first: a program that reads first could not wait for another one. */
  code = sqlite3_exec (self->db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  if (code == SQLITE_OK)
    code = write_point (self, point);
  if (code == SQLITE_OK)
    code = sqlite3_exec (self->db, "COMMIT", NULL, NULL, NULL);
  if (code != SQLITE_OK && !sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return report (self, code);
}

/* Returns: (transfer full) (nullable) */
static char *
read_text (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *)sqlite3_column_text (statement, column);

  return text && g_utf8_validate (text, -1, NULL) ? g_strdup (text) : NULL;
}

/* The row that @statement comes to, which ends with it. */
static SlResumePoint *
read_point (SlStore *self, sqlite3_stmt *statement)
{
  SlResumePoint *point = NULL;
  const int      code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    {
      point = g_new0 (SlResumePoint, 1);
      point->casebook = read_text (statement, 0);
      point->clip = read_text (statement, 1);
      point->position = sqlite3_column_int64 (statement, 2);
      point->duration = sqlite3_column_int64 (statement, 3);
      point->used = sqlite3_column_int64 (statement, 4);
      point->rate = sqlite3_column_double (statement, 5);
      point->volume = sqlite3_column_type (statement, 6) == SQLITE_NULL ? -1.0 : sqlite3_column_double (statement, 6);
      point->audio = read_text (statement, 7);
      point->captions = read_text (statement, 8);
      point->delay = sqlite3_column_int64 (statement, 9);
    }
  else
    {
      report (self, code);
    }
  sqlite3_finalize (statement);
  if (point && (point->casebook == NULL || point->clip == NULL))
    g_clear_pointer (&point, sl_resume_point_free);
  return point;
}

SlResumePoint *
sl_store_find (SlStore *self, const char *casebook, const char *clip)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (self != NULL && casebook != NULL && clip != NULL, NULL);

  statement = prepare_for_clip (self, "SELECT " COLUMNS " FROM resume WHERE casebook = ? AND clip = ?", casebook, clip);
  return statement ? read_point (self, statement) : NULL;
}

SlResumePoint *
sl_store_find_newest (SlStore *self, const char *casebook)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (self != NULL, NULL);

  statement = open_file (self) ? prepare (self, "SELECT " COLUMNS " FROM resume WHERE position > 0 AND (?1 IS NULL OR casebook = ?1)"
                                                " ORDER BY used DESC, casebook, clip LIMIT 1")
                               : NULL;
  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, casebook, -1, SQLITE_STATIC);
  return read_point (self, statement);
}

gboolean
sl_store_keep_copy (SlStore *self, const SlOwnCopy *copy)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (self != NULL && copy != NULL, FALSE);
  g_return_val_if_fail (copy->casebook != NULL && copy->clip != NULL && copy->uri != NULL, FALSE);

  statement = prepare_for_clip (self, "INSERT OR REPLACE INTO copies (casebook, clip, uri, offset, length) VALUES (?, ?, ?, ?, ?)",
                                copy->casebook, copy->clip);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 3, copy->uri, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 4, sl_own_copy_clamp (copy->offset));
  sqlite3_bind_int64 (statement, 5, MAX (copy->length, 0));
  return report (self, finish (statement));
}

gboolean
sl_store_forget_copy (SlStore *self, const char *casebook, const char *clip)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (self != NULL && casebook != NULL && clip != NULL, FALSE);

  statement = prepare_for_clip (self, "DELETE FROM copies WHERE casebook = ? AND clip = ?", casebook, clip);
  return statement && report (self, finish (statement));
}

SlOwnCopy *
sl_store_find_copy (SlStore *self, const char *casebook, const char *clip)
{
  sqlite3_stmt *statement;
  SlOwnCopy    *copy = NULL;
  int           code;

  g_return_val_if_fail (self != NULL && casebook != NULL && clip != NULL, NULL);

  statement = prepare_for_clip (self, "SELECT uri, offset, length FROM copies WHERE casebook = ? AND clip = ?", casebook, clip);
  if (statement == NULL)
    return NULL;
  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    {
      g_autofree char *uri = read_text (statement, 0);
      const SlOwnCopy  row = {(char *)casebook, (char *)clip, uri, sl_own_copy_clamp (sqlite3_column_int64 (statement, 1)),
                              MAX (sqlite3_column_int64 (statement, 2), 0)};

      copy = uri ? sl_own_copy_copy (&row) : NULL;
    }
  else
    {
      report (self, code);
    }
  sqlite3_finalize (statement);
  return copy;
}

gboolean
sl_store_keep_mark (SlStore *self, SlMark *mark)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (self != NULL && SL_IS_MARK (mark), FALSE);

  statement = prepare_for_clip (self, "INSERT OR REPLACE INTO marks (casebook, clip, id, since, until, words, made) VALUES (?, ?, ?, ?, ?, ?, ?)",
                                sl_mark_get_casebook (mark), sl_mark_get_clip (mark));
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 3, sl_mark_get_id (mark), -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 4, sl_mark_get_span (mark)->start);
  sqlite3_bind_int64 (statement, 5, sl_mark_get_span (mark)->end);
  sqlite3_bind_text (statement, 6, sl_mark_get_words (mark), -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 7, sl_mark_get_made (mark));
  return report (self, finish (statement));
}

gboolean
sl_store_forget_mark (SlStore *self, const char *id)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  statement = open_file (self) ? prepare (self, "DELETE FROM marks WHERE id = ?") : NULL;
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  return report (self, finish (statement));
}

/* What was deleted stays in the log until that is written over; somebody else may sit down before. */
gboolean
sl_store_forget_all_marks (SlStore *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!open_file (self))
    return FALSE;
  return report (self, sqlite3_exec (self->db,
                                     "DELETE FROM marks; PRAGMA wal_checkpoint (TRUNCATE);", NULL, NULL, NULL));
}

gboolean
sl_store_list_marks (SlStore *self, const char *casebook, const char *clip, GPtrArray **marks)
{
  sqlite3_stmt *statement;
  int           code;

  g_return_val_if_fail (self != NULL && casebook != NULL && clip != NULL && marks != NULL, FALSE);

  *marks = g_ptr_array_new_with_free_func (g_object_unref);
  statement = prepare_for_clip (self, "SELECT id, since, until, words, made FROM marks WHERE casebook = ? AND clip = ? ORDER BY since, made, id",
                                casebook, clip);
  if (statement == NULL)
    return self->path == NULL;
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_autofree char *id = read_text (statement, 0);
      g_autofree char *words = read_text (statement, 3);
      const SlSpan     span = {sqlite3_column_int64 (statement, 1), sqlite3_column_int64 (statement, 2)};

      if (id)
        g_ptr_array_add (*marks, sl_mark_new (id, casebook, clip, &span, words, sqlite3_column_int64 (statement, 4)));
    }
  sqlite3_finalize (statement);
  return report (self, code);
}
