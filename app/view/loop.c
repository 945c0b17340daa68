/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of loops, and where each goes round. Leaves out the going round, which is the conductor's. */
#include "loop.h"

G_DEFINE_ENUM_TYPE (SlLoop,
                    sl_loop,
                    G_DEFINE_ENUM_VALUE (SL_LOOP_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (SL_LOOP_CLIP, "clip"),
                    G_DEFINE_ENUM_VALUE (SL_LOOP_CHAPTER, "chapter"),
                    G_DEFINE_ENUM_VALUE (SL_LOOP_NOTE, "note"),
                    G_DEFINE_ENUM_VALUE (SL_LOOP_SECTION, "section"))

gboolean
sl_loop_find_span (SlLoop loop, SlSession *session, gint64 time, SlSpan *span)
{
  g_return_val_if_fail (SL_IS_SESSION (session) && span != NULL, FALSE);

  switch (loop)
    {
    case SL_LOOP_CLIP:
      *span = (SlSpan){0, -1};
      return TRUE;
    case SL_LOOP_CHAPTER:
      return sl_session_find_span (session, SL_CUE_CHAPTER, time, span);
    case SL_LOOP_NOTE:
      return sl_session_find_span (session, SL_CUE_NOTE, time, span);
    case SL_LOOP_NONE:
    case SL_LOOP_SECTION:
    default:
      return FALSE;
    }
}
