/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A film as a work: who made it, what it won, who paid. What can be watched of it are its clips.
 */
#include "film.h"

#include "record-macros.h"

struct _SlAward
{
  GObject parent_instance;

  char       *title;
  char       *by;
  SlDate     *date;
  SlStanding  standing;
  GListModel *citations;
};

static const SlRecordField sl_award_fields[] = {
  {"title", SL_RECORD_STRING, G_STRUCT_OFFSET (SlAward, title)},
  {"by", SL_RECORD_STRING, G_STRUCT_OFFSET (SlAward, by)},
  {"date", SL_RECORD_BOXED, G_STRUCT_OFFSET (SlAward, date), sl_date_get_type},
  {"standing", SL_RECORD_ENUM, G_STRUCT_OFFSET (SlAward, standing), sl_standing_get_type},
  {"citations", SL_RECORD_LIST, G_STRUCT_OFFSET (SlAward, citations)},
};

SL_DEFINE_RECORD (SlAward, sl_award)

SL_RECORD_GETTER (SlAward, sl_award, const char *, title)
SL_RECORD_GETTER (SlAward, sl_award, const char *, by)
SL_RECORD_GETTER (SlAward, sl_award, const SlDate *, date)
SL_RECORD_GETTER (SlAward, sl_award, SlStanding, standing)
SL_RECORD_GETTER (SlAward, sl_award, GListModel *, citations)

struct _SlDisclosure
{
  GObject parent_instance;

  char       *text;
  GListModel *citations;
};

static const SlRecordField sl_disclosure_fields[] = {
  {"text", SL_RECORD_STRING, G_STRUCT_OFFSET (SlDisclosure, text)},
  {"citations", SL_RECORD_LIST, G_STRUCT_OFFSET (SlDisclosure, citations)},
};

SL_DEFINE_RECORD (SlDisclosure, sl_disclosure)

SL_RECORD_GETTER (SlDisclosure, sl_disclosure, const char *, text)
SL_RECORD_GETTER (SlDisclosure, sl_disclosure, GListModel *, citations)

struct _SlFilm
{
  GObject parent_instance;

  char       *id;
  char       *title;
  char       *original_title;
  int         year;
  char      **countries;
  char      **languages;
  char      **directors;
  gint64      runtime;
  GListModel *awards;
  char       *synopsis;
  GListModel *disclosures;
  char       *poster;
  char       *alt;
  char      **clips;
  GListModel *citations;
};

static const SlRecordField sl_film_fields[] = {
  {"id", SL_RECORD_STRING, G_STRUCT_OFFSET (SlFilm, id)},
  {"title", SL_RECORD_STRING, G_STRUCT_OFFSET (SlFilm, title)},
  {"original-title", SL_RECORD_STRING, G_STRUCT_OFFSET (SlFilm, original_title)},
  {"year", SL_RECORD_INT, G_STRUCT_OFFSET (SlFilm, year)},
  {"countries", SL_RECORD_STRV, G_STRUCT_OFFSET (SlFilm, countries)},
  {"languages", SL_RECORD_STRV, G_STRUCT_OFFSET (SlFilm, languages)},
  {"directors", SL_RECORD_STRV, G_STRUCT_OFFSET (SlFilm, directors)},
  {"runtime", SL_RECORD_INT64, G_STRUCT_OFFSET (SlFilm, runtime)},
  {"awards", SL_RECORD_LIST, G_STRUCT_OFFSET (SlFilm, awards)},
  {"synopsis", SL_RECORD_STRING, G_STRUCT_OFFSET (SlFilm, synopsis)},
  {"disclosures", SL_RECORD_LIST, G_STRUCT_OFFSET (SlFilm, disclosures)},
  {"poster", SL_RECORD_STRING, G_STRUCT_OFFSET (SlFilm, poster)},
  {"alt", SL_RECORD_STRING, G_STRUCT_OFFSET (SlFilm, alt)},
  {"clips", SL_RECORD_STRV, G_STRUCT_OFFSET (SlFilm, clips)},
  {"citations", SL_RECORD_LIST, G_STRUCT_OFFSET (SlFilm, citations)},
};

SL_DEFINE_RECORD (SlFilm, sl_film)

SL_RECORD_GETTER (SlFilm, sl_film, const char *, id)
SL_RECORD_GETTER (SlFilm, sl_film, const char *, title)
SL_RECORD_GETTER (SlFilm, sl_film, const char *, original_title)
SL_RECORD_GETTER (SlFilm, sl_film, int, year)
SL_RECORD_GETTER (SlFilm, sl_film, const char *const *, countries)
SL_RECORD_GETTER (SlFilm, sl_film, const char *const *, languages)
SL_RECORD_GETTER (SlFilm, sl_film, const char *const *, directors)
SL_RECORD_GETTER (SlFilm, sl_film, gint64, runtime)
SL_RECORD_GETTER (SlFilm, sl_film, GListModel *, awards)
SL_RECORD_GETTER (SlFilm, sl_film, const char *, synopsis)
SL_RECORD_GETTER (SlFilm, sl_film, GListModel *, disclosures)
SL_RECORD_GETTER (SlFilm, sl_film, const char *, poster)
SL_RECORD_GETTER (SlFilm, sl_film, const char *, alt)
SL_RECORD_GETTER (SlFilm, sl_film, const char *const *, clips)
SL_RECORD_GETTER (SlFilm, sl_film, GListModel *, citations)
