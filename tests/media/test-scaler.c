/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every format, size, shape and orientation that a decoder may hand over becomes the right pixels. */
#include "scaler-world.h"

/* Colours: what stands in the four quarters of a picture. */

typedef guint8 Colours[4][3]; /* blue, green, red */

static const Colours bright = {{20, 40, 200}, {200, 60, 30}, {50, 190, 60}, {230, 230, 225}};
static const Colours greys = {{16, 16, 16}, {96, 96, 96}, {160, 160, 160}, {235, 235, 235}};

/* Small pictures are of one colour: what shares its colour with a neighbour cannot tell two. */
static guint
quarter_of (guint x, guint y, guint width, guint height)
{
  return width < 16 || height < 16 ? 0 : (x >= width / 2 ? 1 : 0) + (y >= height / 2 ? 2 : 0);
}

static GstBuffer *
make_truth (const GstVideoInfo *info, const Colours colours)
{
  GstBuffer    *buffer = gst_buffer_new_allocate (NULL, info->size, NULL);
  GstVideoFrame frame;

  g_assert_true (gst_video_frame_map (&frame, info, buffer, GST_MAP_WRITE));
  for (guint y = 0; y < (guint)info->height; y++)
    for (guint x = 0; x < (guint)info->width; x++)
      {
        guint8 *pixel = (guint8 *)GST_VIDEO_FRAME_PLANE_DATA (&frame, 0) + y * (guint)info->stride[0] + x * 4;

        memcpy (pixel, colours[quarter_of (x, y, (guint)info->width, (guint)info->height)], 3);
        pixel[3] = 255;
      }
  gst_video_frame_unmap (&frame);
  return buffer;
}

static GstBuffer *
convert (GstVideoInfo *from_info, GstBuffer *from, GstVideoInfo *to_info, guint padding)
{
  GstBuffer         *to = scaler_world_make_padded (to_info, padding);
  GstVideoConverter *converter = gst_video_converter_new (from_info, to_info, NULL);
  GstVideoFrame      source, target;

  g_assert_nonnull (converter);
  g_assert_true (gst_video_frame_map (&source, from_info, from, GST_MAP_READ));
  g_assert_true (gst_video_frame_map (&target, to_info, to, GST_MAP_WRITE));
  gst_video_converter_frame (converter, &source, &target);
  gst_video_frame_unmap (&source);
  gst_video_frame_unmap (&target);
  gst_video_converter_free (converter);
  return to;
}

/* How far a colour may go astray on its way through a format and back. */
static int
tolerance_of (const GstVideoFormatInfo *format)
{
  if (GST_VIDEO_FORMAT_INFO_FORMAT (format) == GST_VIDEO_FORMAT_RGB8P)
    return 52; /* a palette of 6 steps a colour */
  if (GST_VIDEO_FORMAT_INFO_DEPTH (format, 0) < 8 || GST_VIDEO_FORMAT_INFO_DEPTH (format, 2) < 8)
    return 16;
  return 6;
}

static void
check_pixel (const guint8 *got, const guint8 *wanted, int tolerance, guint x, guint y)
{
  for (guint i = 0; i < 3; i++)
    if (ABS ((int)got[i] - (int)wanted[i]) > tolerance)
      g_error ("at %u, %u there is %u %u %u, not %u %u %u", x, y, got[0], got[1], got[2], wanted[0], wanted[1], wanted[2]);
}

static void
check_colours (SlFrame *frame, const Colours colours, guint width, guint height, int tolerance)
{
  const guint step = width > 1000 ? 8 : 1; /* every row: threads share a picture by rows */

  g_assert_cmpuint (sl_frame_get_width (frame), ==, width);
  g_assert_cmpuint (sl_frame_get_height (frame), ==, height);
  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x += step)
      {
        const guint8 *wanted = colours[quarter_of (x, y, width, height)], *got = scaler_world_pixel_of (frame, x, y);

        g_assert_cmpuint (got[3], ==, 255);
        /* Where two colours meet they may share one. */
        if (width >= 16 && (ABS ((int)x - (int)width / 2) < 6 || ABS ((int)y - (int)height / 2) < 6))
          continue;
        check_pixel (got, wanted, tolerance, x, y);
      }
}

