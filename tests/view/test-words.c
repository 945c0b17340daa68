/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a casebook says, in the real window: words that could do harm, marks and links, what comes later, what somebody
 * does not want to read, pictures that are not there.
 */
#include "chapters-pane.h"
#include "clip-card.h"
#include "film-page.h"
#include "fact-card.h"
#include "facts-pane.h"
#include "following-list.h"
#include "note-row.h"
#include "notes-pane.h"
#include "record-picture.h"
#include "rich-text.h"
#include "transcript-pane.h"
#include "view-world.h"
#include "watch-page.h"

#include <adwaita.h>

#define SECOND G_GINT64_CONSTANT (1000000000)

static char *
escape (const char *text)
{
  GString *json = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if ((guchar)*text < 0x20 || *text == '"' || *text == '\\')
      g_string_append_printf (json, "\\u%04x", (guchar)*text);
    else
      g_string_append_c (json, *text);
  return g_string_free (json, FALSE);
}

/* One text with everything in it that could spoil a page, and that a casebook can have: control characters are refused
 * where it is read. */
static char *
make_naughty (void)
{
  GString         *text = g_string_new ("\xe2\x80\xae"
                                                "turned \xe2\x81\xa7 open \xe2\x80\xac\xe2\x81\xa9\xe2\x81\xa9 ");
  g_autofree char *word = g_strnfill (10000, 'W');

  g_string_append (text, "<b>bold</b> &amp; <a href=\"https://example.org\">x</a> *em* **strong** [[fact:f1|fact]] * ]] [[ שלום العربية 👩🏽‍🚒 ");
  for (guint i = 0; i < 200; i++)
    g_string_append (text, "\xcc\x81\xcd\x82");
  g_string_append (text, "\xe2\x80\xa8\xe2\x80\xa9");
  for (guint i = 0; i < 400; i++)
    g_string_append_c (text, '\n');
  g_string_append (text, word);
  return g_string_free (text, FALSE);
}

/* @text: for every text; @notes: JSON of the notes; @chapters: the same. Returns: (transfer full): a folder */
static char *
make_casebook (const char *text, const char *notes, const char *chapters)
{
  g_autofree char *said = escape (text);
  g_autofree char *casebook = g_strdup_printf ("{\"format\":1,\"id\":\"words\",\"version\":\"2026-11-22\",\"title\":\"%s\",\"language\":\"en\",\"licence\":\"CC0-1.0\","
                                               "\"summary\":\"%s\",\"advisory\":{\"text\":\"%s\"},\"credits\":\"%s\"}",
                                               said, said, said, said);
  g_autofree char *films = g_strdup_printf ("[{\"id\":\"film\",\"title\":\"%s\",\"year\":2010,\"directors\":[\"%s\"],\"synopsis\":\"%s\","
                                            "\"disclosures\":[{\"text\":\"%s\"}],\"clips\":[\"clip\",\"other\"]}]",
                                            said, said, said, said);
  g_autofree char *facts =
    g_strdup_printf ("[{\"id\":\"f1\",\"statement\":\"%s\",\"detail\":\"%s\",\"easy\":\"Easy fact\",\"standing\":\"reported\",\"attribution\":\"%s\",\"as_of\":\"2010\",\"sources\":[{\"source\":\"s1\",\"where\":\"%s\"}]},"
                     "{\"id\":\"f2\",\"statement\":\"Blood\",\"graphic\":true,\"standing\":\"reported\",\"attribution\":\"A\",\"as_of\":\"2010\",\"sources\":[\"s1\"]},"
                     "{\"id\":\"f3\",\"statement\":\"Later\",\"standing\":\"reported\",\"attribution\":\"A\",\"as_of\":\"2010\",\"sources\":[\"s2\"]}]",
                     said, said, said, said);
  g_autofree char    *sources = g_strdup_printf ("[{\"id\":\"s1\",\"title\":\"%s\",\"publisher\":\"%s\",\"type\":\"web\",\"language\":\"en\",\"accessed\":\"2026\"},"
                                                    "{\"id\":\"s2\",\"title\":\"Two\",\"publisher\":\"P\",\"type\":\"web\",\"language\":\"en\",\"accessed\":\"2026\"}]",
                                                 said, said);
  g_autofree char    *clip = g_strdup_printf ("{\"id\":\"clip\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"%s\",\"summary\":\"%s\",\"duration\":\"2:00\","
                                                 "\"captions\":[{\"language\":\"en\",\"file\":\"clips/clip.vtt\"}],\"chapters\":%s,\"notes\":%s}",
                                              said, said, chapters, notes);
  const ViewWorldFile files[] = {
    {"casebook.json", casebook},
    {"films.json", films},
    {"facts.json", facts},
    {"sources.json", sources},
    {"clips/clip.json", clip},
    {"clips/other.json", "{\"id\":\"other\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"Other\",\"duration\":\"1:00\","
                         "\"notes\":[{\"id\":\"o\",\"from\":\"0:20\",\"kind\":\"fact\",\"title\":\"O\",\"facts\":[\"f3\"]}]}"},
    {"images/here.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"120\" height=\"60\"><rect width=\"120\" height=\"60\" fill=\"red\"/></svg>"},
    {"images/wide.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"3000\" height=\"300\"><rect width=\"3000\" height=\"300\"/></svg>"},
    {"images/bad.png", "no picture"},
    {NULL},
  };
  char            *folder = view_world_make_folder (files);
  g_autofree char *word = g_strnfill (10000, 'W');
  g_autofree char *vtt = g_strdup_printf ("WEBVTT\n\n00:00.000 --> 02:00.000\n<v %s>\xe2\x80\xae turned <b>words</b> %s\n", word, word);

  view_world_write (folder, "clips/clip.vtt", vtt);
  return folder;
}

