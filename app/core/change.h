/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "date.h"

G_BEGIN_DECLS

/**
 * SlChange: a dated change of a fact, or a correction of the whole casebook. An immutable record: its
 * properties are named as its getters, with dashes, and what a getter returns belongs to the record.
 */
#define SL_TYPE_CHANGE (sl_change_get_type ())
G_DECLARE_FINAL_TYPE (SlChange, sl_change, SL, CHANGE, GObject)

const SlDate      *sl_change_get_date (SlChange *self);
const char        *sl_change_get_text (SlChange *self);
const char *const *sl_change_get_records (SlChange *self); /* what it is about, such as "fact/refund" */

G_END_DECLS
