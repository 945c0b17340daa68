/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words over the picture. They are drawn here and not by the pipeline, so they are sharp, follow the
 * reader's language and direction, and grow with the picture. The type sizes are shares of the picture's
 * height, but no smaller than the reader has chosen letters to be, as far as the picture has room for them.
 */
#include "picture-words.h"

#include "caption-look.h"
#include "caption.h"
#include "cue.h"
#include "note.h"
#include "rich-text.h"
#include "safe-text.h"

#include <math.h>

#define MARGIN 0.11      /* of the width, on both sides: where the diagrams of our own films begin */
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
#define CAPTION_LEAST 0.64  /* times as large as its share of the picture: more than that is not read well */
#define TITLE_STEP 0.9      /* times as large, where there is too much */
#define HEADING 1.18        /* times as large as the letters around it */
#define NOTE_GAP 0.02       /* of the height, between titles that are on together */
#define LINE_GAP 0.008
#define SOFT 0.075     /* of the height: the edge of the ground */
#define SMALLEST 13.0  /* pixels */
#define MOST_WORDS 400 /* characters of one text */
#define GAP 8.0f       /* pixels to what covers the picture */

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

/* One text of the title block. */
typedef struct
{
  PangoLayout *layout;
  gboolean     is_heading;
  int          height;
} Line;

static void
line_clear (Line *line)
{
  g_clear_object (&line->layout);
}

/* What is free for titles, in pixels. */
typedef struct
{
  float head;
  float foot;
} Room;

/* Returns: pixels: as large as the reader has chosen letters to be */
static double
get_reading_size (SlPictureWords *self)
{
  PangoContext               *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  const double                size = (double)pango_font_description_get_size (font) / PANGO_SCALE;

  return pango_font_description_get_size_is_absolute (font) ? size : size * pango_cairo_context_get_resolution (context) / 72;
}

/* Whether the letters are larger than their share of the picture, which leaves its author's drawing free. */
static gboolean
is_grown (SlPictureWords *self, int height)
{
  return get_reading_size (self) > height * TEXT_SIZE;
}

static int
measure_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static float
get_gap (const Line *line, int height)
{
  return (float)(height * (line->is_heading ? LINE_GAP + NOTE_GAP : LINE_GAP));
}

/* Returns: (transfer full) (element-type Line): the lowest first, @scale times as large as they should be */
static GArray *
lay_out_titles (SlPictureWords *self, int width, int height, double scale, float *taken)
{
  const double reading = get_reading_size (self);
  const double sizes[] = {MAX (height * TEXT_SIZE, reading), MAX (height * TITLE_SIZE, reading * HEADING)};
  GArray      *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  g_array_set_clear_func (lines, (GDestroyNotify)line_clear);
  *taken = 0;
  for (guint i = self->titles ? g_list_model_get_n_items (self->titles) : 0; i > 0; i--)
    {
      g_autoptr (SlCue) cue = g_list_model_get_item (self->titles, i - 1);
      SlNote     *note = SL_NOTE (sl_cue_get_record (cue));
      const char *words[] = {sl_note_get_text (note), sl_note_get_title (note)};

      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        {
          gboolean         cut;
          g_autofree char *markup = words[j] ? sl_rich_text_shorten (words[j], FALSE, MOST_WORDS, &cut) : NULL;
          Line             line = {NULL, j == 1, 0};

          if (markup == NULL)
            continue;
          line.layout = make_layout (self, markup, NULL, sizes[j] * scale, j == 1, (int)(width * (1 - 2 * MARGIN)));
          line.height = measure_height (line.layout);
          g_array_append_val (lines, line);
          *taken += (float)line.height + get_gap (&line, height);
        }
    }
  return lines;
}

static float
measure_titles (GArray *lines, int height)
{
  float taken = 0;

  for (guint i = 0; i < lines->len; i++)
    taken += (float)g_array_index (lines, Line, i).height + get_gap (&g_array_index (lines, Line, i), height);
  return taken;
}

/* What is too much even in small letters is left out: the end of a text first, then texts, then titles. */
static void
cut_titles (GArray *lines, int height, float most)
{
  for (guint i = 0; i < lines->len && measure_titles (lines, height) > most; i++)
    {
      Line *line = &g_array_index (lines, Line, i);

      if (line->is_heading)
        continue;
      pango_layout_set_ellipsize (line->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (line->layout, (int)MAX ((float)line->height + most - measure_titles (lines, height), 1) * PANGO_SCALE);
      line->height = measure_height (line->layout);
    }
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < lines->len && measure_titles (lines, height) > most;)
      if (g_array_index (lines, Line, i).is_heading == (round == 1))
        g_array_remove_index (lines, i);
      else
        i++;
}

/* A ground for words that lie where the picture has not left a place for them. */
static void
draw_ground (GtkSnapshot *snapshot, int width, int height, float top)
{
  static const GskColorStop stops[] = {{0, {0, 0, 0, 0}}, {1, {0, 0, 0, 0.8f}}};
  const float               soft = (float)(height * SOFT), head = MAX (top - soft / 2, soft);

  gtk_snapshot_append_linear_gradient (snapshot, &GRAPHENE_RECT_INIT (0, head - soft, (float)width, soft),
                                       &GRAPHENE_POINT_INIT (0, head - soft), &GRAPHENE_POINT_INIT (0, head), stops, G_N_ELEMENTS (stops));
  gtk_snapshot_append_color (snapshot, &stops[1].color, &GRAPHENE_RECT_INIT (0, head, (float)width, (float)height - head));
}

