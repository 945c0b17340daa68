/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/**
 * SlMarks: what viewers have marked, with words of their own, clip by clip: the session has those of its clip. They are
 * kept in the store, in the order in which they came and without waiting for the disk; what cannot be kept stays here.
 *
 * Signal: "not-kept": something could not be written, and waits to be tried again.
 */
#define SL_TYPE_MARKS (sl_marks_get_type ())
G_DECLARE_FINAL_TYPE (SlMarks, sl_marks, SL, MARKS, GObject)

SlMarks *sl_marks_new (SlSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* @path: (nullable): of the store; without one they are gone with this. What is to be written is, before this returns. */
void sl_marks_remember (SlMarks *self, const char *path);

/* Marks the moment that is shown. Returns: (transfer none) (nullable): NULL without a clip */
SlMark *sl_marks_add (SlMarks *self);

/* By id, in whichever clip that was shown; each does nothing where there is no such mark. */
void     sl_marks_reword (SlMarks *self, const char *id, const char *words);
gboolean sl_marks_remove (SlMarks *self, const char *id); /* until it is put back, or for ever */
gboolean sl_marks_put_back (SlMarks *self, const char *id);

void sl_marks_try_again (SlMarks *self); /* to write what could not be kept */

G_END_DECLS
