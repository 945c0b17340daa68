/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlResumeBar: tells, over the picture and for a while, that a clip goes on where it was left, and offers to
 * start it over. Action used: win.start-over.
 *
 * Property: "at" (gint64), nanoseconds: where it goes on; -1 puts the bar away.
 */
#define SL_TYPE_RESUME_BAR (sl_resume_bar_get_type ())
G_DECLARE_FINAL_TYPE (SlResumeBar, sl_resume_bar, SL, RESUME_BAR, GtkWidget)

G_END_DECLS
