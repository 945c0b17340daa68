/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whole casebooks: one that says everything, small broken ones each with the findings that it must give, the
 * shipped one without any, and folders that try to lead the reader astray.
 */
#include "casebook-reader.h"
#include "change.h"
#include "chapter.h"
#include "citation.h"
#include "moment.h"
#include "note.h"
#include "span.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#define SECOND G_GINT64_CONSTANT (1000000000)

static char *
data_path (const char *name)
{
  return g_build_filename (g_getenv ("SL_TEST_DATA"), name, NULL);
}

static SlCasebook *
read_path (const char *path, GPtrArray **findings, GError **error)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  return sl_casebook_reader_read_folder (folder, findings, error);
}

static guint
count (GListModel *list)
{
  return list != NULL ? g_list_model_get_n_items (list) : 0;
}

/* Each finding on a line of its own. */
static GString *
describe_findings (GPtrArray *findings)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = sl_finding_to_string (findings->pdata[i]);

      g_string_append_printf (string, "%s\n", line);
    }
  return string;
}

/* What a broken casebook gives: its findings, and what is left of it. */
static char *
describe (const char *path)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCasebook) casebook = read_path (path, &findings, &error);
  GString *string = describe_findings (findings);

  if (casebook == NULL)
    g_string_append_printf (string, "refused (%d): %s\n", error->code, error->message);
  else
    g_string_append_printf (string, "kept: sources %u, people %u, places %u, events %u, facts %u, films %u, clips %u\n",
                            count (sl_casebook_get_sources (casebook)), count (sl_casebook_get_people (casebook)),
                            count (sl_casebook_get_places (casebook)), count (sl_casebook_get_events (casebook)),
                            count (sl_casebook_get_facts (casebook)), count (sl_casebook_get_films (casebook)),
                            count (sl_casebook_get_clips (casebook)));
  return g_string_free (string, FALSE);
}

static void
test_broken (gconstpointer data)
{
  const char      *path = data;
  g_autofree char *expected_path = g_build_filename (path, "expected.txt", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *found = describe (path);

  if (g_getenv ("SL_TEST_WRITE_EXPECTED") != NULL)
    g_assert_true (g_file_set_contents (expected_path, found, -1, NULL));
  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  g_assert_cmpstr (found, ==, expected);
}

static void
add_broken (void)
{
  g_autofree char *root = data_path ("broken");
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strconcat ("/casebook-reader/broken/", name, NULL);

      g_test_add_data_func_full (test, g_build_filename (root, name, NULL), test_broken, g_free);
    }
}

static SlCasebook *
read_full (void)
{
  g_autofree char *path = data_path ("full");
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCasebook) casebook = read_path (path, &findings, &error);
  GString *lines;

  g_assert_no_error (error);
  lines = describe_findings (findings);
  g_assert_cmpstr (lines->str, ==, "");
  g_assert_true (sl_casebook_get_findings (casebook) == findings);
  g_string_free (lines, TRUE);
  return g_steal_pointer (&casebook);
}

/* @date: NULL for none */
static void
assert_date (const SlDate *date, const char *text)
{
  g_autofree char *written = date != NULL ? sl_date_to_string (date) : NULL;

  g_assert_cmpstr (written, ==, text);
}

static void
assert_strings (const char *const *strings, const char *joined)
{
  g_autofree char *found = g_strjoinv (" ", (char **)strings);

  g_assert_cmpstr (found, ==, joined);
}

/* Takes item @place of @list; the list keeps it alive. */
static gpointer
item (GListModel *list, guint place)
{
  g_autoptr (GObject) object = g_list_model_get_item (list, place);

  g_assert_nonnull (object);
  return object;
}

static void
test_full_casebook (void)
{
  g_autoptr (SlCasebook) self = read_full ();
  g_autofree char *path = data_path ("full");
  g_autofree char *folder = g_file_get_path (sl_casebook_get_folder (self));
  SlChange        *change = item (sl_casebook_get_corrections (self), 0);

  g_assert_cmpstr (sl_casebook_get_id (self), ==, "full");
  assert_date (sl_casebook_get_version (self), "2026-11-22");
  g_assert_cmpstr (sl_casebook_get_title (self), ==, "Every field");
  g_assert_cmpstr (sl_casebook_get_language (self), ==, "en");
  g_assert_cmpstr (sl_casebook_get_summary (self), ==, "A casebook that says everything that a casebook can say.");
  g_assert_cmpstr (sl_casebook_get_licence (self), ==, "CC-BY-SA-4.0");
  g_assert_cmpstr (sl_casebook_get_credits (self), ==, "Its authors");
  g_assert_cmpstr (sl_casebook_get_advisory (self), ==, "Nothing happens here");
  assert_strings (sl_casebook_get_topics (self), "calm order");
  g_assert_cmpstr (sl_casebook_get_methodology (self), ==, "By the list");
  g_assert_cmpstr (sl_casebook_get_contact (self), ==, "someone@example.org");
  g_assert_cmpuint (count (sl_casebook_get_corrections (self)), ==, 2);
  assert_date (sl_change_get_date (change), "2026-11-21");
  g_assert_cmpstr (sl_change_get_text (change), ==, "The first");
  assert_strings (sl_change_get_records (change), "fact/refund clip/short film/story");
  g_assert_cmpstr (sl_casebook_get_accent (self), ==, "#e8ae4a");
  g_assert_true (sl_casebook_get_sensitive_links (self));
  g_assert_cmpstr (folder, ==, path);
  g_assert_cmpuint (sl_casebook_get_findings (self)->len, ==, 0);
  g_assert_cmpuint (count (sl_casebook_get_films (self)), ==, 1);
  g_assert_cmpuint (count (sl_casebook_get_clips (self)), ==, 2);
  g_assert_cmpuint (count (sl_casebook_get_facts (self)), ==, 3);
  g_assert_cmpuint (count (sl_casebook_get_people (self)), ==, 3);
  g_assert_cmpuint (count (sl_casebook_get_places (self)), ==, 1);
  g_assert_cmpuint (count (sl_casebook_get_events (self)), ==, 2);
  g_assert_cmpuint (count (sl_casebook_get_sources (self)), ==, 2);
}

