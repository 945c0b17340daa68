/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reading-pause.h"

G_BEGIN_DECLS

/**
 * SlQuiet: nothing comes up beside the film until a chapter has ended; then its notes are offered.
 *
 * Properties: "on" (gboolean); "offered" (guint, read-only): how many notes are offered now, of which
 * "title" (string, read-only) (nullable) is the chapter.
 */
#define SL_TYPE_QUIET (sl_quiet_get_type ())
G_DECLARE_FINAL_TYPE (SlQuiet, sl_quiet, SL, QUIET, GObject)

/* @page: has a property "panel-shown", which is FALSE while it is quiet; it is not kept alive. Who reads what was
 * offered is waited for by @pause. */
SlQuiet *sl_quiet_new (SlConductor *conductor, SlReadingPause *pause, GObject *page) G_GNUC_WARN_UNUSED_RESULT;

void sl_quiet_read (SlQuiet *self);     /* shows what is offered, while the film waits */
void sl_quiet_put_away (SlQuiet *self); /* offers it no more */

gboolean    sl_quiet_get_on (SlQuiet *self);
guint       sl_quiet_get_offered (SlQuiet *self);
const char *sl_quiet_get_title (SlQuiet *self); /* (nullable) */

G_END_DECLS
