/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The films that the project drew, as a viewer sees them: in the real window in full screen, with their words on. Where
 * SL_SHEETS names a folder, a picture of every three seconds goes into one sheet a film there (`./dev sheets`), to be
 * judged by eye; otherwise one moment of each film is looked at, whose words must be on it and nothing else over it.
 * Leaves out what the films mean: tests/films, and how the page around them looks: test-look.
 */
#include "view-world.h"

#include "clip.h"
#include "settings.h"
#include "transport.h"
#include "watch-page.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#define CASEBOOK "justice-for-sergei"
#define SECOND G_GINT64_CONSTANT (1000000000)
#define EVERY (3 * SECOND)
#define FIRST (3 * SECOND / 2) /* the middle: cuts are no use to somebody who looks */
#define PAINTS 4
#define BRIGHT 230 /* of 255: words are, what is drawn below them is not */
#define DRAWN 70   /* is, and the ground is not */
#define NEAR 8     /* pixels: letters do not fill their boxes */

static void
run (char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_true (g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static void
grab (const char *path)
{
  char *argv[] = {(char *)"import", (char *)"-window", (char *)"root", (char *)"-depth", (char *)"8", (char *)path, NULL};

  gdk_display_sync (gdk_display_get_default ());
  run (argv);
}

static SlSession *
get_session (SlWindow *window)
{
  return sl_conductor_get_session (sl_window_get_conductor (window));
}

/* In full screen, paused, with nothing but the picture. */
static SlWindow *
open_film (const char *clip, VirtualTime *time)
{
  const SlPlayerWorld world = {.clock = virtual_time_get_clock (time), .audio_sink = virtual_time_make_audio_sink (time)};
  g_autoptr (SlPlayer) player = sl_player_new (&world);
  g_autofree char *text = g_strdup_printf ("sidelight:" CASEBOOK "/%s#t=1", clip);
  g_autoptr (SlLink) link = sl_link_parse (text, NULL);
  g_autoptr (GFile) folder = view_world_find_shipped ();
  SlWindow *window = sl_window_new (NULL, player, NULL);

  sl_player_set_patience (player, 120000);
  gtk_window_present (GTK_WINDOW (window));
  sl_window_open (window, folder, link);
  view_world_wait_for_page (window, "watch");
  wait_until (sl_session_get_time (get_session (window)) >= SECOND);
  gtk_window_fullscreen (GTK_WINDOW (window));
  wait_until (gtk_window_is_fullscreen (GTK_WINDOW (window)));
  view_world_wait_for_paint (GTK_WIDGET (window)); /* the window has put the panel away */
  g_object_set (view_world_find (GTK_WIDGET (window), SL_TYPE_WATCH_PAGE), "panel-shown", FALSE, NULL);
  wait_until (!gtk_widget_get_mapped (view_world_find (GTK_WIDGET (window), SL_TYPE_TRANSPORT)));
  return window;
}

static void
shoot (SlWindow *window, gint64 time, const char *path)
{
  SlSession *session = get_session (window);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.seek", "x", time);
  wait_until (ABS (sl_session_get_time (session) - time) < SECOND / 25);
  for (guint i = 0; i < PAINTS; i++)
    view_world_wait_for_paint (GTK_WIDGET (window));
  grab (path);
}

static char *
name_moment (const char *folder, gint64 time, const char *ending)
{
  const int seconds = (int)(time / SECOND);

  return g_strdup_printf ("%s/%d.%02d%s", folder, seconds / 60, seconds % 60, ending);
}

/* @pictures: their names are the times that stand below them. They are made small as they are read: of a film of some
 * minutes all of them are more than montage may hold. */
static void
put_together (GPtrArray *pictures, const char *sheet)
{
  static const char *const begin[] = {"montage", "-label", "%t"};
  static const char *const end[] = {"-geometry", "640x360+6+6", "-tile", "4x", "-background", "#303034", "-fill", "white", "-depth", "8"};
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (begin); i++)
    g_ptr_array_add (argv, g_strdup (begin[i]));
  for (guint i = 0; i < pictures->len; i++)
    g_ptr_array_add (argv, g_strdup_printf ("%s[640x360]", (const char *)pictures->pdata[i]));
  for (guint i = 0; i < G_N_ELEMENTS (end); i++)
    g_ptr_array_add (argv, g_strdup (end[i]));
  g_ptr_array_add (argv, g_strdup (sheet));
  g_ptr_array_add (argv, NULL);
  run ((char **)argv->pdata);
}

static void
make_sheet (SlWindow *window, const char *clip, const char *folder)
{
  const gint64     duration = sl_clip_get_duration (sl_session_get_clip (get_session (window)));
  g_autofree char *sheet = g_strdup_printf ("%s/%s.png", folder, clip);
  g_autofree char *inside = g_build_filename (folder, clip, NULL);
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func (g_free);

  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);
  for (gint64 time = FIRST; time < duration; time += EVERY)
    {
      g_ptr_array_add (pictures, name_moment (inside, time, ".png"));
      shoot (window, time, pictures->pdata[pictures->len - 1]);
    }
  put_together (pictures, sheet);
}

