/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shipped films themselves, decoded whole: as many pictures as their storyboards have, each in its time and
 * like the one that is drawn for it today, a whole picture at least every two seconds, no flash, and a sound as
 * long and as loud as planned, in which words are heard while their captions stand. Other decoders: ffmpeg.py. */
#include "fixture.h"
#include "flash.h"
#include "loudness.h"
#include "motion.h"
#include "picture.h"
#include "planes.h"
#include "sound-blocks.h"
#include "soundtrack.h"

#include <glib/gstdio.h>
#include <gst/app/app.h>
#include <gst/gst.h>
#include <gst/video/video.h>
#include <math.h>

#define ENDING ".webm"
#define STILL_ENDING ".stills.webm" /* the film without motion */
#define WHOLE_PICTURES 2            /* seconds, at most, from one to the next */
#define COMPARED 45                 /* frames from one that is compared to the next */
#define BLOCK 24                    /* pixels */
#define MOST_OFF 8.0                /* of 255, the mean of a block: what an encoder does is far less */
#define WINDOWS 20                  /* a second, in which it is measured whether somebody speaks */
#define EACH 4                      /* every so many pixels are enough to know how bright a cell is */

typedef struct
{
  SlStoryboard *storyboard;
  GstElement   *pipeline;
  GstElement   *out; /* appsink */
  gint64        last_whole;
  gint64        longest; /* from one whole picture to the next */
} Film;

static GstPadProbeReturn
coded_cb (GstPad          *pad,
          GstPadProbeInfo *info,
          gpointer         data)
{
  Film      *self = data;
  GstBuffer *buffer = GST_PAD_PROBE_INFO_BUFFER (info);
  gint64     time = (gint64)GST_BUFFER_PTS (buffer);

  self->longest = MAX (self->longest, time - self->last_whole);
  if (!GST_BUFFER_FLAG_IS_SET (buffer, GST_BUFFER_FLAG_DELTA_UNIT))
    self->last_whole = time;

  return GST_PAD_PROBE_OK;
}

/* @ending: of the file's name */
static char *
find_film (const char *storyboard,
           const char *ending)
{
  g_autofree char *folder = g_path_get_dirname (storyboard);
  g_autofree char *casebook = g_path_get_dirname (folder);
  g_autofree char *name = g_path_get_basename (storyboard);

  *strrchr (name, '.') = '\0';

  return g_strdup_printf ("%s/media/%s%s", casebook, name, ending);
}

static void
film_open (Film       *self,
           const char *path,
           const char *ending,
           const char *chain)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *film = find_film (path, ending);
  g_autofree char *description = NULL;

  self->storyboard = sl_storyboard_new_from_file (file, &error);
  g_assert_no_error (error);
  description = g_strdup_printf ("filesrc location=\"%s\" ! matroskademux ! %s ! appsink name=out sync=false max-buffers=8", film, chain);
  self->pipeline = gst_parse_launch (description, &error);
  g_assert_no_error (error);
  self->out = gst_bin_get_by_name (GST_BIN (self->pipeline), "out");
}

static void
film_play (Film *self)
{
  g_assert_cmpint (gst_element_set_state (self->pipeline, GST_STATE_PLAYING), !=, GST_STATE_CHANGE_FAILURE);
}

/* To its very end, without a complaint. */
static void
film_close (Film *self)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (self->pipeline);
  g_autoptr (GstMessage) message = gst_bus_pop_filtered (bus, GST_MESSAGE_ERROR | GST_MESSAGE_WARNING);

  g_assert_null (message);
  g_assert_true (gst_app_sink_is_eos (GST_APP_SINK (self->out)));
  gst_element_set_state (self->pipeline, GST_STATE_NULL);
  gst_object_unref (self->out);
  gst_object_unref (self->pipeline);
  g_object_unref (self->storyboard);
}

/* How bright a block of @frame is, 0 to 255. */
static double
get_mean (const GstVideoFrame *frame,
          int                  left,
          int                  top,
          int                  size,
          int                  each)
{
  const guint8 *luma = GST_VIDEO_FRAME_PLANE_DATA (frame, 0);
  const int     stride = GST_VIDEO_FRAME_PLANE_STRIDE (frame, 0);
  guint         sum = 0, n = 0;

  for (int y = top; y < top + size; y += each)
    for (int x = left; x < left + size; x += each, n++)
      sum += luma[y * stride + x];

  return (double)sum / n;
}

static double
compare (const GstVideoFrame *shown,
         const GstVideoFrame *drawn)
{
  double most = 0;

  for (int top = 0; top + BLOCK <= GST_VIDEO_FRAME_HEIGHT (shown); top += BLOCK)
    for (int left = 0; left + BLOCK <= GST_VIDEO_FRAME_WIDTH (shown); left += BLOCK)
      most = MAX (most, fabs (get_mean (shown, left, top, BLOCK, 1) - get_mean (drawn, left, top, BLOCK, 1)));

  return most;
}

