/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The stage takes the newest frame once a drawn frame, in the frame clock's update phase, so the notes of a
 * picture change in the same drawing as the picture. A window that is not drawn still has its moments moved.
 * An output of another kind says itself when a picture is on its way to the screen; its frame is taken at once.
 *
 * The last picture of a film stays until the first of the next one is there.
 */
#include "stage.h"

#include "copy-panel.h"
#include "direct-picture.h"
#include "display-memory.h"
#include "fault-panel.h"
#include "picture-words.h"
#include "poster.h"
#include "sign-picture.h"
#include "video-paintable.h"
#include "waiting.h"

struct _SlStage
{
  GtkWidget parent_instance;

  SlSession        *session;
  SlConductor      *conductor;
  SlVideoPaintable *paintable;
  gboolean          cairo;
  SlDisplayMemory  *display_memory;
  SlDirectPicture  *direct;
  gboolean          captions_shown;
  gboolean          is_old;       /* the picture is one of the clip before */
  gboolean          awaits_first; /* the film was loaded, and has shown nothing yet */
  guint             tick_id;
  SlStageCover      cover;
  GtkWidget        *canvas; /* the picture, or what it stands in */

  /* Template children. */
  GtkWidget *picture;
  GtkWidget *poster;
  GtkWidget *signs;
  GtkWidget *words;
  GtkWidget *waiting;
  GtkWidget *copy_panel;
  GtkWidget *fault_panel;
};

G_DEFINE_FINAL_TYPE (SlStage, sl_stage, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_SESSION,
  PROP_CONDUCTOR,
  PROP_CAPTIONS_SHOWN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SlStage *self = SL_STAGE (widget);

  self->tick_id = 0;
  sl_conductor_tick (self->conductor);
  return G_SOURCE_REMOVE;
}

static void
frame_ready_cb (SlStage *self)
{
  if (sl_video_paintable_is_fed (self->paintable))
    return;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    sl_conductor_tick (self->conductor);
  else if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
arrived_cb (SlStage *self)
{
  if (self->conductor)
    sl_conductor_tick (self->conductor);
}

static void
frame_cb (SlStage *self, SlFrame *frame)
{
  self->is_old = self->awaits_first = FALSE;
  sl_direct_picture_show (self->direct, frame, self->cairo);
}

/* Whether @state leaves the last film's picture without a successor. A film plays once its first picture was
 * taken, if it has any; one that is opened again for another track goes on before that. */
static gboolean
is_left_over (SlStage *self, SlPlayerState state)
{
  return state == SL_PLAYER_IDLE || (state == SL_PLAYER_FAULT && (self->is_old || self->awaits_first)) ||
         (state == SL_PLAYER_PLAYING && self->is_old && self->awaits_first);
}

/* Where sound plays and there never is a picture. A film that is opened again has had one, or not. */
static gboolean
is_sound_only (SlStage *self, SlPlayerState state)
{
  return (state == SL_PLAYER_PLAYING || state == SL_PLAYER_PAUSED || state == SL_PLAYER_ENDED) &&
         !sl_conductor_get_snapshot (self->conductor)->has_video;
}

static void
show_poster (SlStage *self, SlPlayerState state)
{
  if (state == SL_PLAYER_LOADING && !self->is_old)
    return;
  sl_poster_show (SL_POSTER (self->poster),
                  self->session ? sl_session_get_casebook (self->session) : NULL,
                  self->session && is_sound_only (self, state) ? sl_session_get_clip (self->session) : NULL);
}

static void
state_cb (SlStage *self)
{
  const SlPlayerState state = sl_conductor_get_state (self->conductor);

  sl_video_paintable_set_turn (self->paintable, sl_conductor_get_turn (self->conductor));
  if (state == SL_PLAYER_LOADING)
    self->awaits_first = TRUE;
  else if (is_left_over (self, state))
    sl_video_paintable_set_frame (self->paintable, NULL);
  show_poster (self, state);
  g_object_set (self->fault_panel,
                "fault", sl_conductor_get_fault (self->conductor),
                "fatal", state == SL_PLAYER_FAULT,
                "own", sl_reel_is_copy (sl_conductor_get_reel (self->conductor)),
                NULL);
}

static void
clip_cb (SlStage *self)
{
  self->is_old = TRUE;
}

/* Where the picture goes in @width x @height: as large as it fits, in the middle. */
static GtkAllocation
picture_place (SlStage *self, int width, int height)
{
  const double ratio = gdk_paintable_get_intrinsic_aspect_ratio (GDK_PAINTABLE (self->paintable));
  const double shape = ratio > 0 ? ratio : 16.0 / 9.0;
  int          w = width, h = (int)(width / shape + 0.5);

  if (h > height)
    {
      h = height;
      w = MIN ((int)(height * shape + 0.5), width);
    }
  return (GtkAllocation){(width - w) / 2, (height - h) / 2, MAX (w, 1), MAX (h, 1)};
}

static void
ask_for_size (SlStage *self, int width, int height)
{
  const int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (!self->cairo)
    return;
  sl_display_memory_keep (self->display_memory, gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self))));
  if (self->conductor)
    sl_conductor_set_output_size (self->conductor, (guint)(width * scale), (guint)(height * scale));
}

