/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text of a clip in the real window with the real player, by events of a real pointer and real keys: that it follows
 * the film, leads to what is tapped on, finds what is looked for, and can be copied. Needs a display, and xdotool.
 */
#include "clip-maker.h"
#include "columns.h"
#include "facts-pane.h"
#include "following-list.h"
#include "handout-saver.h"
#include "passage.h"
#include "seek-strip.h"
#include "transcript-pane.h"
#include "transcript-row.h"
#include "view-world.h"
#include "watch-page.h"

#define SECOND G_GINT64_CONSTANT (1000000000)
#define PAINTS 24 /* until the list has gone to where it rests */

static const ClipShape shape = {320, 180, 30, 1, 900, TRUE, .container = CLIP_MATROSKA};

static const ViewWorldFile files[] = {
  {"casebook.json", "{\"format\":1,\"id\":\"small\",\"version\":\"2026-11-22\",\"title\":\"Small\",\"language\":\"en\",\"licence\":\"CC0-1.0\"}"},
  {"films.json", "[{\"id\":\"film\",\"title\":\"Film\",\"year\":2026,\"clips\":[\"own\"]}]"},
  {"sources.json", "[{\"id\":\"s\",\"title\":\"S\",\"publisher\":\"P\",\"type\":\"news\",\"language\":\"en\",\"accessed\":\"2026\"}]"},
  {"facts.json",
   "[{\"id\":\"a\",\"statement\":\"It was paid.\",\"standing\":\"reported\",\"attribution\":\"P\",\"as_of\":\"2026\",\"sources\":[{\"source\":\"s\"}]},"
   "{\"id\":\"b\",\"statement\":\"A wound in the café.\",\"standing\":\"reported\",\"attribution\":\"P\",\"as_of\":\"2026\",\"graphic\":true,"
   "\"sources\":[{\"source\":\"s\"}]}]"},
  {"clips/own.en.vtt",
   "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Anna>They met in a café.\n\n00:03.000 --> 00:06.000\n<v Anna>He paid for both of them.\n\n"
   "00:07.000 --> 00:09.000\n<v Boris>Which cafe was it?\n"},
  {"clips/own.de.vtt", "WEBVTT\n\n00:01.000 --> 00:03.000\nSie trafen sich im Café.\n"},
  {"clips/own.json",
   "{\"id\":\"own\",\"film\":\"film\",\"kind\":\"explainer\",\"title\":\"Own\",\"duration\":\"00:30.000\","
   "\"media\":[{\"file\":\"film.mkv\"}],\"captions\":[{\"language\":\"en\",\"file\":\"clips/own.en.vtt\",\"kind\":\"captions\"},"
   "{\"language\":\"de\",\"file\":\"clips/own.de.vtt\",\"kind\":\"subtitles\"}],"
   "\"chapters\":[{\"id\":\"a\",\"title\":\"Evening\",\"from\":\"00:00\"},{\"id\":\"b\",\"title\":\"Night\",\"from\":\"00:15\"}],"
   "\"notes\":[{\"id\":\"n\",\"from\":\"00:20\",\"to\":\"00:24\",\"kind\":\"fact\",\"title\":\"Money\",\"text\":\"See *this* [[fact:a|one]].\",\"facts\":[\"a\",\"b\"]}]}"},
  {NULL, NULL},
};

typedef struct
{
  char        *folder;
  SlWindow    *window;
  SlConductor *conductor;
  SlSession   *session;
  GtkWidget   *pane;
  GtkWidget   *list;
} Reader;