static void
test_lookup (void)
{
  g_autoptr (SlCasebook) self = read_full ();

  g_assert_cmpstr (sl_film_get_id (sl_casebook_lookup_film (self, "story")), ==, "story");
  g_assert_cmpstr (sl_clip_get_id (sl_casebook_lookup_clip (self, "short")), ==, "short");
  g_assert_cmpstr (sl_fact_get_id (sl_casebook_lookup_fact (self, "refund")), ==, "refund");
  g_assert_cmpstr (sl_person_get_id (sl_casebook_lookup_person (self, "anna")), ==, "anna");
  g_assert_cmpstr (sl_place_get_id (sl_casebook_lookup_place (self, "town")), ==, "town");
  g_assert_cmpstr (sl_event_get_id (sl_casebook_lookup_event (self, "custody")), ==, "custody");
  g_assert_cmpstr (sl_source_get_id (sl_casebook_lookup_source (self, "ruling")), ==, "ruling");
  g_assert_null (sl_casebook_lookup_film (self, "short"));
  g_assert_null (sl_casebook_lookup_clip (self, ""));
  g_assert_null (sl_casebook_lookup_fact (self, "Refund"));
}

static void
test_full_source (void)
{
  g_autoptr (SlCasebook) casebook = read_full ();
  SlSource *self = sl_casebook_lookup_source (casebook, "ruling");
  SlSource *paper = sl_casebook_lookup_source (casebook, "paper");

  g_assert_cmpstr (sl_source_get_title (self), ==, "A ruling");
  g_assert_cmpstr (sl_source_get_publisher (self), ==, "A court");
  g_assert_cmpstr (sl_source_get_author (self), ==, "Three judges");
  assert_date (sl_source_get_date (self), "2019-08-27");
  g_assert_cmpint (sl_source_get_source_type (self), ==, SL_SOURCE_TYPE_COURT);
  g_assert_cmpstr (sl_source_get_language (self), ==, "en");
  g_assert_cmpstr (sl_source_get_url (self), ==, "https://example.org/ruling");
  g_assert_cmpstr (sl_source_get_archived_url (self), ==, "https://example.net/web/2026/https://example.org/ruling");
  assert_date (sl_source_get_accessed (self), "2026-11-21");
  g_assert_cmpstr (sl_source_get_file (self), ==, "documents/ruling.txt");
  g_assert_cmpstr (sl_source_get_read (self), ==, "whole");
  g_assert_cmpstr (sl_source_get_independence (self), ==, "No party");
  g_assert_cmpstr (sl_source_get_note (self), ==, "The original is in French");
  g_assert_true (sl_source_get_sensitive (self));

  g_assert_cmpint (sl_source_get_source_type (paper), ==, SL_SOURCE_TYPE_NEWS);
  g_assert_null (sl_source_get_date (paper));
  g_assert_null (sl_source_get_url (paper));
  g_assert_false (sl_source_get_sensitive (paper));
}

