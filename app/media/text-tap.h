/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

#include "mailbox.h"

G_BEGIN_DECLS

/**
 * SlTextTap: a sink where the words of a film's own text track leave the pipeline, as plain text with their times.
 *
 * It never waits for anything: words come as early as the file gives them.
 */
#define SL_TYPE_TEXT_TAP (sl_text_tap_get_type ())
G_DECLARE_FINAL_TYPE (SlTextTap, sl_text_tap, SL, TEXT_TAP, GstElement)

GstElement *sl_text_tap_new (SlMailbox *mailbox) G_GNUC_WARN_UNUSED_RESULT; /* (transfer floating) */

/* Only an open tap lets words through. Any thread. */
void sl_text_tap_set_open (SlTextTap *self, gboolean open);

/* Words are of @choice from the next flush (a seek) or the next stream on. Any thread. */
void sl_text_tap_expect (SlTextTap *self, guint choice);

/* @bytes: a cue as GStreamer hands it on; @markup: with Pango's markup, which is not to be trusted.
 * Returns: (transfer full) (nullable): plain text, NULL when there is nothing to read */
char *sl_text_tap_to_plain (const char *bytes, gsize size, gboolean markup);

G_END_DECLS
