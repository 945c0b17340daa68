/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a media file is made of, found by asking GStreamer on a thread of its own: a disk that hangs, hangs
 * that thread and nobody else. Leaves out whether any of it is good; that is for those who ask.
 */
#include "config.h"

#include "probe.h"

#include "chapter-probe.h"
#include "keyframe-probe.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <gst/pbutils/pbutils.h>
#include <sys/stat.h>
#include <unistd.h>

#define DISCOVERER_TIME (4 * GST_SECOND)
#define SCAN_TIME ((gint64)(2 * GST_SECOND))
#define MAX_SCANS 5

/* Shared by the one who asks and the thread that looks; the last of them cleans up. */
typedef struct
{
  gatomicrefcount refs;
  char           *path;
  gint64          patience;
  gint            progress; /* atomic */

  GMutex   lock; /* of what follows */
  GCond    cond;
  gboolean is_done;
  SlProbe *result;
  GError  *error;
} Job;

/* Short words for the names that GStreamer has. */
static const struct
{
  const char *name;
  const char *word;
} words[] = {
  {"application/ogg", "ogg"},
  {"audio/ogg", "ogg"},
  {"audio/webm", "webm"},
  {"audio/x-flac", "flac"},
  {"audio/x-matroska", "matroska"},
  {"audio/x-opus", "opus"},
  {"audio/x-raw", "pcm"},
  {"audio/x-vorbis", "vorbis"},
  {"audio/x-wav", "wav"},
  {"image/jpeg", "jpeg"},
  {"image/png", "png"},
  {"video/ogg", "ogg"},
  {"video/quicktime", "mp4"},
  {"video/webm", "webm"},
  {"video/x-av1", "av1"},
  {"video/x-h264", "h264"},
  {"video/x-h265", "h265"},
  {"video/x-matroska", "matroska"},
  {"video/x-theora", "theora"},
  {"video/x-vp8", "vp8"},
  {"video/x-vp9", "vp9"},
};

G_DEFINE_QUARK (sl_probe_error_quark, sl_probe_error)

static void
track_free (SlProbeTrack *track)
{
  g_free (track->codec);
  g_free (track->language);
  g_free (track);
}

static void
job_unref (Job *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->cond);
  g_clear_pointer (&self->result, sl_probe_free);
  g_clear_error (&self->error);
  g_free (self->path);
  g_free (self);
}

static char *
dup_word (GstDiscovererStreamInfo *info)
{
  g_autoptr (GstCaps) caps = gst_discoverer_stream_info_get_caps (info);
  const GstStructure *structure;
  int                 version = 0;
  int                 layer = 0;

  if (caps == NULL || gst_caps_get_size (caps) == 0)
    return g_strdup ("unknown");
  structure = gst_caps_get_structure (caps, 0);
  if (gst_structure_has_name (structure, "audio/mpeg") && gst_structure_get_int (structure, "mpegversion", &version))
    return g_strdup (version != 1 ? "aac" : gst_structure_get_int (structure, "layer", &layer) && layer == 3 ? "mp3"
                                                                                                             : "mpeg-audio");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (gst_structure_has_name (structure, words[i].name))
      return g_strdup (words[i].word);
  return g_strdup (gst_structure_get_name (structure));
}

static SlProbeTrack *
add_track (SlProbe *probe, SlProbeTrackKind kind, gpointer info, const char *language)
{
  SlProbeTrack *track = g_new0 (SlProbeTrack, 1);

  track->kind = kind;
  track->codec = dup_word (info);
  track->language = g_strdup (language);
  track->rate_d = 1;
  g_ptr_array_add (probe->tracks, track);
  return track;
}

static void
add_stream (SlProbe *probe, GstDiscovererStreamInfo *info)
{
  SlProbeTrack *track;

  if (GST_IS_DISCOVERER_VIDEO_INFO (info))
    {
      GstDiscovererVideoInfo *video = GST_DISCOVERER_VIDEO_INFO (info);

      track = add_track (probe, SL_PROBE_VIDEO, info, NULL);
      track->width = gst_discoverer_video_info_get_width (video);
      track->height = gst_discoverer_video_info_get_height (video);
      track->rate_n = gst_discoverer_video_info_get_framerate_num (video);
      track->rate_d = MAX (gst_discoverer_video_info_get_framerate_denom (video), 1);
    }
  else if (GST_IS_DISCOVERER_AUDIO_INFO (info))
    {
      GstDiscovererAudioInfo *audio = GST_DISCOVERER_AUDIO_INFO (info);

      track = add_track (probe, SL_PROBE_AUDIO, info, gst_discoverer_audio_info_get_language (audio));
      track->sample_rate = gst_discoverer_audio_info_get_sample_rate (audio);
      track->channels = gst_discoverer_audio_info_get_channels (audio);
    }
  else if (GST_IS_DISCOVERER_SUBTITLE_INFO (info))
    {
      add_track (probe, SL_PROBE_TEXT, info, gst_discoverer_subtitle_info_get_language (GST_DISCOVERER_SUBTITLE_INFO (info)));
    }
}

