/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sl_character_reference_take: decodes the character reference of HTML at @at, which is on its “&”, into
 * @string; what is none, or has a name that is not known here, stays as it is typed.
 * @end: behind the last byte that may be read
 *
 * Returns: what follows it
 */
const char *sl_character_reference_take (GString *string, const char *at, const char *end);

G_END_DECLS
