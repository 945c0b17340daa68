/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conductor.h"

G_BEGIN_DECLS

/**
 * SlSectionLoop: a loop from here to there, said while watching: where it begins, where it ends, and enough of it.
 *
 * Property: "start" (gint64): nanoseconds where it will begin, while its end is still to be said; else -1.
 */
#define SL_TYPE_SECTION_LOOP (sl_section_loop_get_type ())
G_DECLARE_FINAL_TYPE (SlSectionLoop, sl_section_loop, SL, SECTION_LOOP, GObject)

SlSectionLoop *sl_section_loop_new (SlConductor *conductor) G_GNUC_WARN_UNUSED_RESULT;

/* Begins a section at the picture that is shown; ends it there and goes round in it; or goes on. A second point before
 * the first is its beginning. */
void sl_section_loop_mark (SlSectionLoop *self);

G_END_DECLS
