/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table. The ground is a single flat colour on purpose: a dark gradient shows bands once it is
 * compressed. */
#include "palette.h"

#include "motion.h"

typedef struct
{
  const char *name;
  guint32     rgb;
} Entry;

static const Entry entries[] = {
  [SL_COLOUR_GROUND] = {"ground", 0x08090b},
  [SL_COLOUR_RAISED] = {"raised", 0x14161a},
  [SL_COLOUR_FAINT] = {"faint", 0x22262c},
  [SL_COLOUR_LINE] = {"line", 0x444b55},
  [SL_COLOUR_TEXT] = {"text", 0xf3f0ea},
  [SL_COLOUR_QUIET] = {"quiet", 0xb4b0a7},
  [SL_COLOUR_ACCENT] = {"accent", 0xe8ae4a},
  [SL_COLOUR_COURT] = {"court", 0x9cc3f2},
  [SL_COLOUR_OFFICIAL] = {"official", 0x9fd3bd},
  [SL_COLOUR_REPORTED] = {"reported", 0xd5d2cb},
  [SL_COLOUR_ALLEGED] = {"alleged", 0xf0bd92},
  [SL_COLOUR_DISPUTED] = {"disputed", 0xf2a6b5},
  [SL_COLOUR_POSITION] = {"position", 0xc9b6ee},
};

static double
channel (SlColour colour,
         guint    shift)
{
  g_assert (colour < G_N_ELEMENTS (entries));

  return ((entries[colour].rgb >> shift) & 0xff) / 255.0;
}

gboolean
sl_palette_lookup (const char *name,
                   SlColour   *colour)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (colour != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      if (g_str_equal (entries[i].name, name))
        {
          *colour = (SlColour)i;
          return TRUE;
        }
    }

  return FALSE;
}

void
sl_palette_set (cairo_t *cr,
                SlColour colour,
                double   alpha)
{
  cairo_set_source_rgba (cr, channel (colour, 16), channel (colour, 8), channel (colour, 0), alpha);
}

void
sl_palette_set_between (cairo_t *cr,
                        SlColour from,
                        SlColour to,
                        double   share)
{
  cairo_set_source_rgb (cr,
                        sl_motion_mix (channel (from, 16), channel (to, 16), share),
                        sl_motion_mix (channel (from, 8), channel (to, 8), share),
                        sl_motion_mix (channel (from, 0), channel (to, 0), share));
}
