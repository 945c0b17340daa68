/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Row by row, as what pads a row is nobody's picture. */
#include "digest.h"

#include "picture.h"
#include "soundtrack.h"

static void
add_picture (GChecksum       *checksum,
             cairo_surface_t *picture)
{
  const guchar *data = cairo_image_surface_get_data (picture);
  int           width = cairo_image_surface_get_width (picture);
  int           height = cairo_image_surface_get_height (picture);
  int           stride = cairo_image_surface_get_stride (picture);

  for (int y = 0; y < height; y++)
    g_checksum_update (checksum, data + (gsize)y * (gsize)stride, width * 4);
}

char *
sl_digest_new (SlStoryboard *storyboard,
               guint         every,
               GError      **error)
{
  g_autoptr (GChecksum) pictures = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GChecksum) sound = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GArray) samples = NULL;
  guint n = 0;

  g_return_val_if_fail (SL_IS_STORYBOARD (storyboard), NULL);
  g_return_val_if_fail (every > 0, NULL);

  samples = sl_soundtrack_new (storyboard, error);
  if (samples == NULL)
    return NULL;
  for (guint frame = 0; frame < sl_storyboard_get_n_frames (storyboard); frame += every)
    {
      cairo_surface_t *picture = sl_picture_new (storyboard, frame);

      add_picture (pictures, picture);
      cairo_surface_destroy (picture);
      n++;
    }
  g_checksum_update (sound, (const guchar *)samples->data, (gssize)(samples->len * sizeof (float)));

  return g_strdup_printf ("%u pictures: %s\nsound: %s\n", n, g_checksum_get_string (pictures),
                          g_checksum_get_string (sound));
}
