/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook.h"
#include "cue.h"

G_BEGIN_DECLS

/**
 * SlClipCues: everything but the captions in a clip that has a place in time, as cues. Built once and then only read.
 */
typedef struct
{
  GListStore *chapters;        /* flat, parents before their children; each with the facts that are told in it */
  GPtrArray  *hidden_chapters; /* those that are not listed */
  GListStore *notes;           /* all but the titles; with their chapter and their facts */
  GPtrArray  *notes_in_order;  /* the same */
  GPtrArray  *titles;
  GPtrArray  *facts; /* named by any note or title, in the order in which they are first told */
} SlClipCues;

/* @casebook, @clip: (nullable): without a clip everything is empty; @chapters: (nullable): of SlChapter.
 * Returns: (transfer full) */
SlClipCues *sl_clip_cues_new (SlCasebook *casebook, SlClip *clip, GListModel *chapters) G_GNUC_WARN_UNUSED_RESULT;
void        sl_clip_cues_free (SlClipCues *self);

/* A cue by kind ("note" finds titles too) and id. Returns: (transfer none) (nullable) */
SlCue *sl_clip_cues_lookup (SlClipCues *self, SlCueKind kind, const char *id);

/* The spans of @notes (of SlCue), each at least as long as it takes to read the note at @speed characters a
 * second (0: as the casebook has them). Returns: (transfer full) (array): one span a note */
SlSpan *sl_clip_cues_readable_spans (GPtrArray *notes, guint speed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
