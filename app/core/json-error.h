/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SL_JSON_ERROR (sl_json_error_quark ())
GQuark sl_json_error_quark (void);

typedef enum {
  SL_JSON_ERROR_TOO_LARGE, /* more than SL_JSON_MAX_BYTES */
  SL_JSON_ERROR_EMPTY,     /* nothing but white space */
  SL_JSON_ERROR_BOM,       /* begins with a byte order mark */
  SL_JSON_ERROR_ENCODING,  /* not UTF-8; as a mend: a U+0000 or half a surrogate pair in a string */
  SL_JSON_ERROR_SYNTAX,    /* not RFC 8259, or more than one document */
  SL_JSON_ERROR_DEPTH,     /* deeper than SL_JSON_MAX_DEPTH arrays and objects */
  SL_JSON_ERROR_NUMBER,    /* only as a mend: beyond a gint64 or a finite double */
  SL_JSON_ERROR_KEYS,      /* only as a mend: more than SL_JSON_MAX_KEYS in an object */
  SL_JSON_ERROR_DUPLICATE, /* only as a mend: the same key twice in an object */
} SlJsonError;

/* Returns: the stable word for findings, such as "json-syntax" */
const char *sl_json_error_to_code (SlJsonError error);

G_END_DECLS
