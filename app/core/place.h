/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SlPlace: a place where something happened. An immutable record: its properties are named as its getters,
 * with dashes, and what a getter returns belongs to the record.
 */
#define SL_TYPE_PLACE (sl_place_get_type ())
G_DECLARE_FINAL_TYPE (SlPlace, sl_place, SL, PLACE, GObject)

const char        *sl_place_get_id (SlPlace *self);
const char        *sl_place_get_name (SlPlace *self);
const char *const *sl_place_get_other_names (SlPlace *self);
const char        *sl_place_get_coordinates (SlPlace *self); /* (nullable): "latitude,longitude", degrees */
const char        *sl_place_get_note (SlPlace *self);        /* (nullable) */
GListModel        *sl_place_get_citations (SlPlace *self);   /* (nullable): of SlCitation */

G_END_DECLS