typedef struct
{
  char        *folder;
  SlWindow    *window;
  SlSession   *session;
  SlWatchPage *page;
} World;

static void
begin (World *world, char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (SlCasebook) casebook = view_world_read (folder);

  g_assert_nonnull (casebook);
  world->folder = folder;
  world->window = view_world_make_window ();
  gtk_window_set_default_size (GTK_WINDOW (world->window), 900, 700);
  gtk_window_present (GTK_WINDOW (world->window));
  sl_window_open (world->window, file, NULL);
  view_world_wait_for_page (world->window, "lobby");
  world->session = sl_conductor_get_session (sl_window_get_conductor (world->window));
  world->page = SL_WATCH_PAGE (view_world_find (GTK_WIDGET (world->window), SL_TYPE_WATCH_PAGE));
}

static void
watch (World *world, gint64 time)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (world->window), "win.watch", "s", "clip"));
  view_world_wait_for_page (world->window, "watch");
  sl_session_jump (world->session, time, 0);
  view_world_wait_for_paint (GTK_WIDGET (world->window));
}

static void
end (World *world)
{
  view_world_close (world->window);
  view_world_remove_folder (world->folder);
}

static void
set_reading (World *world, const char *name, gboolean value)
{
  g_object_set (sl_session_get_reading (world->session), name, value, NULL);
}

/* No direction is left open, and nothing controls anything. */
static void
check_text (const char *text)
{
  int depth = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      g_assert_true (c == '\n' || !g_unichar_iscntrl (c));
      g_assert_true (c != 0x202d && c != 0x202e && c != 0x2028 && c != 0x2029);
      depth += c == 0x202a || c == 0x202b || (c >= 0x2066 && c <= 0x2068);
      depth -= c == 0x202c || c == 0x2069;
      g_assert_cmpint (depth, >=, 0);
    }
  g_assert_cmpint (depth, ==, 0);
}

/* Pango takes time by the square of what has no place to be broken, and a label breaks it at every letter to know its
 * least width: so words have such places, and what is long asks for a line of some words. */
static void
check_time (GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);
  int         run = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      run = g_unichar_isspace (g_utf8_get_char (at)) || g_utf8_get_char (at) == 0x200b ? 0 : run + 1;
      g_assert_cmpint (run, <=, 240);
    }
  if (g_utf8_strlen (text, -1) > 1500)
    g_assert_cmpint (gtk_label_get_width_chars (label), >=, 12);
}

static guint
check_labels (GtkWidget *widget, GtkWidget *window)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    {
      graphene_rect_t bounds;

      check_text (gtk_label_get_text (GTK_LABEL (widget)));
      check_time (GTK_LABEL (widget));
      g_assert_true (gtk_widget_compute_bounds (widget, window, &bounds));
      g_assert_cmpfloat (bounds.origin.x, >=, 0);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (window));
      g_assert_cmpfloat (bounds.size.height, <, 8000);
      n = 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    n += check_labels (child, window);
  return n;
}

static void
check_window (World *world, guint least)
{
  view_world_wait_for_paint (GTK_WIDGET (world->window));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (world->window)), <=, 900);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (world->window)), <=, 700);
  g_assert_cmpuint (check_labels (GTK_WIDGET (world->window), GTK_WIDGET (world->window)), >=, least);
  check_text (gtk_window_get_title (GTK_WINDOW (world->window)));
}

