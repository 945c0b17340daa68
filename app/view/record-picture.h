/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlRecordPicture: a picture of a casebook beside its words: as wide as there is room, never larger than it is. Until it
 * is there, and where it cannot be shown, it is told in words.
 */
#define SL_TYPE_RECORD_PICTURE (sl_record_picture_get_type ())
G_DECLARE_FINAL_TYPE (SlRecordPicture, sl_record_picture, SL, RECORD_PICTURE, GtkWidget)

/* @folder: (nullable): of the casebook; @path: (nullable): in it; @alt: (nullable): the picture in words. Without a path it
 * is told in words: the file may be gone; without either it is hidden. What is shown already is not read again. */
void sl_record_picture_show (SlRecordPicture *self, GFile *folder, const char *path, const char *alt);

/* Returns: whether the picture itself is shown */
gboolean sl_record_picture_is_shown (SlRecordPicture *self);

G_END_DECLS
