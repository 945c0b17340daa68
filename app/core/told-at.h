/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casebook.h"

G_BEGIN_DECLS

/**
 * sl_told_at_list: when the fact with the id @fact is told: the moments that it names itself, and the notes that name it.
 * A pure function.
 * @first: (nullable): a clip whose moments come before those of the others
 *
 * Those of a clip are in the order of time, and the clips in that of the casebook; two that begin at the same time are
 * one. What is in no clip of the casebook is left out.
 *
 * Returns: (transfer full) (element-type SlMoment)
 */
GPtrArray *sl_told_at_list (SlCasebook *casebook, const char *fact, SlClip *first) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