static void
test_full_people (void)
{
  g_autoptr (SlCasebook) casebook = read_full ();
  SlPerson *self = sl_casebook_lookup_person (casebook, "anna");
  SlPlace  *place = sl_casebook_lookup_place (casebook, "town");

  g_assert_cmpstr (sl_person_get_kind (self), ==, "person");
  g_assert_cmpstr (sl_person_get_name (self), ==, "Anna Example");
  assert_strings (sl_person_get_other_names (self), "Anja Анна");
  g_assert_cmpstr (sl_person_get_role (self), ==, "Witness");
  assert_date (sl_person_get_born (self), "1972-04-08");
  assert_date (sl_person_get_died (self), "2009-11-16?");
  g_assert_cmpstr (sl_person_get_image (self), ==, "images/anna.svg");
  g_assert_cmpstr (sl_person_get_alt (self), ==, "A drawn circle");
  g_assert_cmpstr (sl_person_get_note (self), ==, "Invented");
  g_assert_cmpuint (count (sl_person_get_citations (self)), ==, 2);
  g_assert_cmpstr (sl_person_get_kind (sl_casebook_lookup_person (casebook, "office")), ==, "organisation");
  g_assert_cmpstr (sl_person_get_kind (sl_casebook_lookup_person (casebook, "ben")), ==, "person");

  g_assert_cmpstr (sl_place_get_name (place), ==, "Town");
  assert_strings (sl_place_get_other_names (place), "Old Town");
  g_assert_cmpstr (sl_place_get_coordinates (place), ==, "55.75,37.62");
  g_assert_cmpstr (sl_place_get_note (place), ==, "By the river");
  g_assert_cmpuint (count (sl_place_get_citations (place)), ==, 1);
}

static void
test_full_event (void)
{
  g_autoptr (SlCasebook) casebook = read_full ();
  SlEvent  *self = sl_casebook_lookup_event (casebook, "arrest");
  SlEvent  *custody = sl_casebook_lookup_event (casebook, "custody");
  SlMoment *moment = item (sl_event_get_moments (self), 0);

  assert_date (sl_event_get_date (self), "2008-11-24");
  g_assert_cmpstr (sl_event_get_title (self), ==, "An arrest");
  g_assert_cmpstr (sl_event_get_text (self), ==, "Someone is arrested");
  g_assert_cmpstr (sl_event_get_attribution (self), ==, "The paper");
  g_assert_cmpint (sl_event_get_standing (self), ==, SL_STANDING_REPORTED);
  assert_strings (sl_event_get_people (self), "anna");
  assert_strings (sl_event_get_places (self), "town");
  assert_strings (sl_event_get_facts (self), "refund");
  g_assert_cmpstr (sl_moment_get_clip (moment), ==, "short");
  g_assert_cmpint (sl_moment_get_start (moment), ==, 10 * SECOND);
  g_assert_cmpint (sl_moment_get_end (moment), ==, 20 * SECOND);
  g_assert_cmpuint (count (sl_event_get_citations (self)), ==, 1);
  g_assert_cmpstr (sl_event_get_era (self), ==, "Before");
  g_assert_cmpint (sl_event_get_standing (custody), ==, SL_STANDING_NONE);
  assert_strings (sl_event_get_facts (custody), "");
}

static void
test_full_fact (void)
{
  g_autoptr (SlCasebook) casebook = read_full ();
  SlFact     *self = sl_casebook_lookup_fact (casebook, "refund");
  SlFact     *withheld = sl_casebook_lookup_fact (casebook, "kept-back");
  SlCitation *citation = item (sl_fact_get_citations (self), 0);
  SlDispute  *dispute = item (sl_fact_get_disputes (self), 0);
  SlMoment   *point = item (sl_fact_get_moments (self), 0);
  SlChange   *change = item (sl_fact_get_changes (self), 0);

  g_assert_cmpstr (sl_fact_get_statement (self), ==, "A refund was paid");
  g_assert_cmpstr (sl_fact_get_detail (self), ==, "In one day");
  g_assert_cmpint (sl_fact_get_standing (self), ==, SL_STANDING_ESTABLISHED_COURT);
  g_assert_cmpstr (sl_fact_get_attribution (self), ==, "The court");
  assert_date (sl_fact_get_as_of (self), "2019-08-27");
  g_assert_cmpstr (sl_fact_get_voice (self), ==, "editors");
  assert_strings (sl_fact_get_topics (self), "money tax");
  assert_strings (sl_fact_get_people (self), "anna office");
  assert_strings (sl_fact_get_events (self), "arrest");
  assert_strings (sl_fact_get_places (self), "town");
  g_assert_cmpstr (sl_fact_get_easy (self), ==, "They got money back");
  g_assert_null (sl_fact_get_withheld (self));
  g_assert_true (sl_fact_get_graphic (self));

  g_assert_cmpuint (count (sl_fact_get_citations (self)), ==, 2);
  g_assert_true (sl_citation_get_source (citation) == sl_casebook_lookup_source (casebook, "ruling"));
  g_assert_cmpstr (sl_citation_get_where (citation), ==, "par. 12");
  g_assert_cmpstr (sl_citation_get_supports (citation), ==, "The sum");
  g_assert_cmpstr (sl_citation_get_quote (citation), ==, "une somme");
  g_assert_cmpstr (sl_citation_get_quote_language (citation), ==, "fr");
  g_assert_cmpstr (sl_citation_get_quote_translation (citation), ==, "a sum");

  g_assert_cmpuint (count (sl_fact_get_disputes (self)), ==, 2);
  g_assert_cmpstr (sl_dispute_get_who (dispute), ==, "Others");
  g_assert_cmpstr (sl_dispute_get_statement (dispute), ==, "It was not");
  g_assert_cmpuint (count (sl_dispute_get_citations (dispute)), ==, 1);

  g_assert_cmpint (sl_moment_get_start (point), ==, 5 * SECOND);
  g_assert_cmpint (sl_moment_get_end (point), ==, 5 * SECOND);
  assert_date (sl_change_get_date (change), "2026-10-01");
  g_assert_cmpstr (sl_change_get_text (change), ==, "Said more exactly");

  g_assert_cmpstr (sl_fact_get_withheld (withheld), ==, "A living person is accused");
  g_assert_null (sl_fact_get_citations (withheld));
}

