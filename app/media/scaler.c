/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Conversion and scaling in one pass, to just the pixels of the widget: without a GPU that costs half of what
 * scaling in the toolkit does. With a GPU the size is left alone (0 x 0) and only the format is changed. What has
 * to be turned is turned afterwards, when it has its final size; the plugin for it may be missing, and then the
 * film plays as it lies.
 *
 * What is wanted is worked out when it changes, and carried out between two pictures on the streaming thread:
 * size and turn have to change together.
 */
#include "scaler.h"

#include "orientation.h"

#include <gst/base/gstbasetransform.h>

/* Bytes of a decoded picture: what is more than full HD. */
#define LARGE ((gsize)2048 * 1200 * 3 / 2)
#define LONGEST 32767 /* pixels, that the converter can make */

/* What the elements are told. */
typedef struct
{
  int                       width; /* before it is turned; 0 leaves it */
  int                       height;
  GstVideoOrientationMethod turn;
} Plan;

struct _SlScaler
{
  GstBin parent_instance;

  GstElement *converter;
  GstElement *filter;
  GstElement *flip; /* (nullable) */

  /* The streaming thread only. */
  gboolean may_be_clear; /* the alpha that the converter makes cannot be relied on */
  guint    n_threads;

  GMutex        lock;
  GstVideoInfo  input;
  gboolean      has_input;
  guint         width;
  guint         height;
  guint         degrees;
  SlOrientation laid; /* how the film's pictures lie */
  gboolean      laid_by_stream;
  Plan          plan; /* what is wanted; carried out before the next picture */
  gboolean      is_carried_out;
};

G_DEFINE_FINAL_TYPE (SlScaler, sl_scaler, GST_TYPE_BIN)

/* Its own size, but with pixels that are square: 0 x 0 when they are. */
static void
keep_size (SlScaler *self, int *width, int *height)
{
  const int par_n = GST_VIDEO_INFO_PAR_N (&self->input), par_d = GST_VIDEO_INFO_PAR_D (&self->input);
  guint64   wide;

  if (par_n == par_d)
    return;
  wide = gst_util_uint64_scale_int_round ((guint64)GST_VIDEO_INFO_WIDTH (&self->input), par_n, par_d);
  *width = (int)CLAMP (wide, 1, LONGEST);
  *height = GST_VIDEO_INFO_HEIGHT (&self->input);
}

/* The largest size of the film's shape within @across x @down. */
static void
fit (SlScaler *self, guint across, guint down, int *width, int *height)
{
  guint num, den;

  if (!gst_video_calculate_display_ratio (&num,
                                          &den,
                                          (guint)GST_VIDEO_INFO_WIDTH (&self->input),
                                          (guint)GST_VIDEO_INFO_HEIGHT (&self->input),
                                          (guint)GST_VIDEO_INFO_PAR_N (&self->input),
                                          (guint)GST_VIDEO_INFO_PAR_D (&self->input),
                                          1,
                                          1))
    return;
  if ((guint64)across * den <= (guint64)down * num)
    {
      *width = (int)across;
      *height = (int)gst_util_uint64_scale_round (across, den, num);
    }
  else
    {
      *width = (int)gst_util_uint64_scale_round (down, num, den);
      *height = (int)down;
    }
  *width = CLAMP (*width, 1, LONGEST);
  *height = CLAMP (*height, 1, LONGEST);
}

/* Called with the lock held. Returns: whether the plan is another one now */
static gboolean
make_plan (SlScaler *self)
{
  const SlOrientation wanted = sl_orientation_turn (self->laid, self->degrees);
  const SlOrientation shown = self->flip ? wanted : (SlOrientation){FALSE, 0};
  const gboolean      sideways = sl_orientation_is_sideways (shown);
  Plan                plan = {0, 0, sl_orientation_get_method (shown)};

  if (self->has_input && (self->width == 0 || self->height == 0))
    keep_size (self, &plan.width, &plan.height);
  else if (self->has_input)
    fit (self, sideways ? self->height : self->width, sideways ? self->width : self->height, &plan.width, &plan.height);
  if (plan.width == self->plan.width && plan.height == self->plan.height && plan.turn == self->plan.turn)
    return FALSE;
  self->plan = plan;
  self->is_carried_out = FALSE;
  return TRUE;
}

