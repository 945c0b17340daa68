/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "conductor.h"

G_BEGIN_DECLS

/**
 * SlStage: the picture, the words over it, and what went wrong with it.
 *
 * Properties: "session", "conductor", "captions-shown". Under the cairo renderer it asks the conductor for
 * frames of just its own size in device pixels.
 */
#define SL_TYPE_STAGE (sl_stage_get_type ())
G_DECLARE_FINAL_TYPE (SlStage, sl_stage, SL, STAGE, GtkWidget)

G_END_DECLS