static void
xdo (const char *arguments)
{
  g_autofree char *command = g_strconcat ("xdotool ", arguments, NULL);
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static GtkWidget *
get_focus (Reader *reader)
{
  return gtk_root_get_focus (GTK_ROOT (reader->window));
}

static SlCue *
get_cue (Reader *reader, guint n)
{
  g_autoptr (SlCue) cue = g_list_model_get_item (sl_transcript_pane_get_transcript (SL_TRANSCRIPT_PANE (reader->pane)), n);

  return cue;
}

static gboolean
is_in_entry (Reader *reader)
{
  GtkWidget *focus = get_focus (reader);

  return focus && GTK_IS_TEXT (focus) && gtk_widget_is_ancestor (focus, reader->pane);
}

static void
set_up (Reader *reader, gconstpointer data)
{
  g_autofree char *film = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (SlLink) link = sl_link_parse ("sidelight:small/own", NULL);

  reader->folder = view_world_make_folder (files);
  film = g_build_filename (reader->folder, "film.mkv", NULL);
  clip_maker_make (film, &shape);
  folder = g_file_new_for_path (reader->folder);
  reader->window = view_world_make_window ();
  reader->conductor = sl_window_get_conductor (reader->window);
  reader->session = sl_conductor_get_session (reader->conductor);
  gtk_window_present (GTK_WINDOW (reader->window));
  sl_window_open (reader->window, folder, link);
  wait_until (sl_conductor_get_state (reader->conductor) == SL_PLAYER_PLAYING);
  gtk_widget_activate_action (GTK_WIDGET (reader->window), "win.pause", NULL);
  wait_until (!sl_conductor_get_playing (reader->conductor));
  reader->pane = view_world_find (GTK_WIDGET (reader->window), SL_TYPE_TRANSCRIPT_PANE);
  reader->list = view_world_find (reader->pane, SL_TYPE_FOLLOWING_LIST);
  g_assert_null (sl_transcript_pane_get_transcript (SL_TRANSCRIPT_PANE (reader->pane)));
  gtk_widget_activate_action (GTK_WIDGET (reader->window), "win.panel", NULL); /* away */
  wait_until (gtk_window_is_active (GTK_WINDOW (reader->window)));
  xdo ("key ctrl+f");
  wait_until (is_in_entry (reader));
  wait_until (sl_transcript_pane_get_transcript (SL_TRANSCRIPT_PANE (reader->pane)) != NULL && gtk_widget_get_mapped (reader->list));
}

static void
tear_down (Reader *reader, gconstpointer data)
{
  view_world_close (reader->window);
  view_world_remove_folder (reader->folder);
}

/* The ids of the passages, with * behind those that are on; what is said is called by its times. */
static char *
describe (Reader *reader)
{
  GListModel *transcript = sl_transcript_pane_get_transcript (SL_TRANSCRIPT_PANE (reader->pane));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (transcript); i++)
    {
      SlCue *cue = get_cue (reader, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", sl_cue_get_id (cue), sl_cue_get_current (cue) ? "*" : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
go_to (Reader *reader, gint64 time)
{
  gtk_widget_activate_action (GTK_WIDGET (reader->window), "win.seek", "x", time);
  wait_until (sl_session_get_time (reader->session) == time);
}

static SlCue *
get_target (Reader *reader)
{
  g_autoptr (SlCue) target = NULL;

  g_object_get (reader->list, "target", &target, NULL);
  return target; /* the list keeps it alive */
}

static void
test_follows (Reader *reader, gconstpointer data)
{
  static const struct
  {
    gint64      time;
    const char *all;
    guint       target;
  } moments[] = {
    {4 * SECOND, "a* 0:00:01.000* 0:00:07.000 b n a b", 1},
    {8 * SECOND, "a* 0:00:01.000 0:00:07.000* b n a b", 2},
    {12 * SECOND, "a* 0:00:01.000 0:00:07.000 b n a b", 2},
    {21 * SECOND, "a 0:00:01.000 0:00:07.000 b* n* a* b*", 6},
    {2 * SECOND, "a* 0:00:01.000* 0:00:07.000 b n a b", 1},
  };

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autofree char *all = NULL;
      GtkWidget       *focus = get_focus (reader);

      go_to (reader, moments[i].time);
      all = describe (reader);
      g_assert_cmpstr (all, ==, moments[i].all);
      g_assert_true (get_target (reader) == get_cue (reader, moments[i].target));
      g_assert_true (get_focus (reader) == focus);
    }
}

/* Looking for words */

static GtkWidget *
find_css (GtkWidget *widget, const char *style)
{
  if (gtk_widget_has_css_class (widget, style))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_css (child, style);

      if (found)
        return found;
    }
  return NULL;
}

static gboolean
says (Reader *reader, const char *words)
{
  GtkWidget *found = find_css (reader->pane, "numeric");

  return g_str_equal (gtk_label_get_label (GTK_LABEL (found)), words);
}

/* Returns: (nullable): the label of those words in the list */
static GtkWidget *
find_words (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_words (child, words);

      if (found)
        return found;
    }
  return NULL;
}