/* On the streaming thread. */
static void
carry_out (SlScaler *self)
{
  g_autoptr (GstCaps) caps = NULL;
  gboolean is_news;
  Plan     plan;

  g_mutex_lock (&self->lock);
  is_news = !self->is_carried_out;
  plan = self->plan;
  self->is_carried_out = TRUE;
  g_mutex_unlock (&self->lock);
  if (!is_news)
    return;
  caps = gst_caps_new_simple ("video/x-raw", "format", G_TYPE_STRING, "BGRA", NULL);
  if (plan.width > 0)
    gst_caps_set_simple (caps,
                         "width", G_TYPE_INT, plan.width,
                         "height", G_TYPE_INT, plan.height,
                         "pixel-aspect-ratio", GST_TYPE_FRACTION, 1, 1,
                         NULL);
  if (self->flip)
    {
      g_object_set (self->flip, "video-direction", plan.turn, NULL);
      /* It copies every picture otherwise, as long as it was never turned. */
      gst_base_transform_set_passthrough (GST_BASE_TRANSFORM (self->flip), plan.turn == GST_VIDEO_ORIENTATION_IDENTITY);
    }
  g_object_set (self->filter, "caps", caps, NULL);
}

/* Several threads are quicker and cost more, which only a large picture is worth. Setting it anew makes the converter
 * anew, so it is not set without need. */
static void
set_threads (SlScaler *self, guint n_threads)
{
  if (n_threads == self->n_threads)
    return;
  self->n_threads = n_threads;
  g_object_set (self->converter, "n-threads", n_threads, NULL);
}

static void
take_caps (SlScaler *self, GstCaps *caps)
{
  gboolean is_large;

  g_mutex_lock (&self->lock);
  self->has_input = gst_video_info_from_caps (&self->input, caps);
  is_large = self->has_input && GST_VIDEO_INFO_SIZE (&self->input) > LARGE;
  self->may_be_clear = self->has_input && (GST_VIDEO_INFO_IS_RGB (&self->input) || GST_VIDEO_INFO_N_COMPONENTS (&self->input) > 3);
  make_plan (self);
  g_mutex_unlock (&self->lock);
  set_threads (self, is_large ? MIN (g_get_num_processors (), 4) : 1);
  carry_out (self);
}

/* What is said of the stream counts more than what is said of the whole file. */
static void
take_tags (SlScaler *self, GstTagList *tags)
{
  const gboolean   is_of_stream = gst_tag_list_get_scope (tags) == GST_TAG_SCOPE_STREAM;
  g_autofree char *tag = NULL;
  SlOrientation    laid;

  if (!gst_tag_list_get_string (tags, GST_TAG_IMAGE_ORIENTATION, &tag) || !sl_orientation_parse (tag, &laid))
    return;
  g_mutex_lock (&self->lock);
  if (is_of_stream || !self->laid_by_stream)
    {
      self->laid = laid;
      self->laid_by_stream = is_of_stream;
      make_plan (self);
    }
  g_mutex_unlock (&self->lock);
  if (self->flip == NULL && !sl_orientation_is_upright (laid))
    g_debug ("The film lies %s, and nothing here can turn it: the plugin videofilter is not installed", tag);
}

static void
start_stream (SlScaler *self)
{
  g_mutex_lock (&self->lock);
  self->laid = (SlOrientation){FALSE, 0};
  self->laid_by_stream = FALSE;
  make_plan (self);
  g_mutex_unlock (&self->lock);
}

static GstPadProbeReturn
arrival_cb (GstPad *pad, GstPadProbeInfo *probe, gpointer data)
{
  SlScaler   *self = SL_SCALER (data);
  GstEvent   *event;
  GstCaps    *caps;
  GstTagList *tags;

  if (GST_PAD_PROBE_INFO_TYPE (probe) & (GST_PAD_PROBE_TYPE_BUFFER | GST_PAD_PROBE_TYPE_BUFFER_LIST))
    {
      carry_out (self);
      return GST_PAD_PROBE_OK;
    }
  event = GST_PAD_PROBE_INFO_EVENT (probe);
  switch ((guint)GST_EVENT_TYPE (event))
    {
    case GST_EVENT_STREAM_START:
      start_stream (self);
      break;
    case GST_EVENT_CAPS:
      gst_event_parse_caps (event, &caps);
      take_caps (self, caps);
      break;
    case GST_EVENT_TAG:
      gst_event_parse_tag (event, &tags);
      take_tags (self, tags);
      break;
    default:
      break;
    }
  return GST_PAD_PROBE_OK;
}

static void
fill_alpha (GstVideoFrame *frame)
{
  for (int y = 0; y < GST_VIDEO_FRAME_HEIGHT (frame); y++)
    {
      guint32 *row = (guint32 *)(gpointer)((guint8 *)GST_VIDEO_FRAME_PLANE_DATA (frame, 0) + y * GST_VIDEO_FRAME_PLANE_STRIDE (frame, 0));

      for (int x = 0; x < GST_VIDEO_FRAME_WIDTH (frame); x++)
        row[x] |= GUINT32_TO_LE (0xff000000);
    }
}

