/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Format 1 of the casebook as tables: every name that the JSON files use, what must stand behind it, and
 * the property that it becomes. A key with "=" is not a name of the format: it is worked out by the rules.
 */
#include "casebook-fields.h"

#include "casebook.h"
#include "change.h"
#include "chapter.h"
#include "citation.h"
#include "moment.h"
#include "note.h"

#define REQUIRED .flags = SL_SCHEMA_REQUIRED
#define GUARD .flags = SL_SCHEMA_GUARD
#define TRANSLATED .flags = SL_SCHEMA_TRANSLATED
#define REQUIRED_TRANSLATED .flags = SL_SCHEMA_REQUIRED | SL_SCHEMA_TRANSLATED
#define TIMED .flags = SL_SCHEMA_TRANSLATED | SL_SCHEMA_TIMED
/* What people read while a film goes on, in characters a second. */
#define NOTE_SPEED 17

#define TYPE(function) .get_type = function
#define WORDS(list) .words = list
#define OF(record) .schema = &record##_schema
#define REFERS(kind) .refers = SL_KIND_##kind

static const char *const read_words[] = {"whole", "excerpt", NULL};
static const char *const voice_words[] = {"film", "interviewee", "editors", NULL};
static const char *const person_words[] = {"person", "organisation", NULL};
static const char *const caption_words[] = {"captions", "subtitles", NULL};
static const char *const description_words[] = {"descriptions", NULL};

static const SlSchemaField quote_fields[] = {
  {"text", "quote", SL_SCHEMA_TEXT, REQUIRED},
  {"language", "quote-language", SL_SCHEMA_LANGUAGE},
  {"translation", "quote-translation", SL_SCHEMA_TEXT, TRANSLATED},
  {NULL},
};
static const SlSchema quote_schema = {NULL, NULL, quote_fields};

static const SlSchemaField citation_fields[] = {
  {"source", NULL, SL_SCHEMA_ID, REQUIRED, REFERS (SOURCES)},
  {"=source", "source", SL_SCHEMA_COMPUTED},
  {"where", "where", SL_SCHEMA_TEXT, TRANSLATED},
  {"supports", "supports", SL_SCHEMA_TEXT, TRANSLATED},
  {"quote", NULL, SL_SCHEMA_GROUP, OF (quote)},
  {NULL},
};
static const SlSchema citation_schema = {sl_citation_get_type, "source", citation_fields};

static const SlSchemaField change_fields[] = {
  {"date", "date", SL_SCHEMA_DATE, REQUIRED},
  {"text", "text", SL_SCHEMA_TEXT, REQUIRED_TRANSLATED},
  {"records", "records", SL_SCHEMA_TEXTS},
  {NULL},
};
static const SlSchema change_schema = {sl_change_get_type, NULL, change_fields};

static const SlSchemaField moment_fields[] = {
  {"clip", "clip", SL_SCHEMA_ID, REQUIRED, REFERS (CLIPS)},
  {"from", "start", SL_SCHEMA_TIME, REQUIRED},
  {"to", "end", SL_SCHEMA_TIME},
  {NULL},
};
static const SlSchema moment_schema = {sl_moment_get_type, NULL, moment_fields};

static const SlSchemaField source_fields[] = {
  {"id", "id", SL_SCHEMA_ID, REQUIRED},
  {"title", "title", SL_SCHEMA_TEXT, REQUIRED},
  {"publisher", "publisher", SL_SCHEMA_TEXT, REQUIRED},
  {"author", "author", SL_SCHEMA_TEXT},
  {"date", "date", SL_SCHEMA_DATE},
  {"type", "type", SL_SCHEMA_ENUM, REQUIRED, TYPE (sl_source_type_get_type)},
  {"language", "language", SL_SCHEMA_LANGUAGE, REQUIRED},
  {"url", "url", SL_SCHEMA_URL},
  {"archived_url", "archived-url", SL_SCHEMA_URL},
  {"accessed", "accessed", SL_SCHEMA_DATE, REQUIRED},
  {"file", "file", SL_SCHEMA_PATH},
  {"read", "read", SL_SCHEMA_WORD, WORDS (read_words)},
  {"independence", "independence", SL_SCHEMA_TEXT, TRANSLATED},
  {"note", "note", SL_SCHEMA_TEXT, TRANSLATED},
  {"sensitive", "sensitive", SL_SCHEMA_BOOL},
  {NULL},
};
static const SlSchema source_schema = {sl_source_get_type, NULL, source_fields};

