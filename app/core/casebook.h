/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "clip.h"
#include "event.h"
#include "fact.h"
#include "film.h"
#include "person.h"
#include "place.h"
#include "source.h"

G_BEGIN_DECLS

/**
 * SlCasebook: everything that one casebook says. An immutable record: its properties are named as its
 * getters, with dashes, and what a getter returns belongs to the casebook.
 */
#define SL_TYPE_CASEBOOK (sl_casebook_get_type ())
G_DECLARE_FINAL_TYPE (SlCasebook, sl_casebook, SL, CASEBOOK, GObject)

const char        *sl_casebook_get_id (SlCasebook *self);
const SlDate      *sl_casebook_get_version (SlCasebook *self);
const char        *sl_casebook_get_title (SlCasebook *self);
const char        *sl_casebook_get_language (SlCasebook *self);        /* BCP 47 */
const char        *sl_casebook_get_summary (SlCasebook *self);         /* (nullable) */
const char        *sl_casebook_get_licence (SlCasebook *self);         /* SPDX */
const char        *sl_casebook_get_credits (SlCasebook *self);         /* (nullable) */
const char        *sl_casebook_get_advisory (SlCasebook *self);        /* (nullable) */
const char *const *sl_casebook_get_topics (SlCasebook *self);          /* those of the advisory */
const char        *sl_casebook_get_methodology (SlCasebook *self);     /* (nullable) */
const char        *sl_casebook_get_contact (SlCasebook *self);         /* (nullable) */
GListModel        *sl_casebook_get_corrections (SlCasebook *self);     /* (nullable): of SlChange */
const char        *sl_casebook_get_accent (SlCasebook *self);          /* (nullable): "#rrggbb" */
gboolean           sl_casebook_get_sensitive_links (SlCasebook *self); /* warn before a link is shown */
GFile             *sl_casebook_get_folder (SlCasebook *self);          /* the paths start here */
GListModel        *sl_casebook_get_films (SlCasebook *self);           /* (nullable): of SlFilm */
GListModel        *sl_casebook_get_clips (SlCasebook *self);           /* (nullable): of SlClip */
GListModel        *sl_casebook_get_facts (SlCasebook *self);           /* (nullable): of SlFact */
GListModel        *sl_casebook_get_people (SlCasebook *self);          /* (nullable): of SlPerson */
GListModel        *sl_casebook_get_places (SlCasebook *self);          /* (nullable): of SlPlace */
GListModel        *sl_casebook_get_events (SlCasebook *self);          /* (nullable): of SlEvent */
GListModel        *sl_casebook_get_sources (SlCasebook *self);         /* (nullable): of SlSource */
GPtrArray         *sl_casebook_get_findings (SlCasebook *self);        /* of SlFinding; empty when all is well */

/* The record of that kind and @id. Returns: (transfer none) (nullable) */
SlFilm   *sl_casebook_lookup_film (SlCasebook *self, const char *id);
SlClip   *sl_casebook_lookup_clip (SlCasebook *self, const char *id);
SlFact   *sl_casebook_lookup_fact (SlCasebook *self, const char *id);
SlPerson *sl_casebook_lookup_person (SlCasebook *self, const char *id);
SlPlace  *sl_casebook_lookup_place (SlCasebook *self, const char *id);
SlEvent  *sl_casebook_lookup_event (SlCasebook *self, const char *id);
SlSource *sl_casebook_lookup_source (SlCasebook *self, const char *id);

/* Who alone is called @name, in any spelling, see names. Returns: (transfer none) (nullable) */
SlPerson *sl_casebook_find_person (SlCasebook *self, const char *name);

G_END_DECLS
