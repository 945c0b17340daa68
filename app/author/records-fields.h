/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "span.h"

G_BEGIN_DECLS

/* Sets @key to @text. @text: (nullable): without words nothing is set */
void sl_record_set_text (JsonObject *record, const char *key, const char *text);

/* Sets @key to @time, in nanoseconds, as "M:SS.mmm" or, from an hour on, "H:MM:SS.mmm"; what is past the
 * longest time that can be read is that. */
void sl_record_set_time (JsonObject *record, const char *key, gint64 time);

/* Sets from, and to unless @span is a point. */
void sl_record_set_span (JsonObject *record, const SlSpan *span);

/* Each looks for a value of its own type; another one is as none.
 * @key: may be missing in @record, which is (nullable) */
const char *sl_record_get_text (JsonObject *record, const char *key);           /* (nullable) */
JsonArray  *sl_record_get_array (JsonObject *record, const char *key);          /* (nullable) */
JsonObject *sl_record_get_object (JsonObject *record, const char *key);         /* (nullable) */
gboolean    sl_record_get_flag (JsonObject *record, const char *key);           /* FALSE without one */
gint64      sl_record_get_time (JsonObject *record, const char *key);           /* ns, or SL_TIME_NONE */
JsonObject *sl_record_get_element (JsonArray *array, guint index);              /* (nullable): when it is an object */
SlSpan      sl_record_get_span (JsonObject *record);                            /* a point without to; 0 without from */
JsonObject *sl_record_find (JsonArray *array, const char *key, const char *id); /* (nullable): whose @key is @id */

/* Whether @text is an id by the rule of casebooks. */
gboolean sl_record_is_id (const char *text);

/**
 * sl_record_make_id: an id of the words of a title.
 * @title: (nullable)
 * @word: what it begins with when no letter of @title can be used
 * @taken: (element-type utf8 guint): ids, each with the last number that was put behind it, 0 at first, for
 *   titles may be alike by the thousand; the new one is not among them and goes into it
 *
 * Returns: (transfer full)
 */
char *sl_record_make_id (const char *title, const char *word, GHashTable *taken) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