static SlProbe *
read_info (GstDiscovererInfo *info)
{
  SlProbe                 *probe = g_new0 (SlProbe, 1);
  GstDiscovererStreamInfo *top = gst_discoverer_info_get_stream_info (info);
  GList                   *streams = gst_discoverer_info_get_stream_list (info);
  const GstToc            *toc = gst_discoverer_info_get_toc (info);
  const GstClockTime       duration = gst_discoverer_info_get_duration (info);

  probe->tracks = g_ptr_array_new_with_free_func ((GDestroyNotify)track_free);
  probe->duration = GST_CLOCK_TIME_IS_VALID (duration) && duration > 0 ? (gint64)duration : SL_PROBE_UNKNOWN;
  probe->longest_gap = probe->data_end = SL_PROBE_UNKNOWN;
  if (GST_IS_DISCOVERER_CONTAINER_INFO (top))
    probe->container = dup_word (top);
  for (GList *item = streams; item != NULL; item = item->next)
    add_stream (probe, item->data);
  if (toc != NULL)
    probe->chapters = sl_chapter_probe_read ((GstToc *)toc, probe->duration);
  else
    probe->chapters = g_ptr_array_new ();
  gst_discoverer_stream_info_list_free (streams);
  if (top != NULL)
    gst_discoverer_stream_info_unref (top);
  return probe;
}

static SlProbe *
fail (GError **error, SlProbeError code, const char *text)
{
  g_set_error_literal (error, SL_PROBE_ERROR, (int)code, text);
  return NULL;
}

/* @cause: (nullable): what GStreamer says */
static SlProbe *
fail_by_cause (const GError *cause, GError **error)
{
  if (g_error_matches (cause, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_BUSY))
    return fail (error, SL_PROBE_ERROR_NO_ANSWER, _ ("the file does not answer"));
  if (g_error_matches (cause, GST_STREAM_ERROR, GST_STREAM_ERROR_TYPE_NOT_FOUND) ||
      g_error_matches (cause, GST_STREAM_ERROR, GST_STREAM_ERROR_WRONG_TYPE) ||
      g_error_matches (cause, GST_STREAM_ERROR, GST_STREAM_ERROR_CODEC_NOT_FOUND))
    return fail (error, SL_PROBE_ERROR_NOT_MEDIA, _ ("neither sound nor picture was found in this file"));
  if (cause != NULL && cause->domain == GST_RESOURCE_ERROR)
    return fail (error, SL_PROBE_ERROR_UNREADABLE, cause->message);
  return fail (error, SL_PROBE_ERROR_DAMAGED, _ ("this file is damaged or cut short"));
}

/* @result: (out) */
static GstDiscovererInfo *
ask (const char *uri, GstDiscovererResult *result, GError **error)
{
  g_autoptr (GstDiscoverer) discoverer = gst_discoverer_new (DISCOVERER_TIME, error);
  GstDiscovererInfo *info = discoverer != NULL ? gst_discoverer_discover_uri (discoverer, uri, error) : NULL;

  *result = info != NULL ? gst_discoverer_info_get_result (info) : GST_DISCOVERER_ERROR;
  return info;
}

/* For a file that was read to its end already. */
static SlProbe *
discover (Job *self, GError **error)
{
  g_autofree char *uri = g_filename_to_uri (self->path, NULL, error);
  g_autoptr (GstDiscovererInfo) info = NULL;
  g_autoptr (GError) cause = NULL;
  SlProbe            *probe;
  GstDiscovererResult result;

  if (uri == NULL)
    return NULL;
  info = ask (uri, &result, &cause);
  /* It may miss the end of a short file and wait for it in vain. */
  if (result == GST_DISCOVERER_TIMEOUT)
    {
      g_clear_error (&cause);
      gst_discoverer_info_unref (info);
      info = ask (uri, &result, &cause);
    }
  /* Codecs that are missing here do not matter: nothing is decoded. */
  if (result != GST_DISCOVERER_OK && result != GST_DISCOVERER_MISSING_PLUGINS)
    return fail_by_cause (cause, error);
  probe = read_info (info);
  if (sl_probe_find_track (probe, SL_PROBE_VIDEO) != NULL || sl_probe_find_track (probe, SL_PROBE_AUDIO) != NULL)
    return probe;
  sl_probe_free (probe);
  return fail (error, SL_PROBE_ERROR_NOT_MEDIA, _ ("neither sound nor picture was found in this file"));
}

static gboolean
is_codec_missing (const GError *cause)
{
  return g_error_matches (cause, GST_STREAM_ERROR, GST_STREAM_ERROR_CODEC_NOT_FOUND) ||
         g_error_matches (cause, GST_CORE_ERROR, GST_CORE_ERROR_MISSING_PLUGIN);
}

/* Reads the last bytes of the file. Returns: whether the disk was quick about it */
static gboolean
is_quick (const char *path)
{
  char         buffer[4096];
  const gint64 start = g_get_monotonic_time ();
  const int    fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  gboolean     is_read = fd >= 0 && lseek (fd, -1, SEEK_END) >= 0 && read (fd, buffer, sizeof buffer) >= 0;

  if (fd >= 0)
    close (fd);
  return is_read && g_get_monotonic_time () - start < G_TIME_SPAN_SECOND / 2;
}

