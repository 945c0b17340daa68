/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words over the picture. They are drawn here and not by the pipeline, so they are sharp, follow the
 * reader's language and direction, and grow with the picture. The type sizes are shares of the picture's
 * height with a floor that can still be read.
 */
#include "picture-words.h"

#include "caption-look.h"
#include "caption.h"
#include "cue.h"
#include "note.h"
#include "rich-text.h"
#include "safe-text.h"

#include <math.h>

#define MARGIN 0.075     /* of the width, on both sides */
#define TITLE_SIZE 0.068 /* of the height */
#define TEXT_SIZE 0.034
#define CAPTION_SIZE 0.040
#define TITLE_FOOT 0.82 /* where the title block ends */
#define CAPTION_FOOT 0.955
#define CAPTION_HEAD 0.045
#define CAPTION_MARGIN 0.07 /* of the width, on both sides */
#define CAPTION_MOST 0.4    /* of the height, for all of them */
#define BETWEEN 2.0f        /* pixels between captions */
#define SMALLER 0.8         /* times as large, where there is too much */
#define N_SMALLER 2         /* times */
#define SMALLEST 13.0       /* pixels */
#define MOST_WORDS 400      /* characters of one text */
#define GAP 8.0f            /* pixels to what covers the picture */

struct _SlPictureWords
{
  GtkWidget parent_instance;

  GListModel    *titles;
  GListModel    *captions;
  int            size; /* of captions, in percent */
  SlCaptionFont  font;
  SlCaptionLook  look;
  SlCaptionPlace place;
  int            covered_head; /* pixels that something else is drawn over */
  int            covered_foot;
};

G_DEFINE_FINAL_TYPE (SlPictureWords, sl_picture_words, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_TITLES,
  PROP_CAPTIONS,
  PROP_CAPTION_SIZE,
  PROP_CAPTION_FONT,
  PROP_CAPTION_LOOK,
  PROP_CAPTION_PLACE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const GdkRGBA bright = {0.953f, 0.941f, 0.918f, 1.0f};
static const GdkRGBA quiet = {0.780f, 0.765f, 0.733f, 1.0f};
static const GdkRGBA shade = {0.0f, 0.0f, 0.0f, 0.75f};

/* @markup: built by rich-text; @family: (nullable): the interface's */
static PangoLayout *
make_layout (SlPictureWords *self, const char *markup, const char *family, double size, gboolean bold, int width)
{
  PangoLayout          *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self))));

  if (family)
    pango_font_description_set_family_static (font, family);
  pango_font_description_set_absolute_size (font, MAX (size, SMALLEST) * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_markup (layout, markup, -1);
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

/* Draws the title notes from @lowest or their own foot line upwards, the last one lowest. */
static void
draw_titles (SlPictureWords *self, GtkSnapshot *snapshot, int width, int height, float lowest)
{
  const int   room = (int)(width * (1 - 2 * MARGIN));
  const float x = (float)(width * MARGIN);
  float       foot = MIN ((float)(height * TITLE_FOOT), lowest);
  const guint n = self->titles ? g_list_model_get_n_items (self->titles) : 0;

  for (guint i = n; i > 0; i--)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (self->titles, i - 1);
      SlNote             *note = SL_NOTE (sl_cue_get_record (cue));
      const char         *words[] = {sl_note_get_text (note), sl_note_get_title (note)};
      static const double sizes[] = {TEXT_SIZE, TITLE_SIZE};

      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        {
          g_autofree char *markup = NULL;
          g_autoptr (PangoLayout) layout = NULL;
          gboolean cut;
          int      text_height;

          if (words[j] == NULL)
            continue;
          markup = sl_rich_text_shorten (words[j], FALSE, MOST_WORDS, &cut);
          layout = make_layout (self, markup, NULL, height * sizes[j], j == 1, room);
          pango_layout_get_pixel_size (layout, NULL, &text_height);
          foot -= (float)text_height;
          draw_layout (snapshot, layout, x, foot, j == 1 ? &bright : &quiet);
          foot -= (float)(height * 0.008);
        }
      foot -= (float)(height * 0.02);
    }
}

