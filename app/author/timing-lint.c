/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What has to be read while a film runs. A note that is a point, or that asks for a pause, is shown for as
 * long as its reader needs, so only notes with an end and captions are measured.
 */
#include "config.h"

#include "timing-lint.h"

#include "casebook-texts.h"
#include "markup.h"
#include "note.h"
#include "webvtt.h"

#include <glib/gi18n-lib.h>

#define NS_PER_MS G_GINT64_CONSTANT (1000000)

/* How many characters can be read in @duration. */
static glong
readable (gint64 duration, guint speed)
{
  return (glong)(duration / NS_PER_MS * speed / 1000);
}

/* How many characters of @key a reader sees; 0 when there are none. */
static glong
measure (SlDraft *note, const char *key)
{
  g_autofree char *plain = NULL;

  if (!sl_draft_has (note, key))
    return 0;
  plain = sl_markup_to_plain (sl_draft_get_string (note, key));
  return g_utf8_strlen (plain, -1);
}

static void
check_length (SlCasebookDrafts *drafts, SlDraft *note, const char *key, glong most)
{
  const glong length = measure (note, key) + (g_str_equal (key, "title") ? 0 : measure (note, "title"));

  if (sl_draft_has (note, key) && length > most)
    sl_draft_report (note, drafts->report, SL_SEVERITY_WARNING, "too-fast", key, -1,
                     ngettext ("title and text have %ld character, and %ld can be read in the time that they are shown; "
                               "shorten them or show them longer",
                               "title and text have %ld characters, and %ld can be read in the time that they are shown; "
                               "shorten them or show them longer",
                               (gulong)length),
                     length, most);
}

static void
check_note (SlCasebookDrafts *drafts, SlDraft *note)
{
  const gint64 span = sl_draft_get_time (note, "to") - sl_draft_get_time (note, "from");
  const glong  most = readable (MAX (span, sl_draft_get_time (note, "minimum_seconds")), sl_draft_get_schema (note)->speed);

  if (span <= 0 || sl_draft_get_bool (note, "pause"))
    return;
  check_length (drafts, note, sl_draft_has (note, "text") ? "text" : "title", most);
  check_length (drafts, note, "easy", most);
}

/* Notes are in the order of their starts by now. */
static void
check_titles (SlCasebookDrafts *drafts, GPtrArray *notes)
{
  gint64      last_end = 0;
  const char *last = NULL;

  for (guint i = 0; i < notes->len; i++)
    {
      SlDraft     *note = notes->pdata[i];
      const gint64 end = sl_draft_get_time (note, "to");

      if (g_value_get_enum (sl_draft_get (note, "kind")) != SL_NOTE_KIND_TITLE)
        continue;
      if (last != NULL && sl_draft_get_time (note, "from") < last_end)
        sl_draft_report (note, drafts->report, SL_SEVERITY_WARNING, "overlapping-titles", "from", -1,
                         _ ("these words are drawn over the picture while those of “%s” are; show one after the other"),
                            last);
      if (end > last_end)
        {
          last = sl_draft_get_string (note, "id");
          last_end = end;
        }
    }
}

typedef struct
{
  SlCasebookDrafts *drafts;
  SlDraft          *clip;
  const char       *file;
} Track;

G_GNUC_PRINTF (4, 5)
static void
report_cue (Track *self, const SlTimedText *cue, const char *code, const char *format, ...)
{
  g_autofree char  *start = sl_time_format (cue->span.start);
  g_autofree char  *place = NULL;
  g_autofree char  *text = NULL;
  const SlTextPlace at = {cue->line, 1};
  va_list           args;

  place = g_strdup_printf ("%s caption \"%s\"", sl_draft_get_place (self->clip), *cue->id != '\0' ? cue->id : start);
  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sl_report_add (self->drafts->report, SL_SEVERITY_WARNING, self->file, &at, code, place, "%s", text);
}

static void
check_lines (Track *self, const SlTimedText *cue)
{
  g_auto (GStrv) lines = g_strsplit (cue->text, "\n", -1);

  if (g_strv_length (lines) > SL_CAPTION_LINES)
    {
      report_cue (self, cue, "long-caption", _ ("this caption has more than %d lines; split it or join them"), SL_CAPTION_LINES);
      return;
    }
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_utf8_strlen (lines[i], -1) > SL_CAPTION_LINE)
      {
        report_cue (self, cue, "long-caption",
                    _ ("a line of this caption has more than %d characters; break it or shorten it"), SL_CAPTION_LINE);
        return;
      }
}

static void
check_cue (Track *self, const SlTimedText *cue)
{
  const gint64 clip_end = sl_draft_get_time (self->clip, "duration");
  const glong  length = g_utf8_strlen (cue->text, -1);
  const glong  most = readable (cue->span.end - cue->span.start, SL_CAPTION_SPEED);

  if (cue->span.start >= clip_end)
    report_cue (self, cue, "past-end", _ ("this caption begins when its clip is over; correct its times"));
  if (cue->span.end > cue->span.start && length > most)
    report_cue (self, cue, "too-fast",
                ngettext ("this caption has %ld character, and %ld can be read in its time; shorten it or show it longer",
                          "this caption has %ld characters, and %ld can be read in its time; shorten it or show it longer",
                          (gulong)length),
                length, most);
  check_lines (self, cue);
}

static void
check_track (SlCasebookDrafts *drafts, SlDraft *clip, SlDraft *draft)
{
  Track track = {drafts, clip, sl_draft_get_string (draft, "file")};
  g_autoptr (SlReport) told_already = sl_report_new ();
  g_autoptr (GBytes) bytes = sl_casebook_folder_read (drafts->folder, track.file, SL_WEBVTT_MAX_BYTES, NULL);
  g_autoptr (GPtrArray) cues = NULL;

  if (bytes != NULL)
    cues = sl_webvtt_parse (bytes, track.file, told_already, NULL);
  for (guint i = 0; cues != NULL && i < cues->len; i++)
    check_cue (&track, cues->pdata[i]);
}

void
sl_timing_lint_run (SlCasebookDrafts *drafts)
{
  g_return_if_fail (drafts != NULL);

  for (guint i = 0; i < drafts->records[SL_KIND_CLIPS]->len; i++)
    {
      SlDraft   *clip = drafts->records[SL_KIND_CLIPS]->pdata[i];
      GPtrArray *notes = sl_draft_get_list (clip, "notes");
      GPtrArray *tracks = sl_draft_get_list (clip, "captions");

      for (guint j = 0; notes != NULL && j < notes->len; j++)
        check_note (drafts, notes->pdata[j]);
      if (notes != NULL)
        check_titles (drafts, notes);
      for (guint j = 0; tracks != NULL && j < tracks->len; j++)
        check_track (drafts, clip, tracks->pdata[j]);
    }
}
