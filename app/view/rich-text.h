/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a casebook says, with its inline marks, as Pango's markup that is built here from escaped words: nothing that a
 * casebook says can be markup of its own, nor lead anywhere but to a record. All strings are (transfer full). */

/* @text: (nullable); @links: whether its links can be followed, else they are only words */
char *sl_rich_text_build (const char *text, gboolean links) G_GNUC_WARN_UNUSED_RESULT;

/* The same, no longer than @max_chars and a few lines. @cut: (out): whether there is more */
char *sl_rich_text_shorten (const char *text, gboolean links, guint max_chars, gboolean *cut) G_GNUC_WARN_UNUSED_RESULT;

/* The words alone, in one line: for titles of windows and for spoken names. @text: (nullable) */
char *sl_rich_text_plain (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The same, to stand in a sentence. */
char *sl_rich_text_inside (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Shows @text in @label. With @links it is a text, and they can be followed by pointer, touch and keys: they ask for
 * win.show-fact(s), win.show-source(s), win.show-person(s) and win.show-moment(sx), clip and nanoseconds. Else it is a title. */
void sl_rich_text_show (GtkLabel *label, const char *text, gboolean links);
void sl_rich_text_follow_links (GtkLabel *label);               /* for one whose text is set in another way */
void sl_rich_text_set_long (GtkLabel *label, gboolean is_long); /* the same: its text must not take long to measure */

G_END_DECLS
