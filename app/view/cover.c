/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is drawn over the picture is found in the drawing itself: whatever comes after it and reaches over it, be it
 * words, a toast or something that nobody thought of. What this room does not know it takes for a cover.
 */
#include "cover.h"

#include <math.h>

#define MANY 12  /* parts of a region, above which fewer and smaller ones are better */
#define GRAIN 16 /* pixels, to which they are rounded first */

typedef struct
{
  const GskRenderNode  *wanted;
  gboolean              is_found;
  gboolean              is_shaped; /* cut by something rounder than a rectangle */
  cairo_rectangle_int_t place;
  cairo_region_t       *open;
} Search;

static void walk (Search *self, const GskRenderNode *node, float dx, float dy, const graphene_rect_t *clip);

static graphene_rect_t
moved (const graphene_rect_t *rect, float dx, float dy)
{
  graphene_rect_t result;

  graphene_rect_offset_r (rect, dx, dy, &result);
  return result;
}

static cairo_rectangle_int_t
whole_pixels (const graphene_rect_t *rect)
{
  const int x = (int)floorf (rect->origin.x), y = (int)floorf (rect->origin.y);

  return (cairo_rectangle_int_t){x,
                                 y,
                                 (int)ceilf (rect->origin.x + rect->size.width) - x,
                                 (int)ceilf (rect->origin.y + rect->size.height) - y};
}

/* Pixels that are in @rect with all of themselves. */
static cairo_rectangle_int_t
inner_pixels (const graphene_rect_t *rect)
{
  const int x = (int)ceilf (rect->origin.x), y = (int)ceilf (rect->origin.y);

  return (cairo_rectangle_int_t){x,
                                 y,
                                 MAX ((int)floorf (rect->origin.x + rect->size.width) - x, 0),
                                 MAX ((int)floorf (rect->origin.y + rect->size.height) - y, 0)};
}

static void
take_wanted (Search *self, float dx, float dy, const graphene_rect_t *clip)
{
  const graphene_rect_t at = {{dx, dy}, {0, 0}};
  graphene_rect_t       bounds, place;
  cairo_rectangle_int_t seen;

  gsk_render_node_get_bounds ((GskRenderNode *)self->wanted, &bounds);
  place = moved (&bounds, at.origin.x, at.origin.y);
  self->is_found = TRUE;
  self->is_shaped = self->is_shaped || dx != floorf (dx) || dy != floorf (dy);
  self->place = whole_pixels (&place);
  self->open = cairo_region_create_rectangle (&self->place);
  if (clip)
    {
      seen = inner_pixels (clip);
      cairo_region_intersect_rectangle (self->open, &seen);
    }
}

static void
take_cover (Search *self, const GskRenderNode *node, float dx, float dy, const graphene_rect_t *clip)
{
  graphene_rect_t       bounds;
  cairo_rectangle_int_t part;

  gsk_render_node_get_bounds ((GskRenderNode *)node, &bounds);
  bounds = moved (&bounds, dx, dy);
  if (clip && !graphene_rect_intersection (&bounds, clip, &bounds))
    return;
  part = whole_pixels (&bounds);
  cairo_region_subtract_rectangle (self->open, &part);
}

static void
walk_clipped (Search *self, const GskRenderNode *child, const graphene_rect_t *by, float dx, float dy, const graphene_rect_t *clip)
{
  graphene_rect_t narrower = moved (by, dx, dy);

  if (clip == NULL || graphene_rect_intersection (&narrower, clip, &narrower))
    walk (self, child, dx, dy, &narrower);
}

static void
walk_rounded (Search *self, const GskRenderNode *node, float dx, float dy, const graphene_rect_t *clip)
{
  const GskRoundedRect *by = gsk_rounded_clip_node_get_clip (node);
  const gboolean        was_found = self->is_found;
  graphene_rect_t       place;

  walk_clipped (self, gsk_rounded_clip_node_get_child (node), &by->bounds, dx, dy, clip);
  if (was_found || !self->is_found)
    return;
  place = GRAPHENE_RECT_INIT ((float)self->place.x - dx, (float)self->place.y - dy, (float)self->place.width, (float)self->place.height);
  self->is_shaped = self->is_shaped || !gsk_rounded_rect_contains_rect (by, &place);
}