/* A film is stale as well where the program that draws it has changed since. */
static void
check_drawn (Film                *self,
             const GstVideoFrame *shown,
             guint                number)
{
  cairo_surface_t *picture = sl_picture_new (self->storyboard, number);
  GstVideoInfo     info;
  GstBuffer       *buffer;
  GstVideoFrame    drawn;
  double           off;

  gst_video_info_set_format (&info, GST_VIDEO_FORMAT_I420, (guint)GST_VIDEO_FRAME_WIDTH (shown), (guint)GST_VIDEO_FRAME_HEIGHT (shown));
  buffer = gst_buffer_new_allocate (NULL, info.size, NULL);
  g_assert_true (gst_video_frame_map (&drawn, &info, buffer, GST_MAP_READWRITE));
  sl_planes_convert (picture, &drawn);
  off = compare (shown, &drawn);
  gst_video_frame_unmap (&drawn);
  gst_buffer_unref (buffer);
  cairo_surface_destroy (picture);
  if (off > MOST_OFF)
    {
      g_test_message ("frame %u is not the one that is drawn (%.1f): ./dev films", number, off);
      g_test_fail ();
    }
}

/* Colours are taken for greys of the same brightness, which is near enough. */
static void
look_for_flash (Flash               *flash,
                const GstVideoFrame *frame,
                guint                number)
{
  const int cell = GST_VIDEO_FRAME_WIDTH (frame) / FLASH_COLUMNS;

  for (guint i = 0; i < FLASH_CELLS; i++)
    {
      int          left = (int)(i % FLASH_COLUMNS) * cell, top = (int)(i / FLASH_COLUMNS) * cell;
      const double value = (get_mean (frame, left, top, cell, EACH) - 16) * 255 / 219;

      flash_add (flash, i, flash_get_light (flash, (guint)CLAMP (value, 0, 255)), number);
    }
}

static void
check_pictures (const char *path,
                gboolean    still)
{
  Film film = {0};
  g_autoptr (GstElement) decoder = NULL;
  g_autoptr (GstPad) pad = NULL;
  g_autoptr (Flash) flash = flash_new ();
  GstSample *sample;
  guint      n = 0;

  film_open (&film, path, still ? STILL_ENDING : ENDING, "vp9dec name=decoder threads=2");
  sl_storyboard_set_still (film.storyboard, still);
  decoder = gst_bin_get_by_name (GST_BIN (film.pipeline), "decoder");
  pad = gst_element_get_static_pad (decoder, "sink");
  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER, coded_cb, &film, NULL);
  film_play (&film);
  for (; (sample = gst_app_sink_pull_sample (GST_APP_SINK (film.out))) != NULL; n++)
    {
      GstBuffer    *buffer = gst_sample_get_buffer (sample);
      gint64        due = (gint64)gst_util_uint64_scale (n, GST_SECOND, FLASH_RATE);
      GstVideoInfo  info;
      GstVideoFrame frame;

      /* Matroska keeps thousandths of a second. */
      g_assert_cmpint (ABS (due - (gint64)GST_BUFFER_PTS (buffer)), <=, (gint64)GST_MSECOND);
      g_assert_true (gst_video_info_from_caps (&info, gst_sample_get_caps (sample)));
      g_assert_true (gst_video_frame_map (&frame, &info, buffer, GST_MAP_READ));
      g_assert_cmpuint ((guint)info.width, ==, sl_storyboard_get_width (film.storyboard));
      g_assert_cmpuint ((guint)info.height, ==, sl_storyboard_get_height (film.storyboard));
      look_for_flash (flash, &frame, n);
      if (n % COMPARED == 0)
        check_drawn (&film, &frame, n);
      gst_video_frame_unmap (&frame);
      gst_sample_unref (sample);
    }
  g_assert_cmpuint (n, ==, sl_storyboard_get_n_frames (film.storyboard));
  g_assert_cmpint (film.longest, <=, WHOLE_PICTURES * SL_MOTION_SECOND);
  flash_check (flash);
  film_close (&film);
}

/* How much there is of what a voice has and a low bed has not, in each window: from sample to sample. */
static GArray *
measure_hiss (GArray *samples)
{
  const guint step = SL_SOUNDTRACK_RATE / WINDOWS * SL_SOUNDTRACK_CHANNELS;
  GArray     *windows = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint from = 0; from + step <= samples->len; from += step)
    {
      double sum = 0;

      for (guint i = from + SL_SOUNDTRACK_CHANNELS; i < from + step; i++)
        {
          double change = g_array_index (samples, float, i) - g_array_index (samples, float, i - SL_SOUNDTRACK_CHANNELS);

          sum += change * change;
        }
      sum = sqrt (sum / step);
      g_array_append_val (windows, sum);
    }

  return windows;
}

/* A caption stands while its words are heard: they begin when it comes, fill most of its time, and where no line is
 * nobody speaks. */
