/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/* Adds what the main menu opens to @window's application: app.preferences, app.shortcuts, app.casebook, app.about. */
void sl_dialogs_add (SlWindow *window);

G_END_DECLS
