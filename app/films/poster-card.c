/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The motif above, the words below it, one margin round all, so that posters in a row have their titles in a line. A
 * motif is a pure drawing in the motif's box. */
#include "poster-card.h"

#include "fields.h"
#include "json-file.h"
#include "shapes.h"
#include "storyboard-error.h"

#include <pango/pangocairo.h>

#define FORMAT 1
#define MARGIN 64.0
#define TITLE_SIZE 92 /* pixels */
#define CREDIT_SIZE 38
#define WORDS_TOP 800.0
#define WORDS_GAP 20.0 /* between title and credit */

typedef struct
{
  const char *name;
  void (*draw) (cairo_t *cr, const SlBox *box);
} Motif;

/* One square for each of the 358 days in custody; the last one is lit. */
static void
draw_days (cairo_t     *cr,
           const SlBox *box)
{
  const guint  n = 358, columns = 19;
  const double gap = 9, side = (box->width - (columns - 1) * gap) / columns;

  for (guint i = 0; i < n; i++)
    {
      SlBox square = {box->x + i % columns * (side + gap), box->y + i / columns * (side + gap), side, side};

      if (i == n - 1)
        sl_palette_set (cr, SL_COLOUR_ACCENT, 1.0);
      else
        sl_palette_set_between (cr, SL_COLOUR_FAINT, SL_COLOUR_LINE, (double)i / n);
      sl_shapes_fill (cr, square, 4);
    }
}

/* Pages of one side's account, laid one on the other. */
static void
draw_pages (cairo_t     *cr,
            const SlBox *box)
{
  const guint  n = 5;
  const double step = 44;
  const SlBox  page = {0, 0, box->width - (n - 1) * step, box->height - (n - 1) * step};

  for (guint i = 0; i < n; i++)
    {
      SlBox place = {box->x + (n - 1 - i) * step, box->y + i * step, page.width, page.height};

      sl_shapes_page (cr, place, i == n - 1 ? 11 : 0, i == n - 1 ? SL_COLOUR_POSITION : SL_COLOUR_LINE);
    }
}

static const Motif motifs[] = {
  {"days", draw_days},
  {"pages", draw_pages},
};

static const Motif *
find_motif (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (motifs); i++)
    {
      if (g_str_equal (motifs[i].name, name))
        return &motifs[i];
    }

  return NULL;
}

/* @top: where the words begin. Returns: where they end */
static double
draw_words (cairo_t    *cr,
            const char *text,
            double      top,
            int         size,
            PangoWeight weight,
            SlColour    colour)
{
  PangoLayout          *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_new ();
  int                   height;

  pango_font_description_set_family (font, "Cantarell");
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int)(SL_POSTER_CARD_WIDTH - 2 * MARGIN) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 0.95f);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  cairo_move_to (cr, MARGIN, top);
  sl_palette_set (cr, colour, 1.0);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
  g_object_unref (layout);

  return top + height;
}

static cairo_surface_t *
draw (const Motif *motif,
      const char  *title,
      const char  *credit)
{
  const double     side = SL_POSTER_CARD_WIDTH - 2 * MARGIN;
  const SlBox      box = {MARGIN, MARGIN, side, side};
  cairo_surface_t *card = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SL_POSTER_CARD_WIDTH, SL_POSTER_CARD_HEIGHT);
  cairo_t         *cr = cairo_create (card);
  double           top;

  sl_palette_set (cr, SL_COLOUR_GROUND, 1.0);
  cairo_paint (cr);
  motif->draw (cr, &box);
  top = draw_words (cr, title, WORDS_TOP, TITLE_SIZE, PANGO_WEIGHT_ULTRABOLD, SL_COLOUR_TEXT);
  draw_words (cr, credit, top + WORDS_GAP, CREDIT_SIZE, PANGO_WEIGHT_NORMAL, SL_COLOUR_QUIET);
  cairo_destroy (cr);
  cairo_surface_flush (card);

  return card;
}

static cairo_surface_t *
read_and_draw (JsonObject *object,
               GError    **error)
{
  const char *const known[] = {"format", "title", "credit", "motif", NULL};
  const char       *title, *credit, *name;
  const Motif      *motif;
  gint64            format;

  if (!sl_fields_only (object, known, error) || !sl_fields_integer (object, "format", FORMAT, FORMAT, &format, error) ||
      !(title = sl_fields_string (object, "title", error)) || !(credit = sl_fields_string (object, "credit", error)) ||
      !(name = sl_fields_string (object, "motif", error)))
    return NULL;
  motif = find_motif (name);
  if (motif == NULL)
    {
      g_set_error (error, SL_STORYBOARD_ERROR, SL_STORYBOARD_ERROR_UNKNOWN, "there is no motif named \"%s\"", name);
      return NULL;
    }

  return draw (motif, title, credit);
}

cairo_surface_t *
sl_poster_card_new (GFile   *file,
                    GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *name = NULL;
  cairo_surface_t *card = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_parse_name (file);
  root = sl_json_file_read (file, error);
  if (root)
    card = read_and_draw (json_node_get_object (root), error);
  if (card == NULL)
    g_prefix_error (error, "%s: ", name);

  return card;
}
