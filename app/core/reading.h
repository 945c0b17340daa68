/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "note.h"

G_BEGIN_DECLS

/* Kinds of notes, each by the bit of its number in SlNoteKind. */
typedef enum {
  SL_NOTE_KINDS_CONTEXT = 1 << SL_NOTE_KIND_CONTEXT,
  SL_NOTE_KINDS_FACT = 1 << SL_NOTE_KIND_FACT,
  SL_NOTE_KINDS_PERSON = 1 << SL_NOTE_KIND_PERSON,
  SL_NOTE_KINDS_PLACE = 1 << SL_NOTE_KIND_PLACE,
  SL_NOTE_KINDS_QUOTE = 1 << SL_NOTE_KIND_QUOTE,
  SL_NOTE_KINDS_PRODUCTION = 1 << SL_NOTE_KIND_PRODUCTION,
  SL_NOTE_KINDS_ALL = (1 << SL_NOTE_KIND_TITLE) - 1,
} SlNoteKinds;

#define SL_TYPE_NOTE_KINDS (sl_note_kinds_get_type ())
GType sl_note_kinds_get_type (void);

/**
 * SlReading: how somebody wants to read what is told, and what they have agreed to see. Each session has one.
 *
 * Properties, all writable: "easy-words" (boolean): easy-read wording where there is some; "hide-later" (boolean, TRUE):
 * what is told later in the film is not shown yet; "note-kinds" (SlNoteKinds): which notes are listed; "later-shown"
 * (boolean): what comes later was asked for, until another clip; "ask-first" (boolean, TRUE): advisories are to be accepted;
 * "agreed" (GStrv): what was agreed to see, of all casebooks, the latest thousand, to be remembered. Signal: "opened" (char *fact): a fact is to be
 * shown with more of it than before.
 */
#define SL_TYPE_READING (sl_reading_get_type ())
G_DECLARE_FINAL_TYPE (SlReading, sl_reading, SL, READING, GObject)

SlReading *sl_reading_new (void) G_GNUC_WARN_UNUSED_RESULT;

gboolean    sl_reading_get_easy_words (SlReading *self);
SlNoteKinds sl_reading_get_note_kinds (SlReading *self);
gboolean    sl_reading_get_hides_later (SlReading *self); /* by the reader's habit, and not asked for in this clip */

/* Another casebook (its id, nullable) was opened: what follows is about that one. The same one: nothing. */
void sl_reading_begin_casebook (SlReading *self, const char *casebook);

/* A graphic fact is closed until it is revealed, once; the detail and sources of any until it is opened. */
void     sl_reading_reveal (SlReading *self, const char *fact);
gboolean sl_reading_is_revealed (SlReading *self, const char *fact);
void     sl_reading_set_opened (SlReading *self, const char *fact, gboolean opened);
gboolean sl_reading_is_opened (SlReading *self, const char *fact);

/* The advisories of a clip are shown before it plays until they were accepted, once. @advisory: names them in the casebook */
void     sl_reading_accept (SlReading *self, const char *advisory);
gboolean sl_reading_is_accepted (SlReading *self, const char *advisory);
gboolean sl_reading_must_ask (SlReading *self, const char *advisory); /* whether it has to be accepted before it plays */

G_END_DECLS
