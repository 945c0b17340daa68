/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conductor.h"

G_BEGIN_DECLS

typedef enum {
  SL_OWN_COPIES_NONE,      /* no clip, or one that needs no copy */
  SL_OWN_COPIES_WANTED,    /* it needs one, and none was chosen */
  SL_OWN_COPIES_GIVEN,     /* it has one */
  SL_OWN_COPIES_OTHER_CUT, /* it has one, of another length; its film waits for what the viewer says to that */
} SlOwnCopiesState;

#define SL_TYPE_OWN_COPIES_STATE (sl_own_copies_state_get_type ())
GType sl_own_copies_state_get_type (void);

/**
 * SlOwnCopies: which file of their own viewers have chosen for a clip whose film is not in its casebook, how it lies
 * against the clip, and whether it can be the same cut. Remembers it. The conductor has the copy of each clip before
 * it is asked to open it.
 *
 * Properties: "state" (SlOwnCopiesState, its notify tells of a new file as well) and "offset" (gint64, nanoseconds,
 * as in SlOwnCopy).
 * Signals: "chosen" (const char *clip): that clip is to be opened anew; "not-kept" (const char *path): the store there
 * cannot be written; said once.
 */
#define SL_TYPE_OWN_COPIES (sl_own_copies_get_type ())
G_DECLARE_FINAL_TYPE (SlOwnCopies, sl_own_copies, SL, OWN_COPIES, GObject)

/* Made before anybody opens a clip with @conductor. */
SlOwnCopies *sl_own_copies_new (SlConductor *conductor) G_GNUC_WARN_UNUSED_RESULT;

/* @path: (nullable): of the store; without one nothing is remembered */
void sl_own_copies_remember (SlOwnCopies *self, const char *path);

/* What viewers say of the clip that is watched; each does nothing where it makes no sense. */
void sl_own_copies_choose (SlOwnCopies *self, GFile *file);
void sl_own_copies_forget (SlOwnCopies *self); /* the file itself stays as it is */
void sl_own_copies_accept (SlOwnCopies *self); /* it may be another cut */
void sl_own_copies_set_offset (SlOwnCopies *self, gint64 offset);
void sl_own_copies_align (SlOwnCopies *self, gint64 time); /* the picture that is shown is the clip's at @time */

SlConductor     *sl_own_copies_get_conductor (SlOwnCopies *self); /* (transfer none) */
SlOwnCopiesState sl_own_copies_get_state (SlOwnCopies *self);
gint64           sl_own_copies_get_offset (SlOwnCopies *self);
char            *sl_own_copies_get_name (SlOwnCopies *self);     /* (transfer full) (nullable): the file's, to be shown */
gint64           sl_own_copies_get_length (SlOwnCopies *self);   /* of the file; nanoseconds; 0 while unknown */
gint64           sl_own_copies_get_expected (SlOwnCopies *self); /* how long it should be; 0 without a clip */
const char      *sl_own_copies_get_source (SlOwnCopies *self);   /* (nullable): where a copy can be had, in the casebook's words */

G_END_DECLS
