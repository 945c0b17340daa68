/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A film is where its picture is. Where no picture is due it is where its sound is: time must not stand while words are heard. */
#include "heard.h"

#define LONG (GST_SECOND / 5) /* what a picture that is followed by others never stands */

gint64
sl_heard_find (GstElement *playbin, SlSeeker *seeker)
{
  gint64 position;

  g_return_val_if_fail (GST_IS_ELEMENT (playbin) && seeker != NULL, -1);

  if (sl_seeker_is_seeking (seeker) || !gst_element_query_position (playbin, GST_FORMAT_TIME, &position))
    return -1;
  return position;
}

gint64
sl_heard_get_now (SlFrameStamper *stamper, gboolean moves, gint64 heard)
{
  gint64 near, seen;

  g_return_val_if_fail (stamper != NULL, heard);

  near = 2 * sl_frame_stamper_get_frame_duration (stamper);
  seen = sl_frame_stamper_get_place (stamper);
  if (!moves && !sl_frame_stamper_has_ended (stamper))
    return seen;
  return heard >= 0 && ABS (heard - seen) > near ? heard : seen;
}

gboolean
sl_heard_is_alone (SlFrameStamper *stamper, gboolean moves, gint64 heard)
{
  g_return_val_if_fail (stamper != NULL, FALSE);

  if (heard < 0 || heard >= sl_frame_stamper_get_next (stamper))
    return FALSE;
  if (moves)
    return heard > sl_frame_stamper_get_place (stamper) + (gint64)LONG;
  return sl_frame_stamper_is_bare (stamper);
}
