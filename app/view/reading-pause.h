/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conductor.h"

G_BEGIN_DECLS

/**
 * SlReadingPause: the film waits for its reader: where the author of a note suggests it, or where it is asked for.
 *
 * Properties: "enabled" (gboolean): whether suggestions are followed; "waiting" (gboolean, read-only): until the
 * film goes on, is sought in, or goes away.
 */
#define SL_TYPE_READING_PAUSE (sl_reading_pause_get_type ())
G_DECLARE_FINAL_TYPE (SlReadingPause, sl_reading_pause, SL, READING_PAUSE, GObject)

SlReadingPause *sl_reading_pause_new (SlConductor *conductor) G_GNUC_WARN_UNUSED_RESULT;

void     sl_reading_pause_begin (SlReadingPause *self);
gboolean sl_reading_pause_get_waiting (SlReadingPause *self);

G_END_DECLS
