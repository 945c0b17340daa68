/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A film that runs elsewhere: its clock against the cues of the shipped clip, and the real window. Needs a display. */
#include "clip-card.h"
#include "facts-pane.h"
#include "film-page.h"
#include "marks-pane.h"
#include "screening-clock.h"
#include "screening-page.h"
#include "view-world.h"

#include <adwaita.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define N_MOVES 2000

/* The clock by itself */

typedef struct
{
  SlSession        *session;
  SlScreeningClock *clock;
  GHashTable       *entered; /* notes and titles, by how often */
  gint64            now;
} Hall;

static gint64
now_cb (gpointer data)
{
  return ((Hall *)data)->now;
}

static void
entered_cb (Hall *hall, SlCue *cue)
{
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (hall->entered, cue));

  if (sl_cue_get_kind (cue) == SL_CUE_NOTE)
    g_hash_table_insert (hall->entered, cue, GUINT_TO_POINTER (n + 1));
}

static void
enter_hall (Hall *hall)
{
  g_autoptr (SlCasebook) casebook = view_world_read_shipped ();

  hall->session = sl_session_new ();
  hall->entered = g_hash_table_new (NULL, NULL);
  sl_session_set_casebook (hall->session, casebook);
  sl_session_set_clip (hall->session, sl_casebook_lookup_clip (casebook, "explainer"));
  hall->clock = sl_screening_clock_new (hall->session, now_cb, hall);
  g_signal_connect_swapped (hall->session, "cue-entered", G_CALLBACK (entered_cb), hall);
  sl_screening_clock_open (hall->clock);
}

static void
leave_hall (Hall *hall)
{
  g_object_unref (hall->clock);
  g_object_unref (hall->session);
  g_hash_table_unref (hall->entered);
}

/* Every note comes once, at any pace at which the clock is looked at; a machine that slept misses none. */
static void
test_through (void)
{
  GListModel *notes;
  Hall        hall = {.now = 7 * SECOND};

  enter_hall (&hall);
  notes = sl_session_get_notes (hall.session);
  sl_screening_clock_tick (hall.clock);
  g_assert_cmpuint (g_hash_table_size (hall.entered), ==, 0);
  sl_screening_clock_move (hall.clock, 0);
  while (sl_screening_clock_get_state (hall.clock) == SL_SCREENING_RUNNING)
    {
      hall.now += g_test_rand_int_range (1, 20000) * SECOND / 1000;
      sl_screening_clock_tick (hall.clock);
      g_assert_cmpint (sl_session_get_time (hall.session), ==, MIN (hall.now - 7 * SECOND, sl_session_get_duration (hall.session)));
    }
  g_assert_cmpuint (g_list_model_get_n_items (notes), >, 5);
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (SlCue) note = g_list_model_get_item (notes, i);

      g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (hall.entered, note)), ==, 1);
    }
  leave_hall (&hall);
}

/* The chapter that covers @time, by looking at all of them; the innermost is the last that does. */
static SlCue *
find_chapter (SlSession *session, gint64 time)
{
  GListModel *chapters = sl_session_get_chapters (session);
  SlCue      *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (chapters); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (chapters, i);

      if (sl_cue_get_start (cue) <= time && time < sl_cue_get_end (cue))
        found = cue;
    }
  return found;
}

static void
test_moves (void)
{
  Hall hall = {0};

  enter_hall (&hall);
  sl_screening_clock_move (hall.clock, 0);
  for (guint i = 0; i < N_MOVES; i++)
    {
      const gint64 number = g_test_rand_int_range (-10, 130);

      hall.now += number > 0 ? number * SECOND / 20 : 0;
      switch (g_test_rand_int_range (0, 5))
        {
        case 0:
          sl_screening_clock_move (hall.clock, number * SECOND);
          g_assert_cmpint (sl_session_get_time (hall.session), ==, CLAMP (number, 0, 120) * SECOND);
          break;
        case 1:
          sl_screening_clock_nudge (hall.clock, number * SECOND);
          break;
        case 2:
          sl_screening_clock_set_held (hall.clock, number % 2 == 0);
          break;
        case 3:
          sl_screening_clock_undo (hall.clock);
          break;
        default:
          sl_screening_clock_tick (hall.clock);
          break;
        }
      g_assert_true (sl_session_get_chapter (hall.session) == find_chapter (hall.session, sl_session_get_time (hall.session)));
    }
  leave_hall (&hall);
}

/* The page */

