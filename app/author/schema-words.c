/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What each name of the format means, for those who write casebooks by hand in an editor that knows JSON
 * Schema. English, like the names themselves. What a value must look like the tables of core say.
 */
#include "schema-words.h"

typedef struct
{
  const char *where; /* NULL for wherever the key has no words of its own */
  const char *key;
  const char *words;
} Entry;

static const Entry entries[] = {
  {NULL, "accent", "The colour of the case, for buttons and marks."},
  {NULL, "accepted", "Findings of the check that the authors know and accept."},
  {"accepted", "code", "The code of the finding; never one of an error."},
  {"accepted", "reason", "Why the finding is accepted."},
  {"accepted", "records", "The records whose finding is accepted, such as \"source/paper\"; without them, all."},
  {NULL, "accessed", "The day on which somebody of the project last read the source."},
  {NULL, "advisory", "What viewers may want to know before they look."},
  {"advisory", "text", "The words of the warning."},
  {NULL, "alt", "What the picture shows, in words, for those who do not see it."},
  {NULL, "approximate", "Whether the times have not been checked against a cut."},
  {NULL, "archived_url", "A copy of the page that stays, at an archive."},
  {NULL, "as_of", "The day for which the statement is made."},
  {NULL, "attribution", "Who says so."},
  {NULL, "author", "Who wrote it."},
  {NULL, "awards", "Prizes of the film."},
  {"awards", "by", "Who gave the prize."},
  {"awards", "date", "When it was given."},
  {"awards", "title", "The name of the prize."},
  {NULL, "born", "When the person was born."},
  {NULL, "bring_your_own", "Says that viewers bring their own copy of the film, and which."},
  {"bring_your_own", "duration", "How long the copy must last for the times to fit."},
  {"bring_your_own", "fingerprint", "Anything that helps to recognise the copy."},
  {"bring_your_own", "where_to_get", "Where viewers may find a copy."},
  {NULL, "bytes", "The size of the file."},
  {NULL, "captions", "Caption files of the clip, one for each language."},
  {NULL, "changes", "What was changed about the fact, when and why."},
  {NULL, "chapters", "Chapters, in the order of their times; chapters may have chapters."},
  {NULL, "clip", "The clip, by its id."},
  {NULL, "clips", "The clips of the film, by their ids, in the order in which they are offered."},
  {NULL, "codecs", "How the film is packed, such as \"vp9,opus\"."},
  {NULL, "contact", "Where readers may write to."},
  {NULL, "coordinates", "Latitude and longitude in degrees, such as \"55.75,37.62\"."},
  {NULL, "corrections", "What was wrong, in this casebook or elsewhere, and when that was put right."},
  {NULL, "countries", "Where the film was made."},
  {NULL, "credits", "Who made it."},
  {NULL, "date", "When it happened or was published."},
  {NULL, "descriptions", "Cues that say what is to be seen, to be read aloud; one file for each language. The film waits for one in <c.extended>."},
  {NULL, "detail", "More about the statement, for those who want to know."},
  {NULL, "died", "When the person died."},
  {NULL, "directors", "Who directed the film."},
  {NULL, "disclosures", "What viewers should know about who paid for the film and who supports it."},
  {"disclosures", "text", "The words of the disclosure."},
  {NULL, "disputed_by", "Those who say otherwise, on the same card."},
  {"disputed_by", "statement", "What they say."},
  {"disputed_by", "who", "Who says otherwise."},
  {NULL, "duration", "How long the clip lasts."},
  {NULL, "easy", "The same in easy words and short sentences."},
  {NULL, "era", "The group on the timeline that the event belongs to."},
  {NULL, "events", "Events that belong to it, by their ids."},
  {NULL, "facts", "Facts that belong to it, by their ids."},
  {NULL, "file", "The file in the casebook."},
  {NULL, "film", "The film that the clip belongs to, by its id."},
  {NULL, "format", "The format of the casebook: 1."},
  {NULL, "from", "Where it begins."},
  {NULL, "graphic", "Whether it is shown only after a tap, because not everybody wants to read it."},
  {NULL, "height", "Of the picture, in pixels."},
  {NULL, "hidden", "Whether the chapter is left out of lists."},
  {NULL, "id", "The name by which others refer to it; once given it stays."},
  {NULL, "image", "A picture of it."},
  {NULL, "independence", "Whether the source is a party to the case."},
  {NULL, "kind", "What kind it is."},
  {NULL, "language", "The language, as a tag of BCP 47."},
  {NULL, "languages", "The languages that are spoken in the film."},
  {NULL, "licence", "What others may do with it, as an SPDX expression."},
  {NULL, "made_by", "Who made the clip, and from what."},
  {NULL, "media", "The files of the film, the best first."},
  {NULL, "methodology", "How the authors work, and what the standings mean to them."},
  {NULL, "minimum_seconds", "How long the note stays at least."},
  {NULL, "moments", "Where in clips it is told or shown."},
  {NULL, "name", "The name that readers see."},
  {NULL, "note", "A remark for readers."},
  {NULL, "notes", "What is shown beside the picture, or over it, at its time."},
  {NULL, "original_title", "The title in the film's own language."},
  {NULL, "other_names", "All other spellings; a search finds them."},
  {NULL, "pause", "Whether the film should stop for the note, when the viewer lets it."},
  {NULL, "people", "People and organisations that belong to it, by their ids."},
  {NULL, "places", "Places that belong to it, by their ids."},
  {NULL, "poster", "The picture that stands for it."},
  {NULL, "publish", "Whether it may be given to search engines and other sites."},
  {NULL, "publisher", "Who published it."},
  {NULL, "quote", "The words of the source themselves, a few of them."},
  {"quote", "text", "The words as they stand there."},
  {"quote", "translation", "The words in the language of the casebook."},
  {NULL, "read", "How much of the source somebody of the project has read."},
  {NULL, "records", "The records that it is about, such as \"fact/refund\"."},
  {NULL, "role", "What the person has to do with the case."},
  {NULL, "runtime", "How long the film lasts."},
  {NULL, "sensitive", "Whether readers are warned before they follow the link."},
  {NULL, "sensitive_links", "Whether readers are warned before any link is followed."},
  {NULL, "sha256", "The SHA-256 sum of the file."},
  {NULL, "sign_language", "The film interpreted in sign languages, shown beside it."},
  {NULL, "source", "The source, by its id."},
  {NULL, "sources", "What it rests on."},
  {NULL, "standing", "How far the sources carry it."},
  {NULL, "statement", "One claim, in one or two sentences."},
  {NULL, "stills", "Whether this is the film without motion, for viewers who ask for that."},
  {NULL, "summary", "What it is about, in a few sentences."},
  {NULL, "supports", "What the source says about it."},
  {NULL, "synopsis", "What the film tells."},
  {NULL, "text", "The words themselves."},
  {NULL, "title", "The words above it."},
  {NULL, "to", "Where it ends; it is over by then."},
  {NULL, "topics", "Words by which readers find it."},
  {NULL, "trigger", "Why the reader sees it just now."},
  {NULL, "type", "What kind of document it is."},
  {NULL, "url", "Where it is on the web."},
  {NULL, "version", "The day of this version of the casebook."},
  {NULL, "voice", "Who says it in the film: the film itself, somebody in it, or the editors of the casebook."},
  {NULL, "where", "The page, paragraph or time in the source."},
  {NULL, "width", "Of the picture, in pixels."},
  {NULL, "withheld", "Says that the fact is not told, and why."},
  {"withheld", "reason", "Why the fact is not told."},
  {NULL, "year", "The year of the film."},
};

const char *
sl_schema_words_describe (const char *where, const char *key)
{
  const char *found = NULL;

  g_return_val_if_fail (where != NULL && key != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (!g_str_equal (entries[i].key, key))
      continue;
    else if (entries[i].where == NULL)
      found = entries[i].words;
    else if (g_str_equal (entries[i].where, where))
      return entries[i].words;
  return found;
}
