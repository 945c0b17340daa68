/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @folder: what was chosen */
typedef void (*SlCasebookChosen) (GtkWindow *window, GFile *folder);

/* Lets the viewer choose a casebook's folder; @chosen is called when one is, unless @window is gone then. */
void sl_casebook_chooser_show (GtkWindow *window, SlCasebookChosen chosen);

G_END_DECLS