static void
check_format (ScalerWorld *self, GstVideoFormat format, guint width, guint height, guint padding)
{
  GstVideoInfo   truth_info = scaler_world_make_info (GST_VIDEO_FORMAT_BGRA, width, height);
  GstVideoInfo   info = scaler_world_make_info (format, width, height);
  const gboolean is_grey = GST_VIDEO_FORMAT_INFO_IS_GRAY (info.finfo);
  g_autoptr (GstBuffer) truth = make_truth (&truth_info, is_grey ? greys : bright);
  g_autoptr (SlFrame) frame = NULL;

  g_test_message ("%s %ux%u +%u", gst_video_format_to_string (format), width, height, padding);
  scaler_world_set_input (self, &info);
  frame = scaler_world_show (self, convert (&truth_info, truth, &info, padding));
  check_colours (frame, is_grey ? greys : bright, width, height, tolerance_of (info.finfo));
}

/* Returns: (transfer full): of GstVideoFormat, all that the converter takes from system memory */
static GArray *
list_formats (void)
{
  g_autoptr (GstElementFactory) factory = gst_element_factory_find ("videoconvertscale");
  const GList *templates = gst_element_factory_get_static_pad_templates (factory);
  GArray      *formats = g_array_new (FALSE, FALSE, sizeof (GstVideoFormat));

  while (((GstStaticPadTemplate *)templates->data)->direction != GST_PAD_SINK)
    templates = templates->next;
  {
    g_autoptr (GstCaps) caps = gst_static_pad_template_get_caps (templates->data);
    const GValue *list = gst_structure_get_value (gst_caps_get_structure (caps, 0), "format");

    for (guint i = 0; i < gst_value_list_get_size (list); i++)
      {
        const GstVideoFormat format = gst_video_format_from_string (g_value_get_string (gst_value_list_get_value (list, i)));

        g_array_append_val (formats, format);
      }
  }
  return formats;
}

/* GStreamer 1.26 leaves out what is not a whole tile of them. The oldest that this is built with has no such formats. */
static gboolean
needs_whole_tiles (GstVideoFormat format)
{
  return g_str_has_prefix (gst_video_format_to_string (format), "MT2110");
}

/* GStreamer 1.22 cannot write their last column, whose colour belongs to two. */
static gboolean
needs_even_width (GstVideoFormat format)
{
  return format == GST_VIDEO_FORMAT_NV61 || format == GST_VIDEO_FORMAT_NV12_10LE32 || format == GST_VIDEO_FORMAT_NV16_10LE32;
}

static void
check_paddings (ScalerWorld *world, GstVideoFormat format, guint width, guint height)
{
  if (needs_even_width (format))
    width += width % 2;
  if (needs_whole_tiles (format))
    {
      width = GST_ROUND_UP_16 (width);
      height = GST_ROUND_UP_16 (height);
    }
  check_format (world, format, width, height, 0);
  /* Tiles have no rows that could be longer. */
  if (!GST_VIDEO_FORMAT_INFO_IS_TILED (gst_video_format_get_info (format)))
    check_format (world, format, width, height, 32);
}

static void
test_formats (void)
{
  static const guint sizes[][2] = {{3, 5}, {64, 48}, {257, 105}};
  g_autoptr (GArray) formats = list_formats ();
  ScalerWorld world;

  g_assert_cmpuint (formats->len, >, 100);
  scaler_world_set_up (&world);
  for (guint i = 0; i < formats->len; i++)
    for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
      check_paddings (&world, g_array_index (formats, GstVideoFormat, i), sizes[size][0], sizes[size][1]);
  scaler_world_tear_down (&world);
}

/* For a single row the converter of GStreamer 1.22 remembers the row of the picture before, which is freed by then:
 * each has a pipeline of its own. */
