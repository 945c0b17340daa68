/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conductor.h"

G_BEGIN_DECLS

/**
 * SlInterpreter: the clip once more, interpreted in sign language, at the same moment as the conductor's film.
 *
 * Plays nothing until it is shown, and never a sound. Signals: "frame" (SlFrame *frame): this picture is the one to
 * show from now on, or none where it is NULL; "failed" (SlFault *fault): the film goes on without it, which is said
 * once a clip, and once more when it is asked for again.
 * Properties: "available": whether the clip has an interpretation; "shown": whether it is wanted.
 */
#define SL_TYPE_INTERPRETER (sl_interpreter_get_type ())
G_DECLARE_FINAL_TYPE (SlInterpreter, sl_interpreter, SL, INTERPRETER, GObject)

/* @world: (nullable): what it plays with, for tests; its sound goes nowhere whatever it says */
SlInterpreter *sl_interpreter_new (SlConductor *conductor, const SlPlayerWorld *world) G_GNUC_WARN_UNUSED_RESULT;

gboolean sl_interpreter_get_available (SlInterpreter *self);
gboolean sl_interpreter_get_shown (SlInterpreter *self);
void     sl_interpreter_set_shown (SlInterpreter *self, gboolean shown);

/* The pixels in which it will be shown; 0 x 0: as the file has them. */
void sl_interpreter_set_output_size (SlInterpreter *self, guint width, guint height);

/* By how much a picture of [@time, @time + @duration) is ahead of @now, or behind where it is below 0; 0 while it is
 * the one to show, or a @slack off. All nanoseconds. */
gint64 sl_interpreter_find_drift (gint64 time, gint64 duration, gint64 now, gint64 slack);

G_END_DECLS
