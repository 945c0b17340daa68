/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The films that other tests are made of are what they are said to be: each is read back, in simpler ways. */
#include "clip-maker.h"
#include "probe.h"

#include <gst/gst.h>
#include <gst/video/video.h>

#define SECOND G_GINT64_CONSTANT (1000000000)

typedef struct
{
  const ClipShape *shape;
  guint            n_frames;
  guint            n_reordered; /* packets that are decoded in another order than shown */
  GArray          *keyframes;   /* of guint */
  guint            n_packets;
  GstClockTime     last; /* of a packet */
} Reading;

static char *
make (const char *name, const ClipShape *shape)
{
  char *path = g_build_filename (g_getenv ("SL_TEST_BUILD"), name, NULL);

  clip_maker_make (path, shape);
  return path;
}

/* Each picture in its turn, at its time. */
static GstPadProbeReturn
picture_cb (GstPad *pad, GstPadProbeInfo *probe, gpointer data)
{
  Reading   *reading = data;
  GstBuffer *buffer = GST_PAD_PROBE_INFO_BUFFER (probe);
  GstEvent  *event = gst_pad_get_sticky_event (pad, GST_EVENT_SEGMENT, 0);
  g_autoptr (GstCaps) caps = gst_pad_get_current_caps (pad);
  const GstSegment *segment;
  GstVideoFrame     frame;
  GstVideoInfo      info;
  gint64            time;

  gst_event_parse_segment (event, &segment);
  time = (gint64)gst_segment_to_stream_time (segment, GST_FORMAT_TIME, GST_BUFFER_PTS (buffer));
  g_assert_true (gst_video_info_from_caps (&info, caps));
  g_assert_true (gst_video_frame_map (&frame, &info, buffer, GST_MAP_READ));
  g_assert_cmpuint (clip_maker_read_luma (GST_VIDEO_FRAME_PLANE_DATA (&frame, 0), (guint)info.width, (guint)info.height, (gsize)GST_VIDEO_FRAME_PLANE_STRIDE (&frame, 0), 1),
                    ==,
                    reading->n_frames);
  gst_video_frame_unmap (&frame);
  g_assert_cmpint (ABS (time - clip_maker_get_time (reading->shape, reading->n_frames)), <=, SECOND / 1000);
  reading->n_frames++;
  gst_event_unref (event);
  return GST_PAD_PROBE_OK;
}

static GstPadProbeReturn
packet_cb (GstPad *pad, GstPadProbeInfo *probe, gpointer data)
{
  Reading   *reading = data;
  GstBuffer *buffer = GST_PAD_PROBE_INFO_BUFFER (probe);

  if (!GST_BUFFER_FLAG_IS_SET (buffer, GST_BUFFER_FLAG_DELTA_UNIT))
    g_array_append_val (reading->keyframes, reading->n_packets);
  if (GST_BUFFER_PTS (buffer) < reading->last)
    reading->n_reordered++;
  reading->last = GST_BUFFER_PTS (buffer);
  reading->n_packets++;
  return GST_PAD_PROBE_OK;
}

static void
run_line (const char *line, const char *path, Reading *reading)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GstElement) pipeline = gst_parse_launch (line, &error);
  g_autoptr (GstElement) file = NULL;
  g_autoptr (GstElement) decoder = NULL;
  g_autoptr (GstElement) sink = NULL;
  g_autoptr (GstPad) packets = NULL;
  g_autoptr (GstPad) pictures = NULL;
  g_autoptr (GstBus) bus = NULL;
  g_autoptr (GstMessage) message = NULL;

  g_assert_no_error (error);
  file = gst_bin_get_by_name (GST_BIN (pipeline), "file");
  decoder = gst_bin_get_by_name (GST_BIN (pipeline), "decoder");
  sink = gst_bin_get_by_name (GST_BIN (pipeline), "sink");
  g_object_set (file, "location", path, NULL);
  packets = gst_element_get_static_pad (decoder, "sink");
  pictures = gst_element_get_static_pad (sink, "sink");
  gst_pad_add_probe (packets, GST_PAD_PROBE_TYPE_BUFFER, packet_cb, reading, NULL);
  gst_pad_add_probe (pictures, GST_PAD_PROBE_TYPE_BUFFER, picture_cb, reading, NULL);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  bus = gst_element_get_bus (pipeline);
  message = gst_bus_timed_pop_filtered (bus, GST_CLOCK_TIME_NONE, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
  g_assert_cmpint (GST_MESSAGE_TYPE (message), ==, GST_MESSAGE_EOS);
  gst_element_set_state (pipeline, GST_STATE_NULL);
}

