/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every template is built, shown and taken down with warnings fatal: a misspelt name in a .ui ends here. */
#include "accent.h"
#include "chapter-row.h"
#include "chapters-pane.h"
#include "clip-card.h"
#include "copy-panel.h"
#include "fact-card.h"
#include "facts-pane.h"
#include "fault-panel.h"
#include "film-card.h"
#include "film-page.h"
#include "following-list.h"
#include "lobby.h"
#include "note-row.h"
#include "notes-pane.h"
#include "stage-panel.h"
#include "stage.h"
#include "toasts.h"
#include "transcript-pane.h"
#include "transcript-row.h"
#include "transport.h"
#include "view-world.h"
#include "watch-page.h"

static void
test_empty_widgets (void)
{
  const GType types[] = {
    SL_TYPE_CHAPTER_ROW,
    SL_TYPE_CHAPTERS_PANE,
    SL_TYPE_COPY_PANEL,
    SL_TYPE_FACT_CARD,
    SL_TYPE_FACTS_PANE,
    SL_TYPE_FAULT_PANEL,
    SL_TYPE_FILM_PAGE,
    SL_TYPE_FOLLOWING_LIST,
    SL_TYPE_LOBBY,
    SL_TYPE_NOTE_ROW,
    SL_TYPE_NOTES_PANE,
    SL_TYPE_STAGE,
    SL_TYPE_STAGE_PANEL,
    SL_TYPE_TRANSCRIPT_PANE,
    SL_TYPE_TRANSCRIPT_ROW,
    SL_TYPE_TRANSPORT,
    SL_TYPE_WATCH_PAGE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = g_object_new (types[i], NULL);

      g_test_message ("%s", g_type_name (types[i]));
      g_object_ref_sink (widget);
      g_assert_finalize_object (widget);
    }
}

/* Each fact, note, chapter, film and clip that is shipped, in its card or row. */
static void
test_shipped_records (void)
{
  g_autoptr (SlCasebook) casebook = view_world_read_shipped ();
  GListModel  *films = sl_casebook_get_films (casebook), *facts = sl_casebook_get_facts (casebook);
  const SlSpan span = {0, 1};

  for (guint i = 0; i < g_list_model_get_n_items (films); i++)
    {
      g_autoptr (SlFilm) film = g_list_model_get_item (films, i);
      GtkWidget  *card = g_object_ref_sink (GTK_WIDGET (sl_film_card_new (casebook, film)));
      SlFilmPage *page = g_object_ref_sink (g_object_new (SL_TYPE_FILM_PAGE, NULL));

      sl_film_page_show (page, casebook, film, NULL);
      g_assert_finalize_object (card);
      g_assert_finalize_object (page);
    }
  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (SlFact) fact = g_list_model_get_item (facts, i);
      g_autoptr (SlCue) cue = sl_cue_new (SL_CUE_FACT, sl_fact_get_id (fact), G_OBJECT (fact), &span);
      GtkWidget *card = g_object_ref_sink (GTK_WIDGET (sl_fact_card_new_inside (cue)));

      g_assert_finalize_object (card);
    }
}

static void
wait_for_frame (SlWindow *window)
{
  SlSession *session = sl_conductor_get_session (sl_window_get_conductor (window));

  wait_until (sl_session_get_time (session) > 0);
}

/* Lobby, film, watch and back through the real window, and nothing of it is left. */
static void
test_window (void)
{
  g_autoptr (GFile) folder = view_world_find_shipped ();
  g_autoptr (SlPlayer) player = sl_player_new (NULL);
  SlWindow *window = sl_window_new (NULL, player, NULL);

  sl_player_set_patience (player, 120000);
  gtk_window_present (GTK_WINDOW (window));
  sl_window_open (window, folder, NULL);
  view_world_wait_for_page (window, "lobby");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-film", "s", "justice-for-sergei"));
  view_world_wait_for_page (window, "film");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.watch", "s", "explainer"));
  view_world_wait_for_page (window, "watch");
  wait_for_frame (window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL));
  view_world_wait_for_page (window, "film");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL));
  view_world_wait_for_page (window, "lobby");
  view_world_close (window);
}

