/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where rows of a list stand when they are on, so that they can be read from their heads on. Leaves out going there. */
#include "resting-place.h"

#define RESTING_PLACE 0.15 /* of the height: where the top of the row that is on should be */
#define LOWEST_PLACE 0.4   /* and where it may stay */
#define BEGINNING 0.25     /* what has to be seen of the newest row below others that are on */

/* Returns: how much room there has to be below the head of @first for the row at @aim, of which the beginning is enough */
static double
measure_span (const graphene_rect_t *first, const graphene_rect_t *aim, double page)
{
  const float above = aim->origin.y - first->origin.y;

  if (above <= 0 || above + aim->size.height <= page)
    return above + aim->size.height;
  return above + MIN (aim->size.height, (float)(page * BEGINNING));
}

/* Of several that are on at once as many are to be seen from their heads on as fit above the row at @place, which is
 * the newest. @place (inout): of the first of them. Returns: whether that leaves one out */
static gboolean
find_first (GtkWidget *list, GType row_type, SlCue *newest, graphene_rect_t *place, double page)
{
  const graphene_rect_t aim = *place;
  gboolean              is_left_out = FALSE;

  for (GtkWidget *item = gtk_widget_get_first_child (list); item; item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget      *row = gtk_widget_get_first_child (item);
      graphene_rect_t bounds;
      g_autoptr (SlCue) cue = NULL;

      if (row == NULL || !g_type_is_a (G_OBJECT_TYPE (row), row_type) || !gtk_widget_get_mapped (item))
        continue;
      g_object_get (row, "cue", &cue, NULL);
      if (cue == NULL || !sl_cue_get_current (cue) || sl_cue_get_kind (cue) != sl_cue_get_kind (newest) ||
          !gtk_widget_compute_bounds (item, list, &bounds) || bounds.origin.y >= aim.origin.y)
        continue;
      if (measure_span (&bounds, &aim, page) > page)
        is_left_out = TRUE;
      else if (bounds.origin.y < place->origin.y)
        *place = bounds;
    }
  return is_left_out;
}

double
sl_resting_place_measure (GtkWidget *list, GtkWidget *item, double page, GType row_type, SlCue *newest)
{
  graphene_rect_t bounds, first;
  double          span, place, lowest = page * LOWEST_PLACE;

  g_return_val_if_fail (GTK_IS_WIDGET (list) && GTK_IS_WIDGET (item) && (newest == NULL || SL_IS_CUE (newest)), 0);

  if (!gtk_widget_compute_bounds (item, list, &bounds))
    return 0;
  first = bounds;
  /* Of one that is on and has no room its end is not what is read first. */
  if (newest && find_first (list, row_type, newest, &first, page))
    lowest = 0;
  span = measure_span (&first, &bounds, page);
  place = MIN (MAX (MIN (page * RESTING_PLACE, page - span), 0), lowest);
  if (first.origin.y >= 0 && first.origin.y + span <= page && first.origin.y <= lowest)
    return 0;
  return first.origin.y - place;
}
