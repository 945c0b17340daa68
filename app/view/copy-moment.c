/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A moment of the film in words that a casebook, or anybody who has it, understands. */
#include "config.h"

#include "copy-moment.h"

#include "link-start.h"

#include <glib/gi18n-lib.h>

void
sl_copy_moment (GtkWidget *window, SlSession *session, gboolean as_link)
{
  g_autofree char *text = NULL;
  g_autofree char *said = NULL;

  g_return_if_fail (GTK_IS_WIDGET (window) && SL_IS_SESSION (session));

  if (sl_session_get_clip (session) == NULL)
    return;
  text = as_link ? sl_link_start_write (session) : sl_time_format (sl_session_get_time (session));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (window), text);
  /* Translators: %s is what can be pasted now: a time or a link. */
  said = g_strdup_printf (_ ("Copied %s"), text);
  gtk_widget_activate_action (window, "win.tell", "s", said);
}
