/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Storyboards for tests: a small good one, the same with one thing changed, and the one that the
 * shipped casebook's film is drawn from. */
#pragma once

#include "storyboard.h"

G_BEGIN_DECLS

/* Two seconds of 320 by 180 in two shots, with one silence; as text. */
extern const char sl_fixture_text[];

/**
 * sl_fixture_try:
 * @from: (nullable): what to look for in the good text; it must be there
 * @to: (nullable): what to put in its place
 *
 * Returns: (transfer full) (nullable): the storyboard, or %NULL with @error set
 */
SlStoryboard *sl_fixture_try (const char *from, const char *to, GError **error);

/**
 * sl_fixture_new:
 *
 * Returns: (transfer full): the good storyboard
 */
SlStoryboard *sl_fixture_new (void);

/**
 * sl_fixture_explainer:
 *
 * Returns: (transfer full): the shipped storyboard
 */
SlStoryboard *sl_fixture_explainer (void);

/**
 * sl_fixture_explainer_at:
 * @width: in pixels, instead of its own
 * @height: in pixels
 *
 * Returns: (transfer full): the shipped storyboard in another size
 */
SlStoryboard *sl_fixture_explainer_at (guint width, guint height);

/**
 * sl_fixture_list_shipped:
 *
 * Returns: (transfer full) (element-type filename): the storyboards of the shipped casebook
 */
GPtrArray *sl_fixture_list_shipped (void);

/**
 * sl_fixture_add:
 * @suite: such as "media"
 * @path: of a shipped storyboard, which @test is given as its data and which lives until then
 *
 * Adds a test of one film, /@suite/(the storyboard's stem)/@name.
 */
void sl_fixture_add (const char *suite, const char *path, const char *name, GTestDataFunc test);

/**
 * sl_fixture_shipped:
 * @stem: the name of its file without the ending
 *
 * Returns: (transfer full): one of them
 */
SlStoryboard *sl_fixture_shipped (const char *stem);

/**
 * sl_fixture_shipped_at:
 * @path: one of them
 * @width: in pixels, instead of its own
 * @height: in pixels
 *
 * Returns: (transfer full): it in another size
 */
SlStoryboard *sl_fixture_shipped_at (const char *path, guint width, guint height);

/**
 * sl_fixture_hash:
 *
 * Returns: (transfer full): a checksum of one frame's pixels
 */
char *sl_fixture_hash (SlStoryboard *storyboard, guint frame);

G_END_DECLS
