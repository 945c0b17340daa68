/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conductor.h"

G_BEGIN_DECLS

/**
 * SlReadingPace: the time that the reader is given, as the settings say: before a note that was chosen, and for one
 * that is short.
 */
#define SL_TYPE_READING_PACE (sl_reading_pace_get_type ())
G_DECLARE_FINAL_TYPE (SlReadingPace, sl_reading_pace, SL, READING_PACE, GObject)

/* Adds "seek-moment" (x, nanoseconds) to @map: goes to what leads up to that time. @settings: (nullable) */
SlReadingPace *sl_reading_pace_new (GActionMap *map, SlConductor *conductor, GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
