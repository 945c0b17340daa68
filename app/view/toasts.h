/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Says @text, which nobody needs to answer, in as many lines as it needs. @label: (nullable): of a button that does @action
 * with @target (nullable: floating or not); with one it stays for longer. */
void sl_toasts_tell (AdwToastOverlay *toasts, const char *text, const char *label, const char *action, GVariant *target);

G_END_DECLS
