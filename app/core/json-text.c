/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A string as JSON has it, for those who print an object on a line: the trace and the author's tool.
 * Whole documents are json-glib's work.
 */
#include "json-text.h"

void
sl_json_text_append (GString *json, const char *text)
{
  g_return_if_fail (json != NULL && text != NULL);

  g_string_append_c (json, '"');
  for (const char *at = text; *at != '\0'; at++)
    if (*at == '"' || *at == '\\')
      g_string_append_printf (json, "\\%c", *at);
    else if (*at == '\n')
      g_string_append (json, "\\n"); /* which people write themselves, too */
    else if ((guchar)*at < 0x20 || *at == 0x7f)
      g_string_append_printf (json, "\\u%04x", (guchar)*at);
    else
      g_string_append_c (json, *at);
  g_string_append_c (json, '"');
}
