/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format.h"
#include "timed-text.h"
#include "webvtt-writer.h"

G_BEGIN_DECLS

/* The captions, the chapters or, as metadata, the notes. See SlExportFunc. */
gboolean sl_webvtt_export (SlExport *export, GString *text, GError **error);

/* Returns: (transfer full): @record, one of the cues, as a cue of a caption file */
SlTimedText *sl_webvtt_export_cue (JsonObject *record) G_GNUC_WARN_UNUSED_RESULT;

/* Counts what a writer of captions could not write. */
void sl_webvtt_export_count (SlExport *export, SlRecordsKind kind, SlCaptionLoss loss);

G_END_DECLS
