/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Captions against a twin that only asks each of them whether it is on. */
#include "active-cues.h"
#include "caption.h"
#include "caption-file.h"
#include "captions.h"
#include "subrip.h"

#include <glib/gstdio.h>

#define SECOND G_GINT64_CONSTANT (1000000000)

static SlCaptionTrack *
make_track (const char *language, guint n, gint64 first, gint64 every, gint64 length)
{
  g_autoptr (GListStore) store = g_list_store_new (SL_TYPE_CAPTION);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-%u", language, i);
      g_autoptr (SlCaption) caption = g_object_new (SL_TYPE_CAPTION,
                                                    "id", id,
                                                    "start", first + i * every,
                                                    "end", first + i * every + length,
                                                    "text", id,
                                                    NULL);

      g_list_store_append (store, caption);
    }
  return g_object_new (SL_TYPE_CAPTION_TRACK, "language", language, "file", language, "captions", store, NULL);
}

static SlClip *
make_clip_with (const char *list)
{
  g_autoptr (GListStore) tracks = g_list_store_new (SL_TYPE_CAPTION_TRACK);
  g_autoptr (SlCaptionTrack) english = make_track ("en", 20, SECOND, 2 * SECOND, SECOND);
  g_autoptr (SlCaptionTrack) german = make_track ("de", 10, 0, 4 * SECOND, 5 * SECOND);

  g_list_store_append (tracks, english);
  g_list_store_append (tracks, german);
  return g_object_new (SL_TYPE_CLIP, "id", "clip", "title", "Clip", "duration", 60 * SECOND, list, tracks, NULL);
}

static SlClip *
make_clip (void)
{
  return make_clip_with ("captions");
}

