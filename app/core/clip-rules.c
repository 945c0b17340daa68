/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The times of a clip. Wrong times are kept as far as they make sense, because a chapter that begins in the
 * wrong place is still a chapter; what is done about them is reported. Captions are outside the clip's own
 * file and are fetched here.
 */
#include "config.h"

#include "clip-rules.h"

#include "caption.h"
#include "id-rules.h"
#include "span.h"
#include "webvtt.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SlDraft          *clip;
  SlCasebookFolder *folder;
  SlReport         *report;
  SlReport         *times; /* (nullable): what is said about times; NULL where it would follow from what was said */
} Rules;

G_GNUC_PRINTF (5, 6)
static void
warn (Rules *self, SlDraft *draft, const char *code, const char *key, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  if (self->times == NULL)
    return;
  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sl_draft_report (draft, self->times, SL_SEVERITY_WARNING, code, key, -1, "%s", text);
}

/* Puts the time of @key into @span. */
static void
clamp_time (Rules *self, SlDraft *draft, const char *key, const SlSpan *span)
{
  gint64           time = sl_draft_get_time (draft, key);
  g_autofree char *limit = NULL;

  if (!sl_draft_has (draft, key))
    return;
  if (time > span->end)
    {
      limit = sl_time_format (span->end);
      warn (self, draft, "past-end", key,
            _ ("this lies behind %s, where its clip or chapter ends; correct it, until then that end "
               "counts"),
               limit);
      sl_draft_set_time (draft, key, span->end);
    }
  if (time < span->start)
    {
      limit = sl_time_format (span->start);
      warn (self, draft, "before-start", key,
            _ ("this lies before %s, where its chapter begins; correct it, until then that start "
               "counts"),
               limit);
      sl_draft_set_time (draft, key, span->start);
    }
}

/* What begins behind the end is told once. Returns: whether @draft begins before it */
static gboolean
clamp_span (Rules *self, SlDraft *draft, const SlSpan *span)
{
  const gboolean is_inside = sl_draft_get_time (draft, "from") <= span->end;

  clamp_time (self, draft, "from", span);
  if (is_inside)
    clamp_time (self, draft, "to", span);
  else if (sl_draft_has (draft, "to"))
    sl_draft_set_time (draft, "to", span->end);
  return is_inside;
}

/* Returns: (transfer full) (element-type gint64): where the chapters begin, in order */
static GArray *
sort_starts (GPtrArray *chapters)
{
  GArray *starts = g_array_sized_new (FALSE, FALSE, sizeof (gint64), chapters->len);

  for (guint i = 0; i < chapters->len; i++)
    {
      gint64 start = sl_draft_get_time (chapters->pdata[i], "from");

      g_array_append_val (starts, start);
    }
  sl_times_sort (starts);
  return starts;
}

/* Returns: the next of @starts behind @start, or @end */
static gint64
next_start (GArray *starts, gint64 start, gint64 end)
{
  const gint64 next = sl_times_find_after (starts, start);

  return next != SL_TIME_NONE ? MIN (next, end) : end;
}

static void
check_empty (Rules *self, SlDraft *draft)
{
  gint64 start = sl_draft_get_time (draft, "from");

  if (sl_draft_get_time (draft, "to") > start)
    return;
  warn (self, draft, "empty-span", "to",
        _ ("this ends when or before it begins; give it a later end, until then it is a point"));
  sl_draft_set_time (draft, "to", start);
}

/* Compares each chapter with those before it. */
static void
check_order (Rules *self, GPtrArray *chapters)
{
  gint64 last_start = 0;
  gint64 last_end = 0;

  for (guint i = 0; i < chapters->len; i++)
    {
      SlDraft *chapter = chapters->pdata[i];
      gint64   start = sl_draft_get_time (chapter, "from");

      if (start < last_start)
        warn (self, chapter, "disorder", "from",
              _ ("this chapter begins before the one above it; put them in order"));
      else if (start < last_end)
        warn (self, chapter, "overlap", "from",
              _ ("this chapter begins before the one above it ends; correct one of them"));
      last_start = start;
      last_end = MAX (last_end, sl_draft_get_time (chapter, "to"));
    }
}

static void resolve_chapters (Rules *self, GPtrArray *chapters, const SlSpan *span, guint depth);

/* In a chapter that does not last no time can be right. */
static void
resolve_inner (Rules *self, GPtrArray *chapters, const SlSpan *span, guint depth)
{
  Rules inner = *self;

  if (span->end <= span->start)
    inner.times = NULL;
  resolve_chapters (&inner, chapters, span, depth);
}

/* @span: that of the parent, or of the clip. */
static void
resolve_chapters (Rules *self, GPtrArray *chapters, const SlSpan *span, guint depth)
{
  g_autoptr (GHashTable) outside = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) starts = NULL;

  for (guint i = 0; i < chapters->len; i++)
    if (!clamp_span (self, chapters->pdata[i], span))
      g_hash_table_add (outside, chapters->pdata[i]);
  starts = sort_starts (chapters);
  for (guint i = 0; i < chapters->len; i++)
    {
      SlDraft   *chapter = chapters->pdata[i];
      GPtrArray *inner = sl_draft_get_list (chapter, "chapters");
      SlSpan     own = {sl_draft_get_time (chapter, "from"), 0};

      if (!sl_draft_has (chapter, "to"))
        sl_draft_set_time (chapter, "to", next_start (starts, own.start, span->end));
      if (!g_hash_table_contains (outside, chapter))
        check_empty (self, chapter);
      sl_draft_set_uint (chapter, "=depth", depth);
      sl_draft_set_uint (chapter, "=number", i + 1);
      own.end = sl_draft_get_time (chapter, "to");
      if (inner != NULL)
        resolve_inner (self, inner, &own, depth + 1);
    }
  check_order (self, chapters);
}

