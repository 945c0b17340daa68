/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A desktop's dialog chooses files or folders, never both: there is one action for each. */
#include "config.h"

#include "open-actions.h"

#include "file-chooser.h"

#include <glib/gi18n-lib.h>

static void
chosen_cb (GtkWindow *window, GFile *place, gpointer data)
{
  g_autofree char *uri = g_file_get_uri (place);

  gtk_widget_activate_action (GTK_WIDGET (window), "app.open-place", "s", uri);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const patterns[] = {"*.casebook", NULL};

  sl_file_chooser_show (GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Open a Casebook File"), patterns, chosen_cb, NULL, NULL);
}

static void
open_folder_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sl_file_chooser_show (GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("Open a Casebook Folder"), NULL, chosen_cb, NULL, NULL);
}

void
sl_open_actions_install (GtkWidgetClass *widget_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "win.open-folder", NULL, open_folder_cb);
}
