/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cue.h"
#include "note.h"

G_BEGIN_DECLS

/* What the note of @cue is called by, in one line that can stand in a sentence: its title or, without one, its text, what
 * its facts say, its picture in words, or the kind of what it tells. Returns: (transfer full) */
char *sl_note_words_name (SlCue *cue) G_GNUC_WARN_UNUSED_RESULT;

/* What the facts of @cue say, each in a paragraph, with their inline marks; what is graphic is not told. Returns: (transfer
 * full) (nullable): NULL without facts */
char *sl_note_words_of_facts (SlCue *cue) G_GNUC_WARN_UNUSED_RESULT;

/* The kind of what @note tells, as a heading. (transfer none) */
const char *sl_note_words_kind (SlNoteKind kind);

G_END_DECLS
