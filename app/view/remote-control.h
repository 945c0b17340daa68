/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/**
 * SlRemoteControl: shows a window's film to the desktop, by MPRIS, and does what the desktop wants done with it.
 *
 * Signal: "open-link" (const char *link)
 */
#define SL_TYPE_REMOTE_CONTROL (sl_remote_control_get_type ())
G_DECLARE_FINAL_TYPE (SlRemoteControl, sl_remote_control, SL, REMOTE_CONTROL, GObject)

/* @window: not kept alive; once it is gone nothing is done any more */
SlRemoteControl *sl_remote_control_new (SlWindow *window) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
