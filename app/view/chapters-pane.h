/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pane.h"

G_BEGIN_DECLS

/**
 * SlChaptersPane: all chapters of the clip, following the film.
 */
#define SL_TYPE_CHAPTERS_PANE (sl_chapters_pane_get_type ())
G_DECLARE_FINAL_TYPE (SlChaptersPane, sl_chapters_pane, SL, CHAPTERS_PANE, SlPane)

G_END_DECLS
