/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cue.h"

G_BEGIN_DECLS

/**
 * SlTranscriptRow: one passage of a transcript. Its words can be selected; a tap on some leads to when they are said.
 *
 * Property: "cue" (SlCue of an SlPassage, nullable).
 */
#define SL_TYPE_TRANSCRIPT_ROW (sl_transcript_row_get_type ())
G_DECLARE_FINAL_TYPE (SlTranscriptRow, sl_transcript_row, SL, TRANSCRIPT_ROW, GtkWidget)

G_END_DECLS
