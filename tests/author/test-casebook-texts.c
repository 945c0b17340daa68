/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What translators get of a casebook: every case that the tables can make, in a casebook of this test's own,
 * and then what is written of it.
 */
#include "casebook-reader.h"
#include "casebook-texts.h"
#include "po-template.h"
#include "span.h"

#include <glib/gstdio.h>
#include <string.h>

#define MS G_GINT64_CONSTANT (1000000)

typedef struct
{
  char       *path;
  SlCasebook *casebook;
  GPtrArray  *texts;
} Fixture;

typedef struct
{
  const char *name;
  const char *content;
} File;

static const File files[] = {
  {"casebook.json",
   "{\"format\": 1, \"id\": \"small\", \"version\": \"2026-11~\", \"language\": \"en\", \"licence\": \"CC0-1.0\",\n"
   " \"title\": \"Small \\\"and\\\" \\\\ odd\", \"contact\": \"a@example.org\",\n"
   " \"summary\": \"One line.\\n\\nAnother.\\t\",\n"
   " \"comment\": \"First line.\\nSecond line.\",\n"
   " \"advisory\": {\"text\": \"Careful.\", \"topics\": [\"not this\"]}}"},
  {"films.json",
   "[{\"id\": \"film\", \"title\": \"Film\", \"original_title\": \"Not this\", \"year\": 2010,\n"
   "  \"awards\": [{\"title\": \"Prize\", \"by\": \"Jury\", \"comment\": \"A real one.\"}]}]"},
  {"clips/clip.json",
   "{\"id\": \"clip\", \"film\": \"film\", \"kind\": \"explainer\", \"title\": \"Clip\", \"duration\": \"2:00\",\n"
   " \"bring_your_own\": {\"duration\": \"2:00\", \"where_to_get\": \"Ask.\"},\n"
   " \"captions\": [{\"language\": \"fr\", \"file\": \"clips/fr.vtt\"}, {\"language\": \"en\", \"file\": \"clips/the words.vtt\"}],\n"
   " \"descriptions\": [{\"language\": \"en\", \"file\": \"clips/fr.vtt\"}],\n"
   " \"chapters\": [{\"id\": \"a\", \"title\": \"A\", \"from\": \"0:00\",\n"
   "   \"chapters\": [{\"id\": \"b\", \"title\": \"B\", \"from\": \"0:00\", \"advisory\": {\"text\": \"Slow.\"}}]}],\n"
   " \"notes\": [\n"
   "  {\"id\": \"n\", \"kind\": \"title\", \"from\": \"0:01\", \"to\": \"0:03.500\", \"title\": \"T\", \"text\": \"X\", \"trigger\": \"Why\"},\n"
   "  {\"id\": \"m\", \"kind\": \"context\", \"from\": \"0:04\", \"minimum_seconds\": 2, \"text\": \"Stays\"},\n"
   "  {\"id\": \"p\", \"kind\": \"context\", \"from\": \"0:04\", \"text\": \"Point\"}]}"},
  {"clips/the words.vtt",
   "WEBVTT\n\nNOTE not this\n\none\n00:01.000 --> 00:02.500\n<v Anna>Good &amp; well.\nTwo lines.\n\n00:04.000 --> 00:20.000\n[silence]\n\n"
   "one\n00:30.000 --> 00:31.000\nTaken.\n"},
  {"clips/fr.vtt", "WEBVTT\n\n01:00:00.000 --> 01:00:00.000\nBien.\n"},
  {"facts.json",
   "[{\"id\": \"fact\", \"statement\": \"So it was\", \"standing\": \"disputed\", \"attribution\": \"One\", \"as_of\": \"2009\",\n"
   "  \"topics\": [\"not this\"], \"comment\": 7,\n"
   "  \"sources\": [\"source\", {\"source\": \"source\", \"where\": \"p. 1\", \"comment\": \"A page.\",\n"
   "    \"quote\": {\"text\": \"not this\", \"language\": \"fr\", \"translation\": \"Words\"}}],\n"
   "  \"disputed_by\": [{\"who\": \"Two\", \"statement\": \"It was not\"}]},\n"
   " {\"id\": \"fact\", \"statement\": \"The id is taken\", \"standing\": \"reported\", \"attribution\": \"One\", \"as_of\": \"2009\"},\n"
   " {\"id\": \"No id\", \"statement\": \"Nor this\"}, 5]"},
  {"people.json", "[{\"id\": \"anna\", \"name\": \"Anna\", \"other_names\": [\"not this\"], \"role\": 5, \"note\": \"\"}]"},
  {"sources.json",
   "[{\"id\": \"source\", \"title\": \"Not this\", \"publisher\": \"nor this\", \"type\": \"news\", \"language\": \"en\",\n"
   "  \"accessed\": \"2026\", \"note\": \"Read it.\"}]"},
  {"events.json", "{\"not\": \"an array\"}"},
  {"places.json", "[broken"},
};