/* Another casebook, in the middle of a film: the film goes with its page. */
static void
test_open_while_playing (void)
{
  g_autoptr (GFile) folder = view_world_find_shipped ();
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/casebook");
  g_autoptr (SlPlayer) player = sl_player_new (NULL);
  SlWindow *window = sl_window_new (NULL, player, NULL);

  sl_player_set_patience (player, 120000);
  gtk_window_present (GTK_WINDOW (window));
  sl_window_open (window, folder, NULL);
  view_world_wait_for_page (window, "lobby");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.watch", "s", "explainer"));
  wait_for_frame (window);
  sl_window_open (window, nowhere, NULL);
  view_world_wait_for_page (window, "message");
  g_assert_cmpint (sl_player_get_state (player), ==, SL_PLAYER_IDLE);
  g_assert_null (sl_session_get_clip (sl_conductor_get_session (sl_window_get_conductor (window))));
  view_world_close (window);
}

static void
test_message (void)
{
  SlWindow *window = sl_window_new (NULL, NULL, NULL);
  g_autoptr (GFile) folder = g_file_new_for_path ("/nonexistent/casebook");

  gtk_window_present (GTK_WINDOW (window));
  sl_window_open (window, folder, NULL);
  view_world_wait_for_page (window, "message");
  /* What comes from outside is never read as markup. */
  sl_window_show_message (window, "Title", "<b>not & markup", "details");
  view_world_close (window);
}

static void
show_fault (SlFaultPanel *panel, SlFault *fault, gboolean visible)
{
  g_object_set (panel, "fault", fault, NULL);
  g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (panel)), ==, visible);
}

/* What was read is not said again when the film is opened once more for another track; what is new is. */
static void
test_fault_closed (void)
{
  SlFaultPanel *panel = g_object_ref_sink (g_object_new (SL_TYPE_FAULT_PANEL, NULL));
  g_autoptr (SlFault) silent = sl_fault_new (SL_FAULT_NO_SOUND, NULL, "details");
  g_autoptr (SlFault) other = sl_fault_new (SL_FAULT_NO_SOUND, NULL, "of another film");
  GtkWidget *close;

  show_fault (panel, silent, TRUE);
  show_fault (panel, NULL, FALSE);
  show_fault (panel, silent, TRUE);
  close = gtk_widget_get_last_child (gtk_widget_get_last_child (gtk_widget_get_first_child (GTK_WIDGET (panel))));
  close = gtk_widget_get_last_child (close);
  g_signal_emit_by_name (close, "clicked");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (panel)));
  show_fault (panel, NULL, FALSE);
  show_fault (panel, silent, FALSE);
  show_fault (panel, other, TRUE);
  show_fault (panel, silent, FALSE);
  g_object_set (panel, "fatal", TRUE, NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (panel)));
  g_assert_finalize_object (panel);
}

/* What moves in time is in the order of time in every language. */
static void
test_direction (void)
{
  GtkWidget *transport, *button, *speed;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  transport = g_object_ref_sink (g_object_new (SL_TYPE_TRANSPORT, NULL));
  button = view_world_find_named (transport, "GtkButton");
  speed = view_world_find_named (transport, "GtkMenuButton");
  g_assert_cmpint (gtk_widget_get_direction (gtk_widget_get_parent (button)), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (gtk_widget_get_direction (gtk_widget_get_first_child (button)), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (gtk_widget_get_direction (view_world_find_named (speed, "GtkLabel")), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (gtk_widget_get_direction (gtk_widget_get_parent (speed)), ==, GTK_TEXT_DIR_RTL);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_assert_finalize_object (transport);
}

/* What is in the accent by itself can be told from what is behind it, whatever the casebook says. */
static void
test_accent (void)
{
  static const char *const colours[] = {NULL, "#000000", "#ffffff", "#7a1020", "#101060", "#e8ae4a", "#00ff00", "#808080"};
  static const GdkRGBA     grounds[2][2] = {{{1, 1, 1, 1}, {0.92f, 0.92f, 0.92f, 1}}, {{0.07f, 0.08f, 0.09f, 1}, {0.22f, 0.22f, 0.22f, 1}}};
  AdwStyleManager         *manager = adw_style_manager_get_default ();
  SlAccent                *accent = sl_accent_new (gdk_display_get_default ());
  GtkWidget               *label = g_object_ref_sink (gtk_label_new ("words"));

  for (guint dark = 0; dark < 2; dark++)
    {
      adw_style_manager_set_color_scheme (manager, dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
      for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
        {
          GdkRGBA alone;

          g_test_message ("%s, %s", colours[i], dark ? "dark" : "light");
          sl_accent_set (accent, colours[i]);
          g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (label), "accent_color", &alone));
          for (guint j = 0; j < 2; j++)
            g_assert_cmpfloat (view_world_get_contrast (&alone, &grounds[dark][j]), >=, 4.5);
          /* Where a film is watched it is dark whatever the system prefers. */
          g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (label), "sl_accent", &alone));
          for (guint j = 0; j < 2; j++)
            g_assert_cmpfloat (view_world_get_contrast (&alone, &grounds[1][j]), >=, 4.5);
        }
    }
  /* And in the dark when the lights go down later. */
  sl_accent_set (accent, "#101060");
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  for (guint j = 0; j < 2; j++)
    {
      GdkRGBA alone;

      g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (label), "accent_color", &alone));
      g_assert_cmpfloat (view_world_get_contrast (&alone, &grounds[1][j]), >=, 4.5);
    }
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  sl_accent_free (accent);
  g_object_unref (label);
}