static void
test_single_pixel (void)
{
  g_autoptr (GArray) formats = list_formats ();

  for (guint i = 0; i < formats->len; i++)
    for (guint padding = 0; padding < 64; padding += 32)
      {
        const GstVideoFormat format = g_array_index (formats, GstVideoFormat, i);
        const gboolean       is_small = !needs_even_width (format) && !needs_whole_tiles (format);
        ScalerWorld          world;

        if (!is_small || (padding > 0 && GST_VIDEO_FORMAT_INFO_IS_TILED (gst_video_format_get_info (format))))
          continue;
        scaler_world_set_up (&world);
        check_format (&world, format, 1, 1, padding);
        scaler_world_tear_down (&world);
      }
}

/* More than full HD is converted by several threads, and the next film perhaps not. */
static void
test_threads (void)
{
  ScalerWorld world;

  scaler_world_set_up (&world);
  for (guint i = 0; i < 3; i++)
    {
      for (guint again = 0; again < 3; again++)
        check_format (&world, GST_VIDEO_FORMAT_I420, 2560, 1440, 0);
      for (guint again = 0; again < 3; again++)
        check_format (&world, GST_VIDEO_FORMAT_ARGB, 64, 48, 0);
      sl_scaler_set_turn (world.scaler, i % 2 ? 0 : 180);
      sl_scaler_set_turn (world.scaler, 0);
    }
  scaler_world_tear_down (&world);
}

/* By hand: the bytes of a format, and the colour that they mean by the definition of BT.601 in video range. */

static guint8
clamp (double value)
{
  return (guint8)CLAMP (value + 0.5, 0, 255);
}

static void
twin_pixel (double y, double cb, double cr, guint8 *bgr)
{
  const double luma = (y - 16) * 255 / 219;

  bgr[0] = clamp (luma + 1.772 * (cb - 128) * 255 / 224);
  bgr[1] = clamp (luma - (0.114 * 1.772 * (cb - 128) + 0.299 * 1.402 * (cr - 128)) / 0.587 * 255 / 224);
  bgr[2] = clamp (luma + 1.402 * (cr - 128) * 255 / 224);
}

#define TWIN_WIDTH 34
#define TWIN_HEIGHT 18

/* Writes one sample of @component at pixel @x, @y. */
static void
put_sample (GstVideoFrame *frame, guint component, guint x, guint y, guint8 value)
{
  const GstVideoFormatInfo *format = frame->info.finfo;
  const guint               column = x >> GST_VIDEO_FORMAT_INFO_W_SUB (format, component), row = y >> GST_VIDEO_FORMAT_INFO_H_SUB (format, component);
  guint8                   *data = (guint8 *)GST_VIDEO_FRAME_COMP_DATA (frame, component) +
                 row * (guint)GST_VIDEO_FRAME_COMP_STRIDE (frame, component) +
                 column * (guint)GST_VIDEO_FRAME_COMP_PSTRIDE (frame, component);

  if (GST_VIDEO_FORMAT_INFO_FORMAT (format) == GST_VIDEO_FORMAT_P010_10LE && component == 2)
    data += 2 - GST_VIDEO_FRAME_COMP_POFFSET (frame, 2); /* GStreamer 1.22 says 1 */
  if (GST_VIDEO_FORMAT_INFO_DEPTH (format, component) > 8)
    GST_WRITE_UINT16_LE (data, (guint16)(value << (GST_VIDEO_FORMAT_INFO_DEPTH (format, component) - 8) << GST_VIDEO_FORMAT_INFO_SHIFT (format, component)));
  else
    *data = value;
}

