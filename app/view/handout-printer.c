/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A handout on paper: its blocks become lines, and lines pages. A heading is never the last thing on a page. What is on
 * it is handout's.
 */
#include "config.h"

#include "handout-printer.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#define FOOT 28   /* points for the number of the page */
#define INDENT 14 /* points */
#define MARGIN 18 /* millimetres, until the reader sets up another page */
#define SLICE 16  /* blocks that are laid out before the film goes on */

typedef struct
{
  PangoLayout     *layout;
  PangoLayoutLine *line;
  double           x, baseline, height, before; /* points */
  gboolean         keeps;                       /* the next line on its page */
} Line;

typedef struct
{
  GPtrArray            *blocks;
  guint                 n_laid_out; /* of them */
  const SlHandoutWords *words;
  GArray               *lines; /* (element-type Line) */
  GArray               *pages; /* (element-type guint): the first line of each */
} Printing;

static void
line_clear (gpointer data)
{
  Line *line = data;

  pango_layout_line_unref (line->line);
  g_object_unref (line->layout);
}

/* By SlBlockKind. */
static const struct
{
  int      size; /* points */
  gboolean bold;
  int      indent; /* steps */
  int      before; /* points */
} looks[] = {
  [SL_BLOCK_TITLE] = {22, TRUE, 0, 0},
  [SL_BLOCK_LEAD] = {11, FALSE, 0, 6},
  [SL_BLOCK_CHAPTER] = {15, TRUE, 0, 18},
  [SL_BLOCK_SUMMARY] = {11, FALSE, 0, 4},
  [SL_BLOCK_SPEECH] = {11, FALSE, 0, 8},
  [SL_BLOCK_DESCRIPTION] = {11, FALSE, 0, 8},
  [SL_BLOCK_NOTE] = {11, FALSE, 1, 10},
  [SL_BLOCK_FACT] = {11, FALSE, 1, 10},
  [SL_BLOCK_WHO] = {9, FALSE, 1, 2},
  [SL_BLOCK_OTHER_SIDE] = {11, FALSE, 2, 4},
  [SL_BLOCK_HEADING] = {15, TRUE, 0, 24},
  [SL_BLOCK_SOURCE] = {11, FALSE, 0, 10},
  [SL_BLOCK_LINK] = {9, FALSE, 1, 2},
  [SL_BLOCK_PLACE] = {9, FALSE, 1, 2},
  [SL_BLOCK_FOOT] = {9, FALSE, 0, 12},
};

/* What would turn the words behind it, or cannot be seen, is left out. */
static void
append (GString *text, const char *words)
{
  for (const char *at = words; *at; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);
      const gboolean turns = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);

      if (!turns && (c == '\n' || !g_unichar_iscntrl (c)))
        g_string_append_unichar (text, c);
    }
}

static void
embolden (PangoAttrList *attributes, gsize start, gsize end)
{
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->start_index = (guint)start;
  bold->end_index = (guint)end;
  pango_attr_list_insert (attributes, bold);
}

/* Returns: (transfer full): the words of a block in one paragraph */
static char *
build_text (Printing *self, const SlBlock *block, PangoAttrList *attributes)
{
  GString *text = g_string_new (NULL);

  if (block->number > 0)
    g_string_append_printf (text, "[%u] ", block->number);
  if (block->time != SL_TIME_NONE)
    {
      g_autofree char *time = self->words->time (block->time);

      g_string_append_printf (text, "%s  ", time);
    }
  if (block->label)
    {
      const gsize start = text->len;

      append (text, block->label);
      embolden (attributes, start, text->len);
      g_string_append (text, "  ");
    }
  append (text, block->is_closed ? _ ("Not printed: it describes injury or death.") : block->text);
  for (guint i = 0; block->sources && i < block->sources->len; i++)
    g_string_append_printf (text, " [%u]", g_array_index (block->sources, guint, i));
  return g_string_free (text, FALSE);
}

static void
add_lines (Printing *self, PangoLayout *layout, double indent, double before, gboolean keeps)
{
  PangoLayoutIter *at = pango_layout_get_iter (layout);
  gboolean         is_first = TRUE;

  do
    {
      PangoRectangle place;
      Line           line = {.layout = g_object_ref (layout), .keeps = keeps, .before = is_first ? before : 0};

      pango_layout_iter_get_line_extents (at, NULL, &place);
      line.line = pango_layout_line_ref (pango_layout_iter_get_line_readonly (at));
      line.x = indent + (double)place.x / PANGO_SCALE;
      line.height = (double)place.height / PANGO_SCALE;
      line.baseline = (double)(pango_layout_iter_get_baseline (at) - place.y) / PANGO_SCALE;
      g_array_append_val (self->lines, line);
      is_first = FALSE;
  } while (pango_layout_iter_next_line (at));
  pango_layout_iter_free (at);
}