/* How many stretches of the label stand on another ground. */
static guint
count_marks (GtkWidget *label)
{
  g_autofree char *attributes = pango_attr_list_to_string (gtk_label_get_attributes (GTK_LABEL (label)));
  g_auto (GStrv) parts = g_strsplit (attributes, "background", -1);

  return g_strv_length (parts) - 1;
}

static void
test_search (Reader *reader, gconstpointer data)
{
  xdo ("type cafe");
  wait_until (says (reader, "1 of 2"));
  wait_until (find_words (reader->list, "They met in a café. He paid for both of them.") != NULL);
  g_assert_cmpuint (count_marks (find_words (reader->list, "They met in a café. He paid for both of them.")), ==, 1);
  g_assert_cmpuint (count_marks (find_words (reader->list, "Which cafe was it?")), ==, 1);
  xdo ("key Return");
  wait_until (says (reader, "2 of 2"));
  xdo ("key Return");
  wait_until (says (reader, "1 of 2"));
  xdo ("key shift+Return");
  wait_until (says (reader, "2 of 2"));
  xdo ("type zz");
  wait_until (says (reader, "Not found; 3 later notes and facts are hidden"));
  g_assert_cmpuint (count_marks (find_words (reader->list, "Which cafe was it?")), ==, 0);
  xdo ("key Escape");
  wait_until (!is_in_entry (reader));
  g_assert_false (gtk_widget_get_mapped (find_css (reader->pane, "numeric")));
}

static gboolean
are_found (GtkWidget *strip, const gint64 *seconds, guint n)
{
  g_autoptr (GArray) found = NULL;
  gboolean same;

  g_object_get (strip, "found", &found, NULL);
  same = (found ? found->len : 0) == n;
  for (guint i = 0; same && i < n; i++)
    same = g_array_index (found, gint64, i) == seconds[i] * SECOND;
  return same;
}

static gboolean
tells_found (GtkWidget *strip, double share)
{
  g_autofree char *words = sl_seek_strip_name_place (SL_SEEK_STRIP (strip), 9 + (gtk_widget_get_width (strip) - 18) * share);

  return g_str_has_prefix (words, "Found: ");
}

/* What is found stands on the strip, by the line in which it is said and not by its paragraph, as long as it is looked for. */
static void
test_strip (Reader *reader, gconstpointer data)
{
  GtkWidget *strip = view_world_find (GTK_WIDGET (reader->window), SL_TYPE_SEEK_STRIP);

  g_assert_true (are_found (strip, NULL, 0));
  xdo ("type paid");
  wait_until (are_found (strip, (const gint64[]){3}, 1));
  g_assert_true (tells_found (strip, 3 / 30.0));
  g_assert_false (tells_found (strip, 6 / 30.0));
  xdo ("key ctrl+a");
  xdo ("type cafe");
  wait_until (are_found (strip, (const gint64[]){1, 7}, 2));
  g_assert_false (tells_found (strip, 3 / 30.0));
  g_assert_true (tells_found (strip, 7 / 30.0));
  xdo ("key Escape");
  wait_until (are_found (strip, NULL, 0));
}

/* A tap, a stretch, a copy */

static void
point (GtkWidget *widget, int x, int y)
{
  GtkNative       *native = gtk_widget_get_native (widget);
  g_autofree char *arguments = NULL;
  graphene_point_t place;
  double           left, top;

  gtk_native_get_surface_transform (native, &left, &top);
  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (native), &GRAPHENE_POINT_INIT ((float)x, (float)y), &place));
  arguments = g_strdup_printf ("mousemove %d %d", (int)(place.x + left), (int)(place.y + top));
  xdo (arguments);
}

