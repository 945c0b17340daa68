/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "clip.h"
#include "reading.h"

G_BEGIN_DECLS

/**
 * SlClipCard: a clip to watch: its title, kind, length and whether it is here. Property: "clip".
 * Action used: win.watch(s), with the clip's id.
 */
#define SL_TYPE_CLIP_CARD (sl_clip_card_get_type ())
G_DECLARE_FINAL_TYPE (SlClipCard, sl_clip_card, SL, CLIP_CARD, GtkWidget)

/* @reading: (nullable): whether what is to be known before was accepted, which is said until then */
SlClipCard *sl_clip_card_new (SlClip *clip, SlReading *reading) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
