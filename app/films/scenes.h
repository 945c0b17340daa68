/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The groups of scenes, each an array that ends with a NULL name; scene.c joins them to one table.
 * Only scene.c needs this. */
#pragma once

#include "scene.h"

G_BEGIN_DECLS

extern const SlScene sl_scenes_page[];
extern const SlScene sl_scenes_time[];
extern const SlScene sl_scenes_refund[];
extern const SlScene sl_scenes_bank[];
extern const SlScene sl_scenes_calendar[];
extern const SlScene sl_scenes_custody[];
extern const SlScene sl_scenes_held[];
extern const SlScene sl_scenes_sides[];
extern const SlScene sl_scenes_outcomes[];
extern const SlScene sl_scenes_questions[];

G_END_DECLS
