/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages before a film, at each width and in both directions, with what a film may have and may lack. */
#include "beside.h"
#include "film-card.h"
#include "film-page.h"
#include "lobby.h"
#include "poster.h"
#include "shelf.h"
#include "view-world.h"

#include <adwaita.h>

static const ViewWorldFile files[] = {
  {"casebook.json", "{\"format\":1,\"id\":\"pages\",\"version\":\"2026-11-01\",\"title\":\"Pages\",\"language\":\"en\",\"licence\":\"CC0-1.0\"}"},
  {"films.json",
   "[{\"id\":\"whole\",\"title\":\"Whole\",\"year\":2026,\"poster\":\"poster.png\",\"alt\":\"A door\",\"clips\":[\"one\",\"two\"],"
   "\"disclosures\":[{\"text\":\"Somebody paid.\",\"sources\":[\"book\"]}],"
   "\"awards\":[{\"title\":\"First\",\"by\":\"A jury\",\"standing\":\"reported\",\"sources\":[\"book\"]}],\"sources\":[\"book\"]},"
   "{\"id\":\"bare\",\"title\":\"Bare\",\"year\":2026,\"poster\":\"text.png\",\"alt\":\"Nothing\",\"clips\":[]}]"},
  {"sources.json",
   "[{\"id\":\"book\",\"title\":\"A Book\",\"publisher\":\"A House\",\"date\":\"2020\",\"type\":\"book\",\"language\":\"en\",\"accessed\":\"2026-11-01\"}]"},
  {"facts.json",
   "[{\"id\":\"a\",\"statement\":\"A.\",\"standing\":\"reported\",\"attribution\":\"A House\",\"as_of\":\"2020\","
   "\"sources\":[{\"source\":\"book\",\"where\":\"p. 1\",\"quote\":{\"text\":\"Ainsi\",\"language\":\"fr\",\"translation\":\"So\"}}]}]"},
  {"clips/one.json",
   "{\"id\":\"one\",\"film\":\"whole\",\"kind\":\"trailer\",\"title\":\"One\",\"duration\":\"1:00\",\"bring_your_own\":{\"duration\":\"1:00\"}}"},
  {"clips/two.json",
   "{\"id\":\"two\",\"film\":\"whole\",\"kind\":\"trailer\",\"title\":\"Two\",\"duration\":\"1:00\",\"bring_your_own\":{\"duration\":\"1:00\"}}"},
  {"text.png", "no picture"},
  {NULL, NULL},
};

typedef struct
{
  char       *folder;
  SlCasebook *casebook;
} Pages;

