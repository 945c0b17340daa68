/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A fact that is opened, and who is in it, in the real window with the real player: all that belongs to it is there and
 * leads where it should, nothing is told that is withheld or comes later, and it can be cited. Needs a display.
 */
#include "clip-maker.h"
#include "fact-card.h"
#include "fact-citation.h"
#include "facts-pane.h"
#include "person-card.h"
#include "transcript-pane.h"
#include "view-world.h"
#include "watch-page.h"

#define PAINTS 24 /* until a list has gone to where it rests */
#define SECOND G_GINT64_CONSTANT (1000000000)

static const ClipShape shape = {320, 180, 30, 1, 900, TRUE, .container = CLIP_MATROSKA};

#define FACT "\"standing\":\"reported\",\"attribution\":\"P\",\"as_of\":\"2026\",\"sources\":[{\"source\":\"s\",\"where\":\"p. 4\"}]"

static const ViewWorldFile files[] = {
  {"casebook.json", "{\"format\":1,\"id\":\"small\",\"version\":\"2026-11-22\",\"title\":\"Small\",\"language\":\"en\",\"licence\":\"CC0-1.0\"}"},
  {"films.json", "[{\"id\":\"film\",\"title\":\"Film\",\"year\":2026,\"clips\":[\"own\",\"other\"]}]"},
  {"sources.json", "[{\"id\":\"s\",\"title\":\"S\",\"publisher\":\"P\",\"type\":\"news\",\"language\":\"en\",\"accessed\":\"2026\",\"url\":\"https://example.org/s\",\"sensitive\":true}]"},
  {"people.json", "[{\"id\":\"anna\",\"name\":\"Anna <b>*Example*\",\"other_names\":[\"Anna\",\"Анна\"],\"role\":\"Witness\",\"born\":\"1972\",\"note\":\"See [[fact:a|what she saw]].\"},{\"id\":\"ben\",\"name\":\"Ben\"}]"},
  {"events.json", "[{\"id\":\"e\",\"date\":\"2008-11\",\"title\":\"An arrest\"}]"},
  {"facts.json",
   "[{\"id\":\"a\",\"statement\":\"It was *paid*.\",\"detail\":\"At once.\",\"people\":[\"anna\"],\"events\":[\"e\"],"
   "\"disputed_by\":[{\"who\":\"Others\",\"statement\":\"It was not.\",\"sources\":[\"s\"]}],"
   "\"changes\":[{\"date\":\"2026-10-01\",\"text\":\"Said more exactly\"}]," FACT "},"
   "{\"id\":\"b\",\"statement\":\"A wound.\",\"graphic\":true,\"people\":[\"anna\"]," FACT "},"
   "{\"id\":\"c\",\"statement\":\"What comes later.\",\"people\":[\"anna\"]," FACT "},"
   "{\"id\":\"w\",\"statement\":\"An accusation.\",\"detail\":\"Secret.\",\"withheld\":{\"reason\":\"Somebody lives\"},\"people\":[\"anna\"]," FACT "}]"},
  {"clips/own.en.vtt", "WEBVTT\n\n00:01.000 --> 00:03.000\n<v ANNA>They met.\n\n00:03.000 --> 00:06.000\n<v Boris>Did they?\n"},
  {"clips/own.json",
   "{\"id\":\"own\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"Own\",\"duration\":\"00:30.000\",\"media\":[{\"file\":\"film.mkv\"}],"
   "\"captions\":[{\"language\":\"en\",\"file\":\"clips/own.en.vtt\",\"kind\":\"captions\"}],"
   "\"notes\":[{\"id\":\"n1\",\"from\":\"00:01\",\"to\":\"00:04\",\"kind\":\"fact\",\"title\":\"N\",\"facts\":[\"a\",\"b\",\"w\"]},"
   "{\"id\":\"n2\",\"from\":\"00:12\",\"to\":\"00:13\",\"kind\":\"fact\",\"title\":\"N\",\"facts\":[\"a\"]},"
   "{\"id\":\"n3\",\"from\":\"00:14\",\"to\":\"00:15\",\"kind\":\"fact\",\"title\":\"N\",\"facts\":[\"a\"]},"
   "{\"id\":\"n4\",\"from\":\"00:16\",\"to\":\"00:17\",\"kind\":\"fact\",\"title\":\"N\",\"facts\":[\"a\"]},"
   "{\"id\":\"n5\",\"from\":\"00:18\",\"to\":\"00:19\",\"kind\":\"fact\",\"title\":\"N\",\"facts\":[\"a\"]},"
   "{\"id\":\"n6\",\"from\":\"00:25\",\"to\":\"00:26\",\"kind\":\"fact\",\"title\":\"N\",\"facts\":[\"c\"]}]}"},
  {"clips/other.json",
   "{\"id\":\"other\",\"film\":\"film\",\"kind\":\"trailer\",\"title\":\"Other\",\"duration\":\"00:30.000\",\"media\":[{\"file\":\"film.mkv\"}],"
   "\"notes\":[{\"id\":\"o\",\"from\":\"00:20\",\"kind\":\"fact\",\"title\":\"O\",\"facts\":[\"a\"]}]}"},
  {NULL, NULL},
};

