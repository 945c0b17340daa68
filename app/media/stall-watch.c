/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A slide that is shown for a minute is not a film that hangs: the next slide is at hand by then and waits for
 * its time. So a film stands when no picture came and none is at hand, or when time itself stands.
 */
#include "stall-watch.h"

gboolean
sl_stall_watch_look (SlStallWatch *self, gint64 now, guint64 progress, gboolean waiting, guint64 clock, gint64 patience)
{
  gboolean moved;

  g_return_val_if_fail (self != NULL, FALSE);

  moved = progress != self->progress || (waiting && clock != self->clock);
  self->clock = clock;
  self->progress = progress;
  if (moved || self->since == 0)
    self->since = now;
  return now - self->since >= patience;
}

void
sl_stall_watch_rest (SlStallWatch *self)
{
  g_return_if_fail (self != NULL);

  self->since = 0;
}