static void
check_pictures (const char *path, const ClipShape *shape, gboolean reordered)
{
  const guint      distance = shape->keyframe_distance > 0 ? shape->keyframe_distance : 30;
  Reading          reading = {shape, 0, 0, g_array_new (FALSE, FALSE, sizeof (guint)), 0};
  g_autofree char *line =
    g_strdup_printf ("filesrc name=file ! %s ! %s name=decoder ! fakesink name=sink sync=false",
                     shape->container == CLIP_MP4 ? "qtdemux" : "matroskademux",
                     shape->container == CLIP_WEBM ? "vp8dec" : "h264parse ! avdec_h264");

  run_line (line, path, &reading);
  g_assert_cmpuint (reading.n_frames, ==, shape->n_frames);
  g_assert_cmpuint (reading.n_packets, ==, shape->n_frames);
  g_assert_cmpint (reading.n_reordered > 0, ==, reordered);
  g_assert_cmpuint (reading.keyframes->len, ==, (shape->n_frames + distance - 1) / distance);
  for (guint i = 0; i < reading.keyframes->len && !reordered; i++)
    g_assert_cmpuint (g_array_index (reading.keyframes, guint, i), ==, i * distance);
  g_array_unref (reading.keyframes);
}

static SlProbe *
probe (const char *path)
{
  g_autoptr (GError) error = NULL;
  SlProbe *found = sl_probe_file (path, 30 * SECOND, &error);

  g_assert_no_error (error);
  return found;
}

static void
check_codecs (const char *path, const char *container, const char *picture, const char *sound)
{
  g_autoptr (SlProbe) found = probe (path);
  const SlProbeTrack *video = sl_probe_find_track (found, SL_PROBE_VIDEO), *audio = sl_probe_find_track (found, SL_PROBE_AUDIO);

  g_assert_cmpstr (found->container, ==, container);
  g_assert_cmpstr (video ? video->codec : NULL, ==, picture);
  g_assert_cmpstr (audio ? audio->codec : NULL, ==, sound);
}

static void
test_webm (void)
{
  const ClipShape  shape = {320, 180, 30, 1, 70, TRUE, .keyframe_distance = 20};
  g_autofree char *path = make ("maker.webm", &shape);

  check_pictures (path, &shape, FALSE);
  check_codecs (path, "webm", "vp8", "opus");
}

static void
check_b_frames (ClipContainer container, const char *name, const char *word)
{
  const ClipShape  shape = {320, 180, 25, 1, 90, TRUE, .container = container, .b_frames = 3};
  g_autofree char *path = make (name, &shape);

  check_pictures (path, &shape, TRUE);
  check_codecs (path, word, "h264", "opus");
}

static void
test_b_frames (void)
{
  const ClipShape  plain = {320, 180, 25, 1, 60, FALSE, .container = CLIP_MATROSKA, .keyframe_distance = 7};
  g_autofree char *path = make ("maker-plain.mkv", &plain);

  check_pictures (path, &plain, FALSE);
  check_codecs (path, "matroska", "h264", NULL);
  check_b_frames (CLIP_MP4, "maker-b.mp4", "mp4");
  check_b_frames (CLIP_MATROSKA, "maker-b.mkv", "matroska");
}

static void
test_variable_rate (void)
{
  static const ClipContainer containers[] = {CLIP_WEBM, CLIP_MATROSKA, CLIP_MP4};
  guint                      durations[61];

  for (guint i = 0; i < G_N_ELEMENTS (durations); i++)
    durations[i] = (guint)g_test_rand_int_range (10, 200);
  for (guint i = 0; i < G_N_ELEMENTS (containers); i++)
    {
      const ClipShape  shape = {320, 180, 25, 1, G_N_ELEMENTS (durations), FALSE, .container = containers[i], .durations = durations};
      g_autofree char *path = make ("maker-variable", &shape);

      check_pictures (path, &shape, FALSE);
    }
}

static void
check_length (const ClipShape *shape, gint64 length, gboolean has_picture, gboolean has_sound)
{
  g_autofree char *path = make ("maker-length", shape);
  g_autoptr (SlProbe) found = probe (path);

  g_assert_cmpint (ABS (found->data_end - length), <, SECOND / 10);
  g_assert_cmpint (sl_probe_find_track (found, SL_PROBE_VIDEO) != NULL, ==, has_picture);
  g_assert_cmpint (sl_probe_find_track (found, SL_PROBE_AUDIO) != NULL, ==, has_sound);
}