static int
measure_height (GtkWidget *widget)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}

/* In the largest words the page still fits into a window of 400 pixels with its frame. */
static void
test_narrow (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget   *page;
  int          least;

  view_world_use_style ();
  g_object_set (settings, "gtk-font-name", "Sans 22", NULL);
  page = g_object_ref_sink (g_object_new (SL_TYPE_WATCH_PAGE, NULL));
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 390);
  g_assert_finalize_object (page);
  gtk_settings_reset_property (settings, "gtk-font-name");
}

/* The picture of a standing is as large as the words beside it, and so in line with the first of them. */
static void
test_large_words (void)
{
  static const char *const fonts[] = {"Sans 11", "Sans 22"};
  GtkSettings             *settings = gtk_settings_get_default ();
  g_autofree char         *usual = NULL;
  g_autoptr (SlCasebook) casebook = view_world_read_shipped ();
  g_autoptr (SlFact) fact = g_list_model_get_item (sl_casebook_get_facts (casebook), 0);
  g_autoptr (SlCue) cue = sl_cue_new (SL_CUE_FACT, sl_fact_get_id (fact), G_OBJECT (fact), &(SlSpan){0, 1});

  g_object_get (settings, "gtk-font-name", &usual, NULL);
  view_world_use_style ();
  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
    {
      GtkWidget *card, *icon, *word;

      g_object_set (settings, "gtk-font-name", fonts[i], NULL);
      card = g_object_ref_sink (GTK_WIDGET (sl_fact_card_new_inside (cue)));
      icon = view_world_find (card, GTK_TYPE_IMAGE);
      word = gtk_widget_get_next_sibling (icon);
      g_assert_cmpfloat ((double)measure_height (icon) / measure_height (word), >, 0.85);
      g_assert_cmpfloat ((double)measure_height (icon) / measure_height (word), <, 1.2);
      g_assert_finalize_object (card);
    }
  g_object_set (settings, "gtk-font-name", usual, NULL);
}

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* A toast wants no more width than there is, however long its words are. */
static void
test_toast (void)
{
  static const char text[] = "The sign language cannot be shown. The film goes on without it, and so do these words.";
  GtkWidget        *window = gtk_window_new (), *overlay = adw_toast_overlay_new (), *toast;
  const guint       tick = g_timeout_add (5, tick_cb, NULL);

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), gtk_label_new ("page"));
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 300);
  gtk_window_set_child (GTK_WINDOW (window), overlay);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (overlay) == 0)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 2; i++)
    {
      int natural;

      sl_toasts_tell (ADW_TOAST_OVERLAY (overlay), text, i == 0 ? "Copy Details" : NULL, "win.copy", g_variant_new_string ("details"));
      while ((toast = view_world_find_named (overlay, "AdwToastWidget")) == NULL)
        g_main_context_iteration (NULL, TRUE);
      gtk_widget_measure (toast, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      g_assert_cmpint (natural, <=, gtk_widget_get_width (overlay));
    }
  g_source_remove (tick);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  view_world_start (&argc, &argv);

  g_test_add_func ("/templates/empty-widgets", test_empty_widgets);
  g_test_add_func ("/templates/shipped-records", test_shipped_records);
  g_test_add_func ("/templates/window", test_window);
  g_test_add_func ("/templates/open-while-playing", test_open_while_playing);
  g_test_add_func ("/templates/message", test_message);
  g_test_add_func ("/templates/fault-closed", test_fault_closed);
  g_test_add_func ("/templates/direction", test_direction);
  g_test_add_func ("/templates/accent", test_accent);
  g_test_add_func ("/templates/narrow", test_narrow);
  g_test_add_func ("/templates/large-words", test_large_words);
  g_test_add_func ("/templates/toast", test_toast);

  return g_test_run ();
}
