/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cue.h"
#include "folded.h"

G_BEGIN_DECLS

/* What a part of a passage is. */
typedef enum {
  SL_PART_TITLE,
  SL_PART_SPEAKER,
  SL_PART_WORDS,
  SL_PART_ATTRIBUTION, /* who says so, of a fact */
  SL_PART_WHO,         /* who says otherwise, of a fact */
  SL_PART_CLAIM,       /* what they say */
} SlPartKind;

/* Where in its part something begins that is said at a moment of its own. */
typedef struct
{
  gsize  offset; /* bytes */
  gint64 start;  /* nanoseconds */
} SlSaying;

typedef struct
{
  SlPartKind  kind;
  const char *language; /* BCP 47: of the words */
  gboolean    is_own;   /* whether that is the one that was asked for */
  char       *text;     /* plain */
  char       *person;   /* (nullable): whose name it is: an id */
  char       *marked;   /* (nullable): with the marks of the casebook, see markup, when there are any */
  GArray     *sayings;  /* (nullable) (element-type SlSaying): by offset, of what is said */
  GArray     *hits;     /* (nullable) (element-type SlTextRange): what is looked for */
  int         hit;      /* which of them is shown now; -1 for none */
} SlPart;

#define SL_PASSAGE_SIDES 2 /* languages beside each other */

/**
 * SlPassage: what is read at one place of a transcript: a heading, what somebody says, a note or a fact. An immutable
 * record but for what is looked for in it; that has changed when "hits" is notified. For one thread.
 *
 * Properties: "kind" (SlCueKind: SL_CUE_CAPTION for what is said, SL_CUE_DESCRIPTION for what is described), "hits" (guint: how often that changed).
 */
#define SL_TYPE_PASSAGE (sl_passage_get_type ())
G_DECLARE_FINAL_TYPE (SlPassage, sl_passage, SL, PASSAGE, GObject)

/* @record: (nullable): the chapter, note or fact */
SlPassage *sl_passage_new (SlCueKind kind, GObject *record) G_GNUC_WARN_UNUSED_RESULT;

SlCueKind sl_passage_get_kind (SlPassage *self);
GObject  *sl_passage_get_record (SlPassage *self); /* (transfer none) (nullable) */

/* Adds a part of @text (nullable or empty: none) to @side while the passage is made; @language is kept as long as it.
 * Returns: (transfer none) (nullable) */
SlPart *sl_passage_add (SlPassage *self, guint side, SlPartKind kind, const char *text, const char *language, gboolean is_own);

/* Part @n of @side (0: the first language). Returns: (transfer none) (nullable): NULL behind the last */
SlPart *sl_passage_get_part (SlPassage *self, guint side, guint n);
guint   sl_passage_count_parts (SlPassage *self, guint side);
/* The first of @kind. Returns: (transfer none) (nullable): its text */
const char *sl_passage_find_text (SlPassage *self, guint side, SlPartKind kind);

/* When what stands at byte @offset of @part is said. Returns: nanoseconds, or SL_TIME_NONE where it has no time of its own */
gint64 sl_part_find_time (const SlPart *part, gsize offset);

/* What is looked for stands at @hits (nullable) of @part, which is one of this passage's; @hit of them is shown now. */
void sl_passage_mark (SlPassage *self, SlPart *part, GArray *hits, int hit);

G_END_DECLS