/* In the middle of the letter at byte @at. */
static void
point_at (GtkWidget *label, int at)
{
  PangoRectangle place;
  int            left, top;

  gtk_label_get_layout_offsets (GTK_LABEL (label), &left, &top);
  pango_layout_index_to_pos (gtk_label_get_layout (GTK_LABEL (label)), at, &place);
  point (label, left + PANGO_PIXELS (place.x + place.width / 2), top + PANGO_PIXELS (place.y + place.height / 2));
}

static void
text_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  *(char **)data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
test_pointer (Reader *reader, gconstpointer data)
{
  const char      *words = "They met in a café. He paid for both of them.";
  GtkWidget       *label;
  g_autofree char *copied = NULL;

  go_to (reader, 12 * SECOND);
  wait_until ((label = find_words (reader->list, words)) != NULL);
  view_world_wait_for_paint (label);
  point_at (label, (int)(strstr (words, "paid") - words));
  xdo ("click 1");
  wait_until (sl_session_get_time (reader->session) == 3 * SECOND);
  g_assert_true (get_focus (reader) != label);
  g_assert_true (gtk_widget_is_ancestor (label, get_focus (reader)));
  point_at (label, 1);
  xdo ("click 1");
  wait_until (sl_session_get_time (reader->session) == SECOND);

  /* Who selects is not led away. */
  point_at (label, (int)(strstr (words, "paid") - words));
  xdo ("mousedown 1");
  point_at (label, (int)(strstr (words, "both") - words));
  xdo ("mouseup 1");
  wait_until (gtk_label_get_selection_bounds (GTK_LABEL (label), NULL, NULL));
  xdo ("key ctrl+c");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (label), NULL, text_cb, &copied);
  wait_until (copied != NULL);
  g_assert_nonnull (strstr (copied, "aid for"));
  g_assert_cmpint (sl_session_get_time (reader->session), ==, SECOND);

  /* Beside the words it is the passage that is chosen, and the note is led up to. */
  go_to (reader, 21 * SECOND);
  wait_until ((label = find_words (reader->list, "Money")) != NULL);
  point_at (label, 1);
  xdo ("click 1");
  wait_until (sl_session_get_time (reader->session) == 18 * SECOND);
}

static GtkDropDown *
find_choice (Reader *reader, guint n)
{
  GtkWidget *choice = gtk_widget_get_last_child (gtk_widget_get_first_child (view_world_find (reader->pane, SL_TYPE_COLUMNS)));

  if (n == 1)
    choice = gtk_widget_get_last_child (gtk_widget_get_last_child (view_world_find (reader->pane, SL_TYPE_COLUMNS)));
  return GTK_DROP_DOWN (choice);
}

/* Both begin at the same height, beside each other, whoever speaks. */
static gboolean
are_level (Reader *reader, const char *words, const char *other)
{
  GtkWidget      *labels[] = {find_words (reader->list, words), find_words (reader->list, other)};
  graphene_rect_t places[G_N_ELEMENTS (labels)];

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (labels[i] == NULL || !gtk_widget_compute_bounds (labels[i], reader->list, &places[i]) || places[i].size.width < 1)
      return FALSE; /* what has no place yet stands level, too */
  return places[1].origin.x >= places[0].origin.x + places[0].size.width && ABS (places[0].origin.y - places[1].origin.y) < 1;
}

static void
test_languages (Reader *reader, gconstpointer data)
{
  GtkDropDown *first = find_choice (reader, 0), *other = find_choice (reader, 1);

  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (first)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (other)), ==, 3);
  g_assert_null (find_words (reader->list, "Sie trafen sich im Café."));
  gtk_drop_down_set_selected (other, 2);

  wait_until (find_words (reader->list, "Sie trafen sich im Café.") != NULL);
  /* A chapter has no German title: that is said, and not the same again. */
  wait_until (find_words (reader->list, "Not translated yet") != NULL);
  wait_until (are_level (reader, "They met in a café. He paid for both of them.", "Sie trafen sich im Café."));
  gtk_drop_down_set_selected (other, 0);
  wait_until (find_words (reader->list, "Sie trafen sich im Café.") == NULL);
  gtk_drop_down_set_selected (first, 1);
  wait_until (find_words (reader->list, "Sie trafen sich im Café.") != NULL);
  g_assert_null (find_words (reader->list, "Which cafe was it?"));
}