/* Every text on a line: where | time on the screen in ms, characters, lines, a line | who says it | remark | text */
static const char *const expected[] = {
  "casebook/title casebook.json:2 |-,0,0,0||First line. Second line.|Small \"and\" \\ odd",
  "casebook/summary casebook.json:3 |-,0,0,0||First line. Second line.|One line.  Another.\t",
  "casebook/advisory/text casebook.json:5 |-,0,0,0|||Careful.",
  "film/film/title films.json:1 |-,0,0,0|||Film",
  "film/film/awards/0/title films.json:2 |-,0,0,0||A real one.|Prize",
  "film/film/awards/0/by films.json:2 |-,0,0,0||A real one.|Jury",
  "clip/clip/title clips/clip.json:1 |-,0,0,0|||Clip",
  "clip/clip/bring_your_own/where_to_get clips/clip.json:2 |-,0,0,0|||Ask.",
  "clip/clip/chapter/a/title clips/clip.json:5 |-,0,0,0|||A",
  "clip/clip/chapter/b/title clips/clip.json:6 |-,0,0,0|||B",
  "clip/clip/chapter/b/advisory/text clips/clip.json:6 |-,0,0,0|||Slow.",
  "clip/clip/note/n/title clips/clip.json:8 |2500,42,0,0|||T",
  "clip/clip/note/n/text clips/clip.json:8 |2500,42,0,0|||X",
  "clip/clip/note/n/trigger clips/clip.json:8 |-,0,0,0|||Why",
  "clip/clip/note/m/text clips/clip.json:9 |2000,34,0,0|||Stays",
  "clip/clip/note/p/text clips/clip.json:10 |0,0,0,0|||Point",
  "clip/clip/caption/one clips/the words.vtt:6 |1500,30,2,42|Anna||Good & well. Two lines.",
  "clip/clip/caption/0:00:04.000 clips/the words.vtt:10 |16000,84,2,42|||[silence]",
  "clip/clip/description/1:00:00.000 clips/fr.vtt:3 |0,0,0,0|||Bien.",
  "fact/fact/statement facts.json:1 |-,0,0,0|||So it was",
  "fact/fact/attribution facts.json:1 |-,0,0,0|||One",
  "fact/fact/sources/1/where facts.json:3 |-,0,0,0||A page.|p. 1",
  "fact/fact/sources/1/quote/translation facts.json:4 |-,0,0,0|||Words",
  "fact/fact/disputed_by/0/who facts.json:5 |-,0,0,0|||Two",
  "fact/fact/disputed_by/0/statement facts.json:5 |-,0,0,0|||It was not",
  "person/anna/name people.json:1 |-,0,0,0|||Anna",
  "source/source/note sources.json:2 |-,0,0,0|||Read it.",
};

