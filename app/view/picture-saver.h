/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called once the picture is saved or could not be, with words that say so. */
typedef void (*SlPictureSaved) (GtkWindow *window, const char *text);

/* Asks where to keep @texture as PNG and does it; @name is proposed. The file is whole or not there. Nothing is told
 * when the viewer decides otherwise, or @window is gone. */
void sl_picture_saver_ask (GtkWindow *window, GdkTexture *texture, const char *name, SlPictureSaved saved);

/* The same in a @file that is known. */
void sl_picture_saver_save (GtkWindow *window, GdkTexture *texture, GFile *file, SlPictureSaved saved);

/* Returns: (transfer full): what is wrong, and what to do */
char *sl_picture_saver_explain (const GError *error) G_GNUC_WARN_UNUSED_RESULT;

/* @title of the clip, and @time in nanoseconds. Returns: (transfer full): such as "Title 1-23.456.png" */
char *sl_picture_saver_build_name (const char *title, gint64 time) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
