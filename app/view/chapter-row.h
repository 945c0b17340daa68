/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cue.h"

G_BEGIN_DECLS

/**
 * SlChapterRow: one chapter in the list, indented by its depth.
 *
 * Property: "cue" (SlCue of a chapter, nullable).
 */
#define SL_TYPE_CHAPTER_ROW (sl_chapter_row_get_type ())
G_DECLARE_FINAL_TYPE (SlChapterRow, sl_chapter_row, SL, CHAPTER_ROW, GtkWidget)

G_END_DECLS
