/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A handout of a clip: what is in it and in which order, and that its page holds whatever a casebook says as nothing but words. */
#include "chapter.h"
#include "citation.h"
#include "handout-html.h"
#include "note.h"
#include "transcript.h"

#include <glib/gstdio.h>
#include <string.h>

#define SECOND G_GINT64_CONSTANT (1000000000)

/* Words as plain as can be: those for readers are not tried here. */

static const char *
say_standing (SlStanding standing)
{
  return standing == SL_STANDING_DISPUTED ? "Disputed" : "Reported";
}

static char *
say_attribution (const char *who, const SlDate *date)
{
  g_autofree char *when = date ? sl_date_to_string (date) : g_strdup ("no date");

  return g_strdup_printf ("%s, %s", who, when);
}

static char *
say_time (gint64 time)
{
  return g_strdup_printf ("%d s", (int)(time / SECOND));
}

static const char *
say_type (SlSourceType type)
{
  return type == SL_SOURCE_TYPE_COURT ? "Court" : "News";
}

static const SlHandoutWords words = {say_standing, say_attribution, say_time, say_type};

typedef struct
{
  SlClip     *clip;
  SlCasebook *casebook;
  GListModel *transcript;
} World;

static SlCitation *
cite (SlSource *source, const char *where, const char *quote)
{
  return g_object_new (SL_TYPE_CITATION, "source", source, "where", where, "quote", quote, "quote-language", quote ? "fr" : NULL, NULL);
}

static SlSource *
make_source (const char *id, const char *title, SlSourceType type, const char *url)
{
  g_autoptr (SlDate) date = sl_date_parse ("2026-01-02", NULL);

  return g_object_new (SL_TYPE_SOURCE, "id", id, "title", title, "publisher", "A house", "type", type, "language", "en", "accessed", date, "url", url, NULL);
}

/* The same casebook with @text wherever an author has a word. */
static void
make_world (World *world, const char *text, const char *url)
{
  const char *facts[] = {"a", "b", NULL};
  g_autoptr (SlDate) date = sl_date_parse ("2026-01-02", NULL);
  g_autoptr (SlSource) court = make_source ("c", text, SL_SOURCE_TYPE_COURT, url);
  g_autoptr (SlSource) news = make_source ("n", text, SL_SOURCE_TYPE_NEWS, NULL);
  g_autoptr (SlCitation) first = cite (court, text, text);
  g_autoptr (SlCitation) again = cite (court, text, text);
  g_autoptr (SlCitation) other = cite (news, NULL, NULL);
  g_autoptr (GListStore) both = g_list_store_new (SL_TYPE_CITATION);
  g_autoptr (GListStore) one = g_list_store_new (SL_TYPE_CITATION);
  g_autoptr (GListStore) disputes = g_list_store_new (SL_TYPE_DISPUTE);
  g_autoptr (GListStore) fact_list = g_list_store_new (SL_TYPE_FACT);
  g_autoptr (GListStore) chapters = g_list_store_new (SL_TYPE_CHAPTER);
  g_autoptr (GListStore) notes = g_list_store_new (SL_TYPE_NOTE);
  g_autoptr (GListStore) captions = g_list_store_new (SL_TYPE_CAPTION);
  g_autoptr (GListStore) tracks = g_list_store_new (SL_TYPE_CAPTION_TRACK);
  g_autoptr (SlDispute) dispute = NULL;
  g_autoptr (SlFact) a = NULL, b = NULL;
  g_autoptr (SlChapter) chapter = g_object_new (SL_TYPE_CHAPTER, "id", "k", "title", text, "summary", text, "start", (gint64)0, "end", 60 * SECOND, NULL);
  g_autoptr (SlNote) note = g_object_new (SL_TYPE_NOTE, "id", "n", "kind", SL_NOTE_KIND_FACT, "title", text, "text", text, "start", 9 * SECOND, "end", 12 * SECOND, "facts", facts, NULL);
  g_autoptr (SlCaption) caption = g_object_new (SL_TYPE_CAPTION, "id", "1", "start", 2 * SECOND, "end", 4 * SECOND, "text", text, "speaker", text, NULL);
  g_autoptr (SlCaptionTrack) track = g_object_new (SL_TYPE_CAPTION_TRACK, "language", "en", "file", "f", "captions", captions, NULL);
  g_autoptr (SlCaption) seen = g_object_new (SL_TYPE_CAPTION, "id", "1", "start", 5 * SECOND, "end", 6 * SECOND, "text", text, NULL);
  g_autoptr (GListStore) seen_list = g_list_store_new (SL_TYPE_CAPTION);
  g_autoptr (GListStore) descriptions = g_list_store_new (SL_TYPE_CAPTION_TRACK);
  g_autoptr (SlCaptionTrack) description = g_object_new (SL_TYPE_CAPTION_TRACK, "language", "en", "file", "d", "captions", seen_list, NULL);
  g_autoptr (SlWording) wording = NULL;

  g_list_store_append (seen_list, seen);
  g_list_store_append (descriptions, description);
  g_list_store_append (both, first);
  g_list_store_append (both, again);
  g_list_store_append (one, other);
  dispute = g_object_new (SL_TYPE_DISPUTE, "who", text, "statement", text, "citations", one, NULL);
  g_list_store_append (disputes, dispute);
  a = g_object_new (SL_TYPE_FACT, "id", "a", "statement", text, "standing", SL_STANDING_DISPUTED, "attribution", text, "as-of", date, "citations", both, "disputes", disputes, NULL);
  b = g_object_new (SL_TYPE_FACT, "id", "b", "statement", text, "standing", SL_STANDING_REPORTED, "attribution", text, "as-of", date, "graphic", TRUE, NULL);
  g_list_store_append (fact_list, a);
  g_list_store_append (fact_list, b);
  g_list_store_append (chapters, chapter);
  g_list_store_append (notes, note);
  g_list_store_append (captions, caption);
  g_list_store_append (tracks, track);
  world->clip = g_object_new (SL_TYPE_CLIP, "id", "k", "title", text, "duration", 60 * SECOND, "captions", tracks, "descriptions", descriptions, "notes", notes, "chapters", chapters, "made-by", text, NULL);
  world->casebook = g_object_new (SL_TYPE_CASEBOOK, "id", "w", "title", text, "language", "en", "licence", "CC0-1.0", "version", date, "credits", text, "facts", fact_list, NULL);
  wording = sl_wording_new (world->casebook, world->clip, "en");
  world->transcript = sl_transcript_new (world->casebook, world->clip, G_LIST_MODEL (chapters), wording, NULL, NULL);
}

