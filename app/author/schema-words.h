/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a field of the format is for, in an English sentence, for editors that show it beside the field.
 * @where: the file or the record that has it, such as "fact" or "notes"; @key: its name there.
 * Returns: (nullable): NULL when nobody has said it yet */
const char *sl_schema_words_describe (const char *where, const char *key);

G_END_DECLS
