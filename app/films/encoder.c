/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sound is small and goes in first and whole; then the pictures follow one by one and the
 * encoder's own pace holds them back. So neither side can wait for the other for ever. */
#include "encoder.h"

#include "picture.h"
#include "planes.h"
#include "sound-blocks.h"
#include "soundtrack.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <gst/app/app.h>
#include <gst/audio/audio.h>
#include <gst/gst.h>
#include <gst/video/video.h>

#define KEYFRAME_SECONDS 2
#define PICTURES_WAITING 4
#define SOUND_TRACK 2 /* of the muxer: the second that is linked to it */

typedef struct
{
  SlStoryboard *storyboard;
  GstElement   *pipeline;
  GstElement   *pictures; /* appsrc */
  GstElement   *sound;    /* appsrc */
  GstVideoInfo  info;     /* of the pictures */
  GstBuffer    *picture;  /* (nullable): the last one */
  guint         shown;    /* the frame that it shows */
  GArray       *samples;  /* of the sound */
} Encoder;

G_DEFINE_QUARK (sl_encoder_error_quark, sl_encoder_error)

/* Constant quality keeps flat dark grounds clean, and still pictures cost next to nothing. */
static const char description[] =
  "appsrc name=pictures format=time block=true "
  "! vp9enc name=encoder deadline=1000000 cpu-used=4 row-mt=true threads=2 tile-columns=2 "
  "end-usage=cq cq-level=22 target-bitrate=1500000 min-quantizer=4 max-quantizer=40 "
  "lag-in-frames=25 auto-alt-ref=true "
  "! queue max-size-time=0 max-size-bytes=0 max-size-buffers=0 ! mux. "
  "appsrc name=sound format=time max-bytes=0 "
  "! audioconvert ! opusenc bitrate=96000 "
  "! queue max-size-time=0 max-size-bytes=0 max-size-buffers=0 ! mux. "
  "webmmux name=mux writing-app=Sidelight ! filesink name=sink";

static void
set_caps (Encoder *self)
{
  g_autoptr (GstCaps) picture_caps = NULL;
  g_autoptr (GstCaps) sound_caps = NULL;
  GstAudioInfo sound;

  gst_video_info_set_format (&self->info, GST_VIDEO_FORMAT_I420,
                             sl_storyboard_get_width (self->storyboard),
                             sl_storyboard_get_height (self->storyboard));
  gst_video_colorimetry_from_string (&self->info.colorimetry, GST_VIDEO_COLORIMETRY_BT709);
  self->info.fps_n = (int)sl_storyboard_get_frame_rate (self->storyboard);
  self->info.fps_d = 1;
  picture_caps = gst_video_info_to_caps (&self->info);
  g_object_set (self->pictures, "caps", picture_caps,
                "max-bytes", (guint64)PICTURES_WAITING * self->info.size, NULL);

  gst_audio_info_set_format (&sound, GST_AUDIO_FORMAT_F32, SL_SOUNDTRACK_RATE,
                             SL_SOUNDTRACK_CHANNELS, NULL);
  sound_caps = gst_audio_info_to_caps (&sound);
  g_object_set (self->sound, "caps", sound_caps, NULL);
}

static gboolean
build (Encoder    *self,
       const char *path,
       GError    **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GstElement) encoder = NULL;
  g_autoptr (GstElement) sink = NULL;

  self->pipeline = gst_parse_launch_full (description, NULL, GST_PARSE_FLAG_FATAL_ERRORS, &reason);
  if (self->pipeline == NULL)
    {
      g_set_error (error, SL_ENCODER_ERROR, SL_ENCODER_ERROR_MISSING,
                   "the encoders are not all there: %s", reason->message);
      return FALSE;
    }
  self->pictures = gst_bin_get_by_name (GST_BIN (self->pipeline), "pictures");
  self->sound = gst_bin_get_by_name (GST_BIN (self->pipeline), "sound");
  encoder = gst_bin_get_by_name (GST_BIN (self->pipeline), "encoder");
  sink = gst_bin_get_by_name (GST_BIN (self->pipeline), "sink");
  g_object_set (encoder, "keyframe-max-dist",
                (int)(KEYFRAME_SECONDS * sl_storyboard_get_frame_rate (self->storyboard)), NULL);
  g_object_set (sink, "location", path, NULL);
  set_caps (self);

  return TRUE;
}

/* What the pipeline has to say: nothing yet, the end, or why it failed. */
static gboolean
check_bus (Encoder     *self,
           GstClockTime wait,
           GError     **error)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (self->pipeline);
  g_autoptr (GstMessage) message = NULL;
  g_autoptr (GError) reason = NULL;

  message = gst_bus_timed_pop_filtered (bus, wait, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
  if (message == NULL || GST_MESSAGE_TYPE (message) == GST_MESSAGE_EOS)
    return TRUE;

  gst_message_parse_error (message, &reason, NULL);
  g_set_error_literal (error, SL_ENCODER_ERROR, SL_ENCODER_ERROR_FAILED, reason->message);

  return FALSE;
}

/* Stamps what holds units @from to @to of a stream that has @rate of them a second. */
static void
stamp (GstBuffer *buffer,
       guint64    from,
       guint64    to,
       guint64    rate)
{
  GstClockTime start = gst_util_uint64_scale (from, GST_SECOND, rate);

  GST_BUFFER_PTS (buffer) = start;
  GST_BUFFER_DURATION (buffer) = gst_util_uint64_scale (to, GST_SECOND, rate) - start;
}

