/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What every format must hold for any records: what it can carry comes back as it was, and whatever an exporter
 * writes, its importer reads. The records are made of odd texts by chance; a failure names the seed.
 */
#include "formats.h"
#include "records-fields.h"

#include <string.h>

/* As often as sanitizers have the time for; with -m slow, as often as it takes to be sure. */
#define ROUNDS (g_test_slow () ? 1000U : 15U)
#define MS G_GINT64_CONSTANT (1000000)

/* What a format can carry of a text. */
typedef enum {
  ANY = 0,
  NO_EMPTY_LINES = 1 << 0,
  ONE_LINE = 1 << 1,
  STRIPPED = 1 << 2,
  NO_MARKUP = 1 << 3,
  NO_OLD_LINES = 1 << 4,
} Limits;

static const char *const pieces[] = {
  "a", "Hello there", "two", " ", "  ", "\n", "\n\n", "\t", "\"", "\"\"", "'", "'=", "=1+1", "+", "-", "- ", "@SUM(A1)", "-->", "]]>",
  "<b>bold</b>", "<i", "</script>", "<v Ann>", "&amp;", "&", "&lt", "&#10;", "<", ">", "😀", "👩‍👩‍👧", "שלום", "العربية",
  "é", "e\xCC\x81", ";", ",", "|", "0:05", "1:02:03", "00:00:01,000", "WEBVTT", "NOTE x", "STYLE", "{\\an8}", "{", "[", "]", "}",
  "…", "\xE2\x80\xA8", "\xC2\xA0", "\\", "\\n", "%s", "1", "true", "null", "# ", "• ", "\r", "<!-- x -->", "\xEF\xBB\xBF", "?"};

static gboolean
fits (const char *piece, Limits limits)
{
  if (limits & ONE_LINE && strpbrk (piece, "\r\n") != NULL)
    return FALSE;
  if (limits & (NO_OLD_LINES | NO_EMPTY_LINES) && strchr (piece, '\r') != NULL)
    return FALSE;
  return !(limits & NO_MARKUP) || (strpbrk (piece, "<{>") == NULL && (*piece != '&' || piece[1] == '\0'));
}

static gboolean
has_empty_line (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) == '\0')
      return TRUE;
  return FALSE;
}

static gboolean
has_outer_space (const char *text)
{
  gunichar first = g_utf8_get_char (text);
  gunichar last = g_utf8_get_char (g_utf8_find_prev_char (text, text + strlen (text)));

  return g_unichar_isspace (first) || g_unichar_isspace (last) || g_unichar_iscntrl (first) || g_unichar_iscntrl (last);
}

/* A text that is not empty, within @limits. */
static char *
make_text (Limits limits)
{
  while (TRUE)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      int count = g_test_rand_int_range (1, 8);

      for (int i = 0; i < count; i++)
        {
          const char *piece = pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))];

          if (fits (piece, limits))
            g_string_append (text, piece);
        }
      if (text->len == 0 || (limits & NO_EMPTY_LINES && has_empty_line (text->str)) ||
          (limits & STRIPPED && has_outer_space (text->str)))
        continue;
      return g_string_free (g_steal_pointer (&text), FALSE);
    }
}

static gboolean
chance (void)
{
  return g_test_rand_bit ();
}

static void
set_any (JsonObject *record, const char *key, Limits limits)
{
  g_autofree char *text = make_text (limits);

  json_object_set_string_member (record, key, text);
}

static void
maybe_set (JsonObject *record, const char *key, Limits limits)
{
  if (chance ())
    set_any (record, key, limits);
}

static void
set_id (JsonObject *record, guint number)
{
  g_autofree char *id = g_strdup_printf ("r%u-x", number);

  json_object_set_string_member (record, "id", id);
}