static GListModel *
make_captions (const char *text)
{
  GListStore *captions = g_list_store_new (SL_TYPE_CAPTION);
  g_autoptr (SlCaption) caption =
    g_object_new (SL_TYPE_CAPTION, "id", "1", "start", SECOND, "end", 3 * SECOND, "text", text, NULL);

  g_list_store_append (captions, caption);
  return G_LIST_MODEL (captions);
}

/* Captions of the viewer's own are a text like any other, and the one that is read once they are chosen. */
static void
test_brought (Reader *reader, gconstpointer data)
{
  g_autoptr (GListModel) captions = make_captions ("Ils se sont vus au café."), others = make_captions ("Ils se sont revus.");
  GtkDropDown *first = find_choice (reader, 0);

  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (first)), ==, 2);
  sl_captions_bring (sl_session_get_captions (reader->session), captions, "mine.srt");
  wait_until (find_words (reader->list, "Ils se sont vus au café.") != NULL);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (first)), ==, 3);
  g_assert_cmpuint (gtk_drop_down_get_selected (first), ==, 2);
  g_assert_null (find_words (reader->list, "Which cafe was it?"));
  sl_captions_bring (sl_session_get_captions (reader->session), others, "mine.srt");
  wait_until (find_words (reader->list, "Ils se sont revus.") != NULL);
  gtk_drop_down_set_selected (first, 0);
  gtk_drop_down_set_selected (find_choice (reader, 1), 3);
  wait_until (find_words (reader->list, "Which cafe was it?") && find_words (reader->list, "Ils se sont revus."));
}

/* Returns: many lines of somebody else each, that are words from 0 on */
static GListModel *
make_many (guint n)
{
  GListStore *captions = g_list_store_new (SL_TYPE_CAPTION);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("line %u", i), *speaker = g_strdup_printf ("S%u", i % 2);
      g_autoptr (SlCaption) caption = g_object_new (SL_TYPE_CAPTION, "id", text, "start", i * SECOND / 10, "end", (i + 1) * SECOND / 10,
                                                    "text", text, "speaker", speaker, NULL);

      g_list_store_append (captions, caption);
    }
  return G_LIST_MODEL (captions);
}

/* Whether those words are in sight, and their row has the focus. */
static gboolean
is_at (Reader *reader, const char *words)
{
  GtkWidget      *label = find_words (reader->list, words);
  graphene_rect_t bounds;

  if (label == NULL || !gtk_widget_compute_bounds (label, reader->list, &bounds) || get_focus (reader) == NULL)
    return FALSE;
  return bounds.origin.y >= 0 && bounds.origin.y < (float)gtk_widget_get_height (reader->list) && gtk_widget_is_ancestor (label, get_focus (reader));
}

static gboolean
is_following (Reader *reader)
{
  gboolean following;

  g_object_get (reader->list, "following", &following, NULL);
  return following;
}

