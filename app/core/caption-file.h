/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "caption.h"

G_BEGIN_DECLS

/* Reads WebVTT or SubRip, whatever the file is called. Blocks: for a thread. Other characters than UTF-8 as in subrip.h.
 * Returns: (transfer full): of SlCaption, never empty; NULL with @error of GIO, SL_WEBVTT_ERROR or SL_SUBRIP_ERROR */
GListModel *sl_caption_file_read (GFile *file, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
