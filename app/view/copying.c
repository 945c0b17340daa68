/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A moment of the film in words that a casebook, or anybody who has it, understands. */
#include "config.h"

#include "copying.h"

#include "link-start.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GWeakRef widget;
  GWeakRef session;
} Between;

static void
between_free (Between *self, GClosure *closure)
{
  g_weak_ref_clear (&self->widget);
  g_weak_ref_clear (&self->session);
  g_free (self);
}

static void
copy_cb (GAction *action, GVariant *parameter, Between *between)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&between->widget);
  g_autoptr (SlSession) session = g_weak_ref_get (&between->session);
  g_autofree char *text = NULL, *said = NULL;

  if (widget == NULL || session == NULL || sl_session_get_clip (session) == NULL)
    return;
  text = g_str_equal (g_action_get_name (action), "copy-link") ? sl_link_start_write (session) : sl_time_format (sl_session_get_time (session));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  /* Translators: %s is what can be pasted now: a time or a link. */
  said = g_strdup_printf (_ ("Copied %s"), text);
  gtk_widget_activate_action (widget, "win.tell", "s", said);
}

void
sl_copying_add (GActionMap *map, GtkWidget *widget, SlSession *session)
{
  static const char *const names[] = {"copy-time", "copy-link"};

  g_return_if_fail (G_IS_ACTION_MAP (map) && GTK_IS_WIDGET (widget) && SL_IS_SESSION (session));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (names[i], NULL);
      Between *between = g_new0 (Between, 1);

      g_weak_ref_init (&between->widget, widget);
      g_weak_ref_init (&between->session, session);
      g_signal_connect_data (action, "activate", G_CALLBACK (copy_cb), between, (GClosureNotify)between_free, 0);
      g_action_map_add_action (map, G_ACTION (action));
    }
}
