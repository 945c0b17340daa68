/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlAccent: the one accent colour of the open casebook, on one display. Owned by the window.
 */
typedef struct _SlAccent SlAccent;

SlAccent *sl_accent_new (GdkDisplay *display) G_GNUC_WARN_UNUSED_RESULT;
void      sl_accent_free (SlAccent *self); /* the display has its own accent again */

/* @colour: (nullable): "#rrggbb"; anything else is Sidelight's own */
void sl_accent_set (SlAccent *self, const char *colour);

G_END_DECLS
