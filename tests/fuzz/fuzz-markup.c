/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Inline marks: whatever the text, what comes out is words, and none of them is new.
 */
#include "markup.h"
#include "target.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *plain = sl_markup_to_plain (valid);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) runs = sl_markup_parse (valid, &problems);

  g_assert_true (g_utf8_validate (plain, -1, NULL));
  g_assert_cmpuint (strlen (plain), <=, strlen (valid));
  for (guint i = 0; i < runs->len; i++)
    g_assert_cmpstr (((SlMarkupRun *)runs->pdata[i])->text, !=, "");
  for (guint i = 0; i < problems->len; i++)
    g_assert_cmpuint (((SlMarkupProblem *)problems->pdata[i])->offset, <, strlen (valid));
  return 0;
}
