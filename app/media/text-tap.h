/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

#include "mailbox.h"

G_BEGIN_DECLS

/**
 * SlTextTap: where the words of a film's own text track leave the pipeline, as plain text with their times.
 */
typedef struct _SlTextTap SlTextTap;

/* @sink: (out) (transfer full): the element to give to a playbin; the tap lives as long as it does.
 * Returns: (transfer none) (nullable): NULL when this GStreamer cannot */
SlTextTap *sl_text_tap_new (SlMailbox *mailbox, GstElement **sink);

/* Only an open tap lets words through. Any thread. */
void sl_text_tap_set_open (SlTextTap *self, gboolean open);

/* @bytes: a cue as GStreamer hands it on; @markup: with Pango's markup, which is not to be trusted.
 * Returns: (transfer full) (nullable): plain text, NULL when there is nothing to read */
char *sl_text_tap_to_plain (const char *bytes, gsize size, gboolean markup);

G_END_DECLS
