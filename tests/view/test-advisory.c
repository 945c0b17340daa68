/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is hard to see is told before the first picture, whichever way one comes to a film: the real window. Needs a display. */
#include "advisories.h"
#include "advisory-page.h"
#include "clip-maker.h"
#include "preferences.h"
#include "settings.h"
#include "view-world.h"
#include "watch-page.h"

#define SECOND G_GINT64_CONSTANT (1000000000)

static const ClipShape shape = {160, 90, 30, 1, 600, FALSE, .container = CLIP_MATROSKA};

#define CLIP(id, text)                                                                                           \
  "{\"id\":\"" id "\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"" id "\",\"duration\":\"00:20.000\"," \
  "\"media\":[{\"file\":\"film.mkv\"}],\"chapters\":[{\"id\":\"a\",\"title\":\"A\",\"from\":\"00:05\"" text "}]}"
#define HARD ",\"advisory\":{\"text\":\"A death is told\"}"

static const ViewWorldFile files[] = {
  {"casebook.json",
   "{\"format\":1,\"id\":\"hard\",\"version\":\"2026-11-22\",\"title\":\"Hard\",\"language\":\"en\",\"licence\":\"CC0-1.0\","
   "\"advisory\":{\"text\":\"About a prison\"}}"},
  {"films.json", "[{\"id\":\"film\",\"title\":\"Film\",\"year\":2026,\"clips\":[\"one\",\"two\",\"mild\"]}]"},
  {"clips/one.json", CLIP ("one", HARD)},
  {"clips/two.json", CLIP ("two", HARD)},
  {"clips/mild.json", CLIP ("mild", "")},
  {NULL, NULL},
};

typedef struct
{
  GSettings   *settings;
  char        *folder;
  SlWindow    *window;
  SlConductor *conductor;
  GtkWidget   *page;
} World;

static void
open_window (World *world)
{
  world->window = view_world_make_window ();
  world->conductor = sl_window_get_conductor (world->window);
  world->page = view_world_find (GTK_WIDGET (world->window), SL_TYPE_ADVISORY_PAGE);
  gtk_window_present (GTK_WINDOW (world->window));
}

static void
set_up (World *world, gconstpointer data)
{
  g_autofree char *film = NULL;

  world->settings = sl_settings_new ();
  g_settings_set_boolean (world->settings, "advisories", TRUE);
  world->folder = view_world_make_folder (files);
  film = g_build_filename (world->folder, "film.mkv", NULL);
  clip_maker_make (film, &shape);
  open_window (world);
}

static void
tear_down (World *world, gconstpointer data)
{
  g_settings_reset (world->settings, "advisories");
  g_settings_reset (world->settings, "agreed");
  view_world_close (world->window);
  view_world_remove_folder (world->folder);
  g_object_unref (world->settings);
}

static void
go (World *world, const char *text)
{
  g_autoptr (SlLink) link = sl_link_parse (text, NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (world->folder);

  sl_window_open (world->window, folder, link);
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static void
check_asked (World *world)
{
  view_world_wait_for_page (world->window, "advisory");
  g_assert_true (says (world->page, "About a prison"));
  g_assert_true (says (world->page, "At 0:05: A death is told"));
  g_assert_cmpint (sl_conductor_get_state (world->conductor), ==, SL_PLAYER_IDLE);
  g_assert_false (sl_conductor_get_playing (world->conductor));
}

static void
press (World *world, const char *label)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (world->window));

  g_assert_true (GTK_IS_BUTTON (focus) && gtk_widget_is_ancestor (focus, world->page));
  while (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (focus)), label) != 0)
    focus = gtk_widget_get_next_sibling (focus);
  g_signal_emit_by_name (focus, "clicked");
}

/* By a link: asked before anything is loaded; then it is where the link leads. Asked once, in this run and the next. */
static void
test_link (World *world, gconstpointer data)
{
  go (world, "sidelight:hard/one#t=12");
  check_asked (world);
  press (world, "Watch");
  view_world_wait_for_page (world->window, "watch");
  wait_until (sl_conductor_get_state (world->conductor) == SL_PLAYER_PLAYING && sl_session_get_time (sl_conductor_get_session (world->conductor)) >= 12 * SECOND);
  view_world_close (world->window);
  open_window (world);
  go (world, "sidelight:hard/one");
  view_world_wait_for_page (world->window, "watch");
  /* Another says something of its own, and one that has none does not ask. */
  gtk_widget_activate_action (GTK_WIDGET (world->window), "win.watch-at", "(sx)", "two", SECOND);
  check_asked (world);
  gtk_widget_activate_action (GTK_WIDGET (world->window), "win.watch", "s", "mild");
  view_world_wait_for_page (world->window, "watch");
}