static void
end_world (World *world)
{
  g_clear_object (&world->transcript);
  g_clear_object (&world->clip);
  g_clear_object (&world->casebook);
}

static void
test_blocks (void)
{
  static const char expected[] =
    "0   |-|t|\n" /* title */
    "2   |-|t|\n" /* chapter */
    "3   |-|t|\n" /* summary */
    "4   |t|t|\n" /* speech */
    "5   |Description|t|\n"
    "6   |t|t|\n" /* note */
    "7   |Disputed|t|1 1 \n"
    "8   |-|t, 2026-01-02|\n"
    "9   |t|t|2 \n"
    "7 c |Reported|t|\n"
    "8   |-|t, 2026-01-02|\n"
    "10   |-|Sources|\n"
    "11   |Court|t. A house, no date|\n"
    "12   |Address|https://example.org/|\n"
    "13   |-|Read on 2 January 2026|\n"
    "13   |-|t|\n"
    "13   |Quote|t|\n"
    "11   |News|t. A house, no date|\n"
    "13   |-|Read on 2 January 2026|\n"
    "14   |-|From the casebook “t” of 2 January 2026, under the licence CC0-1.0.|\n"
    "14   |-|t|\n"
    "14   |-|t|\n";
  World world;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  make_world (&world, "t", "https://example.org/");
  blocks = sl_handout_new (world.casebook, world.clip, world.transcript, &words);
  for (guint i = 0; i < blocks->len; i++)
    {
      const SlBlock *block = blocks->pdata[i];

      g_string_append_printf (found, "%d %s%s |%s|%s|", (int)block->kind, block->is_beside ? "b" : "", block->is_closed ? "c" : " ", block->label ? block->label : "-", block->text);
      for (guint j = 0; block->sources && j < block->sources->len; j++)
        g_string_append_printf (found, "%u ", g_array_index (block->sources, guint, j));
      g_string_append_c (found, '\n');
    }
  {
    g_autofree char *plain = g_strdup (found->str);

    for (char *at = plain; (at = strstr (at, " c |"));)
      at += 3;
    g_assert_cmpstr (plain, ==, expected);
  }
  end_world (&world);
}

/* Runs the page through an HTML parser of another project. Returns: (transfer full): tags on a line each, then the words */
static char *
parse (const char *page)
{
  static const char program[] =
    "import sys\nfrom html.parser import HTMLParser\n"
    "void={'meta','br'}\n"
    "class P(HTMLParser):\n"
    "  stack=[]\n  tags=[]\n  words=[]\n  links=[]\n"
    "  def handle_starttag(self,tag,attrs):\n"
    "    self.tags.append(tag)\n"
    "    self.links+=[v for k,v in attrs if k in('href','src')]\n"
    "    assert all(k in('class','lang','dir','href','rel','id','value','charset','name','content') for k,v in attrs),attrs\n"
    "    if tag not in void: self.stack.append(tag)\n"
    "  def handle_endtag(self,tag):\n"
    "    assert self.stack and self.stack.pop()==tag,(tag,self.stack)\n"
    "  def handle_data(self,data):\n"
    "    if self.stack and self.stack[-1]!='style': self.words.append(data)\n"
    "p=P()\np.feed(open(sys.argv[1],encoding='utf-8').read())\np.close()\n"
    "assert not p.stack,p.stack\n"
    "print(' '.join(sorted(set(p.tags))));print(' '.join(p.links));print(''.join(p.words))\n";
  g_autofree char *path = NULL;
  const char      *arguments[] = {"python3", "-c", program, NULL, NULL};
  const int        file = g_file_open_tmp ("sidelight-handout-XXXXXX.html", &path, NULL);
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int   status;

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, page, -1, NULL));
  arguments[3] = path;
  g_setenv ("PYTHONIOENCODING", "utf-8", TRUE);
  g_spawn_sync (NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_remove (path);
  return output;
}

