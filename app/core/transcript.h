/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "passage.h"
#include "wording.h"

G_BEGIN_DECLS

/**
 * sl_transcript_new: everything that is said, described and shown in a clip, in the order of time. A pure function.
 * @chapters: (nullable): of SlChapter: those of the clip, and of its film's file, see chapter-merge
 * @first: the language to read
 * @other: (nullable): another beside it
 * @n_steps: (out) (optional): how much work that was, for tests of it
 *
 * What the same person says in one go is one passage, which ends with the chapter, where a note begins, after a silence
 * or, at the end of a sentence, when it gets long. Words that @other has for what @first says are found by the captions'
 * ids, or else by their starts, or stand beside what is said then; none are left out. Of those who tell nothing else the
 * catalogue of their language does. Descriptions are read in the same ways, each a passage of its own. A fact stands behind the first note that tells it. Hidden chapters are left out.
 *
 * Returns: (transfer full): of SlCue, by start, each of an SlPassage; the kind is that of the passage
 */
GListModel *sl_transcript_new (SlCasebook *casebook,
                               SlClip     *clip,
                               GListModel *chapters,
                               SlWording  *first,
                               SlWording  *other,
                               guint64    *n_steps) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
