/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a picture is seen in a drawing: drawings made by hand. */
#include "cover.h"
#include "view-world.h"

#define WIDTH 100
#define HEIGHT 50

static const GdkRGBA red = {1, 0, 0, 1}, clear = {1, 0, 0, 0};

static GskRenderNode *
rectangle (const GdkRGBA *color, float x, float y, float width, float height)
{
  return gsk_color_node_new (color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/* Takes both. */
static GskRenderNode *
both (GskRenderNode *below, GskRenderNode *above)
{
  GskRenderNode *children[] = {below, above};
  GskRenderNode *result = gsk_container_node_new (children, 2);

  gsk_render_node_unref (below);
  gsk_render_node_unref (above);
  return result;
}

/* Takes @node. */
static GskRenderNode *
at (GskRenderNode *node, float x, float y)
{
  GskTransform  *transform;
  GskRenderNode *result;

  if (x == 0 && y == 0)
    return node;
  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, y));
  result = gsk_transform_node_new (node, transform);
  gsk_transform_unref (transform);
  gsk_render_node_unref (node);
  return result;
}

static GskRenderNode *
picture_at (GskRenderNode *picture, float x, float y)
{
  return at (gsk_render_node_ref (picture), x, y);
}

typedef GskRenderNode *(*Make) (GskRenderNode *picture);

typedef struct
{
  const char           *name;
  Make                  make;
  gboolean              is_found;
  int                   x, y;
  int                   n_pixels; /* that are seen */
  cairo_rectangle_int_t hidden;   /* some that are not */
} Case;

static GskRenderNode *
make_alone (GskRenderNode *picture)
{
  return picture_at (picture, 7, 9);
}

static GskRenderNode *
make_below (GskRenderNode *picture)
{
  return both (rectangle (&red, 0, 0, 500, 500), picture_at (picture, 7, 9));
}

static GskRenderNode *
make_words (GskRenderNode *picture)
{
  return both (both (picture_at (picture, 7, 9), at (rectangle (&red, 0, 0, 20.5, 10), 17, 19.5)), rectangle (&red, 0, 0, 7, 500));
}

static GskRenderNode *
make_clear (GskRenderNode *picture)
{
  return both (picture_at (picture, 0, 0), rectangle (&clear, 0, 0, 500, 500));
}

static GskRenderNode *
make_clipped (GskRenderNode *picture)
{
  g_autoptr (GskRenderNode) inner = picture_at (picture, 7, 9);

  return at (gsk_clip_node_new (inner, &GRAPHENE_RECT_INIT (0, 0, 57, 500)), 1, 1);
}

static GskRenderNode *
make_cover_clipped (GskRenderNode *picture)
{
  g_autoptr (GskRenderNode) cover = rectangle (&red, 0, 0, 500, 500);

  return both (picture_at (picture, 0, 0), gsk_clip_node_new (cover, &GRAPHENE_RECT_INIT (0, 40, 500, 500)));
}

static GskRenderNode *
make_rounded (GskRenderNode *picture, float radius)
{
  GskRoundedRect shape;
  g_autoptr (GskRenderNode) inner = picture_at (picture, 10, 10);

  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (0, 0, WIDTH + 20, HEIGHT + 20), radius);
  return gsk_rounded_clip_node_new (inner, &shape);
}

static GskRenderNode *
make_corners (GskRenderNode *picture)
{
  return make_rounded (picture, 35);
}

static GskRenderNode *
make_corners_around (GskRenderNode *picture)
{
  return make_rounded (picture, 8);
}

static GskRenderNode *
make_faded (GskRenderNode *picture)
{
  return gsk_opacity_node_new (picture, 0.5);
}

static GskRenderNode *
make_between (GskRenderNode *picture)
{
  return picture_at (picture, 0.5, 0);
}

static GskRenderNode *
make_scaled (GskRenderNode *picture)
{
  GskTransform  *transform = gsk_transform_scale (NULL, 2, 2);
  GskRenderNode *node = gsk_transform_node_new (picture, transform);

  gsk_transform_unref (transform);
  return node;
}

static GskRenderNode *
make_absent (GskRenderNode *picture)
{
  return rectangle (&red, 0, 0, WIDTH, HEIGHT);
}

static GskRenderNode *
make_faded_cover (GskRenderNode *picture)
{
  g_autoptr (GskRenderNode) cover = rectangle (&red, 10, 10, 20, 20);

  return both (gsk_render_node_ref (picture), gsk_opacity_node_new (cover, 0.01f));
}

static const Case cases[] = {
  {"alone", make_alone, TRUE, 7, 9, WIDTH *HEIGHT, {0, 0, 0, 0}},
  {"something below", make_below, TRUE, 7, 9, WIDTH *HEIGHT, {0, 0, 0, 0}},
  {"words", make_words, TRUE, 7, 9, WIDTH *HEIGHT - 21 * 11, {10, 10, 21, 11}},
  {"nothing above", make_clear, TRUE, 0, 0, WIDTH *HEIGHT, {0, 0, 0, 0}},
  {"cut", make_clipped, TRUE, 8, 10, 50 * HEIGHT, {50, 0, 50, HEIGHT}},
  {"a cover that is cut", make_cover_clipped, TRUE, 0, 0, 40 * WIDTH, {0, 40, WIDTH, 10}},
  {"a faded cover", make_faded_cover, TRUE, 0, 0, WIDTH *HEIGHT - 400, {10, 10, 20, 20}},
  {"corners around", make_corners_around, TRUE, 10, 10, WIDTH *HEIGHT, {0, 0, 0, 0}},
  {"corners", make_corners, FALSE, 0, 0, 0, {0, 0, 0, 0}},
  {"faded", make_faded, FALSE, 0, 0, 0, {0, 0, 0, 0}},
  {"between two pixels", make_between, FALSE, 0, 0, 0, {0, 0, 0, 0}},
  {"scaled", make_scaled, FALSE, 0, 0, 0, {0, 0, 0, 0}},
  {"absent", make_absent, FALSE, 0, 0, 0, {0, 0, 0, 0}},
};

static int
count_pixels (const cairo_region_t *region)
{
  int n = 0;

  for (int i = 0; i < cairo_region_num_rectangles (region); i++)
    {
      cairo_rectangle_int_t part;

      cairo_region_get_rectangle (region, i, &part);
      n += part.width * part.height;
    }
  return n;
}

static void
test_case (gconstpointer data)
{
  const Case     *expected = data;
  cairo_region_t *open = NULL;
  int             x = 0, y = 0;
  g_autoptr (GskRenderNode) picture = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  g_autoptr (GskRenderNode) drawing = expected->make (picture);

  g_assert_cmpint (sl_cover_find (drawing, picture, &x, &y, &open), ==, expected->is_found);
  g_assert_cmpint (open != NULL, ==, expected->is_found);
  if (!expected->is_found)
    return;
  g_assert_cmpint (x, ==, expected->x);
  g_assert_cmpint (y, ==, expected->y);
  g_assert_cmpint (count_pixels (open), ==, expected->n_pixels);
  if (expected->hidden.width > 0)
    g_assert_cmpint (cairo_region_contains_rectangle (open, &expected->hidden), ==, CAIRO_REGION_OVERLAP_OUT);
  cairo_region_destroy (open);
}

int
main (int argc, char **argv)
{
  view_world_start (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/cover/", cases[i].name, NULL);

      g_strdelimit (path, " ", '-');
      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
