/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "cue.h"

G_BEGIN_DECLS

/**
 * SlCueFinder: a GListModel of SlCue that knows where each stands, so that nobody has to walk through it.
 */
#define SL_TYPE_CUE_FINDER (sl_cue_finder_get_type ())
G_DECLARE_INTERFACE (SlCueFinder, sl_cue_finder, SL, CUE_FINDER, GListModel)

struct _SlCueFinderInterface
{
  GTypeInterface parent_interface;

  gboolean (*find) (SlCueFinder *self, SlCue *cue, guint *position);
};

/* @cue: (nullable). Returns: whether it is in the list now, and at which @position */
gboolean sl_cue_finder_find (SlCueFinder *self, SlCue *cue, guint *position);

G_END_DECLS