typedef struct
{
  char        *folder;
  SlWindow    *window;
  SlConductor *conductor;
  SlSession   *session;
  SlWatchPage *page;
} World;

static GtkWidget *
find_button (GtkWidget *widget, const char *words)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget))
    {
      g_autofree char *found = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words);

      if (found == NULL)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, words);

      if (found)
        return found;
    }
  return NULL;
}

static gboolean
shows (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (shows (child, words))
      return TRUE;
  return FALSE;
}

/* Returns: (nullable): a button of a list is only made when it is needed */
static gboolean
press (GtkWidget *widget, const char *words)
{
  GtkWidget *button = find_button (widget, words);

  if (button)
    g_signal_emit_by_name (button, "clicked");
  return button != NULL;
}

static GtkWidget *
find_card (World *world)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (SL_IS_PERSON_CARD (toplevel) && gtk_widget_get_mapped (toplevel))
        return toplevel;
    }
  return NULL;
}

static void
set_up (World *world, gconstpointer data)
{
  g_autofree char *film = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (SlLink) link = sl_link_parse ("sidelight:small/own#t=2", NULL);

  world->folder = view_world_make_folder (files);
  film = g_build_filename (world->folder, "film.mkv", NULL);
  clip_maker_make (film, &shape);
  folder = g_file_new_for_path (world->folder);
  world->window = view_world_make_window ();
  world->conductor = sl_window_get_conductor (world->window);
  world->session = sl_conductor_get_session (world->conductor);
  gtk_window_present (GTK_WINDOW (world->window));
  sl_window_open (world->window, folder, link);
  wait_until (sl_conductor_get_state (world->conductor) == SL_PLAYER_PLAYING);
  gtk_widget_activate_action (GTK_WIDGET (world->window), "win.pause", NULL);
  wait_until (!sl_conductor_get_playing (world->conductor));
  world->page = SL_WATCH_PAGE (view_world_find (GTK_WIDGET (world->window), SL_TYPE_WATCH_PAGE));
  gtk_widget_activate_action (GTK_WIDGET (world->window), "win.seek", "x", 2 * SECOND);
  wait_until (sl_session_get_time (world->session) == 2 * SECOND);
}

static void
tear_down (World *world, gconstpointer data)
{
  view_world_close (world->window);
  view_world_remove_folder (world->folder);
}

/* Returns: (transfer none): the list of facts, in which the one with that id is open */
static GtkWidget *
open_fact (World *world, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (world->window), "win.show-fact", "s", id);
  return sl_watch_page_show_tab (world->page, "facts");
}

static void
test_opened (World *world, gconstpointer data)
{
  GtkWidget *facts = open_fact (world, "a");

  wait_until (shows (facts, "An arrest"));
  g_assert_true (shows (facts, "2 sources"));
  g_assert_true (shows (facts, "At once."));
  g_assert_true (shows (facts, "People") && shows (facts, "Anna <b>Example") && shows (facts, "Witness"));
  g_assert_true (shows (facts, "What Happened When") && shows (facts, "November 2008"));
  g_assert_true (shows (facts, "Changes") && shows (facts, "1 October 2026") && shows (facts, "Said more exactly"));
  g_assert_nonnull (find_button (facts, "Told at 0:01"));
  g_assert_nonnull (find_button (facts, "Told at 0:16"));
  g_assert_null (find_button (facts, "Told at 0:18"));
  g_assert_true (press (facts, "2 more"));
  wait_until (find_button (facts, "Told at 0:18") != NULL);
  g_assert_nonnull (find_button (facts, "Told at 0:20 in “Other”"));
  g_assert_null (find_button (facts, "2 more"));
}