#define CLIP(id, title)                                                                                                                                   \
  "{\"id\":\"" id "\",\"film\":\"film\",\"kind\":\"feature\",\"title\":\"" title "\",\"duration\":\"1:40:00\",\"chapters\":["                             \
  "{\"id\":\"a\",\"title\":\"The beginning\",\"from\":\"0:00\"},{\"id\":\"b\",\"title\":\"The middle\",\"from\":\"50:00\","                               \
  "\"approximate\":true}],\"notes\":[{\"id\":\"one\",\"from\":\"0:00\",\"to\":\"0:20\",\"kind\":\"context\",\"title\":\"One\","                           \
  "\"text\":\"At the very beginning.\",\"facts\":[\"told\"]},{\"id\":\"two\",\"from\":\"50:05\",\"to\":\"50:25\",\"kind\":\"context\",\"title\":\"Two\"," \
  "\"text\":\"In the middle.\"}]}"

static const ViewWorldFile files[] = {
  {"casebook.json", "{\"format\":1,\"id\":\"hall\",\"version\":\"2026-11-23\",\"title\":\"Hall\",\"language\":\"en\",\"licence\":\"CC0-1.0\"}"},
  {"films.json", "[{\"id\":\"film\",\"title\":\"Film\",\"year\":2026,\"clips\":[\"feature\",\"other\"]}]"},
  {"sources.json", "[{\"id\":\"paper\",\"type\":\"news\",\"title\":\"A paper\",\"language\":\"en\",\"accessed\":\"2026-11-20\",\"publisher\":\"P\",\"author\":\"A\"}]"},
  {"facts.json",
   "[{\"id\":\"told\",\"statement\":\"It was told.\",\"standing\":\"reported\",\"attribution\":\"A paper\",\"as_of\":\"2026-11-20\",\"sources\":[{\"source\":\"paper\",\"page\":\"1\"}]},"
   "{\"id\":\"untold\",\"statement\":\"It was not.\",\"standing\":\"reported\",\"attribution\":\"A paper\",\"as_of\":\"2026-11-20\",\"sources\":[{\"source\":\"paper\",\"page\":\"2\"}]}]"},
  {"clips/feature.json", CLIP ("feature", "The feature")},
  {"clips/other.json", CLIP ("other", "Another")},
  {NULL, NULL},
};

typedef struct
{
  char        *folder;
  SlWindow    *window;
  SlConductor *conductor;
  SlSession   *session;
  GtkWidget   *page;
} Seat;

static void
open_film (Seat *seat)
{
  g_autoptr (GFile) folder = g_file_new_for_path (seat->folder);

  sl_window_open (seat->window, folder, NULL);
  view_world_wait_for_page (seat->window, "lobby");
  gtk_widget_activate_action (GTK_WIDGET (seat->window), "win.show-film", "s", "film");
  view_world_wait_for_page (seat->window, "film");
}

static void
set_up (Seat *seat, gconstpointer data)
{
  seat->folder = view_world_make_folder (files);
  seat->window = view_world_make_window ();
  seat->conductor = sl_window_get_conductor (seat->window);
  seat->session = sl_conductor_get_session (seat->conductor);
  seat->page = view_world_find (GTK_WIDGET (seat->window), SL_TYPE_SCREENING_PAGE);
  gtk_window_present (GTK_WINDOW (seat->window));
  open_film (seat);
}

static void
tear_down (Seat *seat, gconstpointer data)
{
  view_world_close (seat->window);
  view_world_remove_folder (seat->folder);
}

/* Returns: (nullable): a button of this label that can be seen */
static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), label))
    return gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static void