static void
add_cues (SlRecords *records, Limits limits, gboolean all)
{
  int count = g_test_rand_int_range (0, 12);

  for (int i = 0; i < count; i++)
    {
      JsonObject *cue = json_object_new ();
      SlSpan      span;

      span.start = g_test_rand_int_range (0, 9000000) * MS;
      span.end = span.start + g_test_rand_int_range (0, 9000) * MS;
      if (all && chance ())
        set_any (cue, "id", ONE_LINE | NO_MARKUP);
      sl_record_set_span (cue, &span);
      set_any (cue, "text", limits | NO_EMPTY_LINES);
      if (all && chance ())
        json_object_set_string_member (cue, "speaker", chance () ? "Anna & <Co>" : "Ünal \"Ü\"");
      if (all && chance ())
        json_object_set_string_member (cue, "settings", "align:start  position:10%");
      if (sl_record_get_text (cue, "id") != NULL && strstr (sl_record_get_text (cue, "id"), "-->") != NULL)
        json_object_remove_member (cue, "id");
      sl_records_add (records, SL_RECORDS_CUES, cue);
    }
}

/* Chapters one after the other, with others in them, that fill @from to @to. */
static void
fill_chapters (JsonArray *chapters, gint64 from, gint64 to, guint depth, guint *number, gboolean with_ids, const char *extra)
{
  gint64 start = from;

  while (start + 10 <= to && json_array_get_length (chapters) < 5)
    {
      gint64      end = start + g_test_rand_int_range (5, (int)MIN (to - start, 1000000) + 1);
      JsonObject *chapter = json_object_new ();
      SlSpan      span = {start * MS, end * MS};
      gboolean    is_hidden = g_strcmp0 (extra, "summary") == 0 && chance ();

      if (with_ids && chance ())
        set_id (chapter, ++*number);
      set_any (chapter, "title", ONE_LINE | STRIPPED);
      if (extra != NULL && chance ())
        set_any (chapter, extra, ANY);
      if (is_hidden)
        json_object_set_boolean_member (chapter, "hidden", TRUE);
      sl_record_set_span (chapter, &span);
      if (depth < 3 && end - start > 30 && chance ())
        {
          JsonArray *inner = json_array_new ();

          /* not the whole of it, or a chapter and the one in it would be hard to tell apart by times */
          fill_chapters (inner, start + 1, end - 1, depth + 1, number, with_ids, extra);
          if (json_array_get_length (inner) > 0)
            json_object_set_array_member (chapter, "chapters", inner);
          else
            json_array_unref (inner);
        }
      json_array_add_object_element (chapters, chapter);
      start = end;
    }
}

static void
add_chapters (SlRecords *records, gboolean with_ids, const char *extra)
{
  guint number = 0;

  fill_chapters (sl_records_get (records, SL_RECORDS_CHAPTERS), g_test_rand_int_range (0, 50), g_test_rand_int_range (1000, 9000000), 0,
                 &number, with_ids, extra);
}

/* A flat list in order; @whole: in whole seconds, with nothing but titles. */
static void
add_flat_chapters (SlRecords *records, gboolean whole)
{
  int    count = g_test_rand_int_range (1, 10);
  gint64 time = 0;

  for (int i = 0; i < count; i++)
    {
      JsonObject *chapter = json_object_new ();
      SlSpan      span = {time * MS, time * MS};

      set_any (chapter, "title", whole ? ONE_LINE | STRIPPED : ANY);
      if (!whole && chance ())
        span.end += g_test_rand_int_range (1, 1000) * MS;
      sl_record_set_span (chapter, &span);
      if (!whole && chance ())
        json_object_set_boolean_member (chapter, "hidden", TRUE);
      sl_records_add (records, SL_RECORDS_CHAPTERS, chapter);
      time += whole ? g_test_rand_int_range (1, 4000) * 1000 : g_test_rand_int_range (1001, 900000);
    }
}

static void
add_notes (SlRecords *records, gboolean all)
{
  static const char *const kinds[] = {"context", "fact", "person", "place", "quote", "production", "title"};
  int                      count = g_test_rand_int_range (0, 10);

  for (int i = 0; i < count; i++)
    {
      JsonObject *note = json_object_new ();
      SlSpan      span;

      span.start = g_test_rand_int_range (0, 9000000) * MS;
      span.end = chance () ? span.start : span.start + g_test_rand_int_range (2, 9000) * MS;
      if (chance ())
        set_id (note, (guint)i);
      sl_record_set_span (note, &span);
      json_object_set_string_member (note, "kind", kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))]);
      set_any (note, "text", ANY);
      maybe_set (note, "title", ANY);
      if (all && chance ())
        json_object_set_double_member (note, "minimum_seconds", 0.1 * g_test_rand_int_range (1, 100));
      if (all && chance ())
        {
          JsonArray *facts = json_array_new ();

          json_array_add_string_element (facts, "one");
          json_array_add_string_element (facts, "two");
          json_object_set_array_member (note, "facts", facts);
        }
      sl_records_add (records, SL_RECORDS_NOTES, note);
    }
}

