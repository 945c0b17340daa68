/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SL_SCREENING_WAITING, /* the film has not begun */
  SL_SCREENING_RUNNING,
  SL_SCREENING_HELD, /* the film stands, or its reader wants the notes to */
  SL_SCREENING_OVER,
} SlScreeningState;

/**
 * SlScreening: where a film is that runs elsewhere, in a cinema or on a television.
 *
 * Whoever sees it says when it begins; after that a clock tells. @now is what that clock says, @time is the film's; both
 * are nanoseconds. The clock has to go on while the machine sleeps, as the film does.
 */
typedef struct _SlScreening SlScreening;

/* @duration: of the film; below 0 counts as 0 */
SlScreening *sl_screening_new (gint64 duration) G_GNUC_WARN_UNUSED_RESULT;
void         sl_screening_free (SlScreening *self);

/* The film is at @time now, whatever was said before; one that was held is held there. */
void sl_screening_move (SlScreening *self, gint64 now, gint64 time);
/* The same by @step nanoseconds of film, either way. Before it has begun this does nothing. */
void sl_screening_nudge (SlScreening *self, gint64 now, gint64 step);
void sl_screening_set_held (SlScreening *self, gint64 now, gboolean held);

/* Takes the last sl_screening_move() of a film that had begun back: the time that has gone by since counts. Once. */
gboolean sl_screening_can_undo (SlScreening *self);
void     sl_screening_undo (SlScreening *self, gint64 now);

gint64           sl_screening_get_time (SlScreening *self, gint64 now); /* within the film; 0 before it begins */
SlScreeningState sl_screening_get_state (SlScreening *self, gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlScreening, sl_screening_free)

G_END_DECLS
