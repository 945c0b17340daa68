/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a picture is seen in a drawing: drawings made by hand, and the words as they are drawn. */
#include "caption-look.h"
#include "caption.h"
#include "cover.h"
#include "cue.h"
#include "note.h"
#include "picture-words.h"
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

/* The twin: pixel for pixel what is drawn over the picture. */
typedef struct
{
  int       width, height;
  gboolean *covered;
} Map;

static Map *
map_new (int width, int height)
{
  Map *self = g_new0 (Map, 1);

  self->width = width;
  self->height = height;
  self->covered = g_new0 (gboolean, (gsize)width * (gsize)height);
  return self;
}

static void
map_free (Map *self)
{
  g_free (self->covered);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Map, map_free)

static void
map_cover (Map *self, const graphene_rect_t *rect)
{
  const int left = (int)floorf (rect->origin.x), right = (int)ceilf (rect->origin.x + rect->size.width);
  const int top = (int)floorf (rect->origin.y), bottom = (int)ceilf (rect->origin.y + rect->size.height);

  for (int y = MAX (top, 0); y < MIN (bottom, self->height); y++)
    for (int x = MAX (left, 0); x < MIN (right, self->width); x++)
      self->covered[y * self->width + x] = TRUE;
}

/* Only what words are drawn with. */
static void
map_draw (Map *self, GskRenderNode *node, float dx, float dy)
{
  graphene_rect_t bounds;
  float           x, y;

  switch ((guint)gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        map_draw (self, gsk_container_node_get_child (node, i), dx, dy);
      break;
    case GSK_CLIP_NODE:
      map_draw (self, gsk_clip_node_get_child (node), dx, dy);
      break;
    case GSK_TRANSFORM_NODE:
      gsk_transform_to_translate (gsk_transform_node_get_transform (node), &x, &y);
      map_draw (self, gsk_transform_node_get_child (node), dx + x, dy + y);
      break;
    default:
      gsk_render_node_get_bounds (node, &bounds);
      graphene_rect_offset (&bounds, dx, dy);
      map_cover (self, &bounds);
      break;
    }
}

/* Nothing that is drawn is open. Returns: how many pixels are */
static int
check_open (Map *self, const cairo_region_t *open)
{
  g_assert_nonnull (open);
  g_assert_cmpint (cairo_region_num_rectangles (open), <=, 12);
  for (int i = 0; i < cairo_region_num_rectangles (open); i++)
    {
      cairo_rectangle_int_t part;

      cairo_region_get_rectangle (open, i, &part);
      g_assert_true (part.x >= 0 && part.y >= 0 && part.x + part.width <= self->width && part.y + part.height <= self->height);
      for (int y = part.y; y < part.y + part.height; y++)
        for (int x = part.x; x < part.x + part.width; x++)
          g_assert_false (self->covered[y * self->width + x]);
    }
  return count_pixels (open);
}

/* Of a pixel, so that no place is rounded. */
static float
quarters (int from, int to)
{
  return (float)g_test_rand_int_range (from, to) / 4;
}

/* However many covers there are, and wherever the picture is. */
static void
test_many (void)
{
  g_autoptr (GskRenderNode) picture = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, 400, 300));

  for (guint round = 0; round < 200; round++)
    {
      const int       left = g_test_rand_int_range (-50, 50), top = g_test_rand_int_range (-50, 50);
      const int       n = g_test_rand_int_range (0, 60);
      GskRenderNode  *drawing = picture_at (picture, (float)left, (float)top);
      cairo_region_t *open = NULL;
      g_autoptr (Map) map = map_new (400, 300);
      int x, y;

      for (int i = 0; i < n; i++)
        {
          const graphene_rect_t cover = {
            {quarters (-80, 1600), quarters (-80, 1200)},
            {quarters (4, 120), quarters (4, 120)},
          };
          const graphene_rect_t moved = {{cover.origin.x + (float)left, cover.origin.y + (float)top}, cover.size};

          map_cover (map, &cover);
          drawing = both (drawing, gsk_color_node_new (&red, &moved));
        }
      g_assert_true (sl_cover_find (drawing, picture, &x, &y, &open));
      g_assert_true (x == left && y == top);
      g_assert_cmpint (check_open (map, open), <=, 400 * 300);
      cairo_region_destroy (open);
      gsk_render_node_unref (drawing);
    }
}