static void
set_list (JsonObject *record, const char *key)
{
  JsonArray *array;
  int        count = g_test_rand_int_range (0, 4);

  if (count == 0)
    return;
  array = json_array_new ();
  for (int i = 0; i < count; i++)
    {
      g_autofree char *text = make_text (ANY);

      json_array_add_string_element (array, text);
    }
  json_object_set_array_member (record, key, array);
}

/* Sure ones come first. */
static const char *
make_date (gboolean sure)
{
  static const char *const dates[] = {"2009", "0043", "0999-12", "2009-11-16", "2009-11-16T21:50", "2009-11-16T21:50:07",
                                      "2008-11-24/2009-11-16", "2008/2009-01", "2009-11~", "2009?", "2009-11-16T21:50+03:00", "2009-01%/2010"};

  return dates[g_test_rand_int_range (0, sure ? 8 : G_N_ELEMENTS (dates))];
}

static void
add_events (SlRecords *records, gboolean all)
{
  int count = g_test_rand_int_range (1, 8);

  for (int i = 0; i < count; i++)
    {
      JsonObject *event = json_object_new ();

      if (chance ())
        set_id (event, (guint)i);
      json_object_set_string_member (event, "date", make_date (!all));
      set_any (event, "title", all ? NO_OLD_LINES : ANY);
      maybe_set (event, "text", all ? NO_OLD_LINES : ANY);
      maybe_set (event, "era", all ? NO_OLD_LINES : ANY);
      if (all)
        {
          maybe_set (event, "attribution", NO_OLD_LINES);
          maybe_set (event, "x-own", NO_OLD_LINES);
          set_list (event, "people");
          set_list (event, "sources");
        }
      sl_records_add (records, SL_RECORDS_EVENTS, event);
    }
}

static void
add_facts (SlRecords *records)
{
  int count = g_test_rand_int_range (1, 8);

  for (int i = 0; i < count; i++)
    {
      JsonObject *fact = json_object_new ();

      if (chance ())
        set_id (fact, (guint)i);
      set_any (fact, "statement", NO_OLD_LINES);
      maybe_set (fact, "detail", NO_OLD_LINES);
      maybe_set (fact, "comment", NO_OLD_LINES);
      json_object_set_string_member (fact, "as_of", make_date (FALSE));
      set_list (fact, "topics");
      if (chance ())
        json_object_set_boolean_member (fact, "graphic", chance ());
      if (chance ())
        {
          JsonArray  *disputes = json_array_new ();
          JsonObject *dispute = json_object_new ();

          set_any (dispute, "who", ANY);
          set_list (dispute, "sources");
          json_array_add_object_element (disputes, dispute);
          json_object_set_array_member (fact, "disputed_by", disputes);
        }
      sl_records_add (records, SL_RECORDS_FACTS, fact);
    }
}

/* One format, with one kind of file, and what it can carry. */
typedef struct
{
  const char *name;
  const char *format;
  const char *kind;
  void (*fill) (SlRecords *records);
} Case;

static void
fill_captions (SlRecords *records)
{
  add_cues (records, ANY, TRUE);
}

static void
fill_subrip (SlRecords *records)
{
  add_cues (records, NO_MARKUP, FALSE);
}

static void
fill_nested (SlRecords *records)
{
  add_chapters (records, TRUE, NULL);
}

static void
fill_metadata (SlRecords *records)
{
  add_notes (records, TRUE);
}

static void
fill_podcasting (SlRecords *records)
{
  add_flat_chapters (records, FALSE);
}

static void
fill_youtube (SlRecords *records)
{
  add_flat_chapters (records, TRUE);
}

static void
fill_iiif (SlRecords *records)
{
  add_chapters (records, TRUE, "summary");
  add_notes (records, FALSE);
}

static void
fill_timeline (SlRecords *records)
{
  add_events (records, FALSE);
}

static void
fill_event_table (SlRecords *records)
{
  add_events (records, TRUE);
}