static void
test_full_film (void)
{
  g_autoptr (SlCasebook) casebook = read_full ();
  SlFilm       *self = sl_casebook_lookup_film (casebook, "story");
  SlAward      *award = item (sl_film_get_awards (self), 0);
  SlAward      *bare = item (sl_film_get_awards (self), 1);
  SlDisclosure *disclosure = item (sl_film_get_disclosures (self), 0);

  g_assert_cmpstr (sl_film_get_title (self), ==, "The story");
  g_assert_cmpstr (sl_film_get_original_title (self), ==, "Het verhaal");
  g_assert_cmpint (sl_film_get_year (self), ==, 2010);
  assert_strings (sl_film_get_countries (self), "Netherlands");
  assert_strings (sl_film_get_languages (self), "en ru");
  assert_strings (sl_film_get_directors (self), "A. Director B. Director");
  g_assert_cmpint (sl_film_get_runtime (self), ==, 3720 * SECOND);
  g_assert_cmpstr (sl_film_get_synopsis (self), ==, "What happened");
  g_assert_cmpstr (sl_film_get_poster (self), ==, "images/anna.svg");
  g_assert_cmpstr (sl_film_get_alt (self), ==, "A poster with a circle");
  assert_strings (sl_film_get_clips (self), "short long");
  g_assert_cmpuint (count (sl_film_get_citations (self)), ==, 1);

  g_assert_cmpstr (sl_award_get_title (award), ==, "First prize");
  g_assert_cmpstr (sl_award_get_by (award), ==, "A festival");
  assert_date (sl_award_get_date (award), "2011-03");
  g_assert_cmpint (sl_award_get_standing (award), ==, SL_STANDING_ESTABLISHED_RECORD);
  g_assert_cmpuint (count (sl_award_get_citations (award)), ==, 1);
  g_assert_cmpint (sl_award_get_standing (bare), ==, SL_STANDING_NONE);
  g_assert_cmpstr (sl_disclosure_get_text (disclosure), ==, "Part-funded");
  g_assert_cmpuint (count (sl_disclosure_get_citations (disclosure)), ==, 1);
}

static void
test_full_clip (void)
{
  g_autoptr (SlCasebook) casebook = read_full ();
  SlClip         *self = sl_casebook_lookup_clip (casebook, "short");
  SlClip         *film = sl_casebook_lookup_clip (casebook, "long");
  SlMedia        *media = item (sl_clip_get_media (self), 0);
  SlBringYourOwn *own = sl_clip_get_bring_your_own (film);

  g_assert_cmpstr (sl_clip_get_film (self), ==, "story");
  g_assert_cmpint (sl_clip_get_kind (self), ==, SL_CLIP_KIND_EXPLAINER);
  g_assert_cmpstr (sl_clip_get_title (self), ==, "In short");
  g_assert_cmpstr (sl_clip_get_summary (self), ==, "Two minutes");
  g_assert_cmpstr (sl_clip_get_language (self), ==, "en");
  g_assert_cmpint (sl_clip_get_duration (self), ==, 120 * SECOND);
  g_assert_cmpstr (sl_clip_get_poster (self), ==, "images/anna.svg");
  g_assert_cmpstr (sl_clip_get_alt (self), ==, "The first picture");
  g_assert_cmpstr (sl_clip_get_made_by (self), ==, "The project, from the facts");
  g_assert_cmpstr (sl_clip_get_advisory (self), ==, "Calm");
  g_assert_null (sl_clip_get_bring_your_own (self));

  g_assert_cmpstr (sl_media_get_file (media), ==, "media/short.webm");
  g_assert_cmpint (sl_media_get_width (media), ==, 1920);
  g_assert_cmpint (sl_media_get_height (media), ==, 1080);
  g_assert_cmpstr (sl_media_get_codecs (media), ==, "vp9,opus");
  g_assert_cmpint (sl_media_get_bytes (media), ==, 19);
  g_assert_true (g_str_has_prefix (sl_media_get_sha256 (media), "d7f4efc00e69f31a"));
  g_assert_false (sl_media_get_stills (media));

  g_assert_null (sl_media_get_language (media));
  media = item (sl_clip_get_media (self), 1);
  g_assert_true (sl_media_get_stills (media));
  media = item (sl_clip_get_sign_language (self), 0);
  g_assert_cmpstr (sl_media_get_language (media), ==, "bfi");
  g_assert_cmpstr (sl_media_get_file (media), ==, "media/short.webm");
  g_assert_cmpint (sl_media_get_width (media), ==, 640);

  g_assert_null (sl_clip_get_media (film));
  g_assert_null (sl_clip_get_sign_language (film));
  g_assert_null (sl_clip_get_notes (film));
  g_assert_cmpint (sl_bring_your_own_get_duration (own), ==, 3720 * SECOND);
  g_assert_cmpstr (sl_bring_your_own_get_where_to_get (own), ==, "From its makers");
}

