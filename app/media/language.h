/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the language of a track is called, in the reader's language as far as the system knows that.
 * @tag: as a file or casebook has it: ISO 639 or BCP 47. Returns: (transfer full): @tag itself when it is not known */
char *sl_language_get_name (const char *tag) G_GNUC_WARN_UNUSED_RESULT;

/* Whether both tags mean the same language, whatever way they are written and whatever region they name. */
gboolean sl_language_equal (const char *a, const char *b);

G_END_DECLS