static const SlSchemaField person_fields[] = {
  {"id", "id", SL_SCHEMA_ID, REQUIRED},
  {"kind", "kind", SL_SCHEMA_WORD, WORDS (person_words)},
  {"name", "name", SL_SCHEMA_TEXT, REQUIRED_TRANSLATED},
  {"other_names", "other-names", SL_SCHEMA_TEXTS},
  {"role", "role", SL_SCHEMA_TEXT, TRANSLATED},
  {"born", "born", SL_SCHEMA_DATE},
  {"died", "died", SL_SCHEMA_DATE},
  {"image", "image", SL_SCHEMA_PATH},
  {"alt", "alt", SL_SCHEMA_TEXT, TRANSLATED},
  {"note", "note", SL_SCHEMA_TEXT, TRANSLATED},
  {"sources", "citations", SL_SCHEMA_LIST, OF (citation)},
  {NULL},
};
static const SlSchema person_schema = {sl_person_get_type, NULL, person_fields};

static const SlSchemaField place_fields[] = {
  {"id", "id", SL_SCHEMA_ID, REQUIRED},
  {"name", "name", SL_SCHEMA_TEXT, REQUIRED_TRANSLATED},
  {"other_names", "other-names", SL_SCHEMA_TEXTS},
  {"coordinates", "coordinates", SL_SCHEMA_TEXT},
  {"note", "note", SL_SCHEMA_TEXT, TRANSLATED},
  {"sources", "citations", SL_SCHEMA_LIST, OF (citation)},
  {NULL},
};
static const SlSchema place_schema = {sl_place_get_type, NULL, place_fields};

static const SlSchemaField event_fields[] = {
  {"id", "id", SL_SCHEMA_ID, REQUIRED},
  {"date", "date", SL_SCHEMA_DATE, REQUIRED},
  {"title", "title", SL_SCHEMA_TEXT, REQUIRED_TRANSLATED},
  {"text", "text", SL_SCHEMA_TEXT, TRANSLATED},
  {"attribution", "attribution", SL_SCHEMA_TEXT, TRANSLATED},
  {"standing", "standing", SL_SCHEMA_ENUM, GUARD, TYPE (sl_standing_get_type)},
  {"people", "people", SL_SCHEMA_IDS, REFERS (PEOPLE)},
  {"places", "places", SL_SCHEMA_IDS, REFERS (PLACES)},
  {"facts", "facts", SL_SCHEMA_IDS, REFERS (FACTS)},
  {"moments", "moments", SL_SCHEMA_LIST, OF (moment)},
  {"sources", "citations", SL_SCHEMA_LIST, OF (citation)},
  {"era", "era", SL_SCHEMA_TEXT},
  {NULL},
};
static const SlSchema event_schema = {sl_event_get_type, NULL, event_fields};

static const SlSchemaField dispute_fields[] = {
  {"who", "who", SL_SCHEMA_TEXT, REQUIRED_TRANSLATED},
  {"statement", "statement", SL_SCHEMA_TEXT, REQUIRED_TRANSLATED},
  {"sources", "citations", SL_SCHEMA_LIST, OF (citation)},
  {NULL},
};
static const SlSchema dispute_schema = {sl_dispute_get_type, NULL, dispute_fields};

static const SlSchemaField withheld_fields[] = {
  {"reason", "withheld", SL_SCHEMA_TEXT, REQUIRED_TRANSLATED},
  {NULL},
};
static const SlSchema withheld_schema = {NULL, NULL, withheld_fields};