/* Who has looked for something comes back to where he was: to the film, or to what he was reading. */
static void
test_escape (Reader *reader, gconstpointer data)
{
  g_autoptr (GListModel) captions = make_many (250);

  go_to (reader, 19 * SECOND);
  sl_captions_bring (sl_session_get_captions (reader->session), captions, "mine.srt");
  wait_until (find_words (reader->list, "line 190") != NULL);
  xdo ("type 'line 3 '");
  wait_until (says (reader, "Not found") || find_words (reader->list, "line 3"));
  xdo ("key ctrl+a");
  xdo ("type 'line 99'");
  wait_until (says (reader, "1 of 1") && find_words (reader->list, "line 99") && !is_following (reader));
  xdo ("key Escape");
  wait_until (is_at (reader, "line 190") && is_following (reader));
  g_assert_cmpint (sl_session_get_time (reader->session), ==, 19 * SECOND);

  /* As by scrolling. */
  gtk_widget_activate_action (view_world_find (reader->list, SL_TYPE_TRANSCRIPT_ROW), "following.stay", NULL);
  sl_following_list_reveal (SL_FOLLOWING_LIST (reader->list), get_cue (reader, 60));
  wait_until (find_words (reader->list, "line 58") != NULL);
  for (guint i = 0; i < PAINTS; i++)
    view_world_wait_for_paint (reader->list);
  xdo ("key ctrl+f");
  wait_until (is_in_entry (reader));
  xdo ("type 'line 199'");
  wait_until (says (reader, "1 of 1") && find_words (reader->list, "line 199"));
  xdo ("key Escape");
  wait_until (find_words (reader->list, "line 58") != NULL && !is_in_entry (reader));
  g_assert_false (is_following (reader));
  g_assert_null (find_words (reader->list, "line 0"));
}

/* Of a text that is too long for a row the beginning is shown, and all of it to whoever looks for what comes later. */
static void
test_endless (Reader *reader, gconstpointer data)
{
  g_autofree char *word = g_strnfill (10000, 'x');
  g_autofree char *text = g_strconcat ("They met. ", word, " and\nneedle", NULL);
  g_autoptr (GListModel) captions = make_captions (text);
  GtkWidget *label = NULL;

  sl_captions_bring (sl_session_get_captions (reader->session), captions, "mine.srt");
  wait_until (find_words (reader->list, "Show All") != NULL);
  xdo ("type met");
  wait_until (says (reader, "1 of 1"));
  g_assert_nonnull (find_words (reader->list, "Show All"));
  g_assert_cmpuint (count_marks (find_css (reader->list, "said")), ==, 1);
  xdo ("key ctrl+a");
  xdo ("type needle");
  wait_until (says (reader, "1 of 1"));
  wait_until (find_words (reader->list, "Show Less") != NULL);
  label = find_css (reader->list, "said");
  g_assert_true (g_str_has_suffix (gtk_label_get_text (GTK_LABEL (label)), "x and needle"));
  g_assert_cmpuint (count_marks (label), ==, 1);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (label)), "xxxx\xe2\x80\x8bxxxx"));
  /* what has to be broken is found across the break, too */
  xdo ("key ctrl+a");
  xdo ("type xxxx");
  wait_until (says (reader, "1 of 2500"));
}

/* Marks are shown, a link leads where it leads in the notes, and what is looked for is found in both. */
static void
test_marked (Reader *reader, gconstpointer data)
{
  GtkWidget *label;

  go_to (reader, 21 * SECOND);
  wait_until ((label = find_words (reader->list, "See this one.")) != NULL);
  xdo ("type 'this one'");
  wait_until (says (reader, "1 of 1"));
  wait_until ((label = find_words (reader->list, "See this one.")) != NULL);
  g_assert_cmpuint (count_marks (label), ==, 1);
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (label)), "<i>this</i>"));
  for (guint i = 0; i < PAINTS; i++)
    view_world_wait_for_paint (reader->list);
  point_at (find_words (reader->list, "See this one."), (int)strlen ("See this o"));
  xdo ("click 1");
  wait_until (gtk_widget_get_mapped (view_world_find (GTK_WIDGET (reader->window), SL_TYPE_FACTS_PANE)));
  g_assert_cmpint (sl_session_get_time (reader->session), ==, 21 * SECOND);
}

static void
test_gate (Reader *reader, gconstpointer data)
{
  const char *gate = "Show: it describes injury or death";

  go_to (reader, 21 * SECOND);
  wait_until (find_words (reader->list, gate) != NULL);
  g_assert_null (find_words (reader->list, "A wound in the café."));
  g_signal_emit_by_name (gtk_widget_get_ancestor (find_words (reader->list, gate), GTK_TYPE_BUTTON), "clicked");
  wait_until (find_words (reader->list, "A wound in the café.") != NULL);
}

