/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format.h"

G_BEGIN_DECLS

/* WebVTT as captions, as chapters, which are nested by their times, or as metadata, whose cues hold a note
 * each as JSON. See SlImportFunc. */
gboolean sl_webvtt_import (SlImport *import, GBytes *bytes, GError **error);

/* Puts @cues into the records as captions. @cues: (element-type SlTimedText) */
void sl_webvtt_import_captions (SlImport *import, GPtrArray *cues);

G_END_DECLS
