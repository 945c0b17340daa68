/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Both ways of a picture to the screen: what is drawn is read back, and the number in the picture is that of the
 * frame whose moment the session is at, in every drawing, and no drawing is ever without a picture. Needs a display.
 */
#include "clip-maker.h"
#include "stage.h"
#include "video-paintable.h"
#include "view-world.h"

#define SECOND G_GINT64_CONSTANT (1000000000)
#define WIDTH 320
#define HEIGHT 180
#define BITS 16

typedef enum {
  OWN,
  GTK4,
} Way;

/* Reading what is drawn */

static GskRenderer *
renderer_of (GtkWidget *window)
{
  return gtk_native_get_renderer (GTK_NATIVE (window));
}

/* @snapshot: (transfer full). Returns: (transfer full): WIDTH x HEIGHT pixels of blue, green, red, alpha */
static guint8 *
draw (GtkWidget *window, GtkSnapshot *snapshot)
{
  guint8 *pixels = g_new0 (guint8, WIDTH * HEIGHT * 4);
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);
  g_autoptr (GdkTexture) texture = NULL;

  if (node == NULL)
    return pixels;
  texture = gsk_renderer_render_texture (renderer_of (window), node, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  gdk_texture_download (texture, pixels, WIDTH * 4);
  return pixels;
}

static const guint8 *
pixel_at (const guint8 *pixels, guint x, guint y)
{
  return pixels + (y * WIDTH + x) * 4;
}

static guint
read_number (const guint8 *pixels)
{
  const guint block = WIDTH / BITS;
  guint       number = 0;

  for (guint bit = 0; bit < BITS; bit++)
    if (pixel_at (pixels, (BITS - 1 - bit) * block + block / 2, HEIGHT / 16)[1] > 128)
      number |= 1u << bit;
  return number;
}

/* The films are a gradient from black to white below the bar code. */
static gboolean
is_picture (const guint8 *pixels)
{
  const guint8 *bright = pixel_at (pixels, WIDTH / 2, HEIGHT - 2);

  return bright[3] == 255 && bright[1] > 200;
}

/* The outputs */

typedef struct
{
  GstElement *output; /* (nullable) */
  SlPlayer   *player;
} Playing;

/* Returns: FALSE where there is no such way */
static gboolean
begin_playing (Playing *playing, Way way, GstClock *clock, GstElement *audio_sink)
{
  SlPlayerWorld world = {clock, audio_sink, NULL, 0};

  if (way == GTK4)
    {
      playing->output = sl_paintable_sink_new ();
      if (playing->output == NULL)
        {
          g_test_skip ("gtk4paintablesink is not installed here");
          return FALSE;
        }
      world.video_output = playing->output;
    }
  playing->player = sl_player_new (&world);
  sl_player_set_patience (playing->player, 120000);
  return TRUE;
}

static void
end_playing (Playing *playing)
{
  g_assert_finalize_object (g_steal_pointer (&playing->player));
  /* The engine lets go of it without the main thread's help. */
  for (guint i = 0; playing->output && GST_OBJECT_PARENT (playing->output); i++)
    {
      g_assert_cmpuint (i, <, 300000);
      g_usleep (1000);
    }
  gst_clear_object (&playing->output);
}

static char *
make_film (const char *name, guint n_frames, guint fps, gboolean sound)
{
  g_autofree char *path = g_build_filename (g_getenv ("SL_TEST_BUILD"), name, NULL);
  const ClipShape  shape = {.width = WIDTH, .height = HEIGHT, .fps_n = fps, .fps_d = 1, .n_frames = n_frames, .sound = sound};

  clip_maker_make (path, &shape);
  return g_filename_to_uri (path, NULL, NULL);
}

/* Every picture, under a virtual clock */

typedef struct
{
  VirtualTime      *time;
  Playing           playing;
  SlVideoPaintable *paintable;
  GtkWidget        *window;
  SlFrame          *frame; /* the last one */
  SlFrame          *seen;
  guint             n_seen;
  guint             wanted_serial;
} Truth;

static void
arrived_cb (Truth *truth)
{
  SlFrame *frame = sl_player_take_frame (truth->playing.player);

  if (frame == NULL)
    return;
  g_clear_pointer (&truth->frame, sl_frame_unref);
  truth->frame = frame;
  sl_video_paintable_set_frame (truth->paintable, frame);
}