/* Returns: how many characters the labels of @widget have to lay out */
static glong
count_characters (GtkWidget *widget)
{
  glong n = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) ? g_utf8_strlen (gtk_label_get_text (GTK_LABEL (widget)), -1) : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    n += count_characters (child);
  return n;
}

static guint
press_all (GtkWidget *widget, const char *words)
{
  guint n = 0;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), words) == 0)
    {
      g_signal_emit_by_name (widget, "clicked");
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    n += press_all (child, words);
  return n;
}

/* Of a long text only the beginning is laid out, and all of it when it is asked for. */
static void
check_text_tab (World *world)
{
  GtkWidget *pane = sl_watch_page_show_tab (world->page, "text");
  guint      n_rows;

  check_window (world, 8);
  n_rows = 1 + g_list_model_get_n_items (sl_transcript_pane_get_transcript (SL_TRANSCRIPT_PANE (pane)));
  g_assert_cmpint (count_characters (pane), <, 4000 * n_rows);
  g_assert_cmpuint (press_all (pane, "Show All"), >, 0);
  check_window (world, 8);
  g_assert_cmpint (count_characters (pane), >, 9000);
  g_assert_cmpuint (press_all (pane, "Show Less"), >, 0);
  check_window (world, 8);
}

static void
test_naughty (void)
{
  g_autofree char *naughty = make_naughty ();
  g_autofree char *said = escape (naughty);
  g_autofree char *notes = g_strdup_printf ("[{\"id\":\"a\",\"from\":\"0:01\",\"to\":\"1:00\",\"kind\":\"fact\",\"title\":\"%s\",\"text\":\"%s\",\"trigger\":\"%s\",\"facts\":[\"f1\"],\"image\":\"images/gone.png\",\"alt\":\"%s\"},"
                                            "{\"id\":\"t\",\"from\":\"0:01\",\"to\":\"1:00\",\"kind\":\"title\",\"title\":\"%s\",\"text\":\"%s\"}]",
                                            said, said, said, said, said, said);
  g_autofree char *chapters = g_strdup_printf ("[{\"id\":\"c\",\"from\":\"0:00\",\"title\":\"%s\",\"summary\":\"%s\"}]", said, said);
  World            world;

  begin (&world, make_casebook (naughty, notes, chapters));
  check_window (&world, 4);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (world.window), "win.show-film", "s", "film"));
  view_world_wait_for_page (world.window, "film");
  check_window (&world, 6);
  watch (&world, 5 * SECOND);
  check_window (&world, 8);
  sl_watch_page_show_tab (world.page, "facts");
  sl_reading_set_opened (sl_session_get_reading (world.session), "f1", TRUE);
  check_window (&world, 8);
  sl_watch_page_show_tab (world.page, "chapters");
  check_window (&world, 6);
  check_text_tab (&world);
  end (&world);
}

static GtkWidget *
find_label (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, words);

      if (found)
        return found;
    }
  return NULL;
}

/* As keys do it: the focus goes to the first link of a label, and from there to the next. */
static void
follow_link (World *world, const char *words, guint n)
{
  GtkWidget *label = find_label (GTK_WIDGET (world->window), words);

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_grab_focus (label));
  for (guint i = 0; i < n; i++)
    g_assert_true (gtk_widget_child_focus (label, GTK_DIR_TAB_FORWARD));
  g_signal_emit_by_name (label, "activate-current-link");
}

static GtkWidget *
show_notes (World *world)
{
  return sl_watch_page_show_tab (world->page, "notes");
}

static gboolean
is_shown (GtkWidget *scope, const char *words)
{
  return find_label (scope, words) != NULL;
}

static const char link_notes[] =
  "[{\"id\":\"a\",\"from\":\"0:01\",\"to\":\"1:00\",\"kind\":\"fact\",\"title\":\"*First* <i>\",\"text\":\"See *the* [[fact:f1|told]], [[fact:f3|later]], [[source:s1|source]], [[clip:other@0:10|there]], [[person:anna|Anna]] <a href='x'>\",\"facts\":[\"f1\"],\"easy\":\"Easy *note*\"},"
  "{\"id\":\"b\",\"from\":\"1:10\",\"to\":\"1:20\",\"kind\":\"production\",\"title\":\"Second\",\"facts\":[\"f2\"]},"
  "{\"id\":\"c\",\"from\":\"1:30\",\"to\":\"1:40\",\"kind\":\"context\",\"title\":\"Third\",\"facts\":[\"f3\"]}]";

