/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lists that are followed have in common. */
#include "cue-finder.h"

G_DEFINE_INTERFACE (SlCueFinder, sl_cue_finder, G_TYPE_LIST_MODEL)

static void
sl_cue_finder_default_init (SlCueFinderInterface *iface)
{
}

gboolean
sl_cue_finder_find (SlCueFinder *self, SlCue *cue, guint *position)
{
  g_return_val_if_fail (SL_IS_CUE_FINDER (self) && position != NULL, FALSE);

  return cue != NULL && SL_CUE_FINDER_GET_IFACE (self)->find (self, cue, position);
}
