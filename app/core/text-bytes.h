/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether bytes that are not UTF-8 may be read as something older. */
typedef enum {
  SL_TEXT_BYTES_UTF8,  /* no: the format says UTF-8, and what is none becomes U+FFFD */
  SL_TEXT_BYTES_GUESS, /* UTF-16 by its byte order mark, else Windows-1252 */
} SlTextBytesMode;

typedef enum {
  SL_TEXT_ENCODING_UTF8,
  SL_TEXT_ENCODING_UTF16,
  SL_TEXT_ENCODING_WINDOWS_1252,
} SlTextEncoding;

/* What became of the bytes. Lines count from 1 and end as in the file; 0 = there was nothing of the kind. */
typedef struct
{
  SlTextEncoding encoding;
  guint          bad_line; /* the first with bytes that are no letters in this encoding */
  guint          nul_line; /* the first with a U+0000 */
} SlTextBytesResult;

/**
 * sl_text_bytes_decode: text of any origin as valid UTF-8 with \n at the line ends (\r\n and \r are made so),
 * without a byte order mark; U+FFFD stands for U+0000 and for bytes that cannot be read.
 * @result: (out)
 *
 * Returns: (transfer full)
 */
char *sl_text_bytes_decode (GBytes            *bytes,
                            SlTextBytesMode    mode,
                            SlTextBytesResult *result) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: the character of @byte in Windows-1252, where the web reads ISO 8859-1, too; U+FFFD for the five
 * bytes that have none */
gunichar sl_text_bytes_from_windows_1252 (guint8 byte);

G_END_DECLS
