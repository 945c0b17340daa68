/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "conductor.h"

G_BEGIN_DECLS

/**
 * SlStayAwake: the screen is not blanked while a picture plays in @window. Sound alone, a pause, the end and
 * a film that is being opened leave the desktop its way.
 */
#define SL_TYPE_STAY_AWAKE (sl_stay_awake_get_type ())
G_DECLARE_FINAL_TYPE (SlStayAwake, sl_stay_awake, SL, STAY_AWAKE, GObject)

/* @window: not kept alive */
SlStayAwake *sl_stay_awake_new (GtkWindow *window, SlConductor *conductor) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
