/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SL_CATALOGUE_MAX_BYTES (64 * 1024 * 1024)

#define SL_CATALOGUE_ERROR (sl_catalogue_error_quark ())
GQuark sl_catalogue_error_quark (void);

typedef enum {
  SL_CATALOGUE_ERROR_TOO_LARGE, /* more than SL_CATALOGUE_MAX_BYTES */
  SL_CATALOGUE_ERROR_MAGIC,     /* not a .mo file of gettext */
  SL_CATALOGUE_ERROR_REVISION,  /* a revision of the format that this program does not read */
  SL_CATALOGUE_ERROR_SHAPE,     /* cut off, or a table or text that is not where it should be */
  SL_CATALOGUE_ERROR_ENCODING,  /* a text is not UTF-8 */
  SL_CATALOGUE_ERROR_CHARSET,   /* no header, or one that does not say UTF-8 */
  SL_CATALOGUE_ERROR_DUPLICATE, /* the same text twice in the same context */
} SlCatalogueError;

/* SlCatalogue: the translations of one .mo file. Immutable, counted, safe on any thread. */
typedef struct _SlCatalogue SlCatalogue;

/* A function of @bytes alone, which are kept: no locale, no environment, no disk.
 * Returns: (transfer full): NULL with @error of SL_CATALOGUE_ERROR */
SlCatalogue *sl_catalogue_new (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
SlCatalogue *sl_catalogue_ref (SlCatalogue *self);
void         sl_catalogue_unref (SlCatalogue *self);

/* @context: (nullable): what msgctxt says. Returns: (transfer none) (nullable): the translation of @text, the
 * first one where there are plural forms; never empty; NULL when there is none */
const char *sl_catalogue_lookup (SlCatalogue *self, const char *context, const char *text);

/* Whether any text is translated in @context. If @text itself is not, its wording has changed since. */
gboolean sl_catalogue_has_context (SlCatalogue *self, const char *context);

/* A field of the header, such as "Language". Returns: (transfer none) (nullable): without white space
 * around it; never empty */
const char *sl_catalogue_get_field (SlCatalogue *self, const char *name);

/* How many texts are translated, the header not among them. */
guint sl_catalogue_get_n_messages (SlCatalogue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlCatalogue, sl_catalogue_unref)

G_END_DECLS