static void
test_lengths (void)
{
  for (ClipContainer container = CLIP_WEBM; container <= CLIP_MP4; container++)
    {
      check_length (&(ClipShape){320, 180, 25, 1, 50, TRUE, container}, 2 * SECOND, TRUE, TRUE);
      check_length (&(ClipShape){320, 180, 25, 1, 50, TRUE, container, .sound_length = 4000}, 4 * SECOND, TRUE, TRUE);
      check_length (&(ClipShape){320, 180, 25, 1, 50, TRUE, container, .sound_length = 1000}, 2 * SECOND, TRUE, TRUE);
      check_length (&(ClipShape){320, 180, 25, 1, 50, FALSE, container}, 2 * SECOND, TRUE, FALSE);
      check_length (&(ClipShape){320, 180, 25, 1, 50, TRUE, container, .no_picture = TRUE}, 2 * SECOND, FALSE, TRUE);
    }
}

static GstPadProbeReturn
tag_cb (GstPad *pad, GstPadProbeInfo *probe, gpointer data)
{
  GstTagList **slot = data;
  GstTagList  *tags;

  if (GST_EVENT_TYPE (GST_PAD_PROBE_INFO_EVENT (probe)) != GST_EVENT_TAG)
    return GST_PAD_PROBE_OK;
  gst_event_parse_tag (GST_PAD_PROBE_INFO_EVENT (probe), &tags);
  if (gst_tag_list_get_scope (tags) == GST_TAG_SCOPE_STREAM)
    gst_tag_list_insert (*slot, tags, GST_TAG_MERGE_REPLACE);
  return GST_PAD_PROBE_OK;
}

static GstPadProbeReturn
words_cb (GstPad *pad, GstPadProbeInfo *probe, gpointer data)
{
  GstBuffer *buffer = GST_PAD_PROBE_INFO_BUFFER (probe);
  GString   *words = data;
  GstMapInfo map;

  g_assert_true (gst_buffer_map (buffer, &map, GST_MAP_READ));
  g_string_append_printf (words, "%u-%u %.*s|",
                          (guint)(GST_BUFFER_PTS (buffer) / GST_MSECOND),
                          (guint)((GST_BUFFER_PTS (buffer) + GST_BUFFER_DURATION (buffer)) / GST_MSECOND),
                          (int)map.size, (const char *)map.data);
  gst_buffer_unmap (buffer, &map);
  return GST_PAD_PROBE_OK;
}

/* Plays stream @pad of the film into nothing. Returns: (transfer full): its tags. @words: (nullable): what its buffers say */
static GstTagList *
read_stream (const char *path, const char *demuxer, const char *pad_name, GString *words)
{
  g_autofree char *line = g_strdup_printf ("filesrc name=file ! %s name=demux demux.%s ! fakesink name=sink sync=false", demuxer, pad_name);
  g_autoptr (GstElement) pipeline = gst_parse_launch (line, NULL);
  g_autoptr (GstElement) file = gst_bin_get_by_name (GST_BIN (pipeline), "file");
  g_autoptr (GstElement) sink = gst_bin_get_by_name (GST_BIN (pipeline), "sink");
  g_autoptr (GstPad) pad = gst_element_get_static_pad (sink, "sink");
  g_autoptr (GstBus) bus = gst_element_get_bus (pipeline);
  g_autoptr (GstMessage) message = NULL;
  GstTagList *tags = gst_tag_list_new_empty ();

  g_object_set (file, "location", path, NULL);
  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_EVENT_DOWNSTREAM, tag_cb, &tags, NULL);
  if (words)
    gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER, words_cb, words, NULL);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  message = gst_bus_timed_pop_filtered (bus, GST_CLOCK_TIME_NONE, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
  g_assert_cmpint (GST_MESSAGE_TYPE (message), ==, GST_MESSAGE_EOS);
  gst_element_set_state (pipeline, GST_STATE_NULL);
  return tags;
}

static void
check_tag (GstTagList *tags, const char *tag, const char *wanted)
{
  g_autofree char *value = NULL;

  gst_tag_list_get_string (tags, tag, &value);
  g_assert_cmpstr (value, ==, wanted);
}