/* What is covered of the stage need not be covered of the picture in it. */
static void
share_cover (SlStage *self, const GtkAllocation *place, const GtkAllocation *view)
{
  const int head = MAX (self->cover.head, sl_stage_measure_asked (self, view->width, NULL));

  sl_picture_words_set_covered (SL_PICTURE_WORDS (self->words),
                                MAX (head - place->y, 0),
                                MAX (self->cover.foot - (view->height - place->y - place->height), 0));
}

/* Words leave room for the interpretation, which stands above what covers the foot; both for what covers a side. */
static void
place_signs_and_words (SlStage *self, const GtkAllocation *picture, const GtkAllocation *view)
{
  GtkAllocation film = *picture, words, signs = {0, 0, 1, 1};

  if (!gdk_rectangle_intersect (picture, view, &film))
    film = *picture;
  words = film;
  film.height = MAX (MIN (film.height, view->height - self->cover.foot - film.y), 1);
  if (sl_sign_picture_find_place (SL_SIGN_PICTURE (self->signs), &film, &signs))
    {
      words.width -= signs.width;
      if (signs.x < film.x + film.width / 2)
        words.x += signs.width;
    }
  if (gtk_widget_get_visible (self->signs))
    gtk_widget_size_allocate (self->signs, &signs, -1);
  gtk_widget_size_allocate (self->words, &words, -1);
  share_cover (self, picture, view);
}

/* Returns: (transfer none) (nullable): what is asked or told in the place of the picture; faults before questions */
static GtkWidget *
find_asking (SlStage *self)
{
  if (gtk_widget_get_visible (self->fault_panel))
    return self->fault_panel;
  return gtk_widget_get_visible (self->copy_panel) ? self->copy_panel : NULL;
}

static void
place_panel (SlStage *self, GtkWidget *panel, const GtkAllocation *view)
{
  GtkAllocation place = *view;
  int           least;

  gtk_widget_measure (panel, GTK_ORIENTATION_VERTICAL, view->width, &least, NULL, NULL, NULL);
  place.height = MAX (place.height, least);
  gtk_widget_size_allocate (panel, &place, -1);
  gtk_widget_set_child_visible (panel, panel == self->fault_panel || !gtk_widget_get_visible (self->fault_panel));
}

/* In the middle, or below what is said there; nowhere, if that leaves nothing. */
static void
place_waiting (SlStage *self, const GtkAllocation *view)
{
  GtkAllocation place = *view;

  gtk_widget_measure (self->waiting, GTK_ORIENTATION_VERTICAL, view->width, &place.height, NULL, NULL, NULL);
  place.y = MAX ((view->height - place.height) / 2, self->cover.sign);
  gtk_widget_set_child_visible (self->waiting, place.y + place.height <= view->height - self->cover.foot && find_asking (self) == NULL);
  gtk_widget_size_allocate (self->waiting, &place, -1);
}

static void
sl_stage_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SlStage            *self = SL_STAGE (widget);
  const GtkAllocation place = picture_place (self, width, height);
  const GtkAllocation view = {self->cover.left, 0, MAX (width - self->cover.left - self->cover.right, 1), height};

  gtk_widget_size_allocate (self->canvas, &place, -1);
  place_signs_and_words (self, &place, &view);
  gtk_widget_size_allocate (self->poster, &view, -1);
  place_waiting (self, &view);
  place_panel (self, self->fault_panel, &view);
  place_panel (self, self->copy_panel, &view);
  ask_for_size (self, width, height);
}