static void
check_twin (ScalerWorld *self, GstVideoFormat format)
{
  GstVideoInfo   info = scaler_world_make_info (format, TWIN_WIDTH, TWIN_HEIGHT);
  const gboolean is_rgb = GST_VIDEO_FORMAT_INFO_IS_RGB (info.finfo), is_grey = GST_VIDEO_FORMAT_INFO_IS_GRAY (info.finfo);
  GstBuffer     *buffer = scaler_world_make_padded (&info, 16);
  const int      tolerance = is_rgb ? 0 : 6; /* the converter's quick ways count in eight bits */
  guint8         truth[TWIN_HEIGHT][TWIN_WIDTH][3];
  /* The colour of neighbours is shared in most formats, so all are of one; their brightness is their own. */
  const guint8  cb = (guint8)g_test_rand_int_range (90, 166), cr = (guint8)g_test_rand_int_range (90, 166);
  GstVideoFrame frame;
  g_autoptr (SlFrame) shown = NULL;

  if (!is_rgb && !is_grey)
    g_assert_true (gst_video_colorimetry_from_string (&info.colorimetry, GST_VIDEO_COLORIMETRY_BT601));
  g_assert_true (gst_video_frame_map (&frame, &info, buffer, GST_MAP_WRITE));
  for (guint y = 0; y < TWIN_HEIGHT; y++)
    for (guint x = 0; x < TWIN_WIDTH; x++)
      {
        const guint8 luma = (guint8)(is_rgb || is_grey ? g_test_rand_int_range (0, 256) : g_test_rand_int_range (16, 236));

        if (is_rgb || is_grey)
          for (guint i = 0; i < (is_rgb ? 3 : 1); i++)
            {
              const guint8 value = (guint8)(luma + 40 * i);

              put_sample (&frame, i, x, y, value);
              truth[y][x][2 - i] = value;
            }
        if (is_grey)
          truth[y][x][0] = truth[y][x][1] = truth[y][x][2];
        if (is_rgb || is_grey)
          continue;
        put_sample (&frame, 0, x, y, luma);
        put_sample (&frame, 1, x, y, cb);
        put_sample (&frame, 2, x, y, cr);
        twin_pixel (luma, cb, cr, truth[y][x]);
      }
  gst_video_frame_unmap (&frame);
  g_test_message ("%s", gst_video_format_to_string (format));
  scaler_world_set_input (self, &info);
  shown = scaler_world_show (self, buffer);
  for (guint y = 0; y < TWIN_HEIGHT; y++)
    for (guint x = 0; x < TWIN_WIDTH; x++)
      check_pixel (scaler_world_pixel_of (shown, x, y), truth[y][x], tolerance, x, y);
}

static void
test_twin (void)
{
  static const GstVideoFormat formats[] = {
    GST_VIDEO_FORMAT_I420,
    GST_VIDEO_FORMAT_YV12,
    GST_VIDEO_FORMAT_NV12,
    GST_VIDEO_FORMAT_NV21,
    GST_VIDEO_FORMAT_YUY2,
    GST_VIDEO_FORMAT_UYVY,
    GST_VIDEO_FORMAT_Y42B,
    GST_VIDEO_FORMAT_Y444,
    GST_VIDEO_FORMAT_AYUV,
    GST_VIDEO_FORMAT_P010_10LE,
    GST_VIDEO_FORMAT_I420_10LE,
    GST_VIDEO_FORMAT_GRAY8,
    GST_VIDEO_FORMAT_RGB,
    GST_VIDEO_FORMAT_BGR,
    GST_VIDEO_FORMAT_xRGB,
    GST_VIDEO_FORMAT_RGBA,
    GST_VIDEO_FORMAT_BGRA,
    GST_VIDEO_FORMAT_GBR,
  };
  ScalerWorld world;

  scaler_world_set_up (&world);
  for (guint round = 0; round < 5; round++)
    for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
      check_twin (&world, formats[i]);
  scaler_world_tear_down (&world);
}

/* Shapes */

static void
check_size (ScalerWorld *self, const GstVideoInfo *info, guint width, guint height)
{
  g_autoptr (SlFrame) frame = NULL;
  GstVideoInfo input = *info;

  scaler_world_set_input (self, info);
  frame = scaler_world_show (self, scaler_world_make_padded (&input, 0));
  g_assert_cmpuint (sl_frame_get_width (frame), ==, width);
  g_assert_cmpuint (sl_frame_get_height (frame), ==, height);
}