static char *
join_now (SlCaptions *captions)
{
  GListModel *now = sl_captions_get_now (captions);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (now); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (now, i);

      g_assert_true (sl_cue_get_current (cue));
      g_string_append_printf (text, "%s ", sl_caption_get_text (SL_CAPTION (sl_cue_get_record (cue))));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
check_now (SlCaptions *captions, const char *expected)
{
  g_autofree char *now = join_now (captions);

  g_assert_cmpstr (now, ==, expected);
}

static void
test_choice (void)
{
  g_autoptr (SlCaptions) captions = sl_captions_new ();
  g_autoptr (SlClip) clip = make_clip ();

  sl_captions_jump (captions, 4 * SECOND);
  check_now (captions, "");
  sl_captions_set_clip (captions, clip);
  g_assert_cmpint (sl_captions_get_choice (captions), ==, 0);
  sl_captions_jump (captions, 3 * SECOND);
  check_now (captions, "en-1 ");
  sl_captions_choose (captions, 1);
  check_now (captions, "de-0 ");
  sl_captions_advance (captions, 4 * SECOND + SECOND / 2);
  check_now (captions, "de-0 de-1 ");
  g_assert_nonnull (sl_captions_lookup (captions, "de-9"));
  g_assert_null (sl_captions_lookup (captions, "en-1"));
  sl_captions_choose (captions, 2);
  g_assert_cmpint (sl_captions_get_choice (captions), ==, SL_CAPTIONS_NONE);
  check_now (captions, "");
  sl_captions_set_clip (captions, NULL);
  check_now (captions, "");
}

/* What the viewer brings is chosen, and forgotten with the clip. */
/* What is described is chosen and followed as what is said; the one is not taken for the other. */
static void
test_descriptions (void)
{
  g_autoptr (SlCaptions) captions = sl_captions_new ();
  g_autoptr (SlCaptions) descriptions = sl_captions_new_of_descriptions ();
  g_autoptr (SlClip) clip = make_clip_with ("descriptions");

  sl_captions_set_clip (captions, clip);
  sl_captions_set_clip (descriptions, clip);
  g_assert_null (sl_captions_get_tracks (captions));
  g_assert_null (sl_captions_get_track (captions));
  g_assert_true (sl_captions_get_tracks (descriptions) == sl_clip_get_descriptions (clip));
  sl_captions_jump (captions, 3 * SECOND);
  sl_captions_jump (descriptions, 3 * SECOND);
  check_now (captions, "");
  check_now (descriptions, "en-1 ");
  sl_captions_choose (descriptions, 1);
  check_now (descriptions, "de-0 ");
  g_assert_cmpstr (sl_caption_track_get_language (sl_captions_get_track (descriptions)), ==, "de");
  sl_captions_choose (descriptions, SL_CAPTIONS_NONE);
  g_assert_null (sl_captions_get_track (descriptions));
}

static void
test_brought (void)
{
  g_autoptr (SlCaptions) captions = sl_captions_new ();
  g_autoptr (SlClip) clip = make_clip ();
  g_autoptr (SlCaptionTrack) own = make_track ("own", 3, 0, 10 * SECOND, 10 * SECOND);

  sl_captions_set_clip (captions, clip);
  sl_captions_jump (captions, 3 * SECOND);
  check_now (captions, "en-1 ");
  sl_captions_choose (captions, SL_CAPTIONS_OF_VIEWER);
  g_assert_cmpint (sl_captions_get_choice (captions), ==, SL_CAPTIONS_NONE);
  sl_captions_bring (captions, sl_caption_track_get_captions (own), "own.srt");
  g_assert_cmpint (sl_captions_get_choice (captions), ==, SL_CAPTIONS_OF_VIEWER);
  g_assert_cmpstr (sl_captions_get_brought (captions), ==, "own.srt");
  check_now (captions, "own-0 ");
  sl_captions_advance (captions, 12 * SECOND);
  check_now (captions, "own-1 ");
  sl_captions_choose (captions, 1);
  check_now (captions, "de-2 de-3 ");
  sl_captions_choose (captions, SL_CAPTIONS_OF_VIEWER);
  check_now (captions, "own-1 ");
  sl_captions_set_clip (captions, clip);
  g_assert_null (sl_captions_get_brought (captions));
  g_assert_cmpint (sl_captions_get_choice (captions), ==, 0);
}

/* A clip that is read again is another object: what was chosen, brought and said of it is kept, and of no other. */
static void
test_read_again (void)
{
  g_autoptr (SlCaptions) captions = sl_captions_new ();
  g_autoptr (SlClip) clip = make_clip ();
  g_autoptr (SlClip) again = make_clip ();
  g_autoptr (SlCaptionTrack) own = make_track ("own", 3, 0, 10 * SECOND, 10 * SECOND);

  sl_captions_go_on (captions);
  sl_captions_set_clip (captions, clip);
  sl_captions_add (captions, 2 * SECOND, 4 * SECOND, "Said");
  sl_captions_bring (captions, sl_caption_track_get_captions (own), "own.srt");
  sl_captions_set_clip (captions, NULL);
  sl_captions_set_clip (captions, again);
  sl_captions_go_on (captions);
  sl_captions_jump (captions, 3 * SECOND);
  g_assert_cmpstr (sl_captions_get_brought (captions), ==, "own.srt");
  g_assert_cmpint (sl_captions_get_choice (captions), ==, SL_CAPTIONS_OF_VIEWER);
  check_now (captions, "own-0 ");
  sl_captions_choose (captions, SL_CAPTIONS_OF_FILE);
  g_assert_cmpuint (g_list_model_get_n_items (sl_captions_get_now (captions)), ==, 1);
  sl_captions_go_on (captions); /* there is nothing more to take up */
  g_assert_cmpint (sl_captions_get_choice (captions), ==, SL_CAPTIONS_OF_FILE);
  sl_captions_set_clip (captions, NULL);
  sl_captions_set_clip (captions, clip);
  sl_captions_set_clip (captions, again);
  sl_captions_go_on (captions);
  g_assert_null (sl_captions_get_brought (captions));
  g_assert_cmpint (sl_captions_get_choice (captions), ==, 0);
}

static GListModel *
read_text (const char *text, gssize size, GError **error)
{
  g_autofree char *path = NULL;
  const int        fd = g_file_open_tmp ("captions-XXXXXX", &path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GListModel *captions;

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, text, size, NULL));
  captions = sl_caption_file_read (file, error);
  g_remove (path);
  return captions;
}