static GObject *
make_record (SlCueKind kind)
{
  if (kind == SL_CUE_TITLE)
    return g_object_new (SL_TYPE_NOTE, "id", "note", "title", "A title of the film", "text", "Who made it,\nand when", NULL);
  return g_object_new (SL_TYPE_CAPTION, "id", "said", "text", "What is said on the screen,\nin two lines", NULL);
}

static GListModel *
make_cues (SlCueKind kind)
{
  GListStore  *cues = g_list_store_new (SL_TYPE_CUE);
  const SlSpan span = {0, 1};

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GObject) record = make_record (kind);
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autoptr (SlCue) cue = sl_cue_new (kind, id, record, &span);

      g_list_store_append (cues, cue);
    }
  return G_LIST_MODEL (cues);
}

/* Titles and captions leave most of the picture to be put on the screen directly. */
static void
test_words_on_picture (void)
{
  g_autoptr (GListModel) titles = make_cues (SL_CUE_TITLE), captions = make_cues (SL_CUE_CAPTION);
  g_autoptr (GskRenderNode) picture = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, 960, 540));
  GtkWidget *words = g_object_new (SL_TYPE_PICTURE_WORDS, "titles", titles, "captions", captions, NULL);
  GtkWidget *window =
    g_object_new (GTK_TYPE_WINDOW, "child", words, "decorated", FALSE, "default-width", 960, "default-height", 540, NULL);

  gtk_window_present (GTK_WINDOW (window));
  view_world_wait_for_paint (window);
  for (int look = SL_CAPTION_LOOK_PLATE; look <= SL_CAPTION_LOOK_OUTLINE; look++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      g_autoptr (GskRenderNode) drawn = NULL;
      g_autoptr (GskRenderNode) drawing = NULL;
      g_autoptr (Map) map = map_new (960, 540);
      cairo_region_t *open = NULL;
      int             x, y;

      g_object_set (words, "caption-look", look, NULL);
      view_world_wait_for_paint (window);
      gtk_widget_snapshot_child (window, words, snapshot);
      drawn = gtk_snapshot_free_to_node (snapshot);
      g_assert_nonnull (drawn);
      map_draw (map, drawn, 0, 0);
      drawing = both (gsk_render_node_ref (picture), gsk_render_node_ref (drawn));
      g_assert_true (sl_cover_find (drawing, picture, &x, &y, &open));
      g_assert_cmpint (check_open (map, open), >, 960 * 540 / 2);
      cairo_region_destroy (open);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Returns: (transfer full): what is drawn over the picture, in words */
static char *
describe_words (GtkWidget *window, GtkWidget *words)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) drawn = NULL;
  g_autoptr (GBytes) bytes = NULL;

  view_world_wait_for_paint (window);
  gtk_widget_snapshot_child (window, words, snapshot);
  drawn = gtk_snapshot_free_to_node (snapshot);
  bytes = gsk_render_node_serialize (drawn);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Returns: (transfer full) */
static GListModel *
make_long_cues (guint n, guint n_words)
{
  GListStore  *cues = g_list_store_new (SL_TYPE_CUE);
  const SlSpan span = {0, 1};

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autoptr (SlCaption) caption = NULL;
      g_autoptr (SlCue) cue = NULL;

      for (guint j = 0; j < n_words; j++)
        g_string_append (text, "words and ");
      caption = g_object_new (SL_TYPE_CAPTION, "id", id, "end", (gint64)1, "text", text->str, NULL);
      cue = sl_cue_new (SL_CUE_CAPTION, id, G_OBJECT (caption), &span);
      g_list_store_append (cues, cue);
    }
  return G_LIST_MODEL (cues);
}

/* Returns: how many pixels of the picture's height the words take */
static double
measure_words (GtkWidget *window, GtkWidget *words)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) drawn = NULL;
  graphene_rect_t bounds;

  view_world_wait_for_paint (window);
  gtk_widget_snapshot_child (window, words, snapshot);
  drawn = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_get_bounds (drawn, &bounds);
  return bounds.size.height;
}

