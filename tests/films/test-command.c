/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program from outside: what it writes, what it says, and the code it leaves with. */
#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *storyboard;
  char *out;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("films-XXXXXX", NULL);
  fixture->storyboard = g_build_filename (fixture->folder, "storyboard.json", NULL);
  fixture->out = g_build_filename (fixture->folder, "out", NULL);
  g_assert_true (g_file_set_contents (fixture->storyboard, sl_fixture_text, -1, NULL));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_unlink (fixture->storyboard);
  g_unlink (fixture->out);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->storyboard);
  g_free (fixture->out);
}

/* Runs the program; arguments end with NULL. Returns its exit code. */
static int
run (char **said,
     ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  va_list args;
  char   *argument;
  int     status = 0;

  g_ptr_array_add (argv, (char *)g_getenv ("SL_TEST_FILMS"));
  va_start (args, said);
  while ((argument = va_arg (args, char *)) != NULL)
    g_ptr_array_add (argv, argument);
  va_end (args);
  g_ptr_array_add (argv, NULL);

  g_spawn_sync (NULL, (char **)argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, said,
                &status, &error);
  g_assert_no_error (error);
  if (g_spawn_check_wait_status (status, &error))
    return 0;
  g_assert_true (error->domain == G_SPAWN_EXIT_ERROR);

  return error->code;
}

/* Runs the program for what it prints. Returns its exit code. */
static int
run_and_read (char      **printed,
              const char *word,
              const char *path,
              const char *argument)
{
  char *argv[] = {(char *)g_getenv ("SL_TEST_FILMS"), (char *)word, (char *)path, (char *)argument, NULL};
  int   status = 0;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, printed, NULL, &status, &error);
  g_assert_no_error (error);

  return g_spawn_check_wait_status (status, NULL) ? 0 : -1;
}

static void
check_png (const char *path,
           int         width,
           int         height)
{
  cairo_surface_t *surface = cairo_image_surface_create_from_png (path);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, height);
  cairo_surface_destroy (surface);
}

static void
test_frame (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *said = NULL;

  g_assert_cmpint (run (&said, "frame", fixture->storyboard, "1.5", fixture->out, NULL), ==, 0);
  g_assert_cmpstr (said, ==, "");
  check_png (fixture->out, 320, 180);
}

static void
test_sheet (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *said = NULL;

  g_assert_cmpint (run (&said, "sheet", fixture->storyboard, fixture->out, NULL), ==, 0);
  check_png (fixture->out, 8 + 5 * 392, 8 + 224);
}

/* Of every shipped film so many pictures as there is time for; `./dev films twice` does it with all of them. */
static void
test_twice (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) paths = sl_fixture_list_shipped ();

  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;

      g_assert_cmpint (run_and_read (&first, "digest", paths->pdata[i], "397"), ==, 0);
      g_assert_cmpint (run_and_read (&second, "digest", paths->pdata[i], "397"), ==, 0);
      g_assert_cmpstr (first, ==, second);
      g_assert_nonnull (strstr (first, " pictures: "));
    }
}

/* Each shot as it is at last, from its beginning on. */
static void
test_still (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *moving = NULL;
  g_autofree char *still = NULL;
  gsize            moving_size = 0, still_size = 0;

  g_assert_cmpint (run (NULL, "--still", "frame", fixture->storyboard, "0", fixture->out, NULL), ==, 0);
  g_assert_true (g_file_get_contents (fixture->out, &still, &still_size, NULL));
  g_assert_cmpint (run (NULL, "frame", fixture->storyboard, "0.97", fixture->out, NULL), ==, 0);
  g_assert_true (g_file_get_contents (fixture->out, &moving, &moving_size, NULL));
  g_assert_cmpmem (still, still_size, moving, moving_size);
}

static void
test_render (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *said = NULL;
  g_autofree char *film = NULL;
  gsize            size = 0;

  g_assert_cmpint (run (&said, "render", fixture->storyboard, fixture->out, NULL), ==, 0);
  g_assert_true (g_file_get_contents (fixture->out, &film, &size, NULL));
  g_assert_cmpuint (size, >, 1000);
  g_assert_cmpmem (film, 4, "\x1a\x45\xdf\xa3", 4);
}

static void
test_usage (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *nothing = NULL;
  g_autofree char *unknown = NULL;
  g_autofree char *seconds = NULL;
  g_autofree char *every = NULL;
  g_autofree char *poster = NULL;

  g_assert_cmpint (run (&nothing, NULL), ==, 2);
  g_assert_true (g_str_has_prefix (nothing, "Usage:"));
  g_assert_cmpint (run (&unknown, "draw", fixture->storyboard, fixture->out, NULL), ==, 2);
  g_assert_cmpint (run (&seconds, "frame", fixture->storyboard, "soon", fixture->out, NULL), ==, 2);
  g_assert_cmpint (run (&poster, "--still", "poster", fixture->storyboard, fixture->out, NULL), ==, 2);
  g_assert_cmpint (run (&every, "digest", fixture->storyboard, "0", NULL), ==, 2);
}

static void
test_storyboard (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *said = NULL;
  g_autofree char *expected = NULL;

  g_assert_true (g_file_set_contents (fixture->storyboard, "{\"format\": 7}", -1, NULL));
  expected = g_strdup_printf ("sidelight-films: %s: \"format\": must be from 1 to 1\n",
                              fixture->storyboard);
  g_assert_cmpint (run (&said, "sheet", fixture->storyboard, fixture->out, NULL), ==, 3);
  g_assert_cmpstr (said, ==, expected);
}

static void
test_cannot_write (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *png = NULL;
  g_autofree char *film = NULL;

  g_assert_cmpint (run (&png, "sheet", fixture->storyboard, "/nonexistent/out", NULL), ==, 1);
  g_assert_nonnull (strstr (png, "/nonexistent/out"));
  g_assert_cmpint (run (&film, "render", fixture->storyboard, "/nonexistent/out", NULL), ==, 1);
  g_assert_nonnull (strstr (film, "/nonexistent/out"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/command/frame", Fixture, NULL, set_up, test_frame, tear_down);
  g_test_add ("/command/sheet", Fixture, NULL, set_up, test_sheet, tear_down);
  g_test_add ("/command/twice", Fixture, NULL, set_up, test_twice, tear_down);
  g_test_add ("/command/still", Fixture, NULL, set_up, test_still, tear_down);
  g_test_add ("/command/render", Fixture, NULL, set_up, test_render, tear_down);
  g_test_add ("/command/usage", Fixture, NULL, set_up, test_usage, tear_down);
  g_test_add ("/command/storyboard", Fixture, NULL, set_up, test_storyboard, tear_down);
  g_test_add ("/command/cannot-write", Fixture, NULL, set_up, test_cannot_write, tear_down);

  return g_test_run ();
}
