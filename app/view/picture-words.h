/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlPictureWords: title words and captions over the picture, sized with it.
 *
 * Properties: "titles" and "captions", GListModels of SlCue that hold what is to be seen now (nullable);
 * "caption-size" (int, percent), "caption-font", "caption-look" and "caption-place" (caption-look.h).
 * Give it just the place of the picture. What it shows is its accessible label.
 */
#define SL_TYPE_PICTURE_WORDS (sl_picture_words_get_type ())
G_DECLARE_FINAL_TYPE (SlPictureWords, sl_picture_words, SL, PICTURE_WORDS, GtkWidget)

/* So many pixels at its head and foot are covered by something else: no word stands there. */
void sl_picture_words_set_covered (SlPictureWords *self, int head, int foot);

G_END_DECLS
