/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "conductor.h"

G_BEGIN_DECLS

/**
 * SlTrace: what happened, as JSON Lines, for tests and bug reports. The events stand in sidelight(1) and
 * are kept stable. Each line is whole as soon as it is written.
 */
#define SL_TYPE_TRACE (sl_trace_get_type ())
G_DECLARE_FINAL_TYPE (SlTrace, sl_trace, SL, TRACE, GObject)

/* Opens @path for writing and says `start`. Returns: (transfer full); NULL with @error of G_FILE_ERROR */
SlTrace *sl_trace_new (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes frames, cues, seeks, states and faults of @conductor from now on, and when the first frame of @window, which is
 * not realized yet, is on the screen. */
void sl_trace_follow (SlTrace *self, SlConductor *conductor, GtkWidget *window);

void sl_trace_page (SlTrace *self, const char *page);
void sl_trace_findings (SlTrace *self, GPtrArray *findings); /* (element-type SlFinding) */

G_END_DECLS