/* The first bytes say what a file of captions is. */
static void
test_caption_file (void)
{
  static const char *const wrong[] = {"", "\n\n", "WEBVTT\n\n", "Nothing of the kind", "WEBVTT"};
  g_autoptr (GError) missing_error = NULL;
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere/at/all.vtt");
  g_autoptr (GListModel) webvtt = read_text ("\xef\xbb\xbfWEBVTT\n\n00:01.000 --> 00:02.000\nA\n\n00:03.000 --> 00:04.000\nB\n", -1, NULL);
  g_autoptr (GListModel) subrip = read_text ("1\n00:00:01,000 --> 00:00:02,000\nA\n", -1, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (webvtt), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (subrip), ==, 1);
  g_assert_null (sl_caption_file_read (nowhere, &missing_error));
  g_assert_error (missing_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (wrong[i], -1, &error));
      g_assert_nonnull (error);
    }
}

static void
test_delay (void)
{
  g_autoptr (SlCaptions) captions = sl_captions_new ();
  g_autoptr (SlClip) clip = make_clip ();

  sl_captions_set_clip (captions, clip);
  sl_captions_jump (captions, 3 * SECOND);
  check_now (captions, "en-1 ");
  sl_captions_set_delay (captions, SECOND / 2);
  check_now (captions, "");
  sl_captions_advance (captions, 3 * SECOND + SECOND / 2);
  check_now (captions, "en-1 ");
  sl_captions_set_delay (captions, -2 * SECOND);
  check_now (captions, "en-2 ");
  sl_captions_set_delay (captions, 100 * SECOND);
  check_now (captions, "");
  sl_captions_jump (captions, 101 * SECOND);
  check_now (captions, "en-0 ");
}

/* It is of the film that is out of step, not of the next one. */
static void
test_delay_of_clip (void)
{
  g_autoptr (SlCaptions) captions = sl_captions_new ();
  g_autoptr (SlClip) clip = make_clip ();
  g_autoptr (SlClip) again = make_clip ();
  g_autoptr (SlClip) other = make_clip ();

  sl_captions_set_clip (captions, clip);
  sl_captions_set_delay (captions, SECOND);
  sl_captions_set_clip (captions, again); /* read again */
  sl_captions_go_on (captions);
  g_assert_cmpint (sl_captions_get_delay (captions), ==, SECOND);
  sl_captions_set_clip (captions, other);
  g_assert_cmpint (sl_captions_get_delay (captions), ==, 0);
  sl_captions_jump (captions, 3 * SECOND);
  check_now (captions, "en-1 ");
}

static void
count_cb (SlCaptions *captions, SlCue *cue, guint *n)
{
  (*n)++;
}

/* Words that come while the film plays, in any order and more than once. */
static void
test_file (void)
{
  for (guint round = 0; round < 100; round++)
    {
      g_autoptr (SlCaptions) captions = sl_captions_new ();
      gint64   starts[20], ends[20];
      guint    n_known = 0, n_entered = 0, n_left = 0, n_on = 0;
      gboolean was_on[20] = {FALSE};

      g_signal_connect (captions, "cue-entered", G_CALLBACK (count_cb), &n_entered);
      g_signal_connect (captions, "cue-left", G_CALLBACK (count_cb), &n_left);
      sl_captions_choose (captions, SL_CAPTIONS_OF_FILE);
      for (guint i = 0; i < 60; i++)
        {
          const gint64 time = g_test_rand_int_range (0, 100) * SECOND / 10;

          if (n_known < G_N_ELEMENTS (starts) && g_test_rand_bit ())
            {
              g_autofree char *text = g_strdup_printf ("%u", n_known);

              starts[n_known] = g_test_rand_int_range (0, 100) * SECOND / 10;
              ends[n_known] = starts[n_known] + g_test_rand_int_range (1, 30) * SECOND / 10;
              sl_captions_add (captions, starts[n_known], ends[n_known], text);
              sl_captions_add (captions, starts[n_known], ends[n_known], text);
              n_known++;
            }
          sl_captions_jump (captions, time);
          n_on = 0;
          for (guint j = 0; j < n_known; j++)
            {
              was_on[j] = starts[j] <= time && time < ends[j];
              n_on += was_on[j];
            }
          g_assert_cmpuint (g_list_model_get_n_items (sl_captions_get_now (captions)), ==, n_on);
          g_assert_cmpuint (n_entered - n_left, ==, n_on);
        }
      sl_captions_forget_added (captions);
      check_now (captions, "");
      g_assert_cmpuint (n_entered, ==, n_left);
    }
}

