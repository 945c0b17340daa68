/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Says @text, which nobody needs to answer, in as many lines as it needs. @details: (nullable): for a bug report; a
 * button that is called @copy copies them, and it stays for longer. Actions used: win.copy (s). */
void sl_toasts_tell (AdwToastOverlay *toasts, const char *text, const char *details, const char *copy);

G_END_DECLS
