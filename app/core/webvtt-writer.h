/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "timed-text.h"

G_BEGIN_DECLS

/* What a caption file cannot hold, of which something was left out or changed. */
typedef enum {
  SL_CAPTION_LOSS_NONE = 0,
  SL_CAPTION_LOSS_ID = 1 << 0,          /* has line ends or an arrow, and was left out */
  SL_CAPTION_LOSS_SETTINGS = 1 << 1,    /* likewise */
  SL_CAPTION_LOSS_EMPTY_LINES = 1 << 2, /* inside the text; left out */
  SL_CAPTION_LOSS_CONTROL = 1 << 3,     /* characters that are no letters; left out */
  SL_CAPTION_LOSS_SPEAKER = 1 << 4,     /* the name changed, or stands in the text */
  SL_CAPTION_LOSS_MARKUP = 1 << 5,      /* looks like markup, which cannot be written as plain words */
} SlCaptionLoss;

/* Appends the first lines of a WebVTT file. */
void sl_webvtt_begin (GString *file);

/* Appends one cue, as sl_webvtt_parse () gives it back. Returns: what could not be written */
SlCaptionLoss sl_webvtt_append (GString *file, const SlTimedText *cue);

/* Appends @text as words of a cue, with its line ends, without lines that have nothing in them and without
 * characters that are no letters. @escape: whether & < > are to be written as WebVTT does
 * Returns: what could not be written */
SlCaptionLoss sl_webvtt_append_text (GString *file, const char *text, gboolean escape);

G_END_DECLS
