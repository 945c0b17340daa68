/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "json-error.h"

G_BEGIN_DECLS

/* More of them are not worth it: the next one is an error. */
#define SL_JSON_MAX_MENDS 1000

/* Something that is wrong and costs no more than itself. */
typedef struct
{
  gsize       from; /* of what is taken out, in bytes */
  gsize       to;
  gsize       at;         /* of what is wrong in it */
  const char *substitute; /* (nullable): what stands for it, no longer than it; spaces fill the rest */
  SlJsonError code;
  char       *message;
} SlJsonMend;

/* Where one stands in the text; error is as in every function that has one. */
typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  GArray     *mends; /* (element-type SlJsonMend) */
  GError    **error;
} SlJsonInput;

/* Reports what is wrong at @input->at. Returns: FALSE */
gboolean sl_json_input_fail (SlJsonInput *input, SlJsonError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Remembers that the bytes from @from up to @input->at are to be replaced. @substitute: (nullable), static;
 * @wrong: where it went wrong. Returns: FALSE, with the error set, when that would be one too many */
gboolean sl_json_input_mend (SlJsonInput *input,
                             const char  *from,
                             const char  *wrong,
                             const char  *substitute,
                             SlJsonError  code,
                             const char  *format,
                             ...) G_GNUC_PRINTF (6, 7);

/* Passes the bytes that RFC 8259 calls insignificant. */
void sl_json_input_skip_space (SlJsonInput *input);

/* Each passes one token, on whose first byte @input->at stands. Return: FALSE, with the error set and
 * @input->at on what is wrong, when it is none. The text must be UTF-8.
 * @decoded: (nullable): where the characters of a string are appended */
gboolean sl_json_input_take_string (SlJsonInput *input, GString *decoded);
gboolean sl_json_input_take_number (SlJsonInput *input);
gboolean sl_json_input_take_word (SlJsonInput *input); /* true, false or null */

G_END_DECLS