static void
test_full_captions (void)
{
  g_autoptr (SlCasebook) casebook = read_full ();
  SlClip         *clip = sl_casebook_lookup_clip (casebook, "short");
  SlCaptionTrack *self = item (sl_clip_get_captions (clip), 0);
  SlCaptionTrack *french = item (sl_clip_get_captions (clip), 1);
  SlCaptionTrack *described = item (sl_clip_get_descriptions (clip), 0);
  SlCaption      *first = item (sl_caption_track_get_captions (self), 0);
  SlCaption      *second = item (sl_caption_track_get_captions (self), 1);

  g_assert_cmpuint (count (sl_clip_get_captions (clip)), ==, 2);
  g_assert_cmpstr (sl_caption_track_get_language (self), ==, "en");
  g_assert_cmpstr (sl_caption_track_get_file (self), ==, "clips/short.vtt");
  g_assert_cmpstr (sl_caption_track_get_kind (self), ==, "captions");
  g_assert_cmpstr (sl_caption_track_get_kind (french), ==, "captions");
  g_assert_cmpstr (sl_caption_track_get_kind (described), ==, "descriptions");

  g_assert_cmpstr (sl_caption_get_id (first), ==, "first");
  g_assert_cmpint (sl_caption_get_start (first), ==, SECOND);
  g_assert_cmpint (sl_caption_get_end (first), ==, 3500 * SECOND / 1000);
  g_assert_cmpstr (sl_caption_get_text (first), ==, "Good & well.\nTwo lines.");
  g_assert_cmpstr (sl_caption_get_speaker (first), ==, "Anna");
  g_assert_cmpstr (sl_caption_get_id (second), ==, "0:00:04.000");
  g_assert_null (sl_caption_get_speaker (second));
}

static void
assert_chapter (SlChapter *self, const char *id, guint depth, guint number, gint64 start, gint64 end)
{
  g_assert_cmpstr (sl_chapter_get_id (self), ==, id);
  g_assert_cmpuint (sl_chapter_get_depth (self), ==, depth);
  g_assert_cmpuint (sl_chapter_get_number (self), ==, number);
  g_assert_cmpint (sl_chapter_get_start (self), ==, start * SECOND);
  g_assert_cmpint (sl_chapter_get_end (self), ==, end * SECOND);
}

static void
test_full_chapters (void)
{
  g_autoptr (SlCasebook) casebook = read_full ();
  GListModel *chapters = sl_clip_get_chapters (sl_casebook_lookup_clip (casebook, "short"));
  SlChapter  *one = item (chapters, 0);
  SlChapter  *one_a = item (sl_chapter_get_chapters (one), 0);

  assert_chapter (one, "one", 0, 1, 0, 30);
  assert_chapter (one_a, "one-a", 1, 1, 5, 15);
  assert_chapter (item (sl_chapter_get_chapters (one_a), 0), "one-a-i", 2, 1, 6, 15);
  assert_chapter (item (sl_chapter_get_chapters (one), 1), "one-b", 1, 2, 15, 30);
  assert_chapter (item (chapters, 1), "two", 0, 2, 30, 60);
  assert_chapter (item (chapters, 2), "three", 0, 3, 70, 120);

  g_assert_cmpstr (sl_chapter_get_title (one), ==, "One");
  g_assert_cmpstr (sl_chapter_get_summary (one), ==, "The beginning");
  g_assert_cmpstr (sl_chapter_get_image (one), ==, "images/anna.svg");
  g_assert_cmpstr (sl_chapter_get_alt (one), ==, "A circle");
  g_assert_true (sl_chapter_get_approximate (one));
  g_assert_false (sl_chapter_get_hidden (one));
  g_assert_true (sl_chapter_get_hidden (item (chapters, 2)));
  g_assert_cmpstr (sl_chapter_get_advisory (one), ==, "It begins");
}

