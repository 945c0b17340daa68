/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook.h"
#include "passage.h"

G_BEGIN_DECLS

/* What a block of a handout is. */
typedef enum {
  SL_BLOCK_TITLE,
  SL_BLOCK_LEAD,        /* under the title */
  SL_BLOCK_CHAPTER,     /* a heading, at its level */
  SL_BLOCK_SUMMARY,     /* of a chapter */
  SL_BLOCK_SPEECH,      /* with its speaker as label */
  SL_BLOCK_DESCRIPTION, /* of what is to be seen */
  SL_BLOCK_NOTE,        /* with its title as label */
  SL_BLOCK_FACT,        /* with its standing as label, and sources */
  SL_BLOCK_WHO,         /* says a fact, and when */
  SL_BLOCK_OTHER_SIDE,  /* of the fact before, with who says it as label, and sources */
  SL_BLOCK_HEADING,     /* of a part of the handout */
  SL_BLOCK_SOURCE,      /* with its number */
  SL_BLOCK_LINK,        /* the address of the source before */
  SL_BLOCK_PLACE,       /* in the source before, and what it says */
  SL_BLOCK_FOOT,
} SlBlockKind;

typedef struct
{
  SlBlockKind kind;
  guint       level;     /* of a chapter, from 0 */
  guint       number;    /* of a source, from 1 */
  gint64      time;      /* nanoseconds; SL_TIME_NONE without one */
  char       *label;     /* (nullable) */
  char       *text;      /* plain */
  char       *language;  /* (nullable): BCP 47, of the text; NULL for words of this program */
  gboolean    is_beside; /* the same in the other language */
  gboolean    is_closed; /* must be opened to be read */
  GArray     *sources;   /* (nullable) (element-type guint): numbers that carry it */
} SlBlock;

/* The words for readers, which are the view's. Each returns (transfer full) unless it is const. */
typedef struct
{
  const char *(*standing) (SlStanding standing);
  char *(*attribution) (const char *who, const SlDate *date);
  char *(*time) (gint64 time);
  const char *(*source_type) (SlSourceType type);
} SlHandoutWords;

/**
 * sl_handout_new: what a transcript and its sources are on paper. A pure function: it knows no clock.
 * @transcript: of SlCue of SlPassage, of @clip
 *
 * Returns: (transfer full) (element-type SlBlock): from the first to the last
 */
GPtrArray *sl_handout_new (SlCasebook *casebook, SlClip *clip, GListModel *transcript, const SlHandoutWords *words) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a language is written from right to left. @language: BCP 47 */
gboolean sl_handout_is_right_to_left (const char *language);

G_END_DECLS
