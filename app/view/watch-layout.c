/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the stage, the controls and the panel stand in each width, and what is over the picture. */
#include "watch-layout.h"

#include "remark.h"
#include "stage.h"

#define NARROW 900         /* pixels: below this the panel goes below the picture */
#define SHORT 640          /* pixels: below this the picture leaves more to the panel */
#define PANEL_LINES 9      /* of text, for which the picture makes room below it */
#define PANEL_SHARE 0.3125 /* of a wide window */
#define PANEL_LEAST 320    /* pixels */
#define PANEL_MOST 480

static int
least_height (GtkWidget *widget, int width)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
least_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
place (GtkWidget *widget, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (widget, &(GtkAllocation){x, y, width, height}, -1);
}

/* As large as the reader has chosen letters to be. */
static int
measure_lines (GtkWidget *widget, int n)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  const int         height = n * PANGO_PIXELS (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return height;
}

/* The stage above the controls, in a column of the page. */
static void
place_column (const SlWatchLayout *self, int x, int width, int height)
{
  const int controls = least_height (self->transport, width);

  place (self->stage, x, 0, width, MAX (height - controls, least_height (self->stage, width)));
  place (self->transport, x, height - controls, width, controls);
}

static void
place_full (const SlWatchLayout *self, int width, int height, int panel, gboolean rtl)
{
  const int room = self->panel_shown ? width - panel : width;
  const int controls = least_height (self->transport, room);

  /* The picture makes room, so that no word on it is ever covered. */
  place (self->stage, rtl ? width - room : 0, 0, room, height);
  if (self->panel_shown)
    place (self->panel, rtl ? 0 : room, 0, panel, height);
  if (!self->idle)
    place (self->transport, rtl ? width - room : 0, height - controls, room, controls);
}

static void
place_narrow (const SlWatchLayout *self, int width, int height)
{
  const int controls = least_height (self->transport, width);
  const int least = least_height (self->stage, width);
  const int share = height < SHORT ? height * 33 / 100 : height * 42 / 100;
  const int lines = sl_stage_is_asking (SL_STAGE (self->stage)) ? 0 : PANEL_LINES;
  const int panel = MAX (least_height (self->panel, width), measure_lines (self->panel, lines));
  int       picture = CLAMP (width * 9 / 16, least, MAX (share, least));

  picture = MAX (MIN (picture, height - controls - panel), least);
  place_column (self, 0, width, picture + controls);
  place (self->panel, 0, picture + controls, width, MAX (height - picture - controls, least_height (self->panel, width)));
}

/* In the picture's first corner, where they cover the least. Returns: how many pixels of its head they cover */
static int
place_bar (const SlWatchLayout *self, const graphene_rect_t *stage, gboolean rtl)
{
  const int most = (int)stage->size.width;
  int       width, height;

  if (!gtk_widget_should_layout (self->bars))
    return 0;
  gtk_widget_measure (self->bars, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  width = MAX (MIN (width, most), least_width (self->bars));
  height = least_height (self->bars, width);
  place (self->bars, (int)stage->origin.x + (rtl ? most - width : 0), (int)stage->origin.y, width, height);
  return height;
}

/* In the other corner; or in the middle of the side that it is about, which is the same in every language. */
static void
place_remark (const SlWatchLayout *self, const graphene_rect_t *stage, gboolean rtl, int bar)
{
  const int side = sl_remark_get_side (SL_REMARK (self->remark));
  int       width, height, x = (int)stage->origin.x, y = (int)stage->origin.y, room = (int)stage->size.width;

  if (!gtk_widget_should_layout (self->remark))
    return;
  gtk_widget_measure (self->remark, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  width = MAX (MIN (width, room), least_width (self->remark));
  height = least_height (self->remark, width);
  room = MAX (room - width, 0);
  if (side != 0)
    {
      x += side < 0 ? room / 8 : room - room / 8;
      y += MAX (((int)stage->size.height - height) / 2, 0);
    }
  else
    {
      x += rtl ? 0 : room;
      y += room > width * 2 ? 0 : bar;
    }
  place (self->remark, x, y, width, height);
}

static void
place_over (const SlWatchLayout *self, gboolean rtl)
{
  const int       controls = self->fullscreen && !self->idle ? gtk_widget_get_height (self->transport) : 0;
  graphene_rect_t stage;
  int             bar;

  if (!gtk_widget_compute_bounds (self->stage, self->page, &stage))
    return;
  bar = place_bar (self, &stage, rtl);
  place_remark (self, &stage, rtl, bar);
  sl_stage_set_covered (SL_STAGE (self->stage), bar, controls);
}

void
sl_watch_layout_allocate (const SlWatchLayout *self, int width, int height)
{
  gboolean rtl;
  int      panel;

  g_return_if_fail (self != NULL);

  rtl = gtk_widget_get_direction (self->page) == GTK_TEXT_DIR_RTL;
  panel = MAX (CLAMP ((int)(width * PANEL_SHARE), PANEL_LEAST, PANEL_MOST), least_width (self->panel));
  gtk_widget_set_child_visible (self->panel, self->panel_shown);
  if (self->fullscreen)
    place_full (self, width, height, MIN (panel, width), rtl);
  else if (!self->panel_shown)
    place_column (self, 0, width, height);
  else if (width < NARROW)
    place_narrow (self, width, height);
  else
    {
      place_column (self, rtl ? panel : 0, width - panel, height);
      place (self->panel, rtl ? 0 : width - panel, 0, panel, height);
    }
  place_over (self, rtl);
}

void
sl_watch_layout_measure (const SlWatchLayout *self, GtkOrientation orientation, int for_size, int *minimum, int *natural)
{
  g_return_if_fail (self != NULL && minimum != NULL && natural != NULL);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (MAX (MAX (least_width (self->stage), least_width (self->bars)), least_width (self->transport)), least_width (self->panel));
      *natural = MAX (*minimum, 1280);
      return;
    }
  *minimum = least_height (self->stage, -1) + least_height (self->transport, for_size > 0 && for_size < NARROW ? for_size : -1) +
             least_height (self->panel, -1);
  *natural = MAX (*minimum, 720);
}
