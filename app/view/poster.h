/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "casebook.h"

G_BEGIN_DECLS

/**
 * SlPoster: the poster of a clip, in the place of a picture that it does not have; or that of a film, which fills all
 * the room there is. Hidden while there is none.
 */
#define SL_TYPE_POSTER (sl_poster_get_type ())
G_DECLARE_FINAL_TYPE (SlPoster, sl_poster, SL, POSTER, GtkWidget)

/* @clip: (nullable): one of @casebook; NULL: no poster. What is shown already is not read again. */
void sl_poster_show (SlPoster *self, SlCasebook *casebook, SlClip *clip);
void sl_poster_show_film (SlPoster *self, SlCasebook *casebook, SlFilm *film);

/* The clip's own, else its film's. @alt: (out) (nullable) (transfer none): the same in words.
 * Returns: (transfer full) (nullable): a file that may not be there */
GFile *sl_poster_find (SlCasebook *casebook, SlClip *clip, const char **alt) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
