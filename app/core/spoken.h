/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "passage.h"
#include "wording.h"

G_BEGIN_DECLS

/* What one caption says, in each of its languages. */
typedef struct
{
  gint64   start;                    /* nanoseconds */
  gint64   end;                      /* nanoseconds; the start for a point */
  char    *id;                       /* of the caption */
  char    *speaker;                  /* (nullable) */
  GString *words[SL_PASSAGE_SIDES];  /* (nullable): in one line, but for those of a dialogue */
  gboolean is_own[SL_PASSAGE_SIDES]; /* in the wording's language */
} SlSpokenLine;

/* Lines of the captions or descriptions of @clip in the language of @first and of @other (nullable), see transcript.h.  Returns: (transfer full) (element-type SlSpokenLine): by start, then as in the file */
GPtrArray *sl_spoken_collect (SlClip *clip, SlLines kind, SlWording *first, SlWording *other, guint64 *n_steps) G_GNUC_WARN_UNUSED_RESULT;

/* Puts @more behind @words, with a space between them where their scripts want one. */
void sl_spoken_join (GString *words, const char *more);

G_END_DECLS