/* A file that was cut in its head leaves GStreamer waiting for what will never come, just as a disk does that
 * hangs. The disk can be asked. */
static void
scan_file (Job *self, SlKeyframeScan *scan, GError **error)
{
  g_autoptr (GError) cause = NULL;

  for (guint i = 0; i < MAX_SCANS; i++)
    {
      g_clear_error (&cause);
      sl_keyframe_probe_scan (self->path, MIN (self->patience, SCAN_TIME), &self->progress, scan, &cause);
      if (!g_error_matches (cause, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_BUSY))
        break;
      if (is_quick (self->path))
        {
          g_clear_error (&cause);
          g_set_error_literal (&cause, GST_STREAM_ERROR, GST_STREAM_ERROR_DEMUX, "");
          break;
        }
    }
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
}

/* Data first: the discoverer waits all its time for the sound and picture of a file that has none. */
static SlProbe *
look (Job *self, GError **error)
{
  g_autoptr (GError) cause = NULL;
  SlKeyframeScan scan;
  SlProbe       *probe;

  if (!gst_init_check (NULL, NULL, error))
    return NULL;
  scan_file (self, &scan, &cause);
  if (!scan.has_data && !is_codec_missing (cause))
    return fail_by_cause (cause, error);
  g_atomic_int_inc (&self->progress);
  probe = discover (self, error);
  if (probe == NULL)
    return NULL;
  probe->data_end = scan.data_end >= 0 ? scan.data_end : SL_PROBE_UNKNOWN;
  if (scan.last_key >= 0 && cause == NULL)
    probe->longest_gap = MAX (scan.longest_gap, MAX (probe->duration, scan.last_picture) - scan.last_key);
  return probe;
}

static gpointer
run (gpointer data)
{
  Job     *self = data;
  GError  *error = NULL;
  SlProbe *probe = look (self, &error);

  g_mutex_lock (&self->lock);
  self->result = probe;
  self->error = error;
  self->is_done = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->lock);
  job_unref (self);
  return NULL;
}

/* Opening a pipe waits for whoever writes to it, so what the path leads to is asked first. */
static gboolean
check_plain (const char *path, GError **error)
{
  struct stat status;

  if (stat (path, &status) != 0)
    fail (error, errno == ENOENT || errno == ENOTDIR ? SL_PROBE_ERROR_NOT_FOUND : SL_PROBE_ERROR_UNREADABLE, g_strerror (errno));
  else if (!S_ISREG (status.st_mode))
    fail (error, SL_PROBE_ERROR_NOT_PLAIN, _ ("this is not a plain file"));
  else if (g_access (path, R_OK) != 0)
    fail (error, SL_PROBE_ERROR_UNREADABLE, g_strerror (errno));
  else if (status.st_size == 0)
    fail (error, SL_PROBE_ERROR_NOT_MEDIA, _ ("this file is empty"));
  else
    return TRUE;
  return FALSE;
}

/* Waits as long as something happens. */
static SlProbe *
wait_for (Job *self, GError **error)
{
  gint     seen = g_atomic_int_get (&self->progress);
  gint64   since = g_get_monotonic_time ();
  SlProbe *result;

  g_mutex_lock (&self->lock);
  while (!self->is_done && g_get_monotonic_time () - since < 2 * (self->patience / 1000))
    {
      g_cond_wait_until (&self->cond, &self->lock, g_get_monotonic_time () + G_TIME_SPAN_SECOND / 5);
      if (seen != g_atomic_int_get (&self->progress))
        since = g_get_monotonic_time ();
      seen = g_atomic_int_get (&self->progress);
    }
  result = g_steal_pointer (&self->result);
  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  else if (result == NULL)
    fail (error, SL_PROBE_ERROR_NO_ANSWER, _ ("the file does not answer"));
  g_mutex_unlock (&self->lock);
  return result;
}

SlProbe *
sl_probe_file (const char *path, gint64 patience, GError **error)
{
  Job     *job;
  SlProbe *result;

  g_return_val_if_fail (path != NULL && patience >= 0, NULL);

  if (!check_plain (path, error))
    return NULL;
  job = g_new0 (Job, 1);
  g_atomic_ref_count_init (&job->refs);
  g_atomic_ref_count_inc (&job->refs);
  g_mutex_init (&job->lock);
  g_cond_init (&job->cond);
  job->path = g_canonicalize_filename (path, NULL);
  job->patience = patience;
  g_thread_unref (g_thread_new ("probe", run, job));
  result = wait_for (job, error);
  job_unref (job);
  return result;
}

void
sl_probe_free (SlProbe *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->container);
  g_ptr_array_unref (self->tracks);
  g_ptr_array_unref (self->chapters);
  g_free (self);
}

const SlProbeTrack *
sl_probe_find_track (const SlProbe *self, SlProbeTrackKind kind)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->tracks->len; i++)
    if (((SlProbeTrack *)self->tracks->pdata[i])->kind == kind)
      return self->tracks->pdata[i];
  return NULL;
}