/* Of the part of @picture from one share of its height to another; @left: where the first one is. */
static guint
count_bright (GdkPixbuf *picture, double from, double to, int least, int *left)
{
  const guint8 *pixels = gdk_pixbuf_read_pixels (picture);
  const int     n_channels = gdk_pixbuf_get_n_channels (picture), stride = gdk_pixbuf_get_rowstride (picture);
  const int     height = gdk_pixbuf_get_height (picture);
  guint         n = 0;

  *left = gdk_pixbuf_get_width (picture);
  for (int y = (int)(from * height); y < (int)(to * height); y++)
    for (int x = 0; x < gdk_pixbuf_get_width (picture); x++)
      {
        const guint8 *p = pixels + (gsize)y * (gsize)stride + (gsize)x * (gsize)n_channels;

        if (p[0] < least || p[1] < least || p[2] < least - 20)
          continue;
        *left = MIN (*left, x);
        n++;
      }
  return n;
}

/* The last shot of each film is a list without a bright line, so that what is bright are words; they begin where it does. */
static void
look_once (SlWindow *window)
{
  const gint64     duration = sl_clip_get_duration (sl_session_get_clip (get_session (window)));
  g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), "moment.png", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) picture = NULL;
  int words, drawn, none;

  shoot (window, duration - 3 * SECOND / 2, path);
  picture = gdk_pixbuf_new_from_file (path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_pixbuf_get_width (picture), ==, 1920);
  g_assert_cmpuint (count_bright (picture, 0.65, 0.82, BRIGHT, &words), >, 2000);
  g_assert_cmpuint (count_bright (picture, 0, 0.6, BRIGHT, &none), ==, 0);
  g_assert_cmpuint (count_bright (picture, 0, 0.6, DRAWN, &drawn), >, 2000);
  g_assert_cmpint (ABS (words - drawn), <=, NEAR);
}

static void
test_film (gconstpointer data)
{
  const char *clip = data, *sheets = g_getenv ("SL_SHEETS");
  g_autoptr (VirtualTime) time = virtual_time_new ();
  SlWindow *window = open_film (clip, time);

  if (sheets)
    make_sheet (window, clip, sheets);
  else
    look_once (window);
  view_world_close (window);
}

/* What an author asks of a reader would stand over the picture. */
static void
leave_out_pauses (void)
{
  g_autoptr (GSettings) settings = sl_settings_new ();

  if (settings)
    g_settings_set_boolean (settings, "author-pauses", FALSE);
}

static void
add_films (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("SL_TEST_CASEBOOKS"), CASEBOOK, "storyboards", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)))
    {
      char            *clip = g_strndup (name, strlen (name) - strlen (".json"));
      g_autofree char *test = g_strdup_printf ("/view/sheet/%s", clip);

      g_assert_true (g_str_has_suffix (name, ".json"));
      g_test_add_data_func_full (test, clip, test_film, g_free);
    }
}

/* test-sheet --screen ANYTHING: what screen it wants, as look.sh asks it */
int
main (int argc, char *argv[])
{
  if (argc > 1 && g_str_equal (argv[1], "--screen"))
    {
      g_print ("1920x1080x24\n");
      return 0;
    }
  argc = 1; /* what look.sh hands on */
  argv[1] = NULL;
  g_unsetenv ("GTK_THEME");
  g_setenv ("ADW_DISABLE_PORTAL", "1", TRUE);
  view_world_start (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", "gtk-xft-antialias", 1, "gtk-xft-hinting", 0, "gtk-xft-rgba", "none", NULL);
  view_world_use_style ();
  leave_out_pauses ();
  add_films ();
  return g_test_run ();
}