static void
test_full_notes (void)
{
  g_autoptr (SlCasebook) casebook = read_full ();
  GListModel *notes = sl_clip_get_notes (sl_casebook_lookup_clip (casebook, "short"));
  SlNote     *self = item (notes, 0);
  SlNote     *point = item (notes, 1);

  g_assert_cmpuint (count (notes), ==, 3);
  g_assert_cmpstr (sl_note_get_id (self), ==, "n1");
  g_assert_cmpint (sl_note_get_kind (self), ==, SL_NOTE_KIND_FACT);
  g_assert_cmpint (sl_note_get_start (self), ==, 10 * SECOND);
  g_assert_cmpint (sl_note_get_end (self), ==, 20500 * SECOND / 1000);
  g_assert_cmpstr (sl_note_get_title (self), ==, "The refund");
  g_assert_cmpstr (sl_note_get_text (self), ==, "It is told here");
  assert_strings (sl_note_get_facts (self), "refund argued");
  assert_strings (sl_note_get_people (self), "anna");
  assert_strings (sl_note_get_events (self), "arrest");
  assert_strings (sl_note_get_places (self), "town");
  assert_strings (sl_note_get_sources (self), "ruling");
  g_assert_cmpstr (sl_note_get_image (self), ==, "images/anna.svg");
  g_assert_cmpstr (sl_note_get_alt (self), ==, "A circle again");
  g_assert_true (sl_note_get_pause (self));
  g_assert_cmpint (sl_note_get_minimum (self), ==, 2500 * SECOND / 1000);
  g_assert_cmpstr (sl_note_get_easy (self), ==, "Money came back");
  g_assert_cmpstr (sl_note_get_trigger (self), ==, "The film shows the sum");

  g_assert_cmpstr (sl_note_get_id (point), ==, "n2");
  g_assert_cmpint (sl_note_get_kind (point), ==, SL_NOTE_KIND_TITLE);
  g_assert_cmpint (sl_note_get_end (point), ==, 10 * SECOND);
  g_assert_cmpstr (sl_note_get_id (item (notes, 2)), ==, "n3");
}

/* Every property of every record can be read by its name, as .ui files do, and is set once and for all. */
static void
check_properties (GObject *record, guint *n_records)
{
  guint                   n_properties;
  g_autofree GParamSpec **specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (record), &n_properties);

  (*n_records)++;
  for (guint i = 0; i < n_properties; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      GListModel *list = NULL;

      g_assert_true ((specs[i]->flags & G_PARAM_CONSTRUCT_ONLY) != 0);
      g_value_init (&value, specs[i]->value_type);
      g_object_get_property (record, specs[i]->name, &value);
      if (G_VALUE_HOLDS (&value, G_TYPE_STRV))
        g_assert_nonnull (g_value_get_boxed (&value));
      if (G_VALUE_HOLDS (&value, G_TYPE_LIST_MODEL))
        list = g_value_get_object (&value);
      g_assert_true (list == NULL || g_list_model_get_n_items (list) > 0);
      for (guint j = 0; j < count (list); j++)
        check_properties (item (list, j), n_records);
    }
}

static void
test_properties (void)
{
  g_autoptr (SlCasebook) casebook = read_full ();
  guint n_records = 0;

  check_properties (G_OBJECT (casebook), &n_records);
  g_assert_cmpuint (n_records, >, 50);
}

static void
test_shipped (void)
{
  const char *root = g_getenv ("SL_TEST_CASEBOOKS");
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *name;
  guint       n_read = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (root, name, NULL);
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (SlCasebook) casebook = read_path (path, &findings, &error);
      GString *lines = describe_findings (findings);

      g_assert_no_error (error);
      g_assert_cmpstr (lines->str, ==, "");
      g_assert_cmpstr (sl_casebook_get_id (casebook), ==, name);
      g_assert_cmpuint (count (sl_casebook_get_facts (casebook)), >=, 30);
      g_string_free (lines, TRUE);
      n_read++;
    }
  g_assert_cmpuint (n_read, >, 0);
}

/* A folder that this test fills itself. */
typedef struct
{
  char *path;
} Folder;