/* Returns: whether the note is to be seen, and found */
static gboolean
has_note (Reader *reader)
{
  return find_words (reader->list, "Money") != NULL;
}

/* Of what is hidden there is no row, not even a low one. */
static guint
count_rows (Reader *reader)
{
  g_autoptr (GListModel) model = NULL;

  g_object_get (reader->list, "model", &model, NULL);
  return g_list_model_get_n_items (model);
}

static void
test_later (Reader *reader, gconstpointer data)
{
  go_to (reader, 16 * SECOND);
  wait_until (find_words (reader->list, "Night") != NULL);
  g_assert_false (has_note (reader));
  g_assert_cmpuint (count_rows (reader), ==, 4);
  wait_until (find_words (reader->list, "3 later notes and facts hidden") != NULL);
  xdo ("type Money");
  wait_until (says (reader, "Not found; 3 later notes and facts are hidden"));
  go_to (reader, 21 * SECOND);
  wait_until (has_note (reader));
  xdo ("key BackSpace");
  wait_until (says (reader, "1 of 1"));
  g_assert_cmpuint (count_rows (reader), ==, 7);
  g_assert_null (find_words (reader->list, "3 later notes and facts hidden"));
  go_to (reader, 16 * SECOND);
  wait_until (!has_note (reader));
  g_object_set (sl_session_get_reading (reader->session), "hide-later", FALSE, NULL);
  wait_until (has_note (reader));
}

/* Taking it home */

static void
saved_cb (GtkWindow *window, const char *text)
{
  g_object_set_data_full (G_OBJECT (window), "told", g_strdup (text), g_free);
}

static GPtrArray *
build_handout (Reader *reader)
{
  GListModel *transcript = sl_transcript_pane_get_transcript (SL_TRANSCRIPT_PANE (reader->pane));

  return sl_handout_saver_build (sl_session_get_casebook (reader->session), sl_session_get_clip (reader->session), transcript);
}

