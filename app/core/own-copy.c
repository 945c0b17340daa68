/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a viewer's own file lies against the clip that its notes were made for. Leaves out who plays it. */
#include "own-copy.h"

SlOwnCopy *
sl_own_copy_copy (const SlOwnCopy *self)
{
  SlOwnCopy *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->casebook = g_strdup (self->casebook);
  copy->clip = g_strdup (self->clip);
  copy->uri = g_strdup (self->uri);
  return copy;
}

void
sl_own_copy_free (SlOwnCopy *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->casebook);
  g_free (self->clip);
  g_free (self->uri);
  g_free (self);
}

gint64
sl_own_copy_clamp (gint64 offset)
{
  return CLAMP (offset, -SL_OWN_COPY_FURTHEST, SL_OWN_COPY_FURTHEST);
}

gint64
sl_own_copy_to_clip (gint64 offset, gint64 time)
{
  g_return_val_if_fail (time >= 0, 0);

  /* An offset below 0 takes to the end of time what is near it. */
  return offset < 0 && time > G_MAXINT64 + offset ? G_MAXINT64 : MAX (time - offset, 0);
}

gint64
sl_own_copy_to_file (gint64 offset, gint64 time)
{
  return sl_own_copy_to_clip (-offset, time);
}

gboolean
sl_own_copy_is_other_cut (gint64 length, gint64 expected)
{
  return length > 0 && expected > 0 && ABS (length - expected) > SL_OWN_COPY_SLACK;
}