static void
test_links (void)
{
  World      world;
  GtkWidget *label, *facts;
  gboolean   handled = FALSE;

  begin (&world, make_casebook ("Plain *said* words", link_notes, "[]"));
  watch (&world, 5 * SECOND);
  label = find_label (show_notes (&world), "See the told");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "See the told, later, source, there, Anna <a href='x'>");
  g_assert_nonnull (find_label (GTK_WIDGET (world.page), "First <i>"));
  /* nowhere else, whatever asks for it */
  g_signal_emit_by_name (label, "activate-link", "https://example.org/", &handled);
  g_assert_true (handled);
  follow_link (&world, "See the told", 0);
  facts = sl_watch_page_show_tab (world.page, "facts");
  g_assert_true (SL_IS_FACTS_PANE (facts));
  wait_until (is_shown (facts, "Plain said words. Plain said words")); /* the source, which is open */
  show_notes (&world);
  view_world_wait_for_paint (GTK_WIDGET (world.window));
  g_assert_false (is_shown (GTK_WIDGET (world.page), "Later"));
  follow_link (&world, "See the told", 1);
  wait_until (is_shown (GTK_WIDGET (world.page), "Later"));
  g_assert_true (SL_IS_FACTS_PANE (gtk_widget_get_ancestor (find_label (GTK_WIDGET (world.page), "Later"), SL_TYPE_FACTS_PANE)));
  show_notes (&world);
  view_world_wait_for_paint (GTK_WIDGET (world.window));
  follow_link (&world, "See the told", 2);
  g_assert_true (SL_IS_FACTS_PANE (gtk_widget_get_ancestor (view_world_find (facts, SL_TYPE_FACT_CARD), SL_TYPE_FACTS_PANE)));
  g_assert_true (gtk_widget_get_mapped (facts));
  show_notes (&world);
  view_world_wait_for_paint (GTK_WIDGET (world.window));
  follow_link (&world, "See the told", 3);
  g_assert_cmpstr (sl_clip_get_id (sl_session_get_clip (world.session)), ==, "other");
  end (&world);
}

static guint
count_notes (World *world)
{
  GtkWidget *pane = view_world_find (GTK_WIDGET (world->page), SL_TYPE_NOTES_PANE);
  g_autoptr (GListModel) list = NULL;

  g_object_get (pane, "list", &list, NULL);
  return g_list_model_get_n_items (list);
}

/* Returns: (nullable): the row at the end of the notes, which tells of those that come later in @words */
static GtkWidget *
find_later (World *world, const char *words)
{
  GtkWidget     *scroller = view_world_find (view_world_find (GTK_WIDGET (world->page), SL_TYPE_NOTES_PANE), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  GtkWidget     *label;

  gtk_adjustment_set_value (place, gtk_adjustment_get_upper (place));
  label = find_label (scroller, words);
  return label ? gtk_widget_get_parent (gtk_widget_get_parent (label)) : NULL;
}

static void
test_later (void)
{
  World      world;
  GtkWidget *later;

  begin (&world, make_casebook ("Words", link_notes, "[]"));
  watch (&world, 5 * SECOND);
  show_notes (&world);
  view_world_wait_for_paint (GTK_WIDGET (world.window));
  g_assert_cmpuint (count_notes (&world), ==, 1);
  wait_until (find_later (&world, "2 later notes hidden"));
  g_assert_cmpuint (g_list_model_get_n_items (sl_session_get_facts (world.session)), ==, 1);
  sl_session_advance (world.session, 75 * SECOND, 1);
  g_assert_cmpuint (count_notes (&world), ==, 2);
  wait_until (find_later (&world, "1 later note hidden"));
  sl_session_jump (world.session, 0, 2);
  g_assert_cmpuint (count_notes (&world), ==, 0);
  wait_until ((later = find_later (&world, "3 later notes hidden")) != NULL);
  /* As a click on that row, or Return. */
  g_assert_true (gtk_widget_activate_action (later, "list.activate-item", "u", 0));
  g_assert_cmpuint (count_notes (&world), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (sl_session_get_facts (world.session)), ==, 3);
  g_assert_null (sl_session_get_fact (world.session));
  wait_until (!is_shown (GTK_WIDGET (world.page), "3 later notes hidden"));
  /* for this clip */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (world.window), "win.watch", "s", "other"));
  g_assert_cmpuint (count_notes (&world), ==, 0);
  /* or for good */
  set_reading (&world, "hide-later", FALSE);
  g_assert_cmpuint (count_notes (&world), ==, 1);
  set_reading (&world, "hide-later", TRUE);
  g_assert_cmpuint (count_notes (&world), ==, 0);
  end (&world);
}