static void
walk_transform (Search *self, const GskRenderNode *node, float dx, float dy, const graphene_rect_t *clip)
{
  GskTransform *transform = gsk_transform_node_get_transform (node);
  float         by_x, by_y;

  if (gsk_transform_get_category (transform) >= GSK_TRANSFORM_CATEGORY_2D_TRANSLATE)
    {
      gsk_transform_to_translate (transform, &by_x, &by_y);
      walk (self, gsk_transform_node_get_child (node), dx + by_x, dy + by_y, clip);
    }
  else if (self->is_found)
    {
      take_cover (self, node, dx, dy, clip);
    }
}

static void
walk (Search *self, const GskRenderNode *node, float dx, float dy, const graphene_rect_t *clip)
{
  if (node == self->wanted && !self->is_found)
    {
      take_wanted (self, dx, dy, clip);
      return;
    }
  switch ((guint)gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        walk (self, gsk_container_node_get_child (node, i), dx, dy, clip);
      break;
    case GSK_TRANSFORM_NODE:
      walk_transform (self, node, dx, dy, clip);
      break;
    case GSK_CLIP_NODE:
      walk_clipped (self, gsk_clip_node_get_child (node), gsk_clip_node_get_clip (node), dx, dy, clip);
      break;
    case GSK_ROUNDED_CLIP_NODE:
      walk_rounded (self, node, dx, dy, clip);
      break;
    case GSK_DEBUG_NODE:
      walk (self, gsk_debug_node_get_child (node), dx, dy, clip);
      break;
    default:
      if (self->is_found && !(gsk_render_node_get_node_type (node) == GSK_COLOR_NODE && gsk_color_node_get_color (node)->alpha <= 0))
        take_cover (self, node, dx, dy, clip);
      break;
    }
}

/* Rounds what is covered outwards. */
static void
coarsen (Search *self, int grain)
{
  cairo_region_t *covered = cairo_region_create_rectangle (&self->place);

  cairo_region_subtract (covered, self->open);
  for (int i = 0; i < cairo_region_num_rectangles (covered); i++)
    {
      cairo_rectangle_int_t part;
      int                   x, y, end_x, end_y;

      cairo_region_get_rectangle (covered, i, &part);
      x = (part.x - self->place.x) / grain;
      y = (part.y - self->place.y) / grain;
      end_x = (part.x + part.width - self->place.x + grain - 1) / grain;
      end_y = (part.y + part.height - self->place.y + grain - 1) / grain;
      part =
        (cairo_rectangle_int_t){self->place.x + x * grain, self->place.y + y * grain, (end_x - x) * grain, (end_y - y) * grain};
      cairo_region_subtract_rectangle (self->open, &part);
    }
  cairo_region_destroy (covered);
}

/* Letters with an edge are many rectangles a pixel apart: all that lies between them is taken as covered, too. Ends at
 * the latest when all is. */
static void
simplify (Search *self)
{
  for (int grain = GRAIN; cairo_region_num_rectangles (self->open) > MANY; grain *= 2)
    coarsen (self, grain);
}

gboolean
sl_cover_find (GskRenderNode *drawing, const GskRenderNode *wanted, int *x, int *y, cairo_region_t **open)
{
  Search search = {wanted, FALSE, FALSE, {0, 0, 0, 0}, NULL};

  g_return_val_if_fail (GSK_IS_RENDER_NODE (drawing) && GSK_IS_RENDER_NODE (wanted), FALSE);
  g_return_val_if_fail (x != NULL && y != NULL && open != NULL, FALSE);

  walk (&search, drawing, 0, 0, NULL);
  *open = NULL;
  if (!search.is_found || search.is_shaped)
    {
      g_clear_pointer (&search.open, cairo_region_destroy);
      return FALSE;
    }
  simplify (&search);
  *x = search.place.x;
  *y = search.place.y;
  cairo_region_translate (search.open, -search.place.x, -search.place.y);
  *open = search.open;
  return TRUE;
}