/* Ids of chapters are unique in the clip, at whatever depth. */
static void
drop_duplicate_chapters (Rules *self, GPtrArray *chapters, GHashTable *ids)
{
  sl_id_rules_drop_duplicates (chapters, ids, self->report);
  for (guint i = 0; i < chapters->len; i++)
    {
      GPtrArray *inner = sl_draft_get_list (chapters->pdata[i], "chapters");

      if (inner != NULL)
        drop_duplicate_chapters (self, inner, ids);
    }
}

/* A note, or a moment, without an end is a point. */
static void
resolve_note (Rules *self, SlDraft *note, const SlSpan *span)
{
  const gint64   from = sl_draft_get_time (note, "from");
  const gint64   to = sl_draft_get_time (note, "to");
  const gboolean is_inside = clamp_span (self, note, span);

  if (!sl_draft_has (note, "to"))
    sl_draft_set_time (note, "to", sl_draft_get_time (note, "from"));
  else if (is_inside && to <= from)
    check_empty (self, note);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  gint64 start_a = sl_draft_get_time (*(SlDraft *const *)a, "from");
  gint64 start_b = sl_draft_get_time (*(SlDraft *const *)b, "from");

  return (start_a > start_b) - (start_a < start_b);
}

static void
resolve_notes (Rules *self, GPtrArray *notes, const SlSpan *span)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  sl_id_rules_drop_duplicates (notes, ids, self->report);
  for (guint i = 0; i < notes->len; i++)
    resolve_note (self, notes->pdata[i], span);
  g_ptr_array_sort (notes, compare_starts); /* stable: what begins together stays in the file's order */
}

/* Returns: whether the track is of use */
static gboolean
read_track (SlDraft *track, gpointer data)
{
  Rules      *self = data;
  const char *file = sl_draft_get_string (track, "file");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cues = NULL;
  g_autoptr (GListModel) captions = NULL;
  g_autoptr (GBytes) bytes = NULL;

  bytes = sl_casebook_folder_read (self->folder, file, SL_WEBVTT_MAX_BYTES, &error);
  if (bytes != NULL)
    cues = sl_webvtt_parse (bytes, file, self->report, &error);
  if (cues == NULL)
    {
      sl_draft_report (track, self->report, SL_SEVERITY_ERROR, "bad-captions", "file", -1, "%s", error->message);
      return FALSE;
    }
  captions = sl_caption_list_new (cues);
  if (g_list_model_get_n_items (captions) > 0)
    sl_draft_set_object (track, "=captions", captions);
  return TRUE;
}

static void
read_tracks (Rules *self, const char *key, const char *kind)
{
  GPtrArray *tracks = sl_draft_get_list (self->clip, key);

  if (tracks == NULL)
    return;
  for (guint i = 0; i < tracks->len; i++)
    if (!sl_draft_has (tracks->pdata[i], "kind"))
      sl_draft_set_string (tracks->pdata[i], "kind", kind);
  sl_draft_filter (tracks, read_track, self);
}

/* Where nothing lasts no other time can be right, so nothing is said of them. */
static void
check_duration (Rules *self, gint64 duration)
{
  if (duration > 0)
    return;
  warn (self, self->clip, "empty-span", "duration", _ ("a clip lasts; write how long"));
  self->times = NULL;
}

void
sl_clip_rules_apply_to_moment (SlDraft *moment, SlDraft *clip, SlReport *report)
{
  Rules  self = {clip, NULL, report, NULL};
  SlSpan span = {0, 0};

  g_return_if_fail (moment != NULL && clip != NULL && report != NULL);

  span.end = sl_draft_get_time (clip, "duration");
  self.times = span.end > 0 ? report : NULL;
  resolve_note (&self, moment, &span);
}

void
sl_clip_rules_apply (SlDraft *clip, SlCasebookFolder *folder, SlReport *report)
{
  Rules      self = {clip, folder, report, report};
  SlSpan     span = {0, 0};
  GPtrArray *chapters;
  GPtrArray *notes;

  g_return_if_fail (clip != NULL && folder != NULL && report != NULL);

  span.end = sl_draft_get_time (clip, "duration");
  check_duration (&self, span.end);
  chapters = sl_draft_get_list (clip, "chapters");
  notes = sl_draft_get_list (clip, "notes");
  if (chapters != NULL)
    {
      g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

      drop_duplicate_chapters (&self, chapters, ids);
      resolve_chapters (&self, chapters, &span, 0);
    }
  if (notes != NULL)
    resolve_notes (&self, notes, &span);
  read_tracks (&self, "captions", "captions");
  read_tracks (&self, "descriptions", "descriptions");
}