static void
check_words (const SlSpeechPlan *plan,
             GArray             *samples)
{
  g_autoptr (GArray) windows = measure_hiss (samples);
  g_autofree gboolean *said = g_new0 (gboolean, windows->len);
  double               between = 0;

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const SlSpeechLine *line = plan->lines->pdata[i];

      for (guint k = (guint)(line->start * WINDOWS / SL_MOTION_SECOND); k <= line->end * WINDOWS / SL_MOTION_SECOND; k++)
        said[k] = TRUE;
    }
  for (guint k = 0; k < windows->len; k++)
    between = said[k] ? between : MAX (between, g_array_index (windows, double, k));
  for (guint i = 0; i < plan->lines->len; i++)
    {
      const SlSpeechLine *line = plan->lines->pdata[i];
      guint               first = (guint)(line->start * WINDOWS / SL_MOTION_SECOND), end = (guint)(line->end * WINDOWS / SL_MOTION_SECOND);
      guint               begun = end, ended = first;

      for (guint k = first; k < end; k++)
        {
          if (g_array_index (windows, double, k) <= 1.5 * between)
            continue;
          begun = MIN (begun, k);
          ended = k + 1;
        }
      if (begun - first > WINDOWS / 4 || ended <= begun || 100 * (ended - begun) < 55 * (end - first))
        g_error ("%s: it is heard from %u to %u of %u windows", line->id, begun - first, ended - first, end - first);
    }
}

static void
test_pictures (gconstpointer path)
{
  check_pictures (path, FALSE);
}

static void
test_stills (gconstpointer path)
{
  check_pictures (path, TRUE);
}

static void
check_sound (const char *path,
             const char *ending)
{
  Film film = {0};
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (float));
  GstSample *sample;
  gint64     duration = 0;
  guint      n_frames;
  double     loudness;

  film_open (&film, path, ending, "opusdec ! audioconvert ! audio/x-raw,format=F32LE,rate=48000,channels=2");
  film_play (&film);
  while ((sample = gst_app_sink_pull_sample (GST_APP_SINK (film.out))) != NULL)
    {
      GstMapInfo map;

      if (duration == 0)
        g_assert_true (gst_element_query_duration (film.pipeline, GST_FORMAT_TIME, &duration));
      g_assert_true (gst_buffer_map (gst_sample_get_buffer (sample), &map, GST_MAP_READ));
      g_array_append_vals (samples, map.data, (guint)(map.size / sizeof (float)));
      gst_buffer_unmap (gst_sample_get_buffer (sample), &map);
      gst_sample_unref (sample);
    }
  n_frames = sl_storyboard_get_n_frames (film.storyboard);
  g_assert_cmpint (ABS (duration - n_frames * SL_MOTION_SECOND / FLASH_RATE), <=, SL_MOTION_SECOND / FLASH_RATE);
  g_assert_cmpuint (samples->len, ==, n_frames / FLASH_RATE * SL_SOUNDTRACK_RATE * SL_SOUNDTRACK_CHANNELS);
  loudness = sl_loudness_measure ((const float *)samples->data, samples->len / SL_SOUNDTRACK_CHANNELS);
  g_test_message ("%.2f LUFS", loudness);
  g_assert_cmpfloat (fabs (loudness + 23), <, 0.5);
  if (sl_storyboard_get_sound (film.storyboard)->speech != NULL)
    check_words (sl_storyboard_get_sound (film.storyboard)->speech, samples);
  film_close (&film);
}

static void
test_sound (gconstpointer path)
{
  check_sound (path, ENDING);
  check_sound (path, STILL_ENDING);
}

/* In a copy, as what is not marked would be written. */
static void
check_blocks (const char *path,
              const char *ending)
{
  g_autofree char *film = find_film (path, ending);
  g_autofree char *folder = g_dir_make_tmp ("films-XXXXXX", NULL);
  g_autofree char *copy = g_build_filename (folder, "film.webm", NULL);
  g_autofree char *data = NULL;
  gsize            size;
  guint            n_blocks = 0, n_marked = 0;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (film, &data, &size, &error));
  g_assert_true (g_file_set_contents (copy, data, (gssize)size, &error));
  g_assert_true (sl_sound_blocks_mark (copy, 2, &n_blocks, &n_marked, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_blocks, >, 0);
  g_assert_cmpuint (n_marked, ==, 0);
  g_assert_true (g_file_set_contents (copy, data, (gssize)size - 1, &error));
  g_assert_false (sl_sound_blocks_mark (copy, 2, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_unlink (copy);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_blocks (gconstpointer path)
{
  check_blocks (path, ENDING);
  check_blocks (path, STILL_ENDING);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) paths = NULL;

  g_test_init (&argc, &argv, NULL);
  gst_init (&argc, &argv);

  paths = sl_fixture_list_shipped ();
  g_assert_cmpuint (paths->len, >=, 3);
  for (guint i = 0; i < paths->len; i++)
    {
      sl_fixture_add ("media", paths->pdata[i], "pictures", test_pictures);
      sl_fixture_add ("media", paths->pdata[i], "stills", test_stills);
      sl_fixture_add ("media", paths->pdata[i], "sound", test_sound);
      sl_fixture_add ("media", paths->pdata[i], "blocks", test_blocks);
    }

  return g_test_run ();
}