static void
test_choices (void)
{
  World      world;
  GtkWidget *notes;

  begin (&world, make_casebook ("Words", link_notes, "[]"));
  watch (&world, 5 * SECOND);
  set_reading (&world, "hide-later", FALSE);
  notes = show_notes (&world);
  g_assert_cmpuint (count_notes (&world), ==, 3);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (world.window), "win.note-kind-production", NULL));
  g_assert_cmpuint (count_notes (&world), ==, 2);
  wait_until (!is_shown (notes, "Second"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (world.window), "win.note-kind-production", NULL));
  g_assert_cmpuint (count_notes (&world), ==, 3);
  wait_until (is_shown (notes, "See the told"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (world.window), "win.easy-words", NULL));
  wait_until (is_shown (notes, "Easy note") && !is_shown (notes, "See the told"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (world.window), "win.easy-words", NULL));
  wait_until (is_shown (notes, "See the told"));
  set_reading (&world, "hide-later", TRUE);
  end (&world);
}

/* A heading stands over the first note of a chapter that is listed. */
static void
test_headings (void)
{
  World      world;
  GtkWidget *notes;

  begin (&world, make_casebook ("Words", link_notes, "[{\"id\":\"a\",\"from\":\"1:00\",\"title\":\"Part\"}]"));
  watch (&world, 5 * SECOND);
  set_reading (&world, "hide-later", FALSE);
  notes = show_notes (&world);
  wait_until (is_shown (notes, "Chapter 1: Part"));
  g_assert_true (sl_cue_get_opens_chapter (sl_session_lookup_cue (world.session, SL_CUE_NOTE, "b")));
  g_assert_false (sl_cue_get_opens_chapter (sl_session_lookup_cue (world.session, SL_CUE_NOTE, "c")));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (world.window), "win.note-kind-production", NULL));
  g_assert_true (sl_cue_get_opens_chapter (sl_session_lookup_cue (world.session, SL_CUE_NOTE, "c")));
  wait_until (is_shown (notes, "Chapter 1: Part"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (world.window), "win.note-kind-production", NULL));
  g_assert_false (sl_cue_get_opens_chapter (sl_session_lookup_cue (world.session, SL_CUE_NOTE, "c")));
  set_reading (&world, "hide-later", TRUE);
  end (&world);
}

static void
test_graphic (void)
{
  World      world;
  GtkWidget *notes, *facts, *gate;

  begin (&world, make_casebook ("Words", link_notes, "[]"));
  watch (&world, 75 * SECOND);
  facts = sl_watch_page_show_tab (world.page, "facts");
  wait_until (is_shown (facts, "Show: it describes"));
  g_assert_false (is_shown (facts, "Blood"));
  gtk_test_accessible_assert_property (view_world_find (facts, SL_TYPE_FACT_CARD), GTK_ACCESSIBLE_PROPERTY_LABEL, "Reported: A fact that describes injury or death");
  notes = show_notes (&world);
  wait_until (is_shown (notes, "Show: it describes"));
  gate = gtk_widget_get_ancestor (find_label (notes, "Show: it describes"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (gate, "clicked");
  wait_until (is_shown (notes, "Blood"));
  /* once is enough */
  sl_watch_page_show_tab (world.page, "facts");
  wait_until (is_shown (facts, "Blood"));
  g_assert_false (is_shown (facts, "Show: it describes"));
  gtk_test_accessible_assert_property (view_world_find (facts, SL_TYPE_FACT_CARD), GTK_ACCESSIBLE_PROPERTY_LABEL, "Reported: Blood");
  end (&world);
}

/* What to know before is said until somebody went on, and not again. */
static void
test_advisory (void)
{
  World      world;
  GtkWidget *film, *card;

  begin (&world, make_casebook ("Words", link_notes, "[{\"id\":\"a\",\"from\":\"0:00\",\"title\":\"A\",\"chapters\":[{\"id\":\"aa\",\"from\":\"0:30\",\"title\":\"AA\",\"advisory\":{\"text\":\"It is *loud*\"}}]}]"));
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (world.window), "win.show-film", "s", "film"));
      view_world_wait_for_page (world.window, "film");
      film = view_world_find (GTK_WIDGET (world.window), SL_TYPE_FILM_PAGE);
      view_world_wait_for_paint (GTK_WIDGET (world.window));
      g_assert_true (is_shown (film, "At 0:30: It is loud") == (i == 0));
      g_assert_true (is_shown (film, "Before You Watch") == (i == 0));
      card = view_world_find (film, SL_TYPE_CLIP_CARD);
      if (i == 0)
        g_signal_emit_by_name (view_world_find (card, GTK_TYPE_BUTTON), "clicked");
    }
  end (&world);
}

