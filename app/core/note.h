/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  SL_NOTE_KIND_CONTEXT,
  SL_NOTE_KIND_FACT,
  SL_NOTE_KIND_PERSON,
  SL_NOTE_KIND_PLACE,
  SL_NOTE_KIND_QUOTE,
  SL_NOTE_KIND_PRODUCTION,
  SL_NOTE_KIND_TITLE, /* words drawn over the picture */
} SlNoteKind;

#define SL_TYPE_NOTE_KIND (sl_note_kind_get_type ())
GType sl_note_kind_get_type (void);

/**
 * SlNote: what is told beside a span of a clip. An immutable record: its properties are named as its
 * getters, with dashes, and what a getter returns belongs to the record.
 */
#define SL_TYPE_NOTE (sl_note_get_type ())
G_DECLARE_FINAL_TYPE (SlNote, sl_note, SL, NOTE, GObject)

const char        *sl_note_get_id (SlNote *self); /* unique in its clip */
SlNoteKind         sl_note_get_kind (SlNote *self);
gint64             sl_note_get_start (SlNote *self);   /* nanoseconds, inside the clip */
gint64             sl_note_get_end (SlNote *self);     /* nanoseconds; the start for a point */
const char        *sl_note_get_title (SlNote *self);   /* (nullable) */
const char        *sl_note_get_text (SlNote *self);    /* (nullable) */
const char *const *sl_note_get_facts (SlNote *self);   /* ids */
const char *const *sl_note_get_people (SlNote *self);  /* ids */
const char *const *sl_note_get_events (SlNote *self);  /* ids */
const char *const *sl_note_get_places (SlNote *self);  /* ids */
const char *const *sl_note_get_sources (SlNote *self); /* ids */
const char        *sl_note_get_image (SlNote *self);   /* (nullable): path in the casebook */
const char        *sl_note_get_alt (SlNote *self);     /* (nullable): the image in words */
gboolean           sl_note_get_pause (SlNote *self);   /* a suggestion to pause the film */
gint64             sl_note_get_minimum (SlNote *self); /* nanoseconds on the screen at least; 0 = any */
const char        *sl_note_get_easy (SlNote *self);    /* (nullable): easy-read wording */
const char        *sl_note_get_trigger (SlNote *self); /* (nullable): why one sees this */

G_END_DECLS