/* Letters with an edge all around them that can be read on any picture. */
static void
draw_outlined (GtkSnapshot *snapshot, PangoLayout *layout, float x, float y, float edge, const GdkRGBA *text, const GdkRGBA *ground)
{
  for (guint i = 0; i < 16; i++)
    {
      const float angle = (float)i * (float)G_PI / 8;

      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + edge * cosf (angle), y + edge * sinf (angle)));
      gtk_snapshot_append_layout (snapshot, layout, ground);
      gtk_snapshot_restore (snapshot);
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, text);
  gtk_snapshot_restore (snapshot);
}

/* @y: where the letters begin */
static void
draw_caption (SlPictureWords *self, GtkSnapshot *snapshot, PangoLayout *layout, float x, float y, float pad)
{
  const GdkRGBA  *text = sl_caption_look_get_text (self->look), *ground = sl_caption_look_get_ground (self->look);
  const gboolean  outlined = self->look == SL_CAPTION_LOOK_OUTLINE;
  PangoRectangle  extents;
  graphene_rect_t plate;
  GskRoundedRect  rounded;

  pango_layout_get_pixel_extents (layout, NULL, &extents);
  if (outlined)
    {
      draw_outlined (snapshot, layout, x, y, MAX (pad / 3, 1.5f), text, ground);
      return;
    }
  graphene_rect_init (&plate, x + (float)extents.x - pad * 2, y - pad / 2, (float)extents.width + pad * 4, (float)extents.height + pad);
  gsk_rounded_rect_init_from_rect (&rounded, &plate, pad);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, ground, &plate);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, text);
  gtk_snapshot_restore (snapshot);
}

/* A caption has marks of its own, which are read elsewhere. */
static char *
make_caption (SlCue *cue)
{
  return sl_safe_text_paragraph (sl_caption_get_text (SL_CAPTION (sl_cue_get_record (cue))), MOST_WORDS);
}

/* Returns: (transfer full) (element-type PangoLayout): one for each caption, the newest last, in letters of @size */
static GPtrArray *
lay_out (SlPictureWords *self, int width, double size, float pad, float *height)
{
  const guint n = self->captions ? g_list_model_get_n_items (self->captions) : 0;
  GPtrArray  *layouts = g_ptr_array_new_with_free_func (g_object_unref);

  *height = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (self->captions, i);
      g_autofree char *text = make_caption (cue);
      g_autofree char *escaped = g_markup_escape_text (text, -1);
      PangoLayout     *layout =
        make_layout (self, escaped, sl_caption_font_get_family (self->font), size, FALSE, (int)(width * (1 - 2 * CAPTION_MARGIN)));
      int text_height;

      pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
      pango_layout_get_pixel_size (layout, NULL, &text_height);
      *height += (float)text_height + pad + BETWEEN;
      g_ptr_array_add (layouts, layout);
    }
  return layouts;
}

/* Of many words at once as many are drawn as leave most of the picture free: in smaller letters if need be, and then the
 * newest of them. All of them are in the text. */
static GPtrArray *
lay_out_captions (SlPictureWords *self, int width, double size, float pad, float most)
{
  float height;
  g_autoptr (GPtrArray) layouts = lay_out (self, width, size, pad, &height);

  for (guint i = 0; i < N_SMALLER && height > most; i++)
    {
      g_ptr_array_unref (layouts);
      size *= SMALLER;
      layouts = lay_out (self, width, size, pad, &height);
    }
  while (layouts->len > 1 && height > most)
    {
      int first;

      pango_layout_get_pixel_size (layouts->pdata[0], NULL, &first);
      height -= (float)first + pad + BETWEEN;
      g_ptr_array_remove_index (layouts, 0);
    }
  if (layouts->len == 1 && height > most)
    {
      pango_layout_set_ellipsize (layouts->pdata[0], PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layouts->pdata[0], (int)MAX (most - pad, 1) * PANGO_SCALE);
    }
  return g_steal_pointer (&layouts);
}