static void
fixture_set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *clips = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) error = NULL;

  self->path = g_dir_make_tmp ("casebook-texts-XXXXXX", &error);
  g_assert_no_error (error);
  clips = g_build_filename (self->path, "clips", NULL);
  g_assert_cmpint (g_mkdir (clips, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (self->path, files[i].name, NULL);

      g_assert_true (g_file_set_contents (path, files[i].content, -1, NULL));
    }
  folder = g_file_new_for_path (self->path);
  self->casebook = sl_casebook_reader_read_folder (folder, NULL, &error);
  g_assert_no_error (error);
  self->texts = sl_casebook_texts_collect (self->casebook);
}

static void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_autofree char *clips = g_build_filename (self->path, "clips", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (self->path, files[i].name, NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (clips), ==, 0);
  g_assert_cmpint (g_rmdir (self->path), ==, 0);
  g_ptr_array_unref (self->texts);
  g_object_unref (self->casebook);
  g_free (self->path);
}

static char *
describe (const SlCasebookText *text)
{
  g_autofree char *time = NULL;
  char            *line;

  time = text->duration == SL_TIME_NONE ? g_strdup ("-") : g_strdup_printf ("%" G_GINT64_FORMAT, text->duration / MS);
  line = g_strdup_printf ("%s %s:%u |%s,%u,%u,%u|%s|%s|%s", text->context, text->file, text->line, time,
                          text->max_characters, text->max_lines, text->max_line,
                          text->speaker != NULL ? text->speaker : "", text->comment != NULL ? text->comment : "",
                          text->text);
  return g_strdelimit (line, "\n", ' ');
}

static void
test_texts (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < MIN (self->texts->len, G_N_ELEMENTS (expected)); i++)
    {
      g_autofree char *found = describe (self->texts->pdata[i]);

      g_assert_cmpstr (found, ==, expected[i]);
    }
  g_assert_cmpuint (self->texts->len, ==, G_N_ELEMENTS (expected));
}

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("this is missing:\n%s\nin:\n%s", part, text);
}

static void
test_template (Fixture *self, gconstpointer data)
{
  g_autofree char *pot = sl_po_template_write (self->casebook, self->texts);

  assert_has (pot, "# CC0-1.0\n#\n#, fuzzy\nmsgid \"\"\nmsgstr \"\"\n\"Project-Id-Version: small 2026-11~\\n\"\n");
  assert_has (pot, "\"Report-Msgid-Bugs-To: a@example.org\\n\"\n\"POT-Creation-Date: 2026-11-01 00:00+0000\\n\"\n");
  assert_has (pot, "\"X-Source-Language: en\\n\"\n\n#. First line.\n#. Second line.\n#: casebook.json:2\n"
                   "msgctxt \"casebook/title\"\nmsgid \"Small \\\"and\\\" \\\\ odd\"\nmsgstr \"\"\n");
  assert_has (pot, "msgid \"\"\n\"One line.\\n\"\n\"\\n\"\n\"Another.\\t\"\nmsgstr \"\"\n");
  assert_has (pot, "#. On the screen for 2.5 s, time to read 42 characters, title and text together.\n"
                   "#: clips/clip.json:8\nmsgctxt \"clip/clip/note/n/title\"\n");
  assert_has (pot, "\n\n#: clips/clip.json:10\nmsgctxt \"clip/clip/note/p/text\"\n");
  assert_has (pot, "#. Said by: Anna\n#. On the screen for 1.5 s, time to read 30 characters.\n"
                   "#. At most 2 lines of at most 42 characters.\n"
                   "#: \xE2\x81\xA8"
                   "clips/the words.vtt\xE2\x81\xA9:6\n"
                   "msgctxt \"clip/clip/caption/one\"\nmsgid \"\"\n\"Good & well.\\n\"\n\"Two lines.\"\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/casebook-texts/all", Fixture, NULL, fixture_set_up, test_texts, fixture_tear_down);
  g_test_add ("/casebook-texts/template", Fixture, NULL, fixture_set_up, test_template, fixture_tear_down);
  return g_test_run ();
}
