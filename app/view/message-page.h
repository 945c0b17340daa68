/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SlMessagePage: why there is nothing else to see, and what to do. Actions used: win.open, win.open-folder, win.copy (s).
 */
#define SL_TYPE_MESSAGE_PAGE (sl_message_page_get_type ())
G_DECLARE_FINAL_TYPE (SlMessagePage, sl_message_page, SL, MESSAGE_PAGE, GtkWidget)

/* @title and @text are no markup; @details: (nullable): for a bug report, copied with the others. */
void sl_message_page_show (SlMessagePage *self, const char *title, const char *text, const char *details);

G_END_DECLS
