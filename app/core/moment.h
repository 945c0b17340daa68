/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SlMoment: a span of a clip that a fact or an event is about. An immutable record: its properties are
 * named as its getters, with dashes, and what a getter returns belongs to the record.
 */
#define SL_TYPE_MOMENT (sl_moment_get_type ())
G_DECLARE_FINAL_TYPE (SlMoment, sl_moment, SL, MOMENT, GObject)

const char *sl_moment_get_clip (SlMoment *self);  /* the clip's id */
gint64      sl_moment_get_start (SlMoment *self); /* nanoseconds */
gint64      sl_moment_get_end (SlMoment *self);   /* nanoseconds; the start for a point */

G_END_DECLS
