/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "announcer.h"
#include "quiet.h"

G_BEGIN_DECLS

/**
 * SlReadingBar: over the picture, that the film waits for its reader and how it goes on; or what a quiet chapter had.
 * Takes no focus of its own accord.
 */
#define SL_TYPE_READING_BAR (sl_reading_bar_get_type ())
G_DECLARE_FINAL_TYPE (SlReadingBar, sl_reading_bar, SL, READING_BAR, GtkWidget)

/* What it tells of, and who says it. Once. */
void sl_reading_bar_follow (SlReadingBar *self, SlReadingPause *pause, SlQuiet *quiet, SlAnnouncer *announcer);

/* Whether the notes are in sight. While they are not, a film that waits for their reader offers to show them, by the
 * action "reading.show-notes" of whatever page the bar is in. */
void sl_reading_bar_set_notes_shown (SlReadingBar *self, gboolean shown);

G_END_DECLS
