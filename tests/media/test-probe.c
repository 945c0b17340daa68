/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the probe says about films made here, with and without chapters, and about files that are none.
 */
#include "clip-maker.h"
#include "probe.h"

#include <glib/gstdio.h>
#include <gst/gst.h>
#include <sys/stat.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define PATIENCE (30 * SECOND)

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("probe-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, data != NULL ? (const char *)data : "film.webm", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_remove (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static void
assert_fails (const char *path, SlProbeError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlProbe) probe = sl_probe_file (path, PATIENCE, &error);

  g_assert_null (probe);
  g_assert_error (error, SL_PROBE_ERROR, (int)code);
}

static SlProbe *
look (const char *path)
{
  g_autoptr (GError) error = NULL;
  SlProbe *probe = sl_probe_file (path, PATIENCE, &error);

  g_assert_no_error (error);
  return probe;
}

static void
test_film (Fixture *self, gconstpointer data)
{
  const ClipShape shape = {.width = 160, .height = 96, .fps_n = 25, .fps_d = 1, .n_frames = 75, .sound = TRUE};
  g_autoptr (SlProbe) probe = NULL;
  const SlProbeTrack *video;
  const SlProbeTrack *audio;

  clip_maker_make (self->path, &shape);
  probe = look (self->path);
  video = sl_probe_find_track (probe, SL_PROBE_VIDEO);
  audio = sl_probe_find_track (probe, SL_PROBE_AUDIO);
  g_assert_cmpstr (probe->container, ==, "webm");
  g_assert_cmpint (ABS (probe->duration - 3 * SECOND), <, SECOND / 5);
  g_assert_cmpint (ABS (probe->data_end - 3 * SECOND), <, SECOND / 5);
  g_assert_cmpuint (probe->tracks->len, ==, 2);
  g_assert_cmpstr (video->codec, ==, "vp8");
  g_assert_cmpuint (video->width, ==, 160);
  g_assert_cmpuint (video->height, ==, 96);
  g_assert_cmpuint (video->rate_n, ==, 25 * video->rate_d);
  g_assert_cmpstr (audio->codec, ==, "opus");
  g_assert_cmpuint (audio->sample_rate, ==, 48000);
  g_assert_cmpuint (audio->channels, ==, 2);
  /* The clip maker asks for a keyframe every 30 pictures. */
  g_assert_cmpint (ABS (probe->longest_gap - 30 * SECOND / 25), <, SECOND / 10);
  g_assert_cmpuint (probe->chapters->len, ==, 0);
}

static void
run_pipeline (const char *line, const char *path, GstToc *toc)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GstElement) pipeline = gst_parse_launch (line, &error);
  g_autoptr (GstElement) file = NULL;
  g_autoptr (GstElement) mux = NULL;
  g_autoptr (GstBus) bus = NULL;
  g_autoptr (GstMessage) message = NULL;

  g_assert_no_error (error);
  file = gst_bin_get_by_name (GST_BIN (pipeline), "file");
  mux = gst_bin_get_by_name (GST_BIN (pipeline), "mux");
  g_object_set (file, "location", path, NULL);
  if (toc != NULL)
    gst_toc_setter_set_toc (GST_TOC_SETTER (mux), toc);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  bus = gst_element_get_bus (pipeline);
  message = gst_bus_timed_pop_filtered (bus, GST_CLOCK_TIME_NONE, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
  g_assert_cmpint (GST_MESSAGE_TYPE (message), ==, GST_MESSAGE_EOS);
  gst_element_set_state (pipeline, GST_STATE_NULL);
}

/* Returns: (transfer full): a chapter, in seconds */
static GstTocEntry *
make_chapter (const char *uid, const char *title, gint64 start, gint64 stop)
{
  GstTocEntry *entry = gst_toc_entry_new (GST_TOC_ENTRY_TYPE_CHAPTER, uid);

  gst_toc_entry_set_start_stop_times (entry, start * SECOND, stop * SECOND);
  gst_toc_entry_set_tags (entry, gst_tag_list_new (GST_TAG_TITLE, title, NULL));
  return entry;
}

static GstToc *
make_toc (void)
{
  GstToc      *toc = gst_toc_new (GST_TOC_SCOPE_GLOBAL);
  GstTocEntry *edition = gst_toc_entry_new (GST_TOC_ENTRY_TYPE_EDITION, "0");
  GstTocEntry *second = make_chapter ("2", "Second", 2, 5);

  gst_toc_entry_append_sub_entry (edition, make_chapter ("1", "First", 0, 1));
  gst_toc_entry_append_sub_entry (second, make_chapter ("3", "Inner", 2, 3));
  gst_toc_entry_append_sub_entry (second, make_chapter ("4", "Last inner", 4, 5));
  gst_toc_entry_append_sub_entry (edition, second);
  gst_toc_append_entry (toc, edition);
  return toc;
}

static void
assert_chapter (const SlProbe *probe, guint place, guint depth, const char *title, gint64 start, gint64 end)
{
  const SlProbeChapter *chapter = probe->chapters->pdata[place];

  g_assert_cmpstr (chapter->title, ==, title);
  g_assert_cmpuint (chapter->depth, ==, depth);
  g_assert_cmpint (chapter->start, ==, start * SECOND);
  g_assert_cmpint (chapter->end, ==, end);
}

