/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A film at a glance: small pictures in rows, one for every three seconds. */
#pragma once

#include "storyboard.h"

G_BEGIN_DECLS

/**
 * sl_contact_sheet_new:
 *
 * Returns: (transfer full): an image surface with all pictures in reading order
 */
cairo_surface_t *sl_contact_sheet_new (SlStoryboard *storyboard);

G_END_DECLS
