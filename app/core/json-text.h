/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends @text, which is UTF-8, to @json as a string of RFC 8259, in quotation marks. It holds no control
 * character then, so a whole object stays on one line. */
void sl_json_text_append (GString *json, const char *text);

G_END_DECLS