/* Black around the picture and not beneath it: without a GPU every pixel that is painted twice is felt. */
static void
sl_stage_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const GdkRGBA black = {0, 0, 0, 1};
  SlStage             *self = SL_STAGE (widget);
  const int            width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GtkAllocation        place = {0, 0, 0, 0};
  int                  right, foot;

  if (sl_video_paintable_has_picture (self->paintable))
    place = picture_place (self, width, height);
  right = place.x + place.width;
  foot = place.y + place.height;
  gtk_snapshot_append_color (snapshot, &black, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)place.y));
  gtk_snapshot_append_color (snapshot, &black, &GRAPHENE_RECT_INIT (0, (float)foot, (float)width, (float)(height - foot)));
  gtk_snapshot_append_color (snapshot, &black, &GRAPHENE_RECT_INIT (0, (float)place.y, (float)place.x, (float)place.height));
  gtk_snapshot_append_color (snapshot, &black, &GRAPHENE_RECT_INIT ((float)right, (float)place.y, (float)(width - right), (float)place.height));
  GTK_WIDGET_CLASS (sl_stage_parent_class)->snapshot (widget, snapshot);
}

static void
sl_stage_measure (GtkWidget     *widget,
                  GtkOrientation orientation,
                  int            for_size,
                  int           *minimum,
                  int           *natural,
                  int           *minimum_baseline,
                  int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 135;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 880 : 495;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int least;

      /* GTK wants every child measured before it is given its place. */
      gtk_widget_measure (child, orientation, -1, &least, NULL, NULL, NULL);
    }
}

static void
sl_stage_realize (GtkWidget *widget)
{
  SlStage     *self = SL_STAGE (widget);
  GskRenderer *renderer;

  GTK_WIDGET_CLASS (sl_stage_parent_class)->realize (widget);
  renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  self->cairo = renderer != NULL && g_str_equal (G_OBJECT_TYPE_NAME (renderer), "GskCairoRenderer");
  sl_video_paintable_set_cairo (self->paintable, self->cairo);
  if (self->cairo)
    gtk_widget_add_css_class (GTK_WIDGET (gtk_widget_get_native (widget)), "cairo");
}

static void
sl_stage_unrealize (GtkWidget *widget)
{
  SlStage *self = SL_STAGE (widget);

  sl_direct_picture_stop (self->direct);
  GTK_WIDGET_CLASS (sl_stage_parent_class)->unrealize (widget);
}