static void
write_file (Folder *self, const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (self->path, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static void
link_to (Folder *self, const char *name, const char *target)
{
  g_autofree char *path = g_build_filename (self->path, name, NULL);

  g_assert_cmpint (symlink (target, path), ==, 0);
}

static void
folder_set_up (Folder *self, gconstpointer data)
{
  self->path = g_dir_make_tmp ("sidelight-XXXXXX", NULL);
  g_assert_nonnull (self->path);
  write_file (self, "book/casebook.json",
              "{\"format\":1,\"id\":\"b\",\"version\":\"2026\",\"title\":\"B\",\"language\":\"en\",\"licence\":\"CC0-1.0\"}");
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_tree (inner);
    }
  g_remove (path);
}

static void
folder_tear_down (Folder *self, gconstpointer data)
{
  remove_tree (self->path);
  g_free (self->path);
}

static char *
describe_book (Folder *self)
{
  g_autofree char *path = g_build_filename (self->path, "book", NULL);

  return describe (path);
}

#define ONE_SOURCE                                                                                                            \
  "[{\"id\":\"a\",\"title\":\"T\",\"publisher\":\"P\",\"type\":\"web\",\"language\":\"en\",\"accessed\":\"2026\",\"file\":\"" \
  "documents/d.txt\"}]"
#define KEPT_ONE "kept: sources 1, people 0, places 0, events 0, facts 0, films 0, clips 0\n"

static void
test_links (Folder *self, gconstpointer data)
{
  g_autofree char *outside = g_build_filename (self->path, "outside.txt", NULL);
  g_autofree char *found = NULL;
  g_autofree char *found_inside = NULL;
  g_autofree char *link = NULL;

  write_file (self, "outside.txt", "a secret");
  write_file (self, "book/sources.json", ONE_SOURCE);
  write_file (self, "book/documents/inside.txt", "no secret");
  link_to (self, "book/documents/d.txt", outside);
  found = describe_book (self);
  g_assert_cmpstr (found, ==,
                   "sources.json:1:94: error[bad-file] sources[0] \"a\": “documents/d.txt” is a link that leads out of the "
                   "casebook; put the file itself there\n" KEPT_ONE);

  link = g_build_filename (self->path, "book", "documents", "d.txt", NULL);
  g_remove (link);
  link_to (self, "book/documents/d.txt", "inside.txt");
  found_inside = describe_book (self);
  g_assert_cmpstr (found_inside, ==, KEPT_ONE);
}

/* Also a JSON file itself must not be fetched from outside. */
static void
test_linked_json (Folder *self, gconstpointer data)
{
  g_autofree char *found = NULL;

  write_file (self, "outside.json", ONE_SOURCE);
  link_to (self, "book/sources.json", "../outside.json");
  found = describe_book (self);
  g_assert_cmpstr (found, ==,
                   "sources.json: error[unreadable-file]: “sources.json” is a link that leads out of the casebook; put the file "
                   "itself there\nkept: sources 0, people 0, places 0, events 0, facts 0, films 0, clips 0\n");
}

/* The folder itself may well be a link. */
static void
test_linked_folder (Folder *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->path, "link", NULL);
  g_autofree char *found = NULL;

  link_to (self, "link", "book");
  write_file (self, "book/sources.json", ONE_SOURCE);
  write_file (self, "book/documents/d.txt", "a page");
  found = describe (path);
  g_assert_cmpstr (found, ==, KEPT_ONE);
}

/* Nobody ever writes to this pipe: who waits for it waits for ever. */
static void
test_pipe (Folder *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->path, "book", "facts.json", NULL);
  g_autofree char *found = NULL;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  found = describe_book (self);
  g_assert_true (g_str_has_prefix (found, "facts.json: error[unreadable-file]: “facts.json” is a pipe between programs; put a file in its place"));
}

static gboolean
make_folder (const char *path)
{
  return g_mkdir (path, 0700) == 0;
}

static gboolean
make_pipe (const char *path)
{
  return mkfifo (path, 0600) == 0;
}

static gboolean
make_socket (const char *path)
{
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  const int          fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  gboolean           made;

  g_assert_cmpuint (strlen (path), <, sizeof address.sun_path);
  memcpy (address.sun_path, path, strlen (path));
  made = bind (fd, (struct sockaddr *)&address, sizeof address) == 0;
  close (fd);
  return made;
}

/* The one that is always empty; not everybody may make one. */
static gboolean
make_device (const char *path)
{
  return mknod (path, S_IFCHR | 0600, makedev (1, 3)) == 0;
}

static gboolean
make_link (const char *path)
{
  return symlink ("/dev/zero", path) == 0;
}

/* What is no file is told by what it is, and nobody waits for it. */
static void
test_no_file (Folder *self, gconstpointer data)
{
  static const struct
  {
    gboolean (*make) (const char *path);
    const char *text;
  } cases[] = {
    {make_folder, "“casebook.json” is a folder; put a file in its place"},
    {make_pipe, "“casebook.json” is a pipe between programs; put a file in its place"},
    {make_socket, "“casebook.json” is a socket between programs; put a file in its place"},
    {make_device, "“casebook.json” is a device; put a file in its place"},
    {make_link, "“casebook.json” is a link that leads out of the casebook; put the file itself there"},
  };
  g_autofree char *path = g_build_filename (self->path, "book", "casebook.json", NULL);
  g_autofree char *book = g_build_filename (self->path, "book", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) error = NULL;

      g_remove (path);
      if (!cases[i].make (path))
        {
          g_assert_true (cases[i].make == make_device);
          continue;
        }
      g_assert_null (read_path (book, &findings, &error));
      g_assert_error (error, SL_CASEBOOK_ERROR, SL_CASEBOOK_ERROR_NO_FILE);
      g_assert_cmpstr (error->message, ==, cases[i].text);
      g_assert_cmpuint (findings->len, ==, 1);
    }
}

