/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest that a title and a text are shown, in characters. */
#define SL_SAFE_TEXT_TITLE 300
#define SL_SAFE_TEXT_WHOLE 20000

/**
 * What somebody else wrote, so that it can be shown beside other words and harm none of them. Pure functions of any bytes;
 * every result is UTF-8 without control characters, with few marks on each letter, and leaves no direction open.
 * Ordinary text comes back as it is, and what was made safe once is not changed again.
 * @max_chars: more is cut, and ends with "…"
 * Returns: (transfer full)
 */
char *sl_safe_text_line (const char *text, guint max_chars) G_GNUC_WARN_UNUSED_RESULT;      /* one line */
char *sl_safe_text_paragraph (const char *text, guint max_chars) G_GNUC_WARN_UNUSED_RESULT; /* with its lines */

/* A line that can stand in a sentence: what is read from right to left in it does not move the words around it. */
char *sl_safe_text_inside (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
