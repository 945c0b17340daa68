/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A note that is gone to at its very moment is told in the middle of a sentence. What leads up to it is in its own
 * chapter: a few seconds of another one would show that one’s title and notes, which were not asked for.
 */
#include "run-up.h"

gint64
sl_run_up_find (SlSession *session, gint64 time, gint64 length)
{
  SlSpan chapter = {0, 0};

  g_return_val_if_fail (SL_IS_SESSION (session) && time >= 0 && length >= 0, time);

  /* The innermost one, or {0, 0}. */
  if (!sl_session_find_span (session, SL_CUE_CHAPTER, time, &chapter))
    chapter.start = 0;
  return MAX (time - length, chapter.start);
}