static void
test_chapters (void)
{
  GString   *chapters = g_string_new ("[{\"id\":\"a\",\"from\":\"0:00\",\"to\":\"0:50\",\"title\":\"Énd of *one*\",\"summary\":\"Summary\",\"chapters\":["
                                        "{\"id\":\"aa\",\"from\":\"0:00\",\"title\":\"Two\",\"chapters\":[{\"id\":\"aaa\",\"from\":\"0:00\",\"title\":\"Three\",\"chapters\":["
                                        "{\"id\":\"aaaa\",\"from\":\"0:00\",\"title\":\"Four\"}]}]}]},{\"id\":\"h\",\"from\":\"0:50\",\"title\":\"Secret\",\"hidden\":true}");
  World      world;
  GtkWidget *pane, *search;
  SlCue     *now;
  g_autoptr (GListModel) list = NULL;

  for (guint i = 0; i < 12; i++)
    g_string_append_printf (chapters, ",{\"id\":\"n%u\",\"from\":\"1:%02u\",\"title\":\"Part %u\"}", i, i, i);
  g_string_append (chapters, "]");
  begin (&world, make_casebook ("Words", link_notes, chapters->str));
  watch (&world, 5 * SECOND);
  pane = sl_watch_page_show_tab (world.page, "chapters");
  g_object_get (pane, "list", &list, NULL);
  wait_until (is_shown (pane, "Énd of one"));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 16);
  g_assert_true (is_shown (pane, "1 fact in this chapter"));
  g_assert_true (is_shown (pane, "Four"));
  now = sl_session_get_chapter (world.session);
  g_assert_cmpstr (sl_cue_get_id (now), ==, "aaaa");
  g_assert_nonnull (sl_session_lookup_cue (world.session, SL_CUE_CHAPTER, "h"));
  sl_session_jump (world.session, 55 * SECOND, 0);
  g_assert_null (sl_session_get_chapter (world.session));
  search = view_world_find (pane, GTK_TYPE_SEARCH_ENTRY);
  g_assert_true (gtk_widget_get_mapped (search));
  gtk_editable_set_text (GTK_EDITABLE (search), "END");
  wait_until (g_list_model_get_n_items (list) == 1);
  gtk_editable_set_text (GTK_EDITABLE (search), "secret");
  wait_until (g_list_model_get_n_items (list) == 0);
  wait_until (is_shown (pane, "No Chapter Found"));
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  wait_until (g_list_model_get_n_items (list) == 16);
  end (&world);
  g_string_free (chapters, TRUE);
}

/* Where nothing is, why is said, and where something is; what is hidden or not wanted is not nothing. */
static void
test_empty (void)
{
  World      world;
  GtkWidget *pane;
  guint      kinds;

  begin (&world, make_casebook ("Words", link_notes, "[]"));
  watch (&world, 0);
  pane = show_notes (&world);
  wait_until (find_later (&world, "3 later notes hidden") != NULL);
  g_assert_false (is_shown (pane, "No Notes"));
  set_reading (&world, "hide-later", FALSE);
  g_object_get (sl_session_get_reading (world.session), "note-kinds", &kinds, NULL);
  g_object_set (sl_session_get_reading (world.session), "note-kinds", 1u << SL_NOTE_KIND_QUOTE, NULL);
  wait_until (is_shown (pane, "No Notes of These Kinds") && is_shown (pane, "“What to Read”"));
  g_object_set (sl_session_get_reading (world.session), "note-kinds", kinds, NULL);
  wait_until (is_shown (pane, "See the told") && !is_shown (pane, "No Notes"));
  pane = sl_watch_page_show_tab (world.page, "chapters");
  wait_until (is_shown (pane, "No Chapters") && is_shown (pane, "not divided into chapters"));
  set_reading (&world, "hide-later", TRUE);
  end (&world);

  begin (&world, make_casebook ("Words", "[]", "[]"));
  watch (&world, 0);
  pane = show_notes (&world);
  wait_until (is_shown (pane, "No Notes") && is_shown (pane, "can be read under “Text”"));
  pane = sl_watch_page_show_tab (world.page, "facts");
  wait_until (is_shown (pane, "No Facts"));
  pane = sl_watch_page_show_tab (world.page, "text");
  view_world_wait_for_paint (GTK_WIDGET (world.window));
  g_assert_false (is_shown (pane, "No Text"));
  end (&world);
}

