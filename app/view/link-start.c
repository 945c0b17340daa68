/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A link may be older than its casebook, so what it names need not be there any more. */
#include "config.h"

#include "link-start.h"

#include <glib/gi18n-lib.h>

gint64
sl_link_start_find (SlLink *link, SlSession *session, char **problem)
{
  const char *chapter, *fact, *id;
  SlCue      *cue;

  g_return_val_if_fail (link != NULL, SL_TIME_NONE);
  g_return_val_if_fail (SL_IS_SESSION (session), SL_TIME_NONE);
  g_return_val_if_fail (problem != NULL, SL_TIME_NONE);

  *problem = NULL;
  if (sl_link_get_start (link) != SL_TIME_NONE)
    return MIN (sl_link_get_start (link), sl_session_get_duration (session));
  chapter = sl_link_get_chapter (link);
  fact = sl_link_get_fact (link);
  id = chapter ? chapter : fact;
  if (id == NULL)
    return SL_TIME_NONE;
  cue = sl_session_lookup_cue (session, chapter ? SL_CUE_CHAPTER : SL_CUE_FACT, id);
  if (cue)
    return sl_cue_get_start (cue);
  /* Translators: %s is the id of a chapter or fact from a link. */
  *problem = g_strdup_printf (_ ("“%s” is not in this clip; it plays from its start"), id);
  return 0;
}

char *
sl_link_start_write (SlSession *session)
{
  SlClip *clip;
  g_autoptr (SlLink) link = NULL;

  g_return_val_if_fail (SL_IS_SESSION (session), NULL);

  clip = sl_session_get_clip (session);
  g_return_val_if_fail (clip != NULL, NULL);

  link = sl_link_new_for_moment (sl_casebook_get_id (sl_session_get_casebook (session)), sl_clip_get_id (clip), sl_session_get_time (session));
  return sl_link_to_string (link);
}
