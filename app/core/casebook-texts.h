/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook.h"

G_BEGIN_DECLS

/* What fits under a picture and can be read there, in characters a second. */
#define SL_CAPTION_SPEED 20
#define SL_CAPTION_LINES 2
#define SL_CAPTION_LINE 42

/* What a voice says that is not hurried, in characters a second. */
#define SL_DESCRIPTION_SPEED 16

/* One text of a casebook that is translated. */
typedef struct
{
  char    *context;        /* its stable place, unique in the casebook: "fact/refund/statement" */
  char    *text;           /* never empty */
  char    *comment;        /* (nullable): what the author tells translators */
  char    *speaker;        /* (nullable): who says it, of a caption */
  char    *file;           /* path in the casebook */
  guint    line;           /* from 1 */
  gboolean spoken;         /* a description: read aloud, and not shown */
  gint64   duration;       /* nanoseconds on the screen or to be said, 0 for a point; SL_TIME_NONE when it is not timed */
  guint    max_characters; /* that can be read or said in this time; 0 = any */
  guint    max_lines;      /* 0 = any */
  guint    max_line;       /* characters in a line; 0 = any */
} SlCasebookText;

/**
 * sl_casebook_texts_collect: finds every text of @casebook that is translated: the fields that the format
 *   calls translated, and the captions and descriptions in the casebook's own language.
 * @casebook: one with a folder; its files are read again
 *
 * What the reader left out because of its file or its id is left out here too, and nothing is reported
 * twice: the findings are the casebook's.
 *
 * Returns: (transfer full) (element-type SlCasebookText): file by file, in the order of each file
 */
GPtrArray *sl_casebook_texts_collect (SlCasebook *casebook) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