static char *
write_page (const char *text, const char *url)
{
  World world;
  g_autoptr (GPtrArray) blocks = NULL;
  char *page;

  make_world (&world, text, url);
  blocks = sl_handout_new (world.casebook, world.clip, world.transcript, &words);
  page = sl_handout_html_write (blocks, &words);
  end_world (&world);
  return page;
}

static void
test_page (void)
{
  g_autofree char *page = write_page ("A word", "https://example.org/?a=1&b=2"), *again = write_page ("A word", "https://example.org/?a=1&b=2");
  g_autofree char *parsed = parse (page);
  g_auto (GStrv) lines = g_strsplit (parsed, "\n", 3);

  g_assert_cmpstr (page, ==, again);
  g_assert_cmpstr (lines[0], ==, "a aside bdi body details footer h1 h2 head html li meta ol p section style summary title");
  g_assert_cmpstr (lines[1], ==, "#source-1 #source-1 #source-2 https://example.org/?a=1&b=2");
  g_assert_nonnull (strstr (page, "<html lang=\"en\" dir=\"ltr\">"));
  g_assert_nonnull (strstr (page, "@media print"));
  g_assert_null (strstr (page, "url("));
  g_assert_nonnull (strstr (page, "lang=\"fr\" dir=\"ltr\"><bdi class=\"label\">Quote</bdi>"));
}

/* Whatever an author writes stays words: the page has the same tags and links, and nothing that HTML cannot have. */
static void
test_naughty (void)
{
  static const char *const naughty[] = {
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'\" onmouseover='x",
    "</title></style><script>",
    "<!-- -->",
    "]]>",
    "&lt;b&gt; &amp; &#60;",
    "\u202eright to left",
    "\u2066 open",
    "a\001b\033[31m\177",
    "\302\205next",
    "\357\277\277",
    "emoji 👩‍👩‍👧",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A",
    "line\nline",
    "{{7*7}}",
    "javascript:alert(1)",
  };
  g_autofree char *plain_page = write_page ("A word", NULL), *plain = parse (plain_page);
  g_auto (GStrv) wanted = g_strsplit (plain, "\n", 3);

  for (guint i = 0; i < G_N_ELEMENTS (naughty); i++)
    {
      g_autofree char *page = write_page (naughty[i], naughty[i]), *parsed = parse (page);
      g_auto (GStrv) lines = g_strsplit (parsed, "\n", 3);
      g_autofree char *tags = g_strdup (lines[0]);

      g_test_message ("%u", i);
      if (strstr (tags, " br ") != NULL)
        memmove (strstr (tags, " br "), strstr (tags, " br ") + 3, strlen (strstr (tags, " br ") + 3) + 1);
      g_assert_cmpstr (tags, ==, wanted[0]);
      g_assert_cmpstr (lines[1], ==, wanted[1]);
      g_assert_true (g_utf8_validate (page, -1, NULL));
      for (const char *at = page; *at; at = g_utf8_next_char (at))
        g_assert_true (*at == '\n' || !g_unichar_iscntrl (g_utf8_get_char (at)));
    }
}

/* Also on paper a word without end has places where it can be broken. */
static void
test_endless (void)
{
  g_autofree char *word = g_strnfill (10000, 'x'), *run = g_strnfill (241, 'x');
  g_autofree char *page = write_page (word, NULL);

  g_assert_nonnull (strstr (page, "xxxx\xe2\x80\x8bxxxx"));
  g_assert_null (strstr (page, run));
}

/* What turns words turns its own alone, and is no override. */
static void
test_turned (void)
{
  g_autofree char *page = write_page ("\u202eturned", NULL);
  const char      *source = strstr (page, "\u2068\u2067turned\u2069\u2069");

  g_assert_nonnull (source);
  g_assert_null (strstr (page, "\u202e"));
}

static void
test_direction (void)
{
  g_assert_true (sl_handout_is_right_to_left ("ar"));
  g_assert_true (sl_handout_is_right_to_left ("he-IL"));
  g_assert_true (sl_handout_is_right_to_left ("FA"));
  g_assert_true (sl_handout_is_right_to_left ("az-Arab"));
  g_assert_false (sl_handout_is_right_to_left ("ar-Latn"));
  g_assert_false (sl_handout_is_right_to_left ("ru"));
  g_assert_false (sl_handout_is_right_to_left (""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/handout/blocks", test_blocks);
  g_test_add_func ("/handout/page", test_page);
  g_test_add_func ("/handout/naughty", test_naughty);
  g_test_add_func ("/handout/endless", test_endless);
  g_test_add_func ("/handout/turned", test_turned);
  g_test_add_func ("/handout/direction", test_direction);
  return g_test_run ();
}
