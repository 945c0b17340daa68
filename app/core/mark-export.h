/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook.h"
#include "mark.h"

G_BEGIN_DECLS

typedef enum {
  SL_MARK_EXPORT_TEXT,   /* a line for each, with its time, under the title */
  SL_MARK_EXPORT_JSON,   /* one object, with all that is known of each */
  SL_MARK_EXPORT_WEBVTT, /* a cue for each; one of a moment lasts until the next, but not longer than five seconds */
} SlMarkExport;

/* @marks: (element-type SlMark): of @clip, in their order. Returns: (transfer full): UTF-8, a whole file */
char *sl_mark_export_write (SlMarkExport format, SlCasebook *casebook, SlClip *clip, GListModel *marks) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
