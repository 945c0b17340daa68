/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conductor.h"
#include "store.h"

G_BEGIN_DECLS

/**
 * SlResume: remembers where each clip is left, and how it was watched, and goes on there.
 *
 * It is written every five seconds of film, when the film pauses, when its clip is left, and when this is
 * disposed of; but not before something of the clip was shown, nor when nothing has changed.
 * Signal: "not-kept" (const char *path): the store there cannot be written; said once.
 * Properties: "captions-shown", to be bound to the page that shows them; "went-on-at" (gint64), nanoseconds:
 * where the clip was gone on with, or -1, when it began at its start or where a link said.
 */
#define SL_TYPE_RESUME (sl_resume_get_type ())
G_DECLARE_FINAL_TYPE (SlResume, sl_resume, SL, RESUME, GObject)

/* @path: (nullable): of the store; without one nothing is remembered */
SlResume *sl_resume_new (SlConductor *conductor, const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* The session's clip is about to be opened at @wanted (nanoseconds) or, with SL_TIME_NONE, where it was left;
 * then rate, captions and volume are as they were, too. Returns: where to open it */
gint64 sl_resume_begin (SlResume *self, gint64 wanted);

/* The clip of the session's casebook that was left last. Returns: (transfer full) (nullable) */
SlResumePoint *sl_resume_find_newest (SlResume *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