static void
set_up (Pages *pages, gconstpointer data)
{
  static const guint8 pixels[2 * 3 * 3] = {200};
  g_autoptr (GBytes) bytes = g_bytes_new_static (pixels, sizeof pixels);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (2, 3, GDK_MEMORY_R8G8B8, bytes, 6);
  g_autofree char *path = NULL;

  pages->folder = view_world_make_folder (files);
  path = g_build_filename (pages->folder, "poster.png", NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
  pages->casebook = view_world_read (pages->folder);
}

static void
tear_down (Pages *pages, gconstpointer data)
{
  g_clear_object (&pages->casebook);
  view_world_remove_folder (pages->folder);
}

static GtkWidget *
show (GtkWidget *child, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (gtk_widget_get_width (child) > 0);
  return window;
}

static double
left_of (GtkWidget *widget, GtkWidget *parent)
{
  graphene_rect_t place;

  g_assert_true (gtk_widget_compute_bounds (widget, parent, &place));
  return place.origin.x;
}

/* The poster stands beside the text from a certain width on, on the side where reading begins; the text is never narrower
 * than it can be, nor is the page wider than its window. */
static void
check_width (Pages *pages, int width, GtkTextDirection direction)
{
  SlFilmPage *page = g_object_new (SL_TYPE_FILM_PAGE, NULL);
  GtkWidget  *beside = view_world_find (GTK_WIDGET (page), SL_TYPE_BESIDE);
  GtkWidget  *first = gtk_widget_get_first_child (beside), *second = gtk_widget_get_last_child (beside);
  GtkWidget  *window;
  int         least;
  gboolean    wide;

  gtk_widget_set_default_direction (direction);
  sl_film_page_show (page, pages->casebook, sl_casebook_lookup_film (pages->casebook, "whole"), NULL);
  window = show (GTK_WIDGET (page), width, 700);
  wide = gtk_widget_get_child_visible (first);
  g_test_message ("%d pixels, %s: %d for both, %s", width, direction == GTK_TEXT_DIR_RTL ? "from the right" : "from the left",
                  gtk_widget_get_width (beside), wide ? "beside" : "alone");
  g_assert_cmpint (wide, ==, gtk_widget_get_width (beside) >= 840);
  gtk_widget_measure (second, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (gtk_widget_get_width (second), >=, least);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (page)), <=, width);
  if (wide && direction == GTK_TEXT_DIR_LTR)
    g_assert_cmpfloat (left_of (first, beside) + gtk_widget_get_width (first), <, left_of (second, beside));
  else if (wide)
    g_assert_cmpfloat (left_of (second, beside) + gtk_widget_get_width (second), <, left_of (first, beside));
  else
    g_assert_cmpint (gtk_widget_get_width (second), ==, gtk_widget_get_width (beside));
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_beside (Pages *pages, gconstpointer data)
{
  static const int widths[] = {400, 700, 887, 888, 889, 1000, 1280, 1900};

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      check_width (pages, widths[i], GTK_TEXT_DIR_LTR);
      check_width (pages, widths[i], GTK_TEXT_DIR_RTL);
    }
}

/* A film's poster covers its card once it is read, and no large letters below it stretch it; one that is no picture leaves
 * the title. */
static void
test_poster (Pages *pages, gconstpointer data)
{
  GtkWidget        *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget        *posters[2];
  GtkWidget        *window;
  const char *const ids[] = {"bare", "whole"};
  int               natural;

  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Sans 60", NULL);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *card = GTK_WIDGET (sl_film_card_new (pages->casebook, sl_casebook_lookup_film (pages->casebook, ids[i])));

      posters[i] = view_world_find (card, SL_TYPE_POSTER);
      gtk_box_append (GTK_BOX (box), card);
    }
  window = show (box, 700, 500);
  wait_until (gtk_widget_get_visible (posters[1]) && gtk_widget_get_width (posters[1]) > 0);
  g_assert_cmpint (gtk_widget_get_width (posters[1]), ==, gtk_widget_get_width (gtk_widget_get_parent (posters[1])));
  g_assert_cmpint (gtk_widget_get_height (posters[1]), ==, gtk_widget_get_height (gtk_widget_get_parent (posters[1])));
  gtk_widget_measure (gtk_widget_get_last_child (box), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 256);
  gtk_widget_measure (gtk_widget_get_first_child (box), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, >, 256);
  g_assert_false (gtk_widget_get_visible (posters[0]));
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-font-name");
}

/* Returns: how many labels and expanders of @widget say just @words */
static guint
count_words (GtkWidget *widget, const char *words)
{
  guint n = 0;

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), words))
    n++;
  if (GTK_IS_EXPANDER (widget) && gtk_expander_get_child (GTK_EXPANDER (widget)))
    n += count_words (gtk_expander_get_child (GTK_EXPANDER (widget)), words);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_EXPANDER (widget) || child != gtk_expander_get_child (GTK_EXPANDER (widget)))
      n += count_words (child, words);
  return n;
}