/* However much is said at once, most of the picture stays to be seen; what is usual is as large as ever. */
static void
test_much_is_said (void)
{
  static const struct
  {
    guint  n, n_words;
    int    size;
    double least, most;
  } loads[] = {
    {1, 4, 100, 20, 60},
    {3, 40, 100, 80, 0.42 * 540},
    {3, 40, 200, 80, 0.42 * 540},
    {1, 40, 200, 80, 0.42 * 540},
    {20, 4, 100, 80, 0.42 * 540},
  };

  for (guint i = 0; i < G_N_ELEMENTS (loads); i++)
    for (int place = SL_CAPTION_PLACE_BOTTOM; place <= SL_CAPTION_PLACE_TOP; place++)
      {
        g_autoptr (GListModel) captions = make_long_cues (loads[i].n, loads[i].n_words);
        GtkWidget *words = g_object_new (SL_TYPE_PICTURE_WORDS, "captions", captions, "caption-size", loads[i].size, "caption-place", place, NULL);
        GtkWidget *window = g_object_new (GTK_TYPE_WINDOW, "child", words, "decorated", FALSE, "default-width", 960, "default-height", 540, NULL);

        gtk_window_present (GTK_WINDOW (window));
        g_test_message ("%u", i);
        g_assert_cmpfloat (measure_words (window, words), >=, loads[i].least);
        g_assert_cmpfloat (measure_words (window, words), <=, loads[i].most);
        gtk_window_destroy (GTK_WINDOW (window));
      }
}

static void
test_fonts (void)
{
  g_autoptr (GListModel) captions = make_cues (SL_CUE_CAPTION);
  GtkWidget       *words = g_object_new (SL_TYPE_PICTURE_WORDS, "captions", captions, NULL);
  GtkWidget       *window = g_object_new (GTK_TYPE_WINDOW, "child", words, "default-width", 960, "default-height", 540, NULL);
  g_autofree char *usual = NULL, *fixed = NULL, *again = NULL;

  gtk_window_present (GTK_WINDOW (window));
  usual = describe_words (window, words);
  g_object_set (words, "caption-font", SL_CAPTION_FONT_MONOSPACE, NULL);
  fixed = describe_words (window, words);
  g_assert_nonnull (strstr (fixed, "Mono"));
  g_assert_null (strstr (usual, "Mono"));
  g_object_set (words, "caption-font", SL_CAPTION_FONT_INTERFACE, NULL);
  again = describe_words (window, words);
  g_assert_cmpstr (again, ==, usual);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Letters as they are drawn, without their edges. */
typedef struct
{
  graphene_rect_t place;
  double          size; /* pixels */
  gboolean        is_caption;
} Letters;

static void
find_letters (GskRenderNode *node, float dx, float dy, GArray *found)
{
  float x, y;

  switch ((guint)gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        find_letters (gsk_container_node_get_child (node, i), dx, dy, found);
      break;
    case GSK_CLIP_NODE:
      find_letters (gsk_clip_node_get_child (node), dx, dy, found);
      break;
    case GSK_TRANSFORM_NODE:
      gsk_transform_to_translate (gsk_transform_node_get_transform (node), &x, &y);
      find_letters (gsk_transform_node_get_child (node), dx + x, dy + y, found);
      break;
      case GSK_TEXT_NODE: {
        PangoFontDescription *font = pango_font_describe_with_absolute_size (gsk_text_node_get_font (node));
        const GdkRGBA        *color = gsk_text_node_get_color (node);
        Letters               letters = {.size = (double)pango_font_description_get_size (font) / PANGO_SCALE,
                                         .is_caption = gdk_rgba_equal (color, sl_caption_look_get_text (SL_CAPTION_LOOK_YELLOW))};

        pango_font_description_free (font);
        gsk_render_node_get_bounds (node, &letters.place);
        graphene_rect_offset (&letters.place, dx, dy);
        if (color->red > 0.1f)
          g_array_append_val (found, letters);
        break;
      }
    default:
      break;
    }
}

/* Returns: (transfer full) (element-type Letters) */
static GArray *
draw_letters (GtkWidget *window, GtkWidget *words)
{
  GArray      *found = g_array_new (FALSE, FALSE, sizeof (Letters));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) drawn = NULL;

  view_world_wait_for_paint (window);
  gtk_widget_snapshot_child (window, words, snapshot);
  drawn = gtk_snapshot_free_to_node (snapshot);
  if (drawn)
    find_letters (drawn, 0, 0, found);
  return found;
}

