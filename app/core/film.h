/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "date.h"
#include "standing.h"

G_BEGIN_DECLS

/**
 * SlAward, SlDisclosure, SlFilm: immutable records: their properties are named as the getters, with dashes,
 * and what a getter returns belongs to the record.
 */
#define SL_TYPE_AWARD (sl_award_get_type ())
G_DECLARE_FINAL_TYPE (SlAward, sl_award, SL, AWARD, GObject)

const char   *sl_award_get_title (SlAward *self);
const char   *sl_award_get_by (SlAward *self);   /* (nullable) */
const SlDate *sl_award_get_date (SlAward *self); /* (nullable) */
SlStanding    sl_award_get_standing (SlAward *self);
GListModel   *sl_award_get_citations (SlAward *self); /* (nullable): of SlCitation */

/* SlDisclosure: who paid, who is close to whom. */
#define SL_TYPE_DISCLOSURE (sl_disclosure_get_type ())
G_DECLARE_FINAL_TYPE (SlDisclosure, sl_disclosure, SL, DISCLOSURE, GObject)

const char *sl_disclosure_get_text (SlDisclosure *self);
GListModel *sl_disclosure_get_citations (SlDisclosure *self); /* (nullable): of SlCitation */

#define SL_TYPE_FILM (sl_film_get_type ())
G_DECLARE_FINAL_TYPE (SlFilm, sl_film, SL, FILM, GObject)

const char        *sl_film_get_id (SlFilm *self);
const char        *sl_film_get_title (SlFilm *self);
const char        *sl_film_get_original_title (SlFilm *self); /* (nullable) */
int                sl_film_get_year (SlFilm *self);
const char *const *sl_film_get_countries (SlFilm *self);
const char *const *sl_film_get_languages (SlFilm *self);
const char *const *sl_film_get_directors (SlFilm *self);
gint64             sl_film_get_runtime (SlFilm *self);     /* nanoseconds; 0 = unknown */
GListModel        *sl_film_get_awards (SlFilm *self);      /* (nullable): of SlAward */
const char        *sl_film_get_synopsis (SlFilm *self);    /* (nullable) */
GListModel        *sl_film_get_disclosures (SlFilm *self); /* (nullable): of SlDisclosure */
const char        *sl_film_get_poster (SlFilm *self);      /* (nullable): path in the casebook */
const char        *sl_film_get_alt (SlFilm *self);         /* (nullable): the poster in words */
const char *const *sl_film_get_clips (SlFilm *self);       /* ids, in order */
GListModel        *sl_film_get_citations (SlFilm *self);   /* (nullable): of SlCitation */

G_END_DECLS
