/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which side is up: against a matrix that is turned by hand. */
#include "orientation.h"
#include "scaler-world.h"

#include <gst/base/base.h>

#define N_TAGS 8

#define LONGER 5
#define SHORTER 3

typedef struct
{
  guint   width;
  guint   height;
  guint32 cells[LONGER][LONGER]; /* row, column */
} Matrix;

static const char *const tags[N_TAGS] = {
  "rotate-0",
  "rotate-90",
  "rotate-180",
  "rotate-270",
  "flip-rotate-0",
  "flip-rotate-90",
  "flip-rotate-180",
  "flip-rotate-270",
};

static Matrix
mirror (const Matrix *matrix)
{
  Matrix result = *matrix;

  for (guint y = 0; y < matrix->height; y++)
    for (guint x = 0; x < matrix->width; x++)
      result.cells[y][matrix->width - 1 - x] = matrix->cells[y][x];
  return result;
}

static Matrix
turn (const Matrix *matrix, guint quarters)
{
  Matrix result = *matrix;

  for (; quarters > 0; quarters--)
    {
      const Matrix before = result;

      result.width = before.height;
      result.height = before.width;
      /* Clockwise: the left column becomes the upper row, read upwards. */
      for (guint y = 0; y < before.height; y++)
        for (guint x = 0; x < before.width; x++)
          result.cells[x][before.height - 1 - y] = before.cells[y][x];
    }
  return result;
}

static Matrix
lay (const Matrix *matrix, guint tag, guint degrees)
{
  const Matrix mirrored = tag >= 4 ? mirror (matrix) : *matrix;

  return turn (&mirrored, tag % 4 + degrees / 90);
}

/* By what GStreamer says that its methods are. */
static Matrix
apply (const Matrix *matrix, GstVideoOrientationMethod method)
{
  const gboolean sideways = method == GST_VIDEO_ORIENTATION_90R || method == GST_VIDEO_ORIENTATION_90L ||
                            method == GST_VIDEO_ORIENTATION_UL_LR || method == GST_VIDEO_ORIENTATION_UR_LL;
  const guint width = sideways ? matrix->height : matrix->width, height = sideways ? matrix->width : matrix->height;
  Matrix      result = {width, height, {{0}}};

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      {
        const guint left = width - 1 - x, up = height - 1 - y;
        const guint from[][2] = {{x, y}, {y, left}, {left, up}, {up, x}, {left, y}, {x, up}, {y, x}, {up, left}};

        result.cells[y][x] = matrix->cells[from[method][1]][from[method][0]];
      }
  return result;
}

static void
check_matrix (const Matrix *got, const Matrix *wanted)
{
  g_assert_cmpuint (got->width, ==, wanted->width);
  g_assert_cmpuint (got->height, ==, wanted->height);
  for (guint y = 0; y < wanted->height; y++)
    for (guint x = 0; x < wanted->width; x++)
      g_assert_cmphex (got->cells[y][x], ==, wanted->cells[y][x]);
}

static Matrix
make_matrix (guint width, guint height)
{
  Matrix matrix = {width, height, {{0}}};

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      matrix.cells[y][x] = (guint32)g_test_rand_int () | 0xff000000;
  return matrix;
}

static void
test_group (void)
{
  const Matrix  matrix = make_matrix (LONGER, SHORTER);
  SlOrientation upright;

  for (guint tag = 0; tag < N_TAGS; tag++)
    for (guint degrees = 0; degrees < 1080; degrees += 90)
      {
        const Matrix  wanted = lay (&matrix, tag, degrees);
        SlOrientation orientation;
        Matrix        got;

        g_assert_true (sl_orientation_parse (tags[tag], &orientation));
        orientation = sl_orientation_turn (orientation, degrees);
        got = apply (&matrix, sl_orientation_get_method (orientation));
        check_matrix (&got, &wanted);
        g_assert_cmpint (sl_orientation_is_sideways (orientation), ==, wanted.width != matrix.width);
        g_assert_cmpint (sl_orientation_is_upright (orientation), ==, sl_orientation_get_method (orientation) == GST_VIDEO_ORIENTATION_IDENTITY);
      }
  g_assert_false (sl_orientation_parse ("rotate-45", &upright));
  g_assert_true (sl_orientation_is_upright (upright));
  g_assert_false (sl_orientation_parse (NULL, &upright));
}

static void
push_tag (ScalerWorld *self, const char *tag, GstTagScope scope)
{
  GstTagList *list = gst_tag_list_new (GST_TAG_IMAGE_ORIENTATION, tag, GST_TAG_TITLE, "A film", NULL);

  gst_tag_list_set_scope (list, scope);
  g_assert_true (gst_harness_push_event (self->harness, gst_event_new_tag (list)));
}

static void
check_laid (ScalerWorld *self, const Matrix *matrix, guint tag, guint degrees)
{
  GstVideoInfo  info = scaler_world_make_info (GST_VIDEO_FORMAT_BGRA, matrix->width, matrix->height);
  GstBuffer    *buffer = scaler_world_make_padded (&info, 0);
  const Matrix  wanted = lay (matrix, tag, degrees);
  Matrix        got = {0};
  GstVideoFrame frame;
  g_autoptr (SlFrame) shown = NULL;

  g_assert_true (gst_video_frame_map (&frame, &info, buffer, GST_MAP_WRITE));
  for (guint y = 0; y < matrix->height; y++)
    memcpy ((guint8 *)GST_VIDEO_FRAME_PLANE_DATA (&frame, 0) + y * (guint)GST_VIDEO_FRAME_PLANE_STRIDE (&frame, 0),
            matrix->cells[y],
            (gsize)matrix->width * 4);
  gst_video_frame_unmap (&frame);
  shown = scaler_world_show (self, buffer);
  got.width = sl_frame_get_width (shown);
  got.height = sl_frame_get_height (shown);
  for (guint y = 0; y < got.height; y++)
    memcpy (got.cells[y], scaler_world_pixel_of (shown, 0, y), (gsize)got.width * 4);
  check_matrix (&got, &wanted);
}

