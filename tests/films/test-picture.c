/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A frame is a pure function of its number, scenes keep to their band and write no words, and what
 * is counted on the screen is what the record says. */
#include "fixture.h"

#include "canvas.h"
#include "motion.h"
#include "palette.h"
#include "picture.h"

#include <string.h>

#define WIDTH 1920
#define HEIGHT 1080

/* The film is drawn without type. Calls that would set some come here instead of to cairo, because
 * a program's own symbols go before those of a library. */
static guint words = 0;

void
cairo_show_text (cairo_t    *cr,
                 const char *text)
{
  words++;
}

void
cairo_text_path (cairo_t    *cr,
                 const char *text)
{
  words++;
}

void
cairo_show_glyphs (cairo_t             *cr,
                   const cairo_glyph_t *glyphs,
                   int                  n)
{
  words++;
}

void
cairo_glyph_path (cairo_t             *cr,
                  const cairo_glyph_t *glyphs,
                  int                  n)
{
  words++;
}

void
cairo_show_text_glyphs (cairo_t                    *cr,
                        const char                 *text,
                        int                         length,
                        const cairo_glyph_t        *glyphs,
                        int                         n_glyphs,
                        const cairo_text_cluster_t *clusters,
                        int                         n_clusters,
                        cairo_text_cluster_flags_t  flags)
{
  words++;
}

static void
test_pure (void)
{
  const guint frames[] = {0, 31, 7, 33, 59, 31, 0};
  g_autoptr (SlStoryboard) storyboard = sl_fixture_new ();
  g_autoptr (GPtrArray) first = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 60; i++)
    g_ptr_array_add (first, sl_fixture_hash (storyboard, i));
  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    {
      g_autoptr (SlStoryboard) other = sl_fixture_new ();
      g_autofree char *again = sl_fixture_hash (storyboard, frames[i]);
      g_autofree char *anew = sl_fixture_hash (other, frames[i]);

      g_assert_cmpstr (again, ==, g_ptr_array_index (first, frames[i]));
      g_assert_cmpstr (anew, ==, g_ptr_array_index (first, frames[i]));
    }
  g_assert_cmpstr (g_ptr_array_index (first, 7), !=, g_ptr_array_index (first, 33));
}

static guint32
pixel_at (cairo_surface_t *surface,
          int              x,
          int              y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) +
                      (gsize)cairo_image_surface_get_stride (surface) * (gsize)y;

  return ((const guint32 *)(gconstpointer)row)[x];
}

/* Whether anything is drawn inside the band; nothing may be drawn outside. */
static gboolean
check_band (cairo_surface_t *surface)
{
  gboolean drawn = FALSE;

  cairo_surface_flush (surface);
  for (int y = 0; y < HEIGHT; y++)
    {
      for (int x = 0; x < WIDTH; x++)
        {
          gboolean across = x + 1 > SL_BAND_LEFT && x < SL_BAND_RIGHT;
          gboolean inside = across && y + 1 > SL_BAND_TOP && y < SL_BAND_BOTTOM;
          gboolean here = pixel_at (surface, x, y) != 0;

          if (here && !inside)
            g_error ("drawn at %d,%d, outside of the band", x, y);
          drawn |= here;
        }
    }

  return drawn;
}

/* Drawn without the clip that the film has. */
static gboolean
draw_and_check_band (const SlShot *shot,
                     gint64        t)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);
  gboolean         drawn;

  shot->scene->draw (cr, shot->parameters, t);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  drawn = check_band (surface);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return drawn;
}

static guint
check_shots (SlStoryboard  *storyboard,
             const SlScene *scene)
{
  guint shots = 0;

  for (guint i = 0; i < sl_storyboard_get_n_shots (storyboard); i++)
    {
      const SlShot *shot = sl_storyboard_get_shot (storyboard, i);

      if (shot->scene != scene)
        continue;
      shots++;
      for (guint k = 0; k < 10; k++)
        draw_and_check_band (shot, (shot->end - shot->start) * k / 10);
      g_assert_true (draw_and_check_band (shot, shot->end - shot->start));
    }

  return shots;
}

/* Each scene as the shipped films use it, at ten moments and at the end. */
static void
test_band (gconstpointer data)
{
  g_autoptr (GPtrArray) paths = sl_fixture_list_shipped ();
  guint shots = 0;

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (SlStoryboard) storyboard = sl_fixture_shipped_at (g_ptr_array_index (paths, i), 1920, 1080);

      shots += check_shots (storyboard, data);
    }
  g_assert_cmpuint (shots, >, 0);
  g_assert_cmpuint (words, ==, 0);
}

static guint32
colour_rgb (SlColour colour)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  cairo_t         *cr = cairo_create (surface);
  guint32          rgb;

  sl_palette_set (cr, colour, 1.0);
  cairo_paint (cr);
  cairo_surface_flush (surface);
  rgb = pixel_at (surface, 0, 0) & 0xffffff;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return rgb;
}

