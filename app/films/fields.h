/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strict reading of JSON members: json-glib turns a wrong type into 0 and says nothing, so every
 * member is asked for here, by kind. Errors are SL_STORYBOARD_ERROR and name the member; the
 * caller puts the place in front. Leaves out what the members mean. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum {
  SL_FIELD_INTEGER, /* a whole number */
  SL_FIELD_TIME,    /* "M:SS" or "M:SS.mmm", in nanoseconds */
  SL_FIELD_COLOUR,  /* a name of the palette, as an SlColour */
  SL_FIELD_DATE,    /* "2009-11-16", as a Julian day */
} SlFieldKind;

/**
 * sl_fields_read: the value of one node
 * @value: (out): what @node says, in the unit of @kind
 *
 * Returns: whether @node holds a value of that kind; @error is set if not
 */
gboolean sl_fields_read (JsonNode *node, SlFieldKind kind, gint64 *value, GError **error);

/* The same for the member @name, which must be there. */
gboolean sl_fields_value (JsonObject *object,
                          const char *name,
                          SlFieldKind kind,
                          gint64     *value,
                          GError    **error);

/* The same for a whole number from @low to @high. */
gboolean sl_fields_integer (JsonObject *object,
                            const char *name,
                            gint64      low,
                            gint64      high,
                            gint64     *value,
                            GError    **error);

/* Members of other types. Returns: (transfer none) (nullable): %NULL with @error set if it is not
 * there, or of another type, or an empty text. */
const char *sl_fields_string (JsonObject *object, const char *name, GError **error);
JsonObject *sl_fields_object (JsonObject *object, const char *name, GError **error);
JsonArray  *sl_fields_array (JsonObject *object, const char *name, GError **error);

/* Element @index as an object. Returns: (transfer none) (nullable): %NULL with @error set. */
JsonObject *sl_fields_element (JsonArray *array, guint index, GError **error);

/* Whether @object has only members in @names (%NULL-terminated) and "comment"; sets @error. */
gboolean sl_fields_only (JsonObject *object, const char *const *names, GError **error);

G_END_DECLS