static void
test_shapes (void)
{
  GstVideoInfo info = scaler_world_make_info (GST_VIDEO_FORMAT_I420, 720, 576);
  ScalerWorld  world;

  scaler_world_set_up (&world);
  info.par_n = 16;
  info.par_d = 15;
  check_size (&world, &info, 768, 576);
  g_assert_true (sl_scaler_set_size (world.scaler, 1000, 1000));
  g_assert_false (sl_scaler_set_size (world.scaler, 1000, 1000));
  check_size (&world, &info, 1000, 750);
  g_assert_true (sl_scaler_set_size (world.scaler, 1000, 300));
  check_size (&world, &info, 400, 300);
  /* Another way round, in the same box. */
  g_assert_true (sl_scaler_set_turn (world.scaler, 90));
  check_size (&world, &info, 225, 300);
  g_assert_true (sl_scaler_set_size (world.scaler, 300, 1000));
  check_size (&world, &info, 300, 400);
  g_assert_true (sl_scaler_set_size (world.scaler, 0, 0));
  check_size (&world, &info, 576, 768);
  g_assert_true (sl_scaler_set_turn (world.scaler, 0));
  info.par_n = info.par_d = 1;
  check_size (&world, &info, 720, 576);
  scaler_world_tear_down (&world);
}

/* Whatever the film's shape and the widget's: it fits, it touches, and it is the shape. */
static void
test_any_shape (void)
{
  ScalerWorld world;

  scaler_world_set_up (&world);
  for (guint round = 0; round < 150; round++)
    {
      GstVideoInfo info = scaler_world_make_info (GST_VIDEO_FORMAT_GRAY8, (guint)g_test_rand_int_range (1, 300), (guint)g_test_rand_int_range (1, 300));
      const guint  across = (guint)g_test_rand_int_range (1, 500), down = (guint)g_test_rand_int_range (1, 500);
      const guint  degrees = (guint)g_test_rand_int_range (0, 4) * 90;
      double       wide, high, scale;
      g_autoptr (SlFrame) frame = NULL;

      info.par_n = g_test_rand_int_range (1, 40);
      info.par_d = g_test_rand_int_range (1, 40);
      sl_scaler_set_size (world.scaler, across, down);
      sl_scaler_set_turn (world.scaler, degrees);
      scaler_world_set_input (&world, &info);
      frame = scaler_world_show (&world, scaler_world_make_padded (&info, 0));
      wide = (double)info.width * info.par_n / info.par_d;
      high = info.height;
      if (degrees % 180 == 90)
        {
          wide = info.height;
          high = (double)info.width * info.par_n / info.par_d;
        }
      scale = MIN (across / wide, down / high);
      g_assert_cmpfloat (ABS (sl_frame_get_width (frame) - wide * scale), <, wide * scale < 1 ? 1 : 0.501);
      g_assert_cmpfloat (ABS (sl_frame_get_height (frame) - high * scale), <, high * scale < 1 ? 1 : 0.501);
    }
  scaler_world_tear_down (&world);
}

/* A film may be of a shape that no screen has. */
static void
test_absurd_shapes (void)
{
  GstVideoInfo info = scaler_world_make_info (GST_VIDEO_FORMAT_GRAY8, 2, 2);
  ScalerWorld  world;

  scaler_world_set_up (&world);
  info.par_n = 1;
  info.par_d = 1000;
  check_size (&world, &info, 1, 2);
  info.par_n = 100000;
  info.par_d = 1;
  check_size (&world, &info, 32767, 2);
  g_assert_true (sl_scaler_set_size (world.scaler, 100, 100));
  check_size (&world, &info, 100, 1);
  scaler_world_tear_down (&world);
}

int
main (int argc, char **argv)
{
  gst_init (NULL, NULL);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scaler/formats", test_formats);
  g_test_add_func ("/scaler/single-pixel", test_single_pixel);
  g_test_add_func ("/scaler/threads", test_threads);
  g_test_add_func ("/scaler/twin", test_twin);
  g_test_add_func ("/scaler/shapes", test_shapes);
  g_test_add_func ("/scaler/any-shape", test_any_shape);
  g_test_add_func ("/scaler/absurd-shapes", test_absurd_shapes);

  return g_test_run ();
}
