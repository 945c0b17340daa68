/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sl_webvtt_text_to_plain: takes the markup out of a cue's text and decodes its entities.
 * @speaker: (out) (nullable): the name in the <v> with which the cue begins; every later voice is written
 *   into the text, on a line of its own, as "Name: "
 * @unclosed: (out): whether a tag has no end, so that what follows it was lost
 *
 * Returns: (transfer full): the words, in their lines
 */
char *sl_webvtt_text_to_plain (const char *text, char **speaker, gboolean *unclosed) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a tag in a cue's text has the class @name, as in <c.@name> and <v.loud.@name Anna>. */
gboolean sl_webvtt_text_has_class (const char *text, const char *name);

G_END_DECLS
