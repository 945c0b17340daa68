/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook.h"

G_BEGIN_DECLS

/* Returns: (transfer none) (nullable): the clip that comes after @clip in the order of its film, of those that can be
 * watched: from the casebook, or with a copy of the viewer's */
SlClip *sl_clip_order_find_next (SlCasebook *casebook, SlClip *clip);

G_END_DECLS