/* Empties one patch of a colour, so that the next look finds the next patch. */
static void
clear_patch (gboolean *is_colour,
             int       x,
             int       y)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (int));
  int place = y * WIDTH + x;

  is_colour[place] = FALSE;
  g_array_append_val (open, place);
  while (open->len > 0)
    {
      const int steps[] = {1, -1, WIDTH, -WIDTH};

      place = g_array_index (open, int, open->len - 1);
      g_array_set_size (open, open->len - 1);
      for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
        {
          int next = place + steps[i];

          if (next < 0 || next >= WIDTH * HEIGHT || !is_colour[next])
            continue;
          is_colour[next] = FALSE;
          g_array_append_val (open, next);
        }
    }
}

/* Counts patches that are of @rgb, or that are not, in reading order; @place is where the last one
 * begins. */
static guint
count_patches (cairo_surface_t *surface,
               guint32          rgb,
               gboolean         same,
               int              place[2])
{
  g_autofree gboolean *is_colour = g_new0 (gboolean, WIDTH * HEIGHT);
  guint                count = 0;

  for (int i = 0; i < WIDTH * HEIGHT; i++)
    is_colour[i] = ((pixel_at (surface, i % WIDTH, i / WIDTH) & 0xffffff) == rgb) == same;
  for (int i = 0; i < WIDTH * HEIGHT; i++)
    {
      if (!is_colour[i])
        continue;
      count++;
      place[0] = i % WIDTH;
      place[1] = i / WIDTH;
      clear_patch (is_colour, place[0], place[1]);
    }

  return count;
}

/* 358 squares in rows of 34; the last day is white. */
static void
test_days (void)
{
  const double pitch = SL_CANVAS_SPAN / (34 - 0.26);
  g_autoptr (SlStoryboard) storyboard = sl_fixture_explainer ();
  cairo_surface_t *picture = sl_picture_new (storyboard, sl_picture_frame_at (storyboard, 58.5));
  int              place[2] = {0, 0};

  g_assert_cmpuint (count_patches (picture, colour_rgb (SL_COLOUR_ACCENT), TRUE, place), ==, 357);
  g_assert_cmpuint (count_patches (picture, colour_rgb (SL_COLOUR_TEXT), TRUE, place), ==, 1);
  g_assert_cmpint ((int)((place[0] - SL_CANVAS_LEFT) / pitch), ==, 357 % 34);
  g_assert_cmpint ((int)((place[1] - SL_BAND_TOP) / pitch), ==, 357 / 34);
  cairo_surface_destroy (picture);
}

/* 5.4 billion roubles in squares of ten million, and one day of a calendar. */
static void
test_sum (void)
{
  g_autoptr (SlStoryboard) storyboard = sl_fixture_explainer ();
  cairo_surface_t *picture = sl_picture_new (storyboard, sl_picture_frame_at (storyboard, 39.9));
  int              place[2] = {0, 0};

  g_assert_cmpuint (count_patches (picture, colour_rgb (SL_COLOUR_ACCENT), TRUE, place), ==, 541);
  cairo_surface_destroy (picture);
}

/* 114 come after the day of the move, the last of them white. */
static void
test_days_after (void)
{
  g_autoptr (SlStoryboard) storyboard = sl_fixture_shipped ("358-days");
  cairo_surface_t *picture = sl_picture_new (storyboard, sl_picture_frame_at (storyboard, 50.9));
  int              place[2] = {0, 0};

  g_assert_cmpuint (count_patches (picture, colour_rgb (SL_COLOUR_ACCENT), TRUE, place), ==, 113);
  g_assert_cmpuint (count_patches (picture, colour_rgb (SL_COLOUR_TEXT), TRUE, place), ==, 1);
  g_assert_cmpuint (count_patches (picture, colour_rgb (SL_COLOUR_QUIET), TRUE, place), ==, 244);
  cairo_surface_destroy (picture);
}

/* Two offices lead to one day, and the sum is paid: 540 squares beside it. */
static void
test_approval (void)
{
  g_autoptr (SlStoryboard) storyboard = sl_fixture_shipped ("one-day-in-december");
  cairo_surface_t *picture = sl_picture_new (storyboard, sl_picture_frame_at (storyboard, 54.9));
  int              place[2] = {0, 0};

  g_assert_cmpuint (count_patches (picture, colour_rgb (SL_COLOUR_ACCENT), TRUE, place), ==, 541);
  cairo_surface_destroy (picture);
}

