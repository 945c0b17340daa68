/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole numbers throughout, so every machine computes the same film. */
#include "planes.h"

/* The weights of red, green and blue, in parts of 65536. */
#define LUMA(r, g, b) (11966 * (r) + 40254 * (g) + 4064 * (b))
#define BLUE(r, g, b) (-6596 * (r)-22189 * (g) + 28785 * (b))
#define RED(r, g, b) (28785 * (r)-26145 * (g)-2640 * (b))

typedef struct
{
  int r;
  int g;
  int b;
} Sum;

static void
convert_pixel (guint32 pixel,
               guint8 *luma,
               Sum    *sum)
{
  int r = pixel >> 16 & 0xff, g = pixel >> 8 & 0xff, b = pixel & 0xff;

  *luma = (guint8)(16 + ((LUMA (r, g, b) + 32768) >> 16));
  sum->r += r;
  sum->g += g;
  sum->b += b;
}

/* Two rows of pixels give two of brightness and one of colour; four pixels share a colour. */
static void
convert_rows (const guint32 *const pixels[2],
              guint8 *const        luma[2],
              guint8              *blue,
              guint8              *red,
              int                  width)
{
  for (int x = 0; x < width; x += 2)
    {
      Sum sum = {0, 0, 0};

      for (int i = 0; i < 4; i++)
        convert_pixel (pixels[i / 2][x + i % 2], &luma[i / 2][x + i % 2], &sum);
      blue[x / 2] = (guint8)(128 + ((BLUE (sum.r, sum.g, sum.b) + 131072) >> 18));
      red[x / 2] = (guint8)(128 + ((RED (sum.r, sum.g, sum.b) + 131072) >> 18));
    }
}

static guint8 *
plane_row (GstVideoFrame *frame,
           guint          plane,
           int            y)
{
  return (guint8 *)GST_VIDEO_FRAME_PLANE_DATA (frame, plane) +
         (gsize)GST_VIDEO_FRAME_PLANE_STRIDE (frame, plane) * (gsize)y;
}

void
sl_planes_convert (cairo_surface_t *picture,
                   GstVideoFrame   *frame)
{
  guint8 *data = cairo_image_surface_get_data (picture);
  gsize   stride = (gsize)cairo_image_surface_get_stride (picture);

  g_return_if_fail (cairo_image_surface_get_format (picture) == CAIRO_FORMAT_RGB24);
  g_return_if_fail (GST_VIDEO_FRAME_FORMAT (frame) == GST_VIDEO_FORMAT_I420);

  for (int y = 0; y < GST_VIDEO_FRAME_HEIGHT (frame); y += 2)
    {
      const guint32 *const pixels[] = {(gpointer)(data + (gsize)y * stride),
                                       (gpointer)(data + (gsize)(y + 1) * stride)};
      guint8 *const        luma[] = {plane_row (frame, 0, y), plane_row (frame, 0, y + 1)};

      convert_rows (pixels, luma, plane_row (frame, 1, y / 2), plane_row (frame, 2, y / 2),
                    GST_VIDEO_FRAME_WIDTH (frame));
    }
}
