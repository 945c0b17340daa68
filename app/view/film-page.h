/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "casebook.h"
#include "reading.h"

G_BEGIN_DECLS

/**
 * SlFilmPage: one film: what it is, who made and paid for it, what to know before, and its clips.
 */
#define SL_TYPE_FILM_PAGE (sl_film_page_get_type ())
G_DECLARE_FINAL_TYPE (SlFilmPage, sl_film_page, SL, FILM_PAGE, GtkWidget)

/* @reading: (nullable): what was accepted before */
void sl_film_page_show (SlFilmPage *self, SlCasebook *casebook, SlFilm *film, SlReading *reading);

G_END_DECLS