static void
add_block (Printing *self, GtkPrintContext *context, const SlBlock *block)
{
  const double indent = INDENT * (looks[block->kind].indent + (block->is_beside ? 1 : 0));
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoFontDescription *font = pango_font_description_from_string ("Sans");
  g_autofree char      *text = build_text (self, block, attributes);

  pango_font_description_set_size (font, looks[block->kind].size * PANGO_SCALE);
  pango_font_description_set_weight (font, looks[block->kind].bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  if (block->language)
    pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (block->language)));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, (int)((gtk_print_context_get_width (context) - indent) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  add_lines (self, layout, indent, looks[block->kind].before, block->kind == SL_BLOCK_CHAPTER || block->kind == SL_BLOCK_HEADING || block->kind == SL_BLOCK_SOURCE);
}

/* Returns: the first line of the page after the one that begins with @first */
static guint
find_end (Printing *self, guint first, double height)
{
  double y = 0;
  guint  end = first, last;

  for (; end < self->lines->len; end++)
    {
      const Line *line = &g_array_index (self->lines, Line, end);

      y += line->height + (end > first ? line->before : 0);
      if (y > height && end > first)
        break;
    }
  last = end;
  while (end < self->lines->len && last > first + 1 && g_array_index (self->lines, Line, last - 1).keeps)
    last--;
  return last > first + 1 ? last : end;
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  Printing *self = data;

  g_array_set_size (self->lines, 0);
  g_array_set_size (self->pages, 0);
  self->n_laid_out = 0;
}

/* Returns: whether all is laid out; if not, it is called again when nothing else is to be done */
static gboolean
paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  Printing   *self = data;
  const guint end = MIN (self->n_laid_out + SLICE, self->blocks->len);
  guint       first = 0;

  while (self->n_laid_out < end)
    add_block (self, context, self->blocks->pdata[self->n_laid_out++]);
  if (end < self->blocks->len)
    return FALSE;
  while (first < self->lines->len)
    {
      g_array_append_val (self->pages, first);
      first = find_end (self, first, gtk_print_context_get_height (context) - FOOT);
    }
  gtk_print_operation_set_n_pages (operation, (int)self->pages->len);
  return TRUE;
}

static void
draw_number (Printing *self, GtkPrintContext *context, int page)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *font = pango_font_description_from_string ("Sans 9");
  /* Translators: at the foot of a printed page: its number, and that of all. */
  g_autofree char *text = g_strdup_printf (C_ ("page", "%1$d / %2$u"), page + 1, self->pages->len);

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int)(gtk_print_context_get_width (context) * PANGO_SCALE));
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  cairo_move_to (cr, 0, gtk_print_context_get_height (context) - FOOT / 2);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer data)
{
  Printing   *self = data;
  cairo_t    *cr = gtk_print_context_get_cairo_context (context);
  const guint first = g_array_index (self->pages, guint, page);
  const guint end = (guint)page + 1 < self->pages->len ? g_array_index (self->pages, guint, page + 1) : self->lines->len;
  double      y = 0;

  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = first; i < end; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      y += i > first ? line->before : 0;
      cairo_move_to (cr, line->x, y + line->baseline);
      pango_cairo_show_layout_line (cr, line->line);
      y += line->height;
    }
  draw_number (self, context, page);
}

static void
printing_free (gpointer data, GClosure *closure)
{
  Printing *self = data;

  g_ptr_array_unref (self->blocks);
  g_array_unref (self->lines);
  g_array_unref (self->pages);
  g_free (self);
}

/* To hold it by, and to write on. */
static void
give_margins (GtkPrintOperation *operation)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();

  gtk_page_setup_set_top_margin (setup, MARGIN, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, MARGIN, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, MARGIN, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, MARGIN, GTK_UNIT_MM);
  gtk_print_operation_set_default_page_setup (operation, setup);
}

gboolean
sl_handout_printer_run (GtkWindow *parent, GPtrArray *blocks, const SlHandoutWords *words, GtkPrintOperationAction action, const char *path, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  Printing *self;

  g_return_val_if_fail (blocks != NULL && blocks->len > 0 && words != NULL, FALSE);
  g_return_val_if_fail (action != GTK_PRINT_OPERATION_ACTION_EXPORT || path != NULL, FALSE);

  self = g_new0 (Printing, 1);
  self->blocks = g_ptr_array_ref (blocks);
  self->words = words;
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, line_clear);
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_print_operation_set_job_name (operation, ((SlBlock *)blocks->pdata[0])->text);
  give_margins (operation);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  if (path)
    gtk_print_operation_set_export_filename (operation, path);
  /* The last of them to be disconnected takes what all use. */
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_cb), self, NULL, 0);
  g_signal_connect_data (operation, "paginate", G_CALLBACK (paginate_cb), self, NULL, 0);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_cb), self, printing_free, 0);
  return gtk_print_operation_run (operation, action, parent, error) != GTK_PRINT_OPERATION_RESULT_ERROR;
}