static void
test_chapters (Fixture *self, gconstpointer data)
{
  g_autoptr (GstToc) toc = make_toc ();
  g_autoptr (SlProbe) probe = NULL;

  run_pipeline ("videotestsrc num-buffers=12 ! video/x-raw,width=32,height=32,framerate=2/1 ! vp8enc keyframe-max-dist=100 ! "
                "matroskamux name=mux ! filesink name=file",
                self->path, toc);
  probe = look (self->path);
  g_assert_cmpstr (probe->container, ==, "matroska");
  g_assert_cmpuint (probe->chapters->len, ==, 4);
  assert_chapter (probe, 0, 0, "First", 0, 2 * SECOND);
  assert_chapter (probe, 1, 0, "Second", 2, probe->duration);
  assert_chapter (probe, 2, 1, "Inner", 2, 4 * SECOND);
  assert_chapter (probe, 3, 1, "Last inner", 4, probe->duration);
  g_assert_cmpint (ABS (probe->duration - 6 * SECOND), <, SECOND);
  g_assert_cmpint (probe->longest_gap, ==, probe->duration);
}

static void
test_sound (Fixture *self, gconstpointer data)
{
  g_autoptr (SlProbe) probe = NULL;

  run_pipeline ("audiotestsrc num-buffers=20 ! audioconvert ! vorbisenc ! oggmux name=mux ! filesink name=file", self->path, NULL);
  probe = look (self->path);
  g_assert_cmpstr (probe->container, ==, "ogg");
  g_assert_null (sl_probe_find_track (probe, SL_PROBE_VIDEO));
  g_assert_cmpstr (sl_probe_find_track (probe, SL_PROBE_AUDIO)->codec, ==, "vorbis");
  g_assert_cmpint (probe->longest_gap, ==, SL_PROBE_UNKNOWN);
  g_assert_cmpint (probe->data_end, >, 0);
}

static void
test_cut (Fixture *self, gconstpointer data)
{
  const ClipShape  shape = {.width = 160, .height = 96, .fps_n = 25, .fps_d = 1, .n_frames = 100, .sound = TRUE};
  g_autofree char *bytes = NULL;
  g_autoptr (SlProbe) probe = NULL;
  gsize length;

  clip_maker_make (self->path, &shape);
  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (self->path, bytes, (gssize)length / 2, NULL));
  probe = look (self->path);
  g_assert_cmpint (probe->data_end, <, 3 * SECOND);
  g_assert_cmpint (probe->duration, >, 3 * SECOND);
}

/* Whatever is lost of a film, the probe comes back. */
static void
test_every_cut (Fixture *self, gconstpointer data)
{
  const ClipShape  shape = {.width = 32, .height = 32, .fps_n = 5, .fps_d = 1, .n_frames = 5, .sound = FALSE};
  g_autofree char *bytes = NULL;
  gsize            length;

  clip_maker_make (self->path, &shape);
  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  for (gsize cut = 1; cut < length; cut += length / 6 + 1)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SlProbe) probe = NULL;

      g_assert_true (g_file_set_contents (self->path, bytes, (gssize)cut, NULL));
      probe = sl_probe_file (self->path, PATIENCE, &error);
      g_assert_true ((probe != NULL) == (error == NULL));
      g_assert_false (g_error_matches (error, SL_PROBE_ERROR, SL_PROBE_ERROR_NO_ANSWER));
    }
}

static void
test_none (Fixture *self, gconstpointer data)
{
  assert_fails (self->path, SL_PROBE_ERROR_NOT_FOUND);
  assert_fails (self->folder, SL_PROBE_ERROR_NOT_PLAIN);
  g_assert_true (g_file_set_contents (self->path, "", 0, NULL));
  assert_fails (self->path, SL_PROBE_ERROR_NOT_MEDIA);
  g_assert_true (g_file_set_contents (self->path, "These are words.\n", -1, NULL));
  assert_fails (self->path, SL_PROBE_ERROR_NOT_MEDIA);
  g_assert_true (g_file_set_contents (self->path, "\x1a\x45\xdf\xa3garbage behind a good beginning", -1, NULL));
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (sl_probe_file (self->path, PATIENCE, &error));
    g_assert_cmpuint (error->domain, ==, SL_PROBE_ERROR);
  }
}

static void
test_pipe (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  assert_fails (self->path, SL_PROBE_ERROR_NOT_PLAIN);
}

/* Without any patience nothing is ever fast enough. */
static void
test_impatient (Fixture *self, gconstpointer data)
{
  const ClipShape shape = {.width = 160, .height = 96, .fps_n = 25, .fps_d = 1, .n_frames = 25, .sound = TRUE};
  g_autoptr (GError) error = NULL;

  clip_maker_make (self->path, &shape);
  g_assert_null (sl_probe_file (self->path, 0, &error));
  g_assert_error (error, SL_PROBE_ERROR, SL_PROBE_ERROR_NO_ANSWER);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gst_init (NULL, NULL);
  g_test_add ("/probe/film", Fixture, NULL, set_up, test_film, tear_down);
  g_test_add ("/probe/chapters", Fixture, "film.mkv", set_up, test_chapters, tear_down);
  g_test_add ("/probe/sound", Fixture, "sound.ogg", set_up, test_sound, tear_down);
  g_test_add ("/probe/cut", Fixture, NULL, set_up, test_cut, tear_down);
  g_test_add ("/probe/every-cut", Fixture, NULL, set_up, test_every_cut, tear_down);
  g_test_add ("/probe/none", Fixture, NULL, set_up, test_none, tear_down);
  g_test_add ("/probe/pipe", Fixture, NULL, set_up, test_pipe, tear_down);
  g_test_add ("/probe/impatient", Fixture, NULL, set_up, test_impatient, tear_down);
  return g_test_run ();
}
