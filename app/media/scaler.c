/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Conversion and scaling in one pass, to just the pixels of the widget: without a GPU that costs half of what scaling in the toolkit does. With a GPU the size is left
 * alone (0 x 0) and only the format is changed.
 */
#include "scaler.h"

#include <gst/video/video.h>

/* Bytes of a decoded picture: what is more than full HD. */
#define LARGE ((gsize)2048 * 1200 * 3 / 2)

struct _SlScaler
{
  GstBin parent_instance;

  GstElement *converter;
  GstElement *filter;

  GMutex       lock;
  GstVideoInfo input;
  gboolean     has_input;
  guint        width;
  guint        height;
};

G_DEFINE_FINAL_TYPE (SlScaler, sl_scaler, GST_TYPE_BIN)

/* The largest size of the film's shape within the wanted one. Called with the lock held. */
static gboolean
fit (SlScaler *self, int *width, int *height)
{
  guint num, den;

  if (!self->has_input)
    return FALSE;
  if (self->width == 0 || self->height == 0)
    {
      /* Its own size, but with pixels that are square. */
      *width = (int)gst_util_uint64_scale_int_round ((guint64)GST_VIDEO_INFO_WIDTH (&self->input),
                                                     GST_VIDEO_INFO_PAR_N (&self->input),
                                                     GST_VIDEO_INFO_PAR_D (&self->input));
      *height = GST_VIDEO_INFO_HEIGHT (&self->input);
      return GST_VIDEO_INFO_PAR_N (&self->input) != GST_VIDEO_INFO_PAR_D (&self->input);
    }
  if (!gst_video_calculate_display_ratio (&num,
                                          &den,
                                          (guint)GST_VIDEO_INFO_WIDTH (&self->input),
                                          (guint)GST_VIDEO_INFO_HEIGHT (&self->input),
                                          (guint)GST_VIDEO_INFO_PAR_N (&self->input),
                                          (guint)GST_VIDEO_INFO_PAR_D (&self->input),
                                          1,
                                          1))
    return FALSE;
  if ((guint64)self->width * den <= (guint64)self->height * num)
    {
      *width = (int)self->width;
      *height = (int)gst_util_uint64_scale_int_round (self->width, (int)den, (int)num);
    }
  else
    {
      *width = (int)gst_util_uint64_scale_int_round (self->height, (int)num, (int)den);
      *height = (int)self->height;
    }
  *width = MAX (*width, 1);
  *height = MAX (*height, 1);
  return TRUE;
}

static gboolean
update_filter (SlScaler *self)
{
  g_autoptr (GstCaps) caps = gst_caps_new_simple ("video/x-raw", "format", G_TYPE_STRING, "BGRA", NULL);
  g_autoptr (GstCaps) old = NULL;
  int      width, height;
  gboolean fits;

  g_mutex_lock (&self->lock);
  fits = fit (self, &width, &height);
  g_mutex_unlock (&self->lock);
  if (fits)
    gst_caps_set_simple (caps,
                         "width", G_TYPE_INT, width,
                         "height", G_TYPE_INT, height,
                         "pixel-aspect-ratio", GST_TYPE_FRACTION, 1, 1,
                         NULL);
  g_object_get (self->filter, "caps", &old, NULL);
  if (gst_caps_is_equal (old, caps))
    return FALSE;
  g_object_set (self->filter, "caps", caps, NULL);
  return TRUE;
}

static GstPadProbeReturn
caps_probe_cb (GstPad *pad, GstPadProbeInfo *probe, gpointer data)
{
  SlScaler *self = SL_SCALER (data);
  GstEvent *event = GST_PAD_PROBE_INFO_EVENT (probe);
  GstCaps  *caps;
  gboolean  is_large;

  if (GST_EVENT_TYPE (event) != GST_EVENT_CAPS)
    return GST_PAD_PROBE_OK;
  gst_event_parse_caps (event, &caps);
  g_mutex_lock (&self->lock);
  self->has_input = gst_video_info_from_caps (&self->input, caps);
  is_large = self->has_input && GST_VIDEO_INFO_SIZE (&self->input) > LARGE;
  g_mutex_unlock (&self->lock);
  /* Several threads are quicker and cost more, which only a large picture is worth. */
  g_object_set (self->converter, "n-threads", is_large ? MIN (g_get_num_processors (), 4) : 1, NULL);
  update_filter (self);
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
  g_autoptr (GstCaps) caps = gst_caps_new_simple ("video/x-raw", "format", G_TYPE_STRING, "BGRA", NULL);

  self->converter = gst_element_factory_make ("videoconvertscale", NULL);
  self->filter = gst_element_factory_make ("capsfilter", NULL);
  g_object_set (self->converter, "dither", 0, NULL);
  g_object_set (self->filter, "caps", caps, NULL);
  gst_bin_add_many (GST_BIN (self), self->converter, self->filter, sink, NULL);
  if (!gst_element_link_many (self->converter, self->filter, sink, NULL))
    g_assert_not_reached ();

  pad = gst_element_get_static_pad (self->converter, "sink");
  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_EVENT_DOWNSTREAM, caps_probe_cb, self, NULL);
  gst_element_add_pad (GST_ELEMENT (self), gst_ghost_pad_new ("sink", pad));
  return GST_ELEMENT (self);
}

gboolean
sl_scaler_set_size (SlScaler *self, guint width, guint height)
{
  g_return_val_if_fail (SL_IS_SCALER (self), FALSE);

  g_mutex_lock (&self->lock);
  self->width = width;
  self->height = height;
  g_mutex_unlock (&self->lock);
  return update_filter (self);
}
