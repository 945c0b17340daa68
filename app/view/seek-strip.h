/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlSeekStrip: the film's time as a strip: chapters as segments, notes as ticks, the viewer's own below as dots, the
 * moment as a knob.
 *
 * Properties: "session"; "conductor", whose loop it encloses in brackets; "found" (GArray of gint64, nanoseconds, ascending,
 * nullable): when what is looked for comes, with a mark below each. Time runs from left to right in every language. Actions used: win.scrub(x) while
 * dragging, win.seek(x) and win.seek-by(x) otherwise; times are nanoseconds.
 */
#define SL_TYPE_SEEK_STRIP (sl_seek_strip_get_type ())
G_DECLARE_FINAL_TYPE (SlSeekStrip, sl_seek_strip, SL, SEEK_STRIP, GtkWidget)

/* What is said over the place @x pixels from its left: the time, the note whose tick is there, the chapter. Returns: (transfer full) */
char *sl_seek_strip_name_place (SlSeekStrip *self, double x) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
