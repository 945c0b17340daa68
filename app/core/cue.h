/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "span.h"

G_BEGIN_DECLS

/* What a cue is a cue of. */
typedef enum {
  SL_CUE_CHAPTER,
  SL_CUE_NOTE,
  SL_CUE_TITLE,
  SL_CUE_CAPTION,
  SL_CUE_FACT,
  SL_CUE_DESCRIPTION, /* what is to be seen, for those who do not see it */
} SlCueKind;

#define SL_TYPE_CUE_KIND (sl_cue_kind_get_type ())
GType sl_cue_kind_get_type (void);

/* Returns: the word for @kind in traces and links: "chapter", "note", "title", "caption", "fact", "description" */
const char *sl_cue_kind_to_word (SlCueKind kind);

/**
 * SlCue: a record of the casebook, put at its place in one clip, and whether it is there now.
 *
 * The record never changes; `current` and `told`, which only the session sets, and `opens-chapter`, which goes by what
 * is listed, are the only properties that do. Use it on the main thread only.
 */
#define SL_TYPE_CUE (sl_cue_get_type ())
G_DECLARE_FINAL_TYPE (SlCue, sl_cue, SL, CUE, GObject)

/* @record: the chapter, note, caption or fact; @id: its id, unique in its kind; @span: nanoseconds */
SlCue *sl_cue_new (SlCueKind kind, const char *id, GObject *record, const SlSpan *span) G_GNUC_WARN_UNUSED_RESULT;

SlCueKind     sl_cue_get_kind (SlCue *self);
const char   *sl_cue_get_id (SlCue *self);
GObject      *sl_cue_get_record (SlCue *self); /* (transfer none) */
const SlSpan *sl_cue_get_span (SlCue *self);
gint64        sl_cue_get_start (SlCue *self);
gint64        sl_cue_get_end (SlCue *self);

/* Whether the cue is on at the session's moment; and whether its start has been passed. */
gboolean sl_cue_get_current (SlCue *self);
void     sl_cue_set_current (SlCue *self, gboolean current);
gboolean sl_cue_get_told (SlCue *self);
void     sl_cue_set_told (SlCue *self, gboolean told);

/* The facts that a note names, or that are told in a chapter, as cues; NULL for none. Set once, by the session. */
GListModel *sl_cue_get_facts (SlCue *self); /* (transfer none) (nullable) */
void        sl_cue_set_facts (SlCue *self, GListModel *facts);

/* Of a chapter that is listed: which of them it is, as people say it: "2", or "2.1" for the first inside it; NULL for
 * others. Set once, by the session. */
const char *sl_cue_get_place (SlCue *self); /* (nullable) */
void        sl_cue_set_place (SlCue *self, const char *place);

/* The chapter in which the cue begins, and whether it is the first note of it that is listed; NULL before any
 * chapter. */
SlCue   *sl_cue_get_chapter (SlCue *self); /* (transfer none) (nullable) */
gboolean sl_cue_get_opens_chapter (SlCue *self);
void     sl_cue_set_chapter (SlCue *self, SlCue *chapter, gboolean opens_chapter);
void     sl_cue_set_opens_chapter (SlCue *self, gboolean opens_chapter);

G_END_DECLS