/* From the head line down or from the foot line up. Returns: how far down there is still room */
static float
draw_captions (SlPictureWords *self, GtkSnapshot *snapshot, int width, int height)
{
  const gboolean at_top = self->place == SL_CAPTION_PLACE_TOP;
  const double   size = MAX (height * CAPTION_SIZE, SMALLEST) * self->size / 100;
  const float    pad = (float)MAX (size * 0.3, 4), room = (float)height - (float)self->covered_foot - GAP;
  float          foot = MIN ((float)(height * CAPTION_FOOT), room);
  float          head = MAX ((float)(height * CAPTION_HEAD), (float)self->covered_head + GAP);
  g_autoptr (GPtrArray) layouts = lay_out_captions (self, width, size, pad, (float)(height * CAPTION_MOST));

  for (guint i = 0; i < layouts->len; i++)
    {
      PangoLayout *layout = layouts->pdata[at_top ? i : layouts->len - 1 - i];
      int          text_height;

      pango_layout_get_pixel_size (layout, NULL, &text_height);
      foot -= at_top ? 0 : (float)text_height + pad;
      draw_caption (self, snapshot, layout, (float)(width * CAPTION_MARGIN), (at_top ? head : foot) + pad / 2, pad);
      head += at_top ? (float)text_height + pad + BETWEEN : 0;
      foot -= at_top ? 0 : BETWEEN;
    }
  return layouts->len > 0 && !at_top ? foot - GAP : room;
}

static void
sl_picture_words_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlPictureWords *self = SL_PICTURE_WORDS (widget);
  const int       width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (width < 1 || height < 1)
    return;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  draw_titles (self, snapshot, width, height, draw_captions (self, snapshot, width, height));
  gtk_snapshot_pop (snapshot);
}

/* @text: (transfer full) */
static void
append_line (GString *words, char *text)
{
  g_autofree char *line = text;

  if (*line == '\0')
    return;
  if (words->len > 0)
    g_string_append_c (words, '\n');
  g_string_append (words, line);
}

static void
update (SlPictureWords *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; self->titles && i < g_list_model_get_n_items (self->titles); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (self->titles, i);
      SlNote *note = SL_NOTE (sl_cue_get_record (cue));

      append_line (words, sl_rich_text_plain (sl_note_get_title (note)));
      append_line (words, sl_rich_text_plain (sl_note_get_text (note)));
    }
  for (guint i = 0; self->captions && i < g_list_model_get_n_items (self->captions); i++)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (self->captions, i);

      append_line (words, make_caption (cue));
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
redraw (SlPictureWords *self, GParamSpec *pspec)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
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
    case PROP_CAPTION_SIZE:
      g_value_set_int (value, self->size);
      break;
    case PROP_CAPTION_FONT:
      g_value_set_enum (value, (int)self->font);
      break;
    case PROP_CAPTION_LOOK:
      g_value_set_enum (value, (int)self->look);
      break;
    case PROP_CAPTION_PLACE:
      g_value_set_enum (value, (int)self->place);
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
    case PROP_CAPTION_SIZE:
      self->size = g_value_get_int (value);
      redraw (self, pspec);
      break;
    case PROP_CAPTION_FONT:
      self->font = (SlCaptionFont)g_value_get_enum (value);
      redraw (self, pspec);
      break;
    case PROP_CAPTION_LOOK:
      self->look = (SlCaptionLook)g_value_get_enum (value);
      redraw (self, pspec);
      break;
    case PROP_CAPTION_PLACE:
      self->place = (SlCaptionPlace)g_value_get_enum (value);
      redraw (self, pspec);
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
  properties[PROP_CAPTION_SIZE] = g_param_spec_int ("caption-size", NULL, NULL, 75, 200, 100, flags);
  properties[PROP_CAPTION_FONT] =
    g_param_spec_enum ("caption-font", NULL, NULL, SL_TYPE_CAPTION_FONT, SL_CAPTION_FONT_INTERFACE, flags);
  properties[PROP_CAPTION_LOOK] =
    g_param_spec_enum ("caption-look", NULL, NULL, SL_TYPE_CAPTION_LOOK, SL_CAPTION_LOOK_PLATE, flags);
  properties[PROP_CAPTION_PLACE] =
    g_param_spec_enum ("caption-place", NULL, NULL, SL_TYPE_CAPTION_PLACE, SL_CAPTION_PLACE_BOTTOM, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "picture-words");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
sl_picture_words_init (SlPictureWords *self)
{
  self->size = 100;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
sl_picture_words_set_covered (SlPictureWords *self, int head, int foot)
{
  g_return_if_fail (SL_IS_PICTURE_WORDS (self));

  if (self->covered_head == head && self->covered_foot == foot)
    return;
  self->covered_head = head;
  self->covered_foot = foot;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
