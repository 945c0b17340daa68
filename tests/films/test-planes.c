/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every colour of the palette, and many others, against the formula of BT.709 in doubles. */
#include "palette.h"
#include "planes.h"

#include <math.h>
#include <string.h>

#define SIZE 16

static void
convert_flat (guint32 rgb,
              guint8  yuv[3])
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  GstVideoInfo     info;
  GstVideoFrame    frame;
  GstBuffer       *buffer;

  for (int y = 0; y < SIZE; y++)
    {
      guint8 *row = cairo_image_surface_get_data (picture) + 4 * SIZE * y;

      for (int x = 0; x < SIZE; x++)
        memcpy (row + 4 * x, &rgb, 4);
    }
  cairo_surface_mark_dirty (picture);

  gst_video_info_set_format (&info, GST_VIDEO_FORMAT_I420, SIZE, SIZE);
  buffer = gst_buffer_new_allocate (NULL, info.size, NULL);
  g_assert_true (gst_video_frame_map (&frame, &info, buffer, GST_MAP_READWRITE));
  sl_planes_convert (picture, &frame);
  for (guint plane = 0; plane < 3; plane++)
    {
      const guint8 *data = GST_VIDEO_FRAME_PLANE_DATA (&frame, plane);
      int           end = SIZE / (plane > 0 ? 2 : 1) - 1;
      int           last = end * (GST_VIDEO_FRAME_PLANE_STRIDE (&frame, plane) + 1);

      yuv[plane] = data[0];
      g_assert_cmpuint (data[last], ==, data[0]);
    }
  gst_video_frame_unmap (&frame);
  gst_buffer_unref (buffer);
  cairo_surface_destroy (picture);
}

static void
check (guint32 rgb)
{
  double r = rgb >> 16 & 0xff, g = rgb >> 8 & 0xff, b = rgb & 0xff;
  double luma = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  guint8 yuv[3];

  convert_flat (rgb, yuv);
  g_assert_cmpfloat (fabs (yuv[0] - (16 + luma * 219 / 255)), <, 0.51);
  g_assert_cmpfloat (fabs (yuv[1] - (128 + (b - luma) / 1.8556 * 224 / 255)), <, 0.51);
  g_assert_cmpfloat (fabs (yuv[2] - (128 + (r - luma) / 1.5748 * 224 / 255)), <, 0.51);
}

static void
test_formula (void)
{
  check (0x000000);
  check (0xffffff);
  check (0x08090b);
  check (0xe8ae4a);
  for (int i = 0; i < 500; i++)
    check ((guint32)g_test_rand_int () & 0xffffff);
}

/* The ground stays neutral: no channel of what a player shows is off by more than one. */
static void
test_ground (void)
{
  guint8 yuv[3];
  double luma, blue, red;

  convert_flat (0x08090b, yuv);
  luma = (yuv[0] - 16) * 255.0 / 219;
  blue = (yuv[1] - 128) * 255.0 / 224;
  red = (yuv[2] - 128) * 255.0 / 224;
  g_assert_cmpfloat (fabs (luma + 1.5748 * red - 0x08), <, 1.01);
  g_assert_cmpfloat (fabs (luma - 0.1873 * blue - 0.4681 * red - 0x09), <, 1.01);
  g_assert_cmpfloat (fabs (luma + 1.8556 * blue - 0x0b), <, 1.01);
}

int
main (int    argc,
      char **argv)
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/planes/formula", test_formula);
  g_test_add_func ("/planes/ground", test_ground);

  return g_test_run ();
}
