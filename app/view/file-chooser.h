/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @file: what was chosen */
typedef void (*SlFileChosen) (GtkWindow *window, GFile *file, gpointer data);

/* Lets the viewer choose a folder or a file, by @action, under @title; @patterns: (nullable): of the names to
 * offer, or kinds of files (MIME types).
 * @chosen is called with @data when one is, unless @window is gone then; @free_data (nullable) in any case after that. */
void sl_file_chooser_show (GtkWindow           *window,
                           GtkFileChooserAction action,
                           const char          *title,
                           const char *const   *patterns,
                           SlFileChosen         chosen,
                           gpointer             data,
                           GDestroyNotify       free_data);

/* The same with a @chooser (transfer full) that is made already. */
void sl_file_chooser_run (GtkFileChooserNative *chooser, GtkWindow *window, SlFileChosen chosen, gpointer data, GDestroyNotify free_data);

G_END_DECLS