static void
push_sound (Encoder *self)
{
  const GArray *samples = self->samples;
  guint         n = samples->len / SL_SOUNDTRACK_CHANNELS;

  for (guint from = 0; from < n; from += SL_SOUNDTRACK_RATE)
    {
      guint      to = MIN (from + SL_SOUNDTRACK_RATE, n);
      gsize      size = (to - from) * SL_SOUNDTRACK_CHANNELS * sizeof (float);
      GstBuffer *buffer = gst_buffer_new_allocate (NULL, size, NULL);

      gst_buffer_fill (buffer, 0, (float *)samples->data + from * SL_SOUNDTRACK_CHANNELS, size);
      stamp (buffer, from, to, SL_SOUNDTRACK_RATE);
      gst_app_src_push_buffer (GST_APP_SRC (self->sound), buffer);
    }
  gst_app_src_end_of_stream (GST_APP_SRC (self->sound));
}

static GstBuffer *
draw_picture (Encoder *self,
              guint    number)
{
  cairo_surface_t *picture = sl_picture_new (self->storyboard, number);
  GstBuffer       *buffer = gst_buffer_new_allocate (NULL, self->info.size, NULL);
  GstVideoFrame    frame;

  if (!gst_video_frame_map (&frame, &self->info, buffer, GST_MAP_WRITE))
    g_error ("no memory for a picture");
  sl_planes_convert (picture, &frame);
  gst_video_frame_unmap (&frame);
  cairo_surface_destroy (picture);

  return buffer;
}

/* What stands still is drawn once. */
static gboolean
push_picture (Encoder *self,
              guint    number)
{
  guint      shown = sl_storyboard_find_picture (self->storyboard, number);
  GstBuffer *buffer;

  if (self->picture == NULL || shown != self->shown)
    {
      gst_clear_buffer (&self->picture);
      self->picture = draw_picture (self, number);
      self->shown = shown;
    }
  buffer = gst_buffer_copy (self->picture);
  stamp (buffer, number, number + 1, sl_storyboard_get_frame_rate (self->storyboard));

  return gst_app_src_push_buffer (GST_APP_SRC (self->pictures), buffer) == GST_FLOW_OK;
}

static gboolean
run (Encoder          *self,
     SlEncoderProgress progress,
     gpointer          user_data,
     GError          **error)
{
  guint n = sl_storyboard_get_n_frames (self->storyboard);

  if (gst_element_set_state (self->pipeline, GST_STATE_PLAYING) == GST_STATE_CHANGE_FAILURE)
    {
      if (check_bus (self, 0, error))
        g_set_error (error, SL_ENCODER_ERROR, SL_ENCODER_ERROR_FAILED,
                     "the encoder does not start");
      return FALSE;
    }
  push_sound (self);
  for (guint i = 0; i < n; i++)
    {
      if (!push_picture (self, i))
        break;
      if (!check_bus (self, 0, error))
        return FALSE;
      if (progress != NULL)
        progress (i + 1, n, user_data);
    }
  gst_app_src_end_of_stream (GST_APP_SRC (self->pictures));

  return check_bus (self, GST_CLOCK_TIME_NONE, error);
}

static gboolean
mark_sound (const char *path,
            GError    **error)
{
  guint n_blocks = 0;

  if (!sl_sound_blocks_mark (path, SOUND_TRACK, &n_blocks, NULL, error))
    return FALSE;
  if (n_blocks == 0)
    g_set_error (error, SL_ENCODER_ERROR, SL_ENCODER_ERROR_FAILED, "the film has no sound");

  return n_blocks > 0;
}

static void
clear (Encoder *self)
{
  if (self->pipeline != NULL)
    gst_element_set_state (self->pipeline, GST_STATE_NULL);
  gst_clear_buffer (&self->picture);
  g_clear_pointer (&self->samples, g_array_unref);
  g_clear_object (&self->pictures);
  g_clear_object (&self->sound);
  g_clear_object (&self->pipeline);
}

gboolean
sl_encoder_write (SlStoryboard     *storyboard,
                  GFile            *file,
                  SlEncoderProgress progress,
                  gpointer          user_data,
                  GError          **error)
{
  Encoder          self = {.storyboard = storyboard};
  g_autofree char *path = NULL;
  g_autofree char *part = NULL;
  gboolean         done;

  g_return_val_if_fail (SL_IS_STORYBOARD (storyboard), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  path = g_file_get_path (file);
  if (path == NULL)
    {
      g_set_error (error, SL_ENCODER_ERROR, SL_ENCODER_ERROR_FAILED,
                   "a film is only written to a local file");
      return FALSE;
    }
  part = g_strconcat (path, ".part", NULL);
  self.samples = sl_soundtrack_new (storyboard, error);
  done = self.samples != NULL && build (&self, part, error) && run (&self, progress, user_data, error);
  clear (&self);
  done = done && mark_sound (part, error);
  if (done && g_rename (part, path) != 0)
    {
      g_set_error (error, SL_ENCODER_ERROR, SL_ENCODER_ERROR_FAILED, "%s", g_strerror (errno));
      done = FALSE;
    }
  if (!done)
    {
      g_unlink (part);
      g_prefix_error (error, "%s: ", path);
    }

  return done;
}