static void
look (gpointer data)
{
  GtkSnapshot       *snapshot;
  Truth             *truth = data;
  g_autofree guint8 *pixels = NULL;

  if (truth->frame == truth->seen)
    return;
  g_clear_pointer (&truth->seen, sl_frame_unref);
  truth->seen = sl_frame_ref (truth->frame);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (GDK_PAINTABLE (truth->paintable), snapshot, WIDTH, HEIGHT);
  pixels = draw (truth->window, snapshot);
  g_assert_true (is_picture (pixels));
  g_assert_cmpint (read_number (pixels), ==, sl_frame_get_number (truth->frame));
  g_assert_null (sl_frame_get_pixels (truth->frame));
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (GDK_PAINTABLE (truth->paintable)), ==, WIDTH);
  truth->n_seen++;
}

static gboolean
has_ended (gpointer data)
{
  return sl_player_get_state (((Truth *)data)->playing.player) == SL_PLAYER_ENDED;
}

static gboolean
has_answered (gpointer data)
{
  Truth *truth = data;

  return truth->seen && sl_frame_get_serial (truth->seen) == truth->wanted_serial;
}

/* Four quarters; after two the picture stands on its head. */
static void
check_turns (Truth *truth)
{
  for (guint degrees = 90; degrees <= 360; degrees += 90)
    {
      const int          wanted = degrees % 180 == 0 ? WIDTH : HEIGHT;
      GtkSnapshot       *snapshot = gtk_snapshot_new ();
      g_autofree guint8 *pixels = NULL;

      sl_video_paintable_set_turn (truth->paintable, degrees % 360);
      g_assert_cmpint (gdk_paintable_get_intrinsic_width (GDK_PAINTABLE (truth->paintable)), ==, wanted);
      if (degrees == 180)
        {
          gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (WIDTH, HEIGHT));
          gtk_snapshot_rotate (snapshot, 180);
        }
      gdk_paintable_snapshot (GDK_PAINTABLE (truth->paintable), snapshot, WIDTH, HEIGHT);
      pixels = draw (truth->window, snapshot);
      if (degrees % 180 == 0)
        g_assert_cmpint (read_number (pixels), ==, sl_frame_get_number (truth->seen));
    }
}

static void
test_truth (void)
{
  g_autofree char *uri = make_film ("output-truth.webm", 90, 30, FALSE);
  Truth            truth = {0};

  truth.time = virtual_time_new ();
  if (begin_playing (&truth.playing, GTK4, virtual_time_get_clock (truth.time), virtual_time_make_audio_sink (truth.time)))
    {
      truth.window = gtk_window_new ();
      gtk_widget_realize (truth.window);
      truth.paintable = sl_video_paintable_new ();
      sl_video_paintable_set_output (truth.paintable, truth.playing.output);
      g_signal_connect_swapped (truth.paintable, "arrived", G_CALLBACK (arrived_cb), &truth);
      sl_player_load (truth.playing.player, uri, 0, TRUE);
      virtual_time_run (truth.time, look, has_ended, &truth);
      look (&truth);
      g_assert_cmpuint (truth.n_seen, ==, 90);
      for (guint i = 0; i < 30; i++)
        {
          const guint number = (guint)g_test_rand_int_range (0, 90);

          truth.wanted_serial = sl_player_seek (truth.playing.player, (gint64)number * SECOND / 30, SL_SEEK_EXACT);
          virtual_time_wait (truth.time, look, has_answered, &truth);
          g_assert_cmpint (sl_frame_get_number (truth.seen), ==, number);
        }
      check_turns (&truth);
      end_playing (&truth.playing);
      /* What was shown last stays. */
      g_assert_cmpint (gdk_paintable_get_intrinsic_width (GDK_PAINTABLE (truth.paintable)), ==, WIDTH);
      g_assert_finalize_object (truth.paintable);
      gtk_window_destroy (GTK_WINDOW (truth.window));
    }
  g_clear_pointer (&truth.frame, sl_frame_unref);
  g_clear_pointer (&truth.seen, sl_frame_unref);
  virtual_time_free (truth.time);
}

/* The stage in a window, in real time: whatever a machine leaves out, what it draws is right */

typedef struct
{
  Playing      playing;
  SlSession   *session;
  SlConductor *conductor;
  SlCasebook  *casebook;
  GtkWidget   *window;
  GtkWidget   *stage;
  gint64       number;  /* of the frame that was taken last; -1 since the clip has changed */
  guint        serial;  /* of the same */
  gboolean     had_any; /* a picture was there before */
  guint        n_drawn;
} Show;