/* SubRip of a film's own file and of one beside it says the same. */
static void
test_markup (void)
{
  static const char *const cases[][2] = {
    {"{\\an8}Top <i>italic</i> &amp; <b>bold", "Top italic & bold"},
    {"<font color=\"#ff0000\">Red</font> 1 < 2 && x", "Red 1 < 2 && x"},
    {"{\\an8}{\\i1}One{\\i0}\n<c.yellow>two</c> <V Anna>&quot;three&quot;</V>", "One\ntwo \"three\""},
    {"a&nbsp;b &lt;3 &gt;2 &#39;x&apos;", "a\xC2\xA0"
                                          "b <3 >2 'x'"},
    {"AT&T &amp &copy; &amp;lt; R&D;", "AT&T &amp &copy; &lt; R&D;"},
    {"<not a tag> {a brace} {\\open <i", "<not a tag> {a brace} {\\open <i"},
    {"&lt;i&gt;typed&lt;/i&gt;", "<i>typed</i>"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SlCaptions) captions = sl_captions_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *text = g_strdup_printf ("1\n00:00:01,000 --> 00:00:02,000\n%s\n", cases[i][0]);
      g_autofree char *expected = g_strconcat (cases[i][1], " ", NULL);
      g_autoptr (GListModel) beside = read_text (text, -1, &error);
      g_autoptr (SlCaption) caption = NULL;

      g_assert_no_error (error);
      caption = g_list_model_get_item (beside, 0);
      g_assert_cmpstr (sl_caption_get_text (caption), ==, cases[i][1]);
      sl_captions_choose (captions, SL_CAPTIONS_OF_FILE);
      sl_captions_add (captions, 0, SECOND, "{\\an8}<i> </i>");
      sl_captions_add (captions, 0, SECOND, cases[i][0]);
      sl_captions_jump (captions, 0);
      check_now (captions, expected);
    }
}

/* Words with what would be read as markup are written so that they are read as words. */
static void
test_written (void)
{
  static const char *const words[] = {"&amp; &lt;3", "<i>typed</i>", "{\\an8}", "AT&T", "a & b"};

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const SlTimedText cue = {.span = {0, SECOND}, .id = (char *)"", .settings = (char *)"", .text = (char *)words[i]};
      const gboolean    is_odd = i < 3;
      g_autoptr (GString) file = g_string_new (NULL);
      g_autoptr (GListModel) again = NULL;
      g_autoptr (SlCaption) caption = NULL;
      g_autoptr (GString) read = NULL;

      g_assert_cmpint (sl_subrip_append (file, &cue, 1), ==, is_odd ? SL_CAPTION_LOSS_MARKUP : SL_CAPTION_LOSS_NONE);
      again = read_text (file->str, -1, NULL);
      caption = g_list_model_get_item (again, 0);
      read = g_string_new (sl_caption_get_text (caption));
      g_string_replace (read, "\xE2\x81\xA0", "", 0);
      g_assert_cmpstr (read->str, ==, words[i]);
    }
}

/* What comes joins what is there: nobody looks at all of it again. */
static void
test_cost (void)
{
  g_autoptr (SlCaptions) captions = sl_captions_new ();
  GListModel *now;

  sl_captions_choose (captions, SL_CAPTIONS_OF_FILE);
  now = sl_captions_get_now (captions);
  for (guint i = 0; i < 4096; i++)
    {
      sl_captions_add (captions, i * SECOND, i * SECOND + SECOND, "x");
      sl_captions_add (captions, 0, SECOND, "the same start and end, and not the same words as before");
      sl_captions_advance (captions, i * SECOND);
    }
  g_assert_true (sl_captions_get_now (captions) == now);
  g_assert_cmpuint (sl_active_cues_get_n_indexed (SL_ACTIVE_CUES (now)), <=, 4097 * 14);
  check_now (captions, "x ");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/captions/choice", test_choice);
  g_test_add_func ("/captions/descriptions", test_descriptions);
  g_test_add_func ("/captions/brought", test_brought);
  g_test_add_func ("/captions/read-again", test_read_again);
  g_test_add_func ("/captions/caption-file", test_caption_file);
  g_test_add_func ("/captions/delay", test_delay);
  g_test_add_func ("/captions/delay-of-clip", test_delay_of_clip);
  g_test_add_func ("/captions/file", test_file);
  g_test_add_func ("/captions/markup", test_markup);
  g_test_add_func ("/captions/written", test_written);
  g_test_add_func ("/captions/cost", test_cost);
  return g_test_run ();
}