static void
scale_factor_cb (SlStage *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_session (SlStage *self, SlSession *session)
{
  if (!g_set_object (&self->session, session))
    return;
  if (session)
    g_signal_connect_object (session, "notify::clip", G_CALLBACK (clip_cb), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
set_conductor (SlStage *self, SlConductor *conductor)
{
  if (!g_set_object (&self->conductor, conductor))
    return;
  if (conductor)
    {
      g_signal_connect_object (conductor, "frame-ready", G_CALLBACK (frame_ready_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (conductor, "frame", G_CALLBACK (frame_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (conductor, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
      if (sl_conductor_get_video_output (conductor))
        sl_video_paintable_set_output (self->paintable, sl_conductor_get_video_output (conductor));
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONDUCTOR]);
}

static void
sl_stage_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlStage *self = SL_STAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_CONDUCTOR:
      g_value_set_object (value, self->conductor);
      break;
    case PROP_CAPTIONS_SHOWN:
      g_value_set_boolean (value, self->captions_shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_stage_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SlStage *self = SL_STAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_CONDUCTOR:
      set_conductor (self, g_value_get_object (value));
      break;
    case PROP_CAPTIONS_SHOWN:
      if (self->captions_shown == g_value_get_boolean (value))
        return;
      self->captions_shown = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_stage_dispose (GObject *object)
{
  SlStage   *self = SL_STAGE (object);
  GtkWidget *child;

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  g_clear_pointer (&self->direct, sl_direct_picture_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_object (&self->conductor);
  g_clear_object (&self->paintable);
  g_clear_pointer (&self->display_memory, sl_display_memory_free);

  G_OBJECT_CLASS (sl_stage_parent_class)->dispose (object);
}

static GListModel *
captions_or_none_cb (SlStage *self, GListModel *captions, gboolean shown)
{
  return shown && captions ? g_object_ref (captions) : NULL;
}

static void
sl_stage_class_init (SlStageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const int       flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_stage_dispose;
  object_class->get_property = sl_stage_get_property;
  object_class->set_property = sl_stage_set_property;
  widget_class->size_allocate = sl_stage_size_allocate;
  widget_class->measure = sl_stage_measure;
  widget_class->snapshot = sl_stage_snapshot;
  widget_class->realize = sl_stage_realize;
  widget_class->unrealize = sl_stage_unrealize;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SL_TYPE_SESSION, flags);
  properties[PROP_CONDUCTOR] = g_param_spec_object ("conductor", NULL, NULL, SL_TYPE_CONDUCTOR, flags);
  properties[PROP_CAPTIONS_SHOWN] = g_param_spec_boolean ("captions-shown", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SL_TYPE_PICTURE_WORDS);
  g_type_ensure (SL_TYPE_POSTER);
  g_type_ensure (SL_TYPE_SIGN_PICTURE);
  g_type_ensure (SL_TYPE_COPY_PANEL);
  g_type_ensure (SL_TYPE_FAULT_PANEL);
  g_type_ensure (SL_TYPE_WAITING);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "stage");
  gtk_widget_class_set_template_from_resource (widget_class, "/sidelight/ui/stage.ui");
  gtk_widget_class_bind_template_child (widget_class, SlStage, picture);
  gtk_widget_class_bind_template_child (widget_class, SlStage, poster);
  gtk_widget_class_bind_template_child (widget_class, SlStage, signs);
  gtk_widget_class_bind_template_child (widget_class, SlStage, words);
  gtk_widget_class_bind_template_child (widget_class, SlStage, waiting);
  gtk_widget_class_bind_template_child (widget_class, SlStage, copy_panel);
  gtk_widget_class_bind_template_child (widget_class, SlStage, fault_panel);
  gtk_widget_class_bind_template_callback (widget_class, captions_or_none_cb);
}

/* From GTK 4.14 on a picture can go past the toolkit to the compositor, if nothing is drawn over it. */
static GtkWidget *
offload (SlStage *self)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  const GType type = gtk_builder_get_type_from_name (builder, "GtkGraphicsOffload");
  GtkWidget  *canvas;

  if (type == G_TYPE_INVALID)
    return self->picture;
  g_object_ref (self->picture);
  gtk_widget_unparent (self->picture);
  canvas = g_object_new (type, "child", self->picture, NULL);
  g_object_unref (self->picture);
  gtk_widget_insert_after (canvas, GTK_WIDGET (self), NULL);
  return canvas;
}

static void
sl_stage_init (SlStage *self)
{
  self->captions_shown = TRUE;
  self->paintable = sl_video_paintable_new ();
  self->display_memory = sl_display_memory_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->canvas = offload (self);
  self->direct = sl_direct_picture_new (self->picture, self->paintable);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (self->paintable));
  g_signal_connect_object (self->paintable, "invalidate-size", G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paintable, "arrived", G_CALLBACK (arrived_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_factor_cb), NULL);
}

void
sl_stage_set_covered (SlStage *self, const SlStageCover *cover)
{
  g_return_if_fail (SL_IS_STAGE (self) && cover != NULL);

  if (memcmp (&self->cover, cover, sizeof *cover) == 0)
    return;
  self->cover = *cover;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

GdkTexture *
sl_stage_take_picture (SlStage *self)
{
  GtkNative *native;

  g_return_val_if_fail (SL_IS_STAGE (self), NULL);

  native = gtk_widget_get_native (GTK_WIDGET (self));
  return native ? sl_video_paintable_take_picture (self->paintable, gtk_native_get_renderer (native)) : NULL;
}

int
sl_stage_measure_asked (SlStage *self, int width, int *least)
{
  GtkWidget *asking;
  int        minimum = 0, natural = 0;

  g_return_val_if_fail (SL_IS_STAGE (self), 0);

  asking = find_asking (self);
  if (asking)
    gtk_widget_measure (asking, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  if (least)
    *least = minimum;
  return natural;
}

void
sl_stage_bind_settings (SlStage *self, GSettings *settings)
{
  static const char *const keys[] = {"caption-size", "caption-font", "caption-look", "caption-place"};

  g_return_if_fail (SL_IS_STAGE (self) && G_IS_SETTINGS (settings));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_bind (settings, keys[i], self->words, keys[i], G_SETTINGS_BIND_GET);
}

void
sl_stage_set_interpreter (SlStage *self, SlInterpreter *interpreter)
{
  g_return_if_fail (SL_IS_STAGE (self) && SL_IS_INTERPRETER (interpreter));

  sl_sign_picture_set_interpreter (SL_SIGN_PICTURE (self->signs), interpreter);
}

void
sl_stage_follow_copies (SlStage *self, SlOwnCopies *copies, SlAnnouncer *announcer)
{
  g_return_if_fail (SL_IS_STAGE (self) && SL_IS_OWN_COPIES (copies));

  sl_copy_panel_follow (SL_COPY_PANEL (self->copy_panel), copies, announcer);
}
