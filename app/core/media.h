/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SlMedia: a media file in the casebook. SlMedia and SlBringYourOwn are immutable records: their properties
 * are named as the getters, with dashes, and what a getter returns belongs to the record.
 */
#define SL_TYPE_MEDIA (sl_media_get_type ())
G_DECLARE_FINAL_TYPE (SlMedia, sl_media, SL, MEDIA, GObject)

const char *sl_media_get_file (SlMedia *self);     /* path in the casebook */
int         sl_media_get_width (SlMedia *self);    /* pixels; 0 = unknown */
int         sl_media_get_height (SlMedia *self);   /* pixels; 0 = unknown */
const char *sl_media_get_codecs (SlMedia *self);   /* (nullable) */
gint64      sl_media_get_bytes (SlMedia *self);    /* 0 = unknown */
const char *sl_media_get_sha256 (SlMedia *self);   /* (nullable): 64 lower-case hex digits */
gboolean    sl_media_get_stills (SlMedia *self);   /* a version without motion, for viewers who asked for that */
const char *sl_media_get_language (SlMedia *self); /* (nullable): BCP 47, of an interpretation in sign language */

/* SlBringYourOwn: how to know and where to get a film that the casebook may not carry. */
#define SL_TYPE_BRING_YOUR_OWN (sl_bring_your_own_get_type ())
G_DECLARE_FINAL_TYPE (SlBringYourOwn, sl_bring_your_own, SL, BRING_YOUR_OWN, GObject)

gint64      sl_bring_your_own_get_duration (SlBringYourOwn *self);     /* nanoseconds */
const char *sl_bring_your_own_get_where_to_get (SlBringYourOwn *self); /* (nullable) */

G_END_DECLS