/* At the end of the questions there is a step for each, in the colour of how far its answer is carried. */
static void
test_stairs (void)
{
  const guint wanted[][2] = {{SL_COLOUR_TEXT, 5}, {SL_COLOUR_COURT, 2}, {SL_COLOUR_REPORTED, 2}, {SL_COLOUR_DISPUTED, 1}, {SL_COLOUR_POSITION, 1}, {SL_COLOUR_QUIET, 1}, {SL_COLOUR_ACCENT, 1}};
  g_autoptr (SlStoryboard) storyboard = sl_fixture_shipped ("questions-to-the-record");
  const SlShot    *shot = sl_storyboard_get_shot (storyboard, sl_storyboard_get_n_shots (storyboard) - 2);
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (picture);
  int              place[2] = {0, 0};

  g_assert_cmpstr (shot->scene->name, ==, "stairs");
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  shot->scene->draw (cr, shot->parameters, shot->end - shot->start);
  cairo_surface_flush (picture);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpuint (count_patches (picture, colour_rgb ((SlColour)wanted[i][0]), TRUE, place), ==, wanted[i][1]);
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
}

/* April 1972 to November 2009 are 452 months; the first and the last have colours of their own.
 * Without antialiasing every square has one colour, and black is where nothing is drawn. */
static void
test_months (void)
{
  g_autoptr (SlStoryboard) storyboard = sl_fixture_explainer ();
  const SlShot    *shot = sl_storyboard_get_shot (storyboard, 1);
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (picture);
  int              place[2] = {0, 0};

  g_assert_cmpstr (shot->scene->name, ==, "years");
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  shot->scene->draw (cr, shot->parameters, SL_MS (5900));
  cairo_surface_flush (picture);
  g_assert_cmpuint (count_patches (picture, colour_rgb (SL_COLOUR_TEXT), TRUE, place), ==, 1);
  g_assert_cmpuint (count_patches (picture, colour_rgb (SL_COLOUR_ACCENT), TRUE, place), ==, 1);
  g_assert_cmpuint (count_patches (picture, 0, FALSE, place), ==, 452);
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
}

static void
test_frame_at (void)
{
  g_autoptr (SlStoryboard) storyboard = sl_fixture_new ();

  g_assert_cmpuint (sl_picture_frame_at (storyboard, 0), ==, 0);
  g_assert_cmpuint (sl_picture_frame_at (storyboard, 0.1), ==, 3);
  g_assert_cmpuint (sl_picture_frame_at (storyboard, 1.0), ==, 30);
  g_assert_cmpuint (sl_picture_frame_at (storyboard, 1e9), ==, 59);
}

/* Without motion there are as many pictures as stills, each one of the film's own, and each for long enough. */
static void
test_stills (void)
{
  g_autoptr (SlStoryboard) moving = sl_fixture_explainer_at (320, 180);
  g_autoptr (SlStoryboard) still = sl_fixture_explainer_at (320, 180);
  guint rate = sl_storyboard_get_frame_rate (still), n_stills = 0, n_pictures = 0, shown = G_MAXUINT, since = 0;

  sl_storyboard_set_still (still, TRUE);
  for (guint i = 0; i < sl_storyboard_get_n_shots (still); i++)
    n_stills += sl_storyboard_get_shot (still, i)->stills->len;
  g_assert_cmpuint (n_stills, >, sl_storyboard_get_n_shots (still));
  for (guint frame = 0; frame < sl_storyboard_get_n_frames (still); frame++)
    {
      guint            picture = sl_storyboard_find_picture (still, frame);
      g_autofree char *held = NULL;
      g_autofree char *drawn = NULL;

      g_assert_cmpuint (sl_storyboard_find_picture (moving, frame), ==, frame);
      g_assert_cmpuint (sl_storyboard_find_shot (still, frame * SL_MOTION_SECOND / rate), ==,
                        sl_storyboard_find_shot (still, picture * SL_MOTION_SECOND / rate));
      if (picture == shown)
        continue;
      g_assert_true (frame == 0 || frame - since >= rate);
      shown = picture;
      since = frame;
      n_pictures++;
      held = sl_fixture_hash (still, frame);
      drawn = sl_fixture_hash (moving, picture);
      g_assert_cmpstr (held, ==, drawn);
    }
  g_assert_cmpuint (n_pictures, ==, n_stills);
}

int
main (int    argc,
      char **argv)
{
  const SlScene *scene;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/picture/pure", test_pure);
  for (guint i = 0; (scene = sl_scene_get_nth (i)) != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/picture/band/", scene->name, NULL);

      g_test_add_data_func (path, scene, test_band);
    }
  g_test_add_func ("/picture/days", test_days);
  g_test_add_func ("/picture/sum", test_sum);
  g_test_add_func ("/picture/days-after", test_days_after);
  g_test_add_func ("/picture/approval", test_approval);
  g_test_add_func ("/picture/stairs", test_stairs);
  g_test_add_func ("/picture/months", test_months);
  g_test_add_func ("/picture/frame-at", test_frame_at);
  g_test_add_func ("/picture/stills", test_stills);

  return g_test_run ();
}
