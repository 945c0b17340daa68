/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "casebook.h"

G_BEGIN_DECLS

/**
 * SlFilmCard: a film by its poster, or by its title as one. Property: "film".
 */
#define SL_TYPE_FILM_CARD (sl_film_card_get_type ())
G_DECLARE_FINAL_TYPE (SlFilmCard, sl_film_card, SL, FILM_CARD, GtkWidget)

/* @film: one of @casebook */
SlFilmCard *sl_film_card_new (SlCasebook *casebook, SlFilm *film) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
