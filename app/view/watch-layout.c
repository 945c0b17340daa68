/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the stage, the controls and the panel stand in each width, and what is over the picture. */
#include "watch-layout.h"

#include "remark.h"
#include "stage.h"
#include "step-aside.h"

#define NARROW 900         /* pixels: below this the panel goes below the picture */
#define SHORT 640          /* pixels: below this the picture leaves more to the panel */
#define PANEL_LINES 9      /* of text, for which the picture makes room below it */
#define DRAWER_LINES 6     /* and in full screen, which is for the picture */
#define PANEL_SHARE 0.3125 /* of a wide window */
#define PANEL_LEAST 320    /* pixels */
#define PANEL_MOST 480
#define ASKED_LINES 3 /* of what is said on the stage, for which the panel makes room even where it has none */
#define SIGN 32       /* pixels beside the middle in which the sign is that the film is waited for */

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

static gboolean
is_rtl (const SlWatchLayout *self)
{
  return gtk_widget_get_direction (self->page) == GTK_TEXT_DIR_RTL;
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

static gboolean
is_over_middle (const GtkAllocation *place, const GtkAllocation *view)
{
  const int middle = view->x + view->width / 2;

  return place->x < middle + SIGN && place->x + place->width > middle - SIGN;
}

/* In the first corner of @view, where it covers the least. Returns: the place that is taken */
static GtkAllocation
place_bar (const SlWatchLayout *self, const GtkAllocation *view, gboolean shown)
{
  GtkAllocation taken = {view->x, view->y, 0, 0};

  if (!shown)
    sl_step_aside_from_focus (self->bars);
  gtk_widget_set_child_visible (self->bars, shown);
  if (!shown)
    return taken;
  gtk_widget_measure (self->bars, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &taken.width, NULL, NULL);
  taken.width = MAX (MIN (taken.width, view->width), least_width (self->bars));
  taken.height = least_height (self->bars, taken.width);
  taken.x += is_rtl (self) ? view->width - taken.width : 0;
  gtk_widget_size_allocate (self->bars, &taken, -1);
  return taken;
}

/* In the other corner; or in the middle of the side that it is about, which is the same in every language. Below the
 * @bar that has the place; nowhere, if there is no room for both. Returns: the place that is taken */
static GtkAllocation
place_remark (const SlWatchLayout *self, const GtkAllocation *view, const GtkAllocation *bar, gboolean shown)
{
  const int     side = sl_remark_get_side (SL_REMARK (self->remark));
  GtkAllocation taken = {view->x, view->y, 0, 0};
  int           room;

  if (!gtk_widget_should_layout (self->remark))
    return taken;
  gtk_widget_measure (self->remark, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &taken.width, NULL, NULL);
  taken.width = MAX (MIN (taken.width, view->width), least_width (self->remark));
  taken.height = least_height (self->remark, taken.width);
  room = MAX (view->width - taken.width, 0);
  if (side != 0)
    taken.y += MAX ((view->height - taken.height) / 2, 0);
  if (side != 0)
    taken.x += side < 0 ? room / 8 : room - room / 8;
  else
    taken.x += is_rtl (self) ? 0 : room;
  if (gdk_rectangle_intersect (&taken, bar, NULL))
    taken.y = bar->y + bar->height;
  shown &= taken.y + taken.height <= view->y + view->height;
  gtk_widget_set_child_visible (self->remark, shown);
  gtk_widget_size_allocate (self->remark, &taken, -1);
  return shown ? taken : (GtkAllocation){view->x, view->y, 0, 0};
}

/* @stage: the place of the stage, which is told what lies on it; @view: what of it is free. @hidden: nothing is. While
 * the stage itself has something to say nothing else has. */
static void
place_over (const SlWatchLayout *self, const GtkAllocation *stage, const GtkAllocation *view, int foot, gboolean hidden)
{
  const gboolean      shown = !hidden && sl_stage_measure_asked (SL_STAGE (self->stage), view->width, NULL) == 0;
  const GtkAllocation bar = place_bar (self, view, shown), remark = place_remark (self, view, &bar, shown);
  SlStageCover        cover = {.head = bar.height, .foot = foot, .left = view->x - stage->x};

  cover.right = stage->width - view->width - cover.left;
  if (is_over_middle (&bar, view))
    cover.sign = bar.height;
  if (is_over_middle (&remark, view))
    cover.sign = MAX (cover.sign, remark.y - stage->y + remark.height);
  sl_stage_set_covered (SL_STAGE (self->stage), &cover);
}

/* With what lies on it. */
static void
place_stage (const SlWatchLayout *self, int x, int width, int height)
{
  const GtkAllocation stage = {x, 0, width, height};

  place_over (self, &stage, &stage, 0, FALSE);
  gtk_widget_size_allocate (self->stage, &stage, -1);
}

/* The stage above the controls, in a column of the page. */
static void
place_column (const SlWatchLayout *self, int x, int width, int height)
{
  const int controls = least_height (self->transport, width);

  place_stage (self, x, width, MAX (height - controls, least_height (self->stage, width)));
  place (self->transport, x, height - controls, width, controls);
}

/* Whether the controls have room beside the drawer. */
static gboolean
is_beside (const SlWatchLayout *self, int width, int panel)
{
  return width - panel >= MAX (least_width (self->transport), least_width (self->bars));
}

/* How high the stage is for what is said on it with buttons. @least (out): for those to be seen */
static int
measure_said (const SlWatchLayout *self, int width, int *least)
{
  const int asked = sl_stage_measure_asked (SL_STAGE (self->stage), width, least);

  *least = asked == 0 ? least_height (self->bars, width) : MIN (asked, *least + measure_lines (self->stage, ASKED_LINES));
  return MAX (asked, *least);
}

/* How high the picture is that stands above the panel, of what the @controls leave. @lines: of text, for which it makes room */
static int
measure_picture (const SlWatchLayout *self, int width, int height, int controls, int lines)
{
  const int least = least_height (self->stage, width);
  const int share = height < SHORT ? height * 33 / 100 : height * 42 / 100;
  const int panel = least_height (self->panel, width);
  int       buttons, said = measure_said (self, width, &buttons);
  int       picture = CLAMP (width * 9 / 16, least, MAX (share, least));

  picture = MIN (picture, height - controls - MAX (panel, measure_lines (self->panel, lines)));
  /* The panel makes room for what is said, and for its buttons even more. */
  picture = MAX (picture, MIN (said, height - controls - panel));
  return MAX (MAX (picture, MIN (buttons, height - controls)), least);
}

/* In a page that is high and narrow the drawer comes from the side as well, but below the picture, which makes room for it:
 * nothing would be left of the picture beside it. */
static void
place_high (const SlWatchLayout *self, int width, int height, gboolean rtl)
{
  const int           controls = least_height (self->transport, width);
  const int           picture = measure_picture (self, width, height, controls, DRAWER_LINES), foot = self->idle ? 0 : controls;
  const int           out = (int)(width * self->drawer + 0.5), top = height - (int)((height - picture) * self->drawer + 0.5);
  const GtkAllocation stage = {0, 0, width, top};

  place_over (self, &stage, &stage, MAX (top - (height - foot), 0), FALSE);
  gtk_widget_size_allocate (self->stage, &stage, -1);
  place (self->panel, rtl ? out - width : width - out, picture, width, MAX (height - picture - foot, least_height (self->panel, width)));
  if (!self->idle)
    place (self->transport, 0, height - controls, width, controls);
}

/* The panel is a drawer over the picture, which stays as it is. What is over the picture moves beside the drawer; where
 * that is too narrow for the controls the drawer ends above them and covers everything else, but for what is asked. */
static void
place_full (const SlWatchLayout *self, int width, int height, int panel, gboolean rtl)
{
  const gboolean      beside = is_beside (self, width, panel);
  const int           out = (int)(panel * self->drawer + 0.5);
  const int           room = beside ? width - out : width;
  const int           controls = least_height (self->transport, room);
  const GtkAllocation stage = {0, 0, width, height}, view = {rtl ? width - room : 0, 0, room, height};
  const gboolean      hidden = !beside && out > 0;

  if (hidden && sl_stage_measure_asked (SL_STAGE (self->stage), width, NULL) > 0)
    gtk_widget_set_child_visible (self->panel, FALSE);
  place_over (self, &stage, &view, self->idle ? 0 : controls, hidden);
  gtk_widget_size_allocate (self->stage, &stage, -1);
  place (self->panel, rtl ? out - panel : width - out, 0, panel, beside || self->idle ? height : height - controls);
  if (!self->idle)
    place (self->transport, view.x, height - controls, room, controls);
}

static void
place_narrow (const SlWatchLayout *self, int width, int height)
{
  const int controls = least_height (self->transport, width);
  const int picture = measure_picture (self, width, height, controls, PANEL_LINES);

  place_column (self, 0, width, picture + controls);
  place (self->panel, 0, picture + controls, width, MAX (height - picture - controls, least_height (self->panel, width)));
}

void
sl_watch_layout_allocate (const SlWatchLayout *self, int width, int height)
{
  gboolean rtl;
  int      panel;

  g_return_if_fail (self != NULL);

  rtl = is_rtl (self);
  panel = MAX (CLAMP ((int)(width * PANEL_SHARE), PANEL_LEAST, PANEL_MOST), least_width (self->panel));
  gtk_widget_set_child_visible (self->panel, self->panel_shown || (self->fullscreen && self->drawer > 0));
  if (self->fullscreen && height > width && !is_beside (self, width, MIN (panel, width)))
    place_high (self, width, height, rtl);
  else if (self->fullscreen)
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
}

void
sl_watch_layout_measure (const SlWatchLayout *self, GtkOrientation orientation, int for_size, int *minimum, int *natural)
{
  int width;

  g_return_if_fail (self != NULL && minimum != NULL && natural != NULL);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (MAX (MAX (least_width (self->stage), least_width (self->bars)), least_width (self->transport)), least_width (self->panel));
      *natural = MAX (*minimum, 1280);
      return;
    }
  width = for_size > 0 && for_size < NARROW ? for_size : -1;
  *minimum = least_height (self->stage, -1) + least_height (self->transport, width) + least_height (self->panel, width);
  *natural = MAX (*minimum, 720);
}
