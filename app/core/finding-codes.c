/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every code that a finding may have, in one place: a code is a promise to those who filter by it. The manual
 * is made from this table; where a code is used its own text says what to do, so the meanings here are
 * short, and English like the manual.
 */
#include "finding-codes.h"

#define E SL_FINDING_IS_ERROR
#define W SL_FINDING_IS_WARNING
#define H SL_FINDING_IS_HINT

static const SlFindingCode codes[] = {
  {"archive-absolute", E, "A name in an archive is a place of its own, such as /tmp/x or C:/x"},
  {"archive-backslash", E, "A name in an archive has a backslash in it"},
  {"archive-bytes", E, "An archive unpacks to more than is read"},
  {"archive-checksum", E, "What comes out of an archive is damaged, or not of the size that it says"},
  {"archive-damaged", E, "The directory of an archive is damaged, or something is hidden between its files"},
  {"archive-duplicate", E, "Two names in an archive are one file on some disk, or one is a file and a folder"},
  {"archive-encrypted", E, "A file in an archive needs a password"},
  {"archive-end", E, "An archive is cut off, or something stands behind its end"},
  {"archive-entries", E, "An archive has more entries than are read"},
  {"archive-folder", H, "The casebook is in a folder of its archive"},
  {"archive-kind", E, "A file is not a zip archive"},
  {"archive-link", E, "A link is in an archive, or is to be packed"},
  {"archive-method", E, "A file in an archive is packed in an unusual way"},
  {"archive-mismatch", E, "An archive says two different things about a file"},
  {"archive-name", E, "A name in an archive is no text, has control characters in it, is too long or too deep"},
  {"archive-parent", E, "A name in an archive leads out of the casebook or to nowhere"},
  {"archive-special", E, "A device, a pipe or a socket is in an archive, or is to be packed"},
  {"bad-acceptance", E, "A finding is accepted that cannot be: it is an error, or there is no such code"},
  {"bad-captions", E, "A file of captions cannot be read as WebVTT"},
  {"bad-catalogue", E | W, "A compiled catalogue is broken, or for another language than its name says"},
  {"bad-checksum", E, "A SHA-256 sum is not 64 lower-case hexadecimal digits"},
  {"bad-codec", W, "A film is packed in a way that a desktop without further codecs cannot play"},
  {"bad-colour", E, "A colour is not written as #rrggbb"},
  {"bad-cue", W, "A cue of a caption file has times that cannot be read, or none"},
  {"bad-date", E, "A date is not written as the format asks for, or does not exist"},
  {"bad-file", E | W, "A file that is named is outside the casebook, spelled otherwise or not readable"},
  {"bad-format", E, "The format of the casebook is a number that never was one"},
  {"bad-id", E, "An id is not made of a to z, 0 to 9 and the hyphen"},
  {"bad-language", E, "A language is not written as a tag of BCP 47"},
  {"bad-link", W, "A link in a text is not written as [[kind:id|words]]"},
  {"bad-media", W, "A film cannot be read as one, or not in time"},
  {"bad-path", E, "A path is absolute, leads out of the casebook or has a backslash in it"},
  {"bad-text", E, "A text is empty, too long or has control characters in it"},
  {"bad-time", E, "A time is not written as the format asks for"},
  {"bad-url", E, "A web address is not one of http or https"},
  {"bad-word", E, "A word is not one of those that the format knows there"},
  {"before-start", W, "A time lies before the chapter that holds it begins"},
  {"dangling-reference", W, "A record is named that does not exist"},
  {"date-order", H, "Changes or corrections do not follow each other by date"},
  {"disorder", W, "A chapter begins before the one above it"},
  {"duplicate-id", E, "An id is given to two records of a kind"},
  {"duplicate-reference", H, "A record is named twice in one list"},
  {"empty-span", W, "A time ends when or before it begins"},
  {"file-name", W, "The file of a clip is not named by its id"},
  {"future-date", W, "Something is dated later than the casebook itself"},
  {"html", W, "A text has a tag or an entity of HTML in it, which is shown as it is typed"},
  {"json-bom", E, "A JSON file begins with a byte order mark"},
  {"json-depth", E, "A JSON file nests deeper than is read"},
  {"json-duplicate", E, "A key stands twice in a JSON object"},
  {"json-empty", E, "A JSON file is empty"},
  {"json-encoding", E, "A JSON file is not UTF-8"},
  {"json-keys", E, "A JSON object has more keys than are read"},
  {"json-number", E, "A JSON number cannot be kept exactly"},
  {"json-size", E, "A JSON file is larger than is read"},
  {"json-syntax", E, "A JSON file is not JSON by RFC 8259"},
  {"keyframe-gap", W, "A film has no keyframe for more than two seconds, so seeking in it is slow"},
  {"left-out", H, "A hidden file, a backup or an archive is not packed or migrated"},
  {"licence-form", W, "The licence is not written as an SPDX expression"},
  {"long-caption", W, "A caption has too many lines, or too many characters in one"},
  {"missing-field", E, "A value that every such record needs is not there"},
  {"missing-file", W, "A file that is named is not there"},
  {"no-alt", W, "A picture has no words that say what it shows"},
  {"no-archived-copy", H, "A source on the web has neither an archived address nor a file in the casebook"},
  {"no-captions", H, "A film with sound has no captions in its language"},
  {"no-casebook", E, "The folder has no casebook.json"},
  {"no-court-source", E, "A fact is said to be established by a court, and no source of it is a court's"},
  {"no-credits", H, "Nobody is credited for the casebook, or for a film that is in it"},
  {"no-dispute", E, "A fact is said to be disputed, and nobody disputes it"},
  {"no-source", E, "A fact has no source and is not withheld"},
  {"overlap", W, "A chapter begins before the one above it ends"},
  {"overlapping-titles", W, "Words are drawn over the picture while others are"},
  {"past-end", W, "A time lies behind the end of its clip or chapter"},
  {"rounded-time", W, "A time of an older format is more exact than this one has it"},
  {"single-source", H, "A fact is said to be well established on the word of one source that is no party to say so"},
  {"stale-translation", W, "A catalogue translates an older wording of a text, or a text that is gone"},
  {"stray-mark", W, "A text has a mark in it that nothing closes or opens, which is shown as it is typed"},
  {"stray-text", W, "A file of captions has words outside its cues"},
  {"too-fast", W, "A note or caption is on the screen for too short a time to be read"},
  {"too-many-findings", E, "There are so many findings that the others are not listed"},
  {"too-many-records", E, "A casebook has more records than are read"},
  {"too-new", E, "The casebook is of a format that only a newer program reads"},
  {"too-old", E, "The casebook is of an older format, which can be migrated"},
  {"translation-facts", W, "A translation has other numbers, marks, addresses or lines than its text"},
  {"unclosed-tag", W, "A tag in a caption has no end, so that words behind it are lost"},
  {"unknown-key", H, "A key is not one that the format knows"},
  {"unknown-link", W, "A link in a text is to a kind of record that texts do not link to"},
  {"unlisted-clip", W, "A film does not list one of its clips, so that nobody finds it"},
  {"unreadable-file", E, "A file of the casebook cannot be read"},
  {"untranslated", H, "A catalogue lacks texts"},
  {"unused-acceptance", H, "A finding is accepted that nothing gives any more"},
  {"unused-file", H, "A picture, film, document or caption file is in the casebook, and nothing names it"},
  {"unused-record", H, "A source, a person or a place is there, and nothing names it"},
  {"webvtt-encoding", W, "A file of captions is not UTF-8"},
  {"wrong-bytes", W, "A film’s file is of another size than the clip says"},
  {"wrong-checksum", W, "A film’s file has other contents than the clip says"},
  {"wrong-duration", W, "A film is longer or shorter than the clip says"},
  {"wrong-size", W, "A film’s picture is wider or higher than the clip says, or less so"},
  {"wrong-type", E, "A value is not of the type that the format asks for"},
  {NULL},
};

const SlFindingCode *
sl_finding_codes_get_all (void)
{
  return codes;
}

const SlFindingCode *
sl_finding_codes_find (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  for (const SlFindingCode *found = codes; found->code != NULL; found++)
    if (g_str_equal (found->code, code))
      return found;
  return NULL;
}