static SlCasebook *
make_casebook (void)
{
  static const char *const clips[] = {"one", "two"};
  g_autofree char         *folder = g_build_filename (g_getenv ("SL_TEST_BUILD"), "output-casebook", NULL);

  view_world_write (folder, "casebook.json",
                    "{\"format\": 1, \"id\": \"output\", \"version\": \"2026-11-22\", \"title\": \"Output\", \"language\": \"en\","
                    " \"licence\": \"CC0-1.0\"}");
  view_world_write (folder, "films.json", "[{\"id\": \"film\", \"title\": \"Film\", \"year\": 2026, \"clips\": [\"one\", \"two\"]}]");
  for (guint i = 0; i < G_N_ELEMENTS (clips); i++)
    {
      g_autofree char *name = g_strdup_printf ("clips/%s.json", clips[i]);
      g_autofree char *medium = g_strdup_printf ("output-casebook/media/%s.webm", clips[i]);
      g_autofree char *uri = NULL;
      g_autofree char *text =
        g_strdup_printf ("{\"id\": \"%s\", \"film\": \"film\", \"kind\": \"explainer\", \"title\": \"Clip\","
                         " \"duration\": \"00:02.000\", \"media\": [{\"file\": \"media/%s.webm\"}]}",
                         clips[i], clips[i]);

      view_world_write (folder, name, text);
      view_world_write (folder, "media/about.txt", "Films that are made when they are needed.");
      uri = make_film (medium, i == 0 ? 100 : 60, i == 0 ? 50 : 30, TRUE);
    }
  return view_world_read (folder);
}

static void
frame_cb (Show *show, SlFrame *frame)
{
  show->number = sl_frame_get_number (frame);
  show->serial = sl_frame_get_serial (frame);
  show->had_any = TRUE;
}

static void
painted_cb (Show *show)
{
  GtkSnapshot       *snapshot;
  g_autofree guint8 *pixels = NULL;

  if (!show->had_any)
    return;
  snapshot = gtk_snapshot_new ();
  gtk_widget_snapshot_child (show->window, show->stage, snapshot);
  pixels = draw (show->window, snapshot);
  g_assert_true (is_picture (pixels));
  show->n_drawn++;
  if (show->number < 0)
    return;
  g_assert_cmpint (read_number (pixels), ==, show->number);
}

static void
open_clip (Show *show, const char *id)
{
  show->number = -1;
  sl_session_set_clip (show->session, sl_casebook_lookup_clip (show->casebook, id));
  g_assert_true (sl_conductor_open (show->conductor, 0, TRUE));
  wait_until (show->number >= 0);
}

static void
raise_show (Show *show)
{
  show->session = sl_session_new ();
  sl_session_set_casebook (show->session, show->casebook);
  show->conductor = sl_conductor_new (show->session, show->playing.player);
  g_signal_connect_swapped (show->conductor, "frame", G_CALLBACK (frame_cb), show);
  show->stage = g_object_new (SL_TYPE_STAGE, "session", show->session, "conductor", show->conductor, NULL);
  show->window = g_object_new (GTK_TYPE_WINDOW, "child", show->stage, "decorated", FALSE, "default-width", WIDTH, "default-height", HEIGHT, NULL);
  gtk_window_present (GTK_WINDOW (show->window));
  g_signal_connect_swapped (gtk_widget_get_frame_clock (show->window), "after-paint", G_CALLBACK (painted_cb), show);
}

static void
lower_show (Show *show)
{
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (show->window), show);
  gtk_window_destroy (GTK_WINDOW (show->window));
  g_clear_object (&show->conductor);
  g_clear_object (&show->session);
  g_clear_object (&show->casebook);
  end_playing (&show->playing);
}

static void
check_stage (Way way)
{
  Show  show = {.number = -1};
  guint before;

  if (!begin_playing (&show.playing, way, NULL, NULL))
    return;
  show.casebook = make_casebook ();
  raise_show (&show);
  for (guint i = 0; i < 20; i++)
    open_clip (&show, i % 2 == 0 ? "one" : "two");
  /* One is played to its end, and sought in while it plays. */
  open_clip (&show, "one");
  for (guint i = 0; i < 20; i++)
    {
      guint old = show.serial;

      sl_conductor_seek (show.conductor, g_test_rand_int_range (0, 90) * SECOND / 50, SL_SEEK_EXACT);
      wait_until (show.serial != old);
    }
  before = show.n_drawn;
  wait_until (sl_conductor_get_state (show.conductor) == SL_PLAYER_ENDED && show.n_drawn > before);
  lower_show (&show);
}

static void
test_stage_own (void)
{
  check_stage (OWN);
}

static void
test_stage_gtk4 (void)
{
  check_stage (GTK4);
}

int
main (int argc, char **argv)
{
  view_world_start (&argc, &argv);

  g_test_add_func ("/output/truth", test_truth);
  g_test_add_func ("/output/stage-own", test_stage_own);
  g_test_add_func ("/output/stage-gtk4", test_stage_gtk4);

  return g_test_run ();
}