press (Seat *seat, const char *label)
{
  GtkWidget *button;

  wait_until ((button = find_button (GTK_WIDGET (seat->window), label)));
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
act (Seat *seat, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_assert_true (g_action_parse_detailed_name (action, &name, &target, NULL));
  return gtk_widget_activate_action_variant (seat->page, name, target);
}

static gint64
time_of (Seat *seat)
{
  return sl_session_get_time (seat->session);
}

static void
begin (Seat *seat)
{
  press (seat, "Follow the Screening");
  view_world_wait_for_page (seat->window, "screening");
  g_assert_null (sl_session_get_chapter (seat->session));
  press (seat, "The Film Starts Now");
  wait_until (find_button (seat->page, "Hold"));
  /* From here on it stands where it is told to. */
  press (seat, "Hold");
  g_assert_nonnull (find_button (seat->page, "Go On"));
}

static gboolean
is_at_note (Seat *seat, const char *id)
{
  SlCue *note = sl_session_get_note (seat->session);

  return note && g_str_equal (sl_cue_get_id (note), id);
}

/* Nothing is loaded, what begins at 0 is there at once, and what is wrong by a little or by a lot can be put right. */
static void
test_clock (Seat *seat, gconstpointer data)
{
  gint64 before;

  begin (seat);
  g_assert_cmpint (sl_conductor_get_state (seat->conductor), ==, SL_PLAYER_IDLE);
  g_assert_true (is_at_note (seat, "one"));
  before = time_of (seat);
  press (seat, "+10");
  press (seat, "+1");
  press (seat, "−1");
  g_assert_cmpint (time_of (seat), ==, before + 10 * SECOND);
  g_assert_true (act (seat, "win.next-chapter"));
  g_assert_cmpint (time_of (seat), ==, 50 * 60 * SECOND);
  press (seat, "+10");
  g_assert_true (is_at_note (seat, "two"));
  press (seat, "Back to Where the Film Was");
  g_assert_cmpint (time_of (seat), ==, before + 10 * SECOND);
  g_assert_null (find_button (seat->page, "Back to Where the Film Was"));
  press (seat, "Go On");
  wait_until (time_of (seat) > before + 10 * SECOND);
  act (seat, "win.seek(int64 6000000000000)");
  g_assert_false (gtk_widget_is_sensitive (find_button (seat->page, "Hold")));
}

/* A touch on a note or a chapter is there; nothing that is touched leaves the hall, or plays something. */
static void
test_touches (Seat *seat, gconstpointer data)
{
  GtkWidget *facts = view_world_find (seat->page, SL_TYPE_FACTS_PANE);

  begin (seat);
  act (seat, "win.seek-moment(int64 3005000000000)");
  g_assert_true (is_at_note (seat, "two"));
  act (seat, "win.show-moment(('feature', int64 0))");
  g_assert_true (is_at_note (seat, "one"));
  act (seat, "win.show-moment(('other', int64 0))");
  act (seat, "win.show-fact::untold");
  g_assert_false (gtk_widget_get_mapped (facts));
  act (seat, "win.show-fact::told");
  wait_until (gtk_widget_get_mapped (facts));
  g_assert_cmpstr (sl_window_get_page (seat->window), ==, "screening");
  g_assert_cmpstr (sl_clip_get_id (sl_session_get_clip (seat->session)), ==, "feature");
  g_assert_cmpint (sl_conductor_get_state (seat->conductor), ==, SL_PLAYER_IDLE);
}

/* Who leaves by mistake comes back to where the film is; another one begins anew. */
static void
test_left (Seat *seat, gconstpointer data)
{
  gint64 before;

  begin (seat);
  act (seat, "win.seek(int64 3001000000000)");
  before = time_of (seat);
  gtk_widget_activate_action (GTK_WIDGET (seat->window), "win.back", NULL);
  view_world_wait_for_page (seat->window, "film");
  g_assert_null (sl_session_get_clip (seat->session));
  press (seat, "Follow the Screening");
  view_world_wait_for_page (seat->window, "screening");
  g_assert_cmpint (time_of (seat), ==, before);
  wait_until (find_button (seat->page, "Go On"));
  gtk_widget_activate_action (GTK_WIDGET (seat->window), "win.follow-screening", "s", "other");
  wait_until (find_button (seat->page, "The Film Starts Now"));
}

/* A casebook that its author saves in the middle of it changes what is read and not where it is. */
static void
test_changed (Seat *seat, gconstpointer data)
{
  gint64 before;

  begin (seat);
  act (seat, "win.seek(int64 3001000000000)");
  before = time_of (seat);
  act (seat, "win.show-fact::told");
  view_world_write (seat->folder, "clips/feature.json", CLIP ("feature", "The feature, again"));
  wait_until (sl_session_get_clip (seat->session) &&
              g_str_equal (sl_clip_get_title (sl_session_get_clip (seat->session)), "The feature, again"));
  g_assert_cmpstr (sl_window_get_page (seat->window), ==, "screening");
  g_assert_cmpint (time_of (seat), ==, before);
  g_assert_nonnull (find_button (seat->page, "Go On"));
  g_assert_true (gtk_widget_get_mapped (view_world_find (seat->page, SL_TYPE_FACTS_PANE)));
}

/* Who comes late says by a chapter where it is. */
static void
test_late (Seat *seat, gconstpointer data)
{
  press (seat, "Follow the Screening");
  press (seat, "It Is Running Already");
  wait_until (find_button (seat->page, "Hold"));
  act (seat, "win.seek(int64 3000000000000)");
  g_assert_cmpstr (sl_cue_get_id (sl_session_get_chapter (seat->session)), ==, "b");
  wait_until (time_of (seat) > 3000 * SECOND);
}

/* @key: one that is bound on the page, or above it. Returns: whether it did something */
static gboolean
press_key (Seat *seat, const char *key)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string (key);
  GListModel         *controllers = gtk_widget_observe_controllers (seat->page);
  gboolean            done = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);

      for (guint j = 0; G_IS_LIST_MODEL (shortcuts) && j < g_list_model_get_n_items (shortcuts); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger))
            done |= gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, seat->page, NULL);
        }
    }
  g_object_unref (controllers);
  g_object_unref (trigger);
  return done;
}

