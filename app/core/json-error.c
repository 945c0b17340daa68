/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What can be wrong with a JSON text, for those who find it and for those who report it.
 */
#include "json-error.h"

G_DEFINE_QUARK (sl_json_error_quark, sl_json_error)

const char *
sl_json_error_to_code (SlJsonError error)
{
  switch (error)
    {
    case SL_JSON_ERROR_TOO_LARGE:
      return "json-size";
    case SL_JSON_ERROR_EMPTY:
      return "json-empty";
    case SL_JSON_ERROR_BOM:
      return "json-bom";
    case SL_JSON_ERROR_ENCODING:
      return "json-encoding";
    case SL_JSON_ERROR_SYNTAX:
      return "json-syntax";
    case SL_JSON_ERROR_DEPTH:
      return "json-depth";
    case SL_JSON_ERROR_NUMBER:
      return "json-number";
    case SL_JSON_ERROR_KEYS:
      return "json-keys";
    case SL_JSON_ERROR_DUPLICATE:
      return "json-duplicate";
    default:
      g_return_val_if_reached ("json-syntax");
    }
}
