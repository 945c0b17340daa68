/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook.h"

G_BEGIN_DECLS

/* SlWording: what a clip and its casebook say in one language. Immutable, counted, safe on any thread. */
typedef struct _SlWording SlWording;

/* What files of timed words a clip has. */
typedef enum {
  SL_LINES_SPOKEN,    /* captions and subtitles */
  SL_LINES_DESCRIBED, /* audio descriptions */
  SL_N_LINES,
} SlLines;

/* The languages in which anything of @clip can be read: the casebook's own, then those of its captions and
 * descriptions, then those of its catalogues. Returns: (transfer full): BCP 47, each once */
GStrv sl_wording_list_languages (SlCasebook *casebook, SlClip *clip) G_GNUC_WARN_UNUSED_RESULT;

/* Reads the catalogue of @language, if there is one: blocks. One that cannot be read translates nothing.
 * Returns: (transfer full) */
SlWording *sl_wording_new (SlCasebook *casebook, SlClip *clip, const char *language) G_GNUC_WARN_UNUSED_RESULT;
/* With @captions (of SlCaption) that a viewer has brought in place of the clip's own. Nobody says in which language they
 * are: all else is in the casebook's, and they are told to be. Returns: (transfer full) */
SlWording *sl_wording_new_with_captions (SlCasebook *casebook, SlClip *clip, GListModel *captions) G_GNUC_WARN_UNUSED_RESULT;
SlWording *sl_wording_ref (SlWording *self);
void       sl_wording_unref (SlWording *self);

const char *sl_wording_get_language (SlWording *self); /* BCP 47 */
const char *sl_wording_get_source (SlWording *self);   /* BCP 47: the casebook's own */

/* Lines in that language. Returns: (transfer none) (nullable): of SlCaption */
GListModel *sl_wording_get_lines (SlWording *self, SlLines lines);
/* Lines in the casebook's language, or else the clip's first. Returns: (transfer none) (nullable): of SlCaption */
GListModel *sl_wording_get_source_lines (SlWording *self, SlLines lines);
/* What the word of @lines in the contexts of catalogues is: "caption" or "description". */
const char *sl_wording_get_context (SlLines lines);
/* Whether a catalogue may know more than the casebook itself says. */
gboolean sl_wording_has_catalogue (SlWording *self);

/* What the casebook says as @text in @context, which a catalogue knows it by (see casebook-texts).
 * @is_own: (out): whether that is in the wording's language; if not, it is @text itself
 * Returns: as long as both the wording and @text live */
const char *sl_wording_say (SlWording *self, const char *context, const char *text, gboolean *is_own);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlWording, sl_wording_unref)

G_END_DECLS
