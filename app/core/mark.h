/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "span.h"

G_BEGIN_DECLS

/**
 * SlMark: a moment of a clip that its viewer has marked, with words of their own. Immutable: one that is changed is
 * another, with the same id. Safe on any thread.
 */
#define SL_TYPE_MARK (sl_mark_get_type ())
G_DECLARE_FINAL_TYPE (SlMark, sl_mark, SL, MARK, GObject)

/* @id: (nullable): of one that is changed, else a new one, unlike any other; @casebook, @clip: ids; @span: nanoseconds, a
 * point for a moment; @words: (nullable): UTF-8; @made: when, microseconds since 1970. What cannot be is made possible. */
SlMark *sl_mark_new (const char *id, const char *casebook, const char *clip, const SlSpan *span, const char *words, gint64 made) G_GNUC_WARN_UNUSED_RESULT;
SlMark *sl_mark_reword (SlMark *self, const char *words) G_GNUC_WARN_UNUSED_RESULT; /* (transfer full) */

const char   *sl_mark_get_id (SlMark *self);
const char   *sl_mark_get_casebook (SlMark *self);
const char   *sl_mark_get_clip (SlMark *self);
const SlSpan *sl_mark_get_span (SlMark *self);
const char   *sl_mark_get_words (SlMark *self); /* never NULL; plain */
gint64        sl_mark_get_made (SlMark *self);

/* The order of time, then that in which they were made. */
int sl_mark_compare (SlMark *a, SlMark *b);

G_END_DECLS
