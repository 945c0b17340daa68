/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK changes the default size of a window with its size, but for full screen, which nobody wants to begin in. */
#include "window-state.h"

#include "settings.h"

void
sl_window_state_keep (GtkWindow *window)
{
  g_autoptr (GSettings) settings = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));

  settings = sl_settings_new ();
  if (settings == NULL)
    return;
  g_settings_bind (settings, "window-width", window, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", window, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", window, "maximized", G_SETTINGS_BIND_DEFAULT);
}