/* Draws the title notes from their own foot line upwards, the last one lowest, in as large letters as the room allows. */
static void
draw_titles (SlPictureWords *self, GtkSnapshot *snapshot, int width, int height, const Room *room)
{
  float  taken;
  float  foot = MIN ((float)(height * TITLE_FOOT), room->foot);
  double scale = 1;
  g_autoptr (GArray) lines = lay_out_titles (self, width, height, scale, &taken);

  while (taken > room->foot - room->head && get_reading_size (self) * scale > SMALLEST)
    {
      g_array_unref (lines);
      lines = lay_out_titles (self, width, height, scale *= TITLE_STEP, &taken);
    }
  cut_titles (lines, height, room->foot - room->head);
  if (lines->len == 0)
    return;
  taken = measure_titles (lines, height);
  foot = MIN (MAX (foot, room->head + taken), room->foot);
  if (is_grown (self, height))
    draw_ground (snapshot, width, height, foot - taken);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      foot -= (float)line->height;
      draw_layout (snapshot, line->layout, (float)(width * MARGIN), foot, line->is_heading ? &bright : &quiet);
      foot -= get_gap (line, height);
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

/* Around letters of @size. */
static float
get_pad (double size)
{
  return (float)MAX (size * 0.3, 4);
}

/* Returns: (transfer full) (element-type PangoLayout): one for each caption, the newest last, in letters of @size */
static GPtrArray *
lay_out (SlPictureWords *self, int width, double size, float *height)
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

      pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
      *height += (float)measure_height (layout) + get_pad (size) + BETWEEN;
      g_ptr_array_add (layouts, layout);
    }
  return layouts;
}

/* Of many words at once as many are drawn as leave most of the picture free: in smaller letters if need be, and then the
 * newest of them. All of them are in the text. @size (inout): of the letters */
static GPtrArray *
lay_out_captions (SlPictureWords *self, int width, double *size, double least, float most)
{
  float height;
  g_autoptr (GPtrArray) layouts = lay_out (self, width, *size, &height);

  while (height > most && *size > least)
    {
      g_ptr_array_unref (layouts);
      *size = MAX (*size * SMALLER, least);
      layouts = lay_out (self, width, *size, &height);
    }
  while (layouts->len > 1 && height > most)
    {
      height -= (float)measure_height (layouts->pdata[0]) + get_pad (*size) + BETWEEN;
      g_ptr_array_remove_index (layouts, 0);
    }
  if (layouts->len == 1 && height > most)
    {
      pango_layout_set_ellipsize (layouts->pdata[0], PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layouts->pdata[0], (int)MAX (most - get_pad (*size), 1) * PANGO_SCALE);
    }
  return g_steal_pointer (&layouts);
}

/* From the head line down or from the foot line up. Returns: what they leave to titles */
static Room
draw_captions (SlPictureWords *self, GtkSnapshot *snapshot, int width, int height)
{
  const gboolean at_top = self->place == SL_CAPTION_PLACE_TOP;
  const double   share = MAX (height * CAPTION_SIZE, SMALLEST) * self->size / 100;
  double         size = MAX (share, get_reading_size (self) * MIN (self->size, 100) / 100);
  Room           room = {(float)self->covered_head + GAP, (float)height - (float)self->covered_foot - GAP};
  float          foot = MIN ((float)(height * CAPTION_FOOT), room.foot);
  float          head = MAX ((float)(height * CAPTION_HEAD), room.head);
  g_autoptr (GPtrArray) layouts = lay_out_captions (self, width, &size, share * CAPTION_LEAST, (float)(height * CAPTION_MOST));
  const float pad = get_pad (size);

  for (guint i = 0; i < layouts->len; i++)
    {
      PangoLayout *layout = layouts->pdata[at_top ? i : layouts->len - 1 - i];
      const float  taken = (float)measure_height (layout) + pad;

      foot -= at_top ? 0 : taken;
      draw_caption (self, snapshot, layout, (float)(width * CAPTION_MARGIN), (at_top ? head : foot) + pad / 2, pad);
      head += at_top ? taken + BETWEEN : 0;
      foot -= at_top ? 0 : BETWEEN;
    }
  if (layouts->len > 0 && at_top)
    room.head = head + GAP;
  else if (layouts->len > 0)
    room.foot = foot - GAP;
  return room;
}

/* Takes @drawing. */
static void
append_drawing (GtkSnapshot *snapshot, GtkSnapshot *drawing)
{
  GskRenderNode *node = gtk_snapshot_free_to_node (drawing);

  if (node == NULL)
    return;
  gtk_snapshot_append_node (snapshot, node);
  gsk_render_node_unref (node);
}

static void
sl_picture_words_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlPictureWords *self = SL_PICTURE_WORDS (widget);
  const int       width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GtkSnapshot    *captions;
  Room            room;

  if (width < 1 || height < 1)
    return;
  /* The ground of titles lies below captions, which take their place first. */
  captions = gtk_snapshot_new ();
  room = draw_captions (self, captions, width, height);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  draw_titles (self, snapshot, width, height, &room);
  append_drawing (snapshot, captions);
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
