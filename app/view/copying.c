/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is taken along to other programs: words, and a moment of the film in those that a casebook understands. */
#include "config.h"

#include "copying.h"

#include "link-start.h"
#include "window.h"

#include <glib/gi18n-lib.h>

static void
copy_moment_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlSession       *session = sl_conductor_get_session (sl_window_get_conductor (SL_WINDOW (widget)));
  g_autofree char *text = NULL, *said = NULL;

  if (sl_session_get_clip (session) == NULL)
    return;
  text = g_str_equal (name, "win.copy-link") ? sl_link_start_write (session) : sl_time_format (sl_session_get_time (session));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  /* Translators: %s is what can be pasted now: a time or a link. */
  said = g_strdup_printf (_ ("Copied %s"), text);
  gtk_widget_activate_action (widget, "win.tell", "s", said);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), g_variant_get_string (parameter, NULL));
}

void
sl_copying_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.copy", "s", copy_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-time", NULL, copy_moment_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-link", NULL, copy_moment_cb);
}