static const SlSchemaField fact_fields[] = {
  {"id", "id", SL_SCHEMA_ID, REQUIRED},
  {"statement", "statement", SL_SCHEMA_TEXT, REQUIRED_TRANSLATED},
  {"detail", "detail", SL_SCHEMA_TEXT, TRANSLATED},
  {"standing", "standing", SL_SCHEMA_ENUM, REQUIRED, TYPE (sl_standing_get_type)},
  {"attribution", "attribution", SL_SCHEMA_TEXT, REQUIRED_TRANSLATED},
  {"as_of", "as-of", SL_SCHEMA_DATE, REQUIRED},
  {"voice", "voice", SL_SCHEMA_WORD, WORDS (voice_words)},
  {"topics", "topics", SL_SCHEMA_TEXTS},
  {"sources", "citations", SL_SCHEMA_LIST, OF (citation)},
  {"disputed_by", "disputes", SL_SCHEMA_LIST, GUARD, OF (dispute)},
  {"people", "people", SL_SCHEMA_IDS, REFERS (PEOPLE)},
  {"events", "events", SL_SCHEMA_IDS, REFERS (EVENTS)},
  {"places", "places", SL_SCHEMA_IDS, REFERS (PLACES)},
  {"moments", "moments", SL_SCHEMA_LIST, OF (moment)},
  {"easy", "easy", SL_SCHEMA_TEXT, TRANSLATED},
  {"withheld", NULL, SL_SCHEMA_GROUP, GUARD, OF (withheld)},
  {"graphic", "graphic", SL_SCHEMA_BOOL, GUARD},
  {"publish", NULL, SL_SCHEMA_BOOL}, /* may go to search engines, see the author's tool */
  {"changes", "changes", SL_SCHEMA_LIST, OF (change)},
  {NULL},
};
static const SlSchema fact_schema = {sl_fact_get_type, NULL, fact_fields};

static const SlSchemaField award_fields[] = {
  {"title", "title", SL_SCHEMA_TEXT, REQUIRED_TRANSLATED},
  {"by", "by", SL_SCHEMA_TEXT, TRANSLATED},
  {"date", "date", SL_SCHEMA_DATE},
  {"standing", "standing", SL_SCHEMA_ENUM, GUARD, TYPE (sl_standing_get_type)},
  {"sources", "citations", SL_SCHEMA_LIST, OF (citation)},
  {NULL},
};
static const SlSchema award_schema = {sl_award_get_type, NULL, award_fields};

static const SlSchemaField disclosure_fields[] = {
  {"text", "text", SL_SCHEMA_TEXT, REQUIRED_TRANSLATED},
  {"sources", "citations", SL_SCHEMA_LIST, OF (citation)},
  {NULL},
};
static const SlSchema disclosure_schema = {sl_disclosure_get_type, NULL, disclosure_fields};

static const SlSchemaField film_fields[] = {
  {"id", "id", SL_SCHEMA_ID, REQUIRED},
  {"title", "title", SL_SCHEMA_TEXT, REQUIRED_TRANSLATED},
  {"original_title", "original-title", SL_SCHEMA_TEXT},
  {"year", "year", SL_SCHEMA_COUNT, REQUIRED},
  {"countries", "countries", SL_SCHEMA_TEXTS},
  {"languages", "languages", SL_SCHEMA_TEXTS},
  {"runtime", "runtime", SL_SCHEMA_TIME},
  {"directors", "directors", SL_SCHEMA_TEXTS},
  {"awards", "awards", SL_SCHEMA_LIST, OF (award)},
  {"synopsis", "synopsis", SL_SCHEMA_TEXT, TRANSLATED},
  {"disclosures", "disclosures", SL_SCHEMA_LIST, OF (disclosure)},
  {"poster", "poster", SL_SCHEMA_PATH},
  {"alt", "alt", SL_SCHEMA_TEXT, TRANSLATED},
  {"clips", "clips", SL_SCHEMA_IDS, REFERS (CLIPS)},
  {"publish", NULL, SL_SCHEMA_BOOL},
  {"sources", "citations", SL_SCHEMA_LIST, OF (citation)},
  {NULL},
};
static const SlSchema film_schema = {sl_film_get_type, NULL, film_fields};