static void
test_not_there (Folder *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->path, "none", NULL);
  g_autofree char *file = g_build_filename (self->path, "book", "casebook.json", NULL);
  g_autoptr (GFile) remote = g_file_new_for_uri ("https://example.org/book");
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (read_path (path, &findings, &error));
  g_assert_error (error, SL_CASEBOOK_ERROR, SL_CASEBOOK_ERROR_NOT_FOUND);
  g_assert_cmpuint (findings->len, ==, 0);
  g_clear_error (&error);

  g_assert_null (read_path (file, NULL, &error));
  g_assert_error (error, SL_CASEBOOK_ERROR, SL_CASEBOOK_ERROR_UNREADABLE);
  g_clear_error (&error);

  g_assert_null (sl_casebook_reader_read_folder (remote, NULL, &error));
  g_assert_error (error, SL_CASEBOOK_ERROR, SL_CASEBOOK_ERROR_UNREADABLE);
}

static GHashTable *
new_files (void)
{
  GHashTable       *files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  static const char casebook[] =
    "{\"format\":1,\"id\":\"b\",\"version\":\"2026\",\"title\":\"B\",\"language\":\"en\",\"licence\":\"CC0-1.0\"}";

  g_hash_table_insert (files, g_strdup ("casebook.json"), g_bytes_new_static (casebook, sizeof casebook - 1));
  return files;
}

/* A million brackets crash json-glib; here they are a finding, and at once. */
static void
test_nesting (void)
{
  g_autoptr (GHashTable) files = new_files ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (SlCasebook) casebook = NULL;
  char   *brackets = g_malloc (1000000);
  clock_t started = clock ();

  memset (brackets, '[', 1000000);
  g_hash_table_insert (files, g_strdup ("facts.json"), g_bytes_new_take (brackets, 1000000));
  casebook = sl_casebook_reader_read_bytes (files, &findings, NULL);
  g_assert_nonnull (casebook);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (sl_finding_get_code (findings->pdata[0]), ==, "json-depth");
  g_assert_cmpint (clock () - started, <, 2 * CLOCKS_PER_SEC);
}

static void
test_many_records (void)
{
#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("takes minutes when every allocation is watched; the schema's own test counts as well");
#else
  g_autoptr (GHashTable) files = new_files ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (SlCasebook) casebook = NULL;
  GString *people = g_string_new ("[");
  guint    most = 200000;

  /* The casebook itself is one of them. */
  for (guint i = 0; i < most; i++)
    g_string_append_printf (people, "%s{\"id\":\"p%u\",\"name\":\"P\"}", i > 0 ? ",\n" : "", i);
  g_string_append_c (people, ']');
  g_hash_table_insert (files, g_strdup ("people.json"), g_string_free_to_bytes (people));
  casebook = sl_casebook_reader_read_bytes (files, &findings, NULL);
  g_assert_nonnull (casebook);
  g_assert_cmpuint (count (sl_casebook_get_people (casebook)), ==, most - 1);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (sl_finding_get_code (findings->pdata[0]), ==, "too-many-records");
  g_assert_cmpuint (sl_finding_get_line (findings->pdata[0]), ==, most);
#endif
}

static gpointer
read_in_thread (gpointer data)
{
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (SlCasebook) casebook = read_full ();

      g_assert_cmpuint (count (sl_casebook_get_facts (casebook)), ==, 3);
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_in_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/casebook-reader/full/casebook", test_full_casebook);
  g_test_add_func ("/casebook-reader/full/lookup", test_lookup);
  g_test_add_func ("/casebook-reader/full/source", test_full_source);
  g_test_add_func ("/casebook-reader/full/people", test_full_people);
  g_test_add_func ("/casebook-reader/full/event", test_full_event);
  g_test_add_func ("/casebook-reader/full/fact", test_full_fact);
  g_test_add_func ("/casebook-reader/full/film", test_full_film);
  g_test_add_func ("/casebook-reader/full/clip", test_full_clip);
  g_test_add_func ("/casebook-reader/full/captions", test_full_captions);
  g_test_add_func ("/casebook-reader/full/chapters", test_full_chapters);
  g_test_add_func ("/casebook-reader/full/notes", test_full_notes);
  g_test_add_func ("/casebook-reader/full/properties", test_properties);
  g_test_add ("/casebook-reader/folder/links", Folder, NULL, folder_set_up, test_links, folder_tear_down);
  g_test_add ("/casebook-reader/folder/linked-json", Folder, NULL, folder_set_up, test_linked_json, folder_tear_down);
  g_test_add ("/casebook-reader/folder/linked", Folder, NULL, folder_set_up, test_linked_folder, folder_tear_down);
  g_test_add ("/casebook-reader/folder/pipe", Folder, NULL, folder_set_up, test_pipe, folder_tear_down);
  g_test_add ("/casebook-reader/folder/no-file", Folder, NULL, folder_set_up, test_no_file, folder_tear_down);
  g_test_add ("/casebook-reader/folder/not-there", Folder, NULL, folder_set_up, test_not_there, folder_tear_down);
  g_test_add_func ("/casebook-reader/nesting", test_nesting);
  g_test_add_func ("/casebook-reader/many-records", test_many_records);
  g_test_add_func ("/casebook-reader/threads", test_threads);
  add_broken ();
  g_test_add_func ("/casebook-reader/shipped", test_shipped);
  return g_test_run ();
}
