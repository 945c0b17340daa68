/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"
#include "format.h"

G_BEGIN_DECLS

/* A value of an imported JSON file, which knows where it stands. Belongs to its document. */
typedef struct
{
  SlDocument *document;
  JsonNode   *node;
  guint       entry;
} SlJsonValue;

/* Reads strict JSON; a byte order mark before it is passed over with a hint.
 * Returns: (transfer full) (nullable): NULL with a finding and @error of SL_JSON_ERROR; @root: (out) */
SlDocument *sl_import_json_open (SlImport    *import,
                                 GBytes      *bytes,
                                 SlJsonValue *root,
                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* The value of @key in @object, which may be any value. @value: (out): set when there is one that is not null */
gboolean sl_json_value_get (const SlJsonValue *object, const char *key, SlJsonValue *value);

/* Goes over the elements of an array or the members of an object; another value counts as an array of itself.
 * Begin with a zeroed SlJsonWalk. */
typedef struct
{
  guint          index;
  guint          entry;
  JsonObjectIter iter;
  const char    *key; /* of the member, or NULL */
  SlJsonValue    value;
} SlJsonWalk;
gboolean sl_json_walk_next (SlJsonWalk *walk, const SlJsonValue *container);

/* Likewise, but an object counts as an array of itself, too. */
gboolean sl_json_walk_each (SlJsonWalk *walk, const SlJsonValue *container);

gboolean    sl_json_value_is_object (const SlJsonValue *value);
gboolean    sl_json_value_is_array (const SlJsonValue *value);
const char *sl_json_value_get_string (const SlJsonValue *value); /* (nullable): when it is a string */

/* The text of @key in @object. Returns: (nullable) */
const char *sl_json_value_get_text (const SlJsonValue *object, const char *key);

/* Reads a number, also one in a string, into @number. @was_string: (out) */
gboolean sl_json_value_get_number (const SlJsonValue *value, double *number, gboolean *was_string);

/* Adds a finding about @value. */
void sl_import_report (SlImport          *import,
                       SlSeverity         severity,
                       const SlJsonValue *value,
                       const char        *code,
                       const char        *place,
                       const char        *format,
                       ...) G_GNUC_PRINTF (6, 7);

/* Tells of every key of @object that is not among @known, which has a NULL behind the last. */
void sl_import_report_others (SlImport *import, const SlJsonValue *object, const char *place, const char *const *known);

/* Seconds as nanoseconds in whole milliseconds. Returns: FALSE when @seconds is no time of a clip;
 * @rounded: (out): whether something below a millisecond was lost */
gboolean sl_import_seconds (double seconds, gint64 *time, gboolean *rounded);

G_END_DECLS
