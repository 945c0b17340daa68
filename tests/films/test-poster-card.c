/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shipped posters are the ones that are drawn from their words, and wrong ones are refused by name. */
#include "poster-card.h"

#include "storyboard-error.h"

#include <glib/gstdio.h>
#include <string.h>

/* Of a pixel's channel: other versions of the libraries round otherwise. */
#define NEAR 48
/* Of all pixels, how many may be further away than that: the edges of letters. */
#define SHARE 0.01

static guint
count_far (cairo_surface_t *a,
           cairo_surface_t *b)
{
  guint n = 0;

  for (int y = 0; y < SL_POSTER_CARD_HEIGHT; y++)
    {
      const guint8 *left = cairo_image_surface_get_data (a) + (gssize)y * cairo_image_surface_get_stride (a);
      const guint8 *right = cairo_image_surface_get_data (b) + (gssize)y * cairo_image_surface_get_stride (b);

      for (int x = 0; x < SL_POSTER_CARD_WIDTH; x++)
        {
          gboolean far = FALSE;

          for (int i = 0; i < 3; i++)
            far |= ABS ((int)left[4 * x + i] - (int)right[4 * x + i]) > NEAR;
          n += far;
        }
    }

  return n;
}

static void
check_shipped (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".json"));
  g_autofree char *picture = g_strconcat (stem, ".png", NULL);
  cairo_surface_t *drawn = sl_poster_card_new (file, &error);
  cairo_surface_t *again = sl_poster_card_new (file, NULL);
  cairo_surface_t *shipped = cairo_image_surface_create_from_png (picture);

  g_assert_no_error (error);
  g_test_message ("%s", picture);
  g_assert_cmpint (cairo_surface_status (shipped), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (shipped), ==, SL_POSTER_CARD_WIDTH);
  g_assert_cmpint (cairo_image_surface_get_height (shipped), ==, SL_POSTER_CARD_HEIGHT);
  g_assert_cmpmem (cairo_image_surface_get_data (drawn), SL_POSTER_CARD_HEIGHT * cairo_image_surface_get_stride (drawn),
                   cairo_image_surface_get_data (again), SL_POSTER_CARD_HEIGHT * cairo_image_surface_get_stride (again));
  g_assert_cmpuint (count_far (drawn, shipped), <=, SHARE * SL_POSTER_CARD_WIDTH * SL_POSTER_CARD_HEIGHT);
  cairo_surface_destroy (drawn);
  cairo_surface_destroy (again);
  cairo_surface_destroy (shipped);
}

/* A poster whose words or motif were changed and that was not drawn anew fails here: `./dev films` draws them. */
static void
test_shipped (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("SL_TEST_CASEBOOKS"), "justice-for-sergei", "posters", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint       n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_str_has_suffix (name, ".json"))
        continue;
      check_shipped (path);
      n++;
    }
  g_assert_cmpuint (n, >=, 2);
}

static void
test_wrong (void)
{
  const struct
  {
    const char *text, *says;
  } wrong[] = {
    {"{\"format\": 1, \"title\": \"T\", \"credit\": \"C\", \"motif\": \"faces\"}", "no motif named \"faces\""},
    {"{\"format\": 1, \"title\": \"T\", \"credit\": \"C\"}", "\"motif\""},
    {"{\"format\": 1, \"title\": \"\", \"credit\": \"C\", \"motif\": \"days\"}", "\"title\""},
    {"{\"format\": 2, \"title\": \"T\", \"credit\": \"C\", \"motif\": \"days\"}", "\"format\""},
    {"{\"format\": 1, \"title\": \"T\", \"credit\": \"C\", \"motif\": \"days\", \"colour\": \"red\"}", "\"colour\""},
    {"[]", "not a JSON object"},
    {"", "poster.json"},
  };
  g_autofree char *folder = g_dir_make_tmp ("films-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "poster.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, wrong[i].text, -1, NULL));
      g_assert_null (sl_poster_card_new (file, &error));
      g_assert_true (error && error->domain == SL_STORYBOARD_ERROR);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, "poster.json"));
      g_assert_nonnull (strstr (error->message, wrong[i].says));
    }
  g_unlink (path);
  g_rmdir (folder);
}

/* Long words stay within the card, and clear of its lower edge. */
static void
test_long (void)
{
  g_autofree char *folder = g_dir_make_tmp ("films-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "poster.json", NULL);
  g_autofree char *word = g_strnfill (60, 'M');
  g_autofree char *text = g_strdup_printf ("{\"format\": 1, \"title\": \"%s\", \"credit\": \"C\", \"motif\": \"pages\"}", word);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  cairo_surface_t *card;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  card = sl_poster_card_new (file, NULL);
  g_assert_nonnull (card);
  for (int y = 0; y < SL_POSTER_CARD_HEIGHT; y++)
    {
      const guint32 *row = (gconstpointer)(cairo_image_surface_get_data (card) + (gssize)y * cairo_image_surface_get_stride (card));

      g_assert_cmphex (row[SL_POSTER_CARD_WIDTH - 20] & 0xffffff, ==, 0x08090b);
      for (int x = 0; y > SL_POSTER_CARD_HEIGHT - 30 && x < SL_POSTER_CARD_WIDTH; x++)
        g_assert_cmphex (row[x] & 0xffffff, ==, 0x08090b);
    }
  cairo_surface_destroy (card);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/poster-card/shipped", test_shipped);
  g_test_add_func ("/poster-card/wrong", test_wrong);
  g_test_add_func ("/poster-card/long", test_long);

  return g_test_run ();
}
