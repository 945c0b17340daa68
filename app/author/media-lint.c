/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A film is told apart from another one by what its clip says about it. When the bytes are not those that
 * were meant, that is said once and first, for all else may follow from it.
 */
#include "config.h"

#include "media-lint.h"

#include "probe.h"
#include "span.h"

#include <glib/gi18n-lib.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define PATIENCE (15 * SECOND)
#define MAX_OTHER_DURATION (SECOND / 2)
#define MAX_MISSING_END (2 * SECOND)
#define MAX_KEYFRAME_GAP (2 * SECOND)
/* A picture may come a little late: what is meant is every two seconds. */
#define KEYFRAME_GRACE (SECOND / 10)

typedef struct
{
  SlCasebookDrafts *drafts;
  SlDraft          *clip;
  SlDraft          *medium;
  SlProbe          *probe; /* (nullable) */
} Lint;

/* What plays on a desktop to which nobody has added a codec. */
static const char *const free_codecs[] = {"av1", "flac", "jpeg", "mp3", "opus", "pcm", "png", "theora", "vorbis", "vp8", "vp9", NULL};

G_GNUC_PRINTF (4, 5)
static void
warn (Lint *self, const char *code, const char *key, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sl_draft_report (self->medium, self->drafts->report, SL_SEVERITY_WARNING, code, key, -1, "%s", text);
}

/* Returns: (transfer full) (nullable): NULL when it cannot be read */
static char *
make_checksum (GFile *file, gint64 *size)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *buffer = g_malloc (65536);
  gssize             n_read = 0;

  *size = 0;
  while (stream != NULL && (n_read = g_input_stream_read (G_INPUT_STREAM (stream), buffer, 65536, NULL, NULL)) > 0)
    {
      g_checksum_update (checksum, buffer, n_read);
      *size += n_read;
    }
  return stream != NULL && n_read == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

static void
check_bytes (Lint *self, GFile *file)
{
  const gint64     said = sl_draft_get_time (self->medium, "bytes"); /* any 64 bits */
  gint64           size;
  g_autofree char *sum = make_checksum (file, &size);
  g_autofree char *found = NULL;

  if (sum == NULL)
    return; /* what the probe says about it is enough */
  found = g_strdup_printf ("%" G_GINT64_FORMAT, size);
  if (sl_draft_has (self->medium, "bytes") && said != size)
    warn (self, "wrong-bytes", "bytes", _ ("the file has %s bytes; put the file here that is meant, or correct this"), found);
  else if (sl_draft_has (self->medium, "sha256") && g_strcmp0 (sl_draft_get_string (self->medium, "sha256"), sum) != 0)
    warn (self, "wrong-checksum", "sha256", _ ("the file’s sum is %s; put the file here that is meant, or correct this"), sum);
}

static void
check_duration (Lint *self)
{
  const gint64     said = sl_draft_get_time (self->clip, "duration");
  g_autofree char *found = NULL;

  if (self->probe->duration < 0 || ABS (self->probe->duration - said) <= MAX_OTHER_DURATION)
    return;
  found = sl_time_format (self->probe->duration);
  warn (self, "wrong-duration", "file", _ ("the file lasts %s, the clip does not; take the cut that the notes are made for, or correct “duration”"), found);
}

/* A head that was written before the rest was lost still promises all of it. */
static gboolean
check_whole (Lint *self, const char *path)
{
  g_autofree char *end = NULL;

  if (self->probe->duration < 0 || self->probe->duration - self->probe->data_end <= MAX_MISSING_END)
    return TRUE;
  end = sl_time_format (MAX (self->probe->data_end, 0));
  warn (self, "bad-media", "file", _ ("“%s” is cut short: nothing comes after %s; copy the file again"), path, end);
  return FALSE;
}

static void
check_size (Lint *self, const char *key, guint found)
{
  const GValue *said = sl_draft_get (self->medium, key);

  if (said != NULL && (guint)g_value_get_int (said) != found)
    warn (self, "wrong-size", key, _ ("the picture’s “%s” is %u; correct it"), key, found);
}

