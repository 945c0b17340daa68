/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SlPreferences: what the reader can set, each at once and for every film.
 */
#define SL_TYPE_PREFERENCES (sl_preferences_get_type ())
G_DECLARE_FINAL_TYPE (SlPreferences, sl_preferences, SL, PREFERENCES, AdwWindow)

/* For @parent (nullable), with @settings. Returns: (transfer none): GTK's, until it is closed */
SlPreferences *sl_preferences_new (GtkWindow *parent, GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
