/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook.h"
#include "citation.h"

G_BEGIN_DECLS

/* What the screen says of times, standings and sources, in the reader's language. Pure functions; every
 * string they return is (transfer full) unless it is const. */

char *sl_words_time (gint64 time) G_GNUC_WARN_UNUSED_RESULT;                                           /* "0:56", "1:02:00" */
char *sl_words_time_of (gint64 time, gint64 duration) G_GNUC_WARN_UNUSED_RESULT;                       /* "0:56 / 2:00" */
char *sl_words_position (gint64 time, gint64 duration, const char *chapter) G_GNUC_WARN_UNUSED_RESULT; /* to be spoken; @chapter (nullable) */
char *sl_words_length (gint64 duration) G_GNUC_WARN_UNUSED_RESULT;                                     /* "2 minutes" */

const char *sl_words_standing (SlStanding standing);
const char *sl_words_standing_icon (SlStanding standing);  /* name of a symbolic icon of ours */
const char *sl_words_standing_class (SlStanding standing); /* style class */
const char *sl_words_clip_kind (SlClipKind kind);
const char *sl_words_source_type (SlSourceType type);

char *sl_words_attribution (const char *who, const SlDate *date) G_GNUC_WARN_UNUSED_RESULT; /* @date (nullable) */
char *sl_words_fact_attribution (SlFact *fact) G_GNUC_WARN_UNUSED_RESULT;                   /* who says so, and as of when */
char *sl_words_film_facts (SlFilm *film) G_GNUC_WARN_UNUSED_RESULT;                         /* year, countries, running time, directors */
char *sl_words_film_credit (SlFilm *film) G_GNUC_WARN_UNUSED_RESULT;                        /* "A film by …, 2010" */
char *sl_words_casebook_facts (SlCasebook *casebook) G_GNUC_WARN_UNUSED_RESULT;             /* how much is in it, as of when, and its licence */
char *sl_words_clip_facts (SlClip *clip) G_GNUC_WARN_UNUSED_RESULT;                         /* kind and length */
char *sl_words_citation (SlCitation *citation) G_GNUC_WARN_UNUSED_RESULT;                   /* source, publisher, date and place in it */

/* Why a casebook cannot be opened, and what to do; the error's own words are for the details.
 * @error: of SL_CASEBOOK_ERROR, SL_ARCHIVE_ERROR or G_IO_ERROR */
const char *sl_words_casebook_error (const GError *error);

/* @findings: (nullable) (element-type SlFinding). Returns: (transfer full): each on a line of its own */
char *sl_words_findings (GPtrArray *findings);

G_END_DECLS
