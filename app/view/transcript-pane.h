/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pane.h"

G_BEGIN_DECLS

/**
 * SlTranscriptPane: everything that is said and shown in the clip, to be read along, looked through, and taken home.
 *
 * Property: "found" (GArray of gint64, nullable): when what is looked for is said or shown, nanoseconds, ascending.
 */
#define SL_TYPE_TRANSCRIPT_PANE (sl_transcript_pane_get_type ())
G_DECLARE_FINAL_TYPE (SlTranscriptPane, sl_transcript_pane, SL, TRANSCRIPT_PANE, SlPane)

/* The reader wants to look for something: the field has the focus. */
void sl_transcript_pane_look_for (SlTranscriptPane *self);

/* Returns: (transfer none) (nullable): of SlCue of SlPassage; NULL before it is first seen */
GListModel *sl_transcript_pane_get_transcript (SlTranscriptPane *self);

G_END_DECLS