static void
test_bare (void)
{
  World      world;
  GtkWidget *pane;
  char      *folder = make_casebook ("Words", "[]", "[]");

  view_world_write (folder, "clips/clip.json", "{\"id\":\"clip\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"Bare\",\"duration\":\"2:00\"}");
  begin (&world, folder);
  watch (&world, 0);
  pane = show_notes (&world);
  wait_until (is_shown (pane, "No Notes"));
  g_assert_false (is_shown (pane, "“Text”"));
  pane = sl_watch_page_show_tab (world.page, "text");
  wait_until (is_shown (pane, "No Text") && is_shown (pane, "Open Captions…"));
  end (&world);
}

static SlRecordPicture *
show_picture (const char *folder, const char *path, GtkWindow **window)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  SlRecordPicture *picture = g_object_new (SL_TYPE_RECORD_PICTURE, "halign", GTK_ALIGN_FILL, "valign", GTK_ALIGN_START, NULL);

  *window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (*window, 400, 300);
  gtk_window_set_child (*window, GTK_WIDGET (picture));
  sl_record_picture_show (picture, file, path, "A *circle*");
  gtk_window_present (*window);
  return picture;
}

static void
test_pictures (void)
{
  char            *folder = make_casebook ("Words", "[]", "[]");
  GtkWindow       *window;
  SlRecordPicture *picture = show_picture (folder, "images/here.svg", &window);
  GtkWidget       *inner = view_world_find (GTK_WIDGET (picture), GTK_TYPE_PICTURE);

  /* never larger than it is */
  wait_until (sl_record_picture_is_shown (picture) && gtk_widget_get_width (inner) > 0);
  g_assert_cmpint (gtk_widget_get_width (inner), ==, 120);
  g_assert_cmpint (gtk_widget_get_height (inner), ==, 60);
  gtk_window_destroy (window);
  picture = show_picture (folder, "images/wide.svg", &window);
  inner = view_world_find (GTK_WIDGET (picture), GTK_TYPE_PICTURE);
  wait_until (sl_record_picture_is_shown (picture) && gtk_widget_get_width (inner) > 0);
  g_assert_cmpint (gtk_widget_get_width (inner), ==, gtk_widget_get_width (GTK_WIDGET (picture)));
  g_assert_cmpint (ABS (gtk_widget_get_height (inner) * 10 - gtk_widget_get_width (inner)), <=, 10);
  gtk_window_destroy (window);
  for (guint i = 0; i < 2; i++)
    {
      picture = show_picture (folder, i == 0 ? "images/gone.png" : "images/bad.png", &window);
      wait_until (is_shown (GTK_WIDGET (picture), "Picture: A circle"));
      g_assert_false (sl_record_picture_is_shown (picture));
      gtk_window_destroy (window);
    }
  view_world_remove_folder (folder);
}

/* A long text begins, and the rest of it is shown when it is asked for. */
static void
test_long (void)
{
  GString   *notes = g_string_new ("[{\"id\":\"a\",\"from\":\"0:01\",\"to\":\"1:00\",\"kind\":\"context\",\"title\":\"Long\",\"text\":\"");
  World      world;
  GtkWidget *pane;

  for (guint i = 0; i < 300; i++)
    g_string_append (notes, "word ");
  g_string_append (notes, "the end\"}]");
  begin (&world, make_casebook ("Words", notes->str, "[]"));
  watch (&world, 5 * SECOND);
  pane = show_notes (&world);
  wait_until (is_shown (pane, "Show All"));
  g_assert_false (is_shown (pane, "the end"));
  g_signal_emit_by_name (gtk_widget_get_ancestor (find_label (pane, "Show All"), GTK_TYPE_BUTTON), "clicked");
  wait_until (is_shown (pane, "the end") && is_shown (pane, "Show Less"));
  g_signal_emit_by_name (gtk_widget_get_ancestor (find_label (pane, "Show Less"), GTK_TYPE_BUTTON), "clicked");
  wait_until (!is_shown (pane, "the end"));
  end (&world);
  g_string_free (notes, TRUE);
}

/* Returns: (nullable): the row of the note with this spoken name */
static GtkWidget *
find_row (GtkWidget *widget, const char *name)
{
  g_autofree char *wrong = SL_IS_NOTE_ROW (widget) ? gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name) : NULL;
  GtkWidget       *found = SL_IS_NOTE_ROW (widget) && wrong == NULL ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_row (child, name);
  return found;
}

/* Returns: (nullable): the words on the card itself, seen or scrolled away */
static const char *
get_text (GtkWidget *row)
{
  GtkWidget *text = GTK_WIDGET (gtk_widget_get_template_child (row, SL_TYPE_NOTE_ROW, "text"));

  return gtk_widget_get_visible (text) ? gtk_label_get_text (GTK_LABEL (text)) : NULL;
}