typedef struct
{
  int      width, height; /* of the picture */
  double   scale;         /* of text */
  gboolean has_captions;
  double   least; /* letters, in pixels */
} Reader;

/* Whatever size of letters somebody has chosen is that of the words on the picture, where it has room for it. They stay
 * on it, and titles above captions. */
static void
check_reader (const Reader *reader)
{
  g_autoptr (GListModel) titles = make_cues (SL_CUE_TITLE), captions = reader->has_captions ? make_cues (SL_CUE_CAPTION) : NULL;
  GtkWidget *words = g_object_new (SL_TYPE_PICTURE_WORDS, "titles", titles, "captions", captions, "caption-look", SL_CAPTION_LOOK_YELLOW, NULL);
  GtkWidget *window;
  g_autoptr (GArray) drawn = NULL;
  float foot = 0, head = (float)reader->height;

  g_test_message ("%dx%d at %g", reader->width, reader->height, reader->scale);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", "gtk-xft-dpi", (int)(96 * 1024 * reader->scale), NULL);
  window = g_object_new (GTK_TYPE_WINDOW, "child", words, "decorated", FALSE, "default-width", reader->width, "default-height", reader->height, NULL);
  gtk_window_present (GTK_WINDOW (window));
  drawn = draw_letters (window, words);
  g_assert_cmpuint (drawn->len, >, 0);
  for (guint i = 0; i < drawn->len; i++)
    {
      const Letters *letters = &g_array_index (drawn, Letters, i);

      g_assert_cmpfloat (letters->size, >=, reader->least);
      g_assert_cmpfloat (letters->place.origin.y, >=, 0);
      g_assert_cmpfloat (letters->place.origin.y + letters->place.size.height, <=, reader->height);
      if (letters->is_caption)
        head = MIN (head, letters->place.origin.y);
      else
        foot = MAX (foot, letters->place.origin.y + letters->place.size.height);
    }
  g_assert_cmpfloat (foot, <=, head);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_reader (void)
{
  static const Reader readers[] = {
    {880, 495, 1, TRUE, 14.6},
    {400, 225, 1, FALSE, 14.6},
    {880, 495, 2, FALSE, 29},
    {1920, 1080, 2, TRUE, 29},
    {880, 495, 2, TRUE, 18},
    {400, 225, 2, FALSE, 16},
    {400, 225, 2, TRUE, 13},
    {240, 135, 2, FALSE, 13},
  };
  g_autofree char *font = NULL;
  int              dpi;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &font, "gtk-xft-dpi", &dpi, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    check_reader (&readers[i]);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", font, "gtk-xft-dpi", dpi, NULL);
}

/* Where so much is covered that nothing has room, nothing is drawn that could not be read. */
static void
test_no_room (void)
{
  g_autoptr (GListModel) titles = make_cues (SL_CUE_TITLE);
  GtkWidget *words = g_object_new (SL_TYPE_PICTURE_WORDS, "titles", titles, NULL);
  GtkWidget *window = g_object_new (GTK_TYPE_WINDOW, "child", words, "decorated", FALSE, "default-width", 400, "default-height", 225, NULL);

  gtk_window_present (GTK_WINDOW (window));
  for (int covered = 0; covered <= 225; covered += 15)
    {
      g_autoptr (GArray) drawn = NULL;

      sl_picture_words_set_covered (SL_PICTURE_WORDS (words), covered, 0);
      drawn = draw_letters (window, words);
      if (covered < 150 || covered > 210)
        g_assert_cmpint (drawn->len > 0, ==, covered < 150);
      for (guint i = 0; i < drawn->len; i++)
        g_assert_cmpfloat (g_array_index (drawn, Letters, i).place.origin.y, >=, covered);
    }
  gtk_window_destroy (GTK_WINDOW (window));
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
  g_test_add_func ("/cover/many", test_many);
  g_test_add_func ("/cover/words-on-picture", test_words_on_picture);
  g_test_add_func ("/cover/much-is-said", test_much_is_said);
  g_test_add_func ("/cover/fonts", test_fonts);
  g_test_add_func ("/cover/reader", test_reader);
  g_test_add_func ("/cover/no-room", test_no_room);
  return g_test_run ();
}