static void
check_codecs (Lint *self)
{
  for (guint i = 0; i < self->probe->tracks->len; i++)
    {
      const SlProbeTrack *track = self->probe->tracks->pdata[i];

      if (track->kind != SL_PROBE_TEXT && !g_strv_contains (free_codecs, track->codec))
        warn (self, "bad-codec", "file",
              _ ("not every desktop can play “%s”; add the film as VP9 or AV1 with Opus, too, or in its place"), track->codec);
    }
}

static void
check_keyframes (Lint *self)
{
  g_autofree char *gap = NULL;

  if (self->probe->longest_gap <= MAX_KEYFRAME_GAP + KEYFRAME_GRACE)
    return;
  gap = sl_time_format (self->probe->longest_gap);
  warn (self, "keyframe-gap", "file", _ ("for %s there is no keyframe, so a seek takes long; make the film anew with one every 2 seconds"), gap);
}

static void
check_medium (Lint *self, GFile *folder)
{
  const char *path = sl_draft_get_string (self->medium, "file");
  g_autoptr (GFile) file = g_file_resolve_relative_path (folder, path);
  g_autoptr (GError) error = NULL;
  const SlProbeTrack *video;

  if (!sl_casebook_folder_check (self->drafts->folder, path, NULL))
    return; /* said already */
  check_bytes (self, file);
  self->probe = sl_probe_file (g_file_peek_path (file), PATIENCE, &error);
  if (self->probe == NULL)
    {
      warn (self, "bad-media", "file", _ ("“%s” cannot be played: %s; put a film in its place"), path, error->message);
      return;
    }
  video = sl_probe_find_track (self->probe, SL_PROBE_VIDEO);
  check_duration (self);
  if (video != NULL)
    {
      check_size (self, "width", video->width);
      check_size (self, "height", video->height);
    }
  check_codecs (self);
  if (check_whole (self, path))
    check_keyframes (self);
}

static gboolean
has_captions (SlDraft *clip, const char *language)
{
  GPtrArray *tracks = sl_draft_get_list (clip, "captions");

  for (guint i = 0; tracks != NULL && i < tracks->len; i++)
    if (g_ascii_strcasecmp (sl_draft_get_string (tracks->pdata[i], "language"), language) == 0)
      return TRUE;
  return FALSE;
}

static void
check_captions (SlCasebookDrafts *drafts, SlDraft *clip)
{
  const char *language = sl_draft_get_string (clip, "language");

  if (language == NULL)
    language = sl_draft_get_string (drafts->casebook, "language");
  if (!has_captions (clip, language))
    sl_draft_report (clip, drafts->report, SL_SEVERITY_HINT, "no-captions", "media", -1,
                     _ ("this film has sound and no captions in “%s”; add them, or say in “accepted” that there is nothing to hear"),
                        language);
}

void
sl_media_lint_run (SlCasebookDrafts *drafts, GFile *folder)
{
  GPtrArray *clips;

  g_return_if_fail (drafts != NULL && G_IS_FILE (folder));

  clips = drafts->records[SL_KIND_CLIPS];
  for (guint i = 0; i < clips->len; i++)
    {
      GPtrArray *media = sl_draft_get_list (clips->pdata[i], "media");
      GPtrArray *signs = sl_draft_get_list (clips->pdata[i], "sign_language");
      gboolean   has_sound = FALSE;

      for (guint j = 0; media != NULL && j < media->len; j++)
        {
          Lint lint = {drafts, clips->pdata[i], media->pdata[j], NULL};

          check_medium (&lint, folder);
          has_sound = has_sound || (lint.probe != NULL && sl_probe_find_track (lint.probe, SL_PROBE_AUDIO) != NULL);
          g_clear_pointer (&lint.probe, sl_probe_free);
        }
      for (guint j = 0; signs != NULL && j < signs->len; j++)
        {
          Lint lint = {drafts, clips->pdata[i], signs->pdata[j], NULL};

          check_medium (&lint, folder);
          g_clear_pointer (&lint.probe, sl_probe_free);
        }
      if (has_sound)
        check_captions (drafts, clips->pdata[i]);
    }
}
