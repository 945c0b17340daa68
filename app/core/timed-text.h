/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "span.h"

G_BEGIN_DECLS

/* One cue of a caption file, whatever its format. */
typedef struct
{
  guint    line;     /* of its times in the file, from 1 */
  char    *id;       /* empty when the cue has none */
  SlSpan   span;     /* end is never before start */
  char    *settings; /* what follows the times in WebVTT, unread; else empty */
  char    *text;     /* plain, in its lines */
  char    *raw;      /* (nullable): the text as WebVTT has it, with its markup; else NULL */
  char    *speaker;  /* (nullable): who says all of it, or the beginning of it */
  gboolean extended; /* the film waits until it was said: words of the class "extended" */
} SlTimedText;

void sl_timed_text_free (SlTimedText *self);

/* Returns: (transfer full) (element-type SlTimedText): an empty list that owns what is put into it */
GPtrArray *sl_timed_text_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTimedText, sl_timed_text_free)

G_END_DECLS