static void
test_tracks (void)
{
  static const ClipTrack sounds[] = {{"en", "Original", NULL}, {"de", "Beschreibung, für Blinde", NULL}, {NULL}};
  static const ClipTrack texts[] = {
    {"en", "English", "1\n00:00:00,500 --> 00:00:01,250\nOne\nand two\n\n2\n00:00:01,500 --> 00:00:02,000\nThree\n"},
    {"ru", NULL, "1\n00:00:00,000 --> 00:00:01,000\nРаз\n"},
    {NULL},
  };
  const ClipShape          shape = {320, 180, 25, 1, 75, .container = CLIP_MATROSKA, .sounds = sounds, .texts = texts};
  g_autofree char         *path = make ("maker-tracks.mkv", &shape);
  static const char *const wanted[] = {"500-1250 One\nand two|1500-2000 Three|", "0-1000 Раз|"};

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *sound = g_strdup_printf ("audio_%u", i), *text = g_strdup_printf ("subtitle_%u", i);
      g_autoptr (GString) words = g_string_new (NULL);
      g_autoptr (GstTagList) of_sound = read_stream (path, "matroskademux", sound, NULL);
      g_autoptr (GstTagList) of_text = read_stream (path, "matroskademux", text, words);

      check_tag (of_sound, GST_TAG_LANGUAGE_CODE, sounds[i].language);
      check_tag (of_sound, GST_TAG_TITLE, sounds[i].title);
      check_tag (of_text, GST_TAG_LANGUAGE_CODE, texts[i].language);
      check_tag (of_text, GST_TAG_TITLE, texts[i].title ? texts[i].title : "Subtitle"); /* the demuxer's own word */
      g_assert_cmpstr (words->str, ==, wanted[i]);
    }
}

static void
test_orientation (void)
{
  static const char *const words[] = {
    "rotate-0",
    "rotate-90",
    "rotate-180",
    "rotate-270",
    "flip-rotate-0",
    "flip-rotate-90",
    "flip-rotate-180",
    "flip-rotate-270",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const ClipShape  shape = {320, 180, 25, 1, 25, FALSE, .container = CLIP_MP4, .orientation = words[i]};
      g_autofree char *path = make ("maker-turned.mp4", &shape);
      g_autoptr (GstTagList) tags = read_stream (path, "qtdemux", "video_0", NULL);

      g_autofree char *word = NULL;

      /* qtdemux 1.22 does not know one of them. */
      if (gst_tag_list_get_string (tags, GST_TAG_IMAGE_ORIENTATION, &word) || !g_str_equal (words[i], "flip-rotate-90"))
        g_assert_cmpstr (word, ==, i > 0 ? words[i] : NULL);
    }
}

static gboolean
holds (const char *bytes, gsize length, const char *word)
{
  for (gsize i = 0; i + strlen (word) <= length; i++)
    if (memcmp (bytes + i, word, strlen (word)) == 0)
      return TRUE;
  return FALSE;
}

/* What the file holds, byte by byte: what a reader makes of it is another test's. */
static void
test_chapters (void)
{
  static const ClipChapter chapters[] = {
    {{"Second", "Zweites"}, {"eng", "ger"}, 0, 2000, 0, FALSE},
    {{"Inner"}, {"eng"}, 1, 2500, 2600, FALSE},
    {{"Secret"}, {"eng"}, 1, 2700, 0, TRUE},
    {{"First"}, {"eng"}, 0, 0, 1000, FALSE},
    {{NULL}},
  };
  const ClipShape  shape = {160, 96, 25, 1, 100, FALSE, .container = CLIP_MATROSKA, .chapters = chapters};
  g_autofree char *path = make ("maker-chapters.mkv", &shape);
  g_autoptr (SlProbe) found = probe (path);
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autofree char *bytes = NULL;
  gsize            length;

  check_pictures (path, &shape, FALSE);
  for (guint i = 0; i < found->chapters->len; i++)
    {
      const SlProbeChapter *chapter = g_ptr_array_index (found->chapters, i);

      g_string_append_printf (seen, "%u %s %u|", chapter->depth, chapter->title, (guint)(chapter->start * 10 / SECOND));
    }
  g_test_message ("%s", seen->str);
  g_assert_nonnull (strstr (seen->str, "1 Inner 25|"));
  g_assert_nonnull (strstr (seen->str, "0 First 0|"));
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (holds (bytes, length, "Zweites"));
  g_assert_true (holds (bytes, length, "Secret"));
}

int
main (int argc, char **argv)
{
  gst_init (NULL, NULL);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clip-maker/webm", test_webm);
  g_test_add_func ("/clip-maker/b-frames", test_b_frames);
  g_test_add_func ("/clip-maker/variable-rate", test_variable_rate);
  g_test_add_func ("/clip-maker/lengths", test_lengths);
  g_test_add_func ("/clip-maker/tracks", test_tracks);
  g_test_add_func ("/clip-maker/orientation", test_orientation);
  g_test_add_func ("/clip-maker/chapters", test_chapters);

  return g_test_run ();
}