/* What a disclosure, an award and the film itself rest on can be read; what there is in the casebook, too. */
static void
test_sources (Pages *pages, gconstpointer data)
{
  SlFilmPage *page = g_object_ref_sink (g_object_new (SL_TYPE_FILM_PAGE, NULL));
  SlLobby    *lobby = g_object_ref_sink (g_object_new (SL_TYPE_LOBBY, NULL));

  sl_film_page_show (page, pages->casebook, sl_casebook_lookup_film (pages->casebook, "whole"), NULL);
  g_assert_cmpuint (count_words (GTK_WIDGET (page), "A Book. A House, 2020"), ==, 3);
  g_assert_cmpuint (count_words (GTK_WIDGET (page), "Reported"), ==, 1);
  sl_film_page_show (page, pages->casebook, sl_casebook_lookup_film (pages->casebook, "bare"), NULL);
  g_assert_cmpuint (count_words (GTK_WIDGET (page), "A Book. A House, 2020"), ==, 0);
  g_assert_cmpuint (count_words (GTK_WIDGET (page), "First"), ==, 0);
  sl_lobby_show (lobby, pages->casebook);
  g_assert_cmpuint (count_words (GTK_WIDGET (lobby), "1 fact · 1 source · as of 1 November 2026 · CC0-1.0"), ==, 1);
  g_assert_finalize_object (page);
  g_assert_finalize_object (lobby);
}

static void
asked_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GVariant **asked = data;

  *asked = g_variant_ref (parameter);
}

static GtkWidget *
find_row (GtkWidget *shelf, const char *title)
{
  GtkWidget *list = view_world_find (shelf, GTK_TYPE_LIST_BOX);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row; row = gtk_widget_get_next_sibling (row))
    if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
      return row;
  return NULL;
}

/* Casebooks in the reader's data folder stand on the shelf, but for the open one, a second of the same id and one that
 * cannot be read; nothing of their titles is markup. */
static void
test_shelf (Pages *pages, gconstpointer data)
{
  g_autofree char  *own = g_build_filename (g_get_user_data_dir (), "sidelight", "casebooks", NULL);
  const char *const books[][2] = {{"a", "pages"}, {"b", "other"}, {"c", "other"}, {"d", "marked"}, {"e", NULL}};
  g_autoptr (GVariant) asked = NULL;
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("open-place", G_VARIANT_TYPE_STRING);
  SlLobby   *lobby = g_object_new (SL_TYPE_LOBBY, NULL);
  GtkWidget *window, *shelf;

  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    {
      g_autofree char *name = g_build_filename (books[i][0], "casebook.json", NULL);
      g_autofree char *text = g_strdup_printf (
        "{\"format\":1,\"id\":\"%s\",\"version\":\"2026-11-01\",\"title\":\"<b>%s\",\"language\":\"en\",\"licence\":\"CC0-1.0\"}", books[i][1] ? books[i][1] : "", books[i][0]);

      view_world_write (own, name, books[i][1] ? text : "no JSON");
    }
  g_signal_connect (action, "activate", G_CALLBACK (asked_cb), &asked);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (lobby), "app", G_ACTION_GROUP (group));
  sl_lobby_show (lobby, pages->casebook);
  window = show (GTK_WIDGET (lobby), 900, 700);
  shelf = view_world_find (GTK_WIDGET (lobby), SL_TYPE_SHELF);
  wait_until (gtk_widget_get_visible (shelf));
  g_assert_null (find_row (shelf, "<b>a"));
  g_assert_true ((find_row (shelf, "<b>b") != NULL) != (find_row (shelf, "<b>c") != NULL));
  g_assert_nonnull (find_row (shelf, "<b>d"));
  g_signal_emit_by_name (view_world_find (shelf, GTK_TYPE_LIST_BOX), "row-activated", find_row (shelf, "<b>d"));
  g_assert_nonnull (asked);
  g_assert_true (g_str_has_suffix (g_variant_get_string (asked, NULL), "/casebooks/d"));
  gtk_window_destroy (GTK_WINDOW (window));
  view_world_remove_folder (g_steal_pointer (&own)); /* no other test is to find them */
}

int
main (int argc, char *argv[])
{
  view_world_start (&argc, &argv);
  view_world_use_style ();
  g_test_add ("/pages/beside", Pages, NULL, set_up, test_beside, tear_down);
  g_test_add ("/pages/poster", Pages, NULL, set_up, test_poster, tear_down);
  g_test_add ("/pages/sources", Pages, NULL, set_up, test_sources, tear_down);
  g_test_add ("/pages/shelf", Pages, NULL, set_up, test_shelf, tear_down);
  return g_test_run ();
}