/* Of a clip or a chapter, which tell no topics. */
static const SlSchemaField advisory_fields[] = {
  {"text", "advisory", SL_SCHEMA_TEXT, REQUIRED_TRANSLATED},
  {"topics", NULL, SL_SCHEMA_TEXTS},
  {NULL},
};
static const SlSchema advisory_schema = {NULL, NULL, advisory_fields};

static const SlSchema chapter_schema;

static const SlSchemaField chapter_fields[] = {
  {"id", "id", SL_SCHEMA_ID, REQUIRED},
  {"title", "title", SL_SCHEMA_TEXT, REQUIRED_TRANSLATED},
  {"from", "start", SL_SCHEMA_TIME, REQUIRED},
  {"to", "end", SL_SCHEMA_TIME},
  {"summary", "summary", SL_SCHEMA_TEXT, TRANSLATED},
  {"image", "image", SL_SCHEMA_PATH},
  {"alt", "alt", SL_SCHEMA_TEXT, TRANSLATED},
  {"chapters", "chapters", SL_SCHEMA_LIST, OF (chapter)},
  {"approximate", "approximate", SL_SCHEMA_BOOL},
  {"hidden", "hidden", SL_SCHEMA_BOOL},
  {"advisory", NULL, SL_SCHEMA_GROUP, OF (advisory)},
  {"=depth", "depth", SL_SCHEMA_COMPUTED},
  {"=number", "number", SL_SCHEMA_COMPUTED},
  {NULL},
};
static const SlSchema chapter_schema = {sl_chapter_get_type, NULL, chapter_fields, "chapter"};

static const SlSchemaField note_fields[] = {
  {"id", "id", SL_SCHEMA_ID, REQUIRED},
  {"from", "start", SL_SCHEMA_TIME, REQUIRED},
  {"to", "end", SL_SCHEMA_TIME},
  {"kind", "kind", SL_SCHEMA_ENUM, REQUIRED, TYPE (sl_note_kind_get_type)},
  {"title", "title", SL_SCHEMA_TEXT, TIMED},
  {"text", "text", SL_SCHEMA_TEXT, TIMED},
  {"facts", "facts", SL_SCHEMA_IDS, REFERS (FACTS)},
  {"people", "people", SL_SCHEMA_IDS, REFERS (PEOPLE)},
  {"events", "events", SL_SCHEMA_IDS, REFERS (EVENTS)},
  {"places", "places", SL_SCHEMA_IDS, REFERS (PLACES)},
  {"sources", "sources", SL_SCHEMA_IDS, REFERS (SOURCES)},
  {"image", "image", SL_SCHEMA_PATH},
  {"alt", "alt", SL_SCHEMA_TEXT, TRANSLATED},
  {"pause", "pause", SL_SCHEMA_BOOL},
  {"minimum_seconds", "minimum", SL_SCHEMA_SECONDS},
  {"easy", "easy", SL_SCHEMA_TEXT, TIMED},
  {"trigger", "trigger", SL_SCHEMA_TEXT, TRANSLATED},
  {NULL},
};
static const SlSchema note_schema = {sl_note_get_type, NULL, note_fields, "note", NOTE_SPEED};

static const SlSchemaField media_fields[] = {
  {"file", "file", SL_SCHEMA_PATH, REQUIRED},
  {"width", "width", SL_SCHEMA_COUNT},
  {"height", "height", SL_SCHEMA_COUNT},
  {"codecs", "codecs", SL_SCHEMA_TEXT},
  {"bytes", "bytes", SL_SCHEMA_SIZE},
  {"sha256", "sha256", SL_SCHEMA_SHA256},
  {"stills", "stills", SL_SCHEMA_BOOL},
  {NULL},
};
static const SlSchema media_schema = {sl_media_get_type, NULL, media_fields};