/* As from a note: what leads up to it is seen. */
static void
test_moments (World *world, gconstpointer data)
{
  GtkWidget *facts = open_fact (world, "a");

  wait_until (find_button (facts, "Told at 0:12") != NULL);
  g_assert_true (press (facts, "Told at 0:12"));
  wait_until (sl_session_get_time (world->session) == 10 * SECOND);
  wait_until (press (facts, "2 more"));
  wait_until (press (facts, "Told at 0:20 in “Other”"));
  wait_until (sl_session_get_clip (world->session) && g_str_equal (sl_clip_get_id (sl_session_get_clip (world->session)), "other"));
  wait_until (sl_session_get_time (world->session) >= 20 * SECOND);
}

static gboolean
is_in_sight (GtkWidget *widget)
{
  GtkWidget      *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t place;

  return gtk_widget_get_mapped (widget) && gtk_widget_compute_bounds (widget, scrolled, &place) && place.origin.y >= 0 &&
         place.origin.y + place.size.height <= gtk_widget_get_height (scrolled);
}

/* Whoever goes through it by keys sees where they are, in a window that is lower than the card. */
static void
test_keys (World *world, gconstpointer data)
{
  GtkWidget *facts;
  guint      n_stops = 0;

  gtk_window_set_default_size (GTK_WINDOW (world->window), 400, 560);
  facts = sl_watch_page_show_tab (world->page, "facts");
  wait_until (gtk_widget_get_mapped (facts) && gtk_widget_get_height (facts) < 300);
  open_fact (world, "a");
  wait_until (find_button (facts, "Copy Citation") != NULL);
  g_assert_false (is_in_sight (find_button (facts, "Copy Citation")));
  for (guint i = 0; i < PAINTS; i++)
    view_world_wait_for_paint (GTK_WIDGET (world->window)); /* the order of stops is that of places */
  wait_until (find_button (facts, "Anna <b>Example, Witness") != NULL);
  gtk_widget_grab_focus (find_button (facts, "Anna <b>Example, Witness"));
  while (gtk_window_get_focus (GTK_WINDOW (world->window)) != find_button (facts, "Copy Citation"))
    {
      wait_until (is_in_sight (gtk_window_get_focus (GTK_WINDOW (world->window))));
      g_assert_true (gtk_widget_child_focus (GTK_WIDGET (world->window), GTK_DIR_TAB_FORWARD));
      g_assert_cmpuint (++n_stops, <, 10);
    }
  wait_until (is_in_sight (find_button (facts, "Copy Citation")));
  g_assert_cmpuint (n_stops, ==, 6); /* four moments and what leads to more */
}

/* Why it is not told, and what that rests on; nothing else of it, not even who is in it. */
static void
test_withheld (World *world, gconstpointer data)
{
  GtkWidget *facts = open_fact (world, "w");

  wait_until (shows (facts, "S. P. p. 4"));
  g_assert_true (shows (facts, "Somebody lives"));
  g_assert_false (shows (facts, "Secret."));
  g_assert_false (shows (facts, "People"));
  g_assert_null (find_button (facts, "Told at 0:01"));
}

static void
got_text_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  *(char **)data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
test_cited (World *world, gconstpointer data)
{
  static const char expected[] =
    "It was paid.\n"
    "Reported: P · 2026\n"
    "– S. P. p. 4\n"
    "The address leads to contents that may disturb you, or be dangerous to open where you are.\n"
    "https://example.org/s\n"
    "Others: It was not.\n"
    "– S. P\n"
    "The address leads to contents that may disturb you, or be dangerous to open where you are.\n"
    "https://example.org/s\n"
    "From the casebook “Small” of 22 November 2026, under the licence CC0-1.0.\n"
    "sidelight:small/own#fact=a\n";
  SlCasebook      *casebook = sl_session_get_casebook (world->session);
  GtkWidget       *facts = open_fact (world, "a");
  g_autofree char *text = NULL, *withheld = NULL;

  wait_until (press (facts, "Copy Citation"));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (facts), NULL, got_text_cb, &text);
  wait_until (text != NULL);
  g_assert_cmpstr (text, ==, expected);
  wait_until (shows (GTK_WIDGET (world->window), "The fact is copied, with its sources"));
  withheld = sl_fact_citation_write (casebook, sl_casebook_lookup_fact (casebook, "w"), NULL);
  g_assert_true (g_str_has_prefix (withheld, "Somebody lives\n"));
  g_assert_null (strstr (withheld, "accusation"));
  g_assert_null (strstr (withheld, "#fact="));
}

