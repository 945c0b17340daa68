/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows a clip: its film says in which order. What nobody can watch is passed over. */
#include "clip-order.h"

static gboolean
can_be_watched (SlClip *clip)
{
  return sl_clip_get_media (clip) != NULL || sl_clip_get_bring_your_own (clip) != NULL;
}

SlClip *
sl_clip_order_find_next (SlCasebook *casebook, SlClip *clip)
{
  SlFilm            *film;
  const char *const *ids;
  gboolean           passed = FALSE;

  g_return_val_if_fail (SL_IS_CASEBOOK (casebook) && SL_IS_CLIP (clip), NULL);

  film = sl_clip_get_film (clip) ? sl_casebook_lookup_film (casebook, sl_clip_get_film (clip)) : NULL;
  ids = film ? sl_film_get_clips (film) : NULL;
  for (guint i = 0; ids && ids[i]; i++)
    {
      SlClip *next = passed ? sl_casebook_lookup_clip (casebook, ids[i]) : NULL;

      if (next && can_be_watched (next))
        return next;
      passed |= g_str_equal (ids[i], sl_clip_get_id (clip));
    }
  return NULL;
}
