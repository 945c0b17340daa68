/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SlApplication: the command line, and one window for it. Its exit status is documented in sidelight(1).
 */
#define SL_TYPE_APPLICATION (sl_application_get_type ())
G_DECLARE_FINAL_TYPE (SlApplication, sl_application, SL, APPLICATION, AdwApplication)

SlApplication *sl_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Runs until the window is closed. Returns: the exit status */
int sl_application_run (SlApplication *self, int argc, char **argv);

G_END_DECLS
