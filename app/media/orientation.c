/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The symmetries of a rectangle's picture, as arithmetic: what a file says of its picture and what the viewer asks
 * for become one turn. Leaves out how pixels are moved.
 */
#include "orientation.h"

gboolean
sl_orientation_parse (const char *tag, SlOrientation *orientation)
{
  static const char *const degrees[] = {"0", "90", "180", "270"};

  g_return_val_if_fail (orientation != NULL, FALSE);

  *orientation = (SlOrientation){FALSE, 0};
  if (tag == NULL)
    return FALSE;
  for (guint quarters = 0; quarters < G_N_ELEMENTS (degrees); quarters++)
    for (guint mirrored = 0; mirrored < 2; mirrored++)
      {
        g_autofree char *word = g_strconcat (mirrored ? "flip-rotate-" : "rotate-", degrees[quarters], NULL);

        if (g_str_equal (tag, word))
          {
            *orientation = (SlOrientation){mirrored == 1, quarters};
            return TRUE;
          }
      }
  return FALSE;
}

SlOrientation
sl_orientation_turn (SlOrientation self, guint degrees)
{
  g_return_val_if_fail (degrees % 90 == 0, self);

  return (SlOrientation){self.mirrored, (self.quarters + degrees / 90) % 4};
}

gboolean
sl_orientation_is_upright (SlOrientation self)
{
  return !self.mirrored && self.quarters == 0;
}

gboolean
sl_orientation_is_sideways (SlOrientation self)
{
  return self.quarters % 2 == 1;
}

gboolean
sl_orientation_equal (SlOrientation one, SlOrientation other)
{
  return !one.mirrored == !other.mirrored && one.quarters == other.quarters;
}

GstVideoOrientationMethod
sl_orientation_get_method (SlOrientation self)
{
  static const GstVideoOrientationMethod methods[2][4] = {
    {GST_VIDEO_ORIENTATION_IDENTITY, GST_VIDEO_ORIENTATION_90R, GST_VIDEO_ORIENTATION_180, GST_VIDEO_ORIENTATION_90L},
    {GST_VIDEO_ORIENTATION_HORIZ, GST_VIDEO_ORIENTATION_UR_LL, GST_VIDEO_ORIENTATION_VERT, GST_VIDEO_ORIENTATION_UL_LR},
  };

  return methods[self.mirrored ? 1 : 0][self.quarters % 4];
}
