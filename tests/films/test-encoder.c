/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small film is encoded and decoded again: as many frames, in step, the sound as long, and close
 * to what was drawn. A film that cannot be written leaves nothing behind. */
#include "encoder.h"
#include "fixture.h"
#include "sound-blocks.h"

#include <glib/gstdio.h>
#include <gst/app/app.h>
#include <gst/gst.h>
#include <gst/video/video.h>

static GFile *
temporary (char **folder)
{
  *folder = g_dir_make_tmp ("films-XXXXXX", NULL);
  g_assert_nonnull (*folder);

  return g_file_new_build_filename (*folder, "film.webm", NULL);
}

static void
remove_all (GFile *file,
            char  *folder)
{
  g_file_delete (file, NULL, NULL);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

static GstElement *
decode (GFile      *file,
        const char *chain)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *description = NULL;
  g_autoptr (GError) error = NULL;
  GstElement *pipeline;

  description = g_strdup_printf ("filesrc location=%s ! matroskademux ! %s "
                                 "! appsink name=out sync=false",
                                 path, chain);
  pipeline = gst_parse_launch (description, &error);
  g_assert_no_error (error);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);

  return pipeline;
}

static void
finish (GstElement *pipeline,
        GstElement *out)
{
  g_assert_true (gst_app_sink_is_eos (GST_APP_SINK (out)));
  gst_element_set_state (pipeline, GST_STATE_NULL);
  gst_object_unref (out);
  gst_object_unref (pipeline);
}

/* The ground shows in the lower half of each picture, after all that was done to it. */
static void
check_ground (GstSample *sample)
{
  GstVideoInfo  info;
  GstVideoFrame frame;

  g_assert_true (gst_video_info_from_caps (&info, gst_sample_get_caps (sample)));
  g_assert_cmpint (info.width, ==, 320);
  g_assert_cmpint (info.height, ==, 180);
  g_assert_cmpint (info.colorimetry.matrix, ==, GST_VIDEO_COLOR_MATRIX_BT709);
  g_assert_true (gst_video_frame_map (&frame, &info, gst_sample_get_buffer (sample), GST_MAP_READ));
  for (int x = 0; x < 320; x++)
    {
      const guint8 *luma = GST_VIDEO_FRAME_PLANE_DATA (&frame, 0);

      g_assert_cmpint (ABS (luma[150 * GST_VIDEO_FRAME_PLANE_STRIDE (&frame, 0) + x] - 24), <=, 2);
    }
  gst_video_frame_unmap (&frame);
}

static void
check_pictures (GFile *file)
{
  GstElement  *pipeline = decode (file, "vp9dec");
  GstElement  *out = gst_bin_get_by_name (GST_BIN (pipeline), "out");
  GstSample   *sample;
  GstClockTime expected;
  guint        n = 0;

  while ((sample = gst_app_sink_pull_sample (GST_APP_SINK (out))) != NULL)
    {
      GstClockTime pts = GST_BUFFER_PTS (gst_sample_get_buffer (sample));

      /* Matroska keeps thousandths of a second. */
      expected = gst_util_uint64_scale (n, GST_SECOND, 30);
      g_assert_cmpint (ABS (GST_CLOCK_DIFF (expected, pts)), <=, GST_MSECOND);
      check_ground (sample);
      n++;
      gst_sample_unref (sample);
    }
  g_assert_cmpuint (n, ==, 60);
  finish (pipeline, out);
}

static void
check_sound (GFile *file)
{
  GstElement *pipeline = decode (file, "opusdec ! audio/x-raw,format=S16LE,rate=48000,channels=2");
  GstElement *out = gst_bin_get_by_name (GST_BIN (pipeline), "out");
  GstSample  *sample;
  gsize       size = 0;

  while ((sample = gst_app_sink_pull_sample (GST_APP_SINK (out))) != NULL)
    {
      size += gst_buffer_get_size (gst_sample_get_buffer (sample));
      gst_sample_unref (sample);
    }
  g_assert_cmpuint (size, ==, 2 * 48000 * 4);
  finish (pipeline, out);
}

/* A player can begin with any of it. */
static void
check_blocks (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  guint n_blocks = 0, n_marked = 0;

  g_assert_true (sl_sound_blocks_mark (path, 2, &n_blocks, &n_marked, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_blocks, >=, 100); /* of 20 ms */
  g_assert_cmpuint (n_marked, ==, 0);
}

static void
count_cb (guint    done,
          guint    all,
          gpointer user_data)
{
  guint *calls = user_data;

  g_assert_cmpuint (done, ==, ++*calls);
  g_assert_cmpuint (all, ==, 60);
}

static void
test_round_trip (void)
{
  g_autoptr (SlStoryboard) storyboard = sl_fixture_new ();
  g_autoptr (GError) error = NULL;
  char *folder = NULL;
  g_autoptr (GFile) file = temporary (&folder);
  guint calls = 0;

  sl_encoder_write (storyboard, file, count_cb, &calls, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (calls, ==, 60);
  check_pictures (file);
  check_sound (file);
  check_blocks (file);
  remove_all (file, folder);
}

static void
test_no_folder (void)
{
  g_autoptr (SlStoryboard) storyboard = sl_fixture_new ();
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/film.webm");
  g_autoptr (GError) error = NULL;

  g_assert_false (sl_encoder_write (storyboard, file, NULL, NULL, &error));
  g_assert_error (error, SL_ENCODER_ERROR, SL_ENCODER_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, "/nonexistent/film.webm: "));
}

/* A folder stands where the film should go: the part that was made is taken away again. */
static void
test_in_the_way (void)
{
  g_autoptr (SlStoryboard) storyboard = sl_fixture_new ();
  g_autoptr (GError) error = NULL;
  char *folder = NULL;
  g_autoptr (GFile) file = temporary (&folder);

  g_assert_true (g_file_make_directory (file, NULL, NULL));
  g_assert_false (sl_encoder_write (storyboard, file, NULL, NULL, &error));
  g_assert_error (error, SL_ENCODER_ERROR, SL_ENCODER_ERROR_FAILED);
  remove_all (file, folder);
}

int
main (int    argc,
      char **argv)
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/encoder/round-trip", test_round_trip);
  g_test_add_func ("/encoder/no-folder", test_no_folder);
  g_test_add_func ("/encoder/in-the-way", test_in_the_way);

  return g_test_run ();
}
