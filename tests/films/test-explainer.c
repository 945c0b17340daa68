/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shipped films as a whole, every frame of them in a small size: they never flash, leave the
 * place of the words alone, stand still in their silence, and pass from shot to shot unnoticed. */
#include "fixture.h"
#include "flash.h"

#include "canvas.h"
#include "motion.h"
#include "picture.h"

#include <math.h>

#define WIDTH 320
#define HEIGHT 180
#define RATE FLASH_RATE

#define CELL (WIDTH / FLASH_COLUMNS)

static const guint32 *
row_of (cairo_surface_t *picture,
        guint            y)
{
  return (gconstpointer)(cairo_image_surface_get_data (picture) +
                         (gsize)cairo_image_surface_get_stride (picture) * y);
}

static double
get_cell_light (cairo_surface_t *picture,
                guint            cell,
                const Flash     *flash)
{
  guint  left = cell % FLASH_COLUMNS * CELL, top = cell / FLASH_COLUMNS * CELL;
  double sum = 0;

  for (guint y = top; y < top + CELL; y++)
    {
      const guint32 *row = row_of (picture, y);

      for (guint x = left; x < left + CELL; x++)
        sum += 0.2126 * flash_get_light (flash, row[x] >> 16 & 0xff) +
               0.7152 * flash_get_light (flash, row[x] >> 8 & 0xff) +
               0.0722 * flash_get_light (flash, row[x] & 0xff);
    }

  return sum / (CELL * CELL);
}

static void
test_no_flash (gconstpointer path)
{
  g_autoptr (SlStoryboard) storyboard = sl_fixture_shipped_at (path, WIDTH, HEIGHT);
  g_autoptr (Flash) flash = flash_new ();

  for (guint frame = 0; frame < sl_storyboard_get_n_frames (storyboard); frame++)
    {
      cairo_surface_t *picture = sl_picture_new (storyboard, frame);

      for (guint i = 0; i < FLASH_CELLS; i++)
        flash_add (flash, i, get_cell_light (picture, i, flash), frame);
      cairo_surface_destroy (picture);
    }
  flash_check (flash);
}

/* From the band down there is nothing but the ground, in every frame. */
static void
test_calm_ground (gconstpointer path)
{
  g_autoptr (SlStoryboard) storyboard = sl_fixture_shipped_at (path, WIDTH, HEIGHT);
  guint first = (guint)ceil (SL_BAND_BOTTOM / SL_CANVAS_HEIGHT * HEIGHT);

  for (guint frame = 0; frame < sl_storyboard_get_n_frames (storyboard); frame += 3)
    {
      cairo_surface_t *picture = sl_picture_new (storyboard, frame);

      for (guint y = first; y < HEIGHT; y++)
        {
          for (guint x = 0; x < WIDTH; x++)
            g_assert_cmphex (row_of (picture, y)[x] & 0xffffff, ==, 0x08090b);
        }
      cairo_surface_destroy (picture);
    }
}

/* While nothing is heard, nothing moves. */
static void
test_still_in_silence (gconstpointer path)
{
  g_autoptr (SlStoryboard) storyboard = sl_fixture_shipped_at (path, WIDTH, HEIGHT);
  GArray *silences = sl_storyboard_get_sound (storyboard)->silences;

  for (guint i = 0; i < silences->len; i++)
    {
      const SlSoundSilence *silence = &g_array_index (silences, SlSoundSilence, i);
      guint                 from = (guint)(silence->start * RATE / SL_MOTION_SECOND), to = (guint)(silence->end * RATE / SL_MOTION_SECOND);
      g_autofree char      *first = sl_fixture_hash (storyboard, from);

      for (guint frame = from; frame < to; frame++)
        {
          g_autofree char *hash = sl_fixture_hash (storyboard, frame);

          g_assert_cmpstr (hash, ==, first);
        }
    }
}

/* The way back begins with the very picture that the way there ended with. */
static void
test_seamless (void)
{
  g_autoptr (SlStoryboard) storyboard = sl_fixture_explainer_at (WIDTH, HEIGHT);
  g_autofree char *before = sl_fixture_hash (storyboard, 65 * RATE - 1);
  g_autofree char *after = sl_fixture_hash (storyboard, 65 * RATE);
  g_autofree char *midway = sl_fixture_hash (storyboard, 65 * RATE + 7);

  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (before, ==, midway);
}

/* It begins and ends in the dark. */
static void
test_ends (gconstpointer path)
{
  g_autoptr (SlStoryboard) storyboard = sl_fixture_shipped_at (path, WIDTH, HEIGHT);
  g_autofree char *first = sl_fixture_hash (storyboard, 0);
  g_autofree char *last = sl_fixture_hash (storyboard, sl_storyboard_get_n_frames (storyboard) - 1);

  g_assert_cmpstr (first, ==, last);
}

/* Three seconds in which one cell goes up and down every so many frames. */
static void
blink (guint every)
{
  g_autoptr (Flash) flash = flash_new ();

  for (guint frame = 0; frame < 3 * RATE; frame++)
    flash_add (flash, 7, frame / every % 2 ? 0.4 : 0.1, frame);
  flash_check (flash);
}

/* Five times a second is a flash, once in a second and a half is none. */
static void
test_flash (void)
{
  if (g_test_subprocess ())
    {
      blink (3);
      return;
    }
  blink (RATE * 3 / 4);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) paths = NULL;

  g_test_init (&argc, &argv, NULL);

  paths = sl_fixture_list_shipped ();
  g_assert_cmpuint (paths->len, >=, 3);
  for (guint i = 0; i < paths->len; i++)
    {
      sl_fixture_add ("explainer", g_ptr_array_index (paths, i), "no-flash", test_no_flash);
      sl_fixture_add ("explainer", g_ptr_array_index (paths, i), "calm-ground", test_calm_ground);
      sl_fixture_add ("explainer", g_ptr_array_index (paths, i), "still-in-silence", test_still_in_silence);
      sl_fixture_add ("explainer", g_ptr_array_index (paths, i), "ends", test_ends);
    }
  g_test_add_func ("/explainer/seamless", test_seamless);
  g_test_add_func ("/explainer/flash", test_flash);

  return g_test_run ();
}