static const Case cases[] = {
  {"webvtt-captions", "webvtt", "captions", fill_captions},
  {"webvtt-chapters", "webvtt", "chapters", fill_nested},
  {"webvtt-metadata", "webvtt", "metadata", fill_metadata},
  {"srt", "srt", NULL, fill_subrip},
  {"podcasting", "podcasting", NULL, fill_podcasting},
  {"youtube", "youtube", NULL, fill_youtube},
  {"iiif", "iiif", NULL, fill_iiif},
  {"timelinejs", "timelinejs", NULL, fill_timeline},
  {"csv-events", "csv", "events", fill_event_table},
  {"csv-facts", "csv", "facts", add_facts},
};

/* Exports and imports. Returns: (transfer full): what came back; @text: (out): the file between */
static SlRecords *
go_through (const Case *self, SlRecords *records, SlReport *report, char **text)
{
  SlFormatOptions options = {.kind = self->kind};
  const SlFormat *format = sl_formats_find (self->format);
  SlRecords      *back = sl_records_new ();
  SlImport        import = {"back", &options, back, report};
  g_autoptr (SlReport) lost = sl_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GString *file = sl_formats_export (format, records, &options, "there", lost, &error);

  g_assert_no_error (error);
  g_assert_true (g_utf8_validate_len (file->str, file->len, NULL));
  *text = g_strdup (file->str);
  bytes = g_string_free_to_bytes (file);
  if (g_bytes_get_size (bytes) > 0 && !sl_formats_import (format, &import, bytes, &error))
    g_error ("%s refuses what it wrote: %s\n%s", self->format, error->message, *text);
  return back;
}

static void
check_round_trip (gconstpointer data)
{
  const Case *self = data;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (SlRecords) records = sl_records_new ();
      g_autoptr (SlRecords) back = NULL;
      g_autoptr (SlReport) report = sl_report_new ();
      g_autofree char *text = NULL;

      self->fill (records);
      back = go_through (self, records, report, &text);
      if (!sl_records_equal (records, back))
        {
          g_autofree char *before = sl_records_print (records);
          g_autofree char *after = sl_records_print (back);

          g_error ("it came back otherwise:\n%s\nas\n%s\nby\n%s", before, after, text);
        }
    }
}

/* Everything at once, whether the format has a place for it or not. */
static void
check_anything (gconstpointer data)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (SlRecords) records = sl_records_new ();
      g_autoptr (SlRecords) back = NULL;
      g_autoptr (SlReport) report = sl_report_new ();
      g_autofree char *text = NULL;

      add_cues (records, ANY, TRUE);
      for (guint j = 0; j < json_array_get_length (sl_records_get (records, SL_RECORDS_CUES)); j++)
        set_any (sl_record_get_element (sl_records_get (records, SL_RECORDS_CUES), j), chance () ? "text" : "speaker", ANY);
      add_chapters (records, TRUE, "summary");
      add_flat_chapters (records, FALSE);
      add_notes (records, TRUE);
      add_events (records, TRUE);
      add_facts (records);
      back = go_through (data, records, report, &text);
    }
}

/* A text is taken for an id and back: ids are of the rule, and none twice. */
static void
test_ids (void)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *title = make_text (ANY);
      g_autofree char *id = sl_record_make_id (title, "chapter", taken);

      g_assert_true (sl_record_is_id (id));
      g_assert_cmpuint (g_hash_table_size (taken), ==, i + 1);
    }
}

static void
test_id_words (void)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  static const struct
  {
    const char *title;
    const char *id;
  } words[] = {{"Who did it?", "who-did-it"}, {"Who did it!", "who-did-it-2"}, {"Zürich, l'été", "zurich-lete"}, {"…", "note"}, {NULL, "note-2"}};

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *id = sl_record_make_id (words[i].title, "note", taken);

      g_assert_cmpstr (id, ==, words[i].id);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *round_trip = g_strdup_printf ("/formats/%s/comes-back", cases[i].name);
      g_autofree char *anything = g_strdup_printf ("/formats/%s/reads-what-it-wrote", cases[i].name);

      g_test_add_data_func (round_trip, &cases[i], check_round_trip);
      g_test_add_data_func (anything, &cases[i], check_anything);
    }
  g_test_add_func ("/formats/ids", test_ids);
  g_test_add_func ("/formats/id-words", test_id_words);
  return g_test_run ();
}