/* Notes without title and text are called by what they have, and show that once. */
static void
test_wordless (void)
{
  static const char notes[] =
    "[{\"id\":\"a\",\"from\":\"0:01\",\"to\":\"0:20\",\"kind\":\"fact\",\"facts\":[\"f1\",\"f2\"]},"
    "{\"id\":\"b\",\"from\":\"0:30\",\"to\":\"0:40\",\"kind\":\"place\",\"image\":\"images/here.svg\",\"alt\":\"A red house\"},"
    "{\"id\":\"c\",\"from\":\"0:50\",\"to\":\"0:55\",\"kind\":\"production\"}]";
  World      world;
  GtkWidget *pane, *row;

  begin (&world, make_casebook ("Words", notes, "[]"));
  watch (&world, 52 * SECOND);
  pane = show_notes (&world);
  wait_until ((row = find_row (pane, "0:01, Words A fact that describes injury or death")) != NULL);
  g_assert_cmpstr (get_text (row), ==, "Words\n\nA fact that describes injury or death");
  g_assert_false (is_shown (pane, "Blood"));
  wait_until ((row = find_row (pane, "0:30, A red house")) != NULL);
  wait_until (gtk_widget_get_visible (view_world_find (row, SL_TYPE_RECORD_PICTURE)));
  wait_until ((row = find_row (pane, "0:50, How It Was Made")) != NULL);
  wait_until (is_shown (row, "How It Was Made"));

  /* The cards of facts say it themselves. */
  sl_session_jump (world.session, 5 * SECOND, 0);
  wait_until ((row = find_row (pane, "0:01, Words A fact that describes injury or death")) != NULL);
  wait_until (view_world_find (row, SL_TYPE_FACT_CARD) && gtk_widget_get_mapped (view_world_find (row, SL_TYPE_FACT_CARD)));
  g_assert_null (get_text (row));

  pane = sl_watch_page_show_tab (world.page, "text");
  g_object_set (sl_session_get_reading (world.session), "hide-later", FALSE, NULL);
  wait_until (is_shown (pane, "A red house"));
  g_object_set (sl_session_get_reading (world.session), "hide-later", TRUE, NULL);
  end (&world);
}

/* Whatever is put together, Pango takes it, and the words are those that the marks leave. */
static void
test_markup (void)
{
  static const char *const parts[] = {"*", "**", "***", "[[", "]]", "|", "[[fact:a|", "[[clip:b@1:05|", "[[source:c|", "[[person:d|", "a", " ", "\n", "<", "<b>", "</b>", "&", "&amp;", "\"", "'", "\x01", "\xe2\x80\xae", "\xe2\x81\xa9", "é"};

  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const gint       n_parts = g_test_rand_int_range (0, 14);
      g_autofree char *markup = NULL, *words = NULL, *plain = NULL, *shown = NULL;
      g_autoptr (GError) error = NULL;
      GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));

      for (gint j = 0; j < n_parts; j++)
        g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      markup = sl_rich_text_build (text->str, FALSE);
      g_assert_true (pango_parse_markup (markup, -1, 0, NULL, &words, NULL, &error));
      g_assert_no_error (error);
      check_text (words);
      plain = sl_rich_text_plain (text->str);
      shown = g_strdelimit (g_strdup (words), "\n", ' ');
      if (strchr (words, '\n') == NULL)
        g_assert_cmpstr (shown, ==, plain);
      sl_rich_text_show (GTK_LABEL (label), text->str, TRUE);
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, words);
      g_object_unref (label);
    }
}

int
main (int argc, char *argv[])
{
  view_world_start (&argc, &argv);
  view_world_use_style ();
  g_test_add_func ("/view/words/markup", test_markup);
  g_test_add_func ("/view/words/pictures", test_pictures);
  g_test_add_func ("/view/words/naughty", test_naughty);
  g_test_add_func ("/view/words/links", test_links);
  g_test_add_func ("/view/words/later", test_later);
  g_test_add_func ("/view/words/choices", test_choices);
  g_test_add_func ("/view/words/headings", test_headings);
  g_test_add_func ("/view/words/graphic", test_graphic);
  g_test_add_func ("/view/words/advisory", test_advisory);
  g_test_add_func ("/view/words/chapters", test_chapters);
  g_test_add_func ("/view/words/long", test_long);
  g_test_add_func ("/view/words/wordless", test_wordless);
  g_test_add_func ("/view/words/empty", test_empty);
  g_test_add_func ("/view/words/bare", test_bare);
  return g_test_run ();
}