static SlMark *
get_mark (Seat *seat, guint n)
{
  g_autoptr (SlMark) mark = g_list_model_get_item (G_LIST_MODEL (sl_session_get_marks (seat->session)), n);

  return mark;
}

/* Notes of one's own belong to the moment of the screening, once there is one; they lead back to it. */
static void
test_marks (Seat *seat, gconstpointer data)
{
  GtkWidget *pane = view_world_find (seat->page, SL_TYPE_MARKS_PANE), *words;

  press (seat, "Follow the Screening");
  view_world_wait_for_page (seat->window, "screening");
  g_assert_false (press_key (seat, "<Control>d"));
  g_assert_null (get_mark (seat, 0));
  gtk_widget_activate_action (GTK_WIDGET (seat->window), "win.back", NULL);
  view_world_wait_for_page (seat->window, "film");
  begin (seat);
  act (seat, "win.seek(int64 3001000000000)");

  press (seat, "Add a Note");
  wait_until (gtk_widget_get_mapped (pane));
  g_assert_cmpint (sl_mark_get_span (get_mark (seat, 0))->start, ==, 3001 * SECOND);
  words = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (seat->window)), GTK_TYPE_ENTRY);
  g_assert_true (words && gtk_widget_is_ancestor (words, pane));
  gtk_editable_set_text (GTK_EDITABLE (words), "Ask her");
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (words)), "activate");
  g_assert_cmpstr (sl_mark_get_words (get_mark (seat, 0)), ==, "Ask her");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (seat->window)) == find_button (seat->page, "Go On"));

  act (seat, "win.seek(int64 0)");
  g_signal_emit_by_name (gtk_widget_get_prev_sibling (words), "clicked");
  g_assert_cmpint (time_of (seat), ==, 3001 * SECOND);
  act (seat, "win.seek(int64 1000000000)");
  g_assert_true (press_key (seat, "<Control>d"));
  g_assert_cmpint (sl_mark_get_span (get_mark (seat, 0))->start, ==, SECOND);
  g_assert_cmpstr (sl_window_get_page (seat->window), ==, "screening");
}

/* Where writing runs the other way time does not. */
static void
test_from_left (Seat *seat, gconstpointer data)
{
  static const char *const labels[] = {"−10", "−1", "+1", "+10"};
  float                    before = -1;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  begin (seat);
  view_world_wait_for_paint (seat->page);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GtkWidget      *button = find_button (seat->page, labels[i]);
      graphene_rect_t place;

      g_assert_nonnull (button);
      g_assert_true (gtk_widget_compute_bounds (button, gtk_widget_get_parent (button), &place));
      g_assert_cmpfloat (place.origin.x, >, before);
      g_assert_cmpint (gtk_widget_get_direction (gtk_widget_get_first_child (button)), ==, GTK_TEXT_DIR_LTR);
      before = place.origin.x;
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char *argv[])
{
  view_world_start (&argc, &argv);
  g_test_add_func ("/screening/through", test_through);
  g_test_add_func ("/screening/moves", test_moves);
  g_test_add ("/screening/clock", Seat, NULL, set_up, test_clock, tear_down);
  g_test_add ("/screening/touches", Seat, NULL, set_up, test_touches, tear_down);
  g_test_add ("/screening/left", Seat, NULL, set_up, test_left, tear_down);
  g_test_add ("/screening/changed", Seat, NULL, set_up, test_changed, tear_down);
  g_test_add ("/screening/marks", Seat, NULL, set_up, test_marks, tear_down);
  g_test_add ("/screening/from-left", Seat, NULL, set_up, test_from_left, tear_down);
  g_test_add ("/screening/late", Seat, NULL, set_up, test_late, tear_down);
  return g_test_run ();
}
