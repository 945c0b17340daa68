/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conductor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlStillFilms: has films played as stills, where a casebook brings such a version, for viewers who want no motion:
 * those who have set it so or, where nothing is set, whose desktop moves nothing. A film that is shown goes on from
 * where it is.
 */
#define SL_TYPE_STILL_FILMS (sl_still_films_get_type ())
G_DECLARE_FINAL_TYPE (SlStillFilms, sl_still_films, SL, STILL_FILMS, GObject)

/* @desktop: what moves elsewhere; @settings: (nullable) */
SlStillFilms *sl_still_films_new (SlConductor *conductor, GtkSettings *desktop, GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