static void
test_turns (void)
{
  const Matrix matrix = make_matrix (LONGER, SHORTER);
  GstVideoInfo info = scaler_world_make_info (GST_VIDEO_FORMAT_BGRA, matrix.width, matrix.height);
  ScalerWorld  world;
  guint        degrees = 0;

  scaler_world_set_up (&world);
  scaler_world_set_input (&world, &info);
  for (guint tag = 0; tag < N_TAGS; tag++)
    {
      push_tag (&world, tags[tag], GST_TAG_SCOPE_STREAM);
      for (guint i = 0; i < 8; i++)
        {
          const guint next = i < 4 ? i * 90 : (guint)g_test_rand_int_range (0, 4) * 90;

          g_assert_cmpint (sl_scaler_set_turn (world.scaler, next), ==, next != degrees);
          degrees = next;
          check_laid (&world, &matrix, tag, degrees);
          check_laid (&world, &matrix, tag, degrees);
        }
    }
  scaler_world_tear_down (&world);
}

/* The stream knows better than the file; a word that nobody knows changes nothing; a new film begins upright. */
static void
test_tags (void)
{
  const Matrix matrix = make_matrix (SHORTER, LONGER);
  GstVideoInfo info = scaler_world_make_info (GST_VIDEO_FORMAT_BGRA, matrix.width, matrix.height);
  ScalerWorld  world;
  GstSegment   segment;

  scaler_world_set_up (&world);
  scaler_world_set_input (&world, &info);
  push_tag (&world, "rotate-180", GST_TAG_SCOPE_GLOBAL);
  check_laid (&world, &matrix, 2, 0);
  push_tag (&world, "rotate-90", GST_TAG_SCOPE_STREAM);
  check_laid (&world, &matrix, 1, 0);
  push_tag (&world, "flip-rotate-0", GST_TAG_SCOPE_GLOBAL);
  check_laid (&world, &matrix, 1, 0);
  push_tag (&world, "upside-down", GST_TAG_SCOPE_STREAM);
  check_laid (&world, &matrix, 1, 0);
  /* The viewer's turn is for what comes next as well. */
  sl_scaler_set_turn (world.scaler, 270);
  gst_harness_push_event (world.harness, gst_event_new_stream_start ("another"));
  scaler_world_set_input (&world, &info);
  gst_segment_init (&segment, GST_FORMAT_TIME);
  gst_harness_push_event (world.harness, gst_event_new_segment (&segment));
  check_laid (&world, &matrix, 0, 270);
  scaler_world_tear_down (&world);
}

static GstBaseTransform *
find_flip (ScalerWorld *self)
{
  g_autoptr (GstIterator) all = gst_bin_iterate_all_by_element_factory_name (GST_BIN (self->scaler), "videoflip");
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert_cmpint (gst_iterator_next (all, &value), ==, GST_ITERATOR_OK);
  return g_value_get_object (&value);
}

/* What lies right costs nothing. */
static void
test_no_cost (void)
{
  const Matrix matrix = make_matrix (LONGER, SHORTER);
  GstVideoInfo info = scaler_world_make_info (GST_VIDEO_FORMAT_BGRA, matrix.width, matrix.height);
  ScalerWorld  world;

  scaler_world_set_up (&world);
  scaler_world_set_input (&world, &info);
  check_laid (&world, &matrix, 0, 0);
  g_assert_true (gst_base_transform_is_passthrough (find_flip (&world)));
  push_tag (&world, "rotate-90", GST_TAG_SCOPE_STREAM);
  check_laid (&world, &matrix, 1, 0);
  g_assert_false (gst_base_transform_is_passthrough (find_flip (&world)));
  sl_scaler_set_turn (world.scaler, 270);
  check_laid (&world, &matrix, 0, 0);
  g_assert_true (gst_base_transform_is_passthrough (find_flip (&world)));
  scaler_world_tear_down (&world);
}

/* Without the plugin the film plays as it lies, in the box that it fits as it lies. */
static void
test_no_plugin (void)
{
  const Matrix matrix = make_matrix (LONGER, SHORTER);
  GstVideoInfo info = scaler_world_make_info (GST_VIDEO_FORMAT_BGRA, matrix.width, matrix.height);
  GstRegistry *registry = gst_registry_get ();
  g_autoptr (GstPluginFeature) feature = gst_registry_lookup_feature (registry, "videoflip");
  ScalerWorld world;

  g_assert_nonnull (feature);
  gst_registry_remove_feature (registry, feature);
  scaler_world_set_up (&world);
  gst_registry_add_feature (registry, gst_object_ref (feature));
  scaler_world_set_input (&world, &info);
  push_tag (&world, "rotate-90", GST_TAG_SCOPE_STREAM);
  check_laid (&world, &matrix, 0, 0);
  g_assert_false (sl_scaler_set_turn (world.scaler, 90));
  check_laid (&world, &matrix, 0, 0);
  scaler_world_tear_down (&world);
}

int
main (int argc, char **argv)
{
  gst_init (NULL, NULL);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/orientation/group", test_group);
  g_test_add_func ("/orientation/turns", test_turns);
  g_test_add_func ("/orientation/tags", test_tags);
  g_test_add_func ("/orientation/no-cost", test_no_cost);
  g_test_add_func ("/orientation/no-plugin", test_no_plugin);

  return g_test_run ();
}