/* Nothing lies behind a film. The converter copies alpha and the unused byte of formats like BGRx as they are,
 * whatever alpha-mode it is told. */
static GstPadProbeReturn
leaving_cb (GstPad *pad, GstPadProbeInfo *probe, gpointer data)
{
  SlScaler *self = SL_SCALER (data);
  g_autoptr (GstCaps) caps = self->may_be_clear ? gst_pad_get_current_caps (pad) : NULL;
  GstBuffer    *buffer;
  GstVideoInfo  info;
  GstVideoFrame frame;

  if (caps == NULL || !gst_video_info_from_caps (&info, caps))
    return GST_PAD_PROBE_OK;
  buffer = gst_buffer_make_writable (GST_PAD_PROBE_INFO_BUFFER (probe));
  GST_PAD_PROBE_INFO_DATA (probe) = buffer;
  if (gst_video_frame_map (&frame, &info, buffer, GST_MAP_READWRITE))
    {
      fill_alpha (&frame);
      gst_video_frame_unmap (&frame);
    }
  return GST_PAD_PROBE_OK;
}

static void
sl_scaler_finalize (GObject *object)
{
  g_mutex_clear (&SL_SCALER (object)->lock);

  G_OBJECT_CLASS (sl_scaler_parent_class)->finalize (object);
}

static void
sl_scaler_class_init (SlScalerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_scaler_finalize;
}

static void
sl_scaler_init (SlScaler *self)
{
  g_mutex_init (&self->lock);
  self->plan.turn = GST_VIDEO_ORIENTATION_IDENTITY;
  self->n_threads = 1;
}

gboolean
sl_scaler_is_possible (void)
{
  g_autoptr (GstElementFactory) converter = gst_element_factory_find ("videoconvertscale");
  g_autoptr (GstElementFactory) filter = gst_element_factory_find ("capsfilter");

  return converter != NULL && filter != NULL;
}

GstElement *
sl_scaler_new (GstElement *sink)
{
  SlScaler *self = g_object_new (SL_TYPE_SCALER, NULL);
  g_autoptr (GstPad) pad = NULL;
  g_autoptr (GstPad) end = NULL;
  gboolean linked;

  self->converter = gst_element_factory_make ("videoconvertscale", NULL);
  self->filter = gst_element_factory_make ("capsfilter", NULL);
  self->flip = gst_element_factory_make ("videoflip", NULL);
  g_object_set (self->converter, "dither", 0, NULL);
  gst_bin_add_many (GST_BIN (self), self->converter, self->filter, sink, NULL);
  if (self->flip)
    gst_bin_add (GST_BIN (self), self->flip);
  carry_out (self);
  linked = gst_element_link (self->converter, self->filter);
  linked = linked && (self->flip ? gst_element_link_many (self->filter, self->flip, sink, NULL) : gst_element_link (self->filter, sink));
  if (!linked)
    g_assert_not_reached ();

  pad = gst_element_get_static_pad (self->converter, "sink");
  gst_pad_add_probe (pad,
                     GST_PAD_PROBE_TYPE_EVENT_DOWNSTREAM | GST_PAD_PROBE_TYPE_BUFFER | GST_PAD_PROBE_TYPE_BUFFER_LIST,
                     arrival_cb,
                     self,
                     NULL);
  gst_element_add_pad (GST_ELEMENT (self), gst_ghost_pad_new ("sink", pad));
  end = gst_element_get_static_pad (sink, "sink");
  gst_pad_add_probe (end, GST_PAD_PROBE_TYPE_BUFFER, leaving_cb, self, NULL);
  return GST_ELEMENT (self);
}

gboolean
sl_scaler_set_size (SlScaler *self, guint width, guint height)
{
  gboolean is_news;

  g_return_val_if_fail (SL_IS_SCALER (self), FALSE);

  g_mutex_lock (&self->lock);
  self->width = width;
  self->height = height;
  is_news = make_plan (self);
  g_mutex_unlock (&self->lock);
  return is_news;
}

gboolean
sl_scaler_set_turn (SlScaler *self, guint degrees)
{
  gboolean is_news;

  g_return_val_if_fail (SL_IS_SCALER (self), FALSE);
  g_return_val_if_fail (degrees % 90 == 0 && degrees < 360, FALSE);

  g_mutex_lock (&self->lock);
  self->degrees = degrees;
  is_news = make_plan (self);
  g_mutex_unlock (&self->lock);
  return is_news;
}