/* The same film, interpreted: shown beside it, at the same moment. */
static const SlSchemaField sign_language_fields[] = {
  {"language", "language", SL_SCHEMA_LANGUAGE, REQUIRED},
  {"file", "file", SL_SCHEMA_PATH, REQUIRED},
  {"width", "width", SL_SCHEMA_COUNT},
  {"height", "height", SL_SCHEMA_COUNT},
  {"codecs", "codecs", SL_SCHEMA_TEXT},
  {"bytes", "bytes", SL_SCHEMA_SIZE},
  {"sha256", "sha256", SL_SCHEMA_SHA256},
  {NULL},
};
static const SlSchema sign_language_schema = {sl_media_get_type, NULL, sign_language_fields};

static const SlSchemaField bring_your_own_fields[] = {
  {"duration", "duration", SL_SCHEMA_TIME, REQUIRED},
  {"where_to_get", "where-to-get", SL_SCHEMA_TEXT, TRANSLATED},
  {"fingerprint", NULL, SL_SCHEMA_ANY},
  {NULL},
};
static const SlSchema bring_your_own_schema = {sl_bring_your_own_get_type, NULL,
                                               bring_your_own_fields};

static const SlSchemaField captions_fields[] = {
  {"language", "language", SL_SCHEMA_LANGUAGE, REQUIRED},
  {"file", "file", SL_SCHEMA_PATH, REQUIRED},
  {"kind", "kind", SL_SCHEMA_WORD, WORDS (caption_words)},
  {"=captions", "captions", SL_SCHEMA_COMPUTED},
  {NULL},
};
static const SlSchema captions_schema = {sl_caption_track_get_type, NULL, captions_fields};

static const SlSchemaField descriptions_fields[] = {
  {"language", "language", SL_SCHEMA_LANGUAGE, REQUIRED},
  {"file", "file", SL_SCHEMA_PATH, REQUIRED},
  {"kind", "kind", SL_SCHEMA_WORD, WORDS (description_words)},
  {"=captions", "captions", SL_SCHEMA_COMPUTED},
  {NULL},
};
static const SlSchema descriptions_schema = {sl_caption_track_get_type, NULL, descriptions_fields};

static const SlSchemaField clip_fields[] = {
  {"id", "id", SL_SCHEMA_ID, REQUIRED},
  {"film", "film", SL_SCHEMA_ID, REQUIRED, REFERS (FILMS)},
  {"kind", "kind", SL_SCHEMA_ENUM, REQUIRED, TYPE (sl_clip_kind_get_type)},
  {"title", "title", SL_SCHEMA_TEXT, REQUIRED_TRANSLATED},
  {"summary", "summary", SL_SCHEMA_TEXT, TRANSLATED},
  {"language", "language", SL_SCHEMA_LANGUAGE},
  {"media", "media", SL_SCHEMA_LIST, OF (media)},
  {"sign_language", "sign-language", SL_SCHEMA_LIST, OF (sign_language)},
  {"bring_your_own", "bring-your-own", SL_SCHEMA_OBJECT, OF (bring_your_own)},
  {"duration", "duration", SL_SCHEMA_TIME, REQUIRED},
  {"poster", "poster", SL_SCHEMA_PATH},
  {"alt", "alt", SL_SCHEMA_TEXT, TRANSLATED},
  {"captions", "captions", SL_SCHEMA_LIST, OF (captions)},
  {"descriptions", "descriptions", SL_SCHEMA_LIST, OF (descriptions)},
  {"chapters", "chapters", SL_SCHEMA_LIST, OF (chapter)},
  {"notes", "notes", SL_SCHEMA_LIST, OF (note)},
  {"publish", NULL, SL_SCHEMA_BOOL},
  {"made_by", "made-by", SL_SCHEMA_TEXT, TRANSLATED},
  {"advisory", NULL, SL_SCHEMA_GROUP, OF (advisory)},
  {NULL},
};
static const SlSchema clip_schema = {sl_clip_get_type, NULL, clip_fields};

