/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words over the picture. They are drawn here and not by the pipeline, so they are sharp, follow the
 * reader's language and direction, and grow with the picture. The type sizes are shares of the picture's
 * height with a floor that can still be read.
 */
#include "picture-words.h"

#include "caption.h"
#include "cue.h"
#include "note.h"

#define MARGIN 0.075     /* of the width, on both sides */
#define TITLE_SIZE 0.068 /* of the height */
#define TEXT_SIZE 0.034
#define CAPTION_SIZE 0.040
#define TITLE_FOOT 0.82 /* where the title block ends */
#define CAPTION_FOOT 0.955
#define SMALLEST 13.0 /* pixels */

struct _SlPictureWords
{
  GtkWidget parent_instance;

  GListModel *titles;
  GListModel *captions;
};

G_DEFINE_FINAL_TYPE (SlPictureWords, sl_picture_words, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_TITLES,
  PROP_CAPTIONS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const GdkRGBA bright = {0.953f, 0.941f, 0.918f, 1.0f};
static const GdkRGBA quiet = {0.780f, 0.765f, 0.733f, 1.0f};
static const GdkRGBA shade = {0.0f, 0.0f, 0.0f, 0.75f};

static PangoLayout *
make_layout (SlPictureWords *self, const char *text, double size, gboolean bold, int width)
{
  PangoLayout          *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self))));

  pango_font_description_set_absolute_size (font, MAX (size, SMALLEST) * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

/* Draws @layout with its top left at @x, @y and a soft edge that keeps it readable on any picture. */
static void
draw_layout (GtkSnapshot *snapshot, PangoLayout *layout, float x, float y, const GdkRGBA *colour)
{
  static const graphene_point_t edges[] = {{-1, 0}, {1, 0}, {0, -1}, {0, 1}, {0, 2}};

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + edges[i].x, y + edges[i].y));
      gtk_snapshot_append_layout (snapshot, layout, &shade);
      gtk_snapshot_restore (snapshot);
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* Draws the title notes from the foot line upwards, the last one lowest. */
static void
draw_titles (SlPictureWords *self, GtkSnapshot *snapshot, int width, int height)
{
  const int   room = (int)(width * (1 - 2 * MARGIN));
  const float x = (float)(width * MARGIN);
  float       foot = (float)(height * TITLE_FOOT);
  const guint n = self->titles ? g_list_model_get_n_items (self->titles) : 0;

  for (guint i = n; i > 0; i--)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (self->titles, i - 1);
      SlNote             *note = SL_NOTE (sl_cue_get_record (cue));
      const char         *words[] = {sl_note_get_text (note), sl_note_get_title (note)};
      static const double sizes[] = {TEXT_SIZE, TITLE_SIZE};

      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        {
          g_autoptr (PangoLayout) layout = NULL;
          int text_height;

          if (words[j] == NULL)
            continue;
          layout = make_layout (self, words[j], height * sizes[j], j == 1, room);
          pango_layout_get_pixel_size (layout, NULL, &text_height);
          foot -= (float)text_height;
          draw_layout (snapshot, layout, x, foot, j == 1 ? &bright : &quiet);
          foot -= (float)(height * 0.008);
        }
      foot -= (float)(height * 0.02);
    }
}

static void
draw_captions (SlPictureWords *self, GtkSnapshot *snapshot, int width, int height)
{
  const guint n = self->captions ? g_list_model_get_n_items (self->captions) : 0;
  float       foot = (float)(height * CAPTION_FOOT);

  for (guint i = n; i > 0; i--)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (self->captions, i - 1);
      const char *text = sl_caption_get_text (SL_CAPTION (sl_cue_get_record (cue)));
      g_autoptr (PangoLayout) layout = make_layout (self, text, height * CAPTION_SIZE, FALSE, (int)(width * 0.86));
      PangoRectangle extents;
      const float    pad = (float)MAX (height * 0.012, 4);

      pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
      pango_layout_get_pixel_extents (layout, NULL, &extents);
      foot -= (float)extents.height + pad;
      gtk_snapshot_append_color (snapshot,
                                 &(const GdkRGBA){0, 0, 0, 0.72f},
                                 &GRAPHENE_RECT_INIT ((float)width * 0.07f + (float)extents.x - pad * 2,
                                                      foot - pad / 2,
                                                      (float)extents.width + pad * 4,
                                                      (float)extents.height + pad));
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)width * 0.07f, foot));
      gtk_snapshot_append_layout (snapshot, layout, &bright);
      gtk_snapshot_restore (snapshot);
    }
}

static void
sl_picture_words_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlPictureWords *self = SL_PICTURE_WORDS (widget);
  const int       width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (width < 1 || height < 1)
    return;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  draw_titles (self, snapshot, width, height);
  draw_captions (self, snapshot, width, height);
  gtk_snapshot_pop (snapshot);
}

static void
append_line (GString *words, const char *text)
{
  if (text == NULL)
    return;
  if (words->len > 0)
    g_string_append_c (words, '\n');
  g_string_append (words, text);
}

static void
update (SlPictureWords *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; self->titles && i < g_list_model_get_n_items (self->titles); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (self->titles, i);
      SlNote *note = SL_NOTE (sl_cue_get_record (cue));

      append_line (words, sl_note_get_title (note));
      append_line (words, sl_note_get_text (note));
    }
  for (guint i = 0; self->captions && i < g_list_model_get_n_items (self->captions); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (self->captions, i);

      append_line (words, sl_caption_get_text (SL_CAPTION (sl_cue_get_record (cue))));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_model (SlPictureWords *self, GListModel **field, GListModel *model, guint prop_id)
{
  if (*field == model)
    return;
  if (*field)
    g_signal_handlers_disconnect_by_func (*field, update, self);
  g_set_object (field, model);
  if (model)
    g_signal_connect_object (model, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
sl_picture_words_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SlPictureWords *self = SL_PICTURE_WORDS (object);

  switch (prop_id)
    {
    case PROP_TITLES:
      g_value_set_object (value, self->titles);
      break;
    case PROP_CAPTIONS:
      g_value_set_object (value, self->captions);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_picture_words_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SlPictureWords *self = SL_PICTURE_WORDS (object);

  switch (prop_id)
    {
    case PROP_TITLES:
      set_model (self, &self->titles, g_value_get_object (value), prop_id);
      break;
    case PROP_CAPTIONS:
      set_model (self, &self->captions, g_value_get_object (value), prop_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sl_picture_words_dispose (GObject *object)
{
  SlPictureWords *self = SL_PICTURE_WORDS (object);

  g_clear_object (&self->titles);
  g_clear_object (&self->captions);

  G_OBJECT_CLASS (sl_picture_words_parent_class)->dispose (object);
}

static void
sl_picture_words_class_init (SlPictureWordsClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const int       flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_picture_words_dispose;
  object_class->get_property = sl_picture_words_get_property;
  object_class->set_property = sl_picture_words_set_property;
  widget_class->snapshot = sl_picture_words_snapshot;

  properties[PROP_TITLES] = g_param_spec_object ("titles", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_CAPTIONS] = g_param_spec_object ("captions", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "picture-words");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
sl_picture_words_init (SlPictureWords *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
