/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A moment of the film in words that a casebook, or anybody who has it, understands. */
#include "config.h"

#include "copying.h"

#include "link-start.h"

#include <glib/gi18n-lib.h>

static void
copy_cb (GAction *action, GVariant *parameter, GtkWidget *page)
{
  g_autoptr (SlSession) session = NULL;
  g_autofree char *text = NULL, *said = NULL;

  g_object_get (page, "session", &session, NULL);
  if (session == NULL || sl_session_get_clip (session) == NULL)
    return;
  text = g_str_equal (g_action_get_name (action), "copy-link") ? sl_link_start_write (session) : sl_time_format (sl_session_get_time (session));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (page), text);
  /* Translators: %s is what can be pasted now: a time or a link. */
  said = g_strdup_printf (_ ("Copied %s"), text);
  gtk_widget_activate_action (page, "win.tell", "s", said);
}

void
sl_copying_add (GActionMap *map, GtkWidget *page)
{
  static const char *const names[] = {"copy-time", "copy-link"};

  g_return_if_fail (G_IS_ACTION_MAP (map) && GTK_IS_WIDGET (page));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (names[i], NULL);

      g_signal_connect_object (action, "activate", G_CALLBACK (copy_cb), page, 0);
      g_action_map_add_action (map, G_ACTION (action));
    }
}