static const SlSchemaField casebook_advisory_fields[] = {
  {"text", "advisory", SL_SCHEMA_TEXT, REQUIRED_TRANSLATED},
  {"topics", "topics", SL_SCHEMA_TEXTS},
  {NULL},
};
static const SlSchema casebook_advisory_schema = {NULL, NULL, casebook_advisory_fields};

/* Findings that the author knows about; for the check alone. */
static const SlSchemaField accepted_fields[] = {
  {"code", NULL, SL_SCHEMA_ID, REQUIRED},
  {"reason", NULL, SL_SCHEMA_TEXT, REQUIRED},
  {"records", NULL, SL_SCHEMA_TEXTS},
  {NULL},
};
static const SlSchema accepted_schema = {NULL, NULL, accepted_fields};

static const SlSchemaField casebook_fields[] = {
  {"id", "id", SL_SCHEMA_ID, REQUIRED},
  {"format", NULL, SL_SCHEMA_COUNT, REQUIRED},
  {"version", "version", SL_SCHEMA_DATE, REQUIRED},
  {"title", "title", SL_SCHEMA_TEXT, REQUIRED_TRANSLATED},
  {"language", "language", SL_SCHEMA_LANGUAGE, REQUIRED},
  {"summary", "summary", SL_SCHEMA_TEXT, TRANSLATED},
  {"licence", "licence", SL_SCHEMA_TEXT, REQUIRED},
  {"credits", "credits", SL_SCHEMA_TEXT, TRANSLATED},
  {"advisory", NULL, SL_SCHEMA_GROUP, OF (casebook_advisory)},
  {"methodology", "methodology", SL_SCHEMA_TEXT, TRANSLATED},
  {"contact", "contact", SL_SCHEMA_TEXT},
  {"corrections", "corrections", SL_SCHEMA_LIST, OF (change)},
  {"sensitive_links", "sensitive-links", SL_SCHEMA_BOOL},
  {"accent", "accent", SL_SCHEMA_COLOUR},
  {"accepted", NULL, SL_SCHEMA_LIST, OF (accepted)},
  {"=folder", "folder", SL_SCHEMA_COMPUTED},
  {"=findings", "findings", SL_SCHEMA_COMPUTED},
  {"=sources", "sources", SL_SCHEMA_COMPUTED},
  {"=people", "people", SL_SCHEMA_COMPUTED},
  {"=places", "places", SL_SCHEMA_COMPUTED},
  {"=events", "events", SL_SCHEMA_COMPUTED},
  {"=facts", "facts", SL_SCHEMA_COMPUTED},
  {"=films", "films", SL_SCHEMA_COMPUTED},
  {"=clips", "clips", SL_SCHEMA_COMPUTED},
  {NULL},
};
static const SlSchema casebook_schema = {sl_casebook_get_type, NULL, casebook_fields};

static const SlKindInfo kinds[SL_N_KINDS] = {
  [SL_KIND_SOURCES] = {"source", "sources", "=sources", "sources.json", &source_schema},
  [SL_KIND_PEOPLE] = {"person", "people", "=people", "people.json", &person_schema},
  [SL_KIND_PLACES] = {"place", "places", "=places", "places.json", &place_schema},
  [SL_KIND_EVENTS] = {"event", "events", "=events", "events.json", &event_schema},
  [SL_KIND_FACTS] = {"fact", "facts", "=facts", "facts.json", &fact_schema},
  [SL_KIND_FILMS] = {"film", "films", "=films", "films.json", &film_schema},
  [SL_KIND_CLIPS] = {"clip", "clips", "=clips", NULL, &clip_schema},
};

const SlKindInfo *
sl_casebook_fields_get_kind (SlKind kind)
{
  g_return_val_if_fail (kind > SL_KIND_NONE && kind < SL_N_KINDS, NULL);

  return &kinds[kind];
}

const SlSchema *
sl_casebook_fields_get_casebook (void)
{
  return &casebook_schema;
}

gboolean
sl_casebook_fields_is_medium (const SlSchema *schema)
{
  return schema == &media_schema || schema == &sign_language_schema;
}
