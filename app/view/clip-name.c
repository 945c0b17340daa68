/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clips of a casebook that is read again are others: what belongs to one is known by its name. */
#include "clip-name.h"

char *
sl_clip_name_build (SlSession *session)
{
  SlClip *clip;

  g_return_val_if_fail (SL_IS_SESSION (session), NULL);

  clip = sl_session_get_clip (session);
  return clip ? g_strconcat (sl_casebook_get_id (sl_session_get_casebook (session)), "/", sl_clip_get_id (clip), NULL) : NULL;
}