static char *
save (Reader *reader, SlHandoutFormat format, const char *name)
{
  g_autoptr (GPtrArray) blocks = build_handout (reader);
  g_autofree char *path = g_build_filename (reader->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_object_set_data (G_OBJECT (reader->window), "told", NULL);
  sl_handout_saver_save (GTK_WINDOW (reader->window), blocks, format, file, saved_cb);
  wait_until (g_object_get_data (G_OBJECT (reader->window), "told") != NULL);
  return g_strdup (g_object_get_data (G_OBJECT (reader->window), "told"));
}

/* What a program of others reads on the paper. */
static char *
read_pdf (Reader *reader, const char *name, const char *how)
{
  g_autofree char *path = g_build_filename (reader->folder, name, NULL);
  const char      *arguments[] = {"pdftotext", how, path, "-", NULL};
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int   status;

  g_spawn_sync (NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}

static gboolean
none_reads_pdf (void)
{
  g_autofree char *path = g_find_program_in_path ("pdftotext");

  return path == NULL;
}

static void
test_handout (Reader *reader, gconstpointer data)
{
  static const char *const on_paper[] = {
    "Own",
    "Film, 2026. 0:30",
    "Evening",
    "Anna",
    "They met in a café. He paid for both of them.",
    "0:07",
    "Boris",
    "Which cafe was it?",
    "Night",
    "Money",
    "See this one.",
    "Reported",
    "It was paid. [1]",
    "P, 2026",
    "Not printed: it describes injury or death.",
    "Sources",
    "[1]",
    "S. P",
    "CC0-1.0",
  };
  g_autofree char *told = save (reader, SL_HANDOUT_PDF, "own.pdf"), *page_told = NULL, *not_told = NULL, *words = NULL, *page = NULL, *path = NULL, *none = NULL, *places = NULL;
  const char      *at;

  if (none_reads_pdf ())
    {
      g_test_skip ("pdftotext of poppler-utils is not installed");
      return;
    }
  g_assert_cmpstr (told, ==, "Saved as “own.pdf”");
  words = read_pdf (reader, "own.pdf", "-raw");
  at = words;
  for (guint i = 0; i < G_N_ELEMENTS (on_paper); i++)
    {
      g_test_message ("%s", on_paper[i]);
      at = strstr (at, on_paper[i]);
      g_assert_nonnull (at);
    }
  g_assert_true (strstr (words, "1 / 1") || strstr (words, "1/1"));
  g_assert_null (strstr (words, "A wound"));
  /* With room at the margin: 18 millimetres are 51 points. */
  places = read_pdf (reader, "own.pdf", "-bbox");
  g_assert_nonnull (strstr (places, "<word xMin=\""));
  g_assert_cmpfloat (g_ascii_strtod (strstr (places, "<word xMin=\"") + strlen ("<word xMin=\""), NULL), >, 50);
  page_told = save (reader, SL_HANDOUT_PAGE, "own.html");
  g_assert_cmpstr (page_told, ==, "Saved as “own.html”");
  path = g_build_filename (reader->folder, "own.html", NULL);
  g_assert_true (g_file_get_contents (path, &page, NULL, NULL));
  g_assert_nonnull (strstr (page, "<summary>Show: it describes injury or death</summary>"));
  g_assert_nonnull (strstr (page, "A wound in the café."));

  /* Where nothing can be written nothing is, and that is told. */
  not_told = save (reader, SL_HANDOUT_PDF, "nowhere/own.pdf");
  g_assert_true (g_str_has_prefix (not_told, "The handout could not be saved"));
  none = g_build_filename (reader->folder, "nowhere", NULL);
  g_assert_false (g_file_test (none, G_FILE_TEST_EXISTS));
}

static gboolean
count_cb (gpointer n)
{
  ++*(guint *)n;
  return G_SOURCE_CONTINUE;
}

/* While a long handout is laid out the film goes on. */
static void
test_long_handout (Reader *reader, gconstpointer data)
{
  g_autoptr (GPtrArray) blocks = build_handout (reader);
  g_autoptr (GPtrArray) many = g_ptr_array_new ();
  g_autofree char *path = g_build_filename (reader->folder, "long.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  guint n = 0, idle;

  for (guint i = 0; i < 3000; i++)
    g_ptr_array_add (many, blocks->pdata[0]);
  idle = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE + 10, count_cb, &n, NULL); /* that of printing */
  sl_handout_saver_save (GTK_WINDOW (reader->window), many, SL_HANDOUT_PDF, file, saved_cb);
  g_source_remove (idle);
  g_assert_cmpuint (n, >, 3000 / 16 + 3000 / 30); /* slices, and pages of titles */
  wait_until (g_object_get_data (G_OBJECT (reader->window), "told") != NULL);
}

int
main (int argc, char **argv)
{
  view_world_start (&argc, &argv);
  view_world_use_style ();
  g_test_add ("/text/follows", Reader, NULL, set_up, test_follows, tear_down);
  g_test_add ("/text/search", Reader, NULL, set_up, test_search, tear_down);
  g_test_add ("/text/strip", Reader, NULL, set_up, test_strip, tear_down);
  g_test_add ("/text/pointer", Reader, NULL, set_up, test_pointer, tear_down);
  g_test_add ("/text/languages", Reader, NULL, set_up, test_languages, tear_down);
  g_test_add ("/text/brought", Reader, NULL, set_up, test_brought, tear_down);
  g_test_add ("/text/endless", Reader, NULL, set_up, test_endless, tear_down);
  g_test_add ("/text/escape", Reader, NULL, set_up, test_escape, tear_down);
  g_test_add ("/text/marked", Reader, NULL, set_up, test_marked, tear_down);
  g_test_add ("/text/gate", Reader, NULL, set_up, test_gate, tear_down);
  g_test_add ("/text/later", Reader, NULL, set_up, test_later, tear_down);
  g_test_add ("/text/handout", Reader, NULL, set_up, test_handout, tear_down);
  g_test_add ("/text/long-handout", Reader, NULL, set_up, test_long_handout, tear_down);
  return g_test_run ();
}
