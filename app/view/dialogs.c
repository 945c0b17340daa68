/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the main menu opens, each once. What is in it is its own matter. */
#include "dialogs.h"

#include "about.h"
#include "casebook-window.h"
#include "preferences.h"
#include "settings.h"
#include "shortcuts.h"
#include "toplevels.h"

typedef GtkWindow *(*Maker) (SlWindow *window);

static GtkWindow *
make_preferences (SlWindow *window)
{
  g_autoptr (GSettings) settings = sl_settings_new ();

  return settings ? GTK_WINDOW (sl_preferences_new (GTK_WINDOW (window), settings)) : NULL;
}

static GtkWindow *
make_shortcuts (SlWindow *window)
{
  return sl_shortcuts_new (GTK_WINDOW (window));
}

static GtkWindow *
make_casebook (SlWindow *window)
{
  SlCasebook *casebook = sl_session_get_casebook (sl_conductor_get_session (sl_window_get_conductor (window)));

  return casebook ? GTK_WINDOW (sl_casebook_window_new (GTK_WINDOW (window), casebook)) : NULL;
}

static GtkWindow *
make_about (SlWindow *window)
{
  return sl_about_new (GTK_WINDOW (window), sl_window_get_conductor (window));
}

static const struct
{
  const char *action;
  Maker       make;
} dialogs[] = {{"preferences", make_preferences}, {"shortcuts", make_shortcuts}, {"casebook", make_casebook}, {"about", make_about}};

static void
open_cb (SlWindow *window, GVariant *parameter, GAction *action)
{
  GtkWindow *dialog = sl_toplevels_find_over (GTK_WINDOW (window));

  for (guint i = 0; i < G_N_ELEMENTS (dialogs) && dialog == NULL; i++)
    if (g_str_equal (dialogs[i].action, g_action_get_name (action)))
      dialog = dialogs[i].make (window);
  if (dialog)
    gtk_window_present (dialog);
}

static gboolean
is_there (GBinding *binding, const GValue *casebook, GValue *enabled, gpointer data)
{
  g_value_set_boolean (enabled, g_value_get_object (casebook) != NULL);
  return TRUE;
}

void
sl_dialogs_add (SlWindow *window)
{
  SlSession      *session;
  GtkApplication *application;

  g_return_if_fail (SL_IS_WINDOW (window));

  session = sl_conductor_get_session (sl_window_get_conductor (window));
  application = gtk_window_get_application (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (dialogs[i].action, NULL);

      g_signal_connect_object (action, "activate", G_CALLBACK (open_cb), window, G_CONNECT_SWAPPED);
      if (dialogs[i].make == make_casebook)
        g_object_bind_property_full (session, "casebook", action, "enabled", G_BINDING_SYNC_CREATE, is_there, NULL, NULL, NULL);
      g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (action));
    }
}