/* However much there is to know, the way on stays in sight: also in a low window. */
static void
test_long (World *world, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (",\"advisory\":{\"text\":\"");
  g_autofree char *clip = NULL;
  GtkWidget       *watch;
  graphene_rect_t  bounds;

  for (guint i = 0; i < 1150; i++)
    g_string_append (text, "A death is told. ");
  g_string_append (text, "\"}");
  clip = g_strdup_printf ("{\"id\":\"one\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"one\",\"duration\":\"00:20.000\","
                          "\"media\":[{\"file\":\"film.mkv\"}]%s}",
                          text->str);
  view_world_write (world->folder, "clips/one.json", clip);
  gtk_window_set_default_size (GTK_WINDOW (world->window), 400, 400);
  go (world, "sidelight:hard/one");
  view_world_wait_for_page (world->window, "advisory");
  g_assert_true (says (world->page, "A death is told"));
  view_world_wait_for_paint (world->page);
  watch = gtk_window_get_focus (GTK_WINDOW (world->window));
  g_assert_true (GTK_IS_BUTTON (watch) && gtk_widget_is_ancestor (watch, world->page));
  for (; watch; watch = gtk_widget_get_next_sibling (watch))
    {
      g_assert_true (gtk_widget_compute_bounds (watch, world->page, &bounds));
      g_assert_cmpfloat (bounds.origin.y, >=, 0);
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (world->page));
    }
}

/* Who would rather not is led to the film's page; with another casebook the question is gone. */
static void
test_not_now (World *world, gconstpointer data)
{
  go (world, "sidelight:hard/one");
  check_asked (world);
  press (world, "Not Now");
  view_world_wait_for_page (world->window, "film");
  g_assert_cmpint (sl_conductor_get_state (world->conductor), ==, SL_PLAYER_IDLE);
  gtk_widget_activate_action (GTK_WIDGET (world->window), "win.watch", "s", "one");
  check_asked (world);
  go (world, "sidelight:hard/mild");
  view_world_wait_for_page (world->window, "watch");
  gtk_widget_activate_action (GTK_WIDGET (world->window), "win.watch-anyway", NULL);
  g_assert_cmpstr (sl_clip_get_id (sl_session_get_clip (sl_conductor_get_session (world->conductor))), ==, "mild");
}

/* Where nobody is there to answer, or nobody wants to be asked. */
static void
test_unattended (World *world, gconstpointer data)
{
  g_settings_set_boolean (world->settings, "advisories", FALSE);
  go (world, "sidelight:hard/one");
  view_world_wait_for_page (world->window, "watch");
  g_settings_set_boolean (world->settings, "advisories", TRUE);
  go (world, "sidelight:hard/one");
  check_asked (world);
  gtk_widget_activate_action (GTK_WIDGET (world->window), "win.play-through", NULL);
  go (world, "sidelight:hard/one");
  view_world_wait_for_page (world->window, "watch");
  g_assert_true (g_settings_get_boolean (world->settings, "advisories"));
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found)
        return found;
    }
  return NULL;
}

/* The preferences forget what was agreed: the film, and the facts that were opened, are asked about once more. */
static void
test_again (World *world, gconstpointer data)
{
  SlReading     *reading = sl_session_get_reading (sl_conductor_get_session (world->conductor));
  SlPreferences *preferences = sl_preferences_new (GTK_WINDOW (world->window), world->settings);

  go (world, "sidelight:hard/one");
  check_asked (world);
  press (world, "Watch");
  view_world_wait_for_page (world->window, "watch");
  sl_reading_reveal (reading, "f");
  g_assert_true (sl_reading_is_revealed (reading, "f"));
  g_signal_emit_by_name (find_button (GTK_WIDGET (preferences), "Ask Again"), "clicked");
  g_assert_false (sl_reading_is_revealed (reading, "f"));
  go (world, "sidelight:hard/one");
  check_asked (world);
  gtk_window_destroy (GTK_WINDOW (preferences));
}

static char *
name (const char *folder)
{
  g_autoptr (SlCasebook) casebook = view_world_read (folder);

  return sl_advisories_name (sl_casebook_lookup_clip (casebook, "one"));
}

/* Who has agreed to one thing has not agreed to another. */
static void
test_other_words (void)
{
  char            *folder = view_world_make_folder (files);
  g_autofree char *before = NULL;
  g_autofree char *same = NULL;
  g_autofree char *after = NULL;

  view_world_write (folder, "film.mkv", "");
  before = name (folder);
  same = name (folder);
  g_assert_cmpstr (before, ==, same);
  view_world_write (folder, "clips/one.json", CLIP ("one", ",\"advisory\":{\"text\":\"A death is shown\"}"));
  after = name (folder);
  g_assert_nonnull (after);
  g_assert_cmpstr (before, !=, after);
  view_world_write (folder, "clips/one.json", CLIP ("one", ""));
  g_assert_null (name (folder));
  view_world_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  view_world_start (&argc, &argv);

  g_test_add_func ("/advisory/other-words", test_other_words);
  g_test_add ("/advisory/link", World, NULL, set_up, test_link, tear_down);
  g_test_add ("/advisory/long", World, NULL, set_up, test_long, tear_down);
  g_test_add ("/advisory/not-now", World, NULL, set_up, test_not_now, tear_down);
  g_test_add ("/advisory/unattended", World, NULL, set_up, test_unattended, tear_down);
  g_test_add ("/advisory/again", World, NULL, set_up, test_again, tear_down);

  return g_test_run ();
}