/* Who is in a fact, and what else is told of them so far. */
static void
test_person (World *world, gconstpointer data)
{
  GtkWidget *facts = open_fact (world, "a"), *card;

  wait_until (press (facts, "Anna <b>Example, Witness"));
  wait_until (find_card (world) != NULL);
  card = find_card (world);
  g_assert_true (gtk_widget_has_css_class (card, "watching")); /* the page's colours */
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (card)), ==, "Anna <b>Example");
  g_assert_true (shows (card, "Also written Anna, Анна"));
  g_assert_true (shows (card, "Witness") && shows (card, "Born 1972"));
  g_assert_nonnull (find_button (card, "Reported: It was paid."));
  g_assert_nonnull (find_button (card, "Reported: A fact that describes injury or death"));
  g_assert_false (shows (card, "A wound."));
  g_assert_false (shows (card, "An accusation.") || shows (card, "Somebody lives"));
  g_assert_false (shows (card, "What comes later."));
  g_assert_true (gtk_widget_activate_action (card, "win.show-person", "s", "nobody"));
  wait_until (find_card (world) == NULL);
  wait_until (shows (GTK_WIDGET (world->window), "This casebook has no such person"));
}

static gboolean
press_label (GtkWidget *widget, const char *words)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), words) == 0 && gtk_widget_get_mapped (widget))
    {
      g_signal_emit_by_name (widget, "clicked");
      return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (press_label (child, words))
      return TRUE;
  return FALSE;
}

/* From who speaks, in any spelling, to what is told of them, and to one of those facts; what comes later is asked for. */
static void
test_speaker (World *world, gconstpointer data)
{
  GtkWidget *text = sl_watch_page_show_tab (world->page, "text");
  GtkWidget *card;

  wait_until (find_button (text, "About ANNA") != NULL);
  g_assert_true (shows (text, "Boris"));
  g_assert_null (find_button (text, "About Boris"));
  g_assert_true (press (text, "About ANNA"));
  wait_until (find_card (world) != NULL);
  card = find_card (world);
  g_assert_true (press_label (card, "1 later fact hidden"));
  wait_until (shows (card, "What comes later."));
  g_assert_true (press (card, "Reported: What comes later."));
  wait_until (find_card (world) == NULL);
  wait_until (shows (sl_watch_page_show_tab (world->page, "facts"), "What comes later."));
}

/* What is left when its casebook goes is about nothing. */
static void
test_gone (World *world, gconstpointer data)
{
  g_autoptr (SlCasebook) casebook = view_world_read (world->folder);

  gtk_widget_activate_action (GTK_WIDGET (world->window), "win.show-person", "s", "ben");
  wait_until (find_card (world) != NULL);
  g_assert_false (shows (find_card (world), "Facts"));
  sl_session_set_casebook (world->session, casebook);
  wait_until (find_card (world) == NULL);
}

int
main (int argc, char **argv)
{
  view_world_start (&argc, &argv);
  view_world_use_style ();
  g_test_add ("/fact/opened", World, NULL, set_up, test_opened, tear_down);
  g_test_add ("/fact/moments", World, NULL, set_up, test_moments, tear_down);
  g_test_add ("/fact/keys", World, NULL, set_up, test_keys, tear_down);
  g_test_add ("/fact/withheld", World, NULL, set_up, test_withheld, tear_down);
  g_test_add ("/fact/cited", World, NULL, set_up, test_cited, tear_down);
  g_test_add ("/fact/person", World, NULL, set_up, test_person, tear_down);
  g_test_add ("/fact/speaker", World, NULL, set_up, test_speaker, tear_down);
  g_test_add ("/fact/gone", World, NULL, set_up, test_gone, tear_down);
  return g_test_run ();
}
