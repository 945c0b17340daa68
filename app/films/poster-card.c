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

/* Two accounts of the same, line by line from the middle outwards. */
static void
draw_sides (cairo_t     *cr,
            const SlBox *box)
{
  static const double left[] = {0.92, 0.74, 0.83, 0.97, 0.58, 0.88, 0.69, 0.95, 0.62, 0.80, 0.41};
  static const double right[] = {0.66, 0.90, 0.97, 0.52, 0.85, 0.73, 0.94, 0.60, 0.88, 0.96, 0.55};
  const guint         n = G_N_ELEMENTS (left);
  const double        gap = 40, middle = 22, half = box->width / 2 - middle, height = (box->height - (n - 1) * gap) / n;

  for (guint i = 0; i < n; i++)
    {
      const double y = box->y + i * (height + gap), centre = box->x + box->width / 2;

      sl_palette_set (cr, SL_COLOUR_POSITION, 1.0);
      sl_shapes_fill (cr, (SlBox){centre - middle - left[i] * half, y, left[i] * half, height}, 6);
      sl_palette_set (cr, SL_COLOUR_DISPUTED, 1.0);
      sl_shapes_fill (cr, (SlBox){centre + middle, y, right[i] * half, height}, 6);
    }
}

static const Motif motifs[] = {
  {"days", draw_days},
  {"pages", draw_pages},
  {"sides", draw_sides},
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

/* Returns: (transfer full) */
static PangoLayout *
lay_out (cairo_t    *cr,
         const char *text,
         int         size,
         PangoWeight weight)
{
  PangoLayout          *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, "Cantarell");
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int)(SL_POSTER_CARD_WIDTH - 2 * MARGIN) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 0.95f);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);

  return layout;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static void
show (cairo_t     *cr,
      PangoLayout *layout,
      double       top,
      SlColour     colour)
{
  cairo_move_to (cr, MARGIN, top);
  sl_palette_set (cr, colour, 1.0);
  pango_cairo_show_layout (cr, layout);
}

/* Whether it has the lines that its text has, if that has several. */
static gboolean
keeps_lines (PangoLayout *layout)
{
  guint n_lines = 1;

  for (const char *c = pango_layout_get_text (layout); *c != '\0'; c++)
    n_lines += *c == '\n';

  return n_lines == 1 || pango_layout_get_line_count (layout) == (int)n_lines;
}

/* A long title is smaller, so that what is below it keeps clear of the edge. */
static void
draw_words (cairo_t    *cr,
            const char *title,
            const char *credit)
{
  PangoLayout *above, *below = lay_out (cr, credit, CREDIT_SIZE, PANGO_WEIGHT_NORMAL);
  const double room = SL_POSTER_CARD_HEIGHT - MARGIN / 2 - WORDS_TOP - WORDS_GAP - get_height (below);
  int          size = TITLE_SIZE;

  above = lay_out (cr, title, size, PANGO_WEIGHT_ULTRABOLD);
  while ((get_height (above) > room || !keeps_lines (above)) && size > CREDIT_SIZE)
    {
      g_object_unref (above);
      size -= 2;
      above = lay_out (cr, title, size, PANGO_WEIGHT_ULTRABOLD);
    }
  show (cr, above, WORDS_TOP, SL_COLOUR_TEXT);
  show (cr, below, WORDS_TOP + get_height (above) + WORDS_GAP, SL_COLOUR_QUIET);
  g_object_unref (above);
  g_object_unref (below);
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

  sl_palette_set (cr, SL_COLOUR_GROUND, 1.0);
  cairo_paint (cr);
  motif->draw (cr, &box);
  draw_words (cr, title, credit);
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
