/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/* What goes round and round. */
typedef enum {
  SL_LOOP_NONE,
  SL_LOOP_CLIP,
  SL_LOOP_CHAPTER, /* the one that is on; seeking to another makes it that one */
  SL_LOOP_NOTE,    /* the one that began last */
  SL_LOOP_SECTION, /* from where to where, the viewer has said */
} SlLoop;

#define SL_TYPE_LOOP (sl_loop_get_type ())
GType sl_loop_get_type (void);

/* Where a loop of the kind would go round at @time (nanoseconds) in the clip of @session; an end of -1 is the film's.
 * Returns: FALSE when there is none, and @span is left alone */
gboolean sl_loop_find_span (SlLoop loop, SlSession *session, gint64 time, SlSpan *span);

G_END_DECLS
