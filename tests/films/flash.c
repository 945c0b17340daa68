/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flash is a step up and a step down. A step is a change by STEP away from the last extreme, in a new
 * direction, so that a slow fade is one step and a shimmer is none. */
#include "flash.h"

#include <math.h>

/* What counts as one step of a flash, as a share of full white. */
#define STEP 0.10

typedef struct
{
  double  low;  /* since the last step up */
  double  high; /* since the last step down */
  int     direction;
  GArray *steps; /* the frames of all steps */
} Cell;

struct _Flash
{
  double light[256];
  Cell   cells[FLASH_CELLS];
};

static double
linear (guint value)
{
  double share = value / 255.0;

  return share <= 0.04045 ? share / 12.92 : pow ((share + 0.055) / 1.055, 2.4);
}

Flash *
flash_new (void)
{
  Flash *self = g_new (Flash, 1);

  for (guint i = 0; i < 256; i++)
    self->light[i] = linear (i);
  for (guint i = 0; i < FLASH_CELLS; i++)
    self->cells[i] = (Cell){1, 0, 0, g_array_new (FALSE, FALSE, sizeof (guint))};

  return self;
}

void
flash_free (Flash *self)
{
  for (guint i = 0; i < FLASH_CELLS; i++)
    g_array_unref (self->cells[i].steps);
  g_free (self);
}

double
flash_get_light (const Flash *self,
                 guint        value)
{
  g_assert (value < 256);

  return self->light[value];
}

void
flash_add (Flash *self,
           guint  number,
           double light,
           guint  frame)
{
  Cell *cell = &self->cells[number];

  cell->low = MIN (cell->low, light);
  cell->high = MAX (cell->high, light);
  if (cell->direction <= 0 && light - cell->low >= STEP)
    cell->direction = 1;
  else if (cell->direction >= 0 && cell->high - light >= STEP)
    cell->direction = -1;
  else
    {
      if (cell->direction > 0)
        cell->low = light;
      if (cell->direction < 0)
        cell->high = light;
      return;
    }
  cell->low = cell->high = light;
  g_array_append_val (cell->steps, frame);
}

/* Three flashes are six steps; within any second there must be fewer. */
void
flash_check (const Flash *self)
{
  for (guint i = 0; i < FLASH_CELLS; i++)
    {
      const GArray *steps = self->cells[i].steps;

      for (guint j = 6; j < steps->len; j++)
        g_assert_cmpuint (g_array_index (steps, guint, j) - g_array_index (steps, guint, j - 6), >, FLASH_RATE);
    }
}
